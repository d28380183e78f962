//! Fills lines of a measure: the best legal break near the end of the line, then squeeze or spread to the edge.
//!
//! Promised for every text: it ends, no character is lost, no line is wider than its measure (unless one character alone
//! is), and no mark stands where 避头尾 forbids it (unless a chain of marks is longer than a line).
//! It deliberately hangs nothing into the margin: the right margin of official paper is 26 mm, marks included.
use super::marks;
use super::{Line, Set, Unit};

/// Differences below this are rounding, mm.
const EPS: f64 = 1e-6;
/// A gap is never spread by more than this part of a cell; beyond it the line stays short.
const WIDEST_GAP: f64 = 0.5;

/// Cost of tearing a name, in squared cells.
const TEAR_NAME: f64 = 10.0;

/// The measures of a paragraph in mm.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measure {
    /// Width of every line.
    pub width: f64,
    /// How far the first line starts in.
    pub first: f64,
    /// How far the other lines start in.
    pub rest: f64,
    /// Width of a cell: the unit in which holes are judged.
    pub cell: f64,
}

/// Breaks a paragraph (no line feeds in it) into lines.
pub fn break_lines(units: &[Unit], measure: Measure) -> Vec<Line> {
    let text: Vec<char> = units.iter().map(|u| u.ch).collect();
    let mut lines = Vec::new();
    let mut start = 0;
    while start < units.len() {
        let indent = if lines.is_empty() { measure.first } else { measure.rest };
        let room = (measure.width - indent).max(0.0);
        let end = best_end(units, &text, start, room, measure.cell);
        lines.push(set(&units[start..end], indent, room, measure.cell, end == units.len()));
        start = end;
    }
    lines
}

/// How much a character can give up at its place in the line.
fn give(unit: &Unit, first: bool) -> f64 {
    if marks::white_right(unit.ch) || (marks::white_left(unit.ch) && !first) { unit.width / 2.0 } else { 0.0 }
}

/// Index after the last character of the line that starts at `start`.
fn best_end(units: &[Unit], text: &[char], start: usize, room: f64, cell: f64) -> usize {
    let (mut width, mut slack_in, mut blanks) = (0.0, 0.0, 0.0);
    let mut best: Option<(f64, usize)> = None;
    let mut fits = start;
    for i in start..units.len() {
        width += units[i].width;
        slack_in += give(&units[i], i == start);
        blanks = if units[i].ch == ' ' { blanks + units[i].width } else { 0.0 };
        let over = width - blanks - room;
        if over <= EPS {
            fits = i + 1;
        }
        if over > slack_in + EPS {
            break;
        }
        let last = i + 1 == units.len();
        let Some(penalty) = (if last { Some(0.0) } else { marks::break_cost(text, i) }) else { continue };
        let penalty = penalty + if units[i].tied && !last { TEAR_NAME } else { 0.0 };
        let cells = over / cell;
        let cost = penalty
            + match (over > EPS, last) {
                (true, _) => 0.5 * cells * cells,
                (false, true) => 0.0,
                (false, false) => cells * cells,
            };
        if best.is_none_or(|(least, _)| cost <= least) {
            best = Some((cost, i + 1));
        }
    }
    // A chain that may not be broken but is longer than the line is torn where the line ends.
    best.map_or(fits.max(start + 1), |(_, end)| end)
}

/// Sets one line: squeezed or spread to the edge; a last line keeps its natural places.
fn set(units: &[Unit], indent: f64, room: f64, cell: f64, last: bool) -> Line {
    let used = units.iter().rposition(|u| u.ch != ' ').map_or(0, |at| at + 1);
    let width: f64 = units[..used].iter().map(|u| u.width).sum();
    let over = width - room;
    let gives: f64 = units[..used].iter().enumerate().map(|(i, u)| give(u, i == 0)).sum();
    let squeeze = if over > EPS && gives > 0.0 { (over / gives).min(1.0) } else { 0.0 };
    let gaps = units[..used].windows(2).filter(|w| !marks::glued(w[0].ch, w[1].ch)).count();
    let gap = if over < -EPS && !last && gaps > 0 { -over / gaps as f64 } else { 0.0 };
    let gap = if gap > WIDEST_GAP * cell { 0.0 } else { gap };
    let mut glyphs = Vec::with_capacity(units.len());
    let mut x = indent;
    for (i, unit) in units.iter().enumerate() {
        let less = give(unit, i == 0) * squeeze;
        let shift = if marks::white_left(unit.ch) { less } else { 0.0 };
        let spread =
            if units.get(i + 1).is_some_and(|next| !marks::glued(unit.ch, next.ch)) { gap } else { 0.0 };
        glyphs.push(Set { ch: unit.ch, face: unit.face, x: x - shift, width: unit.width });
        // Blanks at a line's end take no room: the edge stays straight.
        if i < used {
            x += unit.width - less + if i + 1 < used { spread } else { 0.0 };
        }
    }
    Line { glyphs, width: x, last }
}
