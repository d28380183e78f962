//! Versions of the words and what differs between two of them (花脸稿).
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::draft::OutgoingAsked;
use crate::documents::diff::{self, DiffPiece};
use crate::documents::kinds::OutgoingId;
use crate::documents::outgoing::record::{OutgoingVersion, OutgoingWords};
use crate::documents::outgoing::store::versions;
use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;

/// Two versions of one document.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct OutgoingCompareAsked {
    /// Document.
    pub document: OutgoingId,
    /// The older one.
    pub from: u32,
    /// The newer one.
    pub to: u32,
}

/// A part of the words with its pieces.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OutgoingComparedPart {
    /// 标题, 主送, 正文, 附件1 …
    pub label: String,
    /// Its pieces in reading order.
    pub pieces: Vec<DiffPiece>,
}

/// What differs between two versions.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OutgoingComparison {
    /// The older one.
    pub from: OutgoingVersion,
    /// The newer one.
    pub to: OutgoingVersion,
    /// Title, recipients, text, annexes, note; parts that are empty in both are left out.
    pub parts: Vec<OutgoingComparedPart>,
    /// Characters struck.
    pub struck: u32,
    /// Characters added.
    pub added: u32,
}

pub(super) fn all(desk: &Desk<'_>, q: OutgoingAsked) -> Result<Vec<OutgoingVersion>> {
    versions::all(desk, q.document)
}

pub(super) fn compare(desk: &Desk<'_>, q: OutgoingCompareAsked) -> Result<OutgoingComparison> {
    let (from, to) = (versions::get(desk, q.document, q.from)?, versions::get(desk, q.document, q.to)?);
    let (was, is) = (parts(&from.words), parts(&to.words));
    let mut labels: Vec<&String> = was.iter().map(|(label, _)| label).collect();
    labels.extend(
        is.iter().map(|(label, _)| label).filter(|label| !was.iter().any(|(other, _)| other == *label)),
    );
    let text = |side: &[(String, String)], label: &str| {
        side.iter().find(|(other, _)| other == label).map(|(_, text)| text.clone()).unwrap_or_default()
    };
    let parts: Vec<OutgoingComparedPart> = labels
        .into_iter()
        .map(|label| OutgoingComparedPart {
            label: label.clone(),
            pieces: diff::compare(&text(&was, label), &text(&is, label)),
        })
        .filter(|part| !part.pieces.is_empty())
        .collect();
    let extents = parts.iter().map(|part| diff::extent(&part.pieces));
    let (struck, added) = extents.fold((0, 0), |(a, b), (c, d)| (a + c as u32, b + d as u32));
    Ok(OutgoingComparison { from, to, parts, struck, added })
}

fn parts(words: &OutgoingWords) -> Vec<(String, String)> {
    let part = |label: &str, text: &str| (label.to_owned(), text.to_owned());
    let mut parts =
        vec![part("标题", &words.title), part("主送", &words.sent_to.join("、")), part("正文", &words.text)];
    for (n, annex) in words.annexes.iter().enumerate() {
        let text = if annex.body.is_empty() {
            annex.title.clone()
        } else {
            format!("{}\n{}", annex.title, annex.body)
        };
        parts.push((format!("附件{}", n + 1), text));
    }
    parts.extend([part("附注", &words.note), part("抄送", &words.copies_to.join("、"))]);
    parts
}
