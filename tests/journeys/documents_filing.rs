//! A county's report goes up to the leader and comes back as work (第十四条, 第十五条).
use serde_json::{Value, json};
use zhiqiang_tests::scan;

use crate::documents_world::{Desk, arriving, beside, taking};
use crate::followup_world::followed;
use crate::meeting_world::{merged, written};

#[test]
fn a_county_s_filing_goes_up_to_the_leader_and_comes_back_as_follow_up() {
    let desk = Desk::new();
    let card = desk.receive("filing_group", "关于开展质量强县试点改革的备案报告", "示县府〔2016〕12号");
    assert_eq!((card["paper"]["stage"].as_str(), &card["paper"]["number"]), (Some("received"), &Value::Null));
    assert_eq!(card["proofs"][0]["label"], "来文");
    assert_eq!(card["proofs"][0]["files"].as_array().unwrap().len(), 1, "the scan");
    let card = desk.day.done("incoming_register", beside(&card));
    assert_eq!(card["paper"]["number"], "2016-0001");
    let card = desk.take(&card, "accept", json!({}));
    assert_eq!(card["paper"]["filing_number"], "示质强创备案〔2016〕1号");
    let card = desk.take(
        &card,
        "propose",
        json!({"words": "拟同意备案，请副组长、组长批示。", "due_on": "2016-11-18"}),
    );
    assert_eq!(card["paper"]["stage_label"], "待副组长批示");
    let told =
        |person: &Value, words: &str| json!({"person": person["id"], "words": words, "scan": scan("批示")});
    let card = desk.take(&card, "instruct", told(&desk.deputy, ""));
    assert_eq!(card["instructions"][0]["words"], "圈阅", "a circle is consent");
    let card =
        desk.take(&card, "instruct", told(&desk.leader, "请市质监局指导示例县做好试点，月底前报进展。"));
    assert_eq!(card["instructions"][1]["attachments"].as_array().unwrap().len(), 1);
    assert_eq!(card["instructions"][1]["recorded_by"], "李经办");
    let open = json!({"instruction": card["instructions"][1]["id"], "text": "指导示例县做好质量强县试点", "lead": desk.bureau["id"],
        "helpers": [desk.planning["id"]], "due_on": "2016-11-30"});
    let card = desk.day.done("incoming_followup_open", merged(beside(&card), open));
    let item = card["items"][0]["item"].clone();
    let followup = desk.day.done("followup_open", json!({"item": item}));
    assert_eq!(followup["item"]["owed_to"], "王立新");
    assert_eq!(followup["item"]["source_kind"], "instruction");
    assert!(followup["item"]["source_name"].as_str().unwrap().contains("2016-0001"), "{followup}");
    let handlers = json!([{"unit": desk.bureau["id"], "role": "host"}, {"unit": desk.planning["id"]}]);
    let card = desk.take(&card, "assign", json!({"handlers": handlers, "due_on": "2016-11-15"}));
    assert_eq!(card["whereabouts"], "由市质监局、市发改委承办");
    // Nobody answers: the office urges.
    desk.day.at("2016-11-16 09:00");
    let due = desk.day.done("workbench_today", json!({}));
    let waits = |due: &Value, words: &str| {
        due["items"]
            .as_array()
            .unwrap()
            .iter()
            .find(|one| one["title"].as_str().unwrap().contains(words))
            .cloned()
    };
    let line = waits(&due, "市质监局反馈办理情况").expect("the host is late");
    assert_eq!((line["state"].as_str(), line["article"].as_str()), (Some("逾期未反馈"), Some("第十四条")));
    let host = card["handlers"][0]["id"].clone();
    let card = desk.day.done("incoming_urge", merged(beside(&card), json!({"handler": host, "way": "电话"})));
    assert_eq!(card["urgings"][0]["answer_by"], "2016-11-21", "three working days");
    let no =
        desk.day.refused("incoming_take_step", merged(taking(&card, "close"), json!({"words": "已备案"})));
    assert!(no.message.contains("市质监局、市发改委"), "{no}");
    let mut card = card;
    for at in 0..2 {
        let answer = json!({"handler": card["handlers"][at]["id"], "words": "已实地指导，方案可行。"});
        card = desk.day.done("incoming_handler_answer", merged(beside(&card), answer));
    }
    // It circulates: two papers came, so that two readers may have it at once.
    let readers: Vec<Value> =
        [&desk.executive, &desk.deputy, &desk.leader].map(|one| json!({"person": one["id"]})).to_vec();
    card = desk.day.done("incoming_circulate", merged(beside(&card), json!({"readers": readers})));
    for at in 0..2 {
        let send = json!({"reader": card["readers"][at]["id"]});
        card = desk.day.done("incoming_circulate_send", merged(beside(&card), send));
    }
    assert_eq!(
        card["whereabouts"],
        "在周建国（应于2016年11月18日前阅退）、陈明（应于2016年11月18日前阅退）处传阅"
    );
    let third = merged(beside(&card), json!({"reader": card["readers"][2]["id"]}));
    assert!(desk.day.refused("incoming_circulate_send", third).message.contains("只有2份"));
    for at in 0..2 {
        let back =
            json!({"reader": card["readers"][at]["id"], "words": if at == 0 { "请抓好落实" } else { "" }});
        card = desk.day.done("incoming_circulate_return", merged(beside(&card), back));
    }
    assert_eq!(card["readers"][1]["words"], "已阅");
    let card = desk.day.done(
        "incoming_circulate_remove",
        merged(beside(&card), json!({"reader": card["readers"][2]["id"]})),
    );
    let answer = json!({"words": "同意备案，请按批示组织试点。", "letter": "示质强创办函〔2016〕1号"});
    let card = desk.take(&card, "answer", answer);
    let no = desk
        .day
        .refused("incoming_take_step", merged(taking(&card, "close"), json!({"words": "已备案并答复"})));
    assert!(no.message.contains("督办事项还没有办结"), "{no}");
    finish(&desk, &item);
    let card = desk.take(&card, "close", json!({"words": "已备案并答复，批示事项已办结。"}));
    assert_eq!(
        (card["paper"]["stage"].as_str(), card["paper"]["archive_ready"].as_bool()),
        (Some("closed"), Some(true))
    );
    let states: Vec<&str> =
        card["stages"].as_array().unwrap().iter().map(|dot| dot["state"].as_str().unwrap()).collect();
    assert!(states.iter().all(|state| *state == "done"), "{states:?}");
    let found = desk.day.done("document_find", json!({"words": "质量强县试点"}));
    assert_eq!(found[0]["kind"], "收文");
    for sheet in ["incoming_sheet_print", "incoming_circulation_print"] {
        let pdf = desk.day.file(sheet, json!({"paper": card["paper"]["id"]}));
        let words = written(&pdf.bytes);
        assert!(words.contains("2016-0001") && words.contains("示例县"), "{sheet}: {words}");
    }
    let register = desk.day.file("incoming_filings_ledger", json!({"kind": "filing_group", "year": 2016}));
    assert_eq!(register.name, "2016年向领导小组备案登记簿.xlsx");
    assert!(desk.day.file("incoming_ledger_print", json!({"year": 2016})).bytes.starts_with(b"%PDF-"));
}

