//! 系统: accounts, working calendar, rule profile, audit viewer, faces, checks, manual.
//!
//! The door of the room. It holds no business of the office; backup and restore will have a room of their own.
//! An account is a row in the database (who may do what) and an entry in the keyring (how to get in); the row is
//! committed first, so that a crash leaves at worst an account without a password, which its list shows and a reset mends.
mod accounts;
mod audit_view;
mod calendar;
mod check;
mod faces;
mod faces_report;
mod manual;
mod recovery_sheet;
mod rules;

use crate::kernel::{Command, Nothing, Role, changes, exports, prints, prints_ledger, reads};

pub use check::{CheckReport, Finding};

const ADMIN_AND_AUDITOR: &[Role] = &[Role::Admin, Role::Auditor];
const KEEPERS: &[Role] = &[Role::Admin, Role::Clerk, Role::Director];

/// This room's rows of the front desk's list.
pub fn commands() -> Vec<Command> {
    vec![
        reads("system_accounts", "查看账号", ADMIN_AND_AUDITOR, accounts::list),
        changes("system_account_add", "新建账号", Role::ADMIN, accounts::add),
        changes("system_account_disable", "停用账号", Role::ADMIN, accounts::disable),
        changes("system_account_enable", "启用账号", Role::ADMIN, accounts::enable),
        changes("system_account_reset", "重设口令", Role::ADMIN, accounts::reset),
        reads("system_calendar", "查看工作日历", Role::READERS, calendar::year),
        changes("system_calendar_set", "设定放假或上班", KEEPERS, calendar::set),
        changes("system_calendar_unset", "恢复为平常日", KEEPERS, calendar::unset),
        reads("system_profile", "查看规则配置", Role::READERS, rules::in_force),
        reads("system_profiles", "查看规则配置的版本", Role::READERS, rules::versions),
        changes("system_profile_add", "导入规则配置", Role::ADMIN, rules::add),
        reads("system_audit", "查看审计", Role::AUDITOR, audit_view::list),
        reads("system_audit_row", "查看审计明细", Role::AUDITOR, audit_view::row),
        reads("system_audit_verify", "校验审计链", Role::AUDITOR, audit_view::verify),
        exports("system_audit_export", "导出审计", Role::AUDITOR, audit_view::export),
        prints_ledger("system_audit_print", "打印审计记录", Role::AUDITOR, audit_view::printed),
        reads("system_fonts", "查看字体", Role::READERS, faces::report),
        reads("system_fonts_papers", "查看近期印件的字体", Role::READERS, faces::papers),
        prints("system_fonts_print", "字体使用报告", Role::READERS, faces::print),
        reads("system_about", "关于", Role::EVERYONE, check::about),
        reads("system_check", "检查数据", Role::READERS, check::run),
        prints("system_attachment", "打开附件", Role::READERS, check::attachment),
        changes("system_recovery_renew", "重新生成恢复码", Role::ADMIN, recovery_sheet::renew),
        prints("system_print_recovery", "打印恢复码", Role::ADMIN, recovery_sheet::print),
        reads("manual_chapters", "手册目录", Role::EVERYONE, manual::chapters),
        reads("manual_chapter", "手册章节", Role::EVERYONE, manual::chapter),
    ]
}

/// No answer but that it was done.
pub(crate) fn done() -> Nothing {
    Nothing {}
}
