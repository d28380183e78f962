//! Items from their beginning to their end (第十二条): told, reported on, put off, answered, sent back, accepted, put right.
use serde_json::{Value, json};
use zhiqiang_tests::scan;

use crate::documents_world::Desk;
use crate::followup_world::{decided, entered, followed, notified, offered, registered};
use crate::meeting_world::{merged, written};

fn words(card: &Value, path: &str) -> String {
    card.pointer(path).and_then(Value::as_str).unwrap_or_else(|| panic!("{path} of {card}")).to_owned()
}

#[test]
fn a_decision_is_told_reported_put_off_answered_sent_back_and_accepted() {
    let desk = Desk::new();
    let (_, card) = decided(&desk, "2016-11-17", "2016-11-30");
    assert_eq!(words(&card, "/item/number"), "示质强创督办〔2016〕1号");
    assert_eq!(words(&card, "/item/stage"), "open", "minutes reach the units by themselves");
    assert_eq!(card["article"], "第十二条");
    // The notice may follow the minutes; each unit signs for it.
    let card = followed(&desk.day, &card, "notify", json!({"way": "机要交换"}));
    assert_eq!(card["notices"].as_array().unwrap().len(), 3);
    assert_eq!(card["notices"][0]["role"], "牵头");
    assert_eq!(card["notices"][0]["receipt_due_on"], "2016-11-22", "three working days");
    let sign = json!({"unit": desk.bureau["id"], "name": "收发室 赵", "scan": scan("签收联")});
    let card = followed(&desk.day, &card, "receive", sign);
    assert_eq!(card["notices"][0]["receiver"], "收发室 赵");
    assert_eq!(card["events"][0]["files"][0]["purpose"], "登记签收扫描件", "the scan lies with its step");
    // It says what it did so far, a helper does its part.
    desk.day.at("2016-11-24 09:00");
    let card = followed(&desk.day, &card, "report", json!({"words": "已补齐9项"}));
    let card = followed(
        &desk.day,
        &card,
        "part",
        json!({"unit": desk.planning["id"], "words": "已提供规划资料", "number": "发改函〔2016〕3号"}),
    );
    assert_eq!(card["parts"][0]["short"], "市发改委");
    // More time is asked for before the day is over, and given by the deputy.
    desk.day.at("2016-11-28 09:00");
    let ask = json!({"words": "两项资料须省局出具", "progress": "已补齐15项", "measures": "派专人对接",
        "due_on": "2016-12-15", "scan": scan("延期申请")});
    let card = followed(&desk.day, &card, "ask_extension", ask);
    assert_eq!(card["extensions"][0]["state_label"], "待审批");
    let due = desk.day.done("workbench_today", json!({}));
    assert!(due.to_string().contains("延期审批"), "{due}");
    let yes =
        json!({"granted": true, "person": desk.deputy["id"], "due_on": "2016-12-10", "basis": "审批件存卷"});
    let card = followed(&desk.day, &card, "extend", yes);
    assert_eq!(
        (words(&card, "/item/first_due_on"), words(&card, "/item/due_on")),
        ("2016-11-30".into(), "2016-12-10".into())
    );
    let terms: Vec<String> =
        card["terms"].as_array().unwrap().iter().map(|one| one["due_on"].to_string()).collect();
    assert_eq!(terms, ["\"2016-11-30\"", "\"2016-12-10\""], "every last day is kept");
    assert_eq!(card["extensions"][0]["decider_name"], "副组长　陈明");
    // Answered, sent back, answered again in time, accepted.
    desk.day.at("2016-12-08 09:00");
    let reply = json!({"words": "已全部补齐", "number": "质监函〔2016〕41号", "scan": scan("反馈单")});
    let card = followed(&desk.day, &card, "reply", reply.clone());
    assert_eq!(card["item"]["timing_label"], "按期");
    let card = followed(&desk.day, &card, "return", json!({"words": "第12项没有佐证"}));
    assert_eq!(
        (card["item"]["returns"].as_u64(), card["replies"][0]["state"].as_str()),
        (Some(1), Some("returned"))
    );
    assert_eq!(card["item"]["reply"], "", "what was sent back is no answer");
    let card =
        followed(&desk.day, &card, "reply", merged(reply, json!({"words": "已全部补齐，第12项佐证附后"})));
    let card = followed(&desk.day, &card, "accept", json!({}));
    assert_eq!(
        (words(&card, "/item/stage_label"), words(&card, "/item/timing_label")),
        ("已办结".into(), "按期".into())
    );
    assert_eq!(card["replies"].as_array().unwrap().len(), 2, "both answers stay readable");
    // Put right only by the director, as a new version with its reason.
    assert!(offered(&card)[0].starts_with("correct: “更正回复”须由"), "{:?}", offered(&card));
    desk.day.be("director");
    let correct = json!({"words": "已补齐17项", "basis": "核对后发现项数写错"});
    let card = followed(&desk.day, &card, "correct", correct);
    let states: Vec<&str> =
        card["replies"].as_array().unwrap().iter().map(|one| one["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["accepted", "corrected", "returned"]);
    assert_eq!(card["item"]["reply"], "已补齐17项");
    assert_eq!(card["item"]["reply_on"], "2016-12-08", "a correction makes nothing timely");
    replay(&card);
}

/// The history alone tells the stage.
fn replay(card: &Value) {
    let mut stage = Value::Null;
    for one in card["events"].as_array().unwrap().iter().rev() {
        assert_eq!(one["from"], stage, "history goes on where it stood: {one}");
        stage = one["to"].clone();
    }
    assert_eq!(stage, card["item"]["stage"]);
}

#[test]
fn an_item_entered_by_hand_waits_for_its_notice_and_is_put_right_before_it() {
    let desk = Desk::new();
    let filed = json!({"person": desk.stranger["id"], "kind": "undertaker", "title": "科员", "from": "2016-10-01",
        "unit": desk.bureau["id"]});
    desk.day.done("registry_post_begin", filed);
    let files = json!([scan("督办函")]);
    let facts = entered(&desk, "报送质量工作总结", "2016-12-20");
    let card = desk.day.done("followup_register", json!({"facts": facts, "files": files}));
    assert_eq!(card["item"]["stage_label"], "待下发");
    assert_eq!(card["item"]["source_label"], "上级交办");
    assert_eq!(card["item"]["undertaker"], "吴珺", "whom the unit filed");
    assert_eq!(card["item"]["supervisor"], "李经办");
    assert_eq!(
        (card["article"].as_str(), card["attachments"][0]["purpose"].as_str()),
        (Some("第二条"), Some("立项依据"))
    );
    assert_eq!(card["periods"], json!([]), "whoever was not told owes no report");
    let amend = json!({"item": card["item"]["id"], "version": card["item"]["version"],
        "facts": entered(&desk, "报送全年质量工作总结", "2016-12-25")});
    let card = desk.day.done("followup_amend", amend.clone());
    assert_eq!(card["item"]["due_on"], "2016-12-25");
    let last = words(&card, "/events/0/words");
    assert!(last.contains("承办事项由“报送质量工作总结”改为“报送全年质量工作总结”"), "{last}");
    let due = desk.day.done("workbench_today", json!({})).to_string();
    assert!(due.contains("下发督办通知") && due.contains("第二条"), "{due}");
    let card = followed(&desk.day, &card, "notify", json!({}));
    let no = desk.day.refused("followup_amend", merged(amend, json!({"version": card["item"]["version"]})));
    assert!(no.hint.as_deref().unwrap().contains("另立新事项"), "{no}");
    // Half-monthly: the fifteenth and the last day, the reply's own day aside.
    let periods: Vec<&str> =
        card["periods"].as_array().unwrap().iter().map(|one| one["on"].as_str().unwrap()).collect();
    assert_eq!(periods, ["2016-11-15", "2016-11-30", "2016-12-15"]);
    desk.day.at("2016-12-02 09:00");
    let seen = desk.day.done("followup_open", json!({"item": card["item"]["id"]}));
    assert_eq!(seen["item"]["missing"], 2);
    let due = desk.day.done("workbench_today", json!({})).to_string();
    assert!(due.contains("缺报2期"), "{due}");
    let seen = followed(&desk.day, &seen, "report", json!({"words": "正在起草"}));
    let state = |card: &Value, at: usize| card["periods"][at]["state_label"].as_str().unwrap().to_owned();
    assert_eq!((state(&seen, 0), state(&seen, 1)), ("迟报".into(), "未报".into()), "the oldest gap first");
    let seen = followed(&desk.day, &seen, "report", json!({"words": "初稿", "period": "2016-12-15"}));
    assert_eq!((state(&seen, 1), state(&seen, 2)), ("未报".into(), "已报".into()));
    // A person's own list.
    assert_eq!(desk.day.done("followup_items", json!({"mine": true, "waiting": true}))["total"], 1);
    assert_eq!(desk.day.done("followup_items", json!({"person": "吴珺"}))["total"], 1);
    assert_eq!(desk.day.be("director").done("followup_items", json!({"mine": true}))["total"], 0);
}

#[test]
fn an_overdue_item_is_urged_and_taken_higher_step_by_step() {
    let desk = Desk::new();
    let card = notified(&desk, "报送质量工作总结", "2016-11-10");
    desk.day.at("2016-11-11 09:00");
    let open = |card: &Value| desk.day.done("followup_open", json!({"item": card["item"]["id"]}));
    let card = open(&card);
    assert_eq!(card["proposal"]["words"], "已逾期1天，还没有催办，请催办。");
    let urge = json!({"way": "电话", "name": "吴珺", "words": "请抓紧报送"});
    let card = followed(&desk.day, &card, "urge", urge);
    assert_eq!(card["urgings"][0]["number"], "示质强创催办〔2016〕1号");
    assert_eq!(card["urgings"][0]["answer_by"], "2016-11-16", "three working days");
    desk.day.at("2016-11-18 09:00");
    let card = followed(&desk.day, &open(&card), "urge", json!({"way": "书面"}));
    assert_eq!((card["urgings"][0]["n"].as_u64(), card["item"]["urgings"].as_u64()), (Some(2), Some(2)));
    assert_eq!(card["proposal"]["words"], "已逾期8天，催办2次仍未回复，报分管副组长。");
    let due = desk.day.done("workbench_today", json!({})).to_string();
    assert!(due.contains("升级督办（报分管副组长）"), "{due}");
    let card = followed(&desk.day, &card, "escalate", json!({"words": "陈明副组长批示：请抓紧。"}));
    assert_eq!(card["escalations"][0]["label"], "报分管副组长");
    desk.day.at("2016-12-12 09:00");
    let card = followed(&desk.day, &open(&card), "escalate", json!({"words": "已报组长。"}));
    let card = followed(&desk.day, &card, "escalate", json!({"words": "建议约谈市质监局。"}));
    assert!(card["events"][0]["words"].as_str().unwrap().starts_with("建议约谈："));
    let card = followed(&desk.day, &card, "reply", json!({"words": "已报送"}));
    let card = followed(&desk.day, &card, "accept", json!({}));
    assert_eq!(
        (card["item"]["timing_label"].as_str(), card["item"]["overdue"].as_bool()),
        (Some("逾期办结"), Some(true))
    );
    for (command, more, wanted) in [
        ("followup_urging_print", json!({"urging": card["urgings"][1]["id"]}), "第1次"),
        ("followup_notice_print", json!({}), "示质强创督办〔2016〕1号"),
        ("followup_reply_print", json!({}), "已报送"),
        ("followup_extension_print", json!({}), "延期申请"),
    ] {
        let pdf = desk.day.file(command, merged(json!({"item": card["item"]["id"]}), more));
        let words = written(&pdf.bytes);
        assert!(words.contains(wanted), "{command}: {words}");
    }
    let register = desk.day.file("followup_urging_ledger", json!({}));
    assert_eq!(register.name, "催办登记簿.xlsx");
}

#[test]
fn what_is_put_off_owes_no_report_and_gets_its_days_back() {
    let desk = Desk::new();
    let card = notified(&desk, "推进示范项目", "2016-12-10");
    desk.day.at("2016-11-10 09:00").be("director");
    let card = followed(&desk.day, &card, "suspend", json!({"words": "等待省里方案"}));
    assert_eq!(
        (card["item"]["stage_label"].as_str(), card["item"]["timing_label"].as_str()),
        (Some("已暂缓"), Some("暂缓"))
    );
    desk.day.at("2016-11-20 09:00");
    let card = followed(&desk.day, &card, "resume", json!({}));
    assert_eq!(card["item"]["due_on"], "2016-12-20", "ten days of pause");
    assert_eq!(card["periods"][0]["state_label"], "暂缓免报");
    let card = followed(&desk.day, &card, "close", json!({"words": "项目由省里统一实施"}));
    assert_eq!(
        (card["item"]["stage_label"].as_str(), card["allowed"].as_array().unwrap().len()),
        (Some("已终止"), 0)
    );
    replay(&card);
}

#[test]
fn a_new_demand_makes_a_new_item_that_is_linked_to_the_old_and_leaves_it_as_it_is() {
    let desk = Desk::new();
    let old = notified(&desk, "报送质量工作总结", "2016-12-20");
    let more = json!({"source": "instruction", "source_name": "王立新批示", "previous": old["item"]["id"]});
    let facts = merged(entered(&desk, "总结中增加县（市、区）情况", "2016-12-28"), more);
    let new = desk.day.done("followup_register", json!({"facts": facts}));
    assert_eq!(new["previous"]["number"], old["item"]["number"]);
    let seen = desk.day.done("followup_open", json!({"item": old["item"]["id"]}));
    assert_eq!(seen["item"], old["item"], "the old item is as it was");
    assert_eq!(seen["next"][0]["number"], "示质强创督办〔2016〕2号");
    assert_eq!(seen["events"][0]["what"], "另立新事项");
    let third = registered(&desk, "另一件事", "2016-12-20");
    assert_eq!(third["item"]["number"], "示质强创督办〔2016〕3号", "one register for all sources");
}
