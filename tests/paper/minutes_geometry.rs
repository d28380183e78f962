//! Minutes on the finished PDF, measured with a ruler (GB/T 9704-2012).
use press::document::Document;
use press::page::Face;

use crate::minutes_read::{Drawn, Sheet};
use crate::minutes_samples::{HAN, body_of, group, minutes, sheets};

const MM: f64 = 25.4 / 72.0;
const CELL: f64 = 156.0 / 28.0;
const ROW: f64 = 225.0 / 22.0;

fn red(ink: &[f64]) -> bool {
    ink[0] > 0.5 && ink[1] < 0.1 && ink[2] < 0.1
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 0.05
}

fn said(line: &[&Drawn]) -> String {
    line.iter().map(|g| g.text.as_str()).collect()
}

fn number(sheet: &Sheet) -> String {
    sheet.text(14.0).chars().filter(char::is_ascii_digit).collect()
}

#[test]
fn the_marks_ink_begins_35_mm_below_the_type_area() {
    for mark in [
        "会议纪要",
        "示例市质量强市工作领导小组会议纪要",
        "绵阳市创建“全国质量强市示范城市”工作领导小组联席会议纪要",
    ] {
        let sheets = sheets("mark", &Document { mark: mark.into(), ..minutes(HAN) });
        let red: Vec<&Drawn> = sheets[0].glyphs.iter().filter(|g| red(&g.ink)).collect();
        assert_eq!(said(&red), mark);
        let first: Vec<_> = red.iter().filter(|g| near(g.y, red[0].y)).collect();
        let top = first.iter().filter_map(|g| {
            let (_, top) = crate::fonts().ink(Face::BiaoSong, g.text.chars().next()?)?;
            Some(g.y - top * g.size * MM)
        });
        let top = top.fold(f64::MAX, f64::min);
        assert!(near(top, 37.0 + 35.0), "{mark}: top edge at {top} mm");
        for glyph in &red {
            let (wide, tall) = (glyph.size * MM * glyph.stretch, glyph.size * MM);
            assert!(wide <= 15.01 && tall <= 22.01, "{mark}: {wide} × {tall} mm");
            assert!(
                glyph.x >= 28.0 - 0.05 && glyph.x + wide <= 184.1,
                "{mark}: {} leaves the type area",
                glyph.text
            );
        }
    }
}

#[test]
fn the_red_rule_is_as_wide_as_the_type_area() {
    let sheets = sheets("rule", &minutes(HAN));
    let bars: Vec<_> = sheets[0].bars.iter().filter(|bar| red(&bar.ink)).collect();
    assert_eq!(bars.len(), 1);
    assert!(near(bars[0].x, 28.0) && near(bars[0].w, 156.0), "{bars:?}");
    let above = sheets[0]
        .lines(16.0)
        .into_iter()
        .find(|line| said(line).contains("2016年8月30日"))
        .expect("the date");
    // The foot of the line above is the foot of its character box: 0.12 em below the baseline.
    let gap = bars[0].y - (above[0].y + 0.12 * 16.0 * MM);
    assert!(near(gap, 4.0), "{gap} mm");
    let title = sheets[0].lines(22.0);
    assert!(title[0][0].y - 22.0 * MM > bars[0].y + 2.0 * ROW, "two lines below the rule");
}

#[test]
fn a_full_page_holds_22_lines_of_28_characters() {
    let sheets = sheets("grid", &minutes(&HAN.repeat(100)));
    let lines = sheets[1].lines(16.0);
    assert_eq!(lines.len(), 22);
    for (i, line) in lines.iter().enumerate() {
        assert_eq!(line.len(), 28, "line {}", i + 1);
        for (column, glyph) in line.iter().enumerate() {
            assert!(near(glyph.x, 28.0 + column as f64 * CELL), "column {column} at {}", glyph.x);
        }
        assert!(near(line[0].y - lines[0][0].y, i as f64 * ROW), "line pitch");
    }
    let (first, last) = (lines[0][0].y, lines[21][0].y);
    assert!(first - 16.0 * MM * 0.88 >= 37.0 && last + 16.0 * MM * 0.12 <= 262.0);
}

