//! Rows of compiled reports and circulars: which items stand in which document.
use rusqlite::{Row, named_params};

use crate::followup::beside::FollowupCompiled;
use crate::followup::kinds::{FollowupCompilationId, FollowupCompilationKind, FollowupId};
use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;

/// Items were compiled in a document.
pub fn insert(
    desk: &Desk<'_>,
    kind: FollowupCompilationKind,
    title: &str,
    document: &str,
    items: &[FollowupId],
) -> Result<()> {
    let id: FollowupCompilationId = desk.new_id();
    desk.tx.execute(
        "INSERT INTO followup_compilation (id, campaign, kind, title, made_at, made_by, document)
         VALUES (:id, :campaign, :kind, :title, :now, :who, :document)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":kind": kind, ":title": title, ":now": desk.now,
            ":who": desk.who.name, ":document": document,
        },
    )?;
    for item in items {
        desk.tx.execute(
            "INSERT INTO followup_compiled (campaign, compilation, item) VALUES (:campaign, :id, :item)",
            named_params! {":campaign": desk.campaign.id, ":id": id, ":item": item},
        )?;
    }
    Ok(())
}

/// Documents in which an item stands, oldest first.
pub fn of_item(desk: &Desk<'_>, item: FollowupId) -> Result<Vec<FollowupCompiled>> {
    let sql = "SELECT c.* FROM followup_compilation c JOIN followup_compiled i ON i.compilation = c.id
               WHERE i.item = :item ORDER BY c.made_at LIMIT 200";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":item": item}, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The items of a document.
pub fn of_document(desk: &Desk<'_>, document: &str) -> Result<Vec<FollowupId>> {
    let sql = "SELECT i.item FROM followup_compilation c JOIN followup_compiled i ON i.compilation = c.id
               JOIN followup_item f ON f.id = i.item WHERE c.document = :document ORDER BY f.opened_on, f.id LIMIT 2000";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":document": document}, |row| row.get("item"))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<FollowupCompiled> {
    let kind: FollowupCompilationKind = row.get("kind")?;
    Ok(FollowupCompiled {
        id: row.get("id")?,
        kind,
        kind_label: kind.label().into(),
        title: row.get("title")?,
        document: row.get("document")?,
        made_at: row.get("made_at")?,
        made_by: row.get("made_by")?,
    })
}
