//! A crash between database and keyring, at each place where one can come: what is left lets nobody in who should not be
//! in, leads nobody to an account that is not there, and is mended by what the administrator would do anyway.
use std::fs;
use std::path::Path;
use std::sync::Arc;

use office::kernel::clock::SetClock;
use office::{Answer, Office, RefusalKind, Silent};
use serde_json::{Value, json};
use zhiqiang_tests::{Day, PASSWORD, options, time};

/// The keyring cannot be written from now on: its neighbour's name is taken. A change that comes to the writing stops
/// there, exactly where a crash would have stopped it, and leaves on disk what a crash would have left.
fn crash_before_the_file(day: &Day) {
    fs::create_dir(day.office.store_folder().join("keyring.new")).unwrap();
}

/// The same folder after the crash, opened by a program that knows nothing of it.
fn after(day: Day) -> Day {
    let again = Day::empty("2016-09-01");
    copy(day.office.home(), again.office.home());
    fs::remove_dir(again.office.store_folder().join("keyring.new")).unwrap();
    drop(day);
    again
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        match entry.path().is_dir() {
            true => copy(&entry.path(), &target),
            false => assert!(fs::copy(entry.path(), target).is_ok()),
        }
    }
}

fn account(day: &Day, login: &str) -> Value {
    let all = day.done("system_accounts", json!({}));
    all.as_array().unwrap().iter().find(|one| one["login"] == login).cloned().unwrap_or(Value::Null)
}

fn ring(day: &Day) -> Vec<u8> {
    fs::read(day.office.store_folder().join("keyring.json")).unwrap()
}

const NEW: &str = "Second2016";

#[test]
fn a_new_account_whose_password_was_not_written_lets_nobody_in_and_says_so_in_the_list() {
    let day = Day::on("2016-09-01");
    day.be("admin");
    crash_before_the_file(&day);
    let add = json!({"login": "xin", "name": "新人", "role": "clerk", "password": "First2016"});
    let no = day.refused("system_account_add", add);
    assert!(no.kind == RefusalKind::Broken && no.message.contains("密钥文件"), "{no}");
    assert!(no.hint.unwrap().contains("重设口令"));

    let day = after(day);
    let enter = json!({"login": "xin", "password": "First2016"});
    assert_eq!(day.refused("door_enter", enter.clone()).message, "登录名或口令不对。");
    day.be("admin");
    let made = account(&day, "xin");
    assert_eq!(made["has_password"], false);
    assert_eq!(account(&day, "clerk")["has_password"], true);
    day.done("system_account_reset", json!({"id": made["id"], "password": "First2016"}));
    assert_eq!(account(&day, "xin")["has_password"], true);
    day.done("door_enter", enter);
    assert!(day.refused("system_about", json!({})).message.contains("更改口令"), "the duty is there");
}

#[test]
fn a_reset_that_was_not_written_leaves_the_old_password_with_the_duty_to_change_it() {
    let day = Day::on("2016-09-01");
    day.be("admin");
    let id = account(&day, "clerk")["id"].clone();
    crash_before_the_file(&day);
    day.refused("system_account_reset", json!({"id": id, "password": NEW}));

    let day = after(day);
    day.refused("door_enter", json!({"login": "clerk", "password": NEW}));
    day.done("door_enter", json!({"login": "clerk", "password": PASSWORD}));
    assert!(day.refused("system_about", json!({})).message.contains("更改口令"));
}

#[test]
fn a_changed_password_that_was_not_written_leaves_old_password_and_duty() {
    let day = Day::on("2016-09-01");
    day.be("admin");
    let add = json!({"login": "xin", "name": "新人", "role": "clerk", "password": "First2016"});
    day.done("system_account_add", add);
    day.done("door_enter", json!({"login": "xin", "password": "First2016"}));
    crash_before_the_file(&day);
    day.refused("door_change_password", json!({"old_password": "First2016", "new_password": NEW}));

    let day = after(day);
    day.done("door_enter", json!({"login": "xin", "password": "First2016"}));
    assert!(day.refused("system_about", json!({})).message.contains("更改口令"), "the duty was not lifted");
}

