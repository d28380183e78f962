//! What stands against a step that the flow knows: time, order, entitlement (第十二条 and the office's customs). Pure.
use chrono::{Days, NaiveDate};

use super::flow::{self, FollowupHand, FollowupStage, FollowupStep as Step};
use super::rules;
use crate::kernel::profile::Profile;
use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::written::date;

/// What the guards look at.
#[derive(Debug, Clone)]
pub struct Facts {
    /// Stage.
    pub stage: FollowupStage,
    /// Today.
    pub today: NaiveDate,
    /// Last day.
    pub due_on: NaiveDate,
    /// The notice went out.
    pub noticed: bool,
    /// Units that have not signed for it.
    pub unsigned: usize,
    /// Helping units.
    pub helpers: usize,
    /// How many times it was urged since its last day was set.
    pub urged: u32,
    /// An extension waits to be decided.
    pub asked: bool,
    /// How many were approved.
    pub extended: u32,
    /// Steps of escalation taken since the last day was set.
    pub escalated: Vec<String>,
    /// It stands and falls with the minutes of a meeting.
    pub of_minutes: bool,
}

/// Whether a step may be begun now; what is filled in is looked at afterwards.
///
/// # Errors
/// Refuses with fact, remedy and article.
pub fn may(facts: &Facts, step: Step, director: bool, profile: &Profile) -> Result<()> {
    let rules = &profile.followup;
    flow::next(facts.stage, step, rules.article)?;
    if flow::hand(facts.stage, step) == FollowupHand::Director && !director {
        let who = format!("{}{}", profile.office.short, profile.office.director_title);
        return Err(Refusal::not_allowed(format!("“{}”须由{who}办理。", step.label())).article(rules.article));
    }
    let no = |what: String, hint: String| Err(Refusal::refused(what).hint(hint).article(rules.article));
    match step {
        Step::Notify if facts.noticed => {
            no("督办通知已经下发。".into(), "需要补印的，请直接打印督办通知单。".into())
        }
        Step::Receive if !facts.noticed => {
            no("还没有下发督办通知，没有可以签收的。".into(), "请先下发通知。".into())
        }
        Step::Receive if facts.unsigned == 0 => no("各单位都已签收。".into(), String::new()),
        Step::Part if facts.helpers == 0 => {
            no("这个事项没有配合单位。".into(), "牵头单位的情况请登记为进展或回复。".into())
        }
        Step::Urge => urging(facts, profile),
        Step::AskExtension => asking(facts, profile),
        Step::Withdraw if facts.of_minutes => no(
            "会议决定不单独撤销。".into(),
            "它随会议纪要作废而撤销；情况有变不再办理的，请办理“终止”。".into(),
        ),
        Step::Extend if !facts.asked => {
            no("没有待审批的延期申请。".into(), "请先登记单位的延期申请。".into())
        }
        Step::Escalate => escalating(facts, profile),
        _ => Ok(()),
    }
}

fn urging(facts: &Facts, profile: &Profile) -> Result<()> {
    let rules = &profile.followup;
    if facts.today + Days::new(u64::from(rules.near_days)) >= facts.due_on {
        return Ok(());
    }
    Err(Refusal::refused(format!("完成期限{}还早，不催办。", date(facts.due_on)))
        .hint(format!("期限届满前{}天起可以催办；想了解情况请按汇报频次登记进展。", rules.near_days))
        .article(rules.article))
}

/// Only before the last day is over; then the old day counts.
fn asking(facts: &Facts, profile: &Profile) -> Result<()> {
    let rules = &profile.followup;
    let no = |what: String, hint: &str| Err(Refusal::refused(what).hint(hint).article(rules.article));
    if facts.asked {
        return no("已有一份延期申请待审批。".into(), "请先登记对它的审批。");
    }
    if facts.extended >= rules.extensions {
        return no(format!("这个事项已经延期{}次，不能再延。", facts.extended), "请催办，或按逾期办理。");
    }
    Ok(())
}

/// An extension is asked for before the last day is over, on a day that the paper proves when it is entered later.
///
/// # Errors
/// Refuses what was asked for too late: the old day counts.
pub fn asked_in_time(facts: &Facts, on: NaiveDate, proven: bool, profile: &Profile) -> Result<()> {
    let article = profile.followup.article;
    let due = date(facts.due_on);
    if on > facts.due_on {
        return Err(Refusal::refused(format!("完成期限{due}已过，不能再申请延期。"))
            .hint("延期须在期限届满前提出；过期提出的，仍以原期限计。请催办并按逾期办理。")
            .article(article));
    }
    if facts.today > facts.due_on && !proven {
        return Err(Refusal::refused(format!("完成期限{due}已过，现在补登期限内收到的申请须有凭据。"))
            .hint("请附上申请的扫描件，它的收到日期须在期限之内；没有凭据的，仍以原期限计。")
            .article(article));
    }
    Ok(())
}

