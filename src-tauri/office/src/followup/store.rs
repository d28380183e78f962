//! Rows of items, their helping units and their history. A change names the version and the stage it was made on.
use chrono::NaiveDate;
use rusqlite::{Row, named_params};

use super::commands::FollowupFilter;
use super::flow::{self, FollowupStage};
use super::item::{
    FollowupEvent, FollowupEventId, FollowupFigures, FollowupId, FollowupItem, FollowupUnit, NewItem,
};
use crate::kernel::desk::Desk;
use crate::kernel::numbering::Given;
use crate::kernel::refusal::Result;
use crate::kernel::rows::{Slice, found, one, order_by};

/// Writes a new item down.
pub(super) fn insert(desk: &Desk<'_>, id: FollowupId, given: &Given, new: &NewItem) -> Result<()> {
    desk.tx.execute(
        "INSERT INTO followup_item (id, campaign, stage, number, number_id, text, source_kind, source, source_name,
           owed_to, lead, lead_short, opened_on, due_on)
         VALUES (:id, :campaign, 'open', :number, :number_id, :text, :source_kind, :source, :source_name,
           :owed_to, :lead, :lead_short, :opened_on, :due_on)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":number": given.text, ":number_id": given.id, ":text": new.text,
            ":source_kind": new.source_kind, ":source": new.source, ":source_name": new.source_name,
            ":owed_to": new.owed_to, ":lead": new.lead.unit, ":lead_short": new.lead.short,
            ":opened_on": desk.today(), ":due_on": new.due_on,
        },
    )?;
    for (position, helper) in new.helpers.iter().enumerate() {
        desk.tx.execute(
            "INSERT INTO followup_helper (campaign, item, position, unit, unit_short)
             VALUES (:campaign, :item, :position, :unit, :short)",
            named_params! {
                ":campaign": desk.campaign.id, ":item": id, ":position": position as i64 + 1,
                ":unit": helper.unit, ":short": helper.short,
            },
        )?;
    }
    Ok(())
}

/// One item.
pub(super) fn get(desk: &Desk<'_>, id: FollowupId) -> Result<FollowupItem> {
    let sql = "SELECT * FROM followup_item WHERE id = :id AND campaign = :campaign";
    let params = named_params! {":id": id, ":campaign": desk.campaign.id};
    let item = found(desk.tx.query_row(sql, params, |row| read(desk, row)), "督办事项")?;
    with_helpers(desk, item)
}

const WHERE: &str = "campaign = :campaign AND (:stage IS NULL OR stage = :stage)
  AND (:unit IS NULL OR lead = :unit OR EXISTS (SELECT 1 FROM followup_helper h WHERE h.item = i.id AND h.unit = :unit))
  AND (:source IS NULL OR source = :source)
  AND (:words = '' OR instr(text, :words) OR instr(number, :words) OR instr(lead_short, :words))
  AND (NOT :waiting OR stage IN ('open', 'replied'))
  AND (NOT :overdue OR (stage IN ('open', 'replied') AND coalesce(reply_on, :today) > due_on))";

const COLUMNS: &[(&str, &str)] = &[
    ("number", "reading(number)"),
    ("text", "reading(text)"),
    ("lead", "reading(lead_short)"),
    ("source_name", "reading(source_name)"),
    ("due_on", "due_on"),
    ("days_left", "CASE WHEN stage IN ('open', 'replied') THEN due_on END"),
    ("stage_label", "instr('open replied accepted withdrawn', stage)"),
    ("reply_on", "reply_on"),
    ("reply_number", "reading(reply_number)"),
];

/// Items that fit the filter in the order it asks for, and how many there are.
pub(super) fn list(
    desk: &Desk<'_>,
    filter: &FollowupFilter,
    slice: Slice,
) -> Result<(Vec<FollowupItem>, u32)> {
    let (words, today) = (filter.words.trim(), desk.today());
    let given = named_params! {
        ":campaign": desk.campaign.id, ":stage": filter.stage, ":unit": filter.unit, ":source": filter.meeting,
        ":words": words, ":waiting": filter.waiting, ":overdue": filter.overdue, ":today": today,
    };
    let total = desk.tx.query_row(
        &format!("SELECT count(*) AS n FROM followup_item i WHERE {WHERE}"),
        given,
        |r| r.get("n"),
    )?;
    let usual = "stage IN ('accepted', 'withdrawn'), due_on, number, id";
    let order = order_by(filter.order.as_ref(), COLUMNS, usual)?;
    let sql = format!(
        "SELECT * FROM followup_item i WHERE {WHERE} ORDER BY {order} LIMIT {} OFFSET {}",
        slice.bounded(),
        slice.offset
    );
    let mut query = desk.tx.prepare_cached(&sql)?;
    let items: Vec<FollowupItem> =
        query.query_map(given, |row| read(desk, row))?.collect::<rusqlite::Result<_>>()?;
    let items = items.into_iter().map(|item| with_helpers(desk, item)).collect::<Result<_>>()?;
    Ok((items, total))
}

