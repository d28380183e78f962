//! The year's division of tasks (第二条): written and issued in January, adjusted once in July, reported on by its units.
use chrono::{Days, NaiveDate};
use office::Refusal;
use serde::Deserialize;
use serde_json::{Value, json};

use super::TODAY;
use super::content::read;
use super::life::{Deed, Life};
use super::register::id;

/// How fast a task goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pace {
    /// Every stage by its day.
    #[default]
    Done,
    /// The first stage after its day.
    Late,
    /// What is due last before today is not done.
    Stuck,
    /// What is due is done; what comes is begun.
    Slow,
}

/// A task as it is worded.
#[derive(Debug, Clone, Deserialize)]
pub struct Task {
    /// 方面.
    pub aspect: String,
    /// 工作任务.
    pub title: String,
    /// 牵头单位.
    pub lead: String,
    /// 配合单位.
    #[serde(default)]
    pub partners: Vec<String>,
    /// 落实单位; all counties, all parks by one word.
    #[serde(default)]
    pub doers: Vec<String>,
    /// Day and goal of each stage.
    pub goals: Vec<(NaiveDate, String)>,
    /// How fast it goes.
    #[serde(default)]
    pub pace: Pace,
}

/// The plan as it is worded.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Plan {
    /// 年度工作目标.
    pub goal: String,
    /// Letter with which it goes out.
    pub letter: String,
    /// Tasks.
    #[serde(rename = "task")]
    pub tasks: Vec<Task>,
}

/// What one day brings to the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// It is written.
    Write,
    /// It goes out.
    Issue,
    /// A unit reports: task, stage, per cent.
    Report(usize, usize, u32),
    /// One task is adjusted.
    Adjust,
}

/// What is carried along.
#[derive(Debug, Default)]
pub struct Work {
    plan: Plan,
    id: String,
    tasks: Vec<String>,
}

impl Work {
    /// With the year's wording.
    pub fn new() -> Result<Work, Refusal> {
        Ok(Work {
            plan: read("tasks.toml", include_str!("../../../../assets/demo/tasks.toml"))?,
            ..Work::default()
        })
    }
}

/// Writes the plan's days into the diary; an office that begins later writes it then.
pub fn plan(life: &mut Life, first: NaiveDate) {
    let begins = first.max(NaiveDate::from_ymd_opt(2016, 1, 7).unwrap_or(first));
    life.then(begins, Deed::Task(Act::Write));
    let issued = life.days.after(begins, 8);
    life.then(issued, Deed::Task(Act::Issue));
    if let Some(july) = NaiveDate::from_ymd_opt(2016, 7, 12).filter(|july| *july > issued) {
        life.then(july, Deed::Task(Act::Adjust));
    }
}

/// Does it.
pub fn act(life: &mut Life, act: Act) -> Result<(), Refusal> {
    match act {
        Act::Write => write(life),
        Act::Issue => issue(life),
        Act::Report(task, stage, percent) => report(life, task, stage, percent),
        Act::Adjust => adjust(life),
    }
}

fn units(life: &Life, names: &[String]) -> Result<Vec<String>, Refusal> {
    let mut all = Vec::new();
    for name in names {
        let kind = match name.as_str() {
            "县市区" => "county",
            "园区" => "park",
            short => {
                all.push(life.register.unit(short)?.to_owned());
                continue;
            }
        };
        for unit in life.units.iter().filter(|unit| unit.kind == kind) {
            all.push(life.register.unit(&unit.short)?.to_owned());
        }
    }
    Ok(all)
}

fn words(life: &Life, task: &Task) -> Result<Value, Refusal> {
    let goals: Vec<Value> =
        task.goals.iter().map(|(due, goal)| json!({"goal": goal, "due_on": due})).collect();
    Ok(json!({
        "aspect": task.aspect, "title": task.title, "due_on": task.goals.last().map(|(due, _)| *due), "goals": goals,
        "leads": [life.register.unit(&task.lead)?], "partners": units(life, &task.partners)?,
        "doers": units(life, &task.doers)?,
    }))
}

fn write(life: &mut Life) -> Result<(), Refusal> {
    let card: Value = life.walk.ask("task_plan_add", json!({"year": 2016, "goal": life.work.plan.goal}))?;
    life.work.id = id(&card["plan"])?;
    let mut version = card["plan"]["version"].clone();
    for task in life.work.plan.tasks.clone() {
        let request = json!({"plan": life.work.id, "version": version, "words": words(life, &task)?});
        let card: Value = life.walk.ask("task_save", request)?;
        version = card["plan"]["version"].clone();
        let task = id(&card["item"])?;
        life.work.tasks.push(task);
    }
    Ok(())
}

