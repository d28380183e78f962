//! The rules of the register (pure): days that can be meant, spans, who may hold what beside whom.
//!
//! A span is half-open: a post that ends on a day is no longer held on that day, so that its successor may begin on it.
//! No SQL and no clock here.
use chrono::{Days, NaiveDate};

use super::person::PersonId;
use super::post::{PostId, PostKind};
use super::unit::{UnitId, UnitTerm};
use crate::kernel::profile::Profile;
use crate::kernel::refusal::{Refusal, Result};

/// From a day up to, not including, another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// First day.
    pub from: NaiveDate,
    /// First day after it; none while it lasts.
    pub to: Option<NaiveDate>,
}

impl Span {
    /// Whether it covers the day.
    pub fn covers(self, day: NaiveDate) -> bool {
        self.from <= day && self.to.is_none_or(|to| day < to)
    }
    /// Whether it shares a day with another.
    pub fn meets(self, other: Span) -> bool {
        self.to.is_none_or(|to| other.from < to) && other.to.is_none_or(|to| self.from < to)
    }
}

/// A post that somebody holds or is to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The post, if it is in the register already.
    pub post: Option<PostId>,
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// What.
    pub kind: PostKind,
    /// Where.
    pub unit: Option<UnitId>,
    /// When.
    pub span: Span,
}

/// At most so many of these posts at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bound {
    /// The posts counted together.
    pub kinds: &'static [PostKind],
    /// How many.
    pub at_most: u32,
    /// Counted within each unit, or over the whole group.
    pub per_unit: bool,
    /// The article it rests on.
    pub article: u8,
}

const DEPUTIES: &[PostKind] = &[PostKind::ExecutiveDeputy, PostKind::Deputy];

/// The bounds on a post under these rules; none where any number may hold it.
pub fn bounds(profile: &Profile, kind: PostKind) -> Vec<Bound> {
    let group = &profile.group;
    let over_group = |kinds, at_most| Bound { kinds, at_most, per_unit: false, article: group.article };
    match kind {
        PostKind::Leader => vec![over_group(&[PostKind::Leader], group.leader)],
        PostKind::ExecutiveDeputy => vec![
            over_group(&[PostKind::ExecutiveDeputy], group.executive_deputies),
            over_group(DEPUTIES, group.deputies),
        ],
        PostKind::Deputy => vec![over_group(DEPUTIES, group.deputies)],
        PostKind::Director => {
            let article = profile.office.article;
            vec![Bound { kinds: &[PostKind::Director], at_most: 1, per_unit: false, article }]
        }
        PostKind::Member | PostKind::OfficeStaff => Vec::new(),
        _ => contact_bound(profile, kind).into_iter().collect(),
    }
}

fn contact_bound(profile: &Profile, kind: PostKind) -> Option<Bound> {
    let post = profile.contacts.posts.iter().find(|post| post.key == kind.key())?;
    let kinds = &PostKind::CONTACTS[PostKind::CONTACTS.iter().position(|one| *one == kind)?..][..1];
    let article = post.article.unwrap_or(profile.contacts.article);
    Some(Bound { kinds, at_most: post.count?, per_unit: true, article })
}

/// Whether the post may be held beside those already there. `others` may hold anything; what does not count is left out.
pub fn may_hold(profile: &Profile, new: &Held, others: &[Held]) -> Result<()> {
    let others: Vec<&Held> = others
        .iter()
        .filter(|other| (other.post.is_none() || other.post != new.post) && other.span.meets(new.span))
        .collect();
    let twice =
        |other: &&&Held| other.person == new.person && other.kind == new.kind && other.unit == new.unit;
    if let Some(other) = others.iter().find(twice) {
        let words = new.kind.words(profile);
        return Err(Refusal::refused(format!(
            "{}自 {} 起已任{words}，不能在同一时间再任一次。",
            new.name, other.span.from
        ))
        .hint("请核对任职日期，或更正原来的任职记录。"));
    }
    bounds(profile, new.kind).iter().try_for_each(|bound| within(profile, bound, new, &others))
}

fn within(profile: &Profile, bound: &Bound, new: &Held, others: &[&Held]) -> Result<()> {
    let counted: Vec<&&Held> = others
        .iter()
        .filter(|other| bound.kinds.contains(&other.kind) && (!bound.per_unit || other.unit == new.unit))
        .collect();
    // The number of holders can only rise on a day on which somebody begins.
    let days = counted.iter().map(|other| other.span.from.max(new.span.from));
    for day in days.chain([new.span.from]) {
        let there: Vec<&&&Held> = counted.iter().filter(|other| other.span.covers(day)).collect();
        if there.len() >= bound.at_most as usize {
            return Err(full(profile, bound, new, day, &there));
        }
    }
    Ok(())
}

fn full(profile: &Profile, bound: &Bound, new: &Held, day: NaiveDate, there: &[&&&Held]) -> Refusal {
    // With the executive deputy among the deputies, the sentence names what is counted, not what was asked for.
    let counted = bound.kinds.last().copied().unwrap_or(new.kind).words(profile);
    let names: Vec<String> =
        there.iter().map(|other| format!("{}（{} 起）", other.name, other.span.from)).collect();
    let holders = if names.is_empty() { "无人".into() } else { names.join("、") };
    Refusal::refused(format!("{day} 在任的{counted}已有：{holders}，按规定只设 {} 名。", bound.at_most))
        .hint("请先填写原任人员的免职日期，或在“接任”中一并办理。")
        .article(bound.article)
}

/// Refuses a day that cannot be meant: before the republic or more than a year ahead.
pub fn sensible(what: &str, day: NaiveDate, today: NaiveDate) -> Result<()> {
    let first = NaiveDate::from_ymd_opt(1949, 10, 1).expect("a day of the calendar");
    let last = today + Days::new(366);
    if (first..=last).contains(&day) {
        Ok(())
    } else {
        Err(Refusal::refused(format!("{what}“{day}”不合理。"))
            .hint("请检查年份：日期不能早于 1949-10-01，也不能晚于一年以后。"))
    }
}

/// Refuses a span that ends before it has lasted a day.
pub fn lasting(span: Span) -> Result<()> {
    match span.to {
        Some(to) if to <= span.from => {
            Err(Refusal::refused(format!("免职日期 {to} 不晚于任职日期 {}。", span.from))
                .hint("免职日期当日起不再任职，至少应比任职日期晚一天。"))
        }
        _ => Ok(()),
    }
}

/// Refuses a post that begins while its unit is not one of the group's.
pub fn at_a_standing_unit(unit: &str, terms: &[UnitTerm], span: Span) -> Result<()> {
    let term = terms.iter().find(|term| Span { from: term.from, to: term.to }.covers(span.from));
    let Some(term) = term else {
        let since = terms.iter().map(|term| term.from).min();
        let words = match since {
            Some(first) if span.from < first => {
                format!("{unit}于 {first} 才列入，{} 还没有列入名册。", span.from)
            }
            _ => format!("{unit}在 {} 已经退出。", span.from),
        };
        return Err(Refusal::refused(words).hint("请核对任职日期和单位的加入日期。"));
    };
    match (term.to, span.to) {
        (Some(left), to) if to.is_none_or(|to| to > left) => {
            Err(Refusal::refused(format!("{unit}已于 {left} 退出，任职不能延续到那天以后。"))
                .hint(format!("请填写不晚于 {left} 的免职日期。")))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
