//! Rows of readers in circulation.
use chrono::NaiveDate;
use rusqlite::{Row, named_params};

use crate::documents::incoming::record::IncomingReader;
use crate::documents::kinds::{IncomingId, ReaderId};
use crate::documents::store::one;
use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;
use crate::registry::PersonId;

/// Writes a reader down, after those who are there.
pub(in crate::documents) fn add(
    desk: &Desk<'_>,
    paper: IncomingId,
    person: Option<PersonId>,
    name: &str,
    title: &str,
) -> Result<()> {
    let id: ReaderId = desk.new_id();
    desk.tx.execute(
        "INSERT INTO incoming_reader (id, campaign, incoming, position, person, name, title)
         VALUES (:id, :campaign, :incoming,
           (SELECT coalesce(max(position), 0) + 1 FROM incoming_reader WHERE incoming = :incoming),
           :person, :name, :title)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":incoming": paper, ":person": person, ":name": name,
            ":title": title,
        },
    )?;
    Ok(())
}

/// It goes to a reader.
pub(in crate::documents) fn send(
    desk: &Desk<'_>,
    paper: IncomingId,
    id: ReaderId,
    on: NaiveDate,
    back_by: NaiveDate,
) -> Result<()> {
    let sql = "UPDATE incoming_reader SET sent_on = :on, back_by = :back
               WHERE incoming = :incoming AND id = :id AND sent_on IS NULL AND removed_at IS NULL";
    one(desk.tx.execute(sql, named_params! {":on": on, ":back": back_by, ":incoming": paper, ":id": id})?)
}

/// It comes back.
pub(in crate::documents) fn take_back(
    desk: &Desk<'_>,
    paper: IncomingId,
    id: ReaderId,
    on: NaiveDate,
    words: &str,
) -> Result<()> {
    let sql = "UPDATE incoming_reader SET returned_on = :on, words = :words
               WHERE incoming = :incoming AND id = :id AND sent_on IS NOT NULL AND returned_on IS NULL";
    one(desk.tx.execute(sql, named_params! {":on": on, ":words": words, ":incoming": paper, ":id": id})?)
}

/// Takes a reader off who has not had it.
pub(in crate::documents) fn remove(desk: &Desk<'_>, paper: IncomingId, id: ReaderId) -> Result<()> {
    let sql = "UPDATE incoming_reader SET removed_at = :now
               WHERE incoming = :incoming AND id = :id AND sent_on IS NULL AND removed_at IS NULL";
    one(desk.tx.execute(sql, named_params! {":now": desk.now, ":incoming": paper, ":id": id})?)
}

/// Readers in order.
pub(in crate::documents) fn all(desk: &Desk<'_>, paper: IncomingId) -> Result<Vec<IncomingReader>> {
    let sql = "SELECT * FROM incoming_reader WHERE incoming = :incoming AND removed_at IS NULL ORDER BY position LIMIT 200";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":incoming": paper}, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<IncomingReader> {
    let (sent_on, returned_on): (Option<NaiveDate>, Option<NaiveDate>) =
        (row.get("sent_on")?, row.get("returned_on")?);
    let state = match (sent_on, returned_on) {
        (None, _) => "未送",
        (Some(_), None) => "在阅",
        (Some(_), Some(_)) => "已退",
    };
    Ok(IncomingReader {
        id: row.get("id")?,
        person: row.get("person")?,
        name: row.get("name")?,
        title: row.get("title")?,
        sent_on,
        back_by: row.get("back_by")?,
        returned_on,
        words: row.get("words")?,
        state_label: state.into(),
    })
}

/// Papers in a reader's hands: paper, title, kind, who has it, by when it should be back.
pub(in crate::documents) type Out =
    (IncomingId, String, crate::documents::incoming::flow::IncomingKind, String, NaiveDate);

/// All papers in readers' hands, the longest over first.
pub(in crate::documents) fn out(desk: &Desk<'_>) -> Result<Vec<Out>> {
    let sql = "SELECT i.id, i.title, i.kind, r.name, r.back_by FROM incoming_reader r JOIN incoming i ON i.id = r.incoming
               WHERE r.campaign = :campaign AND r.sent_on IS NOT NULL AND r.returned_on IS NULL
               ORDER BY r.back_by LIMIT 500";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":campaign": desk.campaign.id}, |row| {
        Ok((row.get("id")?, row.get("title")?, row.get("kind")?, row.get("name")?, row.get("back_by")?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
