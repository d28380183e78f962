//! How an item stands to time: in time or late, periods of report, pauses, what escalation is due. Pure: no SQL, no clock.
use chrono::{Datelike, Days, NaiveDate};
use serde::Serialize;
use ts_rs::TS;

use super::flow::FollowupStage as Stage;
use super::kinds::{FollowupPeriodState as State, FollowupRhythm as Rhythm, FollowupTiming as Timing};
use crate::kernel::followup_rules::{EscalationRule, FollowupRules};

/// What decides whether an item is in time.
#[derive(Debug, Clone, Copy)]
pub struct Times {
    /// Stage.
    pub stage: Stage,
    /// Last day.
    pub due_on: NaiveDate,
    /// Day of the reply that stands.
    pub reply_on: Option<NaiveDate>,
}

/// How an item stands on a day. The day of the reply counts, not that on which the office accepted it.
pub fn timing(times: &Times, today: NaiveDate, near_days: u32) -> Timing {
    let Times { stage, due_on, reply_on } = *times;
    match (stage, reply_on) {
        (Stage::Closed | Stage::Withdrawn, _) => Timing::Ended,
        (Stage::Suspended, _) => Timing::Paused,
        (Stage::Replied | Stage::Accepted, Some(on)) if on <= due_on => Timing::InTime,
        (Stage::Replied | Stage::Accepted, Some(_)) => Timing::Late,
        _ if today > due_on => Timing::Overdue,
        _ if today + Days::new(u64::from(near_days)) >= due_on => Timing::Near,
        _ => Timing::Ahead,
    }
}

/// A day by which a unit reports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "FollowupPeriod")]
pub struct Period {
    /// The day.
    pub on: NaiveDate,
    /// When it was reported.
    pub reported_on: Option<NaiveDate>,
    /// What became of it.
    pub state: State,
    /// In Chinese.
    pub state_label: String,
}

/// A time in which nothing was asked of the unit, from a day up to (not including) another.
pub type Pause = (NaiveDate, Option<NaiveDate>);

/// The days of report after `from` and before `until`; the last day itself is the reply's.
pub fn periods(rhythm: Rhythm, from: NaiveDate, until: NaiveDate) -> Vec<NaiveDate> {
    let days = from.iter_days().skip(1).take_while(|day| *day < until);
    let falls = |day: &NaiveDate| {
        let ends_month = (*day + Days::new(1)).day() == 1;
        match rhythm {
            Rhythm::Once => false,
            Rhythm::Weekly => (*day - from).num_days() % 7 == 0,
            Rhythm::HalfMonth => day.day() == 15 || ends_month,
            Rhythm::Monthly => ends_month,
            Rhythm::Quarterly => ends_month && day.month().is_multiple_of(3),
        }
    };
    days.filter(falls).collect()
}

/// What became of every period. `reported` pairs the period with the day of its report.
pub fn judged(
    days: &[NaiveDate],
    reported: &[(NaiveDate, NaiveDate)],
    pauses: &[Pause],
    over: Option<NaiveDate>,
    today: NaiveDate,
) -> Vec<Period> {
    let paused =
        |day: NaiveDate| pauses.iter().any(|(from, to)| day >= *from && to.is_none_or(|to| day < to));
    let asked = days.iter().filter(|day| over.is_none_or(|over| **day < over));
    let judge = |on: &NaiveDate| {
        let reported_on = reported.iter().find(|(period, _)| period == on).map(|(_, day)| *day);
        let state = match reported_on {
            Some(day) if day <= *on => State::Reported,
            Some(_) => State::Late,
            None if paused(*on) => State::Paused,
            None if *on < today => State::Missing,
            None => State::Coming,
        };
        Period { on: *on, reported_on, state, state_label: state.label().into() }
    };
    asked.map(judge).collect()
}

/// The period that a report belongs to when none is named: the first that is missing, else the next to come.
pub fn belongs(periods: &[Period]) -> Option<NaiveDate> {
    let wanted = |state: State| periods.iter().find(|period| period.state == state).map(|period| period.on);
    wanted(State::Missing).or_else(|| wanted(State::Coming))
}

/// The last day after a pause: put off by as long as it lasted, unless it was over when the pause began.
pub fn after_pause(due_on: NaiveDate, from: NaiveDate, to: NaiveDate) -> NaiveDate {
    match from > due_on {
        true => due_on,
        false => due_on + (to - from),
    }
}

/// The step of escalation that comes next, and the day from which on it is proposed. Taken steps count from the first.
pub fn next_escalation<'a>(
    rules: &'a FollowupRules,
    taken: &[String],
    due_on: NaiveDate,
) -> Option<(&'a EscalationRule, NaiveDate)> {
    let step = rules.escalation.iter().find(|step| !taken.contains(&step.key))?;
    Some((step, due_on + Days::new(u64::from(step.after_days))))
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
