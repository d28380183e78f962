//! Scoring and the circular (第二十三条): points of reporting and use, who reported nothing, whose items were not used.
use serde_json::{Value, json};

use crate::meeting_world::written;
use crate::reports_world::{MONTH, Reports};

/// One on time and used alone, one late and used short with another, one with nothing.
fn a_month() -> Reports {
    let world = Reports::opened();
    world.day.at("2016-11-24 09:00");
    world.accepted("市质监局");
    world.accepted("市发改委");
    world.day.at("2016-11-26 09:00");
    world.accepted("市经信委");
    let material = world.material();
    let of = |short: &str, part: &str| {
        material.iter().find(|one| one["unit_short"] == short && one["part"] == part).unwrap()
    };
    let card = world.put(&world.issue("monthly"), 0, &[of("市质监局", "progress")]);
    let card = world.put(&card, 1, &[of("市质监局", "innovation"), of("市经信委", "innovation")]);
    let card = world.signed(&card);
    world.move_on(&card, "issue", json!({}));
    world
}

fn points(world: &Reports, short: &str, span: Value) -> Value {
    let table = world.day.done("reports_points", span);
    table["rows"].as_array().unwrap().iter().find(|row| row["unit_short"] == short).unwrap().clone()
}

#[test]
fn points_follow_reporting_and_use_and_name_who_did_neither() {
    let world = a_month();
    let span = json!({"year": 2016, "month": 11});
    let row = |short: &str| points(&world, short, span.clone());
    let best = row("市质监局");
    assert_eq!(
        (&best["report_mark"], &best["used_mark"], &best["mark"]),
        (&json!(3.0), &json!(4.0), &json!(7.0))
    );
    assert_eq!((&best["alone"], &best["short"], &best["place"]), (&json!(1), &json!(1), &json!(1)));
    assert_eq!(
        (&row("市经信委")["report_mark"], &row("市经信委")["mark"]),
        (&json!(2.0), &json!(3.0)),
        "late, used short"
    );
    let table = world.day.done("reports_points", span.clone());
    assert_eq!(
        (&table["none_reported"], &table["none_used"]),
        (&json!(["示例县"]), &json!(["市发改委", "示例县"]))
    );
    let higher = json!({"unit": row("市发改委")["unit"], "title": "推行首席质量官制度", "journal": "省质强办《工作简报》第9期", "used_on": "2016-11-20"});
    world.day.done("reports_higher_add", higher);
    assert_eq!(row("市发改委")["mark"], 8.0);
    let listed = world.day.done("reports_higher", span.clone());
    world.day.done("reports_higher_strike", json!({"id": listed[0]["id"], "reason": "核实为重复登记"}));
    assert_eq!(row("市发改委")["mark"], 3.0);
    assert_eq!(points(&world, "市质监局", json!({"year": 2016, "quarter": 4}))["mark"], 7.0);
    let by_late =
        world.day.done("reports_points", json!({"year": 2016, "order": {"by": "late", "desc": true}}));
    assert_eq!(by_late["rows"][0]["unit_short"], "市经信委");
    assert!(
        world.day.refused("reports_points", json!({"year": 2016, "quarter": 5})).message.contains("统计时段")
    );
}

#[test]
fn a_circular_becomes_a_document_with_its_table_and_goes_the_way_of_documents() {
    let world = a_month();
    world.day.at("2016-12-01 09:00");
    let card = world
        .day
        .done("outgoing_start_circular", json!({"span": {"year": 2016, "month": 11}, "issuer": "office"}));
    assert_eq!(card["document"]["words"]["kind"], "circular");
    let text = card["document"]["words"]["text"].as_str().unwrap();
    assert!(
        text.contains("零报送单位：示例县。") && text.contains("零采用单位：市发改委、示例县。"),
        "{text}"
    );
    assert!(text.contains("报齐3次，其中按时2次，迟报1次"), "{text}");
    let paper = written(&world.day.file("outgoing_print", json!({"document": card["document"]["id"]})).bytes);
    for words in ["2016年11月", "信息报送和采用情况的通报", "信息报送和采用情况统计表", "市质监局"]
    {
        assert!(paper.contains(words), "{words} is missing in {paper}");
    }
    let card = world.step(&card, "submit", json!({}));
    let card = world.directed(&world.section(&card), "sign");
    assert!(card["document"]["number"].as_str().unwrap().contains("〔2016〕1号"));
    let no =
        world.day.refused("outgoing_start_circular", json!({"span": {"year": 2015}, "issuer": "office"}));
    assert!(no.message.contains("没有报送记录") && no.article.as_deref() == Some("第二十三条"));
    let table = written(&world.day.file("reports_points_print", json!({"year": 2016, "month": 11})).bytes);
    for words in ["零报送单位：示例县", "零采用单位：市发改委、示例县", "工作简报单条1条"]
    {
        assert!(table.contains(words), "{words} is missing in {table}");
    }
}

#[test]
fn words_of_reports_and_issues_are_found() {
    let world = a_month();
    let found = world.day.done("report_find", json!({"words": "首席质量官"}));
    let kinds: Vec<&Value> = found.as_array().unwrap().iter().map(|hit| &hit["kind"]).collect();
    assert_eq!(kinds, ["工作简报", "报送稿件", "报送稿件", "报送稿件"]);
    assert!(found[1]["to"].as_str().unwrap().starts_with(&format!("/reports/{MONTH}/")));
    let uses = world.day.file("bulletin_uses_ledger", json!({}));
    assert!(uses.name.contains("稿件采用台账"));
}
