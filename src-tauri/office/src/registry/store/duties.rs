//! Records of members' duties.
use rusqlite::{Row, named_params};

use super::one;
use crate::kernel::desk::Desk;
use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::rows::{Rows, Slice, page};
use crate::registry::duty::{Duty, DutyId, DutyKind};
use crate::registry::person::PersonId;

/// Records, newest first.
pub(in crate::registry) fn list(
    desk: &Desk<'_>,
    person: Option<PersonId>,
    kind: Option<DutyKind>,
    slice: Slice,
) -> Result<Rows<Duty>> {
    let sql = "SELECT d.*, r.name AS person_name, count(*) OVER () AS total
               FROM registry_duty d JOIN registry_person r ON r.id = d.person
               WHERE d.campaign = :campaign AND (:person IS NULL OR d.person = :person)
                 AND (:kind IS NULL OR d.kind = :kind)
               ORDER BY d.on_day DESC, d.id DESC LIMIT :limit OFFSET :offset";
    let mut query = desk.tx.prepare_cached(sql)?;
    let given = named_params! {
        ":campaign": desk.campaign.id, ":person": person, ":kind": kind,
        ":limit": slice.bounded(), ":offset": slice.offset,
    };
    page(&mut query, given, read)
}

/// One record.
pub(in crate::registry) fn get(desk: &Desk<'_>, id: DutyId) -> Result<Duty> {
    let sql =
        "SELECT d.*, r.name AS person_name FROM registry_duty d JOIN registry_person r ON r.id = d.person
               WHERE d.id = :id AND d.campaign = :campaign";
    let mut query = desk.tx.prepare_cached(sql)?;
    let mut found = query.query_map(named_params! {":id": id, ":campaign": desk.campaign.id}, read)?;
    found.next().transpose()?.ok_or_else(|| Refusal::not_found("履职记录"))
}

fn read(row: &Row<'_>) -> rusqlite::Result<Duty> {
    let kind: DutyKind = row.get("kind")?;
    Ok(Duty {
        id: row.get("id")?,
        person: row.get("person")?,
        person_name: row.get("person_name")?,
        kind,
        kind_label: kind.label().into(),
        day: row.get("on_day")?,
        text: row.get("text")?,
        recorded_by: row.get("recorded_by")?,
        version: row.get("version")?,
    })
}

/// Writes a new record.
pub(in crate::registry) fn insert(desk: &Desk<'_>, duty: &Duty) -> Result<()> {
    let sql = "INSERT INTO registry_duty (id, campaign, person, kind, on_day, text, recorded_by)
               VALUES (:id, :campaign, :person, :kind, :day, :text, :by)";
    desk.tx.prepare_cached(sql)?.execute(named_params! {
        ":id": duty.id, ":campaign": desk.campaign.id, ":person": duty.person, ":kind": duty.kind,
        ":day": duty.day, ":text": duty.text, ":by": desk.who.name,
    })?;
    Ok(())
}

/// Corrects a record at the version it carries.
pub(in crate::registry) fn update(desk: &Desk<'_>, duty: &Duty) -> Result<()> {
    let sql = "UPDATE registry_duty SET kind = :kind, on_day = :day, text = :text, version = version + 1
               WHERE id = :id AND version = :version";
    one(desk.tx.execute(
        sql,
        named_params! {
            ":id": duty.id, ":version": duty.version, ":kind": duty.kind, ":day": duty.day, ":text": duty.text,
        },
    )?)
}
