//! What can be asked of the items; one function an intent, what is asked stands beside it.
pub mod compile;
mod list;
mod print;
mod register;
mod steps;
mod time;

use crate::kernel::Command;
use crate::kernel::command::{changes, exports_ledger, prints, prints_ledger, reads};
use crate::kernel::role::Role;

pub use list::FollowupFilter;

/// The rows of the front desk's list.
pub fn commands() -> Vec<Command> {
    let (office, readers) = (Role::OFFICE, Role::READERS);
    vec![
        reads("followup_items", "督办事项", readers, list::items),
        reads("followup_open", "打开督办事项", readers, list::open),
        reads("followup_choices", "督办的来源、频次和审批人", readers, list::choices),
        changes("followup_register", "督办立项", office, register::register),
        changes("followup_amend", "修改督办登记", office, register::amend),
        changes("followup_attach", "添加督办附件", office, register::attach),
        changes("followup_take_step", "办理督办事项", office, steps::take_step),
        reads("followup_compile_preview", "督办汇总预览", readers, compile::preview),
        prints("followup_notice_print", "督办通知单", readers, print::notice),
        prints("followup_reply_print", "督办反馈单", readers, print::reply),
        prints("followup_urging_print", "催办单", readers, print::urging),
        prints("followup_extension_print", "延期申请", readers, print::extension),
        prints("followup_summary_print", "办理情况汇总表", readers, print::summary),
        exports_ledger("followup_ledger", "督办事项台账", office, print::ledger),
        prints_ledger("followup_ledger_print", "打印督办事项台账", office, print::ledger_on_paper),
        exports_ledger("followup_urging_ledger", "催办登记簿", office, print::urgings),
        prints_ledger("followup_urging_ledger_print", "打印催办登记簿", office, print::urgings),
    ]
}
