//! What is printed and exported of the bulletin.
use press::Ledger;
use press::marked::{Mark, Marked, Part};

use super::edit::{BulletinAsked, BulletinFilter, wanted};
use super::items::{BulletinCompareAsked, compare};
use crate::kernel::answer::Paper;
use crate::kernel::desk::Desk;
use crate::kernel::diff::DiffMark;
use crate::kernel::paper;
use crate::kernel::refusal::Result;
use crate::kernel::rows::Slice;
use crate::reports::bulletins::record::Bulletin;
use crate::reports::bulletins::store::issues;
use crate::reports::bulletins::{card, ledgers, paper as papers};

pub(super) fn issue(desk: &Desk<'_>, q: BulletinAsked) -> Result<Paper> {
    paper::bulletin(desk, papers::bulletin(desk, &card::of(desk, q.bulletin)?)?)
}

pub(super) fn docx(desk: &Desk<'_>, q: BulletinAsked) -> Result<Paper> {
    paper::bulletin_word(desk, papers::bulletin(desk, &card::of(desk, q.bulletin)?)?)
}

pub(super) fn comparison(desk: &Desk<'_>, q: BulletinCompareAsked) -> Result<Paper> {
    let card = card::of(desk, q.bulletin)?;
    let all = card.columns.iter().flat_map(|column| &column.items);
    let title = all.clone().find(|item| item.id == q.item).map_or(String::new(), |item| item.title.clone());
    let compared = compare(desk, q)?;
    let mark = |mark: DiffMark| match mark {
        DiffMark::Kept => Mark::Kept,
        DiffMark::Struck => Mark::Struck,
        DiffMark::Added => Mark::Added,
    };
    let pieces = compared.pieces.iter().map(|piece| (mark(piece.mark), piece.text.clone())).collect();
    let marked = Marked {
        title: format!("{title}（花脸稿）"),
        notes: vec![
            format!("{}　{}", card.name, card.bulletin.issue),
            format!(
                "红线划去的是删去的文字，红字加下划线的是增加的文字。共删{}字，增{}字。",
                compared.struck, compared.added
            ),
        ],
        parts: vec![Part { label: "正文".into(), pieces }],
        foot: desk.profile.office.name.clone(),
        watermarks: Vec::new(),
    };
    paper::marked_draft(desk, marked)
}

fn all(desk: &Desk<'_>, q: &BulletinFilter) -> Result<Vec<Bulletin>> {
    let mut rows = Vec::new();
    loop {
        let part = issues::list(desk, &wanted(q), Slice { offset: rows.len() as u32, limit: 500 })?;
        let done = part.rows.is_empty();
        rows.extend(part.rows);
        if done || rows.len() as u32 >= part.total {
            return Ok(rows);
        }
    }
}

pub(super) fn ledger(desk: &Desk<'_>, q: BulletinFilter) -> Result<Ledger> {
    Ok(ledgers::issues(desk, &all(desk, &q)?))
}

pub(super) fn uses(desk: &Desk<'_>, q: BulletinFilter) -> Result<Ledger> {
    let cards = all(desk, &q)?.iter().map(|one| card::of(desk, one.id)).collect::<Result<Vec<_>>>()?;
    Ok(ledgers::uses(desk, &cards))
}
