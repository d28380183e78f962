//! Minutes to be measured. The data is made up (示例).
use press::document::{Attendance, Document, Kind};
use press::pdf::{Printed, Properties};

/// Eighteen Han characters without marks and levels.
pub const HAN: &str = "会议认为质量工作事关全局必须常抓不懈";

pub fn minutes(body: &str) -> Document {
    Document {
        kind: Kind::Minutes,
        mark: "示例市质量强市工作领导小组会议纪要".into(),
        number: Some("第8期".into()),
        issuer: "示例市创建办".into(),
        date: Some("2016年8月30日".into()),
        title: "示例会议纪要".into(),
        body: body.into(),
        attendance: Vec::new(),
        copies_to: vec!["市委办公室".into(), "市政府办公室".into()],
        printed_by: "示例市创建办".into(),
        printed_on: Some("2016年8月30日".into()),
        copies: None,
        watermarks: Vec::new(),
        ..Document::default()
    }
}

pub fn group(label: &str, entries: &[&str]) -> Attendance {
    Attendance { label: label.into(), entries: entries.iter().map(|e| (*e).to_owned()).collect() }
}

/// Prints and keeps the file beside the build for looking at.
pub fn print(name: &str, document: &Document) -> Printed {
    let placed = press::layout::place_document(document, crate::fonts()).expect("minutes can be placed");
    let created = chrono::NaiveDate::from_ymd_opt(2016, 8, 30).and_then(|d| d.and_hms_opt(9, 30, 0));
    let properties = Properties {
        title: document.title.clone(),
        subject: "会议纪要".into(),
        author: "示例市创建办".into(),
        created: created.expect("a day of the calendar"),
    };
    let printed = press::pdf::write(&placed, crate::fonts(), &properties).expect("minutes can be printed");
    let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("minutes_{name}.pdf"));
    std::fs::write(file, &printed.bytes).expect("the build folder is writable");
    printed
}

pub fn sheets(name: &str, document: &Document) -> Vec<crate::minutes_read::Sheet> {
    crate::minutes_read::sheets(&print(name, document).bytes)
}

/// A body that fills minutes of this many pages of text.
pub fn body_of(pages: usize) -> String {
    let paragraph = HAN.repeat(8) + "。";
    (1..)
        .map(|n| vec![paragraph.as_str(); n].join("\n"))
        .find(|body| text_pages(body) == pages)
        .expect("a length")
}

fn text_pages(body: &str) -> usize {
    let bare =
        Document { copies_to: Vec::new(), printed_by: String::new(), printed_on: None, ..minutes(body) };
    press::layout::place_document(&bare, crate::fonts()).expect("minutes can be placed").pages.len()
}
