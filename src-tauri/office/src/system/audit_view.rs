//! The audit as the auditor reads it: filters, one row in full, the check of the chain, export.
use chrono::{NaiveDate, NaiveDateTime};
use press::ledger::{Column, Head, Kind, Ledger, Value};
use rusqlite::{Row, ToSql, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::answer::Paper;
use crate::kernel::audit::{self, ChainReport};
use crate::kernel::rows::{Order, Rows, Slice, order_by};
use crate::kernel::{Desk, Nothing, Refusal, Result, paper, progress};

/// Which rows.
#[derive(Debug, Default, Clone, Deserialize, TS)]
#[serde(default)]
pub struct AuditFilter {
    /// From this day.
    from: Option<NaiveDate>,
    /// Up to and with this day.
    to: Option<NaiveDate>,
    /// Words in person, title, subject or detail.
    words: String,
    /// 完成 拒绝 无权 出错; empty for all.
    outcome: String,
    slice: Slice,
    /// In which order; the newest first if left out.
    order: Option<Order>,
}

/// A row of the list.
#[derive(Debug, Serialize, TS)]
pub struct AuditLine {
    seq: i64,
    at: String,
    person: String,
    role: String,
    command: String,
    title: String,
    outcome: String,
    detail: String,
    /// How many table rows were changed.
    changed: u32,
}

/// Which row.
#[derive(Debug, Deserialize, TS)]
pub struct AuditRef {
    seq: i64,
}

/// A row in full.
#[derive(Debug, Serialize, TS)]
pub struct AuditDetail {
    line: AuditLine,
    subject: String,
    /// JSON list of {table, op, before, after}.
    changes: String,
    hash: String,
}

const TITLE: &str = "审计记录";

const WHERE: &str = "(:from IS NULL OR at >= :from) AND (:to IS NULL OR at < date(:to, '+1 day'))
    AND (:outcome = '' OR outcome = :outcome)
    AND (:words = '' OR instr(person || ' ' || title || ' ' || subject || ' ' || detail, :words) > 0)";

const COLUMNS: &[(&str, &str)] = &[
    ("seq", "seq"),
    ("at", "seq"),
    ("person", "reading(person)"),
    ("role", "reading(role)"),
    ("title", "reading(title)"),
    ("outcome", "outcome"),
    ("changed", "json_array_length(changes)"),
];

pub(super) fn list(desk: &Desk<'_>, q: AuditFilter) -> Result<Rows<AuditLine>> {
    let total = u32::try_from(count(desk, &q)?).unwrap_or(u32::MAX);
    let slice = format!("LIMIT {} OFFSET {}", q.slice.bounded(), q.slice.offset);
    let rows = ask(desk, &q, &slice, |lines| Ok(lines.collect::<rusqlite::Result<_>>()?))?;
    Ok(Rows { rows, total })
}

/// How many rows fit the filter.
fn count(desk: &Desk<'_>, q: &AuditFilter) -> Result<u64> {
    // Ten years of whole rows are long to read; without a filter the shortest index tells their number.
    let all = q.from.is_none() && q.to.is_none() && q.outcome.is_empty() && q.words.trim().is_empty();
    if all {
        return Ok(desk.tx.query_row("SELECT count(*) FROM audit", [], |row| row.get::<_, u32>(0))?.into());
    }
    let sql = format!("SELECT count(*) FROM audit WHERE {WHERE}");
    Ok(desk.tx.query_row(&sql, &given(q, &q.words.trim())[..], |row| row.get::<_, u32>(0))?.into())
}

/// The rows that fit, in the order asked for, one after the other as the database gives them.
fn ask<T>(
    desk: &Desk<'_>,
    q: &AuditFilter,
    slice: &str,
    take: impl FnOnce(&mut dyn Iterator<Item = rusqlite::Result<AuditLine>>) -> Result<T>,
) -> Result<T> {
    let words = q.words.trim();
    let order = order_by(q.order.as_ref(), COLUMNS, "seq DESC")?;
    let sql = format!(
        "SELECT *, json_array_length(changes) AS changed FROM audit WHERE {WHERE} ORDER BY {order} {slice}"
    );
    let mut query = desk.tx.prepare(&sql)?;
    take(&mut query.query_map(&given(q, &words)[..], line)?)
}

fn given<'a>(q: &'a AuditFilter, words: &'a dyn ToSql) -> [(&'a str, &'a dyn ToSql); 4] {
    [(":from", &q.from), (":to", &q.to), (":outcome", &q.outcome), (":words", words)]
}

