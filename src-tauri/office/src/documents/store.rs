//! What every table of this room needs: one row was meant, and lists as JSON.
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::kernel::refusal::Result;
pub use crate::kernel::rows::{found, one};

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
