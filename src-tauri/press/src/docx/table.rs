//! Ruled tables in a body: a head that repeats on every page, rows that are not torn, columns as wide as their words.
use super::para::{paragraph, run};
use super::props::{Align, Chars, Para};
use super::styles;
use super::units::twips;
use super::xml::Element;
use crate::text::blocks::{Column, columns, has_head};

/// Caption, unit and the table itself.
pub(super) fn elements(
    caption: &str,
    unit: &str,
    rows: &[Vec<String>],
    width: f64,
    mut before: Option<i32>,
) -> Vec<Element> {
    let mut out = Vec::new();
    let mut put = |style, align, words: &str| {
        if !words.is_empty() {
            let props = Para { align, before: before.take(), keep_next: Some(true), ..Para::of(style) };
            out.push(paragraph(&props, [run(Chars::default(), words)]));
        }
    };
    put(styles::CAPTION, None, caption);
    put(styles::TABLE_WORDS, Some(Align::Right), unit);
    out.push(table(rows, width));
    out
}

fn table(rows: &[Vec<String>], width: f64) -> Element {
    let widths = widths(rows, twips(width));
    let properties = Element::new("w:tblPr").children([
        Element::val("w:tblStyle", "TableGrid"),
        Element::new("w:tblW").with("w:w", widths.iter().sum::<i32>()).with("w:type", "dxa"),
        Element::val("w:jc", "center"),
        Element::new("w:tblLayout").with("w:type", "fixed"),
    ]);
    let grid = widths.iter().map(|width| Element::new("w:gridCol").with("w:w", width));
    let columns = columns(rows);
    let head = has_head(rows);
    let body = rows.iter().enumerate().map(|(i, cells)| row(cells, &widths, &columns, head && i == 0));
    Element::new("w:tbl").child(properties).child(Element::new("w:tblGrid").children(grid)).children(body)
}

fn row(cells: &[String], widths: &[i32], columns: &[Column], head: bool) -> Element {
    let mut properties = Element::new("w:trPr").child(Element::new("w:cantSplit"));
    if head {
        properties.push(Element::new("w:tblHeader"));
    }
    let cell = |(i, words): (usize, &String)| {
        let width = Element::new("w:tcW").with("w:w", widths.get(i).copied().unwrap_or(0)).with("w:type", "dxa");
        let properties = Element::new("w:tcPr").child(width).child(Element::val("w:vAlign", "center"));
        let align = match columns.get(i) {
            _ if head => None,
            Some(Column::Number) => Some(Align::Right),
            Some(Column::Words) if words.chars().count() > 8 => Some(Align::Left),
            _ => None,
        };
        let style = if head { styles::TABLE_HEAD } else { styles::TABLE_WORDS };
        let line = |words: &str| paragraph(&Para { align, ..Para::of(style) }, [run(Chars::default(), words)]);
        Element::new("w:tc").child(properties).children(words.split('\n').map(line))
    };
    Element::new("w:tr").child(properties).children(cells.iter().enumerate().map(cell))
}

fn widths(rows: &[Vec<String>], total: i32) -> Vec<i32> {
    let count = rows.first().map_or(1, Vec::len).max(1);
    vec![total / count as i32; count]
}
