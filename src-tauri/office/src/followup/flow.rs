//! The flow of an item as a printed table (第十二条). Pure: no SQL, no clock.
//!
//! ```text
//! 办理中 ──登记回复──▶ 已回复待审 ──认可──▶ 已办结
//!   ▲                     │
//!   └───────退回──────────┘        办理中、已回复待审 ──撤销──▶ 已撤销 (its source was made void)
//! ```
use crate::kernel::flow::{self, StepChoice};
use crate::kernel::keyed::keyed;
use crate::kernel::refusal::{Refusal, Result};

keyed!(
    /// Stage of an item.
    FollowupStage {
        /// The lead unit works on it.
        Open = "open" "办理中",
        /// The unit has answered; the office looks at it.
        Replied = "replied" "已回复待审",
        /// The office accepted the answer.
        Accepted = "accepted" "已办结",
        /// Its source was made void.
        Withdrawn = "withdrawn" "已撤销",
    }
);
keyed!(
    /// What can be done with an item.
    FollowupStep {
        /// The unit's answer came in.
        Reply = "reply" "登记回复",
        /// The answer is accepted.
        Accept = "accept" "认可办结",
        /// The answer is sent back.
        Return = "return" "退回重办",
        /// The source was made void.
        Withdraw = "withdraw" "撤销",
    }
);

use FollowupStage as Stage;
use FollowupStep as Step;

/// The flow: (stage, step, next stage, whether a person at the desk may take it; withdrawing follows the source).
pub const FLOW: &[flow::Row<Stage, Step, bool>] = &[
    (Stage::Open, Step::Reply, Stage::Replied, true),
    (Stage::Open, Step::Withdraw, Stage::Withdrawn, false),
    (Stage::Replied, Step::Accept, Stage::Accepted, true),
    (Stage::Replied, Step::Return, Stage::Open, true),
    (Stage::Replied, Step::Withdraw, Stage::Withdrawn, false),
];

/// The stage after the step, or why not.
pub fn next(stage: Stage, step: Step, article: u8) -> Result<Stage> {
    flow::next(FLOW, &stage, &step).map(|(_, _, to, _)| *to).ok_or_else(|| {
        Refusal::refused(format!("督办事项处于“{}”阶段，不能{}。", stage.label(), step.label()))
            .article(article)
    })
}

/// The steps of a stage that are offered at the desk.
pub fn choices(stage: Stage, article: u8) -> Vec<StepChoice> {
    let offered = FLOW.iter().filter(|(from, _, _, desk)| *from == stage && *desk);
    offered
        .map(|(_, step, _, _)| {
            StepChoice::of(step.key(), step.label(), next(stage, *step, article).map(drop))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const AGAIN: &str = "
        open       reply→replied accept→-        return→-    withdraw→withdrawn
        replied    reply→-       accept→accepted return→open withdraw→withdrawn
        accepted   reply→-       accept→-        return→-    withdraw→-
        withdrawn  reply→-       accept→-        return→-    withdraw→-";

    #[test]
    fn every_step_at_every_stage_leads_where_the_second_table_says() {
        let mut seen = 0;
        for line in AGAIN.lines().filter(|line| !line.trim().is_empty()) {
            let mut words = line.split_whitespace();
            let stage = Stage::from_key(words.next().unwrap()).unwrap();
            for word in words {
                let (step, to) = word.split_once('→').unwrap();
                assert_eq!(
                    next(stage, Step::from_key(step).unwrap(), 12).ok(),
                    Stage::from_key(to),
                    "{line} {word}"
                );
                seen += 1;
            }
        }
        assert_eq!(seen, Stage::ALL.len() * Step::ALL.len());
    }

    #[test]
    fn withdrawing_is_not_offered_at_the_desk() {
        let offered = choices(Stage::Replied, 12);
        assert_eq!(offered.iter().map(|c| c.step.as_str()).collect::<Vec<_>>(), ["accept", "return"]);
    }
}
