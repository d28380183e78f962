//! What a text consists of, onto pages: rows of the grid, blocks and tables of whole rows, marks for the outline.
//!
//! Promised: what follows a table or a picture stands on the grid again; a heading or caption is never parted from what it
//! belongs to; no page begins with an empty row; a table's head is repeated and its last row does not stand alone. It
//! deliberately sets no text: rows and blocks arrive set.
use super::area::Area;
use super::grid::{self, BODY_PT, Style};
use super::rules;
use super::table::{Grid, GridRow, total};
use crate::fonts::Fonts;
use crate::page::{Bookmark, Page, Placed};
use crate::text::Line;

/// Longest chain of headings that is kept together with the text under it, in rows.
const LONGEST_CHAIN: usize = 8;
/// Tables of up to this many rows of the grid are not torn.
pub(super) const SMALL: usize = 6;
/// Two rows of a longer table that take up to this many rows of the grid with its head begin it together.
const BEGUN: usize = 4;
/// Least room above and below a table, mm.
pub(super) const GAP: f64 = 1.2;
/// White above a table is at most this, mm; the rest of its whole rows is below it.
const ABOVE: f64 = 2.4;

/// A row of the grid.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    /// Its text; `None` for an empty row.
    pub line: Option<Line>,
    /// Stays on the page of the row after it.
    pub keep: bool,
}

impl Row {
    pub const EMPTY: Self = Self { line: None, keep: false };
}

/// Something of whole rows that is not torn, drawn as a stencil.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Block {
    /// Rows of the grid that it takes.
    pub rows: usize,
    /// Its drawing; places are counted from the type area's left edge and the top of its first row, mm.
    pub stencil: Page,
    /// Stays on the page of what comes after it.
    pub keep: bool,
}

/// A part of the flow.
#[derive(Debug, Clone)]
pub(super) enum Item {
    /// A row of body text.
    Row(Row),
    /// A picture, a title, a caption.
    Block(Block),
    /// A table over as many pages as it needs.
    Table(Box<Grid>),
    /// The outline leads to what comes after it.
    Mark { title: String, depth: u8 },
}

impl From<Row> for Item {
    fn from(row: Row) -> Self {
        Self::Row(row)
    }
}

impl Item {
    pub fn keeps(&self) -> bool {
        match self {
            Self::Row(row) => row.keep,
            Self::Block(block) => block.keep,
            Self::Table(_) => false,
            Self::Mark { .. } => true,
        }
    }

    /// Rows without which it cannot begin on a page.
    pub fn least(&self, area: Area) -> usize {
        match self {
            Self::Row(_) => 1,
            Self::Block(block) => block.rows,
            Self::Table(grid) => least(grid, area),
            Self::Mark { .. } => 0,
        }
    }
}

/// Whole small tables; else the head with two rows, or with one that is high.
fn least(grid: &Grid, area: Area) -> usize {
    let whole = area.rows_for(grid.whole_height() + 2.0 * GAP);
    let two: f64 = grid.groups.iter().take(2).map(|group| total(group)).sum();
    let begun = area.rows_for(grid.head_height() + two + 2.0 * GAP);
    let one = area.rows_for(grid.least_height() + 2.0 * GAP);
    match (whole <= SMALL, begun <= BEGUN) {
        (true, _) => whole,
        (_, true) => begun,
        _ => one,
    }
}

/// Puts items on pages from row `start` of the last page (of a first one, if there is none); returns the first free row
/// of the last page.
pub(super) fn pour(placed: &mut Placed, items: &[Item], area: Area, start: usize, fonts: &Fonts) -> usize {
    if placed.pages.is_empty() {
        placed.pages.push(area.page());
    }
    let mut pen = Pen { placed, area, fonts, at: start, marks: Vec::new() };
    for (i, item) in items.iter().enumerate() {
        // A chain that began higher up was judged there.
        if i == 0 || !items[i - 1].keeps() {
            pen.make_room(&items[i..]);
        }
        pen.put(item);
    }
    pen.at
}

/// Where the next item goes.
struct Pen<'a> {
    placed: &'a mut Placed,
    area: Area,
    fonts: &'a Fonts,
    at: usize,
    /// Marks that wait for the item they lead to.
    marks: Vec<(String, u8)>,
}

