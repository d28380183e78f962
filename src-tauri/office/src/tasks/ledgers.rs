//! Ledgers: 任务分解表 as a workbook, 任务进展台账 with one row a stage, 各单位承担任务一览.
use press::ledger::{Column, Kind, Ledger, Value};

use super::forms::{Table, goals};
use super::record::{TaskItem, TaskStage, TaskUnitLine};
use super::store::items::shorts;
use crate::kernel::desk::Desk;
use crate::kernel::written::date;

fn column(title: &str, kind: Kind, width: u16) -> Column {
    Column::new(title, kind, width)
}

fn text(words: &str) -> Value {
    if words.is_empty() { Value::Empty } else { Value::Text(words.into()) }
}

fn number(number: u32) -> Value {
    Value::Number(f64::from(number))
}

/// The table of an edition.
pub(super) fn table(desk: &Desk<'_>, table: &Table) -> Ledger {
    let row = |(at, (words, state)): (usize, &(super::record::TaskWords, String))| {
        vec![
            Value::Number(at as f64 + 1.0),
            text(&words.aspect),
            text(&words.title),
            text(&goals(words)),
            text(&shorts(&words.leads)),
            text(&shorts(&words.partners)),
            text(&shorts(&words.doers)),
            Value::Date(words.due_on),
            text(&state.replace('\n', "")),
            text(&words.note),
        ]
    };
    Ledger {
        title: format!("{}年任务分解表", table.plan.year),
        note: format!(
            "{}　{}　截至{}　共{}项",
            desk.profile.office.short,
            table.subject(),
            date(desk.today()),
            table.rows.len()
        ),
        columns: vec![
            column("序号", Kind::Number, 6),
            column("方面", Kind::Text, 14),
            column("工作任务", Kind::Text, 36),
            column("阶段目标", Kind::Text, 44),
            column("牵头单位", Kind::Text, 14),
            column("配合单位", Kind::Text, 24),
            column("落实单位", Kind::Text, 24),
            column("完成时限", Kind::Date, 12),
            column("进展", Kind::Text, 14),
            column("备注", Kind::Text, 18),
        ],
        rows: table.rows.iter().enumerate().map(row).collect(),
    }
}

/// One row a stage, in the order shown.
pub(super) fn progress(desk: &Desk<'_>, items: &[TaskItem]) -> Ledger {
    let rows = items.iter().flat_map(|item| item.stages.iter().map(move |stage| stage_row(item, stage)));
    Ledger {
        title: "任务进展台账".into(),
        note: format!("{}　截至{}　共{}项任务", desk.profile.office.short, date(desk.today()), items.len()),
        columns: vec![
            column("年度", Kind::Number, 8),
            column("序号", Kind::Number, 6),
            column("工作任务", Kind::Text, 34),
            column("阶段目标", Kind::Text, 34),
            column("牵头单位", Kind::Text, 14),
            column("配合单位", Kind::Text, 20),
            column("落实单位", Kind::Text, 20),
            column("阶段时限", Kind::Date, 12),
            column("完成%", Kind::Number, 8),
            column("阶段状态", Kind::Text, 10),
            column("完成日期", Kind::Date, 12),
            column("任务状态", Kind::Text, 10),
            column("完成时限", Kind::Date, 12),
        ],
        rows: rows.collect(),
    }
}

fn stage_row(item: &TaskItem, stage: &TaskStage) -> Vec<Value> {
    vec![
        Value::Number(f64::from(item.year)),
        Value::Number(item.position as f64),
        text(&item.words.title),
        text(&stage.goal),
        text(&item.lead_label),
        text(&shorts(&item.words.partners)),
        text(&shorts(&item.words.doers)),
        Value::Date(stage.due_on),
        number(stage.percent),
        text(&stage.state_label),
        stage.done_on.map_or(Value::Empty, Value::Date),
        text(&item.state_label),
        Value::Date(item.words.due_on),
    ]
}

/// One row a unit.
pub(super) fn units(desk: &Desk<'_>, year: i32, units: &[TaskUnitLine]) -> Ledger {
    let row = |(at, one): (usize, &TaskUnitLine)| {
        vec![
            Value::Number(at as f64 + 1.0),
            text(&one.short),
            text(&one.kind_label),
            number(one.leads),
            number(one.partners),
            number(one.doers),
            number(one.done),
            number(one.overdue),
            one.percent.map_or(Value::Empty, number),
        ]
    };
    Ledger {
        title: format!("{year}年各单位承担任务一览"),
        note: format!("{}　截至{}　共{}个单位", desk.profile.office.short, date(desk.today()), units.len()),
        columns: vec![
            column("序号", Kind::Number, 6),
            column("单位", Kind::Text, 18),
            column("类别", Kind::Text, 12),
            column("牵头", Kind::Number, 8),
            column("配合", Kind::Number, 8),
            column("落实", Kind::Number, 8),
            column("已完成", Kind::Number, 8),
            column("逾期", Kind::Number, 8),
            column("平均完成%", Kind::Number, 12),
        ],
        rows: units.iter().enumerate().map(row).collect(),
    }
}
