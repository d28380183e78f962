//! The outline (书签) of a finished PDF: its tree, its words, and that each entry opens at its heading.
use lopdf::{Dictionary, Document, Object, ObjectId};
use press::page::{Bookmark, Page, Placed};

use crate::picture_samples::{paper, print};

fn mark(title: &str, depth: u8, page: usize, y: f64) -> Bookmark {
    Bookmark { title: title.into(), depth, page, y }
}

fn catalog(file: &Document) -> &Dictionary {
    file.catalog().expect("a root")
}

fn id(dict: &Dictionary, key: &[u8]) -> Option<ObjectId> {
    dict.get(key).and_then(Object::as_reference).ok()
}

fn words(object: &Object) -> String {
    let bytes = object.as_str().expect("a string");
    assert_eq!(bytes[..2], [0xFE, 0xFF], "UTF-16 with its mark");
    let units: Vec<u16> = bytes[2..].chunks(2).map(|u| u16::from_be_bytes([u[0], u[1]])).collect();
    String::from_utf16(&units).expect("UTF-16")
}

/// One line an entry, indented by its level, with page and height in mm; checks that every link has its counterpart.
fn tree(file: &Document, parent: ObjectId, level: usize, out: &mut Vec<String>) -> i64 {
    let above = file.get_dictionary(parent).expect("a level");
    let (mut next, mut before, mut count) = (id(above, b"First"), None, 0);
    while let Some(at) = next {
        let entry = file.get_dictionary(at).expect("an entry");
        assert_eq!((id(entry, b"Parent"), id(entry, b"Prev")), (Some(parent), before));
        let to = entry.get(b"Dest").and_then(Object::as_array).expect("where it leads");
        let page = to[0].as_reference().expect("a page");
        let number = file.get_pages().iter().find(|(_, id)| **id == page).expect("of this file").0 - 1;
        assert_eq!(to[1].as_name().expect("how"), b"XYZ");
        let y = 297.0 - f64::from(to[3].as_float().expect("a height")) * 25.4 / 72.0;
        out.push(format!(
            "{}{} {number} {y:.1}",
            "  ".repeat(level),
            words(entry.get(b"Title").expect("words"))
        ));
        count += 1 + tree(file, at, level + 1, out);
        (before, next) = (Some(at), id(entry, b"Next"));
    }
    assert_eq!(id(above, b"Last"), before, "the last one is the last");
    assert_eq!(above.get(b"Count").and_then(Object::as_i64).unwrap_or(0), count, "all are open");
    count
}

#[test]
fn headings_become_a_tree_that_opens_at_their_heights() {
    let first = paper(&[]);
    let page = Page { w: 210.0, h: 297.0, ..Page::default() };
    let bookmarks = vec![
        mark("关于“质量强市”𠮷的通知", 0, 0, 60.0),
        mark("一、总体要求", 1, 0, 120.0),
        mark("（一）目标", 2, 0, 140.5),
        mark("二、任务", 1, 1, 37.0),
        mark("不在本件", 1, 9, 37.0),
        mark("附件", 0, 1, 200.0),
    ];
    let placed = Placed { pages: [first.pages, vec![page]].concat(), bookmarks, ..first };
    let file = Document::load_mem(&print("outline", &placed, false).bytes).expect("a PDF");
    let root = id(catalog(&file), b"Outlines").expect("an outline");
    let mut seen = Vec::new();
    tree(&file, root, 0, &mut seen);
    let wanted = [
        "关于“质量强市”𠮷的通知 0 60.0",
        "  一、总体要求 0 120.0",
        "    （一）目标 0 140.5",
        "  二、任务 1 37.0",
        "附件 1 200.0",
    ];
    assert_eq!(seen, wanted);
    assert_eq!(catalog(&file).get(b"PageMode").and_then(Object::as_name).expect("a mode"), b"UseOutlines");
}

#[test]
fn a_paper_without_headings_opens_without_the_side_bar_but_with_its_title() {
    let file = Document::load_mem(&print("no_outline", &paper(&[]), false).bytes).expect("a PDF");
    let root = catalog(&file);
    assert!(!root.has(b"Outlines"));
    assert_eq!(root.get(b"PageMode").and_then(Object::as_name).expect("a mode"), b"UseNone");
    let view = root.get(b"ViewerPreferences").and_then(Object::as_dict).expect("preferences");
    assert_eq!(view.get(b"DisplayDocTitle").and_then(Object::as_bool).expect("yes or no"), true);
    assert_eq!(root.get(b"Lang").and_then(Object::as_str).expect("a language"), b"zh-CN");
}
