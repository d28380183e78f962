//! Rows of entries, their versions and their history. A change names the version it was made on.
use chrono::NaiveDate;
use rusqlite::{Row, named_params};

use super::commands::LibraryFilter;
use super::kinds::{LibraryEventId, LibraryId, LibraryKind, Validity};
use super::record::{LibraryEntry, LibraryEvent, LibraryFacts, LibraryVersion};
use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;
use crate::kernel::rows::{found, json, kept, one};

/// Characters shown on either side of the words that were found in a text.
const AROUND: usize = 18;

pub(super) fn insert(desk: &Desk<'_>, id: LibraryId, facts: &LibraryFacts) -> Result<()> {
    desk.tx.execute(
        "INSERT INTO library_entry (id, campaign, kind, title, issuer, letter, source, issued_on, effective_on, summary, text,
           validity, created_at, created_by)
         VALUES (:id, :campaign, :kind, :title, :issuer, :letter, :source, :issued_on, :effective_on, :summary, :text,
           'in_force', :now, :by)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":kind": facts.kind, ":title": facts.title,
            ":issuer": facts.issuer, ":letter": facts.letter, ":source": facts.source, ":issued_on": facts.issued_on,
            ":effective_on": facts.effective_on, ":summary": facts.summary, ":text": facts.text, ":now": desk.now,
            ":by": desk.who.name,
        },
    )?;
    keep(desk, id, facts, "")
}

pub(super) fn update(
    desk: &Desk<'_>,
    id: LibraryId,
    version: i64,
    facts: &LibraryFacts,
    reason: &str,
) -> Result<()> {
    one(desk.tx.execute(
        "UPDATE library_entry SET kind = :kind, title = :title, issuer = :issuer, letter = :letter, source = :source,
           issued_on = :issued_on, effective_on = :effective_on, summary = :summary, text = :text,
           text_version = text_version + 1, version = version + 1
         WHERE id = :id AND version = :version",
        named_params! {
            ":id": id, ":version": version, ":kind": facts.kind, ":title": facts.title, ":issuer": facts.issuer,
            ":letter": facts.letter, ":source": facts.source, ":issued_on": facts.issued_on,
            ":effective_on": facts.effective_on, ":summary": facts.summary, ":text": facts.text,
        },
    )?)?;
    keep(desk, id, facts, reason)
}

fn keep(desk: &Desk<'_>, id: LibraryId, facts: &LibraryFacts, reason: &str) -> Result<()> {
    desk.tx.execute(
        "INSERT INTO library_version (campaign, entry, n, words, reason, saved_at, saved_by)
         VALUES (:campaign, :entry, (SELECT text_version FROM library_entry WHERE id = :entry), :words, :reason, :now, :by)",
        named_params! {
            ":campaign": desk.campaign.id, ":entry": id, ":words": json(facts)?, ":reason": reason, ":now": desk.now,
            ":by": desk.who.name,
        },
    )?;
    Ok(())
}

/// What became of a text.
pub(super) struct Became<'a> {
    pub to: Validity,
    pub by: &'a str,
    pub on: Option<NaiveDate>,
    pub entry: Option<LibraryId>,
}

pub(super) fn set_validity(
    desk: &Desk<'_>,
    entry: &LibraryEntry,
    version: i64,
    became: &Became<'_>,
) -> Result<()> {
    one(desk.tx.execute(
        "UPDATE library_entry SET validity = :to, validity_by = :by, validity_on = :on, validity_entry = :entry,
           version = version + 1
         WHERE id = :id AND version = :version AND validity = :from",
        named_params! {
            ":to": became.to, ":by": became.by, ":on": became.on, ":entry": became.entry, ":id": entry.id,
            ":version": version, ":from": entry.validity,
        },
    )?)
}

pub(super) fn note(desk: &Desk<'_>, entry: LibraryId, what: &str, words: &str) -> Result<()> {
    let id: LibraryEventId = desk.new_id();
    desk.tx.execute(
        "INSERT INTO library_event (id, campaign, entry, at, who, what, words)
         VALUES (:id, :campaign, :entry, :now, :who, :what, :words)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":entry": entry, ":now": desk.now, ":who": desk.who.name,
            ":what": what, ":words": words,
        },
    )?;
    Ok(())
}

const SELECT: &str = "SELECT e.*, (SELECT count(*) FROM library_citation c
    WHERE c.entry = e.id AND c.removed_at IS NULL) AS cited FROM library_entry e";

/// One entry and all that is entered of it.
pub(super) fn get(desk: &Desk<'_>, id: LibraryId) -> Result<(LibraryEntry, LibraryFacts)> {
    let sql = format!("{SELECT} WHERE e.id = :id AND e.campaign = :campaign");
    let given = named_params! {":id": id, ":campaign": desk.campaign.id};
    let both = |row: &Row<'_>| Ok((read(row, "")?, facts(row)?));
    found(desk.tx.query_row(&sql, given, both), "政策法规")
}

