//! Body text on the grid: paragraphs two cells in, the four levels recognised from plain text (GB/T 9704-2012, 7.3.3).
use super::flow::Row;
use super::grid::{CELL, WIDTH};
use crate::fonts::Fonts;
use crate::page::Face;
use crate::text::{self, Measure, Unit};

/// A heading without a full stop is set whole in its face up to this many characters (two lines).
const LONGEST_HEADING: usize = 52;
/// Numerals of the first two levels.
const NUMERALS: &str = "一二三四五六七八九十百零〇";

/// Rows of a body text.
pub(super) fn rows(body: &str, fonts: &Fonts) -> Vec<Row> {
    rows_within(body, WIDTH, fonts)
}

/// As [`rows`], in a type area of another width (mm).
pub(super) fn rows_within(body: &str, width: f64, fonts: &Fonts) -> Vec<Row> {
    let body = text::clean(body);
    let paragraphs = body.split('\n').map(str::trim).filter(|p| !p.is_empty());
    paragraphs.flat_map(|p| paragraph(p, width, fonts)).collect()
}

fn paragraph(paragraph: &str, width: f64, fonts: &Fonts) -> Vec<Row> {
    let chars: Vec<char> = paragraph.chars().collect();
    let level = level(&chars);
    let (head, alone) = level.map_or((0, false), |_| heading(&chars));
    let face = match level {
        Some(1) => Face::Hei,
        Some(2) => Face::Kai,
        _ => Face::FangSong,
    };
    let mut units: Vec<Unit> = text::units(&chars[..head].iter().collect::<String>(), face, CELL, fonts);
    units.extend(text::units(&chars[head..].iter().collect::<String>(), Face::FangSong, CELL, fonts));
    let measure = Measure { width, first: 2.0 * CELL, rest: 0.0, cell: CELL };
    text::break_lines(&units, measure).into_iter().map(|line| Row { line: Some(line), keep: alone }).collect()
}

/// How many characters are the heading, and whether it is the whole paragraph.
fn heading(chars: &[char]) -> (usize, bool) {
    match chars.iter().position(|&ch| ch == '。') {
        Some(at) if at + 1 < chars.len() => (at + 1, false),
        _ if chars.len() <= LONGEST_HEADING => (chars.len(), true),
        Some(at) => (at + 1, false),
        None => (0, false),
    }
}

/// 1 for 一、 2 for （一） 3 for 1. 4 for （1）.
pub(super) fn level(chars: &[char]) -> Option<u8> {
    let numerals = |from: usize| chars[from..].iter().take_while(|ch| NUMERALS.contains(**ch)).count();
    let digits = |from: usize| chars[from..].iter().take_while(|ch| ch.is_ascii_digit()).count();
    let at = |i: usize| chars.get(i).copied().unwrap_or(' ');
    if matches!(at(0), '（' | '(') {
        let (han, arabic) = (numerals(1), digits(1));
        return match (han, arabic) {
            (1.., _) if matches!(at(1 + han), '）' | ')') => Some(2),
            (_, 1..=3) if matches!(at(1 + arabic), '）' | ')') => Some(4),
            _ => None,
        };
    }
    let (han, arabic) = (numerals(0), digits(0));
    match (han, arabic) {
        (1..=4, _) if at(han) == '、' => Some(1),
        // 3.5 is a number, 3. is a level.
        (_, 1..=3) if matches!(at(arabic), '.' | '．' | '、') && !at(arabic + 1).is_ascii_digit() => {
            Some(3)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<u8> {
        level(&text.chars().collect::<Vec<_>>())
    }

    #[test]
    fn the_four_levels_are_told_from_plain_text() {
        assert_eq!(of("一、总体情况"), Some(1));
        assert_eq!(of("十二、其他"), Some(1));
        assert_eq!(of("（三）加强领导"), Some(2));
        assert_eq!(of("1.责任分工"), Some(3));
        assert_eq!(of("（2）质量月"), Some(4));
    }

    #[test]
    fn numbers_and_sentences_are_no_levels() {
        assert_eq!(of("3.5万家企业"), None);
        assert_eq!(of("一是加强领导"), None);
        assert_eq!(of("2016年8月"), None);
        assert_eq!(of("（略）"), None);
        assert_eq!(of(""), None);
    }

    #[test]
    fn a_heading_ends_at_its_full_stop_or_is_the_whole_short_paragraph() {
        let heading = |text: &str| heading(&text.chars().collect::<Vec<_>>());
        assert_eq!(heading("一、总体情况"), (6, true));
        assert_eq!(heading("一、总体情况。会议指出"), (7, false));
        assert_eq!(heading(&format!("一、{}", "长".repeat(100))), (0, false));
    }
}
