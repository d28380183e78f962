//! Draws placed pages as PDF 1.7: every face embedded as a subset, every character searchable, text at its place.
//!
//! Promised: characters stand where layout put them, whatever the face's own advances are; a picture is stored once and
//! a JPEG as it came; with [`Options::archive`] the file is PDF/A-2b. It deliberately decides nothing: no line, no size,
//! no place. Equal pages give equal pages, not equal bytes (the file's id differs).
mod archive;
mod draw;
mod embed;
mod finish;
mod jpeg;
mod outline;
mod pictures;
mod srgb;

use std::collections::BTreeSet;

use chrono::NaiveDateTime;
use printpdf::{PdfDocument, PdfSaveOptions};

use crate::Fault;
use crate::fonts::{FaceReport, Fonts, Origin};
use crate::page::{Face, Placed, Run};
use draw::Press;

/// Points of one millimetre.
const PT: f64 = 72.0 / 25.4;

/// What the file says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Properties {
    /// Title.
    pub title: String,
    /// Subject.
    pub subject: String,
    /// Author: the office.
    pub author: String,
    /// When it was made, China standard time.
    pub created: NaiveDateTime,
}

impl Properties {
    /// The same on one line each, without what no property may hold, so that every place in the file says the same.
    fn clean(&self) -> Self {
        let clean = |words: &str| {
            let words: String = words.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
            words.trim().replace(['\u{FFFE}', '\u{FFFF}'], "")
        };
        let Self { title, subject, author, created } = self;
        Self { title: clean(title), subject: clean(subject), author: clean(author), created: *created }
    }
}

/// How the file is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// As PDF/A-2b (ISO 19005-2): to be kept for decades, readable without anything from outside.
    pub archive: bool,
}

/// A finished file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The PDF.
    pub bytes: Vec<u8>,
    /// Number of pages.
    pub pages: usize,
    /// Roles used on these pages whose face is of another design.
    pub substituted: Vec<FaceReport>,
    /// Characters that the role's own face lacks, with the face that lent them.
    pub lent: Vec<Lent>,
    /// Characters that no face has; 〓 stands in their place.
    pub missing: Vec<char>,
}

/// A character drawn from another face than its role's own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lent {
    /// The role's Chinese name, e.g. 仿宋.
    pub role: String,
    /// The character.
    pub ch: char,
    /// Family name of the face it came from.
    pub family: String,
}

/// Writes placed pages as a PDF.
///
/// # Errors
/// As [`write_with`].
pub fn write(placed: &Placed, fonts: &Fonts, properties: &Properties) -> Result<Printed, Fault> {
    write_with(placed, fonts, properties, Options::default())
}

/// Writes placed pages as a PDF, with a choice of how.
///
/// # Errors
/// A [`Fault`] if there are no faces, no pages, or a face or picture is broken (it is named).
pub fn write_with(
    placed: &Placed,
    fonts: &Fonts,
    properties: &Properties,
    options: Options,
) -> Result<Printed, Fault> {
    if fonts.is_empty() {
        return Err(Fault::new(
            "没有可用的字体：请安装仿宋、小标宋等公文字体，或者运行 cargo xtask setup 取得随附字体",
        ));
    }
    if placed.pages.is_empty() {
        return Err(Fault::new("没有可印的内容：这份文件一页也没有"));
    }
    let properties = &properties.clean();
    let mut file = PdfDocument::new(&properties.title);
    let press = Press::of(placed, fonts, options.archive, &mut file)?;
    file.with_pages(placed.pages.iter().map(|page| press.page(page)).collect());
    file.metadata.info = finish::info(properties);
    let save = PdfSaveOptions { image_optimization: None, ..PdfSaveOptions::default() };
    let mut out = file.to_lopdf_document(&save, &mut Vec::new());
    // The operations of a long paper are large, and the file holds them by now.
    drop(file);
    finish::dress(&mut out, properties);
    finish::blend(&mut out, |page| placed.pages.get(page).is_some_and(|page| press.is_transparent(page)));
    outline::hang(&mut out, placed);
    if options.archive {
        archive::seal(&mut out, properties, &press.glyph_counts());
    }
    Ok(Printed {
        bytes: finish::bytes(out)?,
        pages: placed.pages.len(),
        substituted: substituted(placed, fonts),
        lent: lent(placed, fonts),
        missing: press.missing.into_iter().collect(),
    })
}

fn runs(placed: &Placed) -> impl Iterator<Item = &Run> {
    placed.pages.iter().flat_map(|page| &page.runs)
}

fn substituted(placed: &Placed, fonts: &Fonts) -> Vec<FaceReport> {
    let used: BTreeSet<Face> = runs(placed).map(|run| run.face).collect();
    used.into_iter()
        .filter_map(|face| fonts.report_of(face))
        .filter(|r| r.kind == Origin::Substituted)
        .cloned()
        .collect()
}

fn lent(placed: &Placed, fonts: &Fonts) -> Vec<Lent> {
    let used: BTreeSet<(Face, char)> =
        runs(placed).flat_map(|run| run.glyphs.iter().map(|glyph| (run.face, glyph.ch))).collect();
    let lent = used.into_iter().filter(|(_, ch)| !draw::is_blank(*ch)).filter_map(|(face, ch)| {
        let source = fonts.glyph(face, ch)?.source;
        if fonts.own(face) == Some(source) {
            return None;
        }
        let family = fonts.source(source)?.family().to_owned();
        Some(Lent { role: fonts.report_of(face)?.role.clone(), ch, family })
    });
    lent.collect()
}

/// A literal string of the file format.
fn string(text: &str) -> lopdf::Object {
    lopdf::Object::string_literal(text)
}
