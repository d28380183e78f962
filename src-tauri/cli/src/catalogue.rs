//! Which commands print forms and which export ledgers, and what the one word after a form's name means.
//!
//! The titles are the front desk's own. A test keeps the list whole: a command that answers a file stands here.
use chrono::NaiveDate;
use office::Refusal;
use serde_json::{Value, json};

use crate::failure::Failure;

/// What the second word of `zq print` says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    /// A record's id, in this field of the request.
    Record(&'static str, &'static str),
    /// A day, in this field; today if `-`.
    Day(&'static str),
    /// Nothing: `-`.
    Nothing,
}

/// A form.
pub struct Form {
    /// The command that prints it.
    pub command: &'static str,
    /// What offices call it.
    pub title: &'static str,
    /// What must be said.
    pub asks: Asks,
}

/// A ledger.
pub struct Ledger {
    /// The command that exports it.
    pub command: &'static str,
    /// What offices call it.
    pub title: &'static str,
}

const fn form(command: &'static str, title: &'static str, asks: Asks) -> Form {
    Form { command, title, asks }
}

const fn ledger(command: &'static str, title: &'static str) -> Ledger {
    Ledger { command, title }
}

const PAPER: Asks = Asks::Record("paper", "收文编号（收文卡片里的 paper.id）");
const OUTGOING: Asks = Asks::Record("document", "发文编号（发文卡片里的 document.id）");
const ITEM: Asks = Asks::Record("item", "督办事项编号（督办卡片里的 item.id）");
const REPORT: Asks = Asks::Record("report", "报送编号（报送卡片里的 report.id）");
const MEETING: Asks = Asks::Record("meeting", "会议编号");

/// Every form.
pub const FORMS: &[Form] = &[
    form("meeting_notice_print", "会议通知", MEETING),
    form("meeting_sign_in_print", "签到表", MEETING),
    form("meeting_leave_print", "请假单", MEETING),
    form("meeting_seat_cards_print", "席位牌", MEETING),
    form("meeting_minutes_print", "会议纪要", Asks::Record("minutes", "纪要编号（会议卡片里的 minutes.id）")),
    form("registry_print_roster", "成员名单", Asks::Day("day")),
    form(
        "registry_print_contacts_form",
        "联络员备案表",
        Asks::Record("unit", "单位编号，或“-”（全部报送单位）"),
    ),
    form("registry_print_directory", "通讯录", Asks::Day("day")),
    form("system_fonts_print", "字体使用报告", Asks::Nothing),
    form("papers_blank_print", "空白表格", Asks::Record("form", "空白表格的名称，见下")),
    form("incoming_sheet_print", "收文处理笺", PAPER),
    form("incoming_circulation_print", "传阅单", PAPER),
    form("outgoing_sheet_print", "发文稿纸", OUTGOING),
    form("outgoing_print", "公文", OUTGOING),
    form("outgoing_print_sealed", "套印印章的公文", OUTGOING),
    form("followup_notice_print", "督办通知单", ITEM),
    form("followup_reply_print", "督办反馈单", ITEM),
    form("followup_urging_print", "催办单", ITEM),
    form("followup_extension_print", "延期申请", ITEM),
    form("followup_summary_print", "办理情况汇总表", Asks::Record("meeting", "会议编号，或“-”（全部事项）")),
    form("matter_print", "事项审定单", Asks::Record("matter", "事项编号（事项卡片里的 matter.id）")),
    form("task_table_print", "任务分解表", Asks::Record("plan", "年度计划编号，或“-”（本年）")),
    form("report_print", "信息报送单", REPORT),
    form("report_reminder_print", "信息催报单", REPORT),
    form("bulletin_print", "工作简报", Asks::Record("bulletin", "简报编号（简报卡片里的 bulletin.id）")),
];

