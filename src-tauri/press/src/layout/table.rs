//! A ruled table before it is placed: cells in their columns, row heights grown with the text, rows kept together.
//!
//! Promised: no word is lost and no cell is fuller than its box. Cells that span rows keep those rows on one page; only
//! a span higher than a page is opened (its words stand in its first row, the rules inside it stay away), and only a
//! row higher than a page is torn, at a line of text. A row with too few cells is filled up with empty ones; a cell
//! that finds no free column is a fault, because it would be lost.
//!
//! Text shrinks gently, in steps of 2.5 % down to 80 % of its size, when that saves a line and with it a last line
//! of one or two characters or a torn number; otherwise it wraps at full size.
use super::cell;
use super::words::Laid;
use crate::Fault;
use crate::fonts::Fonts;
use crate::form::{Align, Cell, Table};
use crate::page::Face;

/// Room between a rule and the text beside it, in mm.
pub(super) const PAD_X: f64 = 1.2;
/// Room between a rule and the text below or above it, in mm.
pub(super) const PAD_Y: f64 = 0.9;
/// Narrowest column in mm: room for one small character.
const LEAST_COLUMN: f64 = 5.0;

/// A cell in its column.
#[derive(Debug, Clone)]
pub(super) struct GridCell {
    pub col: usize,
    pub cols: usize,
    pub rows: usize,
    pub laid: Laid,
    /// Words at the cell's lower right, already moved there within its measure.
    pub foot: Laid,
    pub align: Align,
    pub top: bool,
    /// Room around several paragraphs beside that of every cell, in mm.
    pub inset: f64,
    pub face: Face,
    /// Continues the cell above it: no rule between.
    pub joined: bool,
    /// Words repeated when this continuation is the first row of a page.
    pub carry: Option<Laid>,
}

/// A row with its final height.
#[derive(Debug, Clone)]
pub(super) struct GridRow {
    pub height: f64,
    /// Share of a page's left-over height.
    pub stretch: f64,
    pub cells: Vec<GridCell>,
}

/// A table ready for pages of one height.
#[derive(Debug, Clone)]
pub(super) struct Grid {
    /// Column boundaries from the table's left edge, in mm; one more than columns.
    pub edges: Vec<f64>,
    /// Rows repeated at the head of each page.
    pub head: Vec<GridRow>,
    /// Rows in groups that stay on one page.
    pub groups: Vec<Vec<GridRow>>,
    /// Empty rows for the pen, set while the last page has room.
    pub spare: Vec<GridRow>,
}

impl Grid {
    /// Sets a table for a type area of this width and height.
    pub fn new(fonts: &Fonts, table: &Table, width: f64, height: f64) -> Result<Self, Fault> {
        let edges = edges(&table.widths, width)?;
        let heads = table.head_rows.min(table.rows.len());
        let mut rows = seat(fonts, table, &edges, heads)?;
        grow(&mut rows);
        let spare = rows.split_off(rows.len() - spares(table, heads));
        let mut head: Vec<GridRow> = rows.drain(..heads).collect();
        // A head that takes half the page is no head any more: it is printed once and may be torn like other rows.
        if total(&head) > height / 2.0 || rows.is_empty() {
            head.append(&mut rows);
            rows = std::mem::take(&mut head);
        }
        let room = height - total(&head);
        let groups = grouped(rows).into_iter().flat_map(|group| fitted(group, room)).collect();
        Ok(Self { edges, head, groups, spare })
    }

    /// Height of the repeated head in mm.
    pub fn head_height(&self) -> f64 {
        total(&self.head)
    }

    /// Height of the whole table on an endless page, in mm.
    pub fn whole_height(&self) -> f64 {
        self.head_height() + self.groups.iter().map(|group| total(group)).sum::<f64>()
    }

    /// The table with its stretching rows drawn out to a height in mm; `None` where none stretches or it is higher already.
    pub fn stretched(&self, height: f64) -> Option<Self> {
        let shares: f64 = self.groups.iter().flatten().map(|row| row.stretch).sum();
        let extra = height - self.whole_height();
        if shares <= 0.0 || extra <= 0.0 || !self.spare.is_empty() {
            return None;
        }
        let mut out = self.clone();
        out.groups.iter_mut().flatten().for_each(|row| row.height += extra * row.stretch / shares);
        Some(out)
    }

