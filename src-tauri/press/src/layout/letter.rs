//! The first page of a letter (信函, GB/T 9704-2012, 10.1): red mark 30 mm below the page's top, red double lines, number at
//! the right under the first line, no page number.
//!
//! The text of this page stands between the two lines, outside the common grid: it is poured on rows that end with the
//! grid and then moved to its place ([`Place`]), so that the last of a full page's lines stands 7/8 of a character above
//! the second line. It deliberately changes nothing on the pages after it.
use super::area::Area;
use super::grid::{self, BODY_PT, BOTTOM, CELL, PAPER, ROW, ROWS, TOP, WIDTH, LEFT};
use super::header::{self, Head, put_rows};
use super::mark::{Bounds, Mark};
use super::title::{SIZES, Title};
use super::{numbers, recipients};
use crate::Fault;
use crate::document::Document;
use crate::fonts::Fonts;
use crate::page::{Face, Ink, Page, Rule};
use crate::text::{Line, MM_PER_PT};

/// Top of the mark's ink below the page's top, mm.
const MARK: f64 = 30.0;
/// Tallest character of the mark, mm.
const TALLEST: f64 = 14.0;
/// First double line below the mark, foot of the second above the page's foot, width of both; mm.
const LINE_BELOW: f64 = 4.0;
const LINE_ABOVE_FOOT: f64 = 20.0;
const LINE_WIDTH: f64 = 170.0;
/// Thick rule, gap, thin rule of a double line, mm.
const THICK: f64 = 1.0;
const GAP: f64 = 0.5;
const THIN: f64 = 0.35;
const DOUBLE: f64 = THICK + GAP + THIN;
/// Height of a character of the text and what is free above and below it in its row, mm.
const CHARACTER: f64 = BODY_PT * MM_PER_PT;
const FREE: f64 = (ROW - CHARACTER) / 2.0;
/// Distance of text from the double lines, mm.
const CLEAR: f64 = CHARACTER * 7.0 / 8.0;
/// Foot of the last row that stands clear of the second line, mm.
const LAST: f64 = PAPER.1 - LINE_ABOVE_FOOT - DOUBLE - CLEAR + FREE;

/// Where the text of the first page is moved to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Place {
    /// Row of the grid on which it was poured from, and its true top, mm.
    from: usize,
    top: f64,
}

impl Place {
    /// True height of a height on the grid, mm; a page filled to its end is stretched to the second line.
    pub fn y(&self, y: f64, full: bool) -> f64 {
        let rows = (ROWS - self.from) as f64 * ROW;
        let pitch = if full { (LAST - self.top) / rows } else { 1.0 };
        self.top + (y - grid::row_top(self.from)) * pitch
    }

    /// Moves all that was poured on the first page.
    pub fn apply(&self, page: &mut Page, full: bool) {
        page.runs.iter_mut().for_each(|run| run.y = self.y(run.y, full));
        page.images.iter_mut().for_each(|image| image.y = self.y(image.y, full));
        for rule in &mut page.rules {
            let foot = self.y(rule.y + rule.h, full);
            // Upright rules of a table grow with their rows, level ones keep their thickness.
            let grows = rule.h > rule.w;
            rule.y = self.y(rule.y, full);
            rule.h = if grows { foot - rule.y } else { rule.h };
        }
    }
}

/// The head of a letter whose first page must show `opening` rows of text: what keeps its place, and what is moved.
pub(super) fn head(document: &Document, opening: usize, fonts: &Fonts) -> Result<(Head, Page, Place), Fault> {
    let (fixed, below) = fixed(document, fonts);
    let to = recipients::lines(&document.to, fonts);
    let ways = [(2.0, SIZES[0], false), (2.0, SIZES[0], true), (1.0, SIZES[0], true), (1.0, SIZES[2], true)];
    for (gap, size, moved) in ways {
        let title = Title::of(&document.title, size, WIDTH, fonts);
        let top = below + gap * ROW;
        let room = ((LAST - top) / ROW).floor().clamp(0.0, ROWS as f64) as usize;
        let to: &[Line] = if moved { &[] } else { &to };
        let above = title.rows() + to.len();
        if above + opening > room {
            continue;
        }
        let from = ROWS - room;
        let mut page = grid::page();
        title.put(&mut page, from, Area::UPRIGHT, fonts);
        put_rows(&mut page, to, from + title.rows(), fonts);
        let moved = moved && !document.to.is_empty();
        return Ok((Head { page, start: from + above, moved }, fixed, Place { from, top }));
    }
    Err(header::no_room(document))
}

/// Mark, lines, number, 份号 and 紧急程度; also returns the foot of the last row of these, mm.
fn fixed(document: &Document, fonts: &Fonts) -> (Page, f64) {
    let mut page = grid::page();
    // Of several authorities the host's mark is used (10.1).
    let host = document.joint.first().filter(|_| !document.joint.is_empty()).cloned();
    let alone = Document { mark: host.unwrap_or_else(|| document.mark.clone()), ..Document::default() };
    let heights: Vec<f64> = (8..60).rev().map(|half| f64::from(half) / 2.0).collect();
    let marks = Mark::ways(&alone, Bounds { heights: &heights, tallest: TALLEST }, fonts);
    let mark = &marks[0];
    mark.put(&mut page, MARK, fonts);
    let line = MARK + mark.height() + LINE_BELOW;
    double(&mut page, line, true);
    double(&mut page, PAPER.1 - LINE_ABOVE_FOOT - DOUBLE, false);
    let top = line + DOUBLE + CLEAR - FREE;
    let rows = numbers::corner(&mut page, document, top, fonts).max(1);
    let (number, style) =
        grid::fitted(&numbers::number(document), Face::FangSong, WIDTH - 7.0 * CELL, fonts);
    let y = grid::baseline(top, ROW, BODY_PT);
    grid::put(&mut page, &number, fonts, (LEFT + WIDTH - number.width, y), style);
    (page, top + rows as f64 * ROW)
}

/// A red double line from `y` mm down, the thick rule above or below.
fn double(page: &mut Page, y: f64, thick_above: bool) {
    let x = (PAPER.0 - LINE_WIDTH) / 2.0;
    let mut rule = |y: f64, h: f64| page.rules.push(Rule { x, y, w: LINE_WIDTH, h, ink: Ink::Red });
    if thick_above {
        rule(y, THICK);
        rule(y + THICK + GAP, THIN);
    } else {
        rule(y, THIN);
        rule(y + THIN + GAP, THICK);
    }
}

// The rows of this page end below the common type area, but never above it.
const _: () = assert!(LAST > BOTTOM && LAST < PAPER.1 && TOP > MARK);
