//! A matter on its way: routine ones by a deputy or the entrusted director, major ones only through the meeting and the leader.
use serde_json::{Value, json};
use zhiqiang_tests::scan;

use crate::meeting_world::{World, merged, written};

/// The office's director, put into the register.
fn director(world: &World) -> Value {
    let person =
        world.day.done("registry_person_add", json!({"name": "郑主任", "title": "副局长"}))["person"].clone();
    world.day.done(
        "registry_post_begin",
        json!({"person": person["id"], "kind": "director", "title": "主任", "from": "2016-01-01", "unit": world.bureau["id"]}),
    );
    person
}

fn raise(world: &World, level: &str, title: &str, on: &str) -> Value {
    world.day.done(
        "matter_add",
        json!({"level": level, "title": title, "text": "请予审定。", "basis": "年度工作安排",
            "unit": world.planning["id"], "raised_on": on, "files": [scan("请示")]}),
    )
}

fn asked(card: &Value, step: &str, more: Value) -> Value {
    let base = json!({"matter": card["matter"]["id"], "version": card["matter"]["version"], "step": step});
    merged(base, more)
}

fn step(world: &World, card: &Value, step: &str, more: Value) -> Value {
    world.day.done("matter_take_step", asked(card, step, more))
}

fn signed(person: &Value, on: &str) -> Value {
    json!({"person": person["id"], "on": on, "words": "同意。", "scan": scan("审定件")})
}

fn why_not(card: &Value, step: &str) -> String {
    let found = card["allowed"].as_array().unwrap().iter().find(|one| one["step"] == step);
    found.map(|one| one["why_not"].as_str().unwrap_or_default().to_owned()).unwrap_or("not offered".into())
}

#[test]
fn a_deputy_decides_a_routine_matter_and_it_is_closed_and_corrected_with_a_reason() {
    let world = World::new();
    let card = raise(&world, "routine", "印制质量月宣传册", "2016-11-01");
    assert_eq!(card["matter"]["number"], "示质强创审〔2016〕1号");
    assert_eq!(card["matter"]["raised_by"], "市发改委");
    assert!(why_not(&card, "close").contains("还没有审定"));
    assert_eq!(card["matter"]["due_on"], "2016-11-15", "ten working days");
    let no =
        world.day.refused("matter_take_step", asked(&card, "decide", signed(&world.leader, "2016-11-01")));
    assert!(no.message.contains("王立新") && no.article.as_deref() == Some("第七条"), "{no}");
    let unproved = json!({"person": world.deputy["id"], "on": "2016-11-01", "words": "同意"});
    let no = world.day.refused("matter_take_step", asked(&card, "decide", unproved));
    assert!(no.message.contains("纸面依据"), "{no}");
    let early =
        world.day.refused("matter_take_step", asked(&card, "decide", signed(&world.deputy, "2016-10-31")));
    assert!(early.message.contains("早于提出之日"), "{early}");
    let card = step(&world, &card, "decide", signed(&world.deputy, "2016-11-01"));
    assert_eq!(card["matter"]["decided_by"], "副组长陈明");
    let empty = world.day.refused("matter_take_step", asked(&card, "close", json!({})));
    assert!(empty.message.contains("办理结果"), "{empty}");
    let edit = |card: &Value, more: Value| {
        let base = json!({"matter": card["matter"]["id"], "version": card["matter"]["version"], "title": "印制质量月宣传册",
            "text": "请予审定，共二千册。", "basis": "年度工作安排"});
        merged(base, more)
    };
    let no = world.day.refused("matter_edit", edit(&card, json!({})));
    assert!(no.message.contains("不能更改"), "{no}");
    let card = step(&world, &card, "close", json!({"words": "已印制一千册。"}));
    assert_eq!(
        (card["matter"]["stage"].as_str(), card["matter"]["result"].as_str()),
        (Some("closed"), Some("已印制一千册。"))
    );
    let no = world.day.refused("matter_edit", edit(&card, json!({"result": "已印制二千册。"})));
    assert!(no.message.contains("更正的原因"), "{no}");
    let card =
        world.day.done("matter_edit", edit(&card, json!({"result": "已印制二千册。", "reason": "册数笔误"})));
    let results: Vec<&str> =
        card["texts"].as_array().unwrap().iter().map(|t| t["result"].as_str().unwrap()).collect();
    assert_eq!(results, ["已印制二千册。", "已印制一千册。", ""], "every version stays");
    assert_eq!(card["texts"][0]["reason"], "册数笔误");
}

