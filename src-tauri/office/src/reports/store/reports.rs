//! Units' reports of months: lines with their first arrivals, and the changes of one.
use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::{Row, named_params};

use crate::kernel::desk::Desk;
use crate::kernel::people_words::initials;
use crate::kernel::refusal::Result;
use crate::kernel::rows::{found, one};
use crate::registry::{UnitId, UnitKind};
use crate::reports::flow::ReportStage;
use crate::reports::kinds::{ReportId, ReportStatus, ReportStepId};
use crate::reports::month::Month;
use crate::reports::record::{Report, ReportEvent};
use crate::reports::rule::{self, There};

/// First arrivals that were not struck, pieces in force, uses in numbered issues, reminders.
const SELECT: &str = "SELECT r.*, o.limit_at,
    (SELECT min(at) FROM report_arrival a WHERE a.report = r.id AND a.kind = 'paper' AND a.struck_at IS NULL) AS paper_at,
    (SELECT min(at) FROM report_arrival a WHERE a.report = r.id AND a.kind = 'file' AND a.struck_at IS NULL) AS file_at,
    (SELECT count(*) FROM report_item i WHERE i.report = r.id AND i.replaced_at IS NULL) AS items,
    (SELECT count(DISTINCT i.id) FROM report_item i JOIN bulletin_source s ON s.report_item = i.id
       JOIN bulletin b ON b.id = s.bulletin WHERE i.report = r.id AND b.stage IN ('signed', 'issued')) AS used,
    (SELECT count(*) FROM report_reminder m WHERE m.report = r.id) AS reminders
  FROM report r JOIN report_round o ON o.id = r.round";

