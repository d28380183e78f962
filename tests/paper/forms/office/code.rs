//! The QR code on forms that come back: it is the code of the number, large enough to be read, with white around it.
use press::Form;
use press::form::{Block, Paper};
use press::page::{Page, Rule};
use qrcodegen::{QrCode, QrCodeEcc};

use super::{filled, head, place, samples};

/// Forms that come back.
const RETURNED: [&str; 4] = ["followup_reply", "extension_request", "report_slip", "rectification_notice"];

fn code_rules(page: &Page) -> Vec<Rule> {
    let top = if page.w < page.h { 30.0 } else { 25.0 };
    page.rules.iter().filter(|rule| rule.y + rule.h < top).copied().collect()
}

fn with_code(words: &str, paper: Paper) -> Page {
    let blocks = vec![Block::Code(words.into()), Block::Space(1.0)];
    let form = Form { paper, ..head().form("督办反馈单", paper, blocks) };
    place(&form).expect("a code is never refused").pages.remove(0)
}

/// The modules found on paper: a point in the middle of each is inked or not.
fn modules(page: &Page, code: &QrCode) -> (f64, (f64, f64), Vec<bool>) {
    let rules = code_rules(page);
    let module = rules[0].h;
    let left = rules.iter().map(|rule| rule.x).fold(f64::MAX, f64::min);
    let top = rules.iter().map(|rule| rule.y).fold(f64::MAX, f64::min);
    let inked = |x: f64, y: f64| rules.iter().any(|r| r.x < x && x < r.x + r.w && r.y < y && y < r.y + r.h);
    let middle = |i: i32| (f64::from(i) + 0.5) * module;
    let size = code.size();
    let all = (0..size * size).map(|i| inked(left + middle(i % size), top + middle(i / size)));
    (module, (left, top), all.collect())
}

#[test]
fn every_form_that_comes_back_carries_its_number_as_a_code() {
    let samples = samples();
    for key in RETURNED {
        let page = place(&filled(key, samples[key].clone())).expect("a sample").pages.remove(0);
        let number = samples[key]["number"].as_str().expect("a number");
        let code = QrCode::encode_text(number, QrCodeEcc::Medium).expect("a short number");
        let wanted: Vec<bool> = (0..code.size())
            .flat_map(|y| (0..code.size()).map(move |x| (x, y)))
            .map(|(x, y)| code.get_module(x, y))
            .collect();
        assert_eq!(modules(&page, &code).2, wanted, "{key}");
    }
}

#[test]
fn a_code_has_large_modules_and_four_of_white_around_it() {
    for paper in [Paper::Upright, Paper::Landscape] {
        for words in ["1", "督办〔2016〕15号", &"督办".repeat(14)] {
            let page = with_code(words, paper);
            let code = QrCode::encode_text(words, QrCodeEcc::Medium).expect("short");
            let (module, (left, top), _) = modules(&page, &code);
            assert!((0.4 - 1e-9..=0.6 + 1e-9).contains(&module), "{module} mm");
            let (side, quiet) = (f64::from(code.size()) * module, 4.0 * module);
            assert!(left > quiet && top - quiet > 3.0 && left + side + quiet < page.w, "on the sheet");
            let box4 = (left - quiet, top - quiet, left + side + quiet, top + side + quiet);
            for run in &page.runs {
                let em = run.size_pt * 25.4 / 72.0;
                for glyph in &run.glyphs {
                    let apart =
                        glyph.x + em < box4.0 || run.y < box4.1 || glyph.x > box4.2 || run.y - em > box4.3;
                    assert!(apart, "{:?} in the white around the code", glyph.ch);
                }
            }
        }
    }
}

#[test]
fn no_number_or_one_too_long_has_no_code() {
    for words in ["", " \u{feff}", &"质量".repeat(250)] {
        assert_eq!(code_rules(&with_code(words, Paper::Upright)).len(), 0, "{words}");
    }
}
