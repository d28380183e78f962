//! Minutes (纪要, GB/T 9704-2012, 10.3): header, text, attendance, imprint, page numbers, watermarks. They carry no seal.
use super::area::Area;
use super::around;
use super::flow::{self, Item};
use super::grid;
use super::imprint::Imprint;
use super::{attendance, body, header};
use crate::Fault;
use crate::document::Document;
use crate::fonts::Fonts;
use crate::form::Paper;
use crate::page::{Page, Placed};
use crate::text;

/// Places minutes on their pages.
pub(super) fn place(document: &Document, fonts: &Fonts) -> Result<Placed, Fault> {
    let imprint = Imprint::of(document, fonts)?;
    let title = text::clean_line(&document.title);
    let mut placed = Placed { title, pages: vec![grid::page()], ..Placed::default() };
    let start = header::place(&mut placed.pages[0], document, fonts);
    let mut items = body::items(&document.body, &document.pictures, Area::UPRIGHT, fonts)?;
    items.extend(attendance::rows(&document.attendance, fonts).into_iter().map(Item::from));
    let used = flow::pour(&mut placed, &items, Area::UPRIGHT, start, fonts);
    let numbered = match imprint {
        Some(imprint) => put_imprint(&mut placed.pages, &imprint, used, fonts),
        None => placed.pages.len(),
    };
    around::number(&mut placed.pages[..numbered], Paper::Upright, fonts);
    around::watermark(&mut placed.pages, &document.watermarks, fonts);
    Ok(placed)
}

/// Puts the imprint on the last even page; returns how many pages carry a number.
fn put_imprint(pages: &mut Vec<Page>, imprint: &Imprint, used: usize, fonts: &Fonts) -> usize {
    let text_pages = pages.len();
    if text_pages % 2 == 1 {
        pages.push(grid::page());
    } else if !imprint.fits_below(used) {
        pages.extend([grid::page(), grid::page()]);
    }
    if let Some(last) = pages.last_mut() {
        imprint.put(last, fonts);
    }
    // An empty page before the imprint and the imprint's page itself carry no number (7.5).
    if pages.len() > text_pages + 1 { text_pages } else { pages.len() }
}
