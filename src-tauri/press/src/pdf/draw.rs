//! The operations of a page: runs of embedded glyphs, rules, pictures over them.
use std::collections::{BTreeMap, BTreeSet};

use printpdf::matrix::CurTransMat;
use printpdf::xobject::XObjectTransform;
use printpdf::{
    Color, FontId, Mm, Op, PaintMode, PdfDocument, PdfFontHandle, PdfPage, Pt, Rect, Rgb, TextItem,
    TextMatrix, WindingOrder,
};

use super::embed::Embedded;
use super::pictures::Pictures;
use super::{PT, runs};
use crate::Fault;
use crate::fonts::Fonts;
use crate::page::{Image, Ink, Page, Placed, Rule, Run};

/// Stands for a character that no face has (geta mark): seen at once, never a box.
const UNKNOWN: char = '〓';

/// The faces of one file while its pages are drawn.
pub(super) struct Press<'a> {
    fonts: &'a Fonts,
    faces: BTreeMap<usize, Embedded>,
    pictures: Pictures<'a>,
    /// Characters that no face has.
    pub missing: BTreeSet<char>,
}

impl<'a> Press<'a> {
    /// Cuts the faces and hangs the pictures of these pages into the file.
    pub fn of(
        placed: &'a Placed,
        fonts: &'a Fonts,
        archive: bool,
        file: &mut PdfDocument,
    ) -> Result<Self, Fault> {
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
                let mut embedded = Embedded::of(face, &glyphs)?;
                embedded.id = Some(file.add_font(&embedded.font));
                faces.insert(source, embedded);
            }
        }
        Ok(Self { fonts, faces, pictures: Pictures::of(placed, archive, file)?, missing })
    }

    /// Names of the embedded faces, each with the number of its glyphs.
    pub fn glyph_counts(&self) -> BTreeMap<String, u16> {
        self.faces.values().map(|face| (face.name.clone(), face.count)).collect()
    }

    /// Does a picture of this page let through what lies under it?
    pub fn is_transparent(&self, page: &Page) -> bool {
        page.images.iter().any(|image| self.pictures.get(&image.picture).is_some_and(|hung| hung.transparent))
    }

    pub fn page(&self, page: &Page) -> PdfPage {
        let mut pen = Pen { ops: Vec::new(), ink: None, font: None, height: page.h };
        let (under, over): (Vec<&Run>, Vec<&Run>) = page.runs.iter().partition(|run| run.ink == Ink::Grey);
        // Grey goes first, so that a watermark lies under the words.
        self.text(&mut pen, &under);
        page.rules.iter().for_each(|rule| pen.rule(rule));
        self.text(&mut pen, &over);
        // A seal rests over the words.
        page.images.iter().for_each(|image| self.image(&mut pen, image));
        PdfPage::new(Mm(page.w as f32), Mm(page.h as f32), pen.ops)
    }

    fn image(&self, pen: &mut Pen, image: &Image) {
        let Some(hung) = self.pictures.get(&image.picture) else { return };
        let (x, y) = (image.x * PT, (pen.height - image.y - image.h) * PT);
        // The file's pixels into the unit square as it is looked at, then to their place.
        let (w, h, [a, b, c, d, e, f]) = (image.w * PT, image.h * PT, image.picture.turned.matrix());
        let matrix = [a * w, b * h, c * w, d * h, e * w + x, f * h + y].map(|v| round(v, 1e4) as f32);
        pen.ops.push(Op::SaveGraphicsState);
        if let Some(multiply) = self.pictures.multiply.clone().filter(|_| hung.transparent) {
            pen.ops.push(Op::LoadGraphicsState { gs: multiply });
        }
        pen.ops.push(Op::SetTransformationMatrix { matrix: CurTransMat::Raw(matrix) });
        let as_it_is = XObjectTransform { no_auto_scale: true, ..XObjectTransform::default() };
        pen.ops.push(Op::UseXobject { id: hung.id.clone(), transform: as_it_is });
        pen.ops.push(Op::RestoreGraphicsState);
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

/// Draws nothing, so that no face is asked for it.
pub(super) fn is_blank(ch: char) -> bool {
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
