//! Quotation marks: “ ” and ‘ ’ in turn.
use super::What;
use super::line::{Edit, Line};

/// Finds straight marks and ones that look the wrong way. A paragraph with an odd number of them is left as it is: which
/// one is missing, only a person knows.
pub(super) fn right(line: &Line) -> Vec<Edit> {
    if !line.chinese {
        return Vec::new();
    }
    let mut edits = in_turn(line, &['"', '“', '”', '＂', '„', '〝', '〞'], ["“", "”"]);
    edits.extend(in_turn(line, &['\'', '‘', '’', '＇'], ["‘", "’"]));
    edits.sort_by_key(|edit| edit.range.start);
    edits
}

fn in_turn(line: &Line, marks: &[char], pair: [&str; 2]) -> Vec<Edit> {
    let places: Vec<usize> = (0..line.chars.len())
        .filter(|&at| {
            marks.contains(&line.chars[at]) && !line.shielded[at] && !apostrophe(line, at) && !inch(line, at)
        })
        .collect();
    if places.len() % 2 == 1 {
        return Vec::new();
    }
    let turned =
        places.into_iter().enumerate().map(|(i, at)| Edit::new(at..at + 1, pair[i % 2], What::Quote));
    turned.filter(|edit| edit.after.chars().next() != line.at(edit.range.start)).collect()
}

/// `don't`.
fn apostrophe(line: &Line, at: usize) -> bool {
    let letter = |i: usize| line.at(i).is_some_and(|ch| ch.is_ascii_alphanumeric());
    matches!(line.chars[at], '\'' | '’') && at > 0 && letter(at - 1) && letter(at + 1)
}

/// `5'30"`: minutes and seconds.
fn inch(line: &Line, at: usize) -> bool {
    let digit = |i: usize| line.at(i).is_some_and(|ch| ch.is_ascii_digit());
    let prime = |i: usize| matches!(line.at(i), Some('\''));
    match line.chars[at] {
        '\'' => at > 0 && digit(at - 1) && digit(at + 1),
        '"' => {
            at > 1
                && digit(at - 1)
                && line.chars[at.saturating_sub(4)..at]
                    .iter()
                    .enumerate()
                    .any(|(i, _)| prime(at.saturating_sub(4) + i) && digit(at.saturating_sub(4) + i + 1))
        }
        _ => false,
    }
}
