//! What the rule profile says of monthly information and bulletins (第二十一条 to 第二十三条): due day, what a report
//! needs, points for reporting and use, names and numbers of the bulletin.
//!
//! Plain data with one check. Whether a report is on time is the reports room's business.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Monthly information.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Reports {
    /// Article of the due day.
    pub article: u8,
    /// Day of the month; a month that has none ends on its last day.
    pub due_day: u32,
    /// Whether the due day itself still counts.
    #[serde(default = "yes")]
    pub due_day_counts: bool,
    /// Hour until which the last day counts; 24 for its end.
    #[serde(default = "midnight")]
    pub due_hour: u32,
    /// Whether a last day that is free moves to the next working day.
    #[serde(default)]
    pub moves_for_holidays: bool,
    /// 纸质材料 is needed.
    #[serde(default = "yes")]
    pub needs_paper: bool,
    /// 电子文档 is needed.
    #[serde(default = "yes")]
    pub needs_electronic: bool,
    /// 单位领导审核 is needed.
    #[serde(default = "yes")]
    pub needs_leader_review: bool,
    /// Article of the contents.
    #[serde(default = "twenty_one")]
    pub parts_article: u8,
    /// The four parts, as the article names them.
    #[serde(default = "four_parts")]
    pub parts: Vec<String>,
    /// Article of the information officer and the circular.
    #[serde(default = "twenty_three")]
    pub officer_article: u8,
    /// Pattern of the reminder's number.
    #[serde(default = "reminder_number")]
    pub reminder_number: String,
    /// Points for the circular.
    #[serde(default)]
    pub points: ReportPoints,
}

/// A kind of unit that reports (第十四条, 第二十一条).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ReportingKind {
    /// Key of the kind.
    pub kind: String,
    /// What these rules call it.
    pub label: String,
}

/// Points for reporting and use.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ReportPoints {
    /// A whole report, on time or not.
    pub report: f64,
    /// More for one that was on time.
    pub on_time: f64,
    /// Used together with others, or shorter than `short_below`.
    pub used_short: f64,
    /// Used as an item of its own.
    pub used_alone: f64,
    /// Used by a higher level (被上级采用).
    pub used_higher: f64,
    /// An item with fewer characters counts as short.
    pub short_below: u32,
}

impl Default for ReportPoints {
    fn default() -> Self {
        Self {
            report: 2.0,
            on_time: 1.0,
            used_short: 1.0,
            used_alone: 3.0,
            used_higher: 5.0,
            short_below: 200,
        }
    }
}

/// The bulletin.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(rename = "BulletinRules")]
pub struct Bulletins {
    /// Article.
    pub article: u8,
    /// Name in red; 工作简报 after the group's short name if empty.
    pub name: String,
    /// Pattern of the number within the year.
    pub number: String,
    /// Pattern of the number that runs on.
    pub running_number: String,
    /// Pattern of an extra issue's own number within the year.
    pub extra_number: String,
    /// Columns that a new issue begins with.
    pub columns: Vec<String>,
    /// 报.
    pub report_to: Vec<String>,
    /// 送.
    pub send_to: Vec<String>,
    /// 发.
    pub issue_to: Vec<String>,
    /// How many are printed.
    pub copies: u32,
    /// Working days after the due day within which the month's issue appears.
    pub issue_days: u32,
    /// Working days within which receipts are to be in.
    pub receipt_days: u32,
}

impl Default for Bulletins {
    fn default() -> Self {
        let words = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect();
        Self {
            article: 22,
            name: String::new(),
            number: "第{n}期".into(),
            running_number: "总第{n}期".into(),
            extra_number: "第{n}期".into(),
            columns: words(&["工作动态", "创新举措", "质量要闻", "建议与意见"]),
            report_to: words(&["组长、副组长"]),
            send_to: words(&["领导小组成员"]),
            issue_to: words(&["各县市区（园区）", "各成员单位"]),
            copies: 80,
            issue_days: 5,
            receipt_days: 5,
        }
    }
}

fn yes() -> bool {
    true
}
fn midnight() -> u32 {
    24
}
fn twenty_one() -> u8 {
    21
}
fn twenty_three() -> u8 {
    23
}
fn reminder_number() -> String {
    "催报〔{year}〕{n}号".into()
}
fn four_parts() -> Vec<String> {
    [
        "当月创建工作进展情况及下月计划",
        "探索质量工作创新的举措",
        "产品、工程、环境、服务质量的重要事件",
        "开展创建工作的建议和意见",
    ]
    .map(str::to_owned)
    .into()
}

impl Reports {
    /// What is wrong with both sections, in Chinese.
    pub(super) fn fault(&self, bulletins: &Bulletins) -> Option<String> {
        if !(1..=31).contains(&self.due_day) || (self.due_day == 1 && !self.due_day_counts) {
            return Some("reports.due_day 须在 1 至 31 之间，且时限之前至少有一天。".into());
        }
        if !(1..=24).contains(&self.due_hour) {
            return Some("reports.due_hour 须在 1 至 24 之间。".into());
        }
        if self.parts.len() != 4 {
            return Some("reports.parts 须有四个部分。".into());
        }
        if !self.needs_paper && !self.needs_electronic {
            return Some("reports.needs_paper 和 reports.needs_electronic 不能都是 false。".into());
        }
        let points = &self.points;
        let all = [points.report, points.on_time, points.used_short, points.used_alone, points.used_higher];
        if all.iter().any(|point| !point.is_finite() || !(0.0..=1000.0).contains(point)) {
            return Some("reports.points 各项分值须在 0 至 1000 之间。".into());
        }
        let patterns =
            [&self.reminder_number, &bulletins.number, &bulletins.running_number, &bulletins.extra_number];
        let wrong =
            patterns.into_iter().find(|pattern| !pattern.contains("{n}") && !pattern.contains("{n4}"));
        wrong.map(|pattern| format!("编号式样“{pattern}”里没有序号 {{n}}。"))
    }
}
