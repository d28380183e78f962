//! What the follow-up refuses: fact, remedy, article, and nothing written.
use std::sync::Arc;

use office::kernel::clock::SetClock;
use office::kernel::entropy::Entropy;
use office::{Office, Options, RefusalKind, Silent};
use serde_json::{Value, json};
use zhiqiang_tests::{PASSWORD, options, scan};

use crate::documents_world::Desk;
use crate::followup_world::{decided, entered, followed, notified, refused, registered, stepping};
use crate::meeting_world::merged;

#[test]
fn more_time_is_not_asked_for_once_the_last_day_is_over_and_then_the_old_day_counts() {
    let desk = Desk::new();
    let card = notified(&desk, "报送质量工作总结", "2016-11-15");
    desk.day.at("2016-11-16 09:00");
    let ask = |more: Value| merged(json!({"words": "来不及", "due_on": "2016-12-15"}), more);
    let no = refused(&desk.day, &card, "ask_extension", ask(json!({})));
    assert!(no.message.contains("2016年11月15日已过") && no.hint.unwrap().contains("仍以原期限计"));
    assert_eq!(no.article.as_deref(), Some("第十二条"));
    // Entered later although it came in time: only with the paper.
    let no = refused(&desk.day, &card, "ask_extension", ask(json!({"on": "2016-11-14"})));
    assert!(no.message.contains("须有凭据"), "{no}");
    let now = desk.day.done("followup_open", json!({"item": card["item"]["id"]}));
    assert_eq!((&now["extensions"], &now["item"]["due_on"]), (&json!([]), &json!("2016-11-15")));
    assert_eq!(now["item"]["timing_label"], "逾期未办");
    let proven = json!({"on": "2016-11-14", "scan": scan("延期申请")});
    let card = followed(&desk.day, &card, "ask_extension", ask(proven));
    let no =
        refused(&desk.day, &card, "ask_extension", ask(json!({"on": "2016-11-15", "scan": scan("又一份")})));
    assert!(no.message.contains("待审批"), "{no}");
    // Decided only by whoever is entitled, on paper, with a reason for a no.
    let decide = |more: Value| merged(json!({"granted": false, "basis": "存卷", "words": "须按期"}), more);
    for (more, wanted) in [
        (json!({}), "审批人"),
        (json!({"person": desk.stranger["id"]}), "无权审批"),
        (json!({"person": desk.deputy["id"], "basis": ""}), "纸面依据"),
        (json!({"person": desk.deputy["id"], "words": ""}), "不同意的理由"),
        (json!({"person": desk.deputy["id"], "granted": null}), "同意还是不同意"),
        (json!({"person": desk.deputy["id"], "granted": true, "due_on": "2016-11-15"}), "须晚于"),
        (json!({"person": desk.deputy["id"], "on": "2016-11-13"}), "早于申请日期"),
    ] {
        let no = refused(&desk.day, &card, "extend", decide(more.clone()));
        assert!(no.message.contains(wanted) && no.hint.is_some(), "{more}: {no}");
    }
    let card = followed(&desk.day, &card, "extend", decide(json!({"person": desk.deputy["id"]})));
    assert_eq!(
        (card["extensions"][0]["state_label"].as_str(), card["item"]["due_on"].as_str()),
        (Some("不同意"), Some("2016-11-15"))
    );
}

#[test]
fn no_step_comes_before_its_turn() {
    let desk = Desk::new();
    let card = registered(&desk, "报送质量工作总结", "2016-12-20");
    for step in ["reply", "accept", "report", "urge", "ask_extension", "escalate", "receive"] {
        let no = refused(&desk.day, &card, step, json!({"words": "某事"}));
        assert!(no.message.contains("“待下发”") && no.hint.unwrap().contains("下发督办通知"), "{step}");
        assert_eq!(no.article.as_deref(), Some("第十二条"), "{step}");
    }
    let card = followed(&desk.day, &card, "notify", json!({}));
    for (step, more, wanted) in [
        ("accept", json!({}), "不能认可办结"),
        ("return", json!({"words": "重报"}), "不能退回重办"),
        ("reply", json!({}), "没有填写办理情况"),
        ("reply", json!({"words": "好", "on": "2016-10-31"}), "早于立项"),
        ("reply", json!({"words": "好", "on": "2016-11-02"}), "还没有到"),
        ("notify", json!({}), "已经下发"),
        ("urge", json!({"way": "电话"}), "还早"),
        ("extend", json!({}), "没有待审批"),
        ("escalate", json!({"words": "报组长"}), "逾期满7天"),
        ("report", json!({}), "没有填写进展"),
        ("report", json!({"words": "好", "period": "2016-11-20"}), "不是这个事项的汇报日"),
        ("part", json!({"words": "好", "unit": desk.industry["id"]}), "不是配合单位"),
        ("receive", json!({"name": "赵", "unit": desk.industry["id"]}), "没有送这个单位"),
        ("receive", json!({"unit": desk.bureau["id"]}), "签收人"),
        ("ask_extension", json!({"words": "忙"}), "拟延至"),
        ("ask_extension", json!({"words": "忙", "due_on": "2016-12-20"}), "须晚于"),
        ("suspend", json!({"words": "缓"}), "须由市创建办主任"),
        ("withdraw", json!({"words": "错"}), "须由市创建办主任"),
        ("amend", json!({}), "不能修改登记"),
    ] {
        let no = refused(&desk.day, &card, step, more.clone());
        assert!(no.message.contains(wanted), "{step} {more}: {no}");
    }
    let now = desk.day.done("followup_open", json!({"item": card["item"]["id"]}));
    assert_eq!(
        (&now["item"], &now["events"]),
        (&card["item"], &card["events"]),
        "refusals left nothing behind"
    );
}

