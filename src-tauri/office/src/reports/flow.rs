//! The flow of a unit's report as a printed table (第二十二条). Pure: no SQL, no clock.
//!
//! ```text
//! 待报送 ──送达──▶ 已收到 ──核收──▶ 已核收         已收到、已核收 ──退回──▶ 退回补正 ──送达──▶ 已收到
//! ```
//!
//! Whether it was on time is no stage: `rule.rs` says it from the first arrivals.
use crate::kernel::flow::{self, StepChoice};
use crate::kernel::keyed::keyed;
use crate::kernel::refusal::{Refusal, Result};

keyed!(
    /// Stage of a report.
    ReportStage {
        /// Nothing has come.
        Waiting = "waiting" "待报送",
        /// Something has come; the office looks at it.
        Received = "received" "已收到",
        /// Sent back to be corrected.
        Returned = "returned" "退回补正",
        /// In order; its items can be used.
        Accepted = "accepted" "已核收",
    }
);
keyed!(
    /// What can be done with a report.
    ReportStep {
        /// Paper or an electronic document arrived.
        Arrive = "arrive" "登记送达",
        /// It is in order.
        Accept = "accept" "核收",
        /// It goes back to be corrected.
        Return = "return" "退回补正",
    }
);

use ReportStage as Stage;
use ReportStep as Step;

/// The flow: (stage, step, next stage, whether it is offered as a button of its own).
pub const FLOW: &[flow::Row<Stage, Step, bool>] = &[
    (Stage::Waiting, Step::Arrive, Stage::Received, false),
    (Stage::Received, Step::Arrive, Stage::Received, false),
    (Stage::Received, Step::Accept, Stage::Accepted, true),
    (Stage::Received, Step::Return, Stage::Returned, true),
    (Stage::Returned, Step::Arrive, Stage::Received, false),
    (Stage::Accepted, Step::Arrive, Stage::Accepted, false),
    (Stage::Accepted, Step::Return, Stage::Returned, true),
];

/// The stage after the step, or why not.
pub fn next(stage: Stage, step: Step, article: u8) -> Result<Stage> {
    flow::next(FLOW, &stage, &step).map(|(_, _, to, _)| *to).ok_or_else(|| {
        let hint = match stage {
            Stage::Waiting => "请先登记纸质材料或电子文档的送达。",
            Stage::Returned => "请等单位补正后登记送达。",
            Stage::Received | Stage::Accepted => "请按报送情况办理。",
        };
        Refusal::refused(format!("报送处于“{}”，不能{}。", stage.label(), step.label()))
            .hint(hint)
            .article(article)
    })
}

/// The steps that are offered.
pub fn choices(stage: Stage, article: u8) -> Vec<StepChoice> {
    let offered = [Step::Accept, Step::Return];
    offered
        .iter()
        .map(|step| StepChoice::of(step.key(), step.label(), next(stage, *step, article).map(drop)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const AGAIN: &str = "
        waiting  arrive→received accept→-        return→-
        received arrive→received accept→accepted return→returned
        returned arrive→received accept→-        return→-
        accepted arrive→accepted accept→-        return→returned";

    #[test]
    fn every_step_at_every_stage_leads_where_the_second_table_says() {
        let mut seen = 0;
        for line in AGAIN.lines().filter(|line| !line.trim().is_empty()) {
            let mut words = line.split_whitespace();
            let stage = Stage::from_key(words.next().unwrap()).unwrap();
            for word in words {
                let (step, to) = word.split_once('→').unwrap();
                let step = Step::from_key(step).unwrap();
                assert_eq!(next(stage, step, 22).ok(), Stage::from_key(to), "{line} {word}");
                seen += 1;
            }
        }
        assert_eq!(seen, Stage::ALL.len() * Step::ALL.len());
    }

    #[test]
    fn what_cannot_be_done_says_why_and_by_which_article() {
        let offered = choices(Stage::Waiting, 22);
        assert!(offered.iter().all(|choice| choice.why_not.is_some()));
        assert_eq!(offered[0].article.as_deref(), Some("第二十二条"));
    }
}
