//! Arrivals: written once, struck with a reason where they were entered by mistake.
use chrono::NaiveDateTime;
use rusqlite::{Row, named_params};

use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;
use crate::kernel::rows::one;
use crate::reports::kinds::{ReportArrivalId, ReportArrivalKind, ReportId};
use crate::reports::record::ReportArrival;

/// An arrival to be written down.
pub(in crate::reports) struct Coming<'a> {
    pub kind: ReportArrivalKind,
    pub at: NaiveDateTime,
    pub by_whom: &'a str,
    pub way: &'a str,
}

/// Writes an arrival down.
pub(in crate::reports) fn add(desk: &Desk<'_>, report: ReportId, coming: &Coming<'_>) -> Result<()> {
    let id: ReportArrivalId = desk.new_id();
    desk.tx.execute(
        "INSERT INTO report_arrival (id, campaign, report, kind, at, by_whom, way, recorded_at, recorded_by)
         VALUES (:id, :campaign, :report, :kind, :at, :by_whom, :way, :now, :who)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":report": report, ":kind": coming.kind, ":at": coming.at,
            ":by_whom": coming.by_whom, ":way": coming.way, ":now": desk.now, ":who": desk.who.name,
        },
    )?;
    Ok(())
}

/// Strikes an arrival that was entered by mistake.
pub(in crate::reports) fn strike(
    desk: &Desk<'_>,
    id: ReportArrivalId,
    report: ReportId,
    why: &str,
) -> Result<()> {
    one(desk.tx.execute(
        "UPDATE report_arrival SET struck_at = :now, struck_reason = :why
         WHERE id = :id AND report = :report AND struck_at IS NULL",
        named_params! {":now": desk.now, ":why": why, ":id": id, ":report": report},
    )?)
}

/// Arrivals of a report, oldest first.
pub(in crate::reports) fn of(desk: &Desk<'_>, report: ReportId) -> Result<Vec<ReportArrival>> {
    let sql = "SELECT * FROM report_arrival WHERE report = :report ORDER BY at, id LIMIT 500";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":report": report}, read)?;
    let mut arrivals: Vec<ReportArrival> = rows.collect::<rusqlite::Result<_>>()?;
    for kind in ReportArrivalKind::ALL {
        let mut counting =
            arrivals.iter_mut().filter(|one| one.kind == *kind && one.struck_reason.is_empty());
        if let Some(first) = counting.next() {
            first.first = true;
        }
    }
    Ok(arrivals)
}

fn read(row: &Row<'_>) -> rusqlite::Result<ReportArrival> {
    let kind: ReportArrivalKind = row.get("kind")?;
    Ok(ReportArrival {
        id: row.get("id")?,
        kind,
        kind_label: kind.label().into(),
        at: row.get("at")?,
        by_whom: row.get("by_whom")?,
        way: row.get("way")?,
        recorded_at: row.get("recorded_at")?,
        recorded_by: row.get("recorded_by")?,
        struck_reason: row.get("struck_reason")?,
        first: false,
    })
}
