//! Small facts about this copy of the program (`setting`): which kind it is, whether it is a demonstration.
use rusqlite::{Connection, OptionalExtension, named_params};

use chrono::NaiveDate;

use crate::kernel::refusal::Result;

/// Reads one, if it was ever set.
pub fn get(tx: &Connection, key: &str) -> Result<Option<String>> {
    let sql = "SELECT value FROM setting WHERE key = :key";
    Ok(tx.query_row(sql, named_params! {":key": key}, |row| row.get("value")).optional()?)
}

/// Writes one.
pub fn set(tx: &Connection, key: &str, value: &str) -> Result<()> {
    let sql = "INSERT INTO setting (key, value) VALUES (:key, :value)
               ON CONFLICT (key) DO UPDATE SET value = excluded.value";
    tx.execute(sql, named_params! {":key": key, ":value": value})?;
    Ok(())
}

/// The day from which this store keeps the record; what came before is not its to judge.
pub fn founded_on(tx: &Connection) -> Result<NaiveDate> {
    Ok(get(tx, "founded_on")?.and_then(|day| day.parse().ok()).unwrap_or(NaiveDate::MIN))
}
