//! Months (第九条): how many joint meetings each has, and why one has none.
use std::collections::BTreeMap;

use rusqlite::named_params;

use crate::kernel::desk::Desk;
use crate::kernel::refusal::{Refusal, Result};
use crate::meetings::rules::MonthFacts;

/// Why a month was closed without a meeting.
pub(in crate::meetings) struct Closed {
    pub reason: String,
    pub by: String,
}

/// Joint meetings of a year by month.
pub(in crate::meetings) fn facts(desk: &Desk<'_>, year: i32) -> Result<BTreeMap<u32, MonthFacts>> {
    let sql = "SELECT CAST(substr(coalesce(held_at, planned_at), 6, 2) AS INTEGER) AS month,
                 sum(stage IN ('held', 'closed')) AS held, sum(stage IN ('planned', 'notified', 'postponed')) AS planned
               FROM meeting WHERE campaign = :campaign AND kind = 'joint'
                 AND substr(coalesce(held_at, planned_at), 1, 4) = :year GROUP BY month LIMIT 12";
    let mut query = desk.tx.prepare_cached(sql)?;
    let given = named_params! {":campaign": desk.campaign.id, ":year": format!("{year:04}")};
    let rows = query.query_map(given, |row| {
        let facts = MonthFacts { held: row.get("held")?, planned: row.get("planned")?, closed: false };
        Ok((row.get("month")?, facts))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Months of a year that were closed with a reason.
pub(in crate::meetings) fn closed(desk: &Desk<'_>, year: i32) -> Result<BTreeMap<u32, Closed>> {
    let sql = "SELECT month, reason, closed_by FROM meeting_month WHERE campaign = :campaign AND year = :year LIMIT 12";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":campaign": desk.campaign.id, ":year": year}, |row| {
        Ok((row.get("month")?, Closed { reason: row.get("reason")?, by: row.get("closed_by")? }))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Closes a month with a reason.
pub(in crate::meetings) fn close(desk: &Desk<'_>, year: i32, month: u32, reason: &str) -> Result<()> {
    let changed = desk.tx.execute(
        "INSERT INTO meeting_month (campaign, year, month, reason, closed_at, closed_by)
         VALUES (:campaign, :year, :month, :reason, :now, :by) ON CONFLICT DO NOTHING",
        named_params! {
            ":campaign": desk.campaign.id, ":year": year, ":month": month, ":reason": reason, ":now": desk.now,
            ":by": desk.who.name,
        },
    )?;
    if changed == 1 {
        Ok(())
    } else {
        Err(Refusal::refused("这个月已经登记过不召开会议的说明。"))
    }
}
