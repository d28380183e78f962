//! Filings and what they did.
use chrono::NaiveDate;
use rusqlite::{Row, named_params};

use crate::kernel::desk::Desk;
use crate::kernel::numbering::Given;
use crate::kernel::refusal::{Refusal, Result, article_name};
use crate::kernel::rows::{self, Order, Rows, Slice, order_by};
use crate::registry::filing::{Filing, FilingChange, FilingChangeId, FilingEffect, FilingId, Lateness};
use crate::registry::post::{PostId, PostKind};
use crate::registry::unit::UnitId;

const COLUMNS: &[(&str, &str)] = &[
    ("number", "reading(f.number)"),
    ("unit_short", "reading(n.short)"),
    ("changed_on", "f.changed_on"),
    ("filed_on", "f.filed_on"),
    ("due_on", "f.due_on"),
    ("late_label", "f.late_days"),
    ("note", "reading(f.note)"),
    ("recorded_by", "reading(f.recorded_by)"),
];

/// Which filings.
#[derive(Default)]
pub(in crate::registry) struct Wanted {
    pub filing: Option<FilingId>,
    pub unit: Option<UnitId>,
    pub first: Option<NaiveDate>,
    pub last: Option<NaiveDate>,
    pub late: bool,
    pub order: Option<Order>,
}

/// A part of the list; more than a page of it only for export.
pub(in crate::registry) fn list(desk: &Desk<'_>, wanted: &Wanted, slice: Slice) -> Result<Rows<Filing>> {
    page(desk, wanted, slice.bounded(), slice.offset)
}

/// The whole list, for export.
pub(in crate::registry) fn all(desk: &Desk<'_>, wanted: &Wanted) -> Result<Vec<Filing>> {
    Ok(page(desk, wanted, 100_000, 0)?.rows)
}

fn page(desk: &Desk<'_>, wanted: &Wanted, limit: u32, offset: u32) -> Result<Rows<Filing>> {
    let order = order_by(wanted.order.as_ref(), COLUMNS, "f.filed_on DESC, f.id DESC")?;
    let sql = concat!(include_str!("../sql/filings.sql"), "ORDER BY ");
    let mut query = desk.tx.prepare_cached(&format!("{sql}{order} LIMIT :limit OFFSET :offset"))?;
    let given = named_params! {
        ":campaign": desk.campaign.id, ":filing": wanted.filing, ":unit": wanted.unit, ":first": wanted.first,
        ":last": wanted.last, ":late": wanted.late, ":limit": limit, ":offset": offset,
    };
    let mut found = rows::page(&mut query, given, read)?;
    for filing in &mut found.rows {
        filing.article = (filing.late_days > 0).then(|| article_name(desk.profile.contacts.article));
        filing.changes_label = in_words(&changes(desk, filing.id)?);
    }
    Ok(found)
}

fn in_words(changes: &[FilingChange]) -> String {
    let words = |change: &FilingChange| match change.effect {
        FilingEffect::Ended => format!("免{}{}", change.name, change.post_label),
        FilingEffect::Begun => format!("任{}为{}", change.name, change.post_label),
    };
    changes.iter().map(words).collect::<Vec<_>>().join("；")
}

fn read(row: &Row<'_>) -> rusqlite::Result<Filing> {
    let late_days: u32 = row.get("late_days")?;
    Ok(Filing {
        id: row.get("id")?,
        number: row.get("number")?,
        unit: row.get("unit")?,
        unit_name: row.get("unit_name")?,
        unit_short: row.get("unit_short")?,
        changed_on: row.get("changed_on")?,
        filed_on: row.get("filed_on")?,
        due_on: row.get("due_on")?,
        late_days,
        late_label: if late_days == 0 { "按时".into() } else { format!("迟报 {late_days} 个工作日") },
        article: None,
        changes_label: String::new(),
        note: row.get("note")?,
        recorded_by: row.get("recorded_by")?,
    })
}

/// One filing.
pub(in crate::registry) fn get(desk: &Desk<'_>, id: FilingId) -> Result<Filing> {
    let wanted = Wanted { filing: Some(id), ..Wanted::default() };
    page(desk, &wanted, 1, 0)?.rows.pop().ok_or_else(|| Refusal::not_found("备案"))
}

/// What a filing did, ends first.
pub(in crate::registry) fn changes(desk: &Desk<'_>, filing: FilingId) -> Result<Vec<FilingChange>> {
    let sql = "SELECT c.effect, c.post, p.kind, p.title, r.name
               FROM registry_filing_change c JOIN registry_post p ON p.id = c.post
               JOIN registry_person r ON r.id = p.person
               WHERE c.filing = :filing ORDER BY c.effect DESC, c.id LIMIT 200";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":filing": filing}, |row| {
        let (effect, kind): (FilingEffect, PostKind) = (row.get("effect")?, row.get("kind")?);
        Ok(FilingChange {
            effect,
            effect_label: effect.label().into(),
            post: row.get("post")?,
            post_label: kind.words(desk.profile),
            name: row.get("name")?,
            title: row.get("title")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What is written of a filing.
pub(in crate::registry) struct Entry<'a> {
    pub unit: UnitId,
    pub number: &'a Given,
    pub changed_on: NaiveDate,
    pub filed_on: NaiveDate,
    pub lateness: Lateness,
    pub note: &'a str,
}

/// Writes a filing.
pub(in crate::registry) fn insert(desk: &Desk<'_>, id: FilingId, entry: &Entry<'_>) -> Result<()> {
    let sql =
        "INSERT INTO registry_filing (id, campaign, unit, number, number_id, changed_on, filed_on, due_on,
                 late_days, note, recorded_at, recorded_by)
               VALUES (:id, :campaign, :unit, :number, :number_id, :changed_on, :filed_on, :due_on,
                 :late_days, :note, :now, :by)";
    desk.tx.prepare_cached(sql)?.execute(named_params! {
        ":id": id, ":campaign": desk.campaign.id, ":unit": entry.unit, ":number": entry.number.text,
        ":number_id": entry.number.id, ":changed_on": entry.changed_on, ":filed_on": entry.filed_on,
        ":due_on": entry.lateness.due_on, ":late_days": entry.lateness.late_days, ":note": entry.note,
        ":now": desk.now, ":by": desk.who.name,
    })?;
    Ok(())
}

/// Writes that a filing ended or began a post.
pub(in crate::registry) fn note_change(
    desk: &Desk<'_>,
    filing: FilingId,
    post: PostId,
    effect: FilingEffect,
) -> Result<()> {
    let sql = "INSERT INTO registry_filing_change (id, campaign, filing, post, effect)
               VALUES (:id, :campaign, :filing, :post, :effect)";
    desk.tx.prepare_cached(sql)?.execute(named_params! {
        ":id": desk.new_id::<FilingChangeId>(), ":campaign": desk.campaign.id, ":filing": filing,
        ":post": post, ":effect": effect,
    })?;
    Ok(())
}
