//! All blank forms of the office in the order of its work, to be listed and printed.
use super::archive::{LendingRegister, RecordCatalogue, VolumeContents};
use super::assessment::ScoreTable;
use super::filings::FilingRegister;
use super::followup::{FollowupNotice, FollowupReply};
use super::incoming::{CirculationSheet, HandlingSheet, IncomingRegister};
use super::information::{ReportReminder, ReportSlip, UsageTable};
use super::inspection::{InspectionRecord, RectificationNotice, SamplingSheet};
use super::letterhead::Letterhead;
use super::lists::{ResultsTable, TaskTable};
use super::outgoing::{DraftSheet, OutgoingRegister};
use super::publicity::{InterviewRequest, PressRelease};
use super::reminder::{Extension, Reminder};
use super::spine::SpineLabels;
use super::stamp::ArchiveStamps;
use super::talk::{TalkNotice, TalkRecord};
use super::volume::{VolumeCover, VolumeNote};
use crate::form::{Form, Paper};

/// To which of the office's work a form belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Family {
    /// 收文发文.
    Documents,
    /// 报送备案.
    Filings,
    /// 督办.
    Followup,
    /// 任务分解.
    Tasks,
    /// 信息报送.
    Information,
    /// 宣传报道.
    Publicity,
    /// 督查约谈.
    Inspection,
    /// 档案.
    Archive,
    /// 考核.
    Assessment,
}

impl Family {
    /// Its Chinese name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Documents => "收文发文",
            Self::Filings => "报送备案",
            Self::Followup => "督办",
            Self::Tasks => "任务分解",
            Self::Information => "信息报送",
            Self::Publicity => "宣传报道",
            Self::Inspection => "督查约谈",
            Self::Archive => "档案",
            Self::Assessment => "考核",
        }
    }
}

/// A form that can be printed blank.
#[derive(Debug, Clone, Copy)]
pub struct BlankForm {
    /// Stable key in English, letters and underscores.
    pub key: &'static str,
    /// Chinese title without the office's name.
    pub title: &'static str,
    /// To which work it belongs.
    pub family: Family,
    /// Paper.
    pub paper: Paper,
    /// Makes the blank form of an office.
    pub make: fn(&Letterhead) -> Form,
}

const fn entry(
    key: &'static str,
    title: &'static str,
    family: Family,
    paper: Paper,
    make: fn(&Letterhead) -> Form,
) -> BlankForm {
    BlankForm { key, title, family, paper, make }
}

/// Every blank form, ordered by family and by the order of work inside it.
pub const CATALOGUE: &[BlankForm] = &[
    entry("incoming_register", "收文登记簿", Family::Documents, Paper::Landscape, |head| {
        IncomingRegister::default().form(head)
    }),
    entry("handling_sheet", "收文处理笺", Family::Documents, Paper::Upright, |head| {
        HandlingSheet::default().form(head)
    }),
    entry("circulation_sheet", "传阅单", Family::Documents, Paper::Upright, |head| {
        CirculationSheet::default().form(head)
    }),
    entry("outgoing_register", "发文登记簿", Family::Documents, Paper::Landscape, |head| {
        OutgoingRegister::default().form(head)
    }),
    entry("draft_sheet", "发文稿纸", Family::Documents, Paper::Upright, |head| {
        DraftSheet::default().form(head)
    }),
    entry("filing_register", "备案登记簿", Family::Filings, Paper::Landscape, |head| {
        FilingRegister::default().form(head)
    }),
    entry("followup_notice", "督办通知单", Family::Followup, Paper::Upright, |head| {
        FollowupNotice::default().form(head)
    }),
    entry("followup_reply", "督办反馈单", Family::Followup, Paper::Upright, |head| {
        FollowupReply::default().form(head)
    }),
    entry("followup_reminder", "催办单", Family::Followup, Paper::Upright, |head| {
        Reminder::default().form(head)
    }),
    entry("extension_request", "延期申请", Family::Followup, Paper::Upright, |head| {
        Extension::default().form(head)
    }),
    entry("results_table", "办理情况汇总表", Family::Followup, Paper::Landscape, |head| {
        ResultsTable::default().form(head)
    }),
    entry("task_table", "任务分解表", Family::Tasks, Paper::Landscape, |head| {
        TaskTable::default().form(head)
    }),
    entry("report_slip", "信息报送单", Family::Information, Paper::Upright, |head| {
        ReportSlip::default().form(head)
    }),
    entry("report_reminder", "催报单", Family::Information, Paper::Upright, |head| {
        ReportReminder::default().form(head)
    }),
    entry("usage_table", "信息采用情况通报", Family::Information, Paper::Landscape, |head| {
        UsageTable::default().form(head)
    }),
    entry("interview_request", "采访（约稿）申请表", Family::Publicity, Paper::Upright, |head| {
        InterviewRequest::default().form(head)
    }),
    entry("press_release", "新闻发布单", Family::Publicity, Paper::Upright, |head| {
        PressRelease::default().form(head)
    }),
    entry("inspection_record", "督查记录", Family::Inspection, Paper::Upright, |head| {
        InspectionRecord::default().form(head)
    }),
    entry("rectification_notice", "整改通知书", Family::Inspection, Paper::Upright, |head| {
        RectificationNotice::default().form(head)
    }),
    entry("sampling_sheet", "抽查抽样单", Family::Inspection, Paper::Upright, |head| {
        SamplingSheet::default().form(head)
    }),
    entry("talk_notice", "约谈通知书", Family::Inspection, Paper::Upright, |head| {
        TalkNotice::default().form(head)
    }),
    entry("talk_record", "约谈记录", Family::Inspection, Paper::Upright, |head| {
        TalkRecord::default().form(head)
    }),
    entry("archive_stamps", "归档章", Family::Archive, Paper::Upright, |head| {
        ArchiveStamps::default().form(head)
    }),
    entry("record_catalogue", "归档文件目录", Family::Archive, Paper::Landscape, |head| {
        RecordCatalogue::default().form(head)
    }),
    entry("volume_cover", "案卷封面", Family::Archive, Paper::Upright, |head| {
        VolumeCover::default().form(head)
    }),
    entry("volume_contents", "卷内目录", Family::Archive, Paper::Upright, |head| {
        VolumeContents::default().form(head)
    }),
    entry("volume_note", "备考表", Family::Archive, Paper::Upright, |head| {
        VolumeNote::default().form(head)
    }),
    entry("spine_labels", "盒脊标签", Family::Archive, Paper::Upright, |head| {
        SpineLabels::default().form(head)
    }),
    entry("lending_register", "借阅登记", Family::Archive, Paper::Landscape, |head| {
        LendingRegister::default().form(head)
    }),
    entry("score_table", "考核得分表", Family::Assessment, Paper::Landscape, |head| {
        ScoreTable::default().form(head)
    }),
];

/// The blank form of a key.
pub fn blank(key: &str) -> Option<&'static BlankForm> {
    CATALOGUE.iter().find(|form| form.key == key)
}
