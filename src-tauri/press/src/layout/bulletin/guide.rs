//! 本期导读: the titles by column, dotted leaders, page numbers at the right. Three lines stand on two rows of the grid.
use super::super::flow::{Block, Item};
use super::super::grid::{self, ROW, Style, WIDTH};
use crate::bulletin::Bulletin;
use crate::fonts::Fonts;
use crate::page::{Face, Ink, Page, Rule};
use crate::text::{self, Line, MM_PER_PT, Measure, Set};

/// 四号 (14 pt).
const SIZE_PT: f64 = 14.0;
const EM: f64 = SIZE_PT * MM_PER_PT;
/// Heading: 三号 (16 pt), its characters this far apart, in sizes.
const HEAD_PT: f64 = 16.0;
const HEAD_PITCH: f64 = 1.6;
/// Room of the page number, in sizes: four digits.
const NUMBER: f64 = 2.0;
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

/// The guide in blocks; `pages` are the items' page numbers, those not known yet stay blank.
pub(super) fn items(entries: &[Entry], pages: &[usize], fonts: &Fonts) -> Vec<Item> {
    let mut items = vec![Item::Block(heading(fonts))];
    let mut lines: Vec<(Line, bool)> = Vec::new();
    for (i, entry) in entries.iter().enumerate() {
        lines.extend(entry.column.as_deref().map(|name| (column(name, fonts), true)));
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
    items.push(Item::Block(closing()));
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

/// A column's name at the left edge, narrower where it is too long.
fn column(name: &str, fonts: &Fonts) -> Line {
    let natural = grid::line(name, Face::Hei, EM, fonts);
    let narrow = (WIDTH / natural.width.max(0.1)).min(1.0);
    grid::line(name, Face::Hei, EM * narrow, fonts)
}

/// A title in its lines, leader and page number at the end of the last.
fn titled(title: &str, page: Option<usize>, fonts: &Fonts) -> Vec<Line> {
    let room = WIDTH - (NUMBER + LEADER) * EM;
    let measure = Measure { width: room, first: 2.0 * EM, rest: 2.0 * EM, cell: EM };
    let mut lines = text::break_lines(&text::units(title, Face::FangSong, EM, fonts), measure);
    if lines.is_empty() {
        lines.push(Line { width: 2.0 * EM, last: true, ..Line::default() });
    }
    if let Some(last) = lines.last_mut() {
        // Dots stand below each other: their places are counted from the right.
        let right = WIDTH - NUMBER * EM;
        let dots = ((right - last.width - EM / 2.0) / EM).floor().max(0.0) as usize;
        let dot =
            |i: usize| Set { ch: '…', face: Face::Song, x: right - (dots - i) as f64 * EM, width: EM };
        last.glyphs.extend((0..dots).map(dot));
        let number = page.map(|page| page.to_string()).unwrap_or_default();
        let digit = EM / 2.0;
        let from = WIDTH - number.len() as f64 * digit;
        let set = |(i, ch)| Set { ch, face: Face::Song, x: from + i as f64 * digit, width: digit };
        last.glyphs.extend(number.chars().enumerate().map(set));
    }
    lines
}
