//! A month of reports (第二十一条 to 第二十三条): opened, arrived, late, returned, missing, released, chased.
use serde_json::{Value, json};

use crate::meeting_world::written;
use crate::reports_world::{MONTH, Reports, pieces};

fn counts(world: &Reports) -> [u64; 6] {
    let counts = &world.month()["round"]["counts"];
    ["pending", "on_time", "late", "incomplete", "missing", "released"]
        .map(|key| counts[key].as_u64().unwrap())
}

fn states(world: &Reports) -> Vec<String> {
    let items = world.day.done("workbench_today", json!({}))["items"].clone();
    let own =
        items.as_array().unwrap().iter().filter(|one| one["room"] == "reports").cloned().collect::<Vec<_>>();
    own.iter()
        .map(|one| format!("{} {}", one["state"].as_str().unwrap(), one["article"].as_str().unwrap()))
        .collect()
}

#[test]
fn a_month_opens_once_for_every_reporting_unit_and_the_workbench_says_when_it_is_not() {
    let world = Reports::new();
    assert_eq!(world.day.done("reports_standing", json!({}))["to_open"], true);
    assert_eq!(states(&world), ["待建立 第二十一条"]);
    assert_eq!(world.month()["list"]["total"], 0);
    let round = world.day.done("reports_round_open", json!({}));
    assert_eq!((&round["month"], &round["limit_at"]), (&json!("2016-11"), &json!("2016-11-25T23:59:59")));
    assert_eq!(round["counts"]["units"], 4, "three member units and a county");
    assert_eq!(world.day.done("reports_standing", json!({}))["to_open"], false);
    assert_eq!(states(&world), ["报送中 第二十二条"]);
    assert!(world.day.refused("reports_round_open", json!({})).message.contains("已于2016-11-01建立"));
    assert!(
        world.day.refused("reports_round_open", json!({"month": "2016-12"})).message.contains("还没有到")
    );
    // Looking at a month writes nothing; the first arrival of December opens December.
    world.day.at("2016-12-01 09:00");
    assert_eq!(world.day.done("reports_month", json!({"month": "2016-12"}))["list"]["total"], 0);
    let entry = json!({"unit": world.county["id"], "version": 1, "file": true});
    world.day.done("reports_arrivals_record", json!({"month": "2016-12", "entries": [entry]}));
    assert_eq!(world.day.done("reports_month", json!({"month": "2016-12"}))["list"]["total"], 4);
}

#[test]
fn a_past_month_is_opened_late_with_a_reason_that_stays_visible() {
    let world = Reports::new();
    let no = world.day.refused("reports_round_open", json!({"month": "2016-10"}));
    assert!(no.message.contains("补建须写明原因") && no.article.as_deref() == Some("第二十一条"));
    let entries = json!([{"unit": world.county["id"], "version": 1, "paper": true}]);
    assert!(
        world
            .day
            .refused("reports_arrivals_record", json!({"month": "2016-10", "entries": entries}))
            .message
            .contains("还没有建立")
    );
    let round =
        world.day.done("reports_round_open", json!({"month": "2016-10", "reason": "系统十月下旬启用"}));
    assert_eq!((&round["late_reason"], &round["counts"]["missing"]), (&json!("系统十月下旬启用"), &json!(4)));
    assert!(
        world
            .day
            .refused("reports_round_open", json!({"month": "2016-08", "reason": "补"}))
            .message
            .contains("早于本系统启用")
    );
    let year = world.day.done("reports_year", json!({"year": 2016}));
    let months: Vec<&Value> = year["months"].as_array().unwrap().iter().map(|one| &one["month"]).collect();
    assert_eq!(months, ["2016-11", "2016-10", "2016-09"]);
    assert_eq!(year["rows"][0]["cells"][9]["label"], "缺报");
    assert_eq!(year["rows"][0]["cells"][10]["report"], Value::Null);
}

