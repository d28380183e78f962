//! A calendar month, `2016-11`: what every round, report and issue belongs to. Pure.
use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::refusal::{Refusal, Result};

/// A month; sorts by time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string", rename = "ReportMonth")]
pub struct Month {
    first: NaiveDate,
}

impl Month {
    /// The month of a day.
    pub fn of(day: NaiveDate) -> Month {
        Month { first: day.with_day(1).unwrap_or(day) }
    }
    /// A month by number, if there is such a one.
    pub fn new(year: i32, month: u32) -> Option<Month> {
        NaiveDate::from_ymd_opt(year, month, 1).map(Month::of)
    }
    /// Year.
    pub fn year(self) -> i32 {
        self.first.year()
    }
    /// Month of the year, from 1.
    pub fn month(self) -> u32 {
        self.first.month()
    }
    /// Quarter of the year, from 1.
    pub fn quarter(self) -> u32 {
        self.first.month0() / 3 + 1
    }
    /// First day.
    pub fn first(self) -> NaiveDate {
        self.first
    }
    /// Last day.
    pub fn last(self) -> NaiveDate {
        self.next().first - Days::new(1)
    }
    /// The month after.
    pub fn next(self) -> Month {
        Month { first: self.first + chrono::Months::new(1) }
    }
    /// A day of it; the last one where the month is shorter.
    pub fn day(self, n: u32) -> NaiveDate {
        self.first.with_day(n).unwrap_or(self.last())
    }
    /// `2016年11月`.
    pub fn label(self) -> String {
        self.first.format("%Y年%-m月").to_string()
    }
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.month())
    }
}

impl std::str::FromStr for Month {
    type Err = Refusal;
    fn from_str(text: &str) -> Result<Month> {
        let wrong = || Refusal::refused(format!("“{text}”不是月份。")).hint("请写成 2016-11。");
        let (year, month) = text.split_once('-').filter(|(year, _)| year.len() == 4).ok_or_else(wrong)?;
        let (year, month) = (year.parse().map_err(|_| wrong())?, month.parse().map_err(|_| wrong())?);
        Month::new(year, month).filter(|_| (1900..=2999).contains(&year)).ok_or_else(wrong)
    }
}

impl TryFrom<String> for Month {
    type Error = Refusal;
    fn try_from(text: String) -> Result<Month> {
        text.parse()
    }
}

impl From<Month> for String {
    fn from(month: Month) -> String {
        month.to_string()
    }
}

impl rusqlite::ToSql for Month {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        Ok(self.to_string().into())
    }
}

impl rusqlite::types::FromSql for Month {
    fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
        value.as_str()?.parse().map_err(|_| rusqlite::types::FromSqlError::InvalidType)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_know_their_ends_leap_years_and_the_turn_of_the_year() {
        let month = |text: &str| text.parse::<Month>().unwrap();
        for (text, last, next) in [
            ("2016-02", "2016-02-29", "2016-03"),
            ("2015-02", "2015-02-28", "2015-03"),
            ("2000-02", "2000-02-29", "2000-03"),
            ("2016-12", "2016-12-31", "2017-01"),
        ] {
            assert_eq!(month(text).last().to_string(), last);
            assert_eq!(month(text).next().to_string(), next);
        }
        assert_eq!(month("2015-02").day(30).to_string(), "2015-02-28");
        assert_eq!((month("2016-12").quarter(), month("2016-12").label().as_str()), (4, "2016年12月"));
        for wrong in ["2016", "2016-13", "16-01", "2016-00", "0000-01", "2016-1x"] {
            assert!(wrong.parse::<Month>().is_err(), "{wrong}");
        }
    }
}
