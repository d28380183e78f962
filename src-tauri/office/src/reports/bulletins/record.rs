//! An issue with its columns, items, sources and recipients, as shown and printed.
use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;
use ts_rs::TS;

use super::flow::BulletinStage;
use super::kinds::*;
use crate::kernel::attachments::Attachment;
use crate::kernel::diff::DiffPiece;
use crate::kernel::flow::StepChoice;
use crate::reports::kinds::{ReportId, ReportItemId};
use crate::reports::month::Month;
use crate::reports::record::ReportEvent;

/// Kind of owner of an issue's attachments.
pub(super) const OWNER: &str = "bulletin";
/// Purpose of a picture that an item's text names.
pub(super) const PICTURE: &str = "正文图片";

/// An issue as a line of the list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Bulletin {
    /// Id.
    pub id: BulletinId,
    /// Counts changes.
    pub version: i64,
    /// Kind.
    pub kind: BulletinKind,
    /// Its Chinese name.
    pub kind_label: String,
    /// Month.
    pub month: Month,
    /// `2016年11月`.
    pub month_label: String,
    /// `第11期（总第23期）`, or what it is while it has no number.
    pub issue: String,
    /// Stage.
    pub stage: BulletinStage,
    /// Its Chinese name.
    pub stage_label: String,
    /// 编者按 of the whole issue.
    pub foreword: String,
    /// 报.
    pub report_to: Vec<String>,
    /// 送.
    pub send_to: Vec<String>,
    /// 发.
    pub issue_to: Vec<String>,
    /// 编辑、审核 above the foot.
    pub editors: String,
    /// 共印N份.
    pub copies: u32,
    /// Number within the year.
    pub number: Option<String>,
    /// Number that runs on.
    pub running: Option<String>,
    /// Year of the number.
    pub year: Option<i32>,
    /// Day of signature.
    pub signed_on: Option<NaiveDate>,
    /// Who signed.
    pub signer_name: String,
    /// In which words.
    pub signer_words: String,
    /// Day of printing.
    pub issued_on: Option<NaiveDate>,
    /// Why it was given up.
    pub end_reason: String,
    /// How many items.
    pub items: u32,
    /// From how many units.
    pub units: u32,
    /// Since when it stands at its stage.
    pub since: NaiveDateTime,
}

/// A column.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BulletinColumn {
    /// Id.
    pub id: BulletinColumnId,
    /// Its name; may be empty.
    pub name: String,
    /// Its items in order.
    pub items: Vec<BulletinItem>,
}

/// An edited item.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BulletinItem {
    /// Id.
    pub id: BulletinItemId,
    /// Its title.
    pub title: String,
    /// 编者按.
    pub foreword: String,
    /// Its text.
    pub body: String,
    /// The units in brackets at its end.
    pub signature: String,
    /// How many characters.
    pub characters: u32,
    /// When it was last edited.
    pub edited_at: NaiveDateTime,
    /// By whom.
    pub edited_by: String,
    /// Whether it differs from what the units wrote.
    pub changed: bool,
    /// What it was made from; empty for the office's own.
    pub sources: Vec<BulletinSource>,
}

/// What an item was made from.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BulletinSource {
    /// The piece.
    pub report_item: ReportItemId,
    /// The report it stands in.
    pub report: ReportId,
    /// Month of the report.
    pub month: Month,
    /// Short name of the unit.
    pub unit_short: String,
    /// Which part.
    pub part_label: String,
    /// Title as the unit wrote it.
    pub title: String,
    /// Text as the unit wrote it.
    pub text: String,
    /// The unit has corrected it since.
    pub replaced: bool,
}

/// A recipient.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BulletinCopy {
    /// Id.
    pub id: BulletinCopyId,
    /// Why.
    pub basis: BulletinCopyBasis,
    /// Its Chinese name.
    pub basis_label: String,
    /// Who.
    pub name: String,
    /// How many.
    pub copies: u32,
    /// Why, where it was added by hand.
    pub reason: String,
    /// When it went out.
    pub sent_on: Option<NaiveDate>,
    /// How.
    pub way: String,
    /// When it was received.
    pub received_on: Option<NaiveDate>,
    /// By whom.
    pub received_by: String,
}

/// An issue with all that belongs to it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BulletinCard {
    /// The issue.
    pub bulletin: Bulletin,
    /// Name in red.
    pub name: String,
    /// Columns in order.
    pub columns: Vec<BulletinColumn>,
    /// Recipients; before printing those that would be.
    pub copies: Vec<BulletinCopy>,
    /// History, newest first.
    pub events: Vec<ReportEvent>,
    /// Pictures, scans.
    pub attachments: Vec<Attachment>,
    /// Steps offered.
    pub allowed: Vec<StepChoice>,
    /// Why it cannot be edited now; none if it can.
    pub edit_why_not: Option<String>,
}

/// An item beside what the units wrote.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BulletinComparison {
    /// What was struck, added, kept.
    pub pieces: Vec<DiffPiece>,
    /// Characters struck.
    pub struck: u32,
    /// Characters added.
    pub added: u32,
}

impl BulletinItem {
    /// What the units wrote, in the order of sources.
    pub fn original(&self) -> String {
        self.sources.iter().map(|source| source.text.as_str()).collect::<Vec<_>>().join("\n")
    }
}
