//! The record of a meeting (记录): who did what, when, in words.
use rusqlite::named_params;

use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;
use crate::meetings::kinds::{LineId, MeetingId};
use crate::meetings::record::MeetingEvent;

/// Notes what was done; `step` is the stage reached, or empty.
pub(in crate::meetings) fn note(
    desk: &Desk<'_>,
    meeting: MeetingId,
    what: &str,
    step: &str,
    words: &str,
) -> Result<()> {
    let id: LineId = desk.new_id();
    desk.tx.execute(
        "INSERT INTO meeting_event (id, campaign, meeting, at, who, what, step, words)
         VALUES (:id, :campaign, :meeting, :now, :who, :what, :step, :words)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":meeting": meeting, ":now": desk.now, ":who": desk.who.name,
            ":what": what, ":step": step, ":words": words,
        },
    )?;
    Ok(())
}

/// An event with the stage it reached.
pub(in crate::meetings) struct Reached {
    pub step: String,
    pub event: MeetingEvent,
}

/// Everything that was done, newest first.
pub(in crate::meetings) fn all(desk: &Desk<'_>, meeting: MeetingId) -> Result<Vec<Reached>> {
    let sql = "SELECT at, who, what, step, words FROM meeting_event WHERE meeting = :meeting
               ORDER BY at DESC, id DESC LIMIT 2000";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":meeting": meeting}, |row| {
        let event = MeetingEvent {
            at: row.get("at")?,
            who: row.get("who")?,
            what: row.get("what")?,
            words: row.get("words")?,
        };
        Ok(Reached { step: row.get("step")?, event })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
