//! Rows of reports. A report stays; a later one corrects it.
use std::collections::BTreeMap;

use rusqlite::named_params;

use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;
use crate::tasks::kinds::{TaskId, TaskProgressId, TaskStageId};
use crate::tasks::record::{TaskProgress, TaskUnit};
use crate::tasks::state::Said;

/// A report as it is written down.
pub(in crate::tasks) struct Report<'a> {
    pub item: TaskId,
    pub stage: TaskStageId,
    pub on: chrono::NaiveDate,
    pub percent: u32,
    pub words: &'a str,
    pub unit: &'a TaskUnit,
    pub reporter: &'a str,
    pub basis: &'a str,
}

pub(in crate::tasks) fn insert(desk: &Desk<'_>, report: &Report<'_>) -> Result<()> {
    let id: TaskProgressId = desk.new_id();
    desk.tx.execute(
        "INSERT INTO task_progress (id, campaign, item, stage, n, on_day, percent, words, unit, unit_short, reporter, basis,
           recorded_by, recorded_at)
         VALUES (:id, :campaign, :item, :stage, (SELECT coalesce(max(n), 0) + 1 FROM task_progress WHERE stage = :stage), :on,
           :percent, :words, :unit, :short, :reporter, :basis, :by, :now)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":item": report.item, ":stage": report.stage, ":on": report.on,
            ":percent": report.percent, ":words": report.words, ":unit": report.unit.unit,
            ":short": report.unit.short, ":reporter": report.reporter, ":basis": report.basis,
            ":by": desk.who.name, ":now": desk.now,
        },
    )?;
    Ok(())
}

/// What was said of each stage, oldest first.
pub(super) fn said(
    desk: &Desk<'_>,
    given: &[(&str, &dyn rusqlite::ToSql)],
    which: &str,
) -> Result<BTreeMap<TaskStageId, Vec<Said>>> {
    let sql = format!(
        "SELECT g.stage, g.on_day, g.percent FROM task_progress g JOIN task_item i ON i.id = g.item
           JOIN task_plan p ON p.id = i.plan WHERE {which} ORDER BY g.stage, g.n LIMIT 200000"
    );
    let mut query = desk.tx.prepare_cached(&sql)?;
    let rows =
        query.query_map(given, |row| Ok((row.get("stage")?, (row.get("on_day")?, row.get("percent")?))))?;
    let mut all: BTreeMap<TaskStageId, Vec<Said>> = BTreeMap::new();
    for row in rows {
        let (stage, said) = row?;
        all.entry(stage).or_default().push(said);
    }
    Ok(all)
}

/// Reports on an item, newest first.
pub(in crate::tasks) fn of(desk: &Desk<'_>, item: TaskId) -> Result<Vec<TaskProgress>> {
    let sql =
        "SELECT g.*, s.goal FROM task_progress g JOIN task_stage s ON s.id = g.stage WHERE g.item = :item
               ORDER BY g.on_day DESC, g.recorded_at DESC, g.id DESC LIMIT 2000";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":item": item}, |row| {
        Ok(TaskProgress {
            id: row.get("id")?,
            stage: row.get("stage")?,
            goal: row.get("goal")?,
            on: row.get("on_day")?,
            percent: row.get("percent")?,
            words: row.get("words")?,
            unit_short: row.get("unit_short")?,
            reporter: row.get("reporter")?,
            basis: row.get("basis")?,
            recorded_by: row.get("recorded_by")?,
            recorded_at: row.get("recorded_at")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
