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

use crate::kernel::rows::{found, one};
