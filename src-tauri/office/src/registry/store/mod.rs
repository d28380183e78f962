//! The register's tables (`registry_*`) and nothing else. No rule is decided here; `rules.rs` and `steps.rs` did.
pub(super) mod duties;
pub(super) mod filings;
pub(super) mod people;
pub(super) mod posts;
pub(super) mod units;

use crate::kernel::rows::one;

/// Words to search for, as the columns hold them.
pub(super) fn needle(words: &str) -> String {
    words.split_whitespace().collect::<String>().to_lowercase()
}
