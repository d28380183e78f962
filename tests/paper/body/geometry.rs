//! Tables and pictures under a ruler, on the finished PDF.
use press::page::Placed;

use super::samples::{self, PARAGRAPH, SPENDING, picture, place, print, tasks, words};
use crate::forms::geometry::{Drawn, check_page};
use crate::minutes_read::{Bar, Sheet, sheets};

const MM: f64 = 25.4 / 72.0;
const ROW: f64 = 225.0 / 22.0;

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 0.05
}

/// Baselines of body text must be those of the grid.
fn on_the_grid(sheet: &Sheet, from: &str) -> usize {
    let first = 37.0 + (ROW - 16.0 * MM) / 2.0 + 16.0 * MM * 0.88;
    let mut seen = from.is_empty();
    let mut count = 0;
    for line in sheet.lines(16.0) {
        let text: String = line.iter().map(|glyph| glyph.text.as_str()).collect();
        seen |= text.starts_with(from);
        let row = (line[0].y - first) / ROW;
        if seen {
            assert!((row - row.round()).abs() < 0.01, "{text} stands at row {row}");
            count += 1;
        }
    }
    count
}

fn black(sheet: &Sheet) -> Vec<&Bar> {
    sheet.bars.iter().filter(|bar| bar.ink.iter().all(|value| *value < 0.1)).collect()
}

fn measured(name: &str, placed: &Placed) -> Vec<Sheet> {
    let read = sheets(&print(name, placed));
    for (sheet, page) in read.iter().zip(&placed.pages) {
        assert_eq!(sheet.bars.len(), page.rules.len(), "{name}: every rule is one rectangle");
        let bars = black(sheet).into_iter().map(|bar| (bar.x, bar.y, bar.x + bar.w, bar.y + bar.h));
        let drawn = Drawn { rules: bars.collect(), ..Drawn::from_placed(&samples::black(page)) };
        let faults = check_page(&drawn, press::form::Paper::Upright);
        assert!(faults.is_empty(), "{name}: {}", faults.join("\n"));
        for bar in black(sheet) {
            assert!(bar.x > 27.95 && bar.x + bar.w < 184.05, "{name}: a rule leaves the type area: {bar:?}");
            assert!(bar.y > 36.95 && bar.y + bar.h < 262.05, "{name}: a rule leaves the type area: {bar:?}");
        }
    }
    read
}

#[test]
fn a_table_is_as_wide_as_the_type_area_and_the_text_after_it_returns_to_the_grid() {
    let placed = place(&format!("{PARAGRAPH}\n{SPENDING}\n{PARAGRAPH}\n{PARAGRAPH}"), Vec::new());
    let read = measured("body_spending", &placed);
    let lines: usize = read.iter().enumerate().map(|(i, s)| on_the_grid(s, ["会议指出", ""][i.min(1)])).sum();
    assert!(lines >= 6, "{lines}");
    let frame: Vec<_> =
        black(&read[0]).into_iter().filter(|bar| near(bar.w, 156.0) && near(bar.h, 0.5)).collect();
    assert_eq!(frame.len(), 2, "upper and lower edge");
    assert!(frame.iter().all(|bar| near(bar.x, 28.0)));
    let inner = black(&read[0]).into_iter().filter(|bar| near(bar.h, 0.25)).count();
    assert_eq!(inner, 3, "four rows have three rules between");
}

#[test]
fn heads_are_hei_numbers_stand_right_and_caption_and_unit_share_a_line() {
    let read = measured("body_numbers", &place(SPENDING, Vec::new()));
    let lines = read[0].lines(12.0);
    let said = |i: usize| lines[i].iter().map(|glyph| glyph.text.as_str()).collect::<String>();
    assert_eq!(said(0), "经费支出情况表");
    assert_eq!(said(1), "项目预算数支出数比例");
    assert!(lines[..2].iter().flatten().all(|glyph| glyph.font.contains("Hei")));
    assert!(lines[2..].iter().flatten().all(|glyph| glyph.font.contains("Fang")));
    let unit = &read[0].lines(10.5)[0];
    let end = unit[unit.len() - 1].x + 10.5 * MM;
    assert!(near(end, 184.0) && (unit[0].y - lines[0][0].y).abs() < 3.0, "the unit at the right: {end}");
    let right = |text: &str| {
        let line =
            lines.iter().find(|line| line.iter().map(|g| g.text.as_str()).collect::<String>().contains(text));
        let line = line.unwrap_or_else(|| panic!("{text}"));
        let words: String = line.iter().map(|g| g.text.as_str()).collect();
        line[words.chars().count()
            - words
                .chars()
                .rev()
                .collect::<String>()
                .find(&text.chars().rev().collect::<String>())
                .expect("there")
            - 1]
        .x
    };
    assert!((right("98") - right("1,005.25")).abs() < 2.5, "amounts end below each other");
}

