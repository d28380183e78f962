//! Ledgers of this room: exactly what is shown, in the same order.
use press::ledger::{Column, Kind, Ledger, Value};

use super::commands::{ReportPointsTable, ReportReminderLine, ReportYear};
use super::month::Month;
use super::record::Report;
use super::store::higher::ReportHigher;
use crate::kernel::desk::Desk;
use crate::kernel::written;

fn text(words: &str) -> Value {
    if words.is_empty() { Value::Empty } else { Value::Text(words.into()) }
}
fn number(n: impl Into<f64>) -> Value {
    Value::Number(n.into())
}
fn moment(at: Option<chrono::NaiveDateTime>) -> Value {
    at.map_or(Value::Empty, Value::Moment)
}
fn day(on: Option<chrono::NaiveDate>) -> Value {
    on.map_or(Value::Empty, Value::Date)
}
pub(super) fn note(desk: &Desk<'_>, what: &str, rows: usize, unit: &str) -> String {
    let (office, today) = (&desk.profile.office.short, written::date(desk.today()));
    format!("{office}　{what}　截至{today}　共{rows}{unit}")
}

/// 信息报送登记台账.
pub(super) fn month(desk: &Desk<'_>, month: Month, reports: &[Report]) -> Ledger {
    let row = |(at, one): (usize, &Report)| {
        vec![
            number(at as u32 + 1),
            text(&one.unit_short),
            text(&one.kind_label),
            text(&one.status_label),
            moment(one.paper_at),
            moment(one.file_at),
            text(&one.reviewer),
            day(one.reviewed_on),
            text(&one.officer),
            text(&one.phone),
            number(one.items),
            number(one.used),
            text(&one.stage_label),
            number(one.reminders),
            text(if one.released.is_empty() { "" } else { &one.released }),
        ]
    };
    Ledger {
        title: format!("{}信息报送登记台账", month.label()),
        note: note(desk, "", reports.len(), "个单位"),
        columns: vec![
            Column::new("序号", Kind::Number, 6),
            Column::new("单位", Kind::Text, 18),
            Column::new("类别", Kind::Text, 10),
            Column::new("报送情况", Kind::Text, 10),
            Column::new("纸质送达", Kind::Moment, 18),
            Column::new("电子送达", Kind::Moment, 18),
            Column::new("审核领导", Kind::Text, 10),
            Column::new("审核日期", Kind::Date, 12),
            Column::new("信息员", Kind::Text, 10),
            Column::new("联系电话", Kind::Code, 14),
            Column::new("稿件（条）", Kind::Number, 9).summed(),
            Column::new("采用（条）", Kind::Number, 9).summed(),
            Column::new("办理", Kind::Text, 10),
            Column::new("催报次数", Kind::Number, 9),
            Column::new("备注", Kind::Text, 18),
        ],
        rows: reports.iter().enumerate().map(row).collect(),
    }
}

/// 全年报送情况表: months across, units down.
pub(super) fn year(desk: &Desk<'_>, year: &ReportYear) -> Ledger {
    let months = (1..=12).map(|n| Column::new(&format!("{n}月"), Kind::Text, 7));
    let columns = [
        vec![Column::new("序号", Kind::Number, 6), Column::new("单位", Kind::Text, 18)],
        months.collect(),
        vec![
            Column::new("按时", Kind::Number, 7).summed(),
            Column::new("迟报", Kind::Number, 7).summed(),
            Column::new("未报齐", Kind::Number, 8).summed(),
        ],
    ];
    let row = |(at, row): (usize, &super::commands::ReportYearRow)| {
        let mut values = vec![number(at as u32 + 1), text(&row.unit_short)];
        values.extend(row.cells.iter().map(|cell| text(&cell.label)));
        values.extend([number(row.on_time), number(row.late), number(row.lacking)]);
        values
    };
    Ledger {
        title: format!("{}年信息报送情况表", year.year),
        note: note(desk, "", year.rows.len(), "个单位"),
        columns: columns.concat(),
        rows: year.rows.iter().enumerate().map(row).collect(),
    }
}

