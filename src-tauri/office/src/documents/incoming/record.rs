//! A paper that came in (收文) with all that belongs to it.
use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;
use ts_rs::TS;

use super::flow::{IncomingKind, IncomingStage, IncomingStep};
use crate::documents::kinds::{HandlerId, IncomingId, InstructionId, ReaderId, Secrecy, Urgency};
use crate::documents::outgoing::record::OutgoingReference;
use crate::documents::proofs::DocumentProof;
use crate::documents::step::{DocumentPerson, DocumentStep};
use crate::followup::FollowupId;
use crate::kernel::attachments::Attachment;
use crate::kernel::flow::StageDot;
use crate::kernel::keyed::keyed;
use crate::registry::{PersonId, UnitId};

/// Owner kind of the paper's scans.
pub const OWNER: &str = "incoming";
/// Owner kind of an instruction's scan.
pub const INSTRUCTION: &str = "incoming_instruction";

keyed!(
    /// How a unit takes part in handling.
    HandlerRole {
        /// 主办.
        Host = "host" "主办",
        /// 协办.
        Helper = "helper" "协办",
    }
);

/// A paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Incoming {
    /// Id.
    pub id: IncomingId,
    /// Counts changes.
    pub version: i64,
    /// Kind.
    pub kind: IncomingKind,
    /// In Chinese.
    pub kind_label: String,
    /// Stage.
    pub stage: IncomingStage,
    /// In Chinese.
    pub stage_label: String,
    /// The unit it came from, if it is in the register.
    pub sender: Option<UnitId>,
    /// Its name on the day of receipt.
    pub sender_name: String,
    /// 发文字号 of the paper.
    pub letter: String,
    /// Its date.
    pub dated_on: Option<NaiveDate>,
    /// Title.
    pub title: String,
    /// 内容摘要.
    pub summary: String,
    /// 份数.
    pub copies: u32,
    /// Secrecy.
    pub secrecy: Secrecy,
    /// In Chinese.
    pub secrecy_label: String,
    /// How pressing.
    pub urgency: Urgency,
    /// In Chinese.
    pub urgency_label: String,
    /// 签收日期.
    pub received_on: NaiveDate,
    /// 签收人.
    pub received_by: String,
    /// How it came.
    pub way: String,
    /// 收文编号.
    pub number: Option<String>,
    /// Number in the register of filings.
    pub filing_number: Option<String>,
    /// 拟办意见.
    pub proposal: String,
    /// Who proposed.
    pub proposed_by: String,
    /// When.
    pub proposed_on: Option<NaiveDate>,
    /// Last day of handling.
    pub due_on: Option<NaiveDate>,
    /// What its sender was answered.
    pub answer: String,
    /// Number of the answer.
    pub answer_letter: String,
    /// When.
    pub answered_on: Option<NaiveDate>,
    /// 办理结果.
    pub result: String,
    /// 办结日期.
    pub closed_on: Option<NaiveDate>,
    /// Why it was sent back or taken up again.
    pub reason: String,
    /// When it came to its stage.
    pub since: NaiveDateTime,
    /// Whether it can be filed away (归档): closed, with its scan.
    pub archive_ready: bool,
}

/// One step of its way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct IncomingMove {
    /// Place in the history, from 1.
    pub n: u32,
    /// When it was recorded.
    pub at: NaiveDateTime,
    /// By whom.
    pub who: String,
    /// Key of the step, or of what was done beside the stages.
    pub step: String,
    /// In Chinese.
    pub step_label: String,
    /// From where.
    pub from: IncomingStage,
    /// To where.
    pub to: IncomingStage,
    /// Day on the paper.
    pub on: NaiveDate,
    /// In words.
    pub words: String,
    /// The number that the step gave.
    pub number: Option<String>,
}

/// 批示.
#[derive(Debug, Clone, Serialize, TS)]
pub struct IncomingInstruction {
    /// Id.
    pub id: InstructionId,
    /// Place, from 1.
    pub n: u32,
    /// Who.
    pub person: PersonId,
    /// Name.
    pub name: String,
    /// As what.
    pub post_label: String,
    /// When.
    pub on: NaiveDate,
    /// What.
    pub words: String,
    /// Where the paper lies, if there is no scan.
    pub basis: String,
    /// Who recorded it (代录).
    pub recorded_by: String,
    /// Scans.
    pub attachments: Vec<Attachment>,
}

