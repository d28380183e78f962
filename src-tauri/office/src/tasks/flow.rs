//! The flow of a plan as a printed table (第二条). Pure: no SQL, no clock.
//!
//! ```text
//! 编制中 (编制 again and again) ──印发──▶ 已印发 (调整 makes the next edition; 登记进展)
//! ```
use super::kinds::{TaskPlanStage, TaskPlanStep};
use crate::kernel::flow::{self, StepChoice};
use crate::kernel::refusal::{Refusal, Result};

use TaskPlanStage as Stage;
use TaskPlanStep as Step;

/// The flow: (stage, step, next stage, who). Everybody of the office may take every step.
pub const FLOW: &[flow::Row<Stage, Step, ()>] = &[
    (Stage::Draft, Step::Edit, Stage::Draft, ()),
    (Stage::Draft, Step::Issue, Stage::Issued, ()),
    (Stage::Issued, Step::Adjust, Stage::Issued, ()),
    (Stage::Issued, Step::Report, Stage::Issued, ()),
];

/// The stage after the step, or why not. `items` is how many items the plan has.
pub fn next(stage: Stage, step: Step, items: usize, article: u8) -> Result<Stage> {
    let Some((_, _, to, ())) = flow::next(FLOW, &stage, &step) else {
        let (fact, hint) = match (stage, step) {
            (Stage::Issued, Step::Edit) => {
                ("年度计划已经印发，不能直接修改", "请办理“调整”，写明原因，旧的一版保留。")
            }
            (Stage::Issued, Step::Issue) => ("年度计划已经印发", "不需要重复办理。"),
            (Stage::Draft, Step::Report) => ("年度计划还没有印发，不能登记进展", "请先印发年度计划。"),
            _ => ("年度计划还没有印发，直接修改即可，不用办理调整", "请在编制中直接修改。"),
        };
        return Err(Refusal::refused(format!("{fact}。")).hint(hint).article(article));
    };
    if step == Step::Issue && items == 0 {
        return Err(Refusal::refused("年度计划里还没有工作任务，不能印发。")
            .hint("请先编制或导入工作任务。")
            .article(article));
    }
    Ok(*to)
}

/// Every step with what the flow says to it, for the window.
pub fn choices(stage: Stage, items: usize, article: u8) -> Vec<StepChoice> {
    let says = |step: &Step| next(stage, *step, items, article).map(drop);
    Step::ALL.iter().map(|step| StepChoice::of(step.key(), step.label(), says(step))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const AGAIN: &str = "
        draft  edit→draft issue→issued adjust→-      report→-
        issued edit→-     issue→-      adjust→issued report→issued";

    #[test]
    fn every_step_at_every_stage_leads_where_the_second_table_says() {
        let mut seen = 0;
        for line in AGAIN.lines().filter(|line| !line.trim().is_empty()) {
            let mut words = line.split_whitespace();
            let stage = Stage::from_key(words.next().unwrap()).unwrap();
            for word in words {
                let (step, to) = word.split_once('→').unwrap();
                let says = next(stage, Step::from_key(step).unwrap(), 3, 2).ok();
                assert_eq!(says, Stage::from_key(to), "{line} {word}");
                seen += 1;
            }
        }
        assert_eq!(seen, Stage::ALL.len() * Step::ALL.len());
    }

    #[test]
    fn an_empty_plan_does_not_go_out() {
        let no = next(Stage::Draft, Step::Issue, 0, 2).unwrap_err();
        assert_eq!(no.article.as_deref(), Some("第二条"));
    }
}
