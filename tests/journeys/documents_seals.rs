//! A document is printed with the picture of its seal where somebody asks for it, and only then (GB/T 9704-2012, 7.3.5).
use base64::Engine;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use serde_json::{Value, json};

use crate::documents_world::{Desk, asked, beside, taking};
use crate::meeting_world::{merged, today};
use zhiqiang_tests::scan;

fn upload(name: &str, picture: &DynamicImage) -> Value {
    let mut png = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut png, ImageFormat::Png).unwrap();
    json!({"name": name, "data": base64::engine::general_purpose::STANDARD.encode(png.into_inner())})
}

/// A red ring on a transparent ground.
fn ring(side: u32) -> DynamicImage {
    let middle = f64::from(side) / 2.0;
    RgbaImage::from_fn(side, side, |x, y| {
        let far = (f64::from(x) - middle).hypot(f64::from(y) - middle);
        let on = (middle * 0.9..middle).contains(&far);
        if on { Rgba([214, 0, 15, 255]) } else { Rgba([0, 0, 0, 0]) }
    })
    .into()
}

fn pictures(pdf: &[u8]) -> usize {
    let document = lopdf::Document::load_mem(pdf).unwrap();
    let streams = document.objects.values().filter_map(|object| object.as_stream().ok());
    let images = streams
        .filter(|s| s.dict.get(b"Subtype").is_ok_and(|kind| kind.as_name().is_ok_and(|n| n == b"Image")));
    images.filter(|stream| stream.dict.has(b"SMask")).count()
}

#[test]
fn a_signed_document_bears_the_seal_that_the_director_set_and_every_such_print_is_in_the_audit() {
    let desk = Desk::new();
    let card = desk.signed_by_office("关于报送材料的通知");
    let document = json!({"document": card["document"]["id"]});
    let no = desk.day.refused("outgoing_print_sealed", document.clone());
    assert!(no.message.contains("还没有设置") && no.hint.is_some(), "{no}");
    let seal = |file: Value| json!({"issuer": "office", "file": file});
    let no = desk.day.refused("document_seal_set", seal(upload("章.png", &ring(500))));
    assert!(no.message.contains("经办人") || no.hint.is_some(), "a clerk sets no seal: {no}");
    desk.day.be("director");
    let white: DynamicImage = RgbImage::from_pixel(500, 500, Rgb([255, 255, 255])).into();
    assert!(
        desk.day.refused("document_seal_set", seal(upload("白底.png", &white))).message.contains("透明底")
    );
    assert!(
        desk.day.refused("document_seal_set", seal(upload("小.png", &ring(120)))).message.contains("120")
    );
    let seals = desk.day.done("document_seal_set", seal(upload("章.png", &ring(500))));
    assert_eq!(seals[0]["picture"]["name"], "章.png");
    assert_eq!(seals[1]["picture"], Value::Null);
    desk.day.be("clerk");
    assert_eq!(pictures(&desk.day.file("outgoing_print", document.clone()).bytes), 0, "nobody asked for it");
    assert_eq!(pictures(&desk.day.file("outgoing_print_sealed", document.clone()).bytes), 1);
    let draft = desk.draft("office", "关于报送清单的通知");
    let no = desk.day.refused("outgoing_print_sealed", json!({"document": draft["document"]["id"]}));
    assert!(no.message.contains("不能套印印章"), "{no}");
    assert_eq!(draft["beside"]["seal"].as_str().map(|why| why.contains("不能套印")), Some(true));
    desk.day.be("director");
    desk.day.done("document_seal_remove", json!({"issuer": "office"}));
    assert!(
        desk.day.refused("document_seal_remove", json!({"issuer": "office"})).message.contains("没有设置")
    );
    assert!(desk.day.refused("outgoing_print_sealed", document).message.contains("还没有设置"));
    desk.day.be("auditor");
    let audit = desk.day.done("system_audit", json!({"slice": {"offset": 0, "limit": 200}}));
    let titles: Vec<&str> =
        audit["rows"].as_array().unwrap().iter().filter_map(|row| row["title"].as_str()).collect();
    for title in ["设置印章图片", "套印印章的公文", "停用印章图片"] {
        assert!(titles.contains(&title), "{title} is in the audit: {titles:?}");
    }
}

#[test]
fn a_scan_of_several_pages_lies_at_the_step_that_it_proves() {
    let desk = Desk::new();
    let card = desk.receive("single", "关于质量月工作的报告", "示县府〔2016〕20号");
    let card = desk.day.done("incoming_register", beside(&card));
    let card = desk.take(&card, "accept", json!({}));
    let card = desk.take(&card, "propose", json!({"words": "拟请副组长、组长批示。"}));
    let may: Vec<&str> =
        card["instructors"].as_array().unwrap().iter().filter_map(|one| one["name"].as_str()).collect();
    assert!(!may.is_empty() && !may.contains(&"王立新"), "the leader is asked later: {may:?}");
    let step =
        &card["allowed"].as_array().unwrap().iter().find(|one| one["step"] == "instruct").unwrap().clone();
    assert_eq!((&step["proof"], &step["main"]), (&json!(true), &json!(true)));
    let told = json!({"person": desk.deputy["id"], "on": today(&desk.day), "scan": scan("批示第1页"), "pages": [scan("批示第2页")]});
    let card = desk.take(&card, "instruct", told);
    let place = |card: &Value, n: usize| card["proofs"][n].clone();
    assert_eq!(place(&card, 1)["files"].as_array().unwrap().len(), 2, "{}", card["proofs"]);
    let late = json!({"paper": card["paper"]["id"], "purpose": "批示扫描件", "instruction": place(&card, 1)["instruction"], "file": scan("批示背面")});
    let card = desk.day.done("incoming_attach", late);
    assert_eq!(place(&card, 1)["files"].as_array().unwrap().len(), 3);
    assert_eq!(place(&card, 0)["files"].as_array().unwrap().len(), 1, "the paper itself keeps its own");
    let no = desk.day.refused(
        "incoming_take_step",
        merged(taking(&card, "instruct"), json!({"person": desk.deputy["id"], "basis": "存专柜"})),
    );
    assert!(no.message.contains("批示人不对"), "{no}");
}

#[test]
fn the_director_at_the_desk_is_asked_for_no_paper_and_everybody_else_is() {
    let desk = Desk::new();
    let card = desk.step(&desk.draft("office", "关于报送材料的通知"), "submit", json!({}));
    let card = desk.section(&card);
    let sign = |card: &Value| {
        card["allowed"].as_array().unwrap().iter().find(|one| one["step"] == "sign").cloned().unwrap()
    };
    assert_eq!(sign(&card)["proof"], true);
    let no = desk
        .day
        .refused("outgoing_take_step", merged(asked(&card, "sign"), json!({"signer": desk.director["id"]})));
    assert!(no.message.contains("纸面依据"), "{no}");
    desk.day.be("director");
    let own = desk.day.done("outgoing_open", json!({"document": card["document"]["id"]}));
    assert_eq!(sign(&own)["proof"], false);
    desk.step(&own, "sign", json!({}));
}
