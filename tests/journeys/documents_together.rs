//! Window and `zq` on one store: a step on what the other changed is refused as stale, and nothing is lost or doubled.
use std::sync::Arc;

use office::kernel::clock::SetClock;
use office::kernel::entropy::Entropy;
use office::{Answer, Office, Options, RefusalKind, Silent};
use serde_json::{Value, json};
use zhiqiang_tests::{PASSWORD, options};

use crate::documents_world::{Desk, asked, beside};
use crate::meeting_world::merged;

/// A second program on the same folder, with somebody at its desk. Its randomness is its own: two programs that draw the
/// same ids would hide what is asked here.
fn second(desk: &Desk, login: &str, seed: u64) -> Office {
    let around = options(Arc::new(SetClock::at(desk.day.office.now())));
    let around = Options { entropy: Arc::new(Entropy::seeded(seed)), ..around };
    let office = Office::new(desk.day.folder.path().into(), around);
    office.ask("door_enter", json!({"login": login, "password": PASSWORD}), &Silent).unwrap();
    office
}

fn data(answer: Answer) -> Value {
    match answer {
        Answer::Json(value) => value,
        Answer::File(paper) => panic!("the file {}", paper.name),
    }
}

#[test]
fn a_step_on_what_the_other_program_changed_is_stale_and_nothing_of_it_is_written() {
    let desk = Desk::new();
    let seen = desk.step(&desk.draft("office", "关于开展自查的通知"), "submit", json!({}));
    let other = second(&desk, "director", 1);
    let approve = merged(asked(&seen, "approve"), json!({"signer_name": "赵科长", "basis": "见发文稿纸"}));
    let here = desk.day.done("outgoing_take_step", approve.clone());
    let no = other.ask("outgoing_take_step", approve, &Silent).unwrap_err();
    assert_eq!(no.kind, RefusalKind::Stale, "{no}");
    let withdraw = merged(asked(&seen, "withdraw"), json!({"reason": "修改"}));
    assert_eq!(other.ask("outgoing_take_step", withdraw, &Silent).unwrap_err().kind, RefusalKind::Stale);
    let open = json!({"document": here["document"]["id"]});
    let now = data(other.ask("outgoing_open", open, &Silent).unwrap());
    assert_eq!(now["moves"], here["moves"]);
    let signed = data(other.ask("outgoing_take_step", asked(&now, "sign"), &Silent).unwrap());
    assert_eq!(signed["document"]["number"], "示质强创办〔2016〕1号");
    // A paper that came in, likewise.
    let paper = desk.receive("other", "关于参加培训的函", "示县函〔2016〕1号");
    desk.day.done("incoming_register", beside(&paper));
    assert_eq!(
        other.ask("incoming_register", beside(&paper), &Silent).unwrap_err().kind,
        RefusalKind::Refused
    );
    let attach = json!({"readers": [{"name": "周建国"}]});
    let circulate = merged(beside(&paper), attach);
    assert!(other.ask("incoming_circulate", circulate, &Silent).is_err(), "not checked yet");
}

#[test]
fn two_programs_that_sign_at_once_share_one_gapless_sequence() {
    let desk = Desk::new();
    let drafts: Vec<Value> = (0..8)
        .map(|n| {
            let card =
                desk.step(&desk.draft("office", &format!("关于第{n}项工作的通知")), "submit", json!({}));
            desk.section(&card)
        })
        .collect();
    let programs = [second(&desk, "director", 2), second(&desk, "director", 3)];
    std::thread::scope(|scope| {
        for (at, program) in programs.iter().enumerate() {
            let drafts = &drafts;
            scope.spawn(move || {
                for card in drafts.iter().skip(at).step_by(2) {
                    program.ask("outgoing_take_step", asked(card, "sign"), &Silent).unwrap();
                }
            });
        }
    });
    let list = desk.day.done("outgoing_list", json!({"numbered": true, "prefix": "office_file"}));
    let numbers: Vec<String> = list["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["number"].as_str().unwrap().to_owned())
        .collect();
    let wanted: Vec<String> = (1..=8).map(|n| format!("示质强创办〔2016〕{n}号")).collect();
    assert_eq!(numbers, wanted);
}
