//! Matters (事项审定, 第六条, 第七条): what is put to the leading group, who decides on it, and that nobody else does.
//!
//! ```text
//! 一般: 提出(编号) ──审定: 副组长, 或受副组长委托的创建办主任──▶ 已审定 ──▶ 办结
//! 重大: 提出(编号) ──联席会议审议──▶ 已审议 ──组长审定──▶ 已审定 ──▶ 办结        一般 ──提升──▶ 重大
//! ```
//!
//! It promises that a major matter closes only with both the meeting and the leader, that whoever decides holds the post
//! on that day, that a matter is never lowered, and that every word once closed stays readable. It deliberately plans no
//! meeting and follows nothing up: it points at what the meetings hold.
mod card;
mod commands;
mod deciders;
mod due;
mod entrustment;
mod entrustments;
mod find;
mod flow;
mod forms;
mod kinds;
mod ledgers;
mod record;
mod steps;
mod store;

use crate::kernel::Command;
use crate::kernel::command::{changes, exports_ledger, prints, prints_ledger, reads};
use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;
use crate::kernel::role::Role;

pub use commands::MatterFilter;
pub use due::due;
pub use kinds::{MatterId, MatterLevel, MatterStage};
pub use record::Matter;

/// What the library is told is the kind of a matter that cites.
const CITES: &str = "matter";

/// This room's rows of the front desk's list.
pub fn commands() -> Vec<Command> {
    let (office, readers) = (Role::OFFICE, Role::READERS);
    vec![
        reads("matter_list", "事项审定台账", readers, commands::list),
        reads("matter_open", "打开事项", readers, commands::open),
        reads("matter_find", "查找事项", readers, find::find),
        reads("matter_deciders", "可以审定的人选", readers, commands::deciders),
        reads("matter_meetings", "可以审议的会议", readers, commands::meetings),
        changes("matter_add", "提出事项", office, commands::add),
        changes("matter_edit", "修改事项", office, commands::edit),
        changes("matter_attach", "添加事项附件", office, commands::attach),
        changes("matter_cite", "事项引用政策法规", office, commands::cite),
        changes("matter_uncite", "取消事项的引用", office, commands::uncite),
        changes("matter_take_step", "办理事项", office, steps::take_step),
        reads("matter_entrustments", "委托审定书", readers, entrustments::list),
        reads("matter_entrustment_files", "委托审定书扫描件", readers, entrustments::files),
        changes("matter_entrust", "登记委托审定书", office, entrustments::add),
        changes("matter_entrust_end", "登记收回委托审定", office, entrustments::end),
        prints("matter_print", "事项审定单", readers, commands::print),
        exports_ledger("matter_ledger", "事项审定台账", office, commands::ledger),
        prints_ledger("matter_ledger_print", "打印事项审定台账", office, commands::ledger),
    ]
}

/// Matters that fit the filter.
pub fn matters(desk: &Desk<'_>, filter: &MatterFilter) -> Result<Vec<Matter>> {
    commands::all(desk, filter)
}
