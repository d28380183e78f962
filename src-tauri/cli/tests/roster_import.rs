//! A roster comes in from Excel through the real program: looked over first, written whole or not at all.
#![allow(clippy::unwrap_used)] // helpers of tests are no product code

mod support;

use std::path::{Path, PathBuf};

use rust_xlsxwriter::Workbook;
use serde_json::json;
use support::{run, zq_as};

const CLERK: (&str, &str) = ("jingban", "Zhiliang-2017");

/// An office with its clerk, who has chosen a password.
fn office() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let ask = |who, name: &str, request: serde_json::Value| {
        run(Some(folder.path()), who, &["ask", name, "-"], &request.to_string()).json()
    };
    let admin = ("admin", "Zhiliang-2016");
    ask(
        None,
        "door_found",
        json!({"kind": "office", "profile": "mianyang-2016", "login": admin.0, "name": "管理员", "password": admin.1}),
    );
    let clerk = json!({"login": CLERK.0, "name": "经办人", "role": "clerk", "password": "Zhiliang-0000"});
    ask(Some(admin), "system_account_add", clerk);
    let change = json!({"old_password": "Zhiliang-0000", "new_password": CLERK.1});
    ask(Some((CLERK.0, "Zhiliang-0000")), "door_change_password", change);
    folder
}

/// A workbook in the form of the template; `phone` is the mobile of its second person.
fn workbook(folder: &Path, phone: &str) -> PathBuf {
    let mut book = Workbook::new();
    let units = book.add_worksheet().set_name("单位").unwrap();
    let rows = [
        ["单位全称", "简称", "类别", "加入日期"],
        ["示例市发展和改革委员会", "市发改委", "成员单位", "2016-08-24"],
        ["示例市质量技术监督局", "市质监局", "成员单位", "2016-08-24"],
    ];
    write(units, &rows);
    let people = book.add_worksheet().set_name("人员与任职").unwrap();
    let rows = [
        ["单位", "姓名", "岗位", "手机", "任职日期"],
        ["市发改委", "张示例", "分管领导", "19900000001", "2016-08-24"],
        ["市质监局", "李示例", "分管领导", phone, "2016-08-24"],
    ];
    write(people, &rows);
    let path = folder.join("花名册.xlsx");
    book.save(&path).unwrap();
    path
}

fn write<const N: usize>(sheet: &mut rust_xlsxwriter::Worksheet, rows: &[[&str; N]]) {
    for (r, row) in rows.iter().enumerate() {
        for (c, cell) in row.iter().enumerate() {
            sheet.write_string(r as u32, c as u16, *cell).unwrap();
        }
    }
}

fn people(data: &Path) -> u64 {
    zq_as(data, CLERK, &["ask", "registry_people", "{}"]).json()["total"].as_u64().unwrap()
}

#[test]
fn a_good_roster_is_looked_over_then_written_and_a_second_time_changes_nothing() {
    let folder = office();
    let book = workbook(folder.path(), "19900000002");
    let book = book.to_str().unwrap();
    let dry = zq_as(folder.path(), CLERK, &["import", "roster", book, "--dry-run"]);
    assert_eq!(dry.code, 0, "{dry:?}");
    assert!(dry.out.contains("没有写入"), "{dry:?}");
    assert_eq!(people(folder.path()), 0);
    let said = zq_as(folder.path(), CLERK, &["import", "roster", book]);
    assert_eq!(said.code, 0, "{said:?}");
    assert_eq!(people(folder.path()), 2);
    let again = zq_as(folder.path(), CLERK, &["import", "roster", book]);
    assert_eq!(again.code, 0, "{again:?}");
    assert_eq!(people(folder.path()), 2);
}

#[test]
fn a_fault_is_named_by_its_cell_and_nothing_is_written_unless_the_good_rows_are_asked_for() {
    let folder = office();
    let book = workbook(folder.path(), "1990000");
    let book = book.to_str().unwrap();
    for args in [&["import", "roster", book, "--dry-run"][..], &["import", "roster", book]] {
        let said = zq_as(folder.path(), CLERK, args);
        assert_eq!(said.code, 1, "{said:?}");
        assert!(said.out.contains("D3") && said.out.contains("手机"), "{}", said.out);
        assert_eq!(people(folder.path()), 0, "nothing was written");
    }
    let said = zq_as(folder.path(), CLERK, &["import", "roster", book, "--good-rows"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert_eq!(people(folder.path()), 1);
}

#[test]
fn a_file_that_is_no_workbook_is_refused_in_words() {
    let folder = office();
    let path = folder.path().join("假.xlsx");
    std::fs::write(&path, "不是工作簿").unwrap();
    for name in [path.to_str().unwrap(), "没有这个文件.xlsx"] {
        let said = zq_as(folder.path(), CLERK, &["import", "roster", name]);
        assert_eq!((said.code, said.out.as_str()), (1, ""), "{said:?}");
        assert!(said.err.starts_with("未办成："), "{said:?}");
    }
}
