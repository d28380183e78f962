//! The outline (书签) of a paper: title, 一、, （一）, annexes.
//!
//! Headings are read from the placed page by what a reader sees: a first line two cells in, 黑体 or 楷体, with the numeral
//! of its level. It deliberately keeps no heading that is not printed as one.
use super::body;
use super::grid::{BODY_PT, CELL, Frame};
use crate::page::{Bookmark, Face, Ink, Page, Run};
use crate::text::{self, MM_PER_PT};

/// Longest words of a bookmark, in characters.
const LONGEST: usize = 60;

/// The bookmark of a document's title on its first page; `None` if it has no title.
pub(super) fn title(title: &str, page: &Page) -> Option<Bookmark> {
    let title = text::clean_line(title);
    let first = page.runs.iter().find(|run| run.face == Face::BiaoSong && run.ink == Ink::Black)?;
    (!title.is_empty()).then(|| Bookmark { title, depth: 0, page: 0, y: top(first) })
}

/// Headings of a page.
pub(super) fn headings(page: &Page, at: usize, frame: Frame) -> Vec<Bookmark> {
    let mut found = Vec::new();
    let mut runs = page.runs.iter().peekable();
    while let Some(run) = runs.next() {
        let Some(level) = level(run, frame) else { continue };
        let mut words = said(run);
        // The heading goes on in its face: half-width figures are runs of their own, a long one has two lines.
        while let Some(next) = runs.peek().filter(|next| next.face == run.face && !begins(next, frame)) {
            words.push_str(&said(next));
            runs.next();
        }
        let words: String = words.trim_end_matches('。').chars().take(LONGEST).collect();
        found.push(Bookmark { title: words, depth: level, page: at, y: top(run) });
    }
    found
}

/// 1 for a run that begins a heading 一、, 2 for （一）.
fn level(run: &Run, frame: Frame) -> Option<u8> {
    if run.ink != Ink::Black || !begins(run, frame) {
        return None;
    }
    let chars: Vec<char> = said(run).chars().collect();
    body::level(&chars).filter(|level| matches!((level, run.face), (1, Face::Hei) | (2, Face::Kai)))
}

/// Stands two cells in, in the size of the text.
fn begins(run: &Run, frame: Frame) -> bool {
    let x = run.glyphs.first().map_or(0.0, |glyph| glyph.x) - frame.left;
    run.turn_deg == 0.0 && (run.size_pt - BODY_PT).abs() < 0.01 && (1.4..2.6).contains(&(x / CELL))
}

fn said(run: &Run) -> String {
    run.glyphs.iter().map(|glyph| glyph.ch).collect()
}

fn top(run: &Run) -> f64 {
    (run.y - run.size_pt * MM_PER_PT).max(0.0)
}
