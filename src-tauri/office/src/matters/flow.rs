//! The flow of a matter as a printed table, and the guards before each step (第七条). Pure: no SQL, no clock.
//!
//! ```text
//! 一般: 已提出 ──────────────审定(副组长 / 受托的主任)──▶ 已审定 ──办结──▶ 已办结
//! 重大: 已提出 ──会议审议──▶ 已审议 ──审定(组长)──▶ 已审定 ──办结──▶ 已办结      缓议 stays, 退回 leads back to 已提出
//! 一般 ──提升──▶ 重大, 已提出 again; never the other way             已提出、已审议 ──撤回──▶ 已撤回
//! ```
use super::kinds::{MatterLevel, MatterStage, MatterStep};
use crate::kernel::flow::{self, StepChoice};
use crate::kernel::refusal::{Refusal, Result};

use MatterLevel as Level;
use MatterStage as Stage;
use MatterStep as Step;

/// Levels that know a row of the flow.
pub type For = &'static [Level];
const ROUTINE: For = &[Level::Routine];
const MAJOR: For = &[Level::Major];
const BOTH: For = &[Level::Routine, Level::Major];

/// The flow: (stage, step, next stage, levels).
pub const FLOW: &[flow::Row<Stage, Step, For>] = &[
    (Stage::Raised, Step::Deliberate, Stage::Deliberated, MAJOR),
    (Stage::Raised, Step::Defer, Stage::Raised, MAJOR),
    (Stage::Raised, Step::Decide, Stage::Decided, ROUTINE),
    (Stage::Raised, Step::SendBack, Stage::Raised, ROUTINE),
    (Stage::Raised, Step::Escalate, Stage::Raised, ROUTINE),
    (Stage::Raised, Step::Withdraw, Stage::Withdrawn, BOTH),
    (Stage::Deliberated, Step::Decide, Stage::Decided, MAJOR),
    (Stage::Deliberated, Step::SendBack, Stage::Raised, MAJOR),
    (Stage::Deliberated, Step::Withdraw, Stage::Withdrawn, MAJOR),
    (Stage::Decided, Step::Escalate, Stage::Raised, ROUTINE),
    (Stage::Decided, Step::Close, Stage::Closed, BOTH),
];

/// What the guards look at.
#[derive(Debug, Clone, Copy)]
pub struct Facts {
    /// Level.
    pub level: Level,
    /// A joint meeting deliberated on it in this round.
    pub deliberated: bool,
    /// The leader decided on it in this round, after becoming major.
    pub leader_decided: bool,
    /// The article of who decides.
    pub article: u8,
}

/// The stage after the step, or why not.
pub fn next(stage: Stage, step: Step, facts: &Facts) -> Result<Stage> {
    let row = flow::next(FLOW, &stage, &step).filter(|(_, _, _, levels)| levels.contains(&facts.level));
    let Some((_, _, to, _)) = row else { return Err(no(stage, step, facts)) };
    if step == Step::Close && facts.level == Level::Major && !(facts.deliberated && facts.leader_decided) {
        return Err(lacking(facts, "不能办结"));
    }
    Ok(*to)
}

fn lacking(facts: &Facts, what: &str) -> Refusal {
    let (fact, hint) = match facts.deliberated {
        false => ("重大事项没有经联席会议审议", "请先登记联席会议的审议，再报组长审定。"),
        true => ("重大事项经联席会议审议后还没有报组长审定", "请先登记组长的审定意见。"),
    };
    Refusal::refused(format!("{fact}，{what}。")).hint(hint).article(facts.article)
}

fn no(stage: Stage, step: Step, facts: &Facts) -> Refusal {
    let (fact, hint) = match (facts.level, stage, step) {
        (Level::Major, Stage::Raised, Step::Decide) => return lacking(facts, "不能登记审定"),
        (Level::Major, Stage::Raised | Stage::Deliberated, Step::Close) => return lacking(facts, "不能办结"),
        (Level::Routine, Stage::Raised, Step::Close) => {
            ("事项还没有审定，不能办结。".into(), "请先登记副组长的审定意见，或受托的创建办主任的审定意见。")
        }
        (Level::Routine, _, Step::Deliberate | Step::Defer) => (
            "一般性日常工作事项由副组长审定，不登记会议审议。".into(),
            "确属重大事项的，请先办理“提升为重大事项”。",
        ),
        (Level::Major, _, Step::Escalate) => {
            ("这件事项已经是重大事项。".into(), "重大事项不再降为一般事项。")
        }
        _ => (
            format!("事项处于“{}”阶段，不能{}。", stage.label(), step.label()),
            "请重新打开，查看现在可以办理的步骤。",
        ),
    };
    Refusal::refused(fact).hint(hint).article(facts.article)
}

