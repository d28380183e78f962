//! What holds for the whole file: settings, properties.
use chrono::{Duration, NaiveDateTime};

use super::package::root;
use super::xml::Element;
use crate::pdf::Properties;
use crate::text::marks;

/// The language of every document.
pub(super) const LANGUAGE: &str = "zh-CN";
/// China standard time is this many hours ahead of the time in which the file states its dates.
const HOURS_AHEAD: i64 = 8;

/// `word/settings.xml`.
pub(super) fn settings() -> Element {
    let flag = |name| Element::new(name);
    let compat = Element::new("w:compat").children([
        flag("w:balanceSingleByteDoubleByteWidth"),
        // A soft break in a justified paragraph does not spread the line before it.
        flag("w:doNotExpandShiftReturn"),
        flag("w:adjustLineHeightInTable"),
        flag("w:useFELayout"),
        Element::new("w:compatSetting")
            .with("w:name", "compatibilityMode")
            .with("w:uri", "http://schemas.microsoft.com/office/word")
            .with("w:val", 15),
    ]);
    let never = |name, marks: &str| Element::new(name).with("w:lang", LANGUAGE).with("w:val", marks);
    root("w:settings").children([
        Element::new("w:zoom").with("w:percent", 100),
        Element::val("w:defaultTabStop", 420),
        flag("w:evenAndOddHeaders"),
        Element::val("w:characterSpacingControl", "compressPunctuation"),
        never("w:noLineBreaksAfter", marks::NOT_LAST),
        never("w:noLineBreaksBefore", marks::NOT_FIRST),
        compat,
        Element::val("w:themeFontLang", LANGUAGE).with("w:eastAsia", LANGUAGE),
    ])
}

/// `docProps/core.xml`.
pub(super) fn core(properties: &Properties) -> Element {
    let words = |name, text: &str| Element::new(name).text(text);
    let moment =
        |name| Element::new(name).with("xsi:type", "dcterms:W3CDTF").text(&universal(properties.created));
    Element::new("cp:coreProperties")
        .with("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties")
        .with("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .with("xmlns:dcterms", "http://purl.org/dc/terms/")
        .with("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
        .children([
            words("dc:title", &properties.title),
            words("dc:subject", &properties.subject),
            words("dc:creator", &properties.author),
            words("cp:lastModifiedBy", &properties.author),
            moment("dcterms:created"),
            moment("dcterms:modified"),
            words("dc:language", LANGUAGE),
        ])
}

/// `docProps/app.xml`.
pub(super) fn app() -> Element {
    Element::new("Properties")
        .with("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties")
        .child(Element::new("Application").text("质强办"))
}

fn universal(at: NaiveDateTime) -> String {
    let at = at.checked_sub_signed(Duration::hours(HOURS_AHEAD)).unwrap_or(at);
    at.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}
