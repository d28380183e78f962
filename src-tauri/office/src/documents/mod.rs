//! Documents (文件审签, 第十四条 to 第十六条): what comes in is registered, read and answered; what goes out is signed,
//! numbered, printed and received.
//!
//! ```text
//! 收文: 签收 ─▶ 登记(编号) ─▶ 初审 ─▶ 拟办 ─▶ 批示 ─▶ 承办 / 传阅 / 催办 ─▶ 答复 ─▶ 办结          incoming/flow.rs
//! 发文: 拟稿 ─▶ 承办部门 ─▶ 主任 ─▶ 副组长 ─▶ 组长 ─▶ 签发(编号) ─▶ 校核 ─▶ 印发 ─▶ 分发签收      outgoing/flow.rs
//! ```
//!
//! It promises that no station is skipped, that nobody signs who may not on that day, that a number is given at signature
//! and never again, and that every version of the words stays readable. At an instruction it hands work to the follow-up
//! room. It deliberately keeps no secret papers, knows no meeting and files nothing away: the archive asks it.
mod delegation;
mod delegations;
mod due;
mod find;
mod incoming;
mod kinds;
mod outgoing;
mod proofs;
mod seals;
mod step;
mod store;
mod templates;
mod words;

use crate::kernel::Command;
use crate::kernel::command::{changes, reads};
use crate::kernel::desk::Desk;
use crate::kernel::diff;
use crate::kernel::refusal::Result;
use crate::kernel::role::Role;
use crate::kernel::rows::Slice;

pub use due::due;
pub use incoming::IncomingFilter;
pub use incoming::flow::{IncomingKind, IncomingStage};
pub use incoming::record::Incoming;
pub use kinds::{IncomingId, OutgoingId};
pub use outgoing::OutgoingFilter;
pub use outgoing::flow::OutgoingStage;
pub use outgoing::record::Outgoing;

/// This room's rows of the front desk's list.
pub fn commands() -> Vec<Command> {
    let own = vec![
        reads("document_find", "查找收文和发文", Role::READERS, find::find),
        reads("document_delegations", "委托签发书", Role::READERS, delegations::list),
        reads("document_delegation_choices", "可以委托的人和范围", Role::READERS, delegations::choices),
        reads("document_delegation_files", "委托书扫描件", Role::READERS, delegations::files),
        changes("document_delegation_add", "登记委托签发书", Role::OFFICE, delegations::add),
        changes("document_delegation_end", "登记收回委托", Role::OFFICE, delegations::end),
        reads("document_seals", "印章图片", Role::OFFICE, seals::list),
        changes("document_seal_set", "设置印章图片", &[Role::Director], seals::set),
        changes("document_seal_remove", "停用印章图片", &[Role::Director], seals::remove),
        reads("document_templates", "公文范本", Role::READERS, templates::list),
        reads("document_template_fill", "套用范本", Role::READERS, templates::fill),
        changes("document_template_save", "保存公文范本", Role::OFFICE, templates::save),
        changes("document_template_remove", "删去公文范本", Role::OFFICE, templates::remove),
        changes("document_template_restore", "恢复随附范本", Role::OFFICE, templates::restore),
    ];
    [incoming::commands::commands(), outgoing::commands::commands(), own].into_iter().flatten().collect()
}

/// Whose forms these are.
fn letterhead(desk: &Desk<'_>) -> press::forms::Letterhead {
    let (group, office) = (&desk.profile.group, &desk.profile.office);
    press::forms::Letterhead {
        group: group.name.clone(),
        group_short: group.short.clone(),
        office: office.name.clone(),
        office_short: office.short.clone(),
        printed_on: words::date(desk.today()),
    }
}

/// Papers that came in and fit the filter, newest first.
pub fn incoming(desk: &Desk<'_>, filter: &IncomingFilter, slice: Slice) -> Result<Vec<Incoming>> {
    Ok(incoming::store::papers::list(desk, filter, slice)?.0)
}

/// Documents that go out and fit the filter, newest first.
pub fn outgoing(desk: &Desk<'_>, filter: &OutgoingFilter, slice: Slice) -> Result<Vec<Outgoing>> {
    Ok(outgoing::store::documents::list(desk, filter, slice)?.0)
}
