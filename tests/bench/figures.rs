//! The figures: `cargo xtask bench`. Printed, never asserted: a slow machine is no fault of the program.
//!
//! It measures on real stores, real faces and, where the release window is built and a display is there, the real window.
mod decade;
mod docx;
mod paper;
mod papers;
mod roster;
mod window;

// The small office and its papers are those of the journeys.
#[allow(dead_code, reason = "the journeys use the rest")]
#[path = "../journeys/documents_world.rs"]
mod documents_world;
#[allow(dead_code, reason = "the journeys use the rest")]
#[path = "../journeys/meeting_world.rs"]
mod meeting_world;

use std::time::{Duration, Instant};

use office::kernel::secrets::Cost;
use office::{Answer, Office, Options, Silent};
use press::document::{Attendance, Document, Kind};
use press::fonts::Fonts;
use press::pdf::{Properties, write};
use serde_json::{Value, json};
use zhiqiang_tests::{Day, PASSWORD, fonts, time};

fn main() {
    println!("{:<44}{:>14}   aim", "figure", "seen");
    login();
    import();
    minutes();
    paper::figures();
    papers::figures();
    window::figures();
    decade::figures();
}

/// One line of the table.
pub fn line(figure: &str, seen: &str, aim: &str) {
    println!("{figure:<44}{seen:>14}   {aim}");
}

/// A time as it is printed.
pub fn millis(took: Duration) -> String {
    format!("{:.1} ms", took.as_secs_f64() * 1000.0)
}

/// The middle one of several runs.
pub fn median(runs: usize, mut work: impl FnMut()) -> Duration {
    let mut took: Vec<Duration> = (0..runs)
        .map(|_| {
            let begun = Instant::now();
            work();
            begun.elapsed()
        })
        .collect();
    took.sort();
    took[runs / 2]
}

fn login() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let office = Office::new(folder.path().into(), Options { cost: Cost::OFFICE, ..Options::default() });
    let ask =
        |name: &str, request: Value| office.ask(name, request, &Silent).expect("the bench asks rightly");
    ask(
        "door_found",
        json!({"kind": "office", "profile": "shili-2016", "login": "admin", "name": "管理员",
        "password": PASSWORD}),
    );
    let took = median(3, || {
        ask("door_leave", json!({}));
        ask("door_enter", json!({"login": "admin", "password": PASSWORD}));
    });
    line("login (argon2id, store opened)", &millis(took), "0.3–1 s");
}

fn import() {
    let day = Day::on("2016-09-01");
    let upload = roster::upload();
    let begun = Instant::now();
    let preview = day.done("registry_import_preview", json!({"upload": upload}));
    let previewed = begun.elapsed();
    let begun = Instant::now();
    let apply = json!({"upload": upload, "digest": preview["digest"], "good_only": false});
    let done = day.done("registry_import_apply", apply);
    assert_eq!(done["posts"], 500, "the roster of the bench is a good one");
    line("roster of 500 rows: preview", &millis(previewed), "");
    line("roster of 500 rows: import", &millis(begun.elapsed()), "< 1 s");
    let took = median(9, || drop(day.done("workbench_today", json!({}))));
    line("workbench", &millis(took), "< 100 ms");
    let took = median(9, || {
        let Ok(Answer::File(_)) = day.ask("registry_print_roster", json!({})) else { panic!("no paper") };
    });
    line("list of members as PDF", &millis(took), "");
}

fn minutes() {
    let fonts = Fonts::shipped_only(&fonts());
    let properties = Properties {
        title: "会议纪要".into(),
        subject: "示例".into(),
        author: "示例办公室".into(),
        created: time("2016-08-30 09:30"),
    };
    let document = sample();
    let print = || {
        let placed = press::layout::place_document(&document, &fonts).expect("the sample can be placed");
        write(&placed, &fonts, &properties).expect("the sample can be written")
    };
    let begun = Instant::now();
    let printed = print();
    line("minutes to PDF, cold", &millis(begun.elapsed()), "");
    line("  pages, with the imprint", &printed.pages.to_string(), "3–4");
    line("  size", &format!("{} KB", printed.bytes.len() / 1000), "< 300 KB");
    line("minutes to PDF, warm", &millis(median(9, || drop(print()))), "< 100 ms");
    docx::figures(&document, &fonts, &properties);
}

/// Minutes of three pages with their imprint on the fourth at the most. Made up (示例).
fn sample() -> Document {
    let paragraph = "会议要求，各成员单位要对照任务分解表，逐项明确责任领导、责任科室和完成时限，加强协调配合，加大工作力度，确保各项任务\
        按期完成；创建办要加强督促检查，对进展缓慢的单位及时通报。";
    let parts = ["一、关于前一阶段工作", "二、关于下一步重点任务", "三、关于督促检查"];
    let body: Vec<String> = parts.iter().flat_map(|head| [(*head).to_owned(), paragraph.repeat(4)]).collect();
    Document {
        kind: Kind::Minutes,
        mark: "示例市质量强市创建联席会议纪要".into(),
        number: Some("第3期".into()),
        issuer: "示例市创建工作领导小组办公室".into(),
        date: Some("2016年8月30日".into()),
        title: "关于研究部署下一阶段重点工作的会议纪要".into(),
        body: body.join("\n"),
        attendance: vec![Attendance {
            label: "出席".into(),
            entries: (1..=24).map(|n| format!("第{n}单位：示例甲")).collect(),
        }],
        copies_to: vec!["各成员单位".into()],
        printed_by: "示例市创建工作领导小组办公室".into(),
        printed_on: Some("2016年8月30日".into()),
        copies: Some(60),
        watermarks: Vec::new(),
        ..Document::default()
    }
}
