//! The flow of minutes (会议纪要, 第十三条) as a printed table, and its guards. Pure: no SQL, no clock.
//!
//! ```text
//! 拟稿 ─送主任审核─▶ 待主任审核 ─审核通过─▶ 已审核 ─报主持人签发─▶ 待主持人签发 ─签发─▶ 已签发 ─印发─▶ 已印发
//!   ▲                  │ 退回                │ 退回                  │ 退回          └── 作废 ──┐     │ 作废
//!   └──────────────────┴─────────────────────┴───────────────────────┘                        ▼     ▼
//! ```
use chrono::NaiveDate;

use super::kinds::{MinutesStage, MinutesStep};
use crate::kernel::flow::{self, StepChoice};
use crate::kernel::profile::Profile;
use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::role::Role;
use crate::registry::PersonId;

use MinutesStage as Stage;
use MinutesStep as Step;

/// The flow: (stage, step, next stage, whether only the director may).
pub const FLOW: &[flow::Row<Stage, Step, bool>] = &[
    (Stage::Draft, Step::SendReview, Stage::Reviewing, false),
    (Stage::Reviewing, Step::Approve, Stage::Reviewed, true),
    (Stage::Reviewing, Step::ReturnDraft, Stage::Draft, true),
    (Stage::Reviewed, Step::ReturnDraft, Stage::Draft, true),
    (Stage::Reviewed, Step::Submit, Stage::Submitted, false),
    (Stage::Submitted, Step::SendBack, Stage::Draft, false),
    (Stage::Submitted, Step::Sign, Stage::Signed, false),
    (Stage::Signed, Step::Issue, Stage::Issued, false),
    (Stage::Signed, Step::Void, Stage::Voided, true),
    (Stage::Issued, Step::Void, Stage::Voided, true),
];

/// Steps that are refused without a reason in words.
pub fn needs_reason(step: Step) -> bool {
    matches!(step, Step::ReturnDraft | Step::SendBack | Step::Void)
}

/// The stage after the step, or why not.
pub fn next(stage: Stage, step: Step, role: Role, profile: &Profile) -> Result<Stage> {
    let Some((_, _, to, director)) = flow::next(FLOW, &stage, &step) else {
        let refusal =
            Refusal::refused(format!("会议纪要处于“{}”阶段，不能{}。", stage.label(), step.label()));
        return Err(refusal.article(profile.meetings.minutes_article));
    };
    if *director && role != Role::Director {
        return Err(Refusal::not_allowed(format!(
            "“{}”须由{}{}办理。",
            step.label(),
            profile.office.short,
            profile.office.director_title
        )));
    }
    Ok(*to)
}

/// Whether title and text may be changed: never once they lie with the chair, never again after signature.
pub fn may_be_edited(stage: Stage, profile: &Profile) -> Result<()> {
    let no = |words: &str, hint: &str| {
        Err(Refusal::refused(words).hint(hint).article(profile.meetings.minutes_article))
    };
    match stage {
        Stage::Draft | Stage::Reviewing => Ok(()),
        Stage::Reviewed => no("会议纪要主任已审核，不能再改。", "确需修改的，请由主任退回拟稿。"),
        Stage::Submitted => {
            no("会议纪要已报主持人签发，不能再改。", "主持人有修改意见的，请登记主持人退回后再改。")
        }
        Stage::Signed | Stage::Issued => {
            no("会议纪要已经签发，文字不能更改。", "确有错误的，请由主任作废后另拟，原编号留存。")
        }
        Stage::Voided => no("会议纪要已经作废，不能更改。", "请另拟会议纪要。"),
    }
}

/// The chair's signature as it stands on paper.
#[derive(Debug, Clone)]
pub struct Signature<'a> {
    /// Who signed.
    pub signer: PersonId,
    /// When.
    pub on: NaiveDate,
    /// Whether a scan is attached.
    pub scan: bool,
    /// Where the signed paper lies or why there is no scan.
    pub basis: &'a str,
}

