//! An official document of any kind onto its pages: head, text, annex list, signature, annexes, imprint, page numbers,
//! watermarks, outline (GB/T 9704-2012). Each part has its own module; this one says in which order they come.
//!
//! Promised: the first page shows text or the paper is refused with a sentence. It deliberately judges no wording.
use super::ending::{self, Ended};
use super::flow::Row;
use super::grid::{Frame, ROW};
use super::header::{self, Head};
use super::imprint::Imprint;
use super::letter::{self, Place};
use super::signature::{self, Band};
use super::{annexes, around, attendance, body, outline};
use crate::Fault;
use crate::document::{Document, Kind};
use crate::fonts::Fonts;
use crate::page::{Page, Placed};
use crate::text;

/// Rows of text that the first page shows at least, if there are so many.
const OPENING: usize = 2;
/// Most headings that are kept with the first line of text on the first page.
const HEADINGS: usize = 4;

/// Places a document on its pages.
pub(super) fn place(document: &Document, fonts: &Fonts) -> Result<Placed, Fault> {
    annexes::check(document)?;
    let rows = rows(document, fonts);
    let bands = signature::bands(document, fonts)?;
    let start = Start::of(document, opening(&rows), fonts)?;
    let mut ended = ending::place(&rows, start.head.start, &bands, fonts);
    let mut start = start;
    if ended.alone {
        // A text of one line and its signature: closer below the mark both go on one page.
        (start, ended) = closer(document, &rows, &bands, fonts).unwrap_or((start, ended));
    }
    let moved = start.head.moved;
    let mut lowest = start.join(&mut ended);
    let mut pages = ended.pages;
    let mut bookmarks: Vec<_> = outline::title(&document.title, &pages[0]).into_iter().collect();
    let headings = pages.iter().enumerate();
    bookmarks.extend(headings.flat_map(|(at, page)| outline::headings(page, at, Frame::UPRIGHT)));
    let annexed = annexes::pages(document, fonts);
    if !annexed.pages.is_empty() {
        let first = pages.len();
        let moved = annexed.bookmarks.into_iter();
        bookmarks.extend(moved.map(|mark| crate::page::Bookmark { page: first + mark.page, ..mark }));
        pages.extend(annexed.pages);
        lowest = annexed.lowest;
    }
    let numbered = match Imprint::of(document, moved, fonts)? {
        Some(imprint) => imprint.attach(&mut pages, lowest, fonts),
        None => pages.len(),
    };
    // The first page of a letter shows no number (10.1).
    let from = usize::from(document.kind == Kind::Letter);
    for (i, page) in pages.iter_mut().enumerate().take(numbered).skip(from) {
        around::number_page(page, i + 1, fonts);
    }
    around::watermark(&mut pages, &document.watermarks, fonts);
    Ok(Placed { title: text::clean_line(&document.title), pages, bookmarks })
}

/// Text, attendance of minutes, list of annexes.
fn rows(document: &Document, fonts: &Fonts) -> Vec<Row> {
    let mut rows = body::rows(&document.body, fonts);
    rows.extend(attendance::rows(&document.attendance, fonts));
    rows.extend(annexes::listed(document, fonts));
    rows
}

/// How many rows the first page must show: headings are kept with the line below them.
fn opening(rows: &[Row]) -> usize {
    let headings = rows.iter().take_while(|row| row.keep).count().min(HEADINGS);
    (headings + 1).max(OPENING).min(rows.len())
}

/// The first page before the text is on it.
struct Start {
    head: Head,
    /// Of a letter: what keeps its place, and where the text is moved.
    letter: Option<(Page, Place)>,
}

impl Start {
    fn of(document: &Document, opening: usize, fonts: &Fonts) -> Result<Self, Fault> {
        if document.kind == Kind::Letter {
            let (head, fixed, place) = letter::head(document, opening, fonts)?;
            return Ok(Self { head, letter: Some((fixed, place)) });
        }
        Ok(Self { head: header::head(document, opening, fonts)?, letter: None })
    }

    /// Lays the head on the first page; returns where the last page's text ends, mm.
    fn join(self, ended: &mut Ended) -> f64 {
        let alone = ended.pages.len() == 1;
        let first = &mut ended.pages[0];
        let text = std::mem::replace(first, self.head.page);
        first.runs.extend(text.runs);
        first.rules.extend(text.rules);
        first.images.extend(text.images);
        let Some((fixed, place)) = self.letter else { return ended.lowest };
        place.apply(first, !alone);
        let text = std::mem::replace(first, fixed);
        first.runs.extend(text.runs);
        first.rules.extend(text.rules);
        first.images.extend(text.images);
        if alone { place.y(ended.lowest, false) } else { ended.lowest }
    }
}

/// A head so close that all rows and the signature go on the first page; `None` if there is no such head.
fn closer(document: &Document, rows: &[Row], bands: &[Band], fonts: &Fonts) -> Option<(Start, Ended)> {
    let height: f64 = bands.iter().map(|band| band.height).sum();
    let opening = rows.len() + (height / ROW).ceil() as usize;
    let start = Start::of(document, opening, fonts).ok()?;
    let ended = ending::place(rows, start.head.start, bands, fonts);
    (ended.pages.len() == 1).then_some((start, ended))
}