/// Steps for the window: those that the stage knows, and where the matter is open also deciding and closing with the reason why not yet.
pub fn choices(stage: Stage, facts: &Facts) -> Vec<StepChoice> {
    let open = matches!(stage, Stage::Raised | Stage::Deliberated);
    let known = |step: &Step| {
        let row = flow::next(FLOW, &stage, step);
        row.is_some_and(|(_, _, _, levels)| levels.contains(&facts.level))
            || (open && matches!(step, Step::Decide | Step::Close))
    };
    let offered = Step::ALL.iter().filter(|step| known(step));
    offered
        .map(|step| StepChoice::of(step.key(), step.label(), next(stage, *step, facts).map(drop)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(level: Level) -> Facts {
        Facts { level, deliberated: true, leader_decided: true, article: 7 }
    }

    /// The flow a second time, as sentences of the rules: level and stage → (step → where it leads).
    const AGAIN: &str = "
        routine raised      deliberate→- defer→- decide→decided send_back→raised escalate→raised close→- withdraw→withdrawn
        routine decided     deliberate→- defer→- decide→- send_back→- escalate→raised close→closed withdraw→-
        routine closed      deliberate→- defer→- decide→- send_back→- escalate→- close→- withdraw→-
        routine withdrawn   deliberate→- defer→- decide→- send_back→- escalate→- close→- withdraw→-
        routine deliberated deliberate→- defer→- decide→- send_back→- escalate→- close→- withdraw→-
        major raised        deliberate→deliberated defer→raised decide→- send_back→- escalate→- close→- withdraw→withdrawn
        major deliberated   deliberate→- defer→- decide→decided send_back→raised escalate→- close→- withdraw→withdrawn
        major decided       deliberate→- defer→- decide→- send_back→- escalate→- close→closed withdraw→-
        major closed        deliberate→- defer→- decide→- send_back→- escalate→- close→- withdraw→-
        major withdrawn     deliberate→- defer→- decide→- send_back→- escalate→- close→- withdraw→-";

    #[test]
    fn every_step_at_every_stage_leads_where_the_second_table_says() {
        let mut seen = 0;
        for line in AGAIN.lines().filter(|line| !line.trim().is_empty()) {
            let mut words = line.split_whitespace();
            let level = Level::from_key(words.next().unwrap()).unwrap();
            let stage = Stage::from_key(words.next().unwrap()).unwrap();
            for word in words {
                let (step, to) = word.split_once('→').unwrap();
                let says = next(stage, Step::from_key(step).unwrap(), &facts(level)).ok();
                assert_eq!(says, Stage::from_key(to), "{line} {word}");
                seen += 1;
            }
        }
        assert_eq!(seen, Level::ALL.len() * Stage::ALL.len() * Step::ALL.len());
    }

    #[test]
    fn a_major_matter_closes_only_with_the_meeting_and_the_leader() {
        for (deliberated, leader_decided, words) in
            [(false, true, "没有经联席会议审议"), (true, false, "没有报组长审定"), (false, false, "联席会议")]
        {
            let facts = Facts { deliberated, leader_decided, ..facts(Level::Major) };
            let no = next(Stage::Decided, Step::Close, &facts).unwrap_err();
            assert!(no.message.contains(words), "{no}");
            assert_eq!(no.article.as_deref(), Some("第七条"));
        }
        assert!(next(Stage::Decided, Step::Close, &facts(Level::Major)).is_ok());
        let none = Facts { deliberated: false, leader_decided: false, ..facts(Level::Routine) };
        assert!(next(Stage::Decided, Step::Close, &none).is_ok(), "a routine matter needs neither");
    }

    #[test]
    fn the_window_is_told_why_a_major_matter_cannot_be_decided_or_closed_yet() {
        let fresh = Facts { deliberated: false, leader_decided: false, ..facts(Level::Major) };
        let offered = choices(Stage::Raised, &fresh);
        let why = |key: &str| offered.iter().find(|c| c.step == key).unwrap().why_not.clone();
        assert_eq!(why("deliberate"), None);
        assert!(why("decide").unwrap().contains("联席会议审议"));
        assert!(why("close").unwrap().contains("联席会议审议"));
        assert!(offered.iter().all(|c| c.step != "escalate"), "there is nothing above major");
        assert_eq!(choices(Stage::Closed, &facts(Level::Major)), []);
    }
}
