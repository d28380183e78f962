//! What is asked and done about units.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::Desk;
use crate::kernel::flow::StepChoice;
use crate::kernel::people_words::{tidy_name, tidy_phone};
use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::rows::{Key, KeyOf, Order, Rows, Slice, arrange};
use crate::registry::check::{self, CompletenessCell};
use crate::registry::post::{Post, RosterLine};
use crate::registry::steps::{self, UnitStage};
use crate::registry::store::{needle, posts, units};
use crate::registry::unit::{Unit, UnitId, UnitKind, UnitName, UnitTerm};

/// Which units to list.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct UnitsAsked {
    /// As of which day; today if left out.
    pub day: Option<NaiveDate>,
    /// Kinds wanted; all if empty.
    pub kinds: Vec<UnitKind>,
    /// Part of a name, a short name or pinyin initials.
    pub words: String,
    /// Also those not in the group on that day.
    pub left: bool,
    /// Which part of the list.
    pub slice: Slice,
    /// In which order; the register's own if left out.
    pub order: Option<Order>,
}

const COLUMNS: &[KeyOf<UnitRow>] = &[
    ("order", |row| Key::Count(row.unit.order)),
    ("short", |row| Key::words(&row.unit.short)),
    ("name", |row| Key::words(&row.unit.name)),
    ("kind", |row| Key::Count(row.unit.kind as i64)),
    ("trade", |row| Key::words(&row.unit.trade)),
    ("people", |row| Key::Count(i64::from(row.people))),
    ("missing", |row| Key::Count(i64::from(row.missing))),
    ("joined_on", |row| Key::Day(row.unit.joined_on)),
];

/// A unit in a list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct UnitRow {
    /// The unit.
    pub unit: Unit,
    /// 在册 or 已退出 on the day asked for.
    pub state_label: String,
    /// How many people hold a post there on that day.
    pub people: u32,
    /// How many of its contacts are missing on that day; 0 for a unit that files none.
    pub missing: u32,
}

/// Lists units.
pub fn list(desk: &Desk<'_>, q: UnitsAsked) -> Result<Rows<UnitRow>> {
    let found = unit_rows(desk, &q)?;
    let total = found.len() as u32;
    let rows = found.into_iter().skip(q.slice.offset as usize).take(q.slice.bounded() as usize).collect();
    Ok(Rows { rows, total })
}

/// The same without paging, for export.
pub(in crate::registry) fn unit_rows(desk: &Desk<'_>, q: &UnitsAsked) -> Result<Vec<UnitRow>> {
    let day = q.day.unwrap_or(desk.today());
    let mut found = units::on(desk, day, q.left, &needle(&q.words))?;
    found.retain(|unit| q.kinds.is_empty() || q.kinds.contains(&unit.kind));
    let lines = posts::on(desk, day, None)?;
    let filed = check::completeness(desk.profile, day, &lines, &found);
    let mut rows: Vec<UnitRow> = found.into_iter().map(|unit| row(unit, day, &lines, &filed)).collect();
    arrange(&mut rows, q.order.as_ref(), COLUMNS)?;
    Ok(rows)
}

fn row(unit: Unit, day: NaiveDate, lines: &[RosterLine], filed: &check::Completeness) -> UnitRow {
    let mut people: Vec<_> =
        lines.iter().filter(|line| line.unit == Some(unit.id)).map(|line| line.person).collect();
    people.sort_unstable();
    people.dedup();
    let cells =
        filed.rows.iter().find(|row| row.unit == unit.id).map(|row| row.cells.as_slice()).unwrap_or_default();
    let stage = stage_on(&unit, day);
    UnitRow {
        state_label: stage.label().into(),
        people: people.len() as u32,
        missing: if stage == UnitStage::Left { 0 } else { missing(cells) },
        unit,
    }
}

fn missing(cells: &[CompletenessCell]) -> u32 {
    cells.iter().filter(|cell| cell.state == check::CellState::Missing).count() as u32
}

fn stage_on(unit: &Unit, day: NaiveDate) -> UnitStage {
    let left = unit.left_on.is_some_and(|left| left <= day) || unit.joined_on > day;
    if left { UnitStage::Left } else { UnitStage::Standing }
}

/// Which unit, and as of which day.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct UnitAsked {
    /// The unit.
    pub unit: UnitId,
    /// As of which day; today if left out.
    #[serde(default)]
    pub day: Option<NaiveDate>,
}

/// Everything about a unit.
#[derive(Debug, Clone, Serialize, TS)]
pub struct UnitCard {
    /// The unit as of the day.
    pub unit: Unit,
    /// The day.
    pub day: NaiveDate,
    /// Where it stands.
    pub state: UnitStage,
    /// In Chinese.
    pub state_label: String,
    /// Who held what on the day.
    pub people: Vec<RosterLine>,
    /// Its contacts against the rules, on the day; empty for a unit that files none.
    pub contacts: Vec<CompletenessCell>,
    /// Every post there, newest first.
    pub history: Vec<Post>,
    /// Its names, newest first.
    pub names: Vec<UnitName>,
    /// Its memberships, newest first.
    pub terms: Vec<UnitTerm>,
    /// What can be done now.
    pub allowed: Vec<StepChoice>,
}

/// Shows a unit.
pub fn card(desk: &Desk<'_>, q: UnitAsked) -> Result<UnitCard> {
    let day = q.day.unwrap_or(desk.today());
    let unit = units::get(desk, q.unit, day)?;
    let people = posts::on(desk, day, Some(q.unit))?;
    let filed = check::completeness(desk.profile, day, &people, std::slice::from_ref(&unit));
    let terms = units::terms(desk, q.unit)?;
    let state = stage_now(&terms);
    Ok(UnitCard {
        day,
        state,
        state_label: state.label().into(),
        contacts: filed.rows.into_iter().next().map(|row| row.cells).unwrap_or_default(),
        people,
        history: posts::history(desk, None, Some(q.unit))?,
        names: units::names(desk, q.unit)?,
        allowed: steps::unit_choices(state, desk.profile.group.member_units_article),
        terms,
        unit,
    })
}

pub(super) fn stage_now(terms: &[UnitTerm]) -> UnitStage {
    steps::unit_stage(terms.first().and_then(|term| term.to))
}

/// Both names in their one form. Shared with the import.
pub(in crate::registry) fn names(name: &str, short: &str) -> Result<(String, String)> {
    let name = tidy_name(name);
    let short = if short.trim().is_empty() { name.clone() } else { tidy_name(short) };
    if name.is_empty() {
        return Err(Refusal::refused("请填写单位全称。"));
    }
    for (what, words, most) in [("单位全称", &name, 60), ("单位简称", &short, 20)] {
        if words.chars().count() > most {
            return Err(
                Refusal::refused(format!("{what}超过 {most} 个字。")).hint("请填写规范名称或规范化简称。")
            );
        }
    }
    Ok((name, short))
}

/// An optional telephone in its one form.
pub(in crate::registry) fn phone(typed: &str) -> Result<String> {
    if typed.trim().is_empty() {
        return Ok(String::new());
    }
    tidy_phone(typed).map_err(|wrong| Refusal::refused(format!("{wrong}。")).hint("没有号码时请留空。"))
}
