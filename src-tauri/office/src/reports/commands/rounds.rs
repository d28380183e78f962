//! Months: the year as a map of months and units, one month as lines, opening.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::Nothing;
use crate::kernel::desk::Desk;
use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::rows::{Key, Order, Rows, Slice, SortColumn, arrange};
use crate::registry::UnitId;
use crate::reports::kinds::{ReportId, ReportStatus};
use crate::reports::month::Month;
use crate::reports::record::{Report, ReportRound};
use crate::reports::rounds;
use crate::reports::store::{reports, rounds as store};

/// Which month.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ReportMonthAsked {
    /// Month.
    pub month: Month,
}

/// Which year; the one of today if absent.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct ReportYearAsked {
    /// Year.
    pub year: Option<i32>,
}

/// A month to be opened.
#[derive(Debug, Deserialize, TS)]
pub struct ReportRoundOpen {
    /// Month; the one of today if absent.
    #[serde(default)]
    pub month: Option<Month>,
    /// Why a past month is opened only now.
    #[serde(default)]
    pub reason: String,
}

/// Whether the month of today is open.
#[derive(Debug, Serialize, TS)]
pub struct ReportStanding {
    /// The month of today.
    pub month: Month,
    /// It has to be opened and can be: there are units that report.
    pub to_open: bool,
}

/// Which reports of a month are wanted.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ReportFilter {
    /// Month.
    pub month: Month,
    /// Only this status.
    #[serde(default)]
    pub status: Option<ReportStatus>,
    /// Only what is not whole and not released.
    #[serde(default)]
    pub owing: bool,
    /// Words in the unit's name or its initials.
    #[serde(default)]
    pub words: String,
    /// Which part of the list.
    #[serde(default)]
    pub slice: Slice,
    /// In which order; that of the units if left out.
    #[serde(default)]
    pub order: Option<Order>,
}

/// A month with its reports.
#[derive(Debug, Serialize, TS)]
pub struct ReportMonthPage {
    /// The month.
    pub round: ReportRound,
    /// The reports asked for.
    pub list: Rows<Report>,
}

/// A cell of the map.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReportCell {
    /// The report; none where the unit owed nothing or the month is not open.
    pub report: Option<ReportId>,
    /// Status.
    pub status: Option<ReportStatus>,
    /// Its Chinese name; empty for none.
    pub label: String,
}

/// A unit's year.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReportYearRow {
    /// Unit.
    pub unit: UnitId,
    /// Its short name.
    pub unit_short: String,
    /// Chinese name of its kind.
    pub kind_label: String,
    /// January to December.
    pub cells: Vec<ReportCell>,
    /// How many were on time.
    pub on_time: u32,
    /// How many were whole, but late.
    pub late: u32,
    /// How many are incomplete or missing.
    pub lacking: u32,
}

/// A year of reports.
#[derive(Debug, Serialize, TS)]
pub struct ReportYear {
    /// Year.
    pub year: i32,
    /// Years that can be looked at, newest first.
    pub years: Vec<i32>,
    /// Its months up to today, newest first; those that are not open too.
    pub months: Vec<ReportRound>,
    /// Its units.
    pub rows: Vec<ReportYearRow>,
}

pub(super) fn standing(desk: &Desk<'_>, _: Nothing) -> Result<ReportStanding> {
    let month = rounds::this(desk);
    let to_open = store::of(desk, month)?.is_none() && rounds::anybody(desk, month)?;
    Ok(ReportStanding { month, to_open })
}

pub(super) fn open(desk: &Desk<'_>, q: ReportRoundOpen) -> Result<ReportRound> {
    let month = q.month.unwrap_or(rounds::this(desk));
    rounds::open(desk, month, &q.reason)?;
    round(desk, month)
}

pub(super) fn refresh(desk: &Desk<'_>, q: ReportMonthAsked) -> Result<ReportRound> {
    if rounds::refresh(desk, q.month)? == (0, 0) {
        return Err(
            Refusal::refused("报送单位与机构名册一致，没有需要更新的。").hint("单位增减请先在机构名册登记。")
        );
    }
    round(desk, q.month)
}

