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

/// Words of a cell and of its foot in a size (points) and measure (mm).
pub(super) fn set(fonts: &Fonts, cell: &Cell, size_pt: f64, measure: f64) -> (Laid, Laid) {
    let laid = match (cell.paragraphs.is_empty(), cell.upright) {
        (true, false) => words::in_cell(fonts, &cell.text, (cell.face, cell.align), size_pt, measure),
        (true, true) => upright(fonts, cell, size_pt, measure),
        (false, _) => paragraphs(fonts, cell, size_pt, measure),
    };
    (laid, foot(fonts, &cell.foot, size_pt, measure))
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
        Align::Centre | Align::Right => at_right(fonts, &paragraph.text, cell.face, size_pt, measure),
    };
    all.lines = cell.paragraphs.iter().flat_map(|paragraph| set(paragraph).lines).collect();
    all
}

fn at_right(fonts: &Fonts, text: &str, face: Face, size_pt: f64, measure: f64) -> Laid {
    let mut laid = words::ragged(fonts, text, face, size_pt, measure);
    laid.lines.iter_mut().for_each(|line| line.to_right(measure));
    laid
}

fn foot(fonts: &Fonts, text: &str, size_pt: f64, measure: f64) -> Laid {
    if text.trim().is_empty() {
        return Laid::default();
    }
    // A foot is a line to be filled in: it shrinks before it wraps.
    let size_pt = size_pt.min(measure / words::MM);
    let set =
        |step: u8| at_right(fonts, text, Face::FangSong, size_pt * (1.0 - 0.05 * f64::from(step)), measure);
    let asked = text.lines().count();
    (0..=6).map(set).find(|laid| laid.lines.len() <= asked).unwrap_or_else(|| set(0))
}

/// Takes the foot among the lines, for a cell that is torn over pages.
pub(super) fn join_foot(cell: &mut GridCell) {
    let foot = std::mem::take(&mut cell.foot);
    if cell.laid.lines.is_empty() {
        cell.laid.size_pt = cell.laid.size_pt.max(foot.size_pt);
        cell.laid.leading = cell.laid.leading.max(foot.leading);
    }
    cell.laid.lines.extend(foot.lines);
}
