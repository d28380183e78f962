//! Entering an item by hand, putting that right before anybody is told, adding papers.
use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

use super::list::BY_HAND;
use crate::followup::card;
use crate::followup::flow::{self, FollowupStep};
use crate::followup::item::{FollowupCard, FollowupItem, FollowupUnit, NewItem, Terms};
use crate::followup::kinds::{FollowupId, FollowupRhythm, FollowupSource, FollowupUrgency};
use crate::followup::store::{self, events};
use crate::followup::{OWNER, check, enter};
use crate::kernel::attachments::{self, Upload};
use crate::kernel::desk::Desk;
use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::written::date;
use crate::registry::{self, PostKind, UnitId};

/// What is entered of an item.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct FollowupFacts {
    /// Kind of source.
    pub source: FollowupSource,
    /// The source in words, e.g. `省质量强省办2016年第3号督办函`.
    pub source_name: String,
    /// 依据; the source in words if empty.
    #[serde(default)]
    pub ground: String,
    /// What is to be done.
    pub text: String,
    /// To whom the result is reported; the leader of the group if empty.
    #[serde(default)]
    pub owed_to: String,
    /// How pressing.
    #[serde(default)]
    pub urgency: Option<FollowupUrgency>,
    /// How often the unit reports.
    #[serde(default)]
    pub rhythm: Option<FollowupRhythm>,
    /// The unit that answers.
    pub lead: UnitId,
    /// Units that help.
    #[serde(default)]
    pub helpers: Vec<UnitId>,
    /// Last day.
    pub due_on: NaiveDate,
    /// 承办人; the one that the unit filed if empty.
    #[serde(default)]
    pub undertaker: String,
    /// His telephone.
    #[serde(default)]
    pub undertaker_phone: String,
    /// 督办人; whoever is at the desk if empty.
    #[serde(default)]
    pub supervisor: String,
    /// His telephone.
    #[serde(default)]
    pub supervisor_phone: String,
    /// The item that this one goes on from.
    #[serde(default)]
    pub previous: Option<FollowupId>,
}

/// A new item.
#[derive(Debug, Deserialize, TS)]
pub struct FollowupRegister {
    /// What is entered.
    pub facts: FollowupFacts,
    /// Papers on which it rests.
    #[serde(default)]
    pub files: Vec<Upload>,
}

/// What was entered is put right.
#[derive(Debug, Deserialize, TS)]
pub struct FollowupAmend {
    /// Item.
    pub item: FollowupId,
    /// Version it was seen in.
    pub version: i64,
    /// What is entered.
    pub facts: FollowupFacts,
}

/// A paper that belongs to an item.
#[derive(Debug, Deserialize, TS)]
pub struct FollowupAttach {
    /// Item.
    pub item: FollowupId,
    /// What it is.
    pub purpose: String,
    /// The file.
    pub file: Upload,
}

pub fn register(desk: &Desk<'_>, q: FollowupRegister) -> Result<FollowupCard> {
    let new = made(desk, &q.facts, None)?;
    let id = enter(desk, &new)?;
    for file in &q.files {
        attachments::add(desk, OWNER, id, "立项依据", file)?;
    }
    card::of(desk, id)
}

pub fn amend(desk: &Desk<'_>, q: FollowupAmend) -> Result<FollowupCard> {
    let item = store::get(desk, q.item)?;
    if item.version != q.version {
        return Err(Refusal::stale());
    }
    flow::next(item.stage, FollowupStep::Amend, desk.profile.followup.article)
        .map_err(|no| no.hint("督办通知下发以后，事项不能再改；要求有变化的，请另立新事项并与它关联。"))?;
    let mut new = made(desk, &q.facts, Some(&item))?;
    if item.source_kind == FollowupSource::Instruction && !item.source.is_empty() {
        // What an instruction laid on a unit stays with that instruction.
        new.source_kind = item.source_kind;
        new.source_name = item.source_name.clone();
        new.owed_to = item.owed_to.clone();
    }
    check(desk, &new)?;
    let changed = differences(&item, &new);
    if changed.is_empty() {
        return card::of(desk, q.item);
    }
    store::amend(desk, &item, q.version, &new)?;
    events::took(desk, &item, FollowupStep::Amend, item.stage, desk.today(), &changed.join("；"), None)?;
    card::of(desk, q.item)
}

pub fn attach(desk: &Desk<'_>, q: FollowupAttach) -> Result<FollowupCard> {
    let item = store::get(desk, q.item)?;
    let purpose = needed(&q.purpose, "附件说明")?;
    attachments::add(desk, OWNER, item.id, purpose, &q.file)?;
    card::of(desk, q.item)
}

/// Words that must be there.
pub fn needed<'a>(words: &'a str, what: &str) -> Result<&'a str> {
    match words.trim() {
        "" => Err(Refusal::refused(format!("没有填写{what}。")).hint(format!("请填写{what}后再提交。"))),
        words => Ok(words),
    }
}

