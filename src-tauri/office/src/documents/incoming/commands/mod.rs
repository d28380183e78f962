//! What can be asked of papers that came in; one function an intent, what is asked stands beside it.
mod beside;
mod choices;
mod circulation;
mod papers;
mod print;
mod steps;

use crate::kernel::Command;
use crate::kernel::command::{changes, exports_ledger, prints, prints_ledger, reads};
use crate::kernel::role::Role;

pub use papers::IncomingFilter;

/// The rows of the front desk's list.
pub fn commands() -> Vec<Command> {
    let (office, readers) = (Role::OFFICE, Role::READERS);
    vec![
        reads("incoming_list", "收文登记簿", readers, papers::list),
        reads("incoming_open", "打开收文", readers, papers::open),
        reads("incoming_choices", "来文类别、状态和办理方式", readers, choices::choices),
        reads("incoming_instructors", "可以批示的领导", readers, steps::instructors),
        changes("incoming_receive", "签收来文", office, papers::receive),
        changes("incoming_register", "登记来文", office, papers::register),
        changes("incoming_correct", "更正收文登记", office, papers::correct),
        changes("incoming_attach", "添加收文附件", office, papers::attach),
        changes("incoming_take_step", "办理收文", office, steps::take_step),
        changes("incoming_handler_answer", "登记承办情况", office, beside::answer),
        changes("incoming_urge", "催办来文", office, beside::urge),
        changes("incoming_followup_open", "按批示交督办", office, beside::open_item),
        changes("incoming_circulate", "列入传阅", office, circulation::add),
        changes("incoming_circulate_send", "登记送阅", office, circulation::send),
        changes("incoming_circulate_return", "登记阅退", office, circulation::take_back),
        changes("incoming_circulate_remove", "减去传阅人", office, circulation::remove),
        prints("incoming_sheet_print", "收文处理笺", readers, print::sheet),
        prints("incoming_circulation_print", "传阅单", readers, print::circulation),
        exports_ledger("incoming_ledger", "收文登记簿", office, print::ledger),
        prints_ledger("incoming_ledger_print", "打印收文登记簿", office, print::ledger_book),
        exports_ledger("incoming_filings_ledger", "备案登记簿", office, print::filings),
        prints_ledger("incoming_filings_print", "打印备案登记簿", office, print::filings_book),
    ]
}