/// 催报名单, for the phone.
pub(super) fn reminders(desk: &Desk<'_>, month: Month, lines: &[ReportReminderLine]) -> Ledger {
    let row = |(at, line): (usize, &ReportReminderLine)| {
        let who = |at: usize| {
            line.contacts.get(at).map_or(String::new(), |one| format!("{}（{}）", one.name, one.post))
        };
        let phone = |at: usize| line.contacts.get(at).map_or("", |one| one.phone.as_str()).to_owned();
        vec![
            number(at as u32 + 1),
            text(&line.report.unit_short),
            text(&line.report.status_label),
            text(&line.report.missing.join("、")),
            text(&who(0)),
            text(&phone(0)),
            text(&who(1)),
            text(&phone(1)),
            number(line.report.reminders),
            day(line.last_on),
            Value::Empty,
        ]
    };
    Ledger {
        title: format!("{}信息催报名单", month.label()),
        note: note(desk, "", lines.len(), "个单位"),
        columns: vec![
            Column::new("序号", Kind::Number, 6),
            Column::new("单位", Kind::Text, 18),
            Column::new("报送情况", Kind::Text, 10),
            Column::new("还缺", Kind::Text, 24),
            Column::new("联系人", Kind::Text, 18),
            Column::new("电话", Kind::Code, 14),
            Column::new("第二联系人", Kind::Text, 18),
            Column::new("电话", Kind::Code, 14),
            Column::new("已催报", Kind::Number, 8),
            Column::new("最近催报", Kind::Date, 12),
            Column::new("本次答复", Kind::Text, 20),
        ],
        rows: lines.iter().enumerate().map(row).collect(),
    }
}

/// 报送和采用得分表.
pub(super) fn points(desk: &Desk<'_>, table: &ReportPointsTable) -> Ledger {
    let row = |row: &super::commands::ReportPointsRow| {
        vec![
            number(row.place),
            text(&row.unit_short),
            text(&row.kind_label),
            number(row.owed),
            number(row.reported),
            number(row.on_time),
            number(row.late),
            number(row.items),
            number(row.items_so_far),
            number(row.short),
            number(row.alone),
            number(row.higher),
            number(row.report_mark),
            number(row.used_mark),
            number(row.mark),
            number(row.mark_so_far),
        ]
    };
    let plain = |title: &str, width| Column::new(title, Kind::Number, width);
    let count = |title: &str, width| plain(title, width).summed();
    let of_span = |what: &str| format!("{}{what}", table.short);
    Ledger {
        title: format!("{}信息报送和采用得分表", table.label),
        note: note(desk, "", table.rows.len(), "个单位"),
        columns: vec![
            plain("名次", 6),
            Column::new("单位", Kind::Text, 18),
            Column::new("类别", Kind::Text, 10),
            count("应报（次）", 9),
            count("报送（次）", 9),
            count("按时（次）", 9),
            count("迟报（次）", 9),
            count(&of_span("稿件（条）"), 11),
            count("累计稿件（条）", 11),
            count("简讯采用（条）", 11),
            count("单条采用（条）", 11),
            count("上级采用（条）", 11),
            plain("报送分", 9),
            plain("采用分", 9),
            plain(&of_span("得分"), 9),
            plain("累计得分", 9),
        ],
        rows: table.rows.iter().map(row).collect(),
    }
}

/// 被上级采用台账.
pub(super) fn higher(desk: &Desk<'_>, span: &str, uses: &[ReportHigher]) -> Ledger {
    let row = |(at, one): (usize, &ReportHigher)| {
        vec![
            number(at as u32 + 1),
            text(&one.unit_short),
            text(&one.title),
            text(&one.journal),
            Value::Date(one.used_on),
            text(&one.evidence),
            text(&one.recorded_by),
            text(&one.struck_reason),
        ]
    };
    Ledger {
        title: format!("{span}信息被上级采用台账"),
        note: note(desk, "", uses.len(), "条"),
        columns: vec![
            Column::new("序号", Kind::Number, 6),
            Column::new("单位", Kind::Text, 18),
            Column::new("标题", Kind::Text, 40),
            Column::new("采用刊物", Kind::Text, 30),
            Column::new("采用日期", Kind::Date, 12),
            Column::new("依据", Kind::Text, 24),
            Column::new("登记人", Kind::Text, 10),
            Column::new("更正", Kind::Text, 18),
        ],
        rows: uses.iter().enumerate().map(row).collect(),
    }
}
