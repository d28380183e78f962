//! Annexes: the list below the text and the pages of their own (GB/T 9704-2012, 7.3.4, 7.3.7, 8).
use press::document::{Annex, Document};

use crate::official_ruler::*;
use crate::official_samples::*;

fn with(annexes: Vec<Annex>) -> Document {
    Document { annexes, ..red_head(2) }
}

#[test]
fn the_list_stands_one_line_below_the_text_with_returns_below_the_names() {
    let long = "示例市创建全国质量强市示范城市重点任务分解表及成员单位责任分工一览表";
    let annexes = vec![annex(long, 1), annex("考核评分细则。", 1), annex("联络员名单", 1)];
    let sheets = sheets("annex_list", &Document { annexes, ..red_head(3) });
    let page = sheets.iter().find(|page| page.text(16.0).contains("附件：")).expect("a list");
    let lines = page.lines(16.0);
    let at = lines.iter().position(|line| said(line).contains("附件：")).expect("the list");
    near(lines[at][0].y - lines[at - 1][0].y, 2.0 * ROW, "one line below the text");
    assert!(said(&lines[at]).starts_with("附件：1.示例市"), "{}", said(&lines[at]));
    near(lines[at][0].x, LEFT + 2.0 * CELL, "two cells in");
    let name = left_of(&lines[at], "示例市");
    near(name, LEFT + 6.0 * CELL, "after 附件：1.");
    near(lines[at + 1][0].x, name, "returns below the name");
    let second = line(page, 16.0, "2.考核评分细则");
    assert!(said(&second).ends_with("细则"), "no mark at the end: {}", said(&second));
    near(left_of(&second, "考核"), name, "names below each other");
}

#[test]
fn one_annex_has_no_number() {
    let sheets = sheets("one_annex", &with(vec![annex("示例名单", 1)]));
    let all: String = sheets.iter().map(|page| page.text(16.0)).collect();
    assert!(all.contains("附件：示例名单") && !all.contains("附件1"), "{all}");
}

#[test]
fn ten_annexes_keep_their_names_in_one_column() {
    let annexes: Vec<Annex> = (1..=11).map(|i| annex(&format!("示例名单之{i}"), 0)).collect();
    let sheets = sheets("eleven", &with(annexes));
    let lines: Vec<_> = sheets.iter().flat_map(|page| page.lines(16.0)).collect();
    let names: Vec<f64> =
        lines.iter().filter(|line| said(line).contains("示例名单之")).map(|line| left_of(line, "示例名单")).collect();
    assert_eq!(names.len(), 11);
    assert!(names.iter().all(|x| (x - names[0]).abs() < 0.1), "{names:?}");
}

#[test]
fn an_annex_begins_a_page_with_its_label_and_its_title_on_the_third_line() {
    let sheets = sheets("annex_page", &with(vec![annex("重点任务分解表", 2), annex("考核评分细则", 2)]));
    for (label, title) in [("附件1", "重点任务分解表"), ("附件2", "考核评分细则")] {
        let page = sheets.iter().find(|page| page.text(16.0).starts_with(label)).expect(label);
        let first = line(page, 16.0, label);
        near(first[0].x, LEFT, "flush left");
        near(first[0].y - 0.38 * BODY - ROW / 2.0, 37.0, "on the first line");
        assert!(first.iter().all(|g| g.font.contains("Hei") || g.text == "1" || g.text == "2"));
        let heading = line(page, 22.0, title);
        near(heading[0].y - 0.38 * 22.0 * MM - ROW / 2.0, 37.0 + 2.0 * ROW, "on the third line");
        let last = title.chars().last().expect("one").to_string();
        near(left_of(&heading, title) - LEFT, RIGHT - right_of(&heading, &last), "centred");
        let text = line(page, 16.0, "一、总体要求");
        near(text[0].y - 0.38 * BODY - ROW / 2.0, 37.0 + 4.0 * ROW, "text after an empty line");
    }
}

#[test]
fn annexes_come_in_order_after_the_signature_and_before_the_imprint() {
    let sheets = sheets("order_of_annexes", &with(vec![annex("甲表", 1), annex("乙表", 30)]));
    let at = |words: &str, size: f64| sheets.iter().rposition(|page| page.text(size).contains(words)).expect("words");
    let (date, first, second) = (at("2016年8月30日", 16.0), at("附件1", 16.0), at("附件2", 16.0));
    let imprint = at("抄送：", 14.0);
    assert!(date < first && first < second && second < imprint, "{date} {first} {second} {imprint}");
    assert_eq!(imprint, sheets.len() - 1);
    assert_eq!(sheets.len() % 2, 0);
}

