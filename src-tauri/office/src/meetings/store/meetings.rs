//! Rows of meetings.
use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::{Row, named_params};

use super::{found, one};
use crate::kernel::desk::Desk;
use crate::kernel::ids::NumberId;
use crate::kernel::numbering::Given;
use crate::kernel::refusal::Result;
use crate::kernel::rows::{Slice, order_by};
use crate::meetings::commands::MeetingFilter;
use crate::meetings::kinds::{MeetingId, MeetingKind, MeetingStage};
use crate::meetings::record::{Meeting, MeetingChair};
use crate::meetings::words;
use crate::registry::PersonId;

/// What can be edited freely.
pub(in crate::meetings) struct Facts<'a> {
    pub title: &'a str,
    pub planned_at: NaiveDateTime,
    pub place: &'a str,
    pub convener: &'a str,
    pub contact: &'a str,
    pub contact_phone: &'a str,
    pub demands: &'a str,
}

/// Writes a new meeting down.
pub(in crate::meetings) fn insert(
    desk: &Desk<'_>,
    id: MeetingId,
    kind: MeetingKind,
    facts: &Facts<'_>,
) -> Result<()> {
    desk.tx.execute(
        "INSERT INTO meeting (id, campaign, kind, stage, title, year, planned_at, place, convener_name, contact,
           contact_phone, demands, created_at, created_by)
         VALUES (:id, :campaign, :kind, 'planned', :title, CAST(substr(:at, 1, 4) AS INTEGER), :at, :place, :convener,
           :contact, :phone, :demands, :now, :by)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":kind": kind, ":title": facts.title, ":at": facts.planned_at,
            ":place": facts.place, ":convener": facts.convener, ":contact": facts.contact,
            ":phone": facts.contact_phone, ":demands": facts.demands, ":now": desk.now, ":by": desk.who.name,
        },
    )?;
    Ok(())
}

/// Changes what can be edited freely. The year it counts in stays once it has its number.
pub(in crate::meetings) fn edit(
    desk: &Desk<'_>,
    id: MeetingId,
    version: i64,
    facts: &Facts<'_>,
) -> Result<()> {
    one(desk.tx.execute(
        "UPDATE meeting SET title = :title, planned_at = :at, place = :place, convener_name = :convener,
           contact = :contact, contact_phone = :phone, demands = :demands, version = version + 1,
           year = CASE WHEN running IS NULL THEN CAST(substr(:at, 1, 4) AS INTEGER) ELSE year END
         WHERE id = :id AND version = :version AND stage IN ('planned', 'postponed')",
        named_params! {
            ":title": facts.title, ":at": facts.planned_at, ":place": facts.place, ":convener": facts.convener,
            ":contact": facts.contact, ":phone": facts.contact_phone, ":demands": facts.demands, ":id": id,
            ":version": version,
        },
    )?)
}

/// Sets the chair.
pub(in crate::meetings) fn set_chair(
    desk: &Desk<'_>,
    id: MeetingId,
    version: i64,
    chair: &MeetingChair,
) -> Result<()> {
    one(desk.tx.execute(
        "UPDATE meeting SET chair = :person, chair_name = :name, chair_title = :title, chair_post = :post,
           entrusted_on = :on, entrusted_by = :by, version = version + 1
         WHERE id = :id AND version = :version AND stage IN ('planned', 'postponed')",
        named_params! {
            ":person": chair.person, ":name": chair.name, ":title": chair.title, ":post": chair.post,
            ":on": chair.entrusted_on, ":by": chair.entrusted_by, ":id": id, ":version": version,
        },
    )?)
}

/// Gives the meeting its 第N次.
pub(in crate::meetings) fn give_running(desk: &Desk<'_>, id: MeetingId, given: &Given) -> Result<()> {
    let sql = "UPDATE meeting SET running = :n, running_id = :number WHERE id = :id AND running IS NULL";
    one(desk.tx.execute(sql, named_params! {":n": given.n, ":number": given.id, ":id": id})?)
}

/// The id of its 第N次 in the register of numbers.
pub(in crate::meetings) fn running_id(desk: &Desk<'_>, id: MeetingId) -> Result<Option<NumberId>> {
    let sql = "SELECT running_id FROM meeting WHERE id = :id";
    Ok(desk.tx.query_row(sql, named_params! {":id": id}, |row| row.get("running_id"))?)
}

/// Moves the meeting on; stale if it is not at the stage it was seen at.
pub(in crate::meetings) fn move_stage(
    desk: &Desk<'_>,
    meeting: &Meeting,
    version: i64,
    to: MeetingStage,
    reason: &str,
) -> Result<()> {
    one(desk.tx.execute(
        "UPDATE meeting SET stage = :to, reason = :reason, version = version + 1
         WHERE id = :id AND version = :version AND stage = :from",
        named_params! {":to": to, ":reason": reason, ":id": meeting.id, ":version": version, ":from": meeting.stage},
    )?)
}

