//! Imprint (版记, GB/T 9704-2012, 7.4): at the foot of the last even page, its last rule on the type area's lower edge.
use super::grid::{self, BOTTOM, LEFT, ROW, Style, TOP, WIDTH};
use crate::Fault;
use crate::document::Document;
use crate::fonts::Fonts;
use crate::page::{Face, Ink, Page, Rule};
use crate::text::{self, Line, MM_PER_PT, Measure};

/// First and last rule, mm.
const THICK: f64 = 0.35;
/// Middle rules, mm.
const THIN: f64 = 0.25;
/// 四号, and smaller sizes for lists that would not go on one page.
const SIZES: [f64; 5] = [14.0, 12.0, 10.5, 9.0, 7.5];
/// Height of a line in sizes.
const LEADING: f64 = 1.7;

/// An imprint ready to be put on a page.
#[derive(Debug)]
pub(super) struct Imprint {
    parts: Vec<Vec<Line>>,
    size_pt: f64,
}

impl Imprint {
    /// The imprint of a document; `None` if there is nothing to say.
    pub fn of(document: &Document, fonts: &Fonts) -> Result<Option<Self>, Fault> {
        for size_pt in SIZES {
            let imprint = Self { parts: parts(document, size_pt, fonts), size_pt };
            if imprint.parts.is_empty() {
                return Ok(None);
            }
            if imprint.height() <= BOTTOM - TOP {
                return Ok(Some(imprint));
            }
        }
        let count = document.copies_to.len();
        Err(Fault::new(format!("抄送机关有{count}个，一页版记排不下：请用统称合并后再印")))
    }

    fn row(&self) -> f64 {
        self.size_pt * MM_PER_PT * LEADING
    }

    /// Height with its rules, mm.
    pub fn height(&self) -> f64 {
        self.parts.iter().map(|part| part.len() as f64 * self.row()).sum()
    }

    /// Is there room below `rows` rows of text, one line left empty?
    pub fn fits_below(&self, rows: usize) -> bool {
        grid::row_top(rows) + ROW / 2.0 + self.height() <= BOTTOM
    }

    /// Puts it at the foot of the type area.
    pub fn put(&self, page: &mut Page, fonts: &Fonts) {
        let mut y = BOTTOM - self.height();
        let mut rule = |y: f64, h: f64| page.rules.push(Rule { x: LEFT, y, w: WIDTH, h, ink: Ink::Black });
        rule(y, THICK);
        let mut at = y;
        for part in &self.parts[..self.parts.len() - 1] {
            at += part.len() as f64 * self.row();
            rule(at - THIN / 2.0, THIN);
        }
        rule(BOTTOM - THICK, THICK);
        for line in self.parts.iter().flatten() {
            let base = grid::baseline(y, self.row(), self.size_pt);
            grid::put(page, line, fonts, (LEFT, base), Style::black(self.size_pt));
            y += self.row();
        }
    }
}

fn parts(document: &Document, size_pt: f64, fonts: &Fonts) -> Vec<Vec<Line>> {
    let cell = size_pt * MM_PER_PT;
    [copies_to(document, cell, fonts), printed(document, cell, fonts)]
        .into_iter()
        .filter(|p| !p.is_empty())
        .collect()
}

/// 抄送： one character in on both sides, returns after the colon, 。at the end.
fn copies_to(document: &Document, cell: f64, fonts: &Fonts) -> Vec<Line> {
    let units: Vec<String> =
        document.copies_to.iter().map(|u| text::clean_line(u)).filter(|u| !u.is_empty()).collect();
    if units.is_empty() {
        return Vec::new();
    }
    let list = units.join("，");
    let words = format!("抄送：{}。", list.trim_end_matches(['。', '，', '；']));
    let measure = Measure { width: WIDTH - cell, first: cell, rest: 4.0 * cell, cell };
    text::break_lines(&text::units(&words, Face::FangSong, cell, fonts), measure)
}

/// 印发机关 at the left, 印发日期 at the right; below it how many copies were printed.
fn printed(document: &Document, cell: f64, fonts: &Fonts) -> Vec<Line> {
    let office = text::clean_line(&document.printed_by);
    let date = document.printed_on.as_deref().map(text::clean_line).filter(|d| !d.is_empty());
    if office.is_empty() && date.is_none() && document.copies.is_none() {
        return Vec::new();
    }
    let date = format!("{}印发", date.as_deref().unwrap_or("    年  月  日"));
    let right = at_right(&date, cell, fonts);
    let room = WIDTH - 3.0 * cell - (right.width - right.glyphs.first().map_or(0.0, |g| g.x));
    let measure = Measure { width: room + cell, first: cell, rest: cell, cell };
    let mut lines = text::break_lines(&text::units(&office, Face::FangSong, cell, fonts), measure);
    match lines.last_mut() {
        Some(line) => line.glyphs.extend(right.glyphs),
        None => lines.push(right),
    }
    lines.extend(document.copies.map(|n| at_right(&format!("共印{n}份"), cell, fonts)));
    lines
}

/// One character in from the right edge.
fn at_right(text: &str, cell: f64, fonts: &Fonts) -> Line {
    let mut line = grid::line(text, Face::FangSong, cell, fonts);
    let shift = WIDTH - cell - line.width;
    line.glyphs.iter_mut().for_each(|glyph| glyph.x += shift);
    line.width += shift;
    line
}
