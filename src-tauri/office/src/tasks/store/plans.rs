//! Rows of plans.
use chrono::{Datelike, NaiveDate};
use rusqlite::{OptionalExtension, Row, named_params};

use super::{found, one};
use crate::kernel::desk::Desk;
use crate::kernel::refusal::{Refusal, Result};
use crate::tasks::kinds::{TaskPlanId, TaskPlanStage};
use crate::tasks::record::{TaskFigures, TaskPlan};

pub(in crate::tasks) fn insert(desk: &Desk<'_>, year: i32, title: &str, goal: &str) -> Result<TaskPlanId> {
    let id: TaskPlanId = desk.new_id();
    desk.tx.execute(
        "INSERT INTO task_plan (id, campaign, year, title, goal, stage, created_at, created_by)
         VALUES (:id, :campaign, :year, :title, :goal, 'draft', :now, :by)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":year": year, ":title": title, ":goal": goal,
            ":now": desk.now, ":by": desk.who.name,
        },
    )?;
    Ok(id)
}

pub(in crate::tasks) fn edit(
    desk: &Desk<'_>,
    id: TaskPlanId,
    version: i64,
    title: &str,
    goal: &str,
) -> Result<()> {
    one(desk.tx.execute(
        "UPDATE task_plan SET title = :title, goal = :goal, version = version + 1
         WHERE id = :id AND version = :version AND stage = 'draft'",
        named_params! {":title": title, ":goal": goal, ":id": id, ":version": version},
    )?)
}

/// The plan goes out as its first edition.
pub(in crate::tasks) fn issue(
    desk: &Desk<'_>,
    id: TaskPlanId,
    version: i64,
    on: NaiveDate,
    letter: &str,
) -> Result<()> {
    one(desk.tx.execute(
        "UPDATE task_plan SET stage = 'issued', edition = 1, issued_on = :on, letter = :letter, version = version + 1
         WHERE id = :id AND version = :version AND stage = 'draft'",
        named_params! {":on": on, ":letter": letter, ":id": id, ":version": version},
    )?)
}

/// The plan comes to its next edition.
pub(in crate::tasks) fn advance(desk: &Desk<'_>, plan: &TaskPlan, version: i64) -> Result<i64> {
    one(desk.tx.execute(
        "UPDATE task_plan SET edition = edition + 1, version = version + 1
         WHERE id = :id AND version = :version AND stage = 'issued'",
        named_params! {":id": plan.id, ":version": version},
    )?)?;
    Ok(plan.edition + 1)
}

/// A change of items counts as a change of the plan that is written.
pub(in crate::tasks) fn touch(desk: &Desk<'_>, id: TaskPlanId, version: i64) -> Result<()> {
    one(desk.tx.execute(
        "UPDATE task_plan SET version = version + 1 WHERE id = :id AND version = :version AND stage = 'draft'",
        named_params! {":id": id, ":version": version},
    )?)
}

/// One plan; its figures are the card's.
pub(in crate::tasks) fn get(desk: &Desk<'_>, id: TaskPlanId) -> Result<TaskPlan> {
    let sql = "SELECT * FROM task_plan WHERE id = :id AND campaign = :campaign";
    let given = named_params! {":id": id, ":campaign": desk.campaign.id};
    found(desk.tx.query_row(sql, given, read), "年度计划")
}

/// The plan of a year, if there is one.
pub(in crate::tasks) fn of_year(desk: &Desk<'_>, year: i32) -> Result<Option<TaskPlan>> {
    let sql = "SELECT * FROM task_plan WHERE campaign = :campaign AND year = :year";
    let given = named_params! {":campaign": desk.campaign.id, ":year": year};
    Ok(desk.tx.query_row(sql, given, read).optional()?)
}

/// The plan that is meant: the one named, else this year's, else the latest.
pub(in crate::tasks) fn meant(desk: &Desk<'_>, id: Option<TaskPlanId>) -> Result<TaskPlan> {
    if let Some(id) = id {
        return get(desk, id);
    }
    let this = of_year(desk, desk.today().year())?;
    let found = match this {
        None => all(desk)?.into_iter().next(),
        this => this,
    };
    found.ok_or_else(|| {
        Refusal::refused("还没有年度计划。")
            .hint("请先在“任务分解”里新建或导入。")
            .article(desk.profile.tasks.article)
    })
}

/// All plans, the latest year first.
pub(in crate::tasks) fn all(desk: &Desk<'_>) -> Result<Vec<TaskPlan>> {
    let sql = "SELECT * FROM task_plan WHERE campaign = :campaign ORDER BY year DESC LIMIT 200";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":campaign": desk.campaign.id}, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<TaskPlan> {
    let stage: TaskPlanStage = row.get("stage")?;
    Ok(TaskPlan {
        id: row.get("id")?,
        version: row.get("version")?,
        year: row.get("year")?,
        title: row.get("title")?,
        goal: row.get("goal")?,
        stage,
        stage_label: stage.label().into(),
        edition: row.get("edition")?,
        issued_on: row.get("issued_on")?,
        letter: row.get("letter")?,
        figures: TaskFigures::default(),
    })
}
