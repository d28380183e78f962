//! A store of ten years against the same store after its first: what a clerk waits for must not grow with the years.
//!
//! It is filled through the front desk like every other, and prints each wait after one year, after ten, and the ratio.
use std::time::Duration;

use serde_json::{Value, json};

use crate::documents_world::Desk;
use crate::meeting_world::World;
use crate::{line, median, millis};

const YEARS: i32 = 10;
const FIRST: i32 = 2017;
/// Papers that come in, documents that go out, in a month.
const COMING: u32 = 17;
const GOING: u32 = 8;

/// What is asked, its request, and a name for it.
const WAITS: &[(&str, &str, &str)] = &[
    ("opening the workbench", "workbench_today", "{}"),
    ("counts of the navigation", "workbench_counts", "{}"),
    ("incoming, first page", "incoming_list", r#"{"slice":{"offset":0,"limit":50}}"#),
    ("incoming, last page", "incoming_list", r#"{"slice":{"offset":LAST,"limit":50}}"#),
    ("incoming, only what waits", "incoming_list", r#"{"waiting":true,"slice":{"offset":0,"limit":50}}"#),
    ("outgoing, first page", "outgoing_list", r#"{"slice":{"offset":0,"limit":50}}"#),
    ("meetings, first page", "meeting_list", r#"{"slice":{"offset":0,"limit":50}}"#),
    ("follow-up, first page", "followup_items", r#"{"slice":{"offset":0,"limit":50}}"#),
    ("search for a title", "document_find", r#"{"words":"第7件"}"#),
    ("audit, newest page", "system_audit", r#"{"slice":{"offset":0,"limit":50}}"#),
    ("whole chain of the audit", "system_audit_verify", "{}"),
];

/// Prints the table.
pub fn figures() {
    let desk = Desk::over(World::new());
    year(&desk, FIRST);
    let young = waits(&desk, 1);
    (FIRST + 1..FIRST + YEARS).for_each(|of| year(&desk, of));
    let old = waits(&desk, YEARS);
    println!("a store of {YEARS} years, {} MB", size(&desk) / 1_000_000);
    for ((name, young), (_, old)) in young.iter().zip(&old) {
        let ratio = old.as_secs_f64() / young.as_secs_f64().max(1e-9);
        line(&format!("  {name}"), &millis(*old), &format!("× {ratio:.1} of {}", millis(*young)));
    }
}

fn year(desk: &Desk, year: i32) {
    for month in 1..=12 {
        let on = |day: u32| format!("{year}-{month:02}-{day:02}");
        desk.day.at(&format!("{} 09:00", on(3)));
        for n in 1..=COMING {
            let title = format!("关于{year}年{month}月第{n}件工作的报告");
            coming(desk, &title, &format!("示县府〔{year}〕{}号", month * 100 + n), n);
        }
        for n in 1..=GOING {
            let card = desk.signed_by_office(&format!("关于{year}年{month}月第{n}件工作的通知"));
            desk.printed(&card);
        }
        let held = desk.held(&on(20), &format!("{year}年{month}月质量工作"));
        let card = desk.submitted(&held);
        desk.minutes_step(&card, "sign", desk.signature(&desk.leader));
    }
}

/// Every tenth is left lying, as in an office.
fn coming(desk: &Desk, title: &str, letter: &str, n: u32) {
    let card = desk.receive("single", title, letter);
    let card = desk.day.done("incoming_register", crate::documents_world::beside(&card));
    if n.is_multiple_of(10) {
        return;
    }
    desk.take(&card, "send_back", json!({"words": "材料不齐，请补正后重报。"}));
}

fn waits(desk: &Desk, years: i32) -> Vec<(&'static str, Duration)> {
    let last = (COMING * 12) as i32 * years - 50;
    WAITS.iter().map(|(name, command, request)| (*name, wait(desk, command, request, last))).collect()
}

fn wait(desk: &Desk, command: &str, request: &str, last: i32) -> Duration {
    let request: Value =
        serde_json::from_str(&request.replace("LAST", &last.to_string())).expect("written above");
    let auditor = command.starts_with("system_audit");
    desk.day.be(if auditor { "auditor" } else { "clerk" });
    desk.day.done(command, request.clone());
    let took = median(5, || drop(desk.day.done(command, request.clone())));
    desk.day.be("clerk");
    took
}

fn size(desk: &Desk) -> u64 {
    let files = walkdir::WalkDir::new(desk.day.folder.path()).into_iter().filter_map(Result::ok);
    files.filter_map(|one| one.metadata().ok()).filter(|one| one.is_file()).map(|one| one.len()).sum()
}
