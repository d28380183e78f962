//! The copies list (抄送, 第十三条): additions with a reason, and how it went out and was received.
use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

use super::minutes::card_of;
use super::plan::needed;
use super::print::copies_of;
use crate::kernel::desk::Desk;
use crate::kernel::refusal::{Refusal, Result};
use crate::meetings::kinds::{CopyBasis, CopyId, MinutesId, MinutesStage};
use crate::meetings::minutes::{Minutes, MinutesCard};
use crate::meetings::store;

/// Somebody more on the list.
#[derive(Debug, Deserialize, TS)]
pub struct MeetingCopyAdd {
    /// Minutes.
    pub minutes: MinutesId,
    /// As printed.
    pub name: String,
    /// Why.
    pub reason: String,
}

/// A line added by hand, to be taken off.
#[derive(Debug, Deserialize, TS)]
pub struct MeetingCopyRemove {
    /// Minutes.
    pub minutes: MinutesId,
    /// The line.
    pub copy: CopyId,
}

/// That copies went out.
#[derive(Debug, Deserialize, TS)]
pub struct MeetingCopySend {
    /// Minutes.
    pub minutes: MinutesId,
    /// Which lines; all that have not gone out yet if empty.
    #[serde(default)]
    pub copies: Vec<CopyId>,
    /// Day; today if absent.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// How (纸质送达、机要交换 …).
    pub way: String,
}

/// That a copy was received.
#[derive(Debug, Deserialize, TS)]
pub struct MeetingCopyReceive {
    /// Minutes.
    pub minutes: MinutesId,
    /// The line.
    pub copy: CopyId,
    /// Day; today if absent.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// Who signed for it.
    pub by: String,
}

pub(super) fn add(desk: &Desk<'_>, q: MeetingCopyAdd) -> Result<MinutesCard> {
    let minutes = open_list(desk, q.minutes)?;
    let name = needed(&q.name, "抄送对象")?;
    let reason = needed(&q.reason, "增加抄送的原因")?;
    let meeting = store::meetings::get(desk, minutes.meeting)?;
    let list = copies_of(desk, &minutes, &meeting)?;
    if list.iter().any(|line| line.name == name) {
        return Err(Refusal::refused(format!("{name}已经在抄送范围内。")).hint("不需要重复增加。"));
    }
    store::copies::insert(desk, minutes.id, 1000 + list.len() as i64, CopyBasis::Added, name, reason)?;
    store::events::note(desk, meeting.id, "增加抄送", "", &format!("{name}：{reason}"))?;
    card_of(desk, minutes.id)
}

pub(super) fn remove(desk: &Desk<'_>, q: MeetingCopyRemove) -> Result<MinutesCard> {
    let minutes = open_list(desk, q.minutes)?;
    store::copies::remove(desk, minutes.id, q.copy)?;
    store::events::note(desk, minutes.meeting, "减少抄送", "", "")?;
    card_of(desk, minutes.id)
}

pub(super) fn send(desk: &Desk<'_>, q: MeetingCopySend) -> Result<MinutesCard> {
    let minutes = issued(desk, q.minutes)?;
    let (on, way) = (possible(desk, &minutes, q.on)?, needed(&q.way, "分发方式")?);
    let count = match q.copies.is_empty() {
        true => store::copies::send(desk, minutes.id, None, on, way)?,
        false => {
            let each =
                q.copies.iter().map(|copy| store::copies::send(desk, minutes.id, Some(*copy), on, way));
            each.sum::<Result<usize>>()?
        }
    };
    if count == 0 {
        return Err(Refusal::refused("没有需要登记分发的对象。").hint("所选对象都已登记分发。"));
    }
    store::events::note(desk, minutes.meeting, "纪要分发", "", &format!("{way}，{count}份"))?;
    card_of(desk, minutes.id)
}

pub(super) fn receive(desk: &Desk<'_>, q: MeetingCopyReceive) -> Result<MinutesCard> {
    let minutes = issued(desk, q.minutes)?;
    let on = possible(desk, &minutes, q.on)?;
    let list = store::copies::all(desk, minutes.id)?;
    let line =
        list.iter().find(|line| line.id == Some(q.copy)).ok_or_else(|| Refusal::not_found("抄送对象"))?;
    if line.sent_on.is_none_or(|sent| sent > on) {
        return Err(Refusal::refused(format!("{}还没有登记分发，或签收日期早于分发日期。", line.name))
            .hint("请先登记分发。"));
    }
    if let Some(before) = line.received_on {
        return Err(Refusal::refused(format!("{}已于{before}签收（{}）。", line.name, line.received_by))
            .hint("不需要重复登记。"));
    }
    store::copies::receive(desk, minutes.id, q.copy, on, needed(&q.by, "签收人")?)?;
    card_of(desk, minutes.id)
}

fn open_list(desk: &Desk<'_>, id: MinutesId) -> Result<Minutes> {
    let minutes = store::minutes::get(desk, id)?;
    match minutes.stage {
        MinutesStage::Issued | MinutesStage::Voided => {
            Err(Refusal::refused("会议纪要已经印发或作废，抄送范围不能再改。")
                .hint("印发时抄送范围已经固定。")
                .article(desk.profile.meetings.minutes_article))
        }
        _ => Ok(minutes),
    }
}

fn issued(desk: &Desk<'_>, id: MinutesId) -> Result<Minutes> {
    let minutes = store::minutes::get(desk, id)?;
    match minutes.stage {
        MinutesStage::Issued => Ok(minutes),
        _ => Err(Refusal::refused("会议纪要还没有印发或已经作废，不能登记分发和签收。")
            .hint("请先办理签发和印发。")
            .article(desk.profile.meetings.minutes_article)),
    }
}

fn possible(desk: &Desk<'_>, minutes: &Minutes, on: Option<NaiveDate>) -> Result<NaiveDate> {
    let on = on.unwrap_or(desk.today());
    match on > desk.today() || minutes.issued_on.is_some_and(|issued| on < issued) {
        true => {
            Err(Refusal::refused("日期不对：不能早于印发之日，也不能晚于今天。").hint("请核对后再登记。"))
        }
        false => Ok(on),
    }
}
