//! A document that goes out (发文): its words, its particulars, its signature, and the card with all that belongs to it.
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::flow::{OutgoingStage, OutgoingStep};
use crate::documents::kinds::{
    DelegationId, IncomingId, Openness, OutgoingCopyId, OutgoingId, Secrecy, Urgency,
};
use crate::documents::proofs::DocumentProof;
use crate::documents::step::DocumentStep;
use crate::followup::FollowupLink;
use crate::kernel::document_rules::{Issuer, PaperForm, Station};
use crate::kernel::flow::StageDot;
use crate::kernel::keyed::keyed;
use crate::registry::PersonId;

/// Owner kind of scans, pictures and material.
pub const OWNER: &str = "outgoing";
/// Purpose of an attachment that the text names as a picture.
pub const PICTURE: &str = "正文图片";

keyed!(
    /// How a document is signed at its end (GB/T 9704-2012, 7.3.5).
    Sealing {
        /// 加盖印章.
        Seal = "seal" "加盖印章",
        /// 不加盖印章.
        Bare = "none" "不加盖印章",
        /// 加盖签发人签名章.
        Stamp = "stamp" "加盖签发人签名章",
    }
);
keyed!(
    /// Why somebody receives a printed document.
    OutgoingCopyBasis {
        /// 主送.
        To = "to" "主送",
        /// 抄送.
        Copy = "copy" "抄送",
        /// By hand, with a reason.
        Added = "added" "增发",
    }
);

/// An annex (附件).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OutgoingAnnex {
    /// Its name.
    pub title: String,
    /// Its text; empty when it is bound separately.
    #[serde(default)]
    pub body: String,
    /// On landscape paper.
    #[serde(default)]
    pub landscape: bool,
}

/// The words of a document: everything that is kept version by version.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OutgoingWords {
    /// 文种.
    pub kind: String,
    /// Title.
    pub title: String,
    /// 主送.
    #[serde(default)]
    pub sent_to: Vec<String>,
    /// 抄送.
    #[serde(default)]
    pub copies_to: Vec<String>,
    /// Text: paragraphs by line feed, levels 一、（一）1.（1）; tables and pictures as the press writes them.
    #[serde(default)]
    pub text: String,
    /// 附件.
    #[serde(default)]
    pub annexes: Vec<OutgoingAnnex>,
    /// 附注, without brackets.
    #[serde(default)]
    pub note: String,
}

/// What is not words: changed by the drafter, kept in the audit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OutgoingFacts {
    /// In whose name.
    pub issuer: Issuer,
    /// Prefix of the number.
    pub prefix: String,
    /// How it is signed.
    pub sealing: Sealing,
    /// How pressing.
    pub urgency: Urgency,
    /// Secrecy.
    pub secrecy: Secrecy,
    /// Whether it is published.
    pub openness: Openness,
    /// Copies to print.
    pub copies: u32,
    /// 拟稿部门 (承办部门).
    #[serde(default)]
    pub section: String,
    /// 拟稿人.
    pub drafter: String,
    /// Telephone.
    #[serde(default)]
    pub phone: String,
}

/// The signature as recorded from paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OutgoingSignature {
    /// Day on the paper.
    pub on: NaiveDate,
    /// Who signed.
    pub signer: PersonId,
    /// Name.
    pub name: String,
    /// As what, in words.
    pub post: String,
    /// What was written; `圈阅` where only a circle was drawn.
    pub words: String,
    /// The letter by which the executive deputy signed.
    pub delegation: Option<DelegationId>,
}

/// A document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Outgoing {
    /// Id.
    pub id: OutgoingId,
    /// Counts changes.
    pub version: i64,
    /// Stage.
    pub stage: OutgoingStage,
    /// In Chinese, as this route calls it.
    pub stage_label: String,
    /// Its words.
    pub words: OutgoingWords,
    /// 文种 in Chinese.
    pub kind_label: String,
    /// Paper form.
    pub form: PaperForm,
    /// Its particulars.
    pub facts: OutgoingFacts,
    /// 发文机关 in Chinese.
    pub issuer_label: String,
    /// Number of the version of its words.
    pub text_version: u32,
    /// Signature; kept while a substantial change waits to be signed again.
    pub signature: Option<OutgoingSignature>,
    /// Number as printed. Given at signature.
    pub number: Option<String>,
    /// When it was proofread.
    pub proofread_on: Option<NaiveDate>,
    /// By whom.
    pub proofreader: String,
    /// When it was printed.
    pub printed_on: Option<NaiveDate>,
    /// How many.
    pub printed_copies: Option<u32>,
    /// When it was revoked, repealed, voided or given up.
    pub ended_on: Option<NaiveDate>,
    /// Why.
    pub end_reason: String,
    /// When it came to its stage.
    pub since: NaiveDateTime,
    /// The document that it stands for.
    pub replaces: Option<OutgoingId>,
    /// The paper that it answers.
    pub answers: Option<IncomingId>,
    /// When it was begun.
    pub created_at: NaiveDateTime,
}

impl Outgoing {
    /// Whether it is signed and not waiting to be signed again.
    pub fn is_signed(&self) -> bool {
        use OutgoingStage as S;
        matches!(self.stage, S::Signed | S::Proofread | S::Printed | S::Revoked | S::Repealed | S::Voided)
    }
}

