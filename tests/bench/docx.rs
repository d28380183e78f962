//! Our PDF against LibreOffice's, of the same minutes: ours from the data, its from the Word file of the same data.
use std::time::Instant;

use press::document::Document;
use press::fonts::Fonts;
use press::pdf::Properties;
use zhiqiang_tests::libreoffice::{is_there, to_pdf};

use crate::{line, millis};

/// Prints how often as fast ours is.
pub fn figures(document: &Document, fonts: &Fonts, properties: &Properties) {
    let begun = Instant::now();
    let file = press::docx::write_document(document, fonts, properties).expect("the sample can be written");
    line("minutes to DOCX, warm", &millis(begun.elapsed()), "");
    line("  size", &format!("{} KB", file.len() / 1000), "");
    if !is_there() {
        return line("PDF, against LibreOffice", "no soffice", "≥ 10 ×");
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("minutes.docx");
    std::fs::write(&path, file).expect("the folder is writable");
    // The first run makes a profile; only the second counts.
    to_pdf(std::slice::from_ref(&path), folder.path());
    let begun = Instant::now();
    to_pdf(&[path], folder.path());
    let theirs = begun.elapsed();
    let begun = Instant::now();
    let placed = press::layout::place_document(document, fonts).expect("the sample can be placed");
    press::pdf::write(&placed, fonts, properties).expect("the sample can be written");
    let ours = begun.elapsed();
    line("PDF, LibreOffice from the DOCX", &millis(theirs), "");
    line("PDF, ours is faster by", &format!("{:.0} ×", theirs.as_secs_f64() / ours.as_secs_f64()), "≥ 10 ×");
}
