//! A ledger as a workbook: title, note, head, typed rows, totals.
//!
//! Rows are taken one after the other, written once and leave memory at once (the writer's constant memory mode): a
//! hundred thousand of them need little more memory than ten, beside the finished file. A row that is refused ends the work: nothing is given out.
use std::borrow::Borrow;

use chrono::{Datelike, Timelike};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Formula, Workbook, Worksheet, utility};

use super::{Formats, MAX_COLUMNS, MAX_ROWS, check_length, fault, lines_in, row_height, set_page, width_of};
use crate::Fault;
use crate::ledger::{Column, Head, Kind, Ledger, Total, Totals, Value, check_head, check_row};

/// The workbook of a ledger, as bytes of an .xlsx file.
///
/// A row shorter than the columns is filled up with empty cells; a longer one is refused, because something would be lost.
pub fn write(ledger: &Ledger) -> Result<Vec<u8>, Fault> {
    write_rows(ledger.head(), ledger.rows.iter().map(Ok::<_, Fault>))
}

/// The same with rows that are made one by one while they are written. Whoever makes them may fail in their own way.
///
/// # Errors
/// A [`Fault`] with the row and column that cannot be written, or the first error of `rows`. Nothing is written then.
pub fn write_rows<R, E>(head: Head<'_>, rows: impl Iterator<Item = Result<R, E>>) -> Result<Vec<u8>, E>
where
    R: Borrow<Vec<Value>>,
    E: From<Fault>,
{
    check(head)?;
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_title(head.title));
    let sheet = book.add_worksheet_with_constant_memory().map_err(fault)?;
    sheet.set_name(super::tab_name(head.title)).map_err(fault)?;
    sheet.set_default_row_height(row_height(1));
    let formats = Formats::new();
    let top = write_top(sheet, head, &formats)?;
    let mut totals = Totals::of(head.columns);
    let mut last = top;
    for row in rows {
        let row = row?;
        let row = row.borrow();
        last += 1;
        check_cells(head, (last, last - top), row)?;
        totals.add(row);
        write_row(sheet, last, head.columns, row, &formats)?;
    }
    if let Some(row) = totals.row() {
        write_totals(sheet, (top + 1, last), head.columns, &row, &formats)?;
    }
    finish(sheet, head, (top, last))?;
    Ok(book.save_to_buffer().map_err(fault)?)
}

/// Filter over the rows, head frozen and repeated, page set-up. The totals stand below what is filtered.
fn finish(sheet: &mut Worksheet, head: Head<'_>, (top, last): (u32, u32)) -> Result<(), Fault> {
    sheet.autofilter(top, 0, last, (head.columns.len() - 1) as u16).map_err(fault)?;
    sheet.set_freeze_panes(top + 1, 0).map_err(fault)?;
    sheet.set_repeat_rows(top, top).map_err(fault)?;
    set_page(sheet, head.columns.iter().map(|c| width_of(c.width)).sum());
    Ok(())
}

/// What could stop the writing before the first row.
fn check(head: Head<'_>) -> Result<(), Fault> {
    check_head(head)?;
    if head.columns.len() > MAX_COLUMNS {
        return Err(Fault::new(format!(
            "台账《{}》有 {} 列，Excel 最多 {MAX_COLUMNS} 列，请减少列后再导出。",
            head.title,
            head.columns.len()
        )));
    }
    check_length(head.title, || "标题".into())?;
    check_length(head.note, || "标题下的说明".into())?;
    head.columns.iter().try_for_each(|column| check_length(&column.title, || "表头".into()))
}

/// What could stop the writing at a row; `number` counts from 1 below the head.
fn check_cells(head: Head<'_>, (at, number): (u32, u32), row: &[Value]) -> Result<(), Fault> {
    // One row is kept for the totals.
    if at as usize + 2 > MAX_ROWS {
        return Err(Fault::new(format!(
            "台账《{}》超过 {} 行，Excel 一张工作表放不下，请缩小筛选范围后再导出。",
            head.title,
            number - 1
        )));
    }
    check_row(head, number as usize, row)?;
    for (value, column) in row.iter().zip(head.columns) {
        if let Value::Text(words) = value {
            check_length(words, || format!("第 {number} 行“{}”", column.title))?;
        }
    }
    Ok(())
}

