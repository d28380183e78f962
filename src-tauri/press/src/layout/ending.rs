//! The text and what ends it: rows poured, the signature below them where there is room, else with lines of the text on
//! the next page (GB/T 9704-2012, 7.3.5.5). "此页无正文" is never printed.
//!
//! It deliberately does not know what the rows say.
use super::flow::{self, Row};
use super::grid::{self, BOTTOM, LEFT, TOP};
use super::signature::Band;
use crate::fonts::Fonts;
use crate::page::{Image, Page};

/// Lines of text that go with a signature onto its page.
const WITH_IT: usize = 2;
/// More rows than these are never taken over for the signature's sake.
const MOST_TAKEN: usize = 12;

/// Text and signature on their pages.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Ended {
    pub pages: Vec<Page>,
    /// Where the last page's words and seals end, mm.
    pub lowest: f64,
    /// The signature stands alone on its page: the text is a single line.
    pub alone: bool,
}

/// Pours `rows` from row `start` of the first page and puts `bands` below them; the first page ends at `foot` mm.
pub(super) fn place(rows: &[Row], start: usize, bands: &[Band], fonts: &Fonts) -> Ended {
    let (pages, used) = poured(rows, start, fonts);
    let Some(height) = bands.first().map(|band| band.height) else {
        return Ended { pages, lowest: grid::row_top(used), alone: false };
    };
    let fits = |used: usize| grid::row_top(used) + height <= BOTTOM + 1e-6;
    let lonely = pages.len() > 1 && used < WITH_IT;
    if fits(used) && !lonely {
        return stacked(pages, used, bands, fonts);
    }
    for taken in splits(rows) {
        let (head, tail) = rows.split_at(rows.len() - taken);
        let (mut pages, _) = poured(head, start, fonts);
        pages.push(grid::page());
        let before = pages.len();
        let used = flow::pour(&mut pages, tail, 0, fonts);
        if pages.len() == before && fits(used) {
            return stacked(pages, used, bands, fonts);
        }
    }
    if fits(used) {
        return stacked(pages, used, bands, fonts);
    }
    let mut ended = stacked(pages, usize::MAX, bands, fonts);
    ended.alone = true;
    ended
}

fn poured(rows: &[Row], start: usize, fonts: &Fonts) -> (Vec<Page>, usize) {
    let mut pages = vec![grid::page()];
    let used = flow::pour(&mut pages, rows, start, fonts);
    (pages, used)
}

/// How many rows may go over with the signature, best first: two lines of text or a little more, so that no heading is
/// left behind and the first page keeps text; at last a single line.
fn splits(rows: &[Row]) -> Vec<usize> {
    let inked = |taken: usize| rows[rows.len() - taken..].iter().filter(|row| row.line.is_some()).count();
    let clean = |taken: &usize| {
        let at = rows.len() - taken;
        !rows[at - 1].keep && rows[at].line.is_some()
    };
    let most = MOST_TAKEN.min(rows.len().saturating_sub(1));
    let (two, one): (Vec<usize>, Vec<usize>) =
        (1..=most).filter(clean).partition(|taken| inked(*taken) >= WITH_IT);
    two.into_iter().chain(one.into_iter().rev()).collect()
}

/// Puts the bands below row `used` of the last page, those that find no room on further pages.
fn stacked(mut pages: Vec<Page>, used: usize, bands: &[Band], fonts: &Fonts) -> Ended {
    let mut y = if used == usize::MAX { f64::MAX } else { grid::row_top(used) };
    for band in bands {
        if y + band.height > BOTTOM + 1e-6 {
            pages.push(grid::page());
            y = TOP;
        }
        if let Some(page) = pages.last_mut() {
            put(page, band, y, fonts);
        }
        y += band.height;
    }
    Ended { pages, lowest: y, alone: false }
}

fn put(page: &mut Page, band: &Band, y: f64, fonts: &Fonts) {
    for (line, (dx, dy), style) in &band.lines {
        grid::put(page, line, fonts, (LEFT + dx, y + dy), *style);
    }
    let images = band.images.iter();
    page.images.extend(images.map(|image| Image { x: LEFT + image.x, y: y + image.y, ..image.clone() }));
}
