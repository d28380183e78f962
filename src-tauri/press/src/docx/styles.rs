//! The styles of an official document by names that a clerk knows: 正文, 标题, 一级标题 …
//!
//! Word's own styles stand for what they are meant for (标题, 标题 1 to 4 with outline levels, 页脚, 题注), so that navigation
//! and tables of contents work; the rest are named in Chinese.
use super::props::{Align, Chars, Indent, Line, Para, fonts};
use super::units::{CHAR, PITCH, RED, TIGHTEN, twips};
use super::xml::Element;
use crate::page::Face;

pub(super) const NORMAL: &str = "Normal";
pub(super) const TEXT: &str = "OfficialText";
pub(super) const TITLE: &str = "Title";
pub(super) const HEADINGS: [&str; 4] = ["Heading1", "Heading2", "Heading3", "Heading4"];
pub(super) const HEADING_WORDS: [&str; 2] = ["HeadingWords1", "HeadingWords2"];
pub(super) const MARK: &str = "Mark";
pub(super) const HEAD_LINE: &str = "HeadLine";
pub(super) const NUMBER: &str = "Number";
pub(super) const ADDRESSED: &str = "Addressed";
pub(super) const ANNEX_LIST: &str = "AnnexList";
pub(super) const SIGNED: &str = "Signed";
pub(super) const DATED: &str = "Dated";
pub(super) const NOTE: &str = "Note";
pub(super) const ANNEX_MARK: &str = "AnnexMark";
pub(super) const ANNEX_TITLE: &str = "AnnexTitle";
pub(super) const PRESENT: &str = "Present";
pub(super) const LABEL: &str = "Label";
pub(super) const COPIES: &str = "Copies";
pub(super) const PRINTED: &str = "Printed";
pub(super) const CAPTION: &str = "Caption";
pub(super) const TABLE_WORDS: &str = "TableWords";
pub(super) const TABLE_HEAD: &str = "TableHead";
pub(super) const PICTURE: &str = "Picture";
pub(super) const FIGURE: &str = "Figure";
pub(super) const FOREWORD: &str = "Foreword";
pub(super) const COLUMN: &str = "Column";
pub(super) const ITEM: &str = "ItemTitle";
pub(super) const GUIDE: &str = "Guide";
pub(super) const CONTENTS: [&str; 2] = ["TOC1", "TOC2"];
pub(super) const SOURCE: &str = "Source";
pub(super) const HEADER: &str = "Header";
pub(super) const FOOTER: &str = "Footer";

/// A style of paragraphs or of characters.
struct Style {
    id: &'static str,
    name: &'static str,
    alias: &'static str,
    based: &'static str,
    next: &'static str,
    para: Para,
    chars: Chars,
}

impl Style {
    fn element(&self) -> Element {
        let kind =
            if self.para == Para::default() && self.based.is_empty() { "character" } else { "paragraph" };
        let mut out = Element::new("w:style").with("w:type", kind);
        if self.id == NORMAL {
            out = Element::new("w:style").with("w:type", "paragraph").with("w:default", 1);
        } else if is_own(self.name) {
            out = out.with("w:customStyle", 1);
        }
        let mut out = out.with("w:styleId", self.id).child(Element::val("w:name", self.name));
        for (name, value) in [("w:aliases", self.alias), ("w:basedOn", self.based), ("w:next", self.next)] {
            if !value.is_empty() {
                out.push(Element::val(name, value));
            }
        }
        out.push(Element::new("w:qFormat"));
        for element in [self.para.element(), self.chars.element()] {
            if !element.is_empty() {
                out.push(element);
            }
        }
        out
    }
}

/// A name of ours, not one of Word's own (these are English in the file and translated on the screen).
fn is_own(name: &str) -> bool {
    !name.is_ascii()
}

