//! Months and numbers: the monthly duty (第九条), a second meeting in a month, postponing, cancelling.
use serde_json::{Value, json};

use crate::meeting_world::{World, asked, merged};

fn month(months: &Value, n: usize) -> String {
    months[n - 1]["state"].as_str().unwrap().to_owned()
}

#[test]
fn a_month_has_its_meeting_or_a_reason_or_is_missing() {
    let world = World::new();
    let months = world.day.done("meeting_months", json!({"year": 2016}));
    assert_eq!(
        (month(&months, 10).as_str(), month(&months, 11).as_str(), month(&months, 12).as_str()),
        ("missing", "due", "ahead")
    );
    let close = |month: u32, reason: &str| json!({"year": 2016, "month": month, "reason": reason});
    for wrong in [close(8, "补记"), close(10, " "), close(12, "无议题"), close(13, "无议题")] {
        let no = world.day.refused("meeting_month_close", wrong);
        assert_eq!(no.article.as_deref(), Some("第九条"), "{no}");
    }
    let months = world.day.done("meeting_month_close", close(10, "并入11月召开"));
    assert_eq!(month(&months, 10), "closed");
    world.day.refused("meeting_month_close", close(10, "再说明"));
    world.held("2016-11-17", "推进重点工作");
    let months = world.day.done("meeting_months", json!({}));
    assert_eq!((month(&months, 9).as_str(), month(&months, 11).as_str()), ("missing", "held"));
    assert_eq!(month(&months, 8), "before", "the store was founded in September");
    assert_eq!(
        world.day.refused("meeting_month_close", close(11, "无议题")).article.as_deref(),
        Some("第九条")
    );
}

#[test]
fn a_second_meeting_in_one_month_is_allowed_and_numbered_on() {
    let world = World::new();
    world.held("2016-11-10", "推进重点工作");
    let second = world.held("2016-11-17", "研究考核迎检工作");
    assert_eq!(second["meeting"]["name"], "2016年第2次联席会议");
    let months = world.day.done("meeting_months", json!({}));
    assert_eq!(months[10]["held"], 2);
}

#[test]
fn a_cancelled_meeting_keeps_its_number_and_the_next_one_counts_on() {
    let world = World::new();
    let quiet = world.plan("2016-11-08", "筹备中取消");
    let no = world.day.refused("meeting_take_step", asked(&quiet, "cancel"));
    assert!(no.message.contains("取消原因"), "{no}");
    let quiet = world.step(&quiet, "cancel", json!({"reason": "并入下次会议"}));
    assert_eq!(quiet["meeting"]["running"], Value::Null, "nobody was told a number");
    let first = world.step(&world.ready("2016-11-10", "推进重点工作"), "notify", json!({}));
    let first = world.step(&first, "cancel", json!({"reason": "主要领导外出"}));
    assert_eq!(first["meeting"]["running"], 1);
    assert_eq!(first["notices"][0]["kind"], "cancelled");
    assert!(first["notices"][0]["text"].as_str().unwrap().contains("主要领导外出"));
    let second = world.held("2016-11-17", "推进重点工作");
    assert_eq!(second["meeting"]["running"], 2);
    let minutes = world.minutes_step(&world.submitted(&second), "sign", world.signature(&world.leader));
    assert_eq!(
        minutes["minutes"]["number"], "〔2016〕第1期",
        "minutes are numbered at signature, without a gap"
    );
}

#[test]
fn a_postponed_meeting_is_notified_again_and_its_attendance_starts_anew() {
    let world = World::new();
    let card = world.step(&world.ready("2016-11-10", "推进重点工作"), "notify", json!({}));
    let one = World::invitee(&card, "刘喆");
    let leave = json!({"invitee": one["id"], "version": one["version"], "reason": "赴省开会", "letter": "发改函8号",
        "consent_on": "2016-11-01", "delegate": world.colleague["id"]});
    let card = world.day.done("meeting_leave_record", leave);
    let without_reason = merged(asked(&card, "postpone"), json!({"at": "2016-11-18T09:30:00"}));
    assert!(world.day.refused("meeting_take_step", without_reason).message.contains("延期原因"));
    let without_day = merged(asked(&card, "postpone"), json!({"reason": "防汛"}));
    assert!(world.day.refused("meeting_take_step", without_day).message.contains("时间"));
    let card = world.step(&card, "postpone", json!({"reason": "防汛", "at": "2016-11-18T09:30:00"}));
    assert_eq!(card["meeting"]["stage_label"], "已延期");
    assert_eq!(
        World::invitee(&card, "刘喆")["outcome"],
        "pending",
        "a leave for the old day says nothing of the new one"
    );
    let card = world.step(&card, "notify", json!({}));
    assert_eq!(
        (card["meeting"]["running"].as_i64(), card["notices"][0]["kind_label"].as_str()),
        (Some(1), Some("延期通知"))
    );
    assert_eq!(card["notices"][0]["number"], "示质强创会〔2016〕2号");
    assert!(card["notices"][0]["text"].as_str().unwrap().contains("2016年11月18日（星期五）9:30"));
}

#[test]
fn a_special_meeting_has_chosen_people_its_chair_among_them_and_counts_for_itself() {
    let world = World::new();
    world.held("2016-11-10", "推进重点工作");
    let plan = json!({"kind": "special", "title": "研究首席质量官备案", "planned_at": "2016-11-18T15:00:00", "place": "市质监局会议室"});
    let card = world.day.done("meeting_plan", plan);
    assert_eq!(card["counts"]["invited"], 0);
    let card = world.chaired(&card, &world.leader);
    assert_eq!(card["counts"]["invited"], 1, "the chair is there");
    let guest = |role: &str, name: &str| json!({"meeting": card["meeting"]["id"], "role": role, "name": name, "title": "科长", "unit": world.industry["id"]});
    world.day.done("meeting_invite_add", guest("attend", "许婳"));
    world.day.refused("meeting_invite_add", guest("attend", "许婳"));
    let card = world.day.done("meeting_invite_add", guest("observe", "冯祎"));
    let add = json!({"meeting": card["meeting"]["id"], "title": "备案方案", "proposer": "office"});
    let card = world.agreed(&world.day.done("meeting_agenda_add", add), 0);
    let card = world.step(&card, "notify", json!({}));
    assert_eq!(card["meeting"]["name"], "2016年第1次专题联席会议");
    let joint = world.plan("2016-12-08", "推进重点工作");
    let member = World::invitee(&joint, "张堃");
    let no = world.day.refused("meeting_invite_remove", json!({"invitee": member["id"]}));
    assert_eq!(no.article.as_deref(), Some("第八条"));
}
