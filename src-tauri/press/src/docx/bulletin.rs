//! A bulletin (工作简报) as a Word file: red head, 本期导读 with page numbers that Word computes, columns and items as levels of
//! its navigation, foot between black rules.
use super::body::{self, Setting};
use super::facts::{Facts, Seen};
use super::guide;
use super::head::{BASELINE, Head, Place};
use super::heads::{NO_DATE, NO_NUMBER, ends, said};
use super::imprint::{self, Entry, Row, Stand};
use super::official::check;
use super::para::{bookmark, paragraph, run};
use super::props::{Chars, Line, Para, add_tab};
use super::styles;
use super::units::{PITCH, RED, twips};
use super::writer::{Writer, least};
use super::xml::Element;
use crate::Fault;
use crate::bulletin::{Bulletin, Item};
use crate::fonts::Fonts;
use crate::layout;
use crate::page::{Face, Ink};
use crate::pdf::Properties;
use crate::text::{self, MM_PER_PT, meaning};

/// Width of the type area, mm.
const WIDTH: f64 = 156.0;
/// Left edge of the type area, mm.
const LEFT: f64 = 28.0;
/// Rules beside a column's name: distance from it, mm, and thickness, points.
const AWAY: f64 = 5.0;
const RULE_PT: f64 = 1.0;
/// Middle of a character of 三号 above its baseline, points.
const MIDDLE_PT: f64 = 0.38 * 16.0;
/// Title of an item: 小二 (18 pt).
const TITLE_PT: f64 = 18.0;
/// A column's name stands in the middle of two lines: room above and below it in twips.
const AROUND: i32 = PITCH / 2;
/// Level of 一、 in an item for Word's navigation: below column and item.
const OUTLINE: u8 = 2;

/// Writes a bulletin as DOCX.
///
/// # Errors
/// A [`Fault`] where the bulletin cannot be set (`layout` says why), names a picture that is not there, or there is no
/// face to measure with.
pub fn write_bulletin(bulletin: &Bulletin, fonts: &Fonts, properties: &Properties) -> Result<Vec<u8>, Fault> {
    check(fonts)?;
    let facts = Facts::of(&layout::place_bulletin(bulletin, fonts)?);
    let mut writer = Writer::new();
    let section = writer.section(&bulletin.watermarks, false);
    writer.extend(head(bulletin, &facts).paragraphs);
    writer.extend(guide::paragraphs(bulletin, &facts));
    let mut seen = facts.lines.iter();
    let mut named = facts.lines.iter().filter(|line| line.ink == Ink::Red && line.face == Face::Hei);
    let mut parted = foreword(&mut writer, &bulletin.foreword, None);
    for column in bulletin.columns.iter().filter(|column| !column.items.is_empty()) {
        let name = text::clean_line(&column.name);
        if !name.is_empty() {
            let before = AROUND + if parted { PITCH } else { 0 };
            let props = Para { before: Some(before), after: Some(AROUND), ..Para::of(styles::COLUMN) };
            let rules = named.next().map(|line| beside(&mut writer, line)).unwrap_or_default();
            writer.extend([paragraph(&props, rules.into_iter().chain([run(spread(&name), &name)]))]);
        }
        for (i, item) in column.items.iter().enumerate() {
            let room = parted && (i > 0 || name.is_empty());
            put_item(&mut writer, item, bulletin, (fonts, room.then_some(PITCH)), &mut seen)?;
            parted = true;
        }
    }
    put_foot(&mut writer, bulletin, &facts);
    writer.finish(&section, properties)
}

