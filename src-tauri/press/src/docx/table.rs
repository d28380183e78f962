//! Ruled tables in a body: columns, sizes and heights as on paper, a head that repeats on every page, rows not torn.
use super::para::{paragraph, run};
use super::props::{Align, Border, Chars, Line, Para};
use super::styles;
use super::units::{PITCH, twips};
use super::xml::Element;
use crate::form::{self, Cell};
use crate::layout::pasted::Planned;

/// Height of a line in sizes, and room between a rule and the words beside it, mm.
const LEADING: f64 = 1.35;
const PAD: f64 = 1.2;
/// Sizes of caption and unit in points.
const CAPTION_PT: f64 = 12.0;
const UNIT_PT: f64 = 10.5;
/// Thickness of a rule, mm.
const RULE: f64 = 0.27;
/// White above a table is at most this, mm.
const ABOVE: f64 = 2.4;

/// Height of a line of words of this size.
pub(super) fn line(size_pt: f64) -> Line {
    Line::Exact((size_pt * 20.0 * LEADING).round() as i32)
}

/// Caption and unit over a table of this width in mm; `after` twips stay white above the table.
pub(super) fn heading(caption: &str, unit: &str, width: f64, before: i32, after: i32) -> Vec<Element> {
    let small = Chars { size_pt: Some(UNIT_PT), face: Some(crate::page::Face::FangSong), ..Chars::default() };
    let points = |words: &str, size_pt: f64| words.chars().count() as f64 * size_pt;
    let room = width * 72.0 / 25.4;
    let beside = points(unit, UNIT_PT) * 2.0 + points(caption, CAPTION_PT) + 2.0 * CAPTION_PT <= room;
    // The words stand at the foot of a line of the grid.
    let spare = PITCH - (CAPTION_PT * 20.0 * LEADING).round() as i32;
    let props = |style| Para { keep_next: Some(true), ..Para::of(style) };
    match (caption.is_empty(), unit.is_empty()) {
        (true, true) => Vec::new(),
        (false, false) if beside => {
            let edge = twips(width);
            let props = Para {
                tabs: vec![("center", edge / 2), ("right", edge)],
                align: Some(Align::Left),
                before: Some(before + spare),
                after: Some(after),
                ..props(styles::CAPTION)
            };
            vec![paragraph(
                &props,
                [run(Chars::default(), &format!("\t{caption}")), run(small, &format!("\t{unit}"))],
            )]
        }
        _ => {
            let mut out = Vec::new();
            if !caption.is_empty() {
                let after = if unit.is_empty() { after } else { 0 };
                let props =
                    Para { before: Some(before + spare), after: Some(after), ..props(styles::CAPTION) };
                out.push(paragraph(&props, [run(Chars::default(), caption)]));
            }
            if !unit.is_empty() {
                let props = Para {
                    align: Some(Align::Right),
                    before: caption.is_empty().then_some(before + spare),
                    after: Some(after),
                    ..props(styles::CAPTION)
                };
                out.push(paragraph(&props, [run(small, unit)]));
            }
            out
        }
    }
}

/// White above and below a table that takes whole lines of the grid, twips.
pub(super) fn white(planned: &Planned) -> (i32, i32) {
    let above = (planned.spare / 2.0).min(ABOVE);
    // Rules add to the height of rows, where paper has them inside.
    let rules = (planned.rows.len() + 1) as f64 * RULE;
    (twips(above), twips((planned.spare - above - rules).max(0.0)))
}