#[test]
fn arrivals_of_many_units_are_written_at_once_or_not_at_all() {
    let world = Reports::opened();
    world.day.at("2016-11-24 10:00");
    let entries = json!([
        world.entry("市质监局", &["paper", "file", "reviewed"], ""),
        world.entry("市发改委", &["paper"], "23 16:30"),
        world.entry("市经信委", &["file"], "32"),
    ]);
    let no = world.day.refused("reports_arrivals_record", json!({"month": MONTH, "entries": entries}));
    assert!(no.message.starts_with("市经信委：“32”不是送达时间"), "{}", no.message);
    assert_eq!(counts(&world), [4, 0, 0, 0, 0, 0], "nothing was written");
    let mut entries = entries;
    entries[2]["at"] = json!("");
    let done = world.day.done("reports_arrivals_record", json!({"month": MONTH, "entries": entries}));
    assert_eq!(done["summary"], "已登记纸质 2 份、电子 2 份、领导审核 1 份。");
    assert_eq!(counts(&world), [3, 1, 0, 0, 0, 0]);
    assert_eq!(world.line("市发改委")["paper_at"], "2016-11-23T16:30:00");
    // Whoever saved meanwhile is not overwritten, and a pile is not entered twice.
    assert_eq!(
        world.day.refused("reports_arrivals_record", json!({"month": MONTH, "entries": entries})).kind,
        office::RefusalKind::Stale
    );
    let again = json!([world.entry("市发改委", &["paper"], "")]);
    let no = world.day.refused("reports_arrivals_record", json!({"month": MONTH, "entries": again}));
    assert!(no.message.contains("已于2016-11-23 16:30登记送达"), "{}", no.message);
    let nothing = json!([world.entry("市发改委", &[], "")]);
    assert!(
        world
            .day
            .refused("reports_arrivals_record", json!({"month": MONTH, "entries": nothing}))
            .message
            .contains("没有勾选")
    );
}

#[test]
fn the_reviewer_is_the_leader_in_the_register_and_must_be_named_where_there_is_none() {
    let world = Reports::opened();
    let mut filed = world.entry("市发改委", &["reviewed"], "");
    filed["reviewer"] = json!("");
    world.day.done("reports_arrivals_record", json!({"month": MONTH, "entries": [filed]}));
    assert_eq!(world.line("市发改委")["reviewer"], "钱昇", "分管领导");
    let mut nobody = world.entry("示例县", &["reviewed"], "");
    nobody["reviewer"] = json!("");
    let no = world.day.refused("reports_arrivals_record", json!({"month": MONTH, "entries": [nobody]}));
    assert!(no.message.contains("示例县没有报备分管领导"), "{}", no.message);
}

#[test]
fn on_time_late_incomplete_and_missing_are_told_apart_after_the_25th() {
    let world = Reports::opened();
    world.day.at("2016-11-25 17:00");
    world.whole("市质监局");
    world.arrive("市发改委", &["paper", "reviewed"], "");
    world.arrive("市经信委", &["paper"], "");
    assert_eq!(counts(&world), [3, 1, 0, 0, 0, 0], "the 25th is not over");
    world.day.at("2016-11-26 09:00");
    assert_eq!(counts(&world), [0, 1, 0, 2, 1, 0]);
    world.arrive("市发改委", &["file"], "");
    assert_eq!(counts(&world), [0, 1, 1, 1, 1, 0], "whole, but on a Saturday after the due day");
    assert_eq!(world.line("市经信委")["missing"], json!(["电子文档", "单位领导审核"]));
    assert_eq!(states(&world), ["待催报 第二十二条"]);
    let by_status =
        world.day.done("reports_month", json!({"month": MONTH, "order": {"by": "status", "desc": true}}));
    let order: Vec<&Value> =
        by_status["list"]["rows"].as_array().unwrap().iter().map(|row| &row["status_label"]).collect();
    assert_eq!(order, ["缺报", "不齐", "迟报", "按时"]);
    let page = world.day.done("reports_month", json!({"month": MONTH, "slice": {"offset": 3, "limit": 2}}));
    assert_eq!((page["list"]["rows"].as_array().unwrap().len(), &page["list"]["total"]), (1, &json!(4)));
    assert!(
        world
            .day
            .refused("reports_month", json!({"month": MONTH, "order": {"by": "id", "desc": false}}))
            .message
            .contains("不能按")
    );
    let found = world.day.done("reports_month", json!({"month": MONTH, "words": "fgw", "owing": false}));
    assert_eq!(found["list"]["rows"][0]["unit_short"], "市发改委", "by pinyin initials");
}

