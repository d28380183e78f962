//! What the placed pages tell: Word's paper stands where ours stands, because it is measured there.
//!
//! It deliberately reads nothing but places and words; what a line means is known to those who ask.
use crate::page::{Face, Image, Ink, Page, Placed, Rule, Run};
use crate::picture::Picture;
use crate::text::MM_PER_PT;

/// White wider than this, in sizes, parts a line into segments.
const GAP: f64 = 1.4;

/// A stretch of a line without wide gaps.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Segment {
    pub words: String,
    /// Left edge of the first character and right edge of the last, mm.
    pub left: f64,
    pub right: f64,
}

/// A line of a placed page.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Seen {
    /// Page, from 0.
    pub page: usize,
    /// Baseline, mm.
    pub y: f64,
    pub face: Face,
    pub ink: Ink,
    pub size_pt: f64,
    pub stretch: f64,
    /// Never empty.
    pub segments: Vec<Segment>,
}

impl Seen {
    /// All words without blanks.
    pub fn words(&self) -> String {
        self.segments.iter().map(|segment| segment.words.as_str()).collect()
    }

    pub fn left(&self) -> f64 {
        self.segments.first().map_or(0.0, |segment| segment.left)
    }

    pub fn right(&self) -> f64 {
        self.segments.last().map_or(0.0, |segment| segment.right)
    }
}

/// Level lines of a page from top to bottom; words of one baseline, size and ink are one line.
fn of_page(number: usize, page: &Page) -> Vec<Seen> {
    let level = |run: &&Run| run.turn_deg == 0.0 && run.ink != Ink::Grey;
    let hundredth = |mm: f64| (mm * 100.0).round() as i64;
    let mut runs: Vec<&Run> = page.runs.iter().filter(level).filter(|run| !run.glyphs.is_empty()).collect();
    runs.sort_by_key(|run| (hundredth(run.y), run.glyphs.first().map_or(0, |glyph| hundredth(glyph.x))));
    let mut out: Vec<Seen> = Vec::new();
    for run in runs {
        let goes_on = out.last().is_some_and(|line| {
            hundredth(line.y) == hundredth(run.y) && line.size_pt == run.size_pt && line.ink == run.ink
        });
        if !goes_on {
            let Run { y, face, ink, size_pt, stretch, .. } = *run;
            out.push(Seen { page: number, y, face, ink, size_pt, stretch, segments: Vec::new() });
        }
        if let Some(line) = out.last_mut() {
            add(&mut line.segments, run);
        }
    }
    out.retain(|line| !line.segments.is_empty());
    out
}

fn add(segments: &mut Vec<Segment>, run: &Run) {
    let em = run.size_pt * MM_PER_PT;
    for glyph in run.glyphs.iter().filter(|glyph| !glyph.ch.is_whitespace()) {
        let half = if crate::text::marks::is_narrow(glyph.ch) { 0.5 } else { 1.0 };
        let right = glyph.x + em * run.stretch * half;
        match segments.last_mut().filter(|segment| glyph.x - segment.right < GAP * em) {
            Some(segment) => {
                segment.words.push(glyph.ch);
                segment.right = right;
            }
            None => segments.push(Segment { words: glyph.ch.to_string(), left: glyph.x, right }),
        }
    }
}

/// What is asked of the placed pages.
#[derive(Debug, Default)]
pub(super) struct Facts {
    pub lines: Vec<Seen>,
    /// Red rules of the first page from top to bottom.
    pub rules: Vec<Rule>,
    /// Pictures with their pages.
    images: Vec<(usize, Image)>,
    /// Number of pages.
    pub pages: usize,
    /// Depth and page (from 0) of each heading of the outline, in order.
    pub marks: Vec<(u8, usize)>,
}

impl Facts {
    pub fn of(placed: &Placed) -> Self {
        let first = placed.pages.first().into_iter().flat_map(|page| &page.rules);
        let red = first.filter(|rule| rule.ink == Ink::Red && rule.w > rule.h);
        let mut rules: Vec<Rule> = red.copied().collect();
        rules.sort_by(|a, b| a.y.total_cmp(&b.y));
        let pages = placed.pages.iter().enumerate();
        let images =
            pages.clone().flat_map(|(i, page)| page.images.iter().map(move |image| (i, image.clone())));
        let images = images.collect();
        Self {
            lines: pages.flat_map(|(i, page)| of_page(i, page)).collect(),
            rules,
            images,
            pages: placed.pages.len(),
            marks: placed.bookmarks.iter().map(|mark| (mark.depth, mark.page)).collect(),
        }
    }

    /// Lines of the first page.
    pub fn first_page(&self) -> impl Iterator<Item = &Seen> {
        self.lines.iter().filter(|line| line.page == 0)
    }

    /// Lines of the red mark, and of what else is red 小标宋.
    pub fn mark(&self) -> Vec<&Seen> {
        self.first_page().filter(|line| line.ink == Ink::Red && line.face == Face::BiaoSong).collect()
    }

    /// Lines of the title on a page: black 小标宋.
    pub fn title(&self, page: usize) -> Vec<&Seen> {
        let is = |line: &&Seen| line.page == page && line.ink == Ink::Black && line.face == Face::BiaoSong;
        self.lines.iter().filter(is).collect()
    }

    /// Black lines of the first page between two heights, mm.
    pub fn between(&self, from: f64, to: f64) -> Vec<&Seen> {
        let is = |line: &&Seen| line.ink == Ink::Black && line.y > from && line.y < to;
        self.first_page().filter(is).collect()
    }

    /// The last page with words in 三号 or larger, from 0: page numbers and imprint are set smaller.
    pub fn last_text_page(&self) -> usize {
        self.lines.iter().filter(|line| line.size_pt > 15.0).map(|line| line.page).max().unwrap_or(0)
    }

    /// Pages and places of these pictures, in order.
    pub fn images(&self, pictures: &[&Picture]) -> Vec<(usize, &Image)> {
        let wanted = |image: &Image| pictures.iter().any(|picture| picture.bytes == image.picture.bytes);
        self.images.iter().filter(|(_, image)| wanted(image)).map(|(page, image)| (*page, image)).collect()
    }
}
