//! Bulletins under a ruler, on the finished PDF.
use press::bulletin::Bulletin;
use press::page::{Face, Ink, Placed};

use super::samples::{bulletin, four, item, place, twelve};
use crate::body::samples::{print, words};
use crate::minutes_read::{Drawn, Sheet, sheets};

const MM: f64 = 25.4 / 72.0;
const ROW: f64 = 225.0 / 22.0;

fn red(ink: &[f64]) -> bool {
    ink[0] > 0.5 && ink[1] < 0.1
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 0.05
}

fn said(line: &[&Drawn]) -> String {
    line.iter().map(|glyph| glyph.text.as_str()).collect()
}

fn read(name: &str, bulletin: &Bulletin) -> (Placed, Vec<Sheet>) {
    let placed = place(bulletin);
    let sheets = sheets(&print(name, &placed));
    (placed, sheets)
}

#[test]
fn the_name_is_red_large_and_in_the_middle() {
    for name in ["简报", "质量强市创建工作简报", "示例市创建“全国质量强市示范城市”工作领导小组办公室工作简报"]
    {
        let (_, sheets) = read("bulletin_name", &Bulletin { name: name.into(), ..four() });
        let size = sheets[0].glyphs.iter().filter(|g| red(&g.ink)).map(|g| g.size).fold(0.0, f64::max);
        let name_glyphs: Vec<&Drawn> = sheets[0].glyphs.iter().filter(|g| near(g.size, size)).collect();
        assert_eq!(said(&name_glyphs), name);
        assert!(size > 25.0, "{name}: {size} pt");
        for line in sheets[0].lines(size) {
            let wide = size * MM * line[0].stretch;
            let (left, right) = (line[0].x - 28.0, 184.0 - line[line.len() - 1].x - wide);
            assert!(left > -0.1 && (left - right).abs() < 0.5, "{name}: {left} {right}");
        }
    }
}

#[test]
fn number_issuer_and_date_stand_above_the_red_rule() {
    let (_, sheets) = read("bulletin_head", &four());
    let rule = sheets[0].bars.iter().find(|bar| red(&bar.ink) && near(bar.h, 0.7)).expect("the red rule");
    assert!(near(rule.x, 28.0) && near(rule.w, 156.0));
    let lines = sheets[0].lines(16.0);
    assert_eq!(said(&lines[0]), "第8期（总第20期）");
    assert_eq!(said(&lines[1]), "示例市创建工作领导小组办公室2016年8月30日");
    assert!(lines[1][0].y < rule.y && rule.y - lines[1][0].y < 5.0);
    assert!(lines[1][0].x < 28.0 + 6.0 && lines[1][lines[1].len() - 1].x > 184.0 - 12.0);
    let unsigned = Bulletin { number: None, date: None, ..four() };
    assert!(words(&place(&unsigned).pages[0]).contains("（未编号）"));
}

#[test]
fn the_guide_names_the_page_of_every_title() {
    for (name, bulletin) in [("bulletin_guide4", four()), ("bulletin_guide12", twelve())] {
        let (placed, sheets) = read(name, &bulletin);
        let guide: Vec<_> = sheets.iter().flat_map(|sheet| sheet.lines(14.0)).collect();
        // A title of two lines has its number on the second.
        let text: String = guide.iter().map(|line| said(line)).collect();
        for item in bulletin.columns.iter().flat_map(|column| &column.items) {
            let title: String = item.title.chars().filter(|ch| !ch.is_whitespace()).collect();
            let text: String = text.chars().filter(|ch| !ch.is_whitespace()).collect();
            let at = text.find(&title).unwrap_or_else(|| panic!("{title} is not listed: {text}"));
            let number: String = text[at + title.len()..]
                .trim_start_matches('…')
                .chars()
                .take_while(char::is_ascii_digit)
                .collect();
            let page = number.parse::<usize>().unwrap_or_else(|_| panic!("{title}: {number}"));
            let big = sheets[page - 1].text(18.0);
            assert!(big.contains(&title), "{title} is on page {page}: {big}");
        }
        for line in guide.iter().filter(|line| said(line).contains('…')) {
            let end = line[line.len() - 1];
            let right = end.x + crate::fonts().advance(Face::Song, '1') * 14.0 * MM;
            assert!((right - 184.0).abs() < 1.0, "{}: {right}", said(line));
        }
        let depths: Vec<u8> = placed.bookmarks.iter().map(|mark| mark.depth).collect();
        assert_eq!(depths[..3], [0, 1, 2]);
        assert_eq!(depths.iter().filter(|depth| **depth == 2).count(), guide_items(&bulletin));
        for mark in placed.bookmarks.iter().filter(|mark| mark.depth == 2) {
            let title: String = mark.title.chars().filter(|ch| !ch.is_whitespace()).collect();
            assert!(words(&placed.pages[mark.page]).contains(&title), "{title}");
        }
    }
    let three = bulletin(vec![press::bulletin::Column {
        name: "工作动态".into(),
        items: (0..3).map(|i| item(&format!("第{i}件"), "", 1)).collect(),
    }]);
    assert!(!words(&place(&three).pages[0]).contains("本期导读"), "three items need no guide");
}

