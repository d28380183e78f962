//! What was put in stands in the Word file: all of it, in order, in its style.
use press::bulletin::Bulletin;
use press::document::{Document, Kind};
use press::text::blocks::{Block, blocks};

use crate::docx_read::{document, parts, styled, tree};
use crate::docx_samples::{bulletins, documents, file, letter, properties};

fn bare(words: &str) -> String {
    words.chars().filter(|ch| !ch.is_whitespace()).collect()
}

/// Words of a body in their order.
fn of_body(body: &str) -> Vec<String> {
    blocks(body)
        .into_iter()
        .flat_map(|block| match block {
            Block::Paragraph { text, .. } => vec![text],
            Block::Table { caption, unit, rows, .. } => {
                [caption, unit].into_iter().chain(rows.into_iter().flatten()).collect()
            }
            Block::Picture { caption, .. } => vec![caption],
        })
        .collect()
}

/// Words of a document in their order on paper.
fn of_document(document: &Document) -> Vec<String> {
    let mut out = Vec::new();
    let number = document.number.clone().unwrap_or_default();
    out.extend(document.copy_number.map(|n| format!("{n:06}")));
    if document.kind != Kind::Letter {
        out.extend(document.joint.iter().cloned());
        out.push(document.mark.clone());
    }
    let minutes = document.kind == Kind::Minutes;
    if document.kind == Kind::Upward {
        out.extend(document.signers[..2].iter().cloned());
        out.push(number);
        out.extend(document.signers[2..].iter().cloned());
    } else {
        out.push(number);
    }
    if minutes {
        out.extend([document.issuer.clone(), document.date.clone().unwrap_or_default()]);
    }
    out.push(document.title.clone());
    out.extend(document.to.iter().cloned());
    out.extend(of_body(&document.body));
    for group in &document.attendance {
        out.push(format!("{}：", group.label));
        out.extend(group.entries.iter().cloned());
    }
    out.extend(document.annexes.iter().map(|annex| annex.title.clone()));
    for authority in &document.authorities {
        out.extend([authority.name.clone(), authority.person.clone()]);
    }
    if !minutes {
        out.push(document.date.clone().unwrap_or_default());
    }
    out.push(document.note.clone());
    for annex in document.annexes.iter().filter(|annex| !annex.body.is_empty()) {
        out.push(annex.title.clone());
        out.extend(of_body(&annex.body));
    }
    out.extend(document.copies_to.iter().cloned());
    if document.kind != Kind::Letter {
        out.extend([
            document.printed_by.clone(),
            format!("{}印发", document.printed_on.as_deref().unwrap_or("")),
        ]);
    }
    out
}

fn of_bulletin(bulletin: &Bulletin) -> Vec<String> {
    let said = |words: &Option<String>| words.clone().unwrap_or_default();
    let mut out = vec![bulletin.name.clone(), bulletin.kind.clone(), said(&bulletin.number)];
    out.extend([bulletin.issuer.clone(), said(&bulletin.date), bulletin.foreword.clone()]);
    for column in bulletin.columns.iter().filter(|column| !column.items.is_empty()) {
        out.push(column.name.clone());
        for item in &column.items {
            out.extend([item.title.clone(), item.foreword.clone()]);
            out.extend(of_body(&item.body));
            out.push(format!("（{}）", item.source));
        }
    }
    out.push(bulletin.editors.clone());
    for units in [&bulletin.report_to, &bulletin.send_to, &bulletin.issue_to] {
        out.extend(units.iter().cloned());
    }
    out
}

/// All these words one after the other.
fn assert_in_order(name: &str, words: &str, wanted: &[String]) {
    let mut from = 0;
    for part in wanted.iter().map(|part| bare(part)) {
        let at = words[from..].find(&part);
        let at = at.unwrap_or_else(|| {
            panic!(
                "{name}: “{part}” is missing after “{:.60}”",
                &words[..from]
                    .chars()
                    .rev()
                    .take(20)
                    .collect::<Vec<_>>()
                    .into_iter()
                    .rev()
                    .collect::<String>()
            )
        });
        from += at + part.len();
    }
}

