//! What lies beside an item: notices, progress, parts, replies in versions, urgings, extensions, pauses, escalation.
use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;
use ts_rs::TS;

use super::kinds::{
    FollowupCompilationId, FollowupCompilationKind, FollowupExtensionId, FollowupExtensionState,
    FollowupPartId, FollowupProgressId, FollowupReplyState, FollowupUrgingId,
};
use crate::registry::PersonId;

/// A notice (督办通知单) as it went to a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FollowupNotice {
    /// Unit.
    pub unit: String,
    /// Its short name.
    pub short: String,
    /// 牵头 or 配合.
    pub role: String,
    /// When it was sent.
    pub sent_on: NaiveDate,
    /// How.
    pub way: String,
    /// By when it is to be signed for.
    pub receipt_due_on: NaiveDate,
    /// When it was signed for.
    pub received_on: Option<NaiveDate>,
    /// By whom.
    pub receiver: String,
}

/// A progress report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FollowupProgress {
    /// Id.
    pub id: FollowupProgressId,
    /// Day of the report.
    pub on: NaiveDate,
    /// The period that it belongs to; none where nothing was due.
    pub period: Option<NaiveDate>,
    /// What was reported.
    pub words: String,
}

/// A helping unit's part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FollowupPart {
    /// Id.
    pub id: FollowupPartId,
    /// Unit.
    pub unit: String,
    /// Its short name.
    pub short: String,
    /// Day.
    pub on: NaiveDate,
    /// Number of its letter.
    pub number: String,
    /// What it did.
    pub words: String,
}

/// A reply as it came, or as it was corrected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FollowupReplyVersion {
    /// Which one.
    pub n: u32,
    /// Day of the reply.
    pub on: NaiveDate,
    /// Number of the letter.
    pub number: String,
    /// Words.
    pub words: String,
    /// What became of it.
    pub state: FollowupReplyState,
    /// In Chinese.
    pub state_label: String,
    /// Why it was sent back, or why it was corrected.
    pub reason: String,
    /// When it was recorded.
    pub at: NaiveDateTime,
    /// By whom.
    pub who: String,
}

/// An urging.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FollowupUrging {
    /// Id.
    pub id: FollowupUrgingId,
    /// Which one of this item.
    pub n: u32,
    /// Its number in the register of urgings.
    pub number: String,
    /// Day.
    pub on: NaiveDate,
    /// The last day of the item as it was then.
    pub due_on: NaiveDate,
    /// How: 书面 or 电话.
    pub way: String,
    /// Whom.
    pub person: String,
    /// What was asked, or answered on the telephone.
    pub words: String,
    /// By when an answer is expected.
    pub answer_by: NaiveDate,
}

/// A request for more time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FollowupExtension {
    /// Id.
    pub id: FollowupExtensionId,
    /// Which one.
    pub n: u32,
    /// When it came in.
    pub asked_on: NaiveDate,
    /// The last day as it was then.
    pub old_due_on: NaiveDate,
    /// The last day that was asked for.
    pub new_due_on: NaiveDate,
    /// Progress so far.
    pub progress: String,
    /// Why.
    pub reason: String,
    /// What will be done.
    pub measures: String,
    /// What became of it.
    pub state: FollowupExtensionState,
    /// In Chinese.
    pub state_label: String,
    /// When it was decided.
    pub decided_on: Option<NaiveDate>,
    /// By whom.
    pub decider: Option<PersonId>,
    /// With name and post.
    pub decider_name: String,
    /// The last day that was given.
    pub granted_due_on: Option<NaiveDate>,
    /// In what words.
    pub words: String,
}

/// A last day that an item had.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FollowupTerm {
    /// The last day.
    pub due_on: NaiveDate,
    /// Since when.
    pub since: NaiveDate,
    /// Why.
    pub why: String,
}

/// A time in which an item was put off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FollowupPause {
    /// From.
    pub from: NaiveDate,
    /// Up to; none while it lasts.
    pub to: Option<NaiveDate>,
    /// Why.
    pub reason: String,
}

/// How an item was taken higher.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FollowupEscalation {
    /// Key of the step.
    pub step: String,
    /// In Chinese.
    pub label: String,
    /// When.
    pub on: NaiveDate,
    /// The last day that had been missed.
    pub due_on: NaiveDate,
    /// What was decided or said.
    pub words: String,
}

/// What the rules propose for an item that is late.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FollowupProposal {
    /// What, in one sentence.
    pub words: String,
    /// The article it rests on.
    pub article: String,
}

/// A document in which items were compiled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FollowupCompiled {
    /// Id.
    pub id: FollowupCompilationId,
    /// What it is.
    pub kind: FollowupCompilationKind,
    /// In Chinese.
    pub kind_label: String,
    /// Its title when it was begun.
    pub title: String,
    /// The document.
    pub document: String,
    /// When it was begun.
    pub made_at: NaiveDateTime,
    /// By whom.
    pub made_by: String,
}
