//! An item (督办事项): what a unit owes, to whom, by when, and what it answered.
//!
//! Units are kept by id and by the short name of the day on which they were told; a later change of name changes no item.
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::beside::{
    FollowupCompiled, FollowupEscalation, FollowupExtension, FollowupNotice, FollowupPart, FollowupPause,
    FollowupProgress, FollowupProposal, FollowupReplyVersion, FollowupTerm, FollowupUrging,
};
use super::flow::{FollowupStage, FollowupStep};
use super::kinds::{FollowupId, FollowupRhythm, FollowupSource, FollowupTiming, FollowupUrgency};
use super::rules::Period;
use crate::kernel::attachments::Attachment;
use crate::kernel::flow::{StageDot, StepChoice};

/// A unit as the source named it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FollowupUnit {
    /// Id in the register.
    pub unit: String,
    /// Short name on the day the item was opened.
    pub short: String,
}

/// How an item is to be followed up, beside what is to be done.
#[derive(Debug, Clone, Default)]
pub struct Terms {
    /// 依据: which minutes, instruction or letter; the source's name if empty.
    pub ground: String,
    /// How pressing; plain if none.
    pub urgency: Option<FollowupUrgency>,
    /// How often the unit reports; only once if none.
    pub rhythm: Option<FollowupRhythm>,
    /// 承办人 at the lead unit.
    pub undertaker: String,
    /// His telephone.
    pub undertaker_phone: String,
    /// 督办人; whoever is at the desk if empty.
    pub supervisor: String,
    /// His telephone.
    pub supervisor_phone: String,
    /// The item that this one goes on from; it stays as it is.
    pub previous: Option<FollowupId>,
}

/// What is handed over to be followed up.
#[derive(Debug, Clone)]
pub struct NewItem {
    /// What is to be done.
    pub text: String,
    /// Kind of source.
    pub source_kind: FollowupSource,
    /// Id of the source; empty where it has no record.
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
    /// The rest.
    pub terms: Terms,
}

/// An item as a line of the list.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
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
    /// How it stands to its last day.
    pub timing: FollowupTiming,
    /// In Chinese.
    pub timing_label: String,
    /// Kind of source.
    pub source_kind: FollowupSource,
    /// In Chinese, as the rules call it.
    pub source_label: String,
    /// Id of the source; empty where it has no record.
    pub source: String,
    /// The source in words.
    pub source_name: String,
    /// 依据.
    pub ground: String,
    /// To whom the result is reported.
    pub owed_to: String,
    /// How pressing.
    pub urgency: FollowupUrgency,
    /// In Chinese.
    pub urgency_label: String,
    /// How often the unit reports.
    pub rhythm: FollowupRhythm,
    /// In Chinese.
    pub rhythm_label: String,
    /// The unit that answers.
    pub lead: FollowupUnit,
    /// Units that help.
    pub helpers: Vec<FollowupUnit>,
    /// 承办人.
    pub undertaker: String,
    /// His telephone.
    pub undertaker_phone: String,
    /// 督办人.
    pub supervisor: String,
    /// His telephone.
    pub supervisor_phone: String,
    /// The item that this one goes on from.
    pub previous: Option<FollowupId>,
    /// When it was opened.
    pub opened_on: NaiveDate,
    /// The last day as it was first.
    pub first_due_on: NaiveDate,
    /// Last day.
    pub due_on: NaiveDate,
    /// Calendar days to the last day; negative when it is over. None once it is answered or closed.
    pub days_left: Option<i64>,
    /// Waiting beyond the last day, or answered after it.
    pub overdue: bool,
    /// When the notice went out.
    pub notice_on: Option<NaiveDate>,
    /// How many times it was urged.
    pub urgings: u32,
    /// Periods that were not reported.
    pub missing: u32,
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
    /// Why it was last sent back, put off, ended or withdrawn.
    pub reason: String,
}

/// One line of an item's history.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FollowupEvent {
    /// When it was recorded.
    pub at: NaiveDateTime,
    /// The day on paper.
    pub on: Option<NaiveDate>,
    /// Who.
    pub who: String,
    /// The step; none for being opened and for lines of old.
    pub step: Option<FollowupStep>,
    /// From which stage; none when it was opened.
    pub from: Option<FollowupStage>,
    /// To which.
    pub to: Option<FollowupStage>,
    /// What.
    pub what: String,
    /// In words.
    pub words: String,
    /// Scans that prove it.
    pub files: Vec<Attachment>,
}

/// Another item, as a link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FollowupLink {
    /// Its id.
    pub item: FollowupId,
    /// Its number.
    pub number: String,
    /// What it is about.
    pub text: String,
    /// Where it stands.
    pub stage_label: String,
}

/// An item with all that belongs to it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FollowupCard {
    /// The item.
    pub item: FollowupItem,
    /// 立项 · 下发 · 办理 · 审核 · 办结.
    pub stages: Vec<StageDot>,
    /// Steps of this stage.
    pub allowed: Vec<StepChoice>,
    /// The article it rests on.
    pub article: String,
    /// To whom the notice went, and who signed for it.
    pub notices: Vec<FollowupNotice>,
    /// Days of report.
    pub periods: Vec<Period>,
    /// What was reported, newest first.
    pub progress: Vec<FollowupProgress>,
    /// What helping units did.
    pub parts: Vec<FollowupPart>,
    /// Replies in versions, newest first.
    pub replies: Vec<FollowupReplyVersion>,
    /// Urgings, newest first.
    pub urgings: Vec<FollowupUrging>,
    /// Requests for more time, newest first.
    pub extensions: Vec<FollowupExtension>,
    /// Every last day it had.
    pub terms: Vec<FollowupTerm>,
    /// Times in which it was put off.
    pub pauses: Vec<FollowupPause>,
    /// How it was taken higher.
    pub escalations: Vec<FollowupEscalation>,
    /// What is to be done about it now, by the rules.
    pub proposal: Option<FollowupProposal>,
    /// The item that it goes on from.
    pub previous: Option<FollowupLink>,
    /// Items that go on from it.
    pub next: Vec<FollowupLink>,
    /// Documents in which it was compiled.
    pub compiled: Vec<FollowupCompiled>,
    /// Its history, newest first.
    pub events: Vec<FollowupEvent>,
    /// Papers of the item itself.
    pub attachments: Vec<Attachment>,
}

/// How many items stand where.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct FollowupFigures {
    /// Being worked on, or to be notified of.
    pub open: u32,
    /// Answered, to be looked at.
    pub replied: u32,
    /// Not closed and beyond their day.
    pub overdue: u32,
    /// Closed with an accepted answer.
    pub accepted: u32,
}
