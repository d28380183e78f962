//! The flow of an item as a printed table (第十二条). Pure: no SQL, no clock; what stands against a step is in `guards.rs`.
//!
//! ```text
//! 待下发 ──下发通知──▶ 办理中 ──登记回复──▶ 已回复待审 ──认可──▶ 已办结 ──更正──▶ 已办结 (new version, with reason)
//!                    │  ▲ ▲                 │
//!                    │  │ └───────退回──────┘       办理中: 签收 进展 配合反馈 催办 延期 升级 stay where they are
//!              暂缓 ▼  │ 恢复
//!                    已暂缓        办理中、已暂缓 ──终止──▶ 已终止       any that is not over ──撤销──▶ 已撤销
//! ```
use crate::kernel::flow::{self, StepChoice};
use crate::kernel::keyed::keyed;
use crate::kernel::refusal::{Refusal, Result};

keyed!(
    /// Stage of an item.
    FollowupStage {
        /// In the register; the unit has not been told yet.
        Registered = "registered" "待下发",
        /// The lead unit works on it.
        Open = "open" "办理中",
        /// The unit has answered; the office looks at it.
        Replied = "replied" "已回复待审",
        /// Put off by the director.
        Suspended = "suspended" "已暂缓",
        /// The office accepted the answer.
        Accepted = "accepted" "已办结",
        /// Ended by the director without a result.
        Closed = "closed" "已终止",
        /// Void: its source was made void, or it was entered by mistake.
        Withdrawn = "withdrawn" "已撤销",
    }
);
keyed!(
    /// What can be done with an item.
    FollowupStep {
        /// What was entered is put right before anybody is told.
        Amend = "amend" "修改登记",
        /// The notice goes to lead and helpers.
        Notify = "notify" "下发督办通知",
        /// A unit signed for its notice.
        Receive = "receive" "登记签收",
        /// The lead unit reported.
        Report = "report" "登记进展",
        /// A helping unit did its part.
        Part = "part" "登记配合反馈",
        /// The unit is urged.
        Urge = "urge" "催办",
        /// The unit asked for more time.
        AskExtension = "ask_extension" "登记延期申请",
        /// That was decided.
        Extend = "extend" "登记延期审批",
        /// It is taken higher.
        Escalate = "escalate" "升级督办",
        /// The unit's answer came in.
        Reply = "reply" "登记回复",
        /// The answer is accepted.
        Accept = "accept" "认可办结",
        /// The answer is sent back.
        Return = "return" "退回重办",
        /// An accepted answer is put right.
        Correct = "correct" "更正回复",
        /// Put off.
        Suspend = "suspend" "暂缓办理",
        /// Taken up again.
        Resume = "resume" "恢复办理",
        /// Ended without a result.
        Close = "close" "终止办理",
        /// Made void.
        Withdraw = "withdraw" "撤销立项",
    }
);
keyed!(
    /// Whose step it is.
    FollowupHand {
        /// Clerk and director.
        Office = "office" "经办人",
        /// The director alone.
        Director = "director" "办公室主任",
    }
);

use FollowupHand::{Director, Office};
use FollowupStage as Stage;
use FollowupStep as Step;

/// The flow: (stage, step, next stage, whose step). A source that becomes void withdraws without a hand.
pub const FLOW: &[flow::Row<Stage, Step, FollowupHand>] = &[
    (Stage::Registered, Step::Notify, Stage::Open, Office),
    (Stage::Registered, Step::Amend, Stage::Registered, Office),
    (Stage::Registered, Step::Withdraw, Stage::Withdrawn, Director),
    (Stage::Open, Step::Reply, Stage::Replied, Office),
    (Stage::Open, Step::Report, Stage::Open, Office),
    (Stage::Open, Step::Part, Stage::Open, Office),
    (Stage::Open, Step::Notify, Stage::Open, Office),
    (Stage::Open, Step::Receive, Stage::Open, Office),
    (Stage::Open, Step::Urge, Stage::Open, Office),
    (Stage::Open, Step::AskExtension, Stage::Open, Office),
    (Stage::Open, Step::Extend, Stage::Open, Office),
    (Stage::Open, Step::Escalate, Stage::Open, Office),
    (Stage::Open, Step::Suspend, Stage::Suspended, Director),
    (Stage::Open, Step::Close, Stage::Closed, Director),
    (Stage::Open, Step::Withdraw, Stage::Withdrawn, Director),
    (Stage::Replied, Step::Accept, Stage::Accepted, Office),
    (Stage::Replied, Step::Return, Stage::Open, Office),
    (Stage::Replied, Step::Part, Stage::Replied, Office),
    (Stage::Replied, Step::Receive, Stage::Replied, Office),
    (Stage::Replied, Step::Withdraw, Stage::Withdrawn, Director),
    (Stage::Suspended, Step::Resume, Stage::Open, Director),
    (Stage::Suspended, Step::Receive, Stage::Suspended, Office),
    (Stage::Suspended, Step::Close, Stage::Closed, Director),
    (Stage::Suspended, Step::Withdraw, Stage::Withdrawn, Director),
    (Stage::Accepted, Step::Correct, Stage::Accepted, Director),
];

