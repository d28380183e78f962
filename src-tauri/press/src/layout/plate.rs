//! Plates of a fixed size: stamps on sheets of labels, spines cut out of plain paper.
//!
//! Promised: a plate's frame is as large as asked, its rows share the height, no word stands outside its cell. Words shrink
//! down to 5 pt; what is longer, or a plate larger than its label, is refused with a sentence. It deliberately prints
//! nothing else on such sheets: no title, no foot, no page number.
use super::cell;
use super::rules;
use super::sheet::A4;
use super::table::{self, GridRow, PAD_X, PAD_Y};
use super::upright;
use crate::Fault;
use crate::fonts::Fonts;
use crate::form::{Block, Cell, Form, Plate, Stock};
use crate::page::{Ink, Page, Placed, Rule};

/// Smallest size of words on a plate, in points.
const LEAST_PT: f64 = 5.0;
/// Room around cut-outs on their sheet and between them, in mm.
const MARGIN: f64 = 12.0;
const GAP: f64 = 6.0;

/// The sheets of a form of labels or cut-outs; `None` for any other form.
pub(super) fn place(form: &Form, fonts: &Fonts) -> Result<Option<Placed>, Fault> {
    let special = |block: &&Block| matches!(block, Block::Labels { .. } | Block::CutOuts(_));
    if !form.blocks.iter().any(|block| special(&block)) {
        return Ok(None);
    }
    if !form.blocks.iter().all(|block| special(&block)) {
        return Err(Fault::new("标签页上不能再排其他内容，请分开打印。"));
    }
    let mut pages = Vec::new();
    for block in &form.blocks {
        match block {
            Block::Labels { stock, start, plates } => pages.extend(labels(fonts, stock, *start, plates)?),
            Block::CutOuts(plates) => pages.extend(cut_outs(fonts, plates)?),
            _ => {}
        }
    }
    Ok(Some(Placed { title: form.title.clone(), pages, ..Placed::default() }))
}

fn sheet() -> Page {
    Page { w: A4.0, h: A4.1, ..Page::default() }
}

fn labels(fonts: &Fonts, stock: &Stock, start: usize, plates: &[Plate]) -> Result<Vec<Page>, Fault> {
    let room = stock.per_sheet();
    if start == 0 || start > room {
        return Err(Fault::new(format!(
            "起始位置第 {start} 枚不在标签纸上：“{}”一张有 {room} 枚，请填 1 至 {room}。",
            stock.name
        )));
    }
    let mut pages = vec![sheet()];
    for (i, plate) in plates.iter().enumerate() {
        if plate.width_mm > stock.label.0 || plate.height_mm > stock.label.1 {
            return Err(Fault::new(format!(
                "“{}”的标签小于要印的 {}×{} 毫米，请换一种标签纸。",
                stock.name, plate.width_mm, plate.height_mm
            )));
        }
        let at = start - 1 + i;
        if at / room == pages.len() {
            pages.push(sheet());
        }
        let (x, y) = stock.place(at % room);
        let (dx, dy) = ((stock.label.0 - plate.width_mm) / 2.0, (stock.label.1 - plate.height_mm) / 2.0);
        draw(fonts, &mut pages[at / room], plate, (x + dx, y + dy), i)?;
    }
    Ok(pages)
}

/// Plates from left to right, as many as a sheet holds, in lines one below the other.
fn cut_outs(fonts: &Fonts, plates: &[Plate]) -> Result<Vec<Page>, Fault> {
    let mut pages = vec![sheet()];
    let (mut x, mut y, mut line) = (MARGIN, MARGIN, 0.0f64);
    for (i, plate) in plates.iter().enumerate() {
        let (w, h) = (plate.width_mm, plate.height_mm);
        if w > A4.0 - 2.0 * MARGIN || h > A4.1 - 2.0 * MARGIN {
            return Err(Fault::new(format!(
                "第 {} 个标签宽 {w} 毫米、高 {h} 毫米，一张 A4 纸放不下。",
                i + 1
            )));
        }
        if x + w > A4.0 - MARGIN {
            (x, y, line) = (MARGIN, y + line + GAP, 0.0);
        }
        if y + h > A4.1 - MARGIN {
            pages.push(sheet());
            (x, y, line) = (MARGIN, MARGIN, 0.0);
        }
        let last = pages.len() - 1;
        draw(fonts, &mut pages[last], plate, (x, y), i)?;
        cut_marks(&mut pages[last], (x, y, x + w, y + h));
        x += w + GAP;
        line = line.max(h);
    }
    Ok(pages)
}

