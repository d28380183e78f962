//! Looking: which items there are, one with all that belongs to it, what can be chosen when one is entered.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::followup::card;
use crate::followup::flow::FollowupStage;
use crate::followup::item::{FollowupCard, FollowupItem};
use crate::followup::kinds::{FollowupId, FollowupRhythm, FollowupSource, FollowupUrgency};
use crate::followup::store;
use crate::kernel::desk::Desk;
use crate::kernel::followup_rules::SourceRule;
use crate::kernel::refusal::Result;
use crate::kernel::rows::{Order, Rows, Slice};
use crate::registry::{PersonId, PostKind, RosterLine, director_on, roster_on};

/// Which items are wanted.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct FollowupFilter {
    /// Only this stage.
    pub stage: Option<FollowupStage>,
    /// Only from this kind of source.
    pub source: Option<FollowupSource>,
    /// Only this urgency.
    pub urgency: Option<FollowupUrgency>,
    /// Only items in which this unit leads or helps.
    pub unit: Option<String>,
    /// Only items of this meeting, or of this paper.
    pub meeting: Option<String>,
    /// Only items that this person supervises or undertakes.
    pub person: String,
    /// Only items that whoever is at the desk supervises (本人待办).
    pub mine: bool,
    /// Opened on this day or later.
    pub from: Option<NaiveDate>,
    /// Opened on this day or earlier.
    pub to: Option<NaiveDate>,
    /// Only items that are not closed.
    pub waiting: bool,
    /// Only items whose day is near.
    pub near: bool,
    /// Only items beyond their day.
    pub overdue: bool,
    /// Words in text, number, source or lead unit.
    pub words: String,
    /// Which part of the list.
    pub slice: Slice,
    /// In which order; the most pressing first if left out.
    pub order: Option<Order>,
}

/// Which item.
#[derive(Debug, Deserialize, TS)]
pub struct FollowupAsked {
    /// Its id.
    pub item: FollowupId,
}

/// Which day the people of office are wanted of.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct FollowupChoicesAsked {
    /// The day; today if absent.
    pub on: Option<NaiveDate>,
}

/// A key with its Chinese name.
#[derive(Debug, Serialize, TS)]
pub struct FollowupChoice {
    /// Key.
    pub key: String,
    /// Name.
    pub label: String,
}

/// Somebody who may decide an extension.
#[derive(Debug, Serialize, TS)]
pub struct FollowupDecider {
    /// Who.
    pub person: PersonId,
    /// Name.
    pub name: String,
    /// As what.
    pub post: String,
}

/// What can be chosen.
#[derive(Debug, Serialize, TS)]
pub struct FollowupChoices {
    /// The sources with their articles.
    pub sources: Vec<SourceRule>,
    /// Sources that the clerk enters by hand; the others hand their items over.
    pub by_hand: Vec<FollowupSource>,
    /// How pressing.
    pub urgencies: Vec<FollowupChoice>,
    /// How often.
    pub rhythms: Vec<FollowupChoice>,
    /// Who may decide extensions on that day.
    pub deciders: Vec<FollowupDecider>,
    /// The last day that is proposed.
    pub due_on: NaiveDate,
    /// Until when an urging of today is to be answered.
    pub answer_by: NaiveDate,
    /// Who supervises if nobody else is named.
    pub supervisor: String,
}

pub fn items(desk: &Desk<'_>, q: FollowupFilter) -> Result<Rows<FollowupItem>> {
    let (rows, total) = store::list(desk, &q, q.slice)?;
    Ok(Rows { rows, total })
}

pub fn open(desk: &Desk<'_>, q: FollowupAsked) -> Result<FollowupCard> {
    card::of(desk, q.item)
}

pub fn choices(desk: &Desk<'_>, q: FollowupChoicesAsked) -> Result<FollowupChoices> {
    let (rules, today) = (&desk.profile.followup, desk.today());
    let choice = |key: &str, label: &str| FollowupChoice { key: key.into(), label: label.into() };
    let deciders = deciders(desk, q.on.unwrap_or(today))?;
    Ok(FollowupChoices {
        sources: rules.sources.clone(),
        by_hand: BY_HAND.to_vec(),
        urgencies: FollowupUrgency::ALL.iter().map(|one| choice(one.key(), one.label())).collect(),
        rhythms: FollowupRhythm::ALL.iter().map(|one| choice(one.key(), one.label())).collect(),
        deciders: deciders
            .into_iter()
            .map(|line| FollowupDecider { person: line.person, name: line.name, post: line.post_label })
            .collect(),
        due_on: today + chrono::Days::new(u64::from(desk.profile.decisions.default_due_days)),
        answer_by: card::working_day(desk, today, rules.urging_days)?,
        supervisor: desk.who.name.clone(),
    })
}

/// Sources without a door of their own.
pub const BY_HAND: [FollowupSource; 5] = [
    FollowupSource::Group,
    FollowupSource::Instruction,
    FollowupSource::Superior,
    FollowupSource::Public,
    FollowupSource::Plan,
];

/// Whoever may decide an extension on a day.
pub fn deciders(desk: &Desk<'_>, on: NaiveDate) -> Result<Vec<RosterLine>> {
    let mut lines = roster_on(desk, on)?;
    lines.extend(director_on(desk, on)?);
    let entitled = |post: PostKind| desk.profile.followup.deciders.iter().any(|key| key == post.key());
    lines.retain(|line| entitled(line.post));
    Ok(lines)
}
