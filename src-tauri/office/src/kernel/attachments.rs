//! Attachments (附件): named files that belong to a record and prove a step (scans, letters, photos).
//!
//! It keeps names and owners; `files.rs` keeps the content. An attachment is never deleted, only taken off.
use base64::Engine;
use chrono::NaiveDateTime;
use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::answer::{Paper, safe_name};
use crate::kernel::desk::Desk;
use crate::kernel::ids::AttachmentId;
use crate::kernel::refusal::{Refusal, Result};

/// Largest file that can be attached, in bytes.
pub const LARGEST: usize = 50 * 1024 * 1024;

/// A file on its way in.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Upload {
    /// Its name with ending.
    pub name: String,
    /// Content in base64.
    pub data: String,
}

impl Upload {
    /// The content.
    pub fn bytes(&self) -> Result<Vec<u8>> {
        let engine = base64::engine::general_purpose::STANDARD;
        engine.decode(&self.data).map_err(|_| {
            Refusal::damaged(format!("文件“{}”没有传完整。", self.name)).hint("请重新选择文件。")
        })
    }
}

/// An attachment as shown.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Attachment {
    /// Id.
    pub id: AttachmentId,
    /// What it proves, in Chinese (签发扫描件, 请假条 …).
    pub purpose: String,
    /// File name.
    pub name: String,
    /// Media type by content.
    pub mime: String,
    /// Size in bytes.
    pub bytes: u64,
    /// When it was added.
    pub added_at: NaiveDateTime,
    /// By whom.
    pub added_by: String,
}

/// Attaches a file to a record: content first, synced, then the row.
pub fn add(
    desk: &Desk<'_>,
    owner_kind: &str,
    owner: impl ToString,
    purpose: &str,
    upload: &Upload,
) -> Result<AttachmentId> {
    let bytes = upload.bytes()?;
    if bytes.is_empty() {
        return Err(Refusal::refused(format!("文件“{}”是空的。", upload.name)).hint("请重新扫描或选择。"));
    }
    if bytes.len() > LARGEST {
        return Err(
            Refusal::refused(format!("文件“{}”超过 50 MB。", upload.name)).hint("请压缩或分成几个文件。")
        );
    }
    let mime = media_type(&bytes).ok_or_else(|| {
        Refusal::refused(format!("文件“{}”不是可以归档的格式。", upload.name))
            .hint("请使用 PDF、OFD、Word、Excel、JPG、PNG、TIFF 或文本文件。")
    })?;
    let digest = desk.files.put(&bytes, desk.entropy)?;
    let id: AttachmentId = desk.new_id();
    desk.tx.execute(
        "INSERT INTO attachment (id, campaign, owner_kind, owner, purpose, name, mime, digest, bytes, added_at, added_by)
         VALUES (:id, :campaign, :owner_kind, :owner, :purpose, :name, :mime, :digest, :bytes, :now, :by)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":owner_kind": owner_kind, ":owner": owner.to_string(),
            ":purpose": purpose, ":name": safe_name(&upload.name), ":mime": mime, ":digest": digest,
            ":bytes": bytes.len() as i64, ":now": desk.now, ":by": desk.who.name,
        },
    )?;
    Ok(id)
}

/// The attachments of a record, oldest first.
pub fn of(desk: &Desk<'_>, owner_kind: &str, owner: impl ToString) -> Result<Vec<Attachment>> {
    let sql = "SELECT * FROM attachment WHERE owner_kind = :kind AND owner = :owner AND removed_at IS NULL
               ORDER BY added_at, id LIMIT 500";
    let mut query = desk.tx.prepare_cached(sql)?;
    let found = query.query_map(named_params! {":kind": owner_kind, ":owner": owner.to_string()}, read)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// The content of an attachment.
pub fn content(desk: &Desk<'_>, id: AttachmentId) -> Result<Paper> {
    let sql = "SELECT name, mime, digest FROM attachment WHERE id = :id";
    let (name, mime, digest): (String, String, String) = desk
        .tx
        .query_row(sql, named_params! {":id": id}, |row| {
            Ok((row.get("name")?, row.get("mime")?, row.get("digest")?))
        })
        .map_err(|_| Refusal::not_found("附件"))?;
    Ok(Paper { name, mime, bytes: desk.files.get(&digest)?, rows: None })
}

/// Takes an attachment off its record; content and row stay.
pub fn take_off(desk: &Desk<'_>, id: AttachmentId) -> Result<()> {
    let sql = "UPDATE attachment SET removed_at = :now WHERE id = :id AND removed_at IS NULL";
    let changed = desk.tx.execute(sql, named_params! {":now": desk.now, ":id": id})?;
    if changed == 1 { Ok(()) } else { Err(Refusal::stale()) }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Attachment> {
    Ok(Attachment {
        id: row.get("id")?,
        purpose: row.get("purpose")?,
        name: row.get("name")?,
        mime: row.get("mime")?,
        bytes: row.get::<_, i64>("bytes")?.unsigned_abs(),
        added_at: row.get("added_at")?,
        added_by: row.get("added_by")?,
    })
}

/// The media type by content, never by ending; `None` for what may not be kept.
pub fn media_type(bytes: &[u8]) -> Option<&'static str> {
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    Some(match () {
        () if starts(b"%PDF-") => "application/pdf",
        () if starts(b"\xff\xd8\xff") => "image/jpeg",
        () if starts(b"\x89PNG\r\n\x1a\n") => "image/png",
        () if starts(b"II*\0") || starts(b"MM\0*") => "image/tiff",
        () if starts(b"PK\x03\x04") => zip_type(bytes),
        () if starts(b"\xd0\xcf\x11\xe0") => "application/msword",
        () if !bytes.contains(&0) && std::str::from_utf8(bytes).is_ok() => "text/plain",
        () => return None,
    })
}

fn zip_type(bytes: &[u8]) -> &'static str {
    let holds = |name: &[u8]| bytes.windows(name.len()).any(|window| window == name);
    match () {
        () if holds(b"word/") => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        () if holds(b"xl/") => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        () if holds(b"OFD.xml") => "application/ofd",
        () => "application/zip",
    }
}
