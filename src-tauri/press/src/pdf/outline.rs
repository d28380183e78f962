//! The outline (书签) that a reader shows beside the pages: nested by depth, each entry opens at its height.
use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat, dictionary};

use super::{PT, finish};
use crate::page::{Bookmark, Placed};

/// An entry with what stands under it.
#[derive(Debug, PartialEq)]
struct Entry<'a> {
    mark: &'a Bookmark,
    under: Vec<Entry<'a>>,
}

/// Hangs the outline into the file; a paper without headings has none, and opens without the side bar.
pub(super) fn hang(out: &mut Document, placed: &Placed) {
    let pages: Vec<ObjectId> = out.page_iter().collect();
    let marks: Vec<&Bookmark> = placed.bookmarks.iter().filter(|mark| mark.page < pages.len()).collect();
    let entries = nest(&marks);
    if entries.is_empty() {
        return;
    }
    let place = |mark: &Bookmark| {
        let height = placed.pages.get(mark.page).map_or(0.0, |page| page.h);
        let y = ((height - mark.y) * PT).max(0.0) as f32;
        vec![Object::from(pages[mark.page]), "XYZ".into(), Object::Null, y.into(), Object::Null]
    };
    let root = out.new_object_id();
    let mut dict = level(out, root, &entries, &place);
    dict.set("Type", "Outlines");
    out.set_object(root, dict);
    if let Some(catalog) = finish::catalog(out) {
        catalog.set("Outlines", root);
        catalog.set("PageMode", "UseOutlines");
    }
}

/// Headings in order as a tree: what is deeper than the one before stands under it, whatever levels are left out.
fn nest<'a>(marks: &[&'a Bookmark]) -> Vec<Entry<'a>> {
    let mut entries = Vec::new();
    let mut rest = marks;
    while let Some((first, after)) = rest.split_first() {
        let n = after.iter().take_while(|mark| mark.depth > first.depth).count();
        let (under, others) = after.split_at(n);
        entries.push(Entry { mark: first, under: nest(under) });
        rest = others;
    }
    entries
}

/// Writes one level under `parent`; gives the keys that lead from the parent to it.
fn level(
    out: &mut Document,
    parent: ObjectId,
    entries: &[Entry<'_>],
    place: &impl Fn(&Bookmark) -> Vec<Object>,
) -> Dictionary {
    let ids: Vec<ObjectId> = entries.iter().map(|_| out.new_object_id()).collect();
    for (i, entry) in entries.iter().enumerate() {
        let mut dict = level(out, ids[i], &entry.under, place);
        dict.set("Parent", parent);
        dict.set("Title", utf16(&entry.mark.title));
        dict.set("Dest", place(entry.mark));
        if let Some(before) = i.checked_sub(1) {
            dict.set("Prev", ids[before]);
        }
        if let Some(next) = ids.get(i + 1) {
            dict.set("Next", *next);
        }
        out.set_object(ids[i], dict);
    }
    match (ids.first(), ids.last()) {
        // All entries are open: each level counts everything under it (ISO 32000-1, 12.3.3).
        (Some(first), Some(last)) => {
            dictionary! { "First" => *first, "Last" => *last, "Count" => count(entries) }
        }
        _ => Dictionary::new(),
    }
}

fn count(entries: &[Entry<'_>]) -> i64 {
    entries.iter().map(|entry| 1 + count(&entry.under)).sum()
}

/// Words as UTF-16 with its mark in front (ISO 32000-1, 7.9.2.2).
fn utf16(words: &str) -> Object {
    let units = std::iter::once(0xFEFF).chain(words.encode_utf16());
    Object::String(units.flat_map(u16::to_be_bytes).collect(), StringFormat::Hexadecimal)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(title: &str, depth: u8) -> Bookmark {
        Bookmark { title: title.into(), depth, page: 0, y: 0.0 }
    }

    fn shape(entries: &[Entry<'_>]) -> String {
        let one = |entry: &Entry<'_>| format!("{}({})", entry.mark.title, shape(&entry.under));
        entries.iter().map(one).collect()
    }

    #[test]
    fn headings_stand_under_the_last_shallower_one() {
        let marks =
            [mark("题", 0), mark("一", 1), mark("甲", 2), mark("乙", 2), mark("二", 1), mark("附", 0)];
        assert_eq!(shape(&nest(&marks.iter().collect::<Vec<_>>())), "题(一(甲()乙())二())附()");
    }

    #[test]
    fn a_paper_that_begins_deep_or_leaves_a_level_out_keeps_every_heading() {
        let marks = [mark("甲", 2), mark("一", 1), mark("丙", 3), mark("题", 0)];
        assert_eq!(shape(&nest(&marks.iter().collect::<Vec<_>>())), "甲()一(丙())题()");
    }
}
