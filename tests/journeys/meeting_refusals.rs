//! What the rules of the joint meeting refuse (第九条 to 第十三条), each with its article.
use office::RefusalKind;
use serde_json::{Value, json};
use zhiqiang_tests::scan;

use crate::meeting_world::{World, asked, merged, minutes_asked, today};

#[test]
fn nobody_but_the_leader_or_the_entrusted_executive_deputy_chairs() {
    let world = World::new();
    let card = world.plan("2016-11-17", "推进重点工作");
    let set = |person: &Value, more: Value| {
        let ask = json!({"meeting": card["meeting"]["id"], "version": card["meeting"]["version"], "person": person["id"]});
        merged(ask, more)
    };
    let paper = json!({"entrusted_on": "2016-11-01", "entrusted_by": "批示"});
    for (person, more) in [
        (&world.deputy, paper.clone()),
        (&world.colleague, paper.clone()),
        (&world.executive, json!({})),
        (&world.executive, json!({"entrusted_on": "2016-11-01"})),
        (&world.executive, json!({"entrusted_on": "2016-11-18", "entrusted_by": "批示"})),
    ] {
        let no = world.day.refused("meeting_chair_set", set(person, more));
        assert_eq!(no.article.as_deref(), Some("第九条"), "{no}");
    }
    let card = world.day.done("meeting_chair_set", set(&world.executive, paper));
    assert_eq!(card["meeting"]["chair"]["post_label"], "常务副组长");
    let convened = |name: &str| json!({"kind": "joint", "title": "推进重点工作", "planned_at": "2016-11-24T15:00:00", "convener": name});
    assert_eq!(world.day.refused("meeting_plan", convened("陈明")).article.as_deref(), Some("第九条"));
    assert_eq!(world.day.done("meeting_plan", convened("王立新"))["meeting"]["convener"], "王立新");
    let choices = world.day.done("meeting_chair_choices", json!({"on": "2016-11-17"}));
    let names: Vec<&str> =
        choices.as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["王立新", "周建国"]);
}

#[test]
fn a_unit_s_item_is_not_approved_before_its_material_is_filed() {
    let world = World::new();
    let card = world.chaired(&world.plan("2016-11-17", "推进重点工作"), &world.leader);
    let add = json!({"meeting": card["meeting"]["id"], "title": "备案方案", "proposer": "unit", "unit": world.industry["id"]});
    let card = world.day.done("meeting_agenda_add", add);
    let item = &card["agenda"][0];
    let decide = |item: &Value| json!({"item": item["id"], "version": item["version"], "decision": "agreed", "on": "2016-11-01"});
    let no = world.day.refused("meeting_agenda_decide", decide(item));
    assert_eq!(no.article.as_deref(), Some("第十一条"));
    let no = world.day.refused("meeting_take_step", asked(&card, "notify"));
    assert_eq!(no.article.as_deref(), Some("第十一条"), "no notice with an item that is not decided: {no}");
    let empty = json!({"item": item["id"], "version": item["version"], "on": "2016-11-01"});
    assert_eq!(world.day.refused("meeting_agenda_file", empty.clone()).article.as_deref(), Some("第十一条"));
    let card = world.day.done("meeting_agenda_file", merged(empty, json!({"number": "经信备〔2016〕3号"})));
    let card = world.day.done("meeting_agenda_decide", decide(&card["agenda"][0]));
    assert_eq!(card["agenda"][0]["decision_label"], "同意");
}

#[test]
fn leave_needs_paper_consent_and_a_delegate_of_the_same_unit() {
    let world = World::new();
    let card = world.step(&world.ready("2016-11-17", "推进重点工作"), "notify", json!({}));
    let one = World::invitee(&card, "刘喆");
    let whole = json!({"invitee": one["id"], "version": one["version"], "reason": "赴省开会", "letter": "发改函〔2016〕8号",
        "consent_on": "2016-11-01", "delegate": world.colleague["id"]});
    let without = |key: &str| {
        let mut ask = whole.clone();
        ask.as_object_mut().unwrap().remove(key);
        if key == "reason" { merged(ask, json!({"reason": " "})) } else { ask }
    };
    for key in ["reason", "letter", "consent_on", "delegate"] {
        let no = world.day.refused("meeting_leave_record", without(key));
        assert_eq!(no.article.as_deref(), Some("第十条"), "{key}: {no}");
    }
    let elsewhere = merged(
        whole.clone(),
        json!({"delegate": world.stranger["id"], "delegate_unit": world.planning["id"]}),
    );
    let no = world.day.refused("meeting_leave_record", elsewhere);
    assert!(no.message.contains("不是同一单位"), "{no}");
    let by_name =
        json!({"delegate_name": "郑旸", "delegate_title": "总工程师", "delegate_unit": world.industry["id"]});
    let no = world.day.refused("meeting_leave_record", merged(without("delegate"), by_name));
    assert!(no.message.contains("不是同一单位"), "{no}");
    let direct = json!({"invitee": one["id"], "version": one["version"], "outcome": "leave"});
    assert_eq!(world.day.refused("meeting_attendance_record", direct).article.as_deref(), Some("第十条"));
    let by_name =
        json!({"delegate_name": "郑旸", "delegate_title": "总工程师", "delegate_unit": world.planning["id"]});
    let card = world.day.done("meeting_leave_record", merged(without("delegate"), by_name));
    assert_eq!(World::invitee(&card, "刘喆")["delegate_name"], "郑旸");
    // Coming and staying away are known only on the day, and nothing changes once the meeting was held.
    let early = json!({"meeting": card["meeting"]["id"]});
    world.day.refused("meeting_attendance_rest", early.clone());
    world.day.at("2016-11-17 18:00");
    let card = world.day.done("meeting_attendance_rest", early);
    let card = world.step(&card, "hold", json!({}));
    let one = World::invitee(&card, "张堃");
    let late = json!({"invitee": one["id"], "version": one["version"], "outcome": "absent"});
    assert_eq!(world.day.refused("meeting_attendance_record", late).article.as_deref(), Some("第十条"));
}

