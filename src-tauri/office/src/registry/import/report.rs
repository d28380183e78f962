//! What an import of the register wrote.
use serde::Serialize;
use ts_rs::TS;

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportDone {
    /// New units.
    pub units: u32,
    /// New people.
    pub people: u32,
    /// New posts.
    pub posts: u32,
    /// Rows that were there already.
    pub existing: u32,
    /// Rows left out because of errors.
    pub left_out: u32,
    /// The same in one sentence.
    pub summary: String,
}
