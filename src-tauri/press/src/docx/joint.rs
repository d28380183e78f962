//! The mark of a joint document (GB/T 9704-2012, 7.2.4): names one under the other, drawn out to one width, the common word
//! beside them; a table without rules.
use super::facts::Seen;
use super::head::{Head, MARK_LINE, mark_chars};
use super::para::{paragraph, run};
use super::props::{Align, Chars, Line, Para};
use super::styles;
use super::units::twips;
use super::xml::Element;
use crate::document::Document;
use crate::text::{self, MM_PER_PT};

/// Half of the gap between names and word, mm.
const GAP: f64 = 2.0;

/// Puts the table where the placed page has the mark.
pub(super) fn mark(head: &mut Head, document: &Document, lines: &[&Seen]) {
    let names: Vec<String> = document.joint.iter().map(|name| text::clean_line(name)).collect();
    let names: Vec<String> = names.into_iter().filter(|name| !name.is_empty()).collect();
    let word = text::clean_line(&document.mark);
    // The word stands at the right of all names, on a line of its own or on that of a single name.
    let left_of = |line: &&&Seen| line.words() != word;
    let Some(first) = lines.iter().find(left_of) else { return };
    let own = lines.iter().find(|line| line.words() == word);
    let middle = lines.iter().flat_map(|line| &line.segments).filter(|s| word.starts_with(&s.words));
    let word_left = middle.map(|segment| segment.left).fold(f64::MAX, f64::min);
    let left = lines.iter().map(|line| line.left()).fold(f64::MAX, f64::min);
    let right = lines.iter().map(|line| line.right()).fold(0.0, f64::max);
    let split = if word.is_empty() { right } else { word_left.min(right) - GAP };
    let widths = [twips(split - left), twips(right - split) + 20];
    let pitch = twips(first.size_pt * MM_PER_PT * MARK_LINE);
    let cell = |width: i32, paragraphs: Vec<Element>| {
        let properties = Element::new("w:tcPr")
            .child(Element::new("w:tcW").with("w:w", width).with("w:type", "dxa"))
            .child(Element::val("w:vAlign", "center"));
        Element::new("w:tc").child(properties).children(paragraphs)
    };
    let chars = |line: &Seen| Chars { spacing: Some(0), ..mark_chars(line) };
    let name = |name: &String| {
        let align = Some(if names.len() > 1 { Align::Distribute } else { Align::Left });
        let props = Para { line: Some(Line::Exact(pitch)), align, ..Para::of(styles::MARK) };
        paragraph(&props, [run(chars(first), name)])
    };
    let mut cells = vec![cell(widths[0], names.iter().map(name).collect())];
    if !word.is_empty() {
        let seen = own.unwrap_or(first);
        let line = twips(seen.size_pt * MM_PER_PT * MARK_LINE);
        let props =
            Para { line: Some(Line::Exact(line)), align: Some(Align::Right), ..Para::of(styles::MARK) };
        cells.push(cell(widths[1], vec![paragraph(&props, [run(chars(seen), &word)])]));
    }
    let widths = &widths[..cells.len()];
    let side = |name| Element::new(name).with("w:w", 0).with("w:type", "dxa");
    let properties = Element::new("w:tblPr").children([
        Element::new("w:tblW").with("w:w", widths.iter().sum::<i32>()).with("w:type", "dxa"),
        Element::val("w:jc", "center"),
        Element::new("w:tblLayout").with("w:type", "fixed"),
        Element::new("w:tblCellMar").children([side("w:left"), side("w:right")]),
    ]);
    let grid = widths.iter().map(|width| Element::new("w:gridCol").with("w:w", width));
    let table = Element::new("w:tbl")
        .child(properties)
        .child(Element::new("w:tblGrid").children(grid))
        .child(Element::new("w:tr").children(cells));
    head.table(table, (first.y, pitch, names.len()));
}
