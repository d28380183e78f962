//! 收文登记簿 and 备案登记簿 (at both levels), described once for workbook and paper.
use press::ledger::{Column, Kind, Ledger, Value};

use super::IncomingFilter;
use super::card::whereabouts;
use super::flow::IncomingKind;
use super::record::Incoming;
use super::store::{handlers, papers, readers};
use crate::documents::words::date;
use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;
use crate::kernel::rows::Slice;

/// Every paper that fits, in the order asked for.
fn all(desk: &Desk<'_>, filter: &IncomingFilter) -> Result<Vec<Incoming>> {
    let mut rows = Vec::new();
    loop {
        let slice = Slice { offset: rows.len() as u32, limit: 500 };
        let (part, total) = papers::list(desk, filter, slice)?;
        let last = part.is_empty();
        rows.extend(part);
        if last || rows.len() as u32 >= total {
            return Ok(rows);
        }
    }
}

fn text(words: &str) -> Value {
    if words.is_empty() { Value::Empty } else { Value::Text(words.into()) }
}

fn day(day: Option<chrono::NaiveDate>) -> Value {
    day.map_or(Value::Empty, Value::Date)
}

fn note(desk: &Desk<'_>, count: usize) -> String {
    format!("{}　截至{}　共{count}件", desk.profile.office.short, date(desk.today()))
}

/// 收文登记簿.
pub fn register(desk: &Desk<'_>, filter: &IncomingFilter) -> Result<Ledger> {
    let papers = all(desk, filter)?;
    let mut rows = Vec::new();
    for (at, paper) in papers.iter().enumerate() {
        let (handlers, readers) = (handlers::all(desk, paper.id)?, readers::all(desk, paper.id)?);
        rows.push(vec![
            Value::Number(at as f64 + 1.0),
            text(paper.number.as_deref().unwrap_or_default()),
            Value::Date(paper.received_on),
            text(&paper.sender_name),
            text(&paper.letter),
            text(&paper.title),
            text(&paper.kind_label),
            Value::Number(f64::from(paper.copies)),
            text(&paper.secrecy_label),
            text(&paper.urgency_label),
            text(&paper.proposal),
            text(&whereabouts(paper, &handlers, &readers)),
            text(if paper.result.is_empty() { &paper.reason } else { &paper.result }),
            day(paper.closed_on),
        ]);
    }
    let column = |title, kind, width| Column::new(title, kind, width);
    let year = filter.year.map(|year| format!("{year}年")).unwrap_or_default();
    Ok(Ledger {
        title: format!("{year}收文登记簿"),
        note: note(desk, papers.len()),
        columns: vec![
            column("序号", Kind::Number, 6),
            column("收文编号", Kind::Code, 12),
            column("收文日期", Kind::Date, 12),
            column("来文单位", Kind::Text, 18),
            column("发文字号", Kind::Code, 20),
            column("标题", Kind::Text, 38),
            column("类别", Kind::Text, 14),
            column("份数", Kind::Number, 6),
            column("密级", Kind::Text, 6),
            column("紧急程度", Kind::Text, 8),
            column("拟办", Kind::Text, 28),
            column("去向", Kind::Text, 22),
            column("办理情况", Kind::Text, 26),
            column("办结日期", Kind::Date, 12),
        ],
        rows,
    })
}

/// 备案登记簿 of one level, or of both.
pub fn filings(desk: &Desk<'_>, filter: &IncomingFilter) -> Result<Ledger> {
    let papers = all(desk, &IncomingFilter { filings: true, ..filter.clone() })?;
    let level = match filter.kind {
        Some(IncomingKind::FilingOffice) => format!("向{}", desk.profile.office.short),
        Some(IncomingKind::FilingGroup) => "向领导小组".into(),
        _ => String::new(),
    };
    let row = |(at, paper): (usize, &Incoming)| {
        vec![
            Value::Number(at as f64 + 1.0),
            text(paper.filing_number.as_deref().unwrap_or_default()),
            text(&paper.kind_label),
            text(&paper.sender_name),
            text(&paper.title),
            text(&paper.letter),
            day(paper.dated_on),
            Value::Date(paper.received_on),
            text(paper.number.as_deref().unwrap_or_default()),
            text(&paper.proposal),
            text(&paper.stage_label),
            text(&paper.result),
        ]
    };
    let column = |title, kind, width| Column::new(title, kind, width);
    let year = filter.year.map(|year| format!("{year}年")).unwrap_or_default();
    Ok(Ledger {
        title: format!("{year}{level}备案登记簿"),
        note: note(desk, papers.len()),
        columns: vec![
            column("序号", Kind::Number, 6),
            column("备案编号", Kind::Code, 24),
            column("备案层级", Kind::Text, 14),
            column("报备单位", Kind::Text, 18),
            column("备案事项", Kind::Text, 40),
            column("发文字号", Kind::Code, 20),
            column("成文日期", Kind::Date, 12),
            column("收到日期", Kind::Date, 12),
            column("收文编号", Kind::Code, 12),
            column("拟办意见", Kind::Text, 28),
            column("状态", Kind::Text, 12),
            column("办理结果", Kind::Text, 24),
        ],
        rows: papers.iter().enumerate().map(row).collect(),
    })
}