impl FollowupStage {
    /// Whether nothing is owed any more.
    pub fn is_over(self) -> bool {
        matches!(self, Stage::Accepted | Stage::Closed | Stage::Withdrawn)
    }
}

/// The stage after the step, or why not.
///
/// # Errors
/// Refuses with the stage, what can be done there, and the article.
pub fn next(stage: Stage, step: Step, article: u8) -> Result<Stage> {
    flow::next(FLOW, &stage, &step).map(|(_, _, to, _)| *to).ok_or_else(|| {
        let can: Vec<&str> = FLOW.iter().filter(|row| row.0 == stage).map(|row| row.1.label()).collect();
        let hint = match can.is_empty() {
            true => "这个事项已经了结，不再办理；有新的要求请另立新事项并与它关联。".to_owned(),
            false => format!("现在可以：{}。", can.join("、")),
        };
        Refusal::refused(format!("督办事项处于“{}”，不能{}。", stage.label(), step.label()))
            .hint(hint)
            .article(article)
    })
}

/// Whose step it is at this stage.
pub fn hand(stage: Stage, step: Step) -> FollowupHand {
    flow::next(FLOW, &stage, &step).map_or(Office, |row| row.3)
}

/// The steps of a stage as offered at the desk; `guard` says what stands against each of them now.
pub fn choices(stage: Stage, guard: impl Fn(Step) -> Result<()>) -> Vec<StepChoice> {
    let rows = FLOW.iter().filter(|row| row.0 == stage);
    rows.map(|(_, step, _, _)| StepChoice::of(step.key(), step.label(), guard(*step))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    // Written down a second time, from the paper: steps that a stage knows, and where they lead.
    const AGAIN: &str = "
        registered amend→registered notify→open withdraw→withdrawn
        open       notify→open receive→open report→open part→open urge→open ask_extension→open extend→open
                   escalate→open reply→replied suspend→suspended close→closed withdraw→withdrawn
        replied    receive→replied part→replied accept→accepted return→open withdraw→withdrawn
        suspended  receive→suspended resume→open close→closed withdraw→withdrawn
        accepted   correct→accepted
        closed
        withdrawn";

    fn again(stage: Stage, step: Step) -> Option<Stage> {
        let mut at = None;
        for word in AGAIN.split_whitespace() {
            match word.split_once('→') {
                None => at = Stage::from_key(word),
                Some((by, to)) if at == Some(stage) && by == step.key() => return Stage::from_key(to),
                Some(_) => {}
            }
        }
        None
    }

    #[test]
    fn every_step_at_every_stage_leads_where_the_second_table_says() {
        for stage in Stage::ALL {
            for step in Step::ALL {
                assert_eq!(next(*stage, *step, 12).ok(), again(*stage, *step), "{stage:?} {step:?}");
            }
        }
        let written = AGAIN.matches('→').count();
        assert_eq!(written, FLOW.len(), "both tables have the same rows");
    }

    #[test]
    fn a_refusal_says_what_can_be_done_instead() {
        let no = next(Stage::Open, Step::Accept, 12).unwrap_err();
        assert!(no.message.contains("“办理中”，不能认可办结") && no.hint.unwrap().contains("登记回复"));
        let no = next(Stage::Closed, Step::Reply, 12).unwrap_err();
        assert!(no.hint.unwrap().contains("另立新事项"));
    }

    #[test]
    fn putting_off_ending_and_correcting_are_the_directors() {
        let mut his: Vec<&str> = FLOW.iter().filter(|row| row.3 == Director).map(|row| row.1.key()).collect();
        his.sort_unstable();
        his.dedup();
        assert_eq!(his, ["close", "correct", "resume", "suspend", "withdraw"]);
    }
}
