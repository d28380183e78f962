//! What each unit has to do in a plan: member units, districts and parks beside each other (第二条).
use std::collections::BTreeMap;

use serde::Deserialize;
use ts_rs::TS;

use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;
use crate::kernel::rows::{Key, Order, Rows, Slice, SortColumn, arrange, part};
use crate::registry::{self, UnitId, UnitKind};
use crate::tasks::kinds::{TaskPlanId, TaskRole, TaskState};
use crate::tasks::record::TaskUnitLine;
use crate::tasks::store::{items, plans};

/// Units of which plan.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct TaskUnitsAsked {
    /// Plan; this year's if left out.
    pub plan: Option<TaskPlanId>,
    /// Only of this kind.
    pub kind: Option<UnitKind>,
    /// Part of the name.
    pub words: String,
    /// Which part of the list.
    pub slice: Slice,
    /// In which order; the register's if left out.
    pub order: Option<Order>,
}

const COLUMNS: &[SortColumn<TaskUnitLine>] = &[
    ("short", |one| Key::words(&one.short)),
    ("kind_label", |one| Key::Count(one.kind as i64)),
    ("leads", |one| Key::Count(i64::from(one.leads))),
    ("partners", |one| Key::Count(i64::from(one.partners))),
    ("doers", |one| Key::Count(i64::from(one.doers))),
    ("done", |one| Key::Count(i64::from(one.done))),
    ("overdue", |one| Key::Count(i64::from(one.overdue))),
    ("percent", |one| one.percent.map_or(Key::Nothing, |p| Key::Count(i64::from(p)))),
];

pub(super) fn list(desk: &Desk<'_>, q: TaskUnitsAsked) -> Result<Rows<TaskUnitLine>> {
    Ok(part(lines(desk, &q)?, q.slice))
}

/// Every reporting unit of today, and those that have left and are in the plan, in the order asked for.
pub(in crate::tasks) fn lines(desk: &Desk<'_>, q: &TaskUnitsAsked) -> Result<Vec<TaskUnitLine>> {
    let mut all: BTreeMap<UnitId, (TaskUnitLine, Vec<u32>)> = BTreeMap::new();
    for unit in registry::units_on(desk, desk.today(), UnitKind::REPORTING)? {
        all.insert(unit.id, (line(unit.id, &unit.short, unit.kind, unit.order), Vec::new()));
    }
    for item in items::load(desk, items::Of::Plan(plans::meant(desk, q.plan)?.id))? {
        if item.dropped_in.is_some() {
            continue;
        }
        for (role, unit) in item.words.units() {
            let gone = || (line(unit.unit, &unit.short, unit.kind, i64::MAX), Vec::new());
            let (line, percents) = all.entry(unit.unit).or_insert_with(gone);
            match role {
                TaskRole::Lead => line.leads += 1,
                TaskRole::Partner => line.partners += 1,
                TaskRole::Doer => line.doers += 1,
            }
            line.done += u32::from(matches!(item.state, TaskState::InTime | TaskState::Late));
            line.overdue += u32::from(item.state == TaskState::Overdue);
            percents.push(item.percent);
        }
    }
    let mut rows: Vec<TaskUnitLine> = all.into_values().map(mean).collect();
    let words = q.words.trim();
    rows.retain(|line| q.kind.is_none_or(|kind| kind == line.kind) && line.short.contains(words));
    rows.sort_by_key(|line| (line.kind as i64, line.order, line.unit));
    arrange(&mut rows, q.order.as_ref(), COLUMNS)?;
    Ok(rows)
}

fn line(unit: UnitId, short: &str, kind: UnitKind, order: i64) -> TaskUnitLine {
    TaskUnitLine {
        unit,
        short: short.into(),
        kind,
        kind_label: kind.label().into(),
        order,
        leads: 0,
        partners: 0,
        doers: 0,
        done: 0,
        overdue: 0,
        percent: None,
    }
}

fn mean((line, percents): (TaskUnitLine, Vec<u32>)) -> TaskUnitLine {
    let percent = percents.iter().sum::<u32>().checked_div(percents.len() as u32);
    TaskUnitLine { percent, ..line }
}
