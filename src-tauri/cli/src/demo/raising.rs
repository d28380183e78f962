//! The year's matters (第六条, 第七条): raised, deliberated on by the next joint meeting, decided, closed.
use chrono::{Days, NaiveDate};
use office::Refusal;
use serde::Deserialize;
use serde_json::{Value, json};

use super::content::read;
use super::life::{Deed, Life};
use super::paperwork::{holder, meet};
use super::register::id;
use super::scan;

/// A matter as it is worded.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Matter {
    /// Day on which it is raised.
    pub day: NaiveDate,
    /// Unit that raises it, or the office.
    pub by: String,
    /// Which way it goes.
    pub way: String,
    /// Title.
    pub title: String,
    /// Text.
    pub text: String,
    /// What it rests on.
    pub basis: String,
    /// Why it is raised to major, or taken back.
    pub reason: String,
    /// What whoever decides says.
    pub words: String,
    /// 办理结果.
    pub result: String,
    /// Title of the agenda item under which a meeting dealt with it.
    pub agenda: String,
    /// Title of an entry of the library.
    pub cite: String,
}

#[derive(Deserialize)]
struct All {
    matter: Vec<Matter>,
}

/// What one day brings to matters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// A deputy entrusts the director until this day.
    Entrust(NaiveDate),
    /// It is raised.
    Raise(usize),
    /// It goes one step on.
    Onward(usize),
}

/// What is carried along.
#[derive(Debug, Default)]
pub struct Matters {
    all: Vec<Matter>,
    ids: std::collections::BTreeMap<usize, String>,
}

impl Matters {
    /// With the year's wording.
    pub fn new() -> Result<Matters, Refusal> {
        let all: All = read("matters.toml", include_str!("../../../../assets/demo/matters.toml"))?;
        Ok(Matters { all: all.matter, ..Matters::default() })
    }
}

/// Writes the days into the diary.
pub fn plan(life: &mut Life, first: NaiveDate) {
    for (from, to) in [((2016, 3, 1), (2016, 6, 30)), ((2016, 9, 1), (2016, 12, 31))] {
        let day = |(y, m, d)| NaiveDate::from_ymd_opt(y, m, d).unwrap_or(first);
        if day(from) >= first {
            life.then(day(from), Deed::Matter(Act::Entrust(day(to))));
        }
    }
    for n in 0..life.matters.all.len() {
        if life.matters.all[n].day >= first {
            life.then(life.matters.all[n].day, Deed::Matter(Act::Raise(n)));
        }
    }
}

/// Does it.
pub fn act(life: &mut Life, act: Act) -> Result<(), Refusal> {
    if life.desk.people.is_empty() {
        meet(life)?;
    }
    match act {
        Act::Entrust(to) => entrust(life, to),
        Act::Raise(n) => raise(life, n),
        Act::Onward(n) => onward(life, n),
    }
}

fn entrust(life: &Life, to: NaiveDate) -> Result<(), Refusal> {
    let today = life.walk.today();
    let request = json!({
        "grantor": holder(life, "deputy", 0)?, "words": "创建办日常工作事项委托创建办主任审定，涉及经费超过五万元的除外。",
        "granted_on": today, "from": today, "to": to, "basis": "委托书原件存创建办专柜",
    });
    life.walk.tell("matter_entrust", request)
}

fn raise(life: &mut Life, n: usize) -> Result<(), Refusal> {
    let matter = life.matters.all[n].clone();
    let major = matter.way == "meeting" || matter.way == "wait_major";
    let unit =
        (matter.by != "市创建办").then(|| life.register.unit(&matter.by)).transpose()?.map(str::to_owned);
    let scan = scan::page(
        &life.fonts,
        &format!("关于{}的请示", matter.title),
        std::slice::from_ref(&matter.text),
        &matter.by,
        life.walk.now(),
    )?;
    let request = json!({
        "level": if major { "major" } else { "routine" }, "title": matter.title, "text": matter.text,
        "basis": matter.basis, "unit": unit, "raised_by": if unit.is_none() { matter.by.as_str() } else { "" },
        "raised_on": life.walk.today(), "files": if n.is_multiple_of(3) { vec![scan] } else { Vec::new() },
    });
    let card: Value = life.walk.ask("matter_add", request)?;
    let id = id(&card["matter"])?;
    if !matter.cite.is_empty() {
        cite(life, &id, &matter.cite)?;
    }
    life.matters.ids.insert(n, id);
    next(life, n, if major { 6 } else { 3 });
    Ok(())
}

