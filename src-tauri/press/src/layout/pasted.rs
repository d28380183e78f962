//! A table pasted into a text, ready for the grid: sizes and columns chosen by what its cells hold.
//!
//! 仿宋 小四 (12 pt) where the columns have room, 五号 (10.5 pt) where not, at the least 六号 (7.5 pt); heads 黑体. Columns
//! whose words fit on one line get their room first, long ones share the rest; no number is torn. A table with more
//! columns than that allows is a fault. A merged cell takes the room of its columns and asks for none. It deliberately draws nothing: `rules.rs` does.
use super::area::Area;
use super::flow::{Block, GAP, Item};
use super::table::{Grid, PAD_X};
use super::words::{self, MM};
use crate::Fault;
use crate::fonts::Fonts;
use crate::form::{Align, Cell, Row, Table};
use crate::page::{Face, Page};
use crate::text::blocks::{Column, columns, head_rows};
use crate::text::spans::Span;
use crate::text::{self, marks};

/// Sizes tried (pt), each with the characters that a column of words has at least in a line.
const SIZES: [(f64, f64); 5] = [(12.0, 4.0), (10.5, 4.0), (10.5, 2.0), (9.0, 2.0), (7.5, 1.0)];
/// Least height of a row in mm at 12 pt.
const ROW: f64 = 8.0;
/// A Latin word longer than this (mm) may be torn.
const LONGEST_WORD: f64 = 30.0;
/// A column of up to this many characters is short.
const SHORT: f64 = 11.0;
/// Part of the width that long columns have at least together, and width of one of them, mm.
const LONG_SHARE: f64 = 0.33;
const LONG_LEAST: f64 = 30.0;
/// White left over in a column beside its widest word, mm.
const SLACK: f64 = 0.6;
/// Caption: 小四 (12 pt) 黑体; its unit 五号 (10.5 pt) 仿宋.
const CAPTION_PT: f64 = 12.0;
const UNIT_PT: f64 = 10.5;
/// Rows left on a table's page for headings above it.
const SPARED: usize = 3;

/// Cells of a table and which of them are merged.
type Cells<'a> = (&'a [Vec<String>], &'a [Span]);

/// Items of a table: caption and unit, then the table.
pub(super) fn items(
    cells: Cells<'_>,
    (caption, unit): (&str, &str),
    area: Area,
    fonts: &Fonts,
) -> Result<Vec<Item>, Fault> {
    let (_, grid) = set(cells, caption, area, fonts)?;
    let mut items = Vec::new();
    items.extend(heading(caption, unit, area, fonts).map(Item::Block));
    items.push(Item::Table(Box::new(grid)));
    Ok(items)
}

/// The table with its columns, sizes and alignments chosen, and its rows as high as their words.
fn set(cells: Cells<'_>, caption: &str, area: Area, fonts: &Fonts) -> Result<(Table, Grid), Fault> {
    let kinds = columns(cells.0, cells.1);
    let Some((size_pt, widths, wants)) = fit(cells, &kinds, area.width, fonts) else {
        return Err(too_wide(caption, kinds.len(), area));
    };
    let table = table(cells, &kinds, (&widths, &wants), size_pt);
    let height = (area.rows - SPARED) as f64 * area.row() - 2.0 * GAP;
    let grid = Grid::new(fonts, &table, area.width, height)?;
    Ok((table, grid))
}

/// How a table is set, for a Word file that shall look the same.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Planned {
    /// Its cells with faces and alignments; widths in mm.
    pub table: Table,
    /// Height of each row in mm, and the size of each of its cells in points.
    pub rows: Vec<(f64, Vec<f64>)>,
    /// White around it up to whole lines of the grid, mm.
    pub spare: f64,
}

/// Plans a table for an upright or a landscape sheet.
///
/// # Errors
/// As on paper: more columns than the sheet holds.
pub(crate) fn plan(
    cells: Cells<'_>,
    caption: &str,
    landscape: bool,
    fonts: &Fonts,
) -> Result<Planned, Fault> {
    let area = if landscape { Area::LANDSCAPE } else { Area::UPRIGHT };
    let (table, grid) = set(cells, caption, area, fonts)?;
    let set = grid.head.iter().chain(grid.groups.iter().flatten());
    let mut planned: Vec<(f64, Vec<f64>)> =
        set.map(|row| (row.height, row.cells.iter().map(|cell| cell.laid.size_pt).collect())).collect();
    // A row torn for the page's sake is whole in Word and as high as its words.
    if planned.len() != table.rows.len() {
        planned =
            table.rows.iter().map(|row| (row.height_mm, vec![table.size_pt; row.cells.len()])).collect();
    }
    let height: f64 = planned.iter().map(|(height, _)| height).sum();
    let spare = area.rows_for(height + 2.0 * GAP) as f64 * area.row() - height;
    Ok(Planned { table, rows: planned, spare })
}

