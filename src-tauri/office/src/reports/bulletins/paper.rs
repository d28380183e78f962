//! An issue as paper: from the record to plain data for the press.
use press::bulletin::{Column, Item};
use press::document::Watermark;
use press::picture::Picture;

use super::flow::BulletinStage;
use super::kinds::BulletinKind;
use super::record::{BulletinCard, OWNER, PICTURE};
use crate::kernel::attachments;
use crate::kernel::desk::Desk;
use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::written;

/// The issue; unsigned it says 送审稿 and bears neither number nor date, given up it says 作废.
pub(super) fn bulletin(desk: &Desk<'_>, card: &BulletinCard) -> Result<press::bulletin::Bulletin> {
    let one = &card.bulletin;
    let signed = matches!(one.stage, BulletinStage::Signed | BulletinStage::Issued);
    let number = match (one.kind, &one.number, &one.running) {
        (BulletinKind::Monthly, Some(number), Some(running)) => Some(format!("{number}（{running}）")),
        (_, number, _) => number.clone(),
    };
    let watermark = match one.stage {
        BulletinStage::Signed | BulletinStage::Issued => None,
        BulletinStage::Draft | BulletinStage::Submitted => Some(Watermark::ForReview),
        BulletinStage::Voided => Some(Watermark::Void),
    };
    Ok(press::bulletin::Bulletin {
        name: card.name.clone(),
        kind: if one.kind == BulletinKind::Extra { one.kind.label().into() } else { String::new() },
        number: number.filter(|_| signed),
        issuer: desk.profile.office.name.clone(),
        date: one.signed_on.filter(|_| signed).map(written::date),
        foreword: one.foreword.clone(),
        columns: card.columns.iter().map(column).collect(),
        pictures: pictures(desk, card)?,
        report_to: one.report_to.clone(),
        send_to: one.send_to.clone(),
        issue_to: one.issue_to.clone(),
        editors: one.editors.clone(),
        copies: Some(one.copies),
        watermarks: watermark.into_iter().collect(),
    })
}

fn column(column: &super::record::BulletinColumn) -> Column {
    let item = |item: &super::record::BulletinItem| Item {
        title: item.title.clone(),
        foreword: item.foreword.clone(),
        body: item.body.clone(),
        source: item.signature.clone(),
    };
    Column { name: column.name.clone(), items: column.items.iter().map(item).collect() }
}

/// The pictures that the texts name; the latest of a name counts.
fn pictures(desk: &Desk<'_>, card: &BulletinCard) -> Result<Vec<Picture>> {
    let named = |line: &str| {
        let rest = line.trim().strip_prefix("![")?;
        let (_, name) = rest.strip_suffix(')')?.rsplit_once("](")?;
        Some(name.to_owned())
    };
    let texts = card.columns.iter().flat_map(|column| &column.items).map(|item| &item.body);
    let names: Vec<String> =
        texts.flat_map(|text| text.lines().filter_map(named).collect::<Vec<_>>()).collect();
    let attached = attachments::of(desk, OWNER, card.bulletin.id)?;
    let mut pictures: Vec<Picture> = Vec::new();
    for name in names {
        if pictures.iter().any(|picture| picture.name == name) {
            continue;
        }
        let found = attached.iter().rev().find(|one| one.purpose == PICTURE && one.name == name);
        let found = found.ok_or_else(|| {
            Refusal::refused(format!("稿件里的图片“{name}”还没有上传。"))
                .hint("请上传同名的 PNG 或 JPG 图片，或改正稿件里的图片名。")
        })?;
        pictures.push(Picture::read(&name, attachments::content(desk, found.id)?.bytes)?);
    }
    Ok(pictures)
}
