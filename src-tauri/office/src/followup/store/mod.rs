//! Rows of items and their helping units. A change names the version and the stage it was made on.
pub mod beside;
pub mod compiled;
pub mod events;
pub mod time;

use chrono::NaiveDate;
use rusqlite::types::ToSql;
use rusqlite::{Row, named_params};

use super::commands::FollowupFilter;
use super::flow::FollowupStage;
use super::item::{FollowupFigures, FollowupItem, FollowupLink, FollowupUnit, NewItem};
use super::kinds::{FollowupId, FollowupRhythm, FollowupSource, FollowupUrgency};
use super::rules::{self, Times};
use crate::kernel::desk::Desk;
use crate::kernel::ids::NumberId;
use crate::kernel::numbering::Given;
use crate::kernel::refusal::Result;
use crate::kernel::rows::{Slice, found, one, order_by};

/// Writes a new item down.
pub fn insert(
    desk: &Desk<'_>,
    id: FollowupId,
    stage: FollowupStage,
    given: &Given,
    new: &NewItem,
) -> Result<()> {
    let terms = &new.terms;
    desk.tx.execute(
        "INSERT INTO followup_item (id, campaign, stage, number, number_id, text, source_kind, source, source_name,
           ground, owed_to, urgency, rhythm, lead, lead_short, undertaker, undertaker_phone, supervisor,
           supervisor_phone, previous, opened_on, first_due_on, due_on)
         VALUES (:id, :campaign, :stage, :number, :number_id, :text, :source_kind, :source, :source_name, :ground,
           :owed_to, :urgency, :rhythm, :lead, :lead_short, :undertaker, :undertaker_phone, :supervisor,
           :supervisor_phone, :previous, :opened_on, :due_on, :due_on)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":stage": stage, ":number": given.text, ":number_id": given.id,
            ":text": new.text.trim(), ":source_kind": new.source_kind, ":source": new.source,
            ":source_name": new.source_name, ":ground": ground(new), ":owed_to": new.owed_to,
            ":urgency": terms.urgency.unwrap_or(FollowupUrgency::Plain),
            ":rhythm": terms.rhythm.unwrap_or(FollowupRhythm::Once), ":lead": new.lead.unit,
            ":lead_short": new.lead.short, ":undertaker": terms.undertaker,
            ":undertaker_phone": terms.undertaker_phone, ":supervisor": supervisor(desk, new),
            ":supervisor_phone": terms.supervisor_phone, ":previous": terms.previous, ":opened_on": desk.today(),
            ":due_on": new.due_on,
        },
    )?;
    time::set_term(desk, id, new.due_on, "交办时确定")?;
    helpers(desk, id, &new.helpers)
}

fn ground(new: &NewItem) -> &str {
    if new.terms.ground.is_empty() { &new.source_name } else { &new.terms.ground }
}

fn supervisor<'a>(desk: &'a Desk<'_>, new: &'a NewItem) -> &'a str {
    if new.terms.supervisor.is_empty() { &desk.who.name } else { &new.terms.supervisor }
}

/// Puts what was entered right; only while nobody was told.
pub fn amend(desk: &Desk<'_>, item: &FollowupItem, version: i64, new: &NewItem) -> Result<()> {
    let terms = &new.terms;
    one(desk.tx.execute(
        "UPDATE followup_item SET text = :text, source_kind = :source_kind, source_name = :source_name,
           ground = :ground, owed_to = :owed_to, urgency = :urgency, rhythm = :rhythm, lead = :lead,
           lead_short = :lead_short, undertaker = :undertaker, undertaker_phone = :undertaker_phone,
           supervisor = :supervisor, supervisor_phone = :supervisor_phone, previous = :previous,
           first_due_on = :due_on, due_on = :due_on, version = version + 1
         WHERE id = :id AND version = :version AND stage = 'registered'",
        named_params! {
            ":text": new.text.trim(), ":source_kind": new.source_kind, ":source_name": new.source_name,
            ":ground": ground(new), ":owed_to": new.owed_to,
            ":urgency": terms.urgency.unwrap_or(FollowupUrgency::Plain),
            ":rhythm": terms.rhythm.unwrap_or(FollowupRhythm::Once), ":lead": new.lead.unit,
            ":lead_short": new.lead.short, ":undertaker": terms.undertaker,
            ":undertaker_phone": terms.undertaker_phone, ":supervisor": supervisor(desk, new),
            ":supervisor_phone": terms.supervisor_phone, ":previous": terms.previous, ":due_on": new.due_on,
            ":id": item.id, ":version": version,
        },
    )?)?;
    if new.due_on != item.due_on {
        time::set_term(desk, item.id, new.due_on, "下发前修改")?;
    }
    desk.tx.execute("DELETE FROM followup_helper WHERE item = :item", named_params! {":item": item.id})?;
    helpers(desk, item.id, &new.helpers)
}

