//! What can be asked of documents that go out; one function an intent, what is asked stands beside it.
mod choices;
mod circular;
mod compiled;
mod copies;
mod draft;
mod print;
mod steps;
mod versions;

use crate::kernel::Command;
use crate::kernel::command::{changes, exports, exports_ledger, prints, prints_ledger, reads};
use crate::kernel::role::Role;

pub use draft::OutgoingFilter;

/// The rows of the front desk's list.
pub fn commands() -> Vec<Command> {
    let (office, readers) = (Role::OFFICE, Role::READERS);
    vec![
        reads("outgoing_list", "发文登记簿", readers, draft::list),
        reads("outgoing_open", "打开发文", readers, draft::open),
        reads("outgoing_choices", "文种、字头和办理程序", readers, choices::choices),
        reads("outgoing_recipients", "主送、抄送的人选", readers, draft::recipients),
        reads("outgoing_signers", "可以签批的人", readers, draft::signers),
        changes("outgoing_start", "拟稿", office, draft::start),
        changes("outgoing_compile", "拟办督办汇总", office, compiled::start),
        changes("outgoing_start_circular", "拟信息报送通报", office, circular::start),
        changes("outgoing_save", "保存文稿", office, draft::save),
        changes("outgoing_reissue", "重新制发", office, draft::reissue),
        changes("outgoing_attach", "添加发文附件", office, draft::attach),
        changes("outgoing_take_step", "办理发文", office, steps::take_step),
        changes("outgoing_cosign_record", "登记会签", office, steps::cosign),
        reads("outgoing_versions", "文稿各稿", readers, versions::all),
        reads("outgoing_compare", "比较两稿", readers, versions::compare),
        changes("outgoing_copy_add", "增加分发对象", office, copies::add),
        changes("outgoing_copy_send", "登记分发", office, copies::send),
        changes("outgoing_copy_receive", "登记签收", office, copies::receive),
        prints("outgoing_print", "公文", readers, print::document),
        exports("outgoing_print_sealed", "套印印章的公文", office, print::sealed),
        prints("outgoing_preview", "公文纸样", readers, print::preview),
        prints("outgoing_sheet_print", "发文稿纸", readers, print::sheet),
        prints("outgoing_compare_print", "花脸稿", readers, print::comparison),
        exports_ledger("outgoing_ledger", "发文登记簿", office, print::ledger),
        prints_ledger("outgoing_ledger_print", "打印发文登记簿", office, print::ledger_book),
    ]
}
