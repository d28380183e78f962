//! A meeting and what belongs to it, as stored and as answered: agenda, people, notices, decisions, history.
use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;
use ts_rs::TS;

use super::kinds::{
    AgendaDecision, AgendaId, DecisionId, InviteRole, InviteeId, MeetingId, MeetingKind, MeetingStage,
    MinutesId, MinutesStage, NoticeId, NoticeKind, Outcome, Proposer, Reply,
};
use crate::followup::{FollowupId, FollowupItem};
use crate::kernel::attachments::Attachment;
use crate::kernel::flow::{StageDot, StepChoice};
use crate::registry::{PersonId, UnitId};

/// Who chairs, as of the day the chair was set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MeetingChair {
    /// Person in the register.
    pub person: PersonId,
    /// Name.
    pub name: String,
    /// 职务 as printed.
    pub title: String,
    /// Post in the group: `leader` or `executive_deputy`.
    pub post: String,
    /// Its Chinese name.
    pub post_label: String,
    /// Day of the leader's entrustment, where one is needed (第九条).
    pub entrusted_on: Option<NaiveDate>,
    /// What the entrustment rests on: letter, note, instruction.
    pub entrusted_by: String,
}

/// A meeting as a line of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Meeting {
    /// Id.
    pub id: MeetingId,
    /// Counts changes of the meeting itself.
    pub version: i64,
    /// Kind.
    pub kind: MeetingKind,
    /// Its name under the rules.
    pub kind_label: String,
    /// Stage.
    pub stage: MeetingStage,
    /// Its Chinese name.
    pub stage_label: String,
    /// How it is called: `2016年第11次联席会议`; before the first notice `2016年11月联席会议（筹备）`.
    pub name: String,
    /// Theme.
    pub title: String,
    /// Year it counts in.
    pub year: i32,
    /// 第N次 of its kind in the year; given with the first notice.
    pub running: Option<u32>,
    /// When it is to be.
    pub planned_at: NaiveDateTime,
    /// When it began.
    pub held_at: Option<NaiveDateTime>,
    /// When it ended.
    pub ended_at: Option<NaiveDateTime>,
    /// Where; may be empty.
    pub place: String,
    /// Who chairs.
    pub chair: Option<MeetingChair>,
    /// Who convenes (召集人); may be empty.
    pub convener: String,
    /// Whom to call about it.
    pub contact: String,
    /// Telephone of the contact.
    pub contact_phone: String,
    /// What is asked of those who come (有关要求).
    pub demands: String,
    /// Why it was last moved or given up; else empty.
    pub reason: String,
}

impl Meeting {
    /// The day: when it was held, or else is to be.
    pub fn day(&self) -> NaiveDate {
        self.held_at.unwrap_or(self.planned_at).date()
    }
}

/// An agenda item.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MeetingAgenda {
    /// Id.
    pub id: AgendaId,
    /// Counts changes.
    pub version: i64,
    /// Place in the order, from 1.
    pub position: i64,
    /// What it is about.
    pub title: String,
    /// Who proposed it.
    pub proposer: Proposer,
    /// In Chinese, with the unit or name: `市经信委`.
    pub proposer_label: String,
    /// Name of the leader or deputy who proposed it.
    pub proposer_name: String,
    /// The proposing unit.
    pub unit: Option<UnitId>,
    /// Its short name.
    pub unit_short: String,
    /// Who reports on it (汇报单位或汇报人).
    pub reporter: String,
    /// What it is about in more words.
    pub summary: String,
    /// Who prepares the material (第十一条).
    pub prepared_by: String,
    /// Filing number of the material.
    pub material_number: String,
    /// When it was filed.
    pub material_on: Option<NaiveDate>,
    /// Files of the material.
    pub material: Vec<Attachment>,
    /// The chair's word.
    pub decision: AgendaDecision,
    /// In Chinese.
    pub decision_label: String,
    /// When.
    pub decided_on: Option<NaiveDate>,
    /// Who.
    pub decided_by: String,
    /// As written.
    pub decided_words: String,
    /// Why the chair cannot be asked yet; none if he can.
    pub why_not: Option<String>,
    /// The article of that reason.
    pub article: Option<String>,
}

/// Somebody invited.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MeetingInvitee {
    /// Id.
    pub id: InviteeId,
    /// Counts changes.
    pub version: i64,
    /// Place in protocol order.
    pub position: i64,
    /// 参会 or 列席.
    pub role: InviteRole,
    /// In Chinese.
    pub role_label: String,
    /// Person in the register.
    pub person: Option<PersonId>,
    /// Post in the group on the day; may be empty.
    pub post: String,
    /// Its Chinese name.
    pub post_label: String,
    /// Name.
    pub name: String,
    /// 职务.
    pub title: String,
    /// Unit.
    pub unit: Option<UnitId>,
    /// Full name of the unit that day.
    pub unit_name: String,
    /// Short name of the unit that day.
    pub unit_short: String,
    /// Telephone.
    pub phone: String,
    /// Added by hand, not from the roster.
    pub by_hand: bool,
    /// What became of it.
    pub outcome: Outcome,
    /// In Chinese: `到会`, `请假（王五代）`, `缺席`.
    pub outcome_label: String,
    /// Why leave was asked for.
    pub leave_reason: String,
    /// Number of the written request.
    pub leave_letter: String,
    /// Day of the request.
    pub leave_on: Option<NaiveDate>,
    /// Day of the chair's consent.
    pub consent_on: Option<NaiveDate>,
    /// The chair's words.
    pub consent_words: String,
    /// Delegate's name.
    pub delegate_name: String,
    /// Delegate's 职务.
    pub delegate_title: String,
    /// Scans of the request.
    pub attachments: Vec<Attachment>,
}

