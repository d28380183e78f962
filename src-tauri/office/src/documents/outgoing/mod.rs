//! Documents that go out (发文, 第十六条): from the draft to the last receipt. The flow is drawn in `flow.rs`.
pub(super) mod asks;
pub(super) mod card;
pub(super) mod commands;
pub(super) mod distribution;
pub(super) mod flow;
pub(super) mod forms;
pub(super) mod ledgers;
pub(super) mod paper;
pub(super) mod record;
pub(super) mod rules;
pub(super) mod store;

use crate::kernel::document_rules::Issuer;
use crate::kernel::profile::Profile;

pub use commands::OutgoingFilter;

/// The authority as mark and signature write it.
pub(super) fn authority(issuer: Issuer, profile: &Profile) -> String {
    let (short, full) = match issuer {
        Issuer::Office => (&profile.documents.office_authority, &profile.office.name),
        Issuer::Group => (&profile.documents.group_authority, &profile.group.name),
    };
    if short.is_empty() { full.clone() } else { short.clone() }
}
