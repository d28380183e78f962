//! The red mark (发文机关标志, GB/T 9704-2012, 7.2.4): one authority on one line or, where its name is long, several; the
//! authorities of a joint document one under the other, drawn out to equal width, with 文件 centred beside them.
//!
//! "Top edge of the mark" is read as the top of its ink. Its height is chosen from the heights that the caller can use,
//! so that what stands below falls on the grid. It deliberately knows no number and no rule.
use super::grid::{self, LEFT, Style, WIDTH};
use crate::document::Document;
use crate::fonts::Fonts;
use crate::page::{Face, Ink, Page};
use crate::text::{self, MM_PER_PT, meaning};

/// Widest and tallest character, mm (bounds of the 1999 edition, 8.2.6).
const WIDEST: f64 = 15.0;
pub(super) const TALLEST: f64 = 22.0;
/// A character is at most so much taller than wide.
const SLIM: f64 = 1.6;
/// Smallest character that still is a mark, mm (三号).
const LEAST: f64 = 5.64;
/// Most lines for one authority.
const MOST_LINES: usize = 4;
/// From baseline to baseline, in heights of a character.
const PITCH: f64 = 1.2;
/// The foot of the character box below the baseline, in heights of a character.
const FOOT: f64 = 0.12;
/// Tallest name in a joint mark of several, mm: names below each other take room that the text needs.
const JOINT_TALLEST: f64 = 11.5;
/// 文件 beside joint authorities: its height, and the gap before it, mm.
const WORD: f64 = 14.2;
const WORD_GAP: f64 = 4.0;

/// A mark in its size.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Mark {
    lines: Vec<String>,
    /// The word at the right of joint authorities; may be empty.
    word: String,
    joint: bool,
    /// Height of a character and width of its cell, mm.
    em: f64,
    cell: f64,
    /// Top of the ink of the first line above its baseline, in heights of a character.
    ink: f64,
}

/// What a mark must keep to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bounds<'a> {
    /// Heights from its ink's top to its foot that fit what stands below, mm, tallest first.
    pub heights: &'a [f64],
    /// Tallest character, mm.
    pub tallest: f64,
}

impl Mark {
    /// Ways to set the mark of a document, best first; never empty.
    pub fn ways(document: &Document, bounds: Bounds, fonts: &Fonts) -> Vec<Self> {
        let names: Vec<String> = document.joint.iter().map(|name| text::clean_line(name)).collect();
        let names: Vec<String> = names.into_iter().filter(|name| !name.is_empty()).collect();
        let mark = text::clean_line(&document.mark);
        if names.is_empty() { vec![single(&mark, bounds, fonts)] } else { joint(names, mark, bounds, fonts) }
    }

    /// From the top of its ink to its foot, mm.
    pub fn height(&self) -> f64 {
        self.em * span(self.lines.len(), self.ink)
    }

    /// Puts it on a page, the top of its ink at `top` mm.
    pub fn put(&self, page: &mut Page, top: f64, fonts: &Fonts) {
        let style = Style { size_pt: self.em / MM_PER_PT, ink: Ink::Red, stretch: self.cell / self.em };
        let (names, word) = self.widths(fonts);
        let whole = names + if word > 0.0 { WORD_GAP + word } else { 0.0 };
        let left = LEFT + (WIDTH - whole) / 2.0;
        for (i, text) in self.lines.iter().enumerate() {
            let y = top + (self.ink + i as f64 * PITCH) * self.em;
            let line = if self.joint {
                grid::drawn_out(text, Face::BiaoSong, self.cell, names, fonts)
            } else {
                grid::line(text, Face::BiaoSong, self.cell, fonts)
            };
            let x = if self.joint { left } else { LEFT + (WIDTH - line.width) / 2.0 };
            grid::put(page, &line, fonts, (x, y), style);
        }
        if word > 0.0 {
            // The middle of its characters on the middle of the names.
            let middle = top + (self.height() - FOOT * self.em) / 2.0;
            let line = grid::line(&self.word, Face::BiaoSong, self.word_em(), fonts);
            let style = Style { size_pt: self.word_em() / MM_PER_PT, ink: Ink::Red, stretch: 1.0 };
            let at = (left + names + WORD_GAP, middle + 0.38 * self.word_em());
            grid::put(page, &line, fonts, at, style);
        }
    }

