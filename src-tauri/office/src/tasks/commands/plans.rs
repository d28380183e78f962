//! Plans: which there are, a new one, one from last year's, its issue (第二条).
use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::Nothing;
use crate::kernel::attachments::{self, Upload};
use crate::kernel::checks::{needed, possible};
use crate::kernel::desk::Desk;
use crate::kernel::refusal::{Refusal, Result, article_name};
use crate::registry::{self, Unit};
use crate::tasks::kinds::{TaskChange, TaskPlanId, TaskPlanStep, TaskState};
use crate::tasks::record::{TaskFigures, TaskGoal, TaskItem, TaskPlan, TaskPlanCard, TaskUnit, TaskWords};
use crate::tasks::store::{editions, items, plans};
use crate::tasks::{flow, rules};

const OWNER: &str = "task_plan";

/// Which plan.
#[derive(Debug, Deserialize, TS)]
pub struct TaskPlanAsked {
    /// Its id.
    pub plan: TaskPlanId,
}

/// A new plan.
#[derive(Debug, Deserialize, TS)]
pub struct TaskPlanAdd {
    /// Year.
    pub year: i32,
    /// Title; made from the year if empty.
    #[serde(default)]
    pub title: String,
    /// 年度工作目标.
    #[serde(default)]
    pub goal: String,
}

/// A plan written anew.
#[derive(Debug, Deserialize, TS)]
pub struct TaskPlanEdit {
    /// Plan.
    pub plan: TaskPlanId,
    /// Version it was seen in.
    pub version: i64,
    /// Title.
    pub title: String,
    /// 年度工作目标.
    #[serde(default)]
    pub goal: String,
}

/// A plan out of the one of the year before.
#[derive(Debug, Deserialize, TS)]
pub struct TaskPlanCopy {
    /// The new year.
    pub year: i32,
}

/// A plan goes out.
#[derive(Debug, Deserialize, TS)]
pub struct TaskPlanIssue {
    /// Plan.
    pub plan: TaskPlanId,
    /// Version it was seen in.
    pub version: i64,
    /// Day.
    pub on: NaiveDate,
    /// Number of the letter with which it went out.
    #[serde(default)]
    pub letter: String,
    /// Scan of it.
    #[serde(default)]
    pub scan: Option<Upload>,
}

/// A file for a plan.
#[derive(Debug, Deserialize, TS)]
pub struct TaskPlanAttach {
    /// Plan.
    pub plan: TaskPlanId,
    /// What it is.
    pub purpose: String,
    /// The file.
    pub file: Upload,
}

/// What was copied.
#[derive(Debug, Serialize, TS)]
pub struct TaskPlanCopied {
    /// The new plan.
    pub card: TaskPlanCard,
    /// What could not be taken over as it was, one sentence each.
    pub notes: Vec<String>,
}

pub(super) fn list(desk: &Desk<'_>, _: Nothing) -> Result<Vec<TaskPlan>> {
    plans::all(desk)?.into_iter().map(|plan| with_figures(desk, plan).map(|(plan, _)| plan)).collect()
}

fn with_figures(desk: &Desk<'_>, mut plan: TaskPlan) -> Result<(TaskPlan, Vec<TaskItem>)> {
    let all = items::load(desk, items::Of::Plan(plan.id))?;
    plan.figures = figures(&all);
    Ok((plan, all))
}

fn figures(all: &[TaskItem]) -> TaskFigures {
    let counted: Vec<&TaskItem> = all.iter().filter(|item| item.dropped_in.is_none()).collect();
    let of = |state: TaskState| counted.iter().filter(|item| item.state == state).count() as u32;
    let items = counted.len() as u32;
    TaskFigures {
        items,
        not_started: of(TaskState::NotStarted),
        under_way: of(TaskState::UnderWay),
        in_time: of(TaskState::InTime),
        late: of(TaskState::Late),
        overdue: of(TaskState::Overdue),
        percent: counted.iter().map(|item| item.percent).sum::<u32>().checked_div(items).unwrap_or(0),
    }
}

/// A plan with all that belongs to it.
pub(in crate::tasks) fn card(desk: &Desk<'_>, id: TaskPlanId) -> Result<TaskPlanCard> {
    let (plan, all) = with_figures(desk, plans::get(desk, id)?)?;
    let rules = &desk.profile.tasks;
    Ok(TaskPlanCard {
        allowed: flow::choices(plan.stage, plan.figures.items as usize, rules.article),
        article: article_name(rules.article),
        roles: rules.roles.clone(),
        aspects: aspects(&all),
        editions: editions::all(desk, id, None)?,
        attachments: attachments::of(desk, OWNER, id)?,
        plan,
    })
}

/// 方面 in the order of their first items.
pub(super) fn aspects(all: &[TaskItem]) -> Vec<String> {
    let mut seen: Vec<String> = Vec::new();
    for item in all.iter().filter(|item| !item.words.aspect.is_empty()) {
        if !seen.contains(&item.words.aspect) {
            seen.push(item.words.aspect.clone());
        }
    }
    seen
}

pub(super) fn open(desk: &Desk<'_>, q: TaskPlanAsked) -> Result<TaskPlanCard> {
    card(desk, q.plan)
}

