//! Characters to lines: the grid of official paper, 避头尾, squeezing, and titles broken at meaning. Pure.
//!
//! Widths are asked from [`Widths`], so that nothing here reads a font file. It deliberately knows no page.
pub mod blocks;
mod clean;
mod fill;
#[cfg(test)]
mod fill_tests;
mod lines;
pub mod marks;
pub mod meaning;
pub mod names;
mod shape;
#[cfg(test)]
mod shape_tests;
pub mod spans;
pub mod tidy;

pub use clean::{clean, clean_line};
pub use fill::{Measure, break_lines};

use crate::fonts::Fonts;
use crate::page::Face;

/// Millimetres of one point.
pub const MM_PER_PT: f64 = 25.4 / 72.0;

/// Natural advances of characters.
pub trait Widths {
    /// Advance in ems.
    fn em(&self, face: Face, ch: char) -> f64;
}

impl Widths for Fonts {
    fn em(&self, face: Face, ch: char) -> f64 {
        self.advance(face, ch)
    }
}

/// Widths without any face: half a cell for Latin, a whole one for the rest.
#[derive(Debug, Clone, Copy)]
pub struct Nominal;

impl Widths for Nominal {
    fn em(&self, _: Face, ch: char) -> f64 {
        if marks::is_narrow(ch) { 0.5 } else { 1.0 }
    }
}

/// A character before it has a place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unit {
    /// The character.
    pub ch: char,
    /// Its face.
    pub face: Face,
    /// Width of its cell in mm.
    pub width: f64,
    /// Is parted from the next character only where that saves a hole of several cells (names of persons).
    pub tied: bool,
}

/// A character in a line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Set {
    /// The character.
    pub ch: char,
    /// Its face.
    pub face: Face,
    /// Left edge of its cell in mm from the line's left edge.
    pub x: f64,
    /// Width of its cell in mm before squeezing.
    pub width: f64,
}

/// A filled line.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Line {
    /// Its characters, left to right.
    pub glyphs: Vec<Set>,
    /// Right edge of the last character in mm from the line's left edge, indent included, blanks at the end not.
    pub width: f64,
    /// The paragraph ends here.
    pub last: bool,
}

impl Line {
    /// The line's characters.
    pub fn text(&self) -> String {
        self.glyphs.iter().map(|g| g.ch).collect()
    }
}

/// Reads the dictionary of words now instead of at the first title; takes a few tenths of a second.
pub fn prepare() {
    meaning::jieba();
}

/// Width of a character in cells: Han and its marks one, digits half, Latin letters as their face has them.
pub fn cells(ch: char, face: Face, widths: &dyn Widths) -> f64 {
    if !marks::is_narrow(ch) {
        1.0
    } else if ch.is_ascii_digit() || ch == ' ' {
        0.5
    } else {
        widths.em(face, ch).clamp(0.1, 1.2)
    }
}

/// Characters of one face with cells of `cell` mm.
pub fn units(text: &str, face: Face, cell: f64, widths: &dyn Widths) -> Vec<Unit> {
    text.chars().map(|ch| Unit { ch, face, width: cells(ch, face, widths) * cell, tied: false }).collect()
}

/// Natural width of a text on one line, in mm.
pub fn width(text: &str, face: Face, size_pt: f64, widths: &dyn Widths) -> f64 {
    units(text, face, size_pt * MM_PER_PT, widths).iter().map(|u| u.width).sum()
}

/// Fills lines of `width_mm`; line feeds are kept, an empty paragraph is an empty line.
pub fn fill(text: &str, face: Face, size_pt: f64, width_mm: f64, widths: &dyn Widths) -> Vec<Line> {
    fill_indented(text, face, size_pt, width_mm, 0.0, widths)
}

/// As [`fill`], the first line of each paragraph starting `first` mm in.
pub fn fill_indented(
    text: &str,
    face: Face,
    size_pt: f64,
    width_mm: f64,
    first: f64,
    widths: &dyn Widths,
) -> Vec<Line> {
    let cell = size_pt * MM_PER_PT;
    let measure = Measure { width: width_mm, first, rest: 0.0, cell };
    let text = clean(text);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        if paragraph.is_empty() {
            lines.push(Line { last: true, ..Line::default() });
        } else {
            lines.extend(break_lines(&units(paragraph, face, cell, widths), measure));
        }
    }
    lines
}
