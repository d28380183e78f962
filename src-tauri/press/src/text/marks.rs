//! What each character may do at a line's edge (避头尾) and what a break between two characters costs.

/// Stands never at the beginning of a line.
pub(crate) const NOT_FIRST: &str = "，。、；：？！）〕》〉」』】〗”’…—％‰℃·～°′″々ー,.;:?!)]}%";
/// Stands never at the end of a line.
pub(crate) const NOT_LAST: &str = "（〔《〈「『【〖“‘￥＄№([{$#";
/// Closing marks whose right half is white.
const WHITE_RIGHT: &str = "，。、；：）〕》〉」』】〗”’";
/// Opening marks whose left half is white.
const WHITE_LEFT: &str = "（〔《〈「『【〖“‘";

/// May not begin a line.
pub fn not_first(ch: char) -> bool {
    NOT_FIRST.contains(ch)
}

/// May not end a line.
pub fn not_last(ch: char) -> bool {
    NOT_LAST.contains(ch)
}

/// Can be squeezed from the right.
pub(super) fn white_right(ch: char) -> bool {
    WHITE_RIGHT.contains(ch)
}

/// Can be squeezed from the left.
pub fn white_left(ch: char) -> bool {
    WHITE_LEFT.contains(ch)
}

/// Takes a proportional or half-width place: Latin letters, digits and their marks.
pub fn is_narrow(ch: char) -> bool {
    ch.is_ascii() || matches!(ch, '\u{A1}'..='\u{24F}') && !matches!(ch, '·' | '°' | '×' | '÷' | '±' | '§')
}

/// Part of a Latin word or number.
fn is_word(ch: char) -> bool {
    is_narrow(ch) && (ch.is_alphanumeric() || "_-/@&+'.,:%".contains(ch))
}

/// Part of a number, where a tear would change what is read.
fn is_number(ch: char) -> bool {
    ch.is_ascii_digit()
}

/// Two characters that are drawn as one: never parted, never spread.
pub(super) fn glued(a: char, b: char) -> bool {
    (a == b && matches!(a, '—' | '…')) || (is_word(a) && is_word(b))
}

/// Cost of tearing a number; above any hole that a line of paper can have, but below 避头尾.
const TEAR_NUMBER: f64 = 90.0;
/// Cost of tearing a document number 〔2016〕5号.
const TEAR_DOCUMENT_NUMBER: f64 = 30.0;
/// Cost of tearing a Latin word: better than a hole of five cells.
const TEAR_WORD: f64 = 25.0;
/// Cost of tearing a date after 年 or 月.
const TEAR_DATE: f64 = 7.0;
/// Cost of parting a number from the word it counts.
const TEAR_UNIT: f64 = 2.0;

/// What a break between `text[i]` and `text[i + 1]` costs in squared cells; `None` where it is forbidden.
pub(super) fn break_cost(text: &[char], i: usize) -> Option<f64> {
    let (a, b) = (text[i], *text.get(i + 1)?);
    if not_first(b) || not_last(a) || (a == b && matches!(a, '—' | '…')) {
        // Inside a long Latin word a stop is no end of a sentence.
        return (is_word(a) && is_word(b) && !not_last(a))
            .then_some(TEAR_WORD * 4.0)
            .filter(|_| ".,:".contains(b));
    }
    let before = |n: usize| i.checked_sub(n).map(|at| text[at]);
    Some(if is_number(a) && is_number(b) {
        TEAR_NUMBER
    } else if (is_number(a) && matches!(b, '〕' | '号')) || (a == '〕' && is_number(b)) {
        TEAR_DOCUMENT_NUMBER
    } else if is_word(a) && is_word(b) {
        if matches!(a, '-' | '/' | '@' | '&') { TEAR_WORD / 4.0 } else { TEAR_WORD }
    } else if matches!(a, '年' | '月') && is_number(b) && before(1).is_some_and(is_number) {
        TEAR_DATE
    } else if is_number(a) && matches!(b, '年' | '月' | '日' | '元' | '万' | '亿' | '％' | '时' | '分')
    {
        TEAR_DATE * 2.0
    } else if is_number(a) && !is_narrow(b) {
        TEAR_UNIT
    } else if matches!(b, ' ') {
        // The blank goes with the line it ends.
        return None;
    } else {
        0.0
    })
}