/// Every ledger: as a workbook, and where no form prints it, as paper.
pub const LEDGERS: &[Ledger] = &[
    ledger("meeting_ledger", "会议台账"),
    ledger("meeting_attendance_ledger", "出席情况统计"),
    ledger("registry_export_units", "单位名录"),
    ledger("registry_export_roster", "领导小组名单"),
    ledger("registry_export_contacts", "通讯录"),
    ledger("registry_export_completeness", "报备齐全情况"),
    ledger("registry_export_filings", "备案台账"),
    ledger("incoming_ledger", "收文登记簿"),
    ledger("incoming_filings_ledger", "备案登记簿"),
    ledger("outgoing_ledger", "发文登记簿"),
    ledger("followup_ledger", "督办事项台账"),
    ledger("followup_urging_ledger", "催办登记簿"),
    ledger("task_table_export", "任务分解表"),
    ledger("task_ledger", "任务进展台账"),
    ledger("task_units_ledger", "各单位承担任务一览"),
    ledger("matter_ledger", "事项审定台账"),
    ledger("library_ledger", "政策法规目录"),
    ledger("guidance_ledger", "对下指导台账"),
    ledger("reports_ledger", "信息报送登记台账"),
    ledger("reports_year_ledger", "全年报送情况表"),
    ledger("reports_reminders_ledger", "催报名单"),
    ledger("reports_points_ledger", "报送和采用得分表"),
    ledger("reports_points_print", "信息报送和采用情况通报表"),
    ledger("reports_higher_ledger", "被上级采用台账"),
    ledger("bulletins_ledger", "工作简报台账"),
    ledger("bulletin_uses_ledger", "稿件采用台账"),
    ledger("system_audit_export", "审计记录"),
    ledger("meeting_ledger_print", "打印会议台账"),
    ledger("meeting_attendance_print", "打印出席情况统计"),
    ledger("registry_print_units", "打印单位名录"),
    ledger("registry_print_completeness", "打印报备齐全情况"),
    ledger("registry_print_filings", "打印备案台账"),
    ledger("incoming_ledger_print", "打印收文登记簿"),
    ledger("incoming_filings_print", "打印备案登记簿"),
    ledger("outgoing_ledger_print", "打印发文登记簿"),
    ledger("followup_ledger_print", "打印督办事项台账"),
    ledger("followup_urging_ledger_print", "打印催办登记簿"),
    ledger("task_ledger_print", "打印任务进展台账"),
    ledger("task_units_print", "打印各单位承担任务一览"),
    ledger("matter_ledger_print", "打印事项审定台账"),
    ledger("library_ledger_print", "打印政策法规目录"),
    ledger("guidance_ledger_print", "打印对下指导台账"),
    ledger("reports_ledger_print", "打印信息报送登记台账"),
    ledger("reports_year_ledger_print", "打印全年报送情况表"),
    ledger("reports_reminders_ledger_print", "打印催报名单"),
    ledger("reports_higher_ledger_print", "打印被上级采用台账"),
    ledger("bulletins_ledger_print", "打印工作简报台账"),
    ledger("system_audit_print", "打印审计记录"),
];

/// Commands that answer a file but are neither: they hand out what was once put in, or need words of their own.
#[cfg(test)]
const NEITHER: &[&str] = &[
    "system_attachment",
    "system_print_recovery",
    "registry_import_template",
    "task_import_template",
    "meeting_minutes_preview",
    "meeting_minutes_docx",
    "papers_typeset_preview",
    "papers_typeset_pdf",
    "papers_typeset_docx",
    "outgoing_preview",
    "outgoing_compare_print",
    "report_blank",
    "bulletin_docx",
    "bulletin_compare_print",
];

/// A form by command or title.
pub fn find_form(name: &str) -> Result<&'static Form, Failure> {
    let found = FORMS.iter().find(|form| form.command == name || form.title == name);
    found.ok_or_else(|| Failure::Usage(format!("没有“{name}”这种表单，见 zq forms。")))
}

/// A ledger by command or title.
pub fn find_ledger(name: &str) -> Result<&'static Ledger, Failure> {
    let found = LEDGERS.iter().find(|ledger| ledger.command == name || ledger.title == name);
    found.ok_or_else(|| Failure::Usage(format!("没有“{name}”这种台账，见 zq forms。")))
}

impl Asks {
    /// For the list of forms.
    pub fn words(self) -> &'static str {
        match self {
            Asks::Record(_, what) => what,
            Asks::Day(_) => "日期，或“-”（今天）",
            Asks::Nothing => "“-”",
        }
    }
}

impl Form {
    /// The request for this word.
    pub fn request(&self, word: &str) -> Result<Value, Failure> {
        match self.asks {
            // Where the form needs a record, the office says that it is missing.
            _ if word == "-" => Ok(json!({})),
            Asks::Record(field, _) => Ok(json!({field: word})),
            Asks::Nothing => Err(Failure::Usage(format!("“{}”不需要编号，请写“-”。", self.title))),
            Asks::Day(field) => {
                let day: NaiveDate = word
                    .parse()
                    .map_err(|_| Failure::Usage(format!("“{word}”不是日期，应写成 2016-09-01。")))?;
                Ok(json!({field: day}))
            }
        }
    }
}

/// The refusal for a paper that is no paper.
pub fn no_file(title: &str) -> Failure {
    Refusal::broken(format!("“{title}”没有给出文件。")).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_that_answers_a_file_stands_in_the_catalogue() {
        let files: Vec<_> =
            office::front_desk::listing().into_iter().filter(|listed| listed.answer == "Paper").collect();
        assert!(files.len() >= LEDGERS.len() + FORMS.len());
        for listed in &files {
            let known = FORMS.iter().any(|form| form.command == listed.name)
                || LEDGERS.iter().any(|ledger| ledger.command == listed.name)
                || NEITHER.contains(&listed.name);
            assert!(known, "{} {} is in no list", listed.name, listed.title);
        }
        let named = FORMS.iter().map(|f| f.command).chain(LEDGERS.iter().map(|l| l.command));
        for command in named.chain(NEITHER.iter().copied()) {
            assert!(
                files.iter().any(|listed| listed.name == command),
                "{command} is no command that answers a file"
            );
        }
    }

    #[test]
    fn the_word_after_a_form_is_checked() {
        let by_day = form("x", "成员名单", Asks::Day("on"));
        assert_eq!(by_day.request("2016-09-01").unwrap(), json!({"on": "2016-09-01"}));
        assert_eq!(by_day.request("-").unwrap(), json!({}));
        assert!(by_day.request("九月").is_err());
        assert_eq!(form("x", "签到表", MEETING).request("abc").unwrap(), json!({"meeting": "abc"}));
    }
}
