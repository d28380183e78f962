//! Short ways to say what a cell, a row or an opinion is.
use super::{Align, Cell, Paragraph, Row};
use crate::page::Face;

impl Cell {
    /// A label: 黑体, centred.
    pub fn label(text: impl Into<String>) -> Self {
        Self { face: Face::Hei, ..Self::text(text) }
    }
    /// A label of a narrow column, one character below the other.
    pub fn tall(text: impl Into<String>) -> Self {
        Self { upright: true, ..Self::label(text) }
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
            paragraphs: Vec::new(),
            foot: String::new(),
            upright: false,
        }
    }
    /// Content at the left edge.
    pub fn left(text: impl Into<String>) -> Self {
        Self { align: Align::Left, ..Self::text(text) }
    }
    /// Several paragraphs from the top of the cell.
    pub fn paragraphs(paragraphs: Vec<Paragraph>) -> Self {
        Self { paragraphs, top: true, ..Self::left("") }
    }
    /// Says nothing at all.
    pub fn is_blank(&self) -> bool {
        let none = |text: &str| text.trim().is_empty();
        none(&self.text) && none(&self.foot) && self.paragraphs.iter().all(|one| none(&one.text))
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
    /// The same in a size of its own, in points.
    pub fn sized(mut self, size_pt: f64) -> Self {
        self.size_pt = size_pt;
        self
    }
    /// The same with words at its lower right.
    pub fn with_foot(mut self, words: impl Into<String>) -> Self {
        self.foot = words.into();
        self
    }
}

impl Row {
    /// A row of at least this height in mm.
    pub fn new(height_mm: f64, cells: Vec<Cell>) -> Self {
        Self { cells, height_mm, stretch: 0.0, spare: false }
    }
    /// The same, taking a share of the height that the page has left over.
    pub fn stretching(mut self, share: f64) -> Self {
        self.stretch = share;
        self
    }
    /// An empty row for the pen, set where the page has room for it.
    pub fn spare(height_mm: f64) -> Self {
        Self { spare: true, ..Self::new(height_mm, Vec::new()) }
    }
}

impl Paragraph {
    /// Words filled to the edge, the first line two characters in.
    pub fn indented(text: impl Into<String>) -> Self {
        Self { text: text.into(), align: Align::Left, indent: true }
    }
    /// Words at the left edge.
    pub fn left(text: impl Into<String>) -> Self {
        Self { indent: false, ..Self::indented(text) }
    }
    /// Words at the right edge: name and date.
    pub fn right(text: impl Into<String>) -> Self {
        Self { text: text.into(), align: Align::Right, indent: false }
    }
}
