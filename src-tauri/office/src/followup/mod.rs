//! Follow-up (督办): work with a day by which it must be answered, until the office accepts the answer (第十二条).
//!
//! ```text
//! 会议纪要签发、领导批示 ─┐
//! 手工立项 ──────────────┴▶ 待下发 ──通知──▶ 办理中 ──回复──▶ 已回复待审 ──认可──▶ 已办结      flow.rs
//!                                          进展 催办 延期 升级 暂缓     ▲──退回──┘
//! 已办结、未办结 ──汇总──▶ 汇总报告、通报: a draft that the documents room starts and takes to signature
//! ```
//!
//! It promises that an item keeps its number, its source, every last day and every answer ever given to it; that more
//! time is asked for only before the last day is over; that a new demand makes a new item and changes no old one.
//! It deliberately knows no meeting and no document: whoever hands an item over brings names and ids of that day.
mod beside;
mod card;
mod commands;
mod compile;
mod due;
mod flow;
mod forms;
mod guards;
mod item;
mod kinds;
mod ledgers;
mod rules;
mod store;

use chrono::{Datelike, NaiveDate};

use crate::kernel::desk::Desk;
use crate::kernel::numbering;
use crate::kernel::refusal::{Refusal, Result};

pub use commands::FollowupFilter;
pub use commands::commands;
pub use commands::compile::FollowupCompileAsked;
pub use due::due;
pub use flow::{FollowupStage, FollowupStep};
pub use item::{FollowupFigures, FollowupItem, FollowupLink, FollowupUnit, NewItem, Terms};
pub use kinds::{FollowupCompilationKind, FollowupId, FollowupSource};

/// Owner kind of papers that belong to an item itself.
const OWNER: &str = "followup_item";

/// Ledgers of this room: (key, Chinese title, command).
pub fn ledgers() -> &'static [(&'static str, &'static str, &'static str)] {
    &[
        ("followup", "督办事项台账", "followup_ledger"),
        ("followup_urgings", "催办登记簿", "followup_urging_ledger"),
    ]
}

/// Opens an item: gives it its number and lays it on its units. No unit may stand in it twice.
pub fn open(desk: &Desk<'_>, new: &NewItem) -> Result<FollowupId> {
    enter(desk, new)
}

fn enter(desk: &Desk<'_>, new: &NewItem) -> Result<FollowupId> {
    check(desk, new)?;
    let rules = &desk.profile.followup;
    let notice_first = rules.source(new.source_kind.key()).is_none_or(|source| source.notice_first);
    let stage = if notice_first { FollowupStage::Registered } else { FollowupStage::Open };
    let pattern = if rules.number.is_empty() { &desk.profile.decisions.number } else { &rules.number };
    let id: FollowupId = desk.new_id();
    // One register for all six sources: the series goes on from the decisions of old.
    let given = numbering::next(desk, "decision", desk.today().year(), pattern, id)?;
    store::insert(desk, id, stage, &given, new)?;
    store::events::opened(desk, id, stage, &new.source_name)?;
    if let Some(previous) = new.terms.previous {
        let old = store::get(desk, previous)?;
        store::events::remark(desk, &old, "另立新事项", &format!("{}接续办理", given.text))?;
    }
    Ok(id)
}

/// One item.
pub fn item(desk: &Desk<'_>, id: FollowupId) -> Result<FollowupItem> {
    store::get(desk, id)
}

/// Withdraws what a source laid on units and is not closed yet; numbers are voided, not given again.
pub fn withdraw_all(
    desk: &Desk<'_>,
    source_kind: &str,
    source: &str,
    reason: &str,
) -> Result<Vec<FollowupId>> {
    let ids = store::unclosed_of(desk, source_kind, source)?;
    for id in &ids {
        let item = store::get(desk, *id)?;
        let step = FollowupStep::Withdraw;
        let to = flow::next(item.stage, step, desk.profile.decisions.article)?;
        let change = store::Change { reason, ..store::Change::of(desk, &item, to) };
        store::apply(desk, &item, item.version, &change)?;
        store::time::end_pause(desk, *id, desk.today())?;
        store::time::lapse_extension(desk, *id)?;
        numbering::void(desk, store::number_id(desk, *id)?, reason)?;
        store::events::took(desk, &item, step, to, desk.today(), reason, None)?;
    }
    Ok(ids)
}

/// How many items stand where on a day.
pub fn figures(desk: &Desk<'_>, day: NaiveDate) -> Result<FollowupFigures> {
    store::figures(desk, day)
}

/// What a document is started from.
#[derive(Debug, Clone)]
pub struct Compiled {
    /// Report or circular.
    pub kind: FollowupCompilationKind,
    /// Title.
    pub title: String,
    /// Text.
    pub text: String,
    /// Title of the annex.
    pub annex: String,
    /// Its table, cells parted by tabs.
    pub table: String,
    items: Vec<FollowupItem>,
}

/// Compiles results for a report or a circular; written down by [`compiled_in`].
pub fn compile(desk: &Desk<'_>, asked: &FollowupCompileAsked) -> Result<Compiled> {
    let (items, written) = commands::compile::compiled(desk, asked)?;
    let compile::Written { title, text, annex, table } = written;
    Ok(Compiled { kind: asked.kind, title, text, annex, table, items })
}

/// Ties items to the document that was started from them; it may be tied only once.
pub fn compiled_in(desk: &Desk<'_>, compiled: &Compiled, document: &str, title: &str) -> Result<()> {
    let ids: Vec<FollowupId> = compiled.items.iter().map(|item| item.id).collect();
    store::compiled::insert(desk, compiled.kind, title, document, &ids)?;
    for item in &compiled.items {
        store::events::remark(desk, item, &format!("列入{}", compiled.kind.label()), title)?;
    }
    Ok(())
}

/// The items that stand in a document.
pub fn items_of_document(desk: &Desk<'_>, document: &str) -> Result<Vec<FollowupLink>> {
    let ids = store::compiled::of_document(desk, document)?;
    ids.into_iter().map(|id| card::link(desk, id)).collect()
}

fn check(desk: &Desk<'_>, new: &NewItem) -> Result<()> {
    let no = |words: String, hint: &str| {
        Err(Refusal::refused(words).hint(hint).article(desk.profile.decisions.article))
    };
    if new.text.trim().is_empty() {
        return no("督办事项没有内容。".into(), "请填写承办事项。");
    }
    for (at, helper) in new.helpers.iter().enumerate() {
        let twice =
            helper.unit == new.lead.unit || new.helpers[..at].iter().any(|other| other.unit == helper.unit);
        if twice {
            let what = format!("{}在同一事项中出现了两次。", helper.short);
            return no(what, "一个单位在一个事项中只担任一种角色，请删去一处。");
        }
    }
    Ok(())
}