fn issue(life: &mut Life) -> Result<(), Refusal> {
    let card: Value = life.walk.ask("task_plan_open", json!({"plan": life.work.id}))?;
    let today = life.walk.today();
    let request = json!({
        "plan": life.work.id, "version": card["plan"]["version"], "on": today, "letter": life.work.plan.letter,
    });
    life.walk.tell("task_plan_issue", request)?;
    for (n, task) in life.work.plan.tasks.clone().into_iter().enumerate() {
        let last_due = task.goals.iter().filter(|(due, _)| *due < TODAY).count();
        let mut begins = today;
        for (stage, (due, _)) in task.goals.iter().enumerate() {
            if begins > TODAY {
                break;
            }
            let span = (*due - begins).num_days().max(2) as u64;
            let half = begins + Days::new(span / 2);
            life.then(half, Deed::Task(Act::Report(n, stage, 30 + (n as u32 * 7 + stage as u32 * 13) % 41)));
            let stuck = task.pace == Pace::Stuck && stage + 1 == last_due;
            let late = task.pace == Pace::Late && stage == 0;
            let done = if late {
                *due + Days::new(9)
            } else {
                *due - Days::new((n % 5) as u64 + 3).min(Days::new(span / 3))
            };
            let done = done.max(half);
            if !stuck {
                life.then(done, Deed::Task(Act::Report(n, stage, 100)));
            }
            // An office that begins late in the year reports on old stages one after the other.
            begins = done.max(*due) + Days::new(4);
        }
    }
    Ok(())
}

const SAYS: [&str; 4] = [
    "按计划推进，责任科室和完成时间已经明确。",
    "已完成主要工作量，正在收尾。",
    "已召开专题会议部署，有关资料按季度归档。",
    "工作有序推进，存在的问题已列出清单逐项解决。",
];

fn report(life: &mut Life, task: usize, stage: usize, percent: u32) -> Result<(), Refusal> {
    let Some(item) = life.work.tasks.get(task).cloned() else { return Ok(()) };
    let card: Value = life.walk.ask("task_open", json!({"task": item}))?;
    let Some(at) = card["item"]["stages"].get(stage) else { return Ok(()) };
    let goal = at["goal"].as_str().unwrap_or_default();
    let words = match percent {
        100 => format!("“{goal}”已完成，佐证材料已归档。"),
        _ => SAYS[(task + stage) % SAYS.len()].to_owned(),
    };
    let request = json!({
        "task": item, "stage": at["id"], "on": life.walk.today(), "percent": percent, "words": words,
        "reporter": "承办科室", "basis": if percent == 100 { "佐证材料存责任单位档案柜" } else { "" },
    });
    life.walk.tell("task_report", request)
}

/// The flood of July moves one task's last day and adds a stage.
fn adjust(life: &mut Life) -> Result<(), Refusal> {
    let n =
        life.work.plan.tasks.iter().position(|task| task.title.starts_with("中小型水利工程")).unwrap_or(0);
    let Some(item) = life.work.tasks.get(n).cloned() else { return Ok(()) };
    let open: Value = life.walk.ask("task_open", json!({"task": item}))?;
    let mut words = words(life, &life.work.plan.tasks[n])?;
    let first = &open["item"]["stages"][0];
    words["goals"] = json!([
        {"id": first["id"], "goal": first["goal"], "due_on": first["due_on"]},
        {"goal": "灾后重建水利工程全部纳入检测", "due_on": "2016-09-30"},
        {"id": open["item"]["stages"][1]["id"], "goal": "在建工程检测全覆盖", "due_on": "2016-11-30"},
    ]);
    words["due_on"] = json!("2016-11-30");
    let request = json!({
        "plan": life.work.id, "version": open["plan"]["version"], "on": life.walk.today(),
        "reason": "汛期灾后重建增加工程，检测任务和时限相应调整", "basis": "组长批示（见收文处理笺）",
        "changes": [{"task": item, "words": words}],
    });
    life.walk.tell("task_adjust", request)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::content;

    #[test]
    fn the_plan_is_worded_by_the_rules_and_names_units_that_there_are() {
        let work = Work::new().unwrap();
        assert_eq!(work.plan.tasks.len(), 40);
        let units = content::units().unwrap();
        for task in &work.plan.tasks {
            let all = std::iter::once(&task.lead).chain(&task.partners).chain(&task.doers);
            for name in all {
                let group = ["县市区", "园区"].contains(&name.as_str());
                assert!(group || units.iter().any(|unit| unit.short == *name), "{name} of {}", task.title);
            }
            assert!(task.goals.windows(2).all(|two| two[0].0 < two[1].0), "{}", task.title);
        }
        for pace in [Pace::Done, Pace::Late, Pace::Stuck, Pace::Slow] {
            assert!(work.plan.tasks.iter().any(|task| task.pace == pace), "{pace:?}");
        }
    }
}
