//! Finding items by words, for the search in the top bar.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::commands::{TaskFilter, all};
use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;

/// How many are shown.
const FEW: usize = 8;

/// What was typed.
#[derive(Debug, Deserialize, TS)]
pub struct TaskFindAsked {
    /// Words in task, goals, remark or units.
    pub words: String,
}

/// An item that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TaskFound {
    /// 任务.
    pub kind: String,
    /// The task.
    pub label: String,
    /// Year, lead and state.
    pub note: String,
    /// Page.
    pub to: String,
}

/// Few, the latest year first.
pub(super) fn find(desk: &Desk<'_>, q: TaskFindAsked) -> Result<Vec<TaskFound>> {
    if q.words.trim().is_empty() {
        return Ok(Vec::new());
    }
    let found = all(desk, &TaskFilter { words: q.words, dropped: true, ..TaskFilter::default() })?;
    let hit = |one: super::TaskItem| TaskFound {
        kind: "任务".into(),
        note: format!("{}年　{}　{}", one.year, one.lead_label, one.state_label),
        to: format!("/tasks/{}", one.id),
        label: one.words.title,
    };
    Ok(found.into_iter().take(FEW).map(hit).collect())
}
