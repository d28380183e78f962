//! What can be asked of matters: look, raise, put the words right, cite, attach, print. Steps are in `steps.rs`.
use chrono::{Datelike, NaiveDate};
use press::Ledger;
use serde::Deserialize;
use ts_rs::TS;

use super::kinds::{MatterId, MatterLevel, MatterStage};
use super::record::{Matter, MatterCard, MatterDecider, MatterMeeting};
use super::store::{Facts, Raised};
use super::{card, deciders, forms, ledgers, steps, store};
use crate::kernel::answer::Paper;
use crate::kernel::attachments::{self, Upload};
use crate::kernel::checks::{needed, possible};
use crate::kernel::desk::Desk;
use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::rows::{Key, Order, Rows, Slice, SortColumn, arrange, part};
use crate::kernel::{numbering, paper};
use crate::library::{self, CitationId, LibraryId};
use crate::registry::{self, UnitId};

/// Owner kind of files and scans.
pub(super) const OWNER: &str = "matter";

/// Which matters are wanted.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct MatterFilter {
    /// Raised in this year.
    pub year: Option<i32>,
    /// Only this level.
    pub level: Option<MatterLevel>,
    /// Only this stage.
    pub stage: Option<MatterStage>,
    /// Only raised by this unit.
    pub unit: Option<UnitId>,
    /// Only matters that are not closed.
    pub waiting: bool,
    /// Words in title, text, number, who raised it or the result.
    pub words: String,
    /// Which part of the list.
    pub slice: Slice,
    /// In which order; the newest first if left out.
    pub order: Option<Order>,
}

/// Which matter.
#[derive(Debug, Deserialize, TS)]
pub struct MatterAsked {
    /// Its id.
    pub matter: MatterId,
}

/// A new matter.
#[derive(Debug, Deserialize, TS)]
pub struct MatterAdd {
    /// Level.
    pub level: MatterLevel,
    /// What it is called.
    pub title: String,
    /// What is asked.
    pub text: String,
    /// What it rests on.
    #[serde(default)]
    pub basis: String,
    /// The unit that raises it.
    #[serde(default)]
    pub unit: Option<UnitId>,
    /// Who raises it; the unit if empty.
    #[serde(default)]
    pub raised_by: String,
    /// When.
    pub raised_on: NaiveDate,
    /// Files.
    #[serde(default)]
    pub files: Vec<Upload>,
}

/// New words; after closing as a new version with its reason.
#[derive(Debug, Deserialize, TS)]
pub struct MatterEdit {
    /// Matter.
    pub matter: MatterId,
    /// Version it was seen in.
    pub version: i64,
    /// What it is called.
    pub title: String,
    /// What is asked.
    pub text: String,
    /// What it rests on.
    #[serde(default)]
    pub basis: String,
    /// After closing: the result.
    #[serde(default)]
    pub result: String,
    /// After closing: why.
    #[serde(default)]
    pub reason: String,
}

/// A file for a matter.
#[derive(Debug, Deserialize, TS)]
pub struct MatterAttach {
    /// Matter.
    pub matter: MatterId,
    /// What it is.
    pub purpose: String,
    /// The file.
    pub file: Upload,
}

/// A matter rests on an entry of the library.
#[derive(Debug, Deserialize, TS)]
pub struct MatterCite {
    /// Matter.
    pub matter: MatterId,
    /// Entry.
    pub entry: LibraryId,
    /// Which article of it, or why.
    #[serde(default)]
    pub note: String,
}

/// A citation is taken back.
#[derive(Debug, Deserialize, TS)]
pub struct MatterUncite {
    /// Matter.
    pub matter: MatterId,
    /// Citation.
    pub citation: CitationId,
}

/// Who may decide on which day.
#[derive(Debug, Deserialize, TS)]
pub struct MatterDecidersAsked {
    /// Matter.
    pub matter: MatterId,
    /// Day on the paper; today if left out.
    #[serde(default)]
    pub on: Option<NaiveDate>,
}

const COLUMNS: &[SortColumn<Matter>] = &[
    ("number", |one| Key::words(&one.number)),
    ("title", |one| Key::words(&one.title)),
    ("level_label", |one| Key::Count(one.level as i64)),
    ("stage_label", |one| Key::Count(one.stage as i64)),
    ("raised_by", |one| Key::words(&one.raised_by)),
    ("raised_on", |one| Key::Day(one.raised_on)),
    ("decided_on", |one| one.decided_on.map_or(Key::Nothing, Key::Day)),
    ("decided_by", |one| Key::words(&one.decided_by)),
    ("closed_on", |one| one.closed_on.map_or(Key::Nothing, Key::Day)),
    ("days_left", |one| one.days_left.map_or(Key::Nothing, Key::Count)),
];

