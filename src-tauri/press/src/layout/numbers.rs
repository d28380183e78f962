//! What stands around the mark: 份号, 紧急程度, 发文字号, 签发人 (GB/T 9704-2012, 7.2.1, 7.2.3, 7.2.5, 7.2.6); of minutes the
//! issuer and the date.
//!
//! A text too long for its place is set narrower, never over the edge. It deliberately invents no number: `（未编号）`
//! stands where none is given yet.
use super::grid::{self, BODY_PT, CELL, LEFT, ROW, Style, WIDTH};
use super::header::INSIDE;
use crate::document::{Document, Kind, Urgency};
use crate::fonts::Fonts;
use crate::page::{Face, Page};
use crate::text::{self, Line};

/// Signers on a line (7.2.6).
const A_LINE: usize = 2;
/// Date without its day.
pub(super) const NO_DATE: &str = "    年  月  日";

/// A text as it is printed, or the blank that stands for it.
pub(super) fn said(text: Option<&str>, blank: &str) -> String {
    text.map(text::clean_line).filter(|t| !t.is_empty()).unwrap_or_else(|| blank.to_owned())
}

/// 发文字号 or what stands for it.
pub(super) fn number(document: &Document) -> String {
    said(document.number.as_deref(), "（未编号）")
}

/// Rows from the number to the line above the red rule.
pub(super) fn rows(document: &Document) -> usize {
    match document.kind {
        Kind::Minutes => 2,
        Kind::Upward => signers(document).len().div_ceil(A_LINE).max(1),
        _ => 1,
    }
}

/// 份号 and 紧急程度 one below the other, flush left, from `top` mm on; returns how many lines they are.
pub(super) fn corner(page: &mut Page, document: &Document, top: f64, fonts: &Fonts) -> usize {
    let copy = document.copy_number.map(|n| (format!("{n:06}"), Face::FangSong));
    let urgency = document.urgency.map(|urgency| {
        let words = match urgency {
            Urgency::Most => "特急",
            Urgency::More => "加急",
        };
        (words.to_owned(), Face::Hei)
    });
    let lines: Vec<(String, Face)> = copy.into_iter().chain(urgency).collect();
    for (i, (words, face)) in lines.iter().enumerate() {
        let y = grid::baseline(top + i as f64 * ROW, ROW, BODY_PT);
        let line = grid::line(words, *face, CELL, fonts);
        grid::put(page, &line, fonts, (LEFT, y), Style::black(BODY_PT));
    }
    lines.len()
}

/// Puts the number and what belongs to it below the mark, from `top` mm on.
pub(super) fn put(page: &mut Page, document: &Document, top: f64, fonts: &Fonts) {
    let mut put = |text: &str, row: usize, room: f64, place: fn(f64) -> f64| {
        let (line, style) = grid::fitted(text, Face::FangSong, room, fonts);
        let y = grid::baseline(top + row as f64 * ROW, ROW, BODY_PT);
        grid::put(page, &line, fonts, (LEFT + place(line.width), y), style);
    };
    let number = number(document);
    match document.kind {
        Kind::Minutes => {
            put(&number, 0, WIDTH, |w| (WIDTH - w) / 2.0);
            put(&text::clean_line(&document.issuer), 1, WIDTH * 0.55, |_| CELL);
            put(&said(document.date.as_deref(), NO_DATE), 1, WIDTH * 0.35, |w| WIDTH - CELL - w);
        }
        Kind::Upward => {
            // One cell between the number and 签发人.
            let room = (INSIDE - CELL - Signers::of(document, fonts).width()).max(WIDTH / 5.0);
            put(&number, rows(document) - 1, room, |_| CELL);
            put_signers(page, document, top, fonts);
        }
        _ => put(&number, 0, WIDTH, |w| (WIDTH - w) / 2.0),
    }
}

fn signers(document: &Document) -> Vec<String> {
    document.signers.iter().map(|name| text::clean_line(name)).filter(|name| !name.is_empty()).collect()
}

/// 签发人 with names in columns.
struct Signers {
    names: Vec<String>,
    label: Line,
    /// Width of a name, mm.
    name: f64,
}

impl Signers {
    fn of(document: &Document, fonts: &Fonts) -> Self {
        let names = signers(document);
        let widths = names.iter().map(|name| grid::line(name, Face::Kai, CELL, fonts).width);
        // Names of two and three characters take the same room where several stand together.
        let least = if names.len() > 1 { 3.0 * CELL } else { 0.0 };
        let name = widths.fold(least, f64::max).min(WIDTH / 4.0);
        Self { names, label: grid::line("签发人：", Face::FangSong, CELL, fonts), name }
    }

    fn columns(&self) -> usize {
        self.names.len().clamp(1, A_LINE)
    }

    fn width(&self) -> f64 {
        let columns = self.columns() as f64;
        self.label.width + columns * self.name + (columns - 1.0) * CELL
    }
}

/// 签发人： and the names, from left to right and from top to bottom, one cell from the right; returns below the first
/// name of the line above.
fn put_signers(page: &mut Page, document: &Document, top: f64, fonts: &Fonts) {
    let signers = Signers::of(document, fonts);
    if signers.names.is_empty() {
        return;
    }
    let x = LEFT + WIDTH - CELL - signers.width();
    let y = |row: usize| grid::baseline(top + row as f64 * ROW, ROW, BODY_PT);
    grid::put(page, &signers.label, fonts, (x, y(0)), Style::black(BODY_PT));
    for (i, name) in signers.names.iter().enumerate() {
        let (row, column) = (i / A_LINE, i % A_LINE);
        let at = x + signers.label.width + column as f64 * (signers.name + CELL);
        let (line, style) = grid::fitted(name, Face::Kai, signers.name, fonts);
        let line = if style.stretch < 1.0 || name.chars().any(text::marks::is_narrow) {
            line
        } else {
            grid::drawn_out(name, Face::Kai, CELL, signers.name, fonts)
        };
        grid::put(page, &line, fonts, (at, y(row)), style);
    }
}