#[test]
fn what_cannot_be_entered_is_refused_with_what_to_do() {
    let desk = Desk::new();
    let facts = |more: Value| json!({"facts": merged(entered(&desk, "报送总结", "2016-12-20"), more)});
    for (more, wanted) in [
        (json!({"text": " "}), "承办事项"),
        (json!({"source_name": ""}), "来源"),
        (json!({"due_on": "2016-10-31"}), "已经过去"),
        (json!({"helpers": [desk.bureau["id"]]}), "两次"),
        (json!({"helpers": [desk.planning["id"], desk.planning["id"]]}), "两次"),
        (json!({"source": "meeting"}), "会议决定不在这里登记"),
        (json!({"source": "rumour"}), "格式不对"),
    ] {
        let no = desk.day.refused("followup_register", facts(more.clone()));
        assert!(no.message.contains(wanted) && no.hint.is_some(), "{more}: {no}");
    }
    assert_eq!(desk.day.done("followup_items", json!({}))["total"], 0);
    let card = registered(&desk, "报送总结", "2016-12-20");
    assert_eq!(card["item"]["number"], "示质强创督办〔2016〕1号", "refusals used up no number");
}

#[test]
fn a_withdrawn_item_keeps_its_number_and_a_decision_falls_only_with_its_minutes() {
    let desk = Desk::new();
    let card = registered(&desk, "登记错的事项", "2016-12-20");
    desk.day.be("director");
    let card = followed(&desk.day, &card, "withdraw", json!({"words": "重复立项"}));
    assert_eq!(
        (card["item"]["stage_label"].as_str(), card["item"]["reason"].as_str()),
        (Some("已撤销"), Some("重复立项"))
    );
    desk.day.be("clerk");
    let next = registered(&desk, "对的事项", "2016-12-20");
    assert_eq!(next["item"]["number"], "示质强创督办〔2016〕2号", "a voided number is never given again");
    let (_, decision) = decided(&desk, "2016-11-17", "2016-12-25");
    desk.day.be("director");
    let no = refused(&desk.day, &decision, "withdraw", json!({"words": "不办了"}));
    assert!(no.message.contains("不单独撤销"), "{no}");
}

#[test]
fn two_desks_share_one_item_and_the_later_step_is_stale() {
    let desk = Desk::new();
    let card = notified(&desk, "报送质量工作总结", "2016-12-20");
    let around = options(Arc::new(SetClock::at(desk.day.office.now())));
    let around = Options { entropy: Arc::new(Entropy::seeded(7)), ..around };
    let other = Office::new(desk.day.folder.path().into(), around);
    other.ask("door_enter", json!({"login": "director", "password": PASSWORD}), &Silent).unwrap();
    let here = followed(&desk.day, &card, "reply", json!({"words": "已报送"}));
    let late = merged(stepping(&card, "report"), json!({"words": "正在办"}));
    let no = other.ask("followup_take_step", late, &Silent).unwrap_err();
    assert_eq!(no.kind, RefusalKind::Stale, "{no}");
    let accept = stepping(&here, "accept");
    other.ask("followup_take_step", accept.clone(), &Silent).unwrap();
    assert_eq!(desk.day.refused("followup_take_step", accept).kind, RefusalKind::Stale);
    let now = desk.day.done("followup_open", json!({"item": card["item"]["id"]}));
    assert_eq!(now["item"]["stage"], "accepted");
    assert_eq!(now["progress"], json!([]), "nothing of the stale step was written");
}