/// Every matter that fits, in the order asked for.
pub(super) fn all(desk: &Desk<'_>, q: &MatterFilter) -> Result<Vec<Matter>> {
    let mut rows = store::list(desk, q)?;
    arrange(&mut rows, q.order.as_ref(), COLUMNS)?;
    Ok(rows)
}

pub(super) fn list(desk: &Desk<'_>, q: MatterFilter) -> Result<Rows<Matter>> {
    Ok(part(all(desk, &q)?, q.slice))
}

pub(super) fn open(desk: &Desk<'_>, q: MatterAsked) -> Result<MatterCard> {
    card::of(desk, q.matter)
}

pub(super) fn add(desk: &Desk<'_>, q: MatterAdd) -> Result<MatterCard> {
    let on = possible(q.raised_on, NaiveDate::MIN, desk.today(), "提出日期", "提出")?;
    let unit = q.unit.map(|id| registry::unit(desk, id)).transpose()?;
    let short = unit.map(|unit| unit.short).unwrap_or_default();
    let by = match (q.raised_by.trim(), short.as_str()) {
        ("", "") => {
            return Err(Refusal::refused("没有写明由谁提出。").hint("请选择提出单位，或填写提出人。"));
        }
        ("", unit) => unit.to_owned(),
        (name, _) => name.to_owned(),
    };
    let id: MatterId = desk.new_id();
    let given = numbering::next(desk, "matter", on.year(), &desk.profile.matters.number, id)?;
    let facts = Facts {
        title: needed(&q.title, "事项名称")?,
        text: needed(&q.text, "事项内容")?,
        basis: q.basis.trim(),
    };
    let raised = Raised { level: q.level, unit: q.unit, unit_short: &short, by: &by, on };
    store::insert(desk, id, &given, &facts, &raised)?;
    for file in &q.files {
        attachments::add(desk, OWNER, id, "事项材料", file)?;
    }
    card::of(desk, id)
}

pub(super) fn edit(desk: &Desk<'_>, q: MatterEdit) -> Result<MatterCard> {
    let matter = store::get(desk, q.matter)?;
    card::may_edit(desk, &matter)?;
    let facts = Facts {
        title: needed(&q.title, "事项名称")?,
        text: needed(&q.text, "事项内容")?,
        basis: q.basis.trim(),
    };
    let closed = matter.stage == MatterStage::Closed;
    let reason = if closed { needed(&q.reason, "更正的原因")? } else { q.reason.trim() };
    let result = if closed { needed(&q.result, "办理结果")? } else { matter.result.as_str() };
    let same = (facts.title, facts.text, facts.basis, result)
        == (matter.title.as_str(), matter.text.as_str(), matter.basis.as_str(), matter.result.as_str());
    if same {
        return Err(Refusal::refused("内容没有改动，没有另存一版。").hint("请改动后再保存，或直接关闭。"));
    }
    store::edit(desk, &matter, q.version, &facts, result, reason)?;
    card::of(desk, matter.id)
}

pub(super) fn attach(desk: &Desk<'_>, q: MatterAttach) -> Result<MatterCard> {
    let matter = store::get(desk, q.matter)?;
    attachments::add(desk, OWNER, matter.id, needed(&q.purpose, "附件的用途")?, &q.file)?;
    card::of(desk, matter.id)
}

pub(super) fn cite(desk: &Desk<'_>, q: MatterCite) -> Result<MatterCard> {
    let matter = store::get(desk, q.matter)?;
    let citing = library::Citing {
        kind: super::CITES,
        record: matter.id.to_string(),
        label: format!("{}　{}", matter.number, matter.title),
        page: format!("/matters/{}", matter.id),
    };
    library::cite(desk, q.entry, &citing, &q.note)?;
    card::of(desk, matter.id)
}

pub(super) fn uncite(desk: &Desk<'_>, q: MatterUncite) -> Result<MatterCard> {
    library::take_back(desk, super::CITES, &q.matter.to_string(), q.citation)?;
    card::of(desk, q.matter)
}

pub(super) fn deciders(desk: &Desk<'_>, q: MatterDecidersAsked) -> Result<Vec<MatterDecider>> {
    deciders::on(desk, &store::get(desk, q.matter)?, q.on.unwrap_or(desk.today()))
}

pub(super) fn meetings(desk: &Desk<'_>, q: MatterAsked) -> Result<Vec<MatterMeeting>> {
    steps::meetings_for(desk, &store::get(desk, q.matter)?)
}

pub(super) fn print(desk: &Desk<'_>, q: MatterAsked) -> Result<Paper> {
    paper::form(desk, forms::sheet(desk, &card::of(desk, q.matter)?))
}

pub(super) fn ledger(desk: &Desk<'_>, q: MatterFilter) -> Result<Ledger> {
    Ok(ledgers::matters(desk, &all(desk, &q)?))
}
