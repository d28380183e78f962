//! Texts with tables and pictures. The data is made up (示例).
use press::document::{Document, Kind};
use press::page::{Ink, Page, Placed};
use press::pdf::Properties;
use press::picture::Picture;

/// A paragraph of a good two lines.
pub const PARAGRAPH: &str = "会议指出，质量是企业的生命，各成员单位要对照任务分解表逐项落实责任，按时报送进展，确保创建工作取得实效。";

pub fn document(body: &str, pictures: Vec<Picture>) -> Document {
    Document {
        kind: Kind::Minutes,
        mark: "示例市质量强市工作领导小组会议纪要".into(),
        number: Some("第8期".into()),
        issuer: "示例市创建办".into(),
        date: Some("2016年8月30日".into()),
        title: "示例会议纪要".into(),
        body: body.into(),
        pictures,
        ..Document::default()
    }
}

/// A table of tasks with this many rows, long words in its third column.
pub fn tasks(rows: usize) -> String {
    let mut text = String::from("重点工作任务分解表\n序号\t工作任务\t主要内容\t牵头单位\t完成时限\n");
    for i in 1..=rows {
        let what = ["开展“质量月”活动", "产品质量监督抽查", "示范企业培育"][i % 3];
        let more =
            "组织各县（市、区）、园区对照标准逐项自查，形成问题清单、责任清单、整改清单。".repeat(1 + i % 2);
        text.push_str(&format!("{i}\t{what}\t{more}\t示例市第{i}局\t2016年{}月底前\n", 1 + i % 12));
    }
    text
}

/// A table of amounts with its unit.
pub const SPENDING: &str = "经费支出情况表\n单位：万元\n项目\t预算数\t支出数\t比例\n宣传培训\t1,286.5\t98\t12.5%\n监督抽查\t320\t1,005.25\t93.7%\n合计\t1,606.5\t1,103.25\t68.7%\n";

/// A grey picture of bars, so that a page shows which way up it stands.
pub fn picture(name: &str, (w, h): (u32, u32)) -> Picture {
    let mut raw = Vec::with_capacity(((w + 1) * h) as usize);
    for y in 0..h {
        raw.push(0);
        raw.extend((0..w).map(|x| {
            let bar = x * 8 / w.max(1);
            let frame = x < 3 || y < 3 || x + 3 >= w || y + 3 >= h;
            let filled = bar % 2 == 1 && y > h - h * (bar + 1) / 9;
            if frame {
                60
            } else if filled {
                130
            } else {
                235
            }
        }));
    }
    Picture::read(name, png((w, h), raw)).expect("a picture")
}

fn png((w, h): (u32, u32), raw: Vec<u8>) -> Vec<u8> {
    let mut stream = lopdf::Stream::new(lopdf::Dictionary::new(), raw);
    stream.compress().expect("bytes can be compressed");
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut head = Vec::from(w.to_be_bytes());
    head.extend(h.to_be_bytes());
    head.extend([8, 0, 0, 0, 0]);
    for (kind, data) in [(b"IHDR", head), (b"IDAT", stream.content), (b"IEND", Vec::new())] {
        file.extend((data.len() as u32).to_be_bytes());
        let checked: Vec<u8> = kind.iter().copied().chain(data).collect();
        file.extend(&checked);
        file.extend(crc(&checked).to_be_bytes());
    }
    file
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0u32, |crc, byte| {
        (0..8).fold(
            crc ^ u32::from(*byte),
            |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 },
        )
    })
}

pub fn place(body: &str, pictures: Vec<Picture>) -> Placed {
    press::layout::place_document(&document(body, pictures), crate::fonts()).expect("it can be placed")
}

pub fn refused(body: &str) -> String {
    press::layout::place_document(&document(body, Vec::new()), crate::fonts()).expect_err("refused").message
}

/// Prints and keeps the file beside the build for looking at.
pub fn print(name: &str, placed: &Placed) -> Vec<u8> {
    let created = chrono::NaiveDate::from_ymd_opt(2016, 8, 30).and_then(|day| day.and_hms_opt(9, 0, 0));
    let properties = Properties {
        title: placed.title.clone(),
        subject: String::new(),
        author: "示例市创建办".into(),
        created: created.expect("a day of the calendar"),
    };
    let printed = press::pdf::write(placed, crate::fonts(), &properties).expect("it can be printed");
    let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.pdf"));
    std::fs::write(file, &printed.bytes).expect("the build folder is writable");
    printed.bytes
}

/// Words of a page without blanks, in the order in which they were set.
pub fn words(page: &Page) -> String {
    let chars = page.runs.iter().flat_map(|run| run.glyphs.iter().map(|glyph| glyph.ch));
    chars.filter(|ch| !ch.is_whitespace()).collect()
}

/// A page without its red head, whose name is narrower than its type.
pub fn black(page: &Page) -> Page {
    let runs = page.runs.iter().filter(|run| run.ink == Ink::Black).cloned().collect();
    let rules = page.rules.iter().filter(|rule| rule.ink == Ink::Black).copied().collect();
    Page { runs, rules, ..page.clone() }
}
