//! One function an intent; what is asked stands beside the function that answers it.
mod adjust;
mod items;
mod plans;
mod print;
mod report;
mod units;

use crate::kernel::Command;
use crate::kernel::command::{changes, exports, exports_ledger, prints, prints_ledger, reads};
use crate::kernel::role::Role;
use crate::tasks::{find, import};

pub use items::{TaskFilter, all};
pub(super) use plans::card;

/// This room's rows of the front desk's list.
pub fn commands() -> Vec<Command> {
    let (office, readers) = (Role::OFFICE, Role::READERS);
    vec![
        reads("task_plans", "年度计划", readers, plans::list),
        reads("task_plan_open", "打开年度计划", readers, plans::open),
        changes("task_plan_add", "新建年度计划", office, plans::add),
        changes("task_plan_edit", "修改年度计划", office, plans::edit),
        changes("task_plan_copy", "从上年复制年度计划", office, plans::copy),
        changes("task_plan_issue", "印发年度计划", office, plans::issue),
        changes("task_plan_attach", "添加年度计划附件", office, plans::attach),
        reads("task_list", "任务分解", readers, items::list),
        reads("task_open", "打开工作任务", readers, items::open),
        reads("task_find", "查找工作任务", readers, find::find),
        changes("task_save", "编制工作任务", office, items::save),
        changes("task_remove", "删去编制中的工作任务", office, items::remove),
        changes("task_adjust", "调整工作任务", office, adjust::adjust),
        changes("task_report", "登记任务进展", office, report::report),
        changes("task_attach", "添加任务附件", office, items::attach),
        changes("task_cite", "任务引用政策法规", office, items::cite),
        changes("task_uncite", "取消任务的引用", office, items::uncite),
        reads("task_units", "各单位承担任务情况", readers, units::list),
        exports("task_import_template", "任务分解导入模板", office, import::template),
        reads("task_import_preview", "检查要导入的任务分解", office, import::look),
        changes("task_import_apply", "导入任务分解", office, import::apply),
        prints("task_table_print", "任务分解表", readers, print::table),
        exports_ledger("task_table_export", "任务分解表", office, print::table_ledger),
        exports_ledger("task_ledger", "任务进展台账", office, print::progress),
        prints_ledger("task_ledger_print", "打印任务进展台账", office, print::progress),
        exports_ledger("task_units_ledger", "各单位承担任务一览", office, print::units),
        prints_ledger("task_units_print", "打印各单位承担任务一览", office, print::units),
    ]
}
