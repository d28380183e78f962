//! Who signs and when (GB/T 9704-2012, 7.3.5) and the note below it (7.3.6): names and date at the distance from the edge
//! that the placed page has, seals floating over them.
use super::drawing;
use super::facts::{Facts, Seen};
use super::head::BASELINE;
use super::heads::{NO_DATE, said};
use super::para::{paragraph, run};
use super::props::{Align, Chars, Indent, Para};
use super::styles;
use super::units::{CHAR, PITCH, TWIPS_PER_MM, twips};
use super::writer::Writer;
use super::xml::Element;
use crate::Fault;
use crate::document::{Document, Kind, Sealing};
use crate::page::{Face, Image};
use crate::text;

/// Edges of the type area, a cell and a row of the grid, mm.
const LEFT: f64 = 28.0;
const RIGHT: f64 = 184.0;
const CELL: f64 = 156.0 / 28.0;
const ROW: f64 = 225.0 / 22.0;
/// Words whose baselines are nearer than this stand on one line, mm.
const NEAR: f64 = 5.0;

/// Most lines of text above a signature, or above the list of annexes before it, that count as taken to its page with it.
const TAKEN: usize = 4;

/// Paragraphs of signature, date and note, and whether text goes with them onto a new page; `pages` is how many pages the
/// text has without its annexes.
///
/// # Errors
/// A seal to be turned whose pixels cannot be read.
pub(super) fn paragraphs(
    writer: &mut Writer,
    document: &Document,
    facts: &Facts,
    pages: usize,
) -> Result<(Vec<Element>, bool), Fault> {
    let mut out = (Vec::new(), false);
    if document.kind != Kind::Minutes {
        let before = facts.lines.iter().take_while(|line| line.page < pages);
        let lines: Vec<&Seen> = before.filter(|line| line.size_pt > 15.0).collect();
        out = signature(writer, document, facts, &lines)?;
    }
    let note = text::clean_line(&document.note);
    let note = note.trim_matches(['（', '）', '(', ')']);
    if !note.is_empty() {
        out.0.push(paragraph(&Para::of(styles::NOTE), [run(Chars::default(), &format!("（{note}）"))]));
    }
    Ok(out)
}

fn signature(
    writer: &mut Writer,
    document: &Document,
    facts: &Facts,
    lines: &[&Seen],
) -> Result<(Vec<Element>, bool), Fault> {
    let date: String =
        said(document.date.as_deref(), NO_DATE).chars().filter(|ch| !ch.is_whitespace()).collect();
    let Some(dated) = lines.iter().rposition(|line| line.words() == date) else {
        return Ok(Default::default());
    };
    let first = begin(document, &lines[..dated]);
    let mut out = Vec::new();
    let mut above = first.checked_sub(1).map(|i| lines[i]);
    let mut at = first;
    while at <= dated {
        // What stands on one line of the page, in whatever size, is one paragraph.
        let here = lines[at..=dated]
            .iter()
            .take_while(|line| (line.y - lines[at].y).abs() < NEAR && line.page == lines[at].page);
        let row = &lines[at..at + here.count().max(1)];
        at += row.len();
        let last = at > dated;
        let rows =
            above.filter(|line| line.page == row[0].page).map_or(1.0, |line| (row[0].y - line.y) / ROW);
        above = row.last().copied();
        let mut runs = Vec::new();
        if last {
            runs = seals(writer, document, facts, lines[dated])?;
        }
        out.push(line(row, (last, rows), &mut runs));
    }
    let page = lines[first].page;
    let text = lines[..first].iter().rposition(|line| line.words().starts_with("附件："));
    let text = &lines[..text.filter(|_| !document.annexes.is_empty()).unwrap_or(first)];
    let taken = text.iter().filter(|line| line.page == page).count();
    Ok((out, page > 0 && taken <= TAKEN))
}

/// Index of the first line of the names that stand above the date.
fn begin(document: &Document, lines: &[&Seen]) -> usize {
    let count = |words: &str| text::clean_line(words).chars().filter(|ch| !ch.is_whitespace()).count();
    let stamped = document.sealing == Sealing::Stamp;
    let person =
        |a: &crate::document::Authority| if stamped && a.seal.is_none() { count(&a.person) } else { 0 };
    let mut left: usize = document.authorities.iter().map(|a| count(&a.name) + person(a)).sum();
    let mut first = lines.len();
    while left > 0 && first > 0 {
        first -= 1;
        left = left.saturating_sub(lines[first].words().chars().count());
    }
    first
}

/// One line: a single name by its distance from the right edge, several each in the middle of its column.
fn line(row: &[&Seen], (last, rows): (bool, f64), runs: &mut Vec<Element>) -> Element {
    let style = if last { styles::DATED } else { styles::SIGNED };
    let before = (rows.round() as i32 - 1).max(0) * PITCH;
    let mut props = Para {
        keep_next: Some(!last).filter(|keep| *keep),
        before: Some(before).filter(|before| *before > 0),
        ..Para::of(style)
    };
    let parts: Vec<_> = row.iter().flat_map(|seen| seen.segments.iter().map(|s| (*seen, s))).collect();
    let chars = |seen: &Seen| Chars {
        face: Some(seen.face).filter(|face| *face != Face::FangSong),
        size_pt: Some(seen.size_pt).filter(|size| *size != 16.0),
        ..Chars::default()
    };
    if let [(seen, segment)] = parts.as_slice() {
        let away = ((RIGHT - segment.right) / CELL * 100.0).round() / 100.0;
        props.indent = Some(Indent::chars(CHAR, 0.0, away.max(0.0), 0.0));
        runs.push(run(chars(seen), &segment.words));
        return paragraph(&props, std::mem::take(runs));
    }
    props.align = Some(Align::Left);
    for (seen, segment) in parts {
        props.tabs.push(("center", twips((segment.left + segment.right) / 2.0 - LEFT)));
        runs.push(run(Chars::default(), "\t"));
        runs.push(run(chars(seen), &segment.words));
    }
    paragraph(&props, std::mem::take(runs))
}

/// Seals and stamps, anchored in the date's line so that they move with it.
fn seals(
    writer: &mut Writer,
    document: &Document,
    facts: &Facts,
    date: &Seen,
) -> Result<Vec<Element>, Fault> {
    let top = date.y - f64::from(PITCH) / TWIPS_PER_MM * BASELINE;
    let seals: Vec<_> = document.authorities.iter().filter_map(|authority| authority.seal.as_ref()).collect();
    let place = |(page, image): (usize, &Image)| {
        // A seal of the page before cannot hang above this line; it stands beside it, to be moved.
        let y = if page == date.page { image.y - top } else { 0.0 };
        drawing::floating(writer, &image.picture, (image.x, y), (image.w, image.h))
    };
    facts.images(&seals).into_iter().map(place).collect()
}
