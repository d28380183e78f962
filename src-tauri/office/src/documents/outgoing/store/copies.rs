//! Recipients of printed documents.
use chrono::NaiveDate;
use rusqlite::{Row, named_params};

use crate::documents::kinds::{OutgoingCopyId, OutgoingId};
use crate::documents::outgoing::record::{OutgoingCopy, OutgoingCopyBasis};
use crate::documents::store::one;
use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;

/// Writes a recipient down, after those who are there.
pub(in crate::documents) fn add(desk: &Desk<'_>, outgoing: OutgoingId, copy: &OutgoingCopy) -> Result<()> {
    let id: OutgoingCopyId = desk.new_id();
    desk.tx.execute(
        "INSERT INTO outgoing_copy (id, campaign, outgoing, position, basis, name, reason, copies)
         VALUES (:id, :campaign, :outgoing,
           (SELECT coalesce(max(position), 0) + 1 FROM outgoing_copy WHERE outgoing = :outgoing),
           :basis, :name, :reason, :copies)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":outgoing": outgoing, ":basis": copy.basis,
            ":name": copy.name, ":reason": copy.reason, ":copies": copy.copies,
        },
    )?;
    Ok(())
}

/// Records that it went out; `None` for everybody to whom it has not gone yet.
pub(in crate::documents) fn send(
    desk: &Desk<'_>,
    outgoing: OutgoingId,
    copy: Option<OutgoingCopyId>,
    on: NaiveDate,
    way: &str,
) -> Result<usize> {
    Ok(desk.tx.execute(
        "UPDATE outgoing_copy SET sent_on = :on, way = :way
         WHERE outgoing = :outgoing AND sent_on IS NULL AND (:copy IS NULL OR id = :copy)",
        named_params! {":on": on, ":way": way, ":outgoing": outgoing, ":copy": copy},
    )?)
}

/// Records who received it.
pub(in crate::documents) fn receive(
    desk: &Desk<'_>,
    outgoing: OutgoingId,
    copy: OutgoingCopyId,
    on: NaiveDate,
    by: &str,
) -> Result<()> {
    one(desk.tx.execute(
        "UPDATE outgoing_copy SET received_on = :on, received_by = :by
         WHERE outgoing = :outgoing AND id = :copy AND sent_on IS NOT NULL AND sent_on <= :on AND received_on IS NULL",
        named_params! {":on": on, ":by": by, ":outgoing": outgoing, ":copy": copy},
    )?)
}

/// All of them, in order.
pub(in crate::documents) fn all(desk: &Desk<'_>, outgoing: OutgoingId) -> Result<Vec<OutgoingCopy>> {
    let sql = "SELECT * FROM outgoing_copy WHERE outgoing = :outgoing ORDER BY position LIMIT 2000";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":outgoing": outgoing}, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<OutgoingCopy> {
    let basis: OutgoingCopyBasis = row.get("basis")?;
    Ok(OutgoingCopy {
        id: Some(row.get("id")?),
        basis,
        basis_label: basis.label().into(),
        name: row.get("name")?,
        reason: row.get("reason")?,
        copies: row.get("copies")?,
        sent_on: row.get("sent_on")?,
        way: row.get("way")?,
        received_on: row.get("received_on")?,
        received_by: row.get("received_by")?,
    })
}

/// Documents with receipts that are not in: id, how many, the day of the earliest sending.
pub(in crate::documents) fn without_receipt(desk: &Desk<'_>) -> Result<Vec<(OutgoingId, u32, NaiveDate)>> {
    let sql = "SELECT c.outgoing, count(*) AS n, min(c.sent_on) AS first FROM outgoing_copy c
               JOIN outgoing o ON o.id = c.outgoing
               WHERE c.campaign = :campaign AND c.received_on IS NULL AND c.sent_on IS NOT NULL AND o.stage = 'printed'
               GROUP BY c.outgoing ORDER BY first LIMIT 200";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":campaign": desk.campaign.id}, |row| {
        Ok((row.get("outgoing")?, row.get("n")?, row.get("first")?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Printed documents with recipients to whom nothing has gone out: id and how many.
pub(in crate::documents) fn not_sent(desk: &Desk<'_>) -> Result<Vec<(OutgoingId, u32)>> {
    let sql = "SELECT c.outgoing, count(*) AS n FROM outgoing_copy c JOIN outgoing o ON o.id = c.outgoing
               WHERE c.campaign = :campaign AND c.sent_on IS NULL AND o.stage = 'printed'
               GROUP BY c.outgoing ORDER BY c.outgoing LIMIT 200";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":campaign": desk.campaign.id}, |row| {
        Ok((row.get("outgoing")?, row.get("n")?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
