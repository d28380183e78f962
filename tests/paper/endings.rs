//! What goes over with a signature (GB/T 9704-2012, 7.3.5.5): lines of text, rows of a table, never the list of annexes alone.
use press::document::{Annex, Document};

use crate::docx_read::document as word;
use crate::docx_samples::properties;
use crate::minutes_read::Sheet;
use crate::official_ruler::said;
use crate::official_samples::{placed, red_head, sheets};

const DATE: &str = "2016年8月30日";

fn signed(pages: &[Sheet]) -> &Sheet {
    pages.iter().find(|page| page.text(16.0).contains(DATE)).expect("a date")
}

fn lines(rows: usize) -> String {
    (0..rows).map(|i| format!("第{i}行示例\n")).collect()
}

fn table(rows: usize) -> String {
    let rows: String = (1..=rows).map(|i| format!("{i}\t监督抽查\t示例局\n")).collect();
    format!("序号\t任务\t单位\n{rows}")
}

fn listed(count: usize) -> Vec<Annex> {
    let annex = |i| Annex { title: format!("示例附件之{i}"), ..Annex::default() };
    (1..=count).map(annex).collect()
}

#[test]
fn the_last_rows_of_a_table_go_with_the_signature() {
    for before in [0, 1, 4] {
        for rows in 3..64 {
            let document = Document { body: lines(before) + &table(rows), ..red_head(0) };
            assert_eq!(placed(&document).notes, [""; 0], "{before} lines, {rows} rows");
            let pages = sheets("table_end", &document);
            let cells = signed(&pages).text(12.0);
            assert!(
                cells.contains("监督抽查"),
                "{before} lines, {rows} rows: only {cells} with the signature"
            );
            assert!(cells.contains("序号"), "{before} lines, {rows} rows: the head is repeated");
            let all: String = pages.iter().map(|page| page.text(12.0)).collect();
            assert_eq!(all.matches("监督抽查").count(), rows, "no row is lost or set twice");
        }
    }
}

#[test]
fn a_large_table_gives_up_two_rows_and_no_more_than_it_must() {
    let pages: Vec<usize> = (20..60)
        .map(|rows| {
            let document = Document { body: lines(2) + &table(rows), ..red_head(0) };
            signed(&sheets("table_rows", &document)).text(12.0).matches("监督抽查").count()
        })
        .collect();
    assert!(pages.iter().all(|rows| *rows >= 2), "{pages:?}");
    assert!(pages.contains(&2), "where the table just fills its page two rows go over: {pages:?}");
}

#[test]
fn the_list_of_annexes_and_the_signature_take_text_along() {
    for rows in 2..48 {
        for annexes in [1, 3, 6] {
            let document = Document { body: lines(rows), annexes: listed(annexes), ..red_head(0) };
            let pages = sheets("listed_end", &document);
            let text =
                signed(&pages).lines(16.0).iter().filter(|line| said(line).ends_with("行示例")).count();
            assert!(text >= 2, "{rows} rows, {annexes} annexes: {text} lines with the signature");
            assert_eq!(placed(&document).notes, [""; 0]);
        }
    }
}

#[test]
fn where_no_text_can_go_over_the_paper_says_so_and_stands_all_the_same() {
    let scan = image::GrayImage::from_pixel(1200, 1700, image::Luma([200]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    scan.write_to(&mut bytes, image::ImageFormat::Png).expect("a PNG");
    let scan = press::picture::Picture::read("扫描件", bytes.into_inner()).expect("a picture");
    let body = format!("{}![](扫描件)", lines(4));
    let document = Document { body, pictures: vec![scan], ..red_head(0) };
    let placed = placed(&document);
    assert_eq!(placed.notes.len(), 1);
    assert!(placed.notes[0].contains("请在正文末尾补写一两行") && placed.notes[0].contains("7.3.5.5"));
    let all: String = sheets("bare", &document).iter().map(|page| page.text(16.0)).collect();
    assert!(all.contains(DATE) && !all.contains("此页无正文"));
}

#[test]
fn word_keeps_the_list_and_the_last_rows_with_the_signature() {
    let write = |document: &Document| {
        press::docx::write_document(document, crate::fonts(), &properties("示例")).expect("a file")
    };
    let kept = |node: &crate::docx_read::Node| node.find("w:keepNext").next().is_some();
    // So many rows that the signature would stand alone.
    let ends =
        |document: &Document| signed(&sheets("kept", document)).text(12.0).matches("监督抽查").count() == 2;
    let with = |rows: usize| Document { body: lines(2) + &table(rows), ..red_head(0) };
    let document = (20..60).map(with).find(ends).expect("one of these");
    let file = word(&write(&document));
    let rows: Vec<_> =
        file.find("w:tbl").find(|table| table.words().contains("序号")).expect("it").find("w:tr").collect();
    assert!(kept(rows[rows.len() - 1]) && kept(rows[rows.len() - 2]) && !kept(rows[rows.len() - 3]));
    let list = Document { body: lines(12), annexes: listed(6), ..red_head(0) };
    let file = word(&write(&list));
    let entries = crate::docx_read::styled(&file, "AnnexList");
    assert!(entries.len() == 6 && entries.iter().all(|entry| kept(entry)));
}
