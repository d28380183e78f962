//! The door: first start, wrong passwords, idle lock, recovery, damage. R: GB/T 22239 points for one workstation.
use office::RefusalKind;
use serde_json::json;
use zhiqiang_tests::{Day, PASSWORD};

#[test]
fn a_first_start_makes_a_store_whose_recovery_code_opens_it_when_all_passwords_are_forgotten() {
    let day = Day::empty("2016-09-01");
    assert_eq!(day.done("door_state", json!({}))["state"], "empty");
    let found = json!({"kind": "office", "profile": "mianyang-2016", "login": "admin", "name": "管理员", "password": PASSWORD});
    let code = day.done("door_found", found.clone())["recovery_code"].as_str().unwrap().to_owned();
    assert_eq!(day.done("door_state", json!({}))["state"], "open");
    assert!(day.refused("door_found", found).message.contains("已经有数据"));
    day.done("door_leave", json!({}));
    assert_eq!(day.done("door_state", json!({}))["state"], "closed");
    let typed = code.to_lowercase().replace('-', " ");
    let fresh =
        day.done("door_recover", json!({"code": typed, "login": "admin", "new_password": "Xinkouling9"}));
    assert_ne!(fresh["recovery_code"], code.as_str());
    day.done("door_enter", json!({"login": "admin", "password": "Xinkouling9"}));
    let again = json!({"code": code, "login": "admin", "new_password": "Xinkouling8"});
    assert_eq!(day.refused("door_recover", again).kind, RefusalKind::NotAllowed, "a used code is void");
}

#[test]
fn five_wrong_passwords_lock_the_account_for_fifteen_minutes_and_are_in_the_audit() {
    let day = Day::on("2016-09-01");
    day.done("door_lock", json!({}));
    for left in (0..5).rev() {
        let refusal = day.refused("door_enter", json!({"login": "clerk", "password": "wrong-one"}));
        assert_eq!(refusal.message, "登录名或口令不对。");
        assert!(refusal.hint.unwrap().contains(&if left == 0 { "锁定".into() } else { left.to_string() }));
    }
    let right = json!({"login": "clerk", "password": PASSWORD});
    assert!(
        day.refused("door_enter", right.clone()).message.contains("09:15"),
        "the right one does not help now"
    );
    day.pass_to("2016-09-01 09:14");
    day.refused("door_enter", right.clone());
    day.pass_to("2016-09-01 09:15");
    day.done("door_enter", right);
    day.be("auditor");
    let rows = day.done("system_audit", json!({"outcome": "无权"}))["rows"].as_array().unwrap().len();
    assert_eq!(rows, 7, "five failures and two tries while locked");
}

#[test]
fn an_unknown_login_is_refused_in_the_same_words_as_a_wrong_password() {
    let day = Day::on("2016-09-01");
    let unknown = day.refused("door_enter", json!({"login": "nobody", "password": "x"}));
    let wrong = day.refused("door_enter", json!({"login": "clerk", "password": "x"}));
    assert_eq!((unknown.kind, unknown.message), (wrong.kind, wrong.message));
}

#[test]
fn fifteen_idle_minutes_lock_the_screen() {
    let day = Day::on("2016-09-01");
    day.pass_to("2016-09-01 09:14");
    day.done("system_about", json!({}));
    day.pass_to("2016-09-01 09:29");
    assert!(day.refused("system_about", json!({})).message.contains("15 分钟"));
    assert_eq!(day.done("door_state", json!({}))["state"], "locked");
}

#[test]
fn a_new_account_must_choose_its_own_password_first() {
    let day = Day::on("2016-09-01");
    day.be("admin");
    let add = json!({"login": "Xin", "name": "新人", "role": "clerk", "password": "First2016"});
    day.done("system_account_add", add.clone());
    assert!(day.refused("system_account_add", add).message.contains("已有人使用"));
    day.done("door_enter", json!({"login": "xin", "password": "First2016"}));
    assert!(day.refused("system_about", json!({})).message.contains("更改口令"));
    for bad in ["First2016", "short", "99999999999"] {
        day.refused("door_change_password", json!({"old_password": "First2016", "new_password": bad}));
    }
    day.refused("door_change_password", json!({"old_password": "nonsense", "new_password": PASSWORD}));
    day.done("door_change_password", json!({"old_password": "First2016", "new_password": PASSWORD}));
    day.done("system_about", json!({}));
}

#[test]
fn a_disabled_account_cannot_enter_and_the_last_administrator_stays() {
    let day = Day::on("2016-09-01");
    day.be("admin");
    let accounts = day.done("system_accounts", json!({}));
    let id = |login: &str| {
        accounts.as_array().unwrap().iter().find(|a| a["login"] == login).unwrap()["id"].clone()
    };
    assert!(day.refused("system_account_disable", json!({"id": id("admin")})).message.contains("自己"));
    day.done("system_account_disable", json!({"id": id("clerk")}));
    assert_eq!(day.refused("system_account_disable", json!({"id": id("clerk")})).kind, RefusalKind::Stale);
    assert!(
        day.refused("door_enter", json!({"login": "clerk", "password": PASSWORD})).message.contains("停用")
    );
    day.done("system_account_enable", json!({"id": id("clerk")}));
    day.be("clerk");
}

