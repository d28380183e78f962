//! One meeting from the plan to issued minutes, every form printed, and the decisions waiting for their units.
use serde_json::{Value, json};
use zhiqiang_tests::scan;

use crate::meeting_world::{World, merged};

#[test]
fn a_joint_meeting_goes_from_the_plan_to_issued_minutes_and_decisions_that_wait() {
    let world = World::new();
    let card = planned(&world);
    let card = notified(&world, &card);
    let card = attended(&world, &card);
    let card = decided(&world, &card);
    let minutes = issued(&world, &card);
    everything_prints(&world, &card, &minutes);
    answered(&world, &card);
    let card = world.day.done("meeting_open", json!({"meeting": card["meeting"]["id"]}));
    let card = world.step(&card, "close", json!({}));
    assert_eq!(card["meeting"]["stage_label"], "办结");
    assert!(card["events"].as_array().unwrap().len() > 15, "everything is on record");
}

fn planned(world: &World) -> Value {
    let card = world.plan("2016-11-17", "推进四季度质量强市创建重点工作");
    assert_eq!(card["meeting"]["name"], "2016年11月联席会议（筹备）");
    assert_eq!(card["counts"]["invited"], 6, "the whole group of the day is invited");
    let set = json!({"meeting": card["meeting"]["id"], "version": card["meeting"]["version"],
        "person": world.executive["id"], "entrusted_on": "2016-11-01", "entrusted_by": "王立新同志批示"});
    let card = world.day.done("meeting_chair_set", set);
    let add = |title: &str, proposer: &str, unit: Option<&Value>| {
        let mut item = json!({"meeting": card["meeting"]["id"], "title": title, "proposer": proposer});
        if let Some(unit) = unit {
            item["unit"] = unit["id"].clone();
        }
        world.day.done("meeting_agenda_add", item)
    };
    add("关于考核细则资料归档情况", "office", None);
    let card = add("关于首席质量官备案方案", "unit", Some(&world.industry));
    let item = &card["agenda"][1];
    assert!(item["why_not"].as_str().unwrap().contains("备案"));
    let filed = json!({"item": item["id"], "version": item["version"], "number": "经信备〔2016〕3号", "on": "2016-11-01",
        "file": scan("首席质量官备案方案")});
    let card = world.day.done("meeting_agenda_file", filed);
    let card = world.agreed(&card, 0);
    let card = world.agreed(&card, 1);
    assert_eq!(card["allowed"][0]["step"], "notify");
    assert_eq!(card["allowed"][0]["why_not"], Value::Null);
    card
}

fn notified(world: &World, card: &Value) -> Value {
    let card = world.step(card, "notify", json!({}));
    assert_eq!(card["meeting"]["name"], "2016年第1次联席会议");
    let notice = &card["notices"][0];
    assert_eq!(notice["number"], "示质强创会〔2016〕1号");
    assert_eq!(notice["sent"].as_array().unwrap().len(), 6);
    for words in ["2016年11月17日（星期四）15:00", "市政府第二会议室", "首席质量官备案方案", "李经办"]
    {
        assert!(notice["text"].as_str().unwrap().contains(words), "{words}");
    }
    world.day.done("meeting_notice_send", json!({"notice": notice["id"], "way": "纸质送达"}));
    let one = World::invitee(&card, "刘喆");
    let reply = json!({"notice": notice["id"], "invitee": one["id"], "reply": "leave", "words": "赴省开会"});
    world.day.done("meeting_notice_reply", reply)
}

fn attended(world: &World, card: &Value) -> Value {
    let one = World::invitee(card, "刘喆");
    let leave = json!({"invitee": one["id"], "version": one["version"], "reason": "赴省开会", "scan": scan("请假条"),
        "consent_on": "2016-11-01", "consent_words": "同意", "delegate": world.colleague["id"]});
    let card = world.day.done("meeting_leave_record", leave);
    assert_eq!(World::invitee(&card, "刘喆")["outcome_label"], "请假（钱昇代）");
    assert_eq!(World::invitee(&card, "刘喆")["delegate_title"], "副主任");
    world.day.at("2016-11-17 17:00");
    let one = World::invitee(&card, "孙玥");
    let absent = json!({"invitee": one["id"], "version": one["version"], "outcome": "absent"});
    world.day.done("meeting_attendance_record", absent);
    let card = world.day.done("meeting_attendance_rest", json!({"meeting": card["meeting"]["id"]}));
    let card = world.step(&card, "hold", json!({"ended_at": "2016-11-17T16:40:00"}));
    assert_eq!(
        card["counts"],
        json!({"invited": 6, "present": 4, "leave": 1, "delegates": 1, "absent": 1,
        "pending": 0, "observers": 0})
    );
    let gone = world.day.done("meeting_absences", json!({"from": "2016-01-01", "to": "2016-12-31"}));
    assert_eq!(gone[0]["name"], "孙玥");
    assert_eq!(gone.as_array().unwrap().len(), 1);
    card
}

