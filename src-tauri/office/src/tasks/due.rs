//! What is due in the division of tasks (第二条): stages that are near their day or beyond it.
use super::commands::{TaskFilter, all};
use super::kinds::TaskPlanStage;
use super::store::plans;
use crate::kernel::due::Due;
use crate::kernel::{Desk, Result};

/// Stages of plans that went out, not done, that are due within the profile's days or overdue.
pub fn due(desk: &Desk<'_>) -> Result<Vec<Due>> {
    let (rules, mut found) = (&desk.profile.tasks, Vec::new());
    for plan in plans::all(desk)?.into_iter().filter(|plan| plan.stage == TaskPlanStage::Issued) {
        for item in all(desk, &TaskFilter { plan: Some(plan.id), ..TaskFilter::default() })? {
            for stage in item.stages.iter().filter(|stage| stage.done_on.is_none()) {
                let left = (stage.due_on - desk.today()).num_days();
                if left > i64::from(rules.remind_days) {
                    continue;
                }
                let title = format!("任务“{}”：{}", item.words.title, stage.goal);
                found.push(
                    Due::by(title, item.lead_label.clone(), stage.due_on, desk.today())
                        .article(rules.article)
                        .state(format!("{}　{}%", stage.state_label, stage.percent))
                        .at("tasks", format!("/tasks/{}", item.id)),
                );
            }
        }
    }
    Ok(found)
}