#[test]
fn a_missing_or_damaged_store_is_said_to_be_so_and_never_made_anew() {
    let day = Day::on("2016-09-01");
    day.done("door_leave", json!({}));
    let store = day.office.store_folder();
    let found = json!({"kind": "office", "profile": "shili-2016", "login": "admin", "name": "管理员", "password": PASSWORD});
    let enter = json!({"login": "clerk", "password": PASSWORD});

    let database = store.join("office.db");
    let whole = std::fs::read(&database).unwrap();
    std::fs::remove_file(&database).unwrap();
    assert_eq!(day.done("door_state", json!({}))["state"], "damaged");
    assert_eq!(day.refused("door_enter", enter.clone()).kind, RefusalKind::Damaged);
    day.refused("door_found", found.clone());
    assert!(!database.exists());

    let mut broken = whole.clone();
    broken[..4096].fill(7);
    std::fs::write(&database, &broken).unwrap();
    assert_eq!(day.refused("door_enter", enter.clone()).kind, RefusalKind::Damaged);
    std::fs::write(&database, whole).unwrap();

    let ring = std::fs::read(store.join("keyring.json")).unwrap();
    std::fs::write(store.join("keyring.json"), &ring[..40]).unwrap();
    assert_eq!(day.done("door_state", json!({}))["state"], "damaged");
    day.refused("door_found", found);
    std::fs::write(store.join("keyring.json"), ring).unwrap();
    day.done("door_enter", enter);
    assert_eq!(day.done("system_check", json!({}))["good"], true);
}

#[test]
fn the_audit_holds_what_was_changed_before_and_after_and_no_password() {
    let day = Day::on("2016-09-01");
    day.done("system_calendar_set", json!({"date": "2016-09-05", "kind": "holiday", "name": "校庆"}));
    day.done("system_calendar_set", json!({"date": "2016-09-05", "kind": "workday", "name": "改为上班"}));
    day.refused("system_calendar_set", json!({"date": "2016-09-06", "kind": "holiday", "name": " "}));
    day.be("auditor");
    let rows = day.done("system_audit", json!({"words": "放假或上班"}));
    assert_eq!(rows["total"], 3);
    assert_eq!(rows["rows"][0]["outcome"], "拒绝");
    let detail = day.done("system_audit_row", json!({"seq": rows["rows"][1]["seq"]}));
    let changes: serde_json::Value = serde_json::from_str(detail["changes"].as_str().unwrap()).unwrap();
    assert_eq!(changes[0]["before"]["name"], "校庆");
    assert_eq!(changes[0]["after"]["name"], "改为上班");
    assert_eq!(day.done("system_audit_verify", json!({}))["broken_at"], serde_json::Value::Null);
    let all = day.done("system_audit", json!({"slice": {"offset": 0, "limit": 500}})).to_string();
    assert!(!all.contains("First2016") && !all.contains(PASSWORD));
}

#[test]
fn two_programs_on_one_store_see_each_others_changes() {
    let day = Day::on("2016-09-01");
    let clock =
        std::sync::Arc::new(office::kernel::clock::SetClock::at(zhiqiang_tests::time("2016-09-01 09:00")));
    let other = office::Office::new(day.folder.path().into(), zhiqiang_tests::options(clock));
    let ask = |name: &str, request| other.ask(name, request, &office::Silent).unwrap();
    ask("door_enter", json!({"login": "director", "password": PASSWORD}));
    day.done("system_calendar_set", json!({"date": "2016-09-05", "kind": "holiday", "name": "校庆"}));
    let office::Answer::Json(year) = ask("system_calendar", json!({"year": 2016})) else { panic!("a file") };
    assert!(year.to_string().contains("校庆"));
}

#[test]
fn an_administrator_makes_a_new_recovery_code_and_the_old_one_opens_nothing() {
    let day = Day::on("2016-09-01");
    day.be("admin");
    let code = |day: &Day| {
        day.done("system_recovery_renew", json!({}))["recovery_code"].as_str().unwrap().to_owned()
    };
    let (old, new) = (code(&day), code(&day));
    let recover = |code: &str| json!({"code": code, "login": "clerk", "new_password": "Xinkouling9"});
    assert_eq!(day.refused("door_recover", recover(&old)).kind, RefusalKind::NotAllowed);
    day.done("door_recover", recover(&new));
    assert_eq!(day.done("door_state", json!({}))["who"]["login"], "clerk");
}
