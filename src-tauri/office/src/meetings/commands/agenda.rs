//! The agenda (第十一条): who proposed what, whose material lies filed, what the chair said.
use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

use super::plan::{editable, needed};
use crate::kernel::attachments::{self, Upload};
use crate::kernel::desk::Desk;
use crate::kernel::refusal::{Refusal, Result};
use crate::meetings::kinds::{AgendaDecision, AgendaId, MeetingId, Proposer};
use crate::meetings::record::MeetingCard;
use crate::meetings::store::agenda::{self as rows, Decided, Facts};
use crate::meetings::{card, rules, store};
use crate::registry::{self, UnitId};

/// What an item says.
#[derive(Debug, Deserialize, TS)]
pub struct MeetingAgendaFacts {
    /// What it is about.
    pub title: String,
    /// Who proposes.
    pub proposer: Proposer,
    /// Name of the leader or deputy.
    #[serde(default)]
    pub proposer_name: String,
    /// The proposing unit.
    #[serde(default)]
    pub unit: Option<UnitId>,
    /// Who reports.
    #[serde(default)]
    pub reporter: String,
    /// More words.
    #[serde(default)]
    pub summary: String,
}

/// A new item.
#[derive(Debug, Deserialize, TS)]
pub struct MeetingAgendaAdd {
    /// Meeting.
    pub meeting: MeetingId,
    /// What it says.
    #[serde(flatten)]
    pub facts: MeetingAgendaFacts,
}

/// A changed item; the chair has to decide on it again.
#[derive(Debug, Deserialize, TS)]
pub struct MeetingAgendaEdit {
    /// Item.
    pub item: AgendaId,
    /// Version it was seen in.
    pub version: i64,
    /// What it says now.
    #[serde(flatten)]
    pub facts: MeetingAgendaFacts,
}

/// An item to be taken off.
#[derive(Debug, Deserialize, TS)]
pub struct MeetingAgendaRemove {
    /// Item.
    pub item: AgendaId,
    /// Version it was seen in.
    pub version: i64,
}

/// The order of the agenda.
#[derive(Debug, Deserialize, TS)]
pub struct MeetingAgendaOrder {
    /// Meeting.
    pub meeting: MeetingId,
    /// Every item, in the new order.
    pub items: Vec<AgendaId>,
}

/// Material that came in.
#[derive(Debug, Deserialize, TS)]
pub struct MeetingAgendaFile {
    /// Item.
    pub item: AgendaId,
    /// Version it was seen in.
    pub version: i64,
    /// Filing number; may be empty if a file is given.
    #[serde(default)]
    pub number: String,
    /// Day of filing.
    pub on: NaiveDate,
    /// The material.
    #[serde(default)]
    pub file: Option<Upload>,
}

/// The chair's word, from paper.
#[derive(Debug, Deserialize, TS)]
pub struct MeetingAgendaDecide {
    /// Item.
    pub item: AgendaId,
    /// Version it was seen in.
    pub version: i64,
    /// 同意, 不同意 or 缓议.
    pub decision: AgendaDecision,
    /// Day.
    pub on: NaiveDate,
    /// As written.
    #[serde(default)]
    pub words: String,
    /// Scan.
    #[serde(default)]
    pub scan: Option<Upload>,
}

pub(super) fn add(desk: &Desk<'_>, q: MeetingAgendaAdd) -> Result<MeetingCard> {
    let meeting = editable(desk, q.meeting)?;
    let short = proposing_unit(desk, &q.facts)?;
    let facts = tidy(&q.facts, &short)?;
    rows::insert(desk, meeting.id, &facts)?;
    store::events::note(desk, meeting.id, "提出议题", "", facts.title)?;
    card::of(desk, meeting.id)
}

pub(super) fn edit(desk: &Desk<'_>, q: MeetingAgendaEdit) -> Result<MeetingCard> {
    let (meeting, item) = rows::get(desk, q.item)?;
    let meeting = editable(desk, meeting)?;
    let short = proposing_unit(desk, &q.facts)?;
    let facts = tidy(&q.facts, &short)?;
    rows::edit(desk, item.id, q.version, &facts)?;
    store::events::note(desk, meeting.id, "修改议题", "", &format!("{}→{}", item.title, facts.title))?;
    card::of(desk, meeting.id)
}

fn tidy<'a>(q: &'a MeetingAgendaFacts, unit_short: &'a str) -> Result<Facts<'a>> {
    Ok(Facts {
        title: needed(&q.title, "议题名称")?,
        proposer: q.proposer,
        proposer_name: q.proposer_name.trim(),
        unit: q.unit,
        unit_short,
        reporter: q.reporter.trim(),
        summary: q.summary.trim(),
    })
}

