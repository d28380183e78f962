//! Rules that are no flow: who may chair, what a leave needs, when an item may be decided, how a month stands. Pure.
use chrono::{Datelike, NaiveDate};

use super::kinds::{MonthState, Proposer};
use crate::kernel::profile::Profile;
use crate::kernel::refusal::{Refusal, Result};
use crate::registry::{PostKind, UnitId};

/// Whether the holder of these posts on the day may chair (第九条).
pub fn chair(
    posts: &[PostKind],
    name: &str,
    entrusted: Option<NaiveDate>,
    day: NaiveDate,
    profile: &Profile,
) -> Result<()> {
    let article = profile.meetings.article;
    let may =
        |post: PostKind| posts.contains(&post) && profile.meetings.chair.iter().any(|key| key == post.key());
    if may(PostKind::Leader) {
        return Ok(());
    }
    if !may(PostKind::ExecutiveDeputy) {
        return Err(Refusal::refused(format!(
            "{name}当日不是{}或{}，不能主持联席会议。",
            profile.group.leader_title, profile.group.executive_title
        ))
        .hint(format!("请选择{}，或受委托的{}。", profile.group.leader_title, profile.group.executive_title))
        .article(article));
    }
    let words = match entrusted {
        None => format!(
            "{}{name}主持会议须有{}的委托。",
            profile.group.executive_title, profile.group.leader_title
        ),
        Some(on) if on > day => "委托日期晚于会议日期。".into(),
        Some(_) => return Ok(()),
    };
    Err(Refusal::refused(words).hint("请登记委托的日期和依据（批示、函号或委托书）。").article(article))
}

/// Whether the chair may be asked about an item: the unit that proposed it has filed its material (第十一条).
pub fn material(proposer: Proposer, title: &str, filed: bool, profile: &Profile) -> Result<()> {
    if proposer != Proposer::Unit || filed {
        return Ok(());
    }
    Err(Refusal::refused(format!("议题“{title}”由单位提出，会议资料还没有报{}备案。", profile.office.short))
        .hint("请提出单位准备会议资料，登记备案号或上传资料后再报主持人审定。")
        .article(profile.meetings.agenda_article))
}

/// A leave as it was asked for (第十条).
#[derive(Debug, Clone)]
pub struct LeaveAsked<'a> {
    /// Unit of the one who asks; none for a leader without a unit in the register.
    pub unit: Option<UnitId>,
    /// Why.
    pub reason: &'a str,
    /// Whether the written request is here: a letter's number or a scan.
    pub written: bool,
    /// When the chair consented.
    pub consent_on: Option<NaiveDate>,
    /// Name of the delegate.
    pub delegate: &'a str,
    /// 职务 of the delegate.
    pub delegate_title: &'a str,
    /// Unit of the delegate.
    pub delegate_unit: Option<UnitId>,
    /// Name of the one who asks.
    pub name: &'a str,
}

/// Whether a leave has everything that the rules want.
pub fn leave(asked: &LeaveAsked<'_>, profile: &Profile) -> Result<()> {
    let no = |fact: String, hint: &str| {
        Err(Refusal::refused(fact).hint(hint).article(profile.meetings.leave_article))
    };
    let name = asked.name;
    if asked.reason.trim().is_empty() {
        return no(format!("{name}的请假没有写明事由。"), "请按请假条填写事由。");
    }
    if !asked.written {
        return no(format!("{name}没有书面请假。"), "请填写请假函号，或上传请假条扫描件。");
    }
    if asked.consent_on.is_none() {
        return no(format!("{name}的请假没有主持人同意。"), "请按请假条登记主持人同意的日期。");
    }
    if asked.unit.is_none() && asked.delegate.trim().is_empty() {
        return Ok(());
    }
    if asked.delegate.trim().is_empty() || asked.delegate_title.trim().is_empty() {
        return no(format!("{name}没有委托本单位其他负责同志参会。"), "请填写受委托人的姓名和职务。");
    }
    if asked.delegate.trim() == name {
        return no(format!("受委托人不能是{name}本人。"), "请填写本单位其他负责同志。");
    }
    if asked.delegate_unit != asked.unit {
        return no(
            format!("受委托人{}与{name}不是同一单位。", asked.delegate.trim()),
            "请委托本单位其他负责同志参加。",
        );
    }
    Ok(())
}

/// What is known of a month: the number of joint meetings in it.
#[derive(Debug, Clone, Copy, Default)]
pub struct MonthFacts {
    /// Held ones.
    pub held: u32,
    /// Planned ones, not held yet.
    pub planned: u32,
    /// Closed with a reason.
    pub closed: bool,
}

