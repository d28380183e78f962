//! The audit as the auditor reads it: filters, one row in full, the check of the chain, export.
use chrono::NaiveDate;
use press::ledger::{Column, Kind, Ledger, Value};
use rusqlite::{Row, ToSql, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::answer::Paper;
use crate::kernel::audit::{self, ChainReport};
use crate::kernel::rows::{Rows, Slice};
use crate::kernel::{Desk, Nothing, Refusal, Result, paper};

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

const WHERE: &str = "(:from IS NULL OR at >= :from) AND (:to IS NULL OR at < date(:to, '+1 day'))
    AND (:outcome = '' OR outcome = :outcome)
    AND (:words = '' OR instr(person || ' ' || title || ' ' || subject || ' ' || detail, :words) > 0)";

pub(super) fn list(desk: &Desk<'_>, q: AuditFilter) -> Result<Rows<AuditLine>> {
    let (words, limit) = (q.words.trim().to_owned(), q.slice.bounded());
    let filter: [(&str, &dyn ToSql); 4] =
        [(":from", &q.from), (":to", &q.to), (":outcome", &q.outcome), (":words", &words)];
    let total =
        desk.tx.query_row(&format!("SELECT count(*) FROM audit WHERE {WHERE}"), &filter[..], |r| r.get(0))?;
    let sql = format!(
        "SELECT *, json_array_length(changes) AS changed FROM audit WHERE {WHERE}
         ORDER BY seq DESC LIMIT {limit} OFFSET {}",
        q.slice.offset
    );
    let mut query = desk.tx.prepare(&sql)?;
    let rows = query.query_map(&filter[..], line)?.collect::<rusqlite::Result<_>>()?;
    Ok(Rows { rows, total })
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

pub(super) fn export(desk: &Desk<'_>, q: AuditFilter) -> Result<Paper> {
    let mut rows = Vec::new();
    let mut slice = Slice { offset: 0, limit: 500 };
    loop {
        let part = list(desk, AuditFilter { slice, ..q.clone() })?;
        desk.progress.step(rows.len() as u64, u64::from(part.total), "导出审计");
        crate::kernel::progress::go_on(desk.progress)?;
        let last = part.rows.len() < 500;
        rows.extend(part.rows.into_iter().map(cells));
        slice.offset += 500;
        if last {
            break;
        }
    }
    let columns = vec![
        Column::new("序号", Kind::Number, 8),
        Column::new("时间", Kind::Text, 20),
        Column::new("人员", Kind::Text, 12),
        Column::new("角色", Kind::Text, 12),
        Column::new("事项", Kind::Text, 20),
        Column::new("结果", Kind::Text, 8),
        Column::new("说明", Kind::Text, 50),
    ];
    let note = format!(
        "{}　{} 导出　{}",
        desk.profile.office.name,
        desk.who.name,
        desk.now.format("%Y-%m-%d %H:%M")
    );
    paper::workbook(desk, Ledger { title: "审计记录".into(), note, columns, rows })
}

fn cells(line: AuditLine) -> Vec<Value> {
    let text = |words: String| Value::Text(words);
    vec![
        Value::Number(line.seq as f64),
        text(line.at),
        text(line.person),
        text(line.role),
        text(line.title),
        text(line.outcome),
        text(line.detail),
    ]
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