pub(super) fn remove(desk: &Desk<'_>, q: MeetingAgendaRemove) -> Result<MeetingCard> {
    let (meeting, item) = rows::get(desk, q.item)?;
    let meeting = editable(desk, meeting)?;
    rows::remove(desk, item.id, q.version)?;
    renumber(desk, &rows::all(desk, meeting.id)?.iter().map(|item| item.id).collect::<Vec<_>>())?;
    store::events::note(desk, meeting.id, "撤下议题", "", &item.title)?;
    card::of(desk, meeting.id)
}

pub(super) fn order(desk: &Desk<'_>, q: MeetingAgendaOrder) -> Result<MeetingCard> {
    let meeting = editable(desk, q.meeting)?;
    let mut known: Vec<AgendaId> = rows::all(desk, meeting.id)?.iter().map(|item| item.id).collect();
    let mut asked = q.items.clone();
    known.sort();
    asked.sort();
    if known != asked {
        return Err(Refusal::stale());
    }
    renumber(desk, &q.items)?;
    store::events::note(desk, meeting.id, "调整议题顺序", "", "")?;
    card::of(desk, meeting.id)
}

fn renumber(desk: &Desk<'_>, items: &[AgendaId]) -> Result<()> {
    items.iter().enumerate().try_for_each(|(at, id)| rows::place(desk, *id, at as i64 + 1))
}

pub(super) fn file(desk: &Desk<'_>, q: MeetingAgendaFile) -> Result<MeetingCard> {
    let (meeting, item) = rows::get(desk, q.item)?;
    let meeting = editable(desk, meeting)?;
    let number = q.number.trim();
    if number.is_empty() && q.file.is_none() {
        return Err(Refusal::refused("没有备案号，也没有上传资料。")
            .hint("请填写备案号或上传会议资料。")
            .article(desk.profile.meetings.agenda_article));
    }
    if q.on > desk.today() {
        return Err(Refusal::refused("备案日期晚于今天。").hint("请按收到资料的日期填写。"));
    }
    if let Some(file) = &q.file {
        attachments::add(desk, rows::OWNER, item.id, "会议资料", file)?;
    }
    let number = if number.is_empty() { &item.material_number } else { number };
    rows::file(desk, item.id, q.version, number, q.on)?;
    store::events::note(desk, meeting.id, "议题材料备案", "", &format!("{}　{number}", item.title))?;
    card::of(desk, meeting.id)
}

pub(super) fn decide(desk: &Desk<'_>, q: MeetingAgendaDecide) -> Result<MeetingCard> {
    let (meeting, item) = rows::get(desk, q.item)?;
    let meeting = editable(desk, meeting)?;
    let article = desk.profile.meetings.agenda_article;
    let Some(chair) = &meeting.chair else {
        return Err(Refusal::refused("还没有确定主持人，议题无从审定。")
            .hint("请先确定主持人。")
            .article(article));
    };
    if q.decision == AgendaDecision::Pending || q.on > desk.today() {
        return Err(Refusal::refused("审定意见或日期不对。")
            .hint("请按主持人的书面意见填写同意、不同意或缓议及日期。"));
    }
    if q.decision == AgendaDecision::Agreed {
        rules::material(item.proposer, &item.title, item.is_filed(), desk.profile)?;
    }
    if let Some(scan) = &q.scan {
        attachments::add(desk, card::OWNER, meeting.id, "议题审定扫描件", scan)?;
    }
    let decided = Decided { decision: q.decision, on: q.on, by: &chair.name, words: q.words.trim() };
    rows::decide(desk, item.id, q.version, &decided)?;
    let words = format!("{}：{}{}", chair.name, q.decision.label(), item.title);
    store::events::note(desk, meeting.id, "主持人审定议题", "", &words)?;
    card::of(desk, meeting.id)
}

fn proposing_unit(desk: &Desk<'_>, facts: &MeetingAgendaFacts) -> Result<String> {
    let no = |words: &str, hint: &str| {
        Err(Refusal::refused(words).hint(hint).article(desk.profile.meetings.agenda_article))
    };
    match (facts.proposer, facts.unit) {
        (Proposer::Unit, Some(unit)) => Ok(registry::unit(desk, unit)?.short),
        (Proposer::Unit, None) => no("没有选择提出议题的单位。", "请选择单位。"),
        (_, Some(_)) => no("领导或创建办提出的议题不应选择单位。", "请清除单位，或把提出人改为成员单位。"),
        (Proposer::Leader | Proposer::Deputy, None) if facts.proposer_name.trim().is_empty() => {
            no("没有填写提出议题的领导姓名。", "请填写姓名。")
        }
        _ => Ok(String::new()),
    }
}
