//! Annexes: the list below the text (附件说明, GB/T 9704-2012, 7.3.4) and each annex on pages of its own (7.3.7), wide ones in
//! a landscape section.
use super::body::{self, Setting};
use super::facts::{Facts, Seen};
use super::head::title_run;
use super::para::{paragraph, run};
use super::props::{Chars, Indent, Para};
use super::section::Section;
use super::styles;
use super::units::{CHAR, PITCH};
use super::writer::Writer;
use super::xml::Element;
use crate::Fault;
use crate::document::{Annex, Document};
use crate::fonts::Fonts;
use crate::page::Face;
use crate::text;

/// Marks that no name of an annex ends with.
const END_MARKS: [char; 8] = ['。', '；', '，', '、', '：', '.', ';', ','];
fn name(annex: &Annex) -> String {
    text::clean_line(&annex.title).trim_end_matches(END_MARKS).to_owned()
}

/// The list: `附件：` two characters in, returns below the first character of a name; an empty line before it; with
/// `kept` it stays on the page of the signature after it.
pub(super) fn listed(document: &Document, kept: bool) -> Vec<Element> {
    let count = document.annexes.len();
    // Digits and their stop take half a character each.
    let wide = |n: usize| (n.to_string().len() + 1) as f64 / 2.0;
    let indent = 5.0 + if count > 1 { wide(count) } else { 0.0 };
    let entry = |(i, annex): (usize, &Annex)| {
        let label = if i == 0 { "附件：" } else { "" };
        let number = if count > 1 { format!("{}.", i + 1) } else { String::new() };
        // Where numbers have one and two digits a tabulator brings the names below each other.
        let tab = if count > 9 { "\t" } else { "" };
        let first = if i == 0 { 2.0 } else { 5.0 };
        let props = Para {
            before: (i == 0).then_some(PITCH),
            keep_next: (kept || i == 0).then_some(true),
            indent: Some(Indent::chars(CHAR, indent, 0.0, first - indent)),
            ..Para::of(styles::ANNEX_LIST)
        };
        paragraph(&props, [run(Chars::default(), &format!("{label}{number}{tab}{}", name(annex)))])
    };
    document.annexes.iter().enumerate().map(entry).collect()
}

/// Label of an annex: `附件`, numbered where there are several.
fn label(document: &Document, i: usize) -> String {
    if document.annexes.len() > 1 { format!("附件{}", i + 1) } else { "附件".to_owned() }
}

/// Annexes that have text, with their numbers from 0.
fn written(document: &Document) -> impl Iterator<Item = (usize, &Annex)> {
    document.annexes.iter().enumerate().filter(|(_, annex)| !annex.body.trim().is_empty())
}

/// The page on which an annex begins, at or after `from`.
fn page_of(facts: &Facts, label: &str, from: usize) -> Option<usize> {
    let begins = |page: usize| {
        let first: Option<&Seen> = facts.lines.iter().find(|line| line.page == page);
        first.is_some_and(|line| line.face == Face::Hei && line.words() == label)
    };
    (from..facts.pages).find(|page| begins(*page))
}

/// How many pages the text has without its annexes.
pub(super) fn text_pages(document: &Document, facts: &Facts) -> usize {
    let first = written(document).next();
    first.and_then(|(i, _)| page_of(facts, &label(document, i), 1)).unwrap_or(facts.pages)
}

/// Writes the annexes; returns the section in which the last of them stands, beginning with `section`.
pub(super) fn write(
    writer: &mut Writer,
    document: &Document,
    (facts, fonts): (&Facts, &Fonts),
    mut section: Section,
) -> Result<Section, Fault> {
    let mut from = 1;
    for (i, annex) in written(document) {
        let turned = annex.landscape != section.landscape;
        if turned {
            writer.end_section(&section);
            section = writer.section(&document.watermarks, annex.landscape);
        }
        let label = label(document, i);
        let page = page_of(facts, &label, from);
        from = page.map_or(from, |page| page + 1);
        let props = Para { new_page: !turned, ..Para::of(styles::ANNEX_MARK) };
        let lines = page.map(|page| facts.title(page)).unwrap_or_default();
        let title = if lines.is_empty() { run(Chars::default(), &name(annex)) } else { title_run(&lines) };
        let setting = Setting { pictures: &document.pictures, fonts, outline: 0, landscape: annex.landscape };
        let body = body::elements(writer, &annex.body, setting, Some(PITCH))?;
        writer.extend([
            paragraph(&props, [run(Chars::default(), &label)]),
            paragraph(&Para { before: Some(PITCH), ..Para::of(styles::ANNEX_TITLE) }, [title]),
        ]);
        writer.extend(body);
    }
    Ok(section)
}
