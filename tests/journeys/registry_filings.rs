//! A unit files that its people changed: number, lateness by working days, all changes in one, nothing half done.
#![allow(clippy::unwrap_used)] // helpers of tests; a failed one fails its test
use serde_json::{Value, json};
use zhiqiang_tests::{Day, scan};

use crate::registry_posts::{person, post, unit};

struct Unit {
    day: Day,
    unit: Value,
    held: Value,
}

fn with_a_leader(date: &str) -> Unit {
    let day = Day::on(date);
    let unit = unit(&day, "示例市质量技术监督局", "市质监局");
    let who = person(&day, "张三");
    let held = post(&day, &unit, &who, "leader_in_charge", "2016-03-01");
    Unit { day, unit, held }
}

impl Unit {
    fn filing(&self, changed: &str, filed: &str) -> Value {
        json!({
            "unit": self.unit["id"], "changed_on": changed, "filed_on": filed, "note": "工作调动",
            "changes": [{
                "kind": "leader_in_charge",
                "ends": {"post": self.held["id"], "version": self.held["version"]},
                "begins": {"new_person": {"name": "李四", "mobile": "19900000002", "title": "党组成员、副局长"}},
            }, {
                "kind": "archivist", "begins": {"new_person": {"name": "王五"}},
            }],
            "scans": [scan("备案报告")],
        })
    }
}

#[test]
fn a_filing_in_time_ends_and_begins_posts_and_gets_its_number_and_scan() {
    let case = with_a_leader("2016-10-08");
    // 国庆 is no working day; the Saturday before the last is worked for it.
    let card = case.day.done("registry_filing_add", case.filing("2016-09-26", "2016-10-08"));
    let filing = &card["filing"];
    assert_eq!(
        (&filing["due_on"], &filing["late_days"], &filing["late_label"]),
        (&json!("2016-10-08"), &json!(0), &json!("按时"))
    );
    assert_eq!(filing["number"], "示质强创备〔2016〕1号");
    assert_eq!(filing["changes_label"], "免张三分管领导；任李四为分管领导；任王五为档案员");
    assert_eq!(card["scans"][0]["purpose"], "备案扫描件");
    let names = |on: &str| {
        let lines = case
            .day
            .done("registry_who", json!({"post": "leader_in_charge", "unit": case.unit["id"], "day": on}));
        lines[0]["name"].clone()
    };
    assert_eq!((names("2016-09-25"), names("2016-09-26")), (json!("张三"), json!("李四")));
}

#[test]
fn a_late_filing_is_taken_and_flagged_with_its_article_and_stays_so() {
    let case = with_a_leader("2016-10-20");
    let card = case.day.done("registry_filing_add", case.filing("2016-09-26", "2016-10-12"));
    let filing = &card["filing"];
    // After 8 October: 9 October is worked, then 10, 11, 12.
    assert_eq!(
        (&filing["late_days"], &filing["late_label"], &filing["article"]),
        (&json!(4), &json!("迟报 4 个工作日"), &json!("第五条"))
    );
    let late = case.day.done("registry_filings", json!({"year": 2016, "late": true}));
    assert_eq!(late["total"], json!(1));
    assert_eq!(case.day.done("registry_filings", json!({"year": 2015}))["total"], json!(0));
    let more = case.day.done("registry_filing_attach", json!({"filing": filing["id"], "scan": scan("补充")}));
    assert_eq!(more["scans"].as_array().unwrap().len(), 2);
}

#[test]
fn a_filing_that_cannot_be_applied_whole_leaves_nothing_behind_not_even_a_number() {
    let case = with_a_leader("2016-10-20");
    let mut filing = case.filing("2016-09-26", "2016-09-27");
    // The second change fails: another leader in charge beside the one just begun.
    filing["changes"][1]["kind"] = json!("leader_in_charge");
    let refusal = case.day.refused("registry_filing_add", filing);
    assert_eq!(refusal.article.as_deref(), Some("第五条"));
    assert_eq!(case.day.done("registry_filings", json!({}))["total"], json!(0));
    assert_eq!(case.day.done("registry_people", json!({}))["total"], json!(1));
    let good = case.day.done("registry_filing_add", case.filing("2016-09-26", "2016-09-27"));
    assert_eq!(good["filing"]["number"], "示质强创备〔2016〕1号", "no number was lost");
}

#[test]
fn a_filing_that_makes_no_sense_is_refused_in_words() {
    let case = with_a_leader("2016-10-20");
    let with = |field: &str, value: Value| {
        let mut filing = case.filing("2016-09-26", "2016-09-27");
        filing[field] = value;
        filing
    };
    for (request, words) in [
        (with("changes", json!([])), "没有任何人员变动"),
        (with("filed_on", json!("2016-11-01")), "晚于今天"),
        (with("changed_on", json!("2015-09-26")), "才列入"),
        (
            with("changes", json!([{"kind": "leader", "begins": {"new_person": {"name": "某人"}}}])),
            "不由成员单位报备",
        ),
        (
            with("changes", json!([{"kind": "archivist", "ends": {"post": case.held["id"], "version": 1}}])),
            "不是这份备案中的岗位",
        ),
        (with("changes", json!([{"kind": "archivist", "begins": {}}])), "没有写明新任档案员是谁"),
    ] {
        let refusal = case.day.refused("registry_filing_add", request);
        assert!(refusal.message.contains(words), "{words}: {}", refusal.message);
    }
}
