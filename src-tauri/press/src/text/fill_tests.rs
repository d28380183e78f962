//! The line breaker held against random Chinese text.
use proptest::prelude::*;

use super::{Line, MM_PER_PT, Measure, Nominal, break_lines, fill, marks, units};
use crate::page::Face;

const CELL: f64 = 156.0 / 28.0;
const GRID: Measure = Measure { width: 156.0, first: 2.0 * CELL, rest: 0.0, cell: CELL };

fn grid(text: &str) -> Vec<Line> {
    break_lines(&units(text, Face::FangSong, CELL, &Nominal), GRID)
}

fn texts(text: &str) -> Vec<String> {
    grid(text).iter().map(Line::text).collect()
}

/// Words as they stand in minutes: Han, marks one or two in a row, numbers, dates, Latin words.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => "[一-龥]{1,9}",
        2 => "[，。、；：？！]",
        1 => "[）〕》」』”’][，。；]?",
        1 => "[（〔《「『“‘]",
        1 => "[0-9]{1,8}",
        1 => "[A-Za-z]{1,12}",
        1 => Just("——".to_owned()),
        1 => Just("……".to_owned()),
        1 => "201[0-9]年1?[1-9]月2?[1-9]日",
        1 => "〔201[0-9]〕[1-9]{1,3}号",
        1 => Just(" ".to_owned()),
    ]
}

/// Sentences in which no chain of marks is longer than a line.
fn prose() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 1..120).prop_map(|pieces| pieces.join("的"))
}

proptest! {
    #[test]
    fn no_character_is_lost(text in "\\PC{0,400}") {
        prop_assert_eq!(texts(&text).concat(), text);
    }

    #[test]
    fn no_line_is_overfull(text in prose()) {
        for line in grid(&text) {
            prop_assert!(line.width <= 156.0 + 1e-6, "{} mm: {}", line.width, line.text());
            for pair in line.glyphs.windows(2) {
                prop_assert!(pair[1].x >= pair[0].x, "characters keep their order");
            }
        }
    }

    #[test]
    fn no_closing_mark_begins_a_line_and_no_opening_mark_ends_one(text in prose()) {
        let lines = grid(&text);
        for pair in lines.windows(2) {
            let end = pair[0].glyphs.iter().rev().map(|g| g.ch).find(|ch| *ch != ' ').unwrap_or('的');
            let begin = pair[1].glyphs[0].ch;
            prop_assert!(!marks::not_last(end), "{} ends a line", end);
            prop_assert!(!marks::not_first(begin), "{} begins a line", begin);
        }
    }

    #[test]
    fn no_number_dash_or_ellipsis_is_torn(text in prose()) {
        let lines = texts(&text);
        for pair in lines.windows(2) {
            let (end, begin) = (pair[0].chars().last().unwrap_or(' '), pair[1].chars().next().unwrap_or(' '));
            prop_assert!(!(end.is_ascii_digit() && begin.is_ascii_digit()), "{end}|{begin}");
            prop_assert!(!(end == begin && matches!(end, '—' | '…')), "{end}|{begin}");
        }
    }

    #[test]
    fn every_line_but_the_last_reaches_the_edge(text in "[一-龥，。]{0,20}[一-龥]{60,200}") {
        let lines = grid(&text);
        for line in lines.iter().filter(|line| !line.last) {
            prop_assert!(line.width > 156.0 - 1e-3, "{}", line.text());
        }
    }

    #[test]
    fn any_measure_ends(text in "\\PC{0,80}", width in 0.0..60.0_f64, size in 5.0..40.0_f64) {
        let lines = fill(&text, Face::Song, size, width, &Nominal);
        let cell = size * MM_PER_PT;
        for line in lines.iter().filter(|line| line.glyphs.len() > 1) {
            let least = line.glyphs.iter().map(|g| g.width).fold(0.0, f64::max);
            prop_assert!(line.width <= width.max(least + cell) + 1e-6);
        }
    }
}

#[test]
fn twenty_eight_characters_fill_a_line_after_the_first() {
    let lines = texts(&"会".repeat(26 + 28 + 28 + 3));
    assert_eq!(lines.iter().map(|l| l.chars().count()).collect::<Vec<_>>(), [26, 28, 28, 3]);
}

#[test]
fn a_mark_after_a_full_line_is_squeezed_in() {
    let text = format!("{}，{}。{}", "会".repeat(10), "议".repeat(15), "要".repeat(10));
    let lines = texts(&text);
    assert_eq!(lines[0].chars().last(), Some('。'), "{lines:?}");
    assert_eq!(lines[0].chars().count(), 27, "one cell saved by two marks");
}

#[test]
fn a_date_and_a_document_number_stay_whole_near_the_edge() {
    for before in 15..26 {
        for whole in ["〔2016〕5号", "8月30日", "ISO9001"] {
            let lines = texts(&format!("{}{whole}{}", "会".repeat(before), "议".repeat(30)));
            assert!(lines.iter().any(|line| line.contains(whole)), "{before}: {lines:?}");
        }
    }
}

#[test]
fn half_a_million_characters_end_in_good_time() {
    let begun = std::time::Instant::now();
    assert!(grid(&"会议指出，质量是企业的生命。".repeat(36_000)).len() > 17_000);
    assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
}
