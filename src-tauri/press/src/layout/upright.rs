//! Words set upright in a box: characters one below the other, lines from right to left, as on the spine of a box.
//!
//! Brackets, dashes and Latin words are turned by a quarter, as they are in upright Chinese text. It deliberately keeps no
//! 避头尾: a spine has one line, at most a few.
use crate::fonts::Fonts;
use crate::form::Cell;
use crate::page::{Glyph, Ink, Page, Run};
use crate::text::{clean_line, marks, meaning};

use super::words::MM;

/// Height of a character's place, in sizes.
const PITCH: f64 = 1.12;
/// Distance of lines, in sizes.
const LEADING: f64 = 1.25;

/// Characters that lie on their side.
const TURNED: &str = "（）〔〕【】《》〈〉「」『』“”‘’—…～-";

fn words(cell: &Cell) -> String {
    clean_line(&cell.text).chars().filter(|ch| !ch.is_whitespace()).collect()
}

/// Size from which one line is better than two larger ones, in points.
const FEW_PT: f64 = 15.0;

/// Size in points: the cell's own, or what fits; the box is left, top, right, bottom in mm.
pub(super) fn size(cell: &Cell, place: (f64, f64, f64, f64)) -> f64 {
    best(cell, &words(cell), place).0
}

/// Size and lines: the fewest lines that are still large, otherwise the largest size.
fn best(cell: &Cell, words: &str, (left, top, right, bottom): (f64, f64, f64, f64)) -> (f64, Vec<Vec<char>>) {
    let (w, h) = (right - left, bottom - top);
    let asked = if cell.size_pt > 0.0 { cell.size_pt } else { f64::MAX };
    let at = |count: usize| {
        let lines = parted(words, count);
        let longest = lines.iter().map(Vec::len).max().unwrap_or(0).max(1) as f64;
        let across = 1.0 + (lines.len().max(1) as f64 - 1.0) * LEADING;
        ((h / (longest * PITCH)).min(w / across) / MM, lines)
    };
    let mut best = at(1);
    for count in 2..=12 {
        if best.0 >= FEW_PT.min(asked) {
            break;
        }
        let next = at(count);
        if next.0 > best.0 {
            best = next;
        }
    }
    (best.0.min(asked), best.1)
}

/// Parts words in so many lines of about equal length, at meaning where that is possible.
fn parted(words: &str, count: usize) -> Vec<Vec<char>> {
    let all: Vec<char> = words.chars().collect();
    let a_line = all.len().div_ceil(count).max(1);
    let length = |part: &str| part.chars().count() as f64;
    let at_meaning = |slack: usize| meaning::lines(words, (a_line + slack) as f64, &length);
    let lines = (0..4).map(at_meaning).find(|lines| lines.len() <= count);
    match lines.filter(|lines| lines.concat() == words) {
        Some(lines) if count > 1 => lines.iter().map(|line| line.chars().collect()).collect(),
        _ => all.chunks(a_line).map(<[char]>::to_vec).collect(),
    }
}

/// Draws the words in the middle of the box.
pub(super) fn draw(fonts: &Fonts, page: &mut Page, cell: &Cell, place: (f64, f64, f64, f64)) {
    let (left, top, right, bottom) = place;
    let all = words(cell);
    let (size_pt, lines) = best(cell, &all, place);
    let em = size_pt * MM;
    let across = em * (1.0 + (lines.len().saturating_sub(1)) as f64 * LEADING);
    let mut middle = (left + right + across) / 2.0 - em / 2.0;
    let longest = lines.iter().map(Vec::len).max().unwrap_or(0) as f64 * em * PITCH;
    for line in lines {
        let mut y = (top + bottom - longest) / 2.0;
        for ch in line {
            page.runs.push(character(fonts, cell, ch, (middle, y + em * PITCH / 2.0), size_pt));
            y += em * PITCH;
        }
        middle -= em * LEADING;
    }
}

/// One character about its middle.
fn character(fonts: &Fonts, cell: &Cell, ch: char, (x, y): (f64, f64), size_pt: f64) -> Run {
    let em = size_pt * MM;
    let turned = TURNED.contains(ch);
    let width = if marks::is_narrow(ch) { fonts.advance(cell.face, ch) * em } else { em };
    // The middle of the em box lies 0.36 em above the baseline.
    let (x, y, turn_deg) =
        if turned { (x - 0.36 * em, y - width / 2.0, -90.0) } else { (x - width / 2.0, y + 0.36 * em, 0.0) };
    Run {
        face: cell.face,
        size_pt,
        ink: Ink::Black,
        y,
        turn_deg,
        stretch: 1.0,
        glyphs: vec![Glyph { ch, x }],
    }
}