fn round(desk: &Desk<'_>, month: Month) -> Result<ReportRound> {
    let reports = reports::judged(desk, month, month)?;
    rounds::shown(desk, month, reports.iter().map(|one| one.status))
}

pub(super) fn month(desk: &Desk<'_>, q: ReportFilter) -> Result<ReportMonthPage> {
    let round = round(desk, q.month)?;
    let mut rows = filtered(desk, &q)?;
    let total = rows.len() as u32;
    rows = rows.into_iter().skip(q.slice.offset as usize).take(q.slice.bounded() as usize).collect();
    Ok(ReportMonthPage { round, list: Rows { rows, total } })
}

const COLUMNS: &[SortColumn<Report>] = &[
    ("position", |one| Key::Count(one.position)),
    ("unit", |one| Key::words(&one.unit_short)),
    ("status", |one| Key::Count(one.status as i64)),
    ("stage", |one| Key::Count(one.stage as i64)),
    ("paper_at", |one| one.paper_at.map_or(Key::Nothing, |at| Key::Count(at.and_utc().timestamp()))),
    ("file_at", |one| one.file_at.map_or(Key::Nothing, |at| Key::Count(at.and_utc().timestamp()))),
    ("reviewer", |one| Key::words(&one.reviewer)),
    ("items", |one| Key::Count(one.items.into())),
    ("used", |one| Key::Count(one.used.into())),
    ("reminders", |one| Key::Count(one.reminders.into())),
];

/// The reports of a month that fit, in the order asked for.
pub(super) fn filtered(desk: &Desk<'_>, q: &ReportFilter) -> Result<Vec<Report>> {
    let words = q.words.trim().to_lowercase();
    let owing = [ReportStatus::Pending, ReportStatus::Incomplete, ReportStatus::Missing];
    let mut rows = reports::of_month(desk, q.month)?;
    rows.retain(|one| {
        q.status.is_none_or(|status| one.status == status)
            && (!q.owing || owing.contains(&one.status))
            && (words.is_empty()
                || one.unit_name.contains(&words)
                || one.unit_short.contains(&words)
                || one.initials.contains(&words))
    });
    arrange(&mut rows, q.order.as_ref(), COLUMNS)?;
    Ok(rows)
}

pub(super) fn year(desk: &Desk<'_>, q: ReportYearAsked) -> Result<ReportYear> {
    let year = q.year.unwrap_or(rounds::this(desk).year());
    let no = || Refusal::refused(format!("“{year}”不是年份。")).hint("请重新选择年份。");
    let (from, to) = (Month::new(year, 1).ok_or_else(no)?, Month::new(year, 12).ok_or_else(no)?);
    let judged = reports::judged(desk, from, to)?;
    let mut months = Vec::new();
    for n in 1..=12 {
        let month = Month::new(year, n).ok_or_else(no)?;
        if month <= rounds::this(desk) && month >= rounds::first(desk)? {
            let of_month = judged.iter().filter(|one| one.month == month);
            months.push(rounds::shown(desk, month, of_month.map(|one| one.status))?);
        }
    }
    months.reverse();
    let mut years = store::years(desk)?;
    if !years.contains(&rounds::this(desk).year()) {
        years.insert(0, rounds::this(desk).year());
    }
    let names = reports::names(desk, from, to)?;
    let rows = names.into_iter().map(|(unit, short, kind)| {
        let own: Vec<_> = judged.iter().filter(|one| one.unit == unit).collect();
        let count =
            |wanted: &[ReportStatus]| own.iter().filter(|one| wanted.contains(&one.status)).count() as u32;
        let cell = |n: u32| {
            let found = own.iter().find(|one| one.month.month() == n);
            ReportCell {
                report: found.map(|one| one.id),
                status: found.map(|one| one.status),
                label: found.map_or("", |one| one.status.label()).into(),
            }
        };
        ReportYearRow {
            unit,
            unit_short: short,
            kind_label: kind.label().into(),
            cells: (1..=12).map(cell).collect(),
            on_time: count(&[ReportStatus::OnTime]),
            late: count(&[ReportStatus::Late]),
            lacking: count(&[ReportStatus::Incomplete, ReportStatus::Missing]),
        }
    });
    Ok(ReportYear { year, years, months, rows: rows.collect() })
}
