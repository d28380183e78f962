//! Filings (备案): a unit's notice that its people changed, with number, dates and lateness (第五条).
//!
//! Lateness is judged once, by the working calendar of the day of filing, and kept: a later change of the calendar
//! does not make an old filing late.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::post::PostId;
use super::unit::UnitId;
use crate::kernel::calendar::Calendar;
use crate::kernel::keyed::keyed;

crate::id!(
    /// A filing (备案).
    FilingId
);
crate::id!(
    /// One effect of a filing on a post.
    FilingChangeId
);

keyed!(
    /// What a filing did to a post.
    FilingEffect {
        /// It ended.
        Ended = "ended" "免职",
        /// It began.
        Begun = "begun" "任职",
    }
);

/// When a filing was due and by how much it missed that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lateness {
    /// Last day in time.
    pub due_on: NaiveDate,
    /// Working days after it; 0 in time.
    pub late_days: u32,
}

/// Judges a filing: due so many working days after the change.
pub fn lateness(calendar: &Calendar, days: u32, changed_on: NaiveDate, filed_on: NaiveDate) -> Lateness {
    let due_on = calendar.working_days_after(changed_on, days);
    let working = calendar.working_days_between(due_on, filed_on);
    // Filed on a free day after the last one: late all the same, by the day that it took.
    let late_days = if filed_on > due_on { working.max(1) } else { 0 };
    Lateness { due_on, late_days }
}

/// A filing as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Filing {
    /// Id.
    pub id: FilingId,
    /// 备案号.
    pub number: String,
    /// The unit.
    pub unit: UnitId,
    /// Its name on the day of the change.
    pub unit_name: String,
    /// Its short name on that day.
    pub unit_short: String,
    /// Day of the change.
    pub changed_on: NaiveDate,
    /// Day on which the office received it.
    pub filed_on: NaiveDate,
    /// Last day in time.
    pub due_on: NaiveDate,
    /// Working days late; 0 in time.
    pub late_days: u32,
    /// `按时` or `迟报 3 个工作日`.
    pub late_label: String,
    /// The article on lateness; none in time.
    pub article: Option<String>,
    /// What changed, in words.
    pub changes_label: String,
    /// 变更说明.
    pub note: String,
    /// Who recorded it.
    pub recorded_by: String,
}

/// One effect of a filing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FilingChange {
    /// Ended or begun.
    pub effect: FilingEffect,
    /// In Chinese.
    pub effect_label: String,
    /// The post.
    pub post: PostId,
    /// What the post is.
    pub post_label: String,
    /// Who held or holds it.
    pub name: String,
    /// 职务 as printed.
    pub title: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::calendar::{DayKind, shipped};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_filing_is_late_from_the_first_day_after_the_last_working_day_allowed() {
        let days = shipped().unwrap().into_iter().map(|d| (d.date, d.kind));
        let calendar = Calendar::of(days.collect::<Vec<(NaiveDate, DayKind)>>());
        // 2016-09-26 is a Monday; 国庆 is 1 to 7 October, 8 and 9 October (weekend) are worked.
        let table = [
            ("2016-09-26", "2016-09-26", "2016-10-08", 0),
            ("2016-09-26", "2016-10-08", "2016-10-08", 0),
            ("2016-09-26", "2016-10-09", "2016-10-08", 1),
            ("2016-09-26", "2016-10-11", "2016-10-08", 3),
            ("2016-11-04", "2016-11-11", "2016-11-11", 0),
            ("2016-11-04", "2016-11-12", "2016-11-11", 1),
            ("2016-11-04", "2016-11-14", "2016-11-11", 1),
            ("2016-11-14", "2016-11-10", "2016-11-21", 0),
        ];
        for (changed, filed, due, late) in table {
            let judged = lateness(&calendar, 5, day(changed), day(filed));
            assert_eq!(judged, Lateness { due_on: day(due), late_days: late }, "{changed} filed {filed}");
        }
    }
}