#[test]
fn a_landscape_annex_fills_its_sheet_and_keeps_the_number_in_its_place() {
    let wide = Annex { landscape: true, ..annex("示例任务分解表", 9) };
    let document = with(vec![annex("甲表", 1), wide]);
    let placed = placed(&document);
    let sheets = sheets("landscape", &document);
    let mut seen = 0;
    for (at, (page, sheet)) in placed.pages.iter().zip(&sheets).enumerate().filter(|(_, (page, _))| page.w > page.h) {
        seen += 1;
        assert_eq!((page.w, page.h), (297.0, 210.0));
        for glyph in sheet.glyphs.iter().filter(|g| !g.turned) {
            assert!(glyph.x > 35.0 - 3.0 && glyph.x + glyph.size * MM * 0.5 < 260.5, "{glyph:?}");
            assert!(top(glyph) > 27.9 && foot(glyph) < 184.1, "{glyph:?}");
        }
        // Turned upright again: y counts from the sheet's right edge, x is the height.
        let number: Vec<_> = sheet.glyphs.iter().filter(|g| g.turned).collect();
        assert_eq!(said(&number).replace(' ', ""), format!("—{}—", at + 1));
        let (_, ink) = crate::fonts().ink(press::page::Face::Song, '—').expect("a dash");
        let dash = number[0];
        near(297.0 - dash.x - ink * 14.0 * MM, BOTTOM + 7.0, "7 mm below the type area");
        let em = 14.0 * MM;
        if at % 2 == 0 {
            near(number[number.len() - 1].y + em, RIGHT - em, "odd at the right");
        } else {
            near(dash.y, LEFT + em, "even at the left");
        }
        let lines = sheet.lines(16.0);
        assert!(lines.len() <= 15);
        let widest = lines.iter().map(|line| line[line.len() - 1].x + BODY).fold(0.0, f64::max);
        assert!(widest > 258.0, "the lines use the sheet's width: {widest}");
    }
    assert!(seen >= 2, "{seen} landscape pages");
}

#[test]
fn an_annex_without_text_is_only_listed() {
    let sheets = sheets("bound_separately", &with(vec![annex("示例图册", 0), annex("示例名单", 1)]));
    let all: String = sheets.iter().map(|page| page.text(16.0)).collect();
    assert!(all.contains("1.示例图册") && !all.contains("附件1") && all.contains("附件2"), "{all}");
}

#[test]
fn the_outline_leads_to_title_headings_and_annexes() {
    let document = with(vec![annex("甲表", 2), Annex { landscape: true, ..annex("乙表", 1) }]);
    let placed = placed(&document);
    let outline: Vec<(u8, &str)> = placed.bookmarks.iter().map(|b| (b.depth, b.title.as_str())).collect();
    let wanted = [
        (0, document.title.as_str()),
        (1, "一、总体要求"),
        (2, "（一）加强组织领导"),
        (0, "附件1　甲表"),
        (1, "一、总体要求"),
        (2, "（一）加强组织领导"),
        (0, "附件2　乙表"),
        (1, "一、总体要求"),
    ];
    assert_eq!(outline, wanted);
    let places: Vec<(usize, f64)> = placed.bookmarks.iter().map(|b| (b.page, b.y)).collect();
    assert!(places.is_sorted_by(|a, b| a.0 < b.0 || (a.0 == b.0 && a.1 < b.1)), "{places:?}");
}

#[test]
fn minutes_have_an_outline_too() {
    let minutes = crate::minutes_samples::minutes("一、会议情况\n（一）示例要求。各单位要落实。\n二、下一步工作\n示例。");
    let outline: Vec<(u8, String)> =
        placed(&minutes).bookmarks.into_iter().map(|b| (b.depth, b.title)).collect();
    let words: Vec<(u8, &str)> = outline.iter().map(|(depth, words)| (*depth, words.as_str())).collect();
    assert_eq!(words, [(0, "示例会议纪要"), (1, "一、会议情况"), (2, "（一）示例要求"), (1, "二、下一步工作")]);
}