/// `word/styles.xml`.
pub(super) fn part(language: &str) -> Element {
    let words = Element::new("w:rPr")
        .child(fonts(Face::FangSong))
        .child(Element::val("w:sz", 32))
        .child(Element::val("w:szCs", 32))
        .child(Element::val("w:lang", language).with("w:eastAsia", language).with("w:bidi", "ar-SA"));
    let defaults = Element::new("w:docDefaults")
        .child(Element::new("w:rPrDefault").child(words))
        .child(Element::new("w:pPrDefault"));
    super::package::root("w:styles")
        .child(defaults)
        .children(styles().iter().map(Style::element))
        .child(table_grid())
}

fn styles() -> Vec<Style> {
    let mut all = vec![Style {
        id: NORMAL,
        name: "Normal",
        alias: "",
        based: "",
        next: "",
        para: Para {
            chinese: true,
            line: Some(Line::Exact(PITCH)),
            align: Some(Align::Both),
            ..Para::default()
        },
        chars: Chars { spacing: Some(TIGHTEN), ..Chars::default() },
    }];
    all.extend(texts());
    all.extend(heads());
    all.extend(ends());
    all.extend(small());
    all.extend(bulletin());
    all
}

/// A style on 正文 (Normal), followed by the text.
fn on_normal(id: &'static str, name: &'static str, para: Para, chars: Chars) -> Style {
    Style { id, name, alias: "", based: NORMAL, next: TEXT, para, chars }
}

fn face(face: Face) -> Chars {
    Chars { face: Some(face), ..Chars::default() }
}

fn sized(of: Face, size_pt: f64) -> Chars {
    Chars { size_pt: Some(size_pt), spacing: Some(0), ..face(of) }
}

fn indented(left: f64, right: f64, first: f64) -> Para {
    Para { indent: Some(Indent::chars(CHAR, left, right, first)), ..Para::default() }
}

fn aligned(align: Align) -> Para {
    Para { align: Some(align), ..Para::default() }
}

/// In the middle and in another size than the grid's.
fn centred() -> Para {
    Para { off_grid: true, ..aligned(Align::Centre) }
}

fn texts() -> Vec<Style> {
    let heading = |i: usize, name, alias, of| Style {
        alias,
        ..on_normal(
            HEADINGS[i],
            name,
            Para { keep_next: Some(true), outline: Some(i as u8), ..indented(0.0, 0.0, 2.0) },
            face(of),
        )
    };
    let words = |i: usize, name, of| Style {
        id: HEADING_WORDS[i],
        name,
        alias: "",
        based: "",
        next: "",
        para: Para::default(),
        chars: face(of),
    };
    vec![
        on_normal(TEXT, "公文正文", indented(0.0, 0.0, 2.0), Chars::default()),
        Style { alias: "公文标题", ..on_normal(TITLE, "Title", centred(), sized(Face::BiaoSong, 22.0)) },
        heading(0, "heading 1", "一级标题", Face::Hei),
        heading(1, "heading 2", "二级标题", Face::Kai),
        heading(2, "heading 3", "三级标题", Face::FangSong),
        heading(3, "heading 4", "四级标题", Face::FangSong),
        words(0, "一级标题文字", Face::Hei),
        words(1, "二级标题文字", Face::Kai),
        Style {
            id: LABEL,
            name: "标签文字",
            alias: "",
            based: "",
            next: "",
            para: Para::default(),
            chars: face(Face::Hei),
        },
    ]
}

fn heads() -> Vec<Style> {
    let red = Chars { colour: Some(RED), ..sized(Face::BiaoSong, 42.0) };
    vec![
        on_normal(MARK, "发文机关标志", centred(), red),
        on_normal(HEAD_LINE, "版头要素", aligned(Align::Left), Chars::default()),
        on_normal(NUMBER, "发文字号", aligned(Align::Centre), Chars::default()),
        on_normal(ADDRESSED, "主送机关", indented(0.0, 0.0, 0.0), Chars::default()),
    ]
}

