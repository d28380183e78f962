//! When a report is on time (第二十二条): the last moment of a month, and what the arrivals say of it. Pure.
//!
//! By the due day, reviewed by the unit's leader, paper and electronic together. The rule moves for no holiday unless the
//! profile says so. Returned for correction, a report keeps its first arrivals; this rule never sees the later ones.
use chrono::{Days, NaiveDate, NaiveDateTime};

use super::kinds::ReportStatus;
use super::month::Month;
use crate::kernel::report_rules::Reports;

/// The last moment that still counts as on time, to the second. `works` says whether the office works on a day.
pub fn limit(rule: &Reports, month: Month, works: impl Fn(NaiveDate) -> bool) -> NaiveDateTime {
    let named = month.day(rule.due_day);
    let mut day = if rule.due_day_counts { named } else { named - Days::new(1) };
    if rule.moves_for_holidays {
        // A year without any working day is no calendar; fourteen days are longer than any holiday.
        let next = day.iter_days().take(14).find(|day| works(*day));
        day = next.unwrap_or(day);
    }
    let end = if rule.due_hour >= 24 { (23, 59, 59) } else { (rule.due_hour, 0, 0) };
    day.and_hms_opt(end.0, end.1, end.2).unwrap_or(day.into())
}

/// What of a report is there: the first arrivals, the day of the leader's review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct There {
    /// First paper.
    pub paper: Option<NaiveDateTime>,
    /// First electronic document.
    pub file: Option<NaiveDateTime>,
    /// The leader reviewed it on this day.
    pub reviewed: Option<NaiveDate>,
    /// The unit owes nothing.
    pub released: bool,
}

/// What is missing, in the words of the rule.
pub fn missing(rule: &Reports, there: &There) -> Vec<&'static str> {
    let wanted = [
        (rule.needs_paper && there.paper.is_none(), "纸质材料"),
        (rule.needs_electronic && there.file.is_none(), "电子文档"),
        (rule.needs_leader_review && there.reviewed.is_none(), "单位领导审核"),
    ];
    wanted.into_iter().filter(|(missing, _)| *missing).map(|(_, words)| words).collect()
}

/// What became of a report, seen at `now`.
pub fn judge(rule: &Reports, there: &There, limit: NaiveDateTime, now: NaiveDateTime) -> ReportStatus {
    if there.released {
        return ReportStatus::Released;
    }
    if missing(rule, there).is_empty() {
        return match whole_at(rule, there) {
            Some(at) if at > limit => ReportStatus::Late,
            _ => ReportStatus::OnTime,
        };
    }
    match (now <= limit, there.paper.is_some() || there.file.is_some()) {
        (true, _) => ReportStatus::Pending,
        (false, true) => ReportStatus::Incomplete,
        (false, false) => ReportStatus::Missing,
    }
}

/// When the last of what is needed was there. A review counts by its day.
fn whole_at(rule: &Reports, there: &There) -> Option<NaiveDateTime> {
    let reviewed = there.reviewed.map(NaiveDateTime::from);
    let needed = [
        there.paper.filter(|_| rule.needs_paper),
        there.file.filter(|_| rule.needs_electronic),
        reviewed.filter(|_| rule.needs_leader_review),
    ];
    needed.into_iter().flatten().max()
}

#[cfg(test)]
#[path = "rule_tests.rs"]
mod tests;
