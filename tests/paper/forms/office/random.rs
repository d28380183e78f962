//! Every form with words nobody would write: whatever stands in its fields, no character is lost, none leaves its cell.
use std::collections::HashMap;

use press::forms::CATALOGUE;
use press::page::{Ink, Page, Placed};
use proptest::prelude::*;

use super::super::geometry::{Drawn, check_page};
use super::filler::Filler;
use super::{filled, place};

/// How often each character stands; a ticked box is a box and a tick.
pub fn count<'a>(texts: impl Iterator<Item = &'a str>) -> HashMap<char, usize> {
    let mut counts = HashMap::new();
    for text in texts {
        for ch in press::text::clean(text).chars().filter(|ch| !ch.is_whitespace()) {
            *counts.entry(ch).or_default() += 1;
        }
    }
    counts
}

/// The same for finished pages.
pub fn shown(placed: &Placed) -> HashMap<char, usize> {
    let runs = placed.pages.iter().flat_map(|page| &page.runs);
    let words: Vec<String> = runs.map(|run| run.glyphs.iter().map(|glyph| glyph.ch).collect()).collect();
    count(words.iter().map(String::as_str))
}

/// The page without what stands free of tables by intention: the code above the type area, red rules, rules to sign on,
/// and ticks, which stand in their boxes.
pub fn without_marks(page: &Page) -> Page {
    let mut page = page.clone();
    let top = if page.w < page.h { 30.0 } else { 25.0 };
    page.rules.retain(|rule| rule.y + rule.h > top && rule.ink == Ink::Black && (rule.h - 0.2).abs() > 1e-6);
    page
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => "[质量强市示范城市，。（）“”；：、—…A-Za-z0-9 \n〔〕《》]{0,30}",
        2 => "[工作领导小组联席会议堃喆，。]{60,240}",
        1 => "[工作领导小组联席会议，。]{500}",
        1 => "\\PC{0,30}",
        1 => Just("\u{0}\u{7}\u{1b}\t\r\n\u{feff}\u{202e}".to_owned()),
        1 => Just(String::new()),
    ]
}

/// Refused with a sentence, or whole and inside its cells.
fn check(key: &str, texts: &[String], rows: usize) -> Result<(), TestCaseError> {
    let mut filler = Filler::new(texts, rows);
    let form = filled(key, &mut filler);
    let labels = matches!(key, "archive_stamps" | "spine_labels");
    let placed = match place(&form) {
        Err(fault) => {
            // Only a label has no room for any words; an unknown start is none of its sheet.
            prop_assert!(
                labels && (fault.message.contains("标签") || fault.message.contains("枚")),
                "{key}: {fault}"
            );
            return Ok(());
        }
        Ok(placed) => placed,
    };
    let (shown, said) = (shown(&placed), count(filler.given.iter().map(String::as_str)));
    for (ch, wanted) in said {
        let there = shown.get(&ch).copied().unwrap_or(0);
        prop_assert!(there >= wanted, "{key}: {ch:?} stands {there} times instead of {wanted}");
    }
    for page in placed.pages.iter().filter(|_| !labels) {
        let faults = check_page(&Drawn::from_placed(&without_marks(page)), form.paper);
        prop_assert!(faults.is_empty(), "{key}: {}", faults.join("\n"));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_words_in_any_field_stay_whole_and_in_their_cells(
        form in 0..CATALOGUE.len(),
        texts in prop::collection::vec(words(), 1..24),
        rows in 0..6usize,
    ) {
        check(CATALOGUE[form].key, &texts, rows)?;
    }
}

#[test]
fn every_form_bears_what_a_bad_day_brings() {
    let long = "质".repeat(500);
    let cases = [
        (vec![long], 3),
        (vec![String::new()], 0),
        (vec!["\u{0}\u{8}\u{1b}[31m\u{feff}\u{202e}".to_owned()], 2),
        (vec!["示例".to_owned(), "第8次联席会议".to_owned(), "2016年9月30日".to_owned()], 300),
    ];
    for blank in CATALOGUE {
        for (texts, rows) in &cases {
            if let Err(why) = check(blank.key, texts, *rows) {
                panic!("{}: {} × {rows}: {why}", blank.key, texts[0].chars().take(8).collect::<String>());
            }
        }
    }
}
