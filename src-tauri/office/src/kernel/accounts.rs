//! Accounts (账号): who a person at the program is. Ways in (passwords) are the keyring's.
use chrono::NaiveDateTime;
use rusqlite::{Connection, OptionalExtension, Row, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::ids::AccountId;
use crate::kernel::refusal::Result;
use crate::kernel::role::Role;

/// The person logged in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "PersonAtDesk")]
pub struct Person {
    /// The account.
    pub id: AccountId,
    /// Login name.
    pub login: String,
    /// Name.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Role in Chinese.
    pub role_label: String,
    /// Must choose a new password first.
    pub must_change: bool,
}

/// An account as the administrator sees it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Account {
    /// Who.
    #[serde(flatten)]
    #[ts(flatten)]
    pub person: Person,
    /// When it was made.
    pub created_at: NaiveDateTime,
    /// Since when it cannot be used.
    pub disabled_at: Option<NaiveDateTime>,
    /// Last entry.
    pub last_entry_at: Option<NaiveDateTime>,
}

/// All accounts by login name.
pub fn all(tx: &Connection) -> Result<Vec<Account>> {
    let mut query = tx.prepare("SELECT * FROM account ORDER BY disabled_at IS NOT NULL, login LIMIT 500")?;
    Ok(query.query_map([], read)?.collect::<rusqlite::Result<_>>()?)
}

/// One account, disabled or not.
pub fn get(tx: &Connection, id: AccountId) -> Result<Option<Account>> {
    let sql = "SELECT * FROM account WHERE id = :id";
    Ok(tx.query_row(sql, named_params! {":id": id}, read).optional()?)
}

/// Writes a new account.
pub fn insert(tx: &Connection, person: &Person, now: NaiveDateTime) -> Result<()> {
    tx.execute(
        "INSERT INTO account (id, login, name, role, must_change, created_at)
         VALUES (:id, :login, :name, :role, :must_change, :now)",
        named_params! {
            ":id": person.id, ":login": person.login, ":name": person.name, ":role": person.role.key(),
            ":must_change": person.must_change, ":now": now,
        },
    )?;
    Ok(())
}

/// Notes an entry.
pub fn entered(tx: &Connection, id: AccountId, now: NaiveDateTime) -> Result<()> {
    tx.execute(
        "UPDATE account SET last_entry_at = :now WHERE id = :id",
        named_params! {":now": now, ":id": id},
    )?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Account> {
    let key: String = row.get("role")?;
    // The table's CHECK admits no other key; the least right stands in should that ever fail.
    let role = Role::from_key(&key).unwrap_or(Role::Auditor);
    let person = Person {
        id: row.get("id")?,
        login: row.get("login")?,
        name: row.get("name")?,
        role,
        role_label: role.label().into(),
        must_change: row.get("must_change")?,
    };
    Ok(Account {
        person,
        created_at: row.get("created_at")?,
        disabled_at: row.get("disabled_at")?,
        last_entry_at: row.get("last_entry_at")?,
    })
}
