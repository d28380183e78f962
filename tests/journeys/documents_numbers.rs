//! Whatever is tried in whatever order, by whomever: no number doubled or skipped, no station jumped, history tells the state.
use std::collections::BTreeMap;

use office::{RefusalKind, Silent};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};

use crate::documents_world::{Desk, TEXT, asked, facts, words};
use crate::meeting_world::merged;

const STEPS: [&str; 12] = [
    "submit",
    "approve",
    "sign",
    "return",
    "withdraw",
    "drop",
    "proofread",
    "print",
    "amend",
    "void",
    "revoke",
    "repeal",
];
const STATIONS: [&str; 5] = ["drafter", "section", "office_director", "deputy", "leader"];

/// One try: which document, which step, back to where, by whom at the desk, whose signature, how seen.
#[derive(Debug, Clone)]
struct Try {
    document: usize,
    /// A step of the list; beyond it whatever the route wants next, so that walks come to their end.
    step: usize,
    back: usize,
    director: bool,
    signer: usize,
    stale: bool,
    days: u8,
}

fn tries() -> impl Strategy<Value = Vec<Try>> {
    let one = (0usize..4, 0usize..40, 0usize..5, any::<bool>(), 0usize..8, 0u8..12, 0u8..8).prop_map(
        |(document, step, back, director, signer, stale, days)| Try {
            document,
            step,
            back,
            director,
            signer,
            stale: stale == 0,
            days: if days == 0 { 40 } else { 0 },
        },
    );
    proptest::collection::vec(one, 20..60)
}

/// The flow once more, as a test would tell it: where a step leads, or nowhere.
fn leads(route: &[&str], stage: &str, step: &str, back: &str) -> Option<String> {
    let key = |station: &str| if station == "drafter" { "draft".to_owned() } else { station.to_owned() };
    let here = route.iter().position(|station| key(station) == stage);
    let last = route.len() - 1;
    match (step, here) {
        ("submit", Some(0)) => Some(key(route[1])),
        ("drop", Some(0)) => Some("dropped".into()),
        ("approve", Some(at)) if at > 0 && at < last => Some(key(route[at + 1])),
        ("sign", Some(at)) if at == last => Some("signed".into()),
        ("withdraw", Some(at)) if at > 0 => Some("draft".into()),
        ("return", Some(at)) => {
            route[..at].iter().find(|station| **station == back).map(|station| key(station))
        }
        ("proofread", None) if stage == "signed" => Some("proofread".into()),
        ("print", None) if stage == "proofread" => Some("printed".into()),
        ("amend", None) if stage == "signed" || stage == "proofread" => Some(key(route[last])),
        ("void", None) if stage == "signed" || stage == "proofread" => Some("voided".into()),
        ("revoke", None) if stage == "printed" => Some("revoked".into()),
        ("repeal", None) if stage == "printed" => Some("repealed".into()),
        _ => None,
    }
}

fn route(document: usize) -> &'static [&'static str] {
    if document.is_multiple_of(2) { &STATIONS } else { &STATIONS[..3] }
}

/// What the route wants at a stage.
fn onward(route: &[&str], stage: &str) -> &'static str {
    match stage {
        "draft" => "submit",
        "signed" => "proofread",
        "proofread" => "print",
        "printed" => "repeal",
        stage if Some(&stage) == route.last() => "sign",
        _ => "approve",
    }
}

#[test]
fn from_any_sequence_of_steps_no_number_is_doubled_or_skipped_no_station_jumped_and_history_tells_the_state()
{
    let desk = Desk::new();
    let letter = json!({"grantee": desk.executive["id"], "scope": "kinds", "kinds": ["notice"], "words": "委托签发通知",
        "granted_on": "2016-11-01", "from": "2016-11-01", "to": "2017-02-01", "basis": "原件存卷"});
    desk.day.done("document_delegation_add", letter);
    let mut runner = TestRunner::new(Config { cases: 12, failure_persistence: None, ..Config::default() });
    let all = std::cell::RefCell::new(Vec::<String>::new());
    let taken = std::cell::Cell::new((0u32, 0u32));
    let result = runner.run(&tries(), |tries| {
        let first = Walk::begin(&desk);
        all.borrow_mut().extend(first.ids());
        let mut walk = first;
        for one in &tries {
            let done = walk.attempt(one);
            let (yes, no) = taken.get();
            taken.set(if done { (yes + 1, no) } else { (yes, no + 1) });
        }
        walk.replay();
        numbers(&desk, &all.borrow());
        Ok(())
    });
    result.unwrap();
    let (yes, no) = taken.get();
    assert!(yes > 50 && no > 50, "both kinds of step were tried: {yes} taken, {no} refused");
}

struct Walk<'a> {
    desk: &'a Desk,
    cards: Vec<Value>,
    before: Vec<Value>,
}

