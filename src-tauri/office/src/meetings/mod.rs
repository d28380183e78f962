//! Joint meetings (联席会议, 第八条 to 第十三条): from the plan to issued minutes, and the monthly duty.
//!
//! ```text
//! meeting: 筹备 ─通知─▶ 已通知 ─召开─▶ 已召开 ─办结─▶ 办结        已延期 (notice again), 已取消
//! agenda:  提出 ─材料备案─▶ 主持人审定 (同意 / 不同意 / 缓议)
//! people:  未登记 ─▶ 到会 / 请假并委托 / 缺席                     closed when the meeting is held
//! minutes: 拟稿 ─▶ 主任审核 ─▶ 主持人签发 + 编号 ─▶ 印发 ─▶ 分发签收   作废 keeps the number
//! ```
//!
//! It promises that nobody but the leader or the entrusted executive deputy chairs, that nothing is signed by anybody
//! but that chair, and that what was signed stays as it is. At signature every decision goes to the follow-up room.
//! It deliberately knows no archive and no assessment: they ask it.
mod card;
mod commands;
mod copies;
mod draft;
mod due;
mod flow;
mod forms;
mod kinds;
mod ledgers;
mod minutes;
mod minutes_flow;
mod minutes_paper;
mod notice_text;
mod record;
mod rules;
mod store;
mod words;

use chrono::Datelike;

use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;
use crate::kernel::rows::Slice;

pub use commands::{MeetingFilter, MeetingMonth, commands};
pub use due::due;
pub use kinds::{
    AgendaDecision, AgendaId, DecisionId, MeetingId, MeetingKind, MeetingStage, MinutesId, MinutesStage,
    MonthState,
};
pub use minutes::Minutes;
pub use record::{Meeting, MeetingAgenda, MeetingDecision};

/// What the follow-up room is told is the kind of its source.
pub const SOURCE: &str = "meeting";

/// Forms of this room: (key, Chinese title, command).
pub fn papers() -> &'static [(&'static str, &'static str, &'static str)] {
    &[
        ("notice", "会议通知", "meeting_notice_print"),
        ("sign_in", "签到表", "meeting_sign_in_print"),
        ("leave", "请假单", "meeting_leave_print"),
        ("seat_cards", "席位牌", "meeting_seat_cards_print"),
        ("minutes", "会议纪要", "meeting_minutes_print"),
    ]
}

/// Ledgers of this room: (key, Chinese title, command).
pub fn ledgers() -> &'static [(&'static str, &'static str, &'static str)] {
    &[("meetings", "会议台账", "meeting_ledger"), ("attendance", "出席情况统计", "meeting_attendance_ledger")]
}

/// Meetings that fit the filter, newest first.
pub fn meetings(desk: &Desk<'_>, filter: &MeetingFilter, slice: Slice) -> Result<Vec<Meeting>> {
    Ok(store::meetings::list(desk, filter, slice)?.0)
}

/// One meeting.
pub fn meeting(desk: &Desk<'_>, id: MeetingId) -> Result<Meeting> {
    store::meetings::get(desk, id)
}

/// The agenda of a meeting in its order.
pub fn agenda_of(desk: &Desk<'_>, meeting: MeetingId) -> Result<Vec<MeetingAgenda>> {
    store::agenda::all(desk, meeting)
}

/// What a meeting decided, in its order.
pub fn decisions_of(desk: &Desk<'_>, meeting: MeetingId) -> Result<Vec<MeetingDecision>> {
    store::decisions::all(desk, meeting)
}

/// The months of this year against the monthly duty (第九条).
pub fn months(desk: &Desk<'_>) -> Result<Vec<MeetingMonth>> {
    card::months(desk, desk.today().year())
}

/// Minutes of a meeting, the one that counts first.
pub fn minutes_of(desk: &Desk<'_>, meeting: MeetingId) -> Result<Vec<Minutes>> {
    store::minutes::of(desk, meeting)
}
