//! One paragraph under correction: its characters, where each came from, and what was changed.
use std::ops::Range;

use super::{Correction, What};

/// Characters shown on either side of a change.
const AROUND: usize = 5;

/// A change that a rule wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edit {
    /// Characters to replace.
    pub range: Range<usize>,
    /// What to put there.
    pub after: String,
    /// Why.
    pub what: What,
}

impl Edit {
    /// A change of a range.
    pub fn new(range: Range<usize>, after: impl Into<String>, what: What) -> Self {
        Self { range, after: after.into(), what }
    }
}

/// A paragraph.
pub(super) struct Line {
    /// Its characters now.
    pub chars: Vec<char>,
    /// Not to be touched: addresses, names of pictures.
    pub shielded: Vec<bool>,
    /// Mainly Chinese: marks at its end are Chinese ones.
    pub chinese: bool,
    origin: Vec<char>,
    from: Vec<usize>,
    corrections: Vec<Correction>,
}

impl Line {
    /// A paragraph as it came.
    pub fn new(text: &str) -> Self {
        let origin: Vec<char> = text.chars().collect();
        let mut line = Self {
            chars: origin.clone(),
            shielded: Vec::new(),
            chinese: false,
            from: (0..origin.len()).collect(),
            origin,
            corrections: Vec::new(),
        };
        line.look();
        line
    }
    /// Character at `i`.
    pub fn at(&self, i: usize) -> Option<char> {
        self.chars.get(i).copied()
    }
    /// Next character before `i` that is no blank.
    pub fn left(&self, i: usize) -> Option<char> {
        self.chars[..i].iter().rev().copied().find(|ch| !super::context::blank(*ch))
    }
    /// Next character at or after `i` that is no blank.
    pub fn right(&self, i: usize) -> Option<char> {
        self.chars.get(i..)?.iter().copied().find(|ch| !super::context::blank(*ch))
    }
    /// Where the character at `i` stood at first, from 1.
    pub fn place(&self, i: usize) -> usize {
        self.from.get(i).map_or(self.origin.len(), |from| from + 1)
    }
    /// Whether anything of the range may not be touched.
    pub fn is_shielded(&self, range: Range<usize>) -> bool {
        self.shielded[range].iter().any(|shielded| *shielded)
    }
    /// Makes changes, given in order and apart from each other; those that change nothing are left out.
    pub fn apply(&mut self, edits: Vec<Edit>) {
        if edits.is_empty() {
            return;
        }
        let (mut chars, mut from) =
            (Vec::with_capacity(self.chars.len()), Vec::with_capacity(self.from.len()));
        let mut done = 0;
        for edit in edits {
            let range = edit.range.clone();
            chars.extend_from_slice(&self.chars[done..range.start]);
            from.extend_from_slice(&self.from[done..range.start]);
            let place = self.from.get(range.start).copied().unwrap_or(self.origin.len());
            chars.extend(edit.after.chars());
            from.extend(edit.after.chars().map(|_| place));
            self.note(&edit, place);
            done = range.end;
        }
        chars.extend_from_slice(&self.chars[done..]);
        from.extend_from_slice(&self.from[done..]);
        self.chars = chars;
        self.from = from;
        self.look();
    }
    /// The text and what was changed.
    pub fn finish(mut self) -> (String, Vec<Correction>) {
        self.corrections.sort_by_key(|correction| correction.character);
        (self.chars.into_iter().collect(), self.corrections)
    }
    fn note(&mut self, edit: &Edit, place: usize) {
        let near = place.saturating_sub(AROUND)..(place + edit.range.len() + AROUND).min(self.origin.len());
        self.corrections.push(Correction {
            what: edit.what,
            paragraph: 1,
            character: place + 1,
            before: self.chars[edit.range.clone()].iter().take(40).collect(),
            after: edit.after.chars().take(40).collect(),
            near: self.origin[near].iter().take(40).collect::<String>().trim().to_owned(),
        });
    }
    fn look(&mut self) {
        self.shielded = super::context::shields(&self.chars);
        let han = self.chars.iter().filter(|ch| super::context::han(**ch)).count();
        let latin = self.chars.iter().filter(|ch| ch.is_ascii_alphabetic()).count();
        self.chinese = han > 0 && han * 3 >= latin;
    }
}
