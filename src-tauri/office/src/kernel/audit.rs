//! The audit (审计): one row for every action at the front desk, append-only, each row's hash taken over the one before.
//!
//! Only the front desk and the door append. A broken chain is found by [`verify`] with the place of the first break.
use chrono::NaiveDateTime;
use rusqlite::{Connection, OptionalExtension, named_params};
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};
use ts_rs::TS;

use crate::kernel::refusal::Result;

/// How an action ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// 完成.
    Done,
    /// 拒绝: a rule said no.
    Refused,
    /// 无权: the person may not.
    NotAllowed,
    /// 出错.
    Failed,
}

impl Outcome {
    /// As stored and shown.
    pub fn label(self) -> &'static str {
        match self {
            Outcome::Done => "完成",
            Outcome::Refused => "拒绝",
            Outcome::NotAllowed => "无权",
            Outcome::Failed => "出错",
        }
    }
}

/// What is to be written down.
pub struct Entry<'a> {
    /// When.
    pub at: NaiveDateTime,
    /// Account, if somebody was logged in.
    pub account: Option<String>,
    /// Name of the person, or the login name as typed.
    pub person: &'a str,
    /// Role in Chinese, or empty.
    pub role: &'a str,
    /// Command.
    pub command: &'a str,
    /// Its Chinese title.
    pub title: &'a str,
    /// What it was about: the request without secrets and long contents.
    pub subject: String,
    /// How it ended.
    pub outcome: Outcome,
    /// Words about the end: the refusal, the number of rows exported.
    pub detail: String,
    /// Rows changed, before and after.
    pub changes: Vec<Value>,
}

/// Appends one row to the chain.
pub fn append(tx: &Connection, entry: &Entry<'_>) -> Result<()> {
    let last = tx
        .query_row("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1", [], |row| {
            Ok((row.get::<_, i64>("seq")?, row.get::<_, String>("hash")?))
        })
        .optional()?;
    let (seq, prev) = last.map_or((1, String::new()), |(seq, hash)| (seq + 1, hash));
    let at = entry.at.format("%Y-%m-%d %H:%M:%S").to_string();
    let changes = Value::Array(entry.changes.clone()).to_string();
    let account = entry.account.clone().unwrap_or_default();
    let outcome = entry.outcome.label();
    let seq_text = seq.to_string();
    let fields = [
        &prev,
        seq_text.as_str(),
        &at,
        &account,
        entry.person,
        entry.role,
        entry.command,
        entry.title,
        &entry.subject,
        outcome,
        &entry.detail,
        &changes,
    ];
    let sql = "INSERT INTO audit (seq, at, account, person, role, command, title, subject, outcome, detail, changes,
                 prev, hash)
               VALUES (:seq, :at, :account, :person, :role, :command, :title, :subject, :outcome, :detail, :changes,
                 :prev, :hash)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":seq": seq, ":at": at, ":account": account, ":person": entry.person, ":role": entry.role,
        ":command": entry.command, ":title": entry.title, ":subject": entry.subject, ":outcome": outcome,
        ":detail": entry.detail, ":changes": changes, ":prev": prev, ":hash": chain_hash(&fields),
    })?;
    Ok(())
}

/// The hash of one row: every field with its length before it, so that no two rows look alike.
fn chain_hash(fields: &[&str]) -> String {
    let mut hash = Sha256::new();
    for field in fields {
        hash.update((field.len() as u64).to_be_bytes());
        hash.update(field.as_bytes());
    }
    hex::encode(hash.finalize())
}

/// What a check of the whole chain found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ChainReport {
    /// Rows looked at.
    pub rows: u32,
    /// Sequence number of the first row that does not fit, if any.
    pub broken_at: Option<i64>,
    /// Hash of the last good row; written down elsewhere, it proves later that nothing was cut off.
    pub last_hash: String,
}

