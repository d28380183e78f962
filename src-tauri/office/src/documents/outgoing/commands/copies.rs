//! Distribution (核发): who received the printed document, when, by which way.
use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

use crate::documents::kinds::{OutgoingCopyId, OutgoingId};
use crate::documents::outgoing::card;
use crate::documents::outgoing::distribution;
use crate::documents::outgoing::record::{Outgoing, OutgoingCard, OutgoingCopy, OutgoingCopyBasis};
use crate::documents::outgoing::store::{copies, documents};
use crate::documents::words::{needed, possible};
use crate::kernel::desk::Desk;
use crate::kernel::refusal::{Refusal, Result};

/// Somebody more, after printing.
#[derive(Debug, Deserialize, TS)]
pub struct OutgoingCopyAdd {
    /// Document.
    pub document: OutgoingId,
    /// Who.
    pub name: String,
    /// Why.
    pub reason: String,
    /// How many; one if absent.
    #[serde(default)]
    pub copies: Option<u32>,
}

/// That copies went out.
#[derive(Debug, Deserialize, TS)]
pub struct OutgoingCopySend {
    /// Document.
    pub document: OutgoingId,
    /// Which lines; all that have not gone out yet if empty.
    #[serde(default)]
    pub copies: Vec<OutgoingCopyId>,
    /// Day; today if absent.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// How (机要交换、专人送达 …).
    pub way: String,
}

/// That a copy was received.
#[derive(Debug, Deserialize, TS)]
pub struct OutgoingCopyReceive {
    /// Document.
    pub document: OutgoingId,
    /// Which lines; all that went out and are not received yet if empty.
    #[serde(default)]
    pub copies: Vec<OutgoingCopyId>,
    /// Day; today if absent.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// Who signed for it.
    pub by: String,
}

pub(super) fn add(desk: &Desk<'_>, q: OutgoingCopyAdd) -> Result<OutgoingCard> {
    let document = printed(desk, q.document)?;
    let (name, reason) = (needed(&q.name, "分发对象")?, needed(&q.reason, "增发的原因")?);
    if copies::all(desk, document.id)?.iter().any(|copy| copy.name == name) {
        return Err(Refusal::refused(format!("{name}已经在分发范围内。")).hint("不需要重复增加。"));
    }
    let count = q.copies.unwrap_or(1);
    if !(1..=1000).contains(&count) {
        return Err(Refusal::refused(format!("份数“{count}”不合理。")).hint("请填写 1 至 1000 之间的份数。"));
    }
    let mut copy = distribution::copy(OutgoingCopyBasis::Added, name.to_owned(), reason);
    copy.copies = count;
    copies::add(desk, document.id, &copy)?;
    card::of(desk, document.id)
}

pub(super) fn send(desk: &Desk<'_>, q: OutgoingCopySend) -> Result<OutgoingCard> {
    let document = printed(desk, q.document)?;
    let (on, way) = (day(desk, &document, q.on, "分发日期")?, needed(&q.way, "分发方式")?);
    let count = match q.copies.is_empty() {
        true => copies::send(desk, document.id, None, on, way)?,
        false => {
            let each = q.copies.iter().map(|copy| copies::send(desk, document.id, Some(*copy), on, way));
            each.sum::<Result<usize>>()?
        }
    };
    if count == 0 {
        return Err(Refusal::refused("没有需要登记分发的对象。").hint("所选对象都已登记分发。"));
    }
    card::of(desk, document.id)
}

pub(super) fn receive(desk: &Desk<'_>, q: OutgoingCopyReceive) -> Result<OutgoingCard> {
    let document = printed(desk, q.document)?;
    let on = day(desk, &document, q.on, "签收日期")?;
    let by = needed(&q.by, "签收人")?;
    let list = copies::all(desk, document.id)?;
    let waits =
        |line: &&OutgoingCopy| line.received_on.is_none() && line.sent_on.is_some_and(|sent| sent <= on);
    let asked = |id: &OutgoingCopyId| {
        list.iter().find(|line| line.id == Some(*id)).ok_or_else(|| Refusal::not_found("分发对象"))
    };
    let lines: Vec<&OutgoingCopy> = match q.copies.is_empty() {
        true => list.iter().filter(waits).collect(),
        false => q.copies.iter().map(asked).collect::<Result<_>>()?,
    };
    if let Some(line) = lines.iter().find(|line| !waits(line)) {
        return Err(Refusal::refused(format!(
            "{}还没有分发，或已经签收，或签收日期早于分发日期。",
            line.name
        ))
        .hint("请先登记分发，并核对签收日期。"));
    }
    if lines.is_empty() {
        return Err(Refusal::refused("没有等待签收的对象。").hint("请先登记分发。"));
    }
    for id in lines.iter().filter_map(|line| line.id) {
        copies::receive(desk, document.id, id, on, by)?;
    }
    card::of(desk, document.id)
}

fn printed(desk: &Desk<'_>, id: OutgoingId) -> Result<Outgoing> {
    let document = documents::get(desk, id)?;
    card::distributed(desk, &document).map(|()| document)
}

fn day(desk: &Desk<'_>, document: &Outgoing, on: Option<NaiveDate>, what: &str) -> Result<NaiveDate> {
    let first = document.printed_on.unwrap_or(NaiveDate::MIN);
    possible(on.unwrap_or(desk.today()), first, desk.today(), what, "印发")
}
