//! Rows of the copies list: those added by hand, and from issue on everybody.
use chrono::NaiveDate;
use rusqlite::named_params;

use super::one;
use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;
use crate::meetings::copies::{MeetingCopy, MeetingCopyProposal};
use crate::meetings::kinds::{CopyBasis, CopyId, MeetingId, MinutesId};

/// Writes a line down.
pub(in crate::meetings) fn insert(
    desk: &Desk<'_>,
    minutes: MinutesId,
    position: i64,
    basis: CopyBasis,
    name: &str,
    reason: &str,
) -> Result<()> {
    let id: CopyId = desk.new_id();
    desk.tx.execute(
        "INSERT INTO meeting_copy (id, campaign, minutes, position, basis, name, reason)
         VALUES (:id, :campaign, :minutes, :position, :basis, :name, :reason)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":minutes": minutes, ":position": position, ":basis": basis,
            ":name": name, ":reason": reason,
        },
    )?;
    Ok(())
}

/// Takes a line off that was added by hand and is not frozen.
pub(in crate::meetings) fn remove(desk: &Desk<'_>, minutes: MinutesId, id: CopyId) -> Result<()> {
    let sql = "DELETE FROM meeting_copy WHERE id = :id AND minutes = :minutes AND basis = 'added' AND sent_on IS NULL";
    one(desk.tx.execute(sql, named_params! {":id": id, ":minutes": minutes})?)
}

/// Takes all lines off, before the whole list is frozen.
pub(in crate::meetings) fn clear(desk: &Desk<'_>, minutes: MinutesId) -> Result<()> {
    let sql = "DELETE FROM meeting_copy WHERE minutes = :minutes AND sent_on IS NULL";
    desk.tx.execute(sql, named_params! {":minutes": minutes})?;
    Ok(())
}

/// Records that it went out; `None` for everybody to whom it has not gone yet.
pub(in crate::meetings) fn send(
    desk: &Desk<'_>,
    minutes: MinutesId,
    copy: Option<CopyId>,
    on: NaiveDate,
    way: &str,
) -> Result<usize> {
    Ok(desk.tx.execute(
        "UPDATE meeting_copy SET sent_on = :on, way = :way
         WHERE minutes = :minutes AND sent_on IS NULL AND (:copy IS NULL OR id = :copy)",
        named_params! {":on": on, ":way": way, ":minutes": minutes, ":copy": copy},
    )?)
}

/// Records who received it.
pub(in crate::meetings) fn receive(
    desk: &Desk<'_>,
    minutes: MinutesId,
    copy: CopyId,
    on: NaiveDate,
    by: &str,
) -> Result<()> {
    one(desk.tx.execute(
        "UPDATE meeting_copy SET received_on = :on, received_by = :by
         WHERE minutes = :minutes AND id = :copy AND sent_on IS NOT NULL AND sent_on <= :on AND received_on IS NULL",
        named_params! {":on": on, ":by": by, ":minutes": minutes, ":copy": copy},
    )?)
}

/// Whom issued minutes of other meetings were sent to by hand where a unit answered for a decision that leads one of
/// this meeting too; the newest minutes first.
pub(in crate::meetings) fn added_before(
    desk: &Desk<'_>,
    meeting: MeetingId,
) -> Result<Vec<MeetingCopyProposal>> {
    let sql = "SELECT c.name, m.number, d.lead_short FROM meeting_copy c
               JOIN meeting_minutes m ON m.id = c.minutes AND m.stage = 'issued' AND m.meeting <> :meeting
               JOIN meeting_decision d ON d.meeting = m.meeting AND d.removed_at IS NULL
               WHERE c.campaign = :campaign AND c.basis = 'added' AND d.lead IN
                 (SELECT lead FROM meeting_decision WHERE meeting = :meeting AND removed_at IS NULL)
               ORDER BY m.issued_on DESC, m.number DESC, c.position, d.position LIMIT 200";
    let mut query = desk.tx.prepare_cached(sql)?;
    let given = named_params! {":meeting": meeting, ":campaign": desk.campaign.id};
    let rows = query.query_map(given, |row| {
        let (number, lead): (String, String) = (row.get("number")?, row.get("lead_short")?);
        let reason = format!("{number}纪要同样由{lead}牵头办理决定事项，曾抄送");
        Ok(MeetingCopyProposal { name: row.get("name")?, reason })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Lines in order.
pub(in crate::meetings) fn all(desk: &Desk<'_>, minutes: MinutesId) -> Result<Vec<MeetingCopy>> {
    let sql = "SELECT * FROM meeting_copy WHERE minutes = :minutes ORDER BY position, id LIMIT 1000";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":minutes": minutes}, |row| {
        let basis: CopyBasis = row.get("basis")?;
        Ok(MeetingCopy {
            id: Some(row.get("id")?),
            basis,
            basis_label: basis.label().into(),
            name: row.get("name")?,
            reason: row.get("reason")?,
            sent_on: row.get("sent_on")?,
            way: row.get("way")?,
            received_on: row.get("received_on")?,
            received_by: row.get("received_by")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
