//! The words of one cell: a text, an upright label, or several paragraphs; and what stands at its foot.
//!
//! It deliberately knows no row and no rule. Lines at the right are moved there within the measure, so that a cell needs
//! one place for all its lines.
use super::table::GridCell;
use super::words::{self, Laid};
use crate::fonts::Fonts;
use crate::form::{Align, Cell, Paragraph};
use crate::page::Face;
use crate::text::clean;

/// Room around several paragraphs, in mm.
const INSET: f64 = 1.0;

/// Room that a cell keeps beside that of every cell, in mm: paragraphs and what is written by pen need some air.
pub(super) fn inset(cell: &Cell) -> f64 {
    if cell.paragraphs.is_empty() && cell.foot.is_empty() { 0.0 } else { INSET }
}

/// Paragraphs have places of their own within the cell.
pub(super) fn align(cell: &Cell) -> Align {
    if cell.paragraphs.is_empty() { cell.align } else { Align::Left }
}

/// Words of a cell and of its foot in a size (points) and measure (mm).
pub(super) fn set(fonts: &Fonts, cell: &Cell, size_pt: f64, measure: f64) -> (Laid, Laid) {
    let inset = inset(cell);
    // A column as narrow as one character keeps what it has.
    let (inset, inner) = if measure > 12.0 { (inset, measure - 2.0 * inset) } else { (0.0, measure) };
    let mut laid = match (cell.paragraphs.is_empty(), cell.upright) {
        (true, false) => words::in_cell(fonts, &cell.text, (cell.face, cell.align), size_pt, inner),
        (true, true) => upright(fonts, cell, size_pt, inner),
        (false, _) => paragraphs(fonts, cell, size_pt, inner),
    };
    let mut foot = foot(fonts, &cell.foot, size_pt, inner);
    let at_left = align(cell) == Align::Left;
    let lines = laid.lines.iter_mut().filter(|_| at_left).chain(&mut foot.lines);
    lines.for_each(|line| line.shift(inset));
    (laid, foot)
}

/// One character a line; a word in Latin letters stays on its line where it fits.
fn upright(fonts: &Fonts, cell: &Cell, size_pt: f64, measure: f64) -> Laid {
    let text: String =
        clean(&cell.text).chars().filter(|ch| !ch.is_whitespace()).flat_map(|ch| [ch, '\n']).collect();
    words::ragged(fonts, text.trim_end(), cell.face, size_pt.min(measure / words::MM), measure)
}

fn paragraphs(fonts: &Fonts, cell: &Cell, size_pt: f64, measure: f64) -> Laid {
    let size_pt = size_pt.min(measure / words::MM);
    let mut all = words::set(fonts, "", cell.face, size_pt, measure, false);
    let set = |paragraph: &Paragraph| match paragraph.align {
        // A column of four characters has no room for an indent.
        Align::Left => {
            let indent = paragraph.indent && measure > 4.0 * size_pt * words::MM;
            words::set(fonts, &paragraph.text, cell.face, size_pt, measure, indent)
        }
        Align::Centre => centred(fonts, &paragraph.text, cell.face, size_pt, measure),
        Align::Right => at_right(fonts, &paragraph.text, cell.face, size_pt, measure),
    };
    all.lines = cell.paragraphs.iter().flat_map(|paragraph| set(paragraph).lines).collect();
    all
}

/// Lines in the middle; what is set in 小标宋 is a title, its lines broken at meaning.
fn centred(fonts: &Fonts, text: &str, face: Face, size_pt: f64, measure: f64) -> Laid {
    let mut laid = if face == Face::BiaoSong {
        words::title(fonts, text, size_pt, measure)
    } else {
        words::ragged(fonts, text, face, size_pt, measure)
    };
    laid.lines.iter_mut().for_each(|line| line.shift((measure - line.width).max(0.0) / 2.0));
    laid
}

/// Name and date at the right; where one line does not hold them the date goes under the name.
fn at_right(fonts: &Fonts, text: &str, face: Face, size_pt: f64, measure: f64) -> Laid {
    let set = |text: &str| words::ragged(fonts, text, face, size_pt, measure);
    let whole = set(text);
    let parted = text.rsplit_once('　').filter(|_| whole.lines.len() > 1);
    let mut laid = parted.map_or(whole, |(name, date)| set(&format!("{name}\n{date}")));
    laid.lines.iter_mut().for_each(|line| line.shift((measure - line.width).max(0.0)));
    laid
}

/// Lines at the lower right, their left ends below each other.
fn foot(fonts: &Fonts, text: &str, size_pt: f64, measure: f64) -> Laid {
    if text.trim().is_empty() {
        return Laid::default();
    }
    // A foot is a line to be filled in: it shrinks before it wraps.
    let size_pt = size_pt.min(measure / words::MM);
    let set = |step: u8| {
        words::ragged(fonts, text, Face::FangSong, size_pt * (1.0 - 0.05 * f64::from(step)), measure)
    };
    let asked = text.lines().count();
    let mut laid = (0..=6).map(set).find(|laid| laid.lines.len() <= asked).unwrap_or_else(|| set(0));
    let room = (measure - laid.width()).max(0.0);
    laid.lines.iter_mut().for_each(|line| line.shift(room));
    laid
}

/// Takes the foot among the lines, for a cell that is torn over pages; the smaller of both sizes holds both.
pub(super) fn join_foot(cell: &mut GridCell) {
    let foot = std::mem::take(&mut cell.foot);
    if foot.lines.is_empty() {
        return;
    }
    let laid = &mut cell.laid;
    if laid.lines.is_empty() {
        (laid.size_pt, laid.leading) = (foot.size_pt, foot.leading);
    }
    laid.size_pt = laid.size_pt.min(foot.size_pt);
    laid.leading = laid.leading.max(foot.leading);
    laid.lines.extend(foot.lines);
}
