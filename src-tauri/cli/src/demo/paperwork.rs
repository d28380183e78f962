//! The year's documents as data, and which of them falls on which day (第十四条 to 第十六条): about 200 papers come in, 90 go out.
use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate};
use office::Refusal;
use office::kernel::role::Role;
use serde::Deserialize;
use serde_json::{Value, json};

use super::content::{Unit, read};
use super::life::{Deed, Life};
use super::{TODAY, accounts, arriving, issuing};

/// Papers that come in a month.
const IN_A_MONTH: usize = 17;
/// Documents that go out a month, beside the two that every month wants.
const OUT_A_MONTH: usize = 6;

/// How a paper that comes in is worded.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Arrival {
    /// Kind.
    pub kind: String,
    /// Kind of unit it comes from.
    pub from: String,
    /// Or a sender that is in no register.
    pub name: String,
    /// Prefix of that sender's letters.
    pub letter: String,
    /// Title.
    pub title: String,
    /// Summary.
    pub summary: String,
    /// 拟办意见.
    pub propose: String,
    /// Why it is laid before the leaders although its kind does not ask for it.
    pub raise: String,
    /// A deputy's instruction; a circle if empty.
    pub deputy: String,
    /// The leader's.
    pub leader: String,
    /// What is handed to the follow-up.
    pub task: String,
    /// Short name of the unit that handles it.
    pub host: String,
    /// What the sender is answered.
    pub answer: String,
    /// 办理结果.
    pub result: String,
}

/// How a document that goes out is worded.
#[derive(Debug, Clone, Deserialize)]
pub struct Draft {
    /// In whose name.
    pub issuer: String,
    /// Kind.
    pub kind: String,
    /// Title.
    pub title: String,
    /// 主送.
    pub to: Vec<String>,
    /// Text.
    pub text: String,
}

/// The year.
#[derive(Debug, Clone, Deserialize)]
pub struct Paperwork {
    /// What comes in.
    pub incoming: Vec<Arrival>,
    /// What goes out.
    pub outgoing: Vec<Draft>,
}

/// Reads it.
pub fn read_all() -> Result<Paperwork, Refusal> {
    read("documents.toml", include_str!("../../../../assets/demo/documents.toml"))
}

/// What one day brings to a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// A paper comes in: its wording, its number in the year's plan.
    Arrive(usize, usize),
    /// A paper that is there goes one step on.
    Onward(usize),
    /// A document is drafted: its wording, its number.
    Draft(usize, usize),
    /// A document goes one step on.
    Pass(usize),
    /// The leader goes away: the executive deputy signs for these days.
    Delegate(NaiveDate),
}

/// What is carried along: wording, and what is on its way.
#[derive(Default)]
pub struct Desk {
    /// Wording of arrivals.
    pub arrivals: Vec<Arrival>,
    /// Wording of drafts.
    pub drafts: Vec<Draft>,
    /// Papers by their number in the plan.
    pub papers: BTreeMap<usize, arriving::Paper>,
    /// Documents by theirs.
    pub documents: BTreeMap<usize, issuing::Document>,
    /// Leaders by post: (person, name).
    pub people: BTreeMap<String, Vec<(String, String)>>,
}

impl Desk {
    /// With the year's wording.
    pub fn new() -> Result<Desk, Refusal> {
        let all = read_all()?;
        Ok(Desk { arrivals: all.incoming, drafts: all.outgoing, ..Desk::default() })
    }
}

/// Somebody who holds a post of the group, or the office's director; the `n`-th of several.
pub fn holder(life: &Life, post: &str, n: usize) -> Result<String, Refusal> {
    let held = life.desk.people.get(post).filter(|held| !held.is_empty());
    let held = held.ok_or_else(|| Refusal::broken(format!("示例名册里没有“{post}”。")))?;
    Ok(held[n % held.len()].0.clone())
}

/// Looks the leaders up, once.
pub fn meet(life: &mut Life) -> Result<(), Refusal> {
    let contacts: Value = life
        .walk
        .ask("registry_contacts", json!({"posts": ["leader", "executive_deputy", "deputy", "director"]}))?;
    for line in contacts["rows"].as_array().cloned().unwrap_or_default() {
        let word = |key: &str| line[key].as_str().unwrap_or_default().to_owned();
        life.desk.people.entry(word("post")).or_default().push((word("person"), word("name")));
    }
    Ok(())
}

