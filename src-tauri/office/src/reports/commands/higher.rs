//! Uses by a higher level, as the office learns of them.
use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

use super::points::ReportPointsAsked;
use crate::kernel::desk::Desk;
use crate::kernel::refusal::{Refusal, Result};
use crate::registry::{self, UnitId};
use crate::reports::kinds::{ReportHigherId, ReportItemId};
use crate::reports::store::higher::{self, ReportHigher};
use crate::reports::store::items;
use crate::reports::words::{needed, past};

/// A use to be recorded.
#[derive(Debug, Deserialize, TS)]
pub struct ReportHigherAdd {
    /// Unit.
    pub unit: UnitId,
    /// The piece of its report, where it is known.
    #[serde(default)]
    pub item: Option<ReportItemId>,
    /// Title as printed there.
    pub title: String,
    /// 刊物 and issue.
    pub journal: String,
    /// Day.
    pub used_on: NaiveDate,
    /// What proves it; may be empty.
    #[serde(default)]
    pub evidence: String,
}

/// A use that was recorded wrongly.
#[derive(Debug, Deserialize, TS)]
pub struct ReportHigherStrike {
    /// Which.
    pub id: ReportHigherId,
    /// Why.
    pub reason: String,
}

/// Uses of a span, newest first; struck ones too.
pub(super) fn list(desk: &Desk<'_>, q: ReportPointsAsked) -> Result<Vec<ReportHigher>> {
    let span = q.span()?;
    higher::between(desk, span.from.first(), span.to.last())
}

pub(super) fn add(desk: &Desk<'_>, q: ReportHigherAdd) -> Result<Vec<ReportHigher>> {
    let unit = registry::unit(desk, q.unit)?;
    if let Some(item) = q.item
        && items::get(desk, item)?.unit != unit.id
    {
        return Err(Refusal::refused(format!("所选稿件不是{}报送的。", unit.short)).hint("请重新选择稿件。"));
    }
    let new = ReportHigher {
        id: desk.new_id(),
        unit: unit.id,
        unit_short: unit.short,
        item: q.item,
        title: needed(&q.title, "标题")?.to_owned(),
        journal: needed(&q.journal, "采用的刊物")?.to_owned(),
        used_on: past(q.used_on, unit.joined_on, desk.today(), "采用日期")?,
        evidence: q.evidence.trim().to_owned(),
        recorded_by: desk.who.name.clone(),
        struck_reason: String::new(),
    };
    higher::add(desk, &new)?;
    higher::between(desk, new.used_on, new.used_on)
}

pub(super) fn strike(desk: &Desk<'_>, q: ReportHigherStrike) -> Result<ReportHigherId> {
    higher::strike(desk, q.id, needed(&q.reason, "更正的原因")?)?;
    Ok(q.id)
}