/// Title, note and head with the column widths; gives the head's row number.
fn write_top(sheet: &mut Worksheet, ledger: Head<'_>, formats: &Formats) -> Result<u32, Fault> {
    for (column, number) in ledger.columns.iter().zip(0u16..) {
        sheet.set_column_width(number, width_of(column.width)).map_err(fault)?;
    }
    let total: f64 = ledger.columns.iter().map(|c| width_of(c.width)).sum();
    let last = (ledger.columns.len() - 1) as u16;
    // 18 pt characters are 1.64 times as wide as the body's.
    let title_lines = lines_in(ledger.title, total / 1.64);
    sheet.set_row_height(0, (title_lines as f64 * 26.0 + 10.0).min(super::MAX_ROW_PT)).map_err(fault)?;
    across(sheet, 0, last, ledger.title, &formats.title)?;
    let mut head = 1;
    if !ledger.note.is_empty() {
        sheet.set_row_height(1, row_height(lines_in(ledger.note, total))).map_err(fault)?;
        across(sheet, 1, last, ledger.note, &formats.note)?;
        head = 2;
    }
    let lines = ledger.columns.iter().map(|c| lines_in(&c.title, width_of(c.width))).max().unwrap_or(1);
    sheet.set_row_height(head, row_height(lines) + 5.0).map_err(fault)?;
    for (column, number) in ledger.columns.iter().zip(0u16..) {
        sheet.write_string_with_format(head, number, &column.title, &formats.head).map_err(fault)?;
    }
    Ok(head)
}

/// The last row: formulas that follow the filter, with what they come to now.
fn write_totals(
    sheet: &mut Worksheet,
    (first, last): (u32, u32),
    columns: &[Column],
    row: &[Value],
    formats: &Formats,
) -> Result<(), Fault> {
    let at = last + 1;
    for ((value, column), col) in row.iter().zip(columns).zip(0u16..) {
        // SUBTOTAL leaves out what the filter hides: 109 adds, 103 counts filled cells.
        let function = match column.total {
            Total::None => {
                sheet.write_string_with_format(at, col, value.to_string(), &formats.total).map_err(fault)?;
                continue;
            }
            Total::Sum => 109,
            Total::Count => 103,
        };
        let range = utility::row_col_to_cell(first, col) + ":" + &utility::row_col_to_cell(last, col);
        let formula = Formula::new(format!("SUBTOTAL({function},{range})")).set_result(value.to_string());
        let share = column.kind == Kind::Percent && column.total == Total::Sum;
        let format = if share { &formats.total_percent } else { &formats.total_number };
        sheet.write_formula_with_format(at, col, formula, format).map_err(fault)?;
    }
    Ok(())
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
    // The writer remembers every height that it is told (some 400 bytes a row), so it is told only of higher rows; and
    // first of all: in constant memory mode the row is gone once the next one begins.
    if lines > 1 {
        sheet.set_row_height(number, row_height(lines)).map_err(fault)?;
    }
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
            let format = if kind == Kind::Percent { &formats.percent } else { &formats.number };
            sheet.write_number_with_format(row, col, *number, format).map_err(fault)?;
            return Ok(());
        }
        Value::Moment(at) if kind != Kind::Code => match excel_moment(*at) {
            Some(moment) => {
                sheet.write_datetime_with_format(row, col, &moment, &formats.moment).map_err(fault)?;
                return Ok(());
            }
            None => at.to_string(),
        },
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
    let year = u16::try_from(date.year()).ok().filter(|y| (1900..=9999).contains(y))?;
    ExcelDateTime::from_ymd(year, date.month() as u8, date.day() as u8).ok()
}

fn excel_moment(at: chrono::NaiveDateTime) -> Option<ExcelDateTime> {
    excel_date(at.date())?.and_hms(at.hour() as u16, at.minute() as u8, at.second()).ok()
}
