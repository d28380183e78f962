//! Follow-up (督办): work with a day by which it must be answered, until the office accepts the answer (第十二条).
//!
//! ```text
//! 办理中 ──登记回复──▶ 已回复待审 ──认可──▶ 已办结
//!   ▲───────退回──────────┘                          已撤销: the source was made void
//! ```
//!
//! It promises that an item keeps its number, its source and every answer ever given to it. It deliberately knows no
//! meeting and no register: whoever opens an item hands over names and ids as of that day.
mod commands;
mod due;
mod flow;
mod item;
mod ledgers;
mod store;

use chrono::{Datelike, NaiveDate};

use crate::kernel::Command;
use crate::kernel::command::{changes, exports_ledger, prints_ledger, reads};
use crate::kernel::desk::Desk;
use crate::kernel::numbering;
use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::role::Role;

pub use due::due;
pub use flow::{FollowupStage, FollowupStep};
pub use item::{FollowupFigures, FollowupId, FollowupItem, FollowupUnit, NewItem};

/// This room's rows of the front desk's list.
pub fn commands() -> Vec<Command> {
    vec![
        reads("followup_items", "督办事项", Role::READERS, commands::items),
        reads("followup_open", "打开督办事项", Role::READERS, commands::open),
        changes("followup_reply_record", "登记办理结果", Role::OFFICE, commands::reply),
        changes("followup_accept", "认可办理结果", Role::OFFICE, commands::accept),
        changes("followup_return", "退回办理结果", Role::OFFICE, commands::send_back),
        exports_ledger("followup_ledger", "决定事项办理台账", Role::OFFICE, commands::ledger),
        prints_ledger("followup_ledger_print", "打印决定事项办理台账", Role::OFFICE, commands::ledger),
    ]
}

/// Ledgers of this room: (key, Chinese title, command).
pub fn ledgers() -> &'static [(&'static str, &'static str, &'static str)] {
    &[("followup", "决定事项办理台账", "followup_ledger")]
}

/// Opens an item: gives it its number and lays it on its units. No unit may stand in it twice.
pub fn open(desk: &Desk<'_>, new: &NewItem) -> Result<FollowupId> {
    check(desk, new)?;
    let id: FollowupId = desk.new_id();
    let pattern = &desk.profile.decisions.number;
    let given = numbering::next(desk, "decision", desk.today().year(), pattern, id)?;
    store::insert(desk, id, &given, new)?;
    store::note(desk, id, "交办", &new.source_name)?;
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
        let to = flow::next(item.stage, FollowupStep::Withdraw, desk.profile.decisions.article)?;
        let change = store::Change {
            to: Some(to),
            reply_on: item.reply_on,
            reply: &item.reply,
            reply_number: &item.reply_number,
            reason,
            ..store::Change::default()
        };
        store::apply(desk, &item, item.version, &change)?;
        numbering::void(desk, store::number_id(desk, *id)?, reason)?;
        store::note(desk, *id, FollowupStep::Withdraw.label(), reason)?;
    }
    Ok(ids)
}

/// How many items stand where on a day.
pub fn figures(desk: &Desk<'_>, day: NaiveDate) -> Result<FollowupFigures> {
    store::figures(desk, day)
}

fn check(desk: &Desk<'_>, new: &NewItem) -> Result<()> {
    let no = |words: String| Err(Refusal::refused(words).article(desk.profile.decisions.article));
    if new.text.trim().is_empty() {
        return no("督办事项没有内容。".into());
    }
    for (at, helper) in new.helpers.iter().enumerate() {
        let twice =
            helper.unit == new.lead.unit || new.helpers[..at].iter().any(|other| other.unit == helper.unit);
        if twice {
            return no(format!("{}在同一事项中出现了两次。", helper.short));
        }
    }
    Ok(())
}
