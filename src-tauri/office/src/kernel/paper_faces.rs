//! Which faces the last printed papers were drawn with: what was substituted, lent from another face, or missing.
//!
//! Kept in memory for as long as the program runs: it is there to mend a machine, not to be filed. It deliberately
//! judges nothing.
use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use chrono::NaiveDateTime;
use press::pdf::Printed;
use serde::Serialize;
use ts_rs::TS;

/// Papers that are remembered.
const KEPT: usize = 20;

/// A printed paper and what its faces could not do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PaperFaces {
    /// Its title.
    pub paper: String,
    /// When it was made, local time.
    pub at: NaiveDateTime,
    /// Pages.
    pub pages: u32,
    /// Roles (小标宋, 仿宋 …) that were drawn with a face of another design.
    pub substituted: Vec<String>,
    /// Characters that the role's own face lacks.
    pub characters: Vec<LentCharacter>,
}

/// A character that came from elsewhere, or from nowhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LentCharacter {
    /// The character.
    pub character: String,
    /// Its number, e.g. U+5803.
    pub code: String,
    /// The role it was asked for in; empty if no face has it.
    pub role: String,
    /// Family of the face it came from; empty if no face has it, and 〓 stands in its place.
    pub family: String,
}

/// The last papers, newest first.
#[derive(Debug, Default)]
pub struct LastPapers(Mutex<VecDeque<PaperFaces>>);

impl LastPapers {
    /// Remembers a paper; one of the same title takes the place of the earlier one.
    pub fn remember(&self, title: &str, at: NaiveDateTime, printed: &Printed) {
        let paper = PaperFaces {
            paper: title.into(),
            at,
            pages: printed.pages as u32,
            substituted: printed.substituted.iter().map(|report| report.role.clone()).collect(),
            characters: characters(printed),
        };
        let mut papers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        papers.retain(|known| known.paper != paper.paper);
        papers.push_front(paper);
        papers.truncate(KEPT);
    }
    /// The papers, newest first.
    pub fn all(&self) -> Vec<PaperFaces> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }
}

fn characters(printed: &Printed) -> Vec<LentCharacter> {
    let one = |ch: char, role: &str, family: &str| LentCharacter {
        character: ch.into(),
        code: format!("U+{:04X}", u32::from(ch)),
        role: role.into(),
        family: family.into(),
    };
    let missing = printed.missing.iter().map(|&ch| one(ch, "", ""));
    missing.chain(printed.lent.iter().map(|lent| one(lent.ch, &lent.role, &lent.family))).collect()
}
