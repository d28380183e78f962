//! The text and what ends it: items poured, the signature below them where there is room, else with lines of the text on
//! the next page (GB/T 9704-2012, 7.3.5.5). "此页无正文" is never printed.
//!
//! It deliberately does not know what the items say.
use super::area::Area;
use super::flow::{self, Item};
use super::grid::{self, BOTTOM, LEFT, ROW, TOP};
use super::signature::Band;
use crate::fonts::Fonts;
use crate::page::{Image, Page, Placed};

/// Lines of text that go with a signature onto its page.
const WITH_IT: usize = 2;
/// More items than these are never taken over for the signature's sake.
const MOST_TAKEN: usize = 12;

/// Text and signature on their pages.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Ended {
    /// Pages and the outline of the text.
    pub placed: Placed,
    /// Where the last page's words and seals end, mm.
    pub lowest: f64,
    /// The signature stands alone on its page: the text is a single line, or a table that fills its page.
    pub alone: bool,
}

/// Pours `items` from row `start` of the first page and puts `bands` below them.
pub(super) fn place(items: &[Item], start: usize, bands: &[Band], fonts: &Fonts) -> Ended {
    let (placed, used) = poured(items, start, fonts);
    let Some(first) = bands.first() else {
        return Ended { placed, lowest: grid::row_top(used), alone: false };
    };
    // All signatures on one page; only those of more authorities than a page holds are parted.
    let whole: f64 = bands.iter().map(|band| band.height).sum();
    let height = if whole <= BOTTOM - TOP - WITH_IT as f64 * ROW { whole } else { first.height };
    let fits = |used: usize| grid::row_top(used) + height <= BOTTOM + 1e-6;
    let lonely = placed.pages.len() > 1 && used < WITH_IT;
    if fits(used) && !lonely {
        return stacked(placed, grid::row_top(used), bands, fonts);
    }
    for taken in splits(items) {
        let (head, tail) = items.split_at(items.len() - taken);
        let (mut placed, _) = poured(head, start, fonts);
        placed.pages.push(grid::page());
        let before = placed.pages.len();
        let used = flow::pour(&mut placed, tail, Area::UPRIGHT, 0, fonts);
        if placed.pages.len() == before && fits(used) {
            return stacked(placed, grid::row_top(used), bands, fonts);
        }
    }
    if fits(used) {
        return stacked(placed, grid::row_top(used), bands, fonts);
    }
    Ended { alone: true, ..stacked(placed, f64::MAX, bands, fonts) }
}

fn poured(items: &[Item], start: usize, fonts: &Fonts) -> (Placed, usize) {
    let mut placed = Placed { pages: vec![grid::page()], ..Placed::default() };
    let used = flow::pour(&mut placed, items, Area::UPRIGHT, start, fonts);
    (placed, used)
}

/// How many items may go over with the signature, best first: two lines of text or a little more, so that no heading is
/// left behind and the first page keeps text; at last a single line.
fn splits(items: &[Item]) -> Vec<usize> {
    let inked = |taken: usize| items[items.len() - taken..].iter().map(lines).sum::<usize>();
    let clean = |taken: &usize| {
        let at = items.len() - taken;
        let empty = matches!(&items[at], Item::Row(row) if row.line.is_none());
        !items[at - 1].keeps() && !empty && items[..at].iter().any(|item| lines(item) > 0)
    };
    let most = MOST_TAKEN.min(items.len().saturating_sub(1));
    let (two, one): (Vec<usize>, Vec<usize>) =
        (1..=most).filter(clean).partition(|taken| inked(*taken) >= WITH_IT);
    two.into_iter().chain(one.into_iter().rev()).collect()
}

/// Lines of text that an item shows, at least.
fn lines(item: &Item) -> usize {
    match item {
        Item::Row(row) => usize::from(row.line.is_some()),
        Item::Mark { .. } => 0,
        Item::Block(_) | Item::Table(_) => WITH_IT,
    }
}

/// Puts the bands below `y` mm of the last page, those that find no room on further pages.
fn stacked(mut placed: Placed, mut y: f64, bands: &[Band], fonts: &Fonts) -> Ended {
    for band in bands {
        if y + band.height > BOTTOM + 1e-6 {
            placed.pages.push(grid::page());
            // A seal rises a little above its band.
            y = TOP - band.images.iter().map(|image| image.y).fold(0.0, f64::min);
        }
        if let Some(page) = placed.pages.last_mut() {
            put(page, band, y, fonts);
        }
        y += band.height;
    }
    Ended { placed, lowest: y, alone: false }
}

fn put(page: &mut Page, band: &Band, y: f64, fonts: &Fonts) {
    for (line, (dx, dy), style) in &band.lines {
        grid::put(page, line, fonts, (LEFT + dx, y + dy), *style);
    }
    let images = band.images.iter();
    page.images.extend(images.map(|image| Image { x: LEFT + image.x, y: y + image.y, ..image.clone() }));
}
