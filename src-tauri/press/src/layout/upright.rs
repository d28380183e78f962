//! Words set upright in a box: characters one below the other, lines from right to left, as on the spine of a box.
//!
//! Brackets, dashes and Latin words are turned by a quarter, as they are in upright Chinese text. It deliberately keeps no
//! 避头尾: a spine has one line, at most a few.
use crate::fonts::Fonts;
use crate::form::Cell;
use crate::page::{Glyph, Ink, Page, Run};
use crate::text::{clean_line, marks};

use super::words::MM;

/// Height of a character's place, in sizes.
const PITCH: f64 = 1.12;
/// Distance of lines, in sizes.
const LEADING: f64 = 1.25;

/// Characters that lie on their side.
const TURNED: &str = "（）〔〕【】《》〈〉「」『』“”‘’—…～-";

fn words(cell: &Cell) -> Vec<char> {
    clean_line(&cell.text).chars().filter(|ch| !ch.is_whitespace()).collect()
}

/// Size in points: the cell's own, or what fits; the box is left, top, right, bottom in mm.
pub(super) fn size(cell: &Cell, (left, top, right, bottom): (f64, f64, f64, f64)) -> f64 {
    let (n, w, h) = (words(cell).len().max(1), right - left, bottom - top);
    // The more lines, the more room in height for each; the best number of lines is a small one.
    let at = |lines: usize| {
        let a_line = n.div_ceil(lines) as f64;
        (h / (a_line * PITCH)).min(w / (1.0 + (lines as f64 - 1.0) * LEADING)) / MM
    };
    let best = (1..=12).map(at).fold(0.0, f64::max);
    if cell.size_pt > 0.0 { best.min(cell.size_pt) } else { best }
}

/// Draws the words in the middle of the box.
pub(super) fn draw(fonts: &Fonts, page: &mut Page, cell: &Cell, place: (f64, f64, f64, f64)) {
    let (left, top, right, bottom) = place;
    let (all, size_pt) = (words(cell), size(cell, place));
    let em = size_pt * MM;
    let a_line = (((bottom - top) / (em * PITCH) + 1e-6).floor() as usize).max(1);
    let lines: Vec<&[char]> = all.chunks(a_line).collect();
    let across = em * (1.0 + (lines.len().saturating_sub(1)) as f64 * LEADING);
    let mut middle = (left + right + across) / 2.0 - em / 2.0;
    let longest = lines.first().map_or(0, |line| line.len()) as f64 * em * PITCH;
    for line in lines {
        let mut y = (top + bottom - longest) / 2.0;
        for ch in line {
            page.runs.push(character(fonts, cell, *ch, (middle, y + em * PITCH / 2.0), size_pt));
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