    /// The table in two, the second beginning with group `at`; both with the head. `None` where one would be empty.
    pub fn parted(&self, at: usize) -> Option<(Self, Self)> {
        let (above, below) = self.groups.split_at_checked(at)?;
        let part = |groups: &[Vec<GridRow>], spare: &[GridRow]| Self {
            groups: groups.to_vec(),
            spare: spare.to_vec(),
            ..self.clone()
        };
        (!above.is_empty() && !below.is_empty()).then(|| (part(above, &[]), part(below, &self.spare)))
    }

    /// Height below which it is no use to begin the table on a page, in mm.
    pub fn least_height(&self) -> f64 {
        self.head_height() + self.groups.first().map_or(0.0, |group| total(group))
    }
}

/// Height of rows together.
pub(super) fn total(rows: &[GridRow]) -> f64 {
    rows.iter().map(|row| row.height).sum()
}

/// Relative widths to boundaries in mm.
pub(super) fn edges(widths: &[f64], width: f64) -> Result<Vec<f64>, Fault> {
    if widths.is_empty() {
        return Err(Fault::new("表格一列也没有，无法排版。"));
    }
    if widths.len() as f64 * LEAST_COLUMN > width {
        return Err(Fault::new(format!("表格有 {} 列，纸宽放不下，请减少列或改用横排。", widths.len())));
    }
    if let Some(i) = widths.iter().position(|w| !w.is_finite() || *w <= 0.0 || *w > 1e9) {
        return Err(Fault::new(format!("表格第 {} 列的宽度不是正数，无法排版。", i + 1)));
    }
    // Every column first gets its least width; what is left is shared by the widths asked for.
    let sum: f64 = widths.iter().sum();
    let mut scaled: Vec<f64> = widths.iter().map(|w| w / sum * width).collect();
    let lacking: f64 = scaled.iter().map(|w| (LEAST_COLUMN - w).max(0.0)).sum();
    let spare: f64 = scaled.iter().map(|w| (w - LEAST_COLUMN).max(0.0)).sum();
    for w in &mut scaled {
        *w = if *w < LEAST_COLUMN {
            LEAST_COLUMN
        } else {
            *w - (*w - LEAST_COLUMN) * lacking / spare.max(1e-9)
        };
    }
    let mut edges = vec![0.0];
    let mut x = 0.0;
    for w in scaled {
        x += w;
        edges.push(x);
    }
    Ok(edges)
}

/// How many rows at the table's end are for the pen.
fn spares(table: &Table, heads: usize) -> usize {
    table.rows[heads..].iter().rev().take_while(|row| row.spare).count()
}

/// Puts each cell in its columns and sets its text; rows have their least heights afterwards.
pub(super) fn seat(fonts: &Fonts, table: &Table, edges: &[f64], heads: usize) -> Result<Vec<GridRow>, Fault> {
    let columns = edges.len() - 1;
    // For each column, the row down to which a cell from above reaches.
    let mut taken_to = vec![0usize; columns];
    let mut rows = Vec::with_capacity(table.rows.len());
    let body = table.rows.len() - spares(table, heads);
    for (r, row) in table.rows.iter().enumerate() {
        // A span does not cross from the repeated head into the body, nor into rows that may be left out.
        let limit = match r {
            _ if r < heads => heads,
            _ if r < body => body,
            _ => r + 1,
        };
        let mut cells = Vec::with_capacity(row.cells.len());
        let mut col = 0;
        for cell in &row.cells {
            while col < columns && taken_to[col] > r {
                col += 1;
            }
            if col == columns {
                if cell.is_blank() {
                    continue;
                }
                return Err(Fault::new(format!(
                    "表格第 {} 行的“{}”没有可放的列（共 {columns} 列），请检查该行的单元格数。",
                    r + 1,
                    cell.text.chars().take(12).collect::<String>()
                )));
            }
            let free = (col..columns).take_while(|c| taken_to[*c] <= r).count();
            let cols = cell.cols.clamp(1, free);
            let down = cell.rows.clamp(1, limit - r);
            taken_to[col..col + cols].fill(r + down);
            cells.push(grid_cell(fonts, cell, (col, cols, down), edges, table.size_pt));
            col += cols;
        }
        let blank = Cell::text("");
        for (c, taken) in taken_to.iter_mut().enumerate().filter(|(_, taken)| **taken <= r) {
            *taken = r + 1;
            cells.push(grid_cell(fonts, &blank, (c, 1, 1), edges, table.size_pt));
        }
        let asked = if row.height_mm.is_finite() { row.height_mm.max(0.0) } else { 0.0 };
        let stretch = if row.stretch.is_finite() { row.stretch.max(0.0) } else { 0.0 };
        rows.push(GridRow { height: asked, stretch, cells });
    }
    Ok(rows)
}

