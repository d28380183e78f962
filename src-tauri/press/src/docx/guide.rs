//! 本期导读: a table of contents that Word can build anew: columns (目录 1), titles with dotted leaders and pages (目录 2).
use super::facts::Facts;
use super::para::{around, field, paragraph, run};
use super::props::{Border, Chars, Line, Para};
use super::styles;
use super::units::{PITCH, RED};
use super::xml::Element;
use crate::bulletin::Bulletin;
use crate::text;

/// Depth of an item in the outline.
const ITEM: u8 = 2;
/// More items than this get 本期导读.
const LISTED: usize = 3;
/// Three lines stand on two of the grid; twips.
const LINE: i32 = PITCH * 2 / 3;
/// Columns without page numbers, then titles; built from the styles by their names.
const FIELD: &str = "TOC \\n 1-1 \\h \\z \\t \"栏目,1,稿件标题,2\"";
/// Red rule that closes it, in eighths of a point.
const RULE: i32 = 8;

/// The mark at an item's title that its page number refers to.
pub(super) fn target(number: usize) -> String {
    format!("_Toc{:08}", 20_160_000 + number)
}

/// Heading, entries and closing rule; nothing for a few items.
pub(super) fn paragraphs(bulletin: &Bulletin, facts: &Facts) -> Vec<Element> {
    let items: usize = bulletin.columns.iter().map(|column| column.items.len()).sum();
    if items <= LISTED {
        return Vec::new();
    }
    let heading = Chars { spacing: Some(192), ..Chars::default() };
    let mut out = vec![paragraph(&Para::of(styles::GUIDE), [run(heading, "本期导读")])];
    let mut entries = Vec::new();
    let mut number = 0;
    // The page of each item, titled or not.
    let mut pages = facts.marks.iter().filter(|(depth, _)| *depth == ITEM).map(|(_, page)| page + 1);
    for column in bulletin.columns.iter().filter(|column| !column.items.is_empty()) {
        let name = text::clean_line(&column.name);
        if !name.is_empty() {
            entries.push((styles::CONTENTS[0], vec![run(Chars::default(), &name)]));
        }
        for item in &column.items {
            let title = text::clean_line(&item.title);
            let page = pages.next().map_or_else(String::new, |page| page.to_string());
            if title.is_empty() {
                continue;
            }
            number += 1;
            let page = field(Chars::default(), &format!("PAGEREF {} \\h", target(number)), &page);
            let runs = [run(Chars::default(), &format!("{title}\t"))].into_iter().chain(page);
            let link = Element::new("w:hyperlink").with("w:anchor", target(number)).with("w:history", 1);
            entries.push((styles::CONTENTS[1], vec![link.children(runs)]));
        }
    }
    let [begin, end] = around(Chars::default(), FIELD);
    let mut begin = Some(begin);
    for (style, runs) in entries {
        let runs = begin.take().into_iter().flatten().chain(runs);
        out.push(paragraph(&Para::of(style), runs));
    }
    out.push(closing(facts, end));
    out
}

/// A red rule in the middle of a line; before it what is left of the lines of the grid on which the entries stand.
fn closing(facts: &Facts, end: Vec<Element>) -> Element {
    let small = facts.lines.iter().skip_while(|line| line.words() != "本期导读").skip(1);
    let count = small.take_while(|line| line.size_pt == 14.0).count() as i32;
    let spare = (count * 2 + 2) / 3 * PITCH - count * LINE;
    let rule = Border { kind: "single", eighths: RULE, space: 0, colour: RED };
    let props = Para {
        bottom: Some(rule),
        before: Some(spare.max(0)),
        after: Some(PITCH / 2 - 20),
        line: Some(Line::Exact(PITCH / 2)),
        ..Para::of(styles::HEAD_LINE)
    };
    paragraph(&props, end)
}
