//! Paper without a record: a text checked, shown, exported; blank forms with the office's name.
use serde_json::{Value, json};
use zhiqiang_tests::Day;

const TEXT: &str = "---\n格式: 公文\n标志: 示例市人民政府文件\n标题: 关于开展质量月活动的通知\n主送: 各县\n署名: 示例市人民政府\n成文日期: 2016-08-30\n---\n会议指出,质量是企业的生命.\n";

fn asked(source: &str, files: Value) -> Value {
    json!({"source": source, "form": null, "files": files, "tidy": true})
}

fn png() -> String {
    use base64::Engine;
    let mut out = std::io::Cursor::new(Vec::new());
    image::RgbaImage::from_pixel(40, 20, image::Rgba([200, 0, 0, 255]))
        .write_to(&mut out, image::ImageFormat::Png)
        .unwrap();
    base64::engine::general_purpose::STANDARD.encode(out.into_inner())
}

fn base64_of(value: &Value) -> Vec<u8> {
    use base64::Engine;
    base64::engine::general_purpose::STANDARD.decode(value.as_str().unwrap()).unwrap()
}

fn words(pdf: &[u8]) -> String {
    let pdf = lopdf::Document::load_mem(pdf).unwrap();
    let pages: Vec<u32> = pdf.get_pages().keys().copied().collect();
    pdf.extract_text(&pages).unwrap().split_whitespace().collect()
}

#[test]
fn a_text_is_checked_and_shown_and_stays_as_it_was_typed() {
    let day = Day::on("2016-09-01");
    let check = day.done("papers_typeset_check", asked(TEXT, json!([])));
    assert_eq!(
        (&check["kind"], &check["title"], &check["pages"]),
        (&json!("公文"), &json!("关于开展质量月活动的通知"), &json!(1))
    );
    assert_eq!(check["troubles"], json!([]));
    // One question answers findings and paper: the text is read and set once for every key.
    let paper = base64_of(&check["paper"]);
    assert!(words(&paper).contains("会议指出，质量是企业的生命。"));
    let first = &check["corrections"][0];
    assert_eq!(
        (&first["line"], &first["body_line"], &first["character"], &first["after"]),
        (&json!(9), &json!(1), &json!(5), &json!("，"))
    );
    assert!(
        words(&day.file("papers_typeset_preview", asked(TEXT, json!([]))).bytes)
            .contains("会议指出，质量是企业的生命。")
    );
    let mut plain = asked(TEXT, json!([]));
    plain["tidy"] = json!(false);
    assert!(words(&day.file("papers_typeset_preview", plain).bytes).contains("会议指出,质量"));
}

#[test]
fn a_text_with_faults_is_no_refusal_to_the_check_but_to_the_paper() {
    let day = Day::on("2016-09-01");
    let source = TEXT.replace("2016-08-30", "明天").replace("主送", "主送单位");
    let check = day.done("papers_typeset_check", asked(&source, json!([])));
    let lines: Vec<_> = check["troubles"].as_array().unwrap().iter().map(|t| t["line"].clone()).collect();
    assert_eq!(lines, [json!(5), json!(7)]);
    assert_eq!(check["paper"], Value::Null);
    let refusal = day.refused("papers_typeset_preview", asked(&source, json!([])));
    assert!(refusal.message.contains("第 5 行：没有“主送单位”这个键。是不是“主送”？"), "{refusal}");
    assert!(refusal.hint.is_some_and(|hint| hint.contains("另有 1 处")));
}

#[test]
fn a_paper_whose_signature_stands_alone_says_so_beside_the_doubts() {
    use base64::Engine;
    let day = Day::on("2016-09-01");
    let mut scan = std::io::Cursor::new(Vec::new());
    image::GrayImage::from_pixel(1200, 1700, image::Luma([220]))
        .write_to(&mut scan, image::ImageFormat::Png)
        .unwrap();
    let scan = base64::engine::general_purpose::STANDARD.encode(scan.into_inner());
    let source = format!("{TEXT}质量—生命\n![](图.png)\n");
    let check = day.done("papers_typeset_check", asked(&source, json!([{"name": "图.png", "data": scan}])));
    assert!(check["notes"][0].as_str().unwrap().contains("落款所在的一页没有正文"), "{}", check["notes"]);
    assert!(check["doubts"][0]["what"].as_str().unwrap().contains("起止"), "{}", check["doubts"]);
    assert!(check["paper"].is_string());
}

#[test]
fn pictures_come_with_the_request_and_one_that_does_not_is_named() {
    let day = Day::on("2016-09-01");
    let source = format!("{TEXT}![走势](资料/图.png)\n");
    let check = day.done("papers_typeset_check", asked(&source, json!([])));
    assert!(check["troubles"][0]["message"].as_str().unwrap().contains("图.png”还没有添加"), "{check}");
    let with = asked(&source, json!([{"name": "图.png", "data": png()}]));
    assert_eq!(day.done("papers_typeset_check", with.clone())["troubles"], json!([]));
    assert!(day.file("papers_typeset_preview", with).bytes.starts_with(b"%PDF"));
}

