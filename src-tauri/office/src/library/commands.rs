//! What can be asked of the library: look, enter, correct, say what still holds (第二条).
use chrono::NaiveDate;
use press::Ledger;
use serde::Deserialize;
use ts_rs::TS;

use super::kinds::{LibraryId, LibraryKind, Validity, ValidityStep};
use super::record::{LibraryCard, LibraryEntry, LibraryFacts};
use super::store::Became;
use super::{citing, flow, ledgers, store};
use crate::kernel::attachments::{self, Upload};
use crate::kernel::checks::needed;
use crate::kernel::desk::Desk;
use crate::kernel::refusal::{Refusal, Result, article_name};
use crate::kernel::rows::{Key, Order, Rows, Slice, SortColumn, arrange, part};
use crate::kernel::written::date;

/// Owner kind of files.
const OWNER: &str = "library_entry";

/// Which entries are wanted.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct LibraryFilter {
    /// Only this kind.
    pub kind: Option<LibraryKind>,
    /// Only this validity.
    pub validity: Option<Validity>,
    /// Words in title, issuing body, number, summary or full text.
    pub words: String,
    /// Which part of the list.
    pub slice: Slice,
    /// In which order; those that hold and the newest first if left out.
    pub order: Option<Order>,
}

/// Which entry.
#[derive(Debug, Deserialize, TS)]
pub struct LibraryAsked {
    /// Its id.
    pub entry: LibraryId,
}

/// A new entry.
#[derive(Debug, Deserialize, TS)]
pub struct LibraryAdd {
    /// What is entered.
    pub facts: LibraryFacts,
    /// Files.
    #[serde(default)]
    pub files: Vec<Upload>,
}

/// An entry put right.
#[derive(Debug, Deserialize, TS)]
pub struct LibraryEdit {
    /// Entry.
    pub entry: LibraryId,
    /// Version it was seen in.
    pub version: i64,
    /// As it is from now on.
    pub facts: LibraryFacts,
    /// Why.
    pub reason: String,
}

/// What became of a text.
#[derive(Debug, Deserialize, TS)]
pub struct LibraryValiditySet {
    /// Entry.
    pub entry: LibraryId,
    /// Version it was seen in.
    pub version: i64,
    /// What happened.
    pub step: ValidityStep,
    /// From which day; not for a correction.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// By what: title and number of the other text. For a correction: why.
    #[serde(default)]
    pub by: String,
    /// That text, if it is in the library.
    #[serde(default)]
    pub by_entry: Option<LibraryId>,
}

/// A file for an entry.
#[derive(Debug, Deserialize, TS)]
pub struct LibraryAttach {
    /// Entry.
    pub entry: LibraryId,
    /// What it is.
    pub purpose: String,
    /// The file.
    pub file: Upload,
}

const COLUMNS: &[SortColumn<LibraryEntry>] = &[
    ("title", |one| Key::words(&one.title)),
    ("kind_label", |one| Key::Count(one.kind as i64)),
    ("issuer", |one| Key::words(&one.issuer)),
    ("letter", |one| Key::words(&one.letter)),
    ("issued_on", |one| one.issued_on.map_or(Key::Nothing, Key::Day)),
    ("effective_on", |one| one.effective_on.map_or(Key::Nothing, Key::Day)),
    ("validity_label", |one| Key::Count(one.validity as i64)),
    ("cited", |one| Key::Count(i64::from(one.cited))),
];

/// Every entry that fits, in the order asked for.
pub(super) fn all(desk: &Desk<'_>, q: &LibraryFilter) -> Result<Vec<LibraryEntry>> {
    let mut rows = store::list(desk, q)?;
    arrange(&mut rows, q.order.as_ref(), COLUMNS)?;
    Ok(rows)
}

pub(super) fn list(desk: &Desk<'_>, q: LibraryFilter) -> Result<Rows<LibraryEntry>> {
    Ok(part(all(desk, &q)?, q.slice))
}

pub(super) fn open(desk: &Desk<'_>, q: LibraryAsked) -> Result<LibraryCard> {
    let (entry, facts) = store::get(desk, q.entry)?;
    let article = desk.profile.library.article;
    Ok(LibraryCard {
        allowed: flow::choices(entry.validity, article),
        article: article_name(article),
        citations: citing::cited_by(desk, entry.id)?,
        versions: store::versions(desk, entry.id)?,
        events: store::events(desk, entry.id)?,
        attachments: attachments::of(desk, OWNER, entry.id)?,
        entry,
        facts,
    })
}

pub(super) fn add(desk: &Desk<'_>, q: LibraryAdd) -> Result<LibraryCard> {
    let facts = checked(desk, q.facts, None)?;
    if facts.text.is_empty() && facts.summary.is_empty() && q.files.is_empty() {
        return Err(Refusal::refused("正文、摘要和附件都没有，查到了也看不到内容。")
            .hint("请录入正文或摘要，或附上文件。"));
    }
    let id: LibraryId = desk.new_id();
    store::insert(desk, id, &facts)?;
    store::note(desk, id, "入库", &facts.source)?;
    for file in &q.files {
        attachments::add(desk, OWNER, id, "文件原文", file)?;
    }
    open(desk, LibraryAsked { entry: id })
}

