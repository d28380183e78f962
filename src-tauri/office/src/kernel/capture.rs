//! The capture of row changes for the audit: SQLite itself notes every row that a command writes, before and after.
//!
//! Temporary triggers on every table of the schema, made from the schema at opening, so that no room can forget one.
//! (SQLite's pre-update hook would do the same but needs libclang to build.) The audit's own table is left out: it is
//! append-only by its own triggers.
use rusqlite::Connection;
use serde_json::Value;

use crate::kernel::refusal::Result;

/// Makes the triggers on this connection.
pub fn install(tx: &Connection) -> Result<()> {
    tx.execute_batch(
        "CREATE TEMP TABLE captured (
           seq INTEGER PRIMARY KEY, tbl TEXT NOT NULL, op TEXT NOT NULL, before TEXT, after TEXT)",
    )?;
    for table in tables(tx)? {
        tx.execute_batch(&triggers(&table, &columns(tx, &table)?))?;
    }
    Ok(())
}

/// Takes what was captured since the last call, as the audit stores it.
pub fn take(tx: &Connection) -> Result<Vec<Value>> {
    let mut query = tx.prepare_cached("SELECT tbl, op, before, after FROM captured ORDER BY seq")?;
    let json = |text: Option<String>| {
        text.and_then(|t| serde_json::from_str::<Value>(&t).ok()).unwrap_or(Value::Null)
    };
    let rows = query.query_map([], |row| {
        let mut change = serde_json::Map::new();
        change.insert("table".into(), row.get::<_, String>("tbl")?.into());
        change.insert("op".into(), row.get::<_, String>("op")?.into());
        change.insert("before".into(), json(row.get("before")?));
        change.insert("after".into(), json(row.get("after")?));
        Ok(Value::Object(change))
    })?;
    let rows = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    tx.execute_batch("DELETE FROM captured")?;
    Ok(rows)
}

fn tables(tx: &Connection) -> Result<Vec<String>> {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
               AND name <> 'audit' AND name NOT LIKE '%\\_fts%' ESCAPE '\\' ORDER BY name";
    let mut query = tx.prepare(sql)?;
    let names = query.query_map([], |row| row.get("name"))?.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(names)
}

fn columns(tx: &Connection, table: &str) -> Result<Vec<String>> {
    let mut query = tx.prepare("SELECT name FROM pragma_table_info(:table)")?;
    let names = query.query_map([table], |row| row.get("name"))?.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(names)
}

fn triggers(table: &str, columns: &[String]) -> String {
    let image = |row: &str| {
        let fields: Vec<String> = columns.iter().map(|c| format!("'{c}', {row}.\"{c}\"")).collect();
        format!("json_object({})", fields.join(", "))
    };
    let (old, new) = (image("OLD"), image("NEW"));
    let insert = |op: &str, before: &str, after: &str| {
        format!(
            "CREATE TEMP TRIGGER captured_{table}_{op} AFTER {op} ON main.\"{table}\" BEGIN
               INSERT INTO captured (tbl, op, before, after) VALUES ('{table}', '{op}', {before}, {after}); END;"
        )
    };
    [insert("INSERT", "NULL", &new), insert("UPDATE", &old, &new), insert("DELETE", &old, "NULL")].concat()
}