/// Who handles it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct IncomingHandler {
    /// Id.
    pub id: HandlerId,
    /// Host or helper.
    pub role: HandlerRole,
    /// In Chinese.
    pub role_label: String,
    /// The unit, if it is in the register.
    pub unit: Option<UnitId>,
    /// Name.
    pub name: String,
    /// Person there.
    pub person: String,
    /// When it was laid on them.
    pub assigned_on: NaiveDate,
    /// Last day.
    pub due_on: NaiveDate,
    /// When they answered.
    pub answered_on: Option<NaiveDate>,
    /// What.
    pub answer: String,
    /// How often they were urged.
    pub urged: u32,
    /// Waiting beyond the last day, or answered after it.
    pub overdue: bool,
}

/// 催办.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct IncomingUrging {
    /// Whom.
    pub handler: HandlerId,
    /// Name.
    pub name: String,
    /// When.
    pub on: NaiveDate,
    /// Answer wanted by.
    pub answer_by: NaiveDate,
    /// How.
    pub way: String,
    /// In words.
    pub words: String,
    /// Who recorded it.
    pub recorded_by: String,
}

/// A reader in circulation (传阅).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct IncomingReader {
    /// Id.
    pub id: ReaderId,
    /// Person, if in the register.
    pub person: Option<PersonId>,
    /// Name.
    pub name: String,
    /// 职务.
    pub title: String,
    /// 送阅.
    pub sent_on: Option<NaiveDate>,
    /// To be back by.
    pub back_by: Option<NaiveDate>,
    /// 阅退.
    pub returned_on: Option<NaiveDate>,
    /// 签名/意见.
    pub words: String,
    /// 未送, 在阅, 已退.
    pub state_label: String,
}

/// A follow-up item that an instruction opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct IncomingItem {
    /// The instruction.
    pub instruction: InstructionId,
    /// The item.
    pub item: FollowupId,
    /// Its number.
    pub number: String,
    /// What is to be done.
    pub text: String,
    /// Its stage in Chinese.
    pub stage_label: String,
    /// Whether it is closed.
    pub closed: bool,
}

/// Why something beside the stages may not be done; none if it may.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct IncomingBeside {
    /// 更正登记.
    pub correct: Option<String>,
    /// 拟复函.
    pub reply: Option<String>,
    /// 传阅.
    pub circulate: Option<String>,
    /// 反馈 and 催办 of those who handle it.
    pub handle: Option<String>,
    /// 交督办.
    pub followup: Option<String>,
}

/// A paper with all that belongs to it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct IncomingCard {
    /// The paper.
    pub paper: Incoming,
    /// The line of stages.
    pub stages: Vec<StageDot>,
    /// Steps offered with what they ask for, or the reasons why not.
    pub allowed: Vec<DocumentStep>,
    /// Who may give an instruction where it lies, today.
    pub instructors: Vec<DocumentPerson>,
    /// What may be done beside the stages.
    pub beside: IncomingBeside,
    /// Every step, oldest first.
    pub moves: Vec<IncomingMove>,
    /// 批示.
    pub instructions: Vec<IncomingInstruction>,
    /// Hosts and helpers.
    pub handlers: Vec<IncomingHandler>,
    /// 催办.
    pub urgings: Vec<IncomingUrging>,
    /// Readers in order.
    pub readers: Vec<IncomingReader>,
    /// Where the paper is now, in one line.
    pub whereabouts: String,
    /// Follow-up items.
    pub items: Vec<IncomingItem>,
    /// Documents that answer it.
    pub answers: Vec<OutgoingReference>,
    /// Scans and material, by what they prove.
    pub proofs: Vec<DocumentProof>,
    /// Day by which the step should be taken.
    pub step_due_on: Option<NaiveDate>,
    /// Article it rests on.
    pub article: String,
}

/// A step of a paper as its history names it.
pub fn step_label(step: &str) -> String {
    match IncomingStep::from_key(step) {
        Some(step) => step.label().into(),
        None => match step {
            "receive" => "签收".into(),
            "correct" => "更正登记".into(),
            "handler_answer" => "登记办理情况".into(),
            "urge" => "催办".into(),
            "circulate" => "列入传阅".into(),
            "circulate_send" => "送阅".into(),
            "circulate_return" => "阅退".into(),
            "circulate_remove" => "减去传阅人".into(),
            "followup" => "交督办".into(),
            "attach" => "添加附件".into(),
            other => other.into(),
        },
    }
}
