//! Versions of the words: kept one after another, never changed.
use rusqlite::{Row, named_params};

use super::documents::words;
use crate::documents::kinds::{LineId, OutgoingId};
use crate::documents::outgoing::flow::OutgoingStage;
use crate::documents::outgoing::record::{OutgoingVersion, OutgoingWords};
use crate::documents::store::{found, json};
use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;

/// Keeps a version.
pub(in crate::documents) fn keep(
    desk: &Desk<'_>,
    outgoing: OutgoingId,
    n: u32,
    words: &OutgoingWords,
    stage: OutgoingStage,
    reason: &str,
) -> Result<()> {
    let id: LineId = desk.new_id();
    desk.tx.execute(
        "INSERT INTO outgoing_version (id, campaign, outgoing, n, kind, title, sent_to, copies_to, text, annexes, note,
           stage, reason, author, at)
         VALUES (:id, :campaign, :outgoing, :n, :kind, :title, :sent_to, :copies_to, :text, :annexes, :note,
           :stage, :reason, :author, :now)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":outgoing": outgoing, ":n": n, ":kind": words.kind,
            ":title": words.title, ":sent_to": json(&words.sent_to)?, ":copies_to": json(&words.copies_to)?,
            ":text": words.text, ":annexes": json(&words.annexes)?, ":note": words.note, ":stage": stage,
            ":reason": reason, ":author": desk.who.name, ":now": desk.now,
        },
    )?;
    Ok(())
}

/// All versions, oldest first.
pub(in crate::documents) fn all(desk: &Desk<'_>, outgoing: OutgoingId) -> Result<Vec<OutgoingVersion>> {
    let sql = "SELECT * FROM outgoing_version WHERE outgoing = :outgoing ORDER BY n LIMIT 1000";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":outgoing": outgoing}, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// One version.
pub(in crate::documents) fn get(desk: &Desk<'_>, outgoing: OutgoingId, n: u32) -> Result<OutgoingVersion> {
    let sql = "SELECT * FROM outgoing_version WHERE outgoing = :outgoing AND n = :n";
    found(desk.tx.query_row(sql, named_params! {":outgoing": outgoing, ":n": n}, read), "文稿版本")
}

fn read(row: &Row<'_>) -> rusqlite::Result<OutgoingVersion> {
    let (words, stage): (OutgoingWords, OutgoingStage) = (words(row)?, row.get("stage")?);
    let characters = words.text.chars().filter(|c| !c.is_whitespace()).count() as u32;
    Ok(OutgoingVersion {
        n: row.get("n")?,
        words,
        stage_label: stage.label().into(),
        reason: row.get("reason")?,
        author: row.get("author")?,
        at: row.get("at")?,
        characters,
    })
}
