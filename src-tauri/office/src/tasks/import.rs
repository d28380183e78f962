//! Import of a plan from Excel while it is written: look first, then write exactly what was looked at — all or nothing.
//!
//! One row a stage; rows of the same 序号 are one item, and only the first of them says what the item is. A task that the plan
//! has already is left as it is, so that the same file again changes nothing.
use std::collections::BTreeMap;

use press::template::{Template, TemplateSheet};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::kinds::{TaskPlanId, TaskPlanStep, TaskRole};
use super::record::{TaskGoal, TaskPlan, TaskPlanCard, TaskUnit, TaskWords};
use super::rules::{self, Part};
use super::store::{items, plans};
use super::{commands, flow};
use crate::kernel::Nothing;
use crate::kernel::answer::Paper;
use crate::kernel::attachments::Upload;
use crate::kernel::desk::Desk;
use crate::kernel::progress::go_on;
use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::sheets::columns::{Column, Holds, column, offered};
use crate::kernel::sheets::reading::{self, Line, Table};
use crate::kernel::sheets::report::{
    FaultSeverity, ImportFault, ImportPreview, ImportRow, Judged, RowState, preview,
};
use crate::kernel::sheets::{digest, workbook};
use crate::registry::{self, Unit, UnitKind};

/// Tab of the tasks.
const SHEET: &str = "任务分解";
/// Most rows of the sheet.
const MOST_ROWS: usize = 2000;

const N: usize = 0;
const ASPECT: usize = 1;
const TITLE: usize = 2;
const GOAL: usize = 3;
const GOAL_DUE: usize = 4;
const LEAD: usize = 5;
const PARTNER: usize = 6;
const DOER: usize = 7;
const DUE: usize = 8;
const NOTE: usize = 9;

/// A workbook to look at.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct TaskImportLook {
    /// The plan it is for.
    pub plan: TaskPlanId,
    /// The file.
    pub upload: Upload,
}

/// A workbook to write.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct TaskImportApply {
    /// The plan it is for.
    pub plan: TaskPlanId,
    /// Version of the plan it was seen in.
    pub version: i64,
    /// The same file.
    pub upload: Upload,
    /// The digest of the preview.
    pub digest: String,
}

/// What was written.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TaskImportDone {
    /// The plan.
    pub card: TaskPlanCard,
    /// New items.
    pub added: u32,
    /// The same in one sentence.
    pub summary: String,
}

fn columns() -> Vec<Column> {
    let mut all = vec![
        column("序号", true, Holds::Whole, 8, "同一项任务有几个阶段的写几行，序号相同。"),
        column("方面", false, Holds::Words, 14, "任务所属方面，如 产品质量。"),
        column("工作任务", false, Holds::Words, 36, "每项任务的第一行必填；同一序号的后几行不填。"),
        column("阶段目标", true, Holds::Words, 36, "这一阶段要做到什么。"),
        column("阶段时限", true, Holds::Day, 14, "这一阶段的最后日期，如 2016-06-30，不晚于完成时限。"),
        column("牵头单位", false, Holds::Words, 16, "每项任务的第一行必填，单位简称或全称。"),
        column("配合单位", false, Holds::Words, 28, "几个单位用顿号隔开。"),
        column("落实单位", false, Holds::Words, 28, "几个单位用顿号隔开，县市区、园区也可以。"),
        column("完成时限", false, Holds::Day, 14, "每项任务的第一行必填，如 2016-12-20。"),
        column("备注", false, Holds::Words, 18, "可以不填。"),
    ];
    for long in [TITLE, GOAL, PARTNER, DOER] {
        all[long].longest = 500;
    }
    all
}

/// The template to fill in.
pub(super) fn template(_: &Desk<'_>, _: Nothing) -> Result<Paper> {
    let row = |words: [&str; 10]| words.map(str::to_owned).to_vec();
    let examples = vec![
        row([
            "1",
            "产品质量",
            "建设公共检验检测平台",
            "完成建设方案并开工",
            "2016-06-30",
            "市质监局",
            "市发改委、市科技局",
            "示例县、示例园区",
            "2016-12-20",
            "",
        ]),
        row(["1", "", "", "建成并投入使用", "2016-12-20", "", "", "", "", ""]),
    ];
    let template = Template {
        title: "任务分解导入模板".into(),
        sheets: vec![TemplateSheet {
            name: SHEET.into(),
            columns: columns().iter().map(offered).collect(),
            examples,
        }],
        notes: vec![
            "一行一个阶段目标；同一项任务的几个阶段写几行，序号相同，后几行只填序号、阶段目标和阶段时限。"
                .into(),
            "一个单位在一项任务中只担任一种角色。".into(),
            "导入前会逐项检查并列出每一处问题；有错误时全部不写入。".into(),
            "计划里已有的同名任务标为“已存在”，不会重复写入。".into(),
            "请勿合并单元格，请勿使用公式。".into(),
        ],
    };
    Ok(Paper::xlsx(&template.title, press::xlsx::template(&template)?))
}