#[test]
fn minutes_are_signed_by_that_meeting_s_chair_alone_and_never_changed_afterwards() {
    let world = World::new();
    let meeting = world.held("2016-11-17", "推进重点工作");
    let decision = json!({"meeting": meeting["meeting"]["id"], "text": "办理", "lead": world.bureau["id"], "helpers": [world.bureau["id"]]});
    let twice = world.day.refused("meeting_decision_add", decision);
    assert!(twice.message.contains("两次"), "{twice}");
    let started = world.day.done("meeting_minutes_start", json!({"meeting": meeting["meeting"]["id"]}));
    let no = world.day.refused("meeting_minutes_start", json!({"meeting": meeting["meeting"]["id"]}));
    assert_eq!(no.article.as_deref(), Some("第十三条"));
    let card = world.minutes_step(&started, "send_review", json!({}));
    let no = world.day.refused("meeting_minutes_take_step", minutes_asked(&card, "approve"));
    assert_eq!(no.kind, RefusalKind::NotAllowed, "a clerk does not review");
    world.day.be("director");
    let card = world.minutes_step(&card, "approve", json!({}));
    world.day.be("clerk");
    let card = world.minutes_step(&card, "submit", json!({}));
    let sign = |signer: &Value| merged(minutes_asked(&card, "sign"), world.signature(signer));
    let no = world.day.refused("meeting_minutes_take_step", sign(&world.executive));
    assert_eq!(no.article.as_deref(), Some("第十三条"));
    assert!(no.hint.unwrap().contains("王立新"));
    let bare =
        merged(minutes_asked(&card, "sign"), json!({"signer": world.leader["id"], "on": today(&world.day)}));
    assert_eq!(world.day.refused("meeting_minutes_take_step", bare).article.as_deref(), Some("第十三条"));
    let signed = world.day.done("meeting_minutes_take_step", sign(&world.leader));
    assert_eq!(signed["minutes"]["number"], "〔2016〕第1期", "refusals used up no number");
    let edit = json!({"minutes": signed["minutes"]["id"], "version": signed["minutes"]["version"], "title": "改", "text": "改"});
    let no = world.day.refused("meeting_minutes_save", edit);
    assert_eq!(no.article.as_deref(), Some("第十三条"));
    assert!(signed["locked"].as_str().unwrap().contains("签发"));
}

#[test]
fn void_minutes_keep_their_number_and_their_decisions_are_withdrawn_until_signed_again() {
    let world = World::new();
    let meeting = world.held("2016-11-17", "推进重点工作");
    let decision = json!({"meeting": meeting["meeting"]["id"], "text": "办理", "lead": world.bureau["id"]});
    world.day.done("meeting_decision_add", decision);
    let signed = world.minutes_step(&world.submitted(&meeting), "sign", world.signature(&world.leader));
    assert_eq!(world.day.done("followup_items", json!({"waiting": true}))["total"], 1);
    world.day.be("director");
    world.day.refused("meeting_minutes_take_step", minutes_asked(&signed, "void"));
    let void = world.minutes_step(&signed, "void", json!({"reason": "文号有误"}));
    assert_eq!(void["minutes"]["number"], "〔2016〕第1期");
    world.day.be("clerk");
    assert_eq!(world.day.done("followup_items", json!({"waiting": true}))["total"], 0);
    let open = world.day.done("meeting_open", json!({"meeting": meeting["meeting"]["id"]}));
    assert_eq!(
        (open["minutes"].clone(), open["void_minutes"][0]["number"].as_str()),
        (Value::Null, Some("〔2016〕第1期"))
    );
    let again = world.minutes_step(&world.submitted(&open), "sign", world.signature(&world.leader));
    assert_eq!(again["minutes"]["number"], "〔2016〕第2期");
    let items = world.day.done("followup_items", json!({}));
    let numbers: Vec<&str> =
        items["rows"].as_array().unwrap().iter().map(|one| one["number"].as_str().unwrap()).collect();
    assert_eq!(numbers, ["示质强创督办〔2016〕2号", "示质强创督办〔2016〕1号"]);
}

#[test]
fn a_step_on_what_somebody_else_changed_meanwhile_is_refused_as_stale() {
    let world = World::new();
    let before = world.plan("2016-11-17", "推进重点工作");
    let after = world.chaired(&before, &world.leader);
    let set = json!({"meeting": before["meeting"]["id"], "version": before["meeting"]["version"], "person": world.leader["id"]});
    assert_eq!(world.day.refused("meeting_chair_set", set).kind, RefusalKind::Stale);
    let cancel = merged(asked(&before, "cancel"), json!({"reason": "无议题"}));
    assert_eq!(world.day.refused("meeting_take_step", cancel).kind, RefusalKind::Stale);
    let attach = json!({"meeting": after["meeting"]["id"], "purpose": "会议方案", "file": scan("方案")});
    assert_eq!(world.day.done("meeting_attach", attach)["attachments"].as_array().unwrap().len(), 1);
}
