//! Annexes: the list below the text (附件说明, GB/T 9704-2012, 7.3.4) and each annex on pages of its own (7.3.7), wide ones on
//! the sheet's side (8).
//!
//! Promised: label and title on an annex are those of the list. An annex without text is bound separately and only
//! listed. It deliberately sets no body itself (`body`).
use super::flow::{self, Row};
use super::grid::{self, BODY_PT, CELL, Frame, ROW, Style, WIDTH};
use super::title::{SIZES, Title};
use super::{body, outline};
use crate::Fault;
use crate::document::{Annex, Document};
use crate::fonts::Fonts;
use crate::page::{Bookmark, Face, Page};
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
    let numbers = grid::line(&number(annexes.len() - 1), Face::FangSong, CELL, fonts).width;
    let indent = label + numbers;
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

/// What annex pages add to a paper.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Annexed {
    pub pages: Vec<Page>,
    /// Outline of these pages; page numbers from the first of them.
    pub bookmarks: Vec<Bookmark>,
    /// Where the text of the last page ends, mm.
    pub lowest: f64,
}

/// Pages of all annexes that have text.
pub(super) fn pages(document: &Document, fonts: &Fonts) -> Annexed {
    let mut all = Annexed::default();
    for (i, annex) in document.annexes.iter().enumerate().filter(|(_, annex)| !annex.body.trim().is_empty()) {
        let number = if document.annexes.len() > 1 { (i + 1).to_string() } else { String::new() };
        let label = format!("附件{number}");
        let frame = if annex.landscape { Frame::LANDSCAPE } else { Frame::UPRIGHT };
        let (pages, used) = annex_pages(annex, &label, frame, fonts);
        let first = all.pages.len();
        all.bookmarks.push(Bookmark {
            title: format!("{label}　{}", name(annex)),
            depth: 0,
            page: first,
            y: frame.top,
        });
        let headings =
            pages.iter().enumerate().flat_map(|(at, page)| outline::headings(page, first + at, frame));
        all.bookmarks.extend(headings);
        all.pages.extend(pages);
        all.lowest = frame.row_top(used);
    }
    all
}

fn annex_pages(annex: &Annex, label: &str, frame: Frame, fonts: &Fonts) -> (Vec<Page>, usize) {
    let mut page = frame.page();
    let line = grid::line(label, Face::Hei, CELL, fonts);
    let y = grid::baseline(frame.row_top(0), ROW, BODY_PT);
    grid::put(&mut page, &line, fonts, (frame.left, y), Style::black(BODY_PT));
    let fitting = SIZES.iter().map(|size| Title::of(&name(annex), *size, frame.width, fonts));
    let title =
        fitting.reduce(|first, next| if TITLE_ROW + first.rows() < frame.rows { first } else { next });
    let title = title.unwrap_or_default();
    title.put(&mut page, TITLE_ROW, frame, fonts);
    let rows = body::rows_within(&annex.body, frame.width, fonts);
    let mut pages = vec![page];
    let used = flow::pour_within(&mut pages, &rows, TITLE_ROW + title.rows(), frame, fonts);
    (pages, used)
}
