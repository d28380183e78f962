//! Units, their dated names and memberships.
use chrono::NaiveDate;
use rusqlite::{Row, named_params};

use super::one;
use crate::kernel::desk::Desk;
use crate::kernel::people_words::initials;
use crate::kernel::refusal::{Refusal, Result};
use crate::registry::unit::{Unit, UnitId, UnitKind, UnitName, UnitNameId, UnitTerm, UnitTermId};

/// What is stored of a unit besides name and membership.
pub(in crate::registry) struct Facts<'a> {
    pub kind: UnitKind,
    pub order: i64,
    pub trade: &'a str,
    pub address: &'a str,
    pub phone: &'a str,
}

/// Units as of a day. With `left`, also those that are not in the group on that day.
pub(in crate::registry) fn on(desk: &Desk<'_>, day: NaiveDate, left: bool, words: &str) -> Result<Vec<Unit>> {
    list(desk, day, left, words, None)
}

/// One unit with the name of a day.
pub(in crate::registry) fn get(desk: &Desk<'_>, id: UnitId, day: NaiveDate) -> Result<Unit> {
    list(desk, day, true, "", Some(id))?.pop().ok_or_else(|| Refusal::not_found("单位"))
}

fn list(desk: &Desk<'_>, day: NaiveDate, left: bool, words: &str, unit: Option<UnitId>) -> Result<Vec<Unit>> {
    let mut query = desk.tx.prepare_cached(include_str!("../sql/units.sql"))?;
    let given = named_params! {":campaign": desk.campaign.id, ":day": day, ":left": left, ":words": words, ":unit": unit};
    Ok(query.query_map(given, read)?.collect::<rusqlite::Result<_>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Unit> {
    let kind: UnitKind = row.get("kind")?;
    Ok(Unit {
        id: row.get("id")?,
        name: row.get("name")?,
        short: row.get("short")?,
        kind,
        kind_label: kind.label().into(),
        order: row.get("position")?,
        trade: row.get("trade")?,
        address: row.get("address")?,
        phone: row.get("phone")?,
        joined_on: row.get("joined_on")?,
        left_on: row.get("left_on")?,
        left_reason: row.get("left_reason")?,
        version: row.get("version")?,
    })
}

/// Every name of a unit, newest first.
pub(in crate::registry) fn names(desk: &Desk<'_>, unit: UnitId) -> Result<Vec<UnitName>> {
    let sql = "SELECT name, short, from_on, to_on FROM registry_unit_name WHERE unit = :unit
               ORDER BY from_on DESC LIMIT 200";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":unit": unit}, |row| {
        Ok(UnitName {
            name: row.get("name")?,
            short: row.get("short")?,
            from: row.get("from_on")?,
            to: row.get("to_on")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Every membership of a unit, newest first.
pub(in crate::registry) fn terms(desk: &Desk<'_>, unit: UnitId) -> Result<Vec<UnitTerm>> {
    let sql = "SELECT from_on, to_on, reason FROM registry_unit_term WHERE unit = :unit ORDER BY from_on DESC LIMIT 200";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":unit": unit}, |row| {
        Ok(UnitTerm { from: row.get("from_on")?, to: row.get("to_on")?, reason: row.get("reason")? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The other unit that bears this name or short name on the day or later, with whether it has left.
pub(in crate::registry) fn bearer(
    desk: &Desk<'_>,
    words: &str,
    from: NaiveDate,
    but: Option<UnitId>,
) -> Result<Option<(String, bool)>> {
    let sql = "SELECT n.name, NOT EXISTS (SELECT 1 FROM registry_unit_term t
                                          WHERE t.unit = n.unit AND t.to_on IS NULL) AS gone
               FROM registry_unit_name n
               WHERE n.campaign = :campaign AND (n.name = :words OR n.short = :words)
                 AND (n.to_on IS NULL OR n.to_on > :from) AND (:but IS NULL OR n.unit <> :but) LIMIT 1";
    let mut query = desk.tx.prepare_cached(sql)?;
    let given = named_params! {":campaign": desk.campaign.id, ":words": words, ":from": from, ":but": but};
    let mut found = query.query_map(given, |row| Ok((row.get("name")?, row.get("gone")?)))?;
    Ok(found.next().transpose()?)
}

/// The place after the last one of this kind.
pub(in crate::registry) fn next_order(desk: &Desk<'_>, kind: UnitKind) -> Result<i64> {
    let sql = "SELECT COALESCE(max(position), 0) + 1 AS next FROM registry_unit WHERE campaign = :campaign AND kind = :kind";
    Ok(desk.tx.query_row(sql, named_params! {":campaign": desk.campaign.id, ":kind": kind}, |row| {
        row.get("next")
    })?)
}

/// Writes a new unit.
pub(in crate::registry) fn insert(desk: &Desk<'_>, id: UnitId, facts: &Facts<'_>) -> Result<()> {
    let sql = "INSERT INTO registry_unit (id, campaign, kind, position, trade, address, phone)
               VALUES (:id, :campaign, :kind, :position, :trade, :address, :phone)";
    desk.tx.prepare_cached(sql)?.execute(named_params! {
        ":id": id, ":campaign": desk.campaign.id, ":kind": facts.kind, ":position": facts.order,
        ":trade": facts.trade, ":address": facts.address, ":phone": facts.phone,
    })?;
    Ok(())
}

/// Corrects a unit; counts as its one change of this version.
pub(in crate::registry) fn update(
    desk: &Desk<'_>,
    id: UnitId,
    version: i64,
    facts: &Facts<'_>,
) -> Result<()> {
    let sql =
        "UPDATE registry_unit SET kind = :kind, position = :position, trade = :trade, address = :address,
                 phone = :phone, version = version + 1 WHERE id = :id AND version = :version";
    one(desk.tx.execute(
        sql,
        named_params! {
            ":id": id, ":version": version, ":kind": facts.kind, ":position": facts.order,
            ":trade": facts.trade, ":address": facts.address, ":phone": facts.phone,
        },
    )?)
}

/// Marks a change of a unit's names or membership.
pub(in crate::registry) fn touch(desk: &Desk<'_>, id: UnitId, version: i64) -> Result<()> {
    let sql = "UPDATE registry_unit SET version = version + 1 WHERE id = :id AND version = :version";
    one(desk.tx.execute(sql, named_params! {":id": id, ":version": version})?)
}

/// Opens a name from a day on.
pub(in crate::registry) fn open_name(
    desk: &Desk<'_>,
    unit: UnitId,
    name: &str,
    short: &str,
    from: NaiveDate,
) -> Result<()> {
    let sql = "INSERT INTO registry_unit_name (id, campaign, unit, name, short, initials, from_on)
               VALUES (:id, :campaign, :unit, :name, :short, :initials, :from)";
    let found_by = format!("{} {}", initials(name), initials(short));
    desk.tx.prepare_cached(sql)?.execute(named_params! {
        ":id": desk.new_id::<UnitNameId>(), ":campaign": desk.campaign.id, ":unit": unit,
        ":name": name, ":short": short, ":initials": found_by, ":from": from,
    })?;
    Ok(())
}

/// Closes the open name on a day.
pub(in crate::registry) fn close_name(desk: &Desk<'_>, unit: UnitId, to: NaiveDate) -> Result<()> {
    let sql =
        "UPDATE registry_unit_name SET to_on = :to WHERE unit = :unit AND to_on IS NULL AND from_on < :to";
    one(desk.tx.execute(sql, named_params! {":unit": unit, ":to": to})?)
}

/// Corrects the open name as it should have been from its first day.
pub(in crate::registry) fn correct_name(
    desk: &Desk<'_>,
    unit: UnitId,
    name: &str,
    short: &str,
) -> Result<()> {
    let sql = "UPDATE registry_unit_name SET name = :name, short = :short, initials = :initials
               WHERE unit = :unit AND to_on IS NULL";
    let found_by = format!("{} {}", initials(name), initials(short));
    one(desk
        .tx
        .execute(sql, named_params! {":unit": unit, ":name": name, ":short": short, ":initials": found_by})?)
}

/// Opens a membership.
pub(in crate::registry) fn open_term(desk: &Desk<'_>, unit: UnitId, from: NaiveDate) -> Result<()> {
    let sql =
        "INSERT INTO registry_unit_term (id, campaign, unit, from_on) VALUES (:id, :campaign, :unit, :from)";
    desk.tx.prepare_cached(sql)?.execute(named_params! {
        ":id": desk.new_id::<UnitTermId>(), ":campaign": desk.campaign.id, ":unit": unit, ":from": from,
    })?;
    Ok(())
}

/// Ends the open membership.
pub(in crate::registry) fn close_term(
    desk: &Desk<'_>,
    unit: UnitId,
    to: NaiveDate,
    reason: &str,
) -> Result<()> {
    let sql = "UPDATE registry_unit_term SET to_on = :to, reason = :reason
               WHERE unit = :unit AND to_on IS NULL AND from_on < :to";
    one(desk.tx.execute(sql, named_params! {":unit": unit, ":to": to, ":reason": reason})?)
}

/// Corrects the first day of the first membership and of the first name, which began together.
pub(in crate::registry) fn correct_joined(desk: &Desk<'_>, unit: UnitId, from: NaiveDate) -> Result<()> {
    for table in ["registry_unit_term", "registry_unit_name"] {
        let sql = format!(
            "UPDATE {table} SET from_on = :from WHERE unit = :unit
             AND from_on = (SELECT min(from_on) FROM {table} WHERE unit = :unit)"
        );
        one(desk.tx.execute(&sql, named_params! {":unit": unit, ":from": from})?)?;
    }
    Ok(())
}
