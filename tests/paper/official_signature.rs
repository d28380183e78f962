//! Signatures, seals, dates and notes (GB/T 9704-2012, 7.3.5 and 7.3.6).
use press::document::{Authority, Document, Kind, Sealing};
use press::page::Image;

use crate::official_ruler::*;
use crate::official_samples::*;

const SEAL: f64 = 42.0;

fn images(document: &Document) -> Vec<(usize, Image)> {
    let pages = placed(document).pages.into_iter().enumerate();
    pages.flat_map(|(at, page)| page.images.into_iter().map(move |image| (at, image))).collect()
}

#[test]
fn name_and_date_stand_in_the_lower_half_of_the_seal() {
    let document = red_head(2);
    let sheets = sheets("seal", &document);
    let (at, seal) = images(&document).remove(0);
    let page = &sheets[at];
    let (name, date) = (line(page, 16.0, "示例市人民政府"), line(page, 16.0, "2016年8月30日"));
    near(right_of(&date, "日"), RIGHT - 4.0 * CELL, "date four cells from the right");
    let middle = |line: &[&crate::minutes_read::Drawn], a: &str, b: &str| (left_of(line, a) + right_of(line, b)) / 2.0;
    near(middle(&name, "示", "府"), middle(&date, "2016", "日"), "name over the middle of the date");
    near(date[0].y - name[0].y, ROW, "date below the name");
    near(seal.w, SEAL, "width of the seal");
    near(seal.x + seal.w / 2.0, middle(&date, "2016", "日"), "seal over the middle of the date");
    let centre = seal.y + seal.h / 2.0;
    for (glyph, what) in [(name[0], "name"), (date[0], "date")] {
        assert!(glyph.y - 0.38 * BODY > centre && foot(glyph) < seal.y + seal.h, "{what} in the lower half");
    }
    let text = page.lines(16.0).into_iter().rfind(|line| said(line).contains("按期完成")).expect("text");
    let gap = seal.y - foot(text[0]);
    assert!((0.0..=ROW).contains(&gap), "{gap} mm between text and seal");
}

#[test]
fn a_missing_seal_keeps_its_place() {
    let mut without = red_head(2);
    without.authorities[0].seal = None;
    let (a, b) = (sheets("sealed", &red_head(2)), sheets("unsealed", &without));
    assert_eq!(a.len(), b.len());
    for (a, b) in a.iter().zip(&b) {
        assert_eq!(a.glyphs.len(), b.glyphs.len());
        assert!(a.glyphs.iter().zip(&b.glyphs).all(|(a, b)| a.text == b.text && a.x == b.x && a.y == b.y));
    }
}

#[test]
fn without_a_seal_the_name_stands_two_cells_in_and_the_date_two_cells_right_of_it() {
    let document = Document { sealing: Sealing::None, ..red_head(1) };
    let sheets = sheets("none", &document);
    let page = &sheets[0];
    let (name, date) = (line(page, 16.0, "示例市人民政府"), line(page, 16.0, "2016年8月30日"));
    near(right_of(&name, "府"), RIGHT - 2.0 * CELL, "name two cells from the right");
    near(left_of(&date, "2016") - left_of(&name, "示"), 2.0 * CELL, "date two cells right of the name");
    near(date[0].y - name[0].y, ROW, "date below the name");
    let text = page.lines(16.0).into_iter().rfind(|line| said(line).contains("按期完成")).expect("text");
    near(name[0].y - text[0].y, 2.0 * ROW, "one line below the text");
}

#[test]
fn a_date_longer_than_the_name_stands_two_cells_in() {
    let document =
        Document { sealing: Sealing::None, authorities: vec![authority("质监局")], ..red_head(1) };
    let sheets = sheets("short_name", &document);
    let (name, date) = (line(&sheets[0], 16.0, "质监局"), line(&sheets[0], 16.0, "2016年8月30日"));
    near(right_of(&date, "日"), RIGHT - 2.0 * CELL, "date two cells from the right");
    near(left_of(&date, "2016") - left_of(&name, "质"), 2.0 * CELL, "name two cells left of it");
}

#[test]
fn joint_seals_stand_in_rows_of_three_and_do_not_touch() {
    for count in 2..=12 {
        let document = joint(count);
        let seals = images(&document);
        assert_eq!(seals.len(), count);
        for (i, (page, seal)) in seals.iter().enumerate() {
            assert!(seal.x >= LEFT - 0.01 && seal.x + seal.w <= RIGHT + 0.01, "{count}: seal {i} leaves the type area");
            assert!(seal.y >= 37.0 - 0.01 && seal.y + seal.h <= BOTTOM + 0.01, "{count}: seal {i} at {}", seal.y);
            for (other_page, other) in &seals[..i] {
                let (dx, dy) = (seal.x - other.x, seal.y - other.y);
                assert!(page != other_page || dx.hypot(dy) > SEAL + 1.0, "{count}: {i} touches another seal");
            }
            let row = seals.iter().filter(|(p, s)| p == page && (s.y - seal.y).abs() < 0.01).count();
            assert!(row <= 3, "{row} seals in a row");
        }
    }
}