#[test]
fn a_returned_report_keeps_its_first_arrival_and_its_original_words() {
    let world = Reports::opened();
    world.day.at("2016-11-20 09:00");
    let card = world.accepted("市质监局");
    assert_eq!(card["report"]["stage"], "accepted");
    assert!(
        world
            .day
            .refused(
                "report_contents_save",
                json!({"report": card["report"]["id"], "version": card["report"]["version"], "pieces": []})
            )
            .message
            .contains("已核收")
    );
    let no = world.day.refused("report_take_step", world.step_of("市质监局", "return", json!({})));
    assert!(no.message.contains("退回补正的原因"));
    let returned = world.take("市质监局", "return", json!({"reason": "数据与上月不一致"}));
    world.day.at("2016-11-28 09:00");
    world.arrive("市质监局", &["paper", "file"], "");
    let mut corrected = pieces("市质监局");
    corrected[1]["text"] = json!("下月开展回访，并核对数据。");
    let card = world.write("市质监局", corrected);
    assert_eq!(card["report"]["status"], "on_time", "the first arrivals count");
    assert_eq!(card["report"]["paper_at"], "2016-11-20T09:00:00");
    assert_eq!(card["arrivals"].as_array().unwrap().iter().filter(|one| one["first"] == true).count(), 2);
    let items = card["items"].as_array().unwrap();
    assert_eq!(items.len(), 6, "the replaced plan stays");
    let before = returned["items"].as_array().unwrap();
    for old in before {
        let now = items.iter().find(|item| item["id"] == old["id"]).expect("no piece is lost");
        assert_eq!((&now["text"], &now["title"]), (&old["text"], &old["title"]));
        assert_eq!(now["replaced_at"].is_null(), old["part"] != "plan");
    }
    // Somebody who still sees the old version is told so.
    let stale = json!({"report": returned["report"]["id"], "version": returned["report"]["version"], "step": "accept"});
    assert_eq!(world.day.refused("report_take_step", stale).kind, office::RefusalKind::Stale);
}

#[test]
fn nothing_is_accepted_that_is_not_whole() {
    let world = Reports::opened();
    let no = world.day.refused("report_take_step", world.step_of("市质监局", "accept", json!({})));
    assert!(no.message.contains("待报送") && no.article.as_deref() == Some("第二十二条"));
    let line = world.line("市质监局");
    let early = json!({"report": line["id"], "version": line["version"], "pieces": pieces("市质监局")});
    assert!(world.day.refused("report_contents_save", early).hint.unwrap().contains("先登记"));
    world.arrive("市质监局", &["paper", "reviewed"], "");
    assert!(
        world
            .day
            .refused("report_take_step", world.step_of("市质监局", "accept", json!({})))
            .message
            .contains("还缺电子文档")
    );
    world.arrive("市质监局", &["file"], "");
    assert!(
        world
            .day
            .refused("report_take_step", world.step_of("市质监局", "accept", json!({})))
            .message
            .contains("还没有录入")
    );
    for (wrong, says) in [
        (json!([{"part": "event", "text": "一事"}]), "产品、工程、环境还是服务"),
        (json!([{"part": "progress", "text": " \n "}]), "没有内容"),
        (json!([{"part": "progress", "text": "长".repeat(20_001)}]), "过长"),
    ] {
        let line = world.line("市质监局");
        let no = world.day.refused(
            "report_contents_save",
            json!({"report": line["id"], "version": line["version"], "pieces": wrong}),
        );
        assert!(no.message.contains(says), "{}", no.message);
    }
}

#[test]
fn a_wrong_entry_is_struck_with_a_reason_and_stays_readable() {
    let world = Reports::opened();
    world.day.at("2016-11-10 09:00");
    world.arrive("示例县", &["paper"], "");
    let card = world.card("示例县");
    let strike = |reason: &str| json!({"report": card["report"]["id"], "version": card["report"]["version"], "arrival": card["arrivals"][0]["id"], "reason": reason});
    assert!(world.day.refused("report_arrival_strike", strike(" ")).message.contains("更正的原因"));
    let card = world.day.done("report_arrival_strike", strike("登记成了别的单位"));
    assert_eq!((&card["report"]["stage"], &card["report"]["paper_at"]), (&json!("waiting"), &Value::Null));
    assert_eq!(card["arrivals"][0]["struck_reason"], "登记成了别的单位");
    assert_eq!(card["events"][0]["what"], "更正送达登记");
}

