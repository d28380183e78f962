//! What every table of this room needs: one row was meant, and lists as JSON.
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::kernel::refusal::{Refusal, Result};

/// One row was meant: none means that it was changed meanwhile.
pub fn one(changed: usize) -> Result<()> {
    if changed == 1 { Ok(()) } else { Err(Refusal::stale()) }
}

/// Says plainly what is missing.
pub fn found<T>(result: rusqlite::Result<T>, what: &str) -> Result<T> {
    result.map_err(|error| match error {
        rusqlite::Error::QueryReturnedNoRows => Refusal::not_found(what),
        other => other.into(),
    })
}

/// A list as it is stored.
pub fn json<T: Serialize>(list: &[T]) -> Result<String> {
    Ok(serde_json::to_string(list)?)
}

/// A list from its column.
pub fn list<T: DeserializeOwned>(row: &rusqlite::Row<'_>, column: &str) -> rusqlite::Result<Vec<T>> {
    let text: String = row.get(column)?;
    serde_json::from_str(&text)
        .map_err(|e| rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, Box::new(e)))
}