/// The table.
pub(super) fn table(planned: &Planned) -> Element {
    let widths: Vec<i32> = planned.table.widths.iter().map(|width| twips(*width)).collect();
    let side = |name| Element::new(name).with("w:w", twips(PAD)).with("w:type", "dxa");
    let rule = |name, eighths| Border::black(eighths).element(name);
    let properties = Element::new("w:tblPr").children([
        Element::val("w:tblStyle", "TableGrid"),
        Element::new("w:tblW").with("w:w", widths.iter().sum::<i32>()).with("w:type", "dxa"),
        Element::val("w:jc", "center"),
        Element::new("w:tblBorders").children([
            rule("w:top", 12),
            rule("w:left", 12),
            rule("w:bottom", 12),
            rule("w:right", 12),
            rule("w:insideH", 6),
            rule("w:insideV", 6),
        ]),
        Element::new("w:tblLayout").with("w:type", "fixed"),
        Element::new("w:tblCellMar").children([side("w:left"), side("w:right")]),
    ]);
    let grid = widths.iter().map(|width| Element::new("w:gridCol").with("w:w", width));
    let mut reaches = vec![(0, 0); widths.len()];
    let rows = planned.table.rows.iter().zip(&planned.rows).enumerate();
    let rows = rows.map(|(i, (row, (height, sizes)))| {
        let head = i < planned.table.head_rows;
        let cells = row.cells.iter().zip(sizes.iter().copied());
        self::row(*height, head).children(self::cells(cells, &mut reaches, &widths, head))
    });
    let rows: Vec<Element> = rows.collect();
    Element::new("w:tbl").child(properties).child(Element::new("w:tblGrid").children(grid)).children(rows)
}

/// Cells of a row in their columns; `reaches` says of each column how many more rows a cell above takes, and its columns.
fn cells<'a>(
    cells: impl Iterator<Item = (&'a Cell, f64)>,
    reaches: &mut [(usize, usize)],
    widths: &[i32],
    head: bool,
) -> Vec<Element> {
    let (mut out, mut col) = (Vec::new(), 0);
    let mut cells = cells;
    while col < widths.len() {
        let (left, over) = reaches[col];
        let place = |cols: usize| (widths[col..(col + cols).min(widths.len())].iter().sum(), cols);
        if left > 0 {
            reaches[col].0 -= 1;
            out.push(self::cell(&Cell::text(""), CAPTION_PT, (place(over), Some("continue")), head));
            col += over;
            continue;
        }
        let Some((cell, size)) = cells.next() else { break };
        let cols = cell.cols.max(1);
        let merged = (cell.rows > 1).then_some("restart");
        out.push(self::cell(cell, size, (place(cols), merged), head));
        reaches[col] = (cell.rows.max(1) - 1, cols);
        col += cols;
    }
    out
}

fn row(height: f64, head: bool) -> Element {
    let height = Element::val("w:trHeight", twips(height)).with("w:hRule", "atLeast");
    let mut properties = Element::new("w:trPr").child(Element::new("w:cantSplit")).child(height);
    if head {
        properties.push(Element::new("w:tblHeader"));
    }
    Element::new("w:tr").child(properties)
}

/// A cell of a width in twips over so many columns; one over several rows begins or goes on.
fn cell(
    cell: &Cell,
    size_pt: f64,
    ((width, cols), merged): ((i32, usize), Option<&str>),
    head: bool,
) -> Element {
    let properties = Element::new("w:tcPr")
        .child(Element::new("w:tcW").with("w:w", width).with("w:type", "dxa"))
        .children((cols > 1).then(|| Element::val("w:gridSpan", cols)))
        .children(merged.map(|merged| Element::val("w:vMerge", merged)))
        .child(Element::val("w:vAlign", "center"));
    let style = if head { styles::TABLE_HEAD } else { styles::TABLE_WORDS };
    let align = match cell.align {
        form::Align::Left => Some(Align::Left),
        form::Align::Right => Some(Align::Right),
        form::Align::Centre => None,
    };
    // The style says 小四; what needs more room is set smaller.
    let small = size_pt != CAPTION_PT;
    let chars = Chars { size_pt: small.then_some(size_pt), ..Chars::default() };
    let props = Para { align, line: small.then(|| line(size_pt)), ..Para::of(style) };
    let lines = cell.text.split('\n').map(|words| paragraph(&props, [run(chars, words)]));
    Element::new("w:tc").child(properties).children(lines)
}
