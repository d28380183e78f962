//! The working calendar: plain weeks, less statutory holidays, plus make-up workdays (调休上班). Pure once it is read.
//!
//! The days come from the store (editable), first filled from `assets/calendar/holidays.toml`. Beyond the years it
//! knows, only weekends are free: [`Calendar::knows`] says so.
use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use rusqlite::{Connection, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::refusal::{Refusal, Result};

/// What a day is when it differs from the plain week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// 放假.
    Holiday,
    /// 调休上班.
    Workday,
}

/// A day that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Day {
    /// The day.
    pub date: NaiveDate,
    /// What it is.
    pub kind: DayKind,
    /// Which holiday it belongs to.
    pub name: String,
    /// The notice it rests on.
    #[serde(default)]
    pub source: String,
}

/// The calendar.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    days: BTreeMap<NaiveDate, DayKind>,
}

#[derive(Deserialize)]
struct DaysFile {
    day: Vec<Day>,
}

/// The days that ship with the program.
pub fn shipped() -> Result<Vec<Day>> {
    let text = include_str!("../../../../assets/calendar/holidays.toml");
    let file: DaysFile =
        toml::from_str(text).map_err(|e| Refusal::damaged(format!("节假日数据不能读取：{e}")))?;
    Ok(file.day)
}

impl Calendar {
    /// From days that differ.
    pub fn of(days: impl IntoIterator<Item = (NaiveDate, DayKind)>) -> Self {
        Self { days: days.into_iter().collect() }
    }
    /// From the store.
    pub fn read(tx: &Connection) -> Result<Calendar> {
        let mut query = tx.prepare_cached("SELECT date, kind FROM calendar_day")?;
        let days = query.query_map(named_params! {}, |row| {
            let kind: String = row.get("kind")?;
            Ok((row.get("date")?, if kind == "holiday" { DayKind::Holiday } else { DayKind::Workday }))
        })?;
        Ok(Calendar { days: days.collect::<rusqlite::Result<_>>()? })
    }
    /// Whether the office works on this day.
    pub fn works(&self, day: NaiveDate) -> bool {
        match self.days.get(&day) {
            Some(kind) => *kind == DayKind::Workday,
            None => !matches!(day.weekday(), Weekday::Sat | Weekday::Sun),
        }
    }
    /// Whether the holidays of this year are known.
    pub fn knows(&self, year: i32) -> bool {
        self.days.keys().any(|day| day.year() == year)
    }
    /// The `n`-th working day after `day` (工作日内): `day` itself does not count.
    pub fn working_days_after(&self, day: NaiveDate, n: u32) -> NaiveDate {
        let mut day = day;
        let mut left = n;
        while left > 0 {
            day = day + Days::new(1);
            left -= u32::from(self.works(day));
        }
        day
    }
    /// Working days after `from` up to and including `to`; 0 if `to` is not later.
    pub fn working_days_between(&self, from: NaiveDate, to: NaiveDate) -> u32 {
        from.iter_days().skip(1).take_while(|day| *day <= to).filter(|day| self.works(*day)).count() as u32
    }
}

#[cfg(test)]
#[path = "calendar_tests.rs"]
mod notices;

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn working_days_leave_out_weekends_and_holidays_and_count_make_up_days() {
        let calendar = Calendar::of(shipped().unwrap().into_iter().map(|d| (d.date, d.kind)));
        assert!(!calendar.works(day("2016-10-03")), "国庆节");
        assert!(calendar.works(day("2016-10-08")), "a Saturday worked for 国庆节");
        assert_eq!(calendar.working_days_after(day("2016-09-29"), 2), day("2016-10-08"));
        assert_eq!(calendar.working_days_between(day("2016-09-29"), day("2016-10-10")), 4);
    }
}
