//! Bytes of a workbook → sheets of cells, or a sentence that says why it is not a workbook that can be imported.
//!
//! It reads cell by cell, so that a sheet with one cell at its far end costs nothing, and it never panics on what it is
//! given. It deliberately knows no columns and no records.
use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, Reader, Xlsx, XlsxError};
use chrono::NaiveDate;

use crate::kernel::refusal::{Refusal, Result};

/// Largest workbook that is read, in bytes; a roster of 500 rows has about 50 thousand.
const LARGEST: usize = 5 * 1024 * 1024;
/// Largest size its parts may say they unpack to, in bytes.
const UNPACKED: u64 = 200 * 1024 * 1024;
/// Most cells that are read of one sheet.
const MOST_CELLS: usize = 300_000;
const RESAVE: &str = "请用 WPS 或 Excel 打开它，“另存为” Excel 工作簿（.xlsx）后再导入。";

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Words.
    Text(String),
    /// A number.
    Number(f64),
    /// A day.
    Date(NaiveDate),
    /// A truth value.
    Flag(bool),
    /// An error as Excel writes it.
    Error(String),
}

/// A cell that holds something.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Its value.
    pub value: Value,
    /// The formula behind it, if there is one.
    pub formula: Option<String>,
}

/// A merged region: rows and columns from 0, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merged {
    /// Upper left cell.
    pub first: (u32, u32),
    /// Lower right cell.
    pub last: (u32, u32),
}

/// A sheet: its filled cells by row and column from 0.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// Its tab.
    pub name: String,
    /// Its filled cells.
    pub rows: BTreeMap<u32, BTreeMap<u32, Cell>>,
    /// Its merged regions.
    pub merged: Vec<Merged>,
}

/// `C5` for row 4, column 2.
pub fn address(row: u32, column: u32) -> String {
    format!("{}{}", letters(column), row + 1)
}

/// `A`, `Z`, `AA` for 0, 25, 26.
pub fn letters(column: u32) -> String {
    let mut out = String::new();
    let mut left = column + 1;
    while left > 0 {
        let digit = (left - 1) % 26;
        out.insert(0, char::from(b'A' + digit as u8));
        left = (left - 1) / 26;
    }
    out
}

/// Reads every sheet.
pub fn read(name: &str, bytes: &[u8]) -> Result<Vec<Sheet>> {
    if bytes.is_empty() {
        return Err(Refusal::damaged(format!("文件“{name}”是空的。")).hint("请重新选择文件。"));
    }
    if bytes.len() > LARGEST || unpacked(bytes).is_some_and(|size| size > UNPACKED) {
        return Err(Refusal::damaged(format!("文件“{name}”太大，不像是填好的模板。"))
            .hint("请只保留要导入的工作表，去掉图片后再导入（不超过 5 MB）。"));
    }
    // A damaged part can trip the reader itself; that is a damaged file, not a fault of the program.
    match catch_unwind(AssertUnwindSafe(|| sheets(name, bytes))) {
        Ok(Ok(sheets)) => Ok(sheets),
        Ok(Err(Trouble::Refused(refusal))) => Err(refusal),
        Ok(Err(Trouble::Unreadable(error))) => Err(foreign(name, bytes, Some(&error))),
        Err(_) => Err(foreign(name, bytes, None)),
    }
}

enum Trouble {
    Unreadable(XlsxError),
    Refused(Refusal),
}

impl From<XlsxError> for Trouble {
    fn from(error: XlsxError) -> Self {
        Trouble::Unreadable(error)
    }
}

