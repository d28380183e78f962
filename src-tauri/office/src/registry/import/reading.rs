//! Cells → values of the columns. Every cell that is not what its column holds is a fault at its place.
//!
//! It deliberately compares no row with another and asks no store: `judge.rs` does.
use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use super::columns::{Column, Head, Holds, find_head};
use super::report::{FaultSeverity, ImportFault};
use super::workbook::{Cell, Merged, Sheet, Value, address, letters};
use crate::kernel::people_words::tidy_phone;

/// Longest text of a cell, in characters.
const LONGEST: usize = 200;

/// What a column of a row says.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Field {
    Empty,
    Words(String),
    Day(NaiveDate),
    Whole(i64),
}

/// A row with content.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// Row as Excel counts, from 1.
    pub row: u32,
    /// One field a column.
    pub fields: Vec<Field>,
    /// Whether a cell of it is wrong.
    pub bad: bool,
}

/// A sheet as read: lines, and the faults found so far.
pub(super) struct Table {
    pub name: &'static str,
    pub columns: Vec<Column>,
    pub head: Head,
    pub lines: Vec<Line>,
    pub faults: Vec<ImportFault>,
}

impl Line {
    /// The words of a column; empty for none.
    pub fn words(&self, column: usize) -> &str {
        match &self.fields[column] {
            Field::Words(words) => words,
            _ => "",
        }
    }
    /// The day of a column.
    pub fn day(&self, column: usize) -> Option<NaiveDate> {
        match self.fields[column] {
            Field::Day(day) => Some(day),
            _ => None,
        }
    }
    /// The number of a column.
    pub fn whole(&self, column: usize) -> Option<i64> {
        match self.fields[column] {
            Field::Whole(number) => Some(number),
            _ => None,
        }
    }
    /// The fields as shown in the preview.
    pub fn shown(&self) -> Vec<String> {
        let show = |field: &Field| match field {
            Field::Empty => String::new(),
            Field::Words(words) => words.clone(),
            Field::Day(day) => day.to_string(),
            Field::Whole(number) => number.to_string(),
        };
        self.fields.iter().map(show).collect()
    }
}

impl Table {
    /// A fault of a column in a row.
    pub fn fault(
        &self,
        row: u32,
        column: usize,
        severity: FaultSeverity,
        message: impl Into<String>,
    ) -> ImportFault {
        let place = self.head.places.get(column).copied().flatten();
        let letter = place.map_or(String::new(), letters);
        ImportFault {
            sheet: self.name.into(),
            row,
            cell: if letter.is_empty() { String::new() } else { format!("{letter}{row}") },
            column: letter,
            title: self.columns.get(column).map_or(String::new(), |column| column.title.into()),
            message: message.into(),
            severity,
            severity_label: severity.label().into(),
        }
    }
    /// A fault of a whole row, or of the sheet for row 0.
    pub fn row_fault(&self, row: u32, severity: FaultSeverity, message: impl Into<String>) -> ImportFault {
        self.fault(row, usize::MAX, severity, message)
    }
}

/// Reads a sheet of these columns.
pub(super) fn read(name: &'static str, columns: Vec<Column>, sheet: &Sheet) -> Table {
    let found = find_head(sheet, &columns);
    let mut table = Table {
        name,
        columns,
        head: found.clone().unwrap_or_default(),
        lines: Vec::new(),
        faults: Vec::new(),
    };
    if found.is_none() {
        // An untouched sheet of the template, or one that somebody emptied, says nothing.
        if !sheet.rows.is_empty() {
            let wanted: Vec<&str> = table.columns.iter().map(|column| column.title).collect();
            let words =
                format!("没有找到表头。表头应在前 10 行，包含：{}。请使用导入模板。", wanted.join("、"));
            table.faults.push(table.row_fault(0, FaultSeverity::Error, words));
        }
        return table;
    }
    check_head(&mut table);
    let inside: BTreeSet<u32> = merged_rows(&mut table, &sheet.merged);
    read_lines(&mut table, sheet, &inside);
    table
}