fn helpers(desk: &Desk<'_>, item: FollowupId, all: &[FollowupUnit]) -> Result<()> {
    for (position, helper) in all.iter().enumerate() {
        desk.tx.execute(
            "INSERT INTO followup_helper (campaign, item, position, unit, unit_short)
             VALUES (:campaign, :item, :position, :unit, :short)",
            named_params! {
                ":campaign": desk.campaign.id, ":item": item, ":position": position as i64 + 1,
                ":unit": helper.unit, ":short": helper.short,
            },
        )?;
    }
    Ok(())
}

const COUNTED: &str = "SELECT i.*, (SELECT count(*) FROM followup_urging u WHERE u.item = i.id) AS urgings
  FROM followup_item i";

/// One item.
pub fn get(desk: &Desk<'_>, id: FollowupId) -> Result<FollowupItem> {
    let sql = format!("{COUNTED} WHERE i.id = :id AND i.campaign = :campaign");
    let params = named_params! {":id": id, ":campaign": desk.campaign.id};
    let item = found(desk.tx.query_row(&sql, params, |row| read(desk, row)), "督办事项")?;
    completed(desk, item)
}

const WHERE: &str = "campaign = :campaign AND (:stage IS NULL OR stage = :stage)
  AND (:kind IS NULL OR source_kind = :kind) AND (:urgency IS NULL OR urgency = :urgency)
  AND (:unit IS NULL OR lead = :unit OR EXISTS (SELECT 1 FROM followup_helper h WHERE h.item = i.id AND h.unit = :unit))
  AND (:source IS NULL OR source = :source) AND (:person = '' OR supervisor = :person OR undertaker = :person)
  AND (:from IS NULL OR opened_on >= :from) AND (:to IS NULL OR opened_on <= :to)
  AND (:words = '' OR instr(text, :words) OR instr(number, :words) OR instr(lead_short, :words) OR instr(source_name, :words))
  AND (NOT :waiting OR stage IN ('registered', 'open', 'replied', 'suspended'))
  AND (NOT :near OR (stage IN ('registered', 'open') AND due_on BETWEEN :today AND date(:today, :near_days)))
  AND (NOT :overdue OR (stage IN ('registered', 'open', 'replied') AND coalesce(reply_on, :today) > due_on))";

const COLUMNS: &[(&str, &str)] = &[
    ("number", "reading(number)"),
    ("text", "reading(text)"),
    ("lead", "reading(lead_short)"),
    ("source_label", "instr('group meeting instruction superior public plan', source_kind)"),
    ("source_name", "reading(source_name)"),
    ("opened_on", "opened_on"),
    ("due_on", "due_on"),
    ("days_left", "CASE WHEN stage IN ('registered', 'open') THEN due_on END"),
    ("stage_label", "instr('registered open replied suspended accepted closed withdrawn', stage)"),
    ("urgency_label", "-instr('plain more most', urgency)"),
    ("urgings", "(SELECT count(*) FROM followup_urging u WHERE u.item = i.id)"),
    ("supervisor", "reading(supervisor)"),
    ("undertaker", "reading(undertaker)"),
    ("reply_on", "reply_on"),
    ("reply_number", "reading(reply_number)"),
    ("closed_on", "closed_on"),
];

/// Items that fit the filter in the order it asks for, and how many there are.
pub fn list(desk: &Desk<'_>, filter: &FollowupFilter, slice: Slice) -> Result<(Vec<FollowupItem>, u32)> {
    let (words, today) = (filter.words.trim(), desk.today());
    let person = if filter.mine { desk.who.name.as_str() } else { filter.person.trim() };
    let near_days = format!("+{} days", desk.profile.followup.near_days);
    let given: &[(&str, &dyn ToSql)] = named_params! {
        ":campaign": desk.campaign.id, ":stage": filter.stage, ":kind": filter.source, ":urgency": filter.urgency,
        ":unit": filter.unit, ":source": filter.meeting, ":person": person, ":from": filter.from, ":to": filter.to,
        ":words": words, ":waiting": filter.waiting, ":overdue": filter.overdue, ":near": filter.near,
        ":near_days": near_days, ":today": today,
    };
    let sql = format!("SELECT count(*) AS n FROM followup_item i WHERE {WHERE}");
    let total = desk.tx.query_row(&sql, given, |row| row.get("n"))?;
    let usual = "stage IN ('accepted', 'closed', 'withdrawn'), due_on, number, id";
    let order = order_by(filter.order.as_ref(), COLUMNS, usual)?;
    let (limit, offset) = (slice.bounded(), slice.offset);
    let sql = format!("{COUNTED} WHERE {WHERE} ORDER BY {order} LIMIT {limit} OFFSET {offset}");
    let mut query = desk.tx.prepare_cached(&sql)?;
    let items: Vec<FollowupItem> =
        query.query_map(given, |row| read(desk, row))?.collect::<rusqlite::Result<_>>()?;
    let items = items.into_iter().map(|item| completed(desk, item)).collect::<Result<_>>()?;
    Ok((items, total))
}

