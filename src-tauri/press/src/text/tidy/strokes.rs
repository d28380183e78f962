//! …… and ——: two cells each, drawn as one; — between the ends of a span: one cell.
use super::context::{blank, closes, han, numeral, opens};
use super::line::{Edit, Line};
use super::{Doubt, What};
use crate::text::meaning;

/// More dots than this are leaders of a list, not an ellipsis.
const LEADERS: usize = 9;

/// Stretches of the same kind of character: first, count.
fn runs(line: &Line, of: impl Fn(char) -> bool) -> Vec<(usize, usize)> {
    let (mut out, mut at) = (Vec::new(), 0);
    while at < line.chars.len() {
        let count = line.chars[at..].iter().take_while(|ch| of(**ch)).count();
        if count > 0 && !line.is_shielded(at..at + count) {
            out.push((at, count));
        }
        at += count.max(1);
    }
    out
}

fn chinese(ch: Option<char>) -> bool {
    ch.is_some_and(|ch| han(ch) || closes(ch) || opens(ch))
}

/// Dots and stops in place of ……
pub(super) fn ellipsis(line: &Line) -> Vec<Edit> {
    let found = runs(line, |ch| matches!(ch, '.' | '．' | '。' | '…' | '⋯'));
    let wrong = found.into_iter().filter(|&(at, count)| {
        let words = &line.chars[at..at + count];
        let drawn = words.iter().any(|ch| matches!(ch, '…' | '⋯'));
        let near = chinese(line.left(at)) || chinese(line.right(at + count));
        let all_drawn = words.iter().all(|ch| *ch == '…');
        let long = if all_drawn { count != 2 && count <= 6 } else { drawn || (3..=LEADERS).contains(&count) };
        // …… and the stop of a sentence that follows it are two marks.
        let stop_after = words == ['…', '…', '。'];
        long && near && line.chinese && !stop_after
    });
    wrong.map(|(at, count)| Edit::new(at..at + count, "……", What::Ellipsis)).collect()
}

/// Hyphens and single dashes in place of ——; other short strokes in place of —.
pub(super) fn dashes(line: &Line) -> Vec<Edit> {
    let wrong = strokes(line).filter_map(|(at, count)| {
        let apart = line.left(at).is_some() || line.right(at + count).is_some();
        let right = match count {
            1 => single(line, at)?,
            2..=4 if apart => "——",
            _ => return None,
        };
        let same = line.chars[at..at + count].iter().copied().eq(right.chars());
        (!same).then(|| Edit::new(at..at + count, right, What::Dash))
    });
    wrong.collect()
}

/// Strokes of any kind between Chinese words.
fn strokes(line: &Line) -> impl Iterator<Item = (usize, usize)> {
    let found = runs(line, |ch| matches!(ch, '-' | '－' | '—' | '–' | '―' | '─' | '━'));
    found.into_iter().filter(|&(at, count)| {
        let (left, right) = (line.left(at), line.right(at + count));
        line.chinese
            && left.is_none_or(|ch| han(ch) || closes(ch))
            && right.is_none_or(|ch| han(ch) || opens(ch))
    })
}

/// What a single stroke should be, as far as that is sure: — stands between the ends of a span (GB/T 15834-2011, 4.13.3.2),
/// —— where an explanation begins (4.10). A hyphen stays: it may join parts of a name.
fn single(line: &Line, at: usize) -> Option<&'static str> {
    matches!(line.chars[at], '—' | '―' | '─' | '–').then_some(())?;
    match (line.left(at), line.right(at + 1)) {
        (_, None) => None,
        // A span has two ends.
        (None, Some(_)) => Some("——"),
        (Some(left), Some(_)) if "，。；：？！…".contains(left) || explains(line, at + 1) => {
            Some("——")
        }
        _ => Some("—"),
    }
}

/// Words that begin an explanation and no name.
fn explains(line: &Line, at: usize) -> bool {
    const WORDS: [&str; 14] = [
        "也就是",
        "就是",
        "这是",
        "这就是",
        "这些",
        "即是",
        "特别是",
        "尤其是",
        "包括",
        "例如",
        "比如",
        "但是",
        "而是",
        "不仅",
    ];
    let rest: String = line.chars[at..].iter().filter(|ch| !blank(**ch)).take(4).collect();
    WORDS.iter().any(|word| rest.starts_with(word))
}

/// Single strokes that may be half of a ——: only a person can tell `质量—生命` from `科级—处级`.
pub(super) fn doubts(line: &Line) -> Vec<Doubt> {
    let single = strokes(line).filter(|&(at, count)| count == 1 && line.chars[at] == '—');
    let apart = single.filter(|&(at, _)| line.left(at).is_some() && line.right(at + 1).is_some());
    let doubt = |(at, _)| Doubt {
        paragraph: 1,
        character: line.place(at),
        message: "单个“—”表示起止（如“北京—上海”）；如果是破折号，请改为“——”".into(),
    };
    apart.filter(|&(at, _)| !span(line, at)).map(doubt).collect()
}

/// Certainly from … to …: times, numerals, places, or both ends in marks of their own.
fn span(line: &Line, at: usize) -> bool {
    let (Some(left), Some(right)) = (line.left(at), line.right(at + 1)) else { return false };
    let marked = closes(left) && opens(right);
    let timed = "年月日时点分秒号周季期届级末初".contains(left);
    let counted = numeral(left) && numeral(right);
    marked || timed || counted || weekdays(line, at) || places(line, at)
}

/// Most characters of a word beside a stroke.
const LONGEST_WORD: usize = 6;

/// A place or a time on both sides, as the dictionary has them.
fn places(line: &Line, at: usize) -> bool {
    let words = |chars: &mut dyn Iterator<Item = &char>| -> Vec<char> {
        chars.filter(|ch| !blank(**ch)).take_while(|ch| han(**ch)).take(LONGEST_WORD).copied().collect()
    };
    let mut before = words(&mut line.chars[..at].iter().rev());
    before.reverse();
    let after = words(&mut line.chars[at + 1..].iter());
    let tags = |chars: Vec<char>| meaning::kinds(&chars.into_iter().collect::<String>());
    let is = |kind: Option<&String>| kind.is_some_and(|kind| matches!(kind.as_str(), "ns" | "t" | "s"));
    is(tags(before).last()) && is(tags(after).first())
}

/// 周一—周五: the short stroke between two days is right.
fn weekdays(line: &Line, at: usize) -> bool {
    let day = |i: usize| line.at(i).is_some_and(|ch| "周期一二三四五六日天月年时分号路".contains(ch));
    at > 0 && day(at - 1) && (line.at(at + 1) == Some('周') || line.at(at + 1) == Some('星'))
}
