//! What is printed and exported of items.
use press::Ledger;
use press::forms::Letterhead;
use serde::Deserialize;
use ts_rs::TS;

use super::compile::{subject, wanted};
use super::list::{FollowupAsked, FollowupFilter};
use crate::followup::kinds::{FollowupExtensionId, FollowupId, FollowupUrgingId};
use crate::followup::{card, forms, ledgers, store};
use crate::kernel::answer::Paper;
use crate::kernel::desk::Desk;
use crate::kernel::paper;
use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::written::date;

/// One urging of an item.
#[derive(Debug, Deserialize, TS)]
pub struct FollowupUrgingAsked {
    /// Item.
    pub item: FollowupId,
    /// Which urging; the last if absent.
    #[serde(default)]
    pub urging: Option<FollowupUrgingId>,
}

/// One request for more time.
#[derive(Debug, Deserialize, TS)]
pub struct FollowupExtensionAsked {
    /// Item.
    pub item: FollowupId,
    /// Which request; a form to fill in if absent.
    #[serde(default)]
    pub extension: Option<FollowupExtensionId>,
}

pub fn notice(desk: &Desk<'_>, q: FollowupAsked) -> Result<Paper> {
    paper::form(desk, forms::notice(&letterhead(desk), &store::get(desk, q.item)?))
}

pub fn reply(desk: &Desk<'_>, q: FollowupAsked) -> Result<Paper> {
    paper::form(desk, forms::reply(&letterhead(desk), &card::of(desk, q.item)?))
}

pub fn urging(desk: &Desk<'_>, q: FollowupUrgingAsked) -> Result<Paper> {
    let card = card::of(desk, q.item)?;
    let found = match q.urging {
        Some(id) => card.urgings.iter().find(|one| one.id == id),
        None => card.urgings.first(),
    };
    let Some(urging) = found else {
        return Err(Refusal::refused("这个事项还没有催办过，没有催办单可印。").hint("请先办理催办。"));
    };
    paper::form(desk, forms::urging(&letterhead(desk), &card, urging))
}

pub fn extension(desk: &Desk<'_>, q: FollowupExtensionAsked) -> Result<Paper> {
    let card = card::of(desk, q.item)?;
    let asked = match q.extension {
        Some(id) => {
            let found = card.extensions.iter().find(|one| one.id == id);
            Some(found.ok_or_else(|| Refusal::not_found("延期申请"))?)
        }
        None => None,
    };
    paper::form(desk, forms::extension(&letterhead(desk), &card.item, asked))
}

pub fn summary(desk: &Desk<'_>, q: FollowupFilter) -> Result<Paper> {
    let items = wanted(desk, &q)?;
    let subject = subject(desk, &q, &items);
    paper::check_printable("办理情况汇总表", items.len() as u64)?;
    paper::form(desk, forms::summary(&letterhead(desk), &subject, &date(desk.today()), &items))
}

pub fn ledger(desk: &Desk<'_>, q: FollowupFilter) -> Result<Ledger> {
    ledgers::items(desk, &q)
}

pub fn ledger_on_paper(desk: &Desk<'_>, q: FollowupFilter) -> Result<Ledger> {
    ledgers::items_on_paper(desk, &q)
}

pub fn urgings(desk: &Desk<'_>, q: FollowupFilter) -> Result<Ledger> {
    ledgers::urgings(desk, &q)
}

fn letterhead(desk: &Desk<'_>) -> Letterhead {
    let (group, office) = (&desk.profile.group, &desk.profile.office);
    Letterhead {
        group: group.name.clone(),
        group_short: group.short.clone(),
        office: office.name.clone(),
        office_short: office.short.clone(),
        printed_on: date(desk.today()),
    }
}
