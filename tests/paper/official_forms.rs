//! Letters and orders on the finished PDF (GB/T 9704-2012, 10.1 and 10.2).
use press::document::{Annex, Document, Urgency};

use crate::official_ruler::*;
use crate::official_samples::*;

#[test]
fn a_letters_mark_and_double_lines_stand_where_the_standard_says() {
    let sheets = sheets("letter_lines", &letter(2));
    let page = &sheets[0];
    near(mark_ink(page), 30.0, "mark");
    let rules = red_rules(page);
    assert_eq!(rules.len(), 4);
    near(rules[0].0 - mark_foot(page), 4.0, "first line below the mark");
    near(297.0 - rules[3].0 - rules[3].1, 20.0, "second line above the page's foot");
    assert!(rules[0].1 > 2.0 * rules[1].1, "thick over thin");
    assert!(rules[3].1 > 2.0 * rules[2].1, "thin over thick");
    for rule in &rules {
        near(rule.3, 170.0, "width");
        near(rule.2, 20.0, "centred");
    }
}

#[test]
fn a_letters_number_and_marks_hang_below_the_first_line() {
    let document = Document { copy_number: Some(3), urgency: Some(Urgency::Most), ..letter(2) };
    let sheets = sheets("letter_number", &document);
    let page = &sheets[0];
    let rules = red_rules(page);
    let line_foot = rules[1].0 + rules[1].1;
    let number = line(page, 16.0, "示质强办函");
    near(top(number[0]) - line_foot, BODY * 7.0 / 8.0, "7/8 of a character below the line");
    near(right_of(&number, "号"), RIGHT, "number flush right");
    assert!(said(&number).starts_with("000003"), "{}", said(&number));
    let urgency = line(page, 16.0, "特急");
    near(urgency[0].x, LEFT, "urgency flush left");
    near(urgency[0].y - number[0].y, ROW, "one below the other");
    let title = page.lines(22.0).into_iter().find(|line| !red(&line[0].ink)).expect("a title");
    let last_row = foot(urgency[0]) + (ROW - BODY) / 2.0;
    near(empty_lines(last_row, title[0]) * ROW, 2.0 * ROW, "title two lines below");
}

#[test]
fn a_full_first_page_of_a_letter_ends_seven_eighths_above_the_second_line() {
    let plain = letter(0);
    let sheets = sheets("letter_full", &Document { body: PARAGRAPH.repeat(12), ..plain });
    let page = &sheets[0];
    let second = red_rules(page)[2].0;
    let last = page.lines(16.0).pop().expect("text");
    near(second - foot(last[0]), BODY * 7.0 / 8.0, "last line above the second line");
    assert!(page.text(14.0).is_empty(), "no number on the first page: {}", page.text(14.0));
    let next: String = sheets[1].text(14.0).chars().filter(|ch| *ch != ' ').collect();
    assert!(next.contains("—2—"), "{next}");
    let pitches: Vec<f64> = page.lines(16.0).windows(2).map(|pair| pair[1][0].y - pair[0][0].y).collect();
    assert!(pitches[2..].iter().all(|pitch| (ROW..ROW * 1.07).contains(&(pitch + 0.01))), "{pitches:?}");
}

#[test]
fn a_letters_imprint_has_neither_rules_nor_issuing_line() {
    for paragraphs in [1, 9] {
        let sheets = sheets(&format!("letter_imprint_{paragraphs}"), &letter(paragraphs));
        let last = sheets.last().expect("a page");
        assert!(last.bars.iter().all(|bar| red(&bar.ink)), "no black rule");
        let copies = line(last, 14.0, "抄送：市委督查室，市政府督查室。");
        near(left_of(&copies, "抄送"), LEFT + 14.0 * MM, "one character in");
        let row = 14.0 * MM * 1.7;
        near(copies[0].y + 0.12 * 14.0 * MM + (row - 14.0 * MM) / 2.0, BOTTOM, "at the foot of the type area");
        assert!(sheets.iter().all(|sheet| !sheet.text(14.0).contains("印发")), "no issuing line");
    }
}

#[test]
fn an_order_begins_twenty_millimetres_down_and_has_no_rule() {
    let sheets = sheets("order", &order());
    let page = &sheets[0];
    near(mark_ink(page), 37.0 + 20.0, "mark");
    assert!(red_rules(page).is_empty(), "no red rule");
    let number = line(page, 16.0, "第3号");
    near(empty_lines(mark_foot(page), number[0]) * ROW, 2.0 * ROW, "number two lines below the mark");
    near(left_of(&number, "第") - LEFT, RIGHT - right_of(&number, "号"), "centred");
    let text = line(page, 16.0, "一、总体要求");
    near(text[0].y - number[0].y, 3.0 * ROW, "text two lines below the number");
}

#[test]
fn an_order_is_signed_by_office_and_stamp() {
    let sheets = sheets("order_signed", &order());
    let page = &sheets[0];
    let last_text = page.lines(16.0).into_iter().rfind(|l| said(l).contains("按期完成")).expect("text");
    let (office, person) = (line(page, 16.0, "市长"), line(page, 22.0, "张示例"));
    near(right_of(&person, "例"), RIGHT - 4.0 * CELL, "stamp four cells from the right");
    near(left_of(&person, "张") - right_of(&office, "长"), 2.0 * CELL, "office two cells left of it");
    let middle = |glyph: &crate::minutes_read::Drawn| glyph.y - 0.38 * glyph.size * MM;
    near(middle(office[0]), middle(person[0]), "in its middle");
    let text_foot = foot(last_text[0]) + (ROW - BODY) / 2.0;
    near(middle(person[0]) - ROW - text_foot, 2.0 * ROW, "two lines below the text");
    let date = line(page, 16.0, "2016年8月30日");
    near(right_of(&date, "日"), RIGHT - 4.0 * CELL, "date four cells from the right");
    near(middle(date[0]) - middle(person[0]), 2.5 * ROW, "one line below the stamp");
}

#[test]
fn a_stamp_as_a_picture_stands_where_its_words_would() {
    let mut document = order();
    document.authorities[0].seal = Some(press::picture::Picture { pixels: (400, 200), ..seal() });
    let placed = placed(&document);
    let image = &placed.pages[0].images[0];
    near(image.x + image.w, RIGHT - 4.0 * CELL, "four cells from the right");
    assert!(image.h <= 2.0 * ROW + 0.01 && (image.w / image.h - 2.0).abs() < 0.01, "{} × {}", image.w, image.h);
}

#[test]
fn a_letter_of_one_page_keeps_its_annex_numbered_from_two() {
    let document = Document { annexes: vec![Annex { landscape: true, ..annex("示例数据表", 2) }], ..letter(1) };
    let sheets = sheets("letter_annex", &document);
    assert!(sheets[0].text(14.0).contains("抄送") || sheets.len() == 3, "{}", sheets.len());
    let turned: String = sheets[1].glyphs.iter().filter(|g| g.turned).map(|g| g.text.as_str()).collect();
    assert_eq!(turned.replace(' ', ""), "—2—");
}
