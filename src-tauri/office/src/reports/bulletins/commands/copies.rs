//! Distribution (核发): who received the printed issue, when, by which way.
use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

use crate::kernel::desk::Desk;
use crate::kernel::refusal::{Refusal, Result};
use crate::reports::bulletins::flow::BulletinStage;
use crate::reports::bulletins::kinds::{BulletinCopyBasis, BulletinCopyId, BulletinId};
use crate::reports::bulletins::record::{Bulletin, BulletinCard, BulletinCopy};
use crate::reports::bulletins::store::{copies, issues};
use crate::reports::bulletins::{card, distribution};
use crate::reports::words::{needed, past};

/// Somebody more, after printing.
#[derive(Debug, Deserialize, TS)]
pub struct BulletinCopyAdd {
    /// Issue.
    pub bulletin: BulletinId,
    /// Who.
    pub name: String,
    /// Why.
    pub reason: String,
    /// How many.
    pub copies: u32,
}

/// That copies went out.
#[derive(Debug, Deserialize, TS)]
pub struct BulletinCopySend {
    /// Issue.
    pub bulletin: BulletinId,
    /// Which lines; all that have not gone out yet if empty.
    #[serde(default)]
    pub copies: Vec<BulletinCopyId>,
    /// Day; today if absent.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// How (机要交换、专人送达 …).
    pub way: String,
}

/// That copies were received.
#[derive(Debug, Deserialize, TS)]
pub struct BulletinCopyReceive {
    /// Issue.
    pub bulletin: BulletinId,
    /// Which lines; all that went out and are not received yet if empty.
    #[serde(default)]
    pub copies: Vec<BulletinCopyId>,
    /// Day; today if absent.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// Who signed for it.
    pub by: String,
}

fn issued(desk: &Desk<'_>, id: BulletinId) -> Result<Bulletin> {
    let bulletin = issues::get(desk, id)?;
    match bulletin.stage {
        BulletinStage::Issued => Ok(bulletin),
        _ => Err(Refusal::refused(format!("简报处于“{}”，不能登记分发和签收。", bulletin.stage_label))
            .hint("请先签发、印发。")
            .article(desk.profile.bulletin.article)),
    }
}

pub(super) fn add(desk: &Desk<'_>, q: BulletinCopyAdd) -> Result<BulletinCard> {
    let bulletin = issued(desk, q.bulletin)?;
    let (name, reason) = (needed(&q.name, "分发对象")?, needed(&q.reason, "增发的原因")?);
    if copies::all(desk, bulletin.id)?.iter().any(|copy| copy.name == name) {
        return Err(Refusal::refused(format!("{name}已经在分发范围内。")).hint("不需要重复增加。"));
    }
    if !(1..=1000).contains(&q.copies) {
        return Err(
            Refusal::refused(format!("份数“{}”不合理。", q.copies)).hint("请填写 1 至 1000 之间的份数。")
        );
    }
    copies::add(
        desk,
        bulletin.id,
        &distribution::copy(desk, BulletinCopyBasis::Added, name.to_owned(), q.copies, reason),
    )?;
    card::of(desk, bulletin.id)
}

pub(super) fn send(desk: &Desk<'_>, q: BulletinCopySend) -> Result<BulletinCard> {
    let bulletin = issued(desk, q.bulletin)?;
    let first = bulletin.issued_on.unwrap_or(NaiveDate::MIN);
    let on = past(q.on.unwrap_or(desk.today()), first, desk.today(), "分发日期")?;
    let way = needed(&q.way, "分发方式")?;
    let count: usize = match q.copies.is_empty() {
        true => copies::send(desk, bulletin.id, None, on, way)?,
        false => q
            .copies
            .iter()
            .map(|copy| copies::send(desk, bulletin.id, Some(*copy), on, way))
            .sum::<Result<usize>>()?,
    };
    if count == 0 {
        return Err(Refusal::refused("没有需要登记分发的对象。").hint("所选对象都已登记分发。"));
    }
    issues::note(desk, bulletin.id, "分发", &format!("{count}个对象，{way}"))?;
    card::of(desk, bulletin.id)
}

pub(super) fn receive(desk: &Desk<'_>, q: BulletinCopyReceive) -> Result<BulletinCard> {
    let bulletin = issued(desk, q.bulletin)?;
    let first = bulletin.issued_on.unwrap_or(NaiveDate::MIN);
    let on = past(q.on.unwrap_or(desk.today()), first, desk.today(), "签收日期")?;
    let by = needed(&q.by, "签收人")?;
    let waits =
        |line: &BulletinCopy| line.received_on.is_none() && line.sent_on.is_some_and(|sent| sent <= on);
    let all = copies::all(desk, bulletin.id)?;
    let lines: Vec<&BulletinCopy> = all
        .iter()
        .filter(|line| if q.copies.is_empty() { waits(line) } else { q.copies.contains(&line.id) })
        .collect();
    if let Some(line) = lines.iter().find(|line| !waits(line)) {
        return Err(Refusal::refused(format!(
            "{}还没有分发，或已经签收，或签收日期早于分发日期。",
            line.name
        ))
        .hint("请先登记分发，并核对签收日期。"));
    }
    if lines.is_empty() {
        return Err(Refusal::refused("没有等待签收的对象。").hint("请先登记分发。"));
    }
    for line in &lines {
        copies::receive(desk, bulletin.id, line.id, on, by)?;
    }
    card::of(desk, bulletin.id)
}
