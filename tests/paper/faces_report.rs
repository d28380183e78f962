//! 字体使用报告 and printed ledgers through the front desk: what is said of the faces, and that every ledger has its paper.
use office::kernel::answer::Paper;
use serde_json::{Value, json};
use zhiqiang_tests::Day;

use crate::minutes_read::sheets;

/// A register with one person whose name Fandol lacks, and one character that no face has.
fn an_office() -> Day {
    let day = Day::on("2016-09-01");
    for (name, post) in [("张堃", "leader"), ("李\u{10FFFD}", "deputy")] {
        let made = day.done("registry_person_add", json!({"name": name, "title": "市长"}));
        let begin = json!({"person": made["person"]["id"], "kind": post, "from": "2016-08-24"});
        day.done("registry_post_begin", begin);
    }
    day
}

fn words(paper: &Paper) -> String {
    std::fs::write(std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(&paper.name), &paper.bytes)
        .expect("the build folder is writable");
    let glyphs = sheets(&paper.bytes).into_iter().flat_map(|sheet| sheet.glyphs);
    glyphs.map(|glyph| glyph.text).filter(|text| !text.trim().is_empty()).collect()
}

fn papers(day: &Day) -> Vec<Value> {
    day.done("system_fonts_papers", json!({})).as_array().expect("a list").clone()
}

#[test]
fn every_lent_and_missing_character_is_remembered_with_its_paper() {
    let day = an_office();
    assert!(papers(&day).is_empty(), "nothing has been printed");
    let roster = day.file("registry_print_roster", json!({}));
    let seen = papers(&day);
    assert_eq!(format!("{}.pdf", seen[0]["paper"].as_str().expect("a title")), roster.name);
    let characters = seen[0]["characters"].as_array().expect("characters");
    let of = |ch: &str| characters.iter().find(|one| one["character"] == ch).expect("it is remembered");
    let kun = of("堃");
    assert_eq!(kun["code"], "U+5803");
    assert!(!kun["role"].as_str().expect("a role").is_empty());
    assert!(!kun["family"].as_str().expect("a face").contains("Fandol"), "{kun}");
    let nowhere = of("\u{10FFFD}");
    assert_eq!((nowhere["code"].as_str(), nowhere["family"].as_str()), (Some("U+10FFFD"), Some("")));
    assert!(!characters.iter().any(|one| one["character"] == "张"), "what the face has is not listed");
}

#[test]
fn twenty_papers_are_remembered_and_each_once() {
    let day = an_office();
    for year in (2001..=2025).chain([2010]) {
        day.file("meeting_attendance_print", json!({"year": year}));
    }
    let titles: Vec<String> = papers(&day).iter().map(|one| one["paper"].to_string()).collect();
    let years: Vec<i32> = titles.iter().filter_map(|title| title.get(1..5)?.parse().ok()).collect();
    let wanted: Vec<i32> = [2010].into_iter().chain((2006..=2025).rev().filter(|y| *y != 2010)).collect();
    assert_eq!(years, wanted, "newest first, printed again counts once");
}

#[test]
fn the_report_says_substituted_where_a_face_is_and_never_that_a_paper_conforms() {
    let day = an_office();
    day.file("registry_print_roster", json!({}));
    let faces = day.done("system_fonts", json!({}));
    let report = words(&day.file("system_fonts_print", json!({})));
    assert!(report.contains("字体使用报告") && report.contains("借用") && report.contains("堃"), "{report}");
    assert!(report.contains("缺字：U+10FFFD"), "{report}");
    let substituted: Vec<&str> = faces
        .as_array()
        .expect("faces")
        .iter()
        .filter(|face| face["kind"] == "已替代")
        .map(|face| face["role"].as_str().expect("a role"))
        .collect();
    assert_eq!(report.contains("字体已替代："), !substituted.is_empty(), "{substituted:?}");
    for role in substituted {
        assert!(report.contains(role), "{role} in {report}");
    }
    for claim in ["完全符合", "符合GB", "字体齐备", "合格"] {
        assert!(!report.contains(claim), "{claim} in {report}");
    }
    assert!(report.contains("不作印件符合公文格式的结论"));
}

#[test]
fn every_ledger_is_printed_with_the_words_of_its_workbook() {
    let day = an_office();
    for (command, request, said) in [
        ("meeting_ledger_print", json!({"year": 2016}), "会议台账"),
        ("meeting_attendance_print", json!({"year": 2016}), "到会率"),
        ("registry_print_units", json!({}), "单位全称"),
        ("registry_print_completeness", json!({}), "结论"),
        ("registry_print_filings", json!({}), "备案号"),
        ("followup_ledger_print", json!({}), "办理期限"),
    ] {
        let paper = day.file(command, request);
        let words = words(&paper);
        assert!(paper.name.ends_with(".pdf") && words.contains(said), "{command}: {words}");
        assert!(words.contains("第1页共"), "{command} is numbered");
    }
    day.be("auditor");
    let audit = words(&day.file("system_audit_print", json!({})));
    assert!(audit.contains("审计记录") && audit.contains("2016-09-0109:00:00"), "{audit}");
    let book = day.file("system_audit_export", json!({}));
    let mut read: calamine::Xlsx<_> =
        calamine::Reader::new(std::io::Cursor::new(book.bytes)).expect("a workbook");
    let sheet = calamine::Reader::worksheet_range_at(&mut read, 0).expect("a sheet").expect("cells");
    let total = day.done("system_audit", json!({}))["total"].as_u64().expect("a number");
    // Title, note and head; the export itself was written down after it was made.
    assert_eq!(sheet.height() as u64, total - 1 + 3);
    assert!(matches!(sheet.get_value((3, 1)), Some(calamine::Data::DateTime(_))), "a time is a time");
}
