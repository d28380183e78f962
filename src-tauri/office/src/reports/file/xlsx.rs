//! Bytes of an Excel workbook → the rows of its sheets, cell by cell; a formula is no words, and says so.
use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, Reader, Xlsx, XlsxError};

use super::{Cell, Line, damaged};
use crate::kernel::refusal::Result;

/// Most cells that are read; a slip has thirty.
const MOST: usize = 5_000;

/// The rows of every sheet, in order.
pub(super) fn lines(name: &str, bytes: &[u8]) -> Result<Vec<Line>> {
    // A damaged part can trip the reader itself; that is a damaged file, not a fault of the program.
    match catch_unwind(AssertUnwindSafe(|| sheets(bytes))) {
        Ok(Ok(lines)) => Ok(lines),
        Ok(Err(XlsxError::Password)) => Err(damaged(name, "设有打开密码")),
        Ok(Err(_)) | Err(_) => Err(damaged(name, "工作簿")),
    }
}

fn sheets(bytes: &[u8]) -> std::result::Result<Vec<Line>, XlsxError> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes))?;
    let mut lines = Vec::new();
    let mut count = 0;
    for sheet in book.sheet_names() {
        let mut rows: BTreeMap<u32, Line> = BTreeMap::new();
        let mut cells = match book.worksheet_cells_reader(&sheet) {
            Err(XlsxError::NotAWorksheet(_)) => continue,
            other => other?,
        };
        while let Some(cell) = cells.next_cell_with_formula()? {
            count += 1;
            if count > MOST {
                return Ok(lines);
            }
            let (row, column) = cell.pos;
            if column > 1 {
                continue;
            }
            let formula = cell.formula.filter(|formula| !formula.is_empty());
            let trouble = match (&formula, &cell.value) {
                (Some(_), _) => "是公式，请改为文字。".into(),
                (None, DataRef::Error(error)) => format!("是出错的值（{error}），请改正。"),
                _ => String::new(),
            };
            let line = rows.entry(row).or_default();
            while line.len() <= column as usize {
                let letter = if line.is_empty() { 'A' } else { 'B' };
                let place = format!("工作表“{sheet}”{letter}{}", row + 1);
                line.push(Cell { place, text: String::new(), trouble: String::new() });
            }
            line[column as usize].text = words(&cell.value);
            line[column as usize].trouble = trouble;
        }
        lines.extend(rows.into_values());
    }
    Ok(lines)
}

fn words(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(words) => words.trim().to_owned(),
        DataRef::SharedString(words) => words.trim().to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(flag) => if *flag { "是" } else { "否" }.into(),
        DataRef::DateTime(when) => match when.as_datetime() {
            Some(time) if when.is_datetime() => time.date().to_string(),
            _ => when.as_f64().to_string(),
        },
        DataRef::DateTimeIso(words) | DataRef::DurationIso(words) => words.chars().take(10).collect(),
        DataRef::Error(error) => error.to_string(),
    }
}
