//! Rows of the grid onto pages: 22 a page, a heading never alone at a page's foot, no page begins with an empty row.
use super::grid::{self, BODY_PT, Frame, Style};
use crate::fonts::Fonts;
use crate::page::Page;
use crate::text::Line;

/// Longest chain of headings that is kept together with the text under it.
const LONGEST_CHAIN: usize = 8;

/// A row of the grid.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    /// Its text; `None` for an empty row.
    pub line: Option<Line>,
    /// Stays on the page of the row after it.
    pub keep: bool,
}

impl Row {
    pub const EMPTY: Self = Self { line: None, keep: false };
}

/// Puts rows on pages from row `start` of the first page; returns the first free row of the last page.
pub(super) fn pour(pages: &mut Vec<Page>, rows: &[Row], start: usize, fonts: &Fonts) -> usize {
    pour_within(pages, rows, start, Frame::UPRIGHT, fonts)
}

/// As [`pour`], on sheets of another frame.
pub(super) fn pour_within(
    pages: &mut Vec<Page>,
    rows: &[Row],
    start: usize,
    frame: Frame,
    fonts: &Fonts,
) -> usize {
    let mut at = start;
    if pages.is_empty() {
        pages.push(frame.page());
    }
    for (i, row) in rows.iter().enumerate() {
        let chain = rows[i..].iter().take(LONGEST_CHAIN).take_while(|row| row.keep).count();
        // A chain that began higher up was judged there.
        let begins = i == 0 || !rows[i - 1].keep;
        let full = at + chain >= frame.rows && i + chain < rows.len();
        if at >= frame.rows || (begins && chain > 0 && at > 0 && full) {
            pages.push(frame.page());
            at = 0;
        }
        match &row.line {
            Some(line) => {
                let y = grid::baseline(frame.row_top(at), grid::ROW, BODY_PT);
                if let Some(page) = pages.last_mut() {
                    grid::put(page, line, fonts, (frame.left, y), Style::black(BODY_PT));
                }
                at += 1;
            }
            None if at > 0 => at += 1,
            None => {}
        }
    }
    at
}