/// Looks at a workbook; writes nothing.
pub(super) fn look(desk: &Desk<'_>, q: TaskImportLook) -> Result<ImportPreview> {
    let bytes = q.upload.bytes()?;
    let read = judge(desk, &written_plan(desk, q.plan)?, &q.upload.name, &bytes)?;
    Ok(preview(digest(&bytes), &q.upload.name, vec![read.sheet], read.faults))
}

/// Writes what was looked at, or nothing.
pub(super) fn apply(desk: &Desk<'_>, q: TaskImportApply) -> Result<TaskImportDone> {
    let bytes = q.upload.bytes()?;
    if digest(&bytes) != q.digest {
        return Err(Refusal::refused(format!("文件“{}”与预览时不是同一份内容。", q.upload.name))
            .hint("请重新预览后再导入；没有写入任何内容。"));
    }
    let plan = written_plan(desk, q.plan)?;
    let read = judge(desk, &plan, &q.upload.name, &bytes)?;
    let errors: Vec<&ImportFault> =
        read.faults.iter().filter(|fault| fault.severity == FaultSeverity::Error).collect();
    if let Some(first) = errors.first() {
        let place =
            if first.cell.is_empty() { first.sheet.clone() } else { format!("{SHEET}!{}", first.cell) };
        return Err(Refusal::refused(format!(
            "文件中有 {} 处错误，第一处：{place}　{}",
            errors.len(),
            first.message
        ))
        .hint("请按清单改正后重新导入。没有写入任何内容。"));
    }
    plans::touch(desk, plan.id, q.version)?;
    for words in &read.items {
        items::insert(desk, plan.id, words)?;
    }
    let added = read.items.len() as u32;
    let card = commands::card(desk, plan.id)?;
    Ok(TaskImportDone { card, added, summary: format!("新增 {added} 项任务。") })
}

fn written_plan(desk: &Desk<'_>, id: TaskPlanId) -> Result<TaskPlan> {
    let plan = plans::get(desk, id)?;
    flow::next(plan.stage, TaskPlanStep::Edit, 1, desk.profile.tasks.article)?;
    Ok(plan)
}

/// What a file says.
struct Read {
    sheet: Judged,
    faults: Vec<ImportFault>,
    items: Vec<TaskWords>,
}

fn judge(desk: &Desk<'_>, plan: &TaskPlan, name: &str, bytes: &[u8]) -> Result<Read> {
    desk.progress.step(0, 1, "读取工作簿");
    let sheets = workbook::read(name, bytes)?;
    go_on(desk.progress)?;
    let Some(sheet) = sheets.iter().find(|sheet| sheet.name.trim() == SHEET) else {
        let there: Vec<String> = sheets.iter().map(|sheet| format!("“{}”", sheet.name)).collect();
        return Err(Refusal::refused(format!("没有找到工作表“{SHEET}”，文件中有：{}。", there.join("、")))
            .hint("请使用导入模板，勿改工作表名。没有写入任何内容。"));
    };
    let mut table = reading::read(SHEET, columns(), sheet);
    if table.lines.len() > MOST_ROWS {
        return Err(Refusal::refused(format!(
            "“{SHEET}”表有 {} 行，一次最多导入 {MOST_ROWS} 行。",
            table.lines.len()
        ))
        .hint("请分成几个文件导入。"));
    }
    let judge = Judge {
        rules: desk,
        year: plan.year,
        units: registry::units_on(desk, desk.today(), UnitKind::REPORTING)?,
        there: items::load(desk, items::Of::Plan(plan.id))?
            .into_iter()
            .map(|item| item.words.title)
            .collect(),
    };
    Ok(judge.sheet(&mut table))
}

struct Judge<'a> {
    rules: &'a Desk<'a>,
    year: i32,
    units: Vec<Unit>,
    there: Vec<String>,
}

