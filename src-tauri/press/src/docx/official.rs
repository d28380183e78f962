//! From head to imprint: an official document as a Word file.
use super::annexes;
use super::around::{self, Foot};
use super::attendance;
use super::body::{self, Setting};
use super::facts::Facts;
use super::heads::{self, NO_DATE, list, said};
use super::imprint::{self, Entry, Row, Stand};
use super::letter;
use super::para;
use super::section::{Section, Start};
use super::sign;
use super::styles;
use super::writer::{Writer, least};
use crate::Fault;
use crate::document::{Document, Kind};
use crate::fonts::Fonts;
use crate::layout;
use crate::pdf::Properties;
use crate::text;

/// Writes an official document as DOCX.
///
/// # Errors
/// A [`Fault`] where the document cannot be set (`layout` says why), names a picture that is not there, or there is no
/// face to measure with.
pub fn write_document(document: &Document, fonts: &Fonts, properties: &Properties) -> Result<Vec<u8>, Fault> {
    check(fonts)?;
    let facts = Facts::of(&layout::place_document(document, fonts)?);
    let mut writer = Writer::new();
    let (section, head) = if document.kind == Kind::Letter {
        letter::begin(&mut writer, document, &facts)
    } else {
        (writer.section(&document.watermarks, false), heads::head(document, &facts))
    };
    let before = body::room_before(&head, document, &facts);
    writer.extend(head.paragraphs);
    let setting = Setting { pictures: &document.pictures, fonts, outline: 0, landscape: false };
    let text = body::elements(&mut writer, &document.body, setting, before)?;
    writer.extend(text);
    writer.extend(attendance::paragraphs(&document.attendance));
    let pages = annexes::text_pages(document, &facts);
    let (signed, kept) = sign::paragraphs(&mut writer, document, &facts, pages)?;
    if kept {
        writer.keep_last();
    }
    writer.extend(annexes::listed(document, kept));
    writer.extend(signed);
    let section = annexes::write(&mut writer, document, (&facts, fonts), section)?;
    let last = put_imprint(&mut writer, document, &facts, section);
    writer.finish(&last, properties)
}

/// Refuses to measure without faces.
pub(super) fn check(fonts: &Fonts) -> Result<(), Fault> {
    if fonts.is_empty() {
        return Err(Fault::new(
            "没有可用的字体，排不出公文的版面：请安装仿宋、小标宋等公文字体，或者运行 cargo xtask setup 取得随附字体",
        ));
    }
    Ok(())
}

/// Puts the imprint where the placed pages have it; returns the last section.
fn put_imprint(writer: &mut Writer, document: &Document, facts: &Facts, section: Section) -> Section {
    let rows = rows(document, facts);
    let (size_pt, top) = imprint::seen(facts, &rows);
    let letter = document.kind == Kind::Letter;
    // The lower margin of a letter is that of its first page.
    let stand = if letter { Stand::At(top) } else { Stand::Foot };
    let Some(table) = imprint::table(&rows, size_pt, stand) else { return section };
    let page = facts.pages.saturating_sub(1);
    let text_page = facts.last_text_page();
    if text_page >= page {
        writer.extend([table, least()]);
        return section;
    }
    writer.end_section(&section);
    let mut last =
        Section { headers: Vec::new(), footers: Vec::new(), first_differs: false, ..section.clone() };
    last.start = if letter { Start::NextPage } else { Start::EvenPage };
    if page > text_page + 1 {
        // An empty page before the imprint and the imprint's page itself carry no number (7.5).
        last.footers = around::unnumbered(&mut writer.package, &["default", "even"]);
    } else if section.landscape {
        last.footers = around::numbers(&mut writer.package, Foot::UPRIGHT);
    }
    last.landscape = false;
    // The table needs a paragraph before it, or LibreOffice forgets that a section begins here.
    writer.extend([para::plain(styles::NORMAL, ""), table, least()]);
    last
}

fn rows(document: &Document, facts: &Facts) -> Vec<Row> {
    // 主送机关 that had no room on the first page stand here, without a rule before 抄送 (7.4.2).
    let moved = facts.lines.iter().any(|line| line.size_pt < 15.0 && line.words().starts_with("主送："));
    let to = list(&document.to).filter(|_| moved).map(|units| ("主送", units));
    let lists = to.into_iter().chain(list(&document.copies_to).map(|units| ("抄送", units)));
    let entry =
        |(label, units): (&str, String)| Entry::List { label: 3, words: format!("{label}：{units}。") };
    let lists: Vec<Entry> = lists.map(entry).collect();
    if document.kind == Kind::Letter {
        return if lists.is_empty() { Vec::new() } else { vec![Row { entries: lists, rules: (None, None) }] };
    }
    imprint::ruled([lists, printed(document)].into_iter().filter(|part| !part.is_empty()).collect())
}

/// 印发机关 and 印发日期, below them how many copies were printed.
fn printed(document: &Document) -> Vec<Entry> {
    let office = text::clean_line(&document.printed_by);
    let date = document.printed_on.as_deref().map(text::clean_line).filter(|date| !date.is_empty());
    if office.is_empty() && date.is_none() && document.copies.is_none() {
        return Vec::new();
    }
    let right = format!("{}印发", said(document.printed_on.as_deref(), NO_DATE));
    let copies =
        document.copies.map(|count| Entry::Ends { left: String::new(), right: format!("共印{count}份") });
    [Entry::Ends { left: office, right }].into_iter().chain(copies).collect()
}