/// Refuses a second plan of a year, and a year that cannot be meant.
fn free(desk: &Desk<'_>, year: i32) -> Result<()> {
    let article = desk.profile.tasks.article;
    if plans::of_year(desk, year)?.is_some() {
        return Err(Refusal::refused(format!("{year}年的年度计划已经有了。"))
            .hint("请打开那一份编制或调整。")
            .article(article));
    }
    let this = desk.today().year();
    if !(this - 5..=this + 1).contains(&year) {
        return Err(Refusal::refused(format!("年度“{year}”不合理。"))
            .hint(format!("请填写{}至{}之间的年份。", this - 5, this + 1))
            .article(article));
    }
    Ok(())
}

fn titled(desk: &Desk<'_>, year: i32, title: &str) -> String {
    match title.trim() {
        "" => format!("{year}年{}工作目标任务分解", desk.campaign.short),
        title => title.into(),
    }
}

pub(super) fn add(desk: &Desk<'_>, q: TaskPlanAdd) -> Result<TaskPlanCard> {
    free(desk, q.year)?;
    let id = plans::insert(desk, q.year, &titled(desk, q.year, &q.title), q.goal.trim())?;
    card(desk, id)
}

pub(super) fn edit(desk: &Desk<'_>, q: TaskPlanEdit) -> Result<TaskPlanCard> {
    let plan = plans::get(desk, q.plan)?;
    flow::next(plan.stage, TaskPlanStep::Edit, 1, desk.profile.tasks.article)?;
    plans::edit(desk, plan.id, q.version, needed(&q.title, "计划名称")?, q.goal.trim())?;
    card(desk, plan.id)
}

pub(super) fn copy(desk: &Desk<'_>, q: TaskPlanCopy) -> Result<TaskPlanCopied> {
    free(desk, q.year)?;
    let Some(last) = plans::of_year(desk, q.year - 1)? else {
        return Err(Refusal::refused(format!("没有{}年的年度计划可以复制。", q.year - 1))
            .hint("请新建，或从 Excel 导入。"));
    };
    let id = plans::insert(desk, q.year, &titled(desk, q.year, ""), &last.goal)?;
    let standing = registry::units_on(desk, desk.today(), &[])?;
    let mut notes = Vec::new();
    let old = items::load(desk, items::Of::Plan(last.id))?;
    for item in old.into_iter().filter(|item| item.dropped_in.is_none()) {
        let words = moved(&item.words, &standing, &mut notes);
        if let Some((_, fact, _)) = rules::faults(&desk.profile.tasks, q.year, &words).into_iter().next() {
            notes.push(format!("“{}”：{fact}请在印发前补正。", words.title));
        }
        items::insert(desk, id, &words)?;
    }
    Ok(TaskPlanCopied { card: card(desk, id)?, notes })
}

/// A year later, with the units that still stand.
fn moved(words: &TaskWords, standing: &[Unit], notes: &mut Vec<String>) -> TaskWords {
    let later = |day: NaiveDate| day.checked_add_months(Months::new(12)).unwrap_or(day);
    let mut keep = |units: &[TaskUnit]| -> Vec<TaskUnit> {
        let mut kept = Vec::new();
        for unit in units {
            match standing.iter().find(|one| one.id == unit.unit) {
                Some(now) => {
                    kept.push(TaskUnit { unit: now.id, short: now.short.clone(), kind: now.kind });
                }
                None => notes.push(format!("“{}”：{}已退出，没有带入。", words.title, unit.short)),
            }
        }
        kept
    };
    TaskWords {
        leads: keep(&words.leads),
        partners: keep(&words.partners),
        doers: keep(&words.doers),
        due_on: later(words.due_on),
        goals: words
            .goals
            .iter()
            .map(|goal| TaskGoal { id: None, goal: goal.goal.clone(), due_on: later(goal.due_on) })
            .collect(),
        ..words.clone()
    }
}

pub(super) fn issue(desk: &Desk<'_>, q: TaskPlanIssue) -> Result<TaskPlanCard> {
    let (plan, all) = with_figures(desk, plans::get(desk, q.plan)?)?;
    let article = desk.profile.tasks.article;
    flow::next(plan.stage, TaskPlanStep::Issue, all.len(), article)?;
    let on = possible(q.on, NaiveDate::MIN, desk.today(), "印发日期", "编制")?;
    for item in &all {
        if let Some((_, fact, hint)) =
            rules::faults(&desk.profile.tasks, plan.year, &item.words).into_iter().next()
        {
            return Err(Refusal::refused(format!("第{}项“{}”：{fact}", item.position, item.words.title))
                .hint(hint)
                .article(article));
        }
    }
    plans::issue(desk, plan.id, q.version, on, q.letter.trim())?;
    let edition = editions::Edition { n: 1, on, reason: "印发", basis: q.letter.trim() };
    editions::insert(desk, plan.id, &edition)?;
    for item in &all {
        editions::keep(desk, item.id, 1, TaskChange::Issued, &item.words)?;
    }
    if let Some(scan) = &q.scan {
        attachments::add(desk, OWNER, plan.id, "印发件扫描件", scan)?;
    }
    card(desk, plan.id)
}

pub(super) fn attach(desk: &Desk<'_>, q: TaskPlanAttach) -> Result<TaskPlanCard> {
    let plan = plans::get(desk, q.plan)?;
    attachments::add(desk, OWNER, plan.id, needed(&q.purpose, "附件的用途")?, &q.file)?;
    card(desk, plan.id)
}
