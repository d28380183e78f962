//! 事项审定台账: one row a matter in the order shown.
use press::ledger::{Column, Kind, Ledger, Value};

use super::record::Matter;
use crate::kernel::desk::Desk;
use crate::kernel::written::date;

/// The ledger.
pub(super) fn matters(desk: &Desk<'_>, matters: &[Matter]) -> Ledger {
    let column = |title, kind, width| Column::new(title, kind, width);
    let office = &desk.profile.office.short;
    Ledger {
        title: "事项审定台账".into(),
        note: format!("{office}　截至{}　共{}件", date(desk.today()), matters.len()),
        columns: vec![
            column("序号", Kind::Number, 6),
            column("编号", Kind::Code, 22),
            column("事项", Kind::Text, 36),
            column("类别", Kind::Text, 14),
            column("提出单位（人）", Kind::Text, 16),
            column("提出日期", Kind::Date, 12),
            column("状态", Kind::Text, 14),
            column("审定意见", Kind::Text, 10),
            column("审定人", Kind::Text, 20),
            column("审定日期", Kind::Date, 12),
            column("办理结果", Kind::Text, 36),
            column("办结日期", Kind::Date, 12),
        ],
        rows: matters.iter().enumerate().map(|(at, matter)| row(at, matter)).collect(),
    }
}

fn row(at: usize, matter: &Matter) -> Vec<Value> {
    let text = |words: &str| if words.is_empty() { Value::Empty } else { Value::Text(words.into()) };
    let day = |day: Option<chrono::NaiveDate>| day.map_or(Value::Empty, Value::Date);
    vec![
        Value::Number(at as f64 + 1.0),
        text(&matter.number),
        text(&matter.title),
        text(&matter.level_label),
        text(&matter.raised_by),
        Value::Date(matter.raised_on),
        text(&matter.stage_label),
        text(&matter.decision_label),
        text(&matter.decided_by),
        day(matter.decided_on),
        text(&matter.result),
        day(matter.closed_on),
    ]
}
