//! 任务分解表 from the plan, by 方面. Pure: record → form.
use press::form::Form;
use press::forms::{Letterhead, Task, TaskGroup, TaskTable};

use super::record::{TaskItem, TaskPlan, TaskWords};
use super::store::items::shorts;
use crate::kernel::desk::Desk;
use crate::kernel::written::date;

/// What the table shows: items of one edition, each with its progress in words.
pub(super) struct Table {
    pub plan: TaskPlan,
    pub edition: i64,
    /// Day of that edition; none while it is written.
    pub on: Option<chrono::NaiveDate>,
    pub rows: Vec<(TaskWords, String)>,
}

impl Table {
    /// `2016年质量强市创建工作目标任务分解（第2次调整）`.
    pub fn subject(&self) -> String {
        let which = match self.edition {
            0 => "（编制稿）".into(),
            1 => String::new(),
            n => format!("（第{}次调整）", n - 1),
        };
        format!("{}{which}", self.plan.title)
    }
}

/// How far an item is, in a narrow column.
pub(super) fn progress(item: &TaskItem) -> String {
    let label = match item.state_label.char_indices().nth(2) {
        Some((at, _)) if item.state_label.chars().count() > 3 => {
            let (head, tail) = item.state_label.split_at(at);
            format!("{head}\n{tail}")
        }
        _ => item.state_label.clone(),
    };
    if item.percent == 0 { label } else { format!("{label}\n{}%", item.percent) }
}

/// The stages of an item, one a line, each with its day.
pub(super) fn goals(words: &TaskWords) -> String {
    let line =
        |goal: &super::record::TaskGoal| format!("{}前：{}", goal.due_on.format("%-m月%-d日"), goal.goal);
    words.goals.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The table, landscape; items keep their order, and each 方面 stands once over its items.
pub(super) fn table(desk: &Desk<'_>, table: &Table) -> Form {
    let mut groups: Vec<TaskGroup> = Vec::new();
    for (words, state) in &table.rows {
        let task = Task {
            task: words.title.clone(),
            goal: goals(words),
            lead: shorts(&words.leads),
            partners: shorts(&words.partners),
            doers: shorts(&words.doers),
            due: words.due_on.format("%Y年\n%-m月%-d日").to_string(),
            progress: state.clone(),
        };
        match groups.iter_mut().find(|group| group.aspect == words.aspect) {
            Some(group) => group.tasks.push(task),
            None => groups.push(TaskGroup { aspect: words.aspect.clone(), tasks: vec![task] }),
        }
    }
    let (group, office) = (&desk.profile.group, &desk.profile.office);
    let head = Letterhead {
        group: group.name.clone(),
        group_short: group.short.clone(),
        office: office.name.clone(),
        office_short: office.short.clone(),
        printed_on: date(desk.today()),
    };
    let as_of = table.on.map_or_else(|| date(desk.today()), date);
    TaskTable { subject: table.subject(), as_of, groups }.form(&head)
}
