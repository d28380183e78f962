//! What can be asked of the register: the rows of the front desk's list.
mod duties;
mod filings;
mod papers;
mod people;
mod posts;
mod rosters;
mod unit_changes;
pub(super) mod units;

use crate::kernel::command::Command;
use crate::kernel::{Role, changes, exports, exports_ledger, prints, prints_ledger, prints_list, reads};
use crate::registry::import;

/// This room's rows of the front desk's list.
pub fn commands() -> Vec<Command> {
    [
        unit_commands(),
        people_commands(),
        roster_commands(),
        filing_commands(),
        import_commands(),
        paper_commands(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn unit_commands() -> Vec<Command> {
    let (office, readers) = (Role::OFFICE, Role::READERS);
    vec![
        reads("registry_units", "查看单位列表", readers, units::list),
        reads("registry_unit_card", "查看单位卡片", readers, units::card),
        changes("registry_unit_add", "新增单位", office, unit_changes::add),
        changes("registry_unit_correct", "更正单位信息", office, unit_changes::correct),
        changes("registry_unit_rename", "单位更名", office, unit_changes::rename),
        changes("registry_unit_retire", "单位退出", office, unit_changes::retire),
        changes("registry_unit_reinstate", "单位恢复", office, unit_changes::reinstate),
    ]
}

fn people_commands() -> Vec<Command> {
    let (office, readers) = (Role::OFFICE, Role::READERS);
    vec![
        reads("registry_people", "查看人员列表", readers, people::list),
        reads("registry_person_card", "查看人员卡片", readers, people::card),
        changes("registry_person_add", "新增人员", office, people::add),
        changes("registry_person_correct", "更正人员信息", office, people::correct),
        changes("registry_post_begin", "登记任职", office, posts::begin),
        changes("registry_post_end", "登记免职", office, posts::end),
        changes("registry_post_correct", "更正任职记录", office, posts::correct),
        changes("registry_post_void", "作废任职记录", office, posts::void),
    ]
}

fn roster_commands() -> Vec<Command> {
    let readers = Role::READERS;
    vec![
        reads("registry_roster", "查看领导小组名单", readers, rosters::roster),
        reads("registry_contacts", "查看通讯录", readers, rosters::contacts),
        reads("registry_who", "查询某日任职", readers, rosters::who),
        reads("registry_check", "检查名册缺额", readers, rosters::check),
        reads("registry_completeness", "查看报备齐全情况", readers, rosters::completeness),
        reads("registry_find", "查找单位和人员", readers, rosters::find),
        reads("registry_words", "名册用语", readers, rosters::words),
    ]
}

fn filing_commands() -> Vec<Command> {
    let (office, readers) = (Role::OFFICE, Role::READERS);
    vec![
        reads("registry_filings", "查看备案台账", readers, filings::list),
        reads("registry_filing_card", "查看备案", readers, filings::card),
        changes("registry_filing_add", "登记人员变动备案", office, filings::add),
        changes("registry_filing_attach", "补充备案扫描件", office, filings::attach),
        reads("registry_duties", "查看成员履职记录", readers, duties::list),
        changes("registry_duty_add", "登记成员履职", office, duties::add),
        changes("registry_duty_correct", "更正成员履职", office, duties::correct),
    ]
}

fn paper_commands() -> Vec<Command> {
    let (office, readers) = (Role::OFFICE, Role::READERS);
    vec![
        prints_list("registry_print_roster", "成员名单", readers, papers::roster),
        prints_list("registry_print_contacts_form", "联络员备案表", readers, papers::contacts_form),
        prints_list("registry_print_directory", "通讯录", readers, papers::directory),
        exports_ledger("registry_export_units", "导出单位名录", office, papers::units_ledger),
        prints_ledger("registry_print_units", "打印单位名录", office, papers::units_ledger),
        exports("registry_export_roster", "导出领导小组名单", office, papers::export_roster),
        exports("registry_export_contacts", "导出通讯录", office, papers::export_contacts),
        exports_ledger(
            "registry_export_completeness",
            "导出报备齐全情况",
            office,
            papers::completeness_ledger,
        ),
        prints_ledger("registry_print_completeness", "打印报备齐全情况", office, papers::completeness_ledger),
        exports_ledger("registry_export_filings", "导出备案台账", office, papers::filings_ledger),
        prints_ledger("registry_print_filings", "打印备案台账", office, papers::filings_ledger),
    ]
}

fn import_commands() -> Vec<Command> {
    let office = Role::OFFICE;
    vec![
        prints("registry_import_template", "名册导入模板", office, import::template),
        reads("registry_import_preview", "预览名册导入", office, import::look),
        changes("registry_import_apply", "导入名册", office, import::apply),
    ]
}