#[test]
fn the_form_and_the_source_turn_into_each_other_and_corrections_are_applied_on_wish() {
    let day = Day::on("2016-09-01");
    let sides =
        day.done("papers_typeset_turn", json!({"source": TEXT, "form": null, "files": [], "tidy": true}));
    assert_eq!(sides["form"]["fields"]["to"], "各县");
    assert_eq!(sides["form"]["body"], "会议指出，质量是企业的生命。\n");
    let form = json!({"source": null, "form": sides["form"], "files": [], "tidy": true});
    assert_eq!(day.done("papers_typeset_check", form.clone())["corrections"], json!([]));
    let again = day.done("papers_typeset_turn", form);
    assert_eq!(again["form"], sides["form"]);
}

#[test]
fn corrections_applied_to_an_example_leave_its_paper_as_it_was() {
    let day = Day::on("2016-09-01");
    for kind in day.done("papers_typeset_kinds", json!({})).as_array().unwrap() {
        let example = kind["example"].as_str().unwrap();
        let asked = json!({"source": example, "form": null, "files": [], "tidy": true});
        let sides = day.done("papers_typeset_turn", asked.clone());
        let applied = json!({"source": sides["source"], "form": null, "files": [], "tidy": true});
        let before = words(&day.file("papers_typeset_preview", asked).bytes);
        assert_eq!(words(&day.file("papers_typeset_preview", applied).bytes), before, "{}", kind["label"]);
        let form = json!({"source": null, "form": sides["form"], "files": [], "tidy": true});
        assert_eq!(words(&day.file("papers_typeset_preview", form).bytes), before, "{}", kind["label"]);
    }
}

#[test]
fn every_format_has_fields_and_an_example_that_can_be_set() {
    let day = Day::on("2016-09-01");
    let kinds = day.done("papers_typeset_kinds", json!({}));
    assert_eq!(kinds.as_array().unwrap().len(), 6);
    for kind in kinds.as_array().unwrap() {
        let check = day.done("papers_typeset_check", asked(kind["example"].as_str().unwrap(), json!([])));
        assert_eq!(
            (&check["troubles"], &check["corrections"]),
            (&json!([]), &json!([])),
            "{}",
            kind["label"]
        );
        assert_eq!(check["kind"], kind["label"]);
        assert!(check["pages"].as_u64().unwrap() >= 1);
    }
}

#[test]
fn what_leaves_the_program_is_in_the_audit_and_looking_is_not() {
    let day = Day::on("2016-09-01");
    day.file("papers_typeset_preview", asked(TEXT, json!([])));
    assert!(
        day.file("papers_typeset_pdf", json!({"text": asked(TEXT, json!([])), "archive": false}))
            .bytes
            .starts_with(b"%PDF")
    );
    let archive = day.file("papers_typeset_pdf", json!({"text": asked(TEXT, json!([])), "archive": true}));
    assert!(String::from_utf8_lossy(&archive.bytes).contains("pdfaid"), "it says that it is PDF/A");
    let word = day.file("papers_typeset_docx", asked(TEXT, json!([])));
    assert!(word.name.ends_with(".docx") && word.bytes.starts_with(b"PK"));
    day.be("auditor");
    let rows = day.done(
        "system_audit",
        json!({"from": null, "to": null, "outcome": "", "words": "", "slice": {"offset": 0, "limit": 50}}),
    );
    let text = rows.to_string();
    assert_eq!(text.matches("公文排版存为 PDF").count(), 2, "{text}");
    assert!(text.contains("公文排版存为 Word") && !text.contains("公文排版纸样"), "{text}");
}

#[test]
fn a_file_without_a_head_is_opened_as_a_body() {
    use base64::Engine;
    let day = Day::on("2016-09-01");
    let open = |bytes: &[u8]| json!({"file": {"name": "稿.txt", "data": base64::engine::general_purpose::STANDARD.encode(bytes)}});
    let plain = day.done("papers_typeset_open", open("会议指出\r\n各单位".as_bytes()));
    assert_eq!(
        (&plain["form"]["kind"], &plain["form"]["body"]),
        (&json!("document"), &json!("会议指出\n各单位"))
    );
    let headed = day.done("papers_typeset_open", open(TEXT.as_bytes()));
    assert_eq!(
        (headed["source"].as_str(), &headed["form"]["fields"]["date"]),
        (Some(TEXT), &json!("2016-08-30"))
    );
    assert!(day.refused("papers_typeset_open", open(b"PK\x03\x04")).message.contains("Word"));
}

#[test]
fn blank_forms_bear_the_offices_name_and_demonstration_data_says_so() {
    let day = Day::standing("2016-09-10", "2016-11-18");
    let forms = day.done("papers_blank_forms", json!({}));
    let forms = forms.as_array().unwrap();
    assert!(forms.len() >= 20, "{forms:?}");
    let first = day.file("papers_blank_print", json!({"form": forms[0]["key"]}));
    assert!(words(&first.bytes).contains("示例"), "{}", words(&first.bytes));
    assert!(words(&day.file("papers_typeset_preview", asked(TEXT, json!([]))).bytes).contains("示例"));
    assert!(day.refused("papers_blank_print", json!({"form": "没有的"})).message.contains("没有“没有的”"));
}
