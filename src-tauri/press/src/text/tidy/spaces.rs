//! Blanks that typing and copying leave between Han characters, around marks and at the ends of a paragraph.
use super::What;
use super::context::{blank, han, mark, narrow_blank, numeral};
use super::line::{Edit, Line};

/// As many blanks as this are meant: a place to be filled in, words set apart.
const MEANT: usize = 3;
/// A stretch of text longer than this is not looked through for names parted by blanks.
const STRETCH: usize = 120;

/// Blanks at both ends: the press sets the indent itself.
pub(super) fn ends(line: &Line) -> Vec<Edit> {
    let len = line.chars.len();
    let first = line.chars.iter().take_while(|ch| blank(**ch)).count();
    if first == len {
        return if len == 0 { Vec::new() } else { vec![Edit::new(0..len, "", What::Ends)] };
    }
    let last = line.chars.iter().rev().take_while(|ch| blank(**ch)).count();
    let found = [0..first, len - last..len].into_iter().filter(|range| !range.is_empty());
    found.map(|range| Edit::new(range, "", What::Ends)).collect()
}

/// Blanks within the paragraph. The wide blank stays: it is typed on purpose (王　明).
pub(super) fn between(line: &Line) -> Vec<Edit> {
    let (mut edits, mut at) = (Vec::new(), 0);
    let mut colon = false;
    while at < line.chars.len() {
        colon |= matches!(line.chars[at], '：' | ':');
        let count = line.chars[at..].iter().take_while(|ch| narrow_blank(**ch)).count();
        if count > 0 && !line.is_shielded(at..at + count) {
            let plain = line.chars[at..at + count].iter().all(|ch| *ch == ' ');
            if article(line, at) {
                edits.push(Edit::new(at..at + count, "\u{3000}", What::Space));
            } else if count < MEANT && stray(line, at, count, colon) {
                edits.push(Edit::new(at..at + count, "", What::Space));
            } else if !plain {
                edits.push(Edit::new(at..at + count, " ".repeat(count), What::Space));
            }
        }
        at += count.max(1);
    }
    edits
}

fn stray(line: &Line, at: usize, count: usize, colon: bool) -> bool {
    let (Some(left), Some(right)) = (at.checked_sub(1).and_then(|i| line.at(i)), line.at(at + count)) else {
        return false;
    };
    if blank(left) || blank(right) {
        return false;
    }
    let chinese = |ch: char| han(ch) || mark(ch);
    // 首页 | 目录: signs are set apart on purpose.
    let belongs = |ch: char| chinese(ch) || ch.is_alphanumeric() || matches!(ch, '%' | '‰' | '℃');
    if !(chinese(left) && belongs(right) || chinese(right) && belongs(left)) {
        return false;
    }
    if caption(line, at) {
        return false;
    }
    // 联系人：王明 电话：…
    if colon && label(line, at + count) {
        return false;
    }
    !(han(left) && han(right) && names(line, at))
}

/// 第二条　领导小组…: between an article's number and its words stands a wide blank.
fn article(line: &Line, at: usize) -> bool {
    let before: String = line.chars[..at].iter().take(9).collect();
    let Some(rest) = before.strip_prefix('第') else { return false };
    let number = rest.trim_end_matches(['条', '章', '节']);
    at <= 8
        && number.len() < rest.len()
        && !number.is_empty()
        && number.chars().all(|ch| numeral(ch) || ch.is_ascii_digit())
}

/// 表1 各单位任务: the blank after a caption's number is right.
fn caption(line: &Line, at: usize) -> bool {
    let before: String = line.chars[..at].iter().take(6).collect();
    let number = ["表", "图", "附表", "附图", "附件"].iter().find_map(|word| before.strip_prefix(word));
    at < 6 && number.is_some_and(|number| !number.is_empty() && number.chars().all(|ch| ch.is_ascii_digit()))
}

/// A short word and a colon begin at `at`.
fn label(line: &Line, at: usize) -> bool {
    let count = line.chars[at..].iter().take(9).take_while(|ch| han(**ch)).count();
    (1..=8).contains(&count) && matches!(line.at(at + count), Some('：' | ':'))
}

/// The blank at `at` parts names: everything between the nearest marks is words of two to four characters.
fn names(line: &Line, at: usize) -> bool {
    let inside = |ch: &char| han(*ch) || narrow_blank(*ch);
    let start = at - line.chars[..at].iter().rev().take(STRETCH).take_while(|ch| inside(ch)).count();
    let end = at + line.chars[at..].iter().take(STRETCH).take_while(|ch| inside(ch)).count();
    let words: String = line.chars[start..end].iter().collect();
    words.split_whitespace().all(|word| (2..=4).contains(&word.chars().count()))
}
