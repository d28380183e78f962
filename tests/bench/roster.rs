//! A made-up roster (示例) of 46 units and 500 posts as a workbook, for the bench.
use base64::Engine;
use rust_xlsxwriter::Workbook;
use serde_json::{Value, json};

/// The workbook as it is handed over.
pub fn upload() -> Value {
    let mut book = Workbook::new();
    sheet(&mut book, "单位", &units());
    sheet(&mut book, "人员与任职", &people());
    let bytes = book.save_to_buffer().expect("a small workbook fits into memory");
    json!({"name": "名册.xlsx", "data": base64::engine::general_purpose::STANDARD.encode(bytes)})
}

fn sheet(book: &mut Workbook, name: &str, rows: &[Vec<String>]) {
    let sheet = book.add_worksheet();
    sheet.set_name(name).expect("the name is short");
    for (r, row) in rows.iter().enumerate() {
        for (c, words) in row.iter().enumerate().filter(|(_, words)| !words.is_empty()) {
            sheet.write_string(r as u32, c as u16, words).expect("the cell is within Excel's bounds");
        }
    }
}

fn row(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn units() -> Vec<Vec<String>> {
    let mut rows = vec![row(&["单位全称", "简称", "类别", "序号", "行业领域", "电话", "地址", "加入日期"])];
    rows.extend((0..46).map(|n| {
        let kind = match n {
            0..32 => "成员单位",
            32..41 => "县市区",
            _ => "园区",
        };
        row(&[&format!("示例市第{n}单位"), &format!("{n}单位"), kind, "", "", "", "", "2016-08-24"])
    }));
    rows
}

fn people() -> Vec<Vec<String>> {
    let head = ["单位", "姓名", "性别", "岗位", "职务", "办公电话", "手机", "任职日期", "免职日期", "排序"];
    let mut posts: Vec<(String, &str)> = ["组长", "常务副组长", "副组长", "副组长", "市创建办主任"]
        .into_iter()
        .chain(["市创建办工作人员"; 3])
        .map(|post| (String::new(), post))
        .collect();
    for n in 0..46 {
        let contacts = ["分管领导", "科室负责人", "信息员", "档案员"].into_iter().chain(["承办人"; 6]);
        let member = (n < 32).then_some("成员");
        posts.extend(contacts.chain(member).map(|post| (format!("{n}单位"), post)));
    }
    let (surnames, given) =
        (["赵", "钱", "孙", "李", "周", "吴", "郑", "王"], ["伟", "芳", "娜", "敏", "静", "丽", "强", "磊"]);
    let mut rows = vec![row(&head)];
    rows.extend(posts.iter().enumerate().map(|(n, (unit, post))| {
        let name = format!("{}{}{}", surnames[n % 8], given[n / 8 % 8], given[n / 64 % 8]);
        row(&[unit, &name, "男", post, "职务", "", &format!("1990000{n:04}"), "2016-08-24", "", ""])
    }));
    rows
}