pub(super) fn row(desk: &Desk<'_>, q: AuditRef) -> Result<AuditDetail> {
    let sql = "SELECT *, json_array_length(changes) AS changed FROM audit WHERE seq = :seq";
    desk.tx
        .query_row(sql, named_params! {":seq": q.seq}, |row| {
            Ok(AuditDetail {
                line: line(row)?,
                subject: row.get("subject")?,
                changes: row.get("changes")?,
                hash: row.get("hash")?,
            })
        })
        .map_err(|_| Refusal::not_found("审计记录"))
}

pub(super) fn verify(desk: &Desk<'_>, _: Nothing) -> Result<ChainReport> {
    audit::verify(desk.tx)
}

/// The whole list as a workbook, row by row: an audit of years is long.
pub(super) fn export(desk: &Desk<'_>, q: AuditFilter) -> Result<Paper> {
    let total = count(desk, &q)?;
    let (note, columns) = (note(desk), columns());
    let head = Head { title: TITLE, note: &note, columns: &columns };
    ask(desk, &q, "", |lines| {
        let rows = lines.zip(0_u64..).map(|(line, at)| {
            if at % 500 == 0 {
                desk.progress.step(at, total, "导出审计");
                progress::go_on(desk.progress)?;
            }
            Ok(cells(line?))
        });
        paper::workbook_rows(desk, head, rows)
    })
}

/// The list to be printed; one that is no paper any more is refused.
pub(super) fn printed(desk: &Desk<'_>, q: AuditFilter) -> Result<Ledger> {
    paper::check_printable(TITLE, count(desk, &q)?)?;
    let rows = ask(desk, &q, "", |lines| lines.map(|line| Ok(cells(line?))).collect())?;
    Ok(Ledger { title: TITLE.into(), note: note(desk), columns: columns(), rows })
}

fn columns() -> Vec<Column> {
    vec![
        Column::new("序号", Kind::Number, 8),
        Column::new("时间", Kind::Moment, 20),
        Column::new("人员", Kind::Text, 12),
        Column::new("角色", Kind::Text, 12),
        Column::new("事项", Kind::Text, 20),
        Column::new("结果", Kind::Text, 8),
        Column::new("说明", Kind::Text, 50),
    ]
}

fn note(desk: &Desk<'_>) -> String {
    let at = desk.now.format("%Y-%m-%d %H:%M");
    format!("{}　{} 导出　{at}", desk.profile.office.name, desk.who.name)
}

fn cells(line: AuditLine) -> Vec<Value> {
    let text = |words: String| Value::Text(words);
    vec![
        Value::Number(line.seq as f64),
        moment(&line.at),
        text(line.person),
        text(line.role),
        text(line.title),
        text(line.outcome),
        text(line.detail),
    ]
}

/// The time as a time, where it is one.
fn moment(at: &str) -> Value {
    let read = NaiveDateTime::parse_from_str(at, "%Y-%m-%d %H:%M:%S");
    read.map_or_else(|_| Value::Text(at.into()), Value::Moment)
}

fn line(row: &Row<'_>) -> rusqlite::Result<AuditLine> {
    Ok(AuditLine {
        seq: row.get("seq")?,
        at: row.get("at")?,
        person: row.get("person")?,
        role: row.get("role")?,
        command: row.get("command")?,
        title: row.get("title")?,
        outcome: row.get("outcome")?,
        detail: row.get("detail")?,
        changed: row.get("changed")?,
    })
}
