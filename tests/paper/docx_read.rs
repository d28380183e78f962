//! Reads a Word file back with nothing but its own bytes.
use std::collections::BTreeMap;
use std::io::Read;

use quick_xml::Reader;
use quick_xml::events::Event;

/// An element.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Node {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    pub children: Vec<Node>,
    /// Words of its own.
    pub text: String,
}

impl Node {
    pub fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    /// It and everything below it, from top to bottom.
    pub fn all(&self) -> Vec<&Node> {
        let mut out = vec![self];
        self.children.iter().for_each(|child| out.extend(child.all()));
        out
    }

    pub fn find<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Node> {
        self.all().into_iter().filter(move |node| node.name == name)
    }

    pub fn child(&self, name: &str) -> Option<&Node> {
        self.children.iter().find(|child| child.name == name)
    }

    /// Value of the first element of this name below it.
    pub fn value<'a>(&'a self, name: &'a str) -> Option<&'a str> {
        self.find(name).next().map(|node| node.attribute("w:val"))
    }

    /// All words without blanks.
    pub fn words(&self) -> String {
        let texts = self.find("w:t").map(|node| node.text.as_str());
        texts.collect::<String>().chars().filter(|ch| !ch.is_whitespace()).collect()
    }
}

/// All parts by name.
pub fn parts(file: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(file)).expect("a zip file");
    let mut parts = BTreeMap::new();
    for i in 0..zip.len() {
        let mut entry = zip.by_index(i).expect("an entry");
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).expect("an entry that can be read, its checksum right");
        let name = entry.name().expect("a name in UTF-8").into_owned();
        assert!(parts.insert(name.clone(), bytes).is_none(), "{name} is there twice");
    }
    parts
}

/// A part as a tree.
pub fn tree(part: &[u8]) -> Node {
    let mut reader = Reader::from_str(std::str::from_utf8(part).expect("UTF-8"));
    reader.config_mut().check_end_names = true;
    let mut open = vec![Node::default()];
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(start) => open.push(node(&start)),
            Event::Empty(empty) => {
                let node = node(&empty);
                open.last_mut().expect("a root").children.push(node);
            }
            Event::End(_) => {
                let node = open.pop().expect("an element");
                open.last_mut().expect("a root").children.push(node);
            }
            Event::Text(text) => open.last_mut().expect("a root").text.push_str(&text),
            Event::GeneralRef(name) => {
                let entity = quick_xml::escape::resolve_predefined_entity(&name).expect("an entity of XML");
                open.last_mut().expect("a root").text.push_str(entity);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open.len(), 1, "every element is closed");
    open.pop().and_then(|root| root.children.into_iter().next()).expect("a root element")
}

fn node(start: &quick_xml::events::BytesStart<'_>) -> Node {
    let attributes = start.attributes().map(|attribute| {
        let attribute = attribute.expect("an attribute");
        let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).expect("a value");
        (attribute.key.as_ref().to_owned(), value.into_owned())
    });
    Node { name: start.name().as_ref().to_owned(), attributes: attributes.collect(), ..Node::default() }
}

/// `word/document.xml` of a file.
pub fn document(file: &[u8]) -> Node {
    tree(&parts(file)["word/document.xml"])
}

/// Paragraphs of a style.
pub fn styled<'a>(document: &'a Node, style: &'a str) -> Vec<&'a Node> {
    document
        .find("w:p")
        .filter(|p| p.child("w:pPr").is_some_and(|props| props.value("w:pStyle") == Some(style)))
        .collect()
}