/// The unit answers the item and the office accepts.
fn finish(desk: &Desk, item: &Value) {
    let seen = desk.day.done("followup_open", json!({"item": item}));
    let seen = followed(&desk.day, &seen, "notify", json!({}));
    let seen = followed(&desk.day, &seen, "reply", json!({"words": "试点已启动。"}));
    followed(&desk.day, &seen, "accept", json!({}));
}

#[test]
fn what_is_filed_with_the_office_ends_there_unless_it_is_laid_before_the_leaders() {
    let desk = Desk::new();
    let card = desk.receive("filing_office", "示例县质量强县工作方案", "示县府〔2016〕13号");
    let card = desk.take(&desk.take(&card, "register", json!({})), "accept", json!({}));
    assert_eq!(card["paper"]["filing_number"], "示质强创办备案〔2016〕1号");
    let card = desk.take(&card, "propose", json!({"words": "拟存档备查。"}));
    assert_eq!(card["paper"]["stage"], "ready");
    let raised = desk.take(&card, "raise", json!({"words": "内容重要，呈领导阅示"}));
    assert_eq!(raised["paper"]["stage"], "deputy");
    let other = desk.receive("other", "关于参加培训的通知", "示县办〔2016〕3号");
    let other = desk.take(&desk.take(&other, "register", json!({})), "accept", json!({}));
    assert_eq!(
        (other["paper"]["number"].as_str(), &other["paper"]["filing_number"]),
        (Some("2016-0002"), &Value::Null)
    );
    let other = desk.take(&other, "propose", json!({"words": "请综合科阅。"}));
    let other = desk.take(&other, "close", json!({"words": "已阅。"}));
    assert_eq!(other["paper"]["stage"], "closed");
    let no =
        desk.day.refused("incoming_take_step", merged(taking(&other, "reopen"), json!({"words": "补充"})));
    assert_eq!(no.kind, office::RefusalKind::NotAllowed);
    desk.day.be("director");
    let other = desk.take(&other, "reopen", json!({"words": "补充办理"}));
    assert_eq!(other["paper"]["stage"], "ready");
}

