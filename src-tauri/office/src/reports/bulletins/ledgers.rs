//! Ledgers of the bulletin: its issues, and which unit's which piece was used where.
use press::ledger::{Column, Kind, Ledger, Value};

use super::record::{Bulletin, BulletinCard};
use crate::kernel::desk::Desk;
use crate::reports::ledgers::note;

fn text(words: &str) -> Value {
    if words.is_empty() { Value::Empty } else { Value::Text(words.into()) }
}
fn day(on: Option<chrono::NaiveDate>) -> Value {
    on.map_or(Value::Empty, Value::Date)
}

/// 工作简报台账.
pub(super) fn issues(desk: &Desk<'_>, issues: &[Bulletin]) -> Ledger {
    let row = |(at, one): (usize, &Bulletin)| {
        vec![
            Value::Number(at as f64 + 1.0),
            text(&one.issue),
            text(&one.kind_label),
            text(&one.month_label),
            text(&one.stage_label),
            day(one.signed_on),
            text(&one.signer_name),
            day(one.issued_on),
            Value::Number(one.items.into()),
            Value::Number(one.units.into()),
            Value::Number(one.copies.into()),
            text(&one.end_reason),
        ]
    };
    Ledger {
        title: "工作简报台账".into(),
        note: note(desk, "", issues.len(), "期"),
        columns: vec![
            Column::new("序号", Kind::Number, 6),
            Column::new("期号", Kind::Text, 24),
            Column::new("类别", Kind::Text, 8),
            Column::new("月份", Kind::Text, 12),
            Column::new("状态", Kind::Text, 10),
            Column::new("签发日期", Kind::Date, 12),
            Column::new("签发人", Kind::Text, 10),
            Column::new("印发日期", Kind::Date, 12),
            Column::new("稿件（条）", Kind::Number, 10).summed(),
            Column::new("采用单位", Kind::Number, 10),
            Column::new("印数", Kind::Number, 8).summed(),
            Column::new("备注", Kind::Text, 24),
        ],
        rows: issues.iter().enumerate().map(row).collect(),
    }
}

/// 稿件采用台账: every used item leads to its report.
pub(super) fn uses(desk: &Desk<'_>, cards: &[BulletinCard]) -> Ledger {
    let mut rows = Vec::new();
    for card in cards {
        for (column, item) in
            card.columns.iter().flat_map(|column| column.items.iter().map(move |item| (column, item)))
        {
            for source in &item.sources {
                rows.push(vec![
                    Value::Number(rows.len() as f64 + 1.0),
                    text(&card.bulletin.issue),
                    day(card.bulletin.signed_on),
                    text(&column.name),
                    text(&item.title),
                    text(&source.unit_short),
                    text(&source.month.label()),
                    text(&source.part_label),
                    text(&source.title),
                    text(if item.changed { "有编改" } else { "原文" }),
                    Value::Number(item.characters.into()),
                ]);
            }
        }
    }
    Ledger {
        title: "稿件采用台账".into(),
        note: note(desk, "", rows.len(), "条"),
        columns: vec![
            Column::new("序号", Kind::Number, 6),
            Column::new("期号", Kind::Text, 22),
            Column::new("签发日期", Kind::Date, 12),
            Column::new("栏目", Kind::Text, 14),
            Column::new("刊用标题", Kind::Text, 34),
            Column::new("报送单位", Kind::Text, 16),
            Column::new("报送月份", Kind::Text, 12),
            Column::new("内容", Kind::Text, 10),
            Column::new("原题", Kind::Text, 30),
            Column::new("编改", Kind::Text, 8),
            Column::new("字数", Kind::Number, 8),
        ],
        rows,
    }
}
