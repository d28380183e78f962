//! Recipients of printed issues.
use chrono::NaiveDate;
use rusqlite::named_params;

use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;
use crate::kernel::rows::one;
use crate::reports::bulletins::kinds::{BulletinCopyBasis, BulletinCopyId, BulletinId};
use crate::reports::bulletins::record::BulletinCopy;

/// Writes a recipient down, after those who are there.
pub(in crate::reports) fn add(desk: &Desk<'_>, bulletin: BulletinId, copy: &BulletinCopy) -> Result<()> {
    desk.tx.execute(
        "INSERT INTO bulletin_copy (id, campaign, bulletin, position, basis, name, copies, reason)
         VALUES (:id, :campaign, :bulletin,
           (SELECT coalesce(max(position), 0) + 1 FROM bulletin_copy WHERE bulletin = :bulletin), :basis, :name, :copies, :reason)",
        named_params! {
            ":id": copy.id, ":campaign": desk.campaign.id, ":bulletin": bulletin, ":basis": copy.basis, ":name": copy.name,
            ":copies": copy.copies, ":reason": copy.reason,
        },
    )?;
    Ok(())
}

/// Records that it went out; `None` for everybody to whom it has not gone yet.
pub(in crate::reports) fn send(
    desk: &Desk<'_>,
    bulletin: BulletinId,
    copy: Option<BulletinCopyId>,
    on: NaiveDate,
    way: &str,
) -> Result<usize> {
    Ok(desk.tx.execute(
        "UPDATE bulletin_copy SET sent_on = :on, way = :way
         WHERE bulletin = :bulletin AND sent_on IS NULL AND (:copy IS NULL OR id = :copy)",
        named_params! {":on": on, ":way": way, ":bulletin": bulletin, ":copy": copy},
    )?)
}

/// Records who received it.
pub(in crate::reports) fn receive(
    desk: &Desk<'_>,
    bulletin: BulletinId,
    copy: BulletinCopyId,
    on: NaiveDate,
    by: &str,
) -> Result<()> {
    one(desk.tx.execute(
        "UPDATE bulletin_copy SET received_on = :on, received_by = :by
         WHERE bulletin = :bulletin AND id = :copy AND sent_on IS NOT NULL AND sent_on <= :on AND received_on IS NULL",
        named_params! {":on": on, ":by": by, ":bulletin": bulletin, ":copy": copy},
    )?)
}

/// All of them, in order.
pub(in crate::reports) fn all(desk: &Desk<'_>, bulletin: BulletinId) -> Result<Vec<BulletinCopy>> {
    let sql = "SELECT * FROM bulletin_copy WHERE bulletin = :bulletin ORDER BY position LIMIT 2000";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":bulletin": bulletin}, |row| {
        let basis: BulletinCopyBasis = row.get("basis")?;
        Ok(BulletinCopy {
            id: row.get("id")?,
            basis,
            basis_label: basis.label().into(),
            name: row.get("name")?,
            copies: row.get("copies")?,
            reason: row.get("reason")?,
            sent_on: row.get("sent_on")?,
            way: row.get("way")?,
            received_on: row.get("received_on")?,
            received_by: row.get("received_by")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
