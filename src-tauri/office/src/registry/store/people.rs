//! People.
use chrono::NaiveDate;
use rusqlite::{Row, named_params};

use super::one;
use crate::kernel::desk::Desk;
use crate::kernel::people_words::initials;
use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::rows::{Order, Rows, Slice, order_by, page};
use crate::registry::person::{Person, PersonId};
use crate::registry::unit::UnitId;

const COLUMNS: &[(&str, &str)] = &[
    ("name", "reading(r.name)"),
    ("title", "reading(r.title)"),
    ("mobile", "r.mobile"),
    ("office_phone", "r.office_phone"),
    ("note", "reading(r.note)"),
];

/// One person.
pub(in crate::registry) fn get(desk: &Desk<'_>, id: PersonId) -> Result<Person> {
    let sql = "SELECT * FROM registry_person WHERE id = :id AND campaign = :campaign";
    let mut query = desk.tx.prepare_cached(sql)?;
    let mut found = query.query_map(named_params! {":id": id, ":campaign": desk.campaign.id}, read)?;
    found.next().transpose()?.ok_or_else(|| Refusal::not_found("人员"))
}

/// People by words, or by the unit at which they hold a post on the day.
pub(in crate::registry) fn list(
    desk: &Desk<'_>,
    words: &str,
    unit: Option<UnitId>,
    day: NaiveDate,
    slice: Slice,
    order: Option<&Order>,
) -> Result<Rows<Person>> {
    let order = order_by(order, COLUMNS, "r.initials, r.name, r.id")?;
    let sql = concat!(include_str!("../sql/people.sql"), "ORDER BY ");
    let mut query = desk.tx.prepare_cached(&format!("{sql}{order} LIMIT :limit OFFSET :offset"))?;
    let given = named_params! {
        ":campaign": desk.campaign.id, ":words": words, ":unit": unit, ":day": day,
        ":limit": slice.bounded(), ":offset": slice.offset,
    };
    page(&mut query, given, read)
}

/// Everybody; the import compares a whole workbook with them.
pub(in crate::registry) fn all(desk: &Desk<'_>) -> Result<Vec<Person>> {
    let sql = "SELECT * FROM registry_person WHERE campaign = :campaign ORDER BY id LIMIT 50000";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":campaign": desk.campaign.id}, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Those who bear exactly this name.
pub(in crate::registry) fn named(desk: &Desk<'_>, name: &str) -> Result<Vec<Person>> {
    let sql =
        "SELECT * FROM registry_person WHERE campaign = :campaign AND name = :name ORDER BY id LIMIT 50";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":campaign": desk.campaign.id, ":name": name}, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Person> {
    Ok(Person {
        id: row.get("id")?,
        name: row.get("name")?,
        gender: row.get("gender")?,
        mobile: row.get("mobile")?,
        office_phone: row.get("office_phone")?,
        title: row.get("title")?,
        note: row.get("note")?,
        version: row.get("version")?,
    })
}

/// Writes a new person.
pub(in crate::registry) fn insert(desk: &Desk<'_>, person: &Person) -> Result<()> {
    let sql = "INSERT INTO registry_person (id, campaign, name, initials, gender, mobile, office_phone, title, note)
               VALUES (:id, :campaign, :name, :initials, :gender, :mobile, :office_phone, :title, :note)";
    desk.tx.prepare_cached(sql)?.execute(named_params! {
        ":id": person.id, ":campaign": desk.campaign.id, ":name": person.name, ":initials": initials(&person.name),
        ":gender": person.gender, ":mobile": person.mobile, ":office_phone": person.office_phone,
        ":title": person.title, ":note": person.note,
    })?;
    Ok(())
}

/// Corrects a person at the version it carries.
pub(in crate::registry) fn update(desk: &Desk<'_>, person: &Person) -> Result<()> {
    let sql =
        "UPDATE registry_person SET name = :name, initials = :initials, gender = :gender, mobile = :mobile,
                 office_phone = :office_phone, title = :title, note = :note, version = version + 1
               WHERE id = :id AND version = :version";
    one(desk.tx.execute(
        sql,
        named_params! {
            ":id": person.id, ":version": person.version, ":name": person.name, ":initials": initials(&person.name),
            ":gender": person.gender, ":mobile": person.mobile, ":office_phone": person.office_phone,
            ":title": person.title, ":note": person.note,
        },
    )?)
}
