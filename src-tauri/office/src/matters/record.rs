//! A matter and what belongs to it, as stored and as answered.
use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;
use ts_rs::TS;

use super::entrustment::Entrustment;
use super::kinds::{
    MatterEntrustmentId, MatterId, MatterLevel, MatterMoveId, MatterOutcome, MatterStage, MatterStep,
};
use crate::kernel::attachments::Attachment;
use crate::kernel::flow::{StageDot, StepChoice};
use crate::library::LibraryCitation;
use crate::meetings::{AgendaId, DecisionId, MeetingId};
use crate::registry::{PersonId, UnitId};

/// A matter as a line of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Matter {
    /// Id.
    pub id: MatterId,
    /// Counts changes.
    pub version: i64,
    /// Level.
    pub level: MatterLevel,
    /// In Chinese.
    pub level_label: String,
    /// Stage.
    pub stage: MatterStage,
    /// In Chinese, saying for whom it waits.
    pub stage_label: String,
    /// Number as printed.
    pub number: String,
    /// What it is called.
    pub title: String,
    /// What is asked.
    pub text: String,
    /// What it rests on; may be empty.
    pub basis: String,
    /// The unit that raised it.
    pub unit: Option<UnitId>,
    /// Its short name.
    pub unit_short: String,
    /// Who raised it: unit or name.
    pub raised_by: String,
    /// When.
    pub raised_on: NaiveDate,
    /// Since when it stands where it stands.
    pub since: NaiveDateTime,
    /// How many times it was begun anew, from 1.
    pub round: i64,
    /// Which version of its words counts.
    pub text_version: u32,
    /// What was decided.
    pub decision: Option<MatterOutcome>,
    /// In Chinese; empty if not decided.
    pub decision_label: String,
    /// When.
    pub decided_on: Option<NaiveDate>,
    /// Who decided: name and post; empty if not decided.
    pub decided_by: String,
    /// What came of it.
    pub result: String,
    /// When it was closed.
    pub closed_on: Option<NaiveDate>,
    /// Why it was last sent back, raised to major or withdrawn.
    pub reason: String,
    /// Last day for the decision that it waits for; none where it waits for a meeting or for nobody.
    pub due_on: Option<NaiveDate>,
    /// Calendar days to it; negative when it is over.
    pub days_left: Option<i64>,
}

/// One line of the record, as it was taken from paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MatterMove {
    /// Id.
    pub id: MatterMoveId,
    /// Round it belongs to.
    pub round: i64,
    /// When it was recorded.
    pub at: NaiveDateTime,
    /// By whom.
    pub who: String,
    /// The step.
    pub step: MatterStep,
    /// In Chinese.
    pub step_label: String,
    /// Level it was taken at.
    pub level: MatterLevel,
    /// Stage it reached.
    pub to: MatterStage,
    /// Day on the paper.
    pub on: NaiveDate,
    /// Words.
    pub words: String,
    /// Where the paper lies, if there is no scan.
    pub basis: String,
    /// What was said.
    pub outcome: Option<MatterOutcome>,
    /// In Chinese; may be empty.
    pub outcome_label: String,
    /// Who decided.
    pub person: Option<PersonId>,
    /// Name.
    pub person_name: String,
    /// Post by which.
    pub post: String,
    /// In Chinese.
    pub post_label: String,
    /// By which entrustment.
    pub entrustment: Option<MatterEntrustmentId>,
    /// The meeting.
    pub meeting: Option<MeetingId>,
    /// Its name.
    pub meeting_name: String,
    /// The agenda item.
    pub agenda: Option<AgendaId>,
    /// The decision.
    pub decision: Option<DecisionId>,
    /// Agenda item and decision in words.
    pub meeting_words: String,
}

/// The words of a matter as they once were.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MatterText {
    /// From 1.
    pub n: u32,
    /// Title.
    pub title: String,
    /// Text.
    pub text: String,
    /// Basis.
    pub basis: String,
    /// Result.
    pub result: String,
    /// Why it was written anew; empty for the first.
    pub reason: String,
    /// When.
    pub saved_at: NaiveDateTime,
    /// By whom.
    pub saved_by: String,
}

/// A matter with all that belongs to it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MatterCard {
    /// The matter.
    pub matter: Matter,
    /// The line of stages.
    pub stages: Vec<StageDot>,
    /// Steps offered, with the reasons why not.
    pub allowed: Vec<StepChoice>,
    /// What the rules say of it, in one sentence.
    pub way: String,
    /// The article, e.g. `第七条`.
    pub article: String,
    /// Why its words cannot be changed now; none if they can.
    pub edit_why_not: Option<String>,
    /// Whether a change of its words needs a reason.
    pub edit_needs_reason: bool,
    /// The record, oldest first.
    pub moves: Vec<MatterMove>,
    /// Its versions, newest first.
    pub texts: Vec<MatterText>,
    /// Entrustments that name this matter alone.
    pub entrustments: Vec<Entrustment>,
    /// What it rests on in the library.
    pub citations: Vec<LibraryCitation>,
    /// Files and scans.
    pub attachments: Vec<Attachment>,
}

/// Somebody who may decide on a matter on a day, or why not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MatterDecider {
    /// Person.
    pub person: PersonId,
    /// Name.
    pub name: String,
    /// Post key.
    pub post: String,
    /// In Chinese.
    pub post_label: String,
    /// The entrustment by which, where one is needed.
    pub entrustment: Option<MatterEntrustmentId>,
    /// It in words; empty where none is needed.
    pub entrustment_words: String,
    /// Why this person may not decide on that day; none if he may.
    pub why_not: Option<String>,
}

/// A meeting that may deliberate on a matter.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MatterMeeting {
    /// Id.
    pub id: MeetingId,
    /// Name.
    pub name: String,
    /// Day.
    pub on: NaiveDate,
    /// Agenda items to which the chair agreed.
    pub agenda: Vec<MatterMeetingPart>,
    /// Decisions.
    pub decisions: Vec<MatterMeetingPart>,
}

/// An agenda item or decision of a meeting.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MatterMeetingPart {
    /// Id.
    pub id: String,
    /// In words.
    pub label: String,
}
