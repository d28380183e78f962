//! A document of the group on its way to signature and after it (第十六条).
use serde_json::{Value, json};
use zhiqiang_tests::scan;

use crate::documents_world::{Desk, TEXT, asked, facts, words};
use crate::meeting_world::{merged, today, written};

const TITLE: &str = "关于报送创建工作材料的通知";

#[test]
fn a_group_document_is_returned_twice_delegated_signed_voided_and_reissued() {
    let desk = Desk::new();
    let card = desk.step(&desk.draft("group", TITLE), "submit", json!({}));
    let card = desk.section(&card);
    // First return: the director, to the drafter.
    desk.day.be("director");
    let card = desk.step(&card, "return", json!({"back": "drafter", "reason": "报送时间过紧"}));
    desk.day.be("clerk");
    assert_eq!(card["document"]["stage"], "draft");
    let later = TEXT.replace("11月25日", "11月30日");
    let card = save(&desk, &card, words(TITLE, &later));
    assert_eq!((card["document"]["text_version"].as_u64(), card["versions"].as_u64()), (Some(2), Some(2)));
    let card = desk.step(&card, "submit", json!({}));
    let card = desk.directed(&desk.section(&card), "approve");
    // Second return: the deputy, to the section.
    let back = merged(desk.paper(&desk.deputy), json!({"back": "section", "reason": "请补充联系人"}));
    let card = desk.step(&card, "return", back);
    assert_eq!(card["document"]["stage"], "section");
    let card = desk.directed(&desk.section(&card), "approve");
    let card = desk.step(&card, "approve", desk.paper(&desk.deputy));
    assert_eq!(card["document"]["stage_label"], "待组长签发");
    // The executive deputy may not without a letter, and may with one that covers the day.
    let sign = merged(asked(&card, "sign"), desk.paper(&desk.executive));
    let no = desk.day.refused("outgoing_take_step", sign.clone());
    assert_eq!(no.article.as_deref(), Some("第十六条"));
    assert!(no.message.contains("委托"), "{no}");
    let letter = |from: &str, to: &str| {
        json!({"grantee": desk.executive["id"], "scope": "one", "document": card["document"]["id"], "words": "委托周建国同志签发",
            "granted_on": "2016-11-01", "from": from, "to": to, "scan": scan("委托书")})
    };
    desk.day.done("document_delegation_add", letter("2016-11-02", "2016-11-05"));
    let no = desk.day.refused("outgoing_take_step", sign.clone());
    assert!(no.hint.as_deref().unwrap().contains("2016年11月2日"), "the letter begins tomorrow: {no}");
    desk.day.done("document_delegation_add", letter("2016-11-01", "2016-11-01"));
    let signers = desk.day.done("outgoing_signers", json!({"document": card["document"]["id"]}));
    let names: Vec<(&str, bool)> = signers
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["name"].as_str().unwrap(), one["why_not"].is_null()))
        .collect();
    assert_eq!(names, [("王立新", true), ("周建国", true)]);
    let card = desk.day.done("outgoing_take_step", sign);
    assert_eq!(card["document"]["number"], "示质强创〔2016〕1号", "refusals used up no number");
    assert_eq!(card["document"]["signature"]["post"], "常务副组长（受组长委托）");
    let no = desk.day.refused("outgoing_save", saving(&card, words("改", "改")));
    assert_eq!(no.article.as_deref(), Some("第十六条"));
    // Void is the director's.
    let void = merged(asked(&card, "void"), json!({"reason": "主送范围有误"}));
    assert_eq!(desk.day.refused("outgoing_take_step", void.clone()).kind, office::RefusalKind::NotAllowed);
    desk.day.be("director");
    let voided = desk.day.done("outgoing_take_step", void);
    assert_eq!(voided["document"]["stage_label"], "已作废");
    let again = desk.day.done("outgoing_reissue", json!({"document": voided["document"]["id"]}));
    desk.day.be("clerk");
    assert_eq!(again["replaces"]["number"], "示质强创〔2016〕1号");
    let no = desk.day.refused("outgoing_reissue", json!({"document": voided["document"]["id"]}));
    assert!(no.message.contains("已经重新制发"), "{no}");
    let card = desk.step(&again, "submit", json!({}));
    let card = desk.directed(&desk.section(&card), "approve");
    let card = desk.step(&card, "approve", desk.paper(&desk.deputy));
    let card = desk.step(&card, "sign", desk.paper(&desk.leader));
    assert_eq!(card["document"]["number"], "示质强创〔2016〕2号");
    let card = desk.printed(&card);
    let names: Vec<&str> =
        card["distribution"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["市质监局", "市发改委", "市经信委", "示例县"], "collective names are unfolded");
    let card =
        desk.day.done("outgoing_copy_send", json!({"document": card["document"]["id"], "way": "机要交换"}));
    let one = json!({"document": card["document"]["id"], "copies": [card["distribution"][0]["id"]], "by": "收发室"});
    let card = desk.day.done("outgoing_copy_receive", one);
    assert_eq!(card["distribution"][0]["received_by"], "收发室");
    // The register shows the void number between the others.
    let list =
        desk.day.done("outgoing_list", json!({"numbered": true, "prefix": "group_file", "year": 2016}));
    let rows: Vec<(&str, &str)> = list["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["number"].as_str().unwrap(), one["stage_label"].as_str().unwrap()))
        .collect();
    assert_eq!(rows, [("示质强创〔2016〕1号", "已作废"), ("示质强创〔2016〕2号", "已印发")]);
    assert!(desk.day.file("outgoing_ledger", json!({"numbered": true})).name.ends_with(".xlsx"));
    assert!(desk.day.file("outgoing_ledger_print", json!({"numbered": true})).bytes.starts_with(b"%PDF-"));
}