impl Judge<'_> {
    fn sheet(&self, table: &mut Table) -> Read {
        let mut groups: BTreeMap<i64, Vec<Line>> = BTreeMap::new();
        let mut order: Vec<i64> = Vec::new();
        let (mut rows, mut faults) = (Vec::new(), std::mem::take(&mut table.faults));
        for line in &table.lines {
            let Some(n) = line.whole(N) else {
                rows.push(shown(line, RowState::Bad));
                continue;
            };
            if !groups.contains_key(&n) {
                order.push(n);
            }
            groups.entry(n).or_default().push(line.clone());
        }
        let (mut items, mut titles) = (Vec::new(), BTreeMap::new());
        for n in order {
            let lines = &groups[&n];
            let (words, mut found) = self.item(table, lines);
            if let Some(row) = titles.insert(words.title.clone(), lines[0].row)
                && !words.title.is_empty()
            {
                let said = format!("工作任务“{}”与第 {row} 行重复，请合并为一项。", words.title);
                found.push(table.fault(lines[0].row, TITLE, FaultSeverity::Error, said));
            }
            let bad = lines.iter().any(|line| line.bad)
                || found.iter().any(|fault| fault.severity == FaultSeverity::Error);
            faults.append(&mut found);
            let state = match bad {
                true => RowState::Bad,
                false if self.there.contains(&words.title) => RowState::Existing,
                false => RowState::New,
            };
            rows.extend(lines.iter().map(|line| shown(line, state)));
            if state == RowState::New {
                items.push(words);
            }
        }
        let columns = table.columns.iter().map(|column| column.title.to_owned()).collect();
        rows.sort_by_key(|row| row.row);
        Read { sheet: Judged { name: SHEET.into(), found: true, columns, rows }, faults, items }
    }

    /// The item of some rows, with every fault at its cell.
    fn item(&self, table: &Table, lines: &[Line]) -> (TaskWords, Vec<ImportFault>) {
        let first = &lines[0];
        let mut found = Vec::new();
        let mut wrong = |row: u32, column: usize, words: String| {
            found.push(table.fault(row, column, FaultSeverity::Error, words));
        };
        for (column, title) in [(TITLE, "工作任务"), (LEAD, "牵头单位")] {
            // A cell that is there but wrong was told already.
            if first.words(column).is_empty() && !first.bad {
                wrong(first.row, column, format!("每项任务的第一行必须填写“{title}”。"));
            }
        }
        if first.day(DUE).is_none() && !first.bad {
            wrong(first.row, DUE, "每项任务的第一行必须填写“完成时限”。".into());
        }
        for line in &lines[1..] {
            for column in [TITLE, LEAD, PARTNER, DOER] {
                if !line.words(column).is_empty() && line.words(column) != first.words(column) {
                    let title = table.columns[column].title;
                    let said =
                        format!("与第 {} 行序号相同，“{title}”却不同；不是同一项任务的请改序号。", first.row);
                    wrong(line.row, column, said);
                }
            }
        }
        let mut units = |column: usize| -> Vec<TaskUnit> {
            let mut all = Vec::new();
            for name in split(first.words(column)) {
                match self.units.iter().find(|unit| unit.short == name || unit.name == name) {
                    Some(unit) => {
                        all.push(TaskUnit { unit: unit.id, short: unit.short.clone(), kind: unit.kind });
                    }
                    None => wrong(
                        first.row,
                        column,
                        format!("名册里没有“{name}”，请写在册单位的简称或全称，几个单位用顿号隔开。"),
                    ),
                }
            }
            all
        };
        let (leads, partners, doers) = (units(LEAD), units(PARTNER), units(DOER));
        let goals = lines.iter().filter_map(|line| {
            Some(TaskGoal { id: None, goal: line.words(GOAL).into(), due_on: line.day(GOAL_DUE)? })
        });
        let goals: Vec<TaskGoal> = goals.collect();
        let due_on = first.day(DUE).or(goals.iter().map(|goal| goal.due_on).max());
        let words = TaskWords {
            aspect: first.words(ASPECT).into(),
            title: first.words(TITLE).into(),
            note: first.words(NOTE).into(),
            due_on: due_on.unwrap_or(self.rules.today()),
            goals,
            leads,
            partners,
            doers,
        };
        // Where a cell is wrong already, the rules have nothing to look at yet.
        if found.is_empty() && !lines.iter().any(|line| line.bad) {
            for (part, fact, hint) in rules::faults(&self.rules.profile.tasks, self.year, &words) {
                let (row, column) = place(part, lines);
                found.push(table.fault(row, column, FaultSeverity::Error, format!("{fact}{hint}")));
            }
        }
        (words, found)
    }
}

/// Names in a cell.
fn split(words: &str) -> Vec<&str> {
    let parts = words.split(['、', '，', ',', '；', ';', '\n', ' ', '\u{3000}']);
    parts.map(str::trim).filter(|name| !name.is_empty()).collect()
}

/// The cell of a part.
fn place(part: Part, lines: &[Line]) -> (u32, usize) {
    let row = |at: usize| lines.get(at).unwrap_or(&lines[0]).row;
    match part {
        Part::Title => (row(0), TITLE),
        Part::Due => (row(0), DUE),
        Part::Goal(at) => (row(at), GOAL),
        Part::GoalDue(at) => (row(at), GOAL_DUE),
        Part::Units(TaskRole::Lead) => (row(0), LEAD),
        Part::Units(TaskRole::Partner) => (row(0), PARTNER),
        Part::Units(TaskRole::Doer) => (row(0), DOER),
    }
}

fn shown(line: &Line, state: RowState) -> ImportRow {
    ImportRow { row: line.row, state, state_label: state.label().into(), cells: line.shown() }
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn units_in_a_cell_are_parted_as_offices_part_them() {
        assert_eq!(
            split("市质监局、市发改委，示例县; 示例园区"),
            ["市质监局", "市发改委", "示例县", "示例园区"]
        );
        assert_eq!(split("　"), Vec::<&str>::new());
    }
}
