//! Electronic slips: made here, filled in by a unit, read back cell by cell, whole or not at all.
use std::io::{Cursor, Read, Write};

use office::kernel::answer::Paper;
use serde_json::{Value, json};

use crate::reports_world::{MONTH, Reports, upload};

/// The blank Word form with words put into the right cell of these labels.
fn filled(blank: &Paper, words: &[(&str, &str)]) -> Paper {
    let mut zip = zip::ZipArchive::new(Cursor::new(&blank.bytes)).unwrap();
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).unwrap();
        let (name, mut text) = (part.name().unwrap().into_owned(), String::new());
        part.read_to_string(&mut text).unwrap();
        if name == "word/document.xml" {
            for (label, words) in words {
                let cell =
                    text.find(&format!(">{label}</w:t>")).unwrap_or_else(|| panic!("{label} is no row"));
                let start = cell + text[cell..].find("<w:tc>").unwrap();
                let open = start + text[start..].find("<w:t ").unwrap();
                let from = open + text[open..].find('>').unwrap() + 1;
                let to = from + text[from..].find('<').unwrap();
                let lines = words.replace('\n', "</w:t><w:br/><w:t>");
                text.replace_range(from..to, &lines);
            }
        }
        out.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        out.write_all(text.as_bytes()).unwrap();
    }
    Paper { bytes: out.finish().unwrap().into_inner(), ..blank.clone() }
}

const WHOLE: &[(&str, &str)] = &[
    ("本月进展", "召开推进会一次。"),
    ("下月计划", "开展回访。"),
    ("创新举措", "【质量诊断】组织专家进企业。\n【质量沙龙】每季一次。"),
    ("重要事件（环境质量）", "空气质量优良天数比例上升。"),
    ("审核领导", "程启航"),
    ("审核日期", "2016年11月18日"),
    ("信息员", "周可"),
];

fn blank(world: &Reports, short: &str, format: &str) -> Paper {
    world.day.file("report_blank", json!({"report": world.line(short)["id"], "format": format}))
}

fn take(world: &Reports, short: &str, file: &Paper) -> Value {
    json!({"month": MONTH, "version": world.line(short)["version"], "file": upload(file)})
}

#[test]
fn a_filled_word_form_becomes_a_report_with_arrival_review_and_pieces() {
    let world = Reports::opened();
    world.day.at("2016-11-18 16:00");
    let file = filled(&blank(&world, "示例县", "docx"), WHOLE);
    let looked = world.day.done("report_file_look", json!({"month": MONTH, "file": upload(&file)}));
    assert_eq!(looked["slip"]["faults"], json!([]));
    assert_eq!(looked["report"]["unit_short"], "示例县");
    let card = world.day.done("report_file_take", take(&world, "示例县", &file));
    assert_eq!(card["report"]["file_at"], "2016-11-18T16:00:20".replace(":20", ":00"));
    assert_eq!((&card["report"]["reviewer"], &card["report"]["officer"]), (&json!("程启航"), &json!("周可")));
    let titles: Vec<&str> =
        card["items"].as_array().unwrap().iter().map(|item| item["title"].as_str().unwrap()).collect();
    assert_eq!(titles, ["", "", "质量诊断", "质量沙龙", ""]);
    assert_eq!(card["items"][4]["quality"], "environment");
    assert_eq!(card["attachments"][0]["purpose"], "电子报送单");
    assert_eq!(card["report"]["missing"], json!(["纸质材料"]));
}

#[test]
fn a_file_with_faults_names_each_place_and_writes_nothing() {
    let world = Reports::opened();
    let mut words = WHOLE.to_vec();
    words[5] = ("审核日期", "十一月十八日");
    words[2] = ("创新举措", "【质量诊断】");
    let file = filled(&blank(&world, "示例县", "docx"), &words);
    let looked = world.day.done("report_file_look", json!({"month": MONTH, "file": upload(&file)}));
    let places: Vec<String> = looked["slip"]["faults"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| format!("{} {}", fault["place"].as_str().unwrap(), fault["label"].as_str().unwrap()))
        .collect();
    assert_eq!(places, ["第1个表格第6行第2列 创新举措", "第1个表格第13行第2列 审核日期"]);
    let no = world.day.refused("report_file_take", take(&world, "示例县", &file));
    assert!(
        no.message.contains("有 2 处错误") && no.message.contains("第1个表格第6行第2列"),
        "{}",
        no.message
    );
    let card = world.card("示例县");
    assert_eq!((&card["report"]["stage"], card["items"].as_array().unwrap().len()), (&json!("waiting"), 0));
    assert_eq!(card["attachments"], json!([]));
    // A form of another month, or of a unit that owes nothing, is told before anything is written.
    let mut other = WHOLE.to_vec();
    other.extend([("报送单位", "某县人民政府"), ("信息月份", "2016年10月")]);
    let file = filled(&blank(&world, "示例县", "docx"), &other);
    let looked = world.day.done("report_file_look", json!({"month": MONTH, "file": upload(&file)}));
    let said = looked["slip"]["faults"].to_string();
    assert!(said.contains("2016年10月") && said.contains("某县人民政府"), "{said}");
}

#[test]
fn an_excel_form_is_made_and_its_faults_are_named_by_sheet_and_cell() {
    let world = Reports::opened();
    let file = blank(&world, "示例县", "xlsx");
    assert!(file.name.ends_with(".xlsx") && file.name.contains("示例县人民政府"));
    let looked = world.day.done("report_file_look", json!({"month": MONTH, "file": upload(&file)}));
    let faults = looked["slip"]["faults"].as_array().unwrap();
    assert_eq!(faults.len(), 5, "{faults:?}");
    assert!(
        faults[0]["place"].as_str().unwrap().contains("工作表“") && faults[0]["label"] == "本月进展",
        "{faults:?}"
    );
    assert_eq!(looked["report"]["unit_short"], "示例县");
}

#[test]
fn what_is_no_form_is_named_for_what_it_is() {
    let world = Reports::opened();
    let whole = filled(&blank(&world, "示例县", "docx"), WHOLE);
    let cut = whole.bytes[..whole.bytes.len() / 2].to_vec();
    for (bytes, says) in [
        (b"%PDF-1.7 report".to_vec(), "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), "旧版"),
        (Vec::new(), "是空的"),
        (b"PK\x03\x04 nothing".to_vec(), "压缩包"),
        ("本月进展：无".as_bytes().to_vec(), "不是 Word 或 Excel"),
        (cut, "已损坏"),
    ] {
        let file = Paper { name: "报送.docx".into(), mime: String::new(), bytes, rows: None };
        let no = world.day.refused("report_file_look", json!({"month": MONTH, "file": upload(&file)}));
        assert!(no.message.contains(says), "{} lacks {says}", no.message);
        assert!(no.hint.is_some());
    }
}
