//! A document while it grows: its body, the parts it points at, its sections.
use super::around::{self, Foot};
use super::package::{Package, root};
use super::para::paragraph;
use super::props::{Line, Para};
use super::section::Section;
use super::settings;
use super::styles;
use super::xml::Element;
use crate::Fault;
use crate::document::Watermark;
use crate::pdf::Properties;
use crate::picture::Picture;

/// A growing document.
pub(super) struct Writer {
    pub package: Package,
    elements: Vec<Element>,
    drawings: i64,
    bookmarks: usize,
}

impl Writer {
    pub fn new() -> Self {
        let mut package = Package::default();
        package.add("styles", "styles.xml", &styles::part(settings::LANGUAGE));
        package.add("settings", "settings.xml", &settings::settings());
        Self { package, elements: Vec::new(), drawings: 0, bookmarks: 0 }
    }

    pub fn extend(&mut self, elements: impl IntoIterator<Item = Element>) {
        self.elements.extend(elements);
    }

    /// Keeps the last paragraph of the text with what follows it.
    pub fn keep_last(&mut self) {
        if let Some(properties) = self.elements.last_mut().and_then(|last| last.find_mut("w:pPr")) {
            properties.insert_behind(&["w:pStyle"], Element::new("w:keepNext"));
        }
    }

    /// Number and relation of a new drawing.
    pub fn drawing(&mut self, picture: &Picture) -> (i64, String) {
        self.drawings += 1;
        (self.drawings, self.package.picture(picture))
    }

    /// Number of a new bookmark, from 1.
    pub fn next_bookmark(&mut self) -> usize {
        self.bookmarks += 1;
        self.bookmarks
    }

    /// A section with its page numbers and watermarks.
    pub fn section(&mut self, marks: &[Watermark], landscape: bool) -> Section {
        Section {
            landscape,
            headers: around::watermarks(&mut self.package, marks, landscape),
            footers: around::numbers(
                &mut self.package,
                if landscape { Foot::LANDSCAPE } else { Foot::UPRIGHT },
            ),
            ..Section::default()
        }
    }

    /// Ends a section: it is told in its last paragraph.
    pub fn end_section(&mut self, section: &Section) {
        if self.elements.last().is_none_or(|element| element.name != "w:p") {
            self.elements.push(least());
        }
        let Some(last) = self.elements.last_mut() else { return };
        match last.find_mut("w:pPr") {
            Some(properties) => properties.push(section.element()),
            None => last.push(Element::new("w:pPr").child(section.element())),
        }
    }

    /// The whole file, `section` being its last.
    pub fn finish(mut self, section: &Section, properties: &Properties) -> Result<Vec<u8>, Fault> {
        // A table needs a paragraph after it.
        if self.elements.last().is_none_or(|element| element.name != "w:p") {
            self.elements.push(least());
        }
        let body = Element::new("w:body").children(self.elements).child(section.element());
        let document = root("w:document").child(body);
        self.package.finish(&document, &settings::core(properties), &settings::app())
    }
}

/// A paragraph that takes next to no room.
pub(super) fn least() -> Element {
    paragraph(&Para { line: Some(Line::Exact(20)), ..Para::of(styles::NORMAL) }, [])
}
