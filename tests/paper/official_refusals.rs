//! Odd input: the right paper or a clear sentence in Chinese, never a panic, never a character lost.
use press::document::{Annex, Authority, Document, Sealing};

use crate::official_samples::*;

fn kinds() -> Vec<Document> {
    vec![red_head(2), upward(&["张示例", "李示例"]), letter(2), order(), joint(3)]
}

fn try_place(document: &Document) -> Result<usize, String> {
    press::layout::place_document(document, crate::fonts()).map(|placed| placed.pages.len()).map_err(|f| f.message)
}

#[test]
fn a_title_of_two_hundred_characters_is_set_or_refused_by_name() {
    let title = "关于印发示例市创建全国质量强市示范城市工作领导小组成员单位任务分解及考核办法的通知".repeat(5);
    let title: String = title.chars().take(200).collect();
    for document in kinds() {
        let document = Document { title: title.clone(), ..document };
        match try_place(&document) {
            Ok(_) => {
                let first = &sheets("long_title", &document)[0];
                assert!(first.text(16.0).contains("总体要求"), "the first page shows text");
            }
            Err(message) => assert!(message.contains("请精简标题（现有200字）"), "{message}"),
        }
    }
    assert!(try_place(&Document { title, ..red_head(2) }).is_ok(), "a red head of one authority holds it");
}

#[test]
fn a_title_beyond_any_page_is_refused_with_the_remedy() {
    for document in kinds() {
        let message = try_place(&Document { title: "创建质量强市".repeat(90), ..document }).unwrap_err();
        assert!(message.contains("首页排不下正文") && message.contains("540字"), "{message}");
    }
}

#[test]
fn eighty_copies_and_sixty_recipients_are_printed_or_refused_with_their_number() {
    let units = |n: usize| (0..n).map(|i| format!("示例市第{i}号成员单位办公室")).collect::<Vec<_>>();
    for document in kinds() {
        let document = Document { copies_to: units(80), to: units(60), ..document };
        let pages = sheets("many_units", &document);
        let sizes = [14.0, 12.0, 10.5, 9.0, 7.5];
        let text: String = pages.iter().flat_map(|page| sizes.map(|size| page.text(size))).collect();
        assert!(text.contains("第79号成员单位办公室。"), "{text}");
    }
    let crowd = Document { copies_to: vec!["示例市某某单位办公室".repeat(20); 80], ..red_head(1) };
    assert!(try_place(&crowd).unwrap_err().contains("抄送机关有80个"));
    let to = vec!["示例市某某单位办公室".repeat(20); 60];
    assert!(try_place(&Document { to, ..red_head(1) }).unwrap_err().contains("主送机关有60个"));
}

#[test]
fn missing_parts_leave_their_place_and_nothing_fails() {
    for document in kinds() {
        for bare in [
            Document { title: String::new(), ..document.clone() },
            Document { body: String::new(), ..document.clone() },
            Document { body: "\n \n\t".into(), title: String::new(), ..document.clone() },
            Document { authorities: Vec::new(), ..document.clone() },
            Document { mark: String::new(), joint: Vec::new(), ..document.clone() },
            Document { signers: vec![String::new()], to: vec![" ".into()], ..document.clone() },
            Document { kind: document.kind, ..Document::default() },
        ] {
            assert!(try_place(&bare).is_ok(), "{:?} {:?}", bare.kind, try_place(&bare));
        }
    }
}

#[test]
fn control_characters_and_look_alikes_do_no_harm() {
    let odd = "\u{0}质\u{7}量\r\n强\u{200B}市⼯⻓\u{FE0F}\u{202E}";
    for document in kinds() {
        let document = Document {
            mark: odd.into(),
            number: Some(odd.into()),
            title: odd.into(),
            to: vec![odd.into()],
            body: odd.into(),
            note: odd.into(),
            authorities: vec![authority(odd)],
            annexes: vec![Annex { title: odd.into(), body: odd.into(), landscape: true }],
            printed_by: odd.into(),
            ..document
        };
        let pages = sheets("control", &document);
        assert!(pages[0].text(16.0).contains("强市工长"), "{}", pages[0].text(16.0));
    }
}

#[test]
fn a_paragraph_of_three_thousand_characters_runs_over_its_pages() {
    let body = "会议指出质量是企业的生命必须常抓不懈".repeat(167);
    for document in kinds() {
        let pages = sheets("endless", &Document { body: body.clone(), ..document });
        let text: String = pages.iter().map(|page| page.text(16.0)).collect();
        assert!(text.contains(&body), "not a character lost");
        assert!(pages.len() >= 5);
    }
}

#[test]
fn twelve_authorities_and_twenty_annexes_come_out_whole() {
    let annexes: Vec<Annex> = (1..=20).map(|i| annex(&format!("示例附件之{i}"), 2)).collect();
    let document = Document { annexes, ..joint(12) };
    let pages = sheets("twelve_twenty", &document);
    let text: String = pages.iter().map(|page| page.text(16.0)).collect();
    for authority in &document.authorities {
        let tail: String = authority.name.chars().skip(3).take(4).collect();
        assert!(text.contains(&tail), "{}", authority.name);
    }
    assert!((1..=20).all(|i| text.contains(&format!("附件{i}"))));
    assert_eq!(pages.len() % 2, 0);
}

#[test]
fn an_annex_without_a_name_is_refused_by_its_number() {
    let document = Document { annexes: vec![annex("甲", 1), annex("。 ", 1)], ..red_head(1) };
    let message = try_place(&document).unwrap_err();
    assert!(message.contains("第2个附件没有名称"), "{message}");
}

#[test]
fn a_note_that_is_a_letter_is_refused() {
    let message = try_place(&Document { note: "说明".repeat(300), ..red_head(1) }).unwrap_err();
    assert!(message.contains("附注有600字"), "{message}");
}

#[test]
fn names_longer_than_a_line_are_broken_and_stay_inside() {
    let name = "示例市创建全国质量强市示范城市工作领导小组办公室".repeat(2);
    for sealing in [Sealing::Seal, Sealing::None, Sealing::Stamp] {
        for count in 1..=3 {
            let authorities = vec![Authority { name: name.clone(), person: name.clone(), ..authority("") }; count];
            let document = Document { sealing, authorities, signers: vec![name.clone(); 3], ..red_head(2) };
            for page in sheets("long_names", &document) {
                for glyph in page.glyphs.iter().filter(|g| g.size > 15.0) {
                    assert!(glyph.x > 27.5 && glyph.x < 184.0 && glyph.y < 262.0, "{sealing:?} {glyph:?}");
                }
            }
        }
    }
}