/// Every entry that fits, those in force first, then the newest.
pub(super) fn list(desk: &Desk<'_>, filter: &LibraryFilter) -> Result<Vec<LibraryEntry>> {
    let sql = format!(
        "{SELECT} WHERE e.campaign = :campaign AND (:kind IS NULL OR e.kind = :kind)
           AND (:validity IS NULL OR e.validity = :validity)
           AND (:words = '' OR instr(e.title, :words) OR instr(e.issuer, :words) OR instr(e.letter, :words)
             OR instr(e.summary, :words) OR instr(e.text, :words))
         ORDER BY e.validity = 'repealed', coalesce(e.issued_on, '') DESC, e.title, e.id LIMIT 20000"
    );
    let words = filter.words.trim();
    let given = named_params! {
        ":campaign": desk.campaign.id, ":kind": filter.kind, ":validity": filter.validity, ":words": words,
    };
    let mut query = desk.tx.prepare_cached(&sql)?;
    let rows = query.query_map(given, |row| read(row, words))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// An entry of the same title and number, to enter none twice.
pub(super) fn twin(desk: &Desk<'_>, facts: &LibraryFacts, but: Option<LibraryId>) -> Result<Option<String>> {
    let sql =
        "SELECT title FROM library_entry WHERE campaign = :campaign AND title = :title AND letter = :letter
                 AND issued_on IS :issued_on AND (:but IS NULL OR id <> :but) LIMIT 1";
    let given = named_params! {
        ":campaign": desk.campaign.id, ":title": facts.title, ":letter": facts.letter,
        ":issued_on": facts.issued_on, ":but": but,
    };
    let mut query = desk.tx.prepare_cached(sql)?;
    let mut rows = query.query(given)?;
    Ok(rows.next()?.map(|row| row.get("title")).transpose()?)
}

fn read(row: &Row<'_>, words: &str) -> rusqlite::Result<LibraryEntry> {
    let (kind, validity): (LibraryKind, Validity) = (row.get("kind")?, row.get("validity")?);
    let text: String = row.get("text")?;
    Ok(LibraryEntry {
        id: row.get("id")?,
        version: row.get("version")?,
        kind,
        kind_label: kind.label().into(),
        title: row.get("title")?,
        issuer: row.get("issuer")?,
        letter: row.get("letter")?,
        issued_on: row.get("issued_on")?,
        effective_on: row.get("effective_on")?,
        summary: row.get("summary")?,
        validity,
        validity_label: validity.label().into(),
        validity_by: row.get("validity_by")?,
        validity_on: row.get("validity_on")?,
        validity_entry: row.get("validity_entry")?,
        cited: row.get("cited")?,
        excerpt: excerpt(&text, words),
    })
}

fn facts(row: &Row<'_>) -> rusqlite::Result<LibraryFacts> {
    Ok(LibraryFacts {
        kind: row.get("kind")?,
        title: row.get("title")?,
        issuer: row.get("issuer")?,
        letter: row.get("letter")?,
        source: row.get("source")?,
        issued_on: row.get("issued_on")?,
        effective_on: row.get("effective_on")?,
        summary: row.get("summary")?,
        text: row.get("text")?,
    })
}

/// A few characters around the first place where the words stand; empty if they do not.
fn excerpt(text: &str, words: &str) -> String {
    let Some(at) = (!words.is_empty()).then(|| text.find(words)).flatten() else { return String::new() };
    let (before, after) = (&text[..at], &text[at + words.len()..]);
    let head: Vec<char> = before.chars().rev().take(AROUND).collect();
    let head: String = head.into_iter().rev().collect();
    let tail: String = after.chars().take(AROUND).collect();
    let shown = format!("{head}{words}{tail}");
    let line: String = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    let (open, close) = (
        if before.chars().count() > AROUND { "…" } else { "" },
        if after.chars().count() > AROUND { "…" } else { "" },
    );
    format!("{open}{line}{close}")
}

/// Versions, newest first.
pub(super) fn versions(desk: &Desk<'_>, id: LibraryId) -> Result<Vec<LibraryVersion>> {
    let sql = "SELECT * FROM library_version WHERE entry = :entry ORDER BY n DESC LIMIT 500";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":entry": id}, |row| {
        Ok(LibraryVersion {
            n: row.get("n")?,
            facts: kept(row, "words")?,
            reason: row.get("reason")?,
            saved_at: row.get("saved_at")?,
            saved_by: row.get("saved_by")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The history, newest first.
pub(super) fn events(desk: &Desk<'_>, id: LibraryId) -> Result<Vec<LibraryEvent>> {
    let sql = "SELECT at, who, what, words FROM library_event WHERE entry = :entry ORDER BY at DESC, id DESC LIMIT 500";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":entry": id}, |row| {
        Ok(LibraryEvent {
            at: row.get("at")?,
            who: row.get("who")?,
            what: row.get("what")?,
            words: row.get("words")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

#[cfg(test)]
mod tests {
    use super::excerpt;

    #[test]
    fn an_excerpt_shows_the_words_with_a_little_around_them() {
        let text = "甲".repeat(30) + "质量强市" + &"乙".repeat(30);
        let shown = excerpt(&text, "质量强市");
        assert_eq!(shown, format!("…{}质量强市{}…", "甲".repeat(18), "乙".repeat(18)));
        assert_eq!(excerpt("质量\n第一", "质量"), "质量 第一");
        assert_eq!(excerpt("质量第一", "会议"), "");
        assert_eq!(excerpt("质量第一", ""), "");
    }
}
