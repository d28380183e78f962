//! Rows of items with their stages and units. Everything that belongs to a plan is read in three queries.
use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::named_params;

use super::{one, progress};
use crate::kernel::desk::Desk;
use crate::kernel::refusal::{Refusal, Result};
use crate::registry::UnitKind;
use crate::tasks::kinds::{TaskId, TaskPlanId, TaskPlanStage, TaskRole, TaskStageId, TaskState};
use crate::tasks::record::{TaskGoal, TaskItem, TaskStage, TaskUnit, TaskWords};
use crate::tasks::state;

/// Puts an item at the end of its plan.
pub(in crate::tasks) fn insert(desk: &Desk<'_>, plan: TaskPlanId, words: &TaskWords) -> Result<TaskId> {
    let id: TaskId = desk.new_id();
    desk.tx.execute(
        "INSERT INTO task_item (id, campaign, plan, position, aspect, title, due_on, note)
         VALUES (:id, :campaign, :plan, (SELECT coalesce(max(position), 0) + 1 FROM task_item WHERE plan = :plan), :aspect,
           :title, :due_on, :note)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":plan": plan, ":aspect": words.aspect, ":title": words.title,
            ":due_on": words.due_on, ":note": words.note,
        },
    )?;
    write_units(desk, id, words)?;
    write_goals(desk, id, &words.goals)?;
    Ok(id)
}

/// Writes an item anew; stages that are named by id stay the same stages.
pub(in crate::tasks) fn update(
    desk: &Desk<'_>,
    item: &TaskItem,
    version: i64,
    words: &TaskWords,
) -> Result<()> {
    one(desk.tx.execute(
        "UPDATE task_item SET aspect = :aspect, title = :title, due_on = :due_on, note = :note, version = version + 1
         WHERE id = :id AND version = :version AND removed_at IS NULL AND dropped_in IS NULL",
        named_params! {
            ":aspect": words.aspect, ":title": words.title, ":due_on": words.due_on, ":note": words.note,
            ":id": item.id, ":version": version,
        },
    )?)?;
    desk.tx.execute("DELETE FROM task_unit WHERE item = :item", named_params! {":item": item.id})?;
    write_units(desk, item.id, words)?;
    for stage in &item.stages {
        if !words.goals.iter().any(|goal| goal.id == Some(stage.id)) {
            desk.tx.execute(
                "UPDATE task_stage SET removed_at = :now WHERE id = :id",
                named_params! {":now": desk.now, ":id": stage.id},
            )?;
        }
    }
    if words.goals.iter().filter_map(|goal| goal.id).any(|id| !item.stages.iter().any(|s| s.id == id)) {
        return Err(Refusal::stale());
    }
    write_goals(desk, item.id, &words.goals)
}

fn write_units(desk: &Desk<'_>, item: TaskId, words: &TaskWords) -> Result<()> {
    for (position, (role, unit)) in words.units().enumerate() {
        desk.tx.execute(
            "INSERT INTO task_unit (campaign, item, role, position, unit, unit_short, unit_kind)
             VALUES (:campaign, :item, :role, :position, :unit, :short, :kind)",
            named_params! {
                ":campaign": desk.campaign.id, ":item": item, ":role": role, ":position": position as i64 + 1,
                ":unit": unit.unit, ":short": unit.short, ":kind": unit.kind,
            },
        )?;
    }
    Ok(())
}

fn write_goals(desk: &Desk<'_>, item: TaskId, goals: &[TaskGoal]) -> Result<()> {
    let mut by_day: Vec<&TaskGoal> = goals.iter().collect();
    by_day.sort_by_key(|goal| goal.due_on);
    for (position, goal) in by_day.into_iter().enumerate() {
        let id: TaskStageId = goal.id.unwrap_or_else(|| desk.new_id());
        desk.tx.execute(
            "INSERT INTO task_stage (id, campaign, item, position, goal, due_on)
             VALUES (:id, :campaign, :item, :position, :goal, :due_on)
             ON CONFLICT (id) DO UPDATE SET position = excluded.position, goal = excluded.goal, due_on = excluded.due_on",
            named_params! {
                ":id": id, ":campaign": desk.campaign.id, ":item": item, ":position": position as i64 + 1,
                ":goal": goal.goal, ":due_on": goal.due_on,
            },
        )?;
    }
    Ok(())
}

