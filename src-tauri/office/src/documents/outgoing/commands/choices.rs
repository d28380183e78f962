//! What can be chosen for a document: kinds, prefixes and way in each name, and what everything is called.
use serde::Serialize;
use ts_rs::TS;

use crate::documents::kinds::{Openness, Secrecy, Urgency};
use crate::documents::outgoing::flow::{self, OutgoingStage};
use crate::documents::outgoing::record::{OutgoingBack, Sealing};
use crate::documents::step::DocumentWord;
use crate::documents::words::WAYS;
use crate::kernel::desk::Desk;
use crate::kernel::document_rules::{DocumentKind, Issuer, PaperForm, Prefix, Station};
use crate::kernel::profile::Profile;
use crate::kernel::refusal::{Result, article_name};

/// A kind as one name may issue it.
#[derive(Debug, Serialize, TS)]
pub struct OutgoingKindChoice {
    /// Key of the kind.
    pub key: String,
    /// In Chinese.
    pub label: String,
    /// Why it is not issued in this name; none if it is.
    pub why_not: Option<String>,
    /// Keys of the prefixes that fit, the usual one first.
    pub prefixes: Vec<String>,
}

/// The way of a document in one name, and what can be issued in it.
#[derive(Debug, Serialize, TS)]
pub struct OutgoingRoute {
    /// In whose name.
    pub issuer: Issuer,
    /// In Chinese.
    pub label: String,
    /// As mark and signature write it.
    pub authority: String,
    /// The stations.
    pub stations: Vec<OutgoingBack>,
    /// The kinds, those that can be issued first.
    pub kinds: Vec<OutgoingKindChoice>,
}

/// What can be chosen for a draft, and how a ledger is filtered.
#[derive(Debug, Serialize, TS)]
pub struct OutgoingChoices {
    /// The fifteen kinds.
    pub kinds: Vec<DocumentKind>,
    /// The prefixes.
    pub prefixes: Vec<Prefix>,
    /// The routes.
    pub routes: Vec<OutgoingRoute>,
    /// Stages, in the order of the way.
    pub stages: Vec<DocumentWord>,
    /// How it is signed at its end.
    pub sealings: Vec<DocumentWord>,
    /// How pressing.
    pub urgencies: Vec<DocumentWord>,
    /// Secrecy that may be kept here.
    pub secrecies: Vec<DocumentWord>,
    /// Whether it is published.
    pub opennesses: Vec<DocumentWord>,
    /// Usual ways of distribution.
    pub ways: Vec<String>,
    /// Article of issuing.
    pub article: String,
}

pub(super) fn choices(desk: &Desk<'_>, _: crate::kernel::Nothing) -> Result<OutgoingChoices> {
    let rules = &desk.profile.documents;
    Ok(OutgoingChoices {
        kinds: rules.kinds.clone(),
        prefixes: rules.prefixes.clone(),
        routes: Issuer::ALL.iter().map(|issuer| route(desk.profile, *issuer)).collect(),
        stages: OutgoingStage::ALL.iter().map(|one| DocumentWord::of(one.key(), one.label())).collect(),
        sealings: Sealing::ALL.iter().map(|one| DocumentWord::of(one.key(), one.label())).collect(),
        urgencies: Urgency::ALL.iter().map(|one| DocumentWord::of(one.key(), one.label())).collect(),
        secrecies: Secrecy::KEPT.iter().map(|one| DocumentWord::of(one.key(), one.label())).collect(),
        opennesses: Openness::ALL.iter().map(|one| DocumentWord::of(one.key(), one.label())).collect(),
        ways: WAYS.iter().map(|way| (*way).to_owned()).collect(),
        article: article_name(rules.issuing_article),
    })
}

fn route(profile: &Profile, issuer: Issuer) -> OutgoingRoute {
    let station =
        |station: &Station| OutgoingBack { station: *station, label: flow::station_label(*station, profile) };
    let mut kinds: Vec<OutgoingKindChoice> = profile
        .documents
        .kinds
        .iter()
        .map(|kind| OutgoingKindChoice {
            key: kind.key.clone(),
            label: kind.label.clone(),
            why_not: why_not(kind, issuer),
            prefixes: prefixes(profile, issuer, kind).iter().map(|prefix| prefix.key.clone()).collect(),
        })
        .collect();
    kinds.sort_by_key(|kind| kind.why_not.is_some());
    OutgoingRoute {
        issuer,
        label: issuer.label().into(),
        authority: crate::documents::outgoing::authority(issuer, profile),
        stations: profile.documents.route_of(issuer).iter().map(station).collect(),
        kinds,
    }
}

/// Why a kind is not issued in this name.
pub(super) fn why_not(kind: &DocumentKind, issuer: Issuer) -> Option<String> {
    match kind.by.contains(&issuer) {
        true => None,
        false if kind.why_not.is_empty() => Some(format!("不以{}名义制发", issuer.label())),
        false => Some(kind.why_not.clone()),
    }
}

/// The prefixes of a kind in one name, the usual one first: a letter takes that of letters, and nothing else may.
pub(super) fn prefixes<'a>(profile: &'a Profile, issuer: Issuer, kind: &DocumentKind) -> Vec<&'a Prefix> {
    let letter = kind.form == PaperForm::Letter;
    let fits = |prefix: &&Prefix| prefix.of == issuer && (!prefix.letter || letter);
    let mut own: Vec<&Prefix> = profile.documents.prefixes.iter().filter(fits).collect();
    own.sort_by_key(|prefix| prefix.letter != letter);
    own
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::profile::{SHIPPED, parse};

    #[test]
    fn a_letter_takes_the_prefix_of_letters_first_and_never_that_of_another_name() {
        let profile = parse(SHIPPED[1].1).unwrap();
        let keys = |issuer, kind: &str| -> Vec<&str> {
            let kind = profile.documents.kind(kind).unwrap();
            prefixes(&profile, issuer, kind).into_iter().map(|prefix| prefix.key.as_str()).collect()
        };
        assert_eq!(keys(Issuer::Office, "letter"), ["office_letter", "office_file"]);
        assert_eq!(keys(Issuer::Office, "notice"), ["office_file"]);
        assert_eq!(keys(Issuer::Group, "notice"), ["group_file"]);
    }

    #[test]
    fn kinds_that_a_name_may_not_issue_come_last_and_say_why() {
        let profile = parse(SHIPPED[1].1).unwrap();
        for issuer in Issuer::ALL {
            let kinds = route(&profile, *issuer).kinds;
            let first_refused = kinds.iter().position(|kind| kind.why_not.is_some()).unwrap();
            assert!(kinds[first_refused..].iter().all(|kind| kind.why_not.is_some()));
            assert!(kinds[..first_refused].iter().all(|kind| !kind.prefixes.is_empty()));
        }
        let office = route(&profile, Issuer::Office).kinds;
        let decision = office.iter().find(|kind| kind.key == "decision").unwrap();
        assert_eq!(decision.why_not.as_deref(), Some("不以创建办名义制发"));
    }
}