/// One step of its way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OutgoingMove {
    /// Place in the history, from 1.
    pub n: u32,
    /// When it was recorded.
    pub at: NaiveDateTime,
    /// By whom.
    pub who: String,
    /// The step.
    pub step: OutgoingStep,
    /// In Chinese.
    pub step_label: String,
    /// From where.
    pub from: OutgoingStage,
    /// To where.
    pub to: OutgoingStage,
    /// In Chinese.
    pub to_label: String,
    /// Day on the paper.
    pub on: NaiveDate,
    /// Who signed there.
    pub signer: Option<PersonId>,
    /// Name.
    pub signer_name: String,
    /// As what.
    pub signer_post: String,
    /// Opinion or reason.
    pub words: String,
    /// Where the paper lies, if there is no scan.
    pub basis: String,
    /// Version of the words that lay before them.
    pub text_version: u32,
    /// The number that the step gave or voided.
    pub number: Option<String>,
}

/// 会签.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OutgoingCosignature {
    /// The unit.
    pub unit: String,
    /// Who signed for it.
    pub name: String,
    /// When.
    pub on: NaiveDate,
    /// Opinion.
    pub words: String,
    /// Version of the words that lay before them.
    pub text_version: u32,
}

/// A saved version of the words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OutgoingVersion {
    /// 1, 2, 3 …
    pub n: u32,
    /// The words.
    pub words: OutgoingWords,
    /// Stage at which it was saved, in Chinese.
    pub stage_label: String,
    /// Why, for changes after signature.
    pub reason: String,
    /// Who saved it.
    pub author: String,
    /// When.
    pub at: NaiveDateTime,
    /// Characters of the text, spaces left out.
    pub characters: u32,
}

/// A recipient of the printed document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OutgoingCopy {
    /// Id; none before printing.
    pub id: Option<OutgoingCopyId>,
    /// Why.
    pub basis: OutgoingCopyBasis,
    /// In Chinese.
    pub basis_label: String,
    /// Name.
    pub name: String,
    /// Reason of what was added.
    pub reason: String,
    /// How many.
    pub copies: u32,
    /// When it went out.
    pub sent_on: Option<NaiveDate>,
    /// How.
    pub way: String,
    /// When it was received.
    pub received_on: Option<NaiveDate>,
    /// By whom.
    pub received_by: String,
}

/// A station to which it may be sent back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OutgoingBack {
    /// Station.
    pub station: Station,
    /// In Chinese.
    pub label: String,
}

/// Somebody who may sign where it lies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OutgoingSigner {
    /// Who.
    pub person: PersonId,
    /// Name.
    pub name: String,
    /// As what.
    pub post: String,
    /// The letter by which he may.
    pub delegation: Option<DelegationId>,
    /// Why not, for those whose post could sign.
    pub why_not: Option<String>,
}

/// A document named by another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OutgoingReference {
    /// Id.
    pub id: OutgoingId,
    /// Number, if it has one.
    pub number: Option<String>,
    /// Title.
    pub title: String,
    /// Stage in Chinese.
    pub stage_label: String,
}

/// Why something beside the stages may not be done; none if it may.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OutgoingBeside {
    /// 会签.
    pub cosign: Option<String>,
    /// Distribution and receipts.
    pub distribute: Option<String>,
    /// 重新制发.
    pub reissue: Option<String>,
    /// Print with the picture of the seal.
    pub seal: Option<String>,
}

/// A document with all that belongs to it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OutgoingCard {
    /// The document.
    pub document: Outgoing,
    /// The line of stages.
    pub stages: Vec<StageDot>,
    /// Steps offered with what they ask for, or the reasons why not.
    pub allowed: Vec<DocumentStep>,
    /// What may be done beside the stages.
    pub beside: OutgoingBeside,
    /// Where it may be sent back to.
    pub backs: Vec<OutgoingBack>,
    /// Who may sign where it lies, today.
    pub signers: Vec<OutgoingSigner>,
    /// Why the words may not be changed; none if they may.
    pub locked: Option<String>,
    /// Day by which the step should be taken.
    pub step_due_on: Option<NaiveDate>,
    /// Every step, oldest first.
    pub moves: Vec<OutgoingMove>,
    /// 会签.
    pub cosignatures: Vec<OutgoingCosignature>,
    /// How many versions of the words there are.
    pub versions: u32,
    /// Distribution: as it would be before printing, as it is afterwards.
    pub distribution: Vec<OutgoingCopy>,
    /// Scans, pictures, material, by what they prove.
    pub proofs: Vec<DocumentProof>,
    /// The document that it stands for.
    pub replaces: Option<OutgoingReference>,
    /// The document that stands for it.
    pub replaced_by: Option<OutgoingReference>,
    /// Follow-up items that are compiled in it.
    pub followups: Vec<FollowupLink>,
    /// Article of issuing.
    pub article: String,
}

/// A draft for tests of this room.
#[cfg(test)]
pub fn sample(issuer: Issuer, kind: &str) -> Outgoing {
    Outgoing {
        id: OutgoingId(uuid::Uuid::from_u128(5)),
        version: 1,
        stage: OutgoingStage::Draft,
        stage_label: String::new(),
        words: OutgoingWords {
            kind: kind.into(),
            title: "关于报送材料的通知".into(),
            ..OutgoingWords::default()
        },
        kind_label: "通知".into(),
        form: PaperForm::RedHead,
        facts: OutgoingFacts {
            issuer,
            prefix: format!("{}_file", issuer.key()),
            sealing: Sealing::Seal,
            urgency: Urgency::Plain,
            secrecy: Secrecy::Internal,
            openness: Openness::Open,
            copies: 60,
            section: "综合科".into(),
            drafter: "李晓棠".into(),
            phone: String::new(),
        },
        issuer_label: String::new(),
        text_version: 1,
        signature: None,
        number: None,
        proofread_on: None,
        proofreader: String::new(),
        printed_on: None,
        printed_copies: None,
        ended_on: None,
        end_reason: String::new(),
        since: NaiveDateTime::default(),
        replaces: None,
        answers: None,
        created_at: NaiveDateTime::default(),
    }
}
