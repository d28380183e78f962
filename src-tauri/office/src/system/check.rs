//! The check of a store: database, foreign keys, audit chain, every attachment's digest. It looks and mends nothing.
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::answer::Paper;
use crate::kernel::ids::AttachmentId;
use crate::kernel::progress::go_on;
use crate::kernel::{Desk, Nothing, Result, attachments, audit, migrations};

/// One thing that was checked.
#[derive(Debug, Serialize, TS)]
pub struct Finding {
    /// What was checked, in Chinese.
    pub what: String,
    /// Whether it is good.
    pub good: bool,
    /// What was found.
    pub words: String,
}

/// The result.
#[derive(Debug, Serialize, TS)]
pub struct CheckReport {
    /// Whether everything is good.
    pub good: bool,
    /// Each check.
    pub findings: Vec<Finding>,
}

/// About this program and store.
#[derive(Debug, Serialize, TS)]
pub struct About {
    version: String,
    schema: u32,
    campaign: String,
    profile: String,
    demo: bool,
    database: String,
    licence: String,
}

/// Which attachment.
#[derive(Debug, Deserialize, TS)]
pub struct AttachmentRef {
    id: AttachmentId,
}

pub(super) fn about(desk: &Desk<'_>, _: Nothing) -> Result<About> {
    Ok(About {
        version: env!("CARGO_PKG_VERSION").into(),
        schema: migrations::ALL.len() as u32,
        campaign: desk.campaign.name.clone(),
        profile: desk.profile.profile.title.clone(),
        demo: desk.demo,
        database: desk.tx.query_row("SELECT 'SQLite ' || sqlite_version()", [], |row| row.get(0))?,
        licence: "Apache-2.0".into(),
    })
}

pub(super) fn attachment(desk: &Desk<'_>, q: AttachmentRef) -> Result<Paper> {
    attachments::content(desk, q.id)
}

pub(super) fn run(desk: &Desk<'_>, _: Nothing) -> Result<CheckReport> {
    let findings = vec![database(desk)?, foreign_keys(desk)?, chain(desk)?, files(desk)?];
    Ok(CheckReport { good: findings.iter().all(|finding| finding.good), findings })
}

fn finding(what: &str, good: bool, words: String) -> Finding {
    Finding { what: what.into(), good, words }
}

fn database(desk: &Desk<'_>) -> Result<Finding> {
    let words: String = desk.tx.query_row("PRAGMA quick_check(5)", [], |row| row.get(0))?;
    let mut query = desk.tx.prepare("PRAGMA cipher_integrity_check")?;
    let pages = query.query_map([], |row| row.get::<_, String>(0))?.count();
    let good = words == "ok" && pages == 0;
    let said = if good { "完好".into() } else { format!("{words}；损坏的页：{pages}") };
    Ok(finding("数据库", good, said))
}

fn foreign_keys(desk: &Desk<'_>) -> Result<Finding> {
    let broken: u32 =
        desk.tx.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))?;
    Ok(finding(
        "记录之间的关联",
        broken == 0,
        if broken == 0 { "完好".into() } else { format!("{broken} 处断开") },
    ))
}

fn chain(desk: &Desk<'_>) -> Result<Finding> {
    let report = audit::verify(desk.tx)?;
    Ok(match report.broken_at {
        None => finding("审计链", true, format!("{} 条，首尾相连", report.rows)),
        Some(seq) => finding("审计链", false, format!("第 {seq} 条起不相连")),
    })
}

fn files(desk: &Desk<'_>) -> Result<Finding> {
    let mut query = desk.tx.prepare("SELECT DISTINCT digest FROM attachment")?;
    let digests: BTreeSet<String> =
        query.query_map([], |row| row.get("digest"))?.collect::<rusqlite::Result<_>>()?;
    let mut bad = Vec::new();
    for (done, digest) in digests.iter().enumerate() {
        go_on(desk.progress)?;
        desk.progress.step(done as u64, digests.len() as u64, "检查附件");
        if let Err(refusal) = desk.files.get(digest) {
            bad.push(refusal.message);
        }
    }
    let words =
        if bad.is_empty() { format!("{} 个，内容与登记一致", digests.len()) } else { bad.join("") };
    Ok(finding("附件", bad.is_empty(), words))
}