/// Whether a signature holds: by this meeting's chair, on a possible day, with its paper (第十三条).
pub fn signature(
    sign: &Signature<'_>,
    chair: (PersonId, &str),
    held: NaiveDate,
    today: NaiveDate,
    profile: &Profile,
) -> Result<()> {
    let article = profile.meetings.minutes_article;
    if sign.signer != chair.0 {
        return Err(Refusal::refused("会议纪要只能由这次会议的主持人签发。")
            .hint(format!("这次会议的主持人是{}。", chair.1))
            .article(article));
    }
    if sign.on < held || sign.on > today {
        return Err(Refusal::refused("签发日期不对：不能早于会议召开之日，也不能晚于今天。")
            .hint("请按签发件上的日期填写。"));
    }
    if !sign.scan && sign.basis.trim().is_empty() {
        return Err(Refusal::refused("没有签发件：须上传扫描件，或写明签发件的函号、存放处。")
            .hint("请上传主持人签字的扫描件。")
            .article(article));
    }
    Ok(())
}

/// Every step of the stage with what the flow says to it.
pub fn choices(stage: Stage, role: Role, profile: &Profile) -> Vec<StepChoice> {
    let known = Step::ALL.iter().filter(|step| flow::next(FLOW, &stage, step).is_some());
    known
        .map(|step| StepChoice::of(step.key(), step.label(), next(stage, *step, role, profile).map(drop)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::profile::{SHIPPED, parse};

    fn profile() -> Profile {
        parse(SHIPPED[1].1).unwrap()
    }

    fn person(n: u128) -> PersonId {
        PersonId(uuid::Uuid::from_u128(n))
    }

    /// The flow a second time; `!` marks the director's own steps. What is not named leads nowhere.
    const AGAIN: &[(&str, &str)] = &[
        ("draft", "send_review→reviewing"),
        ("reviewing", "approve→reviewed! return_draft→draft!"),
        ("reviewed", "submit→submitted return_draft→draft!"),
        ("submitted", "sign→signed send_back→draft"),
        ("signed", "issue→issued void→voided!"),
        ("issued", "void→voided!"),
        ("voided", ""),
    ];

    #[test]
    fn every_step_at_every_stage_leads_where_the_second_table_says_for_clerk_and_director() {
        assert_eq!(AGAIN.len(), Stage::ALL.len());
        for (stage, steps) in AGAIN {
            let stage = Stage::from_key(stage).unwrap();
            for step in Step::ALL {
                let row =
                    steps.split_whitespace().find_map(|word| word.strip_prefix(&format!("{}→", step.key())));
                let to = row.and_then(|to| Stage::from_key(to.trim_end_matches('!')));
                let clerk = to.filter(|_| !row.unwrap_or_default().ends_with('!'));
                assert_eq!(
                    next(stage, *step, Role::Director, &profile()).ok(),
                    to,
                    "{} {}",
                    stage.key(),
                    step.key()
                );
                assert_eq!(
                    next(stage, *step, Role::Clerk, &profile()).ok(),
                    clerk,
                    "{} {}",
                    stage.key(),
                    step.key()
                );
            }
        }
    }

    #[test]
    fn text_is_changed_only_before_it_lies_with_the_chair() {
        for stage in Stage::ALL {
            let may = may_be_edited(*stage, &profile()).is_ok();
            assert_eq!(may, matches!(stage, Stage::Draft | Stage::Reviewing), "{}", stage.key());
        }
    }

    #[test]
    fn only_the_chair_of_the_meeting_signs_on_a_possible_day_and_on_paper() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let (held, today) = (day("2016-11-17"), day("2016-11-23"));
        let good = Signature { signer: person(1), on: day("2016-11-21"), scan: true, basis: "" };
        let check = |sign: &Signature<'_>| signature(sign, (person(1), "周建国"), held, today, &profile());
        assert!(check(&good).is_ok());
        assert!(check(&Signature { scan: false, basis: "原件存创建办专柜", ..good.clone() }).is_ok());
        let other = check(&Signature { signer: person(2), ..good.clone() }).unwrap_err();
        assert_eq!(other.article.as_deref(), Some("第十三条"));
        assert!(other.hint.unwrap().contains("周建国"));
        for bad in [
            Signature { on: day("2016-11-16"), ..good.clone() },
            Signature { on: day("2016-11-24"), ..good.clone() },
            Signature { scan: false, basis: " ", ..good.clone() },
        ] {
            assert!(check(&bad).is_err(), "{bad:?}");
        }
    }
}
