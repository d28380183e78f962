//! Columns, items and what they were made from. Places count from 1 and run without gap.
use chrono::NaiveDate;
use rusqlite::{Row, named_params};

use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;
use crate::kernel::rows::one;
use crate::registry::UnitId;
use crate::reports::bulletins::kinds::{BulletinColumnId, BulletinId, BulletinItemId};
use crate::reports::bulletins::record::{BulletinColumn, BulletinItem, BulletinSource};
use crate::reports::kinds::{ReportItemId, ReportPart};

/// Puts a column at the end.
pub(in crate::reports) fn add_column(
    desk: &Desk<'_>,
    bulletin: BulletinId,
    name: &str,
) -> Result<BulletinColumnId> {
    let id: BulletinColumnId = desk.new_id();
    desk.tx.execute(
        "INSERT INTO bulletin_column (id, campaign, bulletin, position, name)
         VALUES (:id, :campaign, :bulletin,
           (SELECT coalesce(max(position), 0) + 1 FROM bulletin_column WHERE bulletin = :bulletin), :name)",
        named_params! {":id": id, ":campaign": desk.campaign.id, ":bulletin": bulletin, ":name": name},
    )?;
    Ok(id)
}

/// Names a column.
pub(in crate::reports) fn name_column(desk: &Desk<'_>, id: BulletinColumnId, name: &str) -> Result<()> {
    let sql = "UPDATE bulletin_column SET name = :name WHERE id = :id";
    one(desk.tx.execute(sql, named_params! {":name": name, ":id": id})?)
}

/// Takes an empty column out.
pub(in crate::reports) fn remove_column(desk: &Desk<'_>, id: BulletinColumnId) -> Result<()> {
    one(desk.tx.execute("DELETE FROM bulletin_column WHERE id = :id", named_params! {":id": id})?)
}

/// Puts columns into this order.
pub(in crate::reports) fn order_columns(desk: &Desk<'_>, ids: &[BulletinColumnId]) -> Result<()> {
    for (id, at) in ids.iter().zip(1i64..) {
        let sql = "UPDATE bulletin_column SET position = :at WHERE id = :id AND position <> :at";
        desk.tx.execute(sql, named_params! {":at": at, ":id": id})?;
    }
    Ok(())
}

/// Words of an item.
pub(in crate::reports) struct Words<'a> {
    pub title: &'a str,
    pub foreword: &'a str,
    pub body: &'a str,
    pub signature: &'a str,
}

/// Puts an item at the end of a column.
pub(in crate::reports) fn add(
    desk: &Desk<'_>,
    bulletin: BulletinId,
    column: BulletinColumnId,
    words: &Words<'_>,
) -> Result<BulletinItemId> {
    let id: BulletinItemId = desk.new_id();
    desk.tx.execute(
        "INSERT INTO bulletin_item (id, campaign, bulletin, heading, position, title, foreword, body, signature, edited_at, edited_by)
         VALUES (:id, :campaign, :bulletin, :heading,
           (SELECT coalesce(max(position), 0) + 1 FROM bulletin_item WHERE heading = :heading),
           :title, :foreword, :body, :signature, :now, :who)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":bulletin": bulletin, ":heading": column, ":title": words.title,
            ":foreword": words.foreword, ":body": words.body, ":signature": words.signature, ":now": desk.now,
            ":who": desk.who.name,
        },
    )?;
    Ok(id)
}

/// Writes an item's words.
pub(in crate::reports) fn save(desk: &Desk<'_>, id: BulletinItemId, words: &Words<'_>) -> Result<()> {
    one(desk.tx.execute(
        "UPDATE bulletin_item SET title = :title, foreword = :foreword, body = :body, signature = :signature,
           edited_at = :now, edited_by = :who, version = version + 1 WHERE id = :id",
        named_params! {
            ":title": words.title, ":foreword": words.foreword, ":body": words.body, ":signature": words.signature,
            ":now": desk.now, ":who": desk.who.name, ":id": id,
        },
    )?)
}

/// Puts the items of a column into this order; items of other columns move into it.
pub(in crate::reports) fn order(
    desk: &Desk<'_>,
    column: BulletinColumnId,
    ids: &[BulletinItemId],
) -> Result<()> {
    for (id, at) in ids.iter().zip(1i64..) {
        let sql = "UPDATE bulletin_item SET heading = :column, position = :at WHERE id = :id AND (position <> :at OR heading <> :column)";
        desk.tx.execute(sql, named_params! {":column": column, ":at": at, ":id": id})?;
    }
    Ok(())
}

/// Takes an item out; the units' own words stay where they are.
pub(in crate::reports) fn remove(desk: &Desk<'_>, id: BulletinItemId) -> Result<()> {
    desk.tx.execute("DELETE FROM bulletin_source WHERE item = :id", named_params! {":id": id})?;
    one(desk.tx.execute("DELETE FROM bulletin_item WHERE id = :id", named_params! {":id": id})?)
}

