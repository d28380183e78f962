//! Ledgers and import templates as workbooks: read back with another library, and in the file's own XML.
use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use chrono::NaiveDate;
use press::ledger::{Column, Kind, Ledger, Value};
use press::template::{Template, TemplateColumn, TemplateSheet};
use proptest::prelude::*;

/// 通讯录: every kind of column, and words that want to be formulas.
pub fn address_book(rows: usize) -> Ledger {
    let columns = vec![
        Column::new("序号", Kind::Number, 6),
        Column::new("单位", Kind::Text, 28),
        Column::new("姓名", Kind::Text, 10),
        Column::new("职务", Kind::Text, 24),
        Column::new("办公电话", Kind::Code, 16),
        Column::new("手机", Kind::Code, 14),
        Column::new("任职起始", Kind::Date, 12),
        Column::new("备注", Kind::Text, 20),
    ];
    let units =
        ["示例市质量技术监督局", "示例市发展和改革委员会", "示例市经济和信息化委员会", "示例县人民政府"];
    let names = ["张三", "李四光", "堃喆", "阿卜杜拉·买买提"];
    let rows = (0..rows)
        .map(|i| {
            vec![
                Value::Number(i as f64 + 1.0),
                Value::Text(units[i % units.len()].into()),
                Value::Text(names[i % names.len()].into()),
                Value::Text("副主任、党组成员（分管质量工作）".into()),
                Value::Text("0816-2260001".into()),
                Value::Number(13_800_000_000.0 + i as f64),
                NaiveDate::from_ymd_opt(2016, 1, 1 + (i % 28) as u32).map_or(Value::Empty, Value::Date),
                Value::Empty,
            ]
        })
        .collect();
    Ledger {
        title: "创建工作联络员通讯录（示例）".into(),
        note: "示例市创建办　全部在任人员　2016年8月30日　共享范围：成员单位".into(),
        columns,
        rows,
    }
}

fn open(bytes: &[u8]) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes.to_vec())).expect("a workbook")
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut text = String::new();
    zip.by_name(name).expect("the part").read_to_string(&mut text).expect("UTF-8");
    text
}

#[test]
fn a_ledger_reads_back_with_its_types() {
    let ledger = address_book(30);
    let bytes = press::xlsx::write(&ledger).unwrap();
    let mut book = open(&bytes);
    let sheet = book.worksheet_range("创建工作联络员通讯录（示例）").unwrap();
    assert_eq!(sheet.get_value((0, 0)), Some(&Data::String(ledger.title.clone())));
    assert_eq!(sheet.get_value((1, 0)), Some(&Data::String(ledger.note.clone())));
    assert_eq!(sheet.get_value((2, 4)), Some(&Data::String("办公电话".into())));
    assert_eq!(sheet.get_value((3, 0)), Some(&Data::Float(1.0)));
    assert_eq!(sheet.get_value((4, 2)), Some(&Data::String("李四光".into())));
    assert_eq!(sheet.get_value((3, 5)), Some(&Data::String("13800000000".into())), "a phone stays text");
    let Some(Data::DateTime(date)) = sheet.get_value((3, 6)) else { panic!("a date stays a date") };
    assert_eq!(date.as_datetime().unwrap().date(), NaiveDate::from_ymd_opt(2016, 1, 1).unwrap());
    assert_eq!(sheet.end(), Some((32, 7)));
}

