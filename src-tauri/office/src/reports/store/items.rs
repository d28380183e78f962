//! Pieces of reports as their units wrote them, with where they were used.
use rusqlite::{Row, named_params};

use crate::kernel::desk::Desk;
use crate::kernel::refusal::{Refusal, Result};
use crate::reports::kinds::{ReportId, ReportItemId, ReportPart, ReportQuality};
use crate::reports::month::Month;
use crate::reports::record::{ReportItem, ReportPiece, ReportUse};

/// Puts pieces in the place of those in force; pieces that are the same stay, so that their uses stay theirs.
pub(in crate::reports) fn replace(
    desk: &Desk<'_>,
    report: ReportId,
    pieces: &[ReportPiece],
    source: &str,
) -> Result<()> {
    let mut before: Vec<ReportItem> =
        of(desk, report)?.into_iter().filter(|one| one.replaced_at.is_none()).collect();
    let mut n = 0;
    for piece in pieces {
        n += 1;
        let same = |one: &ReportItem| {
            (one.part, one.quality, one.title.as_str(), one.text.as_str())
                == (piece.part, piece.quality, piece.title.as_str(), piece.text.as_str())
        };
        match before.iter().position(same) {
            Some(at) => drop(before.remove(at)),
            None => insert(desk, report, n, piece, source)?,
        }
    }
    for gone in before {
        let sql = "UPDATE report_item SET replaced_at = :now WHERE id = :id AND replaced_at IS NULL";
        desk.tx.execute(sql, named_params! {":now": desk.now, ":id": gone.id})?;
    }
    Ok(())
}

fn insert(desk: &Desk<'_>, report: ReportId, n: i64, piece: &ReportPiece, source: &str) -> Result<()> {
    let id: ReportItemId = desk.new_id();
    desk.tx.execute(
        "INSERT INTO report_item (id, campaign, report, n, part, quality, title, text, entered_at, entered_by, source)
         VALUES (:id, :campaign, :report, :n, :part, :quality, :title, :text, :now, :who, :source)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":report": report, ":n": n, ":part": piece.part,
            ":quality": piece.quality, ":title": piece.title, ":text": piece.text, ":now": desk.now,
            ":who": desk.who.name, ":source": source,
        },
    )?;
    Ok(())
}

const SELECT: &str =
    "SELECT i.*, r.month, r.unit, r.unit_short FROM report_item i JOIN report r ON r.id = i.report";
/// Parts in the order of the article.
const IN_ORDER: &str = "instr('progress plan innovation event suggestion', i.part), i.n, i.id";

/// Pieces of a report, those in force first.
pub(in crate::reports) fn of(desk: &Desk<'_>, report: ReportId) -> Result<Vec<ReportItem>> {
    let sql = format!(
        "{SELECT} WHERE i.report = :report ORDER BY i.replaced_at IS NOT NULL, i.replaced_at, {IN_ORDER} LIMIT 500"
    );
    let mut query = desk.tx.prepare_cached(&sql)?;
    let rows = query.query_map(named_params! {":report": report}, read)?;
    let items: Vec<ReportItem> = rows.collect::<rusqlite::Result<_>>()?;
    items.into_iter().map(|item| with_uses(desk, item)).collect()
}

/// Every piece in force of a month in the order of units, of one part if it is named, with words if they are.
pub(in crate::reports) fn of_month(
    desk: &Desk<'_>,
    month: Month,
    part: Option<ReportPart>,
    words: &str,
) -> Result<Vec<ReportItem>> {
    let sql = format!(
        "{SELECT} WHERE r.campaign = :campaign AND r.month = :month AND i.replaced_at IS NULL AND (:part IS NULL OR i.part = :part)
         AND (:words = '' OR instr(i.title, :words) OR instr(i.text, :words) OR instr(r.unit_short, :words))
         ORDER BY r.position, {IN_ORDER} LIMIT 5000"
    );
    let mut query = desk.tx.prepare_cached(&sql)?;
    let given =
        named_params! {":campaign": desk.campaign.id, ":month": month, ":part": part, ":words": words.trim()};
    let rows = query.query_map(given, read)?;
    let items: Vec<ReportItem> = rows.collect::<rusqlite::Result<_>>()?;
    items.into_iter().map(|item| with_uses(desk, item)).collect()
}

/// Pieces that hold these words, newest month first.
pub(in crate::reports) fn find(desk: &Desk<'_>, words: &str, few: u32) -> Result<Vec<ReportItem>> {
    let sql = format!(
        "{SELECT} WHERE r.campaign = :campaign AND i.replaced_at IS NULL
         AND (instr(i.title, :words) OR instr(i.text, :words)) ORDER BY r.month DESC, r.position LIMIT {few}"
    );
    let mut query = desk.tx.prepare_cached(&sql)?;
    let rows = query.query_map(named_params! {":campaign": desk.campaign.id, ":words": words}, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// One piece.
pub(in crate::reports) fn get(desk: &Desk<'_>, id: ReportItemId) -> Result<ReportItem> {
    let sql = format!("{SELECT} WHERE r.campaign = :campaign AND i.id = :id");
    let given = named_params! {":campaign": desk.campaign.id, ":id": id};
    desk.tx.query_row(&sql, given, read).map_err(|error| match error {
        rusqlite::Error::QueryReturnedNoRows => Refusal::not_found("稿件原文"),
        other => other.into(),
    })
}

fn with_uses(desk: &Desk<'_>, mut item: ReportItem) -> Result<ReportItem> {
    let sql = "SELECT s.bulletin, s.item, b.kind, b.month, b.number, b.running, b.stage, e.title
               FROM bulletin_source s JOIN bulletin b ON b.id = s.bulletin JOIN bulletin_item e ON e.id = s.item
               WHERE s.report_item = :id AND b.stage <> 'voided' ORDER BY b.created_at, e.position LIMIT 50";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":id": item.id}, |row| {
        use crate::reports::bulletins::{BulletinKind, BulletinStage, issue_name};
        let (kind, month): (BulletinKind, Month) = (row.get("kind")?, row.get("month")?);
        let (number, running): (Option<String>, Option<String>) = (row.get("number")?, row.get("running")?);
        let stage: BulletinStage = row.get("stage")?;
        Ok(ReportUse {
            bulletin: row.get("bulletin")?,
            item: row.get("item")?,
            issue: issue_name(kind, month, number.as_deref(), running.as_deref()),
            stage_label: stage.label().into(),
            title: row.get("title")?,
            numbered: number.is_some(),
        })
    })?;
    item.uses = rows.collect::<rusqlite::Result<_>>()?;
    Ok(item)
}

fn read(row: &Row<'_>) -> rusqlite::Result<ReportItem> {
    let (part, quality): (ReportPart, Option<ReportQuality>) = (row.get("part")?, row.get("quality")?);
    let text: String = row.get("text")?;
    Ok(ReportItem {
        id: row.get("id")?,
        report: row.get("report")?,
        month: row.get("month")?,
        unit: row.get("unit")?,
        unit_short: row.get("unit_short")?,
        part,
        part_label: part.label().into(),
        quality,
        quality_label: quality.map_or("", ReportQuality::label).into(),
        title: row.get("title")?,
        characters: text.chars().filter(|c| !c.is_whitespace()).count() as u32,
        text,
        replaced_at: row.get("replaced_at")?,
        uses: Vec::new(),
    })
}
