//! The text and what ends it: items poured, the signature below them where there is room, else with lines of the text on
//! the next page (GB/T 9704-2012, 7.3.5.5). "此页无正文" is never printed.
//!
//! The list of annexes is no text: a page of it and the signature takes lines of the text along as well. Of a table that
//! ends the text the last rows go over, its head above them. Where nothing can go over ([`Ended::shown`]) the paper is set
//! all the same, and whoever asked may say so. It deliberately does not know what the items say.
use super::area::Area;
use super::flow::{self, Item, SMALL};
use super::grid::{self, BOTTOM, LEFT, ROW, TOP};
use super::signature::Band;
use crate::fonts::Fonts;
use crate::page::{Image, Page, Placed};

/// Lines of text that go with a signature onto its page, and rows of a table.
const WITH_IT: usize = 2;
/// More items than these are never taken over for the signature's sake.
const MOST_TAKEN: usize = 12;

/// What is poured: the text, and behind it items that are no text (the list of annexes).
#[derive(Debug)]
pub(super) struct Text {
    pub items: Vec<Item>,
    /// How many of the last items are no text.
    pub listed: usize,
}

impl Text {
    /// Items that are text.
    fn own(&self) -> &[Item] {
        &self.items[..self.items.len() - self.listed]
    }
}

/// Text and signature on their pages.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Ended {
    /// Pages and the outline of the text.
    pub placed: Placed,
    /// Where the last page's words and seals end, mm.
    pub lowest: f64,
    /// Lines of text with the signature, as far as anybody wants to know. Too few: the text is a line or two, or ends in
    /// a picture that fills its page.
    pub shown: usize,
}

impl Ended {
    /// Fewer lines of text go with the signature than should.
    pub fn is_thin(&self) -> bool {
        self.shown < WITH_IT
    }
}

/// Pours the text from row `start` of the first page and puts `bands` below it.
pub(super) fn place(text: &Text, start: usize, bands: &[Band], fonts: &Fonts) -> Ended {
    let (placed, used) = poured(&text.items, start, fonts);
    let Some(first) = bands.first() else {
        return Ended { placed, lowest: grid::row_top(used), shown: WITH_IT };
    };
    // All signatures on one page; only those of more authorities than a page holds are parted.
    let whole: f64 = bands.iter().map(|band| band.height).sum();
    let height = if whole <= BOTTOM - TOP - WITH_IT as f64 * ROW { whole } else { first.height };
    let fits = |used: usize| grid::row_top(used) + height <= BOTTOM + 1e-6;
    let shown = shown(text, &placed, used, start, fonts);
    if fits(used) && shown >= WITH_IT {
        return stacked(placed, grid::row_top(used), bands, fonts);
    }
    for (over, head, tail) in parted(text) {
        let (mut placed, _) = poured(&head, start, fonts);
        placed.pages.push(grid::page());
        let before = placed.pages.len();
        let used = flow::pour(&mut placed, &tail, Area::UPRIGHT, 0, fonts);
        if placed.pages.len() == before && fits(used) {
            return Ended { shown: over, ..stacked(placed, grid::row_top(used), bands, fonts) };
        }
    }
    let (y, shown) = if fits(used) { (grid::row_top(used), shown) } else { (f64::MAX, 0) };
    Ended { shown, ..stacked(placed, y, bands, fonts) }
}

fn poured(items: &[Item], start: usize, fonts: &Fonts) -> (Placed, usize) {
    let mut placed = Placed { pages: vec![grid::page()], ..Placed::default() };
    let used = flow::pour(&mut placed, items, Area::UPRIGHT, start, fonts);
    (placed, used)
}

/// Rows of text on the last page; a first page has enough of it by itself.
fn shown(text: &Text, placed: &Placed, used: usize, start: usize, fonts: &Fonts) -> usize {
    if placed.pages.len() == 1 {
        return WITH_IT;
    }
    if text.listed == 0 {
        return used;
    }
    let (own, used) = poured(text.own(), start, fonts);
    if own.pages.len() == placed.pages.len() { used } else { 0 }
}

/// Lines or rows of text that go over, the items that stay, those that go over.
type Parted = (usize, Vec<Item>, Vec<Item>);

/// What stays and what goes over with the signature, best first: two lines of text or a little more, so that no heading
/// is left behind and the first page keeps text; then rows of a table; at last a single line. Each with the lines or rows
/// of text that go over.
fn parted(text: &Text) -> impl Iterator<Item = Parted> {
    let items = text.own();
    let inked = |taken: usize| items[items.len() - taken..].iter().map(lines).sum::<usize>();
    let clean = |taken: &usize| {
        let at = items.len() - taken;
        let empty = matches!(&items[at], Item::Row(row) if row.line.is_none());
        !items[at - 1].keeps() && !empty && items[..at].iter().any(|item| lines(item) > 0)
    };
    let most = MOST_TAKEN.min(items.len().saturating_sub(1));
    let (two, one): (Vec<usize>, Vec<usize>) =
        (1..=most).filter(clean).partition(|taken| inked(*taken) >= WITH_IT);
    let whole = move |taken: usize| {
        let (head, tail) = text.items.split_at(items.len() - taken);
        (inked(taken), head.to_vec(), tail.to_vec())
    };
    let one = one.into_iter().rev().map(whole);
    // A large table leaves rows behind rather than a hole; a small one goes over as a whole.
    let large = items.last().is_some_and(|item| !is_small(item));
    let (before, after) = torn(text).partition::<Vec<_>, _>(|(over, ..)| large && *over >= WITH_IT);
    before.into_iter().chain(two.into_iter().map(whole)).chain(after).chain(one)
}

/// A table that ends the text, parted above its last rows: two of them or a few more, at last one alone.
fn torn(text: &Text) -> impl Iterator<Item = Parted> {
    let (before, grid) = match text.own().split_last() {
        Some((Item::Table(grid), before)) => (before, Some(grid)),
        _ => (text.own(), None),
    };
    let count = grid.map_or(0, |grid| grid.groups.len());
    let listed = &text.items[text.own().len()..];
    let over = (WITH_IT..count.min(MOST_TAKEN)).chain((count > 1).then_some(1));
    over.filter_map(move |over| {
        let (above, below) = grid?.parted(count - over)?;
        let part = |grid| Item::Table(Box::new(grid));
        let head = before.iter().cloned().chain([part(above)]).collect();
        Some((over, head, [part(below)].into_iter().chain(listed.iter().cloned()).collect()))
    })
}

/// A table that is not torn where it can be helped.
fn is_small(item: &Item) -> bool {
    matches!(item, Item::Table(grid) if Area::UPRIGHT.rows_for(grid.whole_height()) <= SMALL)
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
    Ended { placed, lowest: y, shown: WITH_IT }
}

fn put(page: &mut Page, band: &Band, y: f64, fonts: &Fonts) {
    for (line, (dx, dy), style) in &band.lines {
        grid::put(page, line, fonts, (LEFT + dx, y + dy), *style);
    }
    let images = band.images.iter();
    page.images.extend(images.map(|image| Image { x: LEFT + image.x, y: y + image.y, ..image.clone() }));
}
