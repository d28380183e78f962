//! This room's tables, one file a table. A change names the version it was made on and is refused when stale.
pub(super) mod editions;
pub(super) mod items;
pub(super) mod plans;
pub(super) mod progress;

use crate::kernel::rows::{found, json, kept, one};