/// Takes an item out of a plan that is still written.
pub(in crate::tasks) fn remove(desk: &Desk<'_>, item: &TaskItem, version: i64) -> Result<()> {
    let sql = "UPDATE task_item SET removed_at = :now, version = version + 1
               WHERE id = :id AND version = :version AND removed_at IS NULL";
    one(desk.tx.execute(sql, named_params! {":now": desk.now, ":id": item.id, ":version": version})?)
}

/// Strikes an item out in an edition; it stays visible.
pub(in crate::tasks) fn drop(
    desk: &Desk<'_>,
    item: &TaskItem,
    version: i64,
    edition: i64,
    reason: &str,
) -> Result<()> {
    one(desk.tx.execute(
        "UPDATE task_item SET dropped_in = :edition, drop_reason = :reason, version = version + 1
         WHERE id = :id AND version = :version AND dropped_in IS NULL",
        named_params! {":edition": edition, ":reason": reason, ":id": item.id, ":version": version},
    )?)
}

/// Which items are read.
#[derive(Debug, Clone, Copy)]
pub(in crate::tasks) enum Of {
    Plan(TaskPlanId),
    Item(TaskId),
    Year(Option<i32>),
}

const WHICH: &str = "i.campaign = :campaign AND i.removed_at IS NULL AND (:plan IS NULL OR i.plan = :plan)
  AND (:item IS NULL OR i.id = :item) AND (:year IS NULL OR p.year = :year)";

/// Items with all that belongs to them, in their order, as of today.
pub(in crate::tasks) fn load(desk: &Desk<'_>, of: Of) -> Result<Vec<TaskItem>> {
    let (plan, item, year) = match of {
        Of::Plan(plan) => (Some(plan), None, None),
        Of::Item(item) => (None, Some(item), None),
        Of::Year(year) => (None, None, year),
    };
    let given = named_params! {":campaign": desk.campaign.id, ":plan": plan, ":item": item, ":year": year};
    let mut units = units(desk, given)?;
    let (mut stages, reports) = (stages(desk, given)?, progress::said(desk, given, WHICH)?);
    for stage in stages.values_mut().flatten() {
        let said = reports.get(&stage.id).map_or(&[][..], Vec::as_slice);
        stage.percent = state::percent(said);
        stage.done_on = state::done_on(said);
        stage.state = state::stage(stage.due_on, said, desk.today());
        stage.state_label = stage.state.label().into();
    }
    let sql = format!(
        "SELECT i.*, p.year, p.stage AS plan_stage FROM task_item i JOIN task_plan p ON p.id = i.plan WHERE {WHICH}
         ORDER BY p.year DESC, i.position LIMIT 20000"
    );
    let mut query = desk.tx.prepare_cached(&sql)?;
    let rows = query.query_map(given, |row| {
        let id: TaskId = row.get("id")?;
        let mut of = |role| units.remove(&(id, role)).unwrap_or_default();
        let mut stages = stages.remove(&id).unwrap_or_default();
        // A plan that is still written owes nothing yet.
        if row.get::<_, TaskPlanStage>("plan_stage")? == TaskPlanStage::Draft {
            for stage in &mut stages {
                stage.state = TaskState::NotStarted;
                stage.state_label = stage.state.label().into();
            }
        }
        let words = TaskWords {
            aspect: row.get("aspect")?,
            title: row.get("title")?,
            note: row.get("note")?,
            due_on: row.get("due_on")?,
            goals: stages
                .iter()
                .map(|one| TaskGoal { id: Some(one.id), goal: one.goal.clone(), due_on: one.due_on })
                .collect(),
            leads: of(TaskRole::Lead),
            partners: of(TaskRole::Partner),
            doers: of(TaskRole::Doer),
        };
        Ok(TaskItem {
            id,
            version: row.get("version")?,
            plan: row.get("plan")?,
            year: row.get("year")?,
            position: row.get("position")?,
            lead_label: shorts(&words.leads),
            words,
            dropped_in: row.get("dropped_in")?,
            drop_reason: row.get("drop_reason")?,
            percent: 0,
            state: TaskState::NotStarted,
            state_label: String::new(),
            days_left: None,
            stages,
        })
    })?;
    let items: Vec<TaskItem> = rows.collect::<rusqlite::Result<_>>()?;
    Ok(items.into_iter().map(|item| placed(item, desk.today())).collect())
}