/// A unit of the register, by the name of today.
pub fn unit(desk: &Desk<'_>, id: UnitId) -> Result<FollowupUnit> {
    Ok(FollowupUnit { unit: id.to_string(), short: registry::unit(desk, id)?.short })
}

fn made(desk: &Desk<'_>, facts: &FollowupFacts, old: Option<&FollowupItem>) -> Result<NewItem> {
    let article = desk.profile.followup.article;
    if old.is_none() && !BY_HAND.contains(&facts.source) {
        return Err(Refusal::refused("会议决定不在这里登记。")
            .hint("会议纪要签发时，决定事项自动立项；请在“联席会议”中办理。")
            .article(article));
    }
    if facts.due_on < desk.today() {
        return Err(Refusal::refused(format!("完成期限{}已经过去。", date(facts.due_on)))
            .hint("请填写今天以后的期限。")
            .article(article));
    }
    if let Some(previous) = facts.previous {
        store::get(desk, previous)?;
        if old.is_some_and(|old| old.id == previous) {
            return Err(Refusal::refused("一个事项不能与自己关联。").hint("请选择另一个事项。"));
        }
    }
    let lead = unit(desk, facts.lead)?;
    let (undertaker, undertaker_phone) = undertaker(desk, facts)?;
    let trimmed = |words: &str| words.trim().to_owned();
    Ok(NewItem {
        text: needed(&facts.text, "承办事项")?.to_owned(),
        source_kind: facts.source,
        source: String::new(),
        source_name: needed(&facts.source_name, "来源")?.to_owned(),
        owed_to: match facts.owed_to.trim() {
            "" => desk.profile.group.leader_title.clone(),
            words => words.to_owned(),
        },
        lead,
        helpers: facts.helpers.iter().map(|id| unit(desk, *id)).collect::<Result<_>>()?,
        due_on: facts.due_on,
        terms: Terms {
            ground: trimmed(&facts.ground),
            urgency: facts.urgency,
            rhythm: facts.rhythm,
            undertaker,
            undertaker_phone,
            supervisor: trimmed(&facts.supervisor),
            supervisor_phone: trimmed(&facts.supervisor_phone),
            previous: facts.previous,
        },
    })
}

/// As entered, or whom the lead unit filed (第五条).
fn undertaker(desk: &Desk<'_>, facts: &FollowupFacts) -> Result<(String, String)> {
    let typed = facts.undertaker.trim();
    let filed = registry::people_of_unit_on(desk, facts.lead, desk.today())?;
    let his = filed
        .into_iter()
        .find(|line| line.post == PostKind::Undertaker && (typed.is_empty() || line.name == typed));
    let phone = match (facts.undertaker_phone.trim(), &his) {
        ("", Some(line)) => line.phone.clone(),
        (phone, _) => phone.to_owned(),
    };
    let name = his.map(|line| line.name).filter(|_| typed.is_empty()).unwrap_or_else(|| typed.to_owned());
    Ok((name, phone))
}

fn differences(old: &FollowupItem, new: &NewItem) -> Vec<String> {
    let names =
        |units: &[FollowupUnit]| units.iter().map(|unit| unit.short.as_str()).collect::<Vec<_>>().join("、");
    let terms = &new.terms;
    let urgency = terms.urgency.unwrap_or(FollowupUrgency::Plain).label();
    let rhythm = terms.rhythm.unwrap_or(FollowupRhythm::Once).label();
    let ground = if terms.ground.is_empty() { &new.source_name } else { &terms.ground };
    let supervisor = if terms.supervisor.is_empty() { &old.supervisor } else { &terms.supervisor };
    let pairs = [
        ("承办事项", old.text.clone(), new.text.clone()),
        ("来源", old.source_name.clone(), new.source_name.clone()),
        ("来源类别", old.source_kind.label().into(), new.source_kind.label().into()),
        ("依据", old.ground.clone(), ground.clone()),
        ("报告对象", old.owed_to.clone(), new.owed_to.clone()),
        ("紧急程度", old.urgency_label.clone(), urgency.into()),
        ("汇报频次", old.rhythm_label.clone(), rhythm.into()),
        ("牵头单位", old.lead.short.clone(), new.lead.short.clone()),
        ("配合单位", names(&old.helpers), names(&new.helpers)),
        ("完成期限", date(old.due_on), date(new.due_on)),
        ("承办人", old.undertaker.clone(), terms.undertaker.clone()),
        ("承办人电话", old.undertaker_phone.clone(), terms.undertaker_phone.clone()),
        ("督办人", old.supervisor.clone(), supervisor.clone()),
        ("督办人电话", old.supervisor_phone.clone(), terms.supervisor_phone.clone()),
    ];
    let mut changed: Vec<String> = pairs
        .into_iter()
        .filter(|(_, was, is)| was != is)
        .map(|(what, was, is)| format!("{what}由“{was}”改为“{is}”"))
        .collect();
    if old.previous != terms.previous {
        changed.push("关联事项改变".into());
    }
    changed
}
