//! A report to the chair or a circular that is started from compiled results of the follow-up (第十二条).
//!
//! Text and table are the follow-up room's; from here on it is a draft like any other and goes its way to signature.
use serde::Deserialize;
use ts_rs::TS;

use super::draft::{begin, checked, checked_words};
use crate::documents::kinds::{Openness, Secrecy, Urgency};
use crate::documents::outgoing::record::{
    OutgoingAnnex, OutgoingCard, OutgoingFacts, OutgoingWords, Sealing,
};
use crate::documents::outgoing::{card, store::documents::Origin};
use crate::followup::{self, FollowupCompilationKind, FollowupCompileAsked};
use crate::kernel::desk::Desk;
use crate::kernel::document_rules::Issuer;
use crate::kernel::refusal::Result;

/// What is compiled, in whose name, for whom.
#[derive(Debug, Deserialize, TS)]
pub struct OutgoingCompile {
    /// Which items, as report or circular.
    pub compile: FollowupCompileAsked,
    /// In whose name.
    pub issuer: Issuer,
    /// 主送: the chosen audience.
    pub sent_to: Vec<String>,
    /// 抄送.
    #[serde(default)]
    pub copies_to: Vec<String>,
    /// 拟稿部门.
    #[serde(default)]
    pub section: String,
    /// 拟稿人; whoever is at the desk if empty.
    #[serde(default)]
    pub drafter: String,
    /// Telephone.
    #[serde(default)]
    pub phone: String,
    /// Copies to print; as many as it has addressees if absent.
    #[serde(default)]
    pub copies: Option<u32>,
}

/// Starts the draft and ties the items to it.
pub(super) fn start(desk: &Desk<'_>, q: OutgoingCompile) -> Result<OutgoingCard> {
    let compiled = followup::compile(desk, &q.compile)?;
    let kind = match compiled.kind {
        FollowupCompilationKind::Report => "report",
        FollowupCompilationKind::Circular => "circular",
    };
    let words = checked_words(&OutgoingWords {
        kind: kind.into(),
        title: compiled.title.clone(),
        sent_to: q.sent_to.clone(),
        copies_to: q.copies_to.clone(),
        text: compiled.text.clone(),
        annexes: vec![OutgoingAnnex {
            title: compiled.annex.clone(),
            body: compiled.table.clone(),
            landscape: true,
        }],
        note: String::new(),
    })?;
    let addressees = (words.sent_to.len() + words.copies_to.len()).max(1) as u32;
    let facts = OutgoingFacts {
        issuer: q.issuer,
        prefix: String::new(),
        sealing: Sealing::Seal,
        urgency: Urgency::Plain,
        secrecy: Secrecy::Internal,
        openness: Openness::OnRequest,
        copies: q.copies.unwrap_or(addressees),
        section: q.section.clone(),
        drafter: if q.drafter.trim().is_empty() { desk.who.name.clone() } else { q.drafter.clone() },
        phone: q.phone.clone(),
    };
    let facts = checked(desk, &words, &facts)?;
    let begun = begin(desk, &words, &facts, &Origin::default())?;
    let id = begun.document.id;
    followup::compiled_in(desk, &compiled, &id.to_string(), &words.title)?;
    card::of(desk, id)
}
