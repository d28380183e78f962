//! What can be asked of the reports; one function an intent, what is asked stands beside it.
mod arrivals;
mod contents;
mod files;
mod higher;
mod points;
mod print;
mod reminders;
mod rounds;

use crate::kernel::command::{Command, changes, exports_ledger, prints, prints_ledger, reads};
use crate::kernel::role::Role;

pub(super) use contents::ReportFound;
pub use points::{ReportPointsAsked, ReportPointsRow, ReportPointsTable, table as points_table};
pub use reminders::ReportReminderLine;
pub use rounds::{ReportYear, ReportYearRow};

use reminders::lines as reminder_lines;

/// The rows of the front desk's list.
pub fn commands() -> Vec<Command> {
    [looking(), changing(), papers()].into_iter().flatten().collect()
}

fn looking() -> Vec<Command> {
    let readers = Role::READERS;
    vec![
        reads("reports_standing", "本月信息报送是否建立", readers, rounds::standing),
        reads("reports_year", "全年信息报送", readers, rounds::year),
        reads("reports_month", "当月信息报送", readers, rounds::month),
        reads("report_open", "打开单位报送", readers, contents::open),
        reads("report_find", "查找报送稿件", readers, contents::find),
        reads("report_file_look", "检查电子报送单", readers, files::look),
        reads("reports_reminders", "催报名单", readers, reminders::list),
        reads("reports_points", "报送和采用得分", readers, points::table),
        reads("reports_higher", "被上级采用", readers, higher::list),
    ]
}

fn changing() -> Vec<Command> {
    let office = Role::OFFICE;
    vec![
        changes("reports_round_open", "建立当月信息报送", office, rounds::open),
        changes("reports_round_refresh", "按名册更新报送单位", office, rounds::refresh),
        changes("reports_arrivals_record", "登记送达", office, arrivals::record),
        changes("report_arrival_strike", "更正送达登记", office, arrivals::strike),
        changes("report_review_record", "登记单位领导审核", office, arrivals::review),
        changes("report_take_step", "办理单位报送", office, contents::take_step),
        changes("report_contents_save", "录入报送内容", office, contents::save),
        changes("report_file_take", "导入电子报送单", office, files::take),
        changes("report_attach", "添加报送附件", office, contents::attach),
        changes("report_release", "登记免报", office, contents::release),
        changes("report_remind", "登记催报", office, reminders::remind),
        changes("reports_higher_add", "登记被上级采用", office, higher::add),
        changes("reports_higher_strike", "更正被上级采用", office, higher::strike),
    ]
}

fn papers() -> Vec<Command> {
    let (office, readers) = (Role::OFFICE, Role::READERS);
    vec![
        prints("report_blank", "空白报送单", readers, files::blank),
        prints("report_print", "信息报送单", readers, print::slip),
        prints("report_reminder_print", "信息催报单", readers, print::reminder),
        prints("reports_points_print", "信息报送和采用情况通报表", readers, print::points),
        exports_ledger("reports_ledger", "信息报送登记台账", office, print::month_ledger),
        prints_ledger("reports_ledger_print", "打印信息报送登记台账", office, print::month_ledger),
        exports_ledger("reports_year_ledger", "全年报送情况表", office, print::year_ledger),
        prints_ledger("reports_year_ledger_print", "打印全年报送情况表", office, print::year_ledger),
        exports_ledger("reports_reminders_ledger", "导出催报名单", office, print::reminders_ledger),
        prints_ledger("reports_reminders_ledger_print", "打印催报名单", office, print::reminders_ledger),
        exports_ledger("reports_points_ledger", "报送和采用得分表", office, print::points_ledger),
        exports_ledger("reports_higher_ledger", "被上级采用台账", office, print::higher_ledger),
        prints_ledger("reports_higher_ledger_print", "打印被上级采用台账", office, print::higher_ledger),
    ]
}
