//! Paper: a hundred pages, a ledger of a hundred thousand rows, everything that is printed for one meeting.
use std::time::Instant;

use press::document::Document;
use press::fonts::Fonts;
use press::ledger::{Column, Head, Kind, Value};
use press::pdf::{Options, Properties, write_with};
use serde_json::json;
use zhiqiang_tests::{Day, fonts, time};

use crate::{line, median, millis};

/// Prints the figures of the press.
pub fn figures() {
    hundred_pages();
    long_ledger();
    meeting_set();
}

fn hundred_pages() {
    let fonts = Fonts::shipped_only(&fonts());
    let properties = Properties {
        title: "示例".into(),
        subject: "示例".into(),
        author: "示例办公室".into(),
        created: time("2016-08-30 09:30"),
    };
    let paragraph =
        "会议要求，各成员单位要对照任务分解表，逐项明确责任领导、责任科室和完成时限，加强协调配合。"
            .repeat(3);
    let body = vec![paragraph; 500].join("\n");
    let document = Document { body, ..crate::sample() };
    let mut placed = press::layout::place_document(&document, &fonts).expect("the sample can be placed");
    placed.pages.truncate(100);
    let print = |archive| {
        write_with(&placed, &fonts, &properties, Options { archive }).expect("the sample can be written")
    };
    // Before the first file: later ones use the memory that this one gave back.
    let before = peak();
    let printed = print(false);
    grown("PDF of a hundred pages: peak memory more", before, "< 60 MB");
    line("  pages", &printed.pages.to_string(), "100");
    line("  size", &format!("{} KB", printed.bytes.len() / 1000), "");
    line("  time", &millis(median(5, || drop(print(false)))), "< 250 ms");
    line("  time as an archive copy (PDF/A-2b)", &millis(median(5, || drop(print(true)))), "");
}

fn long_ledger() {
    let columns = [
        Column::new("序号", Kind::Number, 8),
        Column::new("单位", Kind::Text, 28),
        Column::new("姓名", Kind::Text, 20).counted(),
        Column::new("职务", Kind::Text, 36),
        Column::new("办公电话", Kind::Code, 16),
        Column::new("手机", Kind::Code, 14),
        Column::new("任职起始", Kind::Date, 12),
        Column::new("次数", Kind::Number, 10).summed(),
    ];
    let words = |text: &str| Value::Text(text.into());
    let from = chrono::NaiveDate::from_ymd_opt(2016, 8, 24).map_or(Value::Empty, Value::Date);
    let row = |n: u32| {
        let cells = vec![
            Value::Number(f64::from(n)),
            words("示例市质量技术监督局"),
            words("阿卜杜拉·买买提"),
            words("副主任、党组成员（分管质量工作）"),
            words("0816-2260001"),
            words("13800000000"),
            from.clone(),
            Value::Number(3.0),
        ];
        Ok::<_, press::Fault>(cells)
    };
    let head = Head { title: "示例台账", note: "示例", columns: &columns };
    let write = |rows: u32| press::xlsx::write_rows(head, (1..=rows).map(row)).expect("good rows").len();
    write(1_000);
    let before = peak();
    let begun = Instant::now();
    let size = write(100_000);
    line("ledger of 100,000 rows to XLSX", &millis(begun.elapsed()), "< 3 s");
    line("  size", &format!("{} KB", size / 1000), "");
    grown("  peak memory more than at 1,000 rows", before, "< 10 MB");
    // The writer keeps some 400 bytes for every row whose height is stated.
    let narrow = [Column::new("姓名", Kind::Text, 10)];
    let head = Head { columns: &narrow, ..head };
    let high = |_| Ok::<_, press::Fault>(vec![words("阿卜杜拉·买买提")]);
    let before = peak();
    press::xlsx::write_rows(head, (0..100_000).map(high)).expect("good rows");
    grown("  the same where every row has two lines", before, "< 60 MB");
}

/// Notice, sign-in sheet, leave slip, seat cards, ledger of one meeting with a group of twenty-four.
fn meeting_set() {
    let day = Day::on("2016-09-01");
    for n in 1..=24 {
        let person = json!({"name": format!("示例{n}"), "title": "局长"});
        let person = day.done("registry_person_add", person)["person"]["id"].clone();
        let mut post = json!({"person": person, "kind": "leader", "from": "2016-08-24"});
        if n > 1 {
            let unit = json!({"name": format!("示例市第{n}局"), "short": format!("第{n}局"), "kind": "member", "joined_on": "2016-08-24"});
            post["unit"] = day.done("registry_unit_add", unit)["id"].clone();
            post["kind"] = json!("member");
        }
        day.done("registry_post_begin", post);
    }
    let asked = json!({"kind": "joint", "title": "研究部署质量强市工作", "planned_at": "2016-09-20T09:00:00", "place": "第一会议室"});
    let card = day.done("meeting_plan", asked);
    let meeting = json!({"meeting": card["meeting"]["id"]});
    let forms =
        ["meeting_notice_print", "meeting_sign_in_print", "meeting_leave_print", "meeting_seat_cards_print"];
    let took = median(5, || {
        forms.iter().for_each(|form| drop(day.file(form, meeting.clone())));
        day.file("meeting_ledger_print", json!({}));
    });
    line("all papers of one meeting", &millis(took), "< 1 s");
}

/// The most memory this process ever held, in kB, where the system says so.
#[cfg(target_os = "linux")]
fn peak() -> Option<u64> {
    // The mark is set back to what is held now; where that is not allowed, growth is told too small, never too large.
    let _ = std::fs::write("/proc/self/clear_refs", "5");
    peak_now()
}

#[cfg(target_os = "linux")]
fn peak_now() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find(|line| line.starts_with("VmHWM:"))?.split_whitespace().nth(1)?.parse().ok()
}

#[cfg(not(target_os = "linux"))]
fn peak() -> Option<u64> {
    None
}

#[cfg(not(target_os = "linux"))]
fn peak_now() -> Option<u64> {
    None
}

fn grown(figure: &str, before: Option<u64>, aim: &str) {
    let seen = match (before, peak_now()) {
        (Some(before), Some(now)) => format!("{} MB", now.saturating_sub(before) / 1000),
        _ => "not measured".into(),
    };
    line(figure, &seen, aim);
}
