//! One unit's report: looking, its pieces, accepting and returning, files, release.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::arrivals::{reviewer, seen};
use crate::kernel::attachments::{self, Upload};
use crate::kernel::desk::Desk;
use crate::kernel::refusal::{Refusal, Result};
use crate::registry::{self, PostKind};
use crate::reports::flow::{self, ReportStage, ReportStep};
use crate::reports::kinds::{ReportId, ReportPart};
use crate::reports::record::{OWNER, Report, ReportCard, ReportContact, ReportPiece};
use crate::reports::rounds;
use crate::reports::store::{arrivals, items, reminders, reports};
use crate::reports::words::{needed, past};

/// Longest text of a piece, in characters.
const LONGEST: usize = 20_000;
/// Most pieces of a report.
const MOST: usize = 60;

/// Which report.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ReportAsked {
    /// Its id.
    pub report: ReportId,
}

/// What a unit wrote.
#[derive(Debug, Deserialize, TS)]
pub struct ReportContentsSave {
    /// Report.
    pub report: ReportId,
    /// Version it was seen in.
    pub version: i64,
    /// All its pieces, in order.
    pub pieces: Vec<ReportPiece>,
    /// 信息员; may be empty.
    #[serde(default)]
    pub officer: String,
    /// Their telephone; may be empty.
    #[serde(default)]
    pub phone: String,
}

/// Accepting or returning.
#[derive(Debug, Deserialize, TS)]
pub struct ReportTakeStep {
    /// Report.
    pub report: ReportId,
    /// Version it was seen in.
    pub version: i64,
    /// The step.
    pub step: ReportStep,
    /// What has to be corrected; needed to return.
    #[serde(default)]
    pub reason: String,
}

/// A file that belongs to a report.
#[derive(Debug, Deserialize, TS)]
pub struct ReportAttach {
    /// Report.
    pub report: ReportId,
    /// What it is.
    pub purpose: String,
    /// The file.
    pub file: Upload,
}

/// That a unit owes nothing in a month.
#[derive(Debug, Deserialize, TS)]
pub struct ReportRelease {
    /// Report.
    pub report: ReportId,
    /// Version it was seen in.
    pub version: i64,
    /// Why; empty takes it back.
    pub reason: String,
}

/// What was typed.
#[derive(Debug, Deserialize, TS)]
pub struct ReportFindAsked {
    /// Words in title or text.
    pub words: String,
}

/// A piece or an issue that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReportFound {
    /// 报送稿件 or 工作简报.
    pub kind: String,
    /// Title.
    pub label: String,
    /// Unit and month, or stage.
    pub note: String,
    /// Page.
    pub to: String,
}

pub(super) fn open(desk: &Desk<'_>, q: ReportAsked) -> Result<ReportCard> {
    card(desk, q.report)
}

/// A report with all that belongs to it.
pub(super) fn card(desk: &Desk<'_>, id: ReportId) -> Result<ReportCard> {
    let report = reports::get(desk, id)?;
    let people = registry::people_of_unit_on(desk, report.unit, desk.today())?;
    let wanted = [PostKind::LeaderInCharge, PostKind::InformationOfficer];
    let contacts = people.iter().filter(|line| wanted.contains(&line.post)).map(|line| ReportContact {
        post: line.post_label.clone(),
        name: line.name.clone(),
        phone: line.phone.clone(),
    });
    Ok(ReportCard {
        limit_at: rounds::limit(desk, report.month)?,
        parts: desk.profile.reports.parts.clone(),
        items: items::of(desk, id)?,
        arrivals: arrivals::of(desk, id)?,
        reminders: reminders::of(desk, id)?,
        contacts: contacts.collect(),
        events: reports::events(desk, id)?,
        attachments: attachments::of(desk, OWNER, id)?,
        allowed: choices(desk, &report),
        contents_why_not: may_be_entered(desk, &report).err().map(|no| no.message),
        report,
    })
}

fn choices(desk: &Desk<'_>, report: &Report) -> Vec<crate::kernel::flow::StepChoice> {
    let article = desk.profile.reports.article;
    let mut choices = flow::choices(report.stage, article);
    if let (Some(accept), Err(no)) = (choices.first_mut(), whole(desk, report))
        && accept.why_not.is_none()
    {
        *accept = crate::kernel::flow::StepChoice::of(&accept.step.clone(), &accept.label.clone(), Err(no));
    }
    choices
}

fn may_be_entered(desk: &Desk<'_>, report: &Report) -> Result<()> {
    let hint = match report.stage {
        ReportStage::Received | ReportStage::Returned => return Ok(()),
        ReportStage::Waiting => "请先登记纸质材料或电子文档的送达。",
        ReportStage::Accepted => "需要改动的，请先退回补正。",
    };
    Err(Refusal::refused(format!("报送处于“{}”，不能录入内容。", report.stage_label))
        .hint(hint)
        .article(desk.profile.reports.article))
}

pub(super) fn save(desk: &Desk<'_>, q: ReportContentsSave) -> Result<ReportCard> {
    let report = seen(desk, q.report, q.version)?;
    may_be_entered(desk, &report)?;
    write(desk, &report, &q.pieces, &q.officer, &q.phone, "手工录入")?;
    card(desk, report.id)
}

