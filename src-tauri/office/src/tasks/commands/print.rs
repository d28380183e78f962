//! Paper and workbooks of a plan: 任务分解表 of any edition, 任务进展台账, 各单位承担任务一览.
use press::Ledger;
use serde::Deserialize;
use ts_rs::TS;

use super::items::{TaskFilter, all};
use super::units::{TaskUnitsAsked, lines};
use crate::kernel::answer::Paper;
use crate::kernel::desk::Desk;
use crate::kernel::paper;
use crate::kernel::refusal::{Refusal, Result};
use crate::tasks::kinds::TaskPlanId;
use crate::tasks::store::{editions, items, plans};
use crate::tasks::{forms, ledgers};

/// Which plan, in which edition.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct TaskTableAsked {
    /// Plan; this year's if left out.
    pub plan: Option<TaskPlanId>,
    /// Edition; the one in force if left out.
    pub edition: Option<i64>,
}

fn lines_of(desk: &Desk<'_>, q: &TaskTableAsked) -> Result<forms::Table> {
    let plan = plans::meant(desk, q.plan)?;
    let current = items::load(desk, items::Of::Plan(plan.id))?;
    let shown = |id| current.iter().find(|item| item.id == id).map(|item| item.state_label.clone());
    let rows = match q.edition.filter(|n| *n != plan.edition) {
        None => current
            .iter()
            .filter(|item| item.dropped_in.is_none())
            .map(|item| (item.words.clone(), forms::progress(item)))
            .collect(),
        Some(n) if (1..plan.edition).contains(&n) => editions::as_of(desk, plan.id, n)?
            .into_iter()
            .map(|(id, words)| (words, shown(id).unwrap_or_default()))
            .collect(),
        Some(n) => {
            return Err(Refusal::refused(format!("{}年计划没有第{n}版。", plan.year))
                .hint("请在调整记录里选择一版。"));
        }
    };
    let edition = q.edition.unwrap_or(plan.edition);
    let on = editions::all(desk, plan.id, None)?.into_iter().find(|one| one.n == edition).map(|one| one.on);
    Ok(forms::Table { edition, on, plan, rows })
}

pub(super) fn table(desk: &Desk<'_>, q: TaskTableAsked) -> Result<Paper> {
    paper::form(desk, forms::table(desk, &lines_of(desk, &q)?))
}

pub(super) fn table_ledger(desk: &Desk<'_>, q: TaskTableAsked) -> Result<Ledger> {
    Ok(ledgers::table(desk, &lines_of(desk, &q)?))
}

pub(super) fn progress(desk: &Desk<'_>, q: TaskFilter) -> Result<Ledger> {
    Ok(ledgers::progress(desk, &all(desk, &q)?))
}

pub(super) fn units(desk: &Desk<'_>, q: TaskUnitsAsked) -> Result<Ledger> {
    let plan = plans::meant(desk, q.plan)?;
    Ok(ledgers::units(desk, plan.year, &lines(desk, &q)?))
}