#[test]
fn nothing_of_the_body_leaves_the_type_area() {
    let body = "一、示例标题\n会议指出，“质量”——是企业的生命……要在2016年12月30日前，按〔2016〕5号文件办理ISO9001认证。".repeat(60);
    for sheet in sheets("area", &minutes(&body)) {
        for glyph in sheet.glyphs.iter().filter(|g| g.size > 14.5) {
            let wide = glyph.size
                * MM
                * if press::text::marks::is_narrow(glyph.text.chars().next().expect("one")) {
                    0.3
                } else {
                    0.5
                };
            assert!(
                glyph.x
                    >= 27.9
                        - if press::text::marks::not_last(glyph.text.chars().next().expect("one")) {
                            3.0
                        } else {
                            0.0
                        }
            );
            assert!(glyph.x + wide <= 184.1, "{glyph:?}");
            assert!(glyph.y > 37.0 && glyph.y < 262.0, "{glyph:?}");
        }
    }
}

#[test]
fn page_numbers_stand_7_mm_below_odd_right_even_left() {
    let sheets = sheets("numbers", &minutes(&body_of(3)));
    for (i, sheet) in sheets.iter().enumerate() {
        let lines = sheet.lines(14.0);
        let line = lines.iter().find(|line| said(line).contains('—')).expect("a page number");
        assert_eq!(said(line).replace(' ', ""), format!("—{}—", i + 1));
        let (_, top) = crate::fonts().ink(Face::Song, '—').expect("a dash");
        assert!(near(line[0].y - top * 14.0 * MM, 262.0 + 7.0));
        let em = 14.0 * MM;
        let (left, right) = (line[0].x, line[line.len() - 1].x + em);
        if i % 2 == 0 {
            assert!((right - (184.0 - em)).abs() < 0.2, "odd at the right: {right}");
        } else {
            assert!((left - (28.0 + em)).abs() < 0.2, "even at the left: {left}");
        }
    }
}

#[test]
fn the_imprint_ends_with_the_type_area_on_an_even_page() {
    for pages in [1, 2, 3, 12] {
        let sheets = sheets(&format!("{pages}_pages"), &minutes(&body_of(pages)));
        assert_eq!(sheets.len() % 2, 0, "{pages} pages of text");
        let (last, rest) = sheets.split_last().expect("pages");
        let mut bars: Vec<_> = last.bars.iter().filter(|bar| !red(&bar.ink)).collect();
        bars.sort_by(|a, b| a.y.total_cmp(&b.y));
        let thickness: Vec<f64> = bars.iter().map(|bar| (bar.h * 100.0).round() / 100.0).collect();
        assert_eq!(thickness, [0.35, 0.25, 0.35], "{pages} pages of text");
        assert!(bars.iter().all(|bar| near(bar.x, 28.0) && near(bar.w, 156.0)));
        assert!(near(bars[2].y + bars[2].h, 262.0), "ends at {}", bars[2].y + bars[2].h);
        assert!(last.text(14.0).contains("抄送：市委办公室，市政府办公室。"), "{}", last.text(14.0));
        assert!(last.text(14.0).contains("2016年8月30日印发"));
        assert!(rest.iter().all(|sheet| sheet.bars.iter().all(|bar| red(&bar.ink))));
        let lowest = last.glyphs.iter().filter(|g| g.size > 15.0).map(|g| g.y).fold(0.0, f64::max);
        assert!(lowest < bars[0].y, "text and imprint do not meet");
    }
}

#[test]
fn an_empty_page_before_the_imprint_and_its_page_have_no_number() {
    // Two pages of text, filled so far that the imprint no longer fits.
    let line = format!("{}\n", &HAN[..30]);
    let found =
        (1..40).map(|n| line.repeat(n)).map(|body| sheets("blank", &minutes(&body))).find(|s| s.len() == 4);
    let sheets = found.expect("a length that needs an empty page");
    assert_eq!((number(&sheets[0]), number(&sheets[1])), ("1".into(), "2".into()));
    assert!(sheets[2].glyphs.is_empty() && sheets[2].bars.is_empty(), "empty, without a number");
    assert!(!sheets[3].text(14.0).contains('—'), "the imprint's page has no number");
}