/// The reports of a month in the order of units; at most 2000.
pub(in crate::reports) fn of_month(desk: &Desk<'_>, month: Month) -> Result<Vec<Report>> {
    let sql = format!(
        "{SELECT} WHERE r.campaign = :campaign AND r.month = :month ORDER BY r.position, r.id LIMIT 2000"
    );
    let mut query = desk.tx.prepare_cached(&sql)?;
    let rows = query
        .query_map(named_params! {":campaign": desk.campaign.id, ":month": month}, |row| read(desk, row))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// One report.
pub(in crate::reports) fn get(desk: &Desk<'_>, id: ReportId) -> Result<Report> {
    let sql = format!("{SELECT} WHERE r.campaign = :campaign AND r.id = :id");
    let given = named_params! {":campaign": desk.campaign.id, ":id": id};
    found(desk.tx.query_row(&sql, given, |row| read(desk, row)), "单位报送")
}

/// The report of a unit in a month.
pub(in crate::reports) fn of_unit(desk: &Desk<'_>, month: Month, unit: UnitId) -> Result<Option<Report>> {
    use rusqlite::OptionalExtension;
    let sql = format!("{SELECT} WHERE r.campaign = :campaign AND r.month = :month AND r.unit = :unit");
    let given = named_params! {":campaign": desk.campaign.id, ":month": month, ":unit": unit};
    Ok(desk.tx.query_row(&sql, given, |row| read(desk, row)).optional()?)
}

/// What the rule needs of a report, without its texts.
#[derive(Debug, Clone)]
pub(in crate::reports) struct Judged {
    pub id: ReportId,
    pub unit: UnitId,
    pub month: Month,
    pub status: ReportStatus,
    pub items: u32,
}

/// Every report between two months with its status: three queries over whole tables, so that ten years stay quick.
pub(in crate::reports) fn judged(desk: &Desk<'_>, from: Month, to: Month) -> Result<Vec<Judged>> {
    let given = named_params! {":campaign": desk.campaign.id, ":from": from, ":to": to};
    let sql =
        "SELECT a.report, a.kind, min(a.at) AS at FROM report_arrival a JOIN report r ON r.id = a.report
               WHERE r.campaign = :campaign AND r.month BETWEEN :from AND :to AND a.struck_at IS NULL
               GROUP BY a.report, a.kind LIMIT 200000";
    let mut first: BTreeMap<(String, bool), NaiveDateTime> = BTreeMap::new();
    let mut query = desk.tx.prepare_cached(sql)?;
    let mut rows = query.query(given)?;
    while let Some(row) = rows.next()? {
        let kind: String = row.get("kind")?;
        first.insert((row.get("report")?, kind == "paper"), row.get("at")?);
    }
    let sql = "SELECT r.id, r.unit, r.month, r.reviewed_on, r.released, o.limit_at,
                 (SELECT count(*) FROM report_item i WHERE i.report = r.id AND i.replaced_at IS NULL) AS items
               FROM report r JOIN report_round o ON o.id = r.round
               WHERE r.campaign = :campaign AND r.month BETWEEN :from AND :to ORDER BY r.month, r.position LIMIT 200000";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(given, |row| {
        let id: String = row.get("id")?;
        let released: String = row.get("released")?;
        let there = There {
            paper: first.get(&(id.clone(), true)).copied(),
            file: first.get(&(id, false)).copied(),
            reviewed: row.get("reviewed_on")?,
            released: !released.is_empty(),
        };
        Ok(Judged {
            id: row.get("id")?,
            unit: row.get("unit")?,
            month: row.get("month")?,
            status: rule::judge(&desk.profile.reports, &there, row.get("limit_at")?, desk.now),
            items: row.get("items")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Short names of units as the latest of these months has them, in the order of units of that month.
pub(in crate::reports) fn names(
    desk: &Desk<'_>,
    from: Month,
    to: Month,
) -> Result<Vec<(UnitId, String, UnitKind)>> {
    let sql = "SELECT r.unit, r.unit_short, r.unit_kind, max(r.month) AS newest, r.position FROM report r
               WHERE r.campaign = :campaign AND r.month BETWEEN :from AND :to GROUP BY r.unit
               ORDER BY CASE r.unit_kind WHEN 'member' THEN 0 WHEN 'county' THEN 1 ELSE 2 END, r.position LIMIT 2000";
    let mut query = desk.tx.prepare_cached(sql)?;
    let given = named_params! {":campaign": desk.campaign.id, ":from": from, ":to": to};
    let rows = query
        .query_map(given, |row| Ok((row.get("unit")?, row.get("unit_short")?, row.get("unit_kind")?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Moves a report on; stale if it is not where it was seen.
pub(in crate::reports) fn move_stage(
    desk: &Desk<'_>,
    report: &Report,
    version: i64,
    to: ReportStage,
) -> Result<()> {
    one(desk.tx.execute(
        "UPDATE report SET stage = :to, since = :now, version = version + 1
         WHERE id = :id AND version = :version AND stage = :from",
        named_params! {":to": to, ":now": desk.now, ":id": report.id, ":version": version, ":from": report.stage},
    )?)
}

/// The leader's review.
pub(in crate::reports) fn review(
    desk: &Desk<'_>,
    id: ReportId,
    by: &str,
    on: Option<NaiveDate>,
) -> Result<()> {
    let sql = "UPDATE report SET reviewer = :by, reviewed_on = :on, version = version + 1 WHERE id = :id";
    one(desk.tx.execute(sql, named_params! {":by": by, ":on": on, ":id": id})?)
}

/// The information officer, as the report names them.
pub(in crate::reports) fn officer(desk: &Desk<'_>, id: ReportId, name: &str, phone: &str) -> Result<()> {
    let sql = "UPDATE report SET officer = :name, phone = :phone, version = version + 1 WHERE id = :id";
    one(desk.tx.execute(sql, named_params! {":name": name, ":phone": phone, ":id": id})?)
}

/// Says that it owes nothing, or takes that back with empty words.
pub(in crate::reports) fn release(desk: &Desk<'_>, id: ReportId, why: &str) -> Result<()> {
    let sql = "UPDATE report SET released = :why, version = version + 1 WHERE id = :id";
    one(desk.tx.execute(sql, named_params! {":why": why, ":id": id})?)
}

/// Notes what was done.
pub(in crate::reports) fn note(desk: &Desk<'_>, report: ReportId, what: &str, words: &str) -> Result<()> {
    let id: ReportStepId = desk.new_id();
    desk.tx.execute(
        "INSERT INTO report_step (id, campaign, report, at, who, what, words)
         VALUES (:id, :campaign, :report, :now, :who, :what, :words)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":report": report, ":now": desk.now, ":who": desk.who.name,
            ":what": what, ":words": words,
        },
    )?;
    Ok(())
}

/// History, newest first.
pub(in crate::reports) fn events(desk: &Desk<'_>, report: ReportId) -> Result<Vec<ReportEvent>> {
    let sql = "SELECT at, who, what, words FROM report_step WHERE report = :report ORDER BY at DESC, id DESC LIMIT 500";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":report": report}, |row| {
        Ok(ReportEvent {
            at: row.get("at")?,
            who: row.get("who")?,
            what: row.get("what")?,
            words: row.get("words")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn read(desk: &Desk<'_>, row: &Row<'_>) -> rusqlite::Result<Report> {
    let (stage, kind): (ReportStage, UnitKind) = (row.get("stage")?, row.get("unit_kind")?);
    let (month, short): (Month, String) = (row.get("month")?, row.get("unit_short")?);
    let released: String = row.get("released")?;
    let there = There {
        paper: row.get("paper_at")?,
        file: row.get("file_at")?,
        reviewed: row.get("reviewed_on")?,
        released: !released.is_empty(),
    };
    let rules = &desk.profile.reports;
    let status = rule::judge(rules, &there, row.get("limit_at")?, desk.now);
    let missing = if there.released { Vec::new() } else { rule::missing(rules, &there) };
    Ok(Report {
        id: row.get("id")?,
        version: row.get("version")?,
        month,
        month_label: month.label(),
        unit: row.get("unit")?,
        unit_name: row.get("unit_name")?,
        initials: initials(&short),
        unit_short: short,
        kind_label: kind.label().into(),
        position: row.get("position")?,
        stage,
        stage_label: stage.label().into(),
        status,
        status_label: status.label().into(),
        missing: missing.into_iter().map(str::to_owned).collect(),
        paper_at: there.paper,
        file_at: there.file,
        reviewer: row.get("reviewer")?,
        reviewed_on: there.reviewed,
        officer: row.get("officer")?,
        phone: row.get("phone")?,
        released,
        items: row.get("items")?,
        used: row.get("used")?,
        reminders: row.get("reminders")?,
    })
}
