//! Finding matters by words, for the search in the top bar.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::commands::{MatterFilter, all};
use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;

/// How many are shown.
const FEW: usize = 8;

/// What was typed.
#[derive(Debug, Deserialize, TS)]
pub struct MatterFindAsked {
    /// Words in title, text, number, who raised it or the result.
    pub words: String,
}

/// A matter that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MatterFound {
    /// 事项.
    pub kind: String,
    /// Title.
    pub label: String,
    /// Number and stage.
    pub note: String,
    /// Page.
    pub to: String,
}

/// Few and the newest first.
pub(super) fn find(desk: &Desk<'_>, q: MatterFindAsked) -> Result<Vec<MatterFound>> {
    if q.words.trim().is_empty() {
        return Ok(Vec::new());
    }
    let found = all(desk, &MatterFilter { words: q.words, ..MatterFilter::default() })?;
    let hit = |one: super::Matter| MatterFound {
        kind: "事项".into(),
        label: one.title,
        note: format!("{}　{}", one.number, one.stage_label),
        to: format!("/matters/{}", one.id),
    };
    Ok(found.into_iter().take(FEW).map(hit).collect())
}
