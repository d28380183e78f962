//! 本期导读: the titles by column, dotted leaders, page numbers at the right. Three lines stand on two rows of the grid.
use super::super::flow::{Block, Item, Row};
use super::super::grid::{self, ROW, Style, WIDTH};
use crate::bulletin::Bulletin;
use crate::fonts::Fonts;
use crate::page::{Face, Ink, Page, Rule};
use crate::text::{self, Line, MM_PER_PT, Set, meaning};

/// 四号 (14 pt).
const SIZE_PT: f64 = 14.0;
const EM: f64 = SIZE_PT * MM_PER_PT;
/// Heading: 三号 (16 pt), its characters this far apart, in sizes.
const HEAD_PT: f64 = 16.0;
const HEAD_PITCH: f64 = 1.6;
/// Titles stand this far in, in sizes.
const INDENT: f64 = 2.0;
/// Room of the page number, in sizes: three digits.
const NUMBER: f64 = 1.5;
/// A leader is at least this long, in sizes.
const LEADER: f64 = 2.0;
/// Lines on so many rows of the grid.
const LINES: usize = 3;
const ON_ROWS: usize = 2;
/// Red rule that closes it, mm.
const RULE: f64 = 0.35;

/// A line of the guide before it is set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// Name of the column that begins with this item.
    column: Option<String>,
    title: String,
}

/// All items in order.
pub(super) fn entries(bulletin: &Bulletin) -> Vec<Entry> {
    let column = |column: &crate::bulletin::Column| {
        let name = Some(text::clean_line(&column.name)).filter(|name| !name.is_empty());
        let items = column.items.iter().enumerate();
        let entry = |(i, item): (usize, &crate::bulletin::Item)| Entry {
            column: name.clone().filter(|_| i == 0),
            title: text::clean_line(&item.title),
        };
        items.map(entry).collect::<Vec<_>>()
    };
    bulletin.columns.iter().flat_map(column).collect()
}

/// The guide in blocks, ruled off from a foreword; `pages` are the items' page numbers, those not known yet stay blank.
pub(super) fn items(entries: &[Entry], foreword: bool, pages: &[usize], fonts: &Fonts) -> Vec<Item> {
    let mut items = vec![Item::Block(heading(fonts))];
    let mut lines: Vec<(Line, bool)> = Vec::new();
    for (i, entry) in entries.iter().enumerate() {
        let column = entry.column.iter().flat_map(|name| named(name, fonts));
        lines.extend(column.map(|line| (line, true)));
        let set = titled(&entry.title, pages.get(i).copied(), fonts);
        let count = set.len();
        lines.extend(set.into_iter().enumerate().map(|(n, line)| (line, n + 1 < count)));
    }
    for chunk in lines.chunks(LINES) {
        let mut stencil = Page::default();
        let pitch = ROW * ON_ROWS as f64 / LINES as f64;
        for (n, (line, _)) in chunk.iter().enumerate() {
            let y = grid::baseline(n as f64 * pitch, pitch, SIZE_PT);
            grid::put(&mut stencil, line, fonts, (0.0, y), Style::black(SIZE_PT));
        }
        // A column's name at the end goes with the title after it.
        let keep = chunk.last().is_some_and(|(_, keep)| *keep);
        let rows = (chunk.len() as f64 * pitch / ROW - 1e-9).ceil() as usize;
        items.push(Item::Block(Block { rows, stencil, keep }));
    }
    // A column's name has red rules of its own.
    items.push(match entries.first() {
        Some(Entry { column: Some(_), .. }) if !foreword => Item::Row(Row::EMPTY),
        _ => Item::Block(closing()),
    });
    items
}

fn heading(fonts: &Fonts) -> Block {
    let mut stencil = Page::default();
    let em = HEAD_PT * MM_PER_PT;
    let mut line = grid::line("本期导读", Face::Hei, em, fonts);
    line.glyphs.iter_mut().enumerate().for_each(|(i, set)| set.x = i as f64 * em * HEAD_PITCH);
    let width = (line.glyphs.len() as f64 - 1.0) * em * HEAD_PITCH + em;
    let at = ((WIDTH - width) / 2.0, grid::baseline(0.0, ROW, HEAD_PT));
    grid::put(&mut stencil, &line, fonts, at, Style::black(HEAD_PT));
    Block { rows: 1, stencil, keep: true }
}

fn closing() -> Block {
    let mut stencil = Page::default();
    stencil.rules.push(Rule { x: 0.0, y: ROW / 2.0, w: WIDTH, h: RULE, ink: Ink::Red });
    Block { rows: 1, stencil, keep: false }
}

/// A column's name at the left edge; a long one is broken at meaning.
fn named(name: &str, fonts: &Fonts) -> Vec<Line> {
    let cells = |s: &str| text::width(s, Face::Hei, SIZE_PT, fonts) / EM;
    let words = meaning::lines(name, WIDTH / EM, &cells);
    words.iter().map(|words| grid::line(words, Face::Hei, EM, fonts)).collect()
}

/// A title in its lines, broken at meaning, leader and page number at the end of the last.
fn titled(title: &str, page: Option<usize>, fonts: &Fonts) -> Vec<Line> {
    let cells = |s: &str| text::width(s, Face::FangSong, SIZE_PT, fonts) / EM;
    let room = WIDTH / EM - INDENT - NUMBER - LEADER;
    let words = meaning::lines(title, room, &cells);
    let mut lines: Vec<Line> = words.iter().map(|words| indented(words, fonts)).collect();
    if let Some(last) = lines.last_mut() {
        let number = page.map(|page| page.to_string()).unwrap_or_default();
        let digit = EM / 2.0;
        let from = WIDTH - number.len() as f64 * digit;
        // Dots stand below each other: their places are counted from the right.
        let at = |i: usize| WIDTH - (i as f64 + 2.0) * EM;
        let dots = (0..).map(at).take_while(|x| *x > last.width + EM / 2.0).filter(|x| x + EM < from);
        let dots: Vec<Set> =
            dots.map(|x| Set { ch: '…', face: Face::Song, x, width: EM }).collect::<Vec<_>>();
        last.glyphs.extend(dots.into_iter().rev());
        let set = |(i, ch)| Set { ch, face: Face::Song, x: from + i as f64 * digit, width: digit };
        last.glyphs.extend(number.chars().enumerate().map(set));
    }
    lines
}

/// Words on one line, two characters in.
fn indented(words: &str, fonts: &Fonts) -> Line {
    let mut line = grid::line(words, Face::FangSong, EM, fonts);
    line.glyphs.iter_mut().for_each(|set| set.x += INDENT * EM);
    line.width += INDENT * EM;
    line
}