#[test]
fn units_that_join_or_leave_during_the_month_are_brought_up_to_the_register() {
    let world = Reports::opened();
    assert!(world.day.refused("reports_round_refresh", json!({"month": MONTH})).message.contains("一致"));
    world.day.at("2016-11-15 09:00");
    world.day.done(
        "registry_unit_add",
        json!({"name": "示例高新技术产业园区", "short": "高新区", "kind": "park", "joined_on": "2016-11-10"}),
    );
    let unit = world.day.done("registry_unit_card", json!({"unit": world.industry["id"]}));
    let version = unit["unit"]["version"].clone();
    world.day.done(
        "registry_unit_retire",
        json!({"unit": world.industry["id"], "version": version, "on": "2016-11-12", "reason": "机构调整", "end_posts": true}),
    );
    world.day.done("reports_round_refresh", json!({"month": MONTH}));
    assert_eq!(world.line("高新区")["status"], "pending");
    world.day.at("2016-11-30 09:00");
    assert_eq!(world.line("市经信委")["status"], "released");
    assert_eq!(counts(&world), [0, 0, 0, 0, 4, 1]);
}

#[test]
fn whoever_owes_is_phoned_and_urged_in_writing() {
    let world = Reports::opened();
    world.day.at("2016-11-28 09:00");
    let lines = world.day.done("reports_reminders", json!({"month": MONTH}));
    assert_eq!(lines.as_array().unwrap().len(), 4);
    let planning =
        lines.as_array().unwrap().iter().find(|line| line["report"]["unit_short"] == "市发改委").unwrap();
    assert_eq!(planning["contacts"][0]["name"], "钱昇");
    let report = &planning["report"];
    let remind = |version: &Value| json!({"report": report["id"], "version": version, "way": "电话", "person": "钱昇"});
    assert!(
        world
            .day
            .refused("report_reminder_print", json!({"report": report["id"]}))
            .message
            .contains("还没有催报")
    );
    let card = world.day.done("report_remind", remind(&report["version"]));
    assert_eq!(card["reminders"][0]["number"], "催报〔2016〕1号");
    assert_eq!(card["reminders"][0]["new_due"], "2016-12-01");
    let slip = written(&world.day.file("report_reminder_print", json!({"report": report["id"]})).bytes);
    for words in [
        "催报〔2016〕1号",
        "示例市发展和改革委员会",
        "第1次",
        "2016年12月1日",
        "还缺纸质材料、电子文档、单位领导审核",
    ] {
        assert!(slip.contains(words), "{words} is missing in {slip}");
    }
    world.whole("市发改委");
    let no = world.day.refused("report_remind", remind(&world.line("市发改委")["version"]));
    assert!(no.message.contains("不需要催报"), "{}", no.message);
    let list = world.day.file("reports_reminders_ledger", json!({"month": MONTH}));
    assert!(list.name.contains("信息催报名单"));
}

#[test]
fn the_slip_and_the_ledgers_say_what_the_screen_says() {
    let world = Reports::opened();
    world.day.at("2016-11-21 15:30");
    let card = world.accepted("市质监局");
    let slip = written(&world.day.file("report_print", json!({"report": card["report"]["id"]})).bytes);
    for words in [
        "工作信息报送单",
        "示例市质量技术监督局",
        "2016年11月",
        "程启航",
        "周可",
        "2016年11月21日15:30",
        "（产品质量）",
        "推行首席质量官制度",
    ] {
        assert!(slip.contains(&words.replace(' ', "")), "{words} is missing in {slip}");
    }
    for (command, request) in [
        ("reports_ledger_print", json!({"month": MONTH})),
        ("reports_year_ledger_print", json!({"year": 2016})),
        ("reports_reminders_ledger_print", json!({"month": MONTH})),
        ("reports_points_print", json!({"year": 2016, "month": 11})),
        ("reports_higher_ledger_print", json!({"year": 2016})),
        ("bulletins_ledger_print", json!({})),
    ] {
        assert!(world.day.file(command, request).bytes.starts_with(b"%PDF"), "{command}");
    }
}