pub(super) fn edit(desk: &Desk<'_>, q: LibraryEdit) -> Result<LibraryCard> {
    let (entry, old) = store::get(desk, q.entry)?;
    let facts = checked(desk, q.facts, Some(entry.id))?;
    if facts == old {
        return Err(Refusal::refused("内容没有改动，没有另存一版。").hint("请改动后再保存，或直接关闭。"));
    }
    let reason = needed(&q.reason, "更改的原因")?;
    store::update(desk, entry.id, q.version, &facts, reason)?;
    store::note(desk, entry.id, "更正", reason)?;
    open(desk, LibraryAsked { entry: entry.id })
}

/// Trimmed, with what must be there; refuses a second entry of the same text.
fn checked(desk: &Desk<'_>, facts: LibraryFacts, own: Option<LibraryId>) -> Result<LibraryFacts> {
    let title = needed(&facts.title, "文件名称")?;
    // 《…》 is written by whoever shows a title, not kept in it.
    let bare = title.strip_prefix('《').and_then(|rest| rest.strip_suffix('》'));
    let facts = LibraryFacts {
        title: bare.filter(|inner| !inner.contains('《')).unwrap_or(title).trim().into(),
        issuer: needed(&facts.issuer, "发布机关")?.into(),
        letter: facts.letter.trim().into(),
        source: facts.source.trim().into(),
        summary: facts.summary.trim().into(),
        text: facts.text.trim().into(),
        ..facts
    };
    if let Some(issued) = facts.issued_on.filter(|issued| *issued > desk.today()) {
        return Err(Refusal::refused(format!("发布日期{}还没有到。", date(issued))).hint("请核对发布日期。"));
    }
    if let Some(twin) = store::twin(desk, &facts, own)? {
        return Err(Refusal::refused(format!("《{twin}》已经在库里（名称、文号和发布日期相同）。"))
            .hint("请打开已有的一条更正，或核对文号。"));
    }
    Ok(facts)
}

pub(super) fn set_validity(desk: &Desk<'_>, q: LibraryValiditySet) -> Result<LibraryCard> {
    let (entry, _) = store::get(desk, q.entry)?;
    let article = desk.profile.library.article;
    let to = flow::next(entry.validity, q.step, article)?;
    if q.step == ValidityStep::Restore {
        let why = needed(&q.by, "更正的原因")?;
        store::set_validity(desk, &entry, q.version, &Became { to, by: "", on: None, entry: None })?;
        let was = format!("原登记“{}”（{}）。{why}", entry.validity_label, entry.validity_by);
        store::note(desk, entry.id, q.step.label(), &was)?;
        return open(desk, LibraryAsked { entry: entry.id });
    }
    let on = q.on.ok_or_else(|| Refusal::refused("没有填写日期。").hint("请填写修改或废止生效的日期。"))?;
    if on > desk.today() || entry.issued_on.is_some_and(|issued| on < issued) {
        return Err(Refusal::refused(format!(
            "日期{}不对：不能早于这份文件发布之日，也不能晚于今天。",
            date(on)
        ))
        .hint("请按新文件的施行日期填写；还没有施行的，到期再登记。"));
    }
    let (other, by) = match q.by_entry {
        Some(id) if id == entry.id => {
            return Err(Refusal::refused("一份文件不能修改或废止它自己。").hint("请选择另一份文件。"));
        }
        Some(id) => {
            let other = store::get(desk, id)?.0;
            let by = if q.by.trim().is_empty() { named(&other) } else { q.by.trim().to_owned() };
            (Some(id), by)
        }
        None => (None, needed(&q.by, "依据的文件")?.to_owned()),
    };
    store::set_validity(desk, &entry, q.version, &Became { to, by: &by, on: Some(on), entry: other })?;
    store::note(desk, entry.id, q.step.label(), &format!("{}起，依据{by}", date(on)))?;
    open(desk, LibraryAsked { entry: entry.id })
}

/// Title and number.
fn named(entry: &LibraryEntry) -> String {
    match entry.letter.as_str() {
        "" => format!("《{}》", entry.title),
        letter => format!("《{}》（{letter}）", entry.title),
    }
}

pub(super) fn attach(desk: &Desk<'_>, q: LibraryAttach) -> Result<LibraryCard> {
    let (entry, _) = store::get(desk, q.entry)?;
    attachments::add(desk, OWNER, entry.id, needed(&q.purpose, "附件的用途")?, &q.file)?;
    open(desk, LibraryAsked { entry: entry.id })
}

pub(super) fn ledger(desk: &Desk<'_>, q: LibraryFilter) -> Result<Ledger> {
    Ok(ledgers::entries(desk, &all(desk, &q)?))
}
