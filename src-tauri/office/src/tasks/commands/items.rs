//! Items: which there are, writing them while the plan is written, what they rest on (第二条).
use serde::Deserialize;
use ts_rs::TS;

use super::plans::{self, aspects};
use crate::kernel::attachments::{self, Upload};
use crate::kernel::checks::needed;
use crate::kernel::desk::Desk;
use crate::kernel::refusal::{Refusal, Result, article_name};
use crate::kernel::rows::{Key, Order, Rows, Slice, SortColumn, arrange, part};
use crate::library::{self, CitationId, LibraryId};
use crate::registry::{self, Unit, UnitId, UnitKind};
use crate::tasks::kinds::{TaskId, TaskPlanId, TaskPlanStep, TaskRole, TaskState};
use crate::tasks::record::{TaskCard, TaskGoal, TaskItem, TaskUnit, TaskWords};
use crate::tasks::store::{editions, items, plans as stored, progress};
use crate::tasks::{CITES, flow, rules};

/// Owner kind of files and scans.
pub(in crate::tasks) const OWNER: &str = "task_item";

/// Which items are wanted.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct TaskFilter {
    /// Only of this plan.
    pub plan: Option<TaskPlanId>,
    /// Only of this year.
    pub year: Option<i32>,
    /// Only items in which this unit has a role.
    pub unit: Option<UnitId>,
    /// Only with this role of that unit, or of units of that kind.
    pub role: Option<TaskRole>,
    /// Only items in which a unit of this kind has a role.
    pub kind: Option<UnitKind>,
    /// Only of this 方面.
    pub aspect: Option<String>,
    /// Only where it stands so.
    pub state: Option<TaskState>,
    /// Struck-out items, too.
    pub dropped: bool,
    /// Words in task, goals, remark or units.
    pub words: String,
    /// Which part of the list.
    pub slice: Slice,
    /// In which order; the plan's own if left out.
    pub order: Option<Order>,
}

/// Which item.
#[derive(Debug, Deserialize, TS)]
pub struct TaskAsked {
    /// Its id.
    pub task: TaskId,
}

/// An item as it is typed: units by their ids.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct TaskDraft {
    /// 方面.
    #[serde(default)]
    pub aspect: String,
    /// 工作任务.
    pub title: String,
    /// Remark.
    #[serde(default)]
    pub note: String,
    /// 完成时限.
    pub due_on: chrono::NaiveDate,
    /// 阶段目标.
    pub goals: Vec<TaskGoal>,
    /// 牵头单位.
    pub leads: Vec<UnitId>,
    /// 配合单位.
    #[serde(default)]
    pub partners: Vec<UnitId>,
    /// 落实单位.
    #[serde(default)]
    pub doers: Vec<UnitId>,
}

/// An item of a plan that is written.
#[derive(Debug, Deserialize, TS)]
pub struct TaskSave {
    /// Plan.
    pub plan: TaskPlanId,
    /// Version of the plan it was seen in.
    pub version: i64,
    /// The item; a new one if left out.
    #[serde(default)]
    pub task: Option<TaskId>,
    /// What is written.
    pub words: TaskDraft,
}

/// An item goes out of a plan that is written.
#[derive(Debug, Deserialize, TS)]
pub struct TaskRemove {
    /// Item.
    pub task: TaskId,
    /// Version it was seen in.
    pub version: i64,
}

/// A file for an item.
#[derive(Debug, Deserialize, TS)]
pub struct TaskAttach {
    /// Item.
    pub task: TaskId,
    /// What it is.
    pub purpose: String,
    /// The file.
    pub file: Upload,
}

/// An item rests on an entry of the library.
#[derive(Debug, Deserialize, TS)]
pub struct TaskCite {
    /// Item.
    pub task: TaskId,
    /// Entry.
    pub entry: LibraryId,
    /// Which article of it, or why.
    #[serde(default)]
    pub note: String,
}

/// A citation is taken back.
#[derive(Debug, Deserialize, TS)]
pub struct TaskUncite {
    /// Item.
    pub task: TaskId,
    /// Citation.
    pub citation: CitationId,
}