fn too_wide(caption: &str, columns: usize, area: Area) -> Fault {
    let name = if caption.is_empty() { String::new() } else { format!("“{caption}”") };
    let remedy = if area.width < area.height {
        "请减少列数，或者放到横排的附件里"
    } else {
        "请减少列数，或者拆成几张表"
    };
    Fault::new(format!("表格{name}有 {columns} 列，{:.0} 毫米宽的版面放不下，{remedy}。", area.width))
}

/// The largest size at which no short column is broken; else the largest at which columns still read.
fn fit(cells: Cells<'_>, kinds: &[Column], width: f64, fonts: &Fonts) -> Option<(f64, Vec<f64>, Vec<Want>)> {
    let tidy = SIZES[..2].iter().find_map(|&size| {
        let wants = wants(cells, kinds, size, fonts);
        Some((size.0, tidy(&wants, kinds, SHORT * size.0 * MM, width)?, wants))
    });
    tidy.or_else(|| {
        SIZES.iter().find_map(|&size| {
            let wants = wants(cells, kinds, size, fonts);
            let widths = narrowed(&wants, width).or_else(|| between(&wants, width))?;
            Some((size.0, widths, wants))
        })
    })
}

/// What a column asks for, mm.
#[derive(Debug, Clone, Copy)]
struct Want {
    /// Every line of its cells stands unbroken.
    natural: f64,
    /// No number is torn and words still read.
    least: f64,
}

fn wants((rows, spans): Cells<'_>, kinds: &[Column], (size_pt, ems): (f64, f64), fonts: &Fonts) -> Vec<Want> {
    let heads = head_rows(rows, spans);
    let wide = |r: usize, c: usize| spans.iter().any(|span| span.cols > 1 && span.covers(r, c));
    let (em, around) = (size_pt * MM, 2.0 * PAD_X + SLACK);
    let mut wants = vec![Want { natural: 0.0, least: 0.0 }; kinds.len()];
    for (r, row) in rows.iter().enumerate() {
        let face = if r < heads { Face::Hei } else { Face::FangSong };
        for (c, ((cell, want), kind)) in row.iter().zip(&mut wants).zip(kinds).enumerate() {
            if wide(r, c) {
                continue;
            }
            let width = |line: &str| text::width(line, face, size_pt, fonts);
            let natural = cell.split('\n').map(width).fold(0.0, f64::max);
            let figures = r >= heads && *kind != Column::Words;
            let few = if r < heads { ems.min(2.0) * em } else { ems * em };
            let word = longest_word(cell, &width).min(LONGEST_WORD).max(few.min(natural));
            want.natural = want.natural.max(natural + around);
            want.least = want.least.max(if figures { natural } else { word } + around);
        }
    }
    wants
}

/// Width of the longest number or Latin word.
fn longest_word(cell: &str, width: &dyn Fn(&str) -> f64) -> f64 {
    let words = cell.split(|ch: char| ch.is_whitespace() || !marks::is_narrow(ch));
    words.filter(|word| !word.is_empty()).map(width).fold(0.0, f64::max)
}

/// Widths at which short columns stand unbroken and the others still have a third of the table; `None` where they cannot.
fn tidy(wants: &[Want], kinds: &[Column], short: f64, width: f64) -> Option<Vec<f64>> {
    let sum = |of: &dyn Fn(&Want) -> f64| wants.iter().map(of).sum::<f64>();
    let natural = sum(&|want| want.natural);
    if natural <= width {
        // What is left goes to words rather than to figures.
        let weight =
            |want: &Want, kind: &Column| want.natural * if *kind == Column::Words { 1.0 } else { 0.4 };
        let weights: f64 = wants.iter().zip(kinds).map(|(want, kind)| weight(want, kind)).sum();
        let part = (width - natural) / weights.max(1e-9);
        return Some(wants.iter().zip(kinds).map(|(w, kind)| w.natural + part * weight(w, kind)).collect());
    }
    let is_long = |want: &Want| want.natural > short;
    let count = wants.iter().filter(|want| is_long(want)).count() as f64;
    let room = width - sum(&|want| if is_long(want) { 0.0 } else { want.natural });
    let shares = sum(&|want| if is_long(want) { want.natural.sqrt() } else { 0.0 });
    let part = |want: &Want| room * want.natural.sqrt() / shares;
    let reads = room >= (width * LONG_SHARE).max(count * LONG_LEAST)
        && wants.iter().all(|want| !is_long(want) || part(want) >= want.least);
    let width = |want: &Want| if is_long(want) { part(want) } else { want.natural };
    (count > 0.0 && reads).then(|| wants.iter().map(width).collect())
}

