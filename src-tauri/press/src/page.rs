//! The placed page: where every glyph run, rule and picture stands. Layout makes it, `pdf.rs` only draws it.
//!
//! All lengths are millimetres from the top left corner of the page, except type sizes, which are points.
//! It deliberately holds no meaning (no title, no table): that is gone once the page is placed.

use crate::picture::Picture;

/// A typeface by its office name, not by file: 小标宋, 仿宋, 楷体, 黑体, 宋体.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Face {
    /// 小标宋: titles and the red mark.
    BiaoSong,
    /// 仿宋: body text.
    FangSong,
    /// 楷体: second-level headings, the signer's name.
    Kai,
    /// 黑体: first-level headings, labels.
    Hei,
    /// 宋体: page numbers, tables.
    Song,
}

/// Ink. Official paper knows two colours and a grey for watermarks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ink {
    /// Black, for everything that is not named otherwise.
    Black,
    /// The red of marks and rules (GB/T 9704-2012, 7.2.4).
    Red,
    /// Light grey, for 送审稿 and 示例 across the page.
    Grey,
}

/// One character with the place of its left edge.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glyph {
    /// The character itself; a PDF can be searched by it.
    pub ch: char,
    /// Left edge of its cell, in mm from the page's left edge.
    pub x: f64,
}

/// A run of characters on one baseline in one face, size and ink.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// The face by role.
    pub face: Face,
    /// Size in points.
    pub size_pt: f64,
    /// Colour.
    pub ink: Ink,
    /// Baseline in mm from the page's top edge.
    pub y: f64,
    /// Turned counter-clockwise by this many degrees about its first glyph (watermarks, folded cards); 0 for level.
    pub turn_deg: f64,
    /// Horizontal scale of the glyphs, 1.0 for natural (half-width digits, squeezed marks).
    pub stretch: f64,
    /// The characters, left to right.
    pub glyphs: Vec<Glyph>,
}

/// A filled rectangle: a rule, a table line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// Left edge, mm.
    pub x: f64,
    /// Top edge, mm.
    pub y: f64,
    /// Width, mm.
    pub w: f64,
    /// Height, mm.
    pub h: f64,
    /// Colour.
    pub ink: Ink,
}

/// A picture at its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Image {
    /// Left edge, mm.
    pub x: f64,
    /// Top edge, mm.
    pub y: f64,
    /// Width, mm.
    pub w: f64,
    /// Height, mm.
    pub h: f64,
    /// The picture.
    pub picture: Picture,
}

/// A placed page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    /// Width in mm.
    pub w: f64,
    /// Height in mm.
    pub h: f64,
    /// Text.
    pub runs: Vec<Run>,
    /// Rules and table lines.
    pub rules: Vec<Rule>,
    /// Pictures; a seal rests over the words.
    pub images: Vec<Image>,
}

/// A heading that a reader's outline (书签) leads to.
#[derive(Debug, Clone, PartialEq)]
pub struct Bookmark {
    /// Its words.
    pub title: String,
    /// Depth: 0 for the title, 1 for 一、, 2 for （一）.
    pub depth: u8,
    /// Page, from 0.
    pub page: usize,
    /// Height on the page, mm from the top edge.
    pub y: f64,
}

/// The finished paper before it becomes a file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Placed {
    /// Title for the file's properties.
    pub title: String,
    /// The pages in order.
    pub pages: Vec<Page>,
    /// Headings for the outline, in order.
    pub bookmarks: Vec<Bookmark>,
    /// What a person should know of this paper, in Chinese sentences: what could not be set as the standard wants it.
    pub notes: Vec<String>,
}
