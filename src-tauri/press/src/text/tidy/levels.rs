//! Levels at the beginning of a paragraph: 一、（一）1.（1） and no other way (GB/T 9704-2012, 7.3.3).
use super::What;
use super::context::{blank, han, numeral, opens};
use super::line::{Edit, Line};

/// Finds a level that is written otherwise.
pub(super) fn right(line: &Line) -> Vec<Edit> {
    let Some((end, after)) =
        drawn(line).or_else(|| bracketed(line)).or_else(|| half_bracketed(line)).or_else(|| plain(line))
    else {
        return Vec::new();
    };
    if line.chars[..end].iter().collect::<String>() == after {
        return Vec::new();
    }
    vec![Edit::new(0..end, after, What::Level)]
}

/// Whether text follows at `at`; its blanks count as part of the level.
fn text(line: &Line, at: usize) -> Option<usize> {
    let at = at + line.chars.get(at..)?.iter().take_while(|ch| blank(**ch)).count();
    line.at(at).filter(|ch| han(*ch) || opens(*ch)).map(|_| at)
}

fn run(line: &Line, from: usize, of: impl Fn(char) -> bool) -> String {
    line.chars[from.min(line.chars.len())..].iter().copied().take(5).take_while(|ch| of(*ch)).collect()
}

/// One mark too many after a bracket.
fn over_mark(line: &Line, at: usize) -> usize {
    let at = at + line.chars[at.min(line.chars.len())..].iter().take(2).take_while(|ch| blank(**ch)).count();
    if line.at(at).is_some_and(|ch| "、.．，,：:。".contains(ch)) { at + 1 } else { at }
}

/// `(一)`, `（1）、` and the like.
fn bracketed(line: &Line) -> Option<(usize, String)> {
    if !"（(".contains(line.at(0)?) {
        return None;
    }
    let words = run(line, 1, numeral);
    let words = if words.is_empty() { run(line, 1, |ch| ch.is_ascii_digit()) } else { words };
    let count = words.chars().count();
    if !(1..=3).contains(&count) || !"）)".contains(line.at(1 + count)?) {
        return None;
    }
    let end = text(line, over_mark(line, 2 + count))?;
    Some((end, format!("（{words}）")))
}

/// `1)`.
fn half_bracketed(line: &Line) -> Option<(usize, String)> {
    let words = run(line, 0, |ch| ch.is_ascii_digit());
    if !(1..=2).contains(&words.len()) || !"）)".contains(line.at(words.len())?) {
        return None;
    }
    let end = text(line, over_mark(line, words.len() + 1))?;
    Some((end, format!("（{words}）")))
}

/// `一,` `一.` `1、` `1．`.
fn plain(line: &Line) -> Option<(usize, String)> {
    let words = run(line, 0, numeral);
    let (words, marks, right) = match words.is_empty() {
        false => (words, "、,.．，。", "、"),
        true => (run(line, 0, |ch| ch.is_ascii_digit()), ".、．,，。", "."),
    };
    let count = words.chars().count();
    let most = if right == "." { 2 } else { 3 };
    if !(1..=most).contains(&count) {
        return None;
    }
    let at = count + line.chars[count..].iter().take(2).take_while(|ch| blank(**ch)).count();
    if !marks.contains(line.at(at)?) {
        return None;
    }
    let end = text(line, at + 1)?;
    Some((end, format!("{words}{right}")))
}

/// Levels drawn as one character: ㈠ ⑴ ⒈.
fn drawn(line: &Line) -> Option<(usize, String)> {
    let ch = line.at(0)?;
    let words = match ch {
        '㈠'..='㈩' => format!("（{}）", "一二三四五六七八九十".chars().nth(ch as usize - '㈠' as usize)?),
        '⑴'..='⒇' => format!("（{}）", ch as usize - '⑴' as usize + 1),
        '⒈'..='⒛' => format!("{}.", ch as usize - '⒈' as usize + 1),
        _ => return None,
    };
    Some((text(line, over_mark(line, 1))?, words))
}