fn sheets(name: &str, bytes: &[u8]) -> std::result::Result<Vec<Sheet>, Trouble> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes))?;
    let mut out = Vec::new();
    for sheet in book.sheet_names() {
        match one(&mut book, &sheet) {
            Ok(Some(cells)) => out.push(cells),
            Ok(None) => {
                return Err(Trouble::Refused(
                    Refusal::damaged(format!("文件“{name}”的工作表“{sheet}”内容过多，不像是填好的模板。"))
                        .hint("请只保留要导入的行和列。"),
                ));
            }
            // A chart sheet holds no cells.
            Err(XlsxError::NotAWorksheet(_)) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(out)
}

fn one(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> std::result::Result<Option<Sheet>, XlsxError> {
    let mut sheet = Sheet { name: name.to_owned(), ..Sheet::default() };
    let mut count = 0;
    let mut cells = book.worksheet_cells_reader(name)?;
    while let Some(cell) = cells.next_cell_with_formula()? {
        let formula = cell.formula.filter(|formula| !formula.is_empty());
        let value = match value(&cell.value) {
            Some(value) => value,
            None if formula.is_some() => Value::Text(String::new()),
            None => continue,
        };
        count += 1;
        if count > MOST_CELLS {
            return Ok(None);
        }
        sheet.rows.entry(cell.pos.0).or_default().insert(cell.pos.1, Cell { value, formula });
    }
    drop(cells);
    let regions = book.merge_cells_by_sheet_name(name)?;
    sheet.merged =
        regions.into_iter().map(|region| Merged { first: region.start, last: region.end }).collect();
    Ok(Some(sheet))
}

fn value(cell: &DataRef<'_>) -> Option<Value> {
    let text = |words: &str| (!words.trim().is_empty()).then(|| Value::Text(words.trim().to_owned()));
    match cell {
        DataRef::Empty => None,
        DataRef::Int(number) => Some(Value::Number(*number as f64)),
        DataRef::Float(number) => Some(Value::Number(*number)),
        DataRef::String(words) => text(words),
        DataRef::SharedString(words) => text(words),
        DataRef::Bool(flag) => Some(Value::Flag(*flag)),
        DataRef::DateTime(when) => match when.as_datetime() {
            Some(time) if when.is_datetime() => Some(Value::Date(time.date())),
            _ => Some(Value::Number(when.as_f64())),
        },
        DataRef::DateTimeIso(words) => match words.get(..10).and_then(|day| day.parse().ok()) {
            Some(day) => Some(Value::Date(day)),
            None => text(words),
        },
        DataRef::DurationIso(words) => text(words),
        DataRef::Error(error) => Some(Value::Error(error.to_string())),
    }
}

/// Says what a file is that is not a readable .xlsx workbook.
fn foreign(name: &str, bytes: &[u8], error: Option<&XlsxError>) -> Refusal {
    let holds = |words: &[u8]| bytes.windows(words.len()).any(|window| window == words);
    let start: String = String::from_utf8_lossy(&bytes[..bytes.len().min(400)]).to_lowercase();
    let zip = bytes.starts_with(b"PK");
    let (fact, hint) = match () {
        () if matches!(error, Some(XlsxError::Password)) => {
            ("设有打开密码，无法读取", "请在 WPS 或 Excel 中取消密码后再导入。")
        }
        () if bytes.starts_with(b"\xd0\xcf\x11\xe0") => {
            ("是旧版 Excel 格式（.xls）或其他旧版 Office 文件", RESAVE)
        }
        () if zip && holds(b"word/") => {
            ("是 Word 文档，不是 Excel 工作簿", "请下载导入模板，把内容填入模板后再导入。")
        }
        () if zip && holds(b"opendocument") => ("是 OpenDocument 表格（.ods）", RESAVE),
        () if zip && holds(b"xl/workbook.bin") => ("是二进制工作簿（.xlsb）", RESAVE),
        () if zip && holds(b"xl/") => {
            ("已损坏或没有传完整，无法读取", "请重新保存或重新获取这个文件后再导入。")
        }
        () if zip => {
            ("是压缩包或已损坏的文件，不是 Excel 工作簿", "请选择 .xlsx 文件；在压缩包里的请先解压。")
        }
        () if bytes.starts_with(b"%PDF") => {
            ("是 PDF，不是 Excel 工作簿", "请下载导入模板，把内容填入模板后再导入。")
        }
        () if start.contains("<html") || start.contains("<table") || start.contains("<?xml") => {
            ("是网页格式的表格，不是真正的 Excel 工作簿", RESAVE)
        }
        () if !bytes.contains(&0) && std::str::from_utf8(bytes).is_ok() => {
            ("是文本文件（如 CSV），不是 Excel 工作簿", RESAVE)
        }
        () => ("不是 Excel 工作簿，或已损坏", "请选择 .xlsx 文件，或下载导入模板填写。"),
    };
    Refusal::damaged(format!("文件“{name}”{fact}。没有写入任何内容。")).hint(hint)
}

/// What the parts of a zip file say they unpack to, by its central directory (APPNOTE 4.3.12).
fn unpacked(bytes: &[u8]) -> Option<u64> {
    const ENTRY: &[u8] = b"PK\x01\x02";
    if !bytes.starts_with(b"PK") {
        return None;
    }
    let sizes = bytes.windows(28).filter(|window| window.starts_with(ENTRY)).map(|window| {
        let size: [u8; 4] = window[24..28].try_into().expect("four bytes of a window of 28");
        u64::from(u32::from_le_bytes(size))
    });
    Some(sizes.sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_named_as_excel_names_it() {
        for (row, column, name) in
            [(0, 0, "A1"), (4, 2, "C5"), (0, 25, "Z1"), (9, 26, "AA10"), (0, 701, "ZZ1"), (0, 702, "AAA1")]
        {
            assert_eq!(address(row, column), name);
        }
    }

    #[test]
    fn what_is_no_workbook_is_named_for_what_it_is() {
        let cases: [(&[u8], &str); 8] = [
            (b"", "是空的"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", ".xls"),
            (b"PK\x03\x04 word/document.xml", "Word"),
            (b"PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.spreadsheet", ".ods"),
            (b"PK\x03\x04 xl/workbook.xml cut off", "已损坏"),
            (b"%PDF-1.7", "PDF"),
            (b"<html><table><tr><td>1</td></tr></table></html>", "网页"),
            ("单位,姓名\n市质监局,张三".as_bytes(), "CSV"),
        ];
        for (bytes, words) in cases {
            let refusal = read("名册", bytes).unwrap_err();
            assert!(refusal.message.contains(words), "{} lacks {words}", refusal.message);
            assert!(refusal.hint.is_some());
        }
    }
}
