//! Titles and marks on several lines: broken between words, shaped as a trapezoid or diamond (GB/T 9704-2012, 7.3.1).
//!
//! Promised: no character is lost and every line fits. It deliberately gives up on shape, then on words, before that:
//! only where words are so long that no shape holds them.
use std::sync::OnceLock;

use jieba_rs::Jieba;

use super::{marks, shape};

/// Longer titles are filled line by line: no one reads a shape in them.
const LONGEST: usize = 400;

/// Lines beyond the least that a shape may take.
const MORE_LINES: usize = 4;

/// Terms of the field that a dictionary of everyday words parts.
const TERMS: [&str; 24] = [
    "示范城市",
    "领导小组",
    "联席会议",
    "会议纪要",
    "质量强市",
    "办公室",
    "实施方案",
    "任务分解",
    "工作方案",
    "实施意见",
    "指导意见",
    "责任分工",
    "考核办法",
    "管理办法",
    "成员单位",
    "联络员",
    "人民政府",
    "质量技术监督局",
    "市场监督管理局",
    "发展和改革委员会",
    "发展改革委",
    "督查室",
    "质量月",
    "十三五",
];

pub(super) fn jieba() -> &'static Jieba {
    static JIEBA: OnceLock<Jieba> = OnceLock::new();
    JIEBA.get_or_init(|| {
        let mut jieba = Jieba::new();
        for term in TERMS {
            jieba.add_word(term, Some(20_000), None);
        }
        jieba
    })
}

/// Kinds of the words of a text as the dictionary has them: `ns` a place, `t` a time, `s` a whereabouts.
pub(super) fn kinds(text: &str) -> Vec<String> {
    jieba().tag(text, true).into_iter().map(|tag| tag.tag.to_owned()).collect()
}

/// Words of a title with marks joined to the word they belong to.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for token in jieba().cut(text, true) {
        let word = token.word;
        let first = word.chars().next().unwrap_or(' ');
        let last = out.last().and_then(|last| last.chars().last());
        let open = last.is_some_and(|last| belongs(last, first));
        match out.last_mut() {
            Some(last) if open || marks::not_first(first) || first == ' ' => last.push_str(word),
            _ => out.push(word.to_owned()),
        }
    }
    out
}

/// Is `first` read in one breath with `last` before it: after an opening mark, in a number, a date, a Latin word?
fn belongs(last: char, first: char) -> bool {
    let narrow = |ch: char| ch.is_ascii_alphanumeric();
    marks::not_last(last)
        || (narrow(last) && narrow(first))
        || (last == first && last == '—')
        || (last.is_ascii_digit() && "年月日号期届次条项个家".contains(first))
        || (matches!(last, '第' | '〕') && first.is_ascii_digit())
}

/// Breaks `text` into lines of at most `most` cells; `cells` measures a text.
pub fn lines(text: &str, most: f64, cells: &dyn Fn(&str) -> f64) -> Vec<String> {
    let total = cells(text);
    if total <= most + 1e-6 {
        return vec![text.to_owned()];
    }
    if text.chars().count() <= LONGEST {
        let words = words(text);
        let sizes: Vec<f64> = words.iter().map(|w| cells(w)).collect();
        let least = (total / most).ceil().max(2.0) as usize;
        if let Some(ends) = shape::best(&sizes, least..=least + MORE_LINES, most, &|at| cut(&words, at)) {
            return join(&words, &ends);
        }
    }
    plain(text, most, cells)
}

/// Breaks a text into two lines, whatever room there is; a single word stays one.
pub fn halves(text: &str, cells: &dyn Fn(&str) -> f64) -> Vec<String> {
    let words = words(text);
    let sizes: Vec<f64> = words.iter().map(|w| cells(w)).collect();
    let ends = shape::best(&sizes, 2..=2, f64::MAX, &|at| cut(&words, at));
    ends.map_or_else(|| vec![text.to_owned()], |ends| join(&words, &ends))
}

fn join(words: &[String], ends: &[usize]) -> Vec<String> {
    let mut start = 0;
    let lines = ends.iter().map(|&end| words[std::mem::replace(&mut start, end)..end].concat());
    lines.collect()
}

/// Words that lean on the word before them.
const WEAK_FIRST: [&str; 12] =
    ["的", "和", "与", "及", "等", "暨", "工作", "会议", "情况", "问题", "以及", "有关"];
/// Words that lean on the word after them.
const WEAK_LAST: [&str; 14] =
    ["关于", "和", "与", "及", "在", "对", "第", "以及", "并", "向", "将", "为", "全", "市"];

/// Adverbs, adjectives, prepositions, conjunctions: `扎实` belongs to `推进` after it.
fn leans_on(word: &str) -> bool {
    let last = jieba().tag(word, true).pop();
    last.is_some_and(|last| matches!(last.tag, "a" | "ad" | "b" | "d" | "p" | "c"))
}

/// Cost of ending a line before word `at`.
fn cut(words: &[String], at: usize) -> f64 {
    let (Some(next), Some(last)) = (words.get(at), words[at - 1].chars().last()) else { return 0.0 };
    // A name in quotation marks or brackets stays whole where it can.
    let open: i32 = words[..at].iter().flat_map(|word| word.chars()).map(depth).sum();
    let mut cost = if open > 0 { 14.0 } else { 0.0 };
    if WEAK_FIRST.contains(&next.as_str()) {
        cost += 6.0;
    }
    if WEAK_LAST.contains(&words[at - 1].as_str()) || last.is_ascii_digit() || leans_on(&words[at - 1]) {
        cost += 6.0;
    }
    // 的 before a break reads well; so does a closed quotation.
    if matches!(last, '的' | '》' | '”' | '）' | '、' | '，') { cost - 1.0 } else { cost }
}

/// +1 where something opens, −1 where it closes.
fn depth(ch: char) -> i32 {
    match ch {
        '“' | '《' | '（' | '‘' | '〔' | '〈' => 1,
        '”' | '》' | '）' | '’' | '〕' | '〉' => -1,
        _ => 0,
    }
}

/// Line by line without regard to shape; a word is torn only if it is longer than a line.
fn plain(text: &str, most: f64, cells: &dyn Fn(&str) -> f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0.0;
    for word in words(text) {
        let width = cells(&word);
        if used > 0.0 && used + width > most + 1e-6 {
            lines.push(String::new());
            used = 0.0;
        }
        if width <= most + 1e-6 {
            used += width;
            if let Some(line) = lines.last_mut() {
                line.push_str(&word);
            }
        } else {
            used = torn(&word, most, cells, &mut lines);
        }
    }
    lines
}

/// Fills lines with a word longer than a line; returns the width used in the last one.
fn torn(word: &str, most: f64, cells: &dyn Fn(&str) -> f64, lines: &mut Vec<String>) -> f64 {
    let (mut used, mut buffer) = (0.0, [0; 4]);
    for ch in word.chars() {
        let width = cells(ch.encode_utf8(&mut buffer));
        if used + width > most + 1e-6 && used > 0.0 && !marks::not_first(ch) {
            lines.push(String::new());
            used = 0.0;
        }
        used += width;
        if let Some(line) = lines.last_mut() {
            line.push(ch);
        }
    }
    used
}