fn cite(life: &Life, matter: &str, title: &str) -> Result<(), Refusal> {
    let found: Value = life.walk.ask("library_list", json!({"words": title}))?;
    match found["rows"].get(0) {
        Some(entry) => life.walk.tell("matter_cite", json!({"matter": matter, "entry": entry["id"]})),
        None => Ok(()),
    }
}

fn next(life: &mut Life, n: usize, working: u32) {
    let day = life.days.after(life.walk.today(), working);
    life.then(day, Deed::Matter(Act::Onward(n)));
}

/// One step further; a major matter looks every week whether a joint meeting was held.
fn onward(life: &mut Life, n: usize) -> Result<(), Refusal> {
    let (Some(id), matter) = (life.matters.ids.get(&n).cloned(), life.matters.all[n].clone()) else {
        return Ok(());
    };
    let card: Value = life.walk.ask("matter_open", json!({"matter": id}))?;
    let word = |key: &str| card["matter"][key].as_str().unwrap_or_default().to_owned();
    match (word("stage").as_str(), word("level").as_str(), matter.way.as_str()) {
        (_, _, "wait" | "wait_major") => {}
        ("raised", "routine", "withdraw") => step(life, &card, "withdraw", json!({"words": matter.reason}))?,
        ("raised", "routine", "escalate") => {
            step(life, &card, "escalate", json!({"words": matter.reason}))?;
            next(life, n, 5);
        }
        ("raised", "routine", way) => {
            decide(life, &card, way, &matter.words)?;
            next(life, n, 9);
        }
        ("raised", "major", _) => deliberate(life, &card, n)?,
        ("deliberated", _, _) => {
            decide(life, &card, "leader", &matter.words)?;
            next(life, n, 12);
        }
        ("decided", _, _) => step(life, &card, "close", json!({"words": matter.result}))?,
        _ => {}
    }
    Ok(())
}

fn step(life: &Life, card: &Value, step: &str, more: Value) -> Result<(), Refusal> {
    let mut request =
        json!({"matter": card["matter"]["id"], "version": card["matter"]["version"], "step": step});
    for (key, value) in more.as_object().into_iter().flatten() {
        request[key] = value.clone();
    }
    life.walk.tell("matter_take_step", request)
}

/// Whoever the front desk offers for this way on this day; the first deputy where nobody is offered for it.
fn decide(life: &Life, card: &Value, way: &str, words: &str) -> Result<(), Refusal> {
    let offered: Value = life.walk.ask("matter_deciders", json!({"matter": card["matter"]["id"]}))?;
    let able: Vec<&Value> =
        offered.as_array().into_iter().flatten().filter(|one| one["why_not"].is_null()).collect();
    let fits = |one: &&&Value| one["post"] == way;
    let Some(who) = able.iter().find(fits).or(able.last()) else { return Ok(()) };
    let more = json!({
        "person": who["person"], "entrustment": who["entrustment"], "outcome": "agreed", "words": words,
        "basis": "事项审定单原件存创建办专柜",
    });
    step(life, card, "decide", more)
}

fn deliberate(life: &mut Life, card: &Value, n: usize) -> Result<(), Refusal> {
    let held: Value = life.walk.ask("matter_meetings", json!({"matter": card["matter"]["id"]}))?;
    let Some(meeting) = held.as_array().and_then(|all| all.last()) else {
        next(life, n, 5);
        return Ok(());
    };
    let wanted = life.matters.all[n].agenda.as_str();
    let items = meeting["agenda"].as_array().into_iter().flatten();
    let item = items.into_iter().find(|item| !wanted.is_empty() && item["label"] == wanted);
    let more = json!({
        "meeting": meeting["id"], "agenda": item.map(|item| item["id"].clone()),
        "words": "会议原则同意，按会议意见修改后报组长审定。",
    });
    step(life, card, "deliberate", more)?;
    life.then(life.walk.today() + Days::new(4), Deed::Matter(Act::Onward(n)));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_has_matters_of_every_way_and_six_that_go_to_a_meeting() {
        let all = Matters::new().unwrap().all;
        for way in ["deputy", "director", "meeting", "escalate", "withdraw", "wait", "wait_major"] {
            assert!(all.iter().any(|one| one.way == way), "{way}");
        }
        assert!(all.iter().filter(|one| one.way == "meeting").count() >= 6);
        for one in all.iter().filter(|one| ["deputy", "director", "meeting"].contains(&one.way.as_str())) {
            assert!(!one.words.is_empty() && !one.result.is_empty(), "{}", one.title);
        }
    }
}