/// Ids and number ids of items of a source that are not closed yet.
pub(super) fn unclosed_of(desk: &Desk<'_>, kind: &str, source: &str) -> Result<Vec<FollowupId>> {
    let sql = "SELECT id FROM followup_item WHERE source_kind = :kind AND source = :source
               AND stage IN ('open', 'replied') ORDER BY number LIMIT 1000";
    let mut query = desk.tx.prepare_cached(sql)?;
    let ids = query.query_map(named_params! {":kind": kind, ":source": source}, |row| row.get("id"))?;
    Ok(ids.collect::<rusqlite::Result<_>>()?)
}

/// The id of an item's number.
pub(super) fn number_id(desk: &Desk<'_>, id: FollowupId) -> Result<crate::kernel::ids::NumberId> {
    let sql = "SELECT number_id FROM followup_item WHERE id = :id";
    Ok(desk.tx.query_row(sql, named_params! {":id": id}, |row| row.get("number_id"))?)
}

/// What a step changes.
#[derive(Default)]
pub(super) struct Change<'a> {
    pub to: Option<FollowupStage>,
    pub reply_on: Option<NaiveDate>,
    pub reply: &'a str,
    pub reply_number: &'a str,
    pub returned: bool,
    pub reason: &'a str,
}

/// Moves an item on; stale if it is not where it was seen.
pub(super) fn apply(desk: &Desk<'_>, item: &FollowupItem, version: i64, change: &Change<'_>) -> Result<()> {
    let to = change.to.unwrap_or(item.stage);
    let closed = matches!(to, FollowupStage::Accepted | FollowupStage::Withdrawn).then(|| desk.today());
    let changed = desk.tx.execute(
        "UPDATE followup_item SET stage = :to, reply_on = :reply_on, reply = :reply, reply_number = :reply_number,
           returns = returns + :returned, reason = :reason, closed_on = :closed, version = version + 1
         WHERE id = :id AND version = :version AND stage = :from",
        named_params! {
            ":to": to, ":reply_on": change.reply_on, ":reply": change.reply, ":reply_number": change.reply_number,
            ":returned": i64::from(change.returned), ":reason": change.reason, ":closed": closed, ":id": item.id,
            ":version": version, ":from": item.stage,
        },
    )?;
    one(changed)
}

/// Notes what was done.
pub(super) fn note(desk: &Desk<'_>, item: FollowupId, what: &str, words: &str) -> Result<()> {
    let id: FollowupEventId = desk.new_id();
    desk.tx.execute(
        "INSERT INTO followup_event (id, campaign, item, at, who, what, words)
         VALUES (:id, :campaign, :item, :now, :who, :what, :words)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":item": item, ":now": desk.now, ":who": desk.who.name,
            ":what": what, ":words": words,
        },
    )?;
    Ok(())
}

/// The history of an item, newest first.
pub(super) fn events(desk: &Desk<'_>, item: FollowupId) -> Result<Vec<FollowupEvent>> {
    let sql = "SELECT at, who, what, words FROM followup_event WHERE item = :item ORDER BY at DESC, id DESC LIMIT 500";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":item": item}, |row| {
        Ok(FollowupEvent {
            at: row.get("at")?,
            who: row.get("who")?,
            what: row.get("what")?,
            words: row.get("words")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many items stand where on a day.
pub(super) fn figures(desk: &Desk<'_>, day: NaiveDate) -> Result<FollowupFigures> {
    let sql = "SELECT coalesce(sum(stage = 'open'), 0) AS open, coalesce(sum(stage = 'replied'), 0) AS replied,
                 coalesce(sum(stage = 'accepted'), 0) AS accepted,
                 coalesce(sum(stage IN ('open', 'replied') AND coalesce(reply_on, :day) > due_on), 0) AS overdue
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
    let (due_on, reply_on): (NaiveDate, Option<NaiveDate>) = (row.get("due_on")?, row.get("reply_on")?);
    let waiting = matches!(stage, FollowupStage::Open | FollowupStage::Replied);
    let answered = reply_on.unwrap_or_else(|| desk.today());
    Ok(FollowupItem {
        id: row.get("id")?,
        version: row.get("version")?,
        number: row.get("number")?,
        text: row.get("text")?,
        stage,
        stage_label: stage.label().into(),
        source_kind: row.get("source_kind")?,
        source: row.get("source")?,
        source_name: row.get("source_name")?,
        owed_to: row.get("owed_to")?,
        lead: FollowupUnit { unit: row.get("lead")?, short: row.get("lead_short")? },
        helpers: Vec::new(),
        opened_on: row.get("opened_on")?,
        due_on,
        days_left: waiting.then(|| (due_on - desk.today()).num_days()),
        overdue: stage != FollowupStage::Withdrawn && answered > due_on,
        reply_on,
        reply: row.get("reply")?,
        reply_number: row.get("reply_number")?,
        returns: row.get("returns")?,
        closed_on: row.get("closed_on")?,
        reason: row.get("reason")?,
        allowed: flow::choices(stage, desk.profile.decisions.article),
    })
}

fn with_helpers(desk: &Desk<'_>, mut item: FollowupItem) -> Result<FollowupItem> {
    let sql = "SELECT unit, unit_short FROM followup_helper WHERE item = :item ORDER BY position LIMIT 200";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":item": item.id}, |row| {
        Ok(FollowupUnit { unit: row.get("unit")?, short: row.get("unit_short")? })
    })?;
    item.helpers = rows.collect::<rusqlite::Result<_>>()?;
    Ok(item)
}
