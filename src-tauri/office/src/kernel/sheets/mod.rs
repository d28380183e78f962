//! Sheets that people filled in with Excel or WPS, on their way into a room: template columns, cells, lines, faults at their place.
//!
//! ```text
//! bytes ─workbook─▶ cells ─reading─▶ lines ─(the room judges)─▶ preview (reads)   or   written (changes)
//! ```
//!
//! Promised: every fault is named by sheet, row and column; nothing here panics on what it is given. It deliberately
//! judges no row and writes nothing: the room does, by its own rules.
pub mod cells;
pub mod columns;
pub mod reading;
pub mod report;
pub mod workbook;

use sha2::{Digest, Sha256};

/// The digest by which a room makes sure that what it writes is what was looked at; SHA-256 in hex.
pub fn digest(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}
