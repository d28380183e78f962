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
