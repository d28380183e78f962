//! 督办事项台账 and 催办登记簿, described once for workbook and paper.
use chrono::NaiveDate;
use press::ledger::{Column, Kind, Ledger, Value};

use super::commands::FollowupFilter;
use super::compile;
use super::item::FollowupItem;
use super::store::{self, time};
use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;
use crate::kernel::written;

fn text(words: &str) -> Value {
    if words.is_empty() { Value::Empty } else { Value::Text(words.into()) }
}

fn day(day: Option<NaiveDate>) -> Value {
    day.map_or(Value::Empty, Value::Date)
}

fn note(desk: &Desk<'_>, count: usize, unit: &str) -> String {
    format!("{}　截至{}　共{count}{unit}", desk.profile.office.short, written::date(desk.today()))
}

/// Every item that fits the filter.
pub(super) fn items(desk: &Desk<'_>, filter: &FollowupFilter) -> Result<Ledger> {
    let items = store::all(desk, filter)?;
    let column = |title, kind, width| Column::new(title, kind, width);
    Ok(Ledger {
        title: "督办事项台账".into(),
        note: note(desk, items.len(), "项"),
        columns: vec![
            column("序号", Kind::Number, 6),
            column("编号", Kind::Code, 22),
            column("来源类别", Kind::Text, 12),
            column("来源", Kind::Text, 24),
            column("督办事项", Kind::Text, 46),
            column("紧急程度", Kind::Text, 9),
            column("牵头单位", Kind::Text, 16),
            column("配合单位", Kind::Text, 20),
            column("承办人", Kind::Text, 10),
            column("督办人", Kind::Text, 10),
            column("立项日期", Kind::Date, 12),
            column("通知日期", Kind::Date, 12),
            column("办理期限", Kind::Date, 12),
            column("汇报频次", Kind::Text, 12),
            column("缺报期数", Kind::Number, 9),
            column("催办次数", Kind::Number, 9),
            column("状态", Kind::Text, 12),
            column("时限", Kind::Text, 10),
            column("回复日期", Kind::Date, 12),
            column("回复文号", Kind::Code, 20),
            column("办理结果", Kind::Text, 40),
            column("退回次数", Kind::Number, 9),
            column("办结日期", Kind::Date, 12),
        ],
        rows: items.iter().enumerate().map(row).collect(),
    })
}

/// What of it fits across a sheet (A4 laid on its side): the workbook has all columns, paper what a meeting looks at.
const ON_PAPER: &[&str] = &[
    "序号",
    "编号",
    "来源",
    "督办事项",
    "牵头单位",
    "配合单位",
    "办理期限",
    "催办次数",
    "状态",
    "时限",
    "办理结果",
    "办结日期",
];

/// The same register as it is printed.
pub(super) fn items_on_paper(desk: &Desk<'_>, filter: &FollowupFilter) -> Result<Ledger> {
    let whole = items(desk, filter)?;
    let keeps: Vec<bool> =
        whole.columns.iter().map(|column| ON_PAPER.contains(&column.title.as_str())).collect();
    let rows = whole.rows.into_iter().map(|row| kept(row, &keeps)).collect();
    Ok(Ledger { columns: kept(whole.columns, &keeps), rows, ..whole })
}

/// What stands at the places that are kept.
fn kept<T>(all: Vec<T>, keeps: &[bool]) -> Vec<T> {
    all.into_iter().zip(keeps).filter(|(_, keep)| **keep).map(|(one, _)| one).collect()
}

fn row((at, item): (usize, &FollowupItem)) -> Vec<Value> {
    let helpers: Vec<&str> = item.helpers.iter().map(|unit| unit.short.as_str()).collect();
    let count = |n: u32| Value::Number(f64::from(n));
    vec![
        Value::Number(at as f64 + 1.0),
        text(&item.number),
        text(&item.source_label),
        text(&item.source_name),
        text(&item.text),
        text(&item.urgency_label),
        text(&item.lead.short),
        text(&helpers.join("、")),
        text(&item.undertaker),
        text(&item.supervisor),
        Value::Date(item.opened_on),
        day(item.notice_on),
        Value::Date(item.due_on),
        text(&item.rhythm_label),
        count(item.missing),
        count(item.urgings),
        text(&item.stage_label),
        text(&item.timing_label),
        day(item.reply_on),
        text(&item.reply_number),
        text(if item.stage.is_over() { compile::state(item) } else { &item.reply }),
        count(item.returns),
        day(item.closed_on),
    ]
}

/// Every urging of the items that fit the filter, in the order of items.
pub(super) fn urgings(desk: &Desk<'_>, filter: &FollowupFilter) -> Result<Ledger> {
    let mut rows = Vec::new();
    for item in store::all(desk, filter)?.iter().filter(|item| item.urgings > 0) {
        for urging in time::urgings(desk, item.id)?.iter().rev() {
            rows.push(vec![
                Value::Number(rows.len() as f64 + 1.0),
                text(&urging.number),
                Value::Date(urging.on),
                text(&item.number),
                text(&item.text),
                text(&item.lead.short),
                Value::Date(urging.due_on),
                Value::Number(f64::from(urging.n)),
                text(&urging.way),
                text(&urging.person),
                text(&urging.words),
                Value::Date(urging.answer_by),
                day(item.reply_on),
            ]);
        }
    }
    let column = |title, kind, width| Column::new(title, kind, width);
    Ok(Ledger {
        title: "催办登记簿".into(),
        note: note(desk, rows.len(), "次"),
        columns: vec![
            column("序号", Kind::Number, 6),
            column("催办编号", Kind::Code, 24),
            column("催办日期", Kind::Date, 12),
            column("督办编号", Kind::Code, 24),
            column("督办事项", Kind::Text, 42),
            column("责任单位", Kind::Text, 16),
            column("当时期限", Kind::Date, 12),
            column("第几次", Kind::Number, 8),
            column("方式", Kind::Text, 12),
            column("催办对象", Kind::Text, 12),
            column("内容", Kind::Text, 32),
            column("要求回复", Kind::Date, 12),
            column("回复日期", Kind::Date, 12),
        ],
        rows,
    })
}