#[test]
fn the_director_decides_only_by_an_entrustment_of_a_deputy_that_covers_the_day() {
    let world = World::new();
    let director = director(&world);
    let card = raise(&world, "routine", "采购档案盒", "2016-11-01");
    let no = world.day.refused("matter_take_step", asked(&card, "decide", signed(&director, "2016-11-01")));
    assert!(no.message.contains("没有副组长的委托书"), "{no}");
    let letter = |from: &str, to: &str| {
        json!({"grantor": world.deputy["id"], "words": "日常事项委托创建办主任审定", "granted_on": "2016-11-01", "from": from,
            "to": to, "scan": scan("委托书")})
    };
    let no = world.day.refused(
        "matter_entrust",
        merged(letter("2016-11-01", "2016-11-10"), json!({"grantor": world.leader["id"]})),
    );
    assert!(no.message.contains("不是副组长"), "{no}");
    let no = world.day.refused("matter_entrust", letter("2016-11-05", "2016-11-02"));
    assert!(no.message.contains("委托期限不对"), "{no}");
    world.day.done("matter_entrust", letter("2016-11-02", "2016-11-10"));
    let who = world.day.done("matter_deciders", json!({"matter": card["matter"]["id"], "on": "2016-11-01"}));
    let line = who.as_array().unwrap().iter().find(|one| one["post"] == "director").unwrap().clone();
    assert!(line["why_not"].as_str().unwrap().contains("期限"), "{line}");
    world.day.at("2016-11-04 09:00");
    let who = world.day.done("matter_deciders", json!({"matter": card["matter"]["id"]}));
    let line = who.as_array().unwrap().iter().find(|one| one["post"] == "director").unwrap().clone();
    assert_eq!(line["why_not"], Value::Null);
    let by = merged(signed(&director, "2016-11-04"), json!({"entrustment": line["entrustment"]}));
    let card = step(&world, &card, "decide", by);
    assert_eq!(card["moves"][0]["entrustment"], line["entrustment"]);
    let end =
        |on: &str| json!({"entrustment": line["entrustment"], "version": 1, "on": on, "reason": "已返回"});
    let no = world.day.refused("matter_entrust_end", end("2016-11-04"));
    assert!(no.message.contains("已依这份委托书审定"), "{no}");
    world.day.at("2016-11-05 09:00");
    let list = world.day.done("matter_entrust_end", end("2016-11-05"));
    assert_eq!((list[0]["state_label"].as_str(), list[0]["used"].as_u64()), (Some("已收回"), Some(1)));
    let other = raise(&world, "routine", "租用会场", "2016-11-05");
    let no = world.day.refused("matter_take_step", asked(&other, "decide", signed(&director, "2016-11-05")));
    assert!(no.message.contains("收回"), "{no}");
}

#[test]
fn a_major_matter_closes_only_after_the_joint_meeting_and_the_leader() {
    let world = World::new();
    let card = raise(&world, "major", "出台质量奖管理办法", "2016-11-01");
    for (step, words) in [("decide", "没有经联席会议审议"), ("close", "没有经联席会议审议")]
    {
        assert!(why_not(&card, step).contains(words), "{step}: {}", why_not(&card, step));
        let no =
            world.day.refused("matter_take_step", asked(&card, step, signed(&world.leader, "2016-11-01")));
        assert!(no.message.contains(words) && no.article.as_deref() == Some("第七条"), "{no}");
    }
    let planned = world.plan("2016-11-10", "质量奖");
    let no = world.day.refused(
        "matter_take_step",
        asked(&card, "deliberate", json!({"meeting": planned["meeting"]["id"], "words": "原则同意"})),
    );
    assert!(no.message.contains("不能作为审议"), "a meeting that was not held: {no}");
    let held = world.held("2016-11-17", "质量奖管理办法");
    let choices = world.day.done("matter_meetings", json!({"matter": card["matter"]["id"]}));
    assert_eq!(choices[0]["id"], held["meeting"]["id"]);
    assert_eq!(choices.as_array().unwrap().len(), 1, "only held ones: {choices}");
    let wrong =
        json!({"meeting": held["meeting"]["id"], "words": "同意", "agenda": planned["meeting"]["id"]});
    let no = world.day.refused("matter_take_step", asked(&card, "deliberate", wrong));
    assert!(no.message.contains("不属于"), "{no}");
    let met = json!({"meeting": held["meeting"]["id"], "agenda": choices[0]["agenda"][0]["id"], "words": "原则同意，修改后报组长审定"});
    let card = step(&world, &card, "deliberate", met);
    assert_eq!(card["matter"]["stage_label"], "待组长审定");
    assert_eq!(card["moves"][0]["on"], "2016-11-17", "the day is the meeting's");
    assert!(why_not(&card, "close").contains("还没有报组长审定"));
    let no =
        world.day.refused("matter_take_step", asked(&card, "decide", signed(&world.deputy, "2016-11-17")));
    assert!(no.message.contains("陈明") && no.article.as_deref() == Some("第七条"), "{no}");
    let stale = asked(&card, "decide", signed(&world.leader, "2016-11-17"));
    let card = step(&world, &card, "decide", signed(&world.leader, "2016-11-17"));
    let no = world.day.refused("matter_take_step", stale);
    assert_eq!(no.kind, office::RefusalKind::Stale);
    let card = step(&world, &card, "close", json!({"words": "办法已印发。"}));
    assert_eq!(card["matter"]["stage"], "closed");
    let paper = written(&world.day.file("matter_print", json!({"matter": card["matter"]["id"]})).bytes);
    for words in ["示质强创审〔2016〕1号", "2016年第1次联席会议", "王立新", "办法已印发"]
    {
        assert!(paper.contains(words), "{words} in {paper}");
    }
}

