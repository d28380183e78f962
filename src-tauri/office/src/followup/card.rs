//! The card of an item: its stages, what may be done now and by whom, what the rules propose, everything beside it.
use chrono::NaiveDate;

use super::beside::{FollowupEscalation, FollowupExtension, FollowupProposal, FollowupUrging};
use super::flow::{self, FollowupStage as Stage, FollowupStep as Step};
use super::guards::{self, Facts};
use super::item::{FollowupCard, FollowupEvent, FollowupItem, FollowupLink};
use super::kinds::{FollowupExtensionState, FollowupId, FollowupSource, FollowupTiming};
use super::store::{self, beside, compiled, events, time};
use super::{OWNER, rules};
use crate::kernel::attachments;
use crate::kernel::desk::Desk;
use crate::kernel::flow::StageDot;
use crate::kernel::refusal::{Result, article_name};
use crate::kernel::role::Role;
use crate::kernel::written::date;

/// The card of an item.
pub fn of(desk: &Desk<'_>, id: FollowupId) -> Result<FollowupCard> {
    let item = store::get(desk, id)?;
    let facts = facts(desk, &item)?;
    let events = events::all(desk, id)?;
    let escalations = time::escalations(desk, id)?;
    Ok(FollowupCard {
        stages: dots(&item, &events),
        allowed: flow::choices(item.stage, |step| may(desk, &facts, step)),
        article: article_name(article(desk, &item)),
        notices: beside::notices(desk, id)?,
        periods: time::periods(desk, &item)?,
        progress: beside::progress(desk, id)?,
        parts: beside::parts(desk, id)?,
        replies: beside::replies(desk, id)?,
        urgings: time::urgings(desk, id)?,
        extensions: time::extensions(desk, id)?,
        terms: time::terms(desk, id)?,
        pauses: time::pauses(desk, id)?,
        proposal: proposal(desk, &item, &facts),
        escalations,
        previous: item.previous.map(|previous| link(desk, previous)).transpose()?,
        next: store::next_of(desk, id)?,
        compiled: compiled::of_item(desk, id)?,
        events,
        attachments: attachments::of(desk, OWNER, id)?,
        item,
    })
}

/// An item as a link.
pub fn link(desk: &Desk<'_>, id: FollowupId) -> Result<FollowupLink> {
    let item = store::get(desk, id)?;
    Ok(FollowupLink { item: id, number: item.number, text: item.text, stage_label: item.stage_label })
}

/// The article that an item rests on: that of its source.
pub fn article(desk: &Desk<'_>, item: &FollowupItem) -> u8 {
    let rules = &desk.profile.followup;
    rules.source(item.source_kind.key()).map_or(rules.article, |source| source.article)
}

/// What stands against a step for whoever is at the desk.
pub fn may(desk: &Desk<'_>, facts: &Facts, step: Step) -> Result<()> {
    guards::may(facts, step, desk.who.role == Role::Director, desk.profile)
}

/// What the guards look at.
pub fn facts(desk: &Desk<'_>, item: &FollowupItem) -> Result<Facts> {
    let notices = beside::notices(desk, item.id)?;
    let extensions = time::extensions(desk, item.id)?;
    let is = |state: FollowupExtensionState| move |one: &&FollowupExtension| one.state == state;
    let urgings = time::urgings(desk, item.id)?;
    let escalations = time::escalations(desk, item.id)?;
    let now = |one: &&FollowupEscalation| one.due_on == item.due_on;
    Ok(Facts {
        stage: item.stage,
        today: desk.today(),
        due_on: item.due_on,
        noticed: item.notice_on.is_some(),
        unsigned: notices.iter().filter(|notice| notice.received_on.is_none()).count(),
        helpers: item.helpers.len(),
        urged: urgings.iter().filter(|one: &&FollowupUrging| one.due_on == item.due_on).count() as u32,
        asked: extensions.iter().any(|one| one.state == FollowupExtensionState::Waiting),
        extended: extensions.iter().filter(is(FollowupExtensionState::Approved)).count() as u32,
        escalated: escalations.iter().filter(now).map(|one| one.step.clone()).collect(),
        of_minutes: item.source_kind == FollowupSource::Meeting,
    })
}

