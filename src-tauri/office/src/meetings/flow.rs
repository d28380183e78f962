//! The flow of a meeting as a printed table, and the guards that stand before each step. Pure: no SQL, no clock.
//!
//! ```text
//! 筹备 ──发出通知──▶ 已通知 ──登记召开──▶ 已召开 ──办结──▶ 办结 (重新办理 leads back)
//!                    │  ▲
//!                   延期 发出通知          筹备、已通知、已延期 ──取消──▶ 已取消
//!                    ▼  │
//!                   已延期 (may be moved again)
//! ```
use chrono::NaiveDate;

use super::kinds::{MeetingStage, MeetingStep};
use crate::kernel::flow::{self, StepChoice};
use crate::kernel::profile::Profile;
use crate::kernel::refusal::{Refusal, Result};

use MeetingStage as Stage;
use MeetingStep as Step;

/// The flow: (stage, step, next stage, who). Everybody of the office may take every step.
pub const FLOW: &[flow::Row<Stage, Step, ()>] = &[
    (Stage::Planned, Step::Notify, Stage::Notified, ()),
    (Stage::Planned, Step::Cancel, Stage::Cancelled, ()),
    (Stage::Notified, Step::Postpone, Stage::Postponed, ()),
    (Stage::Notified, Step::Cancel, Stage::Cancelled, ()),
    (Stage::Notified, Step::Hold, Stage::Held, ()),
    (Stage::Postponed, Step::Notify, Stage::Notified, ()),
    (Stage::Postponed, Step::Postpone, Stage::Postponed, ()),
    (Stage::Postponed, Step::Cancel, Stage::Cancelled, ()),
    (Stage::Held, Step::Close, Stage::Closed, ()),
    (Stage::Closed, Step::Reopen, Stage::Held, ()),
];

/// What the guards look at.
#[derive(Debug, Clone)]
pub struct Facts {
    /// Today.
    pub today: NaiveDate,
    /// Day of the meeting.
    pub day: NaiveDate,
    /// What the chair rule says (第九条).
    pub chair: Result<()>,
    /// Whether the chair is recorded as present.
    pub chair_present: bool,
    /// Whether a place is set.
    pub place: bool,
    /// Agenda items without the chair's word.
    pub agenda_pending: usize,
    /// Agenda items the chair agreed to.
    pub agenda_agreed: usize,
    /// People invited.
    pub invited: usize,
    /// Of these, without an outcome.
    pub outcome_pending: usize,
    /// Whether minutes are issued.
    pub minutes_issued: bool,
}

/// The stage after the step, or why not.
pub fn next(stage: Stage, step: Step, facts: &Facts, profile: &Profile) -> Result<Stage> {
    let Some((_, _, to, ())) = flow::next(FLOW, &stage, &step) else {
        return Err(Refusal::refused(format!("会议处于“{}”阶段，不能{}。", stage.label(), step.label())));
    };
    guard(step, facts, profile).map(|()| *to)
}

/// The stages at which attendance and leave are recorded: after the notice, before the sign-in closes.
pub fn sign_in_is_open(stage: Stage) -> bool {
    stage == Stage::Notified
}

/// The stages at which day, place, agenda and invitations may still be changed freely.
pub fn may_be_edited(stage: Stage) -> bool {
    matches!(stage, Stage::Planned | Stage::Postponed)
}

fn guard(step: Step, facts: &Facts, profile: &Profile) -> Result<()> {
    match step {
        Step::Notify => notify(facts, profile),
        Step::Hold => hold(facts, profile),
        Step::Close if !facts.minutes_issued => Err(Refusal::refused("会议纪要还没有印发，不能办结。")
            .hint("请先完成纪要的签发和印发。")
            .article(profile.meetings.minutes_article)),
        _ => Ok(()),
    }
}

fn notify(facts: &Facts, profile: &Profile) -> Result<()> {
    facts.chair.clone()?;
    let article = profile.meetings.agenda_article;
    if !facts.place {
        return Err(Refusal::refused("会议地点还没有填写，不能发出通知。").hint("请先填写地点。"));
    }
    if facts.agenda_pending > 0 {
        return Err(Refusal::refused(format!(
            "还有 {} 个议题没有经主持人审定，不能发出通知。",
            facts.agenda_pending
        ))
        .hint("请先登记主持人的审定意见。")
        .article(article));
    }
    if facts.agenda_agreed == 0 {
        return Err(Refusal::refused("没有主持人同意的议题，不能发出通知。")
            .hint("请先提出议题并报主持人审定。")
            .article(article));
    }
    if facts.invited == 0 {
        return Err(Refusal::refused("没有参会人员，不能发出通知。")
            .hint("请先确定参会人员。")
            .article(profile.meetings.members_article));
    }
    if facts.today > facts.day {
        return Err(Refusal::refused("会议日期已经过去，不能发出通知。").hint("请先改定会议时间。"));
    }
    Ok(())
}

