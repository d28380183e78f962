//! Draws a part of a table that stands on one page: rules between cells, text inside them.
//!
//! The frame is 0.5 mm and grows inwards, inner rules are 0.25 mm on the boundary; rules of one line are one rectangle,
//! so that they meet exactly and print without gaps.
use super::table::{GridCell, GridRow, PAD_X, PAD_Y, total};
use super::words::Laid;
use crate::form::Align;
use crate::page::{Face, Ink, Page, Rule};

/// Thickness of the frame in mm.
const FRAME: f64 = 0.5;
/// Thickness of inner rules in mm.
const THIN: f64 = 0.25;

/// Draws rows from `y` down, the table's left edge at `x`; `first` is the row that may repeat a label from the page before.
pub(super) fn draw(page: &mut Page, rows: &[&GridRow], edges: &[f64], (x, y): (f64, f64), first: usize) {
    let columns = edges.len() - 1;
    // Which cell each place belongs to; its continuations count as their own.
    let mut owner = vec![vec![usize::MAX; columns]; rows.len()];
    let mut joined = vec![vec![false; columns]; rows.len()];
    let mut count = 0;
    let mut top = y;
    for (r, row) in rows.iter().enumerate() {
        for cell in &row.cells {
            let end = (r + cell.rows).min(rows.len());
            for line in &mut owner[r..end] {
                line[cell.col..cell.col + cell.cols].fill(count);
            }
            // Under a repeated head a continuation is ruled off like any cell.
            joined[r][cell.col..cell.col + cell.cols].fill(cell.joined && r != first);
            count += 1;
            let height: f64 = rows[r..end].iter().map(|row| row.height).sum();
            let repeated =
                cell.carry.as_ref().filter(|laid| r == first && laid.height() + 2.0 * PAD_Y <= height);
            let laid = repeated.unwrap_or(&cell.laid);
            text(
                page,
                cell,
                laid,
                (x + edges[cell.col], x + edges[cell.col + cell.cols]),
                (top, top + height),
            );
        }
        top += row.height;
    }
    let frame = (x, y, x + edges[columns], top);
    across(page, rows, edges, (&owner, &joined), frame);
    down(page, rows, edges, &owner, frame);
    outline(page, frame);
}

fn text(page: &mut Page, cell: &GridCell, laid: &Laid, (left, right): (f64, f64), (top, bottom): (f64, f64)) {
    let foot = cell.foot.height();
    let (top, bottom) = (top + cell.inset, bottom - cell.inset);
    let y = if cell.top { top + PAD_Y } else { top + (bottom - foot - top - laid.height()) / 2.0 };
    for (i, line) in cell.foot.lines.iter().enumerate() {
        let y = bottom - PAD_Y - foot + cell.foot.baseline(i);
        line.place(page, (left + PAD_X, y), Face::FangSong, cell.foot.size_pt);
    }
    for (i, line) in laid.lines.iter().enumerate() {
        let x = match cell.align {
            Align::Left => left + PAD_X,
            Align::Centre => (left + right - line.width) / 2.0,
            Align::Right => right - PAD_X - line.width,
        };
        line.place(page, (x, y + laid.baseline(i)), cell.face, laid.size_pt);
    }
}

/// Level rules between rows, in stretches as long as they go.
fn across(
    page: &mut Page,
    rows: &[&GridRow],
    edges: &[f64],
    (owner, joined): (&[Vec<usize>], &[Vec<bool>]),
    (x, y, _, _): (f64, f64, f64, f64),
) {
    let columns = edges.len() - 1;
    let mut line = y;
    for r in 1..rows.len() {
        line += rows[r - 1].height;
        let ruled = |c: usize| owner[r][c] != owner[r - 1][c] && !joined[r][c];
        let mut c = 0;
        while c < columns {
            let from = c;
            while c < columns && ruled(c) {
                c += 1;
            }
            if c > from {
                let (left, right) = (x + edges[from], x + edges[c]);
                page.rules.push(Rule {
                    x: left,
                    y: line - THIN / 2.0,
                    w: right - left,
                    h: THIN,
                    ink: Ink::Black,
                });
            }
            c += 1;
        }
    }
}

/// Upright rules between columns, in stretches as long as they go.
fn down(
    page: &mut Page,
    rows: &[&GridRow],
    edges: &[f64],
    owner: &[Vec<usize>],
    (x, y, _, _): (f64, f64, f64, f64),
) {
    let tops: Vec<f64> = std::iter::once(y)
        .chain(rows.iter().scan(y, |top, row| {
            *top += row.height;
            Some(*top)
        }))
        .collect();
    for c in 1..edges.len() - 1 {
        let mut r = 0;
        while r < rows.len() {
            let from = r;
            while r < rows.len() && owner[r][c] != owner[r][c - 1] {
                r += 1;
            }
            if r > from {
                let h = tops[r] - tops[from];
                page.rules.push(Rule {
                    x: x + edges[c] - THIN / 2.0,
                    y: tops[from],
                    w: THIN,
                    h,
                    ink: Ink::Black,
                });
            }
            r += 1;
        }
    }
}

fn outline(page: &mut Page, (left, top, right, bottom): (f64, f64, f64, f64)) {
    let (w, h) = (right - left, bottom - top);
    let mut rule = |x, y, w, h| page.rules.push(Rule { x, y, w, h, ink: Ink::Black });
    rule(left, top, w, FRAME);
    rule(left, bottom - FRAME, w, FRAME);
    rule(left, top, FRAME, h);
    rule(right - FRAME, top, FRAME, h);
}

/// Height of a part with its head.
pub(super) fn height(rows: &[&GridRow]) -> f64 {
    rows.iter().map(|row| total(std::slice::from_ref(*row))).sum()
}