/// Writes a month's documents into the diary.
pub fn plan(life: &mut Life, first: NaiveDate, n: u32) {
    let month = first + chrono::Months::new(n);
    let (arrivals, drafts) = (life.desk.arrivals.len(), life.desk.drafts.len());
    for at in 0..IN_A_MONTH {
        let day = month + Days::new(1 + (at * 26 / IN_A_MONTH) as u64);
        let wording = life.draw.below(arrivals);
        life.then(day, Deed::Document(Act::Arrive(wording, n as usize * IN_A_MONTH + at)));
    }
    for at in 0..OUT_A_MONTH + 2 {
        // The call for information and the circular on last month's come every month.
        let wording = if at < 2 { at } else { 2 + life.draw.below(drafts - 2) };
        let day = month + Days::new(2 + (at * 24 / (OUT_A_MONTH + 2)) as u64);
        life.then(day, Deed::Document(Act::Draft(wording, n as usize * (OUT_A_MONTH + 2) + at)));
    }
    if n % 4 == 2 {
        life.then(month + Days::new(9), Deed::Document(Act::Delegate(month + Days::new(20))));
    }
}

/// Does it.
pub fn act(life: &mut Life, act: Act) -> Result<(), Refusal> {
    if life.desk.people.is_empty() {
        meet(life)?;
    }
    match act {
        Act::Arrive(wording, n) => arriving::arrive(life, wording, n),
        Act::Onward(n) => arriving::onward(life, n),
        Act::Draft(wording, n) => issuing::draft(life, wording, n),
        Act::Pass(n) => issuing::pass(life, n),
        Act::Delegate(to) => delegate(life, to),
    }
}

fn delegate(life: &Life, to: NaiveDate) -> Result<(), Refusal> {
    let today = life.walk.today();
    let request = json!({
        "grantee": holder(life, "executive_deputy", 0)?, "scope": "all",
        "words": "本人外出学习期间，领导小组名义制发的文件委托常务副组长签发。", "granted_on": today, "from": today, "to": to.min(TODAY + Days::new(20)),
        "basis": "委托书原件存创建办专柜",
    });
    life.walk.tell("document_delegation_add", request)
}

/// Wording filled in for a unit and a day.
pub fn worded(text: &str, unit: Option<&Unit>, day: NaiveDate, n: usize) -> String {
    let last = if day.month() == 1 { 12 } else { day.month() - 1 };
    text.trim()
        .replace("{unit}", unit.map(|unit| unit.short.as_str()).unwrap_or_default())
        .replace("{trade}", unit.map(|unit| unit.trade.trim_end_matches("质量")).unwrap_or("产品"))
        .replace("{month}", &day.month().to_string())
        .replace("{last}", &last.to_string())
        .replace("{n}", &(n % 11 + 1).to_string())
}

/// A unit of a kind, by the draw.
pub fn some_unit(life: &Life, kind: &str) -> Unit {
    let units: Vec<&Unit> = life.units.iter().filter(|unit| unit.kind == kind).collect();
    units[life.draw.below(units.len())].clone()
}

/// Asks as the director and goes back to the clerk.
pub fn by_director(life: &Life, name: &str, request: Value) -> Result<Value, Refusal> {
    life.walk.by(&accounts::login(Role::Director));
    let answer = life.walk.ask(name, request);
    life.walk.by(&accounts::login(Role::Clerk));
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_has_every_kind_of_paper_and_both_names_to_issue_in() {
        let all = read_all().unwrap();
        for kind in ["filing_office", "filing_group", "comprehensive", "single", "other"] {
            assert!(all.incoming.iter().any(|one| one.kind == kind), "{kind}");
        }
        for one in &all.incoming {
            assert!(one.from.is_empty() != one.name.is_empty(), "{}", one.title);
            assert!(!one.propose.is_empty() && !one.result.is_empty(), "{}", one.title);
        }
        for issuer in ["office", "group"] {
            assert!(all.outgoing.iter().any(|one| one.issuer == issuer), "{issuer}");
        }
    }

    #[test]
    fn wording_is_filled_in() {
        let day = "2016-01-05".parse().unwrap();
        assert_eq!(worded("关于{month}月、{last}月的第{n}次", None, day, 3), "关于1月、12月的第4次");
    }
}