fn ends() -> Vec<Style> {
    let hei = face(Face::Hei);
    let title = Para { outline: Some(0), ..centred() };
    vec![
        on_normal(ANNEX_LIST, "附件说明", indented(6.0, 0.0, -4.0), Chars::default()),
        on_normal(SIGNED, "发文机关署名", aligned(Align::Right), Chars::default()),
        on_normal(DATED, "成文日期", aligned(Align::Right), Chars::default()),
        on_normal(NOTE, "附注", indented(0.0, 0.0, 2.0), Chars::default()),
        on_normal(ANNEX_MARK, "附件序号", aligned(Align::Left), hei),
        on_normal(ANNEX_TITLE, "附件标题", title, sized(Face::BiaoSong, 22.0)),
        on_normal(PRESENT, "出席人员", indented(5.0, 0.0, 0.0), Chars::default()),
    ]
}

/// What is set in other sizes than 三号.
fn small() -> Vec<Style> {
    let four = sized(Face::FangSong, 14.0);
    let line = |at| Some(Line::Exact(at));
    let foot = || Para { line: line(476), align: Some(Align::Left), off_grid: true, ..Para::default() };
    let own = |id, name, para, chars| Style { next: "", ..on_normal(id, name, para, chars) };
    let centred = |at| Para { line: line(at), ..centred() };
    vec![
        own(COPIES, "抄送机关", foot(), four),
        own(PRINTED, "印发机关", foot(), four),
        own(CAPTION, "caption", Para { keep_next: Some(true), ..centred(324) }, sized(Face::Hei, 12.0)),
        own(TABLE_WORDS, "表格文字", centred(324), sized(Face::FangSong, 12.0)),
        own(TABLE_HEAD, "表头文字", centred(324), sized(Face::Hei, 12.0)),
        own(
            PICTURE,
            "图片",
            Para { line: Some(Line::AtLeast(PITCH)), off_grid: true, ..aligned(Align::Centre) },
            Chars::default(),
        ),
        own(FIGURE, "图题", centred(324), sized(Face::Kai, 12.0)),
        own(HEADER, "header", centred(400), sized(Face::Song, 9.0)),
        own(
            FOOTER,
            "footer",
            Para { line: line(400), off_grid: true, ..aligned(Align::Left) },
            sized(Face::Song, 14.0),
        ),
    ]
}

fn bulletin() -> Vec<Style> {
    let head = |outline| Para { keep_next: Some(true), outline: Some(outline), ..centred() };
    let hei = face(Face::Hei);
    let entry = Para { line: Some(Line::Exact(PITCH * 2 / 3)), off_grid: true, ..aligned(Align::Left) };
    // Two characters in, leaders up to the page number at the right edge.
    let titled = Para {
        tabs: vec![("right dot", twips(156.0))],
        indent: Some(Indent::chars(280, 2.0, 0.0, 0.0)),
        ..entry.clone()
    };
    vec![
        on_normal(FOREWORD, "编者按", indented(0.0, 0.0, 2.0), face(Face::Kai)),
        on_normal(GUIDE, "导读标题", Para { keep_next: Some(true), ..centred() }, hei),
        on_normal(CONTENTS[0], "toc 1", Para { keep_next: Some(true), ..entry }, sized(Face::Hei, 14.0)),
        on_normal(CONTENTS[1], "toc 2", titled, sized(Face::FangSong, 14.0)),
        on_normal(COLUMN, "栏目", head(0), Chars { colour: Some(RED), ..hei }),
        on_normal(ITEM, "稿件标题", head(1), sized(Face::BiaoSong, 18.0)),
        on_normal(SOURCE, "供稿单位", aligned(Align::Right), Chars::default()),
    ]
}

/// Ruled tables: frame 0.5 mm, rules inside 0.25 mm.
fn table_grid() -> Element {
    let rule = |name, eighths| super::props::Border::black(eighths).element(name);
    let borders = Element::new("w:tblBorders").children([
        rule("w:top", 12),
        rule("w:left", 12),
        rule("w:bottom", 12),
        rule("w:right", 12),
        rule("w:insideH", 6),
        rule("w:insideV", 6),
    ]);
    Element::new("w:style")
        .with("w:type", "table")
        .with("w:styleId", "TableGrid")
        .child(Element::val("w:name", "Table Grid"))
        .child(Element::new("w:qFormat"))
        .child(Element::new("w:tblPr").child(borders))
}
