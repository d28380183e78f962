//! An item (督办事项): what a unit owes, to whom, by when, and what it answered.
//!
//! Units are kept by id and by the short name of the day; the register is not asked.
use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;
use ts_rs::TS;

use super::flow::FollowupStage;
use crate::kernel::attachments::Attachment;
use crate::kernel::flow::StepChoice;

crate::id!(
    /// An item (督办事项).
    FollowupId
);
crate::id!(
    /// A line of an item's history.
    FollowupEventId
);

/// A unit as the source named it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FollowupUnit {
    /// Id in the register.
    pub unit: String,
    /// Short name on the day the item was opened.
    pub short: String,
}

/// What is handed over to be followed up.
#[derive(Debug, Clone)]
pub struct NewItem {
    /// What is to be done.
    pub text: String,
    /// Kind of source: `meeting`.
    pub source_kind: &'static str,
    /// Id of the source.
    pub source: String,
    /// The source in words: `2016年第11次联席会议`.
    pub source_name: String,
    /// To whom the result is reported in the end.
    pub owed_to: String,
    /// The unit that answers.
    pub lead: FollowupUnit,
    /// Units that help.
    pub helpers: Vec<FollowupUnit>,
    /// Last day.
    pub due_on: NaiveDate,
}

/// An item as a line of the list and as a card.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FollowupItem {
    /// Id.
    pub id: FollowupId,
    /// Counts changes.
    pub version: i64,
    /// Number as printed.
    pub number: String,
    /// What is to be done.
    pub text: String,
    /// Stage.
    pub stage: FollowupStage,
    /// Its Chinese name.
    pub stage_label: String,
    /// Kind of source.
    pub source_kind: String,
    /// Id of the source.
    pub source: String,
    /// The source in words.
    pub source_name: String,
    /// To whom the result is reported.
    pub owed_to: String,
    /// The unit that answers.
    pub lead: FollowupUnit,
    /// Units that help.
    pub helpers: Vec<FollowupUnit>,
    /// When it was opened.
    pub opened_on: NaiveDate,
    /// Last day.
    pub due_on: NaiveDate,
    /// Calendar days to the last day; negative when it is over. None once it is closed.
    pub days_left: Option<i64>,
    /// Waiting beyond the last day, or answered after it.
    pub overdue: bool,
    /// When the unit answered.
    pub reply_on: Option<NaiveDate>,
    /// What it answered.
    pub reply: String,
    /// Number of its letter.
    pub reply_number: String,
    /// How many times the answer was sent back.
    pub returns: u32,
    /// When it was closed.
    pub closed_on: Option<NaiveDate>,
    /// Why it was last sent back or withdrawn.
    pub reason: String,
    /// Steps offered.
    pub allowed: Vec<StepChoice>,
}

/// One line of an item's history.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FollowupEvent {
    /// When.
    pub at: NaiveDateTime,
    /// Who.
    pub who: String,
    /// What.
    pub what: String,
    /// In words.
    pub words: String,
}

/// An item with all that belongs to it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FollowupCard {
    /// The item.
    pub item: FollowupItem,
    /// Its history, newest first.
    pub events: Vec<FollowupEvent>,
    /// Scans of answers.
    pub attachments: Vec<Attachment>,
}

/// How many items stand where.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct FollowupFigures {
    /// Being worked on.
    pub open: u32,
    /// Answered, to be looked at.
    pub replied: u32,
    /// Not closed and beyond their day.
    pub overdue: u32,
    /// Closed with an accepted answer.
    pub accepted: u32,
}
