//! What is printed and exported.
use chrono::Datelike;
use press::{Document, Ledger};
use serde::Deserialize;
use ts_rs::TS;

use super::minutes::MinutesAsked;
use super::months::MeetingYear;
use super::notices;
use super::plan::{MeetingAsked, MeetingFilter};
use crate::kernel::answer::Paper;
use crate::kernel::desk::Desk;
use crate::kernel::paper;
use crate::kernel::refusal::{Refusal, Result};
use crate::meetings::copies::{self, MeetingCopy};
use crate::meetings::kinds::{
    CopyBasis, InviteeId, MeetingId, MeetingStage, MinutesId, MinutesStage, NoticeKind,
};
use crate::meetings::minutes::Minutes;
use crate::meetings::record::Meeting;
use crate::meetings::{card, forms, ledgers, minutes_paper, store};
use crate::registry;

/// A leave slip: of one person, or blank.
#[derive(Debug, Deserialize, TS)]
pub struct MeetingLeavePrint {
    /// Meeting.
    pub meeting: MeetingId,
    /// Whose; a blank one if absent.
    #[serde(default)]
    pub invitee: Option<InviteeId>,
}

/// Minutes with a title and text that are not saved yet.
#[derive(Debug, Deserialize, TS)]
pub struct MinutesPreview {
    /// Minutes.
    pub minutes: MinutesId,
    /// Title as typed.
    pub title: String,
    /// Text as typed.
    pub text: String,
}

pub(super) fn notice(desk: &Desk<'_>, q: MeetingAsked) -> Result<Paper> {
    let card = card::of(desk, q.meeting)?;
    if card.meeting.stage == MeetingStage::Cancelled && card.notices.is_empty() {
        return Err(Refusal::refused("这次会议在筹备中已经取消，没有发过通知。").hint("没有会议通知可印。"));
    }
    let kind = if card.meeting.reason.is_empty() { NoticeKind::First } else { NoticeKind::Again };
    let drafted = notices::drafted(desk, &card.meeting, kind)?;
    paper::form_on_one_page(desk, forms::notice(desk.profile, &card, &drafted))
}

pub(super) fn sign_in(desk: &Desk<'_>, q: MeetingAsked) -> Result<Paper> {
    paper::form(desk, forms::sign_in(desk.profile, &card::of(desk, q.meeting)?))
}

pub(super) fn leave(desk: &Desk<'_>, q: MeetingLeavePrint) -> Result<Paper> {
    let meeting = store::meetings::get(desk, q.meeting)?;
    let whose = match q.invitee {
        Some(id) => {
            let (of, one) = store::invitees::get(desk, id)?;
            if of != meeting.id {
                return Err(Refusal::not_found("参会人员"));
            }
            Some(one)
        }
        None => None,
    };
    paper::form(desk, forms::leave(desk.profile, &meeting, whose.as_ref()))
}

pub(super) fn seat_cards(desk: &Desk<'_>, q: MeetingAsked) -> Result<Paper> {
    let card = card::of(desk, q.meeting)?;
    if card.invited.is_empty() {
        return Err(Refusal::refused("这次会议还没有参会人员，没有席位牌可印。").hint("请先确定参会人员。"));
    }
    paper::form(desk, forms::seat_cards(&card))
}

pub(super) fn minutes(desk: &Desk<'_>, q: MinutesAsked) -> Result<Paper> {
    let minutes = store::minutes::get(desk, q.minutes)?;
    set(desk, &minutes)
}

pub(super) fn minutes_docx(desk: &Desk<'_>, q: MinutesAsked) -> Result<Paper> {
    let minutes = store::minutes::get(desk, q.minutes)?;
    paper::word(desk, document(desk, &minutes)?)
}

pub(super) fn preview(desk: &Desk<'_>, q: MinutesPreview) -> Result<Paper> {
    let minutes = store::minutes::get(desk, q.minutes)?;
    if minutes.number.is_some() {
        return set(desk, &minutes);
    }
    set(desk, &Minutes { title: q.title, text: q.text, ..minutes })
}

fn set(desk: &Desk<'_>, minutes: &Minutes) -> Result<Paper> {
    paper::document(desk, document(desk, minutes)?)
}

fn document(desk: &Desk<'_>, minutes: &Minutes) -> Result<Document> {
    let meeting = store::meetings::get(desk, minutes.meeting)?;
    let invited = store::invitees::all(desk, meeting.id)?;
    let copies = copies_of(desk, minutes, &meeting)?;
    Ok(minutes_paper::document(desk.profile, minutes, &meeting, &invited, &copies))
}

/// The copies list: as frozen at issue, or as the rules and the additions by hand make it today.
pub(super) fn copies_of(desk: &Desk<'_>, minutes: &Minutes, meeting: &Meeting) -> Result<Vec<MeetingCopy>> {
    let stored = store::copies::all(desk, minutes.id)?;
    let frozen = minutes.issued_on.is_some() || minutes.stage == MinutesStage::Voided;
    if frozen {
        return Ok(stored);
    }
    let day = meeting.day();
    let (roster, units) = (registry::roster_on(desk, day)?, registry::units_on(desk, day, &[])?);
    let decisions = store::decisions::all(desk, meeting.id)?;
    let mut list = copies::computed(desk.profile, &roster, &units, &decisions);
    let by_hand = stored.into_iter().filter(|line| line.basis == CopyBasis::Added);
    let new: Vec<MeetingCopy> =
        by_hand.filter(|line| !list.iter().any(|other| other.name == line.name)).collect();
    list.extend(new);
    Ok(list)
}

pub(super) fn ledger(desk: &Desk<'_>, q: MeetingFilter) -> Result<Ledger> {
    ledgers::meetings(desk, &q)
}

pub(super) fn attendance_ledger(desk: &Desk<'_>, q: MeetingYear) -> Result<Ledger> {
    ledgers::attendance(desk, q.year.unwrap_or(desk.today().year()))
}
