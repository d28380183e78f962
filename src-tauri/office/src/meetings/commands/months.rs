//! The monthly duty (第九条): which month had its meeting, and closing one without it.
use chrono::Datelike;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::desk::Desk;
use crate::kernel::refusal::{Refusal, Result};
use crate::meetings::kinds::MonthState;
use crate::meetings::{card, store};

/// A month against the duty.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MeetingMonth {
    /// Year.
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
    /// How it stands.
    pub state: MonthState,
    /// In Chinese.
    pub state_label: String,
    /// Joint meetings held.
    pub held: u32,
    /// Joint meetings planned and not held.
    pub planned: u32,
    /// Why none was held; may be empty.
    pub reason: String,
    /// Who recorded that.
    pub closed_by: String,
    /// The article of the duty.
    pub article: String,
}

/// Which year.
#[derive(Debug, Deserialize, TS)]
pub struct MeetingYear {
    /// Year; this one if absent.
    #[serde(default)]
    pub year: Option<i32>,
}

/// A month to be closed without a meeting.
#[derive(Debug, Deserialize, TS)]
pub struct MeetingMonthClose {
    /// Year.
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
    /// Why none is held.
    pub reason: String,
}

pub(super) fn months(desk: &Desk<'_>, q: MeetingYear) -> Result<Vec<MeetingMonth>> {
    card::months(desk, q.year.unwrap_or(desk.today().year()))
}

pub(super) fn close(desk: &Desk<'_>, q: MeetingMonthClose) -> Result<Vec<MeetingMonth>> {
    let no = |words: &str, hint: &str| {
        Err(Refusal::refused(words).hint(hint).article(desk.profile.meetings.article))
    };
    let months = card::months(desk, q.year)?;
    let Some(month) = months.iter().find(|month| month.month == q.month) else {
        return no("月份不对。", "请选择1至12月。");
    };
    if q.reason.trim().is_empty() {
        return no("当月不召开联席会议必须写明原因。", "请填写原因后再登记。");
    }
    match month.state {
        MonthState::Held => return no("这个月已经召开过联席会议，不需要说明。", "请核对月份。"),
        MonthState::Planned => return no("这个月已经安排了联席会议。", "确不召开的，请先取消该次会议。"),
        MonthState::Ahead => return no("还没有到这个月，不能登记不召开的说明。", "请在当月或以后登记。"),
        MonthState::Before => return no("这个月早于本程序启用，不必登记。", "请核对月份。"),
        MonthState::Closed | MonthState::Due | MonthState::Missing => {}
    }
    store::months::close(desk, q.year, q.month, q.reason.trim())?;
    card::months(desk, q.year)
}
