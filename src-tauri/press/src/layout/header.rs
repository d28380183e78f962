//! Header of minutes: red mark, number, issuer and date, red rule, title (GB/T 9704-2012, 7.2, 7.3.1 and 10.3).
//!
//! "Top edge of the mark" is read as the top of its ink: the highest point of the first line's outlines.
use super::grid::{self, BODY_PT, CELL, LEFT, ROW, ROWS, Style, TOP, WIDTH};
use crate::document::Document;
use crate::fonts::Fonts;
use crate::page::{Face, Ink, Page, Rule};
use crate::text::{self, MM_PER_PT, meaning};

/// The mark's top edge below the type area's top, mm.
const MARK: f64 = 35.0;
/// Widest and tallest character of the mark, mm (bounds of the 1999 edition, 8.2.6).
const WIDEST: f64 = 15.0;
const TALLEST: f64 = 22.0;
/// A character of the mark is this much taller than wide.
const SLIM: f64 = 1.25;
/// Below this width a mark goes on another line, mm.
const LEAST: f64 = 8.0;
/// Red rule: thickness and distance from the line above it, mm.
const RULE: f64 = 0.7;
const RULE_BELOW: f64 = 4.0;
/// Title: 二号 (22 pt).
const TITLE_PT: f64 = 22.0;
/// Empty lines below the mark and below the red rule.
const GAPS: [(f64, f64); 4] = [(2.0, 2.0), (1.0, 2.0), (1.0, 1.0), (0.0, 1.0)];

/// Puts the header on the first page; returns the row at which the body begins.
pub(super) fn place(page: &mut Page, document: &Document, fonts: &Fonts) -> usize {
    let mark = Mark::of(&text::clean_line(&document.mark), fonts);
    let title = title(&text::clean_line(&document.title), fonts);
    let mark_bottom = mark.put(page, fonts);
    // The first page always shows body text (GB/T 9704-2012, 7.3.2): empty lines give way to it.
    let rule_of = |gap: f64| mark_bottom + (gap + 2.0) * ROW - (ROW - BODY_PT * MM_PER_PT) / 2.0 + RULE_BELOW;
    let row_of =
        |(above, below): (f64, f64)| ((rule_of(above) + RULE + below * ROW - TOP) / ROW).ceil() as usize;
    let end_of = |gap| row_of(gap) + title.len() + usize::from(!title.is_empty());
    let gap = GAPS.into_iter().find(|gap| end_of(*gap) + 2 <= ROWS).unwrap_or(GAPS[3]);
    numbers(page, document, fonts, mark_bottom + gap.0 * ROW);
    page.rules.push(Rule { x: LEFT, y: rule_of(gap.0), w: WIDTH, h: RULE, ink: Ink::Red });
    put_title(page, &title, row_of(gap), fonts);
    end_of(gap)
}

/// The mark in its lines and size.
struct Mark {
    lines: Vec<String>,
    /// Width of a character, mm.
    cell: f64,
    size_pt: f64,
}

impl Mark {
    fn of(mark: &str, fonts: &Fonts) -> Self {
        let cells = |s: &str| text::width(s, Face::BiaoSong, 1.0 / MM_PER_PT, fonts);
        let total = cells(mark);
        let lines = match (total * LEAST / WIDTH).ceil() as usize {
            0 | 1 => vec![mark.to_owned()],
            2 => meaning::halves(mark, &cells),
            n => meaning::lines(mark, total / n.min(4) as f64 * 1.15, &cells),
        };
        let longest = lines.iter().map(|line| cells(line)).fold(1.0, f64::max);
        let cell = (WIDTH / longest).min(WIDEST);
        Self { lines, cell, size_pt: (cell * SLIM).min(TALLEST) / MM_PER_PT }
    }

    /// Puts the mark on the page; returns its lower edge, mm.
    fn put(&self, page: &mut Page, fonts: &Fonts) -> f64 {
        let em = self.size_pt * MM_PER_PT;
        let style = Style { size_pt: self.size_pt, ink: Ink::Red, stretch: self.cell / em };
        let tops = self
            .lines
            .first()
            .into_iter()
            .flat_map(|line| line.chars())
            .filter_map(|ch| fonts.ink(Face::BiaoSong, ch));
        let top = tops.map(|(_, top)| top).fold(0.0, f64::max);
        let mut y = TOP + MARK + if top > 0.0 { top } else { 0.88 } * em;
        for text in &self.lines {
            let line = grid::line(text, Face::BiaoSong, self.cell, fonts);
            grid::put(page, &line, fonts, (LEFT + (WIDTH - line.width) / 2.0, y), style);
            y += em * 1.2;
        }
        y - em * 1.2 + em * 0.12
    }
}

/// Number in the middle, below it the issuer at the left and the date at the right, from `top` on.
fn numbers(page: &mut Page, document: &Document, fonts: &Fonts, top: f64) {
    let said = |text: Option<&str>, blank: &str| {
        text.map(text::clean_line).filter(|t| !t.is_empty()).unwrap_or_else(|| blank.to_owned())
    };
    let mut put = |text: &str, row: f64, place: fn(f64) -> f64| {
        let natural = grid::line(text, Face::FangSong, CELL, fonts);
        // Too long for its place: set narrower, never over the edge.
        let room = if row > 0.0 { WIDTH * 0.62 } else { WIDTH };
        let narrow = (room / natural.width.max(0.1)).min(1.0);
        let line = grid::line(text, Face::FangSong, CELL * narrow, fonts);
        let style = Style { stretch: narrow, ..Style::black(BODY_PT) };
        let y = grid::baseline(top + row * ROW, ROW, BODY_PT);
        grid::put(page, &line, fonts, (LEFT + place(line.width), y), style);
    };
    put(&said(document.number.as_deref(), "（未编号）"), 0.0, |w| (WIDTH - w) / 2.0);
    put(&text::clean_line(&document.issuer), 1.0, |_| CELL);
    put(&said(document.date.as_deref(), "    年  月  日"), 1.0, |w| WIDTH - CELL - w);
}

fn title(title: &str, fonts: &Fonts) -> Vec<String> {
    if title.is_empty() {
        return Vec::new();
    }
    let cell = TITLE_PT * MM_PER_PT;
    let cells = |s: &str| text::width(s, Face::BiaoSong, 1.0 / MM_PER_PT, fonts);
    meaning::lines(title, WIDTH / cell, &cells)
}

fn put_title(page: &mut Page, title: &[String], from: usize, fonts: &Fonts) {
    for (i, text) in title.iter().enumerate() {
        let line = grid::line(text, Face::BiaoSong, TITLE_PT * MM_PER_PT, fonts);
        let y = grid::baseline(grid::row_top(from + i), ROW, TITLE_PT);
        grid::put(page, &line, fonts, (LEFT + (WIDTH - line.width) / 2.0, y), Style::black(TITLE_PT));
    }
}