fn head(bulletin: &Bulletin, facts: &Facts) -> Head {
    let mut head = Head::new();
    let kind = text::clean_line(&bulletin.kind);
    let (extra, name): (Vec<&Seen>, Vec<&Seen>) =
        facts.mark().into_iter().partition(|line| !kind.is_empty() && line.words() == without_blanks(&kind));
    head.mark(&name);
    if let Some(line) = extra.first() {
        let chars = Chars { colour: Some(RED), ..Chars::default() };
        let props = Para { outline: None, ..Para::of(styles::TITLE) };
        head.put(props, [run(chars, &kind)], Place::grid(line.y, 1, None));
    }
    let from = facts.mark().last().map_or(0.0, |line| line.y);
    let rule = facts.rules.first();
    let lines = facts.between(from, rule.map_or(f64::MAX, |rule| rule.y));
    if let Some(line) = lines.first() {
        let number = said(bulletin.number.as_deref(), NO_NUMBER);
        head.put(Para::of(styles::NUMBER), [run(Chars::default(), &number)], Place::grid(line.y, 1, None));
    }
    if let Some(line) = lines.last() {
        let (props, runs) = ends(&bulletin.issuer, &said(bulletin.date.as_deref(), NO_DATE));
        head.put(props, runs, Place::grid(line.y, 1, rule));
    }
    // The text begins on the grid.
    let below = facts.between(rule.map_or(from, |rule| rule.y), f64::MAX);
    if let Some(room) = below.first().and_then(|line| head.room_before(line.y)) {
        let props = Para { line: Some(Line::Exact(room)), ..Para::of(styles::HEAD_LINE) };
        head.paragraphs.push(paragraph(&props, []));
    }
    head
}

fn without_blanks(words: &str) -> String {
    words.chars().filter(|ch| !ch.is_whitespace()).collect()
}

/// Red rules at both sides of a column's name, as far from it as on paper; they move with its paragraph.
fn beside(writer: &mut Writer, name: &Seen) -> Vec<Element> {
    // Drawn-out characters have white at their right; both rules are as long as that at the left.
    let long = name.left() - LEFT - AWAY;
    let sides = [(0.0, long), (WIDTH - long, WIDTH)].into_iter().filter(|_| long > AWAY);
    let points = |mm: f64| mm / MM_PER_PT;
    let rule = |(from, to): (f64, f64)| {
        let style = format!(
            "position:absolute;margin-left:{:.1}pt;margin-top:{:.1}pt;width:{:.1}pt;height:{RULE_PT}pt;z-index:1;\
            mso-position-horizontal-relative:margin;mso-position-vertical-relative:text",
            points(from),
            f64::from(PITCH) / 20.0 * BASELINE - MIDDLE_PT - RULE_PT / 2.0,
            points(to - from)
        );
        let shape = Element::new("v:rect")
            .with("id", format!("ColumnRule{}", writer.next_shape()))
            .with("style", style)
            .with("fillcolor", format!("#{RED}"))
            .with("stroked", "f");
        Element::new("w:r").child(Element::new("w:pict").child(shape))
    };
    sides.map(rule).collect()
}

/// A short name of a column is drawn out a little.
fn spread(name: &str) -> Chars {
    let wide = name.chars().count() as f64 * 1.25 * 16.0 * MM_PER_PT <= WIDTH * 0.7;
    Chars { spacing: wide.then_some(80), ..Chars::default() }
}

/// 编者按 in 楷体, its label in 黑体; tells whether there was one.
fn foreword(writer: &mut Writer, words: &str, before: Option<i32>) -> bool {
    let clean = text::clean(words);
    let words = clean.trim();
    let words =
        words.strip_prefix("编者按").map_or(words, |rest| rest.trim_start_matches(['：', ':', ' ', '　']));
    let mut label = Some(run(Chars { style: Some(styles::LABEL), ..Chars::default() }, "编者按："));
    let mut any = false;
    for part in words.split('\n').map(str::trim).filter(|part| !part.is_empty()) {
        let props = Para { before: before.filter(|_| !any), ..Para::of(styles::FOREWORD) };
        writer.extend([paragraph(&props, label.take().into_iter().chain([run(Chars::default(), part)]))]);
        any = true;
    }
    any
}