/// Every item that fits the filter.
pub fn all(desk: &Desk<'_>, filter: &FollowupFilter) -> Result<Vec<FollowupItem>> {
    let mut rows = Vec::new();
    loop {
        let slice = Slice { offset: rows.len() as u32, limit: 500 };
        let (part, total) = list(desk, filter, slice)?;
        let done = part.is_empty();
        rows.extend(part);
        if done || rows.len() as u32 >= total {
            return Ok(rows);
        }
    }
}

/// Ids of items of a source that are not closed yet.
pub fn unclosed_of(desk: &Desk<'_>, kind: &str, source: &str) -> Result<Vec<FollowupId>> {
    let sql =
        "SELECT id FROM followup_item WHERE source_kind = :kind AND source = :source AND campaign = :campaign
               AND stage IN ('registered', 'open', 'replied', 'suspended') ORDER BY number LIMIT 1000";
    let mut query = desk.tx.prepare_cached(sql)?;
    let given = named_params! {":kind": kind, ":source": source, ":campaign": desk.campaign.id};
    let ids = query.query_map(given, |row| row.get("id"))?;
    Ok(ids.collect::<rusqlite::Result<_>>()?)
}

/// Items that go on from this one.
pub fn next_of(desk: &Desk<'_>, id: FollowupId) -> Result<Vec<FollowupLink>> {
    let sql =
        "SELECT id, number, text, stage FROM followup_item WHERE previous = :id ORDER BY number LIMIT 100";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":id": id}, |row| {
        Ok(FollowupLink {
            item: row.get("id")?,
            number: row.get("number")?,
            text: row.get("text")?,
            stage_label: row.get::<_, FollowupStage>("stage")?.label().into(),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The id of an item's number.
pub fn number_id(desk: &Desk<'_>, id: FollowupId) -> Result<NumberId> {
    let sql = "SELECT number_id FROM followup_item WHERE id = :id";
    Ok(desk.tx.query_row(sql, named_params! {":id": id}, |row| row.get("number_id"))?)
}

/// What a step leaves an item as; made from the item, so that what a step does not touch stays.
pub struct Change<'a> {
    pub to: FollowupStage,
    pub due_on: NaiveDate,
    pub notice_on: Option<NaiveDate>,
    pub reply_on: Option<NaiveDate>,
    pub reply: &'a str,
    pub reply_number: &'a str,
    pub returned: bool,
    pub reason: &'a str,
    /// The day that is written where the step ends the item, or puts it off.
    pub on: NaiveDate,
}

impl<'a> Change<'a> {
    /// Nothing but the stage.
    pub fn of(desk: &Desk<'_>, item: &'a FollowupItem, to: FollowupStage) -> Change<'a> {
        Change {
            to,
            due_on: item.due_on,
            notice_on: item.notice_on,
            reply_on: item.reply_on,
            reply: &item.reply,
            reply_number: &item.reply_number,
            returned: false,
            reason: &item.reason,
            on: desk.today(),
        }
    }
}

/// Moves an item on; stale if it is not where it was seen.
pub fn apply(desk: &Desk<'_>, item: &FollowupItem, version: i64, change: &Change<'_>) -> Result<()> {
    one(desk.tx.execute(
        "UPDATE followup_item SET stage = :to, due_on = :due_on, notice_on = :notice_on, reply_on = :reply_on,
           reply = :reply, reply_number = :reply_number, returns = returns + :returned, reason = :reason,
           closed_on = CASE WHEN :to IN ('accepted', 'closed', 'withdrawn') THEN coalesce(closed_on, :on) END,
           paused_on = CASE WHEN :to = 'suspended' THEN coalesce(paused_on, :on) END, version = version + 1
         WHERE id = :id AND version = :version AND stage = :from",
        named_params! {
            ":to": change.to, ":due_on": change.due_on, ":notice_on": change.notice_on,
            ":reply_on": change.reply_on, ":reply": change.reply, ":reply_number": change.reply_number,
            ":returned": i64::from(change.returned), ":reason": change.reason, ":on": change.on, ":id": item.id,
            ":version": version, ":from": item.stage,
        },
    )?)
}

/// How many items stand where on a day.
pub fn figures(desk: &Desk<'_>, day: NaiveDate) -> Result<FollowupFigures> {
    let sql = "SELECT coalesce(sum(stage IN ('registered', 'open', 'suspended')), 0) AS open,
                 coalesce(sum(stage = 'replied'), 0) AS replied, coalesce(sum(stage = 'accepted'), 0) AS accepted,
                 coalesce(sum(stage IN ('registered', 'open', 'replied') AND coalesce(reply_on, :day) > due_on), 0)
                   AS overdue
               FROM followup_item WHERE campaign = :campaign";
    Ok(desk.tx.query_row(sql, named_params! {":day": day, ":campaign": desk.campaign.id}, |row| {
        Ok(FollowupFigures {
            open: row.get("open")?,
            replied: row.get("replied")?,
            overdue: row.get("overdue")?,
            accepted: row.get("accepted")?,
        })
    })?)
}

fn read(desk: &Desk<'_>, row: &Row<'_>) -> rusqlite::Result<FollowupItem> {
    let stage: FollowupStage = row.get("stage")?;
    let source_kind: FollowupSource = row.get("source_kind")?;
    let (urgency, rhythm): (FollowupUrgency, FollowupRhythm) = (row.get("urgency")?, row.get("rhythm")?);
    let (due_on, reply_on): (NaiveDate, Option<NaiveDate>) = (row.get("due_on")?, row.get("reply_on")?);
    let rules = &desk.profile.followup;
    let timing = rules::timing(&Times { stage, due_on, reply_on }, desk.today(), rules.near_days);
    let running = matches!(stage, FollowupStage::Registered | FollowupStage::Open);
    let source_label = rules.source(source_kind.key()).map(|source| source.label.clone());
    Ok(FollowupItem {
        id: row.get("id")?,
        version: row.get("version")?,
        number: row.get("number")?,
        text: row.get("text")?,
        stage,
        stage_label: stage.label().into(),
        timing,
        timing_label: timing.label().into(),
        source_kind,
        source_label: source_label.unwrap_or_else(|| source_kind.label().into()),
        source: row.get("source")?,
        source_name: row.get("source_name")?,
        ground: row.get("ground")?,
        owed_to: row.get("owed_to")?,
        urgency,
        urgency_label: urgency.label().into(),
        rhythm,
        rhythm_label: rhythm.label().into(),
        lead: FollowupUnit { unit: row.get("lead")?, short: row.get("lead_short")? },
        helpers: Vec::new(),
        undertaker: row.get("undertaker")?,
        undertaker_phone: row.get("undertaker_phone")?,
        supervisor: row.get("supervisor")?,
        supervisor_phone: row.get("supervisor_phone")?,
        previous: row.get("previous")?,
        opened_on: row.get("opened_on")?,
        first_due_on: row.get("first_due_on")?,
        due_on,
        days_left: running.then(|| (due_on - desk.today()).num_days()),
        overdue: matches!(timing, super::kinds::FollowupTiming::Overdue | super::kinds::FollowupTiming::Late),
        notice_on: row.get("notice_on")?,
        urgings: row.get("urgings")?,
        missing: 0,
        reply_on,
        reply: row.get("reply")?,
        reply_number: row.get("reply_number")?,
        returns: row.get("returns")?,
        closed_on: row.get("closed_on")?,
        reason: row.get("reason")?,
    })
}

/// With its helping units and the count of periods that were not reported.
fn completed(desk: &Desk<'_>, mut item: FollowupItem) -> Result<FollowupItem> {
    let sql = "SELECT unit, unit_short FROM followup_helper WHERE item = :item ORDER BY position LIMIT 200";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":item": item.id}, |row| {
        Ok(FollowupUnit { unit: row.get("unit")?, short: row.get("unit_short")? })
    })?;
    item.helpers = rows.collect::<rusqlite::Result<_>>()?;
    if item.rhythm != FollowupRhythm::Once && item.stage == FollowupStage::Open {
        let periods = time::periods(desk, &item)?;
        let missing = periods.iter().filter(|p| p.state == super::kinds::FollowupPeriodState::Missing);
        item.missing = missing.count() as u32;
    }
    Ok(item)
}
