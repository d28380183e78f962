//! Whatever is tried in whatever order: no number doubled or skipped, no stage jumped, history tells the state.
use std::cell::{Cell, RefCell};

use office::{RefusalKind, Silent};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};

use crate::documents_world::Desk;
use crate::followup_world::{registered, stepping};
use crate::meeting_world::merged;

const STEPS: [&str; 17] = [
    "notify",
    "reply",
    "accept",
    "return",
    "report",
    "part",
    "receive",
    "urge",
    "ask_extension",
    "extend",
    "escalate",
    "suspend",
    "resume",
    "correct",
    "close",
    "withdraw",
    "amend",
];

#[derive(Debug, Clone)]
struct Try {
    item: usize,
    step: usize,
    director: bool,
    stale: bool,
    yes: bool,
    days: u8,
}

fn tries() -> impl Strategy<Value = Vec<Try>> {
    // Beyond the list: whatever leads on, so that walks come somewhere. The steps that end an item come seldom.
    let one = (0usize..3, 0usize..40, any::<bool>(), 0u8..12, any::<bool>(), 0u8..10).prop_map(
        |(item, step, director, stale, yes, days)| Try { item, step, director, stale: stale == 0, yes, days },
    );
    proptest::collection::vec(one, 20..50)
}

/// The flow once more, as a test would tell it: where a step leads, or nowhere.
fn leads(stage: &str, step: &str) -> Option<&'static str> {
    match (stage, step) {
        ("registered" | "open", "notify") => Some("open"),
        ("open", "report" | "part" | "receive" | "urge" | "ask_extension" | "extend" | "escalate") => {
            Some("open")
        }
        ("open", "reply") | ("replied", "part" | "receive") => Some("replied"),
        ("open", "suspend") | ("suspended", "receive") => Some("suspended"),
        ("suspended", "resume") | ("replied", "return") => Some("open"),
        ("replied", "accept") | ("accepted", "correct") => Some("accepted"),
        ("open" | "suspended", "close") => Some("closed"),
        ("registered" | "open" | "replied" | "suspended", "withdraw") => Some("withdrawn"),
        _ => None,
    }
}

fn onward(stage: &str) -> &'static str {
    match stage {
        "registered" => "notify",
        "open" => "reply",
        "replied" => "accept",
        "suspended" => "resume",
        _ => "correct",
    }
}

#[test]
fn from_any_sequence_of_steps_numbers_run_without_gap_no_stage_is_jumped_and_history_tells_the_state() {
    let desk = Desk::new();
    let mut runner = TestRunner::new(Config { cases: 14, failure_persistence: None, ..Config::default() });
    let all = RefCell::new(Vec::<Value>::new());
    let taken = Cell::new((0u32, 0u32));
    let result = runner.run(&tries(), |tries| {
        let mut walk = Walk::begin(&desk);
        all.borrow_mut().extend(walk.cards.iter().map(|card| card["item"]["id"].clone()));
        for one in &tries {
            let (yes, no) = taken.get();
            taken.set(if walk.attempt(one) { (yes + 1, no) } else { (yes, no + 1) });
        }
        walk.replay();
        numbers(&desk, &all.borrow());
        Ok(())
    });
    result.unwrap();
    let (yes, no) = taken.get();
    assert!(yes > 100 && no > 100, "both kinds of step were tried: {yes} taken, {no} refused");
}

struct Walk<'a> {
    desk: &'a Desk,
    cards: Vec<Value>,
    before: Vec<Value>,
}

