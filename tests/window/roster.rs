//! A roster comes in from Excel, in the real window: a faulty workbook first, then the good rows, then the mended one.
use std::path::Path;

use rust_xlsxwriter::Workbook;
use serde_json::json;
use zhiqiang_tests::window::Window;
use zhiqiang_tests::{Day, PASSWORD};

const UNITS: [&str; 8] = ["单位全称", "简称", "类别", "序号", "行业领域", "电话", "地址", "加入日期"];
const PEOPLE: [&str; 10] =
    ["单位", "姓名", "性别", "岗位", "职务", "办公电话", "手机", "任职日期", "免职日期", "排序"];

/// Two units and two people; the second unit's kind and the second person's phone as given.
fn book(path: &Path, kind: &str, mobile: &str) {
    let mut book = Workbook::new();
    let units: [&[&str]; 3] = [
        &UNITS,
        &["示例市教育局", "市教育局", "成员单位", "", "", "", "", "2016-08-24"],
        &["示例市环境保护局", "市环保局", kind, "", "", "", "", "2016-08-24"],
    ];
    let people: [&[&str]; 3] = [
        &PEOPLE,
        &["市教育局", "张堃", "男", "分管领导", "副局长", "", "19900000001", "2016-08-24", "", ""],
        &["市教育局", "李玥", "女", "信息员", "科员", "", mobile, "2016-08-24", "", ""],
    ];
    for (name, rows) in [("单位", units), ("人员与任职", people)] {
        let sheet = book.add_worksheet();
        sheet.set_name(name).unwrap();
        for (r, row) in rows.iter().enumerate() {
            for (c, words) in row.iter().enumerate().filter(|(_, words)| !words.is_empty()) {
                sheet.write_string(r as u32, c as u16, *words).unwrap();
            }
        }
    }
    book.save(path).unwrap();
}

#[tokio::test]
async fn a_faulty_roster_is_shown_fault_by_fault_and_writes_nothing_until_the_clerk_decides() {
    let folder = tempfile::tempdir().unwrap();
    Day::on("2016-09-01").hand_over(&folder.path().join("data"));
    let (faulty, mended) = (folder.path().join("名册.xlsx"), folder.path().join("名册改.xlsx"));
    book(&faulty, "不详", "1990000002");
    book(&mended, "成员单位", "19900000002");

    let window = Window::open(folder.path()).await;
    window.enter("clerk", PASSWORD).await;
    window.click("nav-registry").await;
    window.click_css("a[href$=\"/registry/units\"]").await;
    window.click("import-open").await;
    window.will_choose(&faulty);
    window.click("import-file").await;
    let faults = window.text("import-faults").await;
    for words in ["单位", "C3", "不详", "人员与任职", "G3", "1990000002"] {
        assert!(faults.contains(words), "{words} in {faults}");
    }
    window.picture("roster-faults").await;
    assert!(!window.see("import-all").await.is_enabled().await.unwrap(), "all or nothing: now nothing");
    window.click("import-good").await;
    window.see("import-done").await;
    window.click("import-close").await;
    window.says("市教育局").await;
    assert!(!window.page().await.contains("市环保局"), "only the good rows");

    window.click("import-open").await;
    window.will_choose(&mended);
    window.click("import-file").await;
    window.see("import-summary").await;
    window.click("import-all").await;
    window.see("import-done").await;
    window.click("import-close").await;
    window.says("市环保局").await;
    window.picture("roster-units").await;
    window.close().await;

    let office = office::Office::new(folder.path().join("data"), office::Options::default());
    office.ask("door_enter", json!({"login": "clerk", "password": PASSWORD}), &office::Silent).unwrap();
    let Ok(office::Answer::Json(people)) = office.ask("registry_people", json!({}), &office::Silent) else {
        panic!("no list of people")
    };
    assert_eq!(people["total"], 2, "the mended workbook adds what was left out and nothing twice");
}