const COLUMNS: &[SortColumn<TaskItem>] = &[
    ("position", |one| Key::Count(one.position)),
    ("title", |one| Key::words(&one.words.title)),
    ("aspect", |one| Key::words(&one.words.aspect)),
    ("lead_label", |one| Key::words(&one.lead_label)),
    ("due_on", |one| Key::Day(one.words.due_on)),
    ("days_left", |one| one.days_left.map_or(Key::Nothing, Key::Count)),
    ("percent", |one| Key::Count(i64::from(one.percent))),
    ("state_label", |one| Key::Count(one.state as i64 + if one.dropped_in.is_some() { 10 } else { 0 })),
];

/// Every item that fits, in the order asked for.
pub fn all(desk: &Desk<'_>, q: &TaskFilter) -> Result<Vec<TaskItem>> {
    let of = q.plan.map_or(items::Of::Year(q.year), items::Of::Plan);
    let mut rows = items::load(desk, of)?;
    rows.retain(|item| fits(q, item));
    arrange(&mut rows, q.order.as_ref(), COLUMNS)?;
    Ok(rows)
}

fn fits(q: &TaskFilter, item: &TaskItem) -> bool {
    let (words, unit_asked) = (q.words.trim(), q.unit.is_some() || q.role.is_some() || q.kind.is_some());
    let unit = |role: TaskRole, unit: &TaskUnit| {
        q.unit.is_none_or(|id| id == unit.unit)
            && q.role.is_none_or(|wanted| wanted == role)
            && q.kind.is_none_or(|kind| kind == unit.kind)
    };
    let said = || {
        let own = [&item.words.title, &item.words.aspect, &item.words.note];
        let goals = item.words.goals.iter().map(|goal| &goal.goal);
        let units = item.words.units().map(|(_, unit)| &unit.short);
        own.into_iter().chain(goals).chain(units).any(|text| text.contains(words))
    };
    (q.dropped || item.dropped_in.is_none())
        && q.year.is_none_or(|year| year == item.year)
        && q.aspect.as_ref().is_none_or(|aspect| *aspect == item.words.aspect)
        && q.state.is_none_or(|state| state == item.state && item.dropped_in.is_none())
        && (!unit_asked || item.words.units().any(|(role, one)| unit(role, one)))
        && (words.is_empty() || said())
}

pub(super) fn list(desk: &Desk<'_>, q: TaskFilter) -> Result<Rows<TaskItem>> {
    Ok(part(all(desk, &q)?, q.slice))
}

pub(super) fn open(desk: &Desk<'_>, q: TaskAsked) -> Result<TaskCard> {
    let item = items::get(desk, q.task)?;
    let plan = plans::card(desk, item.plan)?.plan;
    let rules = &desk.profile.tasks;
    let all = items::load(desk, items::Of::Plan(plan.id))?;
    let mut allowed = flow::choices(plan.stage, plan.figures.items as usize, rules.article);
    allowed.retain(|choice| choice.step != TaskPlanStep::Issue.key());
    if item.dropped_in.is_some() {
        for choice in &mut allowed {
            choice.why_not = Some("这项任务已经取消。".into());
        }
    }
    Ok(TaskCard {
        allowed,
        article: article_name(rules.article),
        roles: rules.roles.clone(),
        aspects: aspects(&all),
        replaced: items::replaced(desk, item.id)?,
        progress: progress::of(desk, item.id)?,
        editions: editions::all(desk, plan.id, Some(item.id))?,
        citations: library::citations_of(desk, CITES, &item.id.to_string())?,
        attachments: attachments::of(desk, OWNER, item.id)?,
        plan,
        item,
    })
}

/// Units that a draft names but that do not stand today, kept where they are in the item already.
pub(in crate::tasks) type AsWritten<'a> = Option<&'a TaskItem>;

