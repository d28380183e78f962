//! Rows of minutes and their versions.
use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::{Row, named_params};

use super::{found, one};
use crate::kernel::desk::Desk;
use crate::kernel::ids::NumberId;
use crate::kernel::numbering::Given;
use crate::kernel::refusal::Result;
use crate::meetings::kinds::{LineId, MeetingId, MinutesId, MinutesStage};
use crate::meetings::minutes::{Minutes, MinutesVersion};
use crate::registry::PersonId;

/// Begins minutes.
pub(in crate::meetings) fn insert(
    desk: &Desk<'_>,
    id: MinutesId,
    meeting: MeetingId,
    title: &str,
    text: &str,
) -> Result<()> {
    desk.tx.execute(
        "INSERT INTO meeting_minutes (id, campaign, meeting, stage, title, text, created_at)
         VALUES (:id, :campaign, :meeting, 'draft', :title, :text, :now)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":meeting": meeting, ":title": title, ":text": text,
            ":now": desk.now,
        },
    )?;
    keep_version(desk, id, title, text)
}

/// Saves title and text as a new version.
pub(in crate::meetings) fn save(
    desk: &Desk<'_>,
    id: MinutesId,
    version: i64,
    title: &str,
    text: &str,
) -> Result<()> {
    one(desk.tx.execute(
        "UPDATE meeting_minutes SET title = :title, text = :text, version = version + 1
         WHERE id = :id AND version = :version AND stage IN ('draft', 'reviewing')",
        named_params! {":title": title, ":text": text, ":id": id, ":version": version},
    )?)?;
    keep_version(desk, id, title, text)
}

fn keep_version(desk: &Desk<'_>, id: MinutesId, title: &str, text: &str) -> Result<()> {
    let line: LineId = desk.new_id();
    desk.tx.execute(
        "INSERT INTO meeting_minutes_version (id, campaign, minutes, n, title, text, author, at)
         VALUES (:id, :campaign, :minutes,
           (SELECT coalesce(max(n), 0) + 1 FROM meeting_minutes_version WHERE minutes = :minutes),
           :title, :text, :author, :now)",
        named_params! {
            ":id": line, ":campaign": desk.campaign.id, ":minutes": id, ":title": title, ":text": text,
            ":author": desk.who.name, ":now": desk.now,
        },
    )?;
    Ok(())
}

/// Moves minutes on; stale if they are not where they were seen.
pub(in crate::meetings) fn move_stage(
    desk: &Desk<'_>,
    minutes: &Minutes,
    version: i64,
    to: MinutesStage,
) -> Result<()> {
    let sql = "UPDATE meeting_minutes SET stage = :to, version = version + 1
               WHERE id = :id AND version = :version AND stage = :from";
    one(desk.tx.execute(
        sql,
        named_params! {":to": to, ":id": minutes.id, ":version": version, ":from": minutes.stage},
    )?)
}

/// The chair's signature as recorded from paper.
pub(in crate::meetings) struct Signed<'a> {
    pub on: NaiveDate,
    pub signer: PersonId,
    pub name: &'a str,
    pub words: &'a str,
    pub basis: &'a str,
    pub number: &'a Given,
}

/// Signs: stage, signature and number in one go.
pub(in crate::meetings) fn sign(
    desk: &Desk<'_>,
    id: MinutesId,
    version: i64,
    signed: &Signed<'_>,
) -> Result<()> {
    one(desk.tx.execute(
        "UPDATE meeting_minutes SET stage = 'signed', signed_on = :on, signer = :signer, signer_name = :name,
           signer_words = :words, signed_basis = :basis, number = :number, number_id = :number_id, version = version + 1
         WHERE id = :id AND version = :version AND stage = 'submitted'",
        named_params! {
            ":on": signed.on, ":signer": signed.signer, ":name": signed.name, ":words": signed.words,
            ":basis": signed.basis, ":number": signed.number.text, ":number_id": signed.number.id, ":id": id,
            ":version": version,
        },
    )?)
}

/// Issues: the day and how many were printed.
pub(in crate::meetings) fn issue(
    desk: &Desk<'_>,
    id: MinutesId,
    version: i64,
    on: NaiveDate,
    copies: u32,
) -> Result<()> {
    one(desk.tx.execute(
        "UPDATE meeting_minutes SET stage = 'issued', issued_on = :on, copies = :copies, version = version + 1
         WHERE id = :id AND version = :version AND stage = 'signed'",
        named_params! {":on": on, ":copies": copies, ":id": id, ":version": version},
    )?)
}

/// Makes minutes void; the number stays on them.
pub(in crate::meetings) fn void(desk: &Desk<'_>, id: MinutesId, version: i64, reason: &str) -> Result<()> {
    one(desk.tx.execute(
        "UPDATE meeting_minutes SET stage = 'voided', void_reason = :reason, version = version + 1
         WHERE id = :id AND version = :version AND stage IN ('signed', 'issued')",
        named_params! {":reason": reason, ":id": id, ":version": version},
    )?)
}

/// The id of their number in the register of numbers.
pub(in crate::meetings) fn number_id(desk: &Desk<'_>, id: MinutesId) -> Result<Option<NumberId>> {
    let sql = "SELECT number_id FROM meeting_minutes WHERE id = :id";
    Ok(desk.tx.query_row(sql, named_params! {":id": id}, |row| row.get("number_id"))?)
}

/// One set of minutes.
pub(in crate::meetings) fn get(desk: &Desk<'_>, id: MinutesId) -> Result<Minutes> {
    let sql = "SELECT * FROM meeting_minutes WHERE id = :id AND campaign = :campaign";
    found(desk.tx.query_row(sql, named_params! {":id": id, ":campaign": desk.campaign.id}, read), "会议纪要")
}

/// Every set of minutes of a meeting, the one that counts first, then the void ones.
pub(in crate::meetings) fn of(desk: &Desk<'_>, meeting: MeetingId) -> Result<Vec<Minutes>> {
    let sql = "SELECT * FROM meeting_minutes WHERE meeting = :meeting ORDER BY stage = 'voided', created_at DESC, id LIMIT 100";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows =
        query.query_map(named_params! {":meeting": meeting}, read)?.collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

/// The versions, newest first; the texts only where one is asked for.
pub(in crate::meetings) fn versions(desk: &Desk<'_>, id: MinutesId) -> Result<Vec<MinutesVersion>> {
    let sql = "SELECT n, title, text, author, at FROM meeting_minutes_version WHERE minutes = :id ORDER BY n DESC LIMIT 500";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":id": id}, |row| {
        let text: String = row.get("text")?;
        let at: NaiveDateTime = row.get("at")?;
        let characters = text.chars().filter(|c| !c.is_whitespace()).count() as u32;
        Ok(MinutesVersion {
            n: row.get("n")?,
            title: row.get("title")?,
            text,
            author: row.get("author")?,
            at,
            characters,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Minutes> {
    let stage: MinutesStage = row.get("stage")?;
    Ok(Minutes {
        id: row.get("id")?,
        version: row.get("version")?,
        meeting: row.get("meeting")?,
        stage,
        stage_label: stage.label().into(),
        title: row.get("title")?,
        text: row.get("text")?,
        signed_on: row.get("signed_on")?,
        signer_name: row.get("signer_name")?,
        signer_words: row.get("signer_words")?,
        signed_basis: row.get("signed_basis")?,
        number: row.get("number")?,
        issued_on: row.get("issued_on")?,
        copies: row.get("copies")?,
        void_reason: row.get("void_reason")?,
    })
}
