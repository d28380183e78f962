//! What is known of a month, of a unit's report and of its pieces, as shown and printed.
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::flow::ReportStage;
use super::kinds::*;
use super::month::Month;
use crate::kernel::attachments::Attachment;
use crate::kernel::flow::StepChoice;
use crate::registry::UnitId;

/// Kind of owner of a report's attachments.
pub(super) const OWNER: &str = "report";

/// How many reports have which status.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct ReportCounts {
    /// All units that owe a report.
    pub units: u32,
    /// 待报送.
    pub pending: u32,
    /// 按时.
    pub on_time: u32,
    /// 迟报.
    pub late: u32,
    /// 不齐.
    pub incomplete: u32,
    /// 缺报.
    pub missing: u32,
    /// 免报.
    pub released: u32,
}

impl ReportCounts {
    /// Counts one more.
    pub(super) fn add(&mut self, status: ReportStatus) {
        let place = match status {
            ReportStatus::Pending => &mut self.pending,
            ReportStatus::OnTime => &mut self.on_time,
            ReportStatus::Late => &mut self.late,
            ReportStatus::Incomplete => &mut self.incomplete,
            ReportStatus::Missing => &mut self.missing,
            ReportStatus::Released => {
                self.released += 1;
                return;
            }
        };
        *place += 1;
        self.units += 1;
    }
}

/// A month in which reports are owed.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReportRound {
    /// Month.
    pub month: Month,
    /// `2016年11月`.
    pub label: String,
    /// Last moment that counts as on time.
    pub limit_at: NaiveDateTime,
    /// When it was opened; none while it is not.
    pub opened_at: Option<NaiveDateTime>,
    /// By whom.
    pub opened_by: String,
    /// Why it was opened only after its month was over; empty if it was not.
    pub late_reason: String,
    /// Calendar days to the last moment; negative when it is over.
    pub days_left: i64,
    /// How many stand where.
    pub counts: ReportCounts,
}

/// An arrival.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReportArrival {
    /// Id.
    pub id: ReportArrivalId,
    /// In which shape.
    pub kind: ReportArrivalKind,
    /// Its Chinese name.
    pub kind_label: String,
    /// When it arrived.
    pub at: NaiveDateTime,
    /// Who delivered it; may be empty.
    pub by_whom: String,
    /// How.
    pub way: String,
    /// When it was entered.
    pub recorded_at: NaiveDateTime,
    /// By whom.
    pub recorded_by: String,
    /// Why it was struck as wrongly entered; empty if it counts.
    pub struck_reason: String,
    /// Whether it is the first of its shape, which decides the status.
    pub first: bool,
}

/// A unit's report as a line of the month.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Report {
    /// Id.
    pub id: ReportId,
    /// Counts changes.
    pub version: i64,
    /// Month.
    pub month: Month,
    /// `2016年11月`.
    pub month_label: String,
    /// Unit.
    pub unit: UnitId,
    /// Its name when the month was opened.
    pub unit_name: String,
    /// Its short name.
    pub unit_short: String,
    /// Pinyin initials of the short name, for the keyboard.
    pub initials: String,
    /// Chinese name of its kind.
    pub kind_label: String,
    /// Place in the list of units, from 1.
    pub position: i64,
    /// Stage.
    pub stage: ReportStage,
    /// Its Chinese name.
    pub stage_label: String,
    /// What the due day says.
    pub status: ReportStatus,
    /// Its Chinese name.
    pub status_label: String,
    /// What is missing, in words.
    pub missing: Vec<String>,
    /// First paper.
    pub paper_at: Option<NaiveDateTime>,
    /// First electronic document.
    pub file_at: Option<NaiveDateTime>,
    /// The unit's leader who reviewed it; may be empty.
    pub reviewer: String,
    /// When.
    pub reviewed_on: Option<NaiveDate>,
    /// 信息员 as the report names them; may be empty.
    pub officer: String,
    /// Their telephone as the report names it.
    pub phone: String,
    /// Why it owes nothing; empty if it does.
    pub released: String,
    /// How many pieces it has.
    pub items: u32,
    /// How many of them stand in an issue that is numbered.
    pub used: u32,
    /// How often it was urged.
    pub reminders: u32,
}

