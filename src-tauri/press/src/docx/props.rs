//! Properties of paragraphs and runs, written in the order of the schema (ECMA-376 part 1, CT_PPrBase and CT_RPr).
//!
//! Word refuses a file whose elements stand in another order; so the order lives here and nowhere else.
use super::units::{family, half_points};
use super::xml::Element;
use crate::page::Face;

/// Where words stand between the edges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Centre,
    Right,
    Both,
    Distribute,
}

impl Align {
    fn word(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Centre => "center",
            Self::Right => "right",
            Self::Both => "both",
            Self::Distribute => "distribute",
        }
    }
}

/// A rule above or below a paragraph, or around a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Border {
    /// Kind as the schema names it: `single`, `thickThinSmallGap` …
    pub kind: &'static str,
    /// Thickness in eighths of a point.
    pub eighths: i32,
    /// Distance from the words in points, at most 31.
    pub space: i32,
    /// Colour, `auto` for black.
    pub colour: &'static str,
}

impl Border {
    pub fn black(eighths: i32) -> Self {
        Self { kind: "single", eighths, space: 0, colour: "auto" }
    }

    pub fn element(self, name: &'static str) -> Element {
        Element::val(name, self.kind)
            .with("w:sz", self.eighths)
            .with("w:space", self.space)
            .with("w:color", self.colour)
    }
}

/// Distances from the edges, in characters (Word adapts them to the size) and twips (everybody else reads these).
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Indent {
    pub left: f64,
    pub right: f64,
    /// The first line; below zero it hangs out to the left.
    pub first: f64,
    /// Width of a character in twips.
    pub unit: i32,
}

impl Indent {
    /// Characters of so many twips.
    pub fn chars(unit: i32, left: f64, right: f64, first: f64) -> Self {
        Self { left, right, first, unit }
    }

    fn element(self) -> Element {
        let hundredths = |chars: f64| (chars * 100.0).round() as i32;
        let twips = |chars: f64| (chars * f64::from(self.unit)).round() as i32;
        let (name, chars, first) = if self.first < 0.0 {
            ("w:hanging", "w:hangingChars", -self.first)
        } else {
            ("w:firstLine", "w:firstLineChars", self.first)
        };
        let element = Element::new("w:ind");
        let element = element.with("w:leftChars", hundredths(self.left)).with("w:left", twips(self.left));
        let element = element.with("w:rightChars", hundredths(self.right)).with("w:right", twips(self.right));
        element.with(chars, hundredths(first)).with(name, twips(first))
    }
}

/// Height of a paragraph's lines in twips.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    Exact(i32),
    AtLeast(i32),
}

/// What a paragraph (or its style) says about itself.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Para {
    pub style: Option<&'static str>,
    pub keep_next: Option<bool>,
    pub keep_lines: bool,
    pub new_page: bool,
    /// Chinese line breaking and no widow control: only in the style on which all others stand.
    pub chinese: bool,
    pub top: Option<Border>,
    pub bottom: Option<Border>,
    /// Larger than the grid's lines: not snapped to them (LibreOffice would give a title two lines for each of its).
    pub off_grid: bool,
    /// Kind (`right dot` with a dotted leader) and place of tabulators, twips from the left edge.
    pub tabs: Vec<(&'static str, i32)>,
    pub before: Option<i32>,
    pub after: Option<i32>,
    pub line: Option<Line>,
    /// From the edges; may be drawn beyond them in twips (`wide`).
    pub indent: Option<Indent>,
    /// Left and right edge moved inwards in twips, in place of characters.
    pub edges: Option<(i32, i32)>,
    pub align: Option<Align>,
    /// Level for Word's navigation, from 0.
    pub outline: Option<u8>,
}

impl Para {
    pub fn of(style: &'static str) -> Self {
        Self { style: Some(style), ..Self::default() }
    }