#[test]
fn a_ledger_is_frozen_filtered_and_prints_on_a4() {
    let bytes = press::xlsx::write(&address_book(30)).unwrap();
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains(r#"<pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/>"#));
    assert!(sheet.contains(r#"<autoFilter ref="A3:H33"/>"#));
    assert!(sheet.contains(r#"<mergeCell ref="A1:H1"/>"#) && sheet.contains(r#"<mergeCell ref="A2:H2"/>"#));
    assert!(sheet.contains(r#"paperSize="9" fitToHeight="0" orientation="landscape""#), "{sheet}");
    assert!(sheet.contains("第 &amp;P 页 共 &amp;N 页"));
    let book = part(&bytes, "xl/workbook.xml");
    assert!(book.contains("_xlnm.Print_Titles") && book.contains("$3:$3"), "{book}");
    assert!(
        part(&bytes, "xl/styles.xml").contains("yyyy\\-mm\\-dd")
            || part(&bytes, "xl/styles.xml").contains("yyyy-mm-dd")
    );
}

#[test]
fn a_narrow_ledger_prints_upright() {
    let ledger = Ledger {
        title: "名单".into(),
        note: String::new(),
        columns: vec![Column::new("姓名", Kind::Text, 20)],
        rows: vec![vec![Value::Text("张三".into())]],
    };
    let bytes = press::xlsx::write(&ledger).unwrap();
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains(r#"orientation="portrait""#) && !sheet.contains("mergeCell"));
    let read = open(&bytes).worksheet_range("名单").unwrap();
    assert_eq!(
        read.get_value((1, 0)),
        Some(&Data::String("姓名".into())),
        "no empty line for a missing note"
    );
}

#[test]
fn words_that_look_like_formulas_stay_words() {
    let words =
        ["=1+1", "+86 816", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "0816", "001", "2016-08-30", "https://x"];
    let ledger = Ledger {
        title: "=HYPERLINK(\"x\")".into(),
        note: "@note".into(),
        columns: vec![Column::new("=A1", Kind::Text, 10), Column::new("号码", Kind::Code, 10)],
        rows: words.iter().map(|w| vec![Value::Text((*w).into()); 2]).collect(),
    };
    let bytes = press::xlsx::write(&ledger).unwrap();
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(!xml.contains("<f>") && !xml.contains("hyperlink"), "{xml}");
    assert!(part(&bytes, "xl/styles.xml").contains("quotePrefix=\"1\""));
    let mut book = open(&bytes);
    let name = book.sheet_names()[0].clone();
    let sheet = book.worksheet_range(&name).unwrap();
    for (i, word) in words.iter().enumerate() {
        for col in 0..2 {
            assert_eq!(sheet.get_value((3 + i as u32, col)), Some(&Data::String((*word).into())));
        }
    }
}

#[test]
fn rows_with_long_words_are_higher() {
    let mut ledger = address_book(2);
    ledger.rows[1][7] = Value::Text("协调解决抽样检验经费问题，".repeat(8));
    let xml = part(&press::xlsx::write(&ledger).unwrap(), "xl/worksheets/sheet1.xml");
    let height = |row: usize| -> f64 {
        let line = xml.split(&format!("<row r=\"{row}\"")).nth(1).expect("the row");
        line.split("ht=\"").nth(1).expect("a height").split('"').next().unwrap().parse().unwrap()
    };
    assert!(height(5) > 5.0 * 15.0 && height(5) > 2.0 * height(4), "{} {}", height(4), height(5));
}

#[test]
fn a_ledger_that_would_lose_something_is_refused_with_the_place() {
    let empty = Ledger { columns: Vec::new(), ..address_book(1) };
    assert!(press::xlsx::write(&empty).unwrap_err().message.contains("一列也没有"));
    let mut long = address_book(2);
    long.rows[1].push(Value::Empty);
    assert!(press::xlsx::write(&long).unwrap_err().message.contains("第 2 行有 9 个值"));
    let mut huge = address_book(2);
    huge.rows[0][7] = Value::Text("字".repeat(40_000));
    assert!(press::xlsx::write(&huge).unwrap_err().message.contains("第 1 行“备注”"));
    let mut nan = address_book(2);
    nan.rows[1][0] = Value::Number(f64::NAN);
    assert!(press::xlsx::write(&nan).unwrap_err().message.contains("第 2 行“序号”"));
    let mut short = address_book(2);
    short.rows[1].truncate(2);
    assert!(press::xlsx::write(&short).is_ok(), "a short row is filled up");
}

#[test]
fn a_hundred_thousand_rows_come_out_whole() {
    let ledger = address_book(100_000);
    let bytes = press::xlsx::write(&ledger).unwrap();
    let mut book = open(&bytes);
    let name = book.sheet_names()[0].clone();
    let sheet = book.worksheet_range(&name).unwrap();
    assert_eq!(sheet.end(), Some((100_002, 7)));
    assert_eq!(sheet.get_value((100_002, 0)), Some(&Data::Float(100_000.0)));
}

fn roster_template() -> Template {
    let units: Vec<String> = (1..=60).map(|i| format!("示例单位，编号{i}")).collect();
    Template {
        title: "成员单位及人员（示例）".into(),
        sheets: vec![TemplateSheet {
            name: "人员".into(),
            columns: vec![
                TemplateColumn::new("单位", Kind::Text, 24, "与单位名册中的全称一致。")
                    .required()
                    .one_of(units),
                TemplateColumn::new("姓名", Kind::Text, 12, "不加空格。").required(),
                TemplateColumn::new("手机", Kind::Code, 16, "11 位数字。"),
                TemplateColumn::new("任职起始", Kind::Date, 14, "如 2016-08-30。"),
                TemplateColumn::new("职责", Kind::Text, 12, "在小组中的职责。")
                    .one_of(["分管领导", "联络员"]),
            ],
            examples: vec![vec![
                "示例单位，编号1".into(),
                "张三".into(),
                "13800000000".into(),
                "2016-01-01".into(),
                "联络员".into(),
            ]],
        }],
        notes: vec!["合并单元格、公式一律不接受。".into()],
    }
}

#[test]
fn a_template_has_an_exact_head_rules_lists_and_text_phones() {
    let bytes = press::xlsx::template(&roster_template()).unwrap();
    let mut book = open(&bytes);
    assert_eq!(book.sheet_names(), ["人员", "填表说明", "选项"]);
    let sheet = book.worksheet_range("人员").unwrap();
    let head: Vec<_> = sheet.rows().next().unwrap().iter().map(ToString::to_string).collect();
    assert_eq!(head, ["单位", "姓名", "手机", "任职起始", "职责"]);
    assert_eq!(sheet.height(), 1, "no example row can be imported by mistake");
    let rules = book.worksheet_range("填表说明").unwrap();
    let phone =
        rules.rows().find(|row| row[1] == Data::String("手机".into())).expect("a rule for each column");
    assert_eq!(phone[2], Data::String("否".into()));
    assert_eq!(phone[5], Data::String("13800000000".into()));
    let choices = book.worksheet_range("选项").unwrap();
    assert_eq!(choices.get_value((59, 0)), Some(&Data::String("示例单位，编号60".into())));
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(xml.contains("'选项'!$A$1:$A$60") && xml.contains("'选项'!$B$1:$B$2"), "{xml}");
    assert!(xml.contains(r#"sqref="A2:A10000""#));
    assert!(part(&bytes, "xl/workbook.xml").contains(r#"state="hidden""#));
    assert!(
        part(&bytes, "xl/styles.xml").contains(r#"numFmtId="49""#),
        "phones are text before they are typed"
    );
}

#[test]
fn a_template_with_two_sheets_of_one_name_is_refused() {
    let mut template = roster_template();
    template.sheets.push(template.sheets[0].clone());
    assert!(press::xlsx::template(&template).unwrap_err().message.contains("“人员”重复"));
    template.sheets.clear();
    assert!(press::xlsx::template(&template).unwrap_err().message.contains("没有工作表"));
}

fn any_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Empty),
        "\\PC{0,40}".prop_map(Value::Text),
        (-1e12..1e12f64).prop_map(Value::Number),
        (-400_000..4_000_000i32)
            .prop_map(|d| NaiveDate::from_num_days_from_ce_opt(d).map_or(Value::Empty, Value::Date)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn any_words_come_back_as_they_went_in(title in "\\PC{0,40}", rows in prop::collection::vec(prop::collection::vec(any_value(), 0..4), 0..12)) {
        let columns = vec![
            Column::new("甲", Kind::Text, 0),
            Column::new("乙", Kind::Code, 9),
            Column::new("丙", Kind::Number, 300),
            Column::new("丁", Kind::Date, 12),
        ];
        let ledger = Ledger { title, note: "说明".into(), columns, rows };
        let bytes = press::xlsx::write(&ledger).expect("any row of at most four values");
        let mut book = open(&bytes);
        let name = book.sheet_names()[0].clone();
        let sheet = book.worksheet_range(&name).expect("the sheet");
        for (r, row) in ledger.rows.iter().enumerate() {
            for (c, value) in row.iter().enumerate() {
                let Value::Text(words) = value else { continue };
                let read = sheet.get_value((3 + r as u32, c as u32)).map(ToString::to_string).unwrap_or_default();
                prop_assert_eq!(words, &read);
            }
        }
    }
}
