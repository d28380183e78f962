//! The table of reporting and use of a span, with what was so far in the year (第二十三条).
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;
use crate::kernel::report_rules::ReportPoints;
use crate::kernel::rows::{Key, Order, SortColumn, arrange};
use crate::registry::UnitId;
use crate::reports::bulletins;
use crate::reports::score::{self, Tally, Used};
use crate::reports::span::Span;
use crate::reports::store::{higher, reports};

/// Which span: a month, a quarter, else the whole year.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ReportPointsAsked {
    /// Year.
    pub year: i32,
    /// Quarter, from 1.
    #[serde(default)]
    pub quarter: Option<u32>,
    /// Month, from 1.
    #[serde(default)]
    pub month: Option<u32>,
    /// In which order; by place if left out.
    #[serde(default)]
    pub order: Option<Order>,
}

impl ReportPointsAsked {
    /// The span asked for.
    pub fn span(&self) -> Result<Span> {
        Span::of(self.year, self.quarter, self.month)
    }
}

/// A unit's line.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ReportPointsRow {
    /// Place by points of the span.
    pub place: u32,
    /// Unit.
    pub unit: UnitId,
    /// Its short name.
    pub unit_short: String,
    /// Chinese name of its kind.
    pub kind_label: String,
    /// Months in which it owed a report.
    pub owed: u32,
    /// Whole reports in the span.
    pub reported: u32,
    /// On time.
    pub on_time: u32,
    /// Late.
    pub late: u32,
    /// Pieces sent in the span.
    pub items: u32,
    /// Pieces sent in the year so far.
    pub items_so_far: u32,
    /// Used short.
    pub short: u32,
    /// Used alone.
    pub alone: u32,
    /// Used by a higher level.
    pub higher: u32,
    /// Points for reporting.
    pub report_mark: f64,
    /// Points for use.
    pub used_mark: f64,
    /// Points of the span.
    pub mark: f64,
    /// Points of the year so far.
    pub mark_so_far: f64,
}

/// The table.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReportPointsTable {
    /// `2016年11月`.
    pub label: String,
    /// `本月`, `本季`, `本年`.
    pub short: String,
    /// The points in force.
    pub points: ReportPoints,
    /// Units.
    pub rows: Vec<ReportPointsRow>,
    /// 零报送: units that owed a report and sent none whole.
    pub none_reported: Vec<String>,
    /// 零采用.
    pub none_used: Vec<String>,
    /// Article of the circular.
    pub article: u8,
}

const COLUMNS: &[SortColumn<ReportPointsRow>] = &[
    ("place", |row| Key::Count(row.place.into())),
    ("unit", |row| Key::words(&row.unit_short)),
    ("reported", |row| Key::Count(row.reported.into())),
    ("on_time", |row| Key::Count(row.on_time.into())),
    ("late", |row| Key::Count(row.late.into())),
    ("items", |row| Key::Count(row.items.into())),
    ("items_so_far", |row| Key::Count(row.items_so_far.into())),
    ("short", |row| Key::Count(row.short.into())),
    ("alone", |row| Key::Count(row.alone.into())),
    ("higher", |row| Key::Count(row.higher.into())),
    ("report_mark", |row| Key::Count(hundredths(row.report_mark))),
    ("used_mark", |row| Key::Count(hundredths(row.used_mark))),
    ("mark", |row| Key::Count(hundredths(row.mark))),
    ("mark_so_far", |row| Key::Count(hundredths(row.mark_so_far))),
];

fn hundredths(mark: f64) -> i64 {
    (mark * 100.0).round() as i64
}

/// The table of a span.
pub fn table(desk: &Desk<'_>, q: ReportPointsAsked) -> Result<ReportPointsTable> {
    let (span, points) = (q.span()?, &desk.profile.reports.points);
    let (tallies, so_far) = (tallies(desk, span)?, tallies(desk, span.so_far())?);
    let names = reports::names(desk, span.from, span.to)?;
    let empty = Tally::default();
    let of = |all: &BTreeMap<UnitId, Tally>, unit| *all.get(&unit).unwrap_or(&empty);
    let places =
        score::places(&names.iter().map(|(unit, _, _)| of(&tallies, *unit).mark(points)).collect::<Vec<_>>());
    let mut rows = Vec::new();
    for ((unit, short, kind), place) in names.iter().zip(places) {
        let (tally, before) = (of(&tallies, *unit), of(&so_far, *unit));
        rows.push(ReportPointsRow {
            place,
            unit: *unit,
            unit_short: short.clone(),
            kind_label: kind.label().into(),
            owed: tally.owed,
            reported: tally.reported,
            on_time: tally.on_time,
            late: tally.late,
            items: tally.items,
            items_so_far: before.items,
            short: tally.short,
            alone: tally.alone,
            higher: tally.higher,
            report_mark: tally.report_mark(points),
            used_mark: tally.used_mark(points),
            mark: tally.mark(points),
            mark_so_far: before.mark(points),
        });
    }
    let named = |wanted: fn(&Tally) -> bool| {
        let units =
            names.iter().filter(|(unit, _, _)| of(&tallies, *unit).owed > 0 && wanted(&of(&tallies, *unit)));
        units.map(|(_, short, _)| short.clone()).collect::<Vec<_>>()
    };
    let (none_reported, none_used) = (named(Tally::none_reported), named(Tally::none_used));
    rows.sort_by_key(|row| row.place);
    arrange(&mut rows, q.order.as_ref(), COLUMNS)?;
    Ok(ReportPointsTable {
        label: span.label(),
        short: span.short().into(),
        points: points.clone(),
        rows,
        none_reported,
        none_used,
        article: desk.profile.reports.officer_article,
    })
}

fn tallies(desk: &Desk<'_>, span: Span) -> Result<BTreeMap<UnitId, Tally>> {
    let mut tallies: BTreeMap<UnitId, Tally> = BTreeMap::new();
    for report in reports::judged(desk, span.from, span.to)? {
        tallies.entry(report.unit).or_default().report(report.status, report.items);
    }
    for item in bulletins::issued_items(desk, span.from.first(), span.to.last())? {
        let units: BTreeSet<UnitId> = item.units.iter().copied().collect();
        let how = score::used(units.len(), item.characters, &desk.profile.reports.points);
        for unit in units {
            tallies.entry(unit).or_default().used(how);
        }
    }
    for use_ in higher::between(desk, span.from.first(), span.to.last())? {
        if use_.struck_reason.is_empty() {
            tallies.entry(use_.unit).or_default().used(Used::Higher);
        }
    }
    Ok(tallies)
}
