//! The bulletin (工作简报): red head, 本期导读, 编者按, columns with their items, foot between black rules. Custom, no standard's;
//! page, grid, levels and page numbers are those of official paper.
//!
//! Promised: a title never stands alone at a page's foot, 本期导读 names the pages on which the items begin. It
//! deliberately adds no ornament but red rules.
mod foot;
mod guide;
mod head;
mod items;

use super::area::Area;
use super::flow::{self, Item};
use super::{around, grid};
use crate::Fault;
use crate::bulletin::Bulletin;
use crate::fonts::Fonts;
use crate::form::Paper;
use crate::page::{Bookmark, Placed};
use crate::text;
use foot::Foot;

/// More items than this get 本期导读.
const LISTED: usize = 3;
/// Depth of an item in the outline.
const ITEM: u8 = 2;

/// Places a bulletin on its pages.
///
/// # Errors
/// A table that no page can hold, a picture that is named but not there, more receivers than a page holds.
pub fn place_bulletin(bulletin: &Bulletin, fonts: &Fonts) -> Result<Placed, Fault> {
    let items = items::of(bulletin, fonts)?;
    let entries = guide::entries(bulletin);
    let listed = entries.len() > LISTED;
    let foreword = !bulletin.foreword.trim().is_empty();
    let guide = |pages: &[usize]| match listed {
        true => guide::items(&entries, foreword, pages, fonts),
        false => Vec::new(),
    };
    let (mut placed, mut used) = poured(bulletin, (&items, &guide(&[])), fonts);
    if listed {
        // The room that 本期导读 takes does not depend on the page numbers in it: the second pass is the last.
        (placed, used) = poured(bulletin, (&items, &guide(&pages_of_items(&placed))), fonts);
    }
    if let Some(foot) = Foot::of(bulletin, used, fonts)? {
        if !foot.fits_below(used) {
            placed.pages.push(grid::page());
        }
        if let Some(last) = placed.pages.last_mut() {
            foot.put(last, fonts);
        }
    }
    around::number(&mut placed.pages, Paper::Upright, fonts);
    around::watermark(&mut placed.pages, &bulletin.watermarks, fonts);
    Ok(placed)
}

/// Head, guide and items on pages, and the first free row of the last one.
fn poured(bulletin: &Bulletin, (items, guide): (&[Item], &[Item]), fonts: &Fonts) -> (Placed, usize) {
    let title = format!(
        "{}{}",
        text::clean_line(&bulletin.name),
        bulletin.number.as_deref().map(text::clean_line).unwrap_or_default()
    );
    let mut placed = Placed { title: title.clone(), pages: vec![grid::page()], ..Placed::default() };
    placed.bookmarks.push(Bookmark { title, depth: 0, page: 0, y: grid::TOP });
    let at = head::put(&mut placed.pages[0], bulletin, fonts);
    let at = flow::pour(&mut placed, guide, Area::UPRIGHT, at, fonts);
    let used = flow::pour(&mut placed, items, Area::UPRIGHT, at, fonts);
    (placed, used)
}

/// Page numbers of the items, in order.
fn pages_of_items(placed: &Placed) -> Vec<usize> {
    placed.bookmarks.iter().filter(|mark| mark.depth == ITEM).map(|mark| mark.page + 1).collect()
}