#[test]
fn all_words_of_every_document_are_there_in_order() {
    for (name, sample) in documents() {
        assert_in_order(&name, &document(file(&name)).words(), &of_document(&sample));
    }
    for (name, sample) in bulletins() {
        assert_in_order(&name, &document(file(&name)).words(), &of_bulletin(&sample));
    }
}

#[test]
fn nothing_is_there_that_was_not_put_in() {
    // Labels and marks aside, the body of a document is as long as the words put in.
    for (name, sample) in documents().into_iter().filter(|(_, sample)| sample.kind == Kind::Minutes) {
        let wanted: usize = of_document(&sample).iter().map(|part| bare(part).chars().count()).sum();
        let written = document(file(&name)).words().chars().count();
        // 抄送：，。 and 共印60份.
        assert!((wanted..=wanted + 14).contains(&written), "{name}: {written} characters, {wanted} put in");
    }
}

#[test]
fn headings_have_styles_and_levels_that_navigation_knows() {
    let parts = parts(file("通知14"));
    let styles = tree(&parts["word/styles.xml"]);
    for (id, name, alias, level) in [
        ("Heading1", "heading 1", "一级标题", "0"),
        ("Heading2", "heading 2", "二级标题", "1"),
        ("Heading3", "heading 3", "三级标题", "2"),
        ("Heading4", "heading 4", "四级标题", "3"),
    ] {
        let style = styles.find("w:style").find(|style| style.attribute("w:styleId") == id).expect(id);
        assert_eq!(style.value("w:name"), Some(name));
        assert_eq!(style.value("w:aliases"), Some(alias));
        assert_eq!(style.value("w:outlineLvl"), Some(level));
    }
    let document = tree(&parts["word/document.xml"]);
    assert!(styled(&document, "Heading1").iter().any(|p| p.words() == "一、总体要求"));
    assert!(styled(&document, "Heading2").iter().any(|p| p.words() == "（二）强化工作保障"));
    // A heading that runs into its text is marked in it, and still leads the navigation.
    let run_in =
        styled(&document, "OfficialText").into_iter().find(|p| p.words().starts_with("（一）")).expect("one");
    assert_eq!(run_in.value("w:outlineLvl"), Some("1"));
    let head =
        run_in.find("w:r").find(|run| run.value("w:rStyle") == Some("HeadingWords2")).expect("its heading");
    assert_eq!(head.words(), "（一）压实工作责任。");
}

#[test]
fn paragraphs_are_clean_and_set_by_styles() {
    let document = document(file("通知14"));
    let texts = styled(&document, "OfficialText");
    assert!(texts.len() > 3);
    for paragraph in &texts {
        let words = paragraph.find("w:t").map(|t| t.text.as_str()).collect::<String>();
        assert_eq!(words.trim(), words, "no blanks in place of an indent");
        assert!(paragraph.find("w:br").next().is_none(), "no line of the text is broken by hand");
    }
    assert!(
        document.find("w:p").filter(|p| p.words().is_empty()).count() <= 3,
        "no empty lines in place of room"
    );
}

#[test]
fn the_file_states_title_author_dates_and_language() {
    let parts = parts(file("函09"));
    let core = tree(&parts["docProps/core.xml"]);
    let said = |name: &str| core.child(name).map_or("", |node| node.text.as_str()).to_owned();
    assert_eq!(said("dc:title"), letter(9).title);
    assert_eq!(said("dc:creator"), properties("").author);
    assert_eq!(said("dcterms:created"), "2016-08-30T01:30:00Z");
    assert_eq!(said("dc:language"), "zh-CN");
    let language = tree(&parts["word/styles.xml"]);
    assert_eq!(language.find("w:lang").next().expect("a language").attribute("w:eastAsia"), "zh-CN");
}
