//! Pages of a ledger: every list query has a limit.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which part of a list is wanted.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Slice {
    /// Rows to leave out before the first.
    pub offset: u32,
    /// Rows wanted, 500 at most.
    pub limit: u32,
}

impl Default for Slice {
    fn default() -> Self {
        Self { offset: 0, limit: 100 }
    }
}

impl Slice {
    /// The limit that is really used.
    pub fn bounded(self) -> u32 {
        self.limit.clamp(1, 500)
    }
}

/// A part of a list with the number of all rows.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Rows<T> {
    /// The rows asked for.
    pub rows: Vec<T>,
    /// How many there are in all.
    pub total: u32,
}
