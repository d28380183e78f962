//! Small tables of a fixed size and the sheets they are printed on: stamps as stickers, spines of boxes.
//!
//! The sizes of label sheets are those that shops sell under many brands; they are named by labels a sheet and size. No
//! label is official: what is printed on them is. Where they come from: the grids were compared line by line with the
//! makers' measures that LibreOffice ships (`share/labels/labels.xml`, A4 sheets of 40, 33, 30, 24, 21 and 14 labels) and
//! agree within 0.2 mm; the whole sheet to be cut is our own. They are data: a maker whose sheets differ gets a line of its own
//! in [`STOCKS`], and nothing else changes.
use super::Table;
use crate::page::Ink;

/// A table of a fixed size. Rows share the height by their heights; words shrink down to 5 pt until they fit, and what
/// is longer is refused with a sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Plate {
    /// Outer width in mm.
    pub width_mm: f64,
    /// Outer height in mm.
    pub height_mm: f64,
    /// Ink of rules and words.
    pub ink: Ink,
    /// Its cells.
    pub table: Table,
}

/// A sheet of labels on upright A4, all lengths in mm.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stock {
    /// Stable key in English.
    pub key: &'static str,
    /// Chinese name: labels a sheet, size of one.
    pub name: &'static str,
    /// Labels side by side.
    pub cols: usize,
    /// Labels one below the other.
    pub rows: usize,
    /// Width and height of a label.
    pub label: (f64, f64),
    /// Left edge and top edge of the first label.
    pub first: (f64, f64),
    /// From one label's left edge to the next one's, and from top edge to top edge.
    pub pitch: (f64, f64),
}

impl Stock {
    /// Labels on one sheet.
    pub fn per_sheet(&self) -> usize {
        self.cols * self.rows
    }

    /// Left and top edge of a label in mm, counted from 0 line by line.
    pub fn place(&self, at: usize) -> (f64, f64) {
        let (col, row) = (at % self.cols, at / self.cols);
        (self.first.0 + col as f64 * self.pitch.0, self.first.1 + row as f64 * self.pitch.1)
    }
}

const fn sheet(
    key: &'static str,
    name: &'static str,
    (cols, rows): (usize, usize),
    label: (f64, f64),
    first: (f64, f64),
    pitch: (f64, f64),
) -> Stock {
    Stock { key, name, cols, rows, label, first, pitch }
}

/// Label sheets in common use (sources: see the module); a new one is a new line: measure it on the sheet with a ruler.
pub const STOCKS: &[Stock] = &[
    sheet("a4_40", "A4 每张40枚（48.5×25.4毫米）", (4, 10), (48.5, 25.4), (8.0, 21.5), (48.5, 25.4)),
    sheet("a4_33", "A4 每张33枚（70×25.4毫米）", (3, 11), (70.0, 25.4), (0.0, 8.8), (70.0, 25.4)),
    sheet("a4_30", "A4 每张30枚（70×29.7毫米）", (3, 10), (70.0, 29.7), (0.0, 0.0), (70.0, 29.7)),
    sheet("a4_24", "A4 每张24枚（63.5×33.9毫米）", (3, 8), (63.5, 33.9), (7.25, 12.9), (66.0, 33.9)),
    sheet("a4_24_full", "A4 每张24枚（70×37毫米）", (3, 8), (70.0, 37.0), (0.0, 0.5), (70.0, 37.0)),
    sheet("a4_21", "A4 每张21枚（63.5×38.1毫米）", (3, 7), (63.5, 38.1), (7.25, 15.15), (66.0, 38.1)),
    sheet("a4_14", "A4 每张14枚（99.1×38.1毫米）", (2, 7), (99.1, 38.1), (4.65, 15.15), (101.6, 38.1)),
    sheet(
        "a4_whole",
        "A4 整张不干胶（自行裁切，48×18毫米）",
        (4, 15),
        (48.0, 18.0),
        (9.0, 13.5),
        (48.0, 18.0),
    ),
];

/// The stock of a key.
pub fn stock(key: &str) -> Option<&'static Stock> {
    STOCKS.iter().find(|stock| stock.key == key)
}
