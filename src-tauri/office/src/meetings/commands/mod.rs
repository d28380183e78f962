//! One function an intent; what is asked stands beside the function that answers it.
mod agenda;
mod attendance;
mod copies;
mod decisions;
mod minutes;
mod months;
mod notices;
mod people;
mod plan;
mod print;
mod steps;

use crate::kernel::Command;
use crate::kernel::command::{changes, exports, exports_ledger, prints, prints_ledger, reads};
use crate::kernel::role::Role;

pub use months::MeetingMonth;
pub use plan::MeetingFilter;
pub(super) use plan::check_chair;

/// This room's rows of the front desk's list.
pub fn commands() -> Vec<Command> {
    let (office, readers) = (Role::OFFICE, Role::READERS);
    vec![
        reads("meeting_list", "会议台账", readers, plan::list),
        reads("meeting_open", "打开会议", readers, plan::open),
        changes("meeting_plan", "筹备会议", office, plan::plan),
        changes("meeting_edit", "修改会议安排", office, plan::edit),
        reads("meeting_chair_choices", "可以主持的人选", readers, plan::chair_choices),
        changes("meeting_chair_set", "确定主持人", office, plan::chair_set),
        changes("meeting_attach", "添加会议附件", office, plan::attach),
        changes("meeting_take_step", "办理会议", office, steps::take_step),
        changes("meeting_agenda_add", "提出议题", office, agenda::add),
        changes("meeting_agenda_edit", "修改议题", office, agenda::edit),
        changes("meeting_agenda_remove", "撤下议题", office, agenda::remove),
        changes("meeting_agenda_order", "调整议题顺序", office, agenda::order),
        changes("meeting_agenda_file", "登记议题材料备案", office, agenda::file),
        changes("meeting_agenda_decide", "登记主持人审定议题", office, agenda::decide),
        changes("meeting_invite_refresh", "按名册更新参会人员", office, people::refresh),
        changes("meeting_invite_add", "增加参会人员", office, people::add),
        changes("meeting_invite_remove", "减少参会人员", office, people::remove),
        changes("meeting_attendance_record", "登记到会或缺席", office, attendance::attendance),
        changes("meeting_attendance_rest", "其余人员登记到会", office, attendance::rest_present),
        changes("meeting_leave_record", "登记请假", office, attendance::leave),
        reads("meeting_absences", "无故缺席名单", readers, attendance::absences),
        reads("meeting_notice_draft", "会议通知拟稿", readers, notices::draft),
        changes("meeting_notice_send", "登记通知送达", office, notices::send),
        changes("meeting_notice_reply", "登记会议回执", office, notices::reply),
        changes("meeting_decision_add", "登记决定事项", office, decisions::add),
        changes("meeting_decision_edit", "修改决定事项", office, decisions::edit),
        changes("meeting_decision_remove", "撤下决定事项", office, decisions::remove),
        reads("meeting_months", "每月召开情况", readers, months::months),
        changes("meeting_month_close", "登记当月不召开的说明", office, months::close),
        changes("meeting_minutes_start", "拟会议纪要", office, minutes::start),
        reads("meeting_minutes_open", "打开会议纪要", readers, minutes::open),
        reads("meeting_minutes_redraft", "按会议记录重拟正文", office, minutes::redraft),
        changes("meeting_minutes_save", "保存会议纪要", office, minutes::save),
        changes("meeting_minutes_take_step", "办理会议纪要", office, minutes::take_step),
        reads("meeting_minutes_versions", "会议纪要各稿", readers, minutes::versions),
        changes("meeting_copy_add", "增加抄送", office, copies::add),
        changes("meeting_copy_remove", "减少抄送", office, copies::remove),
        changes("meeting_copy_send", "登记纪要分发", office, copies::send),
        changes("meeting_copy_receive", "登记纪要签收", office, copies::receive),
        prints("meeting_notice_print", "会议通知", readers, print::notice),
        prints("meeting_sign_in_print", "签到表", readers, print::sign_in),
        prints("meeting_leave_print", "请假单", readers, print::leave),
        prints("meeting_seat_cards_print", "席位牌", readers, print::seat_cards),
        prints("meeting_minutes_print", "会议纪要", readers, print::minutes),
        prints("meeting_minutes_preview", "会议纪要纸样", readers, print::preview),
        exports("meeting_minutes_docx", "会议纪要存为 Word", readers, print::minutes_docx),
        exports_ledger("meeting_ledger", "会议台账", office, print::ledger),
        prints_ledger("meeting_ledger_print", "打印会议台账", office, print::ledger),
        exports_ledger("meeting_attendance_ledger", "出席情况统计", office, print::attendance_ledger),
        prints_ledger("meeting_attendance_print", "打印出席情况统计", office, print::attendance_ledger),
    ]
}
