//! What the tests of official documents measure with: lines of a finished page with their edges in millimetres.
use press::page::Face;

use crate::minutes_read::{Drawn, Sheet};

pub const MM: f64 = 25.4 / 72.0;
pub const CELL: f64 = 156.0 / 28.0;
pub const ROW: f64 = 225.0 / 22.0;
/// 三号, mm.
pub const BODY: f64 = 16.0 * MM;
pub const LEFT: f64 = 28.0;
pub const RIGHT: f64 = 184.0;
pub const BOTTOM: f64 = 262.0;
/// What a ruler may be off, mm.
pub const RULER: f64 = 0.3;

pub fn red(ink: &[f64]) -> bool {
    ink[0] > 0.5 && ink[1] < 0.1 && ink[2] < 0.1
}

pub fn said(line: &[&Drawn]) -> String {
    line.iter().map(|g| g.text.as_str()).collect()
}

#[track_caller]
pub fn near(measured: f64, wanted: f64, what: &str) {
    assert!((measured - wanted).abs() < RULER, "{what}: {measured:.2} mm instead of {wanted:.2}");
}

/// The line of a size that contains these words.
#[track_caller]
pub fn line<'a>(sheet: &'a Sheet, size: f64, words: &str) -> Vec<&'a Drawn> {
    let lines = sheet.lines(size);
    let texts: Vec<String> = lines.iter().map(|line| said(line)).collect();
    let at = texts.iter().position(|text| text.contains(words));
    lines.into_iter().nth(at.unwrap_or_else(|| panic!("{words} is not in {texts:?}"))).expect("found")
}

/// Left edge of the first of these words in their line, mm.
#[track_caller]
pub fn left_of(line: &[&Drawn], words: &str) -> f64 {
    glyphs_of(line, words)[0].x
}

/// Right edge of the cell of their last character, mm.
#[track_caller]
pub fn right_of(line: &[&Drawn], words: &str) -> f64 {
    let glyphs = glyphs_of(line, words);
    let last = glyphs[glyphs.len() - 1];
    let narrow = last.text.chars().all(press::text::marks::is_narrow);
    last.x + last.size * MM * last.stretch * if narrow { 0.5 } else { 1.0 }
}

#[track_caller]
fn glyphs_of<'a>(line: &[&'a Drawn], words: &str) -> Vec<&'a Drawn> {
    let text: Vec<&str> = line.iter().map(|g| g.text.as_str()).collect();
    let wanted: Vec<String> = words.chars().map(String::from).collect();
    let at = text.windows(wanted.len()).position(|w| w.iter().zip(&wanted).all(|(a, b)| a == b));
    let at = at.unwrap_or_else(|| panic!("{words} is not in {}", text.concat()));
    line[at..at + wanted.len()].to_vec()
}

/// Top and foot of the character box, mm.
pub fn top(glyph: &Drawn) -> f64 {
    glyph.y - 0.88 * glyph.size * MM
}

pub fn foot(glyph: &Drawn) -> f64 {
    glyph.y + 0.12 * glyph.size * MM
}

/// Highest ink of the red characters of a page, mm from the page's top.
pub fn mark_ink(sheet: &Sheet) -> f64 {
    let red = sheet.glyphs.iter().filter(|g| red(&g.ink));
    let tops = red.filter_map(|g| {
        let (_, top) = crate::fonts().ink(Face::BiaoSong, g.text.chars().next()?)?;
        Some(g.y - top * g.size * MM)
    });
    tops.fold(f64::MAX, f64::min)
}

/// Foot of the character boxes of the mark, mm.
pub fn mark_foot(sheet: &Sheet) -> f64 {
    sheet.glyphs.iter().filter(|g| red(&g.ink)).map(foot).fold(0.0, f64::max)
}

/// Red rules of a page from the top: top, height, left, width, mm.
pub fn red_rules(sheet: &Sheet) -> Vec<(f64, f64, f64, f64)> {
    let mut rules: Vec<_> =
        sheet.bars.iter().filter(|bar| red(&bar.ink)).map(|bar| (bar.y, bar.h, bar.x, bar.w)).collect();
    rules.sort_by(|a, b| a.0.total_cmp(&b.0));
    rules
}

/// Empty lines between the foot of what is above and the row of a line of a size.
pub fn empty_lines(foot_above: f64, glyph: &Drawn) -> f64 {
    let row = top(glyph) - (ROW - glyph.size * MM) / 2.0;
    (row - foot_above) / ROW
}
