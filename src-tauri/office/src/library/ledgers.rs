//! Ledgers: 政策法规目录, 对下指导台账; rows in the order shown.
use chrono::NaiveDate;
use press::ledger::{Column, Kind, Ledger, Value};

use super::record::{Guidance, LibraryEntry};
use crate::kernel::desk::Desk;
use crate::kernel::written::date;

fn column(title: &str, kind: Kind, width: u16) -> Column {
    Column::new(title, kind, width)
}

fn text(words: &str) -> Value {
    if words.is_empty() { Value::Empty } else { Value::Text(words.into()) }
}

fn day(day: Option<NaiveDate>) -> Value {
    day.map_or(Value::Empty, Value::Date)
}

fn note(desk: &Desk<'_>, what: &str) -> String {
    format!("{}　截至{}　{what}", desk.profile.office.short, date(desk.today()))
}

/// Texts to be carried out.
pub(super) fn entries(desk: &Desk<'_>, entries: &[LibraryEntry]) -> Ledger {
    Ledger {
        title: "政策法规目录".into(),
        note: note(desk, &format!("共{}件", entries.len())),
        columns: vec![
            column("序号", Kind::Number, 6),
            column("名称", Kind::Text, 42),
            column("类别", Kind::Text, 14),
            column("发布机关", Kind::Text, 22),
            column("文号", Kind::Code, 22),
            column("发布日期", Kind::Date, 12),
            column("施行日期", Kind::Date, 12),
            column("效力", Kind::Text, 12),
            column("修改或废止依据", Kind::Text, 30),
            column("起始日期", Kind::Date, 12),
            column("引用次数", Kind::Number, 10),
        ],
        rows: entries
            .iter()
            .enumerate()
            .map(|(at, one)| {
                vec![
                    Value::Number(at as f64 + 1.0),
                    text(&one.title),
                    text(&one.kind_label),
                    text(&one.issuer),
                    text(&one.letter),
                    day(one.issued_on),
                    day(one.effective_on),
                    text(&one.validity_label),
                    text(&one.validity_by),
                    day(one.validity_on),
                    Value::Number(f64::from(one.cited)),
                ]
            })
            .collect(),
    }
}

/// Visits to districts and parks.
pub(super) fn guidance(desk: &Desk<'_>, records: &[Guidance]) -> Ledger {
    Ledger {
        title: "对下指导台账".into(),
        note: note(desk, &format!("共{}次", records.len())),
        columns: vec![
            column("序号", Kind::Number, 6),
            column("编号", Kind::Code, 22),
            column("日期", Kind::Date, 12),
            column("县市区、园区", Kind::Text, 14),
            column("前往人员", Kind::Text, 24),
            column("指导主题", Kind::Text, 28),
            column("指导内容", Kind::Text, 44),
            column("结果", Kind::Text, 30),
            column("材料存放", Kind::Text, 18),
        ],
        rows: records
            .iter()
            .enumerate()
            .map(|(at, one)| {
                vec![
                    Value::Number(at as f64 + 1.0),
                    text(&one.number),
                    Value::Date(one.facts.on),
                    text(&one.unit_short),
                    text(&one.facts.people.join("、")),
                    text(&one.facts.topic),
                    text(&one.facts.content),
                    text(&one.facts.result),
                    text(&one.facts.basis),
                ]
            })
            .collect(),
    }
}
