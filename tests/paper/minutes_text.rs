//! What the finished PDF says is what was put in: rare characters, digits, marks; and it never fails on odd input.
use press::document::{Document, Watermark};

use crate::minutes_read::sheets as read;
use crate::minutes_samples::{HAN, body_of, group, minutes, print, sheets};

#[test]
fn rare_characters_are_embedded_and_can_be_searched() {
    let names = "堃喆珺玥昇旸婳祎";
    let document =
        Document { attendance: vec![group("出席", &["张堃喆", "李珺玥"])], ..minutes(names) };
    let printed = print("rare", &document);
    assert!(printed.missing.is_empty());
    let sheets = read(&printed.bytes);
    for ch in names.chars() {
        let glyph =
            sheets[0].glyphs.iter().find(|g| g.text.contains(ch)).unwrap_or_else(|| panic!("{ch} is lost"));
        assert_ne!(glyph.code, 0, "{ch} is no box");
    }
}

#[test]
fn the_text_read_back_is_the_text_put_in() {
    let body = "会议指出，“质量”是‘生命’——全市ISO9001认证企业1286家，增长12.5%……\n\
        按国办发〔2016〕5号办理；联系人：张示例（0816-2222222）。《创建方案》、【附注】：℃、№、①②③、±0.5。";
    let sheets = sheets("readback", &minutes(body));
    let text: String = sheets.iter().map(|s| s.text(16.0)).collect();
    let wanted: String = body.chars().filter(|ch| !ch.is_whitespace()).collect();
    assert!(text.contains(&wanted), "{text}");
}

#[test]
fn digits_take_half_a_cell() {
    let sheets = sheets("digits", &minutes("会议1234567890次"));
    let lines = sheets[0].lines(16.0);
    let line = lines.iter().find(|l| l[0].text == "会").expect("the body");
    let steps: Vec<f64> = line[2..12].windows(2).map(|pair| pair[1].x - pair[0].x).collect();
    assert!(steps.iter().all(|step| (step - 156.0 / 56.0).abs() < 0.02), "{steps:?}");
}

#[test]
fn an_unsigned_draft_shows_that_it_has_no_number_and_both_watermarks() {
    let watermarks = vec![Watermark::ForReview, Watermark::Sample];
    let document = Document { number: None, date: None, watermarks, ..minutes(HAN) };
    let sheets = sheets("draft", &document);
    assert!(sheets[0].text(16.0).contains("（未编号）"));
    for sheet in &sheets {
        let across: String = sheet.glyphs.iter().filter(|g| g.turned).map(|g| g.text.as_str()).collect();
        let across: String = across.chars().filter(|ch| !ch.is_whitespace()).collect();
        assert_eq!(across, "送审稿示例");
        let grey = sheet.glyphs.iter().filter(|g| g.turned).all(|g| g.ink.iter().all(|v| *v > 0.8));
        assert!(grey, "light enough to read the text");
    }
}

#[test]
fn a_character_that_no_face_has_is_reported_and_never_a_box() {
    let printed = print("missing", &minutes("会议\u{E123}纪要"));
    assert_eq!(printed.missing, ['\u{E123}']);
    assert!(read(&printed.bytes)[0].text(16.0).contains("会议〓纪要"));
}

#[test]
fn the_file_states_version_language_title_and_date() {
    let printed = print("properties", &minutes(HAN));
    assert!(printed.bytes.starts_with(b"%PDF-1.7"));
    let file = lopdf::Document::load_mem(&printed.bytes).expect("a PDF");
    assert_eq!(file.catalog().and_then(|c| c.get(b"Lang")).and_then(|l| l.as_str()).expect("Lang"), b"zh-CN");
    let info = file.trailer.get(b"Info").and_then(lopdf::Object::as_reference).expect("Info");
    let info = file.get_dictionary(info).expect("Info");
    assert_eq!(
        info.get(b"CreationDate").and_then(|d| d.as_str()).expect("a date"),
        b"D:20160830093000+08'00'"
    );
    assert!(!info.has(b"GTS_PDFXVersion"));
}

#[test]
fn a_file_of_three_pages_stays_below_300_kilobytes() {
    let printed = print("size", &minutes(&body_of(3)));
    assert!(printed.bytes.len() < 300_000, "{} bytes", printed.bytes.len());
}

#[test]
fn substituted_faces_are_named() {
    let printed = print("substituted", &minutes(HAN));
    let roles: Vec<&str> = printed.substituted.iter().map(|report| report.role.as_str()).collect();
    assert_eq!(roles, ["小标宋"]);
}

#[test]
fn odd_input_gives_paper_and_never_a_panic() {
    let long = HAN.repeat(170);
    let marks = "。".repeat(300) + &"（".repeat(300);
    let latin = "a".repeat(900) + &"7".repeat(900);
    for body in
        ["", "\n\n", "\u{0}\u{7}\r\n\t", long.as_str(), marks.as_str(), latin.as_str(), "⼯⻓\u{FE0F}👍🏽"]
    {
        assert!(print("odd", &minutes(body)).pages.is_multiple_of(2), "{body:.40}");
    }
    let many: Vec<String> = (0..80).map(|i| format!("示例市第{i}号单位办公室")).collect();
    let name = "会议纪要".repeat(50);
    let odd = Document {
        mark: name.clone(),
        title: name.clone(),
        issuer: name.clone(),
        number: Some(name.clone()),
        date: Some(name.clone()),
        copies_to: many,
        printed_by: name.clone(),
        copies: Some(u32::MAX),
        attendance: vec![group(&name, &[&name, ""]), group("", &[])],
        ..minutes("")
    };
    assert!(print("odd_names", &odd).pages >= 2);
    let empty = Document { mark: String::new(), title: String::new(), issuer: String::new(), ..minutes("") };
    assert!(print("empty", &empty).pages >= 2);
    let crowd = Document { copies_to: vec!["示例市某某单位办公室".repeat(20); 80], ..minutes(HAN) };
    let fault = press::layout::place_document(&crowd, crate::fonts()).expect_err("no page holds that");
    assert!(fault.message.contains("抄送机关有80个"), "{fault}");
}
