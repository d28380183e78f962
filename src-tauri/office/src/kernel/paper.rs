//! From what a room says to a finished file: faces, watermark of demonstration data, properties of the file.
//!
//! Every paper of the program passes here, so that 示例 cannot be forgotten. It deliberately sets nothing itself.
use press::document::Watermark;
use press::form::Form;
use press::ledger::{Head, Ledger, Value};
use press::marked::Marked;
use press::page::Placed;
use press::{Document, docx, layout, pdf, xlsx};

use crate::kernel::answer::Paper;
use crate::kernel::desk::Desk;
use crate::kernel::refusal::{Refusal, Result};

/// More rows than this are no paper any more: about two hundred pages.
const PRINTED_ROWS: u64 = 5_000;

/// An official document as PDF.
pub fn document(desk: &Desk<'_>, mut document: Document) -> Result<Paper> {
    mark(desk, &mut document.watermarks);
    let placed = layout::place_document(&document, desk.fonts())?;
    finish(desk, &placed, &document.title)
}

/// The same document as a Word file.
pub fn word(desk: &Desk<'_>, mut document: Document) -> Result<Paper> {
    mark(desk, &mut document.watermarks);
    let bytes = docx::write_document(&document, desk.fonts(), &properties(desk, &document.title))?;
    Ok(Paper::docx(&document.title, bytes))
}

/// An office form as PDF.
pub fn form(desk: &Desk<'_>, mut form: Form) -> Result<Paper> {
    mark(desk, &mut form.watermarks);
    let placed = layout::place_form(&form, desk.fonts())?;
    finish(desk, &placed, &form.title)
}

/// A ledger as workbook, exactly as shown.
pub fn workbook(desk: &Desk<'_>, ledger: Ledger) -> Result<Paper> {
    let ledger = marked(desk, ledger);
    Ok(Paper::xlsx(&ledger.title, xlsx::write(&ledger)?))
}

/// A long ledger as workbook: its rows are made while they are written. A row that fails leaves nothing behind.
pub fn workbook_rows(
    desk: &Desk<'_>,
    head: Head<'_>,
    rows: impl Iterator<Item = Result<Vec<Value>>>,
) -> Result<Paper> {
    let note = note(desk, head.note);
    let bytes = xlsx::write_rows(Head { note: &note, ..head }, rows)?;
    Ok(Paper::xlsx(head.title, bytes))
}

/// A ledger as PDF.
pub fn ledger(desk: &Desk<'_>, ledger: Ledger) -> Result<Paper> {
    check_printable(&ledger.title, ledger.rows.len() as u64)?;
    let ledger = marked(desk, ledger);
    let placed = layout::place_ledger(&ledger, desk.fonts())?;
    finish(desk, &placed, &ledger.title)
}

/// Refuses to print a ledger of more rows than anybody reads on paper.
pub fn check_printable(title: &str, rows: u64) -> Result<()> {
    if rows > PRINTED_ROWS {
        let said = format!("《{title}》有 {rows} 行，超过可打印的 {PRINTED_ROWS} 行。");
        return Err(Refusal::refused(said).hint("请缩小筛选范围后再打印，或导出 Excel。"));
    }
    Ok(())
}

/// A workbook knows no watermark: the line under the title says it, on screen and on paper.
fn marked(desk: &Desk<'_>, mut ledger: Ledger) -> Ledger {
    ledger.note = note(desk, &ledger.note);
    ledger
}

fn note(desk: &Desk<'_>, note: &str) -> String {
    if desk.demo { format!("【示例数据】{note}") } else { note.to_owned() }
}

fn mark(desk: &Desk<'_>, watermarks: &mut Vec<Watermark>) {
    if desk.demo && !watermarks.contains(&Watermark::Sample) {
        watermarks.push(Watermark::Sample);
    }
}

fn properties(desk: &Desk<'_>, title: &str) -> pdf::Properties {
    pdf::Properties {
        title: title.into(),
        subject: desk.campaign.name.clone(),
        author: desk.profile.office.name.clone(),
        created: desk.now,
    }
}

fn finish(desk: &Desk<'_>, placed: &Placed, title: &str) -> Result<Paper> {
    let printed = pdf::write(placed, desk.fonts(), &properties(desk, title))?;
    desk.shelf.last_papers.remember(title, desk.now, &printed);
    Ok(Paper::pdf(title, printed.bytes))
}

/// A draft with its changes marked (花脸稿) as PDF.
pub fn marked_draft(desk: &Desk<'_>, mut marked: Marked) -> Result<Paper> {
    mark(desk, &mut marked.watermarks);
    let placed = layout::place_marked(&marked, desk.fonts())?;
    finish(desk, &placed, &marked.title)
}