/// A piece of a report, as the unit wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReportItem {
    /// Id.
    pub id: ReportItemId,
    /// The report.
    pub report: ReportId,
    /// Month.
    pub month: Month,
    /// Unit.
    pub unit: UnitId,
    /// Its short name.
    pub unit_short: String,
    /// Which part.
    pub part: ReportPart,
    /// Its Chinese name.
    pub part_label: String,
    /// Which quality an event concerns.
    pub quality: Option<ReportQuality>,
    /// Its Chinese name; may be empty.
    pub quality_label: String,
    /// Title; may be empty.
    pub title: String,
    /// Text.
    pub text: String,
    /// How many characters.
    pub characters: u32,
    /// When a correction took its place.
    pub replaced_at: Option<NaiveDateTime>,
    /// Where it stands in bulletins.
    pub uses: Vec<ReportUse>,
}

/// Where a piece was used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReportUse {
    /// The issue.
    pub bulletin: String,
    /// Its item.
    pub item: String,
    /// `第11期（总第23期）`, or what it is while it has no number.
    pub issue: String,
    /// Its stage in Chinese.
    pub stage_label: String,
    /// Title of the item there.
    pub title: String,
    /// Whether the issue is numbered.
    pub numbered: bool,
}

/// A piece as it is entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReportPiece {
    /// Which part.
    pub part: ReportPart,
    /// Which quality; only for events, and needed there.
    #[serde(default)]
    pub quality: Option<ReportQuality>,
    /// Title; may be empty.
    #[serde(default)]
    pub title: String,
    /// Text.
    pub text: String,
}

/// Somebody of the unit whom the register names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReportContact {
    /// What they are.
    pub post: String,
    /// Name.
    pub name: String,
    /// Telephone.
    pub phone: String,
}

/// A reminder.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReportReminderRow {
    /// Id.
    pub id: ReportReminderId,
    /// The how-manieth of this report.
    pub n: u32,
    /// Number as printed.
    pub number: String,
    /// Day.
    pub on: NaiveDate,
    /// Until when the rest is asked for.
    pub new_due: NaiveDate,
    /// How.
    pub way: String,
    /// Who was spoken to; may be empty.
    pub person: String,
    /// What was missing then.
    pub missing: Vec<String>,
    /// In words; may be empty.
    pub words: String,
    /// By whom.
    pub recorded_by: String,
}

/// One line of a report's history.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReportEvent {
    /// When.
    pub at: NaiveDateTime,
    /// Who.
    pub who: String,
    /// What.
    pub what: String,
    /// In words.
    pub words: String,
}

/// A report with all that belongs to it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReportCard {
    /// The report.
    pub report: Report,
    /// Last moment that counts as on time.
    pub limit_at: NaiveDateTime,
    /// The four parts, as the rules name them.
    pub parts: Vec<String>,
    /// Its pieces; replaced ones last.
    pub items: Vec<ReportItem>,
    /// Arrivals, oldest first; struck ones too.
    pub arrivals: Vec<ReportArrival>,
    /// Reminders, oldest first.
    pub reminders: Vec<ReportReminderRow>,
    /// Whom the register names today: 分管领导 and 信息员.
    pub contacts: Vec<ReportContact>,
    /// History, newest first.
    pub events: Vec<ReportEvent>,
    /// Scans and files.
    pub attachments: Vec<Attachment>,
    /// Steps offered.
    pub allowed: Vec<StepChoice>,
    /// Why pieces cannot be entered now; none if they can.
    pub contents_why_not: Option<String>,
}
