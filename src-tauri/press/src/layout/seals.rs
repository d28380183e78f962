//! Signatures under seals (GB/T 9704-2012, 7.3.5.1): name above date, both in the lower half of the seal that rests over
//! them; of a joint document rows of at most three seals that do not touch, the last one over name and date.
//!
//! The standard places the date four cells from the right and the last seal over it, so the columns are counted from
//! there to the left. A row takes fewer seals where names are long. It deliberately draws no seal: a picture is placed as
//! it is, and without one its place stays empty for the real seal.
use super::grid::{self, CELL, ROW, WIDTH};
use super::signature::{Band, DATE_IN, date, names};
use crate::document::{Authority, Document};
use crate::fonts::Fonts;
use crate::page::{Face, Image};
use crate::text::{self, Line, MM_PER_PT, meaning};

/// Diameter of a round seal, mm.
pub(super) const SEAL: f64 = 42.0;
/// Rows from the text to the end of the date: two empty ones, the name, the date.
const ROWS: f64 = 4.0;
/// Upper edge of a seal below the row of the text, mm: it ends with the date's row, about a millimetre below the words of
/// the text, so less than a line from them.
const BELOW: f64 = ROWS * ROW - SEAL;
/// From one row of seals to the next, mm.
const ROW_OF_SEALS: f64 = SEAL + 4.0;
/// Least distance of seals in a row, mm.
const APART: f64 = 3.0;
/// Row of the name below the text (two empty rows above it).
const NAME_ROW: f64 = 2.0;
/// Most seals in a row.
const MOST: usize = 3;

/// Most rows of seals on a page that also shows text.
const A_PAGE: usize = 4;

/// A name in its lines.
struct Name<'a> {
    lines: Vec<String>,
    authority: &'a Authority,
}

/// How seals stand in columns; mm.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Columns {
    count: usize,
    /// Middle of the last column, and distance of the columns.
    last: f64,
    pitch: f64,
}

/// A band for each row of seals, the date in the last.
pub(super) fn bands(document: &Document, fonts: &Fonts) -> Vec<Band> {
    let date = date(document, fonts);
    let (signed, columns) = arranged(document, &date, fonts);
    let rows = signed.len().div_ceil(columns.count);
    let mut bands = Vec::new();
    let mut rest = signed.as_slice();
    for row in 0..rows {
        // As even as possible: four are two and two.
        let (these, others) = rest.split_at(rest.len().div_ceil(rows - row));
        rest = others;
        let mut band = Band { height: if row + 1 < rows { ROW_OF_SEALS } else { ROWS * ROW }, ..Band::default() };
        for (i, signed) in these.iter().enumerate() {
            let middle = columns.last - (these.len() - 1 - i) as f64 * columns.pitch;
            sign(&mut band, signed, middle, fonts);
        }
        bands.push(band);
    }
    if let Some(band) = bands.last_mut() {
        let x = columns.last - date.width / 2.0;
        band.line(date, x, (ROWS - 1.0) * ROW);
    }
    bands
}

/// Names in as many lines as their columns ask for: the most columns in which all have room.
fn arranged<'a>(document: &'a Document, date: &Line, fonts: &Fonts) -> (Vec<Name<'a>>, Columns) {
    let names = names(document);
    let wide = |text: &str| grid::line(text, Face::FangSong, CELL, fonts).width;
    let most = MOST.min(names.len());
    let ways = [1, 2].into_iter().flat_map(|lines| (2..=most).rev().map(move |count| (count, lines)));
    // So many rows as a page holds, if names broken in two allow that.
    let (on_a_page, more): (Vec<_>, Vec<_>) = ways.partition(|way| names.len().div_ceil(way.0) <= A_PAGE);
    for (count, lines) in on_a_page.into_iter().chain(more) {
        let room = WIDTH / count as f64 - CELL;
        let signed: Vec<Name> = names
            .iter()
            .map(|(name, authority)| Name { lines: broken(name, room, fonts), authority })
            .collect();
        let widest = signed.iter().flat_map(|s| &s.lines).map(|line| wide(line)).fold(0.0, f64::max);
        let fits = signed.iter().all(|signed| signed.lines.len() <= lines);
        if let Some(columns) = columns(count, widest, date.width).filter(|_| fits) {
            return (signed, columns);
        }
    }
    let room = WIDTH - 4.0 * CELL;
    let signed: Vec<Name> =
        names.iter().map(|(name, authority)| Name { lines: broken(name, room, fonts), authority }).collect();
    let widest = signed.iter().flat_map(|s| &s.lines).map(|line| wide(line)).fold(0.0, f64::max);
    // A long name keeps two cells from the edge; the date moves with it.
    let last = (WIDTH - DATE_IN * CELL - date.width / 2.0).min(WIDTH - 2.0 * CELL - widest / 2.0);
    (signed, Columns { count: 1, last: last.max(SEAL / 2.0), pitch: 0.0 })
}

/// Columns of names of this width, if the type area holds them.
fn columns(count: usize, widest: f64, date: f64) -> Option<Columns> {
    let half = widest.max(SEAL) / 2.0;
    let last = (WIDTH - DATE_IN * CELL - date / 2.0).min(WIDTH - half);
    let least = (widest + CELL).max(SEAL + APART);
    let most = (last - half) / (count - 1) as f64;
    (least <= most).then(|| Columns { count, last, pitch: most.min(least.max(SEAL + 2.0 * APART)) })
}

fn broken(name: &str, room: f64, fonts: &Fonts) -> Vec<String> {
    let cells = |text: &str| text::width(text, Face::FangSong, 1.0 / MM_PER_PT, fonts);
    meaning::lines(name, room / CELL, &cells)
}

/// A name in the middle of its column, its seal over it.
fn sign(band: &mut Band, signed: &Name, middle: f64, fonts: &Fonts) {
    let first = (NAME_ROW + 1.0 - signed.lines.len() as f64).max(0.0);
    for (i, text) in signed.lines.iter().enumerate() {
        let line = grid::line(text, Face::FangSong, CELL, fonts);
        let x = (middle - line.width / 2.0).clamp(0.0, (WIDTH - line.width).max(0.0));
        band.line(line, x, (first + i as f64) * ROW);
    }
    if let Some(picture) = &signed.authority.seal {
        let w = SEAL / picture.ratio().max(1.0);
        let h = w * picture.ratio();
        let (x, y) = (middle - w / 2.0, BELOW + (SEAL - h) / 2.0);
        band.images.push(Image { x, y, w, h, picture: picture.clone() });
    }
}
