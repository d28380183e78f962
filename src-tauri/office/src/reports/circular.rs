//! 信息报送和采用情况通报 (第二十三条) in words: what the documents room begins a draft from.
use super::commands::{ReportPointsAsked, ReportPointsRow, ReportPointsTable, points_table};
use super::forms::mark;
use crate::kernel::desk::Desk;
use crate::kernel::refusal::{Refusal, Result};

/// The words of a circular.
#[derive(Debug, Clone)]
pub struct Circular {
    /// Title, as a document's.
    pub title: String,
    /// Text, as a document's body.
    pub text: String,
    /// Title of the annex.
    pub annex_title: String,
    /// Table of the annex, as a document's body.
    pub annex: String,
}

/// The circular of a span.
///
/// # Errors
/// Refuses a span in which nobody owed a report.
pub fn circular(desk: &Desk<'_>, q: ReportPointsAsked) -> Result<Circular> {
    let table = points_table(desk, q)?;
    if table.rows.iter().all(|row| row.owed == 0) {
        return Err(Refusal::refused(format!("{}没有报送记录，不能通报。", table.label))
            .hint("请选择有报送的月份、季度或年度。")
            .article(table.article));
    }
    let annex_title = format!("{}信息报送和采用情况统计表", table.label);
    let group = &desk.profile.campaign.short;
    Ok(Circular {
        title: format!("关于{}{group}信息报送和采用情况的通报", table.label),
        text: text(desk, &table),
        annex: annex(&table),
        annex_title,
    })
}

fn text(desk: &Desk<'_>, table: &ReportPointsTable) -> String {
    let sum = |of: fn(&ReportPointsRow) -> u32| table.rows.iter().map(of).sum::<u32>();
    let (owed, reported, on_time, late) =
        (sum(|row| row.owed), sum(|row| row.reported), sum(|row| row.on_time), sum(|row| row.late));
    let used = sum(|row| row.short + row.alone + row.higher);
    let best =
        table.rows.iter().filter(|row| row.place <= 5 && row.mark > 0.0).map(|row| row.unit_short.as_str());
    let best: Vec<&str> = best.take(8).collect();
    let named = |units: &[String]| if units.is_empty() { "无".to_owned() } else { units.join("、") };
    let mut lines = vec![
        format!("现将{}信息报送和采用情况通报如下：", table.label),
        "一、报送情况".into(),
        format!(
            "应报{owed}次，报齐{reported}次，其中按时{on_time}次，迟报{late}次，未报齐{}次；共报送稿件{}条。",
            owed - reported,
            sum(|row| row.items)
        ),
        format!("零报送单位：{}。", named(&table.none_reported)),
        "二、采用情况".into(),
        format!(
            "共采用{used}条次，其中工作简报单条采用{}条次、简讯采用{}条次，上级采用{}条次。",
            sum(|row| row.alone),
            sum(|row| row.short),
            sum(|row| row.higher)
        ),
        format!("零采用单位：{}。", named(&table.none_used)),
    ];
    if !best.is_empty() {
        lines.push(format!("得分居前的单位：{}。", best.join("、")));
    }
    let rules = &desk.profile.reports;
    lines.push("三、有关要求".into());
    lines.push(format!(
        "请各单位于每月{}日之前，经单位领导审核后，将信息的纸质材料和电子文档一并报送{}。未报齐的单位要查明原因，抓紧补报。报送和采用情况纳入年度创建工作考核。",
        rules.due_day, desk.profile.office.short
    ));
    lines.join("\n")
}

/// Cells are parted by tabs, as the press reads tables.
fn annex(table: &ReportPointsTable) -> String {
    let head = [
        "名次",
        "单位",
        "应报",
        "报送",
        "按时",
        "稿件",
        "简讯",
        "单条",
        "上级",
        "报送分",
        "采用分",
        "得分",
        "累计",
    ];
    let row = |row: &ReportPointsRow| {
        [
            row.place.to_string(),
            row.unit_short.clone(),
            row.owed.to_string(),
            row.reported.to_string(),
            row.on_time.to_string(),
            row.items.to_string(),
            row.short.to_string(),
            row.alone.to_string(),
            row.higher.to_string(),
            mark(row.report_mark),
            mark(row.used_mark),
            mark(row.mark),
            mark(row.mark_so_far),
        ]
        .join("\t")
    };
    let rows = table.rows.iter().map(row);
    std::iter::once(head.join("\t")).chain(rows).collect::<Vec<_>>().join("\n")
}