fn guide_items(bulletin: &Bulletin) -> usize {
    bulletin.columns.iter().map(|column| column.items.len()).sum()
}

#[test]
fn text_stands_on_the_grid_and_titles_never_end_a_page() {
    let first = 37.0 + (ROW - 16.0 * MM) / 2.0 + 16.0 * MM * 0.88;
    for paragraphs in 1..9 {
        let mut long = twelve();
        long.columns[0].items[0] = item("示例标题", "示例局", paragraphs);
        let (_, sheets) = read("bulletin_grid", &long);
        for sheet in &sheets[1..] {
            let body: Vec<_> = sheet.lines(16.0).into_iter().filter(|l| !red(&l[0].ink)).collect();
            for line in &body {
                let row = (line[0].y - first) / ROW;
                assert!((row - row.round()).abs() < 0.01, "{} at row {row}", said(line));
            }
            let lowest = body.last().map_or(0.0, |line| line[0].y);
            for title in sheet.lines(18.0) {
                assert!(
                    title[0].y < lowest || sheet.bars.iter().any(|bar| bar.y > title[0].y),
                    "{}",
                    said(&title)
                );
            }
        }
    }
}

#[test]
fn the_foot_ends_with_the_type_area_and_its_returns_are_aligned() {
    let (placed, sheets) = read("bulletin_foot", &four());
    let last = sheets.last().expect("pages");
    let mut bars: Vec<_> = last.bars.iter().filter(|bar| !red(&bar.ink)).collect();
    bars.sort_by(|a, b| a.y.total_cmp(&b.y));
    let thickness: Vec<f64> = bars.iter().map(|bar| (bar.h * 100.0).round() / 100.0).collect();
    assert_eq!(thickness, [0.35, 0.25, 0.35]);
    assert!(near(bars[2].y + bars[2].h, 262.0) && bars.iter().all(|bar| near(bar.w, 156.0)));
    let lines = last.lines(14.0);
    let foot: Vec<_> = lines.iter().filter(|line| line[0].y > bars[0].y && line[0].y < 262.0).collect();
    let em = 14.0 * MM;
    let starts: Vec<String> = foot.iter().map(|line| said(line).chars().take(2).collect()).collect();
    assert_eq!(starts.iter().filter(|s| ["报：", "送：", "发："].contains(&s.as_str())).count(), 3);
    for line in &foot[..foot.len() - 1] {
        let labelled = ["报：", "送：", "发："].iter().any(|label| said(line).starts_with(label));
        let first = if labelled { line[2].x } else { line[0].x };
        assert!((first - (28.0 + 3.0 * em)).abs() < 0.6, "{} at {first}", said(line));
    }
    let copies = foot[foot.len() - 1];
    assert_eq!(said(copies), "共印120份");
    assert!((copies[copies.len() - 1].x + em - (184.0 - em)).abs() < 0.1);
    let editors = lines.iter().find(|line| said(line).starts_with("编辑：")).expect("the editors");
    assert!(editors[0].y < bars[0].y && bars[0].y - editors[0].y < 10.0);
    let lowest = last.lines(16.0).last().map_or(0.0, |line| line[0].y);
    assert!(lowest < editors[0].y, "text and foot do not meet");
    assert_eq!(placed.pages.iter().filter(|page| words(page).contains("共印120份")).count(), 1);
}

#[test]
fn the_source_stands_at_the_right_in_brackets() {
    let (_, sheets) = read("bulletin_source", &four());
    let lines: Vec<_> = sheets.iter().flat_map(|sheet| sheet.lines(16.0)).collect();
    for unit in ["（市创建办）", "（示例县人民政府）", "（示例区人民政府）", "（市农业局）"]
    {
        let line = lines.iter().find(|line| said(line).ends_with(unit)).unwrap_or_else(|| panic!("{unit}"));
        assert!(line[line.len() - 1].x > 184.0 - 6.0, "{unit} at {}", line[line.len() - 1].x);
    }
}

#[test]
fn forewords_are_kai_with_a_hei_label() {
    let placed = place(&four());
    let labels: Vec<_> = placed
        .pages
        .iter()
        .flat_map(|page| &page.runs)
        .filter(|run| {
            run.face == Face::Hei && run.glyphs.iter().map(|g| g.ch).collect::<String>() == "编者按："
        })
        .collect();
    assert_eq!(labels.len(), 2, "one for the issue, one for an item; no label twice");
    assert!(labels.iter().all(|run| run.ink == Ink::Black));
}
