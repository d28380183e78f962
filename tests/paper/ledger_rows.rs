//! Ledgers row by row: totals on screen and paper, rows that are made while they are written, rows that fail.
use std::cell::Cell;
use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use chrono::NaiveDate;
use press::Fault;
use press::ledger::{Column, Head, Kind, Ledger, Value};
use press::xlsx::{write, write_rows};

fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut text = String::new();
    zip.by_name(name).expect("the part").read_to_string(&mut text).expect("UTF-8");
    text
}

fn rates() -> Ledger {
    let row = |at: f64, name: &str, due: f64, rate: f64| {
        vec![
            Value::Number(at),
            Value::Text(name.into()),
            Value::Number(due),
            Value::Number(rate),
            NaiveDate::from_ymd_opt(2016, 8, 30)
                .and_then(|d| d.and_hms_opt(14, 5, 9))
                .map_or(Value::Empty, Value::Moment),
        ]
    };
    Ledger {
        title: "出席情况统计".into(),
        note: "示例市创建办".into(),
        columns: vec![
            Column::new("序号", Kind::Number, 6),
            Column::new("姓名", Kind::Text, 12).counted(),
            Column::new("金额", Kind::Number, 10).summed(),
            Column::new("到会率", Kind::Percent, 10),
            Column::new("登记时间", Kind::Moment, 20),
        ],
        rows: vec![row(1.0, "张三", 0.1, 0.853), row(2.0, "", 0.2, 1.0), row(3.0, "李四", 7.0, 0.0)],
    }
}

#[test]
fn totals_are_formulas_that_already_show_what_they_come_to() {
    let bytes = write(&rates()).unwrap();
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(xml.contains("<f>SUBTOTAL(103,B4:B6)</f><v>2</v>"), "{xml}");
    assert!(xml.contains("<f>SUBTOTAL(109,C4:C6)</f><v>7.3</v>"), "{xml}");
    assert!(xml.contains(r#"<autoFilter ref="A3:E6"/>"#), "the totals are not filtered away");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.clone())).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    let last: Vec<String> = sheet.rows().next_back().unwrap().iter().map(Data::to_string).collect();
    assert_eq!(last, ["合计", "2", "7.3", "", ""]);
    assert_eq!(sheet.get_value((3, 3)), Some(&Data::Float(0.853)), "a share stays a number");
    let Some(Data::DateTime(at)) = sheet.get_value((3, 4)) else { panic!("a time stays a time") };
    assert_eq!(at.as_datetime().unwrap().to_string(), "2016-08-30 14:05:09");
    let styles = part(&bytes, "xl/styles.xml");
    assert!(styles.contains("0.0%") && styles.contains("<b/>"), "{styles}");
}

#[test]
fn a_printed_ledger_ends_with_its_totals() {
    let placed = press::layout::place_ledger(&rates(), crate::fonts()).unwrap();
    let dump = press::dump::dump(&placed);
    let total = dump.lines().find(|line| line.contains("合计")).expect("a totals row");
    assert!(total.contains("[黑体") && total.ends_with("7.3") && total.contains("] 2"), "{total}");
    assert!(dump.contains("85.3%") && dump.contains("2016-08-30 14:05:09"), "{dump}");
    let plain = Ledger {
        columns: rates().columns.into_iter().map(|c| Column::new(&c.title, c.kind, c.width)).collect(),
        ..rates()
    };
    let placed = press::layout::place_ledger(&plain, crate::fonts()).unwrap();
    assert!(!press::dump::dump(&placed).contains("合计"), "nothing to add up, no totals");
}

#[test]
fn a_row_of_one_line_and_the_totals_have_the_sheets_own_height() {
    let mut ledger = rates();
    ledger.rows[1][1] = Value::Text("很长的姓名，".repeat(6));
    let xml = part(&write(&ledger).unwrap(), "xl/worksheets/sheet1.xml");
    assert!(xml.contains(r#"<sheetFormatPr defaultRowHeight="18.75" customHeight="1"/>"#), "{xml}");
    let height = |n: usize| -> f64 {
        let row = xml.split(&format!("<row r=\"{n}\"")).nth(1).expect("the row");
        row.split("ht=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a height").parse().unwrap()
    };
    assert_eq!([height(4), height(6), height(7)], [18.75; 3], "one line, one line, totals");
    assert!(height(5) > 90.0, "six lines and more: {}", height(5));
}

#[test]
fn only_numbers_are_added_up() {
    let mut odd = rates();
    odd.columns[1] = Column::new("姓名", Kind::Text, 12).summed();
    let said = write(&odd).unwrap_err().message;
    assert!(said.contains("“姓名”不是数字列"), "{said}");
    assert_eq!(press::layout::place_ledger(&odd, crate::fonts()).unwrap_err().message, said);
}

#[test]
fn an_empty_ledger_has_no_totals() {
    let empty = Ledger { rows: Vec::new(), ..rates() };
    let xml = part(&write(&empty).unwrap(), "xl/worksheets/sheet1.xml");
    assert!(!xml.contains("<f>") && !xml.contains("合计"));
}

/// A row that counts how many of its kind live at the same time.
struct Counted<'a>(&'a Cell<i64>, Vec<Value>);

impl<'a> Counted<'a> {
    fn new(alive: &'a Cell<i64>, most: &Cell<i64>, values: Vec<Value>) -> Self {
        alive.set(alive.get() + 1);
        most.set(most.get().max(alive.get()));
        Self(alive, values)
    }
}

impl Drop for Counted<'_> {
    fn drop(&mut self) {
        self.0.set(self.0.get() - 1);
    }
}

impl std::borrow::Borrow<Vec<Value>> for Counted<'_> {
    fn borrow(&self) -> &Vec<Value> {
        &self.1
    }
}

#[test]
fn rows_are_made_one_by_one_and_none_is_kept() {
    let columns = [Column::new("序号", Kind::Number, 8).summed(), Column::new("单位", Kind::Text, 20)];
    let head = Head { title: "流水", note: "", columns: &columns };
    let (alive, most) = (Cell::new(0), Cell::new(0));
    let rows = (1..=5_000).map(|n| {
        let values = vec![Value::Number(f64::from(n)), Value::Text("示例单位".into())];
        Ok::<_, Fault>(Counted::new(&alive, &most, values))
    });
    let bytes = write_rows(head, rows).unwrap();
    assert_eq!((most.get(), alive.get()), (1, 0), "never two rows at the same time");
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(xml.contains("<f>SUBTOTAL(109,A3:A5002)</f><v>12502500</v>"));
}

#[test]
fn a_row_that_fails_ends_the_work_and_gives_no_file() {
    let columns = [Column::new("序号", Kind::Number, 8)];
    let head = Head { title: "流水", note: "", columns: &columns };
    let made = Cell::new(0);
    let rows = (1..=100).map(|n| {
        made.set(n);
        if n == 42 {
            Err(Fault::new("第 42 行读不出来"))
        } else {
            Ok(vec![Value::Number(f64::from(n))])
        }
    });
    assert_eq!(write_rows(head, rows).unwrap_err().message, "第 42 行读不出来");
    assert_eq!(made.get(), 42, "nothing is asked for after that");
    let rows = (1..=100).map(|n| Ok::<_, Fault>(vec![Value::Number(if n == 7 { f64::NAN } else { 1.0 })]));
    assert!(write_rows(head, rows).unwrap_err().message.contains("第 7 行“序号”"));
}
