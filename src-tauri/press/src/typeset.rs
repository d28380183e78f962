//! What a source text says, set as a file: PDF, PDF/A or DOCX, and what must be said about it.
//!
//! It deliberately adds nothing: it calls layout and writers in their order.
use std::collections::BTreeSet;

use crate::document::Document;
use crate::fonts::{FaceReport, Fonts, Origin};
use crate::page::{Face, Placed};
use crate::source::Said;
use crate::{Fault, docx, layout, pdf};

/// What kind of file is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Output {
    /// PDF 1.7.
    #[default]
    Pdf,
    /// PDF/A-2b (ISO 19005-2), to be kept for decades.
    Archive,
    /// Word (ISO/IEC 29500).
    Docx,
}

impl Output {
    /// Ending of the file's name, without the stop.
    pub fn ending(self) -> &'static str {
        match self {
            Output::Docx => "docx",
            Output::Pdf | Output::Archive => "pdf",
        }
    }
}

/// A finished file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The file.
    pub bytes: Vec<u8>,
    /// Pages of the paper; of a Word file those that the same text has on paper.
    pub pages: usize,
    /// Roles whose face is of another design.
    pub substituted: Vec<FaceReport>,
    /// Characters that no face has; 〓 stands in their place on paper.
    pub missing: Vec<char>,
    /// What could not be set as the standard wants it, in Chinese sentences.
    pub notes: Vec<String>,
}

/// Places what a source says on pages.
///
/// # Errors
/// What layout cannot set.
pub fn place(said: &Said, fonts: &Fonts) -> Result<Placed, Fault> {
    match said {
        Said::Document(document) => layout::place_document(document, fonts),
        Said::Bulletin(bulletin) => layout::place_bulletin(bulletin, fonts),
    }
}

/// What can be said of placed pages before they are drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looked {
    /// Pages.
    pub pages: usize,
    /// Roles whose face is of another design.
    pub substituted: Vec<FaceReport>,
    /// Characters that no face has.
    pub missing: Vec<char>,
    /// What could not be set as the standard wants it, in Chinese sentences.
    pub notes: Vec<String>,
}

/// Looks placed pages over; much quicker than drawing them.
pub fn look(placed: &Placed, fonts: &Fonts) -> Looked {
    let runs = || placed.pages.iter().flat_map(|page| &page.runs);
    let faces: BTreeSet<Face> = runs().map(|run| run.face).collect();
    let reports = faces.into_iter().filter_map(|face| fonts.report_of(face));
    let characters: BTreeSet<char> = runs().flat_map(|run| run.glyphs.iter().map(|glyph| glyph.ch)).collect();
    Looked {
        pages: placed.pages.len(),
        substituted: reports.filter(|report| report.kind == Origin::Substituted).cloned().collect(),
        missing: fonts.missing(&characters.into_iter().collect::<String>()),
        notes: placed.notes.clone(),
    }
}

/// Makes the file.
///
/// # Errors
/// What layout or the writer cannot make, in a sentence.
pub fn make(said: &Said, fonts: &Fonts, properties: &pdf::Properties, output: Output) -> Result<Made, Fault> {
    let placed = place(said, fonts)?;
    let options = pdf::Options { archive: output == Output::Archive };
    let printed = pdf::write_with(&placed, fonts, properties, options)?;
    let bytes = if output == Output::Docx { word(said, fonts, properties)? } else { printed.bytes };
    let (pages, substituted, missing) = (printed.pages, printed.substituted, printed.missing);
    Ok(Made { bytes, pages, substituted, missing, notes: placed.notes })
}

fn word(said: &Said, fonts: &Fonts, properties: &pdf::Properties) -> Result<Vec<u8>, Fault> {
    match said {
        Said::Document(document) => docx::write_document(document, fonts, properties),
        Said::Bulletin(bulletin) => docx::write_bulletin(bulletin, fonts, properties),
    }
}

/// Who made a paper, as its file says: the printing office, else the first authority, else the issuer.
pub fn author(said: &Said) -> &str {
    match said {
        Said::Document(document) => {
            let Document { printed_by, authorities, issuer, .. } = &**document;
            let signed = authorities.first().map_or("", |authority| authority.name.as_str());
            [printed_by.as_str(), signed, issuer]
                .into_iter()
                .find(|name| !name.is_empty())
                .unwrap_or_default()
        }
        Said::Bulletin(bulletin) => &bulletin.issuer,
    }
}
