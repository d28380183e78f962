//! Uses by a higher level (被上级采用): recorded from what the higher level printed, struck with a reason where wrong.
use chrono::NaiveDate;
use rusqlite::{Row, named_params};
use serde::Serialize;
use ts_rs::TS;

use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;
use crate::kernel::rows::one;
use crate::registry::UnitId;
use crate::reports::kinds::{ReportHigherId, ReportItemId};

/// A use by a higher level.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReportHigher {
    /// Id.
    pub id: ReportHigherId,
    /// Unit.
    pub unit: UnitId,
    /// Its short name.
    pub unit_short: String,
    /// The piece of its report, where it is known.
    pub item: Option<ReportItemId>,
    /// Title as printed there.
    pub title: String,
    /// 刊物 and issue.
    pub journal: String,
    /// Day.
    pub used_on: NaiveDate,
    /// What proves it; may be empty.
    pub evidence: String,
    /// By whom it was entered.
    pub recorded_by: String,
    /// Why it was struck; empty if it counts.
    pub struck_reason: String,
}

/// Writes one down.
pub(in crate::reports) fn add(desk: &Desk<'_>, new: &ReportHigher) -> Result<()> {
    desk.tx.execute(
        "INSERT INTO report_higher (id, campaign, unit, unit_short, item, title, journal, used_on, evidence, recorded_by, recorded_at)
         VALUES (:id, :campaign, :unit, :short, :item, :title, :journal, :on, :evidence, :who, :now)",
        named_params! {
            ":id": new.id, ":campaign": desk.campaign.id, ":unit": new.unit, ":short": new.unit_short, ":item": new.item,
            ":title": new.title, ":journal": new.journal, ":on": new.used_on, ":evidence": new.evidence,
            ":who": desk.who.name, ":now": desk.now,
        },
    )?;
    Ok(())
}

/// Strikes one.
pub(in crate::reports) fn strike(desk: &Desk<'_>, id: ReportHigherId, why: &str) -> Result<()> {
    let sql = "UPDATE report_higher SET struck_at = :now, struck_reason = :why
               WHERE id = :id AND campaign = :campaign AND struck_at IS NULL";
    one(desk.tx.execute(
        sql,
        named_params! {":now": desk.now, ":why": why, ":id": id, ":campaign": desk.campaign.id},
    )?)
}

/// Uses between two days, newest first.
pub(in crate::reports) fn between(
    desk: &Desk<'_>,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<ReportHigher>> {
    let sql = "SELECT * FROM report_higher WHERE campaign = :campaign AND used_on BETWEEN :from AND :to
               ORDER BY used_on DESC, id DESC LIMIT 5000";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows =
        query.query_map(named_params! {":campaign": desk.campaign.id, ":from": from, ":to": to}, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<ReportHigher> {
    Ok(ReportHigher {
        id: row.get("id")?,
        unit: row.get("unit")?,
        unit_short: row.get("unit_short")?,
        item: row.get("item")?,
        title: row.get("title")?,
        journal: row.get("journal")?,
        used_on: row.get("used_on")?,
        evidence: row.get("evidence")?,
        recorded_by: row.get("recorded_by")?,
        struck_reason: row.get("struck_reason")?,
    })
}
