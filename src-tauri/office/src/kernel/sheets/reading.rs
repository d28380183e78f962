//! A sheet → its lines: head, merged regions, empty rows; every fault at its place.
//!
//! It deliberately compares no row with another and asks no store: the room does.
use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::cells::{Field, field};
use super::columns::{Column, Head, find_head};
use super::report::{FaultSeverity, ImportFault};
use super::workbook::{Merged, Sheet, address, letters};

/// A row with content.
#[derive(Debug, Clone)]
pub struct Line {
    /// Row as Excel counts, from 1.
    pub row: u32,
    /// One field a column.
    pub fields: Vec<Field>,
    /// Whether a cell of it is wrong.
    pub bad: bool,
}

/// A sheet as read: lines, and the faults found so far.
pub struct Table {
    /// Its tab.
    pub name: &'static str,
    /// The columns looked for.
    pub columns: Vec<Column>,
    /// Where they stand.
    pub head: Head,
    /// Rows with content.
    pub lines: Vec<Line>,
    /// What was found so far.
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
pub fn read(name: &'static str, columns: Vec<Column>, sheet: &Sheet) -> Table {
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
