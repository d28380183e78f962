//! The command line as a program sees it: exit codes, what goes to stdout and what to stderr.
#![allow(clippy::unwrap_used)] // helpers of tests are no product code

mod support;

use std::path::Path;

use support::{Said, run, zq, zq_as};

const ADMIN: (&str, &str) = ("admin", "Zhiliang-2016");

/// A real, empty office with its administrator.
fn office() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let request = r#"{"kind":"office","profile":"mianyang-2016","login":"admin","name":"管理员","password":"Zhiliang-2016"}"#;
    let said = run(Some(folder.path()), None, &["ask", "door_found", "-"], request);
    assert_eq!(said.json()["recovery_code"].as_str().unwrap().len(), 35);
    folder
}

fn usage(said: &Said, words: &str) {
    assert_eq!(said.code, 2, "{said:?}");
    assert_eq!(said.out, "");
    assert!(said.err.contains(words) && said.err.starts_with("用法有误："), "{said:?}");
}

#[test]
fn a_wrong_command_line_is_explained_in_chinese_and_ends_with_2() {
    usage(&zq(&[]), "没有写明要做什么");
    usage(&zq(&["prnt"]), "prnt");
    usage(&zq(&["commands", "--loud"]), "--loud");
    usage(&zq(&["check"]), "--data");
    usage(&zq(&["--data", "x", "demo", "--months", "13"]), "1 至 12");
    usage(&zq(&["--data", "x", "print", "没有的表单", "1", "-o", "x.pdf"]), "没有的表单");
    usage(&zq(&["--data", "x", "ledger", "没有的台账", "-o", "x.xlsx"]), "没有的台账");
    usage(&zq(&["--data", "x", "print", "a", "b"]), "缺少");
    usage(&zq(&["--data", "x", "import", "people", "x.xlsx"]), "roster");
    usage(&zq(&["--data", "x", "import", "roster", "x.xlsx", "--dry-run", "--good-rows"]), "不能与");
    usage(&zq(&["--data", "x", "ask", "door_state", "[1]"]), "JSON 对象");
    usage(&zq(&["--data", "x", "ask", "door_state", "{"]), "JSON");
}

#[test]
fn help_is_chinese_and_is_an_answer() {
    for args in [&["--help"][..], &["ask", "--help"], &["import", "-h"], &["demo", "--help"]] {
        let said = zq(args);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{said:?}");
        assert!(said.out.contains("用法：zq") && said.out.contains("例子："), "{}", said.out);
        assert!(!said.out.contains("Usage"), "{}", said.out);
    }
    assert!(zq(&["--version"]).out.starts_with("zq "));
}

#[test]
fn the_list_of_commands_names_who_may_ask_and_the_types() {
    let list = zq(&["commands"]).json();
    let list = list.as_array().unwrap();
    let row = |name: &str| list.iter().find(|row| row["name"] == name).unwrap_or_else(|| panic!("{name}"));
    assert_eq!(row("system_account_add")["roles"], serde_json::json!(["系统管理员"]));
    assert_eq!(row("system_account_add")["mode"], "changes");
    assert_eq!(row("system_audit_export")["answer"], "Paper");
    assert_eq!(row("door_enter")["request"], "Enter");
    assert_eq!(row("door_enter")["mode"], "door");
    for row in list {
        for key in ["name", "title", "request", "answer"] {
            assert!(row[key].as_str().is_some_and(|text| !text.is_empty()), "{row}");
        }
    }
}

#[test]
fn a_question_is_answered_on_stdout_and_a_refusal_on_stderr() {
    let folder = office();
    let about = zq_as(folder.path(), ADMIN, &["ask", "system_about"]).json();
    assert_eq!(about["demo"], false);
    let no = zq_as(folder.path(), ("admin", "falsch-0000"), &["ask", "system_about"]).refusal();
    assert_eq!(no["kind"], "NotAllowed");
    let unknown = zq_as(folder.path(), ADMIN, &["ask", "no_such_thing"]).refusal();
    assert_eq!(unknown["kind"], "Refused");
    let audit = zq_as(folder.path(), ADMIN, &["ask", "system_audit", "{}"]).refusal();
    assert_eq!(audit["kind"], "NotAllowed", "the administrator does not read the audit");
    let nobody = run(Some(folder.path()), None, &["ask", "system_about"], "");
    usage(&nobody, "ZQ_USER");
}

#[test]
fn a_password_is_changed_from_the_command_line() {
    let folder = office();
    let request = r#"{"old_password":"Zhiliang-2016","new_password":"Zhiliang-2017"}"#;
    let said = run(Some(folder.path()), Some(ADMIN), &["ask", "door_change_password", "-"], request);
    assert_eq!(said.json()["must_change"], false);
    assert_eq!(zq_as(folder.path(), ADMIN, &["check"]).code, 1);
    assert_eq!(zq_as(folder.path(), ("admin", "Zhiliang-2017"), &["check"]).code, 0);
}

#[test]
fn the_check_ends_with_1_as_soon_as_something_is_wrong() {
    let folder = office();
    let said = zq_as(folder.path(), ADMIN, &["check"]);
    assert_eq!(said.json()["good"], true);
    damage(&folder.path().join("store/office.db"));
    assert_eq!(zq_as(folder.path(), ADMIN, &["check"]).code, 1);
}

fn damage(path: &Path) {
    let mut bytes = std::fs::read(path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0xff;
    std::fs::write(path, bytes).unwrap();
}

#[test]
fn a_folder_without_data_is_said_to_be_empty_and_stays_empty() {
    let folder = tempfile::tempdir().unwrap();
    let said = zq_as(folder.path(), ADMIN, &["check"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("没有质强办的数据"), "{said:?}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn the_forms_and_ledgers_are_listed_with_what_to_say_after_them() {
    let said = zq(&["forms"]);
    assert_eq!(said.code, 0, "{said:?}");
    for words in
        ["meeting_minutes_print", "会议纪要", "纪要编号", "签到表", "会议编号", "通讯录", "followup_ledger"]
    {
        assert!(said.out.contains(words), "{words} is missing in\n{}", said.out);
    }
}

#[test]
fn a_day_can_be_named_as_today() {
    let folder = tempfile::tempdir().unwrap();
    let state = run(Some(folder.path()), None, &["--today", "2016-12-01", "ask", "door_state"], "").json();
    assert_eq!((&state["today"], &state["state"]), (&"2016-12-01".into(), &"empty".into()));
    usage(&zq(&["--today", "十二月", "commands"]), "日期应写成");
}