fn put_item<'a>(
    writer: &mut Writer,
    item: &Item,
    bulletin: &Bulletin,
    (fonts, before): (&Fonts, Option<i32>),
    seen: &mut impl Iterator<Item = &'a Seen>,
) -> Result<(), Fault> {
    let title = text::clean_line(&item.title);
    if !title.is_empty() {
        let cells = |words: &str| text::width(words, Face::BiaoSong, 1.0 / MM_PER_PT, fonts);
        let lines = meaning::lines(&title, WIDTH / (TITLE_PT * MM_PER_PT), &cells);
        let number = writer.next_bookmark();
        let runs = bookmark(number, &guide::target(number), run(Chars::default(), &lines.join("\n")));
        writer.extend([paragraph(&Para { before, ..Para::of(styles::ITEM) }, runs)]);
    }
    foreword(writer, &item.foreword, None);
    let setting = Setting { pictures: &bulletin.pictures, fonts, outline: OUTLINE, landscape: false };
    let mut body = body::elements(writer, &item.body, setting, before.filter(|_| title.is_empty()))
        .map_err(|why| Fault::new(format!("稿件《{title}》：{why}")))?;
    put_source(&mut body, &text::clean_line(&item.source), seen);
    writer.extend(body);
    Ok(())
}

/// The unit in brackets at the right: in the last line of the text where the placed page has room for it there.
fn put_source<'a>(body: &mut Vec<Element>, source: &str, seen: &mut impl Iterator<Item = &'a Seen>) {
    if source.is_empty() {
        return;
    }
    let words = format!("（{}）", source.trim_start_matches('（').trim_end_matches('）'));
    let bare = without_blanks(&words);
    let ends = |line: &&Seen| line.segments.last().is_some_and(|segment| segment.words == bare);
    let shared = seen.find(ends).is_some_and(|line| line.segments.len() > 1);
    // The last line may be a heading in another face.
    let sourced = run(Chars { face: Some(Face::FangSong), ..Chars::default() }, &format!("\t{words}"));
    let properties = body.last_mut().filter(|_| shared).and_then(|last| last.find_mut("w:pPr"));
    if let Some(properties) = properties {
        add_tab(properties, "right", twips(WIDTH));
        if let Some(last) = body.last_mut() {
            last.push(sourced);
        }
        return;
    }
    body.push(paragraph(&Para::of(styles::SOURCE), [run(Chars::default(), &words)]));
}

fn put_foot(writer: &mut Writer, bulletin: &Bulletin, facts: &Facts) {
    let rows = foot(bulletin);
    let Some(table) = imprint::table(&rows, imprint::seen(facts, &rows).0, Stand::Foot) else { return };
    if facts.last_text_page() + 1 < facts.pages {
        writer.extend([paragraph(&Para { new_page: true, ..Para::of(styles::NORMAL) }, [])]);
    }
    writer.extend([table, least()]);
}

/// 编辑 above the rules; then 报, 送, 发; then 共印N份.
fn foot(bulletin: &Bulletin) -> Vec<Row> {
    let lists = [("报", &bulletin.report_to), ("送", &bulletin.send_to), ("发", &bulletin.issue_to)];
    let entry = |(label, units): (&str, &Vec<String>)| {
        let units: Vec<String> =
            units.iter().map(|unit| text::clean_line(unit)).filter(|unit| !unit.is_empty()).collect();
        let list = units.join("，");
        let list = list.trim_end_matches(['。', '，', '；']);
        (!list.is_empty()).then(|| Entry::List { label: 2, words: format!("{label}：{list}。") })
    };
    let receivers: Vec<Entry> = lists.into_iter().filter_map(entry).collect();
    let copies =
        bulletin.copies.map(|count| Entry::Ends { left: String::new(), right: format!("共印{count}份") });
    let parts = [receivers, copies.into_iter().collect()];
    let editors = text::clean_line(&bulletin.editors);
    let above = Row { entries: vec![Entry::List { label: 0, words: editors.clone() }], rules: (None, None) };
    let ruled = imprint::ruled(parts.into_iter().filter(|part| !part.is_empty()).collect());
    [above].into_iter().filter(|_| !editors.is_empty()).chain(ruled).collect()
}