#[test]
fn a_matter_sent_back_by_the_leader_goes_to_a_meeting_again() {
    let world = World::new();
    let card = raise(&world, "major", "调整考核权重", "2016-11-01");
    let held = world.held("2016-11-10", "考核权重");
    let met = json!({"meeting": held["meeting"]["id"], "words": "同意"});
    let card = step(&world, &card, "deliberate", met);
    let back = json!({"person": world.leader["id"], "on": "2016-11-10", "words": "再听取县区意见", "basis": "原件存卷"});
    let card = step(&world, &card, "send_back", back);
    assert_eq!(card["matter"]["stage"], "raised");
    assert!(
        why_not(&card, "decide").contains("没有经联席会议审议"),
        "the first deliberation does not count any more"
    );
    let held = world.held("2016-11-24", "考核权重（再议）");
    let put_off = json!({"meeting": held["meeting"]["id"], "words": "数据不全，下次再议"});
    let card = step(&world, &card, "defer", put_off);
    assert_eq!(
        (card["matter"]["stage"].as_str(), card["matter"]["reason"].as_str()),
        (Some("raised"), Some("数据不全，下次再议"))
    );
}

#[test]
fn a_routine_matter_is_raised_to_major_with_a_reason_and_never_lowered() {
    let world = World::new();
    let card = raise(&world, "routine", "设立质量专项资金", "2016-11-01");
    let card = step(&world, &card, "decide", signed(&world.deputy, "2016-11-01"));
    let no = world.day.refused("matter_take_step", asked(&card, "escalate", json!({})));
    assert!(no.message.contains("原因"), "{no}");
    let card = step(&world, &card, "escalate", json!({"words": "涉及财政资金，属重大事项"}));
    assert_eq!(
        (card["matter"]["level"].as_str(), card["matter"]["stage"].as_str()),
        (Some("major"), Some("raised"))
    );
    assert_eq!(card["matter"]["decision"], Value::Null, "the deputy's word does not stand for the leader's");
    assert!(why_not(&card, "close").contains("联席会议审议"));
    assert_eq!(why_not(&card, "escalate"), "not offered");
    let due = world.day.done("workbench_today", json!({}));
    let line = due["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["title"].as_str().unwrap().contains("专项资金"))
        .unwrap()
        .clone();
    assert_eq!((line["state"].as_str(), line["article"].as_str()), (Some("待会议审议"), Some("第七条")));
    let card = step(&world, &card, "withdraw", json!({"words": "并入年度预算"}));
    assert_eq!(card["matter"]["stage"], "withdrawn");
    let no = world.day.refused("matter_take_step", asked(&card, "withdraw", json!({"words": "再撤"})));
    assert!(no.message.contains("已撤回"), "{no}");
    let ledger =
        world.day.done("matter_list", json!({"words": "资金", "order": {"by": "title", "desc": true}}));
    assert_eq!(ledger["total"], 1);
    assert!(
        world
            .day
            .refused("matter_list", json!({"order": {"by": "text", "desc": false}}))
            .message
            .contains("不能按")
    );
    let found = world.day.done("matter_find", json!({"words": "专项"}));
    assert_eq!(found[0]["to"], format!("/matters/{}", card["matter"]["id"].as_str().unwrap()));
}
