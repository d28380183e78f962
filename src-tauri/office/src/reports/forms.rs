//! From records to paper: 信息报送单, 信息催报单, 信息采用情况通报表.
use press::forms::{Opinion, ReportReminder, ReportSlip, Usage, UsageTable};

use super::commands::ReportPointsTable;
use super::kinds::{ReportPart, ReportQuality};
use super::record::{ReportCard, ReportItem, ReportReminderRow};
use super::words::date;

/// 信息报送单 of a unit's month.
pub(super) fn slip(card: &ReportCard) -> ReportSlip {
    let report = &card.report;
    let moment = |at: Option<chrono::NaiveDateTime>| {
        at.map_or(String::new(), |at| at.format("%Y年%-m月%-d日 %H:%M").to_string())
    };
    ReportSlip {
        number: code(report),
        unit: report.unit_name.clone(),
        month: report.month_label.clone(),
        progress: part(card, ReportPart::Progress),
        plan: part(card, ReportPart::Plan),
        innovations: part(card, ReportPart::Innovation),
        events: events(card),
        suggestions: part(card, ReportPart::Suggestion),
        reviewed: report.reviewed_on.map_or(Vec::new(), |on| {
            vec![Opinion {
                who: report.reviewer.clone(), when: date(on), words: "已审核，同意报送。".into()
            }]
        }),
        person: report.officer.clone(),
        phone: report.phone.clone(),
        paper_arrived: moment(report.paper_at),
        file_arrived: moment(report.file_at),
    }
}

/// `BS201611-007`: month and place of the unit, to find the report by its slip.
pub(super) fn code(report: &super::record::Report) -> String {
    format!("BS{:04}{:02}-{:03}", report.month.year(), report.month.month(), report.position)
}

fn in_force(card: &ReportCard, part: ReportPart) -> impl Iterator<Item = &ReportItem> {
    card.items.iter().filter(move |item| item.part == part && item.replaced_at.is_none())
}

fn words(item: &ReportItem) -> String {
    if item.title.is_empty() { item.text.clone() } else { format!("【{}】{}", item.title, item.text) }
}

fn part(card: &ReportCard, part: ReportPart) -> String {
    in_force(card, part).map(words).collect::<Vec<_>>().join("\n")
}

fn events(card: &ReportCard) -> String {
    let of = |quality: &ReportQuality| {
        let own = in_force(card, ReportPart::Event).filter(|item| item.quality == Some(*quality));
        own.map(|item| format!("（{}）{}", quality.label(), words(item))).collect::<Vec<_>>()
    };
    ReportQuality::ALL.iter().flat_map(of).collect::<Vec<_>>().join("\n")
}

/// 信息催报单.
pub(super) fn reminder(card: &ReportCard, reminder: &ReportReminderRow) -> ReportReminder {
    let report = &card.report;
    ReportReminder {
        number: reminder.number.clone(),
        unit: report.unit_name.clone(),
        month: report.month_label.clone(),
        due: card.limit_at.format("%Y年%-m月%-d日").to_string(),
        missing: reminder.missing.clone(),
        state: if reminder.words.is_empty() {
            format!("你单位{}信息还缺{}，请抓紧补报。", report.month_label, reminder.missing.join("、"))
        } else {
            reminder.words.clone()
        },
        new_due: date(reminder.new_due),
        times: format!("第{}次", reminder.n),
        person: reminder.recorded_by.clone(),
        phone: String::new(),
        issued: date(reminder.on),
    }
}

/// 信息采用情况通报表.
pub(super) fn points(table: &ReportPointsTable, issued: &str) -> UsageTable {
    let row = |row: &super::commands::ReportPointsRow| Usage {
        unit: row.unit_short.clone(),
        month: row.items.to_string(),
        total: row.items_so_far.to_string(),
        used: used(row),
        report_mark: mark(row.report_mark),
        used_mark: mark(row.used_mark),
        month_mark: mark(row.mark),
        total_mark: mark(row.mark_so_far),
        note: remark(row),
    };
    UsageTable {
        span: table.label.clone(),
        rows: table.rows.iter().map(row).collect(),
        none_reported: table.none_reported.join("、"),
        none_used: table.none_used.join("、"),
        issued: issued.to_owned(),
    }
}

fn used(row: &super::commands::ReportPointsRow) -> String {
    let kinds = [("工作简报单条", row.alone), ("工作简报简讯", row.short), ("上级采用", row.higher)];
    let said: Vec<String> =
        kinds.iter().filter(|(_, n)| *n > 0).map(|(what, n)| format!("{what}{n}条")).collect();
    if said.is_empty() { "未采用".into() } else { said.join("，") }
}

fn remark(row: &super::commands::ReportPointsRow) -> String {
    match (row.owed, row.reported, row.late) {
        (0, _, _) => "免报".into(),
        (_, 0, _) => "零报送".into(),
        (owed, reported, late) => {
            let lacking = owed - reported;
            let said = [("迟报", late), ("未报齐", lacking)];
            let said: Vec<String> =
                said.iter().filter(|(_, n)| *n > 0).map(|(what, n)| format!("{what}{n}次")).collect();
            said.join("、")
        }
    }
}

/// Points without needless zeros: `3`, `2.5`.
pub(super) fn mark(mark: f64) -> String {
    let rounded = (mark * 100.0).round() / 100.0;
    format!("{rounded}")
}
