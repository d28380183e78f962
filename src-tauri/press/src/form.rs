//! What an office form says: title, ruled tables, lines to sign — plain data, drawn by `layout/form.rs`.
//!
//! No form draws itself: a new form is a page of declarative code in `forms/` or in a room's `forms.rs`. It deliberately
//! has no conditions and no lookups; what is not known is an empty cell to be filled by pen.
mod make;
mod plate;

use crate::document::Watermark;
use crate::page::Face;
pub use plate::{Plate, STOCKS, Stock, stock};

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

/// One of several paragraphs in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// What it says.
    pub text: String,
    /// Horizontal place; left ones are filled to the edge.
    pub align: Align,
    /// First line indented by two characters.
    pub indent: bool,
}

/// One cell. Text wraps by the rules for Chinese lines; line feeds are kept; ☑ is drawn as □ with √ over it, because no
/// face of an office has it.
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
    /// Stands instead of `text` when there are any: opinions with name and date under each.
    pub paragraphs: Vec<Paragraph>,
    /// Stands at the lower right of the cell, under all else: 签名, （盖章）, 年月日 for the pen.
    pub foot: String,
    /// Set upright, one character below the other (narrow label columns; spines).
    pub upright: bool,
}

/// One row; it grows with its text.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its cells, left to right.
    pub cells: Vec<Cell>,
    /// Least height in mm.
    pub height_mm: f64,
    /// Share of the height that the page has left over, so that a form fills its page; 0 for none.
    pub stretch: f64,
    /// A row for the pen: set as long as there is room on the table's last page, otherwise left out.
    pub spare: bool,
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
    /// The form's title in red over a red double rule (稿纸, 处理笺); stands first.
    RedHead,
    /// A QR code above the type area's upper right corner, for paper that comes back. Modules are at least 0.4 mm, so
    /// words of more than about 100 bytes, or none, get no code: the number itself stands on the form.
    Code(String),
    /// Names to sign on one line in equal shares: label and name, or a rule to sign on where the name is empty.
    Signatures {
        /// Label without colon, and name.
        signers: Vec<(String, String)>,
        /// Size in points.
        size_pt: f64,
    },
    /// Plates on label stock; a form with labels holds nothing else, and no title, foot or number is printed.
    Labels {
        /// The sheets.
        stock: Stock,
        /// Place of the first label, from 1 at the upper left, line by line, so that a half-used sheet can be used.
        start: usize,
        /// What goes on the labels, in order.
        plates: Vec<Plate>,
    },
    /// Plates side by side with cut marks on plain paper (spines of boxes); alone on its form as labels are.
    CutOuts(Vec<Plate>),
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
