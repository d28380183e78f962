//! This room's tables, one file a table. A change names the version it was made on and is refused when stale.
pub(super) mod agenda;
pub(super) mod copies;
pub(super) mod decisions;
pub(super) mod events;
pub(super) mod invitees;
pub(super) mod meetings;
pub(super) mod minutes;
pub(super) mod months;
pub(super) mod notices;

use crate::kernel::refusal::{Refusal, Result};

/// One row was meant: none means that it was changed meanwhile.
fn one(changed: usize) -> Result<()> {
    if changed == 1 { Ok(()) } else { Err(Refusal::stale()) }
}

/// Says plainly what is missing.
fn found<T>(result: rusqlite::Result<T>, what: &str) -> Result<T> {
    result.map_err(|error| match error {
        rusqlite::Error::QueryReturnedNoRows => Refusal::not_found(what),
        other => other.into(),
    })
}
