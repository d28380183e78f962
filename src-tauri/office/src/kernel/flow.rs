//! Flows as printed tables: (stage, step, next stage, by whom). One pure function decides for all rooms.
//!
//! It deliberately knows no record; a room's `flow.rs` holds its table and guards, its `store.rs` enforces the stage again.

/// One row of a flow.
pub type Row<Stage, Step, By> = (Stage, Step, Stage, By);

/// The row that allows `step` at `stage`, if the flow has one.
pub fn next<'a, Stage: PartialEq, Step: PartialEq, By>(
    flow: &'a [Row<Stage, Step, By>],
    stage: &Stage,
    step: &Step,
) -> Option<&'a Row<Stage, Step, By>> {
    flow.iter().find(|(from, by, _, _)| from == stage && by == step)
}

/// A step as offered to the person at the desk, with the reason why it cannot be taken now.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct StepChoice {
    /// Its key, as the command wants it.
    pub step: String,
    /// Chinese name.
    pub label: String,
    /// Why not now; none if it may be taken.
    pub why_not: Option<String>,
    /// The article the reason rests on.
    pub article: Option<String>,
}

impl StepChoice {
    /// From what the flow says to this step.
    pub fn of(step: &str, label: &str, says: Result<(), crate::kernel::refusal::Refusal>) -> Self {
        let no = says.err();
        let why_not =
            no.as_ref().map(|no| format!("{}{}", no.message, no.hint.as_deref().unwrap_or_default()));
        Self { step: step.into(), label: label.into(), why_not, article: no.and_then(|no| no.article) }
    }
}

/// One dot of the line of stages (流程线).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct StageDot {
    /// Key of the stage.
    pub key: String,
    /// Chinese name.
    pub label: String,
    /// `done`, `current` or `todo`.
    pub state: String,
    /// When it was reached.
    pub when: Option<chrono::NaiveDateTime>,
    /// Who took the step; may be empty.
    pub who: String,
}