/// What is typed with its units looked up; refuses a unit that does not stand today, unless it is in the item already.
pub(in crate::tasks) fn written(desk: &Desk<'_>, draft: &TaskDraft, old: AsWritten<'_>) -> Result<TaskWords> {
    let standing = registry::units_on(desk, desk.today(), UnitKind::REPORTING)?;
    let units =
        |ids: &[UnitId]| ids.iter().map(|id| unit(desk, *id, &standing, old)).collect::<Result<Vec<_>>>();
    let mut goals: Vec<TaskGoal> =
        draft.goals.iter().map(|goal| TaskGoal { goal: goal.goal.trim().into(), ..goal.clone() }).collect();
    goals.sort_by_key(|goal| goal.due_on);
    Ok(TaskWords {
        aspect: draft.aspect.trim().into(),
        title: draft.title.trim().into(),
        note: draft.note.trim().into(),
        due_on: draft.due_on,
        goals,
        leads: units(&draft.leads)?,
        partners: units(&draft.partners)?,
        doers: units(&draft.doers)?,
    })
}

fn unit(desk: &Desk<'_>, id: UnitId, standing: &[Unit], old: AsWritten<'_>) -> Result<TaskUnit> {
    if let Some(now) = standing.iter().find(|one| one.id == id) {
        return Ok(TaskUnit { unit: id, short: now.short.clone(), kind: now.kind });
    }
    let there = old.and_then(|item| item.words.units().find(|(_, unit)| unit.unit == id));
    if let Some((_, unit)) = there {
        return Ok(unit.clone());
    }
    let short = registry::unit(desk, id)?.short;
    Err(Refusal::refused(format!("{short}现在不是成员单位、县市区或园区，不能承担任务。"))
        .hint("请选择在册的单位。")
        .article(desk.profile.tasks.article))
}

/// The same, checked against the rules.
pub(in crate::tasks) fn checked(
    desk: &Desk<'_>,
    year: i32,
    draft: &TaskDraft,
    old: AsWritten<'_>,
) -> Result<TaskWords> {
    let words = written(desk, draft, old)?;
    rules::check(&desk.profile.tasks, year, &words)?;
    Ok(words)
}

pub(super) fn save(desk: &Desk<'_>, q: TaskSave) -> Result<TaskCard> {
    let plan = stored::get(desk, q.plan)?;
    flow::next(plan.stage, TaskPlanStep::Edit, 1, desk.profile.tasks.article)?;
    let old = q.task.map(|id| items::get(desk, id)).transpose()?;
    if old.as_ref().is_some_and(|item| item.plan != plan.id) {
        return Err(Refusal::not_found("工作任务"));
    }
    let words = checked(desk, plan.year, &q.words, old.as_ref())?;
    stored::touch(desk, plan.id, q.version)?;
    let id = match &old {
        Some(item) => {
            items::update(desk, item, item.version, &words)?;
            item.id
        }
        None => items::insert(desk, plan.id, &words)?,
    };
    open(desk, TaskAsked { task: id })
}

pub(super) fn remove(desk: &Desk<'_>, q: TaskRemove) -> Result<crate::tasks::record::TaskPlanCard> {
    let item = items::get(desk, q.task)?;
    let plan = stored::get(desk, item.plan)?;
    flow::next(plan.stage, TaskPlanStep::Edit, 1, desk.profile.tasks.article)?;
    items::remove(desk, &item, q.version)?;
    plans::card(desk, plan.id)
}

pub(super) fn attach(desk: &Desk<'_>, q: TaskAttach) -> Result<TaskCard> {
    let item = items::get(desk, q.task)?;
    attachments::add(desk, OWNER, item.id, needed(&q.purpose, "附件的用途")?, &q.file)?;
    open(desk, TaskAsked { task: item.id })
}

pub(super) fn cite(desk: &Desk<'_>, q: TaskCite) -> Result<TaskCard> {
    let item = items::get(desk, q.task)?;
    let citing = library::Citing {
        kind: CITES,
        record: item.id.to_string(),
        label: format!("{}年第{}项　{}", item.year, item.position, item.words.title),
        page: format!("/tasks/{}", item.id),
    };
    library::cite(desk, q.entry, &citing, &q.note)?;
    open(desk, TaskAsked { task: item.id })
}

pub(super) fn uncite(desk: &Desk<'_>, q: TaskUncite) -> Result<TaskCard> {
    library::take_back(desk, CITES, &q.task.to_string(), q.citation)?;
    open(desk, TaskAsked { task: q.task })
}
