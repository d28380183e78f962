//! From what a room says to a finished file: faces, watermark of demonstration data, properties of the file.
//!
//! Every paper of the program passes here, so that 示例 cannot be forgotten. It deliberately sets nothing itself.
use press::document::Watermark;
use press::form::Form;
use press::ledger::Ledger;
use press::page::Placed;
use press::{Document, layout, pdf, xlsx};

use crate::kernel::answer::Paper;
use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;

/// An official document as PDF.
pub fn document(desk: &Desk<'_>, mut document: Document) -> Result<Paper> {
    mark(desk, &mut document.watermarks);
    let placed = layout::place_document(&document, desk.fonts())?;
    finish(desk, &placed, &document.title)
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

/// A ledger as PDF.
pub fn ledger(desk: &Desk<'_>, ledger: Ledger) -> Result<Paper> {
    let ledger = marked(desk, ledger);
    let placed = layout::place_ledger(&ledger, desk.fonts())?;
    finish(desk, &placed, &ledger.title)
}

/// A workbook knows no watermark: the line under the title says it, on screen and on paper.
fn marked(desk: &Desk<'_>, mut ledger: Ledger) -> Ledger {
    if desk.demo {
        ledger.note = format!("【示例数据】{}", ledger.note);
    }
    ledger
}

fn mark(desk: &Desk<'_>, watermarks: &mut Vec<Watermark>) {
    if desk.demo && !watermarks.contains(&Watermark::Sample) {
        watermarks.push(Watermark::Sample);
    }
}

fn finish(desk: &Desk<'_>, placed: &Placed, title: &str) -> Result<Paper> {
    let properties = pdf::Properties {
        title: title.into(),
        subject: desk.campaign.name.clone(),
        author: desk.profile.office.name.clone(),
        created: desk.now,
    };
    let printed = pdf::write(placed, desk.fonts(), &properties)?;
    Ok(Paper::pdf(title, printed.bytes))
}
