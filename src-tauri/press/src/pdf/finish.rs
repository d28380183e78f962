//! What the library leaves out or says wrongly: version, language, dates, how the window opens; and the bytes.
use chrono::NaiveDateTime;
use lopdf::{Dictionary, Document, Object, dictionary};

use super::{Properties, string};
use crate::Fault;

/// Who made the file.
pub(super) const PRODUCER: &str = "质强办";

/// The properties as the library takes them.
pub(super) fn info(properties: &Properties) -> printpdf::PdfDocumentInfo {
    printpdf::PdfDocumentInfo {
        document_title: properties.title.clone(),
        author: properties.author.clone(),
        subject: properties.subject.clone(),
        creator: PRODUCER.to_owned(),
        producer: PRODUCER.to_owned(),
        ..printpdf::PdfDocumentInfo::default()
    }
}

/// A moment of China standard time as the format writes it (ISO 32000-1, 7.9.4).
fn moment(at: NaiveDateTime) -> Object {
    string(&at.format("D:%Y%m%d%H%M%S+08'00'").to_string())
}

/// The file's root.
pub(super) fn catalog(out: &mut Document) -> Option<&mut Dictionary> {
    let root = out.trailer.get(b"Root").and_then(Object::as_reference).ok()?;
    out.get_dictionary_mut(root).ok()
}

/// Version, language, title in the window's bar, true dates; nothing that is empty.
pub(super) fn dress(out: &mut Document, properties: &Properties) {
    out.version = "1.7".to_owned();
    if let Some(catalog) = catalog(out) {
        catalog.set("Lang", string("zh-CN"));
        catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    }
    let info = out.trailer.get(b"Info").and_then(Object::as_reference);
    if let Ok(info) = info.and_then(|id| out.get_dictionary_mut(id)) {
        for key in ["GTS_PDFXVersion", "Identifier", "Keywords", "Trapped"] {
            info.remove(key.as_bytes());
        }
        let said =
            [("Title", &properties.title), ("Author", &properties.author), ("Subject", &properties.subject)];
        said.into_iter().filter(|(_, words)| words.is_empty()).for_each(|(key, _)| {
            info.remove(key.as_bytes());
        });
        info.set("CreationDate", moment(properties.created));
        info.set("ModDate", moment(properties.created));
    }
}

/// Says for pages with transparency in which colours they are blended (ISO 32000-1, 11.6.6).
pub(super) fn blend(out: &mut Document, transparent: impl Fn(usize) -> bool) {
    let pages: Vec<_> = out.page_iter().enumerate().filter(|(page, _)| transparent(*page)).collect();
    for (_, id) in pages {
        if let Ok(page) = out.get_dictionary_mut(id) {
            page.set("Group", dictionary! { "Type" => "Group", "S" => "Transparency", "CS" => "DeviceRGB" });
        }
    }
}

/// The bytes, streams compressed.
pub(super) fn bytes(mut out: Document) -> Result<Vec<u8>, Fault> {
    out.compress();
    let mut bytes = Vec::new();
    out.save_to(&mut bytes).map_err(|why| Fault::new(format!("无法写成PDF文件：{why}")))?;
    Ok(bytes)
}
