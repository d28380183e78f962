//! The flow of an issue as a printed table (第二十二条). Pure: no SQL, no clock. It is drawn in `mod.rs`.
use crate::kernel::flow;
use crate::kernel::keyed::keyed;
use crate::kernel::refusal::{Refusal, Result};

keyed!(
    /// Stage of an issue.
    BulletinStage {
        /// Being edited.
        Draft = "draft" "编辑中",
        /// Lies with the director.
        Submitted = "submitted" "待签发",
        /// Signed and numbered.
        Signed = "signed" "已签发",
        /// Printed.
        Issued = "issued" "已印发",
        /// Given up; its number, if it had one, is not given again.
        Voided = "voided" "已作废",
    }
);
keyed!(
    /// What can be done with an issue.
    BulletinStep {
        /// To the director.
        Submit = "submit" "送签",
        /// Back to the editors.
        Return = "return" "退回修改",
        /// The director signs; the number is given.
        Sign = "sign" "签发",
        /// Back to the editors after signature; the number stays.
        Reopen = "reopen" "撤回重编",
        /// Printed.
        Issue = "issue" "印发",
        /// Given up.
        Void = "void" "作废",
    }
);

use BulletinStage as Stage;
use BulletinStep as Step;

/// The flow: (stage, step, next stage, whether it needs a reason).
pub const FLOW: &[flow::Row<Stage, Step, bool>] = &[
    (Stage::Draft, Step::Submit, Stage::Submitted, false),
    (Stage::Draft, Step::Void, Stage::Voided, true),
    (Stage::Submitted, Step::Return, Stage::Draft, true),
    (Stage::Submitted, Step::Sign, Stage::Signed, false),
    (Stage::Signed, Step::Reopen, Stage::Draft, true),
    (Stage::Signed, Step::Issue, Stage::Issued, false),
    (Stage::Signed, Step::Void, Stage::Voided, true),
];

/// The stage after the step and whether it needs a reason, or why not.
pub fn next(stage: Stage, step: Step, article: u8) -> Result<(Stage, bool)> {
    flow::next(FLOW, &stage, &step).map(|(_, _, to, reason)| (*to, *reason)).ok_or_else(|| {
        let hint = match stage {
            Stage::Issued => "已印发的简报不再改动；有误的，请编发增刊更正。",
            Stage::Voided => "已作废的简报不再办理，请另编一期。",
            _ => "请按编辑、送签、签发、印发的先后办理。",
        };
        Refusal::refused(format!("简报处于“{}”，不能{}。", stage.label(), step.label()))
            .hint(hint)
            .article(article)
    })
}

/// Whether its words can be changed now.
pub fn may_be_edited(stage: Stage, article: u8) -> Result<()> {
    let hint = match stage {
        Stage::Draft => return Ok(()),
        Stage::Submitted => "请先退回修改。",
        Stage::Signed => "请先撤回重编，改后重新签发。",
        Stage::Issued => "已印发的简报不再改动；有误的，请编发增刊更正。",
        Stage::Voided => "请另编一期。",
    };
    Err(Refusal::refused(format!("简报处于“{}”，不能编辑。", stage.label())).hint(hint).article(article))
}

#[cfg(test)]
mod tests {
    use super::*;

    const AGAIN: &str = "
        draft     submit→submitted return→-     sign→-      reopen→-     issue→-      void→voided
        submitted submit→-         return→draft sign→signed reopen→-     issue→-      void→-
        signed    submit→-         return→-     sign→-      reopen→draft issue→issued void→voided
        issued    submit→-         return→-     sign→-      reopen→-     issue→-      void→-
        voided    submit→-         return→-     sign→-      reopen→-     issue→-      void→-";

    #[test]
    fn every_step_at_every_stage_leads_where_the_second_table_says() {
        let mut seen = 0;
        for line in AGAIN.lines().filter(|line| !line.trim().is_empty()) {
            let mut words = line.split_whitespace();
            let stage = Stage::from_key(words.next().unwrap()).unwrap();
            for word in words {
                let (step, to) = word.split_once('→').unwrap();
                let said = next(stage, Step::from_key(step).unwrap(), 22).ok().map(|(to, _)| to);
                assert_eq!(said, Stage::from_key(to), "{line} {word}");
                seen += 1;
            }
            assert_eq!(may_be_edited(stage, 22).is_ok(), stage == Stage::Draft);
        }
        assert_eq!(seen, Stage::ALL.len() * Step::ALL.len());
    }

    #[test]
    fn going_back_and_giving_up_need_a_reason() {
        for (from, step, _, reason) in FLOW {
            assert_eq!(
                *reason,
                matches!(step.key(), "return" | "reopen" | "void"),
                "{} {}",
                from.key(),
                step.key()
            );
        }
    }
}
