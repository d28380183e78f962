//! Finding texts and records of guidance by words, for the search in the top bar.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::commands::{LibraryFilter, all};
use super::guidance::{self, GuidanceFilter};
use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;

/// How many of each are shown.
const FEW: usize = 8;

/// What was typed.
#[derive(Debug, Deserialize, TS)]
pub struct LibraryFindAsked {
    /// Words in title, issuing body, number, summary, full text, topic, content or people.
    pub words: String,
}

/// A text or a record of guidance that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LibraryFound {
    /// 政策法规 or 指导.
    pub kind: String,
    /// Title or topic.
    pub label: String,
    /// Number and validity, or unit and day.
    pub note: String,
    /// Page.
    pub to: String,
}

/// Few and the newest first.
pub(super) fn find(desk: &Desk<'_>, q: LibraryFindAsked) -> Result<Vec<LibraryFound>> {
    let words = q.words.trim().to_owned();
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let texts = all(desk, &LibraryFilter { words: words.clone(), ..LibraryFilter::default() })?;
    let text = |one: super::LibraryEntry| LibraryFound {
        kind: "政策法规".into(),
        label: one.title,
        note: format!("{}　{}", one.letter, one.validity_label).trim().into(),
        to: format!("/library/{}", one.id),
    };
    let mut found: Vec<LibraryFound> = texts.into_iter().take(FEW).map(text).collect();
    let visits = guidance::all(desk, &GuidanceFilter { words, ..GuidanceFilter::default() })?;
    found.extend(visits.into_iter().take(FEW).map(|one| LibraryFound {
        kind: "指导".into(),
        label: one.facts.topic,
        note: format!("{}　{}", one.unit_short, one.facts.on),
        to: format!("/guidance/{}", one.id),
    }));
    Ok(found)
}
