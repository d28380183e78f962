//! A roster comes in from Excel: a good one whole, a faulty one with every fault at its place, a foreign file not at all.
#![allow(clippy::unwrap_used)] // helpers of tests; a failed one fails its test
use base64::Engine;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use serde_json::{Value, json};
use zhiqiang_tests::Day;

const UNIT_HEAD: [&str; 8] = ["单位全称", "简称", "类别", "序号", "行业领域", "电话", "地址", "加入日期"];
const PEOPLE_HEAD: [&str; 10] =
    ["单位", "姓名", "性别", "岗位", "职务", "办公电话", "手机", "任职日期", "免职日期", "排序"];
const SURNAMES: [&str; 12] = ["赵", "钱", "孙", "李", "周", "吴", "郑", "王", "冯", "陈", "褚", "卫"];
const GIVEN: [&str; 10] = ["伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "洋", "艳"];

/// A cell of a workbook under test.
#[derive(Clone)]
enum Cell {
    Text(String),
    Number(f64),
    Day(&'static str),
    Formula(&'static str),
    Nothing,
}

fn text(words: impl Into<String>) -> Cell {
    let words = words.into();
    if words.is_empty() { Cell::Nothing } else { Cell::Text(words) }
}

fn words(row: &[&str]) -> Vec<Cell> {
    row.iter().map(|one| text(*one)).collect()
}

type Rows = Vec<Vec<Cell>>;

fn book(sheets: &[(&str, Rows)], merged: &[(&str, &str)]) -> Vec<u8> {
    let mut book = Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).unwrap();
        for (r, row) in rows.iter().enumerate() {
            for (c, cell) in row.iter().enumerate() {
                let (r, c) = (r as u32, c as u16);
                match cell {
                    Cell::Text(words) => sheet.write_string(r, c, words).unwrap(),
                    Cell::Number(number) => sheet.write_number(r, c, *number).unwrap(),
                    Cell::Formula(formula) => sheet.write_formula(r, c, *formula).unwrap(),
                    Cell::Nothing => sheet,
                    Cell::Day(day) => {
                        let day = ExcelDateTime::parse_from_str(day).unwrap();
                        sheet
                            .write_datetime_with_format(
                                r,
                                c,
                                &day,
                                &Format::new().set_num_format("yyyy-mm-dd"),
                            )
                            .unwrap()
                    }
                };
            }
        }
        for (tab, range) in merged.iter().filter(|(tab, _)| tab == name) {
            let (first, last) = range.split_once(':').unwrap();
            let at =
                |cell: &str| (cell[1..].parse::<u32>().unwrap() - 1, u16::from(cell.as_bytes()[0] - b'A'));
            let ((r1, c1), (r2, c2)) = (at(first), at(last));
            let _ = tab;
            sheet.merge_range(r1, c1, r2, c2, "合并", &Format::new()).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

fn upload(name: &str, bytes: &[u8]) -> Value {
    json!({"name": name, "data": base64::engine::general_purpose::STANDARD.encode(bytes)})
}

fn kind(n: usize) -> &'static str {
    match n {
        0..32 => "成员单位",
        32..41 => "县市区",
        _ => "园区",
    }
}

fn units() -> Rows {
    let mut rows = vec![words(&UNIT_HEAD)];
    rows.extend((0..46).map(|n| {
        let mut row = words(&[
            &format!("示例市第{n}单位"),
            &format!("{n}单位"),
            kind(n),
            "",
            "行业",
            "0816-2345678",
            "示例路",
            "",
        ]);
        row[7] = Cell::Day("2016-08-24");
        row
    }));
    rows
}

/// 500 posts: 46 units with ten contacts each, 32 members, four leaders, a director and three of the staff.
fn people() -> Rows {
    let mut rows = vec![words(&PEOPLE_HEAD)];
    let mut count = 0;
    let mut put = |unit: &str, post: &str, from: Cell| {
        count += 1;
        let name = format!("{}{}{}", SURNAMES[count % 12], GIVEN[count / 12 % 10], GIVEN[count / 120 % 10]);
        let mobile = format!("1990000{count:04}");
        let mut row = words(&[unit, &name, "男", post, "职务", "0816-2345678", &mobile, "", "", ""]);
        row[7] = from;
        rows.push(row);
    };
    for post in ["组长", "常务副组长", "副组长", "副组长", "市创建办主任"] {
        put("", post, Cell::Day("2016-08-24"));
    }
    for _ in 0..3 {
        put("", "市创建办工作人员", text("2016年8月24日"));
    }
    for n in 0..46 {
        let unit = format!("{n}单位");
        for post in ["分管领导", "科室负责人", "信息员", "档案员"] {
            put(&unit, post, Cell::Day("2016-08-24"));
        }
        for _ in 0..6 {
            put(&unit, "承办人", text("2016-08-24"));
        }
        if n < 32 {
            put(&unit, "成员", text("2016/8/24"));
        }
    }
    rows
}

fn look(day: &Day, bytes: &[u8]) -> Value {
    day.done("registry_import_preview", json!({"upload": upload("名册.xlsx", bytes)}))
}

fn count(day: &Day, name: &str) -> u64 {
    day.done(name, json!({"slice": {"offset": 0, "limit": 1}}))["total"].as_u64().unwrap()
}

#[test]
fn a_good_roster_of_five_hundred_rows_is_written_whole_and_the_same_file_again_changes_nothing() {
    let day = Day::on("2016-09-01");
    let bytes = book(&[("单位", units()), ("人员与任职", people())], &[]);
    let started = std::time::Instant::now();
    let preview = look(&day, &bytes);
    println!("preview of 500 rows: {:?}", started.elapsed());
    assert_eq!(
        (&preview["rows_total"], &preview["good"], &preview["errors"]),
        (&json!(546), &json!(546), &json!(0)),
        "{:#}",
        preview["faults"]
    );
    assert_eq!(preview["warnings"], json!(0), "{:#}", preview["faults"]);
    assert_eq!(count(&day, "registry_units"), 0, "a preview writes nothing");

    let started = std::time::Instant::now();
    let done = day.done(
        "registry_import_apply",
        json!({"upload": upload("名册.xlsx", &bytes), "digest": preview["digest"]}),
    );
    println!("import of 500 rows: {:?}", started.elapsed());
    assert_eq!((&done["units"], &done["people"], &done["posts"]), (&json!(46), &json!(500), &json!(500)));
    assert_eq!(count(&day, "registry_units"), 46);
    assert_eq!(count(&day, "registry_contacts"), 500);
    let check = day.done("registry_check", json!({}));
    assert_eq!(check["findings"], json!([]), "the roster is whole");
    let pages = |paper: &office::kernel::answer::Paper| {
        lopdf::Document::load_mem(&paper.bytes).unwrap().get_pages().len()
    };
    assert_eq!(pages(&day.file("registry_print_contacts_form", json!({}))), 46, "one page a unit");
    assert!((15..=25).contains(&pages(&day.file("registry_print_directory", json!({})))));

    let again = look(&day, &bytes);
    assert_eq!((&again["good"], &again["existing"], &again["errors"]), (&json!(0), &json!(546), &json!(0)));
    let again = day.done(
        "registry_import_apply",
        json!({"upload": upload("名册.xlsx", &bytes), "digest": preview["digest"]}),
    );
    assert_eq!((&again["units"], &again["people"], &again["posts"]), (&json!(0), &json!(0), &json!(0)));
    assert!(again["summary"].as_str().unwrap().contains("已存在 546 行"));
    assert_eq!(count(&day, "registry_contacts"), 500);
}

/// A small book of two units and four posts, in which single cells are spoilt.
fn small() -> (Rows, Rows) {
    let mut units = vec![words(&UNIT_HEAD)];
    for (name, short) in [("示例市质量技术监督局", "市质监局"), ("示例市发展和改革委员会", "市发改委")]
    {
        let mut row = words(&[name, short, "成员单位", "", "", "", "", ""]);
        row[7] = Cell::Day("2016-08-24");
        units.push(row);
    }
    let mut people = vec![words(&PEOPLE_HEAD)];
    for (unit, name, post, mobile) in [
        ("市质监局", "张三", "分管领导", "19900000001"),
        ("市质监局", "李四", "科室负责人", "19900000002"),
        ("市发改委", "王五", "分管领导", "19900000003"),
        ("市发改委", "赵六", "信息员", "19900000004"),
    ] {
        let mut row = words(&[unit, name, "", post, "", "", mobile, "", "", ""]);
        row[7] = Cell::Day("2016-08-24");
        people.push(row);
    }
    (units, people)
}

/// What is spoilt, and the fault that must be listed: sheet, cell, words, severity.
type Spoilt = (fn(&mut Rows, &mut Rows), &'static str, &'static str, &'static str, &'static str);

#[test]
fn each_kind_of_fault_is_listed_with_its_exact_place() {
    let cases: Vec<Spoilt> = vec![
        (|u, _| u[2][0] = text("示例市质量技术监督局"), "单位", "A3", "与第 2 行重复", "error"),
        (|u, _| u[2][1] = text("市质监局"), "单位", "B3", "与第 2 行重复", "error"),
        (|u, _| u[1][0] = Cell::Nothing, "单位", "A2", "必须填写", "error"),
        (|u, _| u[1][2] = text("部门"), "单位", "C2", "不在可选内容中", "error"),
        (|u, _| u[1][3] = text("第一"), "单位", "D2", "不是 1 至 9999 之间的整数", "error"),
        (|u, _| u[1][3] = text("3"), "单位", "D2", "以文本存放的数字", "warning"),
        (|u, _| u[1][7] = Cell::Number(42_606.0), "单位", "H2", "如指 2016-08-24", "error"),
        (|u, _| u[1][7] = text("2016-02-30"), "单位", "H2", "不是有效的日期", "error"),
        (|u, _| u[1][7] = text("0216-08-24"), "单位", "H2", "不合理", "error"),
        (|_, p| p[1][0] = text("市教育局"), "人员与任职", "A2", "都没有“市教育局”", "error"),
        (|_, p| p[1][0] = text("质监局"), "人员与任职", "A2", "是不是“市质监局”", "error"),
        (|_, p| p[1][0] = Cell::Nothing, "人员与任职", "A2", "必须写明单位", "error"),
        (|_, p| p[1][1] = Cell::Nothing, "人员与任职", "B2", "必须填写", "error"),
        (|_, p| p[1][2] = text("先生"), "人员与任职", "C2", "不在可选内容中", "error"),
        (|_, p| p[1][3] = text("联系人"), "人员与任职", "D2", "不在可选内容中", "error"),
        (|_, p| p[2][3] = text("分管领导"), "人员与任职", "D3", "第五条", "error"),
        (|_, p| p[1][4] = Cell::Formula("=A1"), "人员与任职", "E2", "是公式", "error"),
        (|_, p| p[1][5] = Cell::Number(8_162_345_678.0), "人员与任职", "F2", "丢了区号开头的 0", "error"),
        (|_, p| p[1][6] = text("1990000001"), "人员与任职", "G2", "应为 11 位数字", "error"),
        (|_, p| p[1][6] = Cell::Number(19_900_000_001.0), "人员与任职", "G2", "存成了数字", "warning"),
        (|_, p| p[2][6] = text("19900000001"), "人员与任职", "G3", "已登记在“张三”名下", "warning"),
        (|_, p| p[1][7] = text("上月"), "人员与任职", "H2", "不是有效的日期", "error"),
        (|_, p| p[1][7] = text("2016-08-01"), "人员与任职", "H2", "才列入", "error"),
        (|_, p| p[1][8] = text("2016-08-24"), "人员与任职", "I2", "不晚于任职日期", "error"),
        (
            |_, p| {
                p[2] = p[1].clone();
                p[2][6] = text("19900000009");
            },
            "人员与任职",
            "G3",
            "同一单位已有“张三”",
            "error",
        ),
        (|_, p| p[2] = p[1].clone(), "人员与任职", "B3", "请删去重复的行", "error"),
        (|_, p| p[3][1] = text("张三"), "人员与任职", "B4", "按不同的人处理", "warning"),
        (|_, p| p[0][1] = text("名字"), "人员与任职", "", "缺少必填列“姓名”", "error"),
        (|_, p| p[0][1] = text("名字"), "人员与任职", "B1", "不认识的列“名字”", "warning"),
        (|_, p| p[0][4] = text("姓名"), "人员与任职", "E1", "出现了两次", "error"),
        (|_, p| p.insert(2, Vec::new()), "人员与任职", "", "第 3 行是空行", "warning"),
        (|u, _| u[0] = words(&["甲", "乙", "丙"]), "单位", "", "没有找到表头", "error"),
    ];
    let day = Day::on("2016-09-01");
    for (spoil, sheet, cell, words, severity) in cases {
        let (mut units, mut people) = small();
        spoil(&mut units, &mut people);
        let preview = look(&day, &book(&[("单位", units), ("人员与任职", people)], &[]));
        let faults = preview["faults"].as_array().unwrap();
        let there = faults.iter().any(|fault| {
            fault["sheet"] == sheet
                && fault["cell"] == cell
                && fault["severity"] == severity
                && fault["message"].as_str().unwrap().contains(words)
        });
        assert!(there, "{sheet}!{cell} {words}: {faults:#?}");
        assert_eq!(preview["can_import_all"], json!(preview["errors"] == 0));
    }
}

#[test]
fn merged_cells_are_faults_and_the_rows_under_them_are_not_imported() {
    let day = Day::on("2016-09-01");
    let (units, people) = small();
    let preview = look(&day, &book(&[("单位", units), ("人员与任职", people)], &[("人员与任职", "E2:E3")]));
    let faults = preview["faults"].as_array().unwrap();
    let merged = faults.iter().find(|fault| fault["cell"] == "E2").unwrap();
    assert!(merged["message"].as_str().unwrap().contains("E2:E3 是合并单元格"));
    assert_eq!(merged["title"], "职务");
    assert_eq!((&preview["sheets"][1]["bad"], &preview["sheets"][1]["good"]), (&json!(2), &json!(2)));
}

#[test]
fn with_a_fault_nothing_is_written_unless_the_good_rows_are_chosen() {
    let day = Day::on("2016-09-01");
    let (mut units, people) = small();
    units[2][7] = text("不详");
    let bytes = book(&[("单位", units), ("人员与任职", people)], &[]);
    let preview = look(&day, &bytes);
    // The unit's own row, and the two people whose unit it is.
    assert_eq!((&preview["errors"], &preview["bad"], &preview["good"]), (&json!(3), &json!(3), &json!(3)));
    assert_eq!((&preview["can_import_all"], &preview["can_import_good"]), (&json!(false), &json!(true)));
    let request = |good_only: bool| json!({"upload": upload("名册.xlsx", &bytes), "digest": preview["digest"], "good_only": good_only});
    let refusal = day.refused("registry_import_apply", request(false));
    assert!(refusal.message.contains("单位!H3"), "{}", refusal.message);
    assert_eq!((count(&day, "registry_units"), count(&day, "registry_people")), (0, 0));
    let done = day.done("registry_import_apply", request(true));
    assert_eq!(
        (&done["units"], &done["people"], &done["posts"], &done["left_out"]),
        (&json!(1), &json!(2), &json!(2), &json!(3))
    );
    assert_eq!((count(&day, "registry_units"), count(&day, "registry_people")), (1, 2));
}

#[test]
fn a_file_other_than_the_one_looked_at_is_not_imported() {
    let day = Day::on("2016-09-01");
    let (units, people) = small();
    let preview = look(&day, &book(&[("单位", units.clone()), ("人员与任职", people.clone())], &[]));
    let other = book(&[("单位", units[..2].to_vec()), ("人员与任职", people[..2].to_vec())], &[]);
    let refusal = day.refused(
        "registry_import_apply",
        json!({"upload": upload("名册.xlsx", &other), "digest": preview["digest"]}),
    );
    assert!(refusal.message.contains("不是同一份内容"));
    assert_eq!(count(&day, "registry_units"), 0);
}

#[test]
fn what_is_no_workbook_is_refused_in_words_and_a_book_without_our_sheets_is_a_fault() {
    let day = Day::on("2016-09-01");
    let (units, people) = small();
    let good = book(&[("单位", units.clone()), ("人员与任职", people)], &[]);
    let mut torn = good.clone();
    torn.truncate(good.len() / 2);
    let mut gnawed = good.clone();
    for byte in gnawed.iter_mut().skip(200).step_by(97) {
        *byte = byte.wrapping_add(1);
    }
    let encrypted = encrypted_package();
    let cases: Vec<(&[u8], &str)> = vec![
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".xls"),
        (&encrypted, "打开密码"),
        (&torn, "已损坏"),
        (b"", "是空的"),
        (b"%PDF-1.4", "PDF"),
        ("单位,姓名".as_bytes(), "CSV"),
    ];
    for (bytes, words) in cases {
        let refusal = day.refused("registry_import_preview", json!({"upload": upload("名册.xlsx", bytes)}));
        assert!(refusal.message.contains(words), "{words}: {}", refusal.message);
        assert_eq!(refusal.kind, office::RefusalKind::Damaged);
    }
    let gnawed = day.ask("registry_import_preview", json!({"upload": upload("名册.xlsx", &gnawed)}));
    assert!(gnawed.is_err_and(|refusal| refusal.kind == office::RefusalKind::Damaged));
    let preview = look(&day, &book(&[("Sheet1", units.clone())], &[]));
    assert!(preview["faults"][0]["message"].as_str().unwrap().contains("没有找到工作表"));
    assert_eq!(preview["can_import_all"], json!(false));
    let preview = look(&day, &book(&[("单位", units)], &[]));
    assert_eq!((&preview["errors"], &preview["good"]), (&json!(0), &json!(2)), "units alone are enough");
}

/// The least compound file that holds an `EncryptedPackage`: header, one FAT sector, one directory sector.
fn encrypted_package() -> Vec<u8> {
    let mut out = vec![0u8; 512];
    out[..8].copy_from_slice(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    let put = |out: &mut Vec<u8>, at: usize, bytes: &[u8]| out[at..at + bytes.len()].copy_from_slice(bytes);
    put(&mut out, 24, &[0x3e, 0, 3, 0, 0xfe, 0xff, 9, 0, 6, 0]);
    put(&mut out, 44, &1u32.to_le_bytes()); // one FAT sector
    put(&mut out, 48, &1u32.to_le_bytes()); // the directory begins in sector 1
    put(&mut out, 56, &4096u32.to_le_bytes());
    put(&mut out, 60, &0xffff_fffeu32.to_le_bytes()); // no mini FAT
    put(&mut out, 68, &0xffff_fffeu32.to_le_bytes()); // no DIFAT
    for at in (76..512).step_by(4) {
        put(&mut out, at, &0xffff_ffffu32.to_le_bytes());
    }
    put(&mut out, 76, &0u32.to_le_bytes()); // the FAT stands in sector 0
    let mut fat = vec![0xffu8; 512];
    fat[..4].copy_from_slice(&0xffff_fffdu32.to_le_bytes());
    fat[4..8].copy_from_slice(&0xffff_fffeu32.to_le_bytes());
    let mut directory = vec![0u8; 512];
    for (entry, (name, kind)) in [("Root Entry", 5u8), ("EncryptedPackage", 2)].into_iter().enumerate() {
        let base = entry * 128;
        let utf16: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        directory[base..base + utf16.len()].copy_from_slice(&utf16);
        directory[base + 64] = (utf16.len() + 2) as u8;
        directory[base + 66] = kind;
        directory[base + 68..base + 80].fill(0xff);
        directory[base + 116..base + 120].copy_from_slice(&0xffff_fffeu32.to_le_bytes());
    }
    [out, fat, directory].concat()
}

#[test]
fn the_template_read_back_is_empty_and_without_fault() {
    let day = Day::on("2016-09-01");
    let template = day.file("registry_import_template", json!({}));
    assert!(template.name.ends_with(".xlsx"));
    let preview = look(&day, &template.bytes);
    assert_eq!(
        (&preview["rows_total"], &preview["errors"]),
        (&json!(0), &json!(0)),
        "{:#}",
        preview["faults"]
    );
    for (sheet, head) in [(0, UNIT_HEAD.as_slice()), (1, PEOPLE_HEAD.as_slice())] {
        assert_eq!(preview["sheets"][sheet]["found"], json!(true));
        assert_eq!(preview["sheets"][sheet]["columns"], json!(head));
    }
}

#[test]
fn whoever_only_reads_may_not_import() {
    let day = Day::on("2016-09-01");
    for login in ["auditor", "admin"] {
        day.be(login);
        let refusal =
            day.refused("registry_import_apply", json!({"upload": upload("名册.xlsx", b"x"), "digest": ""}));
        assert_eq!(refusal.kind, office::RefusalKind::NotAllowed);
    }
}
