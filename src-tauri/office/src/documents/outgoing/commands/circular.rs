//! A draft of the circular on monthly information (第二十三条), in the words and with the table of the reports room.
use serde::Deserialize;
use ts_rs::TS;

use super::draft::{self, OutgoingStart};
use crate::documents::kinds::{Openness, Secrecy, Urgency};
use crate::documents::outgoing::record::{
    OutgoingAnnex, OutgoingCard, OutgoingFacts, OutgoingWords, Sealing,
};
use crate::kernel::desk::Desk;
use crate::kernel::document_rules::Issuer;
use crate::kernel::refusal::Result;
use crate::registry::{self, UnitKind};
use crate::reports::{self, ReportPointsAsked};

/// Kind of document (文种) of a circular: 通报.
const KIND: &str = "circular";

/// A circular to be drafted.
#[derive(Debug, Deserialize, TS)]
pub struct OutgoingStartCircular {
    /// What it speaks of.
    pub span: ReportPointsAsked,
    /// In whose name.
    pub issuer: Issuer,
}

/// Begins the draft; from then on it goes the way of every document.
pub(super) fn start(desk: &Desk<'_>, q: OutgoingStartCircular) -> Result<OutgoingCard> {
    let said = reports::circular(desk, q.span)?;
    let copies = registry::units_on(desk, desk.today(), UnitKind::REPORTING)?.len() as u32 + 10;
    let words = OutgoingWords {
        kind: KIND.into(),
        title: said.title,
        sent_to: vec!["各县市区（园区）".into(), "各成员单位".into()],
        copies_to: vec!["领导小组组长、副组长".into()],
        text: said.text,
        annexes: vec![OutgoingAnnex { title: said.annex_title, body: said.annex, landscape: true }],
        note: String::new(),
    };
    let facts = OutgoingFacts {
        issuer: q.issuer,
        prefix: String::new(),
        sealing: Sealing::Seal,
        urgency: Urgency::Plain,
        secrecy: Secrecy::Internal,
        openness: Openness::Closed,
        copies,
        section: String::new(),
        drafter: desk.who.name.clone(),
        phone: String::new(),
    };
    draft::start(desk, OutgoingStart { words, facts, answers: None })
}