fn hold(facts: &Facts, profile: &Profile) -> Result<()> {
    if facts.today < facts.day {
        return Err(Refusal::refused("还没有到会议日期，不能登记召开。").hint("请在会议当天或会后登记。"));
    }
    facts.chair.clone()?;
    if !facts.chair_present {
        return Err(Refusal::refused("主持人没有登记到会，不能登记召开。")
            .hint("会议须由主持人到会主持；主持人改变的，请延期后另定主持人。")
            .article(profile.meetings.article));
    }
    if facts.outcome_pending > 0 {
        return Err(Refusal::refused(format!("还有 {} 人没有登记到会、请假或缺席。", facts.outcome_pending))
            .hint("请先完成签到登记。")
            .article(profile.meetings.leave_article));
    }
    Ok(())
}

/// Every step with what the flow says to it, for the window; steps that the stage does not know are left out.
pub fn choices(stage: Stage, facts: &Facts, profile: &Profile) -> Vec<StepChoice> {
    let known = Step::ALL.iter().filter(|step| flow::next(FLOW, &stage, step).is_some());
    known
        .map(|step| StepChoice::of(step.key(), step.label(), next(stage, *step, facts, profile).map(drop)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::profile::{SHIPPED, parse};

    fn ready() -> Facts {
        let day: NaiveDate = "2016-11-17".parse().unwrap();
        Facts {
            today: day,
            day,
            chair: Ok(()),
            chair_present: true,
            place: true,
            agenda_pending: 0,
            agenda_agreed: 2,
            invited: 36,
            outcome_pending: 0,
            minutes_issued: true,
        }
    }

    fn profile() -> Profile {
        parse(SHIPPED[1].1).unwrap()
    }

    /// The flow a second time, as sentences of the rules: stage → (step → where it leads).
    const AGAIN: &str = "
        planned    notify→notified  postpone→-          cancel→cancelled hold→-    close→- reopen→-
        notified   notify→-         postpone→postponed  cancel→cancelled hold→held close→- reopen→-
        postponed  notify→notified  postpone→postponed  cancel→cancelled hold→-    close→- reopen→-
        held       notify→-         postpone→-          cancel→-         hold→-    close→closed reopen→-
        closed     notify→-         postpone→-          cancel→-         hold→-    close→- reopen→held
        cancelled  notify→-         postpone→-          cancel→-         hold→-    close→- reopen→-";

    #[test]
    fn every_step_at_every_stage_leads_where_the_second_table_says() {
        let mut seen = 0;
        for line in AGAIN.lines().filter(|line| !line.trim().is_empty()) {
            let mut words = line.split_whitespace();
            let stage = Stage::from_key(words.next().unwrap()).unwrap();
            for word in words {
                let (step, to) = word.split_once('→').unwrap();
                let says = next(stage, Step::from_key(step).unwrap(), &ready(), &profile()).ok();
                assert_eq!(says, Stage::from_key(to), "{} at {}", step, stage.key());
                seen += 1;
            }
        }
        assert_eq!(seen, Stage::ALL.len() * Step::ALL.len());
    }

    #[test]
    fn no_notice_goes_out_with_an_item_the_chair_has_not_decided() {
        let no = next(Stage::Planned, Step::Notify, &Facts { agenda_pending: 1, ..ready() }, &profile())
            .unwrap_err();
        assert_eq!(no.article.as_deref(), Some("第十一条"));
        let none = next(Stage::Planned, Step::Notify, &Facts { agenda_agreed: 0, ..ready() }, &profile());
        assert!(none.is_err());
    }

    #[test]
    fn a_meeting_is_not_held_before_its_day_without_its_chair_or_with_open_attendance() {
        let early = Facts { today: "2016-11-16".parse().unwrap(), ..ready() };
        let chairless = Facts { chair_present: false, ..ready() };
        let open = Facts { outcome_pending: 3, ..ready() };
        for (facts, article) in [(early, None), (chairless, Some("第九条")), (open, Some("第十条"))] {
            let no = next(Stage::Notified, Step::Hold, &facts, &profile()).unwrap_err();
            assert_eq!(no.article.as_deref(), article, "{no}");
        }
    }

    #[test]
    fn a_meeting_is_closed_only_with_issued_minutes() {
        let no = next(Stage::Held, Step::Close, &Facts { minutes_issued: false, ..ready() }, &profile())
            .unwrap_err();
        assert_eq!(no.article.as_deref(), Some("第十三条"));
    }

    #[test]
    fn the_window_is_offered_only_steps_of_the_stage_with_their_reasons() {
        let facts = Facts { place: false, ..ready() };
        let offered = choices(Stage::Planned, &facts, &profile());
        assert_eq!(offered.iter().map(|c| c.step.as_str()).collect::<Vec<_>>(), ["notify", "cancel"]);
        assert!(offered[0].why_not.as_deref().unwrap().contains("地点"));
        assert_eq!(offered[1].why_not, None);
    }
}