fn decided(world: &World, card: &Value) -> Value {
    let add = |agenda: usize, text: &str, lead: &Value, helpers: Vec<&Value>, due: Option<&str>| {
        let helpers: Vec<&Value> = helpers.into_iter().map(|unit| &unit["id"]).collect();
        let decision = json!({"meeting": card["meeting"]["id"], "agenda": card["agenda"][agenda]["id"], "text": text,
            "lead": lead["id"], "helpers": helpers, "due_on": due});
        world.day.done("meeting_decision_add", decision)
    };
    add(
        0,
        "补齐第四季度创建资料的17个缺项",
        &world.bureau,
        vec![&world.planning, &world.industry],
        Some("2016-12-25"),
    );
    let card = add(1, "印发首席质量官备案办法并组织实施", &world.industry, vec![], None);
    assert_eq!(card["decisions"][1]["due_on"], "2016-12-17", "30 days by the rules");
    card
}

fn issued(world: &World, meeting: &Value) -> Value {
    let start = world.day.done("meeting_minutes_start", json!({"meeting": meeting["meeting"]["id"]}));
    assert_eq!(start["minutes"]["title"], "关于推进四季度质量强市创建重点工作的会议纪要");
    let text = start["minutes"]["text"].as_str().unwrap().to_owned();
    let wanted = [
        "2016年11月17日下午，受组长委托，市委常委、常务副市长周建国在市政府第二会议室主持召开2016年第1次联席会议，研究推进四季度质量强市创建重点工作。",
        "一、关于考核细则资料归档情况",
        "会议听取了市创建办关于考核细则资料归档情况的汇报。",
        "1.由市质监局牵头，市发改委、市经信委配合，补齐第四季度创建资料的17个缺项，于2016年12月25日前完成。",
        "1.由市经信委负责，印发首席质量官备案办法并组织实施，于2016年12月17日前完成。",
    ];
    for words in wanted {
        assert!(text.contains(words), "{words}\n---\n{text}");
    }
    let save = |card: &Value, text: &str| {
        let minutes = &card["minutes"];
        json!({"minutes": minutes["id"], "version": minutes["version"], "title": minutes["title"], "text": text})
    };
    let same = world.day.done("meeting_minutes_save", save(&start, &text));
    assert_eq!(same["versions"], 1, "nothing changed, no version");
    let better =
        text.replace("的汇报。", "的汇报，指出年底前要对照10个方面、50项内容完成资料收集、建档、组卷。");
    let card = world.day.done("meeting_minutes_save", save(&same, &better));
    assert_eq!(card["versions"], 2);
    let card = world.minutes_step(&card, "send_review", json!({}));
    world.day.be("director");
    let card = world.minutes_step(&card, "return_draft", json!({"reason": "补充期限"}));
    world.day.be("clerk");
    let card = world.minutes_step(&card, "send_review", json!({}));
    world.day.be("director");
    let card = world.minutes_step(&card, "approve", json!({}));
    world.day.be("clerk");
    let card = world.minutes_step(&card, "submit", json!({}));
    let extra = json!({"minutes": card["minutes"]["id"], "name": "市人大常委会办公室", "reason": "便于监督"});
    let card = world.day.done("meeting_copy_add", extra);
    world.day.at("2016-11-21 10:00");
    let card = world.minutes_step(&card, "sign", world.signature(&world.executive));
    assert_eq!(card["minutes"]["number"], "〔2016〕第1期");
    world.day.at("2016-11-22 10:00");
    let card = world.minutes_step(&card, "issue", json!({}));
    let names: Vec<&str> =
        card["copies"].as_array().unwrap().iter().map(|line| line["name"].as_str().unwrap()).collect();
    assert_eq!(
        names,
        ["王立新同志", "周建国同志", "陈明同志", "市质监局", "市发改委", "市经信委", "市人大常委会办公室"]
    );
    let sent = json!({"minutes": card["minutes"]["id"], "way": "机要交换"});
    let card = world.day.done("meeting_copy_send", sent);
    let receipt =
        json!({"minutes": card["minutes"]["id"], "copy": card["copies"][3]["id"], "by": "收发室 赵"});
    let card = world.day.done("meeting_copy_receive", receipt);
    assert_eq!(card["copies"][3]["received_on"], "2016-11-22");
    let twice = json!({"minutes": card["minutes"]["id"], "copy": card["copies"][3]["id"], "on": "2016-11-22", "by": "另一人"});
    let no = world.day.refused("meeting_copy_receive", twice);
    assert!(no.message.contains("已于") && no.hint.is_some(), "a receipt is written once: {no}");
    let states: Vec<&str> =
        card["stages"].as_array().unwrap().iter().map(|dot| dot["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["done"; 5]);
    assert_eq!(card["stages"][1]["who"], "王主任");
    card
}

fn everything_prints(world: &World, card: &Value, minutes: &Value) {
    let meeting = json!({"meeting": card["meeting"]["id"]});
    let one = World::invitee(card, "刘喆");
    let leave = json!({"meeting": card["meeting"]["id"], "invitee": one["id"]});
    let papers = [
        ("meeting_notice_print", meeting.clone(), "pdf"),
        ("meeting_sign_in_print", meeting.clone(), "pdf"),
        ("meeting_leave_print", leave, "pdf"),
        ("meeting_leave_print", meeting.clone(), "pdf"),
        ("meeting_seat_cards_print", meeting, "pdf"),
        ("meeting_minutes_print", json!({"minutes": minutes["minutes"]["id"]}), "pdf"),
        ("meeting_ledger", json!({"year": 2016}), "xlsx"),
        ("meeting_attendance_ledger", json!({"year": 2016}), "xlsx"),
        ("followup_ledger", json!({}), "xlsx"),
    ];
    for (at, (command, request, kind)) in papers.into_iter().enumerate() {
        let paper = world.day.file(command, request);
        let magic: &[u8] = if kind == "pdf" { b"%PDF-" } else { b"PK" };
        assert!(paper.bytes.starts_with(magic), "{command}");
        assert!(paper.name.ends_with(kind), "{}", paper.name);
        // `ZQ_PAPERS=folder` keeps them to look at.
        if let Ok(folder) = std::env::var("ZQ_PAPERS") {
            std::fs::write(std::path::Path::new(&folder).join(format!("{at}-{}", paper.name)), &paper.bytes)
                .unwrap();
        }
    }
}

fn answered(world: &World, card: &Value) {
    let asked = json!({"meeting": card["meeting"]["id"], "waiting": true});
    let waiting = world.day.done("followup_items", asked.clone());
    assert_eq!(waiting["total"], 2);
    let item = &waiting["rows"][0];
    assert_eq!(
        (item["number"].as_str(), item["days_left"].as_i64()),
        (Some("示质强创督办〔2016〕2号"), Some(25))
    );
    assert_eq!(item["lead"]["short"], "市经信委");
    assert_eq!(item["owed_to"], "周建国");
    world.day.at("2016-12-20 09:00");
    let overdue = world.day.done("followup_items", json!({"overdue": true}));
    assert_eq!(overdue["rows"][0]["number"], "示质强创督办〔2016〕2号");
    assert_eq!(overdue["rows"][0]["days_left"], -3);
    let take = |version: &Value, step: &str, more: Value| {
        merged(json!({"item": item["id"], "version": version, "step": step}), more)
    };
    let reply = |version: &Value| {
        take(version, "reply", json!({"words": "已印发办法", "number": "经信函〔2016〕9号"}))
    };
    let replied = world.day.done("followup_take_step", reply(&item["version"]));
    let back = take(&replied["item"]["version"], "return", json!({"words": "没有实施情况"}));
    let back = world.day.done("followup_take_step", back);
    assert_eq!(
        (back["item"]["stage_label"].as_str(), back["item"]["returns"].as_i64()),
        (Some("办理中"), Some(1))
    );
    let stale = world.day.refused("followup_take_step", reply(&item["version"]));
    assert_eq!(stale.kind, office::RefusalKind::Stale);
    let again = world.day.done("followup_take_step", reply(&back["item"]["version"]));
    let closed = world.day.done("followup_take_step", take(&again["item"]["version"], "accept", json!({})));
    assert_eq!(closed["item"]["stage_label"], "已办结");
    assert_eq!(world.day.done("followup_items", asked)["total"], 1);
}
