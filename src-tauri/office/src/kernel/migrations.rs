//! Migrations: numbered SQL files, forward only, never edited once landed. The store's `user_version` counts them.
//!
//! A store from a newer program is refused, not guessed at.
use rusqlite::{Connection, TransactionBehavior};

use crate::kernel::refusal::{Refusal, Result};

/// Every migration, oldest first.
pub const ALL: &[(&str, &str)] = &[
    ("0001_kernel", include_str!("migrations/0001_kernel.sql")),
    ("0002_registry", include_str!("migrations/0002_registry.sql")),
    ("0003_meetings", include_str!("migrations/0003_meetings.sql")),
    ("0004_followup", include_str!("migrations/0004_followup.sql")),
    ("0005_documents", include_str!("migrations/0005_documents.sql")),
    ("0006_followup", include_str!("migrations/0006_followup.sql")),
    ("0007_matters", include_str!("migrations/0007_matters.sql")),
    ("0009_reports", include_str!("migrations/0009_reports.sql")),
];

/// Brings the schema up to date, each migration in its own transaction.
pub fn run(db: &mut Connection) -> Result<()> {
    let version: u32 = db.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let version = version as usize;
    if version > ALL.len() {
        return Err(Refusal::damaged("这个数据库是更新版本的程序建立的，本程序不能打开。")
            .hint("请安装新版本；数据没有任何改动。"));
    }
    for (index, (_, sql)) in ALL.iter().enumerate().skip(version) {
        let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        tx.execute_batch(sql)?;
        tx.pragma_update(None, "user_version", index as i64 + 1)?;
        tx.commit()?;
    }
    Ok(())
}
