//! Document numbers: the year in full in 〔〕, the number without 第 and without leading zeros (GB/T 9704-2012, 7.2.5).
use super::What;
use super::context::{blank, han};
use super::line::{Edit, Line};

/// Finds numbers that are written otherwise.
pub(super) fn right(line: &Line) -> Vec<Edit> {
    let mut edits: Vec<Edit> = Vec::new();
    let mut at = 0;
    while at < line.chars.len() {
        match number(line, at) {
            Some((end, after)) => {
                if line.chars[at..end].iter().collect::<String>() != after {
                    edits.push(Edit::new(at..end, after, What::Number));
                }
                at = end;
            }
            None => at += 1,
        }
    }
    edits
}

/// A number whose bracket opens at `at`: its end and how it is written.
fn number(line: &Line, at: usize) -> Option<(usize, String)> {
    if !"[(（【〔〖［﹝{".contains(line.at(at)?) || line.is_shielded(at..at + 1) {
        return None;
    }
    // 川质监〔2016〕: a word stands before it, unless it is the whole field.
    if line.left(at).is_some_and(|ch| !han(ch)) {
        return None;
    }
    let mut i = skip(line, at + 1);
    let year = digits(line, i);
    if year.len() != 4 || !(year.starts_with("19") || year.starts_with("20")) {
        return None;
    }
    i = skip(line, i + 4);
    if !"])）】〕〗］﹞}".contains(line.at(i)?) {
        return None;
    }
    i = skip(line, i + 1);
    let ordinal = line.at(i) == Some('第');
    if ordinal {
        i = skip(line, i + 1);
    }
    let number = digits(line, i);
    if number.is_empty() || number.len() > 6 {
        return None;
    }
    i = skip(line, i + number.len());
    let unit = line.at(i)?;
    let plain = number.trim_start_matches('0');
    let plain = if plain.is_empty() { "0" } else { plain };
    match unit {
        '号' => Some((i + 1, format!("〔{year}〕{plain}号"))),
        '期' | '次' if ordinal => Some((i + 1, format!("〔{year}〕第{plain}{unit}"))),
        _ => None,
    }
}

fn digits(line: &Line, at: usize) -> String {
    line.chars[at.min(line.chars.len())..].iter().take(8).take_while(|ch| ch.is_ascii_digit()).collect()
}

/// Over at most three blanks: more of them are a blank to be filled in.
fn skip(line: &Line, at: usize) -> usize {
    at + line.chars[at.min(line.chars.len())..].iter().take(3).take_while(|ch| blank(**ch)).count()
}
