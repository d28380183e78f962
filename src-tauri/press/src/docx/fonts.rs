//! The faces of the file by name, and what Word takes in the place of one that is not installed.
use super::package::root;
use super::units::family;
use super::xml::Element;
use crate::page::Face;

/// Simplified Chinese (GB 2312) as a character set.
const GB2312: &str = "86";

/// `word/fontTable.xml`.
pub(super) fn part() -> Element {
    // The common Windows face of the same kind; 小标宋 has none, the nearest is 华文中宋.
    let faces = [
        (Face::BiaoSong, "华文中宋", "auto"),
        (Face::FangSong, "仿宋", "modern"),
        (Face::Kai, "楷体", "modern"),
        (Face::Hei, "SimHei", "modern"),
        (Face::Song, "SimSun", "auto"),
    ];
    root("w:fonts").children(faces.map(|(face, other, kind)| {
        Element::new("w:font").with("w:name", family(face)).children([
            Element::val("w:altName", other),
            Element::val("w:charset", GB2312),
            Element::val("w:family", kind),
            Element::val("w:pitch", "variable"),
        ])
    }))
}
