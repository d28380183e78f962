//! What can be asked of the items: look, record an answer, accept it or send it back (第十二条).
use chrono::NaiveDate;
use press::Ledger;
use serde::Deserialize;
use ts_rs::TS;

use super::flow::{self, FollowupStage, FollowupStep};
use super::item::{FollowupCard, FollowupId, FollowupItem};
use super::store::{self, Change};
use crate::kernel::attachments::{self, Upload};
use crate::kernel::desk::Desk;
use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::rows::{Order, Rows, Slice};

pub(super) const OWNER: &str = "followup_item";

/// Which items are wanted.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct FollowupFilter {
    /// Only this stage.
    pub stage: Option<FollowupStage>,
    /// Only items in which this unit leads or helps.
    pub unit: Option<String>,
    /// Only items of this meeting.
    pub meeting: Option<String>,
    /// Only items that are not closed.
    pub waiting: bool,
    /// Only items beyond their day.
    pub overdue: bool,
    /// Words in text, number or lead unit.
    pub words: String,
    /// Which part of the list.
    pub slice: Slice,
    /// In which order; the most pressing first if left out.
    pub order: Option<Order>,
}

/// Which item.
#[derive(Debug, Deserialize, TS)]
pub struct FollowupAsked {
    /// Its id.
    pub item: FollowupId,
}

/// A unit's answer.
#[derive(Debug, Deserialize, TS)]
pub struct FollowupReply {
    /// Item.
    pub item: FollowupId,
    /// Version it was seen in.
    pub version: i64,
    /// Day of the answer.
    pub on: NaiveDate,
    /// What was answered.
    pub reply: String,
    /// Number of the letter.
    #[serde(default)]
    pub number: String,
    /// Scan of the letter.
    #[serde(default)]
    pub scan: Option<Upload>,
}

/// Accepting an answer.
#[derive(Debug, Deserialize, TS)]
pub struct FollowupAccept {
    /// Item.
    pub item: FollowupId,
    /// Version it was seen in.
    pub version: i64,
}

/// Sending an answer back.
#[derive(Debug, Deserialize, TS)]
pub struct FollowupReturn {
    /// Item.
    pub item: FollowupId,
    /// Version it was seen in.
    pub version: i64,
    /// Why.
    pub reason: String,
}

pub(super) fn items(desk: &Desk<'_>, q: FollowupFilter) -> Result<Rows<FollowupItem>> {
    let (rows, total) = store::list(desk, &q, q.slice)?;
    Ok(Rows { rows, total })
}

pub(super) fn open(desk: &Desk<'_>, q: FollowupAsked) -> Result<FollowupCard> {
    Ok(FollowupCard {
        item: store::get(desk, q.item)?,
        events: store::events(desk, q.item)?,
        attachments: attachments::of(desk, OWNER, q.item)?,
    })
}

pub(super) fn reply(desk: &Desk<'_>, q: FollowupReply) -> Result<FollowupCard> {
    let item = store::get(desk, q.item)?;
    let to = flow::next(item.stage, FollowupStep::Reply, desk.profile.decisions.article)?;
    if q.reply.trim().is_empty() {
        return Err(Refusal::refused("没有填写办理情况。")
            .hint("请按单位回复填写办理结果。")
            .article(desk.profile.decisions.article));
    }
    if q.on < item.opened_on || q.on > desk.today() {
        return Err(
            Refusal::refused("回复日期不对：不能早于交办之日，也不能晚于今天。").hint("请按来文日期填写。")
        );
    }
    if let Some(scan) = &q.scan {
        attachments::add(desk, OWNER, q.item, "办理结果回复", scan)?;
    }
    let change = Change {
        to: Some(to),
        reply_on: Some(q.on),
        reply: q.reply.trim(),
        reply_number: q.number.trim(),
        ..Change::default()
    };
    store::apply(desk, &item, q.version, &change)?;
    store::note(desk, q.item, FollowupStep::Reply.label(), q.reply.trim())?;
    open(desk, FollowupAsked { item: q.item })
}

pub(super) fn accept(desk: &Desk<'_>, q: FollowupAccept) -> Result<FollowupCard> {
    let item = store::get(desk, q.item)?;
    let to = flow::next(item.stage, FollowupStep::Accept, desk.profile.decisions.article)?;
    let change = Change {
        to: Some(to),
        reply_on: item.reply_on,
        reply: &item.reply,
        reply_number: &item.reply_number,
        ..Change::default()
    };
    store::apply(desk, &item, q.version, &change)?;
    store::note(desk, q.item, FollowupStep::Accept.label(), "")?;
    open(desk, FollowupAsked { item: q.item })
}

pub(super) fn send_back(desk: &Desk<'_>, q: FollowupReturn) -> Result<FollowupCard> {
    let item = store::get(desk, q.item)?;
    let to = flow::next(item.stage, FollowupStep::Return, desk.profile.decisions.article)?;
    let reason = q.reason.trim();
    if reason.is_empty() {
        return Err(Refusal::refused("退回重办必须写明原因。").article(desk.profile.decisions.article));
    }
    store::apply(
        desk,
        &item,
        q.version,
        &Change { to: Some(to), returned: true, reason, ..Change::default() },
    )?;
    store::note(
        desk,
        q.item,
        FollowupStep::Return.label(),
        &format!("{reason}（退回的回复：{}）", item.reply),
    )?;
    open(desk, FollowupAsked { item: q.item })
}

pub(super) fn ledger(desk: &Desk<'_>, q: FollowupFilter) -> Result<Ledger> {
    super::ledgers::items(desk, &q)
}
