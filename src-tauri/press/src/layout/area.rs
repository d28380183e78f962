//! The type area of a page and its grid (GB/T 9704-2012, 5.2): upright as the standard has it, landscape for wide annexes.
//!
//! A landscape page is the upright one turned to the left, so that its page number and its binding edge keep their
//! places: 225 × 156 mm at 35, 28 mm, 15 lines of 40 characters. It deliberately knows nothing of what is set in it.
use super::grid;
use crate::page::Page;

/// A type area.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Area {
    /// Width and height of the paper, mm.
    pub paper: (f64, f64),
    /// Left edge, mm.
    pub left: f64,
    /// Top edge, mm.
    pub top: f64,
    /// Width, mm.
    pub width: f64,
    /// Height, mm.
    pub height: f64,
    /// Lines on a page.
    pub rows: usize,
    /// Characters in a line.
    pub cells: usize,
}

impl Area {
    /// 22 lines of 28 characters.
    pub const UPRIGHT: Self = Self {
        paper: grid::PAPER,
        left: grid::LEFT,
        top: grid::TOP,
        width: grid::WIDTH,
        height: grid::BOTTOM - grid::TOP,
        rows: grid::ROWS,
        cells: 28,
    };

    /// The upright area turned: 15 lines of 40 characters.
    pub const LANDSCAPE: Self = Self {
        paper: (grid::PAPER.1, grid::PAPER.0),
        left: grid::PAPER.1 - grid::BOTTOM,
        top: grid::LEFT,
        width: grid::BOTTOM - grid::TOP,
        height: grid::WIDTH,
        rows: 15,
        cells: 40,
    };

    /// Width of a character's cell, mm.
    pub fn cell(&self) -> f64 {
        self.width / self.cells as f64
    }

    /// Height of a line, mm.
    pub fn row(&self) -> f64 {
        self.height / self.rows as f64
    }

    /// Top of a line, mm from the paper's top edge.
    pub fn row_top(&self, row: usize) -> f64 {
        self.top + row as f64 * self.row()
    }

    /// Whole lines that a height (mm) takes, at least one.
    pub fn rows_for(&self, height: f64) -> usize {
        ((height - 1e-6) / self.row()).ceil().max(1.0) as usize
    }

    /// An empty page.
    pub fn page(&self) -> Page {
        Page { w: self.paper.0, h: self.paper.1, ..Page::default() }
    }
}