    /// `w:pPr`; empty if there is nothing to say.
    pub fn element(&self) -> Element {
        let flag = |on: bool, name| on.then(|| Element::new(name));
        let off = |name| Element::val(name, 0);
        let mut out = Element::new("w:pPr");
        let mut put = |element: Option<Element>| element.into_iter().for_each(|e| out.push(e));
        put(self.style.map(|style| Element::val("w:pStyle", style)));
        put(self.keep_next.map(|on| if on { Element::new("w:keepNext") } else { off("w:keepNext") }));
        put(flag(self.keep_lines, "w:keepLines"));
        put(flag(self.new_page, "w:pageBreakBefore"));
        if self.chinese {
            put(Some(off("w:widowControl")));
        }
        put(self.borders());
        if !self.tabs.is_empty() {
            put(Some(Element::new("w:tabs").children(self.tabs.iter().map(|(kind, at)| tab(kind, *at)))));
        }
        if self.chinese {
            put(Some(Element::new("w:kinsoku")));
            // No mark hangs in the margin, no blank is added between Han and digits: the grid keeps its cells.
            ["w:overflowPunct", "w:autoSpaceDE", "w:autoSpaceDN", "w:adjustRightInd"]
                .into_iter()
                .for_each(|name| put(Some(off(name))));
        }
        put(self.off_grid.then(|| off("w:snapToGrid")));
        put(self.spacing());
        put(self.indent.map(Indent::element));
        put(self
            .edges
            .map(|(left, right)| Element::new("w:ind").with("w:left", left).with("w:right", right)));
        put(self.align.map(|align| Element::val("w:jc", align.word())));
        put(self.outline.map(|level| Element::val("w:outlineLvl", level)));
        out
    }

    fn borders(&self) -> Option<Element> {
        let sides = [("w:top", self.top), ("w:bottom", self.bottom)];
        let sides: Vec<Element> =
            sides.into_iter().filter_map(|(name, border)| Some(border?.element(name))).collect();
        (!sides.is_empty()).then(|| Element::new("w:pBdr").children(sides))
    }

    fn spacing(&self) -> Option<Element> {
        let mut out = Element::new("w:spacing");
        for (name, value) in [("w:before", self.before), ("w:after", self.after)] {
            if let Some(value) = value {
                out = out.with(name, value.max(0));
            }
        }
        out = match self.line {
            Some(Line::Exact(twips)) => out.with("w:line", twips).with("w:lineRule", "exact"),
            Some(Line::AtLeast(twips)) => out.with("w:line", twips).with("w:lineRule", "atLeast"),
            None => out,
        };
        (!out.is_empty()).then_some(out)
    }
}

/// Gives properties that are written already a tabulator.
pub(super) fn add_tab(properties: &mut Element, kind: &str, at: i32) {
    let before = ["w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:widowControl", "w:pBdr"];
    properties.insert_behind(&before, Element::new("w:tabs").child(tab(kind, at)));
}

fn tab(kind: &str, at: i32) -> Element {
    match kind.split_once(' ') {
        Some((kind, leader)) => Element::val("w:tab", kind).with("w:leader", leader).with("w:pos", at),
        None => Element::val("w:tab", kind).with("w:pos", at),
    }
}

/// What a run (or a style) says about its characters.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Chars {
    pub style: Option<&'static str>,
    pub face: Option<Face>,
    pub colour: Option<&'static str>,
    /// Added to each character, twentieths of a point.
    pub spacing: Option<i32>,
    /// Width of the characters in per cent.
    pub scale: Option<i32>,
    pub size_pt: Option<f64>,
}

impl Chars {
    /// `w:rPr`; empty if there is nothing to say.
    pub fn element(&self) -> Element {
        let mut out = Element::new("w:rPr");
        let mut put = |element: Option<Element>| element.into_iter().for_each(|e| out.push(e));
        put(self.style.map(|style| Element::val("w:rStyle", style)));
        put(self.face.map(fonts));
        put(self.colour.map(|colour| Element::val("w:color", colour)));
        put(self.spacing.map(|spacing| Element::val("w:spacing", spacing)));
        put(self.scale.map(|scale| Element::val("w:w", scale)));
        put(self.size_pt.map(|pt| Element::val("w:sz", half_points(pt))));
        put(self.size_pt.map(|pt| Element::val("w:szCs", half_points(pt))));
        out
    }
}

/// One face for all scripts: digits and Latin letters are set in the Chinese face, as in the PDF.
pub(super) fn fonts(face: Face) -> Element {
    let family = family(face);
    ["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"]
        .into_iter()
        .fold(Element::new("w:rFonts"), |element, name| element.with(name, family))
}
