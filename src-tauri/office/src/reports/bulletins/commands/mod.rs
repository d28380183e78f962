//! What can be asked of the bulletin; one function an intent, what is asked stands beside it.
mod copies;
mod edit;
mod items;
mod print;
mod steps;

use crate::kernel::command::{Command, changes, exports, exports_ledger, prints, prints_ledger, reads};
use crate::kernel::role::Role;

/// The rows of the front desk's list.
pub(in crate::reports) fn commands() -> Vec<Command> {
    let (office, readers) = (Role::OFFICE, Role::READERS);
    vec![
        reads("bulletins", "工作简报目录", readers, edit::list),
        reads("bulletin_open", "打开工作简报", readers, edit::open),
        reads("bulletin_material", "可以编用的稿件", readers, edit::material),
        reads("bulletin_compare", "对照原稿", readers, items::compare),
        changes("bulletin_start", "新编一期简报", office, edit::start),
        changes("bulletin_save", "保存简报", office, edit::save),
        changes("bulletin_column_add", "增加栏目", office, edit::column_add),
        changes("bulletin_column_edit", "修改栏目", office, edit::column_edit),
        changes("bulletin_column_remove", "删去栏目", office, edit::column_remove),
        changes("bulletin_item_add", "编入稿件", office, items::add),
        changes("bulletin_item_save", "编辑稿件", office, items::save),
        changes("bulletin_item_move", "移动稿件", office, items::moved),
        changes("bulletin_item_remove", "撤下稿件", office, items::remove),
        changes("bulletin_items_merge", "合并稿件", office, items::merge),
        changes("bulletin_item_split", "拆分稿件", office, items::split),
        changes("bulletin_attach", "添加简报附件", office, edit::attach),
        changes("bulletin_take_step", "办理简报", office, steps::take_step),
        changes("bulletin_copy_add", "增加简报分发对象", office, copies::add),
        changes("bulletin_copy_send", "登记简报分发", office, copies::send),
        changes("bulletin_copy_receive", "登记简报签收", office, copies::receive),
        prints("bulletin_print", "工作简报纸样", readers, print::issue),
        prints("bulletin_compare_print", "简报稿件花脸稿", readers, print::comparison),
        exports("bulletin_docx", "工作简报存为 Word", office, print::docx),
        exports_ledger("bulletins_ledger", "工作简报台账", office, print::ledger),
        prints_ledger("bulletins_ledger_print", "打印工作简报台账", office, print::ledger),
        exports_ledger("bulletin_uses_ledger", "稿件采用台账", office, print::uses),
    ]
}