fn save(desk: &Desk, card: &Value, words: Value) -> Value {
    desk.day.done("outgoing_save", saving(card, words))
}

fn saving(card: &Value, words: Value) -> Value {
    let mut ask =
        json!({"document": card["document"]["id"], "version": card["document"]["version"], "words": words});
    ask["facts"] = card["document"]["facts"].clone();
    ask
}

#[test]
fn the_office_s_own_document_ends_at_the_director_and_every_word_of_it_stays_readable() {
    let desk = Desk::new();
    let card = desk.signed_by_office(TITLE);
    assert_eq!(card["document"]["number"], "示质强创办〔2016〕1号");
    assert_eq!(card["document"]["signature"]["name"], "王主任");
    // Proofreading mends a character, not a figure.
    let mended = |text: &str| json!({"text": words(TITLE, text)});
    let figure = merged(asked(&card, "proofread"), mended(&TEXT.replace("25日", "28日")));
    let no = desk.day.refused("outgoing_take_step", figure);
    assert!(no.message.contains("实质性修改"), "{no}");
    let card = desk.step(&card, "proofread", mended(&TEXT.replace("总结。", "总结材料。")));
    assert_eq!(card["document"]["text_version"], 2);
    // A change of substance goes back to the signer; the number stays with the document.
    let later = TEXT.replace("总结。", "总结材料。").replace("25日", "28日");
    let card = desk.step(&card, "amend", json!({"reason": "时间调整", "text": words(TITLE, &later)}));
    assert_eq!(
        (card["document"]["stage"].as_str(), card["document"]["number"].as_str()),
        (Some("office_director"), Some("示质强创办〔2016〕1号"))
    );
    let typed = json!({"document": card["document"]["id"], "words": card["document"]["words"], "facts": card["document"]["facts"]});
    let waiting = written(&desk.day.file("outgoing_preview", typed).bytes);
    assert!(
        waiting.contains("送审稿") && !waiting.contains("〔2016〕1号"),
        "no number while it waits: {waiting}"
    );
    let card = desk.directed(&card, "sign");
    assert_eq!(card["document"]["number"], "示质强创办〔2016〕1号");
    let signed = written(&desk.day.file("outgoing_print", json!({"document": card["document"]["id"]})).bytes);
    assert!(signed.contains("示质强创办〔2016〕1号") && !signed.contains("送审稿"), "{signed}");
    let sheet =
        written(&desk.day.file("outgoing_sheet_print", json!({"document": card["document"]["id"]})).bytes);
    assert!(sheet.contains("王主任") && sheet.contains("赵科长") && sheet.contains("〔2016〕1号"), "{sheet}");
    let versions = desk.day.done("outgoing_versions", json!({"document": card["document"]["id"]}));
    let reasons: Vec<&str> =
        versions.as_array().unwrap().iter().map(|one| one["reason"].as_str().unwrap()).collect();
    assert_eq!(reasons, ["", "校核订正", "时间调整"]);
    let compared =
        desk.day.done("outgoing_compare", json!({"document": card["document"]["id"], "from": 2, "to": 3}));
    let body = compared["parts"].as_array().unwrap().iter().find(|part| part["label"] == "正文").unwrap();
    let changed: Vec<(&str, &str)> = body["pieces"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|piece| piece["mark"] != "kept")
        .map(|piece| (piece["mark"].as_str().unwrap(), piece["text"].as_str().unwrap()))
        .collect();
    assert_eq!(changed, [("struck", "5"), ("added", "8")]);
    let pdf = desk
        .day
        .file("outgoing_compare_print", json!({"document": card["document"]["id"], "from": 1, "to": 3}));
    assert!(pdf.bytes.starts_with(b"%PDF-"));
    let card = desk.printed(&card);
    // Repealed: void from then on, and it stays on record with its number.
    desk.day.be("director");
    let no = desk
        .day
        .refused("outgoing_take_step", merged(asked(&card, "repeal"), json!({"reason": "已被新文件取代"})));
    assert!(no.message.contains("依据"), "{no}");
    let card =
        desk.step(&card, "repeal", json!({"reason": "已被新文件取代", "basis": "示质强创办〔2016〕9号"}));
    assert_eq!(
        (card["document"]["stage"].as_str(), card["document"]["number"].as_str()),
        (Some("repealed"), Some("示质强创办〔2016〕1号"))
    );
    assert!(card["document"]["end_reason"].as_str().unwrap().contains("9号"));
}