#[test]
fn what_the_incoming_desk_refuses_it_refuses_with_its_reason_and_writes_nothing() {
    let desk = Desk::new();
    let facts = |more: Value| json!({"facts": merged(arriving(&desk.county, "single", "关于质量工作的报告", "示县府〔2016〕20号"), more)});
    for (more, words) in [
        (json!({"secrecy": "secret"}), "涉密"),
        (json!({"secrecy": "top"}), "绝密"),
        (json!({"title": "机密★1年 关于质量工作的报告"}), "机密"),
        (json!({"copies": 0}), "份数"),
        (json!({"title": " "}), "标题"),
        (json!({"received_on": "2016-11-02"}), "还没有到"),
        (json!({"dated_on": "2016-11-01", "received_on": "2016-10-31"}), "晚于签收日期"),
        (json!({"sender": null}), "来文单位"),
    ] {
        let no = desk.day.refused("incoming_receive", facts(more.clone()));
        assert!(no.message.contains(words) && no.hint.is_some(), "{more}: {no}");
    }
    assert_eq!(desk.day.done("incoming_list", json!({}))["total"], 0, "nothing was written");
    let card = desk.day.done("incoming_receive", facts(json!({})));
    let twice = desk.day.refused("incoming_receive", facts(json!({})));
    assert!(twice.message.contains("已经登记"), "{twice}");
    // No step before its turn, each refusal with the article.
    for step in ["accept", "propose", "instruct", "assign", "answer", "close"] {
        let no = desk.day.refused("incoming_take_step", taking(&card, step));
        assert_eq!(no.article.as_deref(), Some("第十五条"), "{step}: {no}");
    }
    let card = desk.take(&card, "register", json!({}));
    let no = desk.day.refused("incoming_take_step", taking(&card, "send_back"));
    assert!(no.message.contains("退回的原因"), "{no}");
    let back = desk.take(&card, "send_back", json!({"words": "不是本机关职责范围"}));
    assert_eq!(
        (back["paper"]["stage"].as_str(), back["paper"]["number"].as_str()),
        (Some("returned"), Some("2016-0001"))
    );
    let again = desk.day.done("incoming_receive", facts(json!({})));
    let card = desk.take(&desk.take(&again, "register", json!({})), "accept", json!({}));
    assert_eq!(
        card["paper"]["number"], "2016-0002",
        "sent back, it may come again, under a number of its own"
    );
    let card = desk.take(&card, "propose", json!({"words": "请领导批示"}));
    for (more, words) in [
        (json!({"person": desk.leader["id"], "basis": "存卷"}), "批示人不对"),
        (json!({"person": desk.deputy["id"]}), "纸面依据"),
        (json!({"basis": "存卷"}), "批示人"),
    ] {
        let no = desk.day.refused("incoming_take_step", merged(taking(&card, "instruct"), more));
        assert!(no.message.contains(words), "{words}: {no}");
        assert_eq!(no.article.as_deref(), Some("第十五条"));
    }
    // A registered paper is corrected only with a reason, and what stood there stays readable.
    let facts = |more: Value| {
        merged(
            beside(&card),
            json!({"facts": merged(arriving(&desk.county, "single", "关于质量工作的报告", "示县府〔2016〕20号"), more)}),
        )
    };
    let no = desk.day.refused("incoming_correct", facts(json!({"copies": 3})));
    assert!(no.message.contains("更正的原因"), "{no}");
    let no = desk
        .day
        .refused("incoming_correct", merged(facts(json!({"kind": "other"})), json!({"reason": "看错"})));
    assert!(no.message.contains("类别"), "{no}");
    let card =
        desk.day.done("incoming_correct", merged(facts(json!({"copies": 3})), json!({"reason": "清点有误"})));
    let last = card["moves"].as_array().unwrap().last().unwrap().clone();
    assert!(last["words"].as_str().unwrap().contains("份数由“2”改为“3”；清点有误"), "{last}");
}

#[test]
fn several_units_need_one_host() {
    let desk = Desk::new();
    let card = desk.receive("other", "关于商请支持的函", "示县函〔2016〕9号");
    let card = desk.take(&desk.take(&card, "register", json!({})), "accept", json!({}));
    let card = desk.take(&card, "propose", json!({"words": "请有关单位研究"}));
    let lay = |handlers: Value| merged(taking(&card, "assign"), json!({"handlers": handlers}));
    let (bureau, planning) = (json!({"unit": desk.bureau["id"]}), json!({"unit": desk.planning["id"]}));
    let host = |one: &Value| merged(one.clone(), json!({"role": "host"}));
    assert!(desk.day.refused("incoming_take_step", lay(json!([]))).message.contains("承办单位"));
    let none = desk.day.refused("incoming_take_step", lay(json!([bureau, planning])));
    assert!(none.message.contains("主办单位"), "{none}");
    let two = desk.day.refused("incoming_take_step", lay(json!([host(&bureau), host(&planning)])));
    assert!(two.message.contains("2个"), "{two}");
    let twice = desk.day.refused("incoming_take_step", lay(json!([host(&bureau), bureau])));
    assert!(twice.message.contains("两次"), "{twice}");
    let card = desk.day.done("incoming_take_step", lay(json!([bureau])));
    assert_eq!(card["handlers"][0]["role_label"], "主办", "a single one is the host");
    assert_eq!(card["handlers"][0]["due_on"], "2016-11-15", "ten working days by the profile");
    // Laid on others: who has answered stays.
    let answer = json!({"handler": card["handlers"][0]["id"], "words": "已研究"});
    let card = desk.day.done("incoming_handler_answer", merged(beside(&card), answer));
    let card = desk.take(&card, "assign", json!({"handlers": [planning]}));
    let names: Vec<&str> =
        card["handlers"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["市质监局", "市发改委"]);
}
