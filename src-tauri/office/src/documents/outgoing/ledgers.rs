//! 发文登记簿: one row a numbered document in the order of numbers, voided ones visible; or what the filter shows.
use press::ledger::{Column, Kind, Ledger, Value};

use super::OutgoingFilter;
use super::record::Outgoing;
use super::store::documents;
use crate::documents::words::date;
use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;
use crate::kernel::rows::Slice;

/// Every document that fits.
pub fn all(desk: &Desk<'_>, filter: &OutgoingFilter) -> Result<Vec<Outgoing>> {
    let mut rows = Vec::new();
    loop {
        let slice = Slice { offset: rows.len() as u32, limit: 500 };
        let (part, total) = documents::list(desk, filter, slice)?;
        let last = part.is_empty();
        rows.extend(part);
        if last || rows.len() as u32 >= total {
            return Ok(rows);
        }
    }
}

/// The register.
pub fn register(desk: &Desk<'_>, filter: &OutgoingFilter) -> Result<Ledger> {
    let documents = all(desk, filter)?;
    let column = |title, kind, width| Column::new(title, kind, width);
    let year = filter.year.map(|year| format!("{year}年")).unwrap_or_default();
    Ok(Ledger {
        title: format!("{year}发文登记簿"),
        note: format!("{}　截至{}　共{}件", desk.profile.office.short, date(desk.today()), documents.len()),
        columns: vec![
            column("序号", Kind::Number, 6),
            column("发文字号", Kind::Code, 22),
            column("标题", Kind::Text, 40),
            column("文种", Kind::Text, 8),
            column("签发人", Kind::Text, 10),
            column("签发日期", Kind::Date, 12),
            column("主送", Kind::Text, 24),
            column("抄送", Kind::Text, 22),
            column("份数", Kind::Number, 6),
            column("印发日期", Kind::Date, 12),
            column("拟稿人", Kind::Text, 10),
            column("状态", Kind::Text, 12),
            column("备注", Kind::Text, 24),
        ],
        rows: documents.iter().enumerate().map(|(at, document)| row(at, document)).collect(),
    })
}

fn row(at: usize, document: &Outgoing) -> Vec<Value> {
    let text = |words: &str| if words.is_empty() { Value::Empty } else { Value::Text(words.into()) };
    let day = |day: Option<chrono::NaiveDate>| day.map_or(Value::Empty, Value::Date);
    let signature = document.signature.as_ref();
    vec![
        Value::Number(at as f64 + 1.0),
        text(document.number.as_deref().unwrap_or_default()),
        text(&document.words.title),
        text(&document.kind_label),
        text(signature.map(|signature| signature.name.as_str()).unwrap_or_default()),
        day(signature.map(|signature| signature.on)),
        text(&document.words.sent_to.join("、")),
        text(&document.words.copies_to.join("、")),
        Value::Number(f64::from(document.printed_copies.unwrap_or(document.facts.copies))),
        day(document.printed_on),
        text(&document.facts.drafter),
        text(&document.stage_label),
        text(&document.end_reason),
    ]
}
