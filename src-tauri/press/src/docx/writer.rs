//! A document while it grows: its body, the parts it points at, its sections.
use super::around::{self, Foot};
use super::fonts;
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

/// Rows of a table that go over with a signature.
const ROWS_KEPT: usize = 2;

/// A growing document.
pub(super) struct Writer {
    pub package: Package,
    elements: Vec<Element>,
    drawings: i64,
    bookmarks: usize,
    shapes: usize,
}

impl Writer {
    pub fn new() -> Self {
        let mut package = Package::default();
        package.add("styles", "styles.xml", &styles::part(settings::LANGUAGE));
        package.add("settings", "settings.xml", &settings::settings());
        package.add("fontTable", "fontTable.xml", &fonts::part());
        Self { package, elements: Vec::new(), drawings: 0, bookmarks: 0, shapes: 0 }
    }

    pub fn extend(&mut self, elements: impl IntoIterator<Item = Element>) {
        self.elements.extend(elements);
    }

    /// Keeps the last paragraph of the text with what follows it; of a table its last rows.
    pub fn keep_last(&mut self) {
        let Some(last) = self.elements.last_mut() else { return };
        if last.name != "w:tbl" {
            return keep(last);
        }
        for row in last.last_mut("w:tr", ROWS_KEPT) {
            row.each_mut("w:tc").flat_map(|cell| cell.each_mut("w:p")).for_each(keep);
        }
    }

    /// Number and relation of a new drawing.
    ///
    /// # Errors
    /// As [`Package::picture`].
    pub fn drawing(&mut self, picture: &Picture) -> Result<(i64, String), Fault> {
        self.drawings += 1;
        Ok((self.drawings, self.package.picture(picture)?))
    }

    /// Number of a new bookmark, from 1.
    pub fn next_bookmark(&mut self) -> usize {
        self.bookmarks += 1;
        self.bookmarks
    }

    /// Number of a new drawn shape, from 1.
    pub fn next_shape(&mut self) -> usize {
        self.shapes += 1;
        self.shapes
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

/// Keeps a paragraph with what follows it.
fn keep(paragraph: &mut Element) {
    if let Some(properties) = paragraph.find_mut("w:pPr") {
        properties.insert_behind(&["w:pStyle"], Element::new("w:keepNext"));
    }
}

/// A paragraph that takes next to no room.
pub(super) fn least() -> Element {
    paragraph(&Para { line: Some(Line::Exact(20)), ..Para::of(styles::NORMAL) }, [])
}
