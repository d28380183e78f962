//! Reminders (催报): each with its number, never changed.
use chrono::NaiveDate;
use rusqlite::named_params;

use crate::kernel::desk::Desk;
use crate::kernel::numbering::Given;
use crate::kernel::refusal::Result;
use crate::reports::kinds::{ReportId, ReportReminderId};
use crate::reports::record::ReportReminderRow;

/// A reminder to be written down.
pub(in crate::reports) struct Urging<'a> {
    pub n: u32,
    pub given: &'a Given,
    pub on: NaiveDate,
    pub new_due: NaiveDate,
    pub way: &'a str,
    pub person: &'a str,
    pub missing: &'a [String],
    pub words: &'a str,
}

/// Writes a reminder down.
pub(in crate::reports) fn add(desk: &Desk<'_>, report: ReportId, urging: &Urging<'_>) -> Result<()> {
    let id: ReportReminderId = desk.new_id();
    desk.tx.execute(
        "INSERT INTO report_reminder (id, campaign, report, n, number, number_id, on_day, new_due, way, person, missing, words,
           recorded_by, recorded_at)
         VALUES (:id, :campaign, :report, :n, :number, :number_id, :on, :new_due, :way, :person, :missing, :words, :who, :now)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":report": report, ":n": urging.n, ":number": urging.given.text,
            ":number_id": urging.given.id, ":on": urging.on, ":new_due": urging.new_due, ":way": urging.way,
            ":person": urging.person, ":missing": serde_json::to_string(urging.missing)?, ":words": urging.words,
            ":who": desk.who.name, ":now": desk.now,
        },
    )?;
    Ok(())
}

/// Reminders of a report, oldest first.
pub(in crate::reports) fn of(desk: &Desk<'_>, report: ReportId) -> Result<Vec<ReportReminderRow>> {
    let sql = "SELECT * FROM report_reminder WHERE report = :report ORDER BY n LIMIT 200";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":report": report}, |row| {
        let missing: String = row.get("missing")?;
        Ok(ReportReminderRow {
            id: row.get("id")?,
            n: row.get("n")?,
            number: row.get("number")?,
            on: row.get("on_day")?,
            new_due: row.get("new_due")?,
            way: row.get("way")?,
            person: row.get("person")?,
            missing: serde_json::from_str(&missing).unwrap_or_default(),
            words: row.get("words")?,
            recorded_by: row.get("recorded_by")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
