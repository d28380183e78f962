//! Places a marked draft (花脸稿): what was struck stays readable under a red line, what was added is red with a line under it.
//!
//! Promised: every character of both versions is there, in reading order, and copied from the file as it stands; lines
//! break as on other paper. Shape and line tell the changes, not colour alone: a black copy says the same.
use super::around;
use super::sheet::Sheets;
use super::words::{self, MM};
use crate::Fault;
use crate::fonts::Fonts;
use crate::form::Paper;
use crate::marked::{Mark, Marked, Part};
use crate::page::{Face, Glyph, Ink, Page, Placed, Rule, Run};
use crate::text::{self, Line, Measure};

/// Text: 三号 仿宋, as the draft itself.
const SIZE_PT: f64 = 16.0;
/// Notes and labels in points.
const SMALL_PT: f64 = 12.0;
/// Distance of baselines in mm: 22 lines fill the height of an official page.
const LEADING: f64 = 9.9;
/// Thickness of the lines through and under text, in mm.
const THICK: f64 = 0.35;

/// Places a marked draft on its pages.
pub fn place_marked(marked: &Marked, fonts: &Fonts) -> Result<Placed, Fault> {
    let mut sheets = Sheets::new(Paper::Upright);
    let (width, _) = sheets.area();
    let title = words::title(fonts, &marked.title, 22.0, width);
    let top = sheets.y;
    for (n, line) in title.lines.iter().enumerate() {
        let at = (sheets.left() + (width - line.width) / 2.0, top + title.baseline(n));
        line.place(sheets.page(), at, Face::BiaoSong, title.size_pt);
    }
    sheets.y += title.height() + 3.0;
    for note in &marked.notes {
        set_words(&mut sheets, fonts, note, Face::Kai);
    }
    sheets.y += 3.0;
    for part in &marked.parts {
        set_part(&mut sheets, fonts, part);
    }
    sheets.set_foot(fonts, &marked.foot);
    if sheets.pages.len() > 1 {
        around::number(&mut sheets.pages, Paper::Upright, fonts);
    }
    around::watermark(&mut sheets.pages, &marked.watermarks, fonts);
    Ok(sheets.placed(&marked.title))
}

/// Words that were not changed, small.
fn set_words(sheets: &mut Sheets, fonts: &Fonts, words: &str, face: Face) {
    let (width, _) = sheets.area();
    let laid = words::set(fonts, words, face, SMALL_PT, width, false);
    for n in 0..laid.lines.len() {
        if sheets.room() < laid.leading {
            sheets.turn();
        }
        let at = (sheets.left(), sheets.y + laid.baseline(0));
        laid.lines[n].place(sheets.page(), at, face, laid.size_pt);
        sheets.y += laid.leading;
    }
}

fn set_part(sheets: &mut Sheets, fonts: &Fonts, part: &Part) {
    // A label goes with the first line of its text.
    if sheets.room() < SMALL_PT * MM * 1.35 + LEADING {
        sheets.turn();
    }
    set_words(sheets, fonts, &format!("〔{}〕", part.label), Face::Hei);
    let cell = SIZE_PT * MM;
    let (width, _) = sheets.area();
    for (chars, marks) in paragraphs(&part.pieces) {
        let units = text::units(&chars, Face::FangSong, cell, fonts);
        let lines = text::break_lines(&units, Measure { width, first: 2.0 * cell, rest: 0.0, cell });
        let mut marks = marks.as_slice();
        for line in &lines {
            if sheets.room() < LEADING {
                sheets.turn();
            }
            let (own, rest) = marks.split_at(line.glyphs.len().min(marks.len()));
            marks = rest;
            let at = (sheets.left(), sheets.y + LEADING * 0.72);
            set_line(sheets.page(), line, own, at, fonts);
            sheets.y += LEADING;
        }
    }
    sheets.y += 2.0;
}

/// Paragraphs with the mark of each character; what cannot be printed becomes a blank.
fn paragraphs(pieces: &[(Mark, String)]) -> Vec<(String, Vec<Mark>)> {
    let mut paragraphs = vec![(String::new(), Vec::new())];
    for (mark, ch) in pieces.iter().flat_map(|(mark, text)| text.chars().map(move |ch| (*mark, ch))) {
        if ch == '\n' {
            paragraphs.push((String::new(), Vec::new()));
        } else if let Some((text, marks)) = paragraphs.last_mut() {
            text.push(if ch.is_control() { ' ' } else { ch });
            marks.push(mark);
        }
    }
    paragraphs.retain(|(text, _)| !text.is_empty());
    paragraphs
}

/// One line: runs of one mark and one stretch, with the line through or under each.
fn set_line(page: &mut Page, line: &Line, marks: &[Mark], (x, y): (f64, f64), fonts: &Fonts) {
    let em = SIZE_PT * MM;
    let stretch = |ch: char, width: f64| {
        let natural = fonts.advance(Face::FangSong, ch) * em;
        if text::marks::is_narrow(ch) && natural > width { width / natural } else { 1.0 }
    };
    let mut start = 0;
    while start < line.glyphs.len().min(marks.len()) {
        let mark = marks[start];
        let own = stretch(line.glyphs[start].ch, line.glyphs[start].width);
        let same = |at: &usize| {
            let glyph = &line.glyphs[*at];
            marks[*at] == mark && (stretch(glyph.ch, glyph.width) - own).abs() < 1e-9
        };
        let end = start + (start..line.glyphs.len().min(marks.len())).take_while(same).count();
        let set = &line.glyphs[start..end];
        let ink = if mark == Mark::Added { Ink::Red } else { Ink::Black };
        let glyphs: Vec<Glyph> = set.iter().map(|set| Glyph { ch: set.ch, x: x + set.x }).collect();
        if !glyphs.iter().all(|glyph| glyph.ch.is_whitespace()) {
            page.runs.push(Run {
                face: Face::FangSong,
                size_pt: SIZE_PT,
                ink,
                y,
                turn_deg: 0.0,
                stretch: own,
                glyphs,
            });
        }
        let height = match mark {
            Mark::Kept => None,
            Mark::Struck => Some(y - em * 0.33),
            Mark::Added => Some(y + em * 0.2),
        };
        if let (Some(top), Some(first), Some(last)) = (height, set.first(), set.last()) {
            // The line reaches to the next character, so that a spread line shows no gaps in it.
            let right = line.glyphs.get(end).map_or(last.x + last.width, |next| next.x);
            page.rules.push(Rule { x: x + first.x, y: top, w: right - first.x, h: THICK, ink: Ink::Red });
        }
        start = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_keep_the_mark_of_every_character_and_lose_none_but_line_feeds() {
        let pieces = [
            (Mark::Kept, "甲乙\n丙".to_owned()),
            (Mark::Struck, "丁\n".to_owned()),
            (Mark::Added, "\t戊".to_owned()),
        ];
        let said: Vec<(String, Vec<Mark>)> = paragraphs(&pieces);
        assert_eq!(
            said,
            [
                ("甲乙".to_owned(), vec![Mark::Kept; 2]),
                ("丙丁".to_owned(), vec![Mark::Kept, Mark::Struck]),
                (" 戊".to_owned(), vec![Mark::Added; 2]),
            ]
        );
    }
}
