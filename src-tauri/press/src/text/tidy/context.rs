//! What a character is among its neighbours, and which stretches no rule may touch.

/// A Han character.
pub(super) fn han(ch: char) -> bool {
    matches!(ch, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' | '〇' | '々')
}

/// A Chinese mark.
pub(super) fn mark(ch: char) -> bool {
    "，。、；：？！（）〔〕《》〈〉「」『』【】“”‘’—…".contains(ch)
}

/// A Chinese mark after which a sentence may go on or end: it stands for a Han character to its right.
pub(super) fn closes(ch: char) -> bool {
    "）〕》〉」』】”’，。、；：？！…".contains(ch)
}

/// A Chinese mark that opens something.
pub(super) fn opens(ch: char) -> bool {
    "（〔《〈「『【“‘".contains(ch)
}

/// A blank within a line; the wide blank counts as one.
pub(super) fn blank(ch: char) -> bool {
    ch == '\u{3000}' || narrow_blank(ch)
}

/// A blank that is not as wide as a character: typed, or left by a web page or a word processor.
pub(super) fn narrow_blank(ch: char) -> bool {
    matches!(ch, ' ' | '\t' | '\u{A0}' | '\u{2002}'..='\u{200A}' | '\u{202F}')
}

/// A Chinese numeral of levels.
pub(super) fn numeral(ch: char) -> bool {
    "一二三四五六七八九十百零〇".contains(ch)
}

/// Longest address that is looked for, in characters.
const LONGEST_ADDRESS: usize = 2_000;

/// True for each character within an address of a page, of a mail, a path, or the name of a picture.
pub(super) fn shields(chars: &[char]) -> Vec<bool> {
    let mut out = vec![false; chars.len()];
    let mut at = 0;
    while at < chars.len() {
        let end = picture(chars, at).or_else(|| address(chars, at));
        match end {
            Some(end) => {
                out[at..end].fill(true);
                at = end;
            }
            // The rest of a Latin word is no new beginning.
            None => at += chars[at..].iter().take_while(|ch| printable(**ch)).count().max(1),
        }
    }
    // `# ` and `## ` before the headings of a bulletin.
    let level = chars.iter().take_while(|ch| **ch == '#').count();
    if (1..=3).contains(&level) && chars.get(level) == Some(&' ') {
        out[..=level].fill(true);
    }
    out
}

/// ASCII that may stand in an address.
fn printable(ch: char) -> bool {
    ch.is_ascii_graphic()
}

/// `![caption](name)`, to its end; only its name and marks matter, but a caption is no sentence either.
fn picture(chars: &[char], at: usize) -> Option<usize> {
    if chars.get(at..at + 2)? != ['!', '['] {
        return None;
    }
    let rest = &chars[at..chars.len().min(at + LONGEST_ADDRESS)];
    let middle = rest.windows(2).position(|pair| pair == [']', '('])?;
    let close = rest[middle..].iter().position(|ch| *ch == ')')?;
    Some(at + middle + close + 1)
}

/// A Latin stretch that is an address: with `://`, `www.`, `@` or backslashes; without the marks of the sentence at its end.
fn address(chars: &[char], at: usize) -> Option<usize> {
    if !chars[at].is_ascii_alphanumeric() {
        return None;
    }
    let len = chars[at..].iter().take(LONGEST_ADDRESS).take_while(|ch| printable(**ch)).count();
    let word: String = chars[at..at + len].iter().collect();
    let mail = word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    if !(word.contains("://") || word.starts_with("www.") || mail || word.contains(":\\")) {
        return None;
    }
    let kept = word.trim_end_matches([',', '.', ';', ':', '!', '?', ')', ']', '"', '\'']).chars().count();
    Some(at + kept.max(1))
}
