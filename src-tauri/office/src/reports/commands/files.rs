//! Electronic entry by file: the blank form, a look at a filled one, taking it over whole or not at all.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::arrivals::{arrive, seen};
use super::contents;
use crate::kernel::answer::Paper;
use crate::kernel::attachments::{self, Upload};
use crate::kernel::desk::Desk;
use crate::kernel::refusal::{Refusal, Result};
use crate::registry::{self, PostKind};
use crate::reports::file::{self, Filled, ReportBlankFormat, ReportFileFault, Slip};
use crate::reports::kinds::{ReportArrivalKind, ReportId};
use crate::reports::month::Month;
use crate::reports::record::{OWNER, Report, ReportCard};
use crate::reports::store::arrivals::Coming;
use crate::reports::store::reports;
use crate::reports::{rounds, when};

/// Which blank form.
#[derive(Debug, Deserialize, TS)]
pub struct ReportBlankAsked {
    /// For this unit's month; for anybody if absent.
    #[serde(default)]
    pub report: Option<ReportId>,
    /// Month, where no report is named.
    #[serde(default)]
    pub month: Option<Month>,
    /// As which file.
    pub format: ReportBlankFormat,
}

/// A filled form to be looked at.
#[derive(Debug, Deserialize, TS)]
pub struct ReportFileLook {
    /// Month.
    pub month: Month,
    /// The file.
    pub file: Upload,
}

/// What was found in it.
#[derive(Debug, Serialize, TS)]
pub struct ReportFileLooked {
    /// The report of the unit that it names, where there is one.
    pub report: Option<Report>,
    /// What stands in it, with every fault.
    pub slip: Slip,
}

/// A filled form to be taken over.
#[derive(Debug, Deserialize, TS)]
pub struct ReportFileTake {
    /// Month.
    pub month: Month,
    /// Version the unit's report was seen in.
    pub version: i64,
    /// The file.
    pub file: Upload,
    /// When it arrived, as typed; now if empty.
    #[serde(default)]
    pub at: String,
    /// How; 电子邮件 if empty.
    #[serde(default)]
    pub way: String,
}

pub(super) fn blank(desk: &Desk<'_>, q: ReportBlankAsked) -> Result<Paper> {
    let filled = match q.report {
        None => Filled { month: q.month.map_or(String::new(), Month::label), ..Filled::default() },
        Some(id) => {
            let report = reports::get(desk, id)?;
            let people = registry::people_of_unit_on(desk, report.unit, desk.today())?;
            let officer = people.iter().find(|line| line.post == PostKind::InformationOfficer);
            Filled {
                unit: report.unit_name,
                month: report.month_label,
                officer: officer.map_or(String::new(), |line| line.name.clone()),
                phone: officer.map_or(String::new(), |line| line.phone.clone()),
            }
        }
    };
    file::make(desk, &filled, q.format)
}

pub(super) fn look(desk: &Desk<'_>, q: ReportFileLook) -> Result<ReportFileLooked> {
    read(desk, q.month, &q.file)
}

fn read(desk: &Desk<'_>, month: Month, upload: &Upload) -> Result<ReportFileLooked> {
    let mut slip = file::read(&upload.name, &upload.bytes()?)?;
    let mut fault = |label: &str, message: String| {
        slip.faults.push(ReportFileFault { place: "整份文件".into(), label: label.into(), message });
    };
    if let Some(other) = slip.of_month.filter(|of| *of != month) {
        fault("信息月份", format!("报送单写的是{}，不是{}，请核对。", other.label(), month.label()));
    }
    if let Some(on) = slip.reviewed_on.filter(|on| *on > desk.today() || *on < month.first()) {
        fault("审核日期", format!("审核日期{on}不在{}至今天之间，请核对。", month.label()));
    }
    let report = match slip.unit.is_empty() {
        true => None,
        false => {
            let named = |one: &Report| one.unit_name == slip.unit || one.unit_short == slip.unit;
            reports::of_month(desk, month)?.into_iter().find(named)
        }
    };
    if report.is_none() && !slip.unit.is_empty() {
        let words = format!("“{}”不在{}的报送单位里，请按名册的全称或简称填写。", slip.unit, month.label());
        slip.faults.push(ReportFileFault {
            place: "整份文件".into(),
            label: "报送单位".into(),
            message: words,
        });
    }
    for piece in &slip.pieces {
        if let Err(no) = contents::checked(piece) {
            slip.faults.push(ReportFileFault {
                place: "整份文件".into(),
                label: piece.part.label().into(),
                message: no.to_string(),
            });
        }
    }
    Ok(ReportFileLooked { report, slip })
}

pub(super) fn take(desk: &Desk<'_>, q: ReportFileTake) -> Result<ReportCard> {
    rounds::ensure(desk, q.month)?;
    let looked = read(desk, q.month, &q.file)?;
    if let Some(first) = looked.slip.faults.first() {
        return Err(Refusal::refused(format!(
            "文件“{}”有 {} 处错误，没有写入任何内容。第一处：{}，{}",
            q.file.name,
            looked.slip.faults.len(),
            first.place,
            first.message
        ))
        .hint("请按检查结果逐处改正后再导入。")
        .article(desk.profile.reports.article));
    }
    let report = looked.report.ok_or_else(|| Refusal::not_found("单位报送"))?;
    let report = seen(desk, report.id, q.version)?;
    let way = if q.way.trim().is_empty() { "电子邮件" } else { q.way.trim() };
    let at = when::moment(&q.at, q.month, rounds::limit(desk, q.month)?, desk.now)?;
    let slip = looked.slip;
    let coming = Coming { kind: ReportArrivalKind::File, at, by_whom: &slip.officer, way };
    arrive(desk, &report, q.version, &[coming])?;
    attachments::add(desk, OWNER, report.id, "电子报送单", &q.file)?;
    contents::write(
        desk,
        &report,
        &slip.pieces,
        &slip.officer,
        &slip.phone,
        &format!("电子报送单“{}”", q.file.name),
    )?;
    if let Some(on) = slip.reviewed_on {
        contents::reviewed(desk, &report, &slip.reviewer, on)?;
    }
    contents::card(desk, report.id)
}
