//! Titles and marks on several lines: broken between words, shaped as a trapezoid or diamond (GB/T 9704-2012, 7.3.1).
//!
//! Promised: no character is lost and every line fits. It deliberately gives up on shape, then on words, before that.
use std::sync::OnceLock;

use jieba_rs::Jieba;

use super::marks;

/// Longer titles are filled line by line: no one reads a shape in them.
const LONGEST: usize = 400;

/// Terms of the field that a dictionary of everyday words parts.
const TERMS: [&str; 8] =
    ["示范城市", "领导小组", "联席会议", "会议纪要", "质量强市", "办公室", "实施方案", "任务分解"];

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

/// Words of a title with marks joined to the word they belong to.
fn words(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for token in jieba().cut(text, true) {
        let word = token.word;
        let first = word.chars().next().unwrap_or(' ');
        let open = out.last().and_then(|last| last.chars().last()).is_some_and(|ch| {
            marks::not_last(ch)
                || (ch.is_ascii_alphanumeric() && first.is_ascii_alphanumeric())
                || ch == first && ch == '—'
        });
        match out.last_mut() {
            Some(last) if open || marks::not_first(first) || first == ' ' => last.push_str(word),
            _ => out.push(word.to_owned()),
        }
    }
    out
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
        for count in least..=least + 1 {
            if let Some(ends) = best(&words, &sizes, count, most) {
                return join(&words, &ends);
            }
        }
    }
    plain(text, most, cells)
}

/// Breaks a text into exactly two lines, whatever room there is.
pub fn halves(text: &str, cells: &dyn Fn(&str) -> f64) -> Vec<String> {
    let words = words(text);
    let sizes: Vec<f64> = words.iter().map(|w| cells(w)).collect();
    best(&words, &sizes, 2, f64::MAX).map_or_else(|| vec![text.to_owned()], |ends| join(&words, &ends))
}

fn join(words: &[String], ends: &[usize]) -> Vec<String> {
    let mut start = 0;
    let lines = ends.iter().map(|&end| words[std::mem::replace(&mut start, end)..end].concat());
    lines.collect()
}

/// Shares of the line lengths: a trapezoid on its head, on its foot, or a diamond.
fn shapes(count: usize) -> Vec<Vec<f64>> {
    let n = count as f64;
    let step = 0.24 / n;
    let slope =
        |up: f64| (0..count).map(|i| 1.0 + up * step * (i as f64 - (n - 1.0) / 2.0)).collect::<Vec<_>>();
    let mut shapes = vec![slope(-1.0), slope(1.0)];
    if count > 2 {
        let middle = (n - 1.0) / 2.0;
        shapes.push(
            (0..count).map(|i| 1.0 - 2.0 * step * ((i as f64 - middle).abs() - middle / 2.0)).collect(),
        );
    }
    shapes
}

/// Cost of ending a line before word `at`.
fn cut(words: &[String], at: usize) -> f64 {
    let (Some(next), Some(last)) = (words.get(at), words[at - 1].chars().last()) else { return 0.0 };
    // A name in quotation marks or brackets stays whole where it can.
    let open: i32 = words[..at].iter().flat_map(|word| word.chars()).map(depth).sum();
    let mut cost = if open > 0 { 14.0 } else { 0.0 };
    if matches!(next.as_str(), "的" | "和" | "与" | "及" | "等" | "暨" | "工作" | "会议" | "情况" | "问题")
    {
        cost += 4.0;
    }
    if ["关于", "和", "与", "及", "在", "对", "第"].contains(&words[at - 1].as_str()) || last.is_ascii_digit()
    {
        cost += 4.0;
    }
    // 的 before a break reads well; so does a closed quotation.
    if matches!(last, '的' | '》' | '”' | '）') { cost - 1.0 } else { cost }
}

/// +1 where something opens, −1 where it closes.
fn depth(ch: char) -> i32 {
    match ch {
        '“' | '《' | '（' | '‘' | '〔' | '〈' => 1,
        '”' | '》' | '）' | '’' | '〕' | '〉' => -1,
        _ => 0,
    }
}

/// Ends of the lines (word indices) in the best shape, if all fit.
fn best(words: &[String], sizes: &[f64], count: usize, most: f64) -> Option<Vec<usize>> {
    let total: f64 = sizes.iter().sum();
    let found = shapes(count).into_iter().filter_map(|shape| {
        let sum: f64 = shape.iter().sum();
        let targets: Vec<f64> = shape.iter().map(|s| s / sum * total).collect();
        fit(words, sizes, &targets, most)
    });
    found.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, ends)| ends)
}

/// Dynamic programme: least squares from the targets plus the costs of the cuts.
fn fit(words: &[String], sizes: &[f64], targets: &[f64], most: f64) -> Option<(f64, Vec<usize>)> {
    let n = words.len();
    let mut before: Vec<Option<(f64, Vec<usize>)>> = vec![None; n + 1];
    before[0] = Some((0.0, Vec::new()));
    for target in targets {
        let mut after: Vec<Option<(f64, Vec<usize>)>> = vec![None; n + 1];
        for (start, reached) in before.iter().enumerate().take(n) {
            let Some((cost, ends)) = reached else { continue };
            let mut width = 0.0;
            for end in start + 1..=n {
                width += sizes[end - 1];
                if width > most + 1e-6 {
                    break;
                }
                let cost = cost + (width - target).powi(2) + cut(words, end);
                if after[end].as_ref().is_none_or(|(least, _)| cost < *least) {
                    let ends = ends.iter().copied().chain([end]).collect();
                    after[end] = Some((cost, ends));
                }
            }
        }
        before = after;
    }
    before.pop().flatten()
}

/// Line by line without regard to words.
fn plain(text: &str, most: f64, cells: &dyn Fn(&str) -> f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0.0;
    let mut buffer = [0; 4];
    for ch in text.chars() {
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
    lines
}
