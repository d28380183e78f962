//! The grid of official paper (GB/T 9704-2012, 5.2) and how a filled line is put on it.
use crate::fonts::Fonts;
use crate::page::{Face, Glyph, Ink, Page, Run};
use crate::text::{Line, MM_PER_PT, Set, marks};

/// A4, mm.
pub(super) const PAPER: (f64, f64) = (210.0, 297.0);
/// Left edge of the type area, mm.
pub(super) const LEFT: f64 = 28.0;
/// Top edge of the type area, mm.
pub(super) const TOP: f64 = 37.0;
/// Width of the type area, mm.
pub(super) const WIDTH: f64 = 156.0;
/// Bottom edge of the type area, mm.
pub(super) const BOTTOM: f64 = 262.0;
/// Lines on a page.
pub(super) const ROWS: usize = 22;
/// Width of a cell, mm: 28 characters a line. 28 × 16 pt would be wider than the type area.
pub(super) const CELL: f64 = WIDTH / 28.0;
/// Height of a line, mm: 22 lines a page. 22 × 29 pt would be higher than the type area.
pub(super) const ROW: f64 = (BOTTOM - TOP) / ROWS as f64;
/// Body text: 三号 (16 pt).
pub(super) const BODY_PT: f64 = 16.0;
/// The baseline lies this part of the size below the top of the character.
const ASCENT: f64 = 0.88;
/// Marks with a narrower advance than this are moved to their side of the cell.
const NARROW: f64 = 0.8;

/// An empty page.
pub(super) fn page() -> Page {
    Page { w: PAPER.0, h: PAPER.1, ..Page::default() }
}

/// Baseline of text of a size in the middle of a row of height `row` that begins at `top`, mm.
pub(super) fn baseline(top: f64, row: f64, size_pt: f64) -> f64 {
    let em = size_pt * MM_PER_PT;
    top + (row - em) / 2.0 + em * ASCENT
}

/// Top of a grid row, mm.
pub(super) fn row_top(row: usize) -> f64 {
    TOP + row as f64 * ROW
}

/// How a line is put down.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Style {
    pub size_pt: f64,
    pub ink: Ink,
    /// Horizontal scale.
    pub stretch: f64,
}

impl Style {
    pub fn black(size_pt: f64) -> Self {
        Self { size_pt, ink: Ink::Black, stretch: 1.0 }
    }
}

/// Puts a line on a page, its left edge and baseline at (x, y).
pub(super) fn put(page: &mut Page, line: &Line, fonts: &Fonts, (x, y): (f64, f64), style: Style) {
    let mut open: Option<Run> = None;
    for set in &line.glyphs {
        let (dx, stretch) = inside_cell(set, fonts, style);
        let glyph = Glyph { ch: set.ch, x: x + set.x + dx };
        match &mut open {
            Some(run) if run.face == set.face && run.stretch == stretch => run.glyphs.push(glyph),
            _ => {
                page.runs.extend(open.take());
                let Style { size_pt, ink, .. } = style;
                open = Some(Run {
                    face: set.face,
                    size_pt,
                    ink,
                    y,
                    turn_deg: 0.0,
                    stretch,
                    glyphs: vec![glyph],
                });
            }
        }
    }
    page.runs.extend(open);
}

/// Where a glyph stands in its cell and how wide it is drawn: faces differ in the advances of marks and digits.
fn inside_cell(set: &Set, fonts: &Fonts, style: Style) -> (f64, f64) {
    let em = style.size_pt * MM_PER_PT * style.stretch;
    let advance = fonts.advance(set.face, set.ch);
    if marks::is_narrow(set.ch) {
        return ((set.width - advance * em) / 2.0, style.stretch);
    }
    match set.ch {
        // Two dashes are one line: each fills its cell.
        '—' => (0.0, style.stretch * set.width / (advance * em).max(0.1)),
        _ if advance > NARROW => (0.0, style.stretch),
        ch if marks::white_left(ch) => (set.width - advance * em, style.stretch),
        '…' => ((set.width - advance * em) / 2.0, style.stretch),
        ch if marks::not_first(ch) => (0.0, style.stretch),
        _ => ((set.width - advance * em) / 2.0, style.stretch),
    }
}

/// A short text set on one line with cells of `cell` mm.
pub(super) fn line(text: &str, face: Face, cell: f64, fonts: &Fonts) -> Line {
    let mut x = 0.0;
    let glyphs = crate::text::units(text, face, cell, fonts).into_iter().map(|unit| {
        let set = Set { ch: unit.ch, face, x, width: unit.width };
        x += unit.width;
        set
    });
    let glyphs = glyphs.collect();
    Line { glyphs, width: x, last: true }
}

/// A short text drawn out so that its last character ends at `width` mm (发文机关标志 of equal width, 签发人).
pub(super) fn drawn_out(text: &str, face: Face, cell: f64, width: f64, fonts: &Fonts) -> Line {
    let mut line = line(text, face, cell, fonts);
    let gaps = line.glyphs.len().saturating_sub(1);
    if gaps == 0 || line.width >= width {
        return line;
    }
    let more = (width - line.width) / gaps as f64;
    line.glyphs.iter_mut().enumerate().for_each(|(i, set)| set.x += i as f64 * more);
    line.width = width;
    line
}

/// A text on one line no wider than `room` mm: set narrower where it must be. Also returns the style to put it with.
pub(super) fn fitted(text: &str, face: Face, room: f64, fonts: &Fonts) -> (Line, Style) {
    let natural = line(text, face, CELL, fonts);
    let stretch = (room / natural.width.max(0.1)).min(1.0);
    (line(text, face, CELL * stretch, fonts), Style { stretch, ..Style::black(BODY_PT) })
}
