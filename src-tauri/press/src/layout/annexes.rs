//! Annexes: the list below the text (附件说明, GB/T 9704-2012, 7.3.4) and each annex on pages of its own (7.3.7), wide ones on
//! the sheet's side (8).
//!
//! Promised: label and title on an annex are those of the list. An annex without text is bound separately and only
//! listed. It deliberately sets no body itself (`body`).
use super::flow::{self, Row};
use super::area::Area;
use super::body;
use super::grid::{self, BODY_PT, CELL, Style, WIDTH};
use super::title::{SIZES, Title};
use crate::Fault;
use crate::document::{Annex, Document};
use crate::fonts::Fonts;
use crate::page::{Bookmark, Face, Page, Placed};
use crate::text::{self, Line, Measure, Set};

/// Row of an annex's title: the third line.
const TITLE_ROW: usize = 2;
/// Marks that no name of an annex ends with.
const END_MARKS: [char; 8] = ['。', '；', '，', '、', '：', '.', ';', ','];

/// Refuses an annex that has no name.
pub(super) fn check(document: &Document) -> Result<(), Fault> {
    match document.annexes.iter().position(|annex| name(annex).is_empty()) {
        Some(at) => Err(Fault::new(format!(
            "第{}个附件没有名称：请填写附件名称，它要列在正文之后的附件说明里（GB/T 9704—2012，7.3.4）",
            at + 1
        ))),
        None => Ok(()),
    }
}

fn name(annex: &Annex) -> String {
    text::clean_line(&annex.title).trim_end_matches(END_MARKS).to_owned()
}

/// Rows of the list: one empty, then `附件：` and the names, returns below the first character of a name.
pub(super) fn listed(document: &Document, fonts: &Fonts) -> Vec<Row> {
    let annexes = &document.annexes;
    if annexes.is_empty() {
        return Vec::new();
    }
    let label = 5.0 * CELL;
    let number = |i: usize| if annexes.len() > 1 { format!("{}.", i + 1) } else { String::new() };
    // Half a cell for each figure and for the point: the names stand in one column.
    let indent = label + CELL / 2.0 * number(annexes.len() - 1).chars().count() as f64;
    let measure = Measure { width: WIDTH, first: indent, rest: indent, cell: CELL };
    let mut rows = vec![Row { keep: true, ..Row::EMPTY }];
    for (i, annex) in annexes.iter().enumerate() {
        let units = text::units(&name(annex), Face::FangSong, CELL, fonts);
        let mut lines = text::break_lines(&units, measure);
        if let Some(first) = lines.first_mut() {
            let before = shifted(&number(i), label, fonts);
            first.glyphs.splice(0..0, before);
            let before = if i == 0 { shifted("附件：", 2.0 * CELL, fonts) } else { Vec::new() };
            first.glyphs.splice(0..0, before);
        }
        rows.extend(lines.into_iter().map(row));
    }
    rows
}

fn row(line: Line) -> Row {
    Row { line: Some(line), keep: false }
}

fn shifted(text: &str, by: f64, fonts: &Fonts) -> Vec<Set> {
    let mut line = grid::line(text, Face::FangSong, CELL, fonts);
    line.glyphs.iter_mut().for_each(|set| set.x += by);
    line.glyphs
}

/// Puts the pages of all annexes that have text behind those of the paper; returns where the last page's text ends, mm,
/// if there are such annexes.
///
/// # Errors
/// A table or picture of an annex that cannot be set.
pub(super) fn append(placed: &mut Placed, document: &Document, fonts: &Fonts) -> Result<Option<f64>, Fault> {
    let mut lowest = None;
    for (i, annex) in document.annexes.iter().enumerate().filter(|(_, annex)| !annex.body.trim().is_empty()) {
        let number = if document.annexes.len() > 1 { (i + 1).to_string() } else { String::new() };
        let label = format!("附件{number}");
        let area = if annex.landscape { Area::LANDSCAPE } else { Area::UPRIGHT };
        placed.bookmarks.push(Bookmark {
            title: format!("{label}　{}", name(annex)),
            depth: 0,
            page: placed.pages.len(),
            y: area.top,
        });
        let (page, from) = first_page(annex, &label, area, fonts);
        placed.pages.push(page);
        let items = body::items(&annex.body, &document.pictures, area, fonts)
            .map_err(|fault| Fault::new(format!("{label}：{}", fault.message)))?;
        lowest = Some(area.row_top(flow::pour(placed, &items, area, from, fonts)));
    }
    Ok(lowest)
}

/// The first page of an annex with label and title, and the row at which its text begins.
fn first_page(annex: &Annex, label: &str, area: Area, fonts: &Fonts) -> (Page, usize) {
    let mut page = area.page();
    let line = grid::line(label, Face::Hei, CELL, fonts);
    let y = grid::baseline(area.row_top(0), area.row(), BODY_PT);
    grid::put(&mut page, &line, fonts, (area.left, y), Style::black(BODY_PT));
    let fitting = SIZES.iter().map(|size| Title::of(&name(annex), *size, area.width, fonts));
    let title = fitting.reduce(|first, next| if TITLE_ROW + first.rows() < area.rows { first } else { next });
    let title = title.unwrap_or_default();
    title.put(&mut page, TITLE_ROW, area, fonts);
    (page, TITLE_ROW + title.rows())
}
