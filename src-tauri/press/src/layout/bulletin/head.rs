//! Head of a bulletin: name in red 小标宋, number in the middle, issuer and date at the ends, a red rule.
use super::super::grid::{self, BODY_PT, CELL, LEFT, ROW, ROWS, Style, TOP, WIDTH};
use crate::bulletin::Bulletin;
use crate::fonts::Fonts;
use crate::page::{Face, Ink, Page, Rule};
use crate::text::{self, MM_PER_PT, meaning};

/// The name's ink begins this far below the type area's top, mm.
const ABOVE: f64 = 4.0;
/// Widest and tallest character of the name, mm.
const WIDEST: f64 = 15.0;
const TALLEST: f64 = 20.0;
/// The name takes at most this part of the type area's width.
const BREADTH: f64 = 0.96;
/// A character of the name is this much taller than wide.
const SLIM: f64 = 1.25;
/// Below this width of a character (mm) the name goes on two lines.
const LEAST: f64 = 8.0;
/// 增刊 under the name: 二号 (22 pt).
const KIND_PT: f64 = 22.0;
/// Red rule: thickness and distance from the foot of the line above, mm.
const RULE: f64 = 0.7;
const RULE_BELOW: f64 = 2.5;
/// Least white below the rule, mm.
const WHITE: f64 = 4.0;

/// Puts the head on the first page; returns the row at which the text begins.
pub(super) fn put(page: &mut Page, bulletin: &Bulletin, fonts: &Fonts) -> usize {
    let mut y = name(page, &text::clean_line(&bulletin.name), fonts);
    let kind = text::clean_line(&bulletin.kind);
    if !kind.is_empty() {
        let style = Style { size_pt: KIND_PT, ink: Ink::Red, stretch: 1.0 };
        words(page, (&kind, Face::BiaoSong), (y + ROW * 0.2, WIDTH), style, fonts, |w| (WIDTH - w) / 2.0);
        y += ROW * 1.2;
    }
    let said = |text: Option<&str>, blank: &str| {
        text.map(text::clean_line).filter(|t| !t.is_empty()).unwrap_or_else(|| blank.to_owned())
    };
    let body = |text: &str, y: f64, room: f64, page: &mut Page, place: fn(f64) -> f64| {
        words(page, (text, Face::FangSong), (y, room), Style::black(BODY_PT), fonts, place);
    };
    y += ROW * 0.35;
    let number = said(bulletin.number.as_deref(), "（未编号）");
    body(&number, y, WIDTH, page, |w| (WIDTH - w) / 2.0);
    y += ROW;
    body(&text::clean_line(&bulletin.issuer), y, WIDTH * 0.6, page, |_| CELL);
    body(&said(bulletin.date.as_deref(), "    年  月  日"), y, WIDTH * 0.32, page, |w| WIDTH - CELL - w);
    y += ROW - (ROW - BODY_PT * MM_PER_PT) / 2.0 + RULE_BELOW;
    page.rules.push(Rule { x: LEFT, y, w: WIDTH, h: RULE, ink: Ink::Red });
    (((y + RULE + WHITE - TOP) / ROW).ceil() as usize).min(ROWS - 2)
}

/// The name as large as harmonious; returns its lower edge, mm.
fn name(page: &mut Page, name: &str, fonts: &Fonts) -> f64 {
    let cells = |s: &str| text::width(s, Face::BiaoSong, 1.0 / MM_PER_PT, fonts);
    let lines = match cells(name) * LEAST > WIDTH {
        true => meaning::halves(name, &cells),
        false => vec![name.to_owned()],
    };
    let longest = lines.iter().map(|line| cells(line)).fold(1.0, f64::max);
    let cell = (WIDTH * BREADTH / longest).min(WIDEST);
    let em = (cell * SLIM).min(TALLEST);
    let style = Style { size_pt: em / MM_PER_PT, ink: Ink::Red, stretch: cell / em };
    let ink = lines.first().into_iter().flat_map(|line| line.chars());
    let top = ink.filter_map(|ch| fonts.ink(Face::BiaoSong, ch)).map(|(_, top)| top).fold(0.0, f64::max);
    let mut y = TOP + ABOVE + if top > 0.0 { top } else { 0.88 } * em;
    for text in &lines {
        let line = grid::line(text, Face::BiaoSong, cell, fonts);
        grid::put(page, &line, fonts, (LEFT + (WIDTH - line.width) / 2.0, y), style);
        y += em * 1.2;
    }
    y - em * 1.2 + em * 0.12
}

/// Words on one line whose top is at `y`; too long for their room (mm) they are set narrower, never over the edge.
fn words(
    page: &mut Page,
    (text, face): (&str, Face),
    (y, room): (f64, f64),
    style: Style,
    fonts: &Fonts,
    place: fn(f64) -> f64,
) {
    let cell = if style.size_pt == BODY_PT { CELL } else { style.size_pt * MM_PER_PT };
    let natural = grid::line(text, face, cell, fonts);
    let narrow = (room / natural.width.max(0.1)).min(1.0);
    let line = grid::line(text, face, cell * narrow, fonts);
    let base = grid::baseline(y, ROW, style.size_pt);
    grid::put(page, &line, fonts, (LEFT + place(line.width), base), Style { stretch: narrow, ..style });
}
