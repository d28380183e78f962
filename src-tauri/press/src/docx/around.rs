//! What stands around the text: page numbers `— 1 —` (GB/T 9704-2012, 7.5) and the words across a paper not in force.
use super::package::{Package, root};
use super::para::{field, paragraph, run};
use super::props::{Align, Chars, Indent, Line, Para};
use super::section::Around;
use super::styles;
use super::xml::Element;
use crate::document::Watermark;

/// From the paper's lower edge to the footer's, mm: its one line of 20 pt then has the dashes 7 mm below the type area.
pub(super) const FOOTER_MM: f64 = 24.6;
/// A character of 四号 in twips.
const FOUR: i32 = 280;
/// Size of a watermark in points and its colour.
const WATERMARK_PT: f64 = 96.0;
const GREY: &str = "#e0e0e0";
/// Turned counter-clockwise by 40 degrees.
const TURN: i32 = 320;
/// Height of the paper in points, upright and landscape.
const HEIGHTS: [f64; 2] = [841.9, 595.3];

/// How a footer with a page number is made.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Foot {
    name: &'static str,
    landscape: bool,
    /// Room above and below the number, twips.
    room: (i32, i32),
}

impl Foot {
    pub const UPRIGHT: Self = Self { name: "", landscape: false, room: (0, 0) };
    pub const LANDSCAPE: Self = Self { name: "-landscape", landscape: true, room: (0, 0) };
    /// From the type area to the number 3.3 mm, from there to the foot of a letter's first page 4.6 mm.
    pub const LETTER: Self = Self { name: "-pages", landscape: false, room: (187, 261) };
}

/// Footers with page numbers: odd ones at the right, even ones at the left, one character in.
pub(super) fn numbers(package: &mut Package, foot: Foot) -> Vec<Around> {
    let pages = [("default", Align::Right, (0.0, 1.0)), ("even", Align::Left, (1.0, 0.0))];
    pages
        .map(|(pages, align, edges)| {
            let number = number(align, edges, foot.room);
            let content = if foot.landscape { beside(number, pages) } else { number };
            let path = format!("footer-{pages}{}.xml", foot.name);
            (pages, package.add("footer", &path, &root("w:ftr").child(content)))
        })
        .into()
}