/// What is to be done about an item that is near its day or late: urge first, then step by step higher.
pub fn proposal(desk: &Desk<'_>, item: &FollowupItem, facts: &Facts) -> Option<FollowupProposal> {
    let rules = &desk.profile.followup;
    let says = |words: String, article: u8| Some(FollowupProposal { words, article: article_name(article) });
    match item.timing {
        FollowupTiming::Near if item.stage == Stage::Open && facts.urged == 0 => {
            says(format!("完成期限{}临近，可以提醒催办。", date(item.due_on)), rules.article)
        }
        FollowupTiming::Overdue if item.stage == Stage::Open => {
            let days = (facts.today - item.due_on).num_days();
            if facts.urged == 0 {
                return says(format!("已逾期{days}天，还没有催办，请催办。"), rules.article);
            }
            match rules::next_escalation(rules, &facts.escalated, item.due_on) {
                Some((step, from)) if facts.today >= from => {
                    let words = format!("已逾期{days}天，催办{}次仍未回复，{}。", facts.urged, step.label);
                    says(words, step.article.unwrap_or(rules.article))
                }
                Some((step, from)) => {
                    let words = format!(
                        "已逾期{days}天，催办{}次；到{}仍未回复的，{}。",
                        facts.urged,
                        date(from),
                        step.label
                    );
                    says(words, step.article.unwrap_or(rules.article))
                }
                None => says(format!("已逾期{days}天，升级督办各步都已采取。"), rules.article),
            }
        }
        _ => None,
    }
}

/// 立项 · 下发通知 · 单位办理 · 审核回复 · 办结.
fn dots(item: &FollowupItem, events: &[FollowupEvent]) -> Vec<StageDot> {
    let last = |pick: &dyn Fn(&&FollowupEvent) -> bool| {
        events.iter().find(pick).map(|event| (event.at, event.who.clone()))
    };
    let took = |step: Step| last(&move |event| event.step == Some(step));
    let opened = events.last().map(|event| (event.at, event.who.clone()));
    let end = match item.stage {
        Stage::Closed => ("终止", took(Step::Close)),
        Stage::Withdrawn => ("撤销", took(Step::Withdraw)),
        _ => ("办结", took(Step::Accept)),
    };
    let here = match item.stage {
        Stage::Registered => 1,
        Stage::Open | Stage::Suspended => 2,
        Stage::Replied => 3,
        Stage::Accepted | Stage::Closed | Stage::Withdrawn => 5,
    };
    let middle = if item.stage == Stage::Suspended { "暂缓办理" } else { "单位办理" };
    let ended = matches!(item.stage, Stage::Closed | Stage::Withdrawn);
    let line = [
        ("registered", "立项", opened, true),
        ("notified", "下发通知", took(Step::Notify), item.notice_on.is_some() || !ended),
        ("open", middle, took(Step::Reply), item.reply_on.is_some() || !ended),
        ("replied", "审核回复", took(Step::Accept), !ended),
        ("over", end.0, end.1, true),
    ];
    let dot = |(at, (key, label, when, real)): (usize, (&str, &str, Option<_>, bool))| {
        let state = match at.cmp(&here) {
            std::cmp::Ordering::Less if real => "done",
            std::cmp::Ordering::Equal => "current",
            _ => "todo",
        };
        let passed = when.filter(|_| state == "done");
        StageDot {
            key: key.into(),
            label: label.into(),
            state: state.into(),
            when: passed.as_ref().map(|(at, _): &(chrono::NaiveDateTime, String)| *at),
            who: passed.map(|(_, who)| who).unwrap_or_default(),
        }
    };
    line.into_iter().enumerate().map(dot).collect()
}

/// The last day of a receipt, a look at a reply, a decision: so many working days after another.
pub fn working_day(desk: &Desk<'_>, from: NaiveDate, days: u32) -> Result<NaiveDate> {
    Ok(desk.calendar()?.working_days_after(from, days))
}
