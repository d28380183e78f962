//! The library and the visits to districts and parks (第二条).
use chrono::NaiveDate;
use office::Refusal;
use serde::Deserialize;
use serde_json::{Value, json};

use super::content::read;
use super::life::{Deed, Life};

/// A text as it is worded.
#[derive(Debug, Clone, Deserialize)]
pub struct Entry {
    kind: String,
    title: String,
    issuer: String,
    #[serde(default)]
    letter: String,
    #[serde(default)]
    source: String,
    issued_on: Option<NaiveDate>,
    effective_on: Option<NaiveDate>,
    summary: String,
    #[serde(default)]
    text: String,
    /// What became of it: kind, day, by what.
    became: Option<(String, NaiveDate, String)>,
}

/// A visit as it is worded.
#[derive(Debug, Clone, Deserialize)]
pub struct Visit {
    day: NaiveDate,
    unit: String,
    topic: String,
    content: String,
    result: String,
}

/// All of it.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Shelf {
    entry: Vec<Entry>,
    guidance: Vec<Visit>,
}

/// What one day brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// The texts that there are already are entered.
    Shelve,
    /// One that was issued later.
    Enter(usize),
    /// A text stops holding.
    Became(usize),
    /// A visit.
    Visit(usize),
}

impl Shelf {
    /// With its wording.
    pub fn new() -> Result<Shelf, Refusal> {
        read("library.toml", include_str!("../../../../assets/demo/library.toml"))
    }
}

/// Writes the days into the diary.
pub fn plan(life: &mut Life, first: NaiveDate) {
    life.then(first, Deed::Reference(Act::Shelve));
    for n in 0..life.shelf.entry.len() {
        let (issued, became) = (life.shelf.entry[n].issued_on, life.shelf.entry[n].became.clone());
        if let Some(day) = issued.filter(|day| *day >= first) {
            life.then(day, Deed::Reference(Act::Enter(n)));
        }
        if let Some((_, day, _)) = became.filter(|(_, day, _)| *day >= first) {
            life.then(day, Deed::Reference(Act::Became(n)));
        }
    }
    for n in 0..life.shelf.guidance.len() {
        if life.shelf.guidance[n].day >= first {
            life.then(life.shelf.guidance[n].day, Deed::Reference(Act::Visit(n)));
        }
    }
}

/// Does it.
pub fn act(life: &mut Life, act: Act) -> Result<(), Refusal> {
    match act {
        Act::Shelve => {
            let today = life.walk.today();
            for n in 0..life.shelf.entry.len() {
                let entry = life.shelf.entry[n].clone();
                if entry.issued_on.is_none_or(|day| day < today) {
                    enter(life, &entry)?;
                    if entry.became.as_ref().is_some_and(|(_, day, _)| *day < today) {
                        became(life, &entry)?;
                    }
                }
            }
            Ok(())
        }
        Act::Enter(n) => enter(life, &life.shelf.entry[n].clone()),
        Act::Became(n) => became(life, &life.shelf.entry[n].clone()),
        Act::Visit(n) => visit(life, n),
    }
}

fn found(life: &Life, entry: &Entry) -> Result<Option<Value>, Refusal> {
    let rows: Value = life.walk.ask("library_list", json!({"words": entry.title}))?;
    let mut rows = rows["rows"].as_array().cloned().unwrap_or_default().into_iter();
    Ok(rows.find(|row| row["title"] == entry.title.as_str()))
}

fn enter(life: &Life, entry: &Entry) -> Result<(), Refusal> {
    if found(life, entry)?.is_some() {
        return Ok(());
    }
    let source =
        if entry.source.is_empty() { "公开发布的文本（本库只录摘要）" } else { &entry.source };
    let facts = json!({
        "kind": entry.kind, "title": entry.title, "issuer": entry.issuer, "letter": entry.letter, "source": source,
        "issued_on": entry.issued_on, "effective_on": entry.effective_on, "summary": entry.summary, "text": entry.text,
    });
    life.walk.tell("library_add", json!({"facts": facts}))
}

fn became(life: &Life, entry: &Entry) -> Result<(), Refusal> {
    let (Some((what, on, by)), Some(row)) = (&entry.became, found(life, entry)?) else { return Ok(()) };
    let step = if what == "repealed" { "repeal" } else { "amend" };
    let request = json!({"entry": row["id"], "version": row["version"], "step": step, "on": on, "by": by});
    life.walk.tell("library_validity_set", request)
}

fn visit(life: &Life, n: usize) -> Result<(), Refusal> {
    let visit = &life.shelf.guidance[n];
    let people = match n % 3 {
        0 => vec!["魏守诚", "李晓棠"],
        1 => vec!["李晓棠", "何勤耕"],
        _ => vec!["何勤耕"],
    };
    let facts = json!({
        "unit": life.register.unit(&visit.unit)?, "on": life.walk.today(), "people": people, "topic": visit.topic,
        "content": visit.content, "result": visit.result, "basis": "指导记录存创建办专柜",
    });
    life.walk.tell("guidance_add", json!({"facts": facts}))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn made_up_texts_say_so_and_real_ones_bring_no_text_of_their_own() {
        let shelf = Shelf::new().unwrap();
        assert!(shelf.entry.len() >= 30 && shelf.guidance.len() >= 20);
        for one in &shelf.entry {
            assert!(!one.summary.is_empty(), "{}", one.title);
            assert_eq!(one.title.contains("（示例）"), !one.text.is_empty(), "{}", one.title);
        }
    }
}
