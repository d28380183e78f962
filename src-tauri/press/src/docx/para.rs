//! Paragraphs and runs with their words.
use super::props::{Chars, Para};
use super::xml::Element;

/// A paragraph with its runs.
pub(super) fn paragraph(props: &Para, runs: impl IntoIterator<Item = Element>) -> Element {
    let properties = props.element();
    let mut out = Element::new("w:p");
    if !properties.is_empty() {
        out.push(properties);
    }
    out.children(runs)
}

/// A paragraph of one style with plain words.
pub(super) fn plain(style: &'static str, words: &str) -> Element {
    paragraph(&Para::of(style), [run(Chars::default(), words)])
}

/// A run; a tab in its words is a tabulator, a line feed a soft break.
pub(super) fn run(chars: Chars, words: &str) -> Element {
    let properties = chars.element();
    let mut out = Element::new("w:r");
    if !properties.is_empty() {
        out.push(properties);
    }
    let mut open = String::new();
    for ch in words.chars() {
        let mark = match ch {
            '\t' => Element::new("w:tab"),
            '\n' => Element::new("w:br"),
            _ => {
                open.push(ch);
                continue;
            }
        };
        close(&mut out, &mut open);
        out.push(mark);
    }
    close(&mut out, &mut open);
    out
}

fn close(run: &mut Element, words: &mut String) {
    if !words.is_empty() {
        run.push(Element::new("w:t").with("xml:space", "preserve").text(words));
        words.clear();
    }
}

/// A field that Word computes (`PAGE`), with what it shows until then.
pub(super) fn field(chars: Chars, instruction: &str, shown: &str) -> Vec<Element> {
    let [mut begin, end] = around(chars, instruction);
    begin.push(run(chars, shown));
    begin.extend(end);
    begin
}

/// What stands before and after the result of a field, which may go over several paragraphs.
pub(super) fn around(chars: Chars, instruction: &str) -> [Vec<Element>; 2] {
    let part = |child: Element| {
        let properties = chars.element();
        let run = Element::new("w:r");
        if properties.is_empty() { run.child(child) } else { run.child(properties).child(child) }
    };
    let mark = |kind: &str| part(Element::new("w:fldChar").with("w:fldCharType", kind));
    let words = Element::new("w:instrText").with("xml:space", "preserve").text(&format!(" {instruction} "));
    [vec![mark("begin"), part(words), mark("separate")], vec![mark("end")]]
}

/// Runs with a mark around them that fields refer to.
pub(super) fn bookmark(id: usize, name: &str, inside: Element) -> [Element; 3] {
    [
        Element::new("w:bookmarkStart").with("w:id", id).with("w:name", name),
        inside,
        Element::new("w:bookmarkEnd").with("w:id", id),
    ]
}
