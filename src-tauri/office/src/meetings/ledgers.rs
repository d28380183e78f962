//! The room's ledgers: 会议台账 and 出席情况统计.
use press::ledger::{Column, Kind, Ledger, Value};

use super::card;
use super::kinds::{InviteRole, MeetingKind, MeetingStage, MinutesStage, Outcome};
use super::record::Meeting;
use super::store;
use super::words::date;
use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;
use crate::kernel::rows::Slice;
use crate::meetings::commands::MeetingFilter;

fn column(title: &str, kind: Kind, width: u16) -> Column {
    Column::new(title, kind, width)
}

fn text(words: impl Into<String>) -> Value {
    Value::Text(words.into())
}

fn number(n: impl Into<f64>) -> Value {
    Value::Number(n.into())
}

fn of_year(desk: &Desk<'_>, year: i32) -> Result<Vec<Meeting>> {
    all(desk, &MeetingFilter { year: Some(year), ..MeetingFilter::default() })
}

/// Every meeting that fits, in the order asked for; the newest first if none is.
fn all(desk: &Desk<'_>, filter: &MeetingFilter) -> Result<Vec<Meeting>> {
    let mut meetings = Vec::new();
    loop {
        let slice = Slice { offset: meetings.len() as u32, limit: 500 };
        let (part, total) = store::meetings::list(desk, filter, slice)?;
        let last = part.is_empty();
        meetings.extend(part);
        if last || meetings.len() >= total as usize {
            break;
        }
    }
    Ok(meetings)
}

/// 会议台账: exactly the meetings that the filter shows, in their order.
pub(super) fn meetings(desk: &Desk<'_>, filter: &MeetingFilter) -> Result<Ledger> {
    let mut rows = Vec::new();
    for (at, meeting) in all(desk, filter)?.iter().enumerate() {
        rows.push(meeting_row(desk, at + 1, meeting)?);
    }
    let year = filter.year.map(|year| format!("{year}年")).unwrap_or_default();
    Ok(Ledger {
        title: format!("{year}会议台账"),
        note: format!("{}　截至{}　共{}次", desk.profile.office.short, date(desk.today()), rows.len()),
        columns: vec![
            column("序号", Kind::Number, 6),
            column("会议名称", Kind::Text, 26),
            column("类别", Kind::Text, 14),
            column("会议主题", Kind::Text, 40),
            column("会议日期", Kind::Date, 12),
            column("地点", Kind::Text, 20),
            column("主持人", Kind::Text, 10),
            column("状态", Kind::Text, 10),
            column("应到", Kind::Number, 8).summed(),
            column("到会", Kind::Number, 8).summed(),
            column("请假", Kind::Number, 8).summed(),
            column("缺席", Kind::Number, 8).summed(),
            column("决定事项", Kind::Number, 10).summed(),
            column("纪要编号", Kind::Code, 18),
            column("签发日期", Kind::Date, 12),
            column("延期或取消原因", Kind::Text, 28),
        ],
        rows,
    })
}

fn meeting_row(desk: &Desk<'_>, at: usize, meeting: &Meeting) -> Result<Vec<Value>> {
    let counts = card::counts(&store::invitees::all(desk, meeting.id)?);
    let minutes = store::minutes::of(desk, meeting.id)?;
    let live = minutes.iter().find(|one| one.stage != MinutesStage::Voided);
    Ok(vec![
        number(at as u32),
        text(&meeting.name),
        text(&meeting.kind_label),
        text(&meeting.title),
        Value::Date(meeting.day()),
        text(&meeting.place),
        text(meeting.chair.as_ref().map(|chair| chair.name.clone()).unwrap_or_default()),
        text(&meeting.stage_label),
        number(counts.invited),
        number(counts.present),
        number(counts.leave),
        number(counts.absent),
        number(store::decisions::all(desk, meeting.id)?.len() as u32),
        live.and_then(|one| one.number.clone()).map_or(Value::Empty, Value::Text),
        live.and_then(|one| one.signed_on).map_or(Value::Empty, Value::Date),
        text(&meeting.reason),
    ])
}

/// One person over the meetings of a year.
#[derive(Default)]
struct Tally {
    unit: String,
    name: String,
    title: String,
    due: u32,
    present: u32,
    leave: u32,
    delegated: u32,
    absent: u32,
}

/// 出席情况统计 of the joint meetings of a year, person by person, in the order of the latest meeting.
pub(super) fn attendance(desk: &Desk<'_>, year: i32) -> Result<Ledger> {
    let held = |meeting: &&Meeting| {
        meeting.kind == MeetingKind::Joint
            && matches!(meeting.stage, MeetingStage::Held | MeetingStage::Closed)
    };
    let all = of_year(desk, year)?;
    let mut tallies: Vec<Tally> = Vec::new();
    let mut meetings = 0;
    for meeting in all.iter().filter(held) {
        meetings += 1;
        for one in store::invitees::all(desk, meeting.id)?.iter().filter(|one| one.role == InviteRole::Attend)
        {
            let at = tallies
                .iter()
                .position(|t| t.name == one.name && t.unit == one.unit_short)
                .unwrap_or_else(|| {
                    let (unit, name, title) = (one.unit_short.clone(), one.name.clone(), one.title.clone());
                    tallies.push(Tally { unit, name, title, ..Tally::default() });
                    tallies.len() - 1
                });
            let tally = &mut tallies[at];
            tally.due += 1;
            tally.present += u32::from(one.outcome == Outcome::Present);
            tally.leave += u32::from(one.outcome == Outcome::Leave);
            tally.delegated += u32::from(one.outcome == Outcome::Leave && !one.delegate_name.is_empty());
            tally.absent += u32::from(one.outcome == Outcome::Absent);
        }
    }
    Ok(attendance_sheet(desk, year, meetings, &tallies))
}

fn attendance_sheet(desk: &Desk<'_>, year: i32, meetings: u32, tallies: &[Tally]) -> Ledger {
    let row = |(at, tally): (usize, &Tally)| {
        vec![
            number(at as u32 + 1),
            text(&tally.unit),
            text(&tally.name),
            text(&tally.title),
            number(tally.due),
            number(tally.present),
            number(f64::from(tally.present) / f64::from(tally.due.max(1))),
            number(tally.leave),
            number(tally.delegated),
            number(tally.absent),
        ]
    };
    Ledger {
        title: format!("{year}年{}出席情况统计", desk.profile.meetings.name),
        note: format!("{}　截至{}　已召开{meetings}次", desk.profile.office.short, date(desk.today())),
        columns: vec![
            column("序号", Kind::Number, 6),
            column("单位", Kind::Text, 22),
            column("姓名", Kind::Text, 12),
            column("职务", Kind::Text, 24),
            column("应到次数", Kind::Number, 10).summed(),
            column("到会次数", Kind::Number, 10).summed(),
            column("到会率", Kind::Percent, 10),
            column("请假次数", Kind::Number, 10).summed(),
            column("其中委托参会", Kind::Number, 14).summed(),
            column("无故缺席", Kind::Number, 10).summed(),
        ],
        rows: tallies.iter().enumerate().map(row).collect(),
    }
}
