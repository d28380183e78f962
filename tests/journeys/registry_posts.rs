//! Who held what, when: succession, answers as of a day, changes nobody may lose, units that leave and come back.
#![allow(clippy::unwrap_used)] // helpers of tests; a failed one fails its test
use office::RefusalKind;
use serde_json::{Value, json};
use zhiqiang_tests::Day;

pub(crate) fn unit(day: &Day, name: &str, short: &str) -> Value {
    day.done(
        "registry_unit_add",
        json!({"name": name, "short": short, "kind": "member", "joined_on": "2016-01-01"}),
    )
}

pub(crate) fn person(day: &Day, name: &str) -> Value {
    day.done("registry_person_add", json!({"name": name, "title": "副局长"}))["person"].clone()
}

pub(crate) fn post(day: &Day, unit: &Value, person: &Value, kind: &str, from: &str) -> Value {
    day.done(
        "registry_post_begin",
        json!({"person": person["id"], "unit": unit["id"], "kind": kind, "from": from}),
    )["post"]
        .clone()
}

fn who(day: &Day, unit: &Value, on: &str) -> Vec<String> {
    let lines = day.done("registry_who", json!({"post": "leader_in_charge", "unit": unit["id"], "day": on}));
    lines.as_array().unwrap().iter().map(|line| line["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn who_was_in_charge_on_any_day_has_one_exact_answer_through_a_succession() {
    let day = Day::on("2016-09-20");
    let bureau = unit(&day, "示例市质量技术监督局", "市质监局");
    let (old, new) = (person(&day, "张三"), person(&day, "李四"));
    let held = post(&day, &bureau, &old, "leader_in_charge", "2016-03-01");
    let begin =
        json!({"person": new["id"], "unit": bureau["id"], "kind": "leader_in_charge", "from": "2016-09-01"});
    let refusal = day.refused("registry_post_begin", begin.clone());
    assert!(refusal.message.contains("张三"), "{}", refusal.message);
    assert_eq!(refusal.article.as_deref(), Some("第五条"));

    let mut succession = begin;
    succession["succeeds"] = json!({"post": held["id"], "version": held["version"], "reason": "调离"});
    let new_post = day.done("registry_post_begin", succession)["post"].clone();
    for (on, name) in [
        ("2016-02-29", ""),
        ("2016-03-01", "张三"),
        ("2016-08-31", "张三"),
        ("2016-09-01", "李四"),
        ("2016-09-20", "李四"),
    ] {
        let wanted: Vec<&str> = if name.is_empty() { vec![] } else { vec![name] };
        assert_eq!(who(&day, &bureau, on), wanted, "{on}");
    }
    // History stays: the old post is there with its end and its reason.
    let card = day.done("registry_unit_card", json!({"unit": bureau["id"]}));
    assert_eq!(card["history"][1]["to"], "2016-09-01");
    assert_eq!(card["history"][1]["end_reason"], "调离");
    // A post of the past may be entered, as long as it fits before the others.
    let past = |from: &str, to: &str| json!({"person": new["id"], "unit": bureau["id"], "kind": "leader_in_charge", "from": from, "to": to});
    day.refused("registry_post_begin", past("2016-02-01", "2016-03-02"));
    day.done("registry_post_begin", past("2016-02-01", "2016-03-01"));
    assert_eq!(who(&day, &bureau, "2016-02-29"), vec!["李四"]);
    // A void post answers nothing any more, and says why.
    let voided = json!({"post": new_post["id"], "version": new_post["version"], "reason": "重复录入"});
    assert_eq!(day.done("registry_post_void", voided)["state"], "void");
    assert_eq!(who(&day, &bureau, "2016-09-20"), Vec::<String>::new());
}

#[test]
fn a_second_leader_a_fourth_deputy_and_a_second_executive_are_refused_with_the_article() {
    let day = Day::on("2016-09-20");
    let begin = |name: &str, kind: &str| {
        let who = person(&day, name);
        day.ask("registry_post_begin", json!({"person": who["id"], "kind": kind, "from": "2016-08-24"}))
    };
    for (name, kind) in
        [("甲一", "leader"), ("甲二", "executive_deputy"), ("甲三", "deputy"), ("甲四", "deputy")]
    {
        begin(name, kind).unwrap();
    }
    for (name, kind) in [("乙一", "leader"), ("乙二", "executive_deputy"), ("乙三", "deputy")] {
        let refusal = begin(name, kind).unwrap_err();
        assert_eq!(refusal.article.as_deref(), Some("第一条"), "{kind}: {}", refusal.message);
    }
    let roster = day.done("registry_roster", json!({"day": "2016-09-01"}));
    let names: Vec<&str> =
        roster["lines"].as_array().unwrap().iter().map(|line| line["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["甲一", "甲二", "甲三", "甲四"], "in protocol order");
    let before = day.done("registry_roster", json!({"day": "2016-08-23"}));
    assert_eq!(before["lines"], json!([]));
    assert!(before["check"]["findings"].as_array().unwrap().iter().any(|found| found["article"] == "第一条"));
}

#[test]
fn a_change_made_on_an_old_look_is_stale_and_writes_nothing() {
    let day = Day::on("2016-09-20");
    let bureau = unit(&day, "示例市质量技术监督局", "市质监局");
    let who = person(&day, "张三");
    let held = post(&day, &bureau, &who, "undertaker", "2016-03-01");
    let end = |on: &str| json!({"post": held["id"], "version": held["version"], "on": on});
    day.done("registry_post_end", end("2016-08-01"));
    assert_eq!(day.refused("registry_post_end", end("2016-07-01")).kind, RefusalKind::Stale);
    let correct = |version: i64| json!({"unit": bureau["id"], "version": version, "name": "示例市质监局", "short": "质监局", "kind": "member", "order": 1});
    day.done("registry_unit_correct", correct(1));
    assert_eq!(day.refused("registry_unit_correct", correct(1)).kind, RefusalKind::Stale);
    let rename = json!({"person": who["id"], "version": 1, "name": "张三丰"});
    day.done("registry_person_correct", rename.clone());
    assert_eq!(day.refused("registry_person_correct", rename).kind, RefusalKind::Stale);
    assert_eq!(
        day.done("registry_person_card", json!({"person": who["id"]}))["posts"][0]["post"]["to"],
        "2016-08-01"
    );
}

#[test]
fn a_unit_with_history_is_retired_not_deleted_and_keeps_its_old_name_in_time() {
    let day = Day::on("2016-09-20");
    let bureau = unit(&day, "示例市工商行政管理局", "市工商局");
    let who = person(&day, "张三");
    post(&day, &bureau, &who, "leader_in_charge", "2016-03-01");
    let renamed = day.done(
        "registry_unit_rename",
        json!({"unit": bureau["id"], "version": 1, "name": "示例市市场监督管理局", "short": "市市场监管局", "from": "2016-07-01"}),
    );
    let short_on = |on: &str| {
        let lines =
            day.done("registry_who", json!({"post": "leader_in_charge", "unit": bureau["id"], "day": on}));
        lines[0]["unit_short"].as_str().unwrap_or_default().to_owned()
    };
    assert_eq!(
        (short_on("2016-06-30").as_str(), short_on("2016-07-01").as_str()),
        ("市工商局", "市市场监管局")
    );

    let mut retire = json!({"unit": bureau["id"], "version": renamed["version"], "on": "2016-09-01", "reason": "机构改革撤并"});
    let refusal = day.refused("registry_unit_retire", retire.clone());
    assert!(refusal.message.contains("张三（分管领导）"), "{}", refusal.message);
    assert_eq!(refusal.article.as_deref(), Some("第三条"));
    retire["end_posts"] = json!(true);
    let gone = day.done("registry_unit_retire", retire);
    assert_eq!((&gone["left_on"], &gone["left_reason"]), (&json!("2016-09-01"), &json!("机构改革撤并")));
    assert_eq!((short_on("2016-08-31").as_str(), short_on("2016-09-01").as_str()), ("市市场监管局", ""));
    let listed = |request: Value| day.done("registry_units", request)["total"].clone();
    assert_eq!(
        (listed(json!({})), listed(json!({"day": "2016-08-31"})), listed(json!({"left": true}))),
        (json!(0), json!(1), json!(1))
    );
    // Nobody is appointed there any more, and it is not renamed any more.
    day.refused(
        "registry_post_begin",
        json!({"person": who["id"], "unit": bureau["id"], "kind": "undertaker", "from": "2016-09-02"}),
    );
    day.refused("registry_unit_rename", json!({"unit": bureau["id"], "version": gone["version"], "name": "某局", "short": "某局", "from": "2016-09-10"}));
    let taken =
        json!({"name": "示例市市场监督管理局", "short": "新局", "kind": "member", "joined_on": "2016-09-10"});
    assert!(day.refused("registry_unit_add", taken).hint.unwrap().contains("恢复"));
    let back = json!({"unit": bureau["id"], "version": gone["version"], "from": "2016-09-15"});
    assert_eq!(day.done("registry_unit_reinstate", back)["left_on"], Value::Null);
    let terms = day.done("registry_unit_card", json!({"unit": bureau["id"]}))["terms"].clone();
    assert_eq!((&terms[0]["from"], &terms[1]["to"]), (&json!("2016-09-15"), &json!("2016-09-01")));
    assert_eq!(listed(json!({"day": "2016-09-10"})), json!(0));
}

#[test]
fn units_and_people_are_found_by_name_short_name_and_initials() {
    let day = Day::on("2016-09-20");
    let bureau = unit(&day, "示例市发展和改革委员会", "市发改委");
    unit(&day, "示例市质量技术监督局", "市质监局");
    let who = person(&day, "张三");
    post(&day, &bureau, &who, "member", "2016-03-01");
    for words in ["发展", "市发改委", "fgw", "SFGW"] {
        let found = day.done("registry_find", json!({"words": words}));
        assert_eq!(found["units"][0]["short"], "市发改委", "{words}");
        assert_eq!(found["units"].as_array().unwrap().len(), 1, "{words}");
    }
    let found = day.done("registry_find", json!({"words": "zs"}));
    assert_eq!(
        (&found["people"][0]["person"]["name"], &found["people"][0]["posts_label"]),
        (&json!("张三"), &json!("市发改委成员"))
    );
}

#[test]
fn bad_input_is_refused_in_words_and_a_namesake_is_only_pointed_at() {
    let day = Day::on("2016-09-20");
    let bureau = unit(&day, "示例市质量技术监督局", "市质监局");
    let who = person(&day, "张三");
    let cases = [
        (
            "registry_unit_add",
            json!({"name": " ", "kind": "member", "joined_on": "2016-01-01"}),
            "请填写单位全称",
        ),
        (
            "registry_unit_add",
            json!({"name": "某局", "short": "市质监局", "kind": "member", "joined_on": "2016-01-01"}),
            "已被“示例市质量技术监督局”使用",
        ),
        ("registry_unit_add", json!({"name": "某局", "kind": "member", "joined_on": "2106-01-01"}), "不合理"),
        (
            "registry_unit_add",
            json!({"name": "某局", "kind": "member", "joined_on": "2016-01-01", "phone": "0816-12"}),
            "不是有效的电话号码",
        ),
        ("registry_person_add", json!({"name": "　"}), "请填写姓名"),
        ("registry_person_add", json!({"name": "李四", "mobile": "1990000"}), "应为 11 位数字"),
        (
            "registry_post_begin",
            json!({"person": who["id"], "kind": "undertaker", "from": "2016-03-01"}),
            "必须属于一个单位",
        ),
        (
            "registry_post_begin",
            json!({"person": who["id"], "unit": bureau["id"], "kind": "undertaker", "from": "2015-03-01"}),
            "才列入",
        ),
        (
            "registry_post_begin",
            json!({"person": who["id"], "unit": bureau["id"], "kind": "undertaker", "from": "2016-03-01", "to": "2016-03-01"}),
            "不晚于任职日期",
        ),
        (
            "registry_unit_retire",
            json!({"unit": bureau["id"], "version": 1, "on": "2016-09-01", "reason": " "}),
            "写明原因",
        ),
        (
            "registry_duty_add",
            json!({"person": who["id"], "kind": "research", "day": "2016-09-01", "text": "调研"}),
            "不是领导小组成员",
        ),
    ];
    for (command, request, words) in cases {
        let refusal = day.refused(command, request);
        assert!(refusal.message.contains(words), "{command}: {}", refusal.message);
    }
    let unknown = "00000000-0000-7000-8000-000000000000";
    assert_eq!(day.refused("registry_unit_card", json!({"unit": unknown})).kind, RefusalKind::NotFound);
    let saved = day.done("registry_person_add", json!({"name": "张三"}));
    assert!(saved["warnings"][0].as_str().unwrap().contains("已有同名人员“张三”"));
}

#[test]
fn members_duties_are_entered_corrected_and_listed() {
    let day = Day::on("2016-09-20");
    let bureau = unit(&day, "示例市质量技术监督局", "市质监局");
    let who = person(&day, "张三");
    post(&day, &bureau, &who, "member", "2016-03-01");
    let duty = day.done(
        "registry_duty_add",
        json!({"person": who["id"], "kind": "research", "day": "2016-09-01", "text": "到企业调研"}),
    );
    let fixed =
        json!({"duty": duty["id"], "version": 1, "kind": "problem", "day": "2016-09-02", "text": "标准缺失"});
    day.done("registry_duty_correct", fixed.clone());
    assert_eq!(day.refused("registry_duty_correct", fixed).kind, RefusalKind::Stale);
    let listed = day.done("registry_duties", json!({"person": who["id"]}));
    assert_eq!(
        (&listed["total"], &listed["rows"][0]["kind_label"], &listed["rows"][0]["text"]),
        (&json!(1), &json!("问题"), &json!("标准缺失"))
    );
}

#[test]
fn auditor_and_administrator_read_and_change_nothing() {
    let day = Day::on("2016-09-20");
    for login in ["auditor", "admin"] {
        day.be(login);
        day.done("registry_units", json!({}));
        let add = json!({"name": "某局", "kind": "member", "joined_on": "2016-01-01"});
        assert_eq!(day.refused("registry_unit_add", add).kind, RefusalKind::NotAllowed);
        assert_eq!(day.refused("registry_export_contacts", json!({})).kind, RefusalKind::NotAllowed);
    }
}