impl Walk<'_> {
    fn begin(desk: &Desk) -> Walk<'_> {
        desk.day.be("clerk");
        let due = desk.day.office.now().date() + chrono::Duration::days(12);
        let cards: Vec<Value> =
            (0..3).map(|at| registered(desk, &format!("第{at}件事"), &due.to_string())).collect();
        Walk { desk, before: cards.clone(), cards }
    }
    fn open(&self, at: usize) -> Value {
        self.desk.day.done("followup_open", json!({"item": self.cards[at]["item"]["id"]}))
    }
    /// Tries a step; whether it was taken. What is refused must change nothing.
    fn attempt(&mut self, one: &Try) -> bool {
        let desk = self.desk;
        if one.days < 3 {
            let later = desk.day.office.now() + chrono::Duration::days(4 * i64::from(one.days) + 1);
            desk.day.at(&later.format("%Y-%m-%d %H:%M").to_string());
        }
        desk.day.be(if one.director { "director" } else { "clerk" });
        self.cards[one.item] = self.open(one.item);
        let card = if one.stale { &self.before[one.item] } else { &self.cards[one.item] };
        let is_old = card["item"]["version"] != self.cards[one.item]["item"]["version"];
        let now = self.cards[one.item].clone();
        let stage = now["item"]["stage"].as_str().unwrap().to_owned();
        let step = match one.step {
            // What ends an item is tried one time in three of its turns.
            14..=16 if !one.days.is_multiple_of(3) => onward(&stage),
            step => STEPS.get(step).copied().unwrap_or_else(|| onward(&stage)),
        };
        let due: chrono::NaiveDate = now["item"]["due_on"].as_str().unwrap().parse().unwrap();
        let unit = if step == "part" { &desk.planning["id"] } else { &desk.bureau["id"] };
        let more = json!({"words": "有关情况", "way": "电话", "name": "赵", "unit": unit, "granted": one.yes,
            "person": desk.deputy["id"], "basis": "存卷", "due_on": due + chrono::Duration::days(6)});
        let more = if step == "extend" { merged(more, json!({"due_on": null})) } else { more };
        match desk.day.office.ask("followup_take_step", merged(stepping(card, step), more), &Silent) {
            Ok(_) => {
                assert!(!is_old, "a step on an old version was taken");
                let after = self.open(one.item);
                assert_eq!(after["item"]["stage"].as_str(), leads(&stage, step), "{step} at {stage}");
                assert_eq!(after["item"]["number"], now["item"]["number"]);
                Walk::kept(&now, &after, step);
                self.before[one.item] = std::mem::replace(&mut self.cards[one.item], after);
                true
            }
            Err(no) => {
                let fault = matches!(no.kind, RefusalKind::Broken | RefusalKind::Damaged);
                assert!(!fault, "{step} at {stage}: {no:?}");
                if is_old {
                    assert_eq!(no.kind, RefusalKind::Stale, "{no}");
                }
                let after = self.open(one.item);
                assert_eq!(
                    (&after["item"], &after["events"]),
                    (&now["item"], &now["events"]),
                    "{step}: {no}"
                );
                false
            }
        }
    }
    /// Nothing that was said is lost, and a last day moves only where somebody decided so.
    fn kept(before: &Value, after: &Value, step: &str) {
        let replies = |card: &Value| -> Vec<(Value, Value)> {
            let all = card["replies"].as_array().unwrap().iter().rev();
            all.map(|one| (one["n"].clone(), one["words"].clone())).collect()
        };
        assert!(replies(after).starts_with(&replies(before)), "{step} lost a reply");
        if before["item"]["due_on"] != after["item"]["due_on"] {
            assert!(["extend", "resume"].contains(&step), "{step} moved the last day");
        }
        let last = after["terms"].as_array().unwrap().last().unwrap();
        assert_eq!(last["due_on"], after["item"]["due_on"], "{step}");
    }
    /// The history alone gives the stage, and is one chain.
    fn replay(&self) {
        for at in 0..self.cards.len() {
            let card = self.open(at);
            let mut stage = Value::Null;
            for one in card["events"].as_array().unwrap().iter().rev() {
                assert_eq!(one["from"], stage, "history goes on where it stood");
                if let (Some(from), Some(step)) = (one["from"].as_str(), one["step"].as_str()) {
                    assert_eq!(leads(from, step), one["to"].as_str(), "{step} at {from}");
                }
                stage = one["to"].clone();
            }
            assert_eq!(stage, card["item"]["stage"]);
        }
    }
}

/// Numbers of items and of urgings: per year 1, 2, 3 … each once.
fn numbers(desk: &Desk, ids: &[Value]) {
    let n = |number: &Value| -> u32 {
        let text = number.as_str().unwrap();
        text.split('〕').nth(1).unwrap().trim_end_matches('号').parse().unwrap()
    };
    let year = |number: &Value| number.as_str().unwrap().split(['〔', '〕']).nth(1).unwrap().to_owned();
    let cards: Vec<Value> =
        ids.iter().map(|id| desk.day.done("followup_open", json!({"item": id}))).collect();
    let items: Vec<&Value> = cards.iter().map(|card| &card["item"]["number"]).collect();
    let urgings: Vec<&Value> =
        cards.iter().flat_map(|card| card["urgings"].as_array().unwrap()).map(|one| &one["number"]).collect();
    for all in [items, urgings] {
        let mut years: Vec<String> = all.iter().map(|number| year(number)).collect();
        years.sort_unstable();
        years.dedup();
        for wanted in years {
            let mut list: Vec<u32> =
                all.iter().filter(|number| year(number) == wanted).map(|number| n(number)).collect();
            list.sort_unstable();
            assert_eq!(list, (1..=list.len() as u32).collect::<Vec<_>>(), "{wanted}");
        }
    }
}
