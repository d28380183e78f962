//! The demonstration as a newcomer meets it: made by the real program, the same for the same seed.
#![allow(clippy::unwrap_used)] // helpers of tests are no product code

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
    let vacant: Vec<&str> =
        roster["findings"].as_array().unwrap().iter().map(|f| f["message"].as_str().unwrap()).collect();
    assert_eq!(vacant.len(), 2, "two people left without a successor: {vacant:?}");
    for post in ["档案员", "信息员"] {
        assert!(vacant.iter().any(|words| words.contains(post)), "{vacant:?}");
    }
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
    let mut names: Vec<String> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["store", "示例账号.json"]);
}

#[test]
fn the_clerk_finds_work_a_meeting_to_prepare_minutes_to_be_signed_and_decisions_beyond_their_day() {
    let folder = demonstration();
    let meetings = ask(folder.path(), CLERK, "meeting_list", "{}");
    let stages: Vec<&str> =
        meetings["rows"].as_array().unwrap().iter().map(|m| m["stage"].as_str().unwrap()).collect();
    assert!(stages.contains(&"planned") && stages.contains(&"held"), "{stages:?}");
    let latest = meetings["rows"].as_array().unwrap().iter().find(|m| m["stage"] == "held").unwrap();
    let card = ask(folder.path(), CLERK, "meeting_open", &json!({"meeting": latest["id"]}).to_string());
    assert_eq!(card["minutes"]["stage"], "submitted", "{}", card["minutes"]);
    assert!(card["counts"]["present"].as_u64().unwrap() > 25, "{}", card["counts"]);
    let today = ask(folder.path(), CLERK, "workbench_today", "{}");
    assert!(today["items"].as_array().unwrap().len() >= 5, "{today}");
}