/// Names in one line.
pub(in crate::tasks) fn shorts(units: &[TaskUnit]) -> String {
    units.iter().map(|unit| unit.short.as_str()).collect::<Vec<_>>().join("、")
}

/// One item.
pub(in crate::tasks) fn get(desk: &Desk<'_>, id: TaskId) -> Result<TaskItem> {
    load(desk, Of::Item(id))?.pop().ok_or_else(|| Refusal::not_found("工作任务"))
}

/// With where it stands, from its stages.
fn placed(mut item: TaskItem, today: NaiveDate) -> TaskItem {
    let states: Vec<TaskState> = item.stages.iter().map(|stage| stage.state).collect();
    let sum: u32 = item.stages.iter().map(|stage| stage.percent).sum();
    item.percent = sum.checked_div(item.stages.len() as u32).unwrap_or(0);
    item.state = state::item(&states);
    item.state_label = if item.dropped_in.is_some() { "已取消".into() } else { item.state.label().into() };
    let open = item.stages.iter().filter(|stage| stage.done_on.is_none()).map(|stage| stage.due_on).min();
    item.days_left = open.filter(|_| item.dropped_in.is_none()).map(|due| (due - today).num_days());
    item
}

type Given<'a> = &'a [(&'a str, &'a dyn rusqlite::ToSql)];

fn units(desk: &Desk<'_>, given: Given<'_>) -> Result<BTreeMap<(TaskId, TaskRole), Vec<TaskUnit>>> {
    let sql = format!(
        "SELECT u.* FROM task_unit u JOIN task_item i ON i.id = u.item JOIN task_plan p ON p.id = i.plan WHERE {WHICH}
         ORDER BY u.item, u.position LIMIT 200000"
    );
    let mut query = desk.tx.prepare_cached(&sql)?;
    let rows = query.query_map(given, |row| {
        let unit = TaskUnit {
            unit: row.get("unit")?,
            short: row.get("unit_short")?,
            kind: row.get::<_, UnitKind>("unit_kind")?,
        };
        Ok(((row.get("item")?, row.get("role")?), unit))
    })?;
    let mut all: BTreeMap<(TaskId, TaskRole), Vec<TaskUnit>> = BTreeMap::new();
    for row in rows {
        let (key, unit) = row?;
        all.entry(key).or_default().push(unit);
    }
    Ok(all)
}

fn stages(desk: &Desk<'_>, given: Given<'_>) -> Result<BTreeMap<TaskId, Vec<TaskStage>>> {
    let sql = format!(
        "SELECT s.* FROM task_stage s JOIN task_item i ON i.id = s.item JOIN task_plan p ON p.id = i.plan
         WHERE {WHICH} AND s.removed_at IS NULL ORDER BY s.item, s.position LIMIT 200000"
    );
    let mut query = desk.tx.prepare_cached(&sql)?;
    let rows = query.query_map(given, |row| Ok((row.get("item")?, read_stage(row)?)))?;
    let mut all: BTreeMap<TaskId, Vec<TaskStage>> = BTreeMap::new();
    for row in rows {
        let (item, stage) = row?;
        all.entry(item).or_default().push(stage);
    }
    Ok(all)
}

fn read_stage(row: &rusqlite::Row<'_>) -> rusqlite::Result<TaskStage> {
    let removed: Option<String> = row.get("removed_at")?;
    Ok(TaskStage {
        id: row.get("id")?,
        goal: row.get("goal")?,
        due_on: row.get("due_on")?,
        percent: 0,
        done_on: None,
        state: TaskState::NotStarted,
        state_label: String::new(),
        replaced: removed.is_some(),
    })
}

/// Stages that adjustments replaced and that were reported on.
pub(in crate::tasks) fn replaced(desk: &Desk<'_>, item: TaskId) -> Result<Vec<TaskStage>> {
    let sql = "SELECT s.* FROM task_stage s WHERE s.item = :item AND s.removed_at IS NOT NULL
                 AND EXISTS (SELECT 1 FROM task_progress g WHERE g.stage = s.id) ORDER BY s.due_on LIMIT 500";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":item": item}, read_stage)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
