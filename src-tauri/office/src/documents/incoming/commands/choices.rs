//! What can be chosen for a paper that came in, and what everything is called.
use serde::Serialize;
use ts_rs::TS;

use crate::documents::incoming::asks;
use crate::documents::incoming::flow::{self, IncomingKind, IncomingStage};
use crate::documents::incoming::record::HandlerRole;
use crate::documents::kinds::{Secrecy, Urgency};
use crate::documents::step::{DocumentPerson, DocumentWord};
use crate::documents::words::{URGINGS, WAYS};
use crate::kernel::desk::Desk;
use crate::kernel::refusal::{Result, article_name};
use crate::registry::{self, PostKind};

/// A kind with what it means for the way of the paper.
#[derive(Debug, Serialize, TS)]
pub struct IncomingKindChoice {
    /// Key.
    pub key: IncomingKind,
    /// In Chinese.
    pub label: String,
    /// What it is and which way it goes.
    pub says: String,
    /// Article it rests on.
    pub article: String,
}

/// What can be chosen.
#[derive(Debug, Serialize, TS)]
pub struct IncomingChoices {
    /// Kinds.
    pub kinds: Vec<IncomingKindChoice>,
    /// Stages, in the order of the way.
    pub stages: Vec<DocumentWord>,
    /// Secrecy that may be kept here.
    pub secrecies: Vec<DocumentWord>,
    /// How pressing.
    pub urgencies: Vec<DocumentWord>,
    /// Host and helper.
    pub roles: Vec<DocumentWord>,
    /// Usual ways in which papers come.
    pub ways: Vec<String>,
    /// Usual ways of urging.
    pub urgings: Vec<String>,
    /// Who usually reads a paper in circulation: the group's leaders and the office's director of today.
    pub readers: Vec<DocumentPerson>,
}

pub(super) fn choices(desk: &Desk<'_>, _: crate::kernel::Nothing) -> Result<IncomingChoices> {
    let kind = |kind: &IncomingKind| IncomingKindChoice {
        key: *kind,
        label: kind.label().into(),
        says: asks::meaning(*kind, desk.profile),
        article: article_name(flow::article(*kind, desk.profile)),
    };
    let mut readers = registry::roster_on(desk, desk.today())?;
    readers.retain(|line| line.post < PostKind::Member);
    readers.extend(registry::director_on(desk, desk.today())?);
    Ok(IncomingChoices {
        kinds: IncomingKind::ALL.iter().map(kind).collect(),
        stages: IncomingStage::ALL.iter().map(|one| DocumentWord::of(one.key(), one.label())).collect(),
        secrecies: Secrecy::KEPT.iter().map(|one| DocumentWord::of(one.key(), one.label())).collect(),
        urgencies: Urgency::ALL.iter().map(|one| DocumentWord::of(one.key(), one.label())).collect(),
        roles: HandlerRole::ALL.iter().map(|one| DocumentWord::of(one.key(), one.label())).collect(),
        ways: WAYS.iter().map(|way| (*way).to_owned()).collect(),
        urgings: URGINGS.iter().map(|way| (*way).to_owned()).collect(),
        readers: readers.iter().map(DocumentPerson::from).collect(),
    })
}
