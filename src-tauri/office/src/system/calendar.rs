//! The working calendar as edited: statutory holidays and make-up workdays (调休), year by year.
use chrono::{Datelike, NaiveDate};
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::calendar::{Day, DayKind};
use crate::kernel::{Desk, Nothing, Refusal, Result};
use crate::system::done;

/// Which year.
#[derive(Debug, Deserialize, TS)]
pub struct CalendarYear {
    year: i32,
}

/// A year's days that differ from the plain week.
#[derive(Debug, Serialize, TS)]
pub struct YearDays {
    year: i32,
    /// Whether the statutory arrangement of this year is known.
    known: bool,
    days: Vec<Day>,
}

/// A day to be set.
#[derive(Debug, Deserialize, TS)]
pub struct CalendarSet {
    date: NaiveDate,
    kind: DayKind,
    name: String,
    #[serde(default)]
    source: String,
}

/// A day to be made plain again.
#[derive(Debug, Deserialize, TS)]
pub struct CalendarUnset {
    date: NaiveDate,
}

pub(super) fn year(desk: &Desk<'_>, q: CalendarYear) -> Result<YearDays> {
    let sql = "SELECT * FROM calendar_day WHERE date BETWEEN :from AND :to ORDER BY date LIMIT 366";
    let mut query = desk.tx.prepare(sql)?;
    let range =
        named_params! {":from": format!("{:04}-01-01", q.year), ":to": format!("{:04}-12-31", q.year)};
    let days = query.query_map(range, |row| {
        let kind: String = row.get("kind")?;
        let kind = if kind == "holiday" { DayKind::Holiday } else { DayKind::Workday };
        Ok(Day { date: row.get("date")?, kind, name: row.get("name")?, source: row.get("source")? })
    })?;
    let days: Vec<Day> = days.collect::<rusqlite::Result<_>>()?;
    Ok(YearDays { year: q.year, known: desk.calendar()?.knows(q.year), days })
}

pub(super) fn set(desk: &Desk<'_>, q: CalendarSet) -> Result<Nothing> {
    if q.name.trim().is_empty() {
        return Err(Refusal::refused("请写明是哪个节日或什么原因。"));
    }
    if !(2000..=2100).contains(&q.date.year()) {
        return Err(Refusal::refused("日期应在 2000 年至 2100 年之间。"));
    }
    let kind = if q.kind == DayKind::Holiday { "holiday" } else { "workday" };
    desk.tx.execute(
        "INSERT INTO calendar_day (date, kind, name, source) VALUES (:date, :kind, :name, :source)
         ON CONFLICT (date) DO UPDATE SET kind = excluded.kind, name = excluded.name, source = excluded.source",
        named_params! {":date": q.date, ":kind": kind, ":name": q.name.trim(), ":source": q.source.trim()},
    )?;
    Ok(done())
}

pub(super) fn unset(desk: &Desk<'_>, q: CalendarUnset) -> Result<Nothing> {
    let sql = "DELETE FROM calendar_day WHERE date = :date";
    let changed = desk.tx.execute(sql, named_params! {":date": q.date})?;
    if changed == 1 { Ok(done()) } else { Err(Refusal::refused("这一天本来就是平常日。")) }
}
