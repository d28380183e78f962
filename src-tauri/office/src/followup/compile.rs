//! Compiled results (第十二条): the text of a report to the chair or of a circular, and the table of its annex. Pure.
//!
//! It deliberately signs and numbers nothing: the documents room starts a draft from it, which goes its way to signature.
use chrono::NaiveDate;

use super::flow::FollowupStage as Stage;
use super::item::FollowupItem;
use super::kinds::{FollowupCompilationKind as Kind, FollowupTiming as Timing};
use crate::kernel::written::date;

/// What a document is started from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Title.
    pub title: String,
    /// Text: levels 一、 1.
    pub text: String,
    /// Title of the annex.
    pub annex: String,
    /// Its table, cells parted by tabs.
    pub table: String,
}

/// How many of a list stand where.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sums {
    /// All of them.
    pub all: usize,
    /// Done in time.
    pub in_time: usize,
    /// Done late.
    pub late: usize,
    /// Answered, to be looked at.
    pub replied: usize,
    /// Being worked on, their day not over.
    pub running: usize,
    /// Not answered, their day over.
    pub overdue: usize,
    /// Put off.
    pub paused: usize,
    /// Ended without a result.
    pub ended: usize,
}

/// The sums of a list.
pub fn sums(items: &[FollowupItem]) -> Sums {
    let mut sums = Sums { all: items.len(), ..Sums::default() };
    for item in items {
        let place = match (item.stage, item.timing) {
            (Stage::Accepted, Timing::InTime) => &mut sums.in_time,
            (Stage::Accepted, _) => &mut sums.late,
            (Stage::Replied, _) => &mut sums.replied,
            (Stage::Suspended, _) => &mut sums.paused,
            (Stage::Closed | Stage::Withdrawn, _) => &mut sums.ended,
            (_, Timing::Overdue) => &mut sums.overdue,
            _ => &mut sums.running,
        };
        *place += 1;
    }
    sums
}

impl Sums {
    /// In one sentence, without what there is none of.
    pub fn words(&self) -> String {
        let done = self.in_time + self.late;
        let mut parts = Vec::new();
        if done > 0 {
            let how = match (self.in_time, self.late) {
                (_, 0) => "均按期办结".to_owned(),
                (0, _) => "均为逾期办结".to_owned(),
                (in_time, late) => format!("按期{in_time}项、逾期{late}项"),
            };
            parts.push(format!("已办结{done}项（{how}）"));
        }
        for (count, what) in [
            (self.replied, "已回复待审核"),
            (self.running, "期限内办理中"),
            (self.overdue, "逾期未办"),
            (self.paused, "暂缓办理"),
            (self.ended, "终止办理"),
        ] {
            if count > 0 {
                parts.push(format!("{what}{count}项"));
            }
        }
        match parts.is_empty() {
            true => "没有督办事项。".into(),
            false => format!("共{}项：{}。", self.all, parts.join("，")),
        }
    }
}

