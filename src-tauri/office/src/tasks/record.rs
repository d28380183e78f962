//! A plan, its items, stages, units and reports, as stored and as answered.
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::kinds::{
    TaskChange, TaskId, TaskPlanId, TaskPlanStage, TaskProgressId, TaskRole, TaskStageId, TaskState,
};
use crate::kernel::attachments::Attachment;
use crate::kernel::flow::StepChoice;
use crate::library::LibraryCitation;
use crate::registry::{UnitId, UnitKind};

/// A unit of an item, by its short name when it was laid on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskUnit {
    /// Unit.
    pub unit: UnitId,
    /// Short name.
    pub short: String,
    /// Kind: member units, districts and parks stand beside each other.
    pub kind: UnitKind,
}

/// A stage goal as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskGoal {
    /// The stage, if it is there already.
    #[serde(default)]
    pub id: Option<TaskStageId>,
    /// 阶段目标.
    pub goal: String,
    /// Last day.
    pub due_on: NaiveDate,
}

/// An item as it is written: what an edition keeps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskWords {
    /// 方面; may be empty.
    pub aspect: String,
    /// 工作任务.
    pub title: String,
    /// Remark; may be empty.
    pub note: String,
    /// 完成时限.
    pub due_on: NaiveDate,
    /// 阶段目标, by their days.
    pub goals: Vec<TaskGoal>,
    /// 牵头单位.
    pub leads: Vec<TaskUnit>,
    /// 配合单位.
    pub partners: Vec<TaskUnit>,
    /// 落实单位.
    pub doers: Vec<TaskUnit>,
}

impl TaskWords {
    /// Its units with their roles.
    pub fn units(&self) -> impl Iterator<Item = (TaskRole, &TaskUnit)> {
        let leads = self.leads.iter().map(|unit| (TaskRole::Lead, unit));
        let partners = self.partners.iter().map(|unit| (TaskRole::Partner, unit));
        leads.chain(partners).chain(self.doers.iter().map(|unit| (TaskRole::Doer, unit)))
    }
}

/// A stage with where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TaskStage {
    /// Id.
    pub id: TaskStageId,
    /// 阶段目标.
    pub goal: String,
    /// Last day.
    pub due_on: NaiveDate,
    /// How much is done, in per cent.
    pub percent: u32,
    /// Since when it is done.
    pub done_on: Option<NaiveDate>,
    /// Where it stands.
    pub state: TaskState,
    /// In Chinese.
    pub state_label: String,
    /// An adjustment replaced it; its reports stay.
    pub replaced: bool,
}

/// An item as a line of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TaskItem {
    /// Id.
    pub id: TaskId,
    /// Counts changes.
    pub version: i64,
    /// Its plan.
    pub plan: TaskPlanId,
    /// Year of the plan.
    pub year: i32,
    /// Place in the plan, from 1.
    pub position: i64,
    /// What is written of it.
    pub words: TaskWords,
    /// Lead units in one line.
    pub lead_label: String,
    /// Its stages that count, by their days.
    pub stages: Vec<TaskStage>,
    /// Mean of its stages, in per cent.
    pub percent: u32,
    /// Where it stands.
    pub state: TaskState,
    /// In Chinese; `已取消` where an edition struck it out.
    pub state_label: String,
    /// Calendar days to the next day that is not met; negative when it is over. None if all is done.
    pub days_left: Option<i64>,
    /// The edition that struck it out.
    pub dropped_in: Option<i64>,
    /// Why.
    pub drop_reason: String,
}

/// A report on a stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TaskProgress {
    /// Id.
    pub id: TaskProgressId,
    /// The stage.
    pub stage: TaskStageId,
    /// Its goal.
    pub goal: String,
    /// Day of the report.
    pub on: NaiveDate,
    /// How much is done, in per cent.
    pub percent: u32,
    /// In words.
    pub words: String,
    /// The unit that reports.
    pub unit_short: String,
    /// Who reports for it; may be empty.
    pub reporter: String,
    /// Where the paper lies; may be empty.
    pub basis: String,
    /// Who recorded it.
    pub recorded_by: String,
    /// When.
    pub recorded_at: NaiveDateTime,
}

