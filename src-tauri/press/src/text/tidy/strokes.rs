//! …… and ——: two cells each, drawn as one.
use super::What;
use super::context::{closes, han, opens};
use super::line::{Edit, Line};

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

/// Hyphens and single dashes in place of ——
pub(super) fn dashes(line: &Line) -> Vec<Edit> {
    let found = runs(line, |ch| matches!(ch, '-' | '－' | '—' | '–' | '―' | '─' | '━'));
    let wrong = found.into_iter().filter(|&(at, count)| {
        let words = &line.chars[at..at + count];
        let (left, right) = (line.left(at), line.right(at + count));
        let between =
            left.is_none_or(|ch| han(ch) || closes(ch)) && right.is_none_or(|ch| han(ch) || opens(ch));
        let apart = left.is_some() && right.is_some();
        let one = count == 1 && matches!(words[0], '—' | '―' | '─' | '–') && apart && !weekdays(line, at);
        let many = (2..=4).contains(&count) && (left.is_some() || right.is_some());
        line.chinese && between && (one || many) && words != ['—', '—']
    });
    wrong.map(|(at, count)| Edit::new(at..at + count, "——", What::Dash)).collect()
}

/// 周一—周五: the short stroke between two days is right.
fn weekdays(line: &Line, at: usize) -> bool {
    let day = |i: usize| line.at(i).is_some_and(|ch| "周期一二三四五六日天月年时分号路".contains(ch));
    at > 0 && day(at - 1) && (line.at(at + 1) == Some('周') || line.at(at + 1) == Some('星'))
}
