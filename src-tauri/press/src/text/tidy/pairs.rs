//! Brackets in pairs: full-width where they hold or touch Chinese text.
use super::context::{closes, han, opens};
use super::line::{Edit, Line};
use super::{Doubt, What};

/// Finds half-width brackets in Chinese text and pairs of two widths.
pub(super) fn right(line: &Line) -> Vec<Edit> {
    let mut open: Vec<usize> = Vec::new();
    let mut wrong: Vec<usize> = Vec::new();
    let han_before = counted(line);
    for (at, &ch) in line.chars.iter().enumerate().filter(|(at, _)| !line.shielded[*at]) {
        match ch {
            '(' | '（' => open.push(at),
            ')' | '）' => match open.pop() {
                Some(start) => {
                    let half = |i: usize| line.chars[i].is_ascii();
                    let both = half(start) && half(at);
                    let holds = han_before[at] > han_before[start];
                    let touches = chinese(line.left(start)) || line.right(at + 1).is_some_and(han);
                    if (half(start) || half(at)) && (!both || holds || touches) {
                        wrong.extend([start, at].into_iter().filter(|i| half(*i)));
                    }
                }
                None => wrong.extend(lonely(line, at)),
            },
            _ => {}
        }
    }
    wrong.extend(open.into_iter().filter_map(|at| lonely(line, at)));
    wrong.sort_unstable();
    let wide = |at: usize| if line.chars[at] == '(' { "（" } else { "）" };
    wrong.into_iter().map(|at| Edit::new(at..at + 1, wide(at), What::Brackets)).collect()
}

/// A half-width bracket without its partner between Han characters.
fn lonely(line: &Line, at: usize) -> Option<usize> {
    let inside = line.left(at).is_some_and(han) && line.right(at + 1).is_some_and(han);
    (line.chars[at].is_ascii() && inside).then_some(at)
}

fn chinese(ch: Option<char>) -> bool {
    ch.is_some_and(|ch| han(ch) || closes(ch) || opens(ch))
}

/// How many Han characters stand before each place.
fn counted(line: &Line) -> Vec<usize> {
    let mut count = 0;
    let mut counts = Vec::with_capacity(line.chars.len());
    for ch in &line.chars {
        counts.push(count);
        count += usize::from(han(*ch));
    }
    counts
}

/// Brackets and quotation marks without a partner.
pub(super) fn doubts(line: &Line) -> Vec<Doubt> {
    const PAIRS: [(char, char); 7] =
        [('（', '）'), ('〔', '〕'), ('《', '》'), ('“', '”'), ('‘', '’'), ('【', '】'), ('〈', '〉')];
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut found = Vec::new();
    for (at, &ch) in line.chars.iter().enumerate().filter(|(at, _)| !line.shielded[*at]) {
        if PAIRS.iter().any(|(begins, _)| *begins == ch) {
            open.push((at, ch));
        } else if let Some((begins, _)) = PAIRS.iter().find(|(_, ends)| *ends == ch) {
            let apostrophe =
                ch == '’' && line.at(at.wrapping_sub(1)).is_some_and(|ch| ch.is_ascii_alphabetic());
            match open.iter().rposition(|(_, other)| other == begins) {
                Some(i) => found.extend(open.drain(i..).skip(1)),
                None if !apostrophe && !level(line, at) => found.push((at, ch)),
                None => {}
            }
        } else if ch == '"' && line.chinese {
            found.push((at, ch));
        }
    }
    found.extend(open);
    found.sort_unstable();
    let doubt = |(at, ch)| Doubt {
        paragraph: 1,
        character: line.place(at),
        message: format!("“{ch}”没有成对，请核对"),
    };
    found.into_iter().map(doubt).collect()
}

/// `1）` at the beginning of a paragraph needs no partner.
fn level(line: &Line, at: usize) -> bool {
    (1..=2).contains(&at) && line.chars[..at].iter().all(char::is_ascii_digit)
}
