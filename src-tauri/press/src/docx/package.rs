//! The file: parts, what kind each is, how they point at each other (ECMA-376 part 2).
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::xml::Element;
use crate::Fault;
use crate::picture::{Format, Picture};

const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

/// A root element of WordprocessingML with the names it may use.
pub(super) fn root(name: &'static str) -> Element {
    Element::new(name)
        .with("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main")
        .with("xmlns:r", OFFICE)
        .with("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing")
        .with("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main")
        .with("xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture")
        .with("xmlns:v", "urn:schemas-microsoft-com:vml")
        .with("xmlns:o", "urn:schemas-microsoft-com:office:office")
        .with("xmlns:w10", "urn:schemas-microsoft-com:office:word")
}

/// A part that `word/document.xml` points at.
struct Part {
    /// Below `word/`.
    path: String,
    /// The last word of the relation's kind.
    relation: &'static str,
    /// Content type; empty for pictures, which are told by their extension.
    kind: String,
    bytes: Vec<u8>,
}

/// The parts collected so far.
#[derive(Default)]
pub(super) struct Package {
    parts: Vec<Part>,
    pictures: Vec<(Picture, String)>,
}

impl Package {
    /// Takes a part of Word's own kind (`styles`, `settings`, `footer` …) once; returns the relation's id.
    pub fn add(&mut self, kind: &'static str, path: &str, content: &Element) -> String {
        if let Some(known) = self.parts.iter().position(|part| part.path == path) {
            return format!("rId{}", known + 1);
        }
        self.put(kind, path, format!("{WORD}{kind}+xml"), content.part())
    }

    /// Takes a picture once; returns the relation's id.
    ///
    /// # Errors
    /// A picture to be turned whose pixels cannot be read.
    pub fn picture(&mut self, picture: &Picture) -> Result<String, Fault> {
        if let Some((_, id)) = self.pictures.iter().find(|(known, _)| known.bytes == picture.bytes) {
            return Ok(id.clone());
        }
        let extension = match picture.format {
            Format::Png => "png",
            Format::Jpeg => "jpeg",
        };
        let path = format!("media/image{}.{extension}", self.pictures.len() + 1);
        let id = self.put("image", &path, String::new(), picture.upright()?);
        self.pictures.push((picture.clone(), id.clone()));
        Ok(id)
    }

    fn put(&mut self, relation: &'static str, path: &str, kind: String, bytes: Vec<u8>) -> String {
        self.parts.push(Part { path: path.to_owned(), relation, kind, bytes });
        format!("rId{}", self.parts.len())
    }

    /// The whole file around the document's own part and the two parts of properties.
    pub fn finish(&self, document: &Element, core: &Element, app: &Element) -> Result<Vec<u8>, Fault> {
        let fault = |why: zip::result::ZipError| Fault::new(format!("Word文件没有写成：{why}。请再试一次。"));
        let mut out = ZipWriter::new(Cursor::new(Vec::new()));
        let mut put = |path: &str, bytes: &[u8], packed: bool| {
            let method = if packed { CompressionMethod::Deflated } else { CompressionMethod::Stored };
            let options = SimpleFileOptions::default().compression_method(method);
            out.start_file(path, options).and_then(|()| Ok(out.write_all(bytes)?)).map_err(fault)
        };
        put("[Content_Types].xml", &self.types().part(), true)?;
        put("_rels/.rels", &self.outer().part(), true)?;
        put("docProps/core.xml", &core.part(), true)?;
        put("docProps/app.xml", &app.part(), true)?;
        put("word/document.xml", &document.part(), true)?;
        put("word/_rels/document.xml.rels", &self.inner().part(), true)?;
        for part in &self.parts {
            // Pictures are packed already.
            put(&format!("word/{}", part.path), &part.bytes, !part.kind.is_empty())?;
        }
        Ok(out.finish().map_err(fault)?.into_inner())
    }

    fn types(&self) -> Element {
        let extension = |name: &str, kind: &str| {
            Element::new("Default").with("Extension", name).with("ContentType", kind)
        };
        let part = |path: &str, kind: &str| {
            Element::new("Override").with("PartName", path).with("ContentType", kind)
        };
        let own = self.parts.iter().filter(|p| !p.kind.is_empty());
        Element::new("Types")
            .with("xmlns", TYPES)
            .child(extension("rels", "application/vnd.openxmlformats-package.relationships+xml"))
            .child(extension("xml", "application/xml"))
            .child(extension("png", "image/png"))
            .child(extension("jpeg", "image/jpeg"))
            .child(part("/word/document.xml", &format!("{WORD}document.main+xml")))
            .child(part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"))
            .child(part(
                "/docProps/app.xml",
                "application/vnd.openxmlformats-officedocument.extended-properties+xml",
            ))
            .children(own.map(|p| part(&format!("/word/{}", p.path), &p.kind)))
    }

    fn outer(&self) -> Element {
        let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
        Element::new("Relationships")
            .with("xmlns", RELATIONS)
            .child(relation("rId1", &format!("{OFFICE}/officeDocument"), "word/document.xml"))
            .child(relation("rId2", core, "docProps/core.xml"))
            .child(relation("rId3", &format!("{OFFICE}/extended-properties"), "docProps/app.xml"))
    }

    fn inner(&self) -> Element {
        let parts = self.parts.iter().enumerate();
        Element::new("Relationships").with("xmlns", RELATIONS).children(
            parts.map(|(i, p)| {
                relation(&format!("rId{}", i + 1), &format!("{OFFICE}/{}", p.relation), &p.path)
            }),
        )
    }
}

fn relation(id: &str, kind: &str, target: &str) -> Element {
    Element::new("Relationship").with("Id", id).with("Type", kind).with("Target", target)
}
