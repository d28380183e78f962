//! Citations (引用): which record rests on which entry; taken back, never deleted. Other rooms enter here by the door.
use rusqlite::{Row, named_params};

use super::kinds::{CitationId, LibraryId, Validity};
use super::record::LibraryCitation;
use super::store;
use crate::kernel::desk::Desk;
use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::rows::one;

/// A record that cites, as its room names it.
#[derive(Debug, Clone)]
pub struct Citing {
    /// Kind of record: `document`, `agenda`, `matter`, `task`, `catalogue`.
    pub kind: &'static str,
    /// Its id.
    pub record: String,
    /// It in words, as people find it again.
    pub label: String,
    /// Its page.
    pub page: String,
}

/// What a kind of record is called.
fn kind_label(kind: &str) -> &str {
    match kind {
        "document" => "公文",
        "agenda" => "议题",
        "matter" => "事项",
        "task" => "工作任务",
        "catalogue" => "考核条目",
        other => other,
    }
}

/// A record rests on an entry.
///
/// # Errors
/// Refuses an entry that is not there, one that is repealed, and one that the record cites already.
pub fn cite(desk: &Desk<'_>, entry: LibraryId, citing: &Citing, note: &str) -> Result<()> {
    let (entry, _) = store::get(desk, entry)?;
    let article = desk.profile.library.article;
    if entry.validity == Validity::Repealed {
        return Err(Refusal::refused(format!("《{}》已经废止，不能再引用。", entry.title))
            .hint("请引用现行有效的文件。")
            .article(article));
    }
    if citations_of(desk, citing.kind, &citing.record)?.iter().any(|one| one.entry == entry.id) {
        return Err(Refusal::refused(format!("已经引用了《{}》。", entry.title)).hint("不需要重复引用。"));
    }
    let id: CitationId = desk.new_id();
    desk.tx.execute(
        "INSERT INTO library_citation (id, campaign, entry, kind, record, label, page, note, cited_on, cited_by)
         VALUES (:id, :campaign, :entry, :kind, :record, :label, :page, :note, :on, :by)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":entry": entry.id, ":kind": citing.kind,
            ":record": citing.record, ":label": citing.label, ":page": citing.page, ":note": note.trim(),
            ":on": desk.today(), ":by": desk.who.name,
        },
    )?;
    store::note(desk, entry.id, "被引用", &format!("{}：{}", kind_label(citing.kind), citing.label))
}

/// A citation of a record is taken back.
pub fn take_back(desk: &Desk<'_>, kind: &str, record: &str, citation: CitationId) -> Result<()> {
    let of = citations_of(desk, kind, record)?.into_iter().find(|one| one.id == citation);
    let of = of.ok_or_else(|| Refusal::not_found("引用"))?;
    one(desk.tx.execute(
        "UPDATE library_citation SET removed_at = :now WHERE id = :id AND removed_at IS NULL",
        named_params! {":now": desk.now, ":id": citation},
    )?)?;
    store::note(desk, of.entry, "取消引用", &format!("{}：{}", of.kind_label, of.label))
}

const SELECT: &str =
    "SELECT c.*, e.title, e.validity FROM library_citation c JOIN library_entry e ON e.id = c.entry
  WHERE c.removed_at IS NULL";

/// What a record rests on.
pub fn citations_of(desk: &Desk<'_>, kind: &str, record: &str) -> Result<Vec<LibraryCitation>> {
    let sql =
        format!("{SELECT} AND c.kind = :kind AND c.record = :record ORDER BY c.cited_on, c.id LIMIT 200");
    let mut query = desk.tx.prepare_cached(&sql)?;
    let rows = query.query_map(named_params! {":kind": kind, ":record": record}, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What rests on an entry.
pub fn cited_by(desk: &Desk<'_>, entry: LibraryId) -> Result<Vec<LibraryCitation>> {
    let sql = format!("{SELECT} AND c.entry = :entry ORDER BY c.kind, c.cited_on DESC, c.id LIMIT 1000");
    let mut query = desk.tx.prepare_cached(&sql)?;
    let rows = query.query_map(named_params! {":entry": entry}, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<LibraryCitation> {
    let validity: Validity = row.get("validity")?;
    let kind: String = row.get("kind")?;
    Ok(LibraryCitation {
        id: row.get("id")?,
        entry: row.get("entry")?,
        title: row.get("title")?,
        validity_label: validity.label().into(),
        in_force: validity == Validity::InForce,
        kind_label: kind_label(&kind).into(),
        kind,
        record: row.get("record")?,
        label: row.get("label")?,
        page: row.get("page")?,
        note: row.get("note")?,
        cited_on: row.get("cited_on")?,
        cited_by: row.get("cited_by")?,
    })
}
