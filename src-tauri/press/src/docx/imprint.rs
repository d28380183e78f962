//! Imprint (版记, GB/T 9704-2012, 7.4): a table that floats at the foot of the type area. The foot of a bulletin is one too.
use super::facts::Facts;
use super::para::{paragraph, run};
use super::props::{Border, Chars, Indent, Line, Para};
use super::styles;
use super::units::twips;
use super::xml::Element;
use crate::text::MM_PER_PT;

/// Width of the type area and its left edge, mm.
const WIDTH: f64 = 156.0;
const LEFT: f64 = 28.0;
/// Upper edge of the type area, mm.
const TOP: f64 = 37.0;
/// First and last rule 0.35 mm, those between 0.25 mm, in eighths of a point.
pub(super) const THICK: i32 = 8;
pub(super) const THIN: i32 = 6;
/// Height of a line in sizes.
const LEADING: f64 = 1.7;

/// A paragraph of an imprint.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Entry {
    /// A list with its label (`抄送：`); returns stand after the label's so many characters.
    List { label: usize, words: String },
    /// Words at both ends of a line.
    Ends { left: String, right: String },
}

/// A part between rules.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Row {
    pub entries: Vec<Entry>,
    /// Rules above and below in eighths of a point.
    pub rules: (Option<i32>, Option<i32>),
}

/// Where an imprint stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Stand {
    /// Its foot on the lower edge of the type area.
    Foot,
    /// Its upper edge so many mm below the paper's.
    At(f64),
}

/// Parts with rules around and between them.
pub(super) fn ruled(parts: Vec<Vec<Entry>>) -> Vec<Row> {
    let last = parts.len().saturating_sub(1);
    let rules =
        |i: usize| (Some(if i == 0 { THICK } else { THIN }), Some(if i == last { THICK } else { THIN }));
    parts.into_iter().enumerate().map(|(i, entries)| Row { entries, rules: rules(i) }).collect()
}

/// The table; `None` without rows.
pub(super) fn table(rows: &[Row], size_pt: f64, stand: Stand) -> Option<Element> {
    if rows.is_empty() {
        return None;
    }
    let width = twips(WIDTH);
    let properties = Element::new("w:tblPr").children([
        place(stand),
        Element::val("w:tblOverlap", "never"),
        Element::new("w:tblW").with("w:w", width).with("w:type", "dxa"),
        Element::new("w:tblLayout").with("w:type", "fixed"),
        Element::new("w:tblCellMar").children(
            ["w:left", "w:right"].map(|name| Element::new(name).with("w:w", 0).with("w:type", "dxa")),
        ),
    ]);
    let grid = Element::new("w:tblGrid").child(Element::new("w:gridCol").with("w:w", width));
    Some(
        Element::new("w:tbl").child(properties).child(grid).children(rows.iter().map(|r| r.element(size_pt))),
    )
}

fn place(stand: Stand) -> Element {
    // Measured from the paper's left edge, or LibreOffice would not let a table as wide as the text float.
    let place = Element::new("w:tblpPr").with("w:leftFromText", 0).with("w:rightFromText", 0);
    let across = |place: Element, from: &str| {
        place.with("w:vertAnchor", from).with("w:horzAnchor", "page").with("w:tblpX", twips(LEFT))
    };
    match stand {
        Stand::Foot => across(place, "margin").with("w:tblpYSpec", "bottom"),
        Stand::At(mm) => across(place, "margin").with("w:tblpY", twips(mm - TOP)),
    }
}

impl Row {
    fn element(&self, size_pt: f64) -> Element {
        let mut properties = Element::new("w:tcPr")
            .child(Element::new("w:tcW").with("w:w", twips(WIDTH)).with("w:type", "dxa"));
        let sides = [("w:top", self.rules.0), ("w:bottom", self.rules.1)];
        let rules: Vec<Element> =
            sides.into_iter().filter_map(|(name, rule)| Some(Border::black(rule?).element(name))).collect();
        if !rules.is_empty() {
            properties.push(Element::new("w:tcBorders").children(rules));
        }
        let cell = Element::new("w:tc")
            .child(properties)
            .children(self.entries.iter().map(|entry| entry.paragraph(size_pt)));
        let whole = Element::new("w:trPr").child(Element::new("w:cantSplit"));
        Element::new("w:tr").child(whole).child(cell)
    }
}

impl Entry {
    /// The first words without blanks, by which the placed page is searched.
    fn beginning(&self) -> String {
        let words = match self {
            Self::List { words, .. } => words,
            Self::Ends { left, right } if left.is_empty() => right,
            Self::Ends { left, .. } => left,
        };
        words.chars().filter(|ch| !ch.is_whitespace()).take(6).collect()
    }

    fn paragraph(&self, size_pt: f64) -> Element {
        let cell = (size_pt * 20.0).round() as i32;
        let line = Some(Line::Exact((size_pt * 20.0 * LEADING).round() as i32));
        // The style says 四号; a longer list is set smaller.
        let chars = Chars { size_pt: (size_pt != 14.0).then_some(size_pt), ..Chars::default() };
        match self {
            Self::List { label, words } => {
                let label = *label as f64;
                let indent = Some(Indent::chars(cell, 1.0 + label, 1.0, -label));
                paragraph(&Para { line, indent, ..Para::of(styles::COPIES) }, [run(chars, words)])
            }
            Self::Ends { left, right } => {
                let props = Para {
                    tabs: vec![("right", twips(WIDTH) - cell)],
                    indent: Some(Indent::chars(cell, 1.0, 1.0, 0.0)),
                    line,
                    ..Para::of(styles::PRINTED)
                };
                paragraph(&props, [run(chars, &format!("{left}\t{right}"))])
            }
        }
    }
}

/// Size of the imprint on the placed page in points, and its upper edge in mm: 四号, or smaller for a long list.
pub(super) fn seen(facts: &Facts, rows: &[Row]) -> (f64, f64) {
    let beginning =
        rows.first().and_then(|row| row.entries.first()).map(Entry::beginning).unwrap_or_default();
    let mut small = facts.lines.iter().rev().filter(|line| line.size_pt < 15.0);
    let Some(line) = small.find(|line| line.words().starts_with(&beginning)) else { return (14.0, 0.0) };
    let em = line.size_pt * MM_PER_PT;
    (line.size_pt, line.y - em * ((LEADING - 1.0) / 2.0 + 0.88))
}
