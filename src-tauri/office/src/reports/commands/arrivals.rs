//! Arrivals of many units at once, as a clerk enters a pile of paper; the leader's review; mending what was entered wrongly.
use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

use super::contents;
use crate::kernel::desk::Desk;
use crate::kernel::refusal::{Refusal, Result};
use crate::registry::{self, PostKind, UnitId};
use crate::reports::flow::{self, ReportStage, ReportStep};
use crate::reports::kinds::{ReportArrivalId, ReportArrivalKind, ReportId};
use crate::reports::month::Month;
use crate::reports::record::{Report, ReportCard};
use crate::reports::store::arrivals::{self, Coming};
use crate::reports::store::reports;
use crate::reports::words::{needed, past};
use crate::reports::{rounds, when};

/// Arrivals of one month.
#[derive(Debug, Deserialize, TS)]
pub struct ReportArrivalsRecord {
    /// Month.
    pub month: Month,
    /// One line a unit. All are written or none.
    pub entries: Vec<ReportArrivalEntry>,
}

/// What arrived of a unit.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ReportArrivalEntry {
    /// Unit.
    pub unit: UnitId,
    /// Version its report was seen in.
    pub version: i64,
    /// 纸质材料 arrived.
    #[serde(default)]
    pub paper: bool,
    /// 电子文档 arrived.
    #[serde(default)]
    pub file: bool,
    /// The unit's leader has reviewed it.
    #[serde(default)]
    pub reviewed: bool,
    /// Who reviewed it; the unit's leader in the register if empty.
    #[serde(default)]
    pub reviewer: String,
    /// When it arrived, as typed: empty for now, `24`, `24 16:30`, a whole date.
    #[serde(default)]
    pub at: String,
    /// Who delivered it; may be empty.
    #[serde(default)]
    pub by_whom: String,
    /// How paper came; 专人送达 if empty.
    #[serde(default)]
    pub paper_way: String,
    /// How the electronic document came; 电子邮件 if empty.
    #[serde(default)]
    pub file_way: String,
}

/// How many were written.
#[derive(Debug, serde::Serialize, TS)]
pub struct ReportArrivalsDone {
    /// Papers.
    pub papers: u32,
    /// Electronic documents.
    pub files: u32,
    /// Reviews.
    pub reviews: u32,
    /// In words.
    pub summary: String,
}

/// An arrival that was entered by mistake.
#[derive(Debug, Deserialize, TS)]
pub struct ReportArrivalStrike {
    /// Report.
    pub report: ReportId,
    /// Version it was seen in.
    pub version: i64,
    /// Arrival.
    pub arrival: ReportArrivalId,
    /// Why.
    pub reason: String,
}

/// The leader's review.
#[derive(Debug, Deserialize, TS)]
pub struct ReportReviewRecord {
    /// Report.
    pub report: ReportId,
    /// Version it was seen in.
    pub version: i64,
    /// Who; the unit's leader in the register if empty.
    #[serde(default)]
    pub reviewer: String,
    /// Day on the paper; today if absent.
    #[serde(default)]
    pub on: Option<NaiveDate>,
}

pub(super) fn record(desk: &Desk<'_>, q: ReportArrivalsRecord) -> Result<ReportArrivalsDone> {
    let opened = rounds::ensure(desk, q.month)?;
    if q.entries.iter().all(|entry| !entry.paper && !entry.file && !entry.reviewed) {
        return Err(
            Refusal::refused("没有勾选任何送达。").hint("请在单位的纸质、电子或审核一栏登记后再保存。")
        );
    }
    let mut done = ReportArrivalsDone { papers: 0, files: 0, reviews: 0, summary: String::new() };
    for entry in q.entries.iter().filter(|entry| entry.paper || entry.file || entry.reviewed) {
        let report =
            reports::of_unit(desk, q.month, entry.unit)?.ok_or_else(|| Refusal::not_found("单位报送"))?;
        one(desk, &report, entry, opened.limit_at).map_err(|no| named(no, &report))?;
        done.papers += u32::from(entry.paper);
        done.files += u32::from(entry.file);
        done.reviews += u32::from(entry.reviewed);
    }
    done.summary =
        format!("已登记纸质 {} 份、电子 {} 份、领导审核 {} 份。", done.papers, done.files, done.reviews);
    Ok(done)
}

/// A refusal among 46 units says whose it is.
fn named(mut no: Refusal, report: &Report) -> Refusal {
    if !no.message.contains(&report.unit_short) {
        no.message = format!("{}：{}", report.unit_short, no.message);
    }
    no
}

