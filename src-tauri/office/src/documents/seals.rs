//! Pictures of the seals (印章图片), one of each authority, for papers that are printed with them (GB/T 9704-2012, 7.3.5).
//!
//! It promises that a picture is a PNG with a transparent ground, that every change and every sealed print is in the
//! audit, and that an older picture stays. It deliberately seals nothing by itself: who asks for a sealed paper says so.
use press::picture::{Format, Picture};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::outgoing::authority;
use crate::kernel::Nothing;
use crate::kernel::attachments::{self, Attachment, Upload};
use crate::kernel::desk::Desk;
use crate::kernel::document_rules::Issuer;
use crate::kernel::refusal::{Refusal, Result};

const OWNER: &str = "document_seal";
const PURPOSE: &str = "印章图片";
/// Fewer pixels than this on a side look ragged over 42 mm.
const LEAST: u32 = 300;

/// An authority with the picture of its seal.
#[derive(Debug, Serialize, TS)]
pub struct DocumentSeal {
    /// Whose.
    pub issuer: Issuer,
    /// As mark and signature write it.
    pub authority: String,
    /// The picture; none where the place is left empty for the real seal.
    pub picture: Option<Attachment>,
}

/// A picture of a seal.
#[derive(Debug, Deserialize, TS)]
pub struct DocumentSealSet {
    /// Whose.
    pub issuer: Issuer,
    /// PNG with a transparent ground.
    pub file: Upload,
}

/// A seal whose picture is no longer used.
#[derive(Debug, Deserialize, TS)]
pub struct DocumentSealRemove {
    /// Whose.
    pub issuer: Issuer,
}

/// The seals of both authorities.
pub(super) fn list(desk: &Desk<'_>, _: Nothing) -> Result<Vec<DocumentSeal>> {
    let seal = |issuer: &Issuer| {
        let (issuer, authority) = (*issuer, authority(*issuer, desk.profile));
        Ok(DocumentSeal { issuer, authority, picture: latest(desk, issuer)? })
    };
    Issuer::ALL.iter().map(seal).collect()
}

pub(super) fn set(desk: &Desk<'_>, q: DocumentSealSet) -> Result<Vec<DocumentSeal>> {
    let picture = Picture::read(&q.file.name, q.file.bytes()?)?;
    let no = |why: String| {
        Err(Refusal::refused(format!("“{}”不能用作印章图片：{why}。", q.file.name))
            .hint("请用透明底的 PNG 图片，四周不留空白，边长不少于 300 像素。"))
    };
    if picture.format != Format::Png || !picture.is_transparent() {
        return no("不是透明底的 PNG 图片，会盖住落款的文字".into());
    }
    if picture.pixels.0 < LEAST || picture.pixels.1 < LEAST {
        return no(format!("只有 {} × {} 像素，印出来不清楚", picture.pixels.0, picture.pixels.1));
    }
    take_off(desk, q.issuer)?;
    attachments::add(desk, OWNER, q.issuer.key(), PURPOSE, &q.file)?;
    list(desk, Nothing {})
}

pub(super) fn remove(desk: &Desk<'_>, q: DocumentSealRemove) -> Result<Vec<DocumentSeal>> {
    if !take_off(desk, q.issuer)? {
        return Err(Refusal::refused("没有设置印章图片。").hint("不需要办理。"));
    }
    list(desk, Nothing {})
}

/// Takes the picture in use off; whether there was one.
fn take_off(desk: &Desk<'_>, issuer: Issuer) -> Result<bool> {
    match latest(desk, issuer)? {
        Some(before) => attachments::take_off(desk, before.id).map(|()| true),
        None => Ok(false),
    }
}

fn latest(desk: &Desk<'_>, issuer: Issuer) -> Result<Option<Attachment>> {
    Ok(attachments::of(desk, OWNER, issuer.key())?.pop())
}

/// The picture in use.
///
/// # Errors
/// Refuses where none is set.
pub(super) fn needed(desk: &Desk<'_>, issuer: Issuer) -> Result<Attachment> {
    latest(desk, issuer)?.ok_or_else(|| {
        Refusal::refused(format!("还没有设置{}的印章图片。", authority(issuer, desk.profile)))
            .hint("请由主任在“文件审签”的“印章图片”里设置，或打印后加盖实物印章。")
    })
}

/// The same as a picture.
///
/// # Errors
/// Refuses where none is set.
pub(super) fn picture(desk: &Desk<'_>, issuer: Issuer) -> Result<Picture> {
    let seal = needed(desk, issuer)?;
    Ok(Picture::read(&seal.name, attachments::content(desk, seal.id)?.bytes)?)
}
