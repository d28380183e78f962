//! Documents of every kind and bulletins to be written for Word. The data is made up (示例).
use std::sync::OnceLock;

use press::bulletin::{Bulletin, Column, Item};
use press::document::{Annex, Authority, Document, Kind, Sealing, Urgency, Watermark};
use press::pdf::Properties;
use press::picture::Picture;

use crate::minutes_samples::{group, minutes};

/// A text as offices write it: levels, numbers, quotations.
const TEXT: &str = "为深入贯彻落实质量发展纲要，加快推进“全国质量强市示范城市”创建工作，经示例市政府同意，现就有关事项通知如下。\n\
    一、总体要求\n\
    各成员单位要对照任务分解表，逐项明确责任领导、责任科室和完成时限，加强协调配合，加大工作力度，确保各项任务按期完成；\
    创建办要加强督促检查，对进展缓慢的单位及时通报。\n\
    （一）压实工作责任。各成员单位要按照国办发〔2016〕5号文件要求，于2016年9月10日前将落实方案报创建办备案，逾期未报的\
    予以通报。\n\
    （二）强化工作保障\n\
    1.落实工作经费，把创建经费列入年度预算，确保专款专用。\n\
    2.加强宣传引导，利用报刊、广播、电视、网络等媒体宣传创建工作。\n\
    二、工作要求\n\
    各级各部门要充分认识创建工作的重要意义，切实加强组织领导，形成主要领导亲自抓、分管领导具体抓、科室人员专门抓的工作格局。";

/// A table with its caption and a picture.
pub const PASTED: &str = "责任分解如下。\n任务分解表\n单位：件\n序号\t任务\t责任单位\t件数\n1\t开展质量月活动，组织企业负责人培训\t示例局\t1,286\n\
    2\t产品质量监督抽查\t示例局、示例委\t35\n3\t工程质量提升行动\t示例委\t8\n其他事项另行通知。\n![培训现场](现场.png)\n以上请落实。";

/// So many paragraphs of a text.
pub fn body(paragraphs: usize) -> String {
    let lines: Vec<&str> = TEXT.split('\n').cycle().take(paragraphs).collect();
    lines.join("\n")
}

/// A small picture; of each size another one.
pub fn picture(name: &str, size: u32) -> Picture {
    crate::body::samples::picture(name, (size, size))
}

fn sealed(name: &str, size: u32) -> Authority {
    Authority { name: name.into(), seal: Some(picture("印章", size)), person: String::new() }
}

/// A notice under a red head.
pub fn notice(paragraphs: usize) -> Document {
    Document {
        mark: "示例市人民政府文件".into(),
        number: Some("示府发〔2016〕8号".into()),
        title: "示例市人民政府关于开展创建全国质量强市示范城市工作的通知".into(),
        to: vec!["各县（市、区）人民政府".into(), "市级各部门".into()],
        body: body(paragraphs),
        date: Some("2016年8月30日".into()),
        authorities: vec![sealed("示例市人民政府", 200)],
        copies_to: vec!["市委办公室".into(), "市人大常委会办公室".into()],
        printed_by: "示例市人民政府办公室".into(),
        printed_on: Some("2016年8月30日".into()),
        ..Document::default()
    }
}

/// A notice with all that a document can have.
pub fn full(paragraphs: usize) -> Document {
    Document {
        copy_number: Some(12),
        urgency: Some(Urgency::Most),
        annexes: vec![
            Annex { title: "示例任务分解表".into(), body: PASTED.into(), landscape: true },
            Annex { title: "示例工作规则".into(), body: body(4), landscape: false },
            Annex { title: "示例图册".into(), body: String::new(), landscape: false },
        ],
        pictures: vec![picture("现场.png", 90)],
        note: "此件公开发布".into(),
        copies: Some(120),
        watermarks: vec![Watermark::ForReview, Watermark::Sample],
        ..notice(paragraphs)
    }
}

pub fn upward(paragraphs: usize) -> Document {
    Document {
        kind: Kind::Upward,
        signers: vec!["张示例".into(), "李四".into(), "王示例".into()],
        title: "示例市人民政府关于创建全国质量强市示范城市情况的报告".into(),
        to: vec!["示例省人民政府".into()],
        note: "联系人：张示例".into(),
        ..notice(paragraphs)
    }
}

pub fn letter(paragraphs: usize) -> Document {
    Document {
        kind: Kind::Letter,
        mark: "示例市创建全国质量强市示范城市工作领导小组办公室".into(),
        number: Some("示质强创办函〔2016〕8号".into()),
        title: "关于商请提供质量工作数据的函".into(),
        to: vec!["市统计局".into()],
        ..notice(paragraphs)
    }
}

pub fn order(paragraphs: usize) -> Document {
    Document {
        kind: Kind::Order,
        mark: "示例市人民政府令".into(),
        number: Some("第3号".into()),
        title: String::new(),
        to: Vec::new(),
        sealing: Sealing::Stamp,
        authorities: vec![Authority { name: "市长".into(), seal: None, person: "张示例".into() }],
        ..notice(paragraphs)
    }
}

