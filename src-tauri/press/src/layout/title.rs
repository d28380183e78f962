//! The title (GB/T 9704-2012, 7.3.1): 小标宋, centred, its lines broken at meaning.
//!
//! It deliberately knows no row: `header`, `letter` and `annexes` say where it stands.
use super::area::Area;
use super::grid::{self, Style};
use crate::fonts::Fonts;
use crate::page::{Face, Page};
use crate::text::{self, MM_PER_PT, meaning};

/// 二号; the smaller sizes are for titles that would push all text off the first page.
pub(super) const SIZES: [f64; 3] = [22.0, 18.0, 16.0];

/// A title in its lines.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Title {
    pub lines: Vec<String>,
    size_pt: f64,
}

impl Title {
    /// Breaks a title for a type area of `width` mm; no lines for an empty title.
    pub fn of(title: &str, size_pt: f64, width: f64, fonts: &Fonts) -> Self {
        let title = text::clean_line(title);
        if title.is_empty() {
            return Self { lines: Vec::new(), size_pt };
        }
        let cells = |s: &str| text::width(s, Face::BiaoSong, 1.0 / MM_PER_PT, fonts);
        Self { lines: meaning::lines(&title, width / (size_pt * MM_PER_PT), &cells), size_pt }
    }

    /// Rows that it takes with the empty row below it.
    pub fn rows(&self) -> usize {
        self.lines.len() + usize::from(!self.lines.is_empty())
    }

    /// Puts it on a page from a row of the type area on.
    pub fn put(&self, page: &mut Page, from: usize, area: Area, fonts: &Fonts) {
        for (i, text) in self.lines.iter().enumerate() {
            let line = grid::line(text, Face::BiaoSong, self.size_pt * MM_PER_PT, fonts);
            let y = grid::baseline(area.row_top(from + i), area.row(), self.size_pt);
            let x = area.left + (area.width - line.width) / 2.0;
            grid::put(page, &line, fonts, (x, y), Style::black(self.size_pt));
        }
    }
}
