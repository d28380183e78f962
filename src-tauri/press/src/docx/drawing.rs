//! Pictures: in a line of text, or floating over it (seals).
use super::para::{paragraph, run};
use super::props::{Chars, Line, Para};
use super::styles;
use super::units::{emu, twips};
use super::writer::Writer;
use super::xml::Element;
use crate::Fault;
use crate::layout::pictured::Planned;
use crate::picture::Picture;

const PICTURES: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";
/// Between picture and caption, mm.
const ABOVE_CAPTION: f64 = 1.5;

/// A figure of a body with its caption below, as much white around it as on paper.
///
/// # Errors
/// A picture to be turned whose pixels cannot be read.
pub(super) fn figure(
    writer: &mut Writer,
    (picture, caption): (&Picture, &str),
    planned: Planned,
    before: i32,
) -> Result<Vec<Element>, Fault> {
    let white = twips(planned.above);
    let alone = caption.is_empty();
    let props = Para {
        keep_next: (!alone).then_some(true),
        before: Some(before + white),
        after: alone.then_some(white),
        line: Some(Line::AtLeast(twips(planned.size.1))),
        ..Para::of(styles::PICTURE)
    };
    let mut out = vec![paragraph(&props, [inline(writer, picture, planned.size)?])];
    if !alone {
        let props =
            Para { before: Some(twips(ABOVE_CAPTION)), after: Some(white), ..Para::of(styles::FIGURE) };
        out.push(paragraph(&props, [run(Chars::default(), caption)]));
    }
    Ok(out)
}

fn inline(writer: &mut Writer, picture: &Picture, size: (f64, f64)) -> Result<Element, Fault> {
    let (id, relation) = writer.drawing(picture)?;
    let side = |name| (name, 0);
    let sides = ["distT", "distB", "distL", "distR"].map(side);
    let inline = sides.into_iter().fold(Element::new("wp:inline"), |e, (name, v)| e.with(name, v));
    let inline = inline
        .child(extent(size))
        .child(properties(picture, id))
        .child(graphic(picture, &relation, id, size));
    Ok(Element::new("w:r").child(Element::new("w:drawing").child(inline)))
}

/// A picture over the words, its upper left corner so many mm from the page's left edge and from the top of its
/// paragraph.
///
/// # Errors
/// As [`figure`].
pub(super) fn floating(
    writer: &mut Writer,
    picture: &Picture,
    (x, y): (f64, f64),
    size: (f64, f64),
) -> Result<Element, Fault> {
    let (id, relation) = writer.drawing(picture)?;
    let position = |name, from, mm| {
        let offset = Element::new("wp:posOffset").text(&emu(mm).to_string());
        Element::new(name).with("relativeFrom", from).child(offset)
    };
    let anchor = Element::new("wp:anchor")
        .with("distT", 0)
        .with("distB", 0)
        .with("distL", 0)
        .with("distR", 0)
        .with("simplePos", 0)
        .with("relativeHeight", 251_659_264 + id)
        .with("behindDoc", 0)
        .with("locked", 0)
        .with("layoutInCell", 1)
        .with("allowOverlap", 1)
        .child(Element::new("wp:simplePos").with("x", 0).with("y", 0))
        .child(position("wp:positionH", "page", x))
        .child(position("wp:positionV", "paragraph", y))
        .child(extent(size))
        .child(Element::new("wp:wrapNone"))
        .child(properties(picture, id))
        .child(graphic(picture, &relation, id, size));
    Ok(Element::new("w:r").child(Element::new("w:drawing").child(anchor)))
}

fn extent((width, height): (f64, f64)) -> Element {
    Element::new("wp:extent").with("cx", emu(width)).with("cy", emu(height))
}

fn properties(picture: &Picture, id: i64) -> Element {
    Element::new("wp:docPr").with("id", id).with("name", format!("图片 {id}")).with("descr", &picture.name)
}

fn graphic(picture: &Picture, relation: &str, id: i64, (width, height): (f64, f64)) -> Element {
    let named = Element::new("pic:cNvPr").with("id", id).with("name", &picture.name);
    let fill = Element::new("pic:blipFill")
        .child(Element::new("a:blip").with("r:embed", relation))
        .child(Element::new("a:stretch").child(Element::new("a:fillRect")));
    let place = Element::new("a:xfrm")
        .child(Element::new("a:off").with("x", 0).with("y", 0))
        .child(Element::new("a:ext").with("cx", emu(width)).with("cy", emu(height)));
    let shape = Element::new("pic:spPr")
        .child(place)
        .child(Element::new("a:prstGeom").with("prst", "rect").child(Element::new("a:avLst")));
    let whole = Element::new("pic:pic")
        .child(Element::new("pic:nvPicPr").child(named).child(Element::new("pic:cNvPicPr")))
        .child(fill)
        .child(shape);
    Element::new("a:graphic").child(Element::new("a:graphicData").with("uri", PICTURES).child(whole))
}
