//! What an office form says: title, ruled tables, lines to sign — plain data, drawn by `layout/form.rs`.
//!
//! No form draws itself: a new form is a page of declarative code in a room's `forms.rs`. It deliberately has no
//! conditions and no lookups; what is not known is an empty cell to be filled by pen.
use crate::document::Watermark;
use crate::page::Face;

/// Paper of a form; always A4.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// 210 × 297 mm.
    Upright,
    /// 297 × 210 mm, page number in the same place as on an upright page.
    Landscape,
}

/// Where text stands in its cell or line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// At the left edge.
    Left,
    /// In the middle.
    #[default]
    Centre,
    /// At the right edge.
    Right,
}

/// One cell. Text wraps by the rules for Chinese lines; line feeds are kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// What stands in it.
    pub text: String,
    /// Columns it spans, at least 1.
    pub cols: usize,
    /// Rows it spans, at least 1; the cells below it are left out of the following rows.
    pub rows: usize,
    /// Horizontal place.
    pub align: Align,
    /// Set at the top instead of the middle (long opinions).
    pub top: bool,
    /// Face; labels 黑体 or 仿宋, content 仿宋.
    pub face: Face,
    /// Size in points; 0 for the table's own.
    pub size_pt: f64,
}

/// One row; it grows with its text.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its cells, left to right.
    pub cells: Vec<Cell>,
    /// Least height in mm.
    pub height_mm: f64,
}

/// A ruled table that runs on over pages, its head repeated.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Relative column widths; scaled to the width of the type area.
    pub widths: Vec<f64>,
    /// Size of its text in points.
    pub size_pt: f64,
    /// How many first rows are repeated on every page.
    pub head_rows: usize,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A part of a form, from top to bottom.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A line (or wrapped lines) of text.
    Text {
        /// What it says.
        text: String,
        /// Face.
        face: Face,
        /// Size in points.
        size_pt: f64,
        /// Place.
        align: Align,
        /// First line indented by two characters.
        indent: bool,
    },
    /// Two texts on one line, at its left and right ends (unit … date).
    Ends {
        /// Left words.
        left: String,
        /// Right words.
        right: String,
        /// Size in points.
        size_pt: f64,
    },
    /// A ruled table.
    Table(Table),
    /// Empty height in mm.
    Space(f64),
    /// A dashed line across the page to tear along (回执).
    TearLine,
    /// Go on at the top of a new page.
    NewPage,
}

/// A folded name card (席位牌), 200 × 100 mm a side, printed so that both sides read upright when folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeatCard {
    /// The name, set as large as fits.
    pub name: String,
    /// Unit or office held, set small under it; may be empty.
    pub unit: String,
}

/// An office form.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    /// Title, centred 小标宋 22 pt; also the file's title.
    pub title: String,
    /// Paper.
    pub paper: Paper,
    /// Its parts.
    pub blocks: Vec<Block>,
    /// One page a card; used instead of blocks when not empty.
    pub seat_cards: Vec<SeatCard>,
    /// Words at the foot, left (who printed it, the office).
    pub foot: String,
    /// Watermarks.
    pub watermarks: Vec<Watermark>,
}

impl Cell {
    /// A label: 黑体, centred.
    pub fn label(text: impl Into<String>) -> Self {
        Self { face: Face::Hei, ..Self::text(text) }
    }
    /// Content: 仿宋, centred.
    pub fn text(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            cols: 1,
            rows: 1,
            align: Align::Centre,
            top: false,
            face: Face::FangSong,
            size_pt: 0.0,
        }
    }
    /// Content at the left edge.
    pub fn left(text: impl Into<String>) -> Self {
        Self { align: Align::Left, ..Self::text(text) }
    }
    /// The same, over so many columns.
    pub fn over(mut self, cols: usize) -> Self {
        self.cols = cols;
        self
    }
    /// The same, over so many rows.
    pub fn down(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }
    /// The same, set at the top.
    pub fn at_top(mut self) -> Self {
        self.top = true;
        self
    }
}

impl Row {
    /// A row of at least this height in mm.
    pub fn new(height_mm: f64, cells: Vec<Cell>) -> Self {
        Self { cells, height_mm }
    }
}