/// How many items stand where.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct TaskFigures {
    /// Items that count.
    pub items: u32,
    /// 未启动.
    pub not_started: u32,
    /// 进行中.
    pub under_way: u32,
    /// 按期完成.
    pub in_time: u32,
    /// 逾期完成.
    pub late: u32,
    /// 逾期.
    pub overdue: u32,
    /// Mean of the items, in per cent.
    pub percent: u32,
}

/// A plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TaskPlan {
    /// Id.
    pub id: TaskPlanId,
    /// Counts changes.
    pub version: i64,
    /// Year.
    pub year: i32,
    /// Title.
    pub title: String,
    /// 年度工作目标 in words; may be empty.
    pub goal: String,
    /// Stage.
    pub stage: TaskPlanStage,
    /// In Chinese.
    pub stage_label: String,
    /// 0 while it is written; 1 when it went out; one more with each adjustment.
    pub edition: i64,
    /// When it went out.
    pub issued_on: Option<NaiveDate>,
    /// Number of the letter with which; may be empty.
    pub letter: String,
    /// How its items stand.
    pub figures: TaskFigures,
}

/// What an edition did to one item.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TaskItemChange {
    /// Item.
    pub item: TaskId,
    /// What happened.
    pub change: TaskChange,
    /// In Chinese.
    pub change_label: String,
    /// As it was in the edition before; none if it was not there.
    pub before: Option<TaskWords>,
    /// As it is in this one.
    pub after: TaskWords,
}

/// An edition: the issue or an adjustment.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TaskEdition {
    /// From 1.
    pub n: i64,
    /// Day.
    pub on: NaiveDate,
    /// Why.
    pub reason: String,
    /// Paper it rests on; may be empty.
    pub basis: String,
    /// When it was recorded.
    pub at: NaiveDateTime,
    /// By whom.
    pub who: String,
    /// What it changed; left out for the issue itself, which is the whole plan.
    pub changes: Vec<TaskItemChange>,
}

/// A plan with all that belongs to it but its items.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TaskPlanCard {
    /// The plan.
    pub plan: TaskPlan,
    /// Steps with the reasons why not.
    pub allowed: Vec<StepChoice>,
    /// The article, e.g. `第二条`.
    pub article: String,
    /// What the three roles are called under the rules: lead, partner, doer.
    pub roles: Vec<String>,
    /// 方面 in their order.
    pub aspects: Vec<String>,
    /// Editions, newest first.
    pub editions: Vec<TaskEdition>,
    /// Files.
    pub attachments: Vec<Attachment>,
}

/// An item with all that belongs to it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TaskCard {
    /// The item.
    pub item: TaskItem,
    /// Its plan.
    pub plan: TaskPlan,
    /// Steps with the reasons why not.
    pub allowed: Vec<StepChoice>,
    /// The article, e.g. `第二条`.
    pub article: String,
    /// What the three roles are called.
    pub roles: Vec<String>,
    /// 方面 of the plan in their order.
    pub aspects: Vec<String>,
    /// Stages that adjustments replaced.
    pub replaced: Vec<TaskStage>,
    /// Reports, newest first.
    pub progress: Vec<TaskProgress>,
    /// What editions did to it, newest first.
    pub editions: Vec<TaskEdition>,
    /// What it rests on in the library.
    pub citations: Vec<LibraryCitation>,
    /// Files and scans.
    pub attachments: Vec<Attachment>,
}

/// A unit and what it does in a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TaskUnitLine {
    /// Unit.
    pub unit: UnitId,
    /// Short name.
    pub short: String,
    /// Kind.
    pub kind: UnitKind,
    /// In Chinese.
    pub kind_label: String,
    /// Place in lists.
    pub order: i64,
    /// Items that it leads.
    pub leads: u32,
    /// Items in which it helps.
    pub partners: u32,
    /// Items that it carries out.
    pub doers: u32,
    /// Its items that are done.
    pub done: u32,
    /// Its items that are overdue.
    pub overdue: u32,
    /// Mean of its items, in per cent; none without any.
    pub percent: Option<u32>,
}
