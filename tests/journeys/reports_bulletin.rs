//! A month's bulletin (第二十二条): from reports to a signed, numbered, printed and distributed issue; traced both ways.
use office::RefusalKind;
use serde_json::{Value, json};
use zhiqiang_tests::scan;

use crate::meeting_world::written;
use crate::reports_world::{MONTH, Reports, moving};

/// Four accepted reports on the 24th of November.
fn reported() -> Reports {
    let world = Reports::opened();
    world.day.at("2016-11-24 09:00");
    for short in ["市质监局", "市发改委", "市经信委", "示例县"] {
        world.accepted(short);
    }
    world
}

fn of<'a>(material: &'a [Value], short: &str, part: &str) -> &'a Value {
    material.iter().find(|one| one["unit_short"] == short && one["part"] == part).expect("the unit wrote it")
}

fn edited(card: &Value, at: (usize, usize), body: &str) -> Value {
    let item = &card["columns"][at.0]["items"][at.1];
    json!({"bulletin": card["bulletin"]["id"], "version": card["bulletin"]["version"], "item": item["id"],
        "title": item["title"], "foreword": item["foreword"], "body": body, "signature": item["signature"]})
}

#[test]
fn an_issue_goes_from_reports_to_the_readers_and_every_item_leads_back_to_its_report() {
    let world = reported();
    let material = world.material();
    let card = world.issue("monthly");
    assert_eq!(card["columns"].as_array().unwrap().len(), 4);
    let card = world.put(&card, 0, &[of(&material, "市质监局", "progress")]);
    let card = world.put(
        &card,
        1,
        &[of(&material, "市发改委", "innovation"), of(&material, "市经信委", "innovation")],
    );
    let body = "在规模以上企业推行首席质量官制度，已有24家企业任命。";
    let card = world.day.done("bulletin_item_save", edited(&card, (1, 0), body));
    assert_eq!(card["columns"][1]["items"][0]["changed"], true);
    assert_eq!(card["columns"][1]["items"][0]["signature"], "市发改委、市经信委");
    let item = &card["columns"][1]["items"][0];
    let compared =
        world.day.done("bulletin_compare", json!({"bulletin": card["bulletin"]["id"], "item": item["id"]}));
    let kept = |not: &str| -> String {
        let pieces = compared["pieces"].as_array().unwrap().iter().filter(|piece| piece["mark"] != not);
        pieces.map(|piece| piece["text"].as_str().unwrap()).collect()
    };
    let original = format!("{0}\n{0}", of(&material, "市发改委", "innovation")["text"].as_str().unwrap());
    assert_eq!(
        (kept("struck").as_str(), kept("added")),
        (body, original),
        "the original stands untouched beside the copy"
    );
    let preview =
        written(&world.day.file("bulletin_print", json!({"bulletin": card["bulletin"]["id"]})).bytes);
    assert!(!preview.contains("第1期"), "no number before signature");
    let card = world.signed(&card);
    assert_eq!(card["bulletin"]["issue"], "第1期（总第1期）");
    assert_eq!(card["bulletin"]["signed_on"], "2016-11-24");
    let card = world.move_on(&card, "issue", json!({}));
    let paper = written(&world.day.file("bulletin_print", json!({"bulletin": card["bulletin"]["id"]})).bytes);
    for words in ["第1期（总第1期）", "2016年11月24日", "已有24家企业任命", "市发改委、市经信委", "共印80份"]
    {
        assert!(paper.contains(words), "{words} is missing in {paper}");
    }
    assert!(
        world.day.file("bulletin_docx", json!({"bulletin": card["bulletin"]["id"]})).bytes.starts_with(b"PK")
    );
    // Both ways.
    let source = &card["columns"][1]["items"][0]["sources"][1];
    assert_eq!(source["unit_short"], "市经信委");
    let report = world.day.done("report_open", json!({"report": source["report"]}));
    let used =
        report["items"].as_array().unwrap().iter().find(|one| one["id"] == source["report_item"]).unwrap();
    assert_eq!(used["uses"][0]["bulletin"], card["bulletin"]["id"]);
    assert_eq!(used["uses"][0]["issue"], "第1期（总第1期）");
    assert_eq!(
        used["text"],
        of(&material, "市经信委", "innovation")["text"],
        "byte for byte what the unit wrote"
    );
    distributed(&world, &card);
}

