//! The sheets that a form is placed on: type area, where the next block goes, foot and page numbers.
//!
//! Type area of forms: 25 mm left and right (a table stands in the middle of the sheet and still leaves room to bind),
//! 30 mm above, 35 mm below as on every official page, so that the page number keeps its place 7 mm under it
//! (GB/T 9704-2012, 7.5). A landscape sheet is the upright sheet turned: its page number stands at the left edge, turned with it.
use super::words;
use crate::fonts::Fonts;
use crate::form::Paper;
use crate::page::{Face, Glyph, Page, Placed, Run};

/// Binding and outer margin of an upright form, in mm.
pub(super) const SIDE: f64 = 25.0;
/// Margin above an upright form, in mm.
pub(super) const ABOVE: f64 = 30.0;
/// Margin below the type area, in mm (GB/T 9704-2012, 5.2.1).
pub(super) const BELOW: f64 = 35.0;
/// A4 in mm.
pub(super) const A4: (f64, f64) = (210.0, 297.0);

/// Pages being filled from top to bottom.
#[derive(Debug)]
pub(super) struct Sheets {
    paper: Paper,
    pub pages: Vec<Page>,
    /// Where the next block goes, mm from the top edge.
    pub y: f64,
}

impl Sheets {
    pub fn new(paper: Paper) -> Self {
        let mut sheets = Self { paper, pages: Vec::new(), y: 0.0 };
        sheets.turn();
        sheets
    }

    /// Goes on at the top of a new page.
    pub fn turn(&mut self) {
        let (w, h) = match self.paper {
            Paper::Upright => A4,
            Paper::Landscape => (A4.1, A4.0),
        };
        self.pages.push(Page { w, h, ..Page::default() });
        self.y = self.top();
    }

    /// Left edge of the type area.
    pub fn left(&self) -> f64 {
        match self.paper {
            Paper::Upright => SIDE,
            Paper::Landscape => BELOW,
        }
    }

    /// Top edge of the type area.
    pub fn top(&self) -> f64 {
        match self.paper {
            Paper::Upright => ABOVE,
            Paper::Landscape => SIDE,
        }
    }

    /// Width and height of the type area.
    pub fn area(&self) -> (f64, f64) {
        let upright = (A4.0 - 2.0 * SIDE, A4.1 - ABOVE - BELOW);
        match self.paper {
            Paper::Upright => upright,
            Paper::Landscape => (upright.1, upright.0),
        }
    }

    /// Height left on the page in mm.
    pub fn room(&self) -> f64 {
        self.top() + self.area().1 - self.y
    }

    /// Nothing stands on the page yet.
    pub fn fresh(&self) -> bool {
        self.y <= self.top() + 1e-9
    }

    /// The page being filled.
    pub fn page(&mut self) -> &mut Page {
        let last = self.pages.len() - 1;
        &mut self.pages[last]
    }

    /// Words under the type area, beside the page number: left on odd pages, right on even ones.
    pub fn set_foot(&mut self, fonts: &Fonts, words: &str) {
        let (width, height) = self.area();
        let (left, paper) = (self.left(), self.paper);
        // On an upright page the words share the page number's baseline.
        let y = self.top() + height + 4.7;
        // The rest of the width is the page number's.
        let laid = words::set(fonts, words, Face::FangSong, 10.5, width * 0.75, false);
        for (i, page) in self.pages.iter_mut().enumerate() {
            for (n, line) in laid.lines.iter().take(2).enumerate() {
                let right = paper == Paper::Upright && i % 2 == 1;
                let x = if right { left + width - line.width } else { left };
                line.place(page, (x, y + laid.baseline(n)), Face::FangSong, laid.size_pt);
            }
        }
    }

    /// The finished paper.
    pub fn placed(self, title: &str) -> Placed {
        Placed { title: title.into(), pages: self.pages, ..Placed::default() }
    }
}

/// A line of figures such as `第 1 页 共 3 页`, centred under the type area of each page.
pub(super) fn number_of_total(sheets: &mut Sheets, fonts: &Fonts) {
    let total = sheets.pages.len();
    let (width, height) = sheets.area();
    let middle = sheets.left() + width / 2.0;
    let y = sheets.top() + height + if sheets.paper == Paper::Upright { 12.0 } else { 10.0 };
    for (i, page) in sheets.pages.iter_mut().enumerate() {
        let laid =
            words::set(fonts, &format!("第 {} 页 共 {total} 页", i + 1), Face::Song, 10.5, width, false);
        for line in &laid.lines {
            line.place(page, (middle - line.width / 2.0, y), Face::Song, laid.size_pt);
        }
    }
}

/// Turns a level run by half a circle about a point: what stood upright stands on its head.
pub(super) fn upside_down(run: &Run, (x, y): (f64, f64)) -> Run {
    // A run turns about the left end of its first glyph; the other glyphs keep their distance from it.
    let first = run.glyphs.first().map_or(0.0, |glyph| glyph.x);
    let glyphs = run.glyphs.iter().map(|g| Glyph { ch: g.ch, x: 2.0 * x - first + (g.x - first) }).collect();
    Run { glyphs, y: 2.0 * y - run.y, turn_deg: 180.0, ..run.clone() }
}