fn one(
    desk: &Desk<'_>,
    report: &Report,
    entry: &ReportArrivalEntry,
    limit: chrono::NaiveDateTime,
) -> Result<()> {
    if report.version != entry.version {
        return Err(Refusal::stale());
    }
    let at = when::moment(&entry.at, report.month, limit, desk.now)?;
    let or = |words: &str, usual: &'static str| match words.trim() {
        "" => usual.to_owned(),
        words => words.to_owned(),
    };
    let (paper_way, file_way) = (or(&entry.paper_way, "专人送达"), or(&entry.file_way, "电子邮件"));
    let mut coming = Vec::new();
    if entry.paper {
        coming.push(Coming {
            kind: ReportArrivalKind::Paper,
            at,
            by_whom: entry.by_whom.trim(),
            way: &paper_way,
        });
    }
    if entry.file {
        coming.push(Coming {
            kind: ReportArrivalKind::File,
            at,
            by_whom: entry.by_whom.trim(),
            way: &file_way,
        });
    }
    if !coming.is_empty() {
        arrive(desk, report, entry.version, &coming)?;
    }
    if entry.reviewed {
        let by = reviewer(desk, report, &entry.reviewer, at.date())?;
        reports::review(desk, report.id, &by, Some(at.date()))?;
        reports::note(desk, report.id, "单位领导审核", &by)?;
    }
    Ok(())
}

/// Writes arrivals down and moves the report on. A second paper without a return in between is a mistake.
pub(super) fn arrive(desk: &Desk<'_>, report: &Report, version: i64, coming: &[Coming<'_>]) -> Result<()> {
    let to = flow::next(report.stage, ReportStep::Arrive, desk.profile.reports.article)?;
    for one in coming {
        let before = match one.kind {
            ReportArrivalKind::Paper => report.paper_at,
            ReportArrivalKind::File => report.file_at,
        };
        if let Some(before) = before.filter(|_| report.stage != ReportStage::Returned) {
            return Err(Refusal::refused(format!(
                "{}的{}已于{}登记送达。",
                report.unit_short,
                one.kind.label(),
                before.format("%Y-%m-%d %H:%M")
            ))
            .hint("单位补正后重新报送的，请先退回补正；登记有误的，请在该单位的报送页更正。")
            .article(desk.profile.reports.article));
        }
        arrivals::add(desk, report.id, one)?;
        let who = if one.by_whom.is_empty() { String::new() } else { format!("，{}", one.by_whom) };
        let words = format!("{}：{}（{}{who}）", one.kind.label(), one.at.format("%Y-%m-%d %H:%M"), one.way);
        reports::note(desk, report.id, ReportStep::Arrive.label(), &words)?;
    }
    reports::move_stage(desk, report, version, to)
}

/// Who reviewed: as typed, or the unit's leader of that day in the register.
pub(super) fn reviewer(desk: &Desk<'_>, report: &Report, typed: &str, on: NaiveDate) -> Result<String> {
    if !typed.trim().is_empty() {
        return Ok(typed.trim().to_owned());
    }
    let people = registry::people_of_unit_on(desk, report.unit, on)?;
    let leader = people.iter().find(|line| line.post == PostKind::LeaderInCharge);
    let leader = leader.or_else(|| people.iter().find(|line| line.post == PostKind::Member));
    leader.map(|line| line.name.clone()).ok_or_else(|| {
        Refusal::refused(format!("{}没有报备分管领导，须写明由谁审核。", report.unit_short))
            .hint("请按纸质材料上的签字填写审核人。")
            .article(desk.profile.reports.article)
    })
}

pub(super) fn strike(desk: &Desk<'_>, q: ReportArrivalStrike) -> Result<ReportCard> {
    let report = seen(desk, q.report, q.version)?;
    let reason = needed(&q.reason, "更正的原因")?;
    arrivals::strike(desk, q.arrival, report.id, reason)?;
    let left = arrivals::of(desk, report.id)?.iter().any(|one| one.struck_reason.is_empty());
    let to = if left { report.stage } else { ReportStage::Waiting };
    reports::move_stage(desk, &report, q.version, to)?;
    reports::note(desk, report.id, "更正送达登记", reason)?;
    contents::card(desk, report.id)
}

pub(super) fn review(desk: &Desk<'_>, q: ReportReviewRecord) -> Result<ReportCard> {
    let report = seen(desk, q.report, q.version)?;
    let on = past(q.on.unwrap_or(desk.today()), report.month.first(), desk.today(), "审核日期")?;
    let by = reviewer(desk, &report, &q.reviewer, on)?;
    reports::review(desk, report.id, &by, Some(on))?;
    reports::note(desk, report.id, "单位领导审核", &by)?;
    contents::card(desk, report.id)
}

/// The report in the version in which it was seen.
pub(super) fn seen(desk: &Desk<'_>, id: ReportId, version: i64) -> Result<Report> {
    let report = reports::get(desk, id)?;
    if report.version == version { Ok(report) } else { Err(Refusal::stale()) }
}