#[test]
fn each_joint_seal_rests_over_its_name_and_the_last_over_the_date_too() {
    for count in [2, 3, 4, 5, 7, 12] {
        let document = joint(count);
        let sheets = sheets(&format!("seals_{count}"), &document);
        let seals = images(&document);
        for ((page, seal), authority) in seals.iter().zip(&document.authorities) {
            let centre = seal.x + seal.w / 2.0;
            let glyphs: Vec<_> = sheets[*page]
                .glyphs
                .iter()
                .filter(|g| g.size == 16.0 && g.y > seal.y && g.y < seal.y + seal.h && (g.x + BODY / 2.0 - centre).abs() < 40.0)
                .collect();
            let text = said(&glyphs);
            let half: String = authority.name.chars().take(5).collect();
            assert!(text.contains(&half), "{count}: {} under its seal, not {text}", authority.name);
        }
        let (page, last) = &seals[count - 1];
        let date = line(&sheets[*page], 16.0, "2016年8月30日");
        near((left_of(&date, "2016") + right_of(&date, "日")) / 2.0, last.x + last.w / 2.0, "date under the last seal");
        assert!(foot(date[0]) < last.y + last.h);
    }
}

#[test]
fn a_signature_never_stands_without_two_lines_of_text() {
    for rows in 2..60 {
        for document in [red_head(0), letter(0), Document { sealing: Sealing::None, ..red_head(0) }] {
            let body: String = (0..rows).map(|i| format!("第{i}行示例\n")).collect();
            let pages = sheets("lines", &Document { body, ..document });
            let page = pages.iter().find(|page| page.text(16.0).contains("2016年8月30日")).expect("a date");
            let text = page.lines(16.0).iter().filter(|line| said(line).ends_with("行示例")).count();
            assert!(text >= 2, "{rows} rows: {text} lines with the signature");
            assert!(pages[0].lines(16.0).iter().any(|line| said(line).ends_with("行示例")), "the first page shows text");
            let all: String = pages.iter().map(|page| page.text(16.0)).collect();
            assert!(!all.contains("此页无正文"));
        }
    }
}

#[test]
fn a_heading_is_not_left_behind_when_text_goes_with_a_signature() {
    for rows in 4..30 {
        let line = "第示例行\n".repeat(rows);
        let body = format!("{line}一、示例标题\n{}", "最后两行示例。".repeat(6));
        for page in sheets("left_behind", &Document { body, ..red_head(0) }) {
            let lines = page.lines(16.0);
            assert!(!lines.last().is_some_and(|line| said(line).contains("示例标题")), "{rows} rows");
        }
    }
}

#[test]
fn a_note_stands_in_brackets_below_the_date() {
    for note in ["此件公开发布", "（此件公开发布）"] {
        for sealing in [Sealing::Seal, Sealing::None] {
            let document = Document { note: note.into(), sealing, ..red_head(1) };
            let sheets = sheets("note", &document);
            let page = sheets.iter().find(|page| page.text(16.0).contains("公开发布")).expect("the note");
            let (date, note) = (line(page, 16.0, "2016年8月30日"), line(page, 16.0, "（此件公开发布）"));
            near(note[0].y - date[0].y, ROW, "on the next line");
            near(left_of(&note, "此"), LEFT + 3.0 * CELL, "two cells in");
        }
    }
}

#[test]
fn a_document_without_a_date_shows_where_it_will_stand() {
    let document = Document { date: None, number: None, ..red_head(2) };
    let text: String = sheets("undated", &document).iter().map(|page| page.text(16.0)).collect();
    assert!(text.contains("年月日") && text.contains("（未编号）"), "{text}");
}

#[test]
fn joint_stamps_stand_below_each_other() {
    let names = [("市长", "张示例"), ("局长", "李示例"), ("主任", "王示例")];
    let authorities = names.map(|(office, person)| Authority { name: office.into(), seal: None, person: person.into() });
    let document = Document { kind: Kind::Order, authorities: authorities.into(), ..order() };
    let sheets = sheets("stamps", &document);
    let page = sheets.iter().find(|page| page.text(22.0).contains("王示例")).expect("stamps");
    let lines: Vec<_> = names.iter().map(|(_, person)| line(page, 22.0, person)).collect();
    for pair in lines.windows(2) {
        assert!(pair[1][0].y - pair[0][0].y >= 2.0 * ROW, "the host above");
        near(pair[0][0].x, pair[1][0].x, "aligned");
    }
}