impl Pen<'_> {
    fn turn(&mut self) {
        self.placed.pages.push(self.area.page());
        self.at = 0;
    }

    fn free(&self) -> usize {
        self.area.rows.saturating_sub(self.at)
    }

    fn top(&self) -> f64 {
        self.area.row_top(self.at)
    }

    /// Turns the page if headings would stand without what they head.
    fn make_room(&mut self, items: &[Item]) {
        let mut chain = 0;
        for item in items {
            let keeps = item.keeps() && chain < LONGEST_CHAIN;
            chain += item.least(self.area);
            if !keeps {
                if chain > self.free() && self.at > 0 {
                    self.turn();
                }
                return;
            }
        }
    }

    fn put(&mut self, item: &Item) {
        match item {
            Item::Mark { title, depth } => return self.marks.push((title.clone(), *depth)),
            Item::Row(Row { line: None, .. }) => {
                self.at += usize::from(self.at > 0 && self.free() > 0);
                return;
            }
            _ => {}
        }
        if item.least(self.area) > self.free() && self.at > 0 {
            self.turn();
        }
        self.note_marks();
        match item {
            Item::Row(row) => self.row(row),
            Item::Block(block) => self.block(block),
            Item::Table(grid) => self.table(grid),
            Item::Mark { .. } => {}
        }
    }

    fn note_marks(&mut self) {
        let (page, y) = (self.placed.pages.len() - 1, self.top());
        let marks = self.marks.drain(..).map(|(title, depth)| Bookmark { title, depth, page, y });
        self.placed.bookmarks.extend(marks);
    }

    fn row(&mut self, row: &Row) {
        let y = grid::baseline(self.top(), self.area.row(), BODY_PT);
        if let (Some(page), Some(line)) = (self.placed.pages.last_mut(), &row.line) {
            grid::put(page, line, self.fonts, (self.area.left, y), Style::black(BODY_PT));
        }
        self.at += 1;
    }

    fn block(&mut self, block: &Block) {
        let shift = (self.area.left, self.top());
        if let Some(page) = self.placed.pages.last_mut() {
            stamp(page, &block.stencil, shift);
        }
        self.at += block.rows;
    }

    /// A table in parts of whole rows, each with the head.
    fn table(&mut self, grid: &Grid) {
        let head = grid.head.len();
        let mut part: Vec<&GridRow> = grid.head.iter().collect();
        let mut used = grid.head_height() + 2.0 * GAP;
        for (g, group) in grid.groups.iter().enumerate() {
            let height = total(group);
            // The last row takes its neighbour with it rather than stand alone under a repeated head.
            let last = grid.groups.get(g + 1).filter(|_| g + 2 == grid.groups.len() && part.len() > head);
            let both = height + last.map_or(0.0, |group| total(group));
            let whole = grid.head_height() + 2.0 * GAP + both <= self.area.height;
            let wanted = if whole { both } else { height };
            if used + wanted > self.free() as f64 * self.area.row() + 1e-6 && part.len() > head {
                self.finish(&part, grid);
                self.turn();
                part.truncate(head);
                used = grid.head_height() + 2.0 * GAP;
            }
            part.extend(group);
            used += height;
        }
        self.finish(&part, grid);
    }

    fn finish(&mut self, part: &[&GridRow], grid: &Grid) {
        if part.is_empty() {
            return;
        }
        let height = rules::height(part);
        let rows = self.area.rows_for(height + 2.0 * GAP);
        let spare = rows as f64 * self.area.row() - height;
        let at = (self.area.left, self.top() + (spare / 2.0).min(ABOVE));
        if let Some(page) = self.placed.pages.last_mut() {
            rules::draw(page, part, &grid.edges, at, grid.head.len());
        }
        self.at += rows;
    }
}

/// Puts a drawing on a page, shifted by (x, y).
pub(super) fn stamp(page: &mut Page, stencil: &Page, (x, y): (f64, f64)) {
    page.runs.extend(stencil.runs.iter().cloned().map(|mut run| {
        run.y += y;
        run.glyphs.iter_mut().for_each(|glyph| glyph.x += x);
        run
    }));
    page.rules.extend(stencil.rules.iter().map(|rule| crate::page::Rule {
        x: rule.x + x,
        y: rule.y + y,
        ..*rule
    }));
    page.images.extend(stencil.images.iter().cloned().map(|mut image| {
        (image.x, image.y) = (image.x + x, image.y + y);
        image
    }));
}

#[cfg(test)]
#[path = "flow_tests.rs"]
mod tests;
