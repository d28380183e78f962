//! The electronic slip (电子报送单): a form made here as Word or Excel, filled in by a unit and read back cell by cell.
//!
//! ```text
//! labels.rs ─▶ blank.rs ─▶ .docx / .xlsx ─▶ the unit ─▶ docx.rs / xlsx.rs ─▶ cells with places ─▶ slip.rs ─▶ pieces or faults
//! ```
//!
//! It promises that every fault names table, row and column, or sheet and cell, and that a file with a fault writes nothing.
//! It deliberately knows no store.
mod blank;
mod docx;
mod labels;
mod slip;
mod xlsx;

pub use blank::ReportBlankFormat;
pub(super) use blank::{Filled, make};
pub use slip::{ReportFileFault, Slip};

use crate::kernel::refusal::{Refusal, Result};

/// Largest file that is read, in bytes.
const LARGEST: usize = 20 * 1024 * 1024;

/// A filled cell with its place in words.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Cell {
    /// `第1个表格第3行第2列`, `工作表“信息报送单”B5`.
    place: String,
    /// Paragraphs joined by line feeds.
    text: String,
    /// Why it cannot be taken as it is (a formula, an error); empty if it can.
    trouble: String,
}

/// A row of two or more cells.
type Line = Vec<Cell>;

/// Reads a filled form.
///
/// # Errors
/// Says what the file is where it is none of both; faults inside come with the slip.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Slip> {
    if bytes.is_empty() {
        return Err(Refusal::damaged(format!("文件“{name}”是空的。")).hint("请重新选择文件。"));
    }
    if bytes.len() > LARGEST {
        return Err(Refusal::damaged(format!("文件“{name}”超过 20 MB。")).hint("请把图片作为附件另行上传。"));
    }
    let holds = |words: &[u8]| bytes.windows(words.len()).any(|window| window == words);
    let lines = match () {
        () if bytes.starts_with(b"PK") && holds(b"word/document.xml") => docx::lines(name, bytes)?,
        () if bytes.starts_with(b"PK") && holds(b"xl/") => xlsx::lines(name, bytes)?,
        () => return Err(foreign(name, bytes)),
    };
    slip::of(name, &lines)
}

/// Says what a file is that is not a filled form.
fn foreign(name: &str, bytes: &[u8]) -> Refusal {
    let (what, hint) = match () {
        () if bytes.starts_with(b"\xd0\xcf\x11\xe0") => (
            "是旧版 Office 文件（.doc 或 .xls）或设有密码",
            "请用 WPS 或 Office 打开，去掉密码，另存为 .docx 或 .xlsx 后再导入。",
        ),
        () if bytes.starts_with(b"%PDF") => {
            ("是 PDF，不能逐格读取", "请单位报送填好的 Word 或 Excel 报送单；PDF 可作为附件保存。")
        }
        () if bytes.starts_with(b"PK") => {
            ("是压缩包或已损坏，不是报送单", "请先解压，选择其中的 .docx 或 .xlsx 文件。")
        }
        () => ("不是 Word 或 Excel 报送单", "请选择用空白报送单填好的 .docx 或 .xlsx 文件。"),
    };
    Refusal::damaged(format!("文件“{name}”{what}。没有写入任何内容。")).hint(hint)
}

/// A damaged part named plainly.
fn damaged(name: &str, what: &str) -> Refusal {
    Refusal::damaged(format!("文件“{name}”已损坏或没有传完整（{what}）。没有写入任何内容。"))
        .hint("请单位重新保存后再报送，或用空白报送单重新填写。")
}