#[test]
fn a_new_year_s_signature_after_a_change_takes_a_number_of_the_new_year_and_voids_the_old_one() {
    let desk = Desk::new();
    desk.day.at("2016-12-29 09:00");
    let card = desk.signed_by_office(TITLE);
    let amend = json!({"reason": "时间调整", "text": words(TITLE, &TEXT.replace("11月25日", "1月25日"))});
    let card = desk.step(&card, "amend", amend);
    desk.day.at("2017-01-04 09:00");
    let card = desk.directed(&card, "sign");
    assert_eq!(card["document"]["number"], "示质强创办〔2017〕1号");
    let other = desk.signed_by_office("关于开展自查的通知");
    assert_eq!(other["document"]["number"], "示质强创办〔2017〕2号");
    let steps: Vec<&str> =
        card["moves"].as_array().unwrap().iter().filter_map(|one| one["number"].as_str()).collect();
    assert_eq!(steps, ["示质强创办〔2016〕1号", "示质强创办〔2017〕1号"]);
}

#[test]
fn what_the_rules_of_issuing_refuse_they_refuse_with_their_article() {
    let desk = Desk::new();
    let start = |issuer: &str, more: Value| json!({"words": merged(words(TITLE, TEXT), more), "facts": facts(issuer)});
    for (issuer, more) in [
        ("office", json!({"kind": "decision"})),
        ("group", json!({"kind": "order"})),
        ("group", json!({"kind": "motion"})),
        ("group", json!({"kind": "minutes"})),
    ] {
        let no = desk.day.refused("outgoing_start", start(issuer, more.clone()));
        assert_eq!(no.article.as_deref(), Some("第十六条"), "{more}: {no}");
        assert!(no.hint.is_some(), "{no}");
    }
    let mut secret = start("office", json!({}));
    secret["facts"]["secrecy"] = json!("confidential");
    assert!(desk.day.refused("outgoing_start", secret).message.contains("涉密"));
    let mut prefix = start("office", json!({}));
    prefix["facts"]["prefix"] = json!("group_file");
    assert!(desk.day.refused("outgoing_start", prefix).message.contains("字头"));
    let draft = desk.draft("group", TITLE);
    for step in ["approve", "sign", "proofread", "print", "void", "revoke", "amend"] {
        desk.day.be("director");
        let ask =
            merged(asked(&draft, step), json!({"reason": "试", "basis": "试", "text": words(TITLE, TEXT)}));
        let no = desk.day.refused("outgoing_take_step", ask);
        assert_eq!(no.article.as_deref(), Some("第十六条"), "{step}: {no}");
        desk.day.be("clerk");
    }
    let unfinished = save(&desk, &draft, words(TITLE, "请于【时间】前报送。"));
    let no = desk.day.refused("outgoing_take_step", asked(&unfinished, "submit"));
    assert!(no.message.contains("【时间】"), "{no}");
    let said = &unfinished["allowed"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["step"] == "submit")
        .unwrap()
        .clone();
    assert!(said["why_not"].as_str().unwrap().contains("【时间】"), "the window says it beforehand: {said}");
    let card = desk.with_leader("关于加强创建工作的通知");
    for (more, words) in [
        (json!({}), "签批人"),
        (json!({"signer": desk.leader["id"]}), "纸面依据"),
        (json!({"signer": desk.deputy["id"], "basis": "存卷"}), "须由组长签发"),
        (json!({"signer": desk.stranger["id"], "basis": "存卷"}), "须由组长签发"),
        (json!({"signer": desk.leader["id"], "basis": "存卷", "on": "2016-10-30"}), "早于"),
        (json!({"signer": desk.leader["id"], "basis": "存卷", "on": "2016-11-02"}), "还没有到"),
    ] {
        let no = desk.day.refused("outgoing_take_step", merged(asked(&card, "sign"), more));
        assert!(no.message.contains(words) && no.hint.is_some(), "{words}: {no}");
    }
    let no = desk.day.refused("outgoing_take_step", merged(asked(&card, "return"), json!({"reason": "改"})));
    assert!(no.message.contains("退回到哪一步"), "{no}");
    let no =
        desk.day.refused("outgoing_copy_send", json!({"document": card["document"]["id"], "way": "专人"}));
    assert_eq!(no.article.as_deref(), Some("第十六条"), "nothing goes out before it is printed: {no}");
    let no = desk.day.refused("outgoing_reissue", json!({"document": card["document"]["id"]}));
    assert_eq!(no.article.as_deref(), Some("第十六条"));
}

