//! Bad input gives a sentence, odd input a file that opens.
use press::bulletin::{Bulletin, Column, Item};
use press::document::{Annex, Document, Kind};
use press::fonts::Fonts;
use proptest::prelude::*;

use crate::docx_read::{document, parts, tree};
use crate::docx_samples::{bulletin, notice, properties, record};

fn fault(document: &Document) -> String {
    let written = press::docx::write_document(document, crate::fonts(), &properties("示例"));
    written.expect_err("a fault").message
}

fn open(sample: &Document) -> crate::docx_read::Node {
    let file = press::docx::write_document(sample, crate::fonts(), &properties("示例")).expect("a file");
    for (path, bytes) in parts(&file) {
        if path.ends_with(".xml") || path.ends_with(".rels") {
            tree(&bytes);
        }
    }
    document(&file)
}

#[test]
fn a_picture_that_is_not_there_is_named() {
    let message =
        fault(&Document { body: "正文。\n![现场](现场.png)\n以上。".into(), ..record(1) });
    assert!(message.contains("现场.png") && message.contains("请"), "{message}");
    let item = Item { title: "示例".into(), body: "![图](没有.png)".into(), ..Item::default() };
    let columns = vec![Column { name: String::new(), items: vec![item] }];
    let bulletin = Bulletin { columns, ..bulletin(1) };
    let message =
        press::docx::write_bulletin(&bulletin, crate::fonts(), &properties("示例")).expect_err("a fault");
    assert!(message.message.contains("没有.png"), "{message}");
}

#[test]
fn a_table_too_wide_and_lists_too_long_are_refused_as_on_paper() {
    let row: Vec<String> = (0..90).map(|i| format!("第{i}列很宽的内容123456")).collect();
    let body = format!("{}\n{}", row.join("\t"), row.join("\t"));
    let wide = Document { body: body.clone(), ..record(1) };
    let paper = press::layout::place_document(&wide, crate::fonts()).expect_err("a fault");
    assert_eq!(fault(&wide), paper.message);
    assert!(
        fault(&Document { copies_to: vec!["示例市某某单位办公室".repeat(20); 80], ..record(1) })
            .contains("抄送")
    );
}

#[test]
fn without_faces_nothing_is_measured() {
    let none = Fonts::default();
    let why = press::docx::write_document(&record(1), &none, &properties("示例")).expect_err("a fault");
    assert!(why.message.contains("字体"), "{why}");
    let why = press::docx::write_bulletin(&bulletin(1), &none, &properties("示例")).expect_err("a fault");
    assert!(why.message.contains("字体"), "{why}");
}

#[test]
fn an_annex_without_a_name_is_refused_as_on_paper() {
    let annexes = vec![Annex { body: "示例".into(), ..Annex::default() }];
    assert!(fault(&Document { annexes, ..notice(3) }).contains("附件"));
}

#[test]
fn marks_of_xml_and_characters_that_xml_forbids_do_no_harm() {
    let odd = "</w:t>&amp;<b>“]]>”\u{0}\u{7}\u{FFFE}\u{FFFF}\u{B}甲👍🏽⼯";
    let sample = Document { body: odd.into(), copies_to: vec!["<市委>&".into()], ..record(1) };
    let words = open(&sample).words();
    assert!(words.contains("</w:t>&amp;<b>“]]>”") && words.contains("<市委>&"), "{words}");
    let titled =
        press::docx::write_document(&record(1), crate::fonts(), &properties("<&\u{1}>")).expect("a file");
    let core = tree(&parts(&titled)["docProps/core.xml"]);
    assert_eq!(core.child("dc:title").map(|title| title.text.as_str()), Some("<&>"));
}

#[test]
fn empty_documents_are_files_too() {
    open(&Document { kind: Kind::Minutes, ..Document::default() });
    let file =
        press::docx::write_bulletin(&Bulletin::default(), crate::fonts(), &properties("")).expect("a file");
    document(&file);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_a_file_that_does_not_open(body in "[\\PC\t\n一二（）、1.。甲]{0,200}", mark in "\\PC{0,40}") {
        let sample = Document { mark: mark.clone(), title: mark, body: body.clone(), ..record(1) };
        match press::docx::write_document(&sample, crate::fonts(), &properties(&body)) {
            Ok(file) => for (path, bytes) in parts(&file) {
                if path.ends_with(".xml") { tree(&bytes); }
            },
            Err(why) => prop_assert!(!why.message.is_empty()),
        }
    }
}
