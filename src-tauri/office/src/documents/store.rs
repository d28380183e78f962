//! What every table of this room needs: one row was meant, and lists as JSON.
pub use crate::kernel::rows::{found, json, list, one};