/// Pieces and officer of a report, checked and written.
pub(super) fn write(
    desk: &Desk<'_>,
    report: &Report,
    pieces: &[ReportPiece],
    officer: &str,
    phone: &str,
    source: &str,
) -> Result<()> {
    let pieces = pieces
        .iter()
        .map(|piece| checked(piece).map_err(|no| no.article(desk.profile.reports.parts_article)));
    let pieces = pieces.collect::<Result<Vec<_>>>()?;
    if pieces.len() > MOST {
        return Err(
            Refusal::refused(format!("一个单位一个月的稿件超过 {MOST} 条。")).hint("请核对是否重复录入。")
        );
    }
    items::replace(desk, report.id, &pieces, source)?;
    reports::officer(desk, report.id, officer.trim(), phone.trim())?;
    reports::note(desk, report.id, "录入报送内容", &format!("{source}，共{}条", pieces.len()))
}

/// A piece in one form: line ends put right, nothing of the words changed.
pub(in crate::reports) fn checked(piece: &ReportPiece) -> Result<ReportPiece> {
    let part = piece.part.label();
    let no = |words: String, hint: &str| Err(Refusal::refused(words).hint(hint));
    if piece.text.trim().is_empty() {
        return no(format!("“{part}”里有一条没有内容。"), "请填写内容，或删去这一条。");
    }
    if piece.text.chars().count() > LONGEST || piece.title.chars().count() > 100 {
        return no(
            format!("“{part}”里有一条过长（标题100字、内容{LONGEST}字以内）。"),
            "请分成几条，或把材料作为附件。",
        );
    }
    match (piece.part, piece.quality) {
        (ReportPart::Event, None) => {
            no("重要事件没有注明是产品、工程、环境还是服务质量。".into(), "请选择所属的质量类别。")
        }
        (part, quality) => Ok(ReportPiece {
            part,
            quality: quality.filter(|_| part == ReportPart::Event),
            title: piece.title.split_whitespace().collect::<Vec<_>>().join(" "),
            text: piece.text.replace("\r\n", "\n").trim_end().trim_start_matches('\n').to_owned(),
        }),
    }
}

fn whole(desk: &Desk<'_>, report: &Report) -> Result<()> {
    let no = |words: String, hint: &str| {
        Err(Refusal::refused(words).hint(hint).article(desk.profile.reports.article))
    };
    if !report.missing.is_empty() {
        return no(format!("还缺{}，不能核收。", report.missing.join("、")), "请补齐后再核收，或先催报。");
    }
    if report.items == 0 {
        return no("还没有录入报送内容，不能核收。".into(), "请录入四部分内容，或导入电子报送单。");
    }
    Ok(())
}

pub(super) fn take_step(desk: &Desk<'_>, q: ReportTakeStep) -> Result<ReportCard> {
    let report = seen(desk, q.report, q.version)?;
    let to = flow::next(report.stage, q.step, desk.profile.reports.article)?;
    match q.step {
        ReportStep::Accept => whole(desk, &report)?,
        ReportStep::Return => drop(needed(&q.reason, "退回补正的原因")?),
        ReportStep::Arrive => {
            return Err(Refusal::refused("送达请在当月报送的登记表里登记。").hint("请勾选纸质或电子后保存。"));
        }
    }
    reports::move_stage(desk, &report, q.version, to)?;
    reports::note(desk, report.id, q.step.label(), q.reason.trim())?;
    card(desk, report.id)
}

pub(super) fn attach(desk: &Desk<'_>, q: ReportAttach) -> Result<ReportCard> {
    let report = reports::get(desk, q.report)?;
    attachments::add(desk, OWNER, report.id, needed(&q.purpose, "附件说明")?, &q.file)?;
    card(desk, report.id)
}

pub(super) fn release(desk: &Desk<'_>, q: ReportRelease) -> Result<ReportCard> {
    let report = seen(desk, q.report, q.version)?;
    let reason = q.reason.trim();
    if !reason.is_empty() && (report.paper_at.is_some() || report.file_at.is_some()) {
        return Err(Refusal::refused(format!("{}已经报送，不能登记免报。", report.unit_short))
            .hint("送达登记有误的，请先更正。")
            .article(desk.profile.reports.article));
    }
    if reason == report.released {
        return Err(Refusal::refused("没有改动。").hint("请填写免报的原因。"));
    }
    reports::release(desk, report.id, reason)?;
    reports::note(desk, report.id, if reason.is_empty() { "取消免报" } else { "免报" }, reason)?;
    card(desk, report.id)
}

pub(super) fn find(desk: &Desk<'_>, q: ReportFindAsked) -> Result<Vec<ReportFound>> {
    let words = q.words.trim();
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let mut found = crate::reports::bulletins::find(desk, words, 6)?;
    found.extend(items::find(desk, words, 8)?.into_iter().map(|item| ReportFound {
        kind: "报送稿件".into(),
        label: if item.title.is_empty() { item.text.chars().take(30).collect() } else { item.title.clone() },
        note: format!("{}　{}", item.unit_short, item.month.label()),
        to: format!("/reports/{}/{}", item.month, item.report),
    }));
    Ok(found)
}

/// The leader's review as a file names it.
pub(super) fn reviewed(desk: &Desk<'_>, report: &Report, typed: &str, on: NaiveDate) -> Result<()> {
    let on = past(on, report.month.first(), desk.today(), "审核日期")?;
    let by = reviewer(desk, report, typed, on)?;
    reports::review(desk, report.id, &by, Some(on))?;
    reports::note(desk, report.id, "单位领导审核", &by)
}
