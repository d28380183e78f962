//! An official document of any kind onto its pages: head, text, annex list, signature, annexes, imprint, page numbers,
//! watermarks, outline (GB/T 9704-2012). Each part has its own module; this one says in which order they come.
//!
//! Promised: the first page shows text or the paper is refused with a sentence. It deliberately judges no wording.
use super::area::Area;
use super::ending::{self, Ended, Text};
use super::flow::Item;
use super::grid::ROW;
use super::header::{self, Head};
use super::imprint::Imprint;
use super::letter::{self, Place};
use super::signature::{self, Band};
use super::{annexes, around, attendance, body};
use crate::Fault;
use crate::document::{Document, Kind};
use crate::fonts::Fonts;
use crate::page::{Bookmark, Face, Ink, Page, Placed};
use crate::text;

/// Rows of text that the first page shows at least, if there are so many.
const OPENING: usize = 2;
/// Most rows that headings and what they head may claim on the first page.
const HIGHEST: usize = 8;

/// Said of a paper whose signature no text could follow.
const BARE: &str = "落款所在的一页没有正文，正文也移不过去（正文太短，或者末尾的图片占满一页、附件说明太长）：请在正文末尾补写一两行，或者缩小图片、精简附件\
    名称；不能用“此页无正文”的办法（GB/T 9704—2012，7.3.5.5）。";

/// Places a document on its pages.
pub(super) fn place(document: &Document, fonts: &Fonts) -> Result<Placed, Fault> {
    annexes::check(document)?;
    let text = items(document, fonts)?;
    let bands = signature::bands(document, fonts)?;
    let mut start = Start::of(document, opening(&text.items), fonts)?;
    let mut ended = ending::place(&text, start.head.start, &bands, fonts);
    if ended.is_thin() {
        // A text of a line or two and its signature: closer below the mark both go on one page.
        (start, ended) = closer(document, &text, &bands, fonts).unwrap_or((start, ended));
    }
    let bare = (ended.shown == 0).then(|| BARE.to_owned());
    let moved = start.head.moved;
    let text_end = start.join(&mut ended);
    let mut placed = ended.placed;
    placed.notes.extend(bare);
    placed.title = text::clean_line(&document.title);
    if let Some(title) = title_mark(&placed.title, &placed.pages[0]) {
        placed.bookmarks.insert(0, title);
    }
    let lowest = annexes::append(&mut placed, document, fonts)?.unwrap_or(text_end);
    let numbered = match Imprint::of(document, moved, fonts)? {
        Some(imprint) => imprint.attach(&mut placed.pages, lowest, fonts),
        None => placed.pages.len(),
    };
    // The first page of a letter shows no number (10.1).
    let from = usize::from(document.kind == Kind::Letter);
    for (i, page) in placed.pages.iter_mut().enumerate().take(numbered).skip(from) {
        around::number_page(page, i + 1, fonts);
    }
    around::watermark(&mut placed.pages, &document.watermarks, fonts);
    Ok(placed)
}

/// Text, attendance of minutes, list of annexes.
fn items(document: &Document, fonts: &Fonts) -> Result<Text, Fault> {
    let mut items = body::items(&document.body, &document.pictures, Area::UPRIGHT, fonts)?;
    items.extend(attendance::rows(&document.attendance, fonts).into_iter().map(Item::from));
    let listed = annexes::listed(document, fonts);
    let count = listed.len();
    items.extend(listed.into_iter().map(Item::from));
    Ok(Text { items, listed: count })
}

/// How many rows the first page must show: headings are kept with what is below them.
fn opening(items: &[Item]) -> usize {
    let rows = |items: &[Item]| items.iter().map(|item| item.least(Area::UPRIGHT)).sum::<usize>();
    let headings = items.iter().take_while(|item| item.keeps()).count();
    let first = rows(&items[..(headings + 1).min(items.len())]).min(HIGHEST);
    first.max(OPENING).min(rows(items))
}

/// The outline leads to the title first.
fn title_mark(title: &str, page: &Page) -> Option<Bookmark> {
    let first = page.runs.iter().find(|run| run.face == Face::BiaoSong && run.ink == Ink::Black)?;
    let y = first.y - first.size_pt * text::MM_PER_PT;
    (!title.is_empty()).then(|| Bookmark { title: title.to_owned(), depth: 0, page: 0, y })
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
        let alone = ended.placed.pages.len() == 1;
        let first = &mut ended.placed.pages[0];
        lay_below(first, self.head.page);
        let Some((fixed, place)) = self.letter else { return ended.lowest };
        place.apply(first, !alone);
        lay_below(first, fixed);
        let marks = ended.placed.bookmarks.iter_mut().filter(|mark| mark.page == 0);
        marks.for_each(|mark| mark.y = place.y(mark.y, !alone));
        if alone { place.y(ended.lowest, false) } else { ended.lowest }
    }
}

/// Puts what is on `below` on the page before what is there already.
fn lay_below(page: &mut Page, below: Page) {
    let above = std::mem::replace(page, below);
    page.runs.extend(above.runs);
    page.rules.extend(above.rules);
    page.images.extend(above.images);
}

/// A head so close that all text and the signature go on the first page; `None` if there is no such head.
fn closer(document: &Document, text: &Text, bands: &[Band], fonts: &Fonts) -> Option<(Start, Ended)> {
    let height: f64 = bands.iter().map(|band| band.height).sum();
    let rows: usize = text.items.iter().map(|item| item.least(Area::UPRIGHT)).sum();
    let start = Start::of(document, rows + (height / ROW).ceil() as usize, fonts).ok()?;
    let ended = ending::place(text, start.head.start, bands, fonts);
    (ended.placed.pages.len() == 1).then_some((start, ended))
}