fn escalating(facts: &Facts, profile: &Profile) -> Result<()> {
    let rules = &profile.followup;
    let no = |what: String, hint: &str, article| Err(Refusal::refused(what).hint(hint).article(article));
    let Some((step, from)) = rules::next_escalation(rules, &facts.escalated, facts.due_on) else {
        return no("升级督办的各步都已采取。".into(), "请按约谈、问责的规定办理。", 29);
    };
    let article = step.article.unwrap_or(rules.article);
    if facts.today < from {
        let what = format!("逾期满{}天才“{}”，最早{}。", step.after_days, step.label, date(from));
        return no(what, "请先催办。", article);
    }
    if facts.urged == 0 {
        return no(format!("还没有催办过，不能“{}”。", step.label), "请先催办并登记。", article);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::profile::{SHIPPED, parse};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }
    fn facts() -> Facts {
        Facts {
            stage: FollowupStage::Open,
            today: day("2016-11-10"),
            due_on: day("2016-11-30"),
            noticed: true,
            unsigned: 1,
            helpers: 1,
            urged: 0,
            asked: false,
            extended: 0,
            escalated: Vec::new(),
            of_minutes: false,
        }
    }
    fn says(facts: &Facts, step: Step) -> String {
        let profile = parse(SHIPPED[0].1).unwrap();
        match may(facts, step, true, &profile) {
            Ok(()) => "ok".into(),
            Err(no) => {
                assert!(no.article.is_some(), "{no}");
                no.to_string()
            }
        }
    }

    #[test]
    fn urging_begins_near_the_last_day() {
        assert!(says(&facts(), Step::Urge).contains("还早"));
        assert_eq!(says(&Facts { today: day("2016-11-25"), ..facts() }, Step::Urge), "ok");
        assert_eq!(says(&Facts { today: day("2017-01-25"), ..facts() }, Step::Urge), "ok");
    }

    #[test]
    fn more_time_is_asked_for_before_the_last_day_is_over_and_not_for_ever() {
        let profile = parse(SHIPPED[0].1).unwrap();
        let asked = |today, on, proven| {
            asked_in_time(&Facts { today: day(today), ..facts() }, day(on), proven, &profile)
        };
        assert!(asked("2016-11-30", "2016-11-30", false).is_ok(), "on the last day still");
        let late = asked("2016-12-01", "2016-12-01", true).unwrap_err();
        assert!(late.message.contains("已过") && late.hint.unwrap().contains("仍以原期限计"));
        assert_eq!(late.article.as_deref(), Some("第十二条"));
        assert!(asked("2016-12-01", "2016-11-29", false).unwrap_err().message.contains("凭据"));
        assert!(asked("2016-12-01", "2016-11-29", true).is_ok());
        assert!(says(&Facts { asked: true, ..facts() }, Step::AskExtension).contains("待审批"));
        assert!(says(&Facts { extended: 2, ..facts() }, Step::AskExtension).contains("不能再延"));
        assert!(says(&facts(), Step::Extend).contains("没有待审批"));
    }

    #[test]
    fn it_goes_higher_only_when_it_was_urged_and_so_many_days_are_over() {
        let late = |today, urged, taken: &[&str]| {
            let escalated = taken.iter().map(|key| (*key).to_owned()).collect();
            says(&Facts { today: day(today), urged, escalated, ..facts() }, Step::Escalate)
        };
        assert!(late("2016-12-06", 1, &[]).contains("2016年12月7日"));
        assert!(late("2016-12-07", 0, &[]).contains("没有催办过"));
        assert_eq!(late("2016-12-07", 1, &[]), "ok");
        assert!(late("2016-12-14", 1, &["deputy"]).contains("15天"));
        assert_eq!(late("2016-12-15", 1, &["deputy"]), "ok");
        assert!(late("2016-12-29", 1, &["deputy", "leader"]).contains("第二十九条"));
        assert!(late("2017-02-01", 1, &["deputy", "leader", "interview"]).contains("都已采取"));
    }

    #[test]
    fn what_is_the_directors_is_refused_to_the_clerk() {
        let profile = parse(SHIPPED[0].1).unwrap();
        let no = may(&facts(), Step::Suspend, false, &profile).unwrap_err();
        assert!(no.message.contains("须由市创建办主任办理"), "{no}");
    }

    #[test]
    fn receipts_and_parts_are_recorded_only_of_units_that_owe_them() {
        assert_eq!(says(&facts(), Step::Receive), "ok");
        assert!(says(&Facts { unsigned: 0, ..facts() }, Step::Receive).contains("都已签收"));
        assert!(says(&Facts { noticed: false, ..facts() }, Step::Receive).contains("还没有下发"));
        assert!(says(&Facts { helpers: 0, ..facts() }, Step::Part).contains("没有配合单位"));
        assert!(says(&facts(), Step::Notify).contains("已经下发"));
        assert_eq!(says(&Facts { noticed: false, ..facts() }, Step::Notify), "ok");
        assert!(says(&Facts { of_minutes: true, ..facts() }, Step::Withdraw).contains("随会议纪要"));
    }
}
