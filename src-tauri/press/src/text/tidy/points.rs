//! Commas, stops, colons: full-width in Chinese text, once each.
use super::What;
use super::context::{closes, han, mark, opens};
use super::line::{Edit, Line};

/// Finds half-width marks in Chinese text.
pub(super) fn right(line: &Line) -> Vec<Edit> {
    let found = |(at, ch): (usize, &char)| {
        let wide = match ch {
            ',' => "，",
            ';' => "；",
            ':' => "：",
            '?' => "？",
            '!' => "！",
            '.' | '．' => "。",
            _ => return None,
        };
        let wrong = !line.shielded[at] && if wide == "。" { stop(line, at) } else { comma(line, at) };
        wrong.then(|| Edit::new(at..at + 1, wide, What::HalfWidth))
    };
    line.chars.iter().enumerate().filter_map(found).collect()
}

/// A comma and the like stands in Chinese text.
fn comma(line: &Line, at: usize) -> bool {
    let digit = |ch: Option<char>| ch.is_some_and(|ch| ch.is_ascii_digit());
    if digit(line.at(at.wrapping_sub(1))) && digit(line.at(at + 1)) {
        return false;
    }
    match line.left(at) {
        Some(left) if han(left) || closes(left) => true,
        Some(left) if line.chinese && (left.is_ascii_alphanumeric() || "%‰℃)\"'".contains(left)) => {
            line.right(at + 1).is_none_or(|right| han(right) || opens(right))
        }
        _ => false,
    }
}

/// A full stop ends a Chinese sentence: not in a number, a name of a file, a level.
fn stop(line: &Line, at: usize) -> bool {
    if [at.wrapping_sub(1), at + 1].into_iter().any(|i| matches!(line.at(i), Some('.' | '．'))) {
        return false;
    }
    let right = line.right(at + 1);
    let ends = right.is_none_or(|ch| han(ch) || "”’“‘（《".contains(ch));
    match line.left(at) {
        Some(left) if han(left) => ends && at > 3 || right.is_none() && at > 1,
        Some(left) if "）〕》”’".contains(left) => ends,
        Some(left) if "%‰℃".contains(left) => ends && line.chinese,
        Some(left) if left.is_ascii_digit() => right.is_none() && line.chinese && at > 5,
        _ => false,
    }
}

/// Finds the same mark twice in a row (three stops are an ellipsis, found before).
pub(super) fn once(line: &Line) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut at = 0;
    while at < line.chars.len() {
        let ch = line.chars[at];
        let count = line.chars[at..].iter().take_while(|other| **other == ch).count();
        let one = mark(ch) && !opens(ch) && !"—…）〕》〉」』】”’".contains(ch);
        if one && count > 1 {
            edits.push(Edit::new(at..at + count, ch.to_string(), What::Repeated));
        }
        at += count;
    }
    edits
}
