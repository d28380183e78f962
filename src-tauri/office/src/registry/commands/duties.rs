//! What is asked and done about members' duties (第四条).
use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

use crate::kernel::Desk;
use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::rows::{Rows, Slice};
use crate::registry::duty::{Duty, DutyId, DutyKind};
use crate::registry::person::PersonId;
use crate::registry::post::PostKind;
use crate::registry::rules;
use crate::registry::store::{duties, people, posts};

/// Which records to list.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct DutiesAsked {
    /// Of this member.
    pub person: Option<PersonId>,
    /// Of this kind.
    pub kind: Option<DutyKind>,
    /// Which part of the list.
    pub slice: Slice,
}

/// Lists records.
pub fn list(desk: &Desk<'_>, q: DutiesAsked) -> Result<Rows<Duty>> {
    duties::list(desk, q.person, q.kind, q.slice)
}

/// A new record.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct DutyAdd {
    /// The member.
    pub person: PersonId,
    /// Kind.
    pub kind: DutyKind,
    /// Day.
    pub day: NaiveDate,
    /// What was done or said.
    pub text: String,
}

/// Adds a record to somebody who was in the group on that day.
pub fn add(desk: &Desk<'_>, q: DutyAdd) -> Result<Duty> {
    let text = checked(desk, q.person, q.day, &q.text)?;
    let id: DutyId = desk.new_id();
    duties::insert(desk, &of(id, q.person, q.kind, q.day, text, 1))?;
    duties::get(desk, id)
}

/// A correction of a record.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct DutyCorrect {
    /// The record.
    pub duty: DutyId,
    /// The version it was made on.
    pub version: i64,
    /// Kind.
    pub kind: DutyKind,
    /// Day.
    pub day: NaiveDate,
    /// What was done or said.
    pub text: String,
}

/// Corrects a record.
pub fn correct(desk: &Desk<'_>, q: DutyCorrect) -> Result<Duty> {
    let person = duties::get(desk, q.duty)?.person;
    let text = checked(desk, person, q.day, &q.text)?;
    duties::update(desk, &of(q.duty, person, q.kind, q.day, text, q.version))?;
    duties::get(desk, q.duty)
}

fn of(id: DutyId, person: PersonId, kind: DutyKind, day: NaiveDate, text: String, version: i64) -> Duty {
    let (person_name, kind_label, recorded_by) = Default::default();
    Duty { id, person, person_name, kind, kind_label, day, text, recorded_by, version }
}

fn checked(desk: &Desk<'_>, person: PersonId, day: NaiveDate, text: &str) -> Result<String> {
    rules::sensible("日期", day, desk.today())?;
    if day > desk.today() {
        return Err(Refusal::refused(format!("日期 {day} 晚于今天。")).hint("请填写履职当天的日期。"));
    }
    let text = text.trim();
    if text.is_empty() {
        return Err(Refusal::refused("请填写履职内容。"));
    }
    let name = people::get(desk, person)?.name;
    let in_group = posts::on(desk, day, None)?
        .iter()
        .any(|line| line.person == person && PostKind::GROUP.contains(&line.post));
    if !in_group {
        return Err(Refusal::refused(format!("{name}在 {day} 不是领导小组成员。"))
            .hint("请核对日期，或先登记其任职。")
            .article(desk.profile.group.members_article));
    }
    Ok(text.into())
}
