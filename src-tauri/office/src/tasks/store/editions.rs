//! Rows of editions, and each item as it stood in them.
use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::named_params;

use super::{json, kept};
use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;
use crate::tasks::kinds::{TaskChange, TaskId, TaskPlanId};
use crate::tasks::record::{TaskEdition, TaskItemChange, TaskWords};

/// An edition as it is written down.
pub(in crate::tasks) struct Edition<'a> {
    pub n: i64,
    pub on: NaiveDate,
    pub reason: &'a str,
    pub basis: &'a str,
}

pub(in crate::tasks) fn insert(desk: &Desk<'_>, plan: TaskPlanId, edition: &Edition<'_>) -> Result<()> {
    desk.tx.execute(
        "INSERT INTO task_edition (campaign, plan, n, on_day, reason, basis, at, who)
         VALUES (:campaign, :plan, :n, :on, :reason, :basis, :now, :who)",
        named_params! {
            ":campaign": desk.campaign.id, ":plan": plan, ":n": edition.n, ":on": edition.on,
            ":reason": edition.reason, ":basis": edition.basis, ":now": desk.now, ":who": desk.who.name,
        },
    )?;
    Ok(())
}

/// Keeps an item as it stands in an edition.
pub(in crate::tasks) fn keep(
    desk: &Desk<'_>,
    item: TaskId,
    n: i64,
    change: TaskChange,
    words: &TaskWords,
) -> Result<()> {
    desk.tx.execute(
        "INSERT INTO task_item_edition (campaign, item, n, change, words) VALUES (:campaign, :item, :n, :change, :words)",
        named_params! {
            ":campaign": desk.campaign.id, ":item": item, ":n": n, ":change": change, ":words": json(words)?,
        },
    )?;
    Ok(())
}

/// An item as an edition keeps it.
pub(in crate::tasks) struct Kept {
    pub item: TaskId,
    pub position: i64,
    pub n: i64,
    pub change: TaskChange,
    pub words: TaskWords,
}

/// Every item in every edition, by edition and place.
pub(in crate::tasks) fn kept_of(desk: &Desk<'_>, plan: TaskPlanId) -> Result<Vec<Kept>> {
    let sql = "SELECT k.item, k.n, k.change, k.words, i.position FROM task_item_edition k
               JOIN task_item i ON i.id = k.item WHERE i.plan = :plan ORDER BY k.n, i.position LIMIT 200000";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":plan": plan}, |row| {
        Ok(Kept {
            item: row.get("item")?,
            position: row.get("position")?,
            n: row.get("n")?,
            change: row.get("change")?,
            words: kept(row, "words")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Editions, newest first, each with what it changed; the issue itself changes nothing that could be shown.
pub(in crate::tasks) fn all(
    desk: &Desk<'_>,
    plan: TaskPlanId,
    only: Option<TaskId>,
) -> Result<Vec<TaskEdition>> {
    let mut before: BTreeMap<TaskId, TaskWords> = BTreeMap::new();
    let mut changes: BTreeMap<i64, Vec<TaskItemChange>> = BTreeMap::new();
    for one in kept_of(desk, plan)? {
        if only.is_some_and(|item| item != one.item) {
            continue;
        }
        let old = before.insert(one.item, one.words.clone());
        if one.change != TaskChange::Issued || only.is_some() {
            changes.entry(one.n).or_default().push(TaskItemChange {
                item: one.item,
                change: one.change,
                change_label: one.change.label().into(),
                before: old,
                after: one.words,
            });
        }
    }
    let sql = "SELECT * FROM task_edition WHERE plan = :plan ORDER BY n DESC LIMIT 500";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":plan": plan}, |row| {
        let n: i64 = row.get("n")?;
        Ok(TaskEdition {
            n,
            on: row.get("on_day")?,
            reason: row.get("reason")?,
            basis: row.get("basis")?,
            at: row.get("at")?,
            who: row.get("who")?,
            changes: changes.remove(&n).unwrap_or_default(),
        })
    })?;
    let all: Vec<TaskEdition> = rows.collect::<rusqlite::Result<_>>()?;
    Ok(all.into_iter().filter(|one| only.is_none() || !one.changes.is_empty()).collect())
}

/// The plan's items as they stood in an edition, in their order.
pub(in crate::tasks) fn as_of(desk: &Desk<'_>, plan: TaskPlanId, n: i64) -> Result<Vec<(TaskId, TaskWords)>> {
    let mut now: BTreeMap<i64, (TaskId, TaskWords)> = BTreeMap::new();
    for one in kept_of(desk, plan)?.into_iter().filter(|one| one.n <= n) {
        match one.change {
            TaskChange::Dropped => drop(now.remove(&one.position)),
            _ => drop(now.insert(one.position, (one.item, one.words))),
        }
    }
    Ok(now.into_values().collect())
}
