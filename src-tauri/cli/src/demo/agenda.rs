//! The year's meetings of the fictional city as data: what was proposed, said and decided.
use chrono::{NaiveDate, NaiveTime};
use office::Refusal;
use serde::{Deserialize, Deserializer};

use super::content::read;

/// The year.
#[derive(Debug, Clone, Deserialize)]
pub struct Year {
    /// What every notice demands.
    pub notice_demands: Vec<String>,
    /// Reasons for leave.
    pub leave_reasons: Vec<String>,
    /// Months closed without a meeting.
    pub month_without: Vec<MonthWithout>,
    /// The meetings in order.
    pub meeting: Vec<Meeting>,
}

/// A month without a meeting.
#[derive(Debug, Clone, Deserialize)]
pub struct MonthWithout {
    /// `2016-07`.
    pub month: String,
    /// Why.
    pub reason: String,
}

/// A meeting.
#[derive(Debug, Clone, Deserialize)]
pub struct Meeting {
    /// The day.
    pub date: NaiveDate,
    /// The time.
    #[serde(deserialize_with = "time_of_day")]
    pub time: NaiveTime,
    /// `joint` or `special`.
    pub kind: String,
    /// `leader` or `executive_deputy`.
    pub chair: String,
    /// What the entrustment rests on.
    #[serde(default)]
    pub entrusted: String,
    /// Where.
    pub place: String,
    /// Name of the meeting.
    pub title: String,
    /// Title of its minutes.
    #[serde(default)]
    pub minutes_title: String,
    /// Units invited to a special meeting.
    #[serde(default)]
    pub invited: Vec<String>,
    /// First paragraph of the minutes.
    #[serde(default)]
    pub opening: String,
    /// Last paragraphs.
    #[serde(default)]
    pub closing: Vec<String>,
    /// Why it was cancelled.
    #[serde(default)]
    pub cancel_reason: Option<String>,
    /// The day it was first planned for.
    #[serde(default)]
    pub first_planned: Option<NaiveDate>,
    /// Why it was postponed.
    #[serde(default)]
    pub postpone_reason: Option<String>,
    /// Still in preparation.
    #[serde(default)]
    pub upcoming: bool,
    /// Agenda.
    pub item: Vec<Item>,
}

/// An agenda item.
#[derive(Debug, Clone, Deserialize)]
pub struct Item {
    /// Title.
    pub title: String,
    /// Heading in the minutes.
    pub heading: String,
    /// `leader`, `deputy`, `office` or `unit`.
    pub proposer: String,
    /// Which unit proposes.
    #[serde(default)]
    pub unit: Option<String>,
    /// Its material.
    pub material: String,
    /// `agree`, `defer` or `reject`.
    #[serde(default = "agree")]
    pub verdict: String,
    /// Paragraphs of the minutes.
    #[serde(default)]
    pub minutes: Vec<String>,
    /// Decisions.
    #[serde(default)]
    pub decision: Vec<Decision>,
}

/// A decision.
#[derive(Debug, Clone, Deserialize)]
pub struct Decision {
    /// What.
    pub text: String,
    /// Lead unit.
    pub lead: String,
    /// Cooperating units.
    #[serde(default, rename = "with")]
    pub cooperating: Vec<String>,
    /// Days from the meeting.
    pub due_days: u64,
}

fn agree() -> String {
    "agree".into()
}

fn time_of_day<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveTime, D::Error> {
    let text = String::deserialize(from)?;
    NaiveTime::parse_from_str(&text, "%H:%M").map_err(serde::de::Error::custom)
}

/// Reads the year.
pub fn year() -> Result<Year, Refusal> {
    read("meetings.toml", include_str!("../../../../assets/demo/meetings.toml"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::demo::content;

    #[test]
    fn every_unit_that_a_meeting_names_is_in_the_city() {
        let known: BTreeSet<String> = content::units().unwrap().into_iter().map(|unit| unit.short).collect();
        let year = year().unwrap();
        for meeting in &year.meeting {
            let items = meeting.item.iter();
            let decided = items.clone().flat_map(|item| &item.decision);
            let named = decided.flat_map(|d| d.cooperating.iter().chain([&d.lead])).chain(&meeting.invited);
            for unit in named.chain(items.filter_map(|item| item.unit.as_ref())) {
                assert!(known.contains(unit), "{unit} at {}", meeting.date);
            }
        }
    }

    #[test]
    fn the_year_has_what_can_happen_to_a_meeting() {
        let year = year().unwrap();
        let some = |what: fn(&Meeting) -> bool| year.meeting.iter().any(what);
        assert!(some(|m| m.kind == "special") && some(|m| m.cancel_reason.is_some()));
        assert!(some(|m| m.first_planned.is_some()) && some(|m| m.upcoming));
        assert!(year.meeting.iter().flat_map(|m| &m.item).any(|item| item.verdict == "defer"));
        assert_eq!(year.month_without.len(), 1);
        assert!(year.meeting.windows(2).all(|two| two[0].date < two[1].date), "in order");
    }
}
