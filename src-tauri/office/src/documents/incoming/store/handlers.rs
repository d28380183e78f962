//! Rows of hosts and helpers, and of urgings.
use chrono::NaiveDate;
use rusqlite::{Row, named_params};

use crate::documents::incoming::record::{HandlerRole, IncomingHandler, IncomingUrging};
use crate::documents::kinds::{HandlerId, IncomingId, LineId};
use crate::documents::store::one;
use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;
use crate::registry::UnitId;

/// Somebody on whom a paper is laid.
pub(in crate::documents) struct Laid<'a> {
    pub role: HandlerRole,
    pub unit: Option<UnitId>,
    pub name: &'a str,
    pub person: &'a str,
    pub on: NaiveDate,
    pub due_on: NaiveDate,
}

/// Writes a handler down.
pub(in crate::documents) fn add(desk: &Desk<'_>, paper: IncomingId, laid: &Laid<'_>) -> Result<()> {
    let id: HandlerId = desk.new_id();
    desk.tx.execute(
        "INSERT INTO incoming_handler (id, campaign, incoming, position, role, unit, name, person, assigned_on, due_on)
         VALUES (:id, :campaign, :incoming,
           (SELECT coalesce(max(position), 0) + 1 FROM incoming_handler WHERE incoming = :incoming),
           :role, :unit, :name, :person, :on, :due)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":incoming": paper, ":role": laid.role, ":unit": laid.unit,
            ":name": laid.name, ":person": laid.person, ":on": laid.on, ":due": laid.due_on,
        },
    )?;
    Ok(())
}

/// Takes off all who have not answered, before it is laid on others.
pub(in crate::documents) fn clear(desk: &Desk<'_>, paper: IncomingId) -> Result<usize> {
    let sql = "UPDATE incoming_handler SET removed_at = :now
               WHERE incoming = :incoming AND removed_at IS NULL AND answered_on IS NULL";
    Ok(desk.tx.execute(sql, named_params! {":now": desk.now, ":incoming": paper})?)
}

/// Writes an answer down.
pub(in crate::documents) fn answer(
    desk: &Desk<'_>,
    paper: IncomingId,
    id: HandlerId,
    on: NaiveDate,
    words: &str,
) -> Result<()> {
    let sql = "UPDATE incoming_handler SET answered_on = :on, answer = :words
               WHERE incoming = :incoming AND id = :id AND removed_at IS NULL";
    one(desk.tx.execute(sql, named_params! {":on": on, ":words": words, ":incoming": paper, ":id": id})?)
}

/// Handlers in order.
pub(in crate::documents) fn all(desk: &Desk<'_>, paper: IncomingId) -> Result<Vec<IncomingHandler>> {
    let sql = "SELECT h.*, (SELECT count(*) FROM incoming_urging u WHERE u.handler = h.id) AS urged
               FROM incoming_handler h WHERE incoming = :incoming AND removed_at IS NULL ORDER BY role = 'helper', position LIMIT 200";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":incoming": paper}, |row| read(desk, row))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn read(desk: &Desk<'_>, row: &Row<'_>) -> rusqlite::Result<IncomingHandler> {
    let role: HandlerRole = row.get("role")?;
    let (due_on, answered_on): (NaiveDate, Option<NaiveDate>) = (row.get("due_on")?, row.get("answered_on")?);
    Ok(IncomingHandler {
        id: row.get("id")?,
        role,
        role_label: role.label().into(),
        unit: row.get("unit")?,
        name: row.get("name")?,
        person: row.get("person")?,
        assigned_on: row.get("assigned_on")?,
        due_on,
        answered_on,
        answer: row.get("answer")?,
        urged: row.get("urged")?,
        overdue: answered_on.unwrap_or(desk.today()) > due_on,
    })
}

/// Writes an urging down.
pub(in crate::documents) fn urge(
    desk: &Desk<'_>,
    paper: IncomingId,
    handler: HandlerId,
    (on, answer_by): (NaiveDate, NaiveDate),
    way: &str,
    words: &str,
) -> Result<()> {
    let id: LineId = desk.new_id();
    desk.tx.execute(
        "INSERT INTO incoming_urging (id, campaign, incoming, handler, on_day, answer_by, way, words, recorded_by, recorded_at)
         VALUES (:id, :campaign, :incoming, :handler, :on, :answer_by, :way, :words, :by, :now)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":incoming": paper, ":handler": handler, ":on": on,
            ":answer_by": answer_by, ":way": way, ":words": words, ":by": desk.who.name, ":now": desk.now,
        },
    )?;
    Ok(())
}

/// Urgings of a paper, oldest first.
pub(in crate::documents) fn urgings(desk: &Desk<'_>, paper: IncomingId) -> Result<Vec<IncomingUrging>> {
    let sql = "SELECT u.*, h.name FROM incoming_urging u JOIN incoming_handler h ON h.id = u.handler
               WHERE u.incoming = :incoming ORDER BY u.on_day, u.id LIMIT 500";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":incoming": paper}, |row| {
        Ok(IncomingUrging {
            handler: row.get("handler")?,
            name: row.get("name")?,
            on: row.get("on_day")?,
            answer_by: row.get("answer_by")?,
            way: row.get("way")?,
            words: row.get("words")?,
            recorded_by: row.get("recorded_by")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Somebody who still owes an answer: paper, title, kind key, name, last day, day by which an urging wanted it.
pub(in crate::documents) struct Owing {
    pub paper: IncomingId,
    pub title: String,
    pub kind: crate::documents::incoming::flow::IncomingKind,
    pub name: String,
    pub due_on: NaiveDate,
    pub urged_by: Option<NaiveDate>,
}

/// Everybody who still owes an answer, the most pressing first.
pub(in crate::documents) fn owing(desk: &Desk<'_>) -> Result<Vec<Owing>> {
    let sql = "SELECT i.id, i.title, i.kind, h.name, h.due_on,
                 (SELECT max(answer_by) FROM incoming_urging u WHERE u.handler = h.id) AS urged_by
               FROM incoming i JOIN incoming_handler h ON h.incoming = i.id
               WHERE i.campaign = :campaign AND i.stage IN ('handling', 'answered') AND h.removed_at IS NULL
                 AND h.answered_on IS NULL ORDER BY h.due_on LIMIT 500";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":campaign": desk.campaign.id}, |row| {
        Ok(Owing {
            paper: row.get("id")?,
            title: row.get("title")?,
            kind: row.get("kind")?,
            name: row.get("name")?,
            due_on: row.get("due_on")?,
            urged_by: row.get("urged_by")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
