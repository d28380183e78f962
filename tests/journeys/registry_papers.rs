//! What the register prints and exports: three forms and five ledgers, as of a day. `KEEP_PAPERS=folder` keeps them, to
//! be looked at.
#![allow(clippy::unwrap_used)] // helpers of tests; a failed one fails its test
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use office::kernel::answer::Paper;
use serde_json::{Value, json};
use zhiqiang_tests::{Day, scan};

use crate::registry_posts::{person, post, unit};

const SURNAMES: [&str; 6] = ["赵", "钱", "孙", "李", "王", "沈"];
const GIVEN: [&str; 4] = ["玥", "旸", "婳", "祎"];

/// A small office: a leader, deputies, a director and three units, one of them with a filing.
fn an_office() -> (Day, Value) {
    let day = Day::on("2016-10-20");
    for (name, title, kind) in [
        ("周明远", "市委副书记、市长", "leader"),
        ("吴建国", "市委常委、常务副市长", "executive_deputy"),
        ("郑晓堃", "副市长", "deputy"),
        ("冯喆", "市政府秘书长", "deputy"),
        ("陈珺", "市质监局局长", "director"),
    ] {
        let who = day.done("registry_person_add", json!({"name": name, "title": title, "mobile": "19900000001"}))["person"].clone();
        day.done("registry_post_begin", json!({"person": who["id"], "kind": kind, "from": "2016-08-24"}));
    }
    let mut first = Value::Null;
    let mut count = 0;
    for (name, short) in [
        ("示例市质量技术监督局", "市质监局"),
        ("示例市发展和改革委员会", "市发改委"),
        ("示例市文化广播电视新闻出版和旅游体育局", "市文广旅局"),
    ] {
        let made = unit(&day, name, short);
        for kind in ["member", "leader_in_charge", "section_head", "undertaker", "undertaker", "archivist"] {
            count += 1;
            let who = person(&day, &format!("{}{}", SURNAMES[count % 6], GIVEN[count / 6]));
            post(&day, &made, &who, kind, "2016-08-24");
        }
        if first.is_null() {
            first = made;
        }
    }
    let officer = json!({"unit": first["id"], "changed_on": "2016-09-26", "filed_on": "2016-10-12", "note": "工作调动",
        "changes": [{"kind": "information_officer", "begins": {"new_person": {"name": "卫昇", "title": "综合科科员",
            "mobile": "19900000009", "office_phone": "0816-2345678"}}}], "scans": [scan("备案")]});
    day.done("registry_filing_add", officer);
    (day, first)
}

fn keep(paper: &Paper) {
    if let Ok(folder) = std::env::var("KEEP_PAPERS") {
        std::fs::write(std::path::Path::new(&folder).join(&paper.name), &paper.bytes).unwrap();
    }
}

fn pages(paper: &Paper) -> usize {
    keep(paper);
    lopdf::Document::load_mem(&paper.bytes).unwrap().get_pages().len()
}

fn cells(paper: &Paper) -> Vec<Vec<String>> {
    keep(paper);
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(paper.bytes.clone())).unwrap();
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    range.rows().map(|row| row.iter().map(Data::to_string).collect()).collect()
}

#[test]
fn the_three_forms_print_as_of_a_day() {
    let (day, first) = an_office();
    let roster = day.file("registry_print_roster", json!({}));
    assert_eq!(roster.name, "示例市创建“全国质量强市示范城市”工作领导小组成员名单.pdf");
    assert_eq!(pages(&roster), 1);
    assert_eq!(pages(&day.file("registry_print_contacts_form", json!({"unit": first["id"]}))), 1);
    assert_eq!(pages(&day.file("registry_print_contacts_form", json!({}))), 3, "one page a unit");
    assert_eq!(pages(&day.file("registry_print_directory", json!({}))), 1);
    let refusal = day.refused("registry_print_roster", json!({"day": "2015-01-01"}));
    assert!(refusal.message.contains("名单是空的"));
}

/// What the audit says of a command, newest first.
fn audited(day: &Day, title: &str) -> Vec<String> {
    day.be("auditor");
    let asked =
        json!({"from": null, "to": null, "outcome": "", "words": "", "slice": {"offset": 0, "limit": 100}});
    let found = day.done("system_audit", asked);
    let rows = found["rows"].as_array().unwrap().iter().filter(|row| row["title"] == title);
    rows.map(|row| row["detail"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_list_of_people_on_paper_is_in_the_audit_with_its_rows_as_a_workbook_is() {
    let (day, first) = an_office();
    day.file("registry_print_units", json!({}));
    day.file("registry_export_units", json!({}));
    day.file("registry_print_roster", json!({}));
    day.file("registry_print_directory", json!({"unit": first["id"]}));
    day.file("registry_print_contacts_form", json!({"unit": first["id"]}));
    for (title, rows) in [
        ("打印单位名录", "（3 行，"),
        ("导出单位名录", "（3 行，"),
        ("成员名单", "（7 行，"),
        ("通讯录", "（7 行，"),
        ("联络员备案表", "（6 行，"),
    ] {
        let said = audited(&day, title);
        assert_eq!(said.len(), 1, "{title}: {said:?}");
        assert!(said[0].contains(rows) && said[0].contains("字节"), "{title}: {said:?}");
    }
}

#[test]
fn every_list_is_exported_as_it_is_shown() {
    let (day, first) = an_office();
    let units = cells(&day.file("registry_export_units", json!({})));
    assert_eq!(units[2][1], "单位全称");
    assert_eq!(units.len(), 3 + 3);
    let contacts = cells(&day.file("registry_export_contacts", json!({"unit": first["id"]})));
    let officer = contacts.iter().find(|row| row[3] == "卫昇").unwrap();
    assert_eq!(
        (officer[2].as_str(), officer[5].as_str(), officer[6].as_str()),
        ("信息员", "0816-2345678", "19900000009")
    );
    assert_eq!(contacts.len(), 3 + 7);
    let roster = cells(&day.file("registry_export_roster", json!({})));
    assert_eq!((roster[3][2].as_str(), roster[3][3].as_str()), ("组长", "周明远"));
    assert_eq!(roster.len(), 3 + 4 + 3);
    let complete = cells(&day.file("registry_export_completeness", json!({})));
    assert_eq!(
        (complete[3].last().unwrap().as_str(), complete[4].last().unwrap().as_str()),
        ("齐全", "不齐")
    );
    assert_eq!(complete[4][6], "未报备", "the second unit has filed no information officer");
    let filings = cells(&day.file("registry_export_filings", json!({"late": true})));
    assert_eq!(
        (filings[3][1].as_str(), filings[3][7].as_str()),
        ("示质强创备〔2016〕1号", "迟报 4 个工作日")
    );
}
