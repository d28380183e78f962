//! Imprint (版记, GB/T 9704-2012, 7.4): at the foot of the last even page, its last rule on the type area's lower edge. Of a
//! letter it is only the list of recipients without rules, at the foot of the last page (10.1).
use super::grid::{self, BOTTOM, LEFT, ROW, Style, TOP, WIDTH};
use super::{numbers, recipients};
use crate::Fault;
use crate::document::{Document, Kind};
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
    /// Rules around and between the parts.
    ruled: bool,
}

impl Imprint {
    /// The imprint of a document, with 主送 if they have no room on the first page; `None` if there is nothing to say.
    pub fn of(document: &Document, with_to: bool, fonts: &Fonts) -> Result<Option<Self>, Fault> {
        let ruled = document.kind != Kind::Letter;
        for size_pt in SIZES {
            let imprint = Self { parts: parts(document, with_to, size_pt, fonts), size_pt, ruled };
            if imprint.parts.is_empty() {
                return Ok(None);
            }
            if imprint.height() <= BOTTOM - TOP {
                return Ok(Some(imprint));
            }
        }
        let to = if with_to { format!("主送机关有{}个、", document.to.len()) } else { String::new() };
        let count = document.copies_to.len();
        Err(Fault::new(format!("{to}抄送机关有{count}个，一页版记排不下：请用统称合并后再印")))
    }

    fn row(&self) -> f64 {
        self.size_pt * MM_PER_PT * LEADING
    }

    /// Height with its rules, mm.
    pub fn height(&self) -> f64 {
        self.parts.iter().map(|part| part.len() as f64 * self.row()).sum()
    }

    /// Is there room below what ends at `lowest` mm, half a line left empty?
    fn fits_below(&self, lowest: f64) -> bool {
        lowest + ROW / 2.0 + self.height() <= BOTTOM
    }

    /// Puts it at the foot of the last page, or on pages of its own so that it stands on an even one; `lowest` is where
    /// the last page's text ends, mm. Returns how many pages carry a number: an empty page before the imprint and the
    /// imprint's page do not (7.5).
    pub fn attach(&self, pages: &mut Vec<Page>, lowest: f64, fonts: &Fonts) -> usize {
        let text_pages = pages.len();
        let upright = pages.last().is_some_and(|page| page.h > page.w);
        let fits = upright && self.fits_below(lowest);
        match (self.ruled, text_pages % 2) {
            (true, 1) => pages.push(grid::page()),
            (true, _) if !fits => pages.extend([grid::page(), grid::page()]),
            (false, _) if !fits => pages.push(grid::page()),
            _ => {}
        }
        if let Some(last) = pages.last_mut() {
            self.put(last, fonts);
        }
        if pages.len() > text_pages + 1 { text_pages } else { pages.len() }
    }

    /// Puts it at the foot of the type area.
    fn put(&self, page: &mut Page, fonts: &Fonts) {
        let mut y = BOTTOM - self.height();
        if self.ruled {
            self.rules(page, y);
        }
        for line in self.parts.iter().flatten() {
            let base = grid::baseline(y, self.row(), self.size_pt);
            grid::put(page, line, fonts, (LEFT, base), Style::black(self.size_pt));
            y += self.row();
        }
    }

    fn rules(&self, page: &mut Page, top: f64) {
        let mut rule = |y: f64, h: f64| page.rules.push(Rule { x: LEFT, y, w: WIDTH, h, ink: Ink::Black });
        rule(top, THICK);
        let mut at = top;
        for part in &self.parts[..self.parts.len() - 1] {
            at += part.len() as f64 * self.row();
            rule(at - THIN / 2.0, THIN);
        }
        rule(BOTTOM - THICK, THICK);
    }
}

fn parts(document: &Document, with_to: bool, size_pt: f64, fonts: &Fonts) -> Vec<Vec<Line>> {
    let cell = size_pt * MM_PER_PT;
    // Between 主送 and 抄送 there is no rule (7.4.2).
    let mut lists = if with_to { listed("主送", &document.to, cell, fonts) } else { Vec::new() };
    lists.extend(listed("抄送", &document.copies_to, cell, fonts));
    let printed = if document.kind == Kind::Letter { Vec::new() } else { printed(document, cell, fonts) };
    [lists, printed].into_iter().filter(|part| !part.is_empty()).collect()
}

/// 抄送： one character in on both sides, returns after the colon, 。at the end.
fn listed(label: &str, units: &[String], cell: f64, fonts: &Fonts) -> Vec<Line> {
    let Some(list) = recipients::list(units) else { return Vec::new() };
    let measure = Measure { width: WIDTH - cell, first: cell, rest: 4.0 * cell, cell };
    text::break_lines(&text::units(&format!("{label}：{list}。"), Face::FangSong, cell, fonts), measure)
}

/// 印发机关 at the left, 印发日期 at the right; below it how many copies were printed.
fn printed(document: &Document, cell: f64, fonts: &Fonts) -> Vec<Line> {
    let office = text::clean_line(&document.printed_by);
    let date = document.printed_on.as_deref().map(text::clean_line).filter(|d| !d.is_empty());
    if office.is_empty() && date.is_none() && document.copies.is_none() {
        return Vec::new();
    }
    let date = format!("{}印发", date.as_deref().unwrap_or(numbers::NO_DATE));
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
