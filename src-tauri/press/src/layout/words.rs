//! Words as lines of a measure, ready to be put on a page: the seam between forms and the line breaker.
//!
//! It deliberately decides nothing about Chinese line breaking; it only chooses the size in a cell.
use crate::page::{Face, Glyph, Ink, Page, Run};

/// Millimetres of one point.
pub(super) const MM: f64 = 25.4 / 72.0;
/// Leading of text in forms, in sizes.
const LEADING: f64 = 1.35;
/// Where the baseline lies below the top of the em box, in sizes.
const ASCENT: f64 = 0.86;

/// One line, its glyphs from its left end.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Line {
    /// Character, distance of its cell from the line's left end in mm, horizontal scale.
    pub glyphs: Vec<(char, f64, f64)>,
    /// Width in mm.
    pub width: f64,
}

/// Words set in a size.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Laid {
    pub size_pt: f64,
    /// Distance between baselines in mm.
    pub leading: f64,
    pub lines: Vec<Line>,
}

impl Laid {
    /// Height of all lines in mm.
    pub fn height(&self) -> f64 {
        self.lines.len() as f64 * self.leading
    }

    /// Baseline of a line below the top of the block, in mm.
    pub fn baseline(&self, line: usize) -> f64 {
        let em = self.size_pt * MM;
        line as f64 * self.leading + (self.leading - em) / 2.0 + em * ASCENT
    }

    /// Width of the widest line in mm.
    pub fn width(&self) -> f64 {
        self.lines.iter().map(|line| line.width).fold(0.0, f64::max)
    }
}

impl Line {
    /// Puts the line on a page, level and black, its left end and baseline at the point.
    pub fn place(&self, page: &mut Page, (x, y): (f64, f64), face: Face, size_pt: f64) {
        let mut rest = self.glyphs.as_slice();
        while let Some((_, _, stretch)) = rest.first().copied() {
            let n = rest.iter().take_while(|glyph| (glyph.2 - stretch).abs() < 1e-9).count();
            let (same, others) = rest.split_at(n);
            rest = others;
            let glyphs: Vec<Glyph> = same.iter().map(|(ch, dx, _)| Glyph { ch: *ch, x: x + dx }).collect();
            if glyphs.iter().all(|glyph| glyph.ch.is_whitespace()) {
                continue;
            }
            page.runs.push(Run { face, size_pt, ink: Ink::Black, y, turn_deg: 0.0, stretch, glyphs });
        }
    }
}

/// Sets words in a size and measure (mm); line feeds are kept, empty text has no lines.
pub(super) fn set(text: &str, _face: Face, size_pt: f64, measure: f64, indent: bool) -> Laid {
    let lines = if text.trim().is_empty() { Vec::new() } else { fill(text, size_pt, measure, indent) };
    Laid { size_pt, leading: size_pt * MM * LEADING, lines }
}

/// Sets words in a cell: down to 80 % of the size where that saves a last line of one or two characters.
pub(super) fn in_cell(text: &str, face: Face, size_pt: f64, measure: f64) -> Laid {
    // A column narrower than one character still holds its words, one below the other.
    let size_pt = size_pt.min(measure / MM);
    let full = set(text, face, size_pt, measure, false);
    if !has_orphan(&full) {
        return full;
    }
    (1..=8)
        .map(|step| set(text, face, size_pt * (1.0 - 0.025 * f64::from(step)), measure, false))
        .find(|laid| laid.lines.len() < full.lines.len() && !has_orphan(laid))
        .unwrap_or(full)
}

/// A last line of one or two characters. Words set upright, one or two a line (领导批示), have such lines at every size.
fn has_orphan(laid: &Laid) -> bool {
    let short = laid.lines.last().is_some_and(|line| line.glyphs.len() <= 2);
    laid.lines.len() > 1 && short
}

fn fill(text: &str, size_pt: f64, measure: f64, indent: bool) -> Vec<Line> {
    let em = size_pt * MM;
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = Line::default();
        line.width = if indent { 2.0 * em } else { 0.0 };
        for ch in paragraph.chars() {
            let w = if ch.is_ascii() { em / 2.0 } else { em };
            if line.width + w > measure + 1e-6 && !line.glyphs.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            line.glyphs.push((ch, line.width, 1.0));
            line.width += w;
        }
        lines.push(line);
    }
    lines
}

/// Characters in ems, set close: half-width ones take half a cell.
pub(super) fn in_ems(chars: &[char]) -> Line {
    let text: String = chars.iter().collect();
    let size_pt = 1.0 / MM;
    set(&text, Face::BiaoSong, size_pt, f64::MAX, false).lines.into_iter().next().unwrap_or_default()
}

/// A title, its lines broken at meaning.
pub(super) fn title(text: &str, size_pt: f64, measure: f64) -> Laid {
    set(text, Face::BiaoSong, size_pt, measure, false)
}
