//! A ledger as a workbook: title, note, head, typed rows.
//!
//! Rows are written once, in order, and leave memory at once (the writer's constant memory mode).
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet};

use super::{Formats, MAX_COLUMNS, MAX_ROWS, check_length, fault, lines_in, row_height, set_page, width_of};
use crate::ledger::{Column, Kind, Ledger, Value};
use crate::{Fault, ledger};

/// The workbook of a ledger, as bytes of an .xlsx file.
///
/// A row shorter than the columns is filled up with empty cells; a longer one is refused, because something would be lost.
pub fn write(ledger: &Ledger) -> Result<Vec<u8>, Fault> {
    check(ledger)?;
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_title(&ledger.title));
    let sheet = book.add_worksheet_with_constant_memory().map_err(fault)?;
    sheet.set_name(super::tab_name(&ledger.title)).map_err(fault)?;
    let formats = Formats::new();
    let head = write_top(sheet, ledger, &formats)?;
    let first = head + 1;
    for (row, number) in ledger.rows.iter().zip(first..) {
        write_row(sheet, number, &ledger.columns, row, &formats)?;
    }
    let last_column = (ledger.columns.len() - 1) as u16;
    let last_row = head + ledger.rows.len() as u32;
    sheet.autofilter(head, 0, last_row, last_column).map_err(fault)?;
    sheet.set_freeze_panes(first, 0).map_err(fault)?;
    sheet.set_repeat_rows(head, head).map_err(fault)?;
    set_page(sheet, ledger.columns.iter().map(|c| width_of(c.width)).sum());
    book.save_to_buffer().map_err(fault)
}

/// Everything that could stop the writing half-way, said before it begins.
fn check(ledger: &Ledger) -> Result<(), Fault> {
    ledger::check(ledger)?;
    if ledger.columns.len() > MAX_COLUMNS {
        return Err(Fault::new(format!(
            "台账《{}》有 {} 列，Excel 最多 {MAX_COLUMNS} 列，请减少列后再导出。",
            ledger.title,
            ledger.columns.len()
        )));
    }
    if ledger.rows.len() + 3 > MAX_ROWS {
        return Err(Fault::new(format!(
            "台账《{}》有 {} 行，Excel 一张工作表放不下，请缩小筛选范围后再导出。",
            ledger.title,
            ledger.rows.len()
        )));
    }
    check_length(&ledger.title, || "标题".into())?;
    check_length(&ledger.note, || "标题下的说明".into())?;
    for column in &ledger.columns {
        check_length(&column.title, || "表头".into())?;
    }
    for (r, row) in ledger.rows.iter().enumerate() {
        for (value, column) in row.iter().zip(&ledger.columns) {
            if let Value::Text(words) = value {
                check_length(words, || format!("第 {} 行“{}”", r + 1, column.title))?;
            }
        }
    }
    Ok(())
}

/// Title, note and head with the column widths; gives the head's row number.
fn write_top(sheet: &mut Worksheet, ledger: &Ledger, formats: &Formats) -> Result<u32, Fault> {
    for (column, number) in ledger.columns.iter().zip(0u16..) {
        sheet.set_column_width(number, width_of(column.width)).map_err(fault)?;
    }
    let total: f64 = ledger.columns.iter().map(|c| width_of(c.width)).sum();
    let last = (ledger.columns.len() - 1) as u16;
    // 18 pt characters are 1.64 times as wide as the body's.
    let title_lines = lines_in(&ledger.title, total / 1.64);
    sheet.set_row_height(0, (title_lines as f64 * 26.0 + 10.0).min(super::MAX_ROW_PT)).map_err(fault)?;
    across(sheet, 0, last, &ledger.title, &formats.title)?;
    let mut head = 1;
    if !ledger.note.is_empty() {
        sheet.set_row_height(1, row_height(lines_in(&ledger.note, total))).map_err(fault)?;
        across(sheet, 1, last, &ledger.note, &formats.note)?;
        head = 2;
    }
    let lines = ledger.columns.iter().map(|c| lines_in(&c.title, width_of(c.width))).max().unwrap_or(1);
    sheet.set_row_height(head, row_height(lines) + 5.0).map_err(fault)?;
    for (column, number) in ledger.columns.iter().zip(0u16..) {
        sheet.write_string_with_format(head, number, &column.title, &formats.head).map_err(fault)?;
    }
    Ok(head)
}

/// Words over the whole width; Excel refuses to merge a single cell.
fn across(
    sheet: &mut Worksheet,
    row: u32,
    last: u16,
    words: &str,
    format: &rust_xlsxwriter::Format,
) -> Result<(), Fault> {
    if last == 0 {
        sheet.write_string_with_format(row, 0, words, format).map_err(fault)?;
    } else {
        sheet.merge_range(row, 0, row, last, words, format).map_err(fault)?;
    }
    Ok(())
}

fn write_row(
    sheet: &mut Worksheet,
    number: u32,
    columns: &[Column],
    row: &[Value],
    formats: &Formats,
) -> Result<(), Fault> {
    let mut lines = 1;
    for (i, column) in columns.iter().enumerate() {
        let value = row.get(i).unwrap_or(&Value::Empty);
        if let Value::Text(words) = value {
            lines = lines.max(lines_in(words, width_of(column.width)));
        }
    }
    // The height goes first: in constant memory mode the row is gone once the next one begins.
    sheet.set_row_height(number, row_height(lines)).map_err(fault)?;
    for (i, column) in columns.iter().enumerate() {
        write_value(sheet, (number, i as u16), column.kind, row.get(i).unwrap_or(&Value::Empty), formats)?;
    }
    Ok(())
}

/// The value decides the cell's type, the column its look; a code is text whatever it came as.
fn write_value(
    sheet: &mut Worksheet,
    (row, col): (u32, u16),
    kind: Kind,
    value: &Value,
    formats: &Formats,
) -> Result<(), Fault> {
    let words = match value {
        Value::Empty => {
            sheet.write_blank(row, col, formats.of(kind)).map_err(fault)?;
            return Ok(());
        }
        Value::Number(number) if kind != Kind::Code && number.is_finite() => {
            sheet.write_number_with_format(row, col, *number, &formats.number).map_err(fault)?;
            return Ok(());
        }
        Value::Date(date) if kind != Kind::Code => match excel_date(*date) {
            Some(date) => {
                sheet.write_datetime_with_format(row, col, &date, &formats.date).map_err(fault)?;
                return Ok(());
            }
            // Excel knows no day before 1900; it stays readable as words.
            None => date.to_string(),
        },
        Value::Text(words) => words.clone(),
        other => other.to_string(),
    };
    sheet.write_string_with_format(row, col, &words, formats.of_words(&words, kind)).map_err(fault)?;
    Ok(())
}

fn excel_date(date: chrono::NaiveDate) -> Option<ExcelDateTime> {
    use chrono::Datelike;
    let year = u16::try_from(date.year()).ok().filter(|y| (1900..=9999).contains(y))?;
    ExcelDateTime::from_ymd(year, date.month() as u8, date.day() as u8).ok()
}
