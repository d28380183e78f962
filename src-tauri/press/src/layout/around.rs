//! What stands around a form: page numbers in their official place, words across the page of a paper not in force.
use super::words::{self, MM};
use crate::document::Watermark;
use crate::fonts::Fonts;
use crate::form::Paper;
use crate::page::{Face, Glyph, Ink, Page, Run};

/// Page numbers: 四号 (14 pt) 宋体 (GB/T 9704-2012, 7.5).
const NUMBER_PT: f64 = 14.0;
/// Edges of the official type area in mm (GB/T 9704-2012, 5.2.1), where the number stands on every paper.
const LEFT: f64 = 28.0;
const RIGHT: f64 = 184.0;
const BOTTOM: f64 = 262.0;
/// From the type area down to the dashes' top edge, in mm.
const BELOW: f64 = 7.0;
/// Largest size of a watermark in points.
const WATERMARK_PT: f64 = 96.0;

/// Numbers the pages `— 1 —`: odd ones at the right, even ones at the left, one character in.
pub(super) fn number(pages: &mut [Page], paper: Paper, fonts: &Fonts) {
    for (i, page) in pages.iter_mut().enumerate() {
        put_number(page, i + 1, paper, fonts);
    }
}

/// Numbers one page of a document; a page wider than high lies on its side.
pub(super) fn number_page(page: &mut Page, number: usize, fonts: &Fonts) {
    let paper = if page.w > page.h { Paper::Landscape } else { Paper::Upright };
    put_number(page, number, paper, fonts);
}

fn put_number(page: &mut Page, number: usize, paper: Paper, fonts: &Fonts) {
    let em = NUMBER_PT * MM;
    // The dash's top edge is measured in its face; a face without one gets the middle of the character.
    let top = fonts.ink(Face::Song, '—').map_or(0.4, |(_, top)| top);
    let y = BOTTOM + BELOW + top * em;
    let laid = words::set(fonts, &format!("— {number} —"), Face::Song, NUMBER_PT, words::ENDLESS, false);
    let x = if number % 2 == 1 { RIGHT - em - laid.width() } else { LEFT + em };
    let mut upright = Page::default();
    laid.lines.iter().for_each(|line| line.place(&mut upright, (x, y), Face::Song, NUMBER_PT));
    let runs = upright.runs.into_iter();
    match paper {
        Paper::Upright => page.runs.extend(runs),
        Paper::Landscape => page.runs.extend(runs.map(|run| turned(&run, page.w))),
    }
}

/// A run of an upright sheet where it stands when the sheet lies on its side, head of the table at its left edge.
fn turned(run: &Run, width: f64) -> Run {
    let first = run.glyphs.first().map_or(0.0, |glyph| glyph.x);
    let start = width - run.y;
    let glyphs = run.glyphs.iter().map(|g| Glyph { ch: g.ch, x: start + g.x - first }).collect();
    Run { glyphs, y: first, turn_deg: -90.0, ..run.clone() }
}

/// Sets watermarks across each page from its lower left to its upper right, one above the other.
pub(super) fn watermark(pages: &mut [Page], marks: &[Watermark], fonts: &Fonts) {
    for page in pages {
        for (i, mark) in marks.iter().enumerate() {
            let shift = (i as f64 - (marks.len() as f64 - 1.0) / 2.0) * page.h / (marks.len() as f64 + 1.0);
            across(page, said(*mark), shift, fonts);
        }
    }
}

fn said(mark: Watermark) -> &'static str {
    match mark {
        Watermark::ForReview => "送审稿",
        Watermark::Void => "作　废",
        Watermark::Sample => "示　例",
    }
}

fn across(page: &mut Page, text: &str, shift: f64, fonts: &Fonts) {
    let (x, y) = (page.w / 2.0, page.h / 2.0 + shift);
    let turn = 40f64;
    let (sin, cos) = turn.to_radians().sin_cos();
    let laid = words::set(fonts, text, Face::Hei, WATERMARK_PT, words::ENDLESS, false);
    let Some(line) = laid.lines.first() else { return };
    // From the middle of the page half the width back and a third of a character down, both along the turned line.
    let (back, down) = (line.width / 2.0, WATERMARK_PT * MM * 0.35);
    let start = (x - back * cos + down * sin, y + back * sin + down * cos);
    let glyphs = line.glyphs.iter().map(|(ch, dx, _)| Glyph { ch: *ch, x: start.0 + dx }).collect();
    let run = Run {
        face: Face::Hei,
        size_pt: WATERMARK_PT,
        ink: Ink::Grey,
        y: start.1,
        turn_deg: turn,
        stretch: 1.0,
        glyphs,
    };
    page.runs.push(run);
}