#[test]
fn levels_are_set_in_their_faces() {
    let sheets =
        sheets("levels", &minutes("一、总体要求\n（一）责任分工。各单位要落实。\n1.分解任务\n（1）质量月"));
    let lines = sheets[0].lines(16.0);
    let find =
        |start: &str| lines.iter().find(|l| said(l).starts_with(start)).unwrap_or_else(|| panic!("{start}"));
    assert!(find("一、").iter().all(|g| g.font.contains("Hei")));
    let second = find("（一）");
    assert!(second[..8].iter().all(|g| g.font.contains("Kai")), "{second:?}");
    assert!(second[8..].iter().all(|g| g.font.contains("Fang")));
    for start in ["1.", "（1）"] {
        assert!(find(start).iter().all(|g| g.font.contains("Fang")));
    }
    for start in ["一、", "1."] {
        assert!((find(start)[0].x - (28.0 + 2.0 * CELL)).abs() < 0.1, "two characters in");
    }
}

#[test]
fn a_heading_never_ends_a_page() {
    for rows in 1..24 {
        let body = format!(
            "{}一、示例标题\n（一）第二级\n{}",
            format!("{}\n", &HAN[..30]).repeat(rows),
            HAN.repeat(20)
        );
        for sheet in sheets("heading", &minutes(&body)) {
            let lines = sheet.lines(16.0);
            let Some(last) = lines.last() else { continue };
            assert!(
                !said(last).starts_with("一、") && !said(last).starts_with("（一）"),
                "{rows} rows before"
            );
        }
    }
}

#[test]
fn a_long_title_is_broken_between_words() {
    let title = "关于研究部署创建“全国质量强市示范城市”下一阶段重点工作有关问题的会议纪要";
    let sheets = sheets("title", &Document { title: title.into(), ..minutes(HAN) });
    let lines = sheets[0].lines(22.0);
    let lines: Vec<_> = lines.into_iter().filter(|line| !red(&line[0].ink)).collect();
    assert_eq!(lines.iter().map(|l| said(l)).collect::<String>(), title);
    assert_eq!(lines.len(), 2);
    assert_ne!(lines[0].len(), lines[1].len(), "a trapezoid, not a rectangle");
    for line in &lines {
        let (left, right) = (line[0].x - 28.0, 184.0 - line[line.len() - 1].x - 22.0 * MM);
        assert!((left - right).abs() < 0.2, "centred: {left} {right}");
        let text = said(line);
        assert_eq!(
            text.matches('“').count(),
            text.matches('”').count(),
            "a name in marks is not torn: {text}"
        );
    }
}

#[test]
fn sixty_attendees_are_aligned_after_the_colon() {
    let names: Vec<String> =
        (0..60).map(|i| format!("示例{}", char::from_u32(0x4E00 + i * 7).expect("Han"))).collect();
    let entries: Vec<&str> = names.iter().map(String::as_str).collect();
    let units: Vec<String> =
        (0..20).map(|i| format!("示例单位第{i}处：张示例、李示例、王示例、赵示例、钱示例、孙示例")).collect();
    let units: Vec<&str> = units.iter().map(String::as_str).collect();
    let document =
        Document { attendance: vec![group("出席", &entries), group("列席", &units)], ..minutes(HAN) };
    let sheets = sheets("sixty", &document);
    let text: String = sheets.iter().map(|s| s.text(16.0)).collect();
    assert!(names.iter().chain(&names).all(|name| text.contains(name.as_str())));
    let after_colon = 28.0 + 5.0 * CELL;
    let lines: Vec<_> = sheets.iter().flat_map(|s| s.lines(16.0)).collect();
    let from = lines.iter().position(|l| said(l).starts_with("出席：")).expect("the block");
    for line in &lines[from..] {
        let labelled = said(line).starts_with("出席：") || said(line).starts_with("列席：");
        let first = if labelled { line[3] } else { line[0] };
        assert!((first.x - after_colon).abs() < 0.1, "{} at {}", said(line), first.x);
        assert_eq!(labelled, line[0].font.contains("Hei"), "the label alone is 黑体");
    }
}
