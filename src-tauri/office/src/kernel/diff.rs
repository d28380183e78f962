//! What differs between two texts, character by character (花脸稿), in pieces that a reader can follow. Pure.
//!
//! Paragraphs are matched first, then the characters inside changed ones; a single character that happens to stand in both
//! between two changes is taken into the change, so that no confetti is left. Promised: kept and struck pieces together are
//! the old text, kept and added ones the new text.
use serde::Serialize;
use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices};
use ts_rs::TS;

use crate::kernel::keyed::keyed;

keyed!(
    /// What became of a piece.
    DiffMark {
        /// In both.
        Kept = "kept" "保留",
        /// Only in the old text.
        Struck = "struck" "删去",
        /// Only in the new text.
        Added = "added" "增加",
    }
);

/// A piece of text with what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DiffPiece {
    /// What became of it.
    pub mark: DiffMark,
    /// The characters; may hold line feeds.
    pub text: String,
}

/// Kept pieces shorter than this between two changes are drawn into them.
const SHORTEST_KEPT: usize = 2;

/// The pieces in reading order; what is struck stands before what replaces it.
pub fn compare(old: &str, new: &str) -> Vec<DiffPiece> {
    let (old_lines, new_lines) = (lines(old), lines(new));
    let mut pieces = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &old_lines, &new_lines) {
        let (was, is) = (old_lines[op.old_range()].concat(), new_lines[op.new_range()].concat());
        match op.tag() {
            DiffTag::Equal => push(&mut pieces, DiffMark::Kept, &was),
            DiffTag::Delete => push(&mut pieces, DiffMark::Struck, &was),
            DiffTag::Insert => push(&mut pieces, DiffMark::Added, &is),
            DiffTag::Replace => characters(&mut pieces, &was, &is),
        }
    }
    pieces
}

fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

/// A run of one change: from where to where in both texts.
struct Hunk {
    old: std::ops::Range<usize>,
    new: std::ops::Range<usize>,
    kept: bool,
}

fn characters(pieces: &mut Vec<DiffPiece>, old: &str, new: &str) {
    let (was, is): (Vec<char>, Vec<char>) = (old.chars().collect(), new.chars().collect());
    for hunk in joined(&capture_diff_slices(Algorithm::Myers, &was, &is), &was) {
        let text = |chars: &[char]| chars.iter().collect::<String>();
        if hunk.kept {
            push(pieces, DiffMark::Kept, &text(&was[hunk.old]));
        } else {
            push(pieces, DiffMark::Struck, &text(&was[hunk.old]));
            push(pieces, DiffMark::Added, &text(&is[hunk.new]));
        }
    }
}

/// Neighbouring changes as one, short kept pieces between two changes taken in. A line feed is never taken in.
///
/// Places are counted from the lengths: an insertion's place in the old text may lie before a deletion that precedes it.
fn joined(ops: &[DiffOp], was: &[char]) -> Vec<Hunk> {
    let mut hunks: Vec<Hunk> = Vec::new();
    let (mut old, mut new) = (0, 0);
    for (at, op) in ops.iter().enumerate() {
        let (to_old, to_new) = (old + op.old_range().len(), new + op.new_range().len());
        let inner = at > 0 && at + 1 < ops.len();
        let short = to_old - old < SHORTEST_KEPT && !was[old..to_old].contains(&'\n');
        let kept = op.tag() == DiffTag::Equal && !(inner && short);
        match hunks.last_mut() {
            Some(last) if last.kept == kept => (last.old.end, last.new.end) = (to_old, to_new),
            _ => hunks.push(Hunk { old: old..to_old, new: new..to_new, kept }),
        }
        (old, new) = (to_old, to_new);
    }
    hunks
}

fn push(pieces: &mut Vec<DiffPiece>, mark: DiffMark, text: &str) {
    if text.is_empty() {
        return;
    }
    match pieces.last_mut() {
        Some(last) if last.mark == mark => last.text.push_str(text),
        _ => pieces.push(DiffPiece { mark, text: text.into() }),
    }
}

/// How many characters were struck and added.
pub fn extent(pieces: &[DiffPiece]) -> (usize, usize) {
    let count = |mark: DiffMark| {
        pieces.iter().filter(|piece| piece.mark == mark).map(|piece| piece.text.chars().count()).sum()
    };
    (count(DiffMark::Struck), count(DiffMark::Added))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn written(pieces: &[DiffPiece]) -> String {
        let one = |piece: &DiffPiece| match piece.mark {
            DiffMark::Kept => piece.text.clone(),
            DiffMark::Struck => format!("[-{}-]", piece.text),
            DiffMark::Added => format!("[+{}+]", piece.text),
        };
        pieces.iter().map(one).collect()
    }

    fn side(pieces: &[DiffPiece], not: DiffMark) -> String {
        pieces.iter().filter(|piece| piece.mark != not).map(|piece| piece.text.as_str()).collect()
    }

    #[test]
    fn changes_are_grouped_as_a_reader_would_strike_them() {
        let pieces = compare("请于11月25日前报送。\n特此通知。", "请于11月30日前书面报送。\n特此通知。");
        assert_eq!(written(&pieces), "请于11月[-25-][+30+]日前[+书面+]报送。\n特此通知。");
        let pieces = compare("第一段。\n第二段。\n", "第一段。\n新的一段。\n第二段。\n");
        assert_eq!(written(&pieces), "第一段。\n[+新的一段。\n+]第二段。\n");
        assert_eq!(written(&compare("甲乙丙", "丁乙戊")), "[-甲乙丙-][+丁乙戊+]", "no confetti");
        assert_eq!(compare("", ""), []);
        assert_eq!(extent(&compare("甲", "乙丙")), (1, 2));
    }

    proptest! {
        #[test]
        fn kept_and_struck_are_the_old_text_kept_and_added_the_new_one(
            old in "[甲乙丙丁。\n1]{0,60}", new in "[甲乙丙丁。\n1]{0,60}"
        ) {
            let pieces = compare(&old, &new);
            prop_assert_eq!(side(&pieces, DiffMark::Added), old);
            prop_assert_eq!(side(&pieces, DiffMark::Struck), new);
            prop_assert!(pieces.windows(2).all(|two| two[0].mark != two[1].mark));
        }
    }
}