#[test]
fn letters_of_delegation_are_what_they_are_and_are_taken_back_only_ahead_of_what_was_signed_by_them() {
    let desk = Desk::new();
    let letter = json!({"grantee": desk.executive["id"], "scope": "all", "words": "委托签发", "granted_on": "2016-11-01",
        "from": "2016-11-01", "to": "2016-11-30", "basis": "原件存卷"});
    let with = |more: Value| merged(letter.clone(), more);
    for (more, words) in [
        (json!({"grantee": desk.deputy["id"]}), "不能受托签发"),
        (json!({"granted_on": "2016-11-02"}), "还没有到"),
        (json!({"from": "2016-10-30"}), "委托期限"),
        (json!({"to": "2016-10-30"}), "委托期限"),
        (json!({"basis": " "}), "纸面依据"),
        (json!({"words": " "}), "委托内容"),
        (json!({"scope": "kinds"}), "文种"),
        (json!({"scope": "one"}), "文件"),
    ] {
        let no = desk.day.refused("document_delegation_add", with(more));
        assert!(no.message.contains(words) && no.hint.is_some(), "{words}: {no}");
    }
    let letters = desk.day.done("document_delegation_add", letter);
    assert_eq!(letters[0]["state_label"], "有效");
    let card = desk.with_leader(TITLE);
    let card = desk.step(&card, "sign", desk.paper(&desk.executive));
    assert_eq!(card["document"]["signature"]["delegation"], letters[0]["id"]);
    let end =
        json!({"delegation": letters[0]["id"], "version": 1, "on": today(&desk.day), "reason": "组长返回"});
    let no = desk.day.refused("document_delegation_end", end.clone());
    assert!(no.message.contains("已依这份委托书签发"), "{no}");
    desk.day.at("2016-11-02 09:00");
    let letters = desk.day.done("document_delegation_end", merged(end, json!({"on": "2016-11-02"})));
    assert_eq!((letters[0]["state_label"].as_str(), letters[0]["used"].as_u64()), (Some("已收回"), Some(1)));
    // What was signed once by the executive deputy is signed again by him only while a letter covers him.
    let amend = json!({"reason": "补充", "text": words(TITLE, &TEXT.replace("25日", "29日"))});
    let card = desk.step(&card, "amend", amend);
    let no =
        desk.day.refused("outgoing_take_step", merged(asked(&card, "sign"), desk.paper(&desk.executive)));
    assert!(no.hint.as_deref().unwrap().contains("收回"), "{no}");
    let card = desk.step(&card, "sign", desk.paper(&desk.leader));
    assert_eq!(card["document"]["number"], "示质强创〔2016〕1号");
}

#[test]
fn templates_ship_are_rewritten_taken_off_and_brought_back() {
    let desk = Desk::new();
    let all = desk.day.done("document_templates", json!({}));
    let count = all.as_array().unwrap().len();
    assert!(count >= 10);
    let filled = desk.day.done("document_template_fill", json!({"key": "notice_plan", "issuer": "office"}));
    assert!(filled["text"].as_str().unwrap().contains("市创建办"), "{filled}");
    assert!(filled["title"].as_str().unwrap().contains("【方案名称】"));
    let save = json!({"key": "notice_plan", "kind": "notice", "name": "通知：印发方案", "title": "关于印发《【名称】》的通知", "text": "现印发【名称】。"});
    let all = desk.day.done("document_template_save", save);
    let one = all.as_array().unwrap().iter().find(|one| one["key"] == "notice_plan").unwrap().clone();
    assert_eq!(one["text"], "现印发【名称】。");
    let all = desk.day.done("document_template_remove", json!({"key": "notice_plan"}));
    assert_eq!(all.as_array().unwrap().len(), count - 1);
    let all = desk.day.done("document_template_restore", json!({"key": "notice_plan"}));
    let one = all.as_array().unwrap().iter().find(|one| one["key"] == "notice_plan").unwrap();
    assert!(one["text"].as_str().unwrap().contains("方案名称"), "{one}");
}