fn distributed(world: &Reports, card: &Value) {
    let names: Vec<&str> =
        card["copies"].as_array().unwrap().iter().map(|copy| copy["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["组长、副组长", "领导小组成员", "示例县", "市质监局", "市发改委", "市经信委"]);
    let id = &card["bulletin"]["id"];
    assert!(
        world
            .day
            .refused("bulletin_copy_receive", json!({"bulletin": id, "by": "收发室"}))
            .message
            .contains("没有等待签收")
    );
    world.day.done("bulletin_copy_send", json!({"bulletin": id, "way": "机要交换"}));
    world.day.done(
        "bulletin_copy_add",
        json!({"bulletin": id, "name": "市档案馆", "reason": "存档", "copies": 2}),
    );
    let card = world.day.done("bulletin_copy_receive", json!({"bulletin": id, "by": "收发室"}));
    let waiting: Vec<&Value> =
        card["copies"].as_array().unwrap().iter().filter(|copy| copy["received_on"].is_null()).collect();
    assert_eq!((waiting.len(), &waiting[0]["name"]), (1, &json!("市档案馆")));
}

#[test]
fn a_signed_issue_changes_only_by_being_taken_back_and_keeps_its_number() {
    let world = reported();
    let card = world.put(&world.issue("monthly"), 0, &[of(&world.material(), "示例县", "progress")]);
    let signed = world.signed(&card);
    let no = world.day.refused("bulletin_item_save", edited(&signed, (0, 0), "改"));
    assert!(no.message.contains("已签发") && no.article.as_deref() == Some("第二十二条"), "{no:?}");
    assert!(
        world
            .day
            .refused("bulletin_take_step", moving(&signed, "reopen", json!({})))
            .message
            .contains("原因")
    );
    let back = world.move_on(&signed, "reopen", json!({"reason": "漏了一条"}));
    let changed = world.day.done("bulletin_item_save", edited(&back, (0, 0), "改后的内容。"));
    let again = world.signed(&changed);
    assert_eq!(again["bulletin"]["issue"], "第1期（总第1期）", "the number stays");
    let issued = world.move_on(&again, "issue", json!({}));
    for step in ["reopen", "void", "return", "sign", "submit"] {
        let no = world.day.refused("bulletin_take_step", moving(&issued, step, json!({"reason": "改"})));
        assert!(no.hint.unwrap().contains("增刊更正"), "{step}");
    }
    let stale = world.day.refused("bulletin_take_step", moving(&signed, "issue", json!({})));
    assert_eq!(stale.kind, RefusalKind::Stale);
}

#[test]
fn numbers_run_without_gap_extra_issues_count_by_themselves_and_a_voided_number_is_not_given_again() {
    let world = reported();
    let material = world.material();
    let first = world.signed(&world.put(&world.issue("monthly"), 0, &[of(&material, "示例县", "progress")]));
    world.move_on(&first, "void", json!({"reason": "内容有误"}));
    let second =
        world.signed(&world.put(&world.issue("monthly"), 0, &[of(&material, "市发改委", "progress")]));
    assert_eq!(second["bulletin"]["issue"], "第2期（总第2期）");
    let extra = world.put(&world.issue("extra"), 0, &[of(&material, "市经信委", "progress")]);
    let extra = world.signed(&extra);
    assert_eq!(
        (&extra["bulletin"]["issue"], &extra["bulletin"]["running"]),
        (&json!("增刊第1期"), &Value::Null)
    );
    let paper =
        written(&world.day.file("bulletin_print", json!({"bulletin": extra["bulletin"]["id"]})).bytes);
    assert!(paper.contains("增刊") && paper.contains("第1期"), "{paper}");
    let no = world.day.refused("bulletin_start", json!({"month": MONTH, "kind": "monthly"}));
    assert!(no.message.contains("已有第2期"), "{}", no.message);
    world.day.at("2016-12-26 09:00");
    let december = world.day.done("bulletin_start", json!({"month": "2016-12", "kind": "monthly"}));
    world.day.at("2017-01-03 09:00");
    let january = world.signed(&world.put(&december, 0, &[of(&material, "市质监局", "progress")]));
    assert_eq!(
        january["bulletin"]["issue"], "第1期（总第3期）",
        "the year begins anew, the running number goes on"
    );
}

#[test]
fn only_the_director_signs_at_his_desk_or_on_paper_that_proves_it() {
    let world = reported();
    let card = world.issue("monthly");
    let no = world.day.refused("bulletin_take_step", moving(&card, "submit", json!({})));
    assert!(no.message.contains("还没有稿件"));
    let card = world.put(&card, 0, &[of(&world.material(), "示例县", "progress")]);
    let card = world.move_on(&card, "submit", json!({}));
    let no = world.day.refused("bulletin_take_step", moving(&card, "sign", json!({})));
    assert!(no.message.contains("王主任签发"), "{}", no.message);
    let no = world.day.refused(
        "bulletin_take_step",
        moving(&card, "sign", json!({"on": "2016-11-25", "basis": "见签字页"})),
    );
    assert!(no.message.contains("还没有到"));
    let card = world.move_on(&card, "sign", json!({"scan": scan("签字页"), "words": "同意印发"}));
    assert_eq!(
        (&card["bulletin"]["signer_name"], &card["bulletin"]["signer_words"]),
        (&json!("王主任"), &json!("同意印发"))
    );
    assert_eq!(card["attachments"][0]["purpose"], "签发扫描件");
}

#[test]
fn items_are_merged_split_moved_and_taken_out_without_touching_the_reports() {
    let world = reported();
    let material = world.material();
    let mut card = world.issue("monthly");
    for short in ["市质监局", "市发改委", "市经信委"] {
        card = world.put(&card, 0, &[of(&material, short, "innovation")]);
    }
    let ids: Vec<Value> =
        card["columns"][0]["items"].as_array().unwrap().iter().map(|item| item["id"].clone()).collect();
    let again = json!({"bulletin": card["bulletin"]["id"], "version": card["bulletin"]["version"], "column": card["columns"][1]["id"], "sources": [of(&material, "市质监局", "innovation")["id"]]});
    assert!(world.day.refused("bulletin_item_add", again).message.contains("已编入本期"));
    let merge = json!({"bulletin": card["bulletin"]["id"], "version": card["bulletin"]["version"], "items": [ids[2], ids[0]]});
    let card = world.day.done("bulletin_items_merge", merge);
    let items = card["columns"][0]["items"].as_array().unwrap();
    assert_eq!(items.len(), 2);
    assert_eq!(items[1]["signature"], "市经信委、市质监局");
    assert_eq!(items[1]["sources"].as_array().unwrap().len(), 2);
    let split = |card: &Value, after: u32| json!({"bulletin": card["bulletin"]["id"], "version": card["bulletin"]["version"], "item": ids[2], "after": after});
    assert!(world.day.refused("bulletin_item_split", split(&card, 2)).message.contains("有 2 段"));
    let card = world.day.done("bulletin_item_split", split(&card, 1));
    let items = card["columns"][0]["items"].as_array().unwrap();
    assert_eq!(items.len(), 3);
    assert!(items[2]["title"].as_str().unwrap().ends_with("（续）"));
    let second = items[2]["id"].clone();
    let shift = json!({"bulletin": card["bulletin"]["id"], "version": card["bulletin"]["version"], "item": second, "column": card["columns"][2]["id"], "place": 9});
    let card = world.day.done("bulletin_item_move", shift);
    assert_eq!(card["columns"][2]["items"][0]["id"], second);
    let full = json!({"bulletin": card["bulletin"]["id"], "version": card["bulletin"]["version"], "column": card["columns"][2]["id"]});
    assert!(world.day.refused("bulletin_column_remove", full).message.contains("还有 1 条稿件"));
    let out =
        json!({"bulletin": card["bulletin"]["id"], "version": card["bulletin"]["version"], "item": second});
    let card = world.day.done("bulletin_item_remove", out);
    let gone = json!({"bulletin": card["bulletin"]["id"], "version": card["bulletin"]["version"], "column": card["columns"][2]["id"]});
    let card = world.day.done("bulletin_column_remove", gone);
    let rename = json!({"bulletin": card["bulletin"]["id"], "version": card["bulletin"]["version"], "column": card["columns"][2]["id"], "name": "县区动态", "place": 1});
    let card = world.day.done("bulletin_column_edit", rename);
    assert_eq!(card["columns"][0]["name"], "县区动态");
    assert_eq!(
        world.material().iter().map(|one| &one["text"]).collect::<Vec<_>>(),
        material.iter().map(|one| &one["text"]).collect::<Vec<_>>()
    );
}

#[test]
fn the_workbench_wants_the_months_issue_after_the_due_day() {
    let world = reported();
    let lines = || -> Vec<String> {
        let items = world.day.done("workbench_today", json!({}))["items"].clone();
        let own = items
            .as_array()
            .unwrap()
            .iter()
            .filter(|one| one["room"] == "bulletins")
            .cloned()
            .collect::<Vec<_>>();
        own.iter()
            .map(|one| format!("{} {}", one["state"].as_str().unwrap(), one["due"].as_str().unwrap()))
            .collect()
    };
    assert_eq!(lines(), Vec::<String>::new());
    world.day.at("2016-11-28 09:00");
    assert_eq!(lines(), ["未编印 2016-12-02"], "five working days after the 25th");
    let card = world.put(&world.issue("monthly"), 0, &[of(&world.material(), "示例县", "progress")]);
    assert_eq!(lines().len(), 1);
    assert!(lines()[0].starts_with("编辑中"));
    let card = world.move_on(&world.signed(&card), "issue", json!({}));
    assert_eq!(lines(), ["待分发 2016-11-29"]);
    world.day.done("bulletin_copy_send", json!({"bulletin": card["bulletin"]["id"], "way": "专人送达"}));
    world.day.done("bulletin_copy_receive", json!({"bulletin": card["bulletin"]["id"], "by": "各单位"}));
    assert_eq!(lines(), Vec::<String>::new());
}
