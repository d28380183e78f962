//! 编者按, columns and items of a bulletin as parts of the flow.
use super::super::area::Area;
use super::super::body;
use super::super::flow::{Block, Item, Row};
use super::super::grid::{self, CELL, ROW, Style, WIDTH};
use super::ITEM;
use crate::Fault;
use crate::bulletin::{Bulletin, Column};
use crate::fonts::Fonts;
use crate::page::{Face, Ink, Page, Rule};
use crate::text::{self, Line, MM_PER_PT, Measure, meaning};

/// Title of an item: 小二 (18 pt) 小标宋.
const TITLE_PT: f64 = 18.0;
/// Name of a column: 三号 (16 pt) 黑体 in red, its characters this far apart (sizes) while there is room.
const COLUMN_PT: f64 = 16.0;
const COLUMN_PITCH: f64 = 1.25;
/// Red rules at both sides of a column's name: thickness and distance from it, mm.
const RULE: f64 = 0.35;
const AWAY: f64 = 5.0;
/// The label of an editor's foreword.
const LABEL: &str = "编者按：";

/// Everything between the head and the foot, 本期导读 left out.
pub(super) fn of(bulletin: &Bulletin, fonts: &Fonts) -> Result<Vec<Item>, Fault> {
    let mut items = foreword(&bulletin.foreword, fonts);
    for column in bulletin.columns.iter().filter(|column| !column.items.is_empty()) {
        self::column(&mut items, column, bulletin, fonts)?;
    }
    Ok(items)
}

/// 编者按 in 楷体, its label in 黑体.
fn foreword(foreword: &str, fonts: &Fonts) -> Vec<Item> {
    let clean = text::clean(foreword);
    let text = clean.trim();
    let text =
        text.strip_prefix("编者按").map_or(text, |rest| rest.trim_start_matches(['：', ':', ' ', '　']));
    let paragraphs = text.split('\n').map(str::trim).filter(|p| !p.is_empty());
    let mut items = Vec::new();
    for (i, paragraph) in paragraphs.enumerate() {
        let label = if i == 0 { LABEL } else { "" };
        let parts = [(label, Face::Hei), (paragraph, Face::Kai)];
        items.extend(body::paragraph(&parts, Area::UPRIGHT, fonts).into_iter().map(row));
    }
    items
}

fn row(line: Line) -> Item {
    Item::Row(Row { line: Some(line), keep: false })
}

/// An empty row between two parts.
fn part(items: &mut Vec<Item>) {
    if !items.is_empty() {
        items.push(Item::Row(Row::EMPTY));
    }
}

fn column(items: &mut Vec<Item>, column: &Column, bulletin: &Bulletin, fonts: &Fonts) -> Result<(), Fault> {
    let name = text::clean_line(&column.name);
    if !name.is_empty() {
        part(items);
        items.push(Item::Mark { title: name.clone(), depth: 1 });
        items.push(Item::Block(named(&name, fonts)));
    }
    for (i, item) in column.items.iter().enumerate() {
        if i > 0 || name.is_empty() {
            part(items);
        }
        let title = text::clean_line(&item.title);
        items.push(Item::Mark { title: title.clone(), depth: ITEM });
        items.extend(titled(&title, fonts));
        items.extend(foreword(&item.foreword, fonts));
        let body = body::items(&item.body, &bulletin.pictures, Area::UPRIGHT, fonts)
            .map_err(|why| Fault::new(format!("稿件《{title}》：{why}")))?;
        // The outline of a bulletin ends with its items.
        items.extend(body.into_iter().filter(|item| !matches!(item, Item::Mark { .. })));
        source(items, &text::clean_line(&item.source), fonts);
    }
    Ok(())
}

/// A column's name in the middle of two rows, red rules at its sides.
fn named(name: &str, fonts: &Fonts) -> Block {
    let em = COLUMN_PT * MM_PER_PT;
    let pitch = COLUMN_PITCH * em;
    let wide = grid::line(name, Face::Hei, pitch, fonts);
    // The white that a wide pitch adds is beside the characters, not at the ends.
    let (line, stretch) = if wide.width <= WIDTH * 0.7 {
        (wide, 1.0)
    } else {
        let natural = grid::line(name, Face::Hei, em, fonts);
        let narrow = (WIDTH / natural.width.max(0.1)).min(1.0);
        (grid::line(name, Face::Hei, em * narrow, fonts), narrow)
    };
    let mut stencil = Page::default();
    let left = (WIDTH - line.width) / 2.0;
    let style = Style { size_pt: COLUMN_PT, ink: Ink::Red, stretch };
    grid::put(&mut stencil, &line, fonts, (left, grid::baseline(0.0, 2.0 * ROW, COLUMN_PT)), style);
    let w = left - AWAY;
    if w > AWAY {
        for x in [0.0, WIDTH - w] {
            stencil.rules.push(Rule { x, y: ROW - RULE / 2.0, w, h: RULE, ink: Ink::Red });
        }
    }
    Block { rows: 2, stencil, keep: true }
}

/// A title in the middle, broken at meaning, a row for each line.
fn titled(title: &str, fonts: &Fonts) -> Vec<Item> {
    if title.is_empty() {
        return Vec::new();
    }
    let cell = TITLE_PT * MM_PER_PT;
    let cells = |s: &str| text::width(s, Face::BiaoSong, 1.0 / MM_PER_PT, fonts);
    let lines = meaning::lines(title, WIDTH / cell, &cells).into_iter().map(|words| {
        let line = grid::line(&words, Face::BiaoSong, cell, fonts);
        let mut stencil = Page::default();
        let at = ((WIDTH - line.width) / 2.0, grid::baseline(0.0, ROW, TITLE_PT));
        grid::put(&mut stencil, &line, fonts, at, Style::black(TITLE_PT));
        Item::Block(Block { rows: 1, stencil, keep: true })
    });
    lines.collect()
}

/// The unit in brackets at the right: at the end of the last line if there is room, else below it.
fn source(items: &mut Vec<Item>, source: &str, fonts: &Fonts) {
    if source.is_empty() {
        return;
    }
    let bare = source.trim_start_matches('（').trim_end_matches('）');
    let words = format!("（{bare}）");
    let measure = Measure { width: WIDTH, first: 0.0, rest: 0.0, cell: CELL };
    let mut lines = text::break_lines(&text::units(&words, Face::FangSong, CELL, fonts), measure);
    for line in &mut lines {
        let shift = WIDTH - line.width;
        line.glyphs.iter_mut().for_each(|set| set.x += shift);
    }
    if let Some(Item::Row(Row { line: Some(last), keep })) = items.last_mut() {
        let begins = lines.first().and_then(|line| line.glyphs.first()).map_or(0.0, |set| set.x);
        if lines.len() == 1 && last.width + 2.0 * CELL <= begins {
            last.glyphs.append(&mut lines[0].glyphs);
            last.width = WIDTH;
            return;
        }
        *keep = true;
    }
    items.extend(lines.into_iter().map(|mut line| {
        line.width = WIDTH;
        row(line)
    }));
}
