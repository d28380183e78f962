//! The ledger of items (决定事项办理台账).
use press::ledger::{Column, Kind, Ledger, Value};

use super::commands::FollowupFilter;
use super::item::FollowupItem;
use super::store;
use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;
use crate::kernel::rows::Slice;
use crate::kernel::written;

/// Every item that fits the filter.
pub(super) fn items(desk: &Desk<'_>, filter: &FollowupFilter) -> Result<Ledger> {
    let mut rows = Vec::new();
    loop {
        let slice = Slice { offset: rows.len() as u32, limit: 500 };
        let (part, total) = store::list(desk, filter, slice)?;
        let done = part.is_empty();
        rows.extend(part);
        if done || rows.len() as u32 >= total {
            break;
        }
    }
    Ok(sheet(desk, &rows))
}

fn sheet(desk: &Desk<'_>, items: &[FollowupItem]) -> Ledger {
    let column = |title, kind, width| Column::new(title, kind, width);
    Ledger {
        title: "决定事项办理台账".into(),
        note: format!(
            "{}　截至{}　共{}项",
            desk.profile.office.short,
            written::date(desk.today()),
            items.len()
        ),
        columns: vec![
            column("序号", Kind::Number, 6),
            column("编号", Kind::Code, 22),
            column("来源", Kind::Text, 24),
            column("决定事项", Kind::Text, 48),
            column("牵头单位", Kind::Text, 16),
            column("配合单位", Kind::Text, 28),
            column("交办日期", Kind::Date, 12),
            column("办理期限", Kind::Date, 12),
            column("状态", Kind::Text, 12),
            column("回复日期", Kind::Date, 12),
            column("办理情况", Kind::Text, 40),
            column("是否逾期", Kind::Text, 10),
            column("退回次数", Kind::Number, 10),
            column("办结日期", Kind::Date, 12),
        ],
        rows: items.iter().enumerate().map(|(at, item)| row(at, item)).collect(),
    }
}

fn row(at: usize, item: &FollowupItem) -> Vec<Value> {
    let text = |words: &str| Value::Text(words.into());
    let date = |day: Option<chrono::NaiveDate>| day.map_or(Value::Empty, Value::Date);
    let helpers: Vec<&str> = item.helpers.iter().map(|unit| unit.short.as_str()).collect();
    vec![
        Value::Number(at as f64 + 1.0),
        text(&item.number),
        text(&item.source_name),
        text(&item.text),
        text(&item.lead.short),
        text(&helpers.join("、")),
        Value::Date(item.opened_on),
        Value::Date(item.due_on),
        text(&item.stage_label),
        date(item.reply_on),
        text(&item.reply),
        text(if item.overdue { "是" } else { "否" }),
        Value::Number(f64::from(item.returns)),
        date(item.closed_on),
    ]
}
