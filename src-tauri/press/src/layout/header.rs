//! The head of a document with a red mark inside the type area: down, parallel, upward, order, minutes
//! (GB/T 9704-2012, 7.2, 7.3.1, 7.3.2, 10.2, 10.3). Letters have their own (`letter`).
//!
//! Promised: the mark's ink begins where the standard says; the mark is as high as lets title and text fall on the grid
//! with exactly the empty lines the standard asks for; the first page shows text, for which first the recipients go to
//! the imprint, then the mark, the empty lines and at last the title give way. It deliberately refuses what even so
//! leaves no room.
use super::area::Area;
use super::grid::{self, BODY_PT, CELL, LEFT, ROW, ROWS, Style, TOP, WIDTH};
use super::mark::{Bounds, Mark, TALLEST};
use super::title::{SIZES, Title};
use super::{numbers, recipients};
use crate::Fault;
use crate::document::{Document, Kind};
use crate::fonts::Fonts;
use crate::page::{Ink, Page, Rule};
use crate::text::{Line, MM_PER_PT};

/// The mark's top edge below the type area's top, mm (7.2.4; of an order, 10.2).
const MARK: f64 = 35.0;
const ORDER_MARK: f64 = 20.0;
/// Red rule: thickness and distance from the line above it, mm.
const RULE: f64 = 0.7;
const RULE_BELOW: f64 = 4.0;
/// From the foot of a character to the foot of its row, mm.
const UNDER: f64 = (ROW - BODY_PT * MM_PER_PT) / 2.0;
/// Empty lines below the mark and below the rule: the standard's, then fewer where text would find no room.
const GAPS: [(f64, f64); 4] = [(2.0, 2.0), (1.0, 2.0), (1.0, 1.0), (0.0, 1.0)];

/// A head ready to be laid under the text of the first page.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Head {
    /// What stands above the text, title and recipients included.
    pub page: Page,
    /// Row at which the text begins.
    pub start: usize,
    /// 主送机关 had no room here and go to the imprint (7.3.2).
    pub moved: bool,
}

/// One way to set a head.
struct Plan<'a> {
    document: &'a Document,
    mark: &'a Mark,
    title: &'a Title,
    to: &'a [Line],
    gap: (f64, f64),
}

/// The head of a document whose first page must show `opening` rows of text.
pub(super) fn head(document: &Document, opening: usize, fonts: &Fonts) -> Result<Head, Fault> {
    let heights = heights(document.kind);
    let marks = Mark::ways(document, Bounds { heights: &heights, tallest: TALLEST }, fonts);
    let titles: Vec<Title> =
        SIZES.iter().map(|size| Title::of(&document.title, *size, WIDTH, fonts)).collect();
    let to = recipients::lines(&document.to, fonts);
    let plan = |mark: &Mark, title: &Title, to: &[Line], gap: (f64, f64)| {
        let plan = Plan { document, mark, title, to, gap };
        (plan.start() + opening <= ROWS).then(|| plan.head(fonts))
    };
    let least = &marks[marks.len() - 1];
    let none: &[Line] = &[];
    let whole = marks.iter().map(|mark| (mark, &titles[0], to.as_slice(), GAPS[0]));
    let moved = marks.iter().map(|mark| (mark, &titles[0], none, GAPS[0]));
    let closer = GAPS[1..].iter().map(|gap| (least, &titles[0], none, *gap));
    let smaller = titles[1..].iter().map(|title| (least, title, none, GAPS[3]));
    let mut ways = whole.chain(moved).chain(closer).chain(smaller);
    let found = ways.find_map(|(mark, title, to, gap)| plan(mark, title, to, gap));
    let found = found.map(|head| Head { moved: head.moved && !to.is_empty(), ..head });
    found.ok_or_else(|| no_room(document))
}

/// What to say when the head leaves no room for text.
pub(super) fn no_room(document: &Document) -> Fault {
    let title = document.title.chars().count();
    let joint = match document.joint.len() {
        0 | 1 => String::new(),
        n => format!("，或者减少并列标注的发文机关（现有{n}个）"),
    };
    Fault::new(format!("首页排不下正文：请精简标题（现有{title}字）{joint}（GB/T 9704—2012，7.3.2）"))
}

/// Where the mark's ink begins, mm.
fn mark_top(kind: Kind) -> f64 {
    TOP + if kind == Kind::Order { ORDER_MARK } else { MARK }
}

/// From the foot of the last line above the title to the title's first row without empty lines, mm.
fn below_numbers(kind: Kind) -> f64 {
    if kind == Kind::Order { 0.0 } else { RULE_BELOW + RULE - UNDER }
}

/// Heights of a mark after which everything falls on the grid, tallest first, mm.
fn heights(kind: Kind) -> Vec<f64> {
    let first = |row: usize| grid::row_top(row) - below_numbers(kind) - mark_top(kind);
    (0..ROWS).rev().map(first).filter(|height| *height > 4.0).collect()
}

impl Plan<'_> {
    /// Top of the number, mm.
    fn numbers(&self) -> f64 {
        mark_top(self.document.kind) + self.mark.height() + self.gap.0 * ROW
    }

    /// Foot of the number's last row, mm.
    fn numbers_end(&self) -> f64 {
        self.numbers() + numbers::rows(self.document) as f64 * ROW
    }

    /// First row of the title, or of the text if there is none.
    fn title_row(&self) -> usize {
        let top = self.numbers_end() + below_numbers(self.document.kind) + self.gap.1 * ROW;
        // What is off the grid by a rounding is on it.
        ((top - TOP) / ROW - 0.01).ceil().max(0.0) as usize
    }

    fn start(&self) -> usize {
        self.title_row() + self.title.rows() + self.to.len()
    }

    fn head(&self, fonts: &Fonts) -> Head {
        let mut page = grid::page();
        numbers::corner(&mut page, self.document, TOP, fonts);
        self.mark.put(&mut page, mark_top(self.document.kind), fonts);
        numbers::put(&mut page, self.document, self.numbers(), fonts);
        if self.document.kind != Kind::Order {
            let y = self.numbers_end() - UNDER + RULE_BELOW;
            page.rules.push(Rule { x: LEFT, y, w: WIDTH, h: RULE, ink: Ink::Red });
        }
        self.title.put(&mut page, self.title_row(), Area::UPRIGHT, fonts);
        put_rows(&mut page, self.to, self.title_row() + self.title.rows(), fonts);
        Head { page, start: self.start(), moved: self.to.is_empty() }
    }
}

/// Puts lines on the grid from a row on.
pub(super) fn put_rows(page: &mut Page, lines: &[Line], from: usize, fonts: &Fonts) {
    for (i, line) in lines.iter().enumerate() {
        let y = grid::baseline(grid::row_top(from + i), ROW, BODY_PT);
        grid::put(page, line, fonts, (LEFT, y), Style::black(BODY_PT));
    }
}

/// Width left for a text with one cell free on both sides, mm.
pub(super) const INSIDE: f64 = WIDTH - 2.0 * CELL;