/// How a month stands (第九条).
pub fn month(year: i32, month: u32, facts: MonthFacts, since: NaiveDate, today: NaiveDate) -> MonthState {
    let (first, now) = ((since.year(), since.month()), (today.year(), today.month()));
    match () {
        () if facts.held > 0 => MonthState::Held,
        () if facts.closed => MonthState::Closed,
        () if facts.planned > 0 && (year, month) >= now => MonthState::Planned,
        () if (year, month) < first => MonthState::Before,
        () if (year, month) < now => MonthState::Missing,
        () if (year, month) == now => MonthState::Due,
        () => MonthState::Ahead,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::profile::{SHIPPED, parse};

    fn profile() -> Profile {
        parse(SHIPPED[1].1).unwrap()
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn unit(n: u128) -> Option<UnitId> {
        Some(UnitId(uuid::Uuid::from_u128(n)))
    }

    #[test]
    fn only_the_leader_or_the_entrusted_executive_deputy_chairs() {
        let on = day("2016-11-17");
        let before = Some(day("2016-11-14"));
        let says = |posts: &[PostKind], entrusted| chair(posts, "某某", entrusted, on, &profile()).is_ok();
        assert!(says(&[PostKind::Leader], None));
        assert!(says(&[PostKind::ExecutiveDeputy], before));
        assert!(says(&[PostKind::ExecutiveDeputy], Some(on)));
        assert!(!says(&[PostKind::ExecutiveDeputy], None));
        assert!(!says(&[PostKind::ExecutiveDeputy], Some(day("2016-11-18"))));
        for post in
            PostKind::ALL.iter().filter(|p| !matches!(p, PostKind::Leader | PostKind::ExecutiveDeputy))
        {
            assert!(!says(&[*post], before), "{}", post.key());
        }
        assert!(!says(&[], before));
    }

    #[test]
    fn a_unit_s_item_needs_filed_material() {
        for proposer in Proposer::ALL {
            assert!(material(*proposer, "x", true, &profile()).is_ok());
            assert_eq!(material(*proposer, "x", false, &profile()).is_ok(), *proposer != Proposer::Unit);
        }
    }

    #[test]
    fn a_leave_lacking_any_one_thing_is_refused_with_its_article() {
        let whole = LeaveAsked {
            unit: unit(1),
            reason: "赴省开会",
            written: true,
            consent_on: Some(day("2016-11-15")),
            delegate: "王五",
            delegate_title: "副局长",
            delegate_unit: unit(1),
            name: "张三",
        };
        assert!(leave(&whole, &profile()).is_ok());
        let lacking = [
            LeaveAsked { reason: " ", ..whole.clone() },
            LeaveAsked { written: false, ..whole.clone() },
            LeaveAsked { consent_on: None, ..whole.clone() },
            LeaveAsked { delegate: "", ..whole.clone() },
            LeaveAsked { delegate_title: "", ..whole.clone() },
            LeaveAsked { delegate: "张三", ..whole.clone() },
            LeaveAsked { delegate_unit: unit(2), ..whole.clone() },
            LeaveAsked { delegate_unit: None, ..whole.clone() },
        ];
        for asked in lacking {
            let no = leave(&asked, &profile()).unwrap_err();
            assert_eq!(no.article.as_deref(), Some("第十条"), "{no}");
        }
        let leader =
            LeaveAsked { unit: None, delegate: "", delegate_title: "", delegate_unit: None, ..whole };
        assert!(leave(&leader, &profile()).is_ok(), "a leader without a unit has nobody to delegate");
    }

    #[test]
    fn a_month_is_held_planned_closed_due_missing_ahead_or_before_the_records_begin() {
        let (since, today) = (day("2016-01-15"), day("2016-11-23"));
        let facts = |held, planned, closed| MonthFacts { held, planned, closed };
        let table = [
            ((2016, 10), facts(0, 0, false), MonthState::Missing),
            ((2016, 10), facts(0, 1, false), MonthState::Missing),
            ((2016, 10), facts(0, 0, true), MonthState::Closed),
            ((2016, 10), facts(2, 0, true), MonthState::Held),
            ((2016, 11), facts(0, 0, false), MonthState::Due),
            ((2016, 11), facts(0, 1, false), MonthState::Planned),
            ((2016, 12), facts(0, 0, false), MonthState::Ahead),
            ((2017, 1), facts(0, 1, false), MonthState::Planned),
            ((2016, 1), facts(0, 0, false), MonthState::Missing),
            ((2015, 12), facts(0, 0, false), MonthState::Before),
            ((2015, 12), facts(1, 0, false), MonthState::Held),
        ];
        for ((year, n), facts, says) in table {
            assert_eq!(month(year, n, facts, since, today), says, "{year}-{n} {facts:?}");
        }
    }
}