impl Walk<'_> {
    fn begin(desk: &Desk) -> Walk<'_> {
        desk.day.be("clerk");
        let issuer = |at: usize| if at.is_multiple_of(2) { "group" } else { "office" };
        let cards: Vec<Value> = (0..4)
            .map(|at| {
                let title = format!("关于开展第{at}项工作的通知");
                desk.day
                    .done("outgoing_start", json!({"words": words(&title, TEXT), "facts": facts(issuer(at))}))
            })
            .collect();
        Walk { desk, before: cards.clone(), cards }
    }
    fn ids(&self) -> Vec<String> {
        self.cards.iter().map(|card| card["document"]["id"].as_str().unwrap().to_owned()).collect()
    }
    /// Tries a step; whether it was taken. What the flow does not know must be refused, and nothing be changed by it.
    fn attempt(&mut self, one: &Try) -> bool {
        let desk = self.desk;
        if one.days > 0 {
            let later = desk.day.office.now() + chrono::Duration::days(i64::from(one.days));
            desk.day.at(&later.format("%Y-%m-%d %H:%M").to_string());
        }
        desk.day.be(if one.director { "director" } else { "clerk" });
        let card = if one.stale { &self.before[one.document] } else { &self.cards[one.document] };
        let is_old = card["document"]["version"] != self.cards[one.document]["document"]["version"];
        let stage = self.cards[one.document]["document"]["stage"].as_str().unwrap().to_owned();
        let route = route(one.document);
        let step = STEPS.get(one.step).copied().unwrap_or_else(|| onward(route, &stage));
        let people = [&desk.leader, &desk.executive, &desk.deputy, &desk.director, &desk.stranger];
        // Beyond the list: whoever should sign here.
        let proper = match stage.as_str() {
            "deputy" => &desk.deputy,
            "office_director" => &desk.director,
            _ => &desk.leader,
        };
        let signer = people.get(one.signer).copied().unwrap_or(proper);
        let text = TEXT.replace(
            "25日",
            &format!("{}日", 10 + self.cards[one.document]["versions"].as_u64().unwrap() % 18),
        );
        let title = self.cards[one.document]["document"]["words"]["title"].clone();
        let mut ask = merged(
            asked(card, step),
            json!({"signer": signer["id"], "signer_name": "赵科长", "basis": "见发文稿纸", "reason": "试",
                "back": STATIONS[one.back]}),
        );
        if step == "amend" {
            ask["text"] = words(title.as_str().unwrap(), &text);
        }
        let wanted = leads(route, &stage, step, STATIONS[one.back]);
        let answer = desk.day.office.ask("outgoing_take_step", ask, &Silent);
        match answer {
            Ok(_) => {
                assert!(!is_old, "a step on an old version was taken");
                let open = json!({"document": self.cards[one.document]["document"]["id"]});
                let now = desk.day.done("outgoing_open", open);
                assert_eq!(now["document"]["stage"].as_str(), wanted.as_deref(), "{step} at {stage}");
                self.before[one.document] = std::mem::replace(&mut self.cards[one.document], now);
                true
            }
            Err(no) => {
                assert!(
                    !matches!(no.kind, RefusalKind::Broken | RefusalKind::Damaged),
                    "{step} at {stage}: {no:?}"
                );
                if is_old {
                    assert_eq!(no.kind, RefusalKind::Stale, "{no}");
                }
                let open = json!({"document": self.cards[one.document]["document"]["id"]});
                let now = desk.day.done("outgoing_open", open);
                assert_eq!(
                    now["document"], self.cards[one.document]["document"],
                    "a refusal changed something"
                );
                assert_eq!(now["moves"], self.cards[one.document]["moves"], "a refusal left a step behind");
                false
            }
        }
    }
    /// The history alone gives the stage, and no station was jumped on the way to any signature.
    fn replay(&self) {
        for (at, card) in self.cards.iter().enumerate() {
            let route = route(at);
            let mut stage = "draft".to_owned();
            let mut passed: Vec<String> = Vec::new();
            for one in card["moves"].as_array().unwrap() {
                let (from, to) = (one["from"].as_str().unwrap(), one["to"].as_str().unwrap());
                let step = one["step"].as_str().unwrap();
                assert_eq!(from, stage, "history goes on where it stood");
                match step {
                    "submit" => passed = vec!["draft".into()],
                    "approve" => passed.push(from.into()),
                    "return" => passed.truncate(route.iter().position(|s| *s == to).unwrap_or(0)),
                    "sign" => {
                        let all: Vec<String> = route[..route.len() - 1]
                            .iter()
                            .map(|s| if *s == "drafter" { "draft".into() } else { (*s).to_owned() })
                            .collect();
                        assert_eq!(passed, all, "a station was jumped: {}", card["moves"]);
                    }
                    _ => {}
                }
                stage = to.into();
            }
            assert_eq!(Some(stage.as_str()), card["document"]["stage"].as_str());
        }
    }
}

/// Every number that any signature of any document ever gave: per prefix and year 1, 2, 3 … each once.
fn numbers(desk: &Desk, ids: &[String]) {
    let mut given: BTreeMap<(String, String), Vec<u32>> = BTreeMap::new();
    for id in ids {
        let card = desk.day.done("outgoing_open", json!({"document": id}));
        for one in card["moves"].as_array().unwrap().iter().filter(|one| one["step"] == "sign") {
            let Some(number) = one["number"].as_str() else { continue };
            let (prefix, rest) = number.split_once('〔').unwrap();
            let (year, rest) = rest.split_once('〕').unwrap();
            let n = rest.trim_end_matches('号').parse().unwrap();
            given.entry((prefix.into(), year.into())).or_default().push(n);
        }
    }
    for ((prefix, year), mut list) in given {
        list.sort_unstable();
        assert_eq!(list, (1..=list.len() as u32).collect::<Vec<_>>(), "{prefix}〔{year}〕");
    }
}
