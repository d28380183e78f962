//! The register (机构名册): units, people and posts with the days from and to which they hold, so that every question
//! "as of a day" has one exact answer; filings of personnel changes; import and export.
//!
//! ```text
//! unit:   在册 ──更名──▶ 在册 ──退出──▶ 已退出 ──恢复──▶ 在册      (names and memberships are dated rows)
//! post:   任职 ──免职──▶ 已免职; 作废 for what was entered by mistake
//! filing: a unit's notice ends and begins posts, gets its number, and is late after so many working days (第五条)
//! ```
//!
//! A span is half-open: whoever is relieved on a day no longer holds the post on that day. Nothing is ever deleted.
//! It deliberately knows no meeting, no follow-up and no report: they ask it.
mod check;
mod commands;
mod due;
mod duty;
mod filing;
mod forms;
mod import;
mod ledgers;
mod person;
mod post;
mod rules;
mod steps;
mod store;
mod unit;

use chrono::NaiveDate;

use crate::kernel::Desk;
use crate::kernel::refusal::Result;

pub use check::{CellState, Completeness, RosterCheck, RosterFinding};
pub use commands::commands;
pub use due::due;
pub use filing::{Filing, FilingId};
pub use person::{Gender, Person, PersonId};
pub use post::{Post, PostId, PostKind, RosterLine};
pub use unit::{Unit, UnitId, UnitKind};

/// The leading group on a day in protocol order: leader, executive deputy, deputies, members in unit order.
pub fn roster_on(desk: &Desk<'_>, day: NaiveDate) -> Result<Vec<RosterLine>> {
    let mut lines = store::posts::on(desk, day, None)?;
    lines.retain(|line| PostKind::GROUP.contains(&line.post));
    Ok(lines)
}

/// The units of these kinds on a day, in their order; all kinds if none is named.
pub fn units_on(desk: &Desk<'_>, day: NaiveDate, kinds: &[UnitKind]) -> Result<Vec<Unit>> {
    let mut units = store::units::on(desk, day, false, "")?;
    units.retain(|unit| kinds.is_empty() || kinds.contains(&unit.kind));
    Ok(units)
}

/// One unit, by the name of today; one that has left, too.
pub fn unit(desk: &Desk<'_>, id: UnitId) -> Result<Unit> {
    store::units::get(desk, id, desk.today())
}

/// One person.
pub fn person(desk: &Desk<'_>, id: PersonId) -> Result<Person> {
    store::people::get(desk, id)
}

/// Every post at a unit on a day, in protocol order.
pub fn people_of_unit_on(desk: &Desk<'_>, unit: UnitId, day: NaiveDate) -> Result<Vec<RosterLine>> {
    store::posts::on(desk, day, Some(unit))
}

/// The office's director on a day (第五条), if there is one.
pub fn director_on(desk: &Desk<'_>, day: NaiveDate) -> Result<Option<RosterLine>> {
    Ok(store::posts::on(desk, day, None)?.into_iter().find(|line| line.post == PostKind::Director))
}

/// How complete the contacts of all reporting units are on a day (第五条).
pub fn completeness_on(desk: &Desk<'_>, day: NaiveDate) -> Result<Completeness> {
    let (lines, units) = (store::posts::on(desk, day, None)?, store::units::on(desk, day, false, "")?);
    Ok(check::completeness(desk.profile, day, &lines, &units))
}

/// Vacancies and surplus on a day (第一条, 第三条, 第五条).
pub fn check_on(desk: &Desk<'_>, day: NaiveDate) -> Result<RosterCheck> {
    let (lines, units) = (store::posts::on(desk, day, None)?, store::units::on(desk, day, false, "")?);
    Ok(check::check(desk.profile, day, &lines, &units))
}
