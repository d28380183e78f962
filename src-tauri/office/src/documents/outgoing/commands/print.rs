//! What is printed and exported of documents that go out.
use press::Ledger;
use press::marked::{Mark, Marked, Part};
use press::picture::Picture;
use serde::Deserialize;
use ts_rs::TS;

use super::draft::{OutgoingAsked, OutgoingFilter, checked_words};
use super::versions::{self, OutgoingCompareAsked};
use crate::documents::diff::DiffMark;
use crate::documents::kinds::OutgoingId;
use crate::documents::outgoing::record::{OWNER, Outgoing, OutgoingFacts, OutgoingWords, PICTURE};
use crate::documents::outgoing::store::documents;
use crate::documents::outgoing::{card, forms, ledgers, paper as papers};
use crate::documents::{letterhead, seals};
use crate::kernel::answer::Paper;
use crate::kernel::attachments;
use crate::kernel::desk::Desk;
use crate::kernel::paper;
use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::rows::Order;

/// A draft with words and particulars that are not saved yet.
#[derive(Debug, Deserialize, TS)]
pub struct OutgoingPreview {
    /// Document.
    pub document: OutgoingId,
    /// Words as typed.
    pub words: OutgoingWords,
    /// Particulars as typed.
    pub facts: OutgoingFacts,
}

pub(super) fn document(desk: &Desk<'_>, q: OutgoingAsked) -> Result<Paper> {
    set(desk, &documents::get(desk, q.document)?)
}

/// With the picture of the seal: only while it is in force, so that no ended document leaves with a fresh seal.
pub(super) fn sealed(desk: &Desk<'_>, q: OutgoingAsked) -> Result<Paper> {
    let document = documents::get(desk, q.document)?;
    card::sealable(desk, &document)?;
    let seal = seals::picture(desk, document.facts.issuer)?;
    paper::document(desk, papers::sealed(desk.profile, &document, pictures(desk, &document)?, seal))
}

pub(super) fn preview(desk: &Desk<'_>, q: OutgoingPreview) -> Result<Paper> {
    let document = documents::get(desk, q.document)?;
    if document.is_signed() {
        return set(desk, &document);
    }
    let kind = desk.profile.documents.kind(&q.words.kind);
    let form = kind.map_or(document.form, |kind| kind.form);
    set(desk, &Outgoing { words: checked_words(&q.words)?, facts: q.facts, form, ..document })
}

fn set(desk: &Desk<'_>, document: &Outgoing) -> Result<Paper> {
    let pictures = pictures(desk, document)?;
    paper::document(desk, papers::document(desk.profile, document, pictures))
}

/// The pictures that the text names; the latest of a name counts.
fn pictures(desk: &Desk<'_>, document: &Outgoing) -> Result<Vec<Picture>> {
    let attached = attachments::of(desk, OWNER, document.id)?;
    let mut pictures: Vec<Picture> = Vec::new();
    for name in papers::pictures_named(document) {
        if pictures.iter().any(|picture| picture.name == name) {
            continue;
        }
        let found = attached.iter().rev().find(|one| one.purpose == PICTURE && one.name == name);
        let found = found.ok_or_else(|| {
            Refusal::refused(format!("正文里的图片“{name}”还没有上传。"))
                .hint("请上传同名的 PNG 或 JPG 图片，或改正正文里的图片名。")
        })?;
        pictures.push(Picture::read(&name, attachments::content(desk, found.id)?.bytes)?);
    }
    Ok(pictures)
}

pub(super) fn sheet(desk: &Desk<'_>, q: OutgoingAsked) -> Result<Paper> {
    paper::form(desk, forms::draft_sheet(&letterhead(desk), &card::of(desk, q.document)?))
}

pub(super) fn comparison(desk: &Desk<'_>, q: OutgoingCompareAsked) -> Result<Paper> {
    let document = documents::get(desk, q.document)?;
    let compared = versions::compare(desk, q)?;
    let note = |version: &crate::documents::outgoing::record::OutgoingVersion| {
        format!(
            "第{}稿：{}，{}，{}",
            version.n,
            version.stage_label,
            version.author,
            version.at.format("%Y-%m-%d %H:%M")
        )
    };
    let mark = |mark: DiffMark| match mark {
        DiffMark::Kept => Mark::Kept,
        DiffMark::Struck => Mark::Struck,
        DiffMark::Added => Mark::Added,
    };
    let parts = compared.parts.iter().map(|part| Part {
        label: part.label.clone(),
        pieces: part.pieces.iter().map(|piece| (mark(piece.mark), piece.text.clone())).collect(),
    });
    let marked = Marked {
        title: format!("{}（花脸稿）", document.words.title),
        notes: vec![
            note(&compared.from),
            note(&compared.to),
            format!(
                "红线划去的是删去的文字，红字加下划线的是增加的文字。共删{}字，增{}字。",
                compared.struck, compared.added
            ),
        ],
        parts: parts.collect(),
        foot: desk.profile.office.name.clone(),
        watermarks: Vec::new(),
    };
    paper::marked_draft(desk, marked)
}

pub(super) fn ledger(desk: &Desk<'_>, q: OutgoingFilter) -> Result<Ledger> {
    ledgers::register(desk, &q)
}

/// The register as a book begins with its first number, unless another order is shown.
pub(super) fn ledger_book(desk: &Desk<'_>, q: OutgoingFilter) -> Result<Ledger> {
    let order = q.order.or(Some(Order { by: "number".into(), desc: false }));
    ledgers::register(desk, &OutgoingFilter { order, ..q })
}