/// A notice as it went out.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MeetingNotice {
    /// Id.
    pub id: NoticeId,
    /// First, second … of the meeting.
    pub seq: i64,
    /// Kind.
    pub kind: NoticeKind,
    /// In Chinese.
    pub kind_label: String,
    /// Number.
    pub number: String,
    /// Text.
    pub text: String,
    /// When.
    pub issued_on: NaiveDate,
    /// By whom.
    pub issued_by: String,
    /// To whom, and what they answered.
    pub sent: Vec<MeetingNoticeSent>,
}

/// One recipient of a notice.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MeetingNoticeSent {
    /// Invitee.
    pub invitee: InviteeId,
    /// Name of the invitee.
    pub name: String,
    /// Short name of the unit.
    pub unit_short: String,
    /// When it was sent; none if not yet.
    pub sent_at: Option<NaiveDateTime>,
    /// How.
    pub way: String,
    /// Into whose hands.
    pub to_whom: String,
    /// Answer.
    pub reply: Reply,
    /// In Chinese.
    pub reply_label: String,
    /// When.
    pub replied_at: Option<NaiveDateTime>,
    /// In words.
    pub reply_words: String,
}

/// A unit of a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MeetingDecisionUnit {
    /// Unit.
    pub unit: UnitId,
    /// Short name of the day.
    pub short: String,
}

/// A decision.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MeetingDecision {
    /// Id.
    pub id: DecisionId,
    /// Counts changes.
    pub version: i64,
    /// Place in the order, from 1.
    pub position: i64,
    /// Agenda item it belongs to.
    pub agenda: Option<AgendaId>,
    /// What was decided.
    pub text: String,
    /// The unit that answers for it.
    pub lead: MeetingDecisionUnit,
    /// Units that help.
    pub helpers: Vec<MeetingDecisionUnit>,
    /// Last day.
    pub due_on: NaiveDate,
    /// The item it became when the minutes were signed.
    pub followup: Option<FollowupId>,
    /// That item, as it stands.
    pub item: Option<FollowupItem>,
}

/// One line of the record (记录).
#[derive(Debug, Clone, Serialize, TS)]
pub struct MeetingEvent {
    /// When.
    pub at: NaiveDateTime,
    /// Who.
    pub who: String,
    /// What.
    pub what: String,
    /// In words.
    pub words: String,
}

/// How many people stand where.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct MeetingCounts {
    /// Invited to attend, observers left out.
    pub invited: u32,
    /// Came themselves.
    pub present: u32,
    /// On leave.
    pub leave: u32,
    /// Delegates who came for them.
    pub delegates: u32,
    /// Absent without leave.
    pub absent: u32,
    /// Not recorded yet, observers among them.
    pub pending: u32,
    /// Observers who came.
    pub observers: u32,
}

/// Minutes in short.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MeetingMinutesBrief {
    /// Id.
    pub id: MinutesId,
    /// Stage.
    pub stage: MinutesStage,
    /// In Chinese.
    pub stage_label: String,
    /// Number, once signed.
    pub number: Option<String>,
    /// Title.
    pub title: String,
    /// Why it was made void, if it was.
    pub void_reason: Option<String>,
}

/// A meeting with all that belongs to it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MeetingCard {
    /// The meeting.
    pub meeting: Meeting,
    /// The line of stages.
    pub stages: Vec<StageDot>,
    /// Steps offered, with the reasons why not.
    pub allowed: Vec<StepChoice>,
    /// Why the chair does not fit on the day (第九条); none if he does.
    pub chair_fault: Option<String>,
    /// Whether day, place, agenda and invitations may be changed.
    pub editable: bool,
    /// Whether attendance and leave are being recorded.
    pub sign_in_open: bool,
    /// Agenda in order.
    pub agenda: Vec<MeetingAgenda>,
    /// People in protocol order.
    pub invited: Vec<MeetingInvitee>,
    /// How many stand where.
    pub counts: MeetingCounts,
    /// Absent without leave, for the assessment.
    pub absent: Vec<String>,
    /// Notices, newest first.
    pub notices: Vec<MeetingNotice>,
    /// Decisions in order.
    pub decisions: Vec<MeetingDecision>,
    /// The minutes in force or being drafted.
    pub minutes: Option<MeetingMinutesBrief>,
    /// Minutes that were made void; their numbers stay visible.
    pub void_minutes: Vec<MeetingMinutesBrief>,
    /// Files of the meeting itself (entrustment and others).
    pub attachments: Vec<Attachment>,
    /// What was done, newest first.
    pub events: Vec<MeetingEvent>,
}
