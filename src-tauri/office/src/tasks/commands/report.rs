//! Reports on stages (第二条): how far it is, in words and per cent, by which unit.
use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

use super::items::{OWNER, TaskAsked, open};
use crate::kernel::attachments::{self, Upload};
use crate::kernel::checks::{needed, possible};
use crate::kernel::desk::Desk;
use crate::kernel::refusal::{Refusal, Result};
use crate::registry::UnitId;
use crate::tasks::flow;
use crate::tasks::kinds::{TaskId, TaskPlanStep, TaskStageId};
use crate::tasks::record::TaskCard;
use crate::tasks::store::{items, plans, progress};

/// A report.
#[derive(Debug, Deserialize, TS)]
pub struct TaskReport {
    /// Item.
    pub task: TaskId,
    /// Stage.
    pub stage: TaskStageId,
    /// Day of the report.
    pub on: NaiveDate,
    /// How much is done, in per cent.
    pub percent: u32,
    /// In words.
    pub words: String,
    /// The unit that reports; the lead if left out.
    #[serde(default)]
    pub unit: Option<UnitId>,
    /// Who reports for it.
    #[serde(default)]
    pub reporter: String,
    /// Where the paper lies.
    #[serde(default)]
    pub basis: String,
    /// Scan.
    #[serde(default)]
    pub scan: Option<Upload>,
}

pub(super) fn report(desk: &Desk<'_>, q: TaskReport) -> Result<TaskCard> {
    let (item, article) = (items::get(desk, q.task)?, desk.profile.tasks.article);
    let plan = plans::get(desk, item.plan)?;
    let no = |words: String, hint: &str| Err(Refusal::refused(words).hint(hint).article(article));
    flow::next(plan.stage, TaskPlanStep::Report, 1, article)?;
    if item.dropped_in.is_some() {
        return no("这项任务已经取消，不再登记进展。".into(), "请核对任务。");
    }
    if !item.stages.iter().any(|stage| stage.id == q.stage) {
        return no("这个阶段已经调整，不能再登记进展。".into(), "请重新打开任务，选择现在的阶段。");
    }
    if q.percent > 100 {
        return no(format!("完成{}%超过了100%。", q.percent), "请填写0至100之间的整数。");
    }
    let asked = q.unit.or(item.words.leads.first().map(|lead| lead.unit));
    let Some((_, unit)) = item.words.units().find(|(_, unit)| Some(unit.unit) == asked) else {
        return no("报告进展的单位不承担这项任务。".into(), "请选择牵头、配合或落实单位。");
    };
    let mine = |one: &&crate::tasks::record::TaskProgress| one.stage == q.stage;
    let last = progress::of(desk, item.id)?.iter().find(mine).map(|one| one.on);
    let (first, since) = match (last, plan.issued_on) {
        (Some(last), _) => (last, "上次登记"),
        (None, Some(issued)) => (issued, "计划印发"),
        (None, None) => (NaiveDate::MIN, "计划印发"),
    };
    let report = progress::Report {
        item: item.id,
        stage: q.stage,
        on: possible(q.on, first, desk.today(), "进展日期", since)?,
        percent: q.percent,
        words: needed(&q.words, "进展情况")?,
        unit,
        reporter: q.reporter.trim(),
        basis: q.basis.trim(),
    };
    progress::insert(desk, &report)?;
    if let Some(scan) = &q.scan {
        attachments::add(desk, OWNER, item.id, "进展佐证", scan)?;
    }
    open(desk, TaskAsked { task: item.id })
}