/// Walks the whole chain.
pub fn verify(tx: &Connection) -> Result<ChainReport> {
    let mut query = tx.prepare("SELECT * FROM audit ORDER BY seq")?;
    let mut rows = query.query([])?;
    let mut report = ChainReport { rows: 0, broken_at: None, last_hash: String::new() };
    while let Some(row) = rows.next()? {
        let seq: i64 = row.get("seq")?;
        let text = |name: &str| row.get::<_, Option<String>>(name).map(Option::unwrap_or_default);
        let names = [
            "at", "account", "person", "role", "command", "title", "subject", "outcome", "detail", "changes",
        ];
        let mut fields = vec![text("prev")?, seq.to_string()];
        for name in names {
            fields.push(text(name)?);
        }
        let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
        let hash = text("hash")?;
        let fits =
            seq == i64::from(report.rows) + 1 && fields[0] == report.last_hash && chain_hash(&fields) == hash;
        if !fits {
            report.broken_at = Some(seq);
            return Ok(report);
        }
        report.rows += 1;
        report.last_hash = hash;
    }
    Ok(report)
}

/// A request as the audit keeps it: secrets masked, long contents cut to their length.
pub fn redact(request: &Value) -> Value {
    match request {
        Value::Object(map) => {
            Value::Object(map.iter().map(|(key, value)| (key.clone(), field(key, value))).collect())
        }
        Value::Array(list) => Value::Array(list.iter().take(50).map(redact).collect()),
        other => other.clone(),
    }
}

fn field(key: &str, value: &Value) -> Value {
    const SECRET: [&str; 5] = ["password", "old_password", "new_password", "code", "recovery_code"];
    match value {
        Value::String(_) if SECRET.contains(&key) => Value::String("（已隐去）".into()),
        Value::String(text) if text.chars().count() > 200 => {
            Value::String(format!("（{} 字符）", text.chars().count()))
        }
        other => redact(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain_of_five() -> Connection {
        let tx = Connection::open_in_memory().unwrap();
        tx.execute_batch(crate::kernel::migrations::ALL[0].1).unwrap();
        for n in 0..5 {
            let entry = Entry {
                at: "2016-09-01T09:00:00".parse().unwrap(),
                account: None,
                person: "李经办",
                role: "经办人",
                command: "meeting_add",
                title: "新建会议",
                subject: format!("第{n}次"),
                outcome: Outcome::Done,
                detail: String::new(),
                changes: Vec::new(),
            };
            append(&tx, &entry).unwrap();
        }
        tx
    }

    #[test]
    fn no_row_of_the_audit_can_be_changed_or_deleted() {
        let tx = chain_of_five();
        assert!(tx.execute("UPDATE audit SET person = '别人' WHERE seq = 2", []).is_err());
        assert!(tx.execute("DELETE FROM audit WHERE seq = 5", []).is_err());
        assert_eq!(verify(&tx).unwrap().rows, 5);
    }

    #[test]
    fn whoever_gets_round_the_triggers_breaks_the_chain_where_he_was() {
        for (fraud, place) in [
            ("UPDATE audit SET person = '别人' WHERE seq = 3", 3),
            ("UPDATE audit SET detail = '' || detail || 'x' WHERE seq = 5", 5),
            ("DELETE FROM audit WHERE seq = 2", 3),
            ("UPDATE audit SET hash = prev WHERE seq = 1", 1),
        ] {
            let tx = chain_of_five();
            tx.execute_batch("DROP TRIGGER audit_fixed; DROP TRIGGER audit_stays;").unwrap();
            tx.execute(fraud, []).unwrap();
            assert_eq!(verify(&tx).unwrap().broken_at, Some(place), "{fraud}");
        }
    }

    #[test]
    fn secrets_and_long_contents_do_not_reach_the_audit() {
        let request =
            serde_json::json!({"password": "x", "files": [{"data": "长".repeat(300)}], "name": "张三"});
        let kept = redact(&request);
        assert_eq!(kept["password"], "（已隐去）");
        assert_eq!(kept["files"][0]["data"], "（300 字符）");
        assert_eq!(kept["name"], "张三");
    }
}
