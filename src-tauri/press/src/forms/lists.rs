//! Lists for the chair and the units, landscape: 办理情况汇总表, 任务分解表.
use serde::{Deserialize, Serialize};

use super::letterhead::Letterhead;
use super::parts::*;
use crate::form::{Align, Block, Cell, Form, Paper, Row};

/// 办理情况汇总表: what became of decisions.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ResultsTable {
    /// What it covers: a meeting or a span of time.
    pub subject: String,
    /// 截至日期.
    pub as_of: String,
    /// Sums in words, under the table.
    pub summary: String,
    /// The decisions.
    pub rows: Vec<Outcome>,
    /// 填表人.
    pub prepared: String,
    /// 审核人.
    pub checked: String,
}
/// One decision and what became of it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Outcome {
    /// 会议、来源.
    pub source: String,
    /// 决定事项.
    pub matter: String,
    /// 牵头单位.
    pub lead: String,
    /// 期限.
    pub due: String,
    /// 办理情况.
    pub state: String,
    /// 结果.
    pub result: String,
    /// 是否逾期.
    pub overdue: String,
}
impl ResultsTable {
    /// Landscape; blank rows only where nothing is listed.
    pub fn form(&self, head: &Letterhead) -> Form {
        let titles =
            ["序号", "会议、来源", "决定事项", "牵头单位", "完成期限", "办理情况", "结果", "是否\n逾期"];
        let mut rows = vec![labels(11.0, &titles)];
        rows.extend(listed(12.0, &self.rows, |one| {
            vec![
                Cell::left(&one.source),
                Cell::left(&one.matter),
                Cell::text(&one.lead),
                Cell::text(&one.due),
                Cell::left(&one.state),
                Cell::text(&one.result),
                Cell::text(&one.overdue),
            ]
        }));
        rows.extend(pen_if_empty(&self.rows, 13.0));
        let mut blocks = vec![
            ends(&self.subject, said("截至", or(&self.as_of, DAY))),
            Block::Space(1.0),
            table(&[9.5, 30.0, 54.0, 33.0, 24.0, 47.0, 21.0, 13.5], 10.5, 1, rows),
        ];
        if !self.summary.is_empty() {
            blocks.extend([Block::Space(1.5), line(&self.summary)]);
        }
        blocks.push(signers(&[("填表人", &self.prepared), ("审核人", &self.checked)]));
        head.form("决定事项办理情况汇总表", Paper::Landscape, blocks)
    }
}

/// 任务分解表.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TaskTable {
    /// What it divides: a plan or a year.
    pub subject: String,
    /// 制表日期.
    pub as_of: String,
    /// The tasks by aspect.
    pub groups: Vec<TaskGroup>,
}
/// Tasks of one aspect.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TaskGroup {
    /// 方面, a line over its tasks; empty for none.
    pub aspect: String,
    /// Its tasks; they are numbered through all groups.
    pub tasks: Vec<Task>,
}

/// One task and who answers for it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Task {
    /// 工作任务.
    pub task: String,
    /// 阶段目标.
    pub goal: String,
    /// 牵头单位.
    pub lead: String,
    /// 配合单位.
    pub partners: String,
    /// 落实单位.
    pub doers: String,
    /// 完成时限.
    pub due: String,
    /// 进展.
    pub progress: String,
}
impl TaskTable {
    /// Landscape; blank rows only where nothing is listed.
    pub fn form(&self, head: &Letterhead) -> Form {
        let titles = ["序号", "工作任务", "阶段目标", "牵头单位", "配合单位", "落实单位", "完成时限", "进展"];
        let mut rows = vec![labels(10.0, &titles)];
        let mut n = 0;
        for group in &self.groups {
            if !group.aspect.trim().is_empty() {
                rows.push(Row::new(
                    9.0,
                    vec![Cell { align: Align::Left, ..Cell::label(&group.aspect) }.over(8)],
                ));
            }
            for one in &group.tasks {
                n += 1;
                rows.push(task_row(n, one));
            }
        }
        rows.extend(pen_if_empty(&self.groups, 14.0));
        let blocks = vec![
            ends(&self.subject, said("制表日期", or(&self.as_of, DAY))),
            Block::Space(1.0),
            table(&[9.5, 51.0, 43.0, 28.0, 32.0, 31.0, 22.0, 15.5], 10.5, 1, rows),
        ];
        head.form("工作任务分解表", Paper::Landscape, blocks)
    }
}

fn task_row(n: usize, one: &Task) -> Row {
    let cells = vec![
        Cell::text(n.to_string()),
        Cell::left(&one.task),
        Cell::left(&one.goal),
        Cell::text(&one.lead),
        Cell::left(&one.partners),
        Cell::left(&one.doers),
        Cell::text(&one.due),
        Cell::text(&one.progress),
    ];
    Row::new(12.0, cells)
}