/// Text and annex. `subject` says what is compiled, `rests` names rules and article.
pub fn written(kind: Kind, subject: &str, rests: &str, items: &[FollowupItem], today: NaiveDate) -> Written {
    let (says, close) = match kind {
        Kind::Report => ("报告", "特此报告。"),
        Kind::Circular => ("通报", "请各单位对照检查，抓好落实。"),
    };
    let mut text = vec![
        format!("根据{rests}，现将截至{}{subject}办理情况{says}如下：", date(today)),
        "一、总体情况".to_owned(),
        sums(items).words(),
    ];
    let mut level = ["二", "三", "四", "五"].iter();
    let mut section = |title: &str, lines: Vec<String>| {
        if lines.is_empty() {
            return;
        }
        if let Some(n) = level.next() {
            text.push(format!("{n}、{title}"));
            text.extend(lines);
        }
    };
    let of = |pick: &dyn Fn(&&FollowupItem) -> bool| -> Vec<&FollowupItem> {
        items.iter().filter(|item| pick(item)).collect()
    };
    let done = of(&|item| item.stage == Stage::Accepted);
    if !done.is_empty() {
        let line = format!("已办结的{}项，办理结果见附件。{}", done.len(), by_unit(&done));
        section("办结情况", vec![line]);
    }
    let late = of(&|item| item.timing == Timing::Overdue && !item.stage.is_over());
    section(
        "逾期未办的事项",
        listed(&late, |item| {
            let days = (today - item.due_on).num_days();
            let urged = match item.urgings {
                0 => "尚未催办".to_owned(),
                n => format!("已催办{n}次"),
            };
            format!("应于{}前办结，逾期{days}天，{urged}。", date(item.due_on))
        }),
    );
    let open = of(&|item| !item.stage.is_over() && item.timing != Timing::Overdue);
    section(
        "正在办理的事项",
        listed(&open, |item| match item.stage {
            Stage::Replied => "单位已经回复，正在审核。".to_owned(),
            Stage::Suspended => format!("已暂缓办理：{}。", item.reason.trim_end_matches('。')),
            _ => format!("完成期限{}。", date(item.due_on)),
        }),
    );
    let further = if late.is_empty() && open.is_empty() { Vec::new() } else { vec![next(&late, kind)] };
    section("下一步工作", further);
    text.push(close.into());
    Written {
        title: format!("关于{subject}办理情况的{says}"),
        text: text.join("\n"),
        annex: format!("{subject}办理情况汇总表"),
        table: table(items),
    }
}

fn by_unit(done: &[&FollowupItem]) -> String {
    let mut units: Vec<&str> = Vec::new();
    for item in done.iter().filter(|item| item.timing == Timing::InTime) {
        if !units.contains(&item.lead.short.as_str()) {
            units.push(&item.lead.short);
        }
    }
    match units.is_empty() {
        true => String::new(),
        false => format!("按期办结的牵头单位有：{}。", units.join("、")),
    }
}

fn listed(items: &[&FollowupItem], says: impl Fn(&FollowupItem) -> String) -> Vec<String> {
    let line = |(at, item): (usize, &&FollowupItem)| {
        let text = cell(&item.text);
        let text = text.trim_end_matches('。');
        format!("{}.{text}（{}，{}）。{}", at + 1, item.number, item.lead.short, says(item))
    };
    items.iter().enumerate().map(line).collect()
}

fn next(late: &[&FollowupItem], kind: Kind) -> String {
    match (late.is_empty(), kind) {
        (true, _) => "对正在办理的事项继续跟踪督办，按汇报频次掌握进展，确保按期办结。".into(),
        (false, Kind::Report) => {
            "对逾期未办的事项逐项催办，限期书面说明原因；催办后仍无进展的，按规定提请约谈。".into()
        }
        (false, Kind::Circular) => {
            "逾期未办事项的牵头单位须书面说明原因，提出补救措施和明确的完成时间；期限届满前不能办结的，须先申请延期。"
                .into()
        }
    }
}

/// Words in one cell of a table: no tab, no line feed.
fn cell(words: &str) -> String {
    words
        .split(['\t', '\n', '\r'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn table(items: &[FollowupItem]) -> String {
    let mut lines = vec!["序号\t编号\t来源\t督办事项\t牵头单位\t完成期限\t办理情况\t结果".to_owned()];
    for (at, item) in items.iter().enumerate() {
        let cells = [
            (at + 1).to_string(),
            item.number.clone(),
            cell(&item.source_name),
            cell(&item.text),
            item.lead.short.clone(),
            item.due_on.format("%Y-%m-%d").to_string(),
            cell(state(item)),
            result(item),
        ];
        lines.push(cells.join("\t"));
    }
    lines.join("\n")
}

/// What became of it so far, in words.
pub fn state(item: &FollowupItem) -> &str {
    match item.stage {
        Stage::Replied | Stage::Accepted => &item.reply,
        Stage::Suspended | Stage::Closed => &item.reason,
        _ => &item.stage_label,
    }
}

/// Stage and time in one word.
pub fn result(item: &FollowupItem) -> String {
    match (item.stage, item.timing) {
        (Stage::Accepted, Timing::InTime) => "按期办结".into(),
        (Stage::Accepted, _) => "逾期办结".into(),
        (Stage::Registered | Stage::Open, Timing::Overdue) => "逾期未办".into(),
        _ => item.stage_label.clone(),
    }
}
