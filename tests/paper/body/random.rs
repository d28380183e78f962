//! Random texts with tables: no character is lost or added, no word crosses a rule or leaves the type area.
use std::collections::HashMap;

use press::form::Paper;
use press::text::blocks::{Block, blocks};
use proptest::prelude::*;

use super::samples::{black, document};
use crate::forms::geometry::{Drawn, check_page};

fn prose() -> impl Strategy<Value = String> {
    prop_oneof![
        5 => "[一-龥]{1,9}[，。、；：”）》][一-龥]{0,30}[（“《][一-龥]{1,8}[0-9]{0,6}",
        1 => "(一、|（二）|3\\.|（4）)[一-龥]{2,60}。?",
        1 => "[一-龥A-Za-z0-9，。（）“”—…〔〕 ]{0,120}",
    ]
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[一-龥]{1,8}",
        2 => "[0-9]{1,3}(,[0-9]{3})?(\\.[0-9]{1,2})?%?",
        2 => "[一-龥]{3,20}，[一-龥]{2,30}（[一-龥0-9]{1,12}）。",
        1 => "[一-龥A-Za-z0-9，。（）“”—…〔〕 ]{0,60}",
        1 => Just(String::new()),
    ]
}

fn table() -> impl Strategy<Value = String> {
    (2usize..8, 1usize..24).prop_flat_map(|(columns, rows)| {
        let row = prop::collection::vec(cell(), 1..=columns).prop_map(|cells| cells.join("\t"));
        prop::collection::vec(row, rows).prop_map(|rows| format!("\n{}\n", rows.join("\n")))
    })
}

fn body() -> impl Strategy<Value = String> {
    let part = prop_oneof![3 => prose(), 1 => table(), 1 => prose().prop_map(|p| format!("{p}表"))];
    prop::collection::vec(part, 1..16).prop_map(|parts| parts.join("\n"))
}

fn count(words: impl Iterator<Item = char>) -> HashMap<char, usize> {
    let mut counts = HashMap::new();
    for ch in words.filter(|ch| !ch.is_whitespace()) {
        *counts.entry(ch).or_default() += 1;
    }
    counts
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_character_is_lost_or_added_and_none_crosses_a_rule(body in body()) {
        let bare = press::document::Document { title: String::new(), ..document(&body, Vec::new()) };
        let empty = press::document::Document { body: String::new(), ..bare.clone() };
        let placed = press::layout::place_document(&bare, crate::fonts());
        let Ok(placed) = placed else { return Err(TestCaseError::fail(format!("{placed:?}"))) };
        let around = press::layout::place_document(&empty, crate::fonts()).expect("an empty body");
        // Page numbers are set in 14 pt.
        let shown = |placed: &press::page::Placed| {
            let runs = placed.pages.iter().flat_map(|page| &page.runs).filter(|run| run.size_pt != 14.0);
            count(runs.flat_map(|run| run.glyphs.iter().map(|glyph| glyph.ch)))
        };
        let (shown, around) = (shown(&placed), shown(&around));
        let said = count(body.chars());
        let heads = blocks(&body).into_iter().filter_map(|block| match block {
            Block::Table { rows, .. } => Some(rows[0].concat()),
            _ => None,
        });
        let heads = count(heads.collect::<String>().chars());
        for (ch, there) in &shown {
            let of = |counts: &HashMap<char, usize>| counts.get(ch).copied().unwrap_or(0);
            let more = (placed.pages.len() - 1) * of(&heads);
            prop_assert!(*there <= of(&said) + of(&around) + more, "{ch} is added");
        }
        for (ch, wanted) in &said {
            let there = shown.get(ch).copied().unwrap_or(0) - around.get(ch).copied().unwrap_or(0).min(shown.get(ch).copied().unwrap_or(0));
            prop_assert!(there >= *wanted, "{ch} stands {there} times instead of {wanted}");
        }
        for page in &placed.pages {
            let drawn = Drawn::from_placed(&black(page));
            let faults = check_page(&drawn, Paper::Upright);
            prop_assert!(faults.is_empty(), "{}", faults.join("\n"));
        }
    }
}
