//! Months that were opened, and the units that owe a report in them.
use chrono::NaiveDateTime;
use rusqlite::{OptionalExtension, Row, named_params};

use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;
use crate::registry::{Unit, UnitId};
use crate::reports::kinds::{ReportId, ReportRoundId};
use crate::reports::month::Month;

/// A month as it was opened.
#[derive(Debug, Clone)]
pub(in crate::reports) struct Opened {
    pub id: ReportRoundId,
    pub month: Month,
    pub limit_at: NaiveDateTime,
    pub opened_at: NaiveDateTime,
    pub opened_by: String,
    pub late_reason: String,
}

/// Opens a month.
pub(in crate::reports) fn insert(
    desk: &Desk<'_>,
    month: Month,
    limit: NaiveDateTime,
    reason: &str,
) -> Result<ReportRoundId> {
    let id: ReportRoundId = desk.new_id();
    desk.tx.execute(
        "INSERT INTO report_round (id, campaign, month, limit_at, opened_at, opened_by, late_reason)
         VALUES (:id, :campaign, :month, :limit, :now, :who, :reason)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":month": month, ":limit": limit, ":now": desk.now,
            ":who": desk.who.name, ":reason": reason,
        },
    )?;
    Ok(id)
}

/// Lays a report on a unit.
pub(in crate::reports) fn owe(
    desk: &Desk<'_>,
    round: ReportRoundId,
    month: Month,
    unit: &Unit,
    at: i64,
) -> Result<()> {
    let id: ReportId = desk.new_id();
    desk.tx.execute(
        "INSERT INTO report (id, campaign, round, month, unit, unit_name, unit_short, unit_kind, position, stage, since)
         VALUES (:id, :campaign, :round, :month, :unit, :name, :short, :kind, :at, 'waiting', :now)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":round": round, ":month": month, ":unit": unit.id,
            ":name": unit.name, ":short": unit.short, ":kind": unit.kind, ":at": at, ":now": desk.now,
        },
    )?;
    Ok(())
}

/// The month, if it was opened.
pub(in crate::reports) fn of(desk: &Desk<'_>, month: Month) -> Result<Option<Opened>> {
    let sql = "SELECT * FROM report_round WHERE campaign = :campaign AND month = :month";
    Ok(desk
        .tx
        .query_row(sql, named_params! {":campaign": desk.campaign.id, ":month": month}, read)
        .optional()?)
}

/// The opened months between two, both included, oldest first; at most fifty years.
pub(in crate::reports) fn between(desk: &Desk<'_>, from: Month, to: Month) -> Result<Vec<Opened>> {
    let sql = "SELECT * FROM report_round WHERE campaign = :campaign AND month BETWEEN :from AND :to
               ORDER BY month LIMIT 600";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows =
        query.query_map(named_params! {":campaign": desk.campaign.id, ":from": from, ":to": to}, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The years with an opened month, newest first.
pub(in crate::reports) fn years(desk: &Desk<'_>) -> Result<Vec<i32>> {
    let sql = "SELECT DISTINCT CAST(substr(month, 1, 4) AS INTEGER) AS year FROM report_round
               WHERE campaign = :campaign ORDER BY year DESC LIMIT 200";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":campaign": desk.campaign.id}, |row| row.get("year"))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The units that owe a report in a month.
pub(in crate::reports) fn units(desk: &Desk<'_>, month: Month) -> Result<Vec<UnitId>> {
    let sql =
        "SELECT unit FROM report WHERE campaign = :campaign AND month = :month ORDER BY position LIMIT 2000";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query
        .query_map(named_params! {":campaign": desk.campaign.id, ":month": month}, |row| row.get("unit"))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Opened> {
    Ok(Opened {
        id: row.get("id")?,
        month: row.get("month")?,
        limit_at: row.get("limit_at")?,
        opened_at: row.get("opened_at")?,
        opened_by: row.get("opened_by")?,
        late_reason: row.get("late_reason")?,
    })
}