/// Sets the new day and place of a meeting that was just moved.
pub(in crate::meetings) fn set_day(
    desk: &Desk<'_>,
    id: MeetingId,
    at: NaiveDateTime,
    place: &str,
) -> Result<()> {
    let sql = "UPDATE meeting SET planned_at = :at, place = :place WHERE id = :id AND stage = 'postponed'";
    one(desk.tx.execute(sql, named_params! {":at": at, ":place": place, ":id": id})?)
}

/// Sets when it was held; written together with the stage, before it.
pub(in crate::meetings) fn set_held(
    desk: &Desk<'_>,
    id: MeetingId,
    at: NaiveDateTime,
    ended: Option<NaiveDateTime>,
) -> Result<()> {
    let sql = "UPDATE meeting SET held_at = :at, ended_at = :ended WHERE id = :id AND stage = 'notified'";
    one(desk.tx.execute(sql, named_params! {":at": at, ":ended": ended, ":id": id})?)
}

/// One meeting.
pub(in crate::meetings) fn get(desk: &Desk<'_>, id: MeetingId) -> Result<Meeting> {
    let sql = "SELECT * FROM meeting WHERE id = :id AND campaign = :campaign";
    let given = named_params! {":id": id, ":campaign": desk.campaign.id};
    found(desk.tx.query_row(sql, given, |row| read(desk, row)), "会议")
}

const WHERE: &str =
    "campaign = :campaign AND (:year IS NULL OR year = :year) AND (:kind IS NULL OR kind = :kind)
  AND (:stage IS NULL OR stage = :stage) AND (:from IS NULL OR date(coalesce(held_at, planned_at)) >= :from)
  AND (:to IS NULL OR date(coalesce(held_at, planned_at)) <= :to)
  AND (:words = '' OR instr(title, :words) OR instr(place, :words) OR instr(chair_name, :words))";

const COLUMNS: &[(&str, &str)] = &[
    ("planned_at", "coalesce(held_at, planned_at)"),
    ("name", "printf('%s %d %05d', kind, year, coalesce(running, 99999))"),
    ("title", "reading(title)"),
    ("chair", "reading(chair_name)"),
    ("place", "reading(place)"),
    ("stage_label", "instr('planned notified postponed held closed cancelled', stage)"),
    ("kind_label", "kind"),
    ("reason", "reading(reason)"),
];

/// Meetings that fit the filter in the order it asks for, and how many there are.
pub(in crate::meetings) fn list(
    desk: &Desk<'_>,
    filter: &MeetingFilter,
    slice: Slice,
) -> Result<(Vec<Meeting>, u32)> {
    let words = filter.words.trim();
    let (from, to): (Option<NaiveDate>, Option<NaiveDate>) = (filter.from, filter.to);
    let given = named_params! {
        ":campaign": desk.campaign.id, ":year": filter.year, ":kind": filter.kind, ":stage": filter.stage,
        ":from": from, ":to": to, ":words": words,
    };
    let total =
        desk.tx.query_row(&format!("SELECT count(*) AS n FROM meeting WHERE {WHERE}"), given, |row| {
            row.get("n")
        })?;
    let order = order_by(filter.order.as_ref(), COLUMNS, "planned_at DESC, id DESC")?;
    let sql = format!(
        "SELECT * FROM meeting WHERE {WHERE} ORDER BY {order} LIMIT {} OFFSET {}",
        slice.bounded(),
        slice.offset
    );
    let mut query = desk.tx.prepare_cached(&sql)?;
    let rows = query.query_map(given, |row| read(desk, row))?.collect::<rusqlite::Result<_>>()?;
    Ok((rows, total))
}

fn read(desk: &Desk<'_>, row: &Row<'_>) -> rusqlite::Result<Meeting> {
    let (kind, stage): (MeetingKind, MeetingStage) = (row.get("kind")?, row.get("stage")?);
    let planned_at: NaiveDateTime = row.get("planned_at")?;
    let (year, running): (i32, Option<u32>) = (row.get("year")?, row.get("running")?);
    Ok(Meeting {
        id: row.get("id")?,
        version: row.get("version")?,
        kind,
        kind_label: words::kind(kind, desk.profile),
        stage,
        stage_label: stage.label().into(),
        name: words::meeting_name(kind, year, running, planned_at.date(), stage, desk.profile),
        title: row.get("title")?,
        year,
        running,
        planned_at,
        held_at: row.get("held_at")?,
        ended_at: row.get("ended_at")?,
        place: row.get("place")?,
        chair: read_chair(desk, row)?,
        convener: row.get("convener_name")?,
        contact: row.get("contact")?,
        contact_phone: row.get("contact_phone")?,
        demands: row.get("demands")?,
        reason: row.get("reason")?,
    })
}

fn read_chair(desk: &Desk<'_>, row: &Row<'_>) -> rusqlite::Result<Option<MeetingChair>> {
    let Some(person): Option<PersonId> = row.get("chair")? else { return Ok(None) };
    let post: String = row.get("chair_post")?;
    Ok(Some(MeetingChair {
        person,
        name: row.get("chair_name")?,
        title: row.get("chair_title")?,
        post_label: words::post(&post, desk.profile),
        post,
        entrusted_on: row.get("entrusted_on")?,
        entrusted_by: row.get("entrusted_by")?,
    }))
}
