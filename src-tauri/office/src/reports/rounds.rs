//! Opening a month (第二十一条): every unit that reports owes one report, named as on that day.
//!
//! The month of today opens by itself with the first change that concerns it; a past one is opened by hand with a reason,
//! and shows it. A month before the store was founded owes nothing.
use chrono::NaiveDateTime;

use super::kinds::ReportStatus;
use super::month::Month;
use super::record::{ReportCounts, ReportRound};
use super::rule;
use super::store::reports;
use super::store::rounds::{self, Opened};
use crate::kernel::desk::Desk;
use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::settings;
use crate::registry::{self, Unit, UnitKind};

/// The month of today.
pub(super) fn this(desk: &Desk<'_>) -> Month {
    Month::of(desk.today())
}

/// The first month that owes reports.
pub(super) fn first(desk: &Desk<'_>) -> Result<Month> {
    Ok(Month::of(settings::founded_on(desk.tx)?))
}

/// The last moment of a month: as it was opened, or as the rules of today say.
pub(super) fn limit(desk: &Desk<'_>, month: Month) -> Result<NaiveDateTime> {
    match rounds::of(desk, month)? {
        Some(opened) => Ok(opened.limit_at),
        None => by_rule(desk, month),
    }
}

fn by_rule(desk: &Desk<'_>, month: Month) -> Result<NaiveDateTime> {
    let calendar = desk.calendar()?;
    Ok(rule::limit(&desk.profile.reports, month, |day| calendar.works(day)))
}

/// The kinds of units that report under these rules.
fn kinds(desk: &Desk<'_>) -> Vec<UnitKind> {
    let named: Vec<UnitKind> =
        desk.profile.reporting_units.iter().filter_map(|one| UnitKind::from_key(&one.kind)).collect();
    if named.is_empty() { UnitKind::REPORTING.to_vec() } else { named }
}

/// The units that owe a report of the month: those of its due day, or of today while that is ahead.
fn owing(desk: &Desk<'_>, month: Month, limit: NaiveDateTime) -> Result<Vec<Unit>> {
    registry::units_on(desk, limit.date().min(desk.today()).max(month.first()), &kinds(desk))
}

/// The month, opened now if it is the one of today.
pub(super) fn ensure(desk: &Desk<'_>, month: Month) -> Result<Opened> {
    match rounds::of(desk, month)? {
        Some(opened) => Ok(opened),
        None if month == this(desk) => open(desk, month, ""),
        None => Err(Refusal::refused(format!("{}的信息报送还没有建立。", month.label()))
            .hint("请先在信息报送页面补建这个月，并写明原因。")
            .article(desk.profile.reports.parts_article)),
    }
}

/// Opens a month; a past one needs a reason.
pub(super) fn open(desk: &Desk<'_>, month: Month, reason: &str) -> Result<Opened> {
    let article = desk.profile.reports.parts_article;
    let no = |words: String, hint: &str| Err(Refusal::refused(words).hint(hint).article(article));
    if let Some(opened) = rounds::of(desk, month)? {
        return no(
            format!("{}的信息报送已于{}建立。", month.label(), opened.opened_at.format("%Y-%m-%d")),
            "请直接登记送达。",
        );
    }
    if month > this(desk) {
        return no(format!("{}还没有到。", month.label()), "每月1日起建立当月的信息报送。");
    }
    if month < first(desk)? {
        return no(format!("{}早于本系统启用的月份。", month.label()), "启用之前的报送不在这里补记。");
    }
    let late = month < this(desk);
    if late && reason.trim().is_empty() {
        return no(format!("{}已经过去，补建须写明原因。", month.label()), "请填写补建原因。");
    }
    let limit = by_rule(desk, month)?;
    let units = owing(desk, month, limit)?;
    if units.is_empty() {
        return no("机构名册里还没有报送单位。".into(), "请先在机构名册登记成员单位、县市区和园区。");
    }
    let round = rounds::insert(desk, month, limit, if late { reason.trim() } else { "" })?;
    for (unit, at) in units.iter().zip(1..) {
        rounds::owe(desk, round, month, unit, at)?;
    }
    rounds::of(desk, month)?.ok_or_else(Refusal::stale)
}

/// Brings an opened month up to the register: units that joined owe a report, units that left before the due day and sent
/// nothing are released. Says how many of each.
pub(super) fn refresh(desk: &Desk<'_>, month: Month) -> Result<(u32, u32)> {
    let opened = ensure(desk, month)?;
    let (units, known) = (owing(desk, month, opened.limit_at)?, rounds::units(desk, month)?);
    let new: Vec<&Unit> = units.iter().filter(|unit| !known.contains(&unit.id)).collect();
    for (unit, at) in new.iter().zip(known.len() as i64 + 1..) {
        rounds::owe(desk, opened.id, month, unit, at)?;
    }
    let mut released = 0;
    for report in reports::of_month(desk, month)? {
        let gone = !units.iter().any(|unit| unit.id == report.unit);
        let nothing = report.paper_at.is_none() && report.file_at.is_none();
        if gone && nothing && report.released.is_empty() {
            reports::release(desk, report.id, "报送时限之前已退出领导小组")?;
            reports::note(desk, report.id, "免报", "报送时限之前已退出领导小组")?;
            released += 1;
        }
    }
    Ok((new.len() as u32, released))
}

/// A month as shown.
pub(super) fn shown(
    desk: &Desk<'_>,
    month: Month,
    statuses: impl Iterator<Item = ReportStatus>,
) -> Result<ReportRound> {
    let opened = rounds::of(desk, month)?;
    let limit_at = match &opened {
        Some(opened) => opened.limit_at,
        None => by_rule(desk, month)?,
    };
    let mut counts = ReportCounts::default();
    statuses.for_each(|status| counts.add(status));
    Ok(ReportRound {
        month,
        label: month.label(),
        limit_at,
        opened_at: opened.as_ref().map(|one| one.opened_at),
        opened_by: opened.as_ref().map(|one| one.opened_by.clone()).unwrap_or_default(),
        late_reason: opened.map(|one| one.late_reason).unwrap_or_default(),
        days_left: (limit_at.date() - desk.today()).num_days(),
        counts,
    })
}

/// Whether anybody has to report in a month.
pub(super) fn anybody(desk: &Desk<'_>, month: Month) -> Result<bool> {
    Ok(!owing(desk, month, by_rule(desk, month)?)?.is_empty())
}
