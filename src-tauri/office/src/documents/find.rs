//! Finding documents by words, for the search in the top bar: both ways in one short list, best first.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::incoming::{self, IncomingFilter};
use super::outgoing::{self, OutgoingFilter};
use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;
use crate::kernel::rows::Slice;

/// How many of each way are shown.
const FEW: u32 = 8;

/// What was typed.
#[derive(Debug, Deserialize, TS)]
pub struct DocumentFindAsked {
    /// Words in title, number, sender, recipients or text.
    pub words: String,
}

/// A document that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DocumentFound {
    /// 收文 or 发文.
    pub kind: String,
    /// Title.
    pub label: String,
    /// Number, sender or stage.
    pub note: String,
    /// Page.
    pub to: String,
}

/// Few and the newest first.
pub(super) fn find(desk: &Desk<'_>, q: DocumentFindAsked) -> Result<Vec<DocumentFound>> {
    let words = q.words.trim().to_owned();
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let slice = Slice { offset: 0, limit: FEW };
    let filter = OutgoingFilter { words: words.clone(), ..OutgoingFilter::default() };
    let out =
        outgoing::store::documents::list(desk, &filter, slice)?.0.into_iter().map(|one| DocumentFound {
            kind: "发文".into(),
            label: one.words.title.clone(),
            note: one.number.clone().unwrap_or(one.stage_label),
            to: format!("/documents/outgoing/{}", one.id),
        });
    let mut found: Vec<DocumentFound> = out.collect();
    let filter = IncomingFilter { words, ..IncomingFilter::default() };
    let came = incoming::store::papers::list(desk, &filter, slice)?.0.into_iter().map(|one| DocumentFound {
        kind: "收文".into(),
        label: one.title.clone(),
        note: match &one.number {
            Some(number) => format!("{number}　{}", one.sender_name),
            None => one.sender_name.clone(),
        },
        to: format!("/documents/incoming/{}", one.id),
    });
    found.extend(came);
    Ok(found)
}
