//! Adjustments of a plan that went out: the next edition, with its reason; the old one stays (第二条).
use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

use super::items::{TaskDraft, checked};
use super::plans::card;
use crate::kernel::attachments::{self, Upload};
use crate::kernel::checks::{needed, possible};
use crate::kernel::desk::Desk;
use crate::kernel::refusal::{Refusal, Result};
use crate::tasks::flow;
use crate::tasks::kinds::{TaskChange, TaskId, TaskPlanId, TaskPlanStep};
use crate::tasks::record::{TaskItem, TaskPlan, TaskPlanCard};
use crate::tasks::store::{editions, items, plans};

/// One item of an adjustment.
#[derive(Debug, Deserialize, TS)]
pub struct TaskAdjustItem {
    /// The item; a new one if left out.
    #[serde(default)]
    pub task: Option<TaskId>,
    /// As it is from now on; struck out if left out.
    #[serde(default)]
    pub words: Option<TaskDraft>,
}

/// An adjustment.
#[derive(Debug, Deserialize, TS)]
pub struct TaskAdjust {
    /// Plan.
    pub plan: TaskPlanId,
    /// Version it was seen in.
    pub version: i64,
    /// Day.
    pub on: NaiveDate,
    /// Why.
    pub reason: String,
    /// The paper it rests on: instruction, decision, letter.
    #[serde(default)]
    pub basis: String,
    /// What changes.
    pub changes: Vec<TaskAdjustItem>,
    /// Scan.
    #[serde(default)]
    pub scan: Option<Upload>,
}

pub(super) fn adjust(desk: &Desk<'_>, q: TaskAdjust) -> Result<TaskPlanCard> {
    let plan = plans::get(desk, q.plan)?;
    let article = desk.profile.tasks.article;
    flow::next(plan.stage, TaskPlanStep::Adjust, 1, article)?;
    let first = editions::all(desk, plan.id, None)?.first().map_or(desk.today(), |last| last.on);
    let on = possible(q.on, first, desk.today(), "调整日期", "上一版")?;
    let reason = needed(&q.reason, "调整的原因")?;
    if q.changes.is_empty() {
        return Err(Refusal::refused("没有要调整的任务。").hint("请选择要调整的任务。").article(article));
    }
    let edition = plans::advance(desk, &plan, q.version)?;
    editions::insert(desk, plan.id, &editions::Edition { n: edition, on, reason, basis: q.basis.trim() })?;
    for change in &q.changes {
        apply(desk, &plan, edition, reason, change)?;
    }
    if let Some(scan) = &q.scan {
        attachments::add(desk, "task_plan", plan.id, &format!("第{edition}版调整依据"), scan)?;
    }
    card(desk, plan.id)
}

fn apply(
    desk: &Desk<'_>,
    plan: &TaskPlan,
    edition: i64,
    reason: &str,
    change: &TaskAdjustItem,
) -> Result<()> {
    let old = change.task.map(|id| standing(desk, plan, id)).transpose()?;
    match (&old, &change.words) {
        (None, None) => Err(Refusal::refused("没有写明要调整哪一项任务。").hint("请选择任务。")),
        (None, Some(draft)) => {
            let words = checked(desk, plan.year, draft, None)?;
            let id = items::insert(desk, plan.id, &words)?;
            editions::keep(desk, id, edition, TaskChange::Added, &items::get(desk, id)?.words)
        }
        (Some(item), None) => {
            items::drop(desk, item, item.version, edition, reason)?;
            editions::keep(desk, item.id, edition, TaskChange::Dropped, &item.words)
        }
        (Some(item), Some(draft)) => {
            let words = checked(desk, plan.year, draft, Some(item))?;
            if words == item.words {
                return Err(Refusal::refused(format!("“{}”没有改动。", item.words.title))
                    .hint("请改动后再提交，或不列入这次调整。"));
            }
            items::update(desk, item, item.version, &words)?;
            editions::keep(desk, item.id, edition, TaskChange::Changed, &items::get(desk, item.id)?.words)
        }
    }
}

fn standing(desk: &Desk<'_>, plan: &TaskPlan, id: TaskId) -> Result<TaskItem> {
    let item = items::get(desk, id)?;
    if item.plan != plan.id {
        return Err(Refusal::not_found("工作任务"));
    }
    if let Some(edition) = item.dropped_in {
        return Err(Refusal::refused(format!(
            "“{}”已经在第{edition}版中取消，不能再调整。",
            item.words.title
        ))
        .hint("需要恢复的，请作为新的任务增加。"));
    }
    Ok(item)
}
