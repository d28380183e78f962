//! Elements of a part before they are text: names and attributes from this program, words from people.
//!
//! Promised: what is written is well-formed, whatever the words hold. It deliberately knows no schema: the order of
//! children is the business of those who build them, and of the test that checks it.
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// An element with its children in order.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Element {
    pub name: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Node>,
}

#[derive(Debug, Clone, PartialEq)]
enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    pub fn new(name: &'static str) -> Self {
        Self { name, attributes: Vec::new(), children: Vec::new() }
    }

    /// The element with a `w:val`, which is all that most of them have.
    pub fn val(name: &'static str, value: impl ToString) -> Self {
        Self::new(name).with("w:val", value)
    }

    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.attributes.push((name, value.to_string()));
        self
    }

    pub fn child(mut self, child: Self) -> Self {
        self.children.push(Node::Element(child));
        self
    }

    pub fn children(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.children.extend(children.into_iter().map(Node::Element));
        self
    }

    pub fn text(mut self, words: &str) -> Self {
        self.children.push(Node::Text(words.to_owned()));
        self
    }

    pub fn push(&mut self, child: Self) {
        self.children.push(Node::Element(child));
    }

    pub fn is_empty(&self) -> bool {
        self.children.is_empty() && self.attributes.is_empty()
    }

    /// The first child of this name.
    pub fn find_mut(&mut self, name: &str) -> Option<&mut Self> {
        self.children.iter_mut().find_map(|node| match node {
            Node::Element(child) if child.name == name => Some(child),
            _ => None,
        })
    }

    /// Children of this name.
    pub fn each_mut(&mut self, name: &str) -> impl DoubleEndedIterator<Item = &mut Self> {
        self.children.iter_mut().filter_map(move |node| match node {
            Node::Element(child) if child.name == name => Some(child),
            _ => None,
        })
    }

    /// The last `count` children of this name, from the last backwards.
    pub fn last_mut(&mut self, name: &str, count: usize) -> impl Iterator<Item = &mut Self> {
        self.each_mut(name).rev().take(count)
    }

    /// Puts a child before the first that is none of these names; where it stands already, nothing changes.
    pub fn insert_behind(&mut self, names: &[&str], child: Self) {
        let name = |node: &Node| match node {
            Node::Element(element) => element.name,
            Node::Text(_) => "",
        };
        if self.children.iter().any(|node| name(node) == child.name) {
            return;
        }
        let at = self.children.iter().take_while(|node| names.contains(&name(node))).count();
        self.children.insert(at, Node::Element(child));
    }

    /// The element as a whole part.
    pub fn part(&self) -> Vec<u8> {
        let mut writer = Writer::new(Vec::new());
        // Writing into memory fails for no reason but a full memory, which ends the program anyway.
        let _ = writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))));
        self.write(&mut writer);
        writer.into_inner()
    }

    fn write(&self, writer: &mut Writer<Vec<u8>>) {
        let mut start = BytesStart::new(self.name);
        for (name, value) in &self.attributes {
            start.push_attribute((*name, printable(value).as_str()));
        }
        if self.children.is_empty() {
            let _ = writer.write_event(Event::Empty(start));
            return;
        }
        let _ = writer.write_event(Event::Start(start));
        for child in &self.children {
            match child {
                Node::Element(element) => element.write(writer),
                Node::Text(words) => {
                    let _ = writer.write_event(Event::Text(BytesText::new(&printable(words))));
                }
            }
        }
        let _ = writer.write_event(Event::End(BytesEnd::new(self.name)));
    }
}

/// Characters that XML 1.0 allows (production 2); no other can stand in a document, not even escaped.
fn printable(words: &str) -> String {
    let allowed = |ch: &char| !matches!(ch, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}');
    words.chars().filter(allowed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_cannot_break_out_of_their_element() {
        let part = Element::new("w:t").with("w:val", "\"<&").text("</w:t>&\u{0}\u{FFFF}]]>").part();
        let text = String::from_utf8(part).expect("UTF-8");
        assert!(text.ends_with("<w:t w:val=\"&quot;&lt;&amp;\">&lt;/w:t&gt;&amp;]]&gt;</w:t>"), "{text}");
    }
}