    /// Widths of the names and of the word beside them, mm.
    fn widths(&self, fonts: &Fonts) -> (f64, f64) {
        let wide = |text: &String| cells(text, fonts) * self.cell;
        let names = self.lines.iter().map(wide).fold(0.0, f64::max);
        (names, cells(&self.word, fonts) * self.word_em())
    }

    fn word_em(&self) -> f64 {
        self.em.max(WORD.min(self.height() * 0.7))
    }
}

/// Height of so many lines in heights of a character.
fn span(lines: usize, ink: f64) -> f64 {
    lines.saturating_sub(1) as f64 * PITCH + ink + FOOT
}

fn cells(text: &str, fonts: &Fonts) -> f64 {
    text::width(text, Face::BiaoSong, 1.0 / MM_PER_PT, fonts)
}

/// Top of a line's ink in heights of a character.
fn ink(line: &str, fonts: &Fonts) -> f64 {
    let tops = line.chars().filter_map(|ch| fonts.ink(Face::BiaoSong, ch)).map(|(_, top)| top);
    let top = tops.fold(0.0, f64::max);
    if top > 0.0 { top } else { 0.88 }
}

fn longest(lines: &[String], fonts: &Fonts) -> f64 {
    lines.iter().map(|line| cells(line, fonts)).fold(1.0, f64::max)
}

fn single(mark: &str, bounds: Bounds, fonts: &Fonts) -> Mark {
    let ink = ink(mark, fonts);
    let mut lines = vec![mark.to_owned()];
    for count in 1..=MOST_LINES {
        lines = broken(mark, count, fonts);
        let widest = (WIDTH / longest(&lines, fonts)).min(WIDEST);
        let sizes = bounds.heights.iter().map(|height| height / span(lines.len(), ink));
        let mut fit = sizes.filter(|em| *em <= bounds.tallest && *em <= SLIM * widest && *em >= LEAST);
        if let Some(em) = fit.next() {
            return Mark { lines, word: String::new(), joint: false, em, cell: widest.min(em), ink };
        }
    }
    // A mark of hundreds of characters: as large as its lines allow.
    let cell = (WIDTH / longest(&lines, fonts)).min(WIDEST);
    Mark { lines, word: String::new(), joint: false, em: (SLIM * cell).min(bounds.tallest), cell, ink }
}

fn broken(mark: &str, count: usize, fonts: &Fonts) -> Vec<String> {
    let cells = |text: &str| cells(text, fonts);
    match count {
        1 => vec![mark.to_owned()],
        2 => meaning::halves(mark, &cells),
        n => meaning::lines(mark, cells(mark) / n as f64 * 1.15, &cells),
    }
}

fn joint(lines: Vec<String>, word: String, bounds: Bounds, fonts: &Fonts) -> Vec<Mark> {
    let ink = ink(&lines[0], fonts);
    let word_width = cells(&word, fonts) * WORD + if word.is_empty() { 0.0 } else { WORD_GAP };
    let cell = ((WIDTH - word_width).max(WIDTH / 4.0) / longest(&lines, fonts)).min(WIDEST);
    let tallest = if lines.len() > 1 { JOINT_TALLEST } else { WORD };
    let tallest = bounds.tallest.min(tallest).min(SLIM * cell);
    let size = |em: f64| Mark { lines: lines.clone(), word: word.clone(), joint: true, em, cell: cell.min(em), ink };
    let sizes = bounds.heights.iter().map(|height| height / span(lines.len(), ink));
    let mut ways: Vec<Mark> = sizes.filter(|em| (LEAST..=tallest).contains(em)).map(size).collect();
    if ways.is_empty() {
        ways.push(size(tallest.min(LEAST)));
    }
    ways
}