/// Footers without anything, for the pages named.
pub(super) fn unnumbered(package: &mut Package, pages: &[&'static str]) -> Vec<Around> {
    let empty = root("w:ftr").child(paragraph(&Para::of(styles::FOOTER), []));
    let id = package.add("footer", &format!("footer-empty-{}.xml", pages.concat()), &empty);
    pages.iter().map(|pages| (*pages, id.clone())).collect()
}

fn number(align: Align, (left, right): (f64, f64), (before, after): (i32, i32)) -> Element {
    let props = Para {
        align: Some(align),
        indent: Some(Indent::chars(FOUR, left, right, 0.0)),
        before: Some(before).filter(|room| *room > 0),
        after: Some(after).filter(|room| *room > 0),
        ..Para::of(styles::FOOTER)
    };
    let plain = Chars::default();
    let runs = [run(plain, "— ")].into_iter().chain(field(plain, "PAGE", "1")).chain([run(plain, " —")]);
    paragraph(&props, runs)
}

/// The number of a landscape sheet where it stands on an upright one: turned, at the sheet's left edge.
fn beside(number: Element, pages: &str) -> Element {
    let place = "position:absolute;margin-left:69.7pt;margin-top:79.4pt;width:20pt;height:442.2pt;z-index:1;\
        mso-position-horizontal-relative:page;mso-position-vertical-relative:page";
    let words = Element::new("v:textbox")
        .with("style", "layout-flow:vertical")
        .with("inset", "0,0,0,0")
        .child(Element::new("w:txbxContent").child(number));
    let shape = Element::new("v:rect")
        .with("id", format!("Number-{pages}"))
        .with("style", place)
        .with("filled", "f")
        .with("stroked", "f")
        .child(words);
    paragraph(&Para::of(styles::FOOTER), [Element::new("w:r").child(Element::new("w:pict").child(shape))])
}

/// Headers with the watermarks for all kinds of pages; none without watermarks.
pub(super) fn watermarks(package: &mut Package, marks: &[Watermark], landscape: bool) -> Vec<Around> {
    if marks.is_empty() {
        return Vec::new();
    }
    let pages = [("default", 1), ("even", 2), ("first", 3)];
    pages
        .map(|(pages, nth)| {
            let name = if landscape { "-landscape" } else { "" };
            let content = root("w:hdr").children(hung(marks, landscape, nth));
            (pages, package.add("header", &format!("header-{pages}{name}.xml"), &content))
        })
        .into()
}

/// A paragraph with the watermarks for a header that says something itself; none without watermarks.
pub(super) fn shapes(marks: &[Watermark]) -> Option<Element> {
    (!marks.is_empty()).then(|| hung(marks, false, 4)).into_iter().flatten().next()
}

fn hung(marks: &[Watermark], landscape: bool, nth: usize) -> Option<Element> {
    let shapes = marks.iter().enumerate().map(|(i, mark)| {
        let shape = across(*mark, (i, marks.len()), HEIGHTS[usize::from(landscape)], nth * 10 + i);
        let kind = (i == 0).then(plain_text);
        Element::new("w:r").child(Element::new("w:pict").children(kind.into_iter().chain([shape])))
    });
    Some(paragraph(&Para { line: Some(Line::Exact(20)), ..Para::of(styles::HEADER) }, shapes))
}

fn across(mark: Watermark, (i, count): (usize, usize), height: f64, id: usize) -> Element {
    let words = match mark {
        Watermark::ForReview => "送审稿",
        Watermark::Void => "作　废",
        Watermark::Sample => "示　例",
    };
    let shift = (i as f64 - (count as f64 - 1.0) / 2.0) * height / (count as f64 + 1.0);
    let top = (height - WATERMARK_PT) / 2.0 + shift;
    let style = format!(
        "position:absolute;margin-left:0;margin-top:{top:.1}pt;width:{}pt;height:{WATERMARK_PT}pt;rotation:{TURN};\
        z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:page;\
        mso-position-vertical-relative:page",
        WATERMARK_PT * words.chars().count() as f64
    );
    Element::new("v:shape")
        .with("id", format!("PowerPlusWaterMarkObject{id}"))
        .with("o:spid", format!("_x0000_s{}", 2048 + id))
        .with("type", "#_x0000_t136")
        .with("style", style)
        .with("o:allowincell", "f")
        .with("fillcolor", GREY)
        .with("stroked", "f")
        .child(
            Element::new("v:textpath")
                .with("style", "font-family:\"黑体\";font-size:1pt")
                .with("string", words),
        )
}

/// The kind of shape "plain text" (type 136), which fits its words into its frame.
fn plain_text() -> Element {
    let path = Element::new("v:path")
        .with("textpathok", "t")
        .with("o:connecttype", "custom")
        .with("o:connectlocs", "@9,0;@10,10800;@11,21600;@12,10800")
        .with("o:connectangles", "270,180,90,0");
    Element::new("v:shapetype")
        .with("id", "_x0000_t136")
        .with("coordsize", "21600,21600")
        .with("o:spt", 136)
        .with("adj", 10_800)
        .with("path", "m@7,l@8,m@5,21600l@6,21600e")
        .child(formulas())
        .child(path)
        .child(Element::new("v:textpath").with("on", "t").with("fitshape", "t"))
}

/// The formulas of the shape "plain text" (type 136), by which the words are fitted into the frame.
fn formulas() -> Element {
    let formulas = [
        "sum #0 0 10800",
        "prod #0 2 1",
        "sum 21600 0 @1",
        "sum 0 0 @2",
        "sum 21600 0 @3",
        "if @0 @3 0",
        "if @0 21600 @1",
        "if @0 0 @2",
        "if @0 @4 21600",
        "mid @5 @6",
        "mid @8 @5",
        "mid @7 @8",
        "mid @6 @7",
        "sum @6 0 @5",
    ];
    Element::new("v:formulas").children(formulas.map(|eqn| Element::new("v:f").with("eqn", eqn)))
}
