//! Posts.
use chrono::NaiveDate;
use rusqlite::{Row, named_params};

use super::one;
use crate::kernel::desk::Desk;
use crate::kernel::refusal::{Refusal, Result};
use crate::registry::person::PersonId;
use crate::registry::post::{Post, PostId, PostKind, RosterLine};
use crate::registry::rules::{Held, Span};
use crate::registry::unit::UnitId;

/// Posts of a person, of a unit, or both, newest first; voided ones too.
pub(in crate::registry) fn history(
    desk: &Desk<'_>,
    person: Option<PersonId>,
    unit: Option<UnitId>,
) -> Result<Vec<Post>> {
    list(desk, None, person, unit)
}

/// One post.
pub(in crate::registry) fn get(desk: &Desk<'_>, id: PostId) -> Result<Post> {
    list(desk, Some(id), None, None)?.pop().ok_or_else(|| Refusal::not_found("任职"))
}

fn list(
    desk: &Desk<'_>,
    post: Option<PostId>,
    person: Option<PersonId>,
    unit: Option<UnitId>,
) -> Result<Vec<Post>> {
    let mut query = desk.tx.prepare_cached(include_str!("../sql/posts.sql"))?;
    let given =
        named_params! {":campaign": desk.campaign.id, ":post": post, ":person": person, ":unit": unit};
    let mut posts = query.query_map(given, read)?.collect::<rusqlite::Result<Vec<Post>>>()?;
    for post in &mut posts {
        post.kind_label = post.kind.words(desk.profile);
    }
    Ok(posts)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Post> {
    Ok(Post {
        id: row.get("id")?,
        person: row.get("person")?,
        person_name: row.get("person_name")?,
        kind: row.get("kind")?,
        kind_label: String::new(),
        unit: row.get("unit")?,
        unit_name: row.get("unit_name")?,
        unit_short: row.get("unit_short")?,
        title: row.get("title")?,
        rank: row.get("rank")?,
        from: row.get("from_on")?,
        to: row.get("to_on")?,
        end_reason: row.get("end_reason")?,
        void_reason: row.get("void_reason")?,
        version: row.get("version")?,
    })
}

/// Everything held and not voided, at any time, as the rules look at it.
pub(in crate::registry) fn held(desk: &Desk<'_>) -> Result<Vec<Held>> {
    let sql = "SELECT p.id, p.person, r.name, p.kind, p.unit, p.from_on, p.to_on
               FROM registry_post p JOIN registry_person r ON r.id = p.person
               WHERE p.campaign = :campaign AND p.voided_at IS NULL ORDER BY p.id LIMIT 100000";
    held_by(desk, sql, named_params! {":campaign": desk.campaign.id})
}

/// What could stand in the way of a post: the same person's posts, and those of this kind or of deputies.
pub(in crate::registry) fn beside(desk: &Desk<'_>, new: &Held) -> Result<Vec<Held>> {
    let sql = "SELECT p.id, p.person, r.name, p.kind, p.unit, p.from_on, p.to_on
               FROM registry_post p JOIN registry_person r ON r.id = p.person
               WHERE p.campaign = :campaign AND p.voided_at IS NULL
                 AND (p.person = :person OR p.unit = :unit OR p.kind IN ('leader', 'executive_deputy', 'deputy', 'director'))
               ORDER BY p.id LIMIT 10000";
    held_by(
        desk,
        sql,
        named_params! {":campaign": desk.campaign.id, ":person": new.person, ":unit": new.unit},
    )
}

fn held_by(desk: &Desk<'_>, sql: &str, given: &[(&str, &dyn rusqlite::ToSql)]) -> Result<Vec<Held>> {
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(given, |row| {
        Ok(Held {
            post: Some(row.get("id")?),
            person: row.get("person")?,
            name: row.get("name")?,
            kind: row.get("kind")?,
            unit: row.get("unit")?,
            span: Span { from: row.get("from_on")?, to: row.get("to_on")? },
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Posts held on a day in protocol order: by kind, rank, unit; `unit` narrows it to one unit.
pub(in crate::registry) fn on(
    desk: &Desk<'_>,
    day: NaiveDate,
    unit: Option<UnitId>,
) -> Result<Vec<RosterLine>> {
    let mut query = desk.tx.prepare_cached(include_str!("../sql/roster.sql"))?;
    let given = named_params! {":campaign": desk.campaign.id, ":day": day, ":unit": unit};
    let mut lines = query
        .query_map(given, |row| {
            let place: (i64, i64, i64) =
                (row.get("unit_group")?, row.get("unit_position")?, row.get("rank")?);
            Ok((place, line(row)?))
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    // Among leaders the rank decides, among members the order of units; within a unit rank again, then seniority.
    lines.sort_by_cached_key(|((group, position, rank), line)| {
        let rank_first = if line.post < PostKind::Member { *rank } else { 0 };
        (line.post, rank_first, *group, *position, *rank, line.from, line.post_id)
    });
    let numbered = lines.into_iter().zip(1..).map(|((_, line), order)| RosterLine {
        order,
        post_label: line.post.words(desk.profile),
        ..line
    });
    Ok(numbered.collect())
}

fn line(row: &Row<'_>) -> rusqlite::Result<RosterLine> {
    let (mobile, office_phone): (String, String) = (row.get("mobile")?, row.get("office_phone")?);
    Ok(RosterLine {
        post: row.get("kind")?,
        post_label: String::new(),
        post_id: row.get("post_id")?,
        post_version: row.get("post_version")?,
        person: row.get("person")?,
        name: row.get("name")?,
        title: row.get("title")?,
        unit: row.get("unit")?,
        unit_name: row.get("unit_name")?,
        unit_short: row.get("unit_short")?,
        phone: if mobile.is_empty() { office_phone.clone() } else { mobile.clone() },
        mobile,
        office_phone,
        from: row.get("from_on")?,
        to: row.get("to_on")?,
        order: 0,
    })
}

/// What is written of a post.
pub(in crate::registry) struct Entry<'a> {
    pub held: &'a Held,
    pub title: &'a str,
    pub rank: i64,
}

/// Writes a new post.
pub(in crate::registry) fn insert(desk: &Desk<'_>, entry: &Entry<'_>) -> Result<PostId> {
    let sql = "INSERT INTO registry_post (id, campaign, person, unit, kind, title, rank, from_on, to_on)
               VALUES (:id, :campaign, :person, :unit, :kind, :title, :rank, :from, :to)";
    let id: PostId = desk.new_id();
    desk.tx.prepare_cached(sql)?.execute(named_params! {
        ":id": id, ":campaign": desk.campaign.id, ":person": entry.held.person, ":unit": entry.held.unit,
        ":kind": entry.held.kind, ":title": entry.title, ":rank": entry.rank,
        ":from": entry.held.span.from, ":to": entry.held.span.to,
    })?;
    Ok(id)
}

/// Corrects a post.
pub(in crate::registry) fn update(
    desk: &Desk<'_>,
    id: PostId,
    version: i64,
    entry: &Entry<'_>,
) -> Result<()> {
    let sql =
        "UPDATE registry_post SET person = :person, unit = :unit, kind = :kind, title = :title, rank = :rank,
                 from_on = :from, to_on = :to, version = version + 1
               WHERE id = :id AND version = :version AND voided_at IS NULL";
    one(desk.tx.execute(
        sql,
        named_params! {
            ":id": id, ":version": version, ":person": entry.held.person, ":unit": entry.held.unit,
            ":kind": entry.held.kind, ":title": entry.title, ":rank": entry.rank,
            ":from": entry.held.span.from, ":to": entry.held.span.to,
        },
    )?)
}

/// Ends a post from a day on.
pub(in crate::registry) fn end(
    desk: &Desk<'_>,
    id: PostId,
    version: i64,
    to: NaiveDate,
    reason: &str,
) -> Result<()> {
    let sql = "UPDATE registry_post SET to_on = :to, end_reason = :reason, version = version + 1
               WHERE id = :id AND version = :version AND voided_at IS NULL AND from_on < :to
                 AND (to_on IS NULL OR to_on > :to)";
    one(desk.tx.execute(sql, named_params! {":id": id, ":version": version, ":to": to, ":reason": reason})?)
}

/// Voids a post.
pub(in crate::registry) fn void(desk: &Desk<'_>, id: PostId, version: i64, reason: &str) -> Result<()> {
    let sql = "UPDATE registry_post SET voided_at = :now, void_reason = :reason, version = version + 1
               WHERE id = :id AND version = :version AND voided_at IS NULL";
    one(desk
        .tx
        .execute(sql, named_params! {":id": id, ":version": version, ":now": desk.now, ":reason": reason})?)
}