/// Short rules outside the corners, 0.5 mm away from them.
fn cut_marks(page: &mut Page, (left, top, right, bottom): (f64, f64, f64, f64)) {
    const THIN: f64 = 0.15;
    const AWAY: f64 = 0.5;
    const LONG: f64 = 2.2;
    let mut rule = |x: f64, y: f64, w: f64, h: f64| page.rules.push(Rule { x, y, w, h, ink: Ink::Black });
    for x in [left, right] {
        rule(x - THIN / 2.0, top - AWAY - LONG, THIN, LONG);
        rule(x - THIN / 2.0, bottom + AWAY, THIN, LONG);
    }
    for y in [top, bottom] {
        rule(left - AWAY - LONG, y - THIN / 2.0, LONG, THIN);
        rule(right + AWAY, y - THIN / 2.0, LONG, THIN);
    }
}

/// Draws a plate, its upper left corner at a point; `n` counts plates for the sentence of a refusal.
fn draw(fonts: &Fonts, page: &mut Page, plate: &Plate, at: (f64, f64), n: usize) -> Result<(), Fault> {
    let edges = table::edges(&plate.table.widths, plate.width_mm)?;
    let mut rows = table::seat(fonts, &plate.table, &edges, 0)?;
    let asked: f64 = rows.iter().map(|row| row.height).sum();
    let count = rows.len().max(1) as f64;
    for row in &mut rows {
        let share = if asked > 0.0 { row.height / asked } else { 1.0 / count };
        row.height = plate.height_mm * share;
    }
    let (from_run, from_rule) = (page.runs.len(), page.rules.len());
    let tall = refit(fonts, plate, &edges, &mut rows, n)?;
    let parts: Vec<&GridRow> = rows.iter().collect();
    rules::draw(page, &parts, &edges, at, 0);
    for (cell, (left, top, right, bottom)) in tall {
        let place = (at.0 + left, at.1 + top, at.0 + right, at.1 + bottom);
        upright::draw(fonts, page, cell, place);
    }
    page.runs[from_run..].iter_mut().for_each(|run| run.ink = plate.ink);
    page.rules[from_rule..].iter_mut().for_each(|rule| rule.ink = plate.ink);
    Ok(())
}

/// An upright cell and its place on the plate: left, top, right, bottom in mm, room at the rules left out.
type Tall<'a> = (&'a Cell, (f64, f64, f64, f64));

/// Sets each cell at the largest size that its box holds; upright cells are given back, to be drawn in columns.
fn refit<'a>(
    fonts: &Fonts,
    plate: &'a Plate,
    edges: &[f64],
    rows: &mut [GridRow],
    n: usize,
) -> Result<Vec<Tall<'a>>, Fault> {
    let heights: Vec<f64> = rows.iter().map(|row| row.height).collect();
    let mut tall = Vec::new();
    for (r, row) in rows.iter_mut().enumerate() {
        // Cells that were seated in order; those filled up after them are empty.
        for (seated, cell) in row.cells.iter_mut().zip(&plate.table.rows[r].cells) {
            let (left, right) = (edges[seated.col] + PAD_X, edges[seated.col + seated.cols] - PAD_X);
            let top: f64 = heights[..r].iter().sum();
            let height: f64 = heights[r..(r + seated.rows).min(heights.len())].iter().sum();
            if cell.upright {
                (seated.laid, seated.foot) = Default::default();
                let place = (left, top + PAD_Y, right, top + height - PAD_Y);
                if upright::size(cell, place) < LEAST_PT {
                    return Err(too_long(cell, n));
                }
                tall.push((cell, place));
                continue;
            }
            let asked = if cell.size_pt > 0.0 { cell.size_pt } else { plate.table.size_pt };
            let sizes = (0..60).map(|step| asked * (1.0 - 0.02 * f64::from(step)));
            let mut set = sizes
                .take_while(|size| *size >= LEAST_PT.min(asked) - 1e-9)
                .map(|size| cell::set(fonts, cell, size, right - left));
            let fits = set.find(|(laid, foot)| laid.height() + foot.height() + 2.0 * 0.4 <= height);
            (seated.laid, seated.foot) = fits.ok_or_else(|| too_long(cell, n))?;
        }
    }
    Ok(tall)
}

fn too_long(cell: &Cell, n: usize) -> Fault {
    let words: String =
        cell.paragraphs.iter().map(|one| one.text.as_str()).chain([cell.text.as_str()]).collect();
    let (count, begin) = (words.chars().count(), words.chars().take(12).collect::<String>());
    Fault::new(format!("第 {} 个标签的“{begin}…”有 {count} 字，格内印不下，请改用简称。", n + 1))
}