fn check_head(table: &mut Table) {
    let row = table.head.row + 1;
    let strangers: Vec<String> =
        table.head.unknown.iter().map(|(place, words)| format!("{} 列“{words}”", letters(*place))).collect();
    let mut faults = Vec::new();
    for (column, place) in table.columns.iter().zip(&table.head.places) {
        if place.is_some() {
            continue;
        }
        let perhaps = if strangers.is_empty() {
            String::new()
        } else {
            format!("表头中有不认识的{}，如是改了名请改回。", strangers.join("、"))
        };
        let (severity, words) = match column.required {
            true => (FaultSeverity::Error, format!("缺少必填列“{}”。{perhaps}", column.title)),
            false => (FaultSeverity::Warning, format!("缺少列“{}”，按未填写处理。{perhaps}", column.title)),
        };
        faults.push(table.row_fault(row, severity, words));
    }
    for (place, words) in &table.head.unknown {
        let mut fault =
            table.row_fault(row, FaultSeverity::Warning, format!("不认识的列“{words}”，不导入这一列。"));
        (fault.column, fault.cell) = (letters(*place), address(table.head.row, *place));
        faults.push(fault);
    }
    for (place, title) in &table.head.twice {
        let mut fault =
            table.row_fault(row, FaultSeverity::Error, format!("列“{title}”出现了两次，请删去一列。"));
        (fault.column, fault.cell, fault.title) =
            (letters(*place), address(table.head.row, *place), (*title).into());
        faults.push(fault);
    }
    table.faults.extend(faults);
}

/// Faults for merged regions below the head's first row; answers the rows (from 0) that they cover.
fn merged_rows(table: &mut Table, merged: &[Merged]) -> BTreeSet<u32> {
    let mut rows = BTreeSet::new();
    for region in merged.iter().filter(|region| region.last.0 >= table.head.row) {
        let (first, last) = (address(region.first.0, region.first.1), address(region.last.0, region.last.1));
        let words = format!("{first}:{last} 是合并单元格，请取消合并，并把内容逐格填写。");
        let mut fault = table.row_fault(region.first.0 + 1, FaultSeverity::Error, words);
        fault.title = title_at(table, region.first.1);
        (fault.column, fault.cell) = (letters(region.first.1), first);
        table.faults.push(fault);
        // A region may claim a million rows; those after the last filled one do not matter.
        rows.extend(
            (region.first.0..=region.last.0.min(region.first.0.saturating_add(100_000)))
                .filter(|row| *row > table.head.row),
        );
    }
    rows
}

fn title_at(table: &Table, place: u32) -> String {
    let index = table.head.places.iter().position(|one| *one == Some(place));
    index.map_or(String::new(), |index| table.columns[index].title.into())
}

fn read_lines(table: &mut Table, sheet: &Sheet, inside: &BTreeSet<u32>) {
    let missing_column = table
        .columns
        .iter()
        .zip(&table.head.places)
        .any(|(column, place)| column.required && place.is_none());
    let mut expected = table.head.row + 1;
    for (row, cells) in sheet.rows.range(table.head.row + 1..) {
        let ours = |place: &u32| table.head.places.contains(&Some(*place));
        if !cells.keys().any(ours) {
            continue;
        }
        if *row > expected {
            let (first, last) = (expected + 1, *row);
            let words = if first == last {
                format!("第 {first} 行是空行")
            } else {
                format!("第 {first} 至 {last} 行是空行")
            };
            table.faults.push(table.row_fault(first, FaultSeverity::Warning, format!("{words}，已跳过。")));
        }
        expected = row + 1;
        let mut line = Line { row: row + 1, fields: Vec::new(), bad: inside.contains(row) || missing_column };
        for index in 0..table.columns.len() {
            let cell = table.head.places[index].and_then(|place| cells.get(&place));
            let read = field(&table.columns[index], cell);
            let (value, troubles) = (read.0, read.1);
            for (severity, words) in troubles {
                line.bad |= severity == FaultSeverity::Error;
                table.faults.push(table.fault(line.row, index, severity, words));
            }
            line.fields.push(value);
        }
        table.lines.push(line);
    }
}