/// Says what an item was made from, after what it already has.
pub(in crate::reports) fn add_source(
    desk: &Desk<'_>,
    bulletin: BulletinId,
    item: BulletinItemId,
    source: (ReportItemId, UnitId),
) -> Result<()> {
    desk.tx.execute(
        "INSERT INTO bulletin_source (campaign, bulletin, item, report_item, unit, position)
         VALUES (:campaign, :bulletin, :item, :source, :unit,
           (SELECT coalesce(max(position), 0) + 1 FROM bulletin_source WHERE item = :item))
         ON CONFLICT (item, report_item) DO NOTHING",
        named_params! {
            ":campaign": desk.campaign.id, ":bulletin": bulletin, ":item": item, ":source": source.0, ":unit": source.1,
        },
    )?;
    Ok(())
}

/// The units behind the sources of an item.
pub(in crate::reports) fn units_of(
    desk: &Desk<'_>,
    item: BulletinItemId,
) -> Result<Vec<(ReportItemId, UnitId)>> {
    let sql = "SELECT report_item, unit FROM bulletin_source WHERE item = :item ORDER BY position LIMIT 200";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query
        .query_map(named_params! {":item": item}, |row| Ok((row.get("report_item")?, row.get("unit")?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Columns of an issue with their items.
pub(in crate::reports) fn columns(desk: &Desk<'_>, bulletin: BulletinId) -> Result<Vec<BulletinColumn>> {
    let sql =
        "SELECT id, name FROM bulletin_column WHERE bulletin = :bulletin ORDER BY position, id LIMIT 100";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":bulletin": bulletin}, |row| {
        Ok(BulletinColumn { id: row.get("id")?, name: row.get("name")?, items: Vec::new() })
    })?;
    let mut columns: Vec<BulletinColumn> = rows.collect::<rusqlite::Result<_>>()?;
    for column in &mut columns {
        column.items = items(desk, column.id)?;
    }
    Ok(columns)
}

fn items(desk: &Desk<'_>, column: BulletinColumnId) -> Result<Vec<BulletinItem>> {
    let sql = "SELECT * FROM bulletin_item WHERE heading = :column ORDER BY position, id LIMIT 500";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":column": column}, read)?;
    let items: Vec<BulletinItem> = rows.collect::<rusqlite::Result<_>>()?;
    items.into_iter().map(|item| with_sources(desk, item)).collect()
}

fn with_sources(desk: &Desk<'_>, mut item: BulletinItem) -> Result<BulletinItem> {
    let sql = "SELECT s.report_item, i.report, i.part, i.title, i.text, i.replaced_at IS NOT NULL AS replaced, r.month, r.unit_short
               FROM bulletin_source s JOIN report_item i ON i.id = s.report_item JOIN report r ON r.id = i.report
               WHERE s.item = :item ORDER BY s.position LIMIT 200";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":item": item.id}, |row| {
        let part: ReportPart = row.get("part")?;
        Ok(BulletinSource {
            report_item: row.get("report_item")?,
            report: row.get("report")?,
            month: row.get("month")?,
            unit_short: row.get("unit_short")?,
            part_label: part.label().into(),
            title: row.get("title")?,
            text: row.get("text")?,
            replaced: row.get("replaced")?,
        })
    })?;
    item.sources = rows.collect::<rusqlite::Result<_>>()?;
    item.changed = !item.sources.is_empty() && item.original() != item.body;
    Ok(item)
}

fn read(row: &Row<'_>) -> rusqlite::Result<BulletinItem> {
    let body: String = row.get("body")?;
    Ok(BulletinItem {
        id: row.get("id")?,
        title: row.get("title")?,
        foreword: row.get("foreword")?,
        characters: body.chars().filter(|c| !c.is_whitespace()).count() as u32,
        body,
        signature: row.get("signature")?,
        edited_at: row.get("edited_at")?,
        edited_by: row.get("edited_by")?,
        changed: false,
        sources: Vec::new(),
    })
}

/// An item of an issue that is out: its length and the units behind it, one entry a source.
pub(in crate::reports) struct IssuedItem {
    pub characters: u32,
    pub units: Vec<UnitId>,
}

/// Items of issues that are out and were signed between two days.
pub(in crate::reports) fn issued_items(
    desk: &Desk<'_>,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<IssuedItem>> {
    let sql = "SELECT i.id, i.body, s.unit FROM bulletin b JOIN bulletin_item i ON i.bulletin = b.id
               JOIN bulletin_source s ON s.item = i.id
               WHERE b.campaign = :campaign AND b.stage = 'issued' AND b.signed_on BETWEEN :from AND :to
               ORDER BY i.id, s.position LIMIT 100000";
    let mut query = desk.tx.prepare_cached(sql)?;
    let mut rows = query.query(named_params! {":campaign": desk.campaign.id, ":from": from, ":to": to})?;
    let mut found: Vec<(String, IssuedItem)> = Vec::new();
    while let Some(row) = rows.next()? {
        let (id, unit): (String, UnitId) = (row.get("id")?, row.get("unit")?);
        match found.last_mut().filter(|(last, _)| *last == id) {
            Some((_, item)) => item.units.push(unit),
            None => {
                let body: String = row.get("body")?;
                let characters = body.chars().filter(|c| !c.is_whitespace()).count() as u32;
                found.push((id, IssuedItem { characters, units: vec![unit] }));
            }
        }
    }
    Ok(found.into_iter().map(|(_, item)| item).collect())
}
