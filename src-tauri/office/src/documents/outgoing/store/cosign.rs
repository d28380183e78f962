//! Opinions of other units on a draft (会签): written once.
use rusqlite::named_params;

use crate::documents::kinds::{LineId, OutgoingId};
use crate::documents::outgoing::record::OutgoingCosignature;
use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;

/// Writes one down.
pub(in crate::documents) fn add(
    desk: &Desk<'_>,
    outgoing: OutgoingId,
    one: &OutgoingCosignature,
    basis: &str,
) -> Result<()> {
    let id: LineId = desk.new_id();
    desk.tx.execute(
        "INSERT INTO outgoing_cosign (id, campaign, outgoing, text_version, unit, name, on_day, words, basis, recorded_by,
           recorded_at)
         VALUES (:id, :campaign, :outgoing, :text_version, :unit, :name, :on, :words, :basis, :by, :now)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":outgoing": outgoing, ":text_version": one.text_version,
            ":unit": one.unit, ":name": one.name, ":on": one.on, ":words": one.words, ":basis": basis,
            ":by": desk.who.name, ":now": desk.now,
        },
    )?;
    Ok(())
}

/// All of them, in order.
pub(in crate::documents) fn all(desk: &Desk<'_>, outgoing: OutgoingId) -> Result<Vec<OutgoingCosignature>> {
    let sql = "SELECT * FROM outgoing_cosign WHERE outgoing = :outgoing ORDER BY recorded_at, id LIMIT 200";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":outgoing": outgoing}, |row| {
        Ok(OutgoingCosignature {
            unit: row.get("unit")?,
            name: row.get("name")?,
            on: row.get("on_day")?,
            words: row.get("words")?,
            text_version: row.get("text_version")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
