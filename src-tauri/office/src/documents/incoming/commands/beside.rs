//! What happens beside the stages: a handler answers, is urged (催办), an instruction is handed to the follow-up (督办).
use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

use crate::documents::incoming::record::{Incoming, IncomingCard, IncomingHandler, OWNER};
use crate::documents::incoming::store::{beside, handlers, papers};
use crate::documents::incoming::{card, open};
use crate::documents::kinds::{HandlerId, IncomingId, InstructionId};
use crate::documents::proofs;
use crate::documents::words::{date, needed, possible};
use crate::followup::{self, FollowupSource, FollowupUnit, NewItem, Terms};
use crate::kernel::attachments::Upload;
use crate::kernel::desk::Desk;
use crate::kernel::refusal::{Refusal, Result};
use crate::registry::{self, UnitId};

/// What a handler reports.
#[derive(Debug, Deserialize, TS)]
pub struct IncomingHandlerAnswer {
    /// Paper.
    pub paper: IncomingId,
    /// Version it was seen in.
    pub version: i64,
    /// Who.
    pub handler: HandlerId,
    /// Day; today if absent.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// 办理情况.
    pub words: String,
    /// Scan.
    #[serde(default)]
    pub scan: Option<Upload>,
    /// Further pages of the scan.
    #[serde(default)]
    pub pages: Vec<Upload>,
}

/// A handler is urged.
#[derive(Debug, Deserialize, TS)]
pub struct IncomingUrge {
    /// Paper.
    pub paper: IncomingId,
    /// Version it was seen in.
    pub version: i64,
    /// Whom.
    pub handler: HandlerId,
    /// Day; today if absent.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// Answer wanted by; by the profile if absent.
    #[serde(default)]
    pub answer_by: Option<NaiveDate>,
    /// How (电话、催办单 …).
    pub way: String,
    /// In words.
    #[serde(default)]
    pub words: String,
}

/// An instruction is handed to the follow-up.
#[derive(Debug, Deserialize, TS)]
pub struct IncomingFollowupOpen {
    /// Paper.
    pub paper: IncomingId,
    /// Version it was seen in.
    pub version: i64,
    /// The instruction.
    pub instruction: InstructionId,
    /// What is to be done.
    pub text: String,
    /// The unit that answers.
    pub lead: UnitId,
    /// Units that help.
    #[serde(default)]
    pub helpers: Vec<UnitId>,
    /// Last day.
    pub due_on: NaiveDate,
}

pub(super) fn answer(desk: &Desk<'_>, q: IncomingHandlerAnswer) -> Result<IncomingCard> {
    let paper = handled(desk, q.paper)?;
    let handler = of(desk, &paper, q.handler)?;
    let words = needed(&q.words, "办理情况")?;
    let on = possible(q.on.unwrap_or(desk.today()), handler.assigned_on, desk.today(), "反馈日期", "交办")?;
    papers::touch(desk, &paper, q.version)?;
    handlers::answer(desk, paper.id, handler.id, on, words)?;
    // An answer that is given again does not hide the one before.
    let before = match handler.answered_on {
        Some(day) => format!("（此前{}反馈：{}）", date(day), handler.answer),
        None => String::new(),
    };
    beside::remark(desk, &paper, "handler_answer", on, &format!("{}：{words}{before}", handler.name))?;
    let purpose = format!("{}办理情况", handler.name);
    proofs::attach(desk, (OWNER, paper.id), &purpose, q.scan.as_ref(), &q.pages)?;
    card::of(desk, paper.id)
}

pub(super) fn urge(desk: &Desk<'_>, q: IncomingUrge) -> Result<IncomingCard> {
    let paper = handled(desk, q.paper)?;
    let handler = of(desk, &paper, q.handler)?;
    if handler.answered_on.is_some() {
        return Err(Refusal::refused(format!("{}已经反馈，不需要催办。", handler.name))
            .hint("请选择还没有反馈的承办单位。"));
    }
    let on = possible(q.on.unwrap_or(desk.today()), handler.assigned_on, desk.today(), "催办日期", "交办")?;
    let by = match q.answer_by {
        Some(by) => by,
        None => desk.calendar()?.working_days_after(on, desk.profile.documents.urging_days),
    };
    if by < on {
        return Err(Refusal::refused("要求反馈的日期早于催办日期。").hint("请重新填写。"));
    }
    let way = needed(&q.way, "催办方式")?;
    papers::touch(desk, &paper, q.version)?;
    handlers::urge(desk, paper.id, handler.id, (on, by), way, q.words.trim())?;
    beside::remark(desk, &paper, "urge", on, &format!("{}，{way}，{}前反馈", handler.name, date(by)))?;
    card::of(desk, paper.id)
}

fn handled(desk: &Desk<'_>, id: IncomingId) -> Result<Incoming> {
    let paper = papers::get(desk, id)?;
    open::handled(desk, &paper).map(|()| paper)
}

fn of(desk: &Desk<'_>, paper: &Incoming, id: HandlerId) -> Result<IncomingHandler> {
    let found = handlers::all(desk, paper.id)?.into_iter().find(|handler| handler.id == id);
    found.ok_or_else(|| Refusal::not_found("承办单位"))
}

/// From the instruction on the unit owes an answer to whoever gave it (第十五条).
pub(super) fn open_item(desk: &Desk<'_>, q: IncomingFollowupOpen) -> Result<IncomingCard> {
    let paper = papers::get(desk, q.paper)?;
    let article = desk.profile.documents.reading_article;
    open::followable(desk, &paper)?;
    let instruction = beside::get_instruction(desk, paper.id, q.instruction)?;
    let text = needed(&q.text, "督办事项")?;
    if q.due_on < desk.today() {
        return Err(Refusal::refused(format!("办理期限{}已经过去。", date(q.due_on)))
            .hint("请填写今天以后的期限。")
            .article(article));
    }
    let unit = |id: UnitId| -> Result<FollowupUnit> {
        Ok(FollowupUnit { unit: id.to_string(), short: registry::unit(desk, id)?.short })
    };
    papers::touch(desk, &paper, q.version)?;
    let number = paper.number.clone().unwrap_or_default();
    let new = NewItem {
        text: text.to_owned(),
        source_kind: FollowupSource::Instruction,
        source: paper.id.to_string(),
        source_name: format!("{}{}批示（收文{number}）", instruction.post_label, instruction.name),
        owed_to: instruction.name.clone(),
        lead: unit(q.lead)?,
        helpers: q.helpers.iter().map(|id| unit(*id)).collect::<Result<_>>()?,
        due_on: q.due_on,
        terms: Terms { ground: format!("{}《{}》", paper.letter, paper.title), ..Terms::default() },
    };
    let item = followup::open(desk, &new)?;
    beside::tie(desk, paper.id, instruction.id, item)?;
    let seen = followup::item(desk, item)?;
    let words = format!("{}，{}牵头，{}前办结", seen.number, seen.lead.short, date(q.due_on));
    beside::remark(desk, &paper, "followup", desk.today(), &words)?;
    card::of(desk, paper.id)
}