type Troubles = Vec<(FaultSeverity, String)>;

fn error(words: impl Into<String>) -> Troubles {
    vec![(FaultSeverity::Error, words.into())]
}

fn warning(words: impl Into<String>) -> Troubles {
    vec![(FaultSeverity::Warning, words.into())]
}

/// A cell as its column holds it, with what is wrong.
fn field(column: &Column, cell: Option<&Cell>) -> (Field, Troubles) {
    let Some(cell) = cell else {
        let troubles = if column.required {
            error(format!("“{}”必须填写。", column.title))
        } else {
            Troubles::new()
        };
        return (Field::Empty, troubles);
    };
    if let Some(formula) = &cell.formula {
        let formula: String = formula.chars().take(40).collect();
        return (Field::Empty, error(format!("是公式（={formula}），请“选择性粘贴—数值”后再导入。")));
    }
    if let Value::Error(words) = &cell.value {
        return (Field::Empty, error(format!("是出错的值（{words}），请改正。")));
    }
    match column.holds {
        Holds::Words => words(column, &cell.value),
        Holds::Phone => phone(&cell.value),
        Holds::Day => day(&cell.value),
        Holds::Whole => whole(&cell.value),
    }
}

fn words(column: &Column, value: &Value) -> (Field, Troubles) {
    let (words, troubles) = match value {
        Value::Text(words) => (words.clone(), Troubles::new()),
        Value::Number(number) => {
            (number.to_string(), warning(format!("是数字 {number}，已按文字读取，请核对。")))
        }
        Value::Date(day) => return (Field::Empty, error(format!("应填文字，这里是日期 {day}。"))),
        Value::Flag(_) | Value::Error(_) => return (Field::Empty, error("应填文字，这里是逻辑值。")),
    };
    if words.chars().count() > LONGEST {
        return (Field::Empty, error(format!("内容超过 {LONGEST} 个字，请核对是否填错了格。")));
    }
    if !column.choices.is_empty() && !column.choices.contains(&words) {
        let choices = column.choices.join("、");
        return (Field::Empty, error(format!("“{words}”不在可选内容中，应为：{choices}。")));
    }
    (Field::Words(words), troubles)
}

fn phone(value: &Value) -> (Field, Troubles) {
    match value {
        Value::Text(typed) => match tidy_phone(typed) {
            Ok(phone) => (Field::Words(phone), Troubles::new()),
            Err(wrong) => (Field::Empty, error(format!("{wrong}。"))),
        },
        Value::Number(number) => phone_number(*number),
        Value::Date(_) | Value::Flag(_) | Value::Error(_) => {
            (Field::Empty, error("应填电话号码，并把单元格格式设为“文本”。"))
        }
    }
}

/// A number in a phone column: mobiles and local numbers survive it, an area code loses its leading zero.
fn phone_number(number: f64) -> (Field, Troubles) {
    if number.fract() != 0.0 || !(0.0..1e15).contains(&number) {
        return (Field::Empty, error(format!("{number} 不是电话号码，请把单元格格式设为“文本”后重新填写。")));
    }
    let digits = format!("{number:.0}");
    let mobile = digits.len() == 11 && digits.starts_with('1');
    match tidy_phone(&digits) {
        Ok(phone) if mobile || digits.len() <= 8 => {
            (Field::Words(phone), warning("号码存成了数字，已按文本读取；请把单元格格式设为“文本”。"))
        }
        Ok(_) => (
            Field::Empty,
            error(format!("号码存成了数字 {digits}，可能丢了区号开头的 0，请以文本重新填写。")),
        ),
        Err(wrong) => (Field::Empty, error(format!("{wrong}。"))),
    }
}

