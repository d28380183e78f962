//! Official documents of every kind to be measured. The data is made up (示例).
use base64::Engine;
use press::document::{Annex, Authority, Document, Kind, Sealing, Urgency};
use press::page::Placed;
use press::pdf::Properties;
use press::picture::Picture;

use crate::minutes_read::Sheet;

/// A paragraph of 63 characters.
pub const PARAGRAPH: &str = "各成员单位要充分认识质量工作的重要意义，把创建工作摆上重要议事日程，加强组织领导，落实工作责任，确保各项任务按期完成。\n";

/// A body of so many paragraphs under headings.
pub fn body(paragraphs: usize) -> String {
    let heads = ["一、总体要求\n", "（一）加强组织领导。", "二、重点任务\n", "1.", "三、工作要求\n"];
    (0..paragraphs).map(|i| format!("{}{PARAGRAPH}", heads[i % heads.len()])).collect()
}

/// A transparent PNG of one pixel that says it is round and 600 pixels wide.
pub fn seal() -> Picture {
    let png =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";
    let bytes = base64::engine::general_purpose::STANDARD.decode(png).expect("base64");
    let picture = Picture::read("公章", bytes).expect("a picture");
    Picture { pixels: (600, 600), ..picture }
}

pub fn authority(name: &str) -> Authority {
    Authority { name: name.into(), seal: Some(seal()), ..Authority::default() }
}

pub fn annex(title: &str, paragraphs: usize) -> Annex {
    Annex { title: title.into(), body: body(paragraphs), landscape: false }
}

/// A document that one authority issues downwards.
pub fn red_head(paragraphs: usize) -> Document {
    Document {
        kind: Kind::RedHead,
        mark: "示例市人民政府文件".into(),
        number: Some("示府发〔2016〕8号".into()),
        date: Some("2016年8月30日".into()),
        title: "关于印发示例市创建全国质量强市示范城市工作方案的通知".into(),
        to: vec!["各县（市、区）人民政府".into(), "市政府各部门".into(), "有关单位".into()],
        body: body(paragraphs),
        authorities: vec![authority("示例市人民政府")],
        copies_to: vec!["市委办公室".into(), "市人大常委会办公室".into(), "市政协办公室".into()],
        printed_by: "示例市人民政府办公室".into(),
        printed_on: Some("2016年8月31日".into()),
        ..Document::default()
    }
}

pub fn upward(signers: &[&str]) -> Document {
    Document {
        kind: Kind::Upward,
        copy_number: Some(17),
        urgency: Some(Urgency::Most),
        mark: "示例市质量技术监督局文件".into(),
        number: Some("示质监〔2016〕15号".into()),
        signers: signers.iter().map(|name| (*name).to_owned()).collect(),
        title: "关于申请调整质量强市示范城市创建工作经费的请示".into(),
        to: vec!["市人民政府".into()],
        authorities: vec![authority("示例市质量技术监督局")],
        note: "联系人：张示例，联系电话：0816-2222222".into(),
        copies_to: Vec::new(),
        printed_by: "示例市质量技术监督局办公室".into(),
        ..red_head(3)
    }
}

pub fn letter(paragraphs: usize) -> Document {
    Document {
        kind: Kind::Letter,
        mark: "示例市质量强市工作领导小组办公室".into(),
        number: Some("示质强办函〔2016〕5号".into()),
        title: "关于商请提供质量状况分析数据的函".into(),
        to: vec!["市统计局".into()],
        authorities: vec![authority("示例市质量强市工作领导小组办公室")],
        copies_to: vec!["市委督查室".into(), "市政府督查室".into()],
        ..red_head(paragraphs)
    }
}

pub fn order() -> Document {
    Document {
        kind: Kind::Order,
        mark: "示例市人民政府令".into(),
        number: Some("第3号".into()),
        title: String::new(),
        to: Vec::new(),
        sealing: Sealing::Stamp,
        authorities: vec![Authority { name: "市长".into(), seal: None, person: "张示例".into() }],
        ..red_head(2)
    }
}

/// A joint document of so many authorities.
pub fn joint(count: usize) -> Document {
    let names = [
        "示例市人民政府",
        "示例市发展和改革委员会",
        "示例市财政局",
        "示例市教育局",
        "示例市公安局",
        "示例市农业局",
        "示例市商务局",
        "示例市环境保护局",
        "示例市住房和城乡建设局",
        "示例市统计局",
        "示例市旅游局",
        "示例市质量技术监督局",
    ];
    Document {
        mark: "文件".into(),
        joint: names[..count].iter().map(|name| (*name).to_owned()).collect(),
        authorities: names[..count].iter().map(|name| authority(name)).collect(),
        ..red_head(2)
    }
}

pub fn placed(document: &Document) -> Placed {
    press::layout::place_document(document, crate::fonts()).unwrap_or_else(|fault| panic!("{fault}"))
}

/// Prints and keeps the file beside the build for looking at; reads it back.
pub fn sheets(name: &str, document: &Document) -> Vec<Sheet> {
    let created = chrono::NaiveDate::from_ymd_opt(2016, 8, 30).and_then(|d| d.and_hms_opt(9, 30, 0));
    let properties = Properties {
        title: document.title.clone(),
        subject: "公文".into(),
        author: "示例市创建办".into(),
        created: created.expect("a day of the calendar"),
    };
    let printed =
        press::pdf::write(&placed(document), crate::fonts(), &properties).expect("it can be printed");
    let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("official_{name}.pdf"));
    std::fs::write(file, &printed.bytes).expect("the build folder is writable");
    crate::minutes_read::sheets(&printed.bytes)
}
