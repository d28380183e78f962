//! Notices: the drafted text, its number, to whom it went and what they answered.
use chrono::{Datelike, NaiveDateTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::plan::{MeetingAsked, needed};
use crate::kernel::desk::Desk;
use crate::kernel::numbering;
use crate::kernel::refusal::{Refusal, Result};
use crate::meetings::kinds::{AgendaDecision, InviteeId, NoticeId, NoticeKind, Reply};
use crate::meetings::record::{Meeting, MeetingCard};
use crate::meetings::{card, notice_text, store};

/// A notice's text as drafted from the record.
#[derive(Debug, Serialize, TS)]
pub struct MeetingNoticeDraft {
    /// The text.
    pub text: String,
}

/// That a notice went out.
#[derive(Debug, Deserialize, TS)]
pub struct MeetingNoticeSend {
    /// Notice.
    pub notice: NoticeId,
    /// To whom; everybody to whom it has not gone yet if empty.
    #[serde(default)]
    pub invitees: Vec<InviteeId>,
    /// How (纸质送达、电话、传真 …).
    pub way: String,
    /// When; now if absent.
    #[serde(default)]
    pub at: Option<NaiveDateTime>,
    /// Into whose hands.
    #[serde(default)]
    pub to_whom: String,
}

/// What somebody answered.
#[derive(Debug, Deserialize, TS)]
pub struct MeetingNoticeReply {
    /// Notice.
    pub notice: NoticeId,
    /// Who.
    pub invitee: InviteeId,
    /// 参加 or 请假; 未回执 takes it back.
    pub reply: Reply,
    /// In words.
    #[serde(default)]
    pub words: String,
}

pub(super) fn draft(desk: &Desk<'_>, q: MeetingAsked) -> Result<MeetingNoticeDraft> {
    let meeting = store::meetings::get(desk, q.meeting)?;
    let kind = if meeting.reason.is_empty() { NoticeKind::First } else { NoticeKind::Again };
    Ok(MeetingNoticeDraft { text: drafted(desk, &meeting, kind)? })
}

/// The drafted text.
pub(super) fn drafted(desk: &Desk<'_>, meeting: &Meeting, kind: NoticeKind) -> Result<String> {
    let mut agenda = store::agenda::all(desk, meeting.id)?;
    agenda.retain(|item| matches!(item.decision, AgendaDecision::Agreed | AgendaDecision::Pending));
    Ok(notice_text::draft(meeting, kind, &agenda, desk.profile))
}

/// Gives the notice its number, writes it down with its recipients, and says the number.
pub(super) fn issue(desk: &Desk<'_>, meeting: &Meeting, kind: NoticeKind, text: &str) -> Result<String> {
    let text = if text.is_empty() { drafted(desk, meeting, kind)? } else { text.to_owned() };
    let id: NoticeId = desk.new_id();
    let pattern = &desk.profile.meetings.notice_number;
    let given = numbering::next(desk, "meeting_notice", desk.today().year(), pattern, id)?;
    let to: Vec<InviteeId> = store::invitees::all(desk, meeting.id)?.iter().map(|one| one.id).collect();
    store::notices::insert(desk, id, meeting.id, kind, &given, &text, &to)?;
    Ok(given.text)
}

pub(super) fn send(desk: &Desk<'_>, q: MeetingNoticeSend) -> Result<MeetingCard> {
    let meeting = store::notices::meeting_of(desk, q.notice)?;
    let way = needed(&q.way, "送达方式")?;
    let at = q.at.unwrap_or(desk.now);
    if at > desk.now {
        return Err(Refusal::refused("送达时间晚于现在。").hint("请按实际送达时间填写。"));
    }
    let to = q.to_whom.trim();
    let count = if q.invitees.is_empty() {
        store::notices::send(desk, q.notice, None, at, way, to)?
    } else {
        let each = q.invitees.iter().map(|one| store::notices::send(desk, q.notice, Some(*one), at, way, to));
        each.sum::<Result<usize>>()?
    };
    if count == 0 {
        return Err(Refusal::refused("没有需要登记送达的人员。").hint("全部人员都已登记送达。"));
    }
    store::events::note(desk, meeting, "通知送达", "", &format!("{way}，{count}人"))?;
    card::of(desk, meeting)
}

pub(super) fn reply(desk: &Desk<'_>, q: MeetingNoticeReply) -> Result<MeetingCard> {
    let meeting = store::notices::meeting_of(desk, q.notice)?;
    store::notices::reply(desk, q.notice, q.invitee, q.reply, q.words.trim())?;
    card::of(desk, meeting)
}