fn grid_cell(
    fonts: &Fonts,
    cell: &Cell,
    place: (usize, usize, usize),
    edges: &[f64],
    table_pt: f64,
) -> GridCell {
    let (col, cols, rows) = place;
    let asked = if cell.size_pt > 0.0 { cell.size_pt } else { table_pt };
    let size = if asked.is_finite() { asked.clamp(5.0, 72.0) } else { 12.0 };
    let measure = edges[col + cols] - edges[col] - 2.0 * PAD_X;
    let (laid, foot) = cell::set(fonts, cell, size, measure);
    GridCell {
        col,
        cols,
        rows,
        laid,
        foot,
        align: cell::align(cell),
        top: cell.top,
        inset: cell::inset(cell),
        face: cell.face,
        joined: false,
        carry: None,
    }
}

fn need(cell: &GridCell) -> f64 {
    cell.laid.height() + cell.foot.height() + 2.0 * (PAD_Y + cell.inset)
}

/// Row heights: first by cells of one row, then what a span still lacks goes to its last row.
fn grow(rows: &mut [GridRow]) {
    for row in rows.iter_mut() {
        let least = row.cells.iter().filter(|c| c.rows == 1).map(need).fold(0.0, f64::max);
        row.height = row.height.max(least).max(5.0);
    }
    for r in 0..rows.len() {
        for i in 0..rows[r].cells.len() {
            let (span, wanted) = (rows[r].cells[i].rows, need(&rows[r].cells[i]));
            let end = (r + span).min(rows.len());
            let lacking = wanted - total(&rows[r..end]);
            if span > 1 && lacking > 0.0 {
                rows[end - 1].height += lacking;
            }
        }
    }
}

/// Rows tied together by spans.
fn grouped(rows: Vec<GridRow>) -> Vec<Vec<GridRow>> {
    let mut groups: Vec<Vec<GridRow>> = Vec::new();
    let mut reach = 0;
    for (r, row) in rows.into_iter().enumerate() {
        let down = r + row.cells.iter().map(|c| c.rows).max().unwrap_or(1);
        match groups.last_mut() {
            Some(group) if reach > r => group.push(row),
            _ => groups.push(vec![row]),
        }
        reach = reach.max(down);
    }
    groups
}

/// A group as it is, or opened and torn so that each part fits in the room.
fn fitted(group: Vec<GridRow>, room: f64) -> Vec<Vec<GridRow>> {
    if total(&group) <= room {
        return vec![group];
    }
    opened(group).into_iter().flat_map(|row| torn(row, room)).map(|row| vec![row]).collect()
}

/// Opens the spans of a group: words in the first row, continuations below.
fn opened(mut rows: Vec<GridRow>) -> Vec<GridRow> {
    for r in 0..rows.len() {
        for i in 0..rows[r].cells.len() {
            let span = rows[r].cells[i].rows;
            rows[r].cells[i].rows = 1;
            let first = rows[r].cells[i].clone();
            for row in rows.iter_mut().skip(r + 1).take(span - 1) {
                let carry = Some(first.laid.clone()).filter(|laid| !laid.lines.is_empty());
                let none = GridCell { laid: Laid::default(), foot: Laid::default(), ..first.clone() };
                row.cells.push(GridCell { joined: true, carry, ..none });
            }
        }
    }
    grow(&mut rows);
    rows
}

/// Tears a row that is higher than the room at lines of text.
fn torn(mut row: GridRow, room: f64) -> Vec<GridRow> {
    if row.height <= room {
        return vec![row];
    }
    row.cells.iter_mut().for_each(cell::join_foot);
    let lines_of = |cell: &GridCell| {
        ((room - 2.0 * (PAD_Y + cell.inset)) / cell.laid.leading.max(1e-6)).floor().max(1.0) as usize
    };
    let parts = row.cells.iter().map(|c| c.laid.lines.len().div_ceil(lines_of(c))).max().unwrap_or(1).max(1);
    (0..parts)
        .map(|part| {
            let cells: Vec<GridCell> = row
                .cells
                .iter()
                .map(|cell| {
                    let n = lines_of(cell);
                    let lines = cell.laid.lines.iter().skip(part * n).take(n).cloned().collect();
                    let laid = Laid { lines, ..cell.laid.clone() };
                    GridCell { laid, joined: cell.joined || part > 0, carry: None, top: true, ..cell.clone() }
                })
                .collect();
            let least = cells.iter().map(need).fold(5.0, f64::max);
            // Only a single part may keep the height asked for; it is bounded by the page.
            let height = if parts == 1 { room } else { least };
            GridRow { height, stretch: 0.0, cells }
        })
        .collect()
}
