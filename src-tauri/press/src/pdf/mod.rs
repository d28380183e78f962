//! Draws placed pages as PDF 1.7: every face embedded as a subset, every character searchable, text at its place.
//!
//! Promised: characters stand where layout put them, whatever the face's own advances are. It deliberately decides
//! nothing: no line, no size, no place. Equal pages give equal pages, not equal bytes (the file's id differs).
mod embed;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDateTime;
use printpdf::{
    Color, FontId, Mm, Op, PaintMode, PdfDocument, PdfFontHandle, PdfPage, PdfSaveOptions, Pt, Rect, Rgb,
    TextItem, TextMatrix, WindingOrder,
};

use crate::Fault;
use crate::fonts::{FaceReport, Fonts, Origin};
use crate::page::{Face, Ink, Page, Placed, Rule, Run};
use embed::Embedded;

/// Points of one millimetre.
const PT: f64 = 72.0 / 25.4;
/// Stands for a character that no face has (geta mark): seen at once, never a box.
const UNKNOWN: char = '〓';

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
    /// Characters that no face has; 〓 stands in their place.
    pub missing: Vec<char>,
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
    if options.archive {
        return Err(Fault::new("归档格式（PDF/A）还没有接好"));
    }
    if fonts.is_empty() {
        return Err(Fault::new(
            "没有可用的字体：请安装仿宋、小标宋等公文字体，或者运行 cargo xtask setup 取得随附字体",
        ));
    }
    if placed.pages.is_empty() {
        return Err(Fault::new("没有可印的内容：这份文件一页也没有"));
    }
    let mut press = Press::of(placed, fonts)?;
    let mut file = PdfDocument::new(&properties.title);
    for embedded in press.faces.values_mut() {
        embedded.id = Some(file.add_font(&embedded.font));
    }
    let pages = placed.pages.iter().map(|page| press.page(page)).collect();
    file.with_pages(pages);
    file.metadata.info = info(properties);
    Ok(Printed {
        bytes: finish(&file, properties.created)?,
        pages: placed.pages.len(),
        substituted: substituted(placed, fonts),
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

/// The faces of one file while its pages are drawn.
struct Press<'a> {
    fonts: &'a Fonts,
    faces: BTreeMap<usize, Embedded>,
    missing: BTreeSet<char>,
}

impl<'a> Press<'a> {
    fn of(placed: &Placed, fonts: &'a Fonts) -> Result<Self, Fault> {
        let mut used: BTreeMap<usize, BTreeMap<char, u16>> = BTreeMap::new();
        let mut missing = BTreeSet::new();
        for run in runs(placed) {
            for glyph in &run.glyphs {
                let mut ch = glyph.ch;
                if !is_blank(ch) && fonts.glyph(run.face, ch).is_none() {
                    missing.insert(ch);
                    ch = UNKNOWN;
                }
                if let Some(found) = fonts.glyph(run.face, ch) {
                    used.entry(found.source).or_default().insert(ch, found.gid);
                }
            }
        }
        let mut faces = BTreeMap::new();
        for (source, glyphs) in used {
            if let Some(face) = fonts.source(source) {
                faces.insert(source, Embedded::of(face, &glyphs)?);
            }
        }
        Ok(Self { fonts, faces, missing })
    }

    fn page(&self, page: &Page) -> PdfPage {
        let mut pen = Pen { ops: Vec::new(), ink: None, font: None, height: page.h };
        let (under, over): (Vec<&Run>, Vec<&Run>) = page.runs.iter().partition(|run| run.ink == Ink::Grey);
        // Grey goes first, so that a watermark lies under the words.
        self.text(&mut pen, &under);
        page.rules.iter().for_each(|rule| pen.rule(rule));
        self.text(&mut pen, &over);
        PdfPage::new(Mm(page.w as f32), Mm(page.h as f32), pen.ops)
    }

    fn text(&self, pen: &mut Pen, runs: &[&Run]) {
        if runs.is_empty() {
            return;
        }
        pen.ops.push(Op::StartTextSection);
        pen.font = None;
        runs.iter().for_each(|run| self.run(pen, run));
        pen.ops.push(Op::EndTextSection);
    }

    /// Draws a run in stretches of one embedded face each.
    fn run(&self, pen: &mut Pen, run: &Run) {
        pen.ink(run.ink);
        let Some(first) = run.glyphs.first() else { return };
        let (sin, cos) = run.turn_deg.to_radians().sin_cos();
        let mut open: Option<(usize, f64, Stretch)> = None;
        for glyph in &run.glyphs {
            let drawn = if self.missing.contains(&glyph.ch) { UNKNOWN } else { glyph.ch };
            let Some(found) = self.fonts.glyph(run.face, drawn) else { continue };
            let Some(face) = self.faces.get(&found.source) else { continue };
            if open.as_ref().is_none_or(|(source, ..)| *source != found.source) {
                if let Some((source, at, stretch)) = open.take() {
                    self.show(pen, run, (source, at, stretch), (sin, cos, first.x));
                }
                open = Some((found.source, glyph.x, Stretch::default()));
            }
            if let Some((_, start, stretch)) = &mut open {
                let ems = (glyph.x - *start) * PT * 1000.0 / (run.size_pt * run.stretch.max(0.01));
                stretch.push(drawn, ems, face);
            }
        }
        if let Some(last) = open {
            self.show(pen, run, last, (sin, cos, first.x));
        }
    }

    fn show(
        &self,
        pen: &mut Pen,
        run: &Run,
        (source, at, stretch): (usize, f64, Stretch),
        (sin, cos, x0): (f64, f64, f64),
    ) {
        let Some(id) = self.faces.get(&source).and_then(|face| face.id.clone()) else { return };
        pen.font(source, id, run.size_pt);
        // The run turns counter-clockwise about its first glyph; y grows downwards on the page, upwards in the file.
        let along = (at - x0) * PT;
        let (x, y) = (x0 * PT + along * cos, (pen.height - run.y) * PT + along * sin);
        let wide = run.stretch.max(0.01);
        let matrix = [cos * wide, sin * wide, -sin, cos, x, y].map(|v| round(v, 1e4) as f32);
        pen.ops.push(Op::SetTextMatrix { matrix: TextMatrix::Raw(matrix) });
        pen.ops.push(Op::ShowText { items: stretch.items });
    }
}

fn is_blank(ch: char) -> bool {
    ch.is_whitespace() || ch.is_control()
}

fn round(value: f64, steps: f64) -> f64 {
    (value * steps).round() / steps
}

/// Characters of one face with the offsets that keep them in their places.
#[derive(Default)]
struct Stretch {
    items: Vec<TextItem>,
    /// Where the face's own advances have brought the pen, in thousandths of an em.
    pen: f64,
}

impl Stretch {
    fn push(&mut self, ch: char, at: f64, face: &Embedded) {
        let Some((code, width)) = face.glyph(ch) else { return };
        let offset = round(self.pen - at, 100.0);
        if offset != 0.0 && !self.items.is_empty() {
            self.items.push(TextItem::Offset(offset as f32));
            self.pen -= offset;
        }
        self.items.push(TextItem::GlyphIds(vec![printpdf::Codepoint::with_cid(code, 0.0, ch.to_string())]));
        self.pen += width;
    }
}

/// The operations of one page and the state they leave behind.
struct Pen {
    ops: Vec<Op>,
    ink: Option<Ink>,
    font: Option<(usize, f64)>,
    height: f64,
}

impl Pen {
    fn ink(&mut self, ink: Ink) {
        if self.ink.replace(ink) != Some(ink) {
            let (r, g, b) = match ink {
                Ink::Black => (0.0, 0.0, 0.0),
                Ink::Red => (0.87, 0.0, 0.0),
                Ink::Grey => (0.88, 0.88, 0.88),
            };
            self.ops.push(Op::SetFillColor { col: Color::Rgb(Rgb { r, g, b, icc_profile: None }) });
        }
    }

    fn font(&mut self, source: usize, id: FontId, size: f64) {
        if self.font.replace((source, size)) != Some((source, size)) {
            self.ops.push(Op::SetFont { font: PdfFontHandle::External(id), size: Pt(size as f32) });
        }
    }

    fn rule(&mut self, rule: &Rule) {
        self.ink(rule.ink);
        let rectangle = Rect {
            x: Pt((rule.x * PT) as f32),
            y: Pt(((self.height - rule.y - rule.h) * PT) as f32),
            width: Pt((rule.w * PT) as f32),
            height: Pt((rule.h * PT) as f32),
            mode: Some(PaintMode::Fill),
            winding_order: Some(WindingOrder::NonZero),
        };
        self.ops.push(Op::DrawRectangle { rectangle });
    }
}

fn info(properties: &Properties) -> printpdf::PdfDocumentInfo {
    printpdf::PdfDocumentInfo {
        document_title: properties.title.clone(),
        author: properties.author.clone(),
        subject: properties.subject.clone(),
        creator: "质强办".to_owned(),
        producer: "质强办".to_owned(),
        ..printpdf::PdfDocumentInfo::default()
    }
}

/// A moment of China standard time as the format writes it (ISO 32000-1, 7.9.4).
fn moment(at: NaiveDateTime) -> lopdf::Object {
    string(&at.format("D:%Y%m%d%H%M%S+08'00'").to_string())
}

/// What the library leaves out: version, language, the true date; and it writes the bytes.
fn finish(file: &PdfDocument, created: NaiveDateTime) -> Result<Vec<u8>, Fault> {
    let options = PdfSaveOptions { image_optimization: None, ..PdfSaveOptions::default() };
    let mut out = file.to_lopdf_document(&options, &mut Vec::new());
    out.version = "1.7".to_owned();
    let root = out.trailer.get(b"Root").and_then(|id| id.as_reference());
    if let Ok(catalog) = root.and_then(|id| out.get_dictionary_mut(id)) {
        catalog.set("Lang", string("zh-CN"));
    }
    let info = out.trailer.get(b"Info").and_then(|id| id.as_reference());
    if let Ok(info) = info.and_then(|id| out.get_dictionary_mut(id)) {
        info.remove(b"GTS_PDFXVersion");
        info.remove(b"Identifier");
        info.set("CreationDate", moment(created));
        info.set("ModDate", moment(created));
    }
    out.compress();
    let mut bytes = Vec::new();
    out.save_to(&mut bytes).map_err(|why| Fault::new(format!("无法写成PDF文件：{why}")))?;
    Ok(bytes)
}

/// A literal string of the file format.
fn string(text: &str) -> lopdf::Object {
    lopdf::Object::string_literal(text)
}