#[test]
fn merged_cells_are_one_box_and_their_words_stand_in_its_middle() {
    let rows: String = (1..=40).map(|i| format!("{i}\t{i}\t{}\t{}\n", 100 + i, 200 + i)).collect();
    let table = format!("支出统计表\t<<\t<<\t<<\n序号\t代码\t数量\t<<\n^^\t^^\t上年\t本年\n{rows}");
    let placed = place(&format!("{PARAGRAPH}\n{table}\n{PARAGRAPH}"), Vec::new());
    let read = measured("body_merged", &placed);
    let said =
        |line: &[&crate::minutes_read::Drawn]| line.iter().map(|g| g.text.as_str()).collect::<String>();
    assert_eq!(
        read.iter().flat_map(|sheet| sheet.lines(12.0)).filter(|line| said(line) == "支出统计表").count(),
        1
    );
    for (sheet, page) in read.iter().zip(&placed.pages).filter(|(_, page)| !page.rules.is_empty()) {
        let lines = sheet.lines(12.0);
        let find =
            |words: &str| lines.iter().find(|line| said(line).contains(words)).expect("the head, repeated");
        let (upper, lower) = (find("数量"), find("上年"));
        let middle = |words: &str, line: &[&crate::minutes_read::Drawn]| {
            let first = line.iter().position(|g| words.starts_with(&g.text)).expect("there");
            (line[first].x + line[first + 1].x + 12.0 * MM) / 2.0
        };
        let between = (middle("上年", lower) + middle("本年", lower)) / 2.0;
        let upright: Vec<_> = page.rules.iter().filter(|rule| rule.h > rule.w && rule.w < 0.3).collect();
        let parting = upright.iter().map(|rule| rule.x).fold(0.0, f64::max);
        assert!((parting - between).abs() < 15.0, "the rule stands between the years: {parting} {between}");
        let begins = |rule: &&&press::page::Rule| (rule.x - parting).abs() < 0.1;
        let top = upright.iter().filter(begins).map(|rule| rule.y).fold(f64::MAX, f64::min);
        assert!(top > upper[0].y, "no rule goes through 数量: it begins at {top}");
        let serial = find("序号")[0].y;
        assert!(serial > upper[0].y && serial < lower[0].y, "序号 stands between both rows of the head");
    }
    assert!(read.len() > 1, "the head of two rows is repeated");
}

#[test]
fn a_long_table_repeats_its_head_and_no_row_stands_alone() {
    for rows in 14..30 {
        let placed = place(&format!("{PARAGRAPH}\n{}\n{PARAGRAPH}", tasks(rows)), Vec::new());
        let read = measured(&format!("body_tasks_{rows}"), &placed);
        for page in placed.pages.iter().filter(|page| !page.rules.is_empty()).skip(1) {
            assert!(words(page).starts_with("序号工作任务主要内容牵头单位完成时限"), "{}", words(page));
            let ends = words(page).matches("月底前").count();
            assert!(ends >= 2, "{rows} rows: {ends} on the last page");
        }
        assert!(read.len() > 1 && read.iter().all(|sheet| on_the_grid(sheet, "会议指出") < 23));
        let captions =
            placed.pages.iter().filter(|page| words(page).contains("重点工作任务分解表序号工作任务"));
        assert_eq!(captions.count(), 1, "the caption stays with its table");
    }
}

#[test]
fn a_caption_goes_with_its_table_to_the_next_page() {
    for before in 4..20 {
        let body = format!("{}一、任务安排\n{SPENDING}", "会议强调，要抓好落实。\n".repeat(before));
        let placed = place(&body, Vec::new());
        for page in &placed.pages {
            let text = words(page);
            let (heading, table) = (text.contains("一、任务安排"), text.contains("合计"));
            assert_eq!(heading, table, "{before} rows before");
            assert_eq!(text.contains("经费支出情况表"), table, "{before} rows before");
        }
    }
}

#[test]
fn pictures_keep_their_ratio_inside_the_type_area() {
    let sizes = [(300, 200), (4000, 3000), (3000, 4000), (200, 3000), (6000, 300), (1654, 2339), (24, 24)];
    for (w, h) in sizes {
        let body = format!("{PARAGRAPH}\n![检查现场](a.png)\n{PARAGRAPH}");
        let placed = place(&body, vec![picture("a.png", (w, h))]);
        let read = measured(&format!("body_picture_{w}_{h}"), &placed);
        assert!(read.iter().all(|sheet| on_the_grid(sheet, "会议指出") > 0 || sheet.lines(16.0).is_empty()));
        let (page, image) = placed
            .pages
            .iter()
            .find_map(|page| page.images.first().map(|image| (page, image)))
            .expect("the picture");
        assert!((image.h / image.w - f64::from(h) / f64::from(w)).abs() < 1e-6, "ratio");
        assert!(image.x > 27.99 && image.x + image.w < 184.01, "{w}×{h}: {image:?}");
        assert!(image.y > 37.0 && image.y + image.h < 262.0);
        assert!(near(image.x - 28.0, 184.0 - image.x - image.w), "centred");
        let scan = (w, h) == (1654, 2339);
        assert!(
            image.h < 225.0 * if scan { 0.9 } else { 0.5 } && (!scan || image.h > 150.0),
            "{w}×{h}: {}",
            image.h
        );
        let caption: Vec<_> = page.runs.iter().filter(|run| run.size_pt == 12.0).collect();
        let said: String = caption.iter().flat_map(|run| run.glyphs.iter().map(|g| g.ch)).collect();
        assert_eq!(said, "检查现场");
        let below = caption[0].y - (image.y + image.h);
        assert!(below > 3.0 && below < 8.0, "the caption is below its picture: {below}");
    }
}