/// Columns that can have their natural width have it; the others share the rest, the longer ones more.
fn narrowed(wants: &[Want], width: f64) -> Option<Vec<f64>> {
    let mut fixed: Vec<Option<f64>> = vec![None; wants.len()];
    loop {
        let room = width - fixed.iter().flatten().sum::<f64>();
        let open = || wants.iter().zip(&fixed).filter(|(_, fixed)| fixed.is_none()).map(|(want, _)| want);
        let sum: f64 = open().map(|want| want.natural.sqrt()).sum();
        if open().map(|want| want.least).sum::<f64>() > room + 1e-6 {
            return None;
        }
        let part = |want: &Want| room * want.natural.sqrt() / sum;
        let short = |want: &Want| (part(want) >= want.natural).then_some(want.natural);
        let tight = |want: &Want| (part(want) < want.least).then_some(want.least);
        let tightened = open().any(|want| tight(want).is_some());
        let shortened = open().any(|want| short(want).is_some());
        if !tightened && !shortened {
            return Some(wants.iter().zip(&fixed).map(|(want, f)| f.unwrap_or_else(|| part(want))).collect());
        }
        let settle = |want: &Want| if shortened { short(want) } else { tight(want) };
        fixed = wants.iter().zip(&fixed).map(|(want, fixed)| fixed.or_else(|| settle(want))).collect();
    }
}

/// All columns the same part of the way from their least to their natural width, if there is room for the least.
fn between(wants: &[Want], width: f64) -> Option<Vec<f64>> {
    let least: f64 = wants.iter().map(|want| want.least).sum();
    let natural: f64 = wants.iter().map(|want| want.natural).sum();
    let part = (width - least) / (natural - least).max(1e-9);
    (part >= 0.0)
        .then(|| wants.iter().map(|want| want.least + (want.natural - want.least) * part.min(1.0)).collect())
}

fn table(
    (rows, spans): Cells<'_>,
    kinds: &[Column],
    (widths, wants): (&[f64], &[Want]),
    size_pt: f64,
) -> Table {
    let heads = head_rows(rows, spans);
    let short = SHORT * size_pt * MM;
    let align = |c: usize| match kinds[c] {
        Column::Serial => Align::Centre,
        Column::Number => Align::Right,
        Column::Words if widths[c] + 1e-6 < wants[c].natural && wants[c].natural > short => Align::Left,
        Column::Words => Align::Centre,
    };
    let cells = |r: usize, row: &Vec<String>| -> Vec<Cell> {
        let shown = row.iter().enumerate().filter(|(c, _)| !spans.iter().any(|span| span.hides(r, *c)));
        let cell = |(c, text): (usize, &String)| {
            let span = spans.iter().find(|span| span.covers(r, c));
            let cell = match r < heads {
                true => Cell::label(text.clone()),
                false => Cell { align: align(c), ..Cell::text(text.clone()) },
            };
            // Over several columns the words stand in the middle, whatever each column holds.
            let align = if span.is_some_and(|span| span.cols > 1) { Align::Centre } else { cell.align };
            let (cols, rows) = span.map_or((1, 1), |span| (span.cols, span.rows));
            Cell { align, cols, rows, ..cell }
        };
        shown.map(cell).collect()
    };
    let least = ROW * size_pt / 12.0;
    let rows = rows.iter().enumerate().map(|(r, row)| Row::new(least, cells(r, row))).collect();
    Table { widths: widths.to_vec(), size_pt, head_rows: heads, rows }
}

/// Caption in the middle, unit at the right, on the same line where both have room; stays with the table.
fn heading(caption: &str, unit: &str, area: Area, fonts: &Fonts) -> Option<Block> {
    let caption = words::ragged(fonts, caption, Face::Hei, CAPTION_PT, area.width);
    let unit = words::ragged(fonts, unit, Face::FangSong, UNIT_PT, area.width);
    if caption.lines.is_empty() && unit.lines.is_empty() {
        return None;
    }
    let last = caption.lines.last().map_or(0.0, |line| line.width);
    let beside = unit.width() * 2.0 + last + 2.0 * CAPTION_PT * MM <= area.width && !caption.lines.is_empty();
    let height = if beside { caption.height() } else { caption.height() + unit.height() };
    let rows = area.rows_for(height);
    let mut stencil = Page::default();
    let top = rows as f64 * area.row() - height;
    for (i, line) in caption.lines.iter().enumerate() {
        let at = ((area.width - line.width) / 2.0, top + caption.baseline(i));
        line.place(&mut stencil, at, Face::Hei, caption.size_pt);
    }
    let under = if beside { caption.height() - unit.height() } else { caption.height() };
    for (i, line) in unit.lines.iter().enumerate() {
        let at = (area.width - line.width, top + under + unit.baseline(i));
        line.place(&mut stencil, at, Face::FangSong, unit.size_pt);
    }
    Some(Block { rows, stencil, keep: true })
}

#[cfg(test)]
#[path = "pasted_tests.rs"]
mod tests;
