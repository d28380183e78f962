//! The demonstration as a newcomer meets it: made by the real program, the same for the same seed.
mod support;

use std::path::Path;

use serde_json::{Value, json};
use support::{ADMIN, AUDITOR, CLERK, DIRECTOR, demonstration, run, zq_as};

fn ask(data: &Path, who: (&str, &str), name: &str, request: &str) -> Value {
    zq_as(data, who, &["ask", name, request]).json()
}

#[test]
fn everybody_enters_with_the_password_on_the_list_the_clerk_first() {
    let folder = demonstration();
    let text = std::fs::read_to_string(folder.path().join("示例账号.json")).unwrap();
    let made: Value = serde_json::from_str(&text).unwrap();
    let listed: Vec<(&str, &str)> = made["accounts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|a| (a["login"].as_str().unwrap(), a["password"].as_str().unwrap()))
        .collect();
    assert_eq!(listed, [CLERK, DIRECTOR, ADMIN, AUDITOR]);
    for who in listed {
        let about = ask(folder.path(), who, "system_about", "{}");
        assert_eq!(about["demo"], true);
    }
    let again = zq_as(folder.path(), CLERK, &["demo"]);
    assert_eq!(again.code, 0);
    assert!(again.out.contains("Shili-jingban1"), "the accounts are told again: {}", again.out);
}

#[test]
fn the_recovery_code_on_the_list_opens_the_demonstration() {
    let folder = demonstration();
    let text = std::fs::read_to_string(folder.path().join("示例账号.json")).unwrap();
    let made: Value = serde_json::from_str(&text).unwrap();
    let request = json!({"code": made["recovery_code"], "login": ADMIN.0, "new_password": "Huifu-2016-x"});
    let said = run(Some(folder.path()), None, &["ask", "door_recover", "-"], &request.to_string());
    assert_ne!(said.json()["recovery_code"], made["recovery_code"]);
}

#[test]
fn the_demonstration_stands_whole_before_every_check() {
    let folder = demonstration();
    assert_eq!(zq_as(folder.path(), ADMIN, &["check"]).json()["good"], true);
    let roster = ask(folder.path(), CLERK, "registry_check", "{}");
    assert_eq!(roster["findings"], json!([]), "{roster}");
    let units = ask(folder.path(), CLERK, "registry_units", r#"{"kinds":["member","county","park"]}"#);
    assert_eq!(units["total"], 46);
    let people = ask(folder.path(), CLERK, "registry_people", "{}");
    assert!(people["total"].as_u64().unwrap() > 190, "{}", people["total"]);
}

#[test]
fn the_demonstration_is_never_made_over_other_data() {
    let folder = tempfile::tempdir().unwrap();
    let request = r#"{"kind":"office","profile":"mianyang-2016","login":"admin","name":"管理员","password":"Zhiliang-2016"}"#;
    run(Some(folder.path()), None, &["ask", "door_found", "-"], request).json();
    let before = std::fs::read(folder.path().join("store/keyring.json")).unwrap();
    let said = run(Some(folder.path()), None, &["demo"], "");
    assert_eq!(said.code, 1);
    assert!(said.err.contains("不是示例数据"), "{said:?}");
    assert_eq!(std::fs::read(folder.path().join("store/keyring.json")).unwrap(), before);
    assert!(!folder.path().join("示例账号.json").exists());
}

#[test]
fn a_run_that_was_broken_off_is_begun_anew() {
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("示例数据生成中/store");
    std::fs::create_dir_all(&site).unwrap();
    std::fs::write(site.join("office.db"), b"half").unwrap();
    let said = run(Some(folder.path()), None, &["demo", "--months", "1"], "");
    assert_eq!(said.code, 0, "{said:?}");
    let mut names: Vec<String> =
        std::fs::read_dir(folder.path()).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names, ["store", "示例账号.json"]);
}
