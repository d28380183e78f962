//! The rows of the electronic slip: what stands at the left of each, and what its right cell means. One list for making and
//! reading.
use crate::reports::kinds::{ReportPart, ReportQuality};

/// What a row is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Row {
    Unit,
    Month,
    Piece(ReportPart, Option<ReportQuality>),
    Reviewer,
    ReviewedOn,
    Officer,
    Phone,
}

use Row::*;

/// Every row: its meaning, its label, whether it must be filled in.
pub(super) const ROWS: &[(Row, &str, bool)] = &[
    (Unit, "报送单位", true),
    (Month, "信息月份", true),
    (Piece(ReportPart::Progress, None), "本月进展", true),
    (Piece(ReportPart::Plan, None), "下月计划", true),
    (Piece(ReportPart::Innovation, None), "创新举措", false),
    (Piece(ReportPart::Event, Some(ReportQuality::Product)), "重要事件（产品质量）", false),
    (Piece(ReportPart::Event, Some(ReportQuality::Engineering)), "重要事件（工程质量）", false),
    (Piece(ReportPart::Event, Some(ReportQuality::Environment)), "重要事件（环境质量）", false),
    (Piece(ReportPart::Event, Some(ReportQuality::Service)), "重要事件（服务质量）", false),
    (Piece(ReportPart::Suggestion, None), "建议意见", false),
    (Reviewer, "审核领导", true),
    (ReviewedOn, "审核日期", true),
    (Officer, "信息员", true),
    (Phone, "联系电话", false),
];

/// Title of the form.
pub(super) const TITLE: &str = "工作信息报送单";
/// Heads of the two columns.
pub(super) const HEADS: [&str; 2] = ["栏目", "填写内容"];
/// How to fill it in.
pub(super) const NOTE: &str = "请只填写右边一栏，不要增删行列、不要合并单元格。一栏有几条的，每条以“【标题】”另起一段；没有的栏目留空。";

/// A label without blanks and with full-width brackets, so that what people touch still fits.
pub(super) fn plain(label: &str) -> String {
    let kept = label.chars().filter(|c| !c.is_whitespace() && !matches!(c, '：' | ':' | '*'));
    kept.map(|c| match c {
        '(' => '（',
        ')' => '）',
        other => other,
    })
    .collect()
}

/// The row with this label.
pub(super) fn row(label: &str) -> Option<(Row, &'static str, bool)> {
    let label = plain(label);
    ROWS.iter().find(|(_, known, _)| *known == label).copied()
}