#[test]
fn the_year_has_its_plan_its_matters_its_texts_and_its_visits() {
    let folder = demonstration();
    let plans = ask(folder.path(), CLERK, "task_plans", "{}");
    let figures = &plans[0]["figures"];
    assert_eq!(
        (figures["items"].as_u64(), plans[0]["stage"].as_str()),
        (Some(40), Some("issued")),
        "{plans}"
    );
    assert!(figures["percent"].as_u64().unwrap() > 30, "{figures}");
    let matters = ask(folder.path(), CLERK, "matter_list", r#"{"level":"major","stage":"decided"}"#);
    let first = json!({"matter": matters["rows"][0]["id"]}).to_string();
    let card = ask(folder.path(), CLERK, "matter_open", &first);
    let steps: Vec<&str> =
        card["moves"].as_array().unwrap().iter().map(|one| one["step"].as_str().unwrap()).collect();
    assert_eq!(steps, ["deliberate", "decide"]);
    for (list, least) in [("library_list", 30), ("guidance_list", 3), ("matter_list", 5)] {
        assert!(ask(folder.path(), CLERK, list, "{}")["total"].as_u64().unwrap() >= least, "{list}");
    }
}

#[test]
fn minutes_print_and_ledgers_export_and_nothing_is_overwritten_without_force() {
    let folder = demonstration();
    let meetings = ask(folder.path(), CLERK, "meeting_list", r#"{"stage":"held"}"#);
    let card =
        ask(folder.path(), CLERK, "meeting_open", &json!({"meeting": meetings["rows"][0]["id"]}).to_string());
    let minutes = card["minutes"]["id"].as_str().unwrap();
    let pdf = folder.path().join("纪要.pdf");
    let print = |more: &[&str]| {
        zq_as(
            folder.path(),
            CLERK,
            &[&["print", "会议纪要", minutes, "-o", pdf.to_str().unwrap()], more].concat(),
        )
    };
    assert_eq!(print(&[]).code, 0);
    assert!(std::fs::read(&pdf).unwrap().starts_with(b"%PDF-"));
    let again = print(&[]);
    assert_eq!(again.code, 1);
    assert!(again.err.contains("--force"), "{again:?}");
    assert_eq!(print(&["--force"]).code, 0);
    let book = folder.path().join("会议台账.xlsx");
    let said = zq_as(folder.path(), CLERK, &["ledger", "会议台账", "-o", book.to_str().unwrap()]);
    assert_eq!(said.code, 0, "{said:?}");
    let cells = cells(&book).join("\n");
    assert!(cells.contains("示例数据") && cells.contains("专题联席会议"), "{cells}");
    let by_auditor = zq_as(folder.path(), AUDITOR, &["ledger", "会议台账", "-o", "x.xlsx"]);
    assert_eq!(by_auditor.code, 1);
    assert!(by_auditor.err.contains("审计员不能办理"), "{by_auditor:?}");
}

/// The words of every cell of a workbook.
fn cells(path: &Path) -> Vec<String> {
    use calamine::Reader;
    let mut book = calamine::open_workbook_auto(path).unwrap();
    let sheets = book.worksheets();
    sheets
        .iter()
        .flat_map(|(_, sheet)| sheet.rows().flatten().map(ToString::to_string).collect::<Vec<_>>())
        .collect()
}

/// Everything that a seed decides: lists as the clerk sees them, ledgers, minutes as printed.
fn everything(data: &Path) -> Vec<String> {
    let mut all: Vec<String> = [
        "registry_units",
        "registry_people",
        "registry_filings",
        "meeting_list",
        "followup_items",
        "task_list",
        "matter_list",
        "library_list",
        "guidance_list",
    ]
    .iter()
    .map(|name| ask(data, CLERK, name, r#"{"slice":{"limit":500}}"#).to_string())
    .collect();
    for ledger in ["通讯录", "会议台账", "督办事项台账", "任务分解表", "事项审定台账"]
    {
        let book = data.join("ledger.xlsx");
        let said = zq_as(data, CLERK, &["ledger", ledger, "-o", book.to_str().unwrap(), "--force"]);
        assert_eq!(said.code, 0, "{said:?}");
        all.push(cells(&book).join("\n"));
    }
    for meeting in ask(data, CLERK, "meeting_list", "{}")["rows"].as_array().unwrap() {
        let card = ask(data, CLERK, "meeting_open", &json!({"meeting": meeting["id"]}).to_string());
        if let Some(minutes) = card["minutes"]["id"].as_str() {
            all.push(
                ask(data, CLERK, "meeting_minutes_open", &json!({"minutes": minutes}).to_string())
                    .to_string(),
            );
            let pdf = data.join("minutes.pdf");
            let said =
                zq_as(data, CLERK, &["print", "会议纪要", minutes, "-o", pdf.to_str().unwrap(), "--force"]);
            assert_eq!(said.code, 0, "{said:?}");
            all.push(text(&pdf));
        }
    }
    all
}

/// The words of a PDF, page by page.
fn text(pdf: &Path) -> String {
    let document = lopdf::Document::load(pdf).unwrap();
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    let words = document.extract_text(&pages).unwrap();
    assert!(words.contains("会议"), "the words of the paper can be read: {words}");
    words
}

#[test]
fn the_same_seed_makes_the_same_office_and_another_seed_another() {
    let made = |seed: &str| {
        let folder = tempfile::tempdir().unwrap();
        let said = run(Some(folder.path()), None, &["demo", "--months", "1", "--seed", seed], "");
        assert_eq!(said.code, 0, "{said:?}");
        everything(folder.path())
    };
    let (first, again, other) = (made("7"), made("7"), made("8"));
    for (one, two) in first.iter().zip(&again) {
        assert_eq!(one, two);
    }
    assert_eq!(first.len(), again.len());
    assert!(first.iter().any(|text| text.contains("会议纪要")), "minutes were compared");
    assert_ne!(first, other);
}

#[test]
fn the_papers_of_the_latest_meetings_are_written_into_a_folder() {
    let folder = demonstration();
    let papers = folder.path().join("打印件");
    let said = zq_as(folder.path(), CLERK, &["demo", "--papers", papers.to_str().unwrap()]);
    assert_eq!(said.code, 0, "{said:?}");
    for words in
        ["会议纪要.pdf", "签到表.pdf", "席位牌.pdf", "请假单.pdf", "通知.pdf", "成员名单", "通讯录.xlsx"]
    {
        assert!(said.out.contains(words), "{words} is missing in\n{}", said.out);
    }
    let listed = said.out.lines().filter(|line| line.starts_with("  "));
    for path in listed {
        let bytes = std::fs::read(papers.join(path.trim())).unwrap();
        assert!(bytes.starts_with(b"%PDF-") || bytes.starts_with(b"PK"), "{path}");
    }
}
