//! Minutes (会议纪要, 第十三条) as stored and as answered.
use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;
use ts_rs::TS;

use super::copies::{MeetingCopy, MeetingCopyProposal};
use super::kinds::{MeetingId, MinutesId, MinutesStage};
use super::record::{Meeting, MeetingCounts, MeetingDecision, MeetingEvent};
use crate::kernel::attachments::Attachment;
use crate::kernel::flow::{StageDot, StepChoice};

/// Owner kind of the signed paper's scan.
pub const OWNER: &str = "meeting_minutes";

/// Minutes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Minutes {
    /// Id.
    pub id: MinutesId,
    /// Counts changes.
    pub version: i64,
    /// The meeting.
    pub meeting: MeetingId,
    /// Stage.
    pub stage: MinutesStage,
    /// In Chinese.
    pub stage_label: String,
    /// Title.
    pub title: String,
    /// Text: paragraphs by line feed, levels 一、（一）1.（1）.
    pub text: String,
    /// Day of the chair's signature.
    pub signed_on: Option<NaiveDate>,
    /// Who signed.
    pub signer_name: String,
    /// What was written with the signature.
    pub signer_words: String,
    /// Where the signed paper lies, if there is no scan.
    pub signed_basis: String,
    /// Number, given at signature.
    pub number: Option<String>,
    /// Day of issue.
    pub issued_on: Option<NaiveDate>,
    /// Copies printed.
    pub copies: Option<u32>,
    /// Why it was made void.
    pub void_reason: Option<String>,
}

/// A saved version.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MinutesVersion {
    /// 1, 2, 3 …
    pub n: u32,
    /// Title.
    pub title: String,
    /// Text.
    pub text: String,
    /// Who saved it.
    pub author: String,
    /// When.
    pub at: NaiveDateTime,
    /// Characters, spaces left out.
    pub characters: u32,
}

/// Minutes with all that belongs to them.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MinutesCard {
    /// The minutes.
    pub minutes: Minutes,
    /// Their meeting.
    pub meeting: Meeting,
    /// The line of stages.
    pub stages: Vec<StageDot>,
    /// Steps offered, with the reasons why not.
    pub allowed: Vec<StepChoice>,
    /// Why the text may not be changed; none if it may.
    pub locked: Option<String>,
    /// Day by which they should be signed (profile).
    pub sign_due_on: NaiveDate,
    /// Not signed and beyond that day.
    pub sign_overdue: bool,
    /// Characters of the text, spaces left out.
    pub characters: u32,
    /// Decisions of the meeting.
    pub decisions: Vec<MeetingDecision>,
    /// The copies list: computed until issue, frozen from then on.
    pub copies: Vec<MeetingCopy>,
    /// Who might be added to it; nobody once it is frozen.
    pub copy_proposals: Vec<MeetingCopyProposal>,
    /// How many versions were saved.
    pub versions: u32,
    /// Scans.
    pub attachments: Vec<Attachment>,
    /// How many people stood where at the meeting.
    pub counts: MeetingCounts,
    /// What was done with the meeting and its minutes, newest first.
    pub events: Vec<MeetingEvent>,
}