pub fn joint(paragraphs: usize) -> Document {
    let names = ["示例市质量技术监督局", "示例市发展和改革委员会", "示例市财政局"];
    Document {
        mark: "文件".into(),
        joint: names.map(String::from).into(),
        authorities: (0..).zip(names).map(|(i, name)| sealed(name, 150 + 20 * i)).collect(),
        ..notice(paragraphs)
    }
}

pub fn record(paragraphs: usize) -> Document {
    let units = ["示例委：张示例、李示例", "示例局：王示例、赵示例、钱示例、孙示例、周示例、吴示例"];
    Document {
        attendance: vec![
            group("出席", &units),
            group("请假", &["示例办：郑示例（另有会议）"]),
            group("列席", &["卫甲", "蒋示例", "沈乙", "韩示例", "杨示例", "朱丙", "秦示例"]),
        ],
        copies: Some(60),
        ..minutes(&body(paragraphs))
    }
}

/// Every kind in several lengths, with its name.
pub fn documents() -> Vec<(String, Document)> {
    type Sample = (&'static str, fn(usize) -> Document, &'static [usize]);
    let samples: [Sample; 7] = [
        ("通知", notice, &[3, 6, 9, 14, 24]),
        ("全件", full, &[4, 9]),
        ("请示", upward, &[4, 9, 14]),
        ("函", letter, &[2, 4, 9, 14]),
        ("令", order, &[1, 4, 12]),
        ("联合行文", joint, &[3, 9]),
        ("纪要", record, &[2, 6, 12, 20, 30]),
    ];
    let of = |(name, make, lengths): Sample| lengths.iter().map(move |n| (format!("{name}{n:02}"), make(*n)));
    samples.into_iter().flat_map(of).collect()
}

/// A bulletin of two columns.
pub fn bulletin(items: usize) -> Bulletin {
    let item = |i: usize| Item {
        title: match i % 2 {
            0 => format!("示例局组织开展第{}期质量提升培训", i + 1),
            _ => "示例委多措并举狠抓工程质量安全管理推动全国质量强市示范城市创建工作".into(),
        },
        foreword: if i == 1 {
            "工程质量是百年大计，现将做法刊发，供学习借鉴。".into()
        } else {
            String::new()
        },
        body: if i == 2 { PASTED.into() } else { body(3 + i % 3) },
        source: "示例局".into(),
    };
    let column = |name: &str, from: usize, to: usize| Column {
        name: name.into(),
        items: (from..to).map(item).collect(),
    };
    Bulletin {
        name: "示例质量强市创建工作简报".into(),
        kind: if items == 2 { "增刊".into() } else { String::new() },
        number: Some("第8期（总第20期）".into()),
        issuer: "示例市创建办".into(),
        date: Some("2016年8月30日".into()),
        columns: vec![column("工作动态", 0, items.div_ceil(2)), column("经验交流", items.div_ceil(2), items)],
        pictures: vec![picture("现场.png", 90)],
        report_to: vec!["市领导".into()],
        send_to: vec!["市委办公室".into(), "市政府办公室".into()],
        issue_to: vec!["各成员单位".into()],
        editors: "编辑：张示例　审核：李示例".into(),
        copies: Some(120),
        ..Bulletin::default()
    }
}

pub fn bulletins() -> Vec<(String, Bulletin)> {
    [1, 2, 4, 7].into_iter().map(|n| (format!("简报{n:02}"), bulletin(n))).collect()
}

pub fn properties(title: &str) -> Properties {
    let created = chrono::NaiveDate::from_ymd_opt(2016, 8, 30).and_then(|d| d.and_hms_opt(9, 30, 0));
    Properties {
        title: title.into(),
        subject: "公文".into(),
        author: "示例市创建办".into(),
        created: created.expect("a day of the calendar"),
    }
}

/// All samples as Word files, written once.
pub fn files() -> &'static [(String, Vec<u8>)] {
    static FILES: OnceLock<Vec<(String, Vec<u8>)>> = OnceLock::new();
    FILES.get_or_init(|| {
        let fonts = crate::fonts();
        let documents = documents().into_iter().map(|(name, document)| {
            let file = press::docx::write_document(&document, fonts, &properties(&document.title));
            (name, file)
        });
        let bulletins = bulletins().into_iter().map(|(name, bulletin)| {
            let file = press::docx::write_bulletin(&bulletin, fonts, &properties(&bulletin.name));
            (name, file)
        });
        let written = documents.chain(bulletins);
        written
            .map(|(name, file)| (name.clone(), file.unwrap_or_else(|why| panic!("{name}: {why}"))))
            .collect()
    })
}

/// One sample by its name.
pub fn file(name: &str) -> &'static [u8] {
    files().iter().find(|(known, _)| known == name).map(|(_, file)| file.as_slice()).expect("a sample")
}
