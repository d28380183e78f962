//! Rows that belong to time: last days, periods, pauses, urgings, extensions, escalation.
use chrono::NaiveDate;
use rusqlite::{Row, named_params};

use crate::followup::beside::{
    FollowupEscalation, FollowupExtension, FollowupPause, FollowupTerm, FollowupUrging,
};
use crate::followup::flow::FollowupStage;
use crate::followup::item::FollowupItem;
use crate::followup::kinds::{FollowupExtensionId, FollowupExtensionState, FollowupId, FollowupUrgingId};
use crate::followup::rules::{self, Period};
use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;
use crate::kernel::rows::one;
use crate::registry::PersonId;

/// A last day from today on.
pub fn set_term(desk: &Desk<'_>, item: FollowupId, due_on: NaiveDate, why: &str) -> Result<()> {
    desk.tx.execute(
        "INSERT INTO followup_term (campaign, item, n, due_on, since, why)
         SELECT :campaign, :item, coalesce(max(n), 0) + 1, :due_on, :today, :why FROM followup_term WHERE item = :item",
        named_params! {
            ":campaign": desk.campaign.id, ":item": item, ":due_on": due_on, ":today": desk.today(), ":why": why,
        },
    )?;
    Ok(())
}

/// Every last day that an item had, first to last.
pub fn terms(desk: &Desk<'_>, item: FollowupId) -> Result<Vec<FollowupTerm>> {
    let sql = "SELECT due_on, since, why FROM followup_term WHERE item = :item ORDER BY n LIMIT 100";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":item": item}, |row| {
        Ok(FollowupTerm { due_on: row.get("due_on")?, since: row.get("since")?, why: row.get("why")? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The days of report of an item and what became of them.
pub fn periods(desk: &Desk<'_>, item: &FollowupItem) -> Result<Vec<Period>> {
    let sql =
        "SELECT period, on_day FROM followup_progress WHERE item = :item AND period IS NOT NULL LIMIT 500";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":item": item.id}, |row| {
        Ok((row.get::<_, NaiveDate>("period")?, row.get::<_, NaiveDate>("on_day")?))
    })?;
    let reported = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    let pauses: Vec<rules::Pause> = pauses(desk, item.id)?.iter().map(|one| (one.from, one.to)).collect();
    // Whoever was not told yet owes no report; an overdue item goes on owing them until it is answered.
    let Some(from) = item.notice_on.or((item.stage != FollowupStage::Registered).then_some(item.opened_on))
    else {
        return Ok(Vec::new());
    };
    let over = item.reply_on.or(item.closed_on);
    let until = if over.is_none() { item.due_on.max(desk.today()) } else { item.due_on };
    Ok(rules::judged(&rules::periods(item.rhythm, from, until), &reported, &pauses, over, desk.today()))
}

/// Put off from a day on.
pub fn pause(desk: &Desk<'_>, item: FollowupId, from: NaiveDate, reason: &str) -> Result<()> {
    desk.tx.execute(
        "INSERT INTO followup_pause (campaign, item, n, from_on, reason)
         SELECT :campaign, :item, coalesce(max(n), 0) + 1, :from, :reason FROM followup_pause WHERE item = :item",
        named_params! {":campaign": desk.campaign.id, ":item": item, ":from": from, ":reason": reason},
    )?;
    Ok(())
}

/// Taken up again, or ended; none may be open.
pub fn end_pause(desk: &Desk<'_>, item: FollowupId, to: NaiveDate) -> Result<()> {
    let sql = "UPDATE followup_pause SET to_on = :to WHERE item = :item AND to_on IS NULL";
    desk.tx.execute(sql, named_params! {":to": to, ":item": item})?;
    Ok(())
}

/// Times in which an item was put off.
pub fn pauses(desk: &Desk<'_>, item: FollowupId) -> Result<Vec<FollowupPause>> {
    let sql = "SELECT from_on, to_on, reason FROM followup_pause WHERE item = :item ORDER BY n LIMIT 100";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":item": item}, |row| {
        Ok(FollowupPause { from: row.get("from_on")?, to: row.get("to_on")?, reason: row.get("reason")? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What is written of an urging.
pub struct Urged<'a> {
    pub number: &'a str,
    pub on: NaiveDate,
    pub way: &'a str,
    pub person: &'a str,
    pub words: &'a str,
    pub answer_by: NaiveDate,
}

/// A unit was urged.
pub fn urge(desk: &Desk<'_>, item: &FollowupItem, id: FollowupUrgingId, one: &Urged<'_>) -> Result<()> {
    desk.tx.execute(
        "INSERT INTO followup_urging (id, campaign, item, n, number, on_day, due_on, way, person, words, answer_by)
         SELECT :id, :campaign, :item, coalesce(max(n), 0) + 1, :number, :on, :due_on, :way, :person, :words, :by
         FROM followup_urging WHERE item = :item",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":item": item.id, ":number": one.number, ":on": one.on,
            ":due_on": item.due_on, ":way": one.way, ":person": one.person, ":words": one.words,
            ":by": one.answer_by,
        },
    )?;
    Ok(())
}

/// Urgings of an item, newest first; of all items if none is named.
pub fn urgings(desk: &Desk<'_>, item: FollowupId) -> Result<Vec<FollowupUrging>> {
    let sql = "SELECT * FROM followup_urging WHERE item = :item ORDER BY n DESC LIMIT 200";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":item": item}, |row| {
        Ok(FollowupUrging {
            id: row.get("id")?,
            n: row.get("n")?,
            number: row.get("number")?,
            on: row.get("on_day")?,
            due_on: row.get("due_on")?,
            way: row.get("way")?,
            person: row.get("person")?,
            words: row.get("words")?,
            answer_by: row.get("answer_by")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What a unit asked for.
pub struct Wanted<'a> {
    pub on: NaiveDate,
    pub new_due_on: NaiveDate,
    pub progress: &'a str,
    pub reason: &'a str,
    pub measures: &'a str,
}

/// A unit asked for more time.
pub fn ask_extension(desk: &Desk<'_>, item: &FollowupItem, wanted: &Wanted<'_>) -> Result<()> {
    let id: FollowupExtensionId = desk.new_id();
    desk.tx.execute(
        "INSERT INTO followup_extension (id, campaign, item, n, asked_on, old_due_on, new_due_on, progress, reason,
           measures, state)
         SELECT :id, :campaign, :item, coalesce(max(n), 0) + 1, :on, :old, :new, :progress, :reason, :measures,
           'waiting' FROM followup_extension WHERE item = :item",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":item": item.id, ":on": wanted.on, ":old": item.due_on,
            ":new": wanted.new_due_on, ":progress": wanted.progress, ":reason": wanted.reason,
            ":measures": wanted.measures,
        },
    )?;
    Ok(())
}

/// How an extension was decided.
pub struct Decided<'a> {
    pub on: NaiveDate,
    pub decider: PersonId,
    pub name: &'a str,
    /// The new last day; none where it was refused.
    pub granted: Option<NaiveDate>,
    pub words: &'a str,
}

/// It was decided.
pub fn decide_extension(desk: &Desk<'_>, id: FollowupExtensionId, decided: &Decided<'_>) -> Result<()> {
    let state = match decided.granted {
        Some(_) => FollowupExtensionState::Approved,
        None => FollowupExtensionState::Refused,
    };
    one(desk.tx.execute(
        "UPDATE followup_extension SET state = :state, decided_on = :on, decider = :decider, decider_name = :name,
           granted_due_on = :granted, words = :words WHERE id = :id AND state = 'waiting'",
        named_params! {
            ":state": state, ":on": decided.on, ":decider": decided.decider, ":name": decided.name,
            ":granted": decided.granted, ":words": decided.words, ":id": id,
        },
    )?)
}

/// The item moved on before it was decided.
pub fn lapse_extension(desk: &Desk<'_>, item: FollowupId) -> Result<()> {
    let sql = "UPDATE followup_extension SET state = 'lapsed' WHERE item = :item AND state = 'waiting'";
    desk.tx.execute(sql, named_params! {":item": item})?;
    Ok(())
}

/// Requests for more time, newest first.
pub fn extensions(desk: &Desk<'_>, item: FollowupId) -> Result<Vec<FollowupExtension>> {
    let sql = "SELECT * FROM followup_extension WHERE item = :item ORDER BY n DESC LIMIT 100";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":item": item}, read_extension)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn read_extension(row: &Row<'_>) -> rusqlite::Result<FollowupExtension> {
    let state: FollowupExtensionState = row.get("state")?;
    Ok(FollowupExtension {
        id: row.get("id")?,
        n: row.get("n")?,
        asked_on: row.get("asked_on")?,
        old_due_on: row.get("old_due_on")?,
        new_due_on: row.get("new_due_on")?,
        progress: row.get("progress")?,
        reason: row.get("reason")?,
        measures: row.get("measures")?,
        state,
        state_label: state.label().into(),
        decided_on: row.get("decided_on")?,
        decider: row.get("decider")?,
        decider_name: row.get("decider_name")?,
        granted_due_on: row.get("granted_due_on")?,
        words: row.get("words")?,
    })
}

/// It was taken higher.
pub fn escalate(
    desk: &Desk<'_>,
    item: &FollowupItem,
    (step, label): (&str, &str),
    on: NaiveDate,
    words: &str,
) -> Result<()> {
    desk.tx.execute(
        "INSERT INTO followup_escalation (campaign, item, due_on, step, label, on_day, words)
         VALUES (:campaign, :item, :due_on, :step, :label, :on, :words)",
        named_params! {
            ":campaign": desk.campaign.id, ":item": item.id, ":due_on": item.due_on, ":step": step, ":label": label,
            ":on": on, ":words": words,
        },
    )?;
    Ok(())
}

/// How an item was taken higher, first to last.
pub fn escalations(desk: &Desk<'_>, item: FollowupId) -> Result<Vec<FollowupEscalation>> {
    let sql = "SELECT * FROM followup_escalation WHERE item = :item ORDER BY on_day, due_on LIMIT 100";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":item": item}, |row| {
        Ok(FollowupEscalation {
            step: row.get("step")?,
            label: row.get("label")?,
            on: row.get("on_day")?,
            due_on: row.get("due_on")?,
            words: row.get("words")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