#[test]
fn a_changed_password_that_was_written_before_the_commit_keeps_the_duty() {
    let day = Day::on("2016-09-01");
    day.be("admin");
    let add = json!({"login": "xin", "name": "新人", "role": "clerk", "password": "First2016"});
    day.done("system_account_add", add);
    day.done("door_enter", json!({"login": "xin", "password": "First2016"}));
    // The file is written inside the transaction: with it alone from afterwards, the store is as after a crash there.
    let before = Day::empty("2016-09-01");
    copy(day.office.home(), before.office.home());
    day.done("door_change_password", json!({"old_password": "First2016", "new_password": NEW}));
    fs::write(before.office.store_folder().join("keyring.json"), ring(&day)).unwrap();

    before.refused("door_enter", json!({"login": "xin", "password": "First2016"}));
    before.done("door_enter", json!({"login": "xin", "password": NEW}));
    assert!(before.refused("system_about", json!({})).message.contains("更改口令"));
}

#[test]
fn a_recovery_that_was_not_written_leaves_the_code_and_the_old_password_good() {
    let day = Day::on("2016-09-01");
    day.be("admin");
    let renewed = day.done("system_recovery_renew", json!({}));
    let recover = json!({"code": renewed["recovery_code"], "login": "clerk", "new_password": NEW});
    crash_before_the_file(&day);
    day.refused("door_recover", recover.clone());
    day.refused("system_recovery_renew", json!({}));

    let day = after(day);
    day.refused("door_enter", json!({"login": "clerk", "password": NEW}));
    day.be("clerk");
    day.done("door_recover", recover);
    day.done("door_enter", json!({"login": "clerk", "password": NEW}));
}

#[test]
fn what_the_database_refuses_does_not_reach_the_keyring() {
    let day = Day::on("2016-09-01");
    day.be("admin");
    let before = ring(&day);
    day.refused(
        "system_account_add",
        json!({"login": "xin", "name": "新人", "role": "clerk", "password": "short"}),
    );
    day.refused(
        "system_account_add",
        json!({"login": "clerk", "name": "新人", "role": "clerk", "password": NEW}),
    );
    assert!(ring(&day) == before);
}

#[test]
fn a_disabled_account_does_not_use_up_the_recovery_code() {
    let day = Day::on("2016-09-01");
    day.be("admin");
    let code = day.done("system_recovery_renew", json!({}))["recovery_code"].clone();
    day.done("system_account_disable", json!({"id": account(&day, "clerk")["id"]}));
    let recover = |login: &str| json!({"code": code, "login": login, "new_password": NEW});
    assert!(day.refused("door_recover", recover("clerk")).message.contains("停用"));
    assert!(day.refused("door_recover", recover("nobody")).message.contains("没有这个登录名"));
    day.done("door_recover", recover("director"));
}

#[test]
fn two_programs_on_one_store_do_not_lose_each_others_passwords() {
    let day = Day::on("2016-09-01");
    day.be("admin");
    let home = day.office.home().to_owned();
    let other = std::thread::spawn(move || {
        let office = Office::new(home, options(Arc::new(SetClock::at(time("2016-09-01 09:00")))));
        let ask = |name: &str, request| {
            office.ask(name, request, &Silent).map(|answer| matches!(answer, Answer::Json(_)))
        };
        ask("door_enter", json!({"login": "director", "password": PASSWORD})).unwrap();
        ask("door_change_password", json!({"old_password": PASSWORD, "new_password": NEW})).unwrap();
    });
    for n in 0..10 {
        let add =
            json!({"login": format!("xin{n}"), "name": "新人", "role": "clerk", "password": "First2016"});
        day.done("system_account_add", add);
    }
    other.join().unwrap();
    for n in 0..10 {
        assert_eq!(account(&day, &format!("xin{n}"))["has_password"], true);
    }
    day.done("door_enter", json!({"login": "director", "password": NEW}));
}