fn day(value: &Value) -> (Field, Troubles) {
    match value {
        Value::Date(day) => (Field::Day(*day), Troubles::new()),
        Value::Text(typed) => match written_day(typed) {
            Some(day) => (Field::Day(day), Troubles::new()),
            None => (Field::Empty, error(format!("“{typed}”不是有效的日期，应写成 2016-08-24。"))),
        },
        Value::Number(number) => (Field::Empty, error(number_as_day(*number))),
        Value::Flag(_) | Value::Error(_) => (Field::Empty, error("不是有效的日期，应写成 2016-08-24。")),
    }
}

/// The ways in which offices write a day.
fn written_day(typed: &str) -> Option<NaiveDate> {
    let plain: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let plain = plain.replace(['年', '月', '/', '.', '．', '／'], "-").replace(['日', '号'], "");
    if plain.len() == 8 && plain.chars().all(|c| c.is_ascii_digit()) {
        return NaiveDate::parse_from_str(&plain, "%Y%m%d").ok();
    }
    let parts: Vec<&str> = plain.split('-').collect();
    let [year, month, day] = parts[..] else { return None };
    if year.len() != 4 {
        return None;
    }
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

fn number_as_day(number: f64) -> String {
    if (19_000_101.0..=21_001_231.0).contains(&number)
        && let Some(day) = written_day(&format!("{number:.0}"))
    {
        return format!("{number} 是数字，不是日期；如指 {day}，请写成“{day}”。");
    }
    // Excel counts days from 1899-12-30.
    let start = NaiveDate::from_ymd_opt(1899, 12, 30).expect("a day of the calendar");
    match (1.0..80_000.0).contains(&number).then(|| start + Days::new(number as u64)) {
        Some(day) => format!("{number} 是数字，不是日期；如指 {day}，请把单元格格式设为“日期”。"),
        None => format!("{number} 是数字，不是日期，应写成 2016-08-24。"),
    }
}

fn whole(value: &Value) -> (Field, Troubles) {
    let place =
        |number: f64| (number.fract() == 0.0 && (1.0..=9999.0).contains(&number)).then_some(number as i64);
    match value {
        Value::Number(number) => match place(*number) {
            Some(number) => (Field::Whole(number), Troubles::new()),
            None => (Field::Empty, error(format!("{number} 不是 1 至 9999 之间的整数。"))),
        },
        Value::Text(typed) => match typed.parse().ok().and_then(place) {
            Some(number) => (Field::Whole(number), warning("以文本存放的数字，已按数字读取。")),
            None => (Field::Empty, error(format!("“{typed}”不是 1 至 9999 之间的整数。"))),
        },
        Value::Date(_) | Value::Flag(_) | Value::Error(_) => {
            (Field::Empty, error("应填 1 至 9999 之间的整数。"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_offices_write_them_and_nothing_else_is() {
        for written in
            ["2016-08-24", "2016/8/24", "2016.8.24", "2016年8月24日", "20160824", " 2016 年 8 月 24 日 "]
        {
            assert_eq!(written_day(written), NaiveDate::from_ymd_opt(2016, 8, 24), "{written}");
        }
        for wrong in ["2016-13-01", "2016年8月", "16-08-24", "今年", "2016-02-30", "2016-8-24-1", "-8-24", ""]
        {
            assert_eq!(written_day(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_phone_kept_as_a_number_is_read_only_where_nothing_can_be_lost() {
        assert_eq!(phone_number(19_900_000_001.0).0, Field::Words("19900000001".into()));
        assert_eq!(phone_number(2_345_678.0).0, Field::Words("2345678".into()));
        for lost in [8_162_345_678.0, 81_612_345_678.0, 1.5, -1.0, 1e16, 123.0] {
            assert_eq!(phone_number(lost).0, Field::Empty, "{lost}");
        }
    }
}
