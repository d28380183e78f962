//! The check of the register as of a day (pure): vacancies and surplus against the rules, completeness of the contacts.
//!
//! It deliberately changes nothing and remembers nothing: it is computed from the roster each time.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::post::{PostKind, RosterLine};
use super::unit::{Unit, UnitId, UnitKind};
use crate::kernel::keyed::keyed;
use crate::kernel::profile::{ContactPost, Profile};
use crate::kernel::refusal::article_name;

keyed!(
    /// What a check found.
    FindingKind {
        /// Fewer than the rules ask for.
        Vacancy = "vacancy" "缺",
        /// More than the rules allow.
        Surplus = "surplus" "超",
    }
);

/// One finding of the check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RosterFinding {
    /// Vacancy or surplus.
    pub kind: FindingKind,
    /// Its Chinese name.
    pub kind_label: String,
    /// What is wrong, in one sentence.
    pub message: String,
    /// Which post, if one.
    pub post: Option<PostKind>,
    /// Which unit, if one.
    pub unit: Option<UnitId>,
    /// Short name of the unit; empty without one.
    pub unit_short: String,
    /// How many there should be.
    pub wanted: u32,
    /// How many there are.
    pub found: u32,
    /// The article, e.g. `第五条`.
    pub article: String,
}

/// The check as of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RosterCheck {
    /// The day.
    pub day: NaiveDate,
    /// What was found, the group first, then units in their order.
    pub findings: Vec<RosterFinding>,
    /// How many vacancies.
    pub vacancies: u32,
    /// How many surpluses.
    pub surplus: u32,
}

keyed!(
    /// How a unit stands with one of its contacts.
    CellState {
        /// As the rules ask.
        Complete = "complete" "已报备",
        /// Not filed.
        Missing = "missing" "未报备",
        /// More than the rules allow.
        Surplus = "surplus" "超员",
        /// Not asked of this kind of unit and not filed.
        NotAsked = "not_asked" "不要求",
    }
);

/// One post of one unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CompletenessCell {
    /// The post.
    pub post: PostKind,
    /// Who holds it.
    pub names: Vec<String>,
    /// How it stands.
    pub state: CellState,
    /// In Chinese.
    pub state_label: String,
    /// The article.
    pub article: String,
}

/// One unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CompletenessRow {
    /// The unit.
    pub unit: UnitId,
    /// Its name on the day.
    pub unit_name: String,
    /// Its short name on the day.
    pub unit_short: String,
    /// Its kind.
    pub unit_kind: UnitKind,
    /// Chinese name of the kind.
    pub unit_kind_label: String,
    /// One cell a post, in the order of the columns.
    pub cells: Vec<CompletenessCell>,
    /// Nothing is missing and nothing is too many.
    pub complete: bool,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CompletenessColumn {
    /// The post.
    pub post: PostKind,
    /// Its name under the rules.
    pub label: String,
    /// How many are asked for: `1名`, `1名以上`.
    pub wanted: String,
    /// The article.
    pub article: String,
}

/// The contacts of all reporting units as of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Completeness {
    /// The day.
    pub day: NaiveDate,
    /// The posts asked for.
    pub columns: Vec<CompletenessColumn>,
    /// The units in their order.
    pub rows: Vec<CompletenessRow>,
    /// How many units are complete.
    pub complete_units: u32,
    /// How many cells are missing.
    pub missing: u32,
}

/// Checks the group and every unit. `lines` are all posts of the day, `units` all units of the day.
pub fn check(profile: &Profile, day: NaiveDate, lines: &[RosterLine], units: &[Unit]) -> RosterCheck {
    let mut findings = group(profile, lines);
    findings.extend(unit_count(profile, units));
    for unit in units.iter().filter(|unit| unit.kind == UnitKind::Member) {
        findings.extend(member(profile, unit, lines));
    }
    findings.extend(office(profile, lines));
    for row in completeness(profile, day, lines, units).rows {
        findings.extend(row.cells.iter().filter_map(|cell| contact(profile, &row, cell)));
    }
    let count = |kind| findings.iter().filter(|finding| finding.kind == kind).count() as u32;
    RosterCheck {
        day,
        vacancies: count(FindingKind::Vacancy),
        surplus: count(FindingKind::Surplus),
        findings,
    }
}

fn finding(
    post: Option<PostKind>,
    wanted: u32,
    found: u32,
    article: u8,
    words: &str,
) -> Option<RosterFinding> {
    let kind = match found.cmp(&wanted) {
        std::cmp::Ordering::Equal => return None,
        std::cmp::Ordering::Less => FindingKind::Vacancy,
        std::cmp::Ordering::Greater => FindingKind::Surplus,
    };
    let verdict = if kind == FindingKind::Vacancy { "缺" } else { "超" };
    Some(RosterFinding {
        kind,
        kind_label: kind.label().into(),
        message: format!("{words}应有 {wanted}，现有 {found}，{verdict} {}。", wanted.abs_diff(found)),
        post,
        unit: None,
        unit_short: String::new(),
        wanted,
        found,
        article: article_name(article),
    })
}

fn holders<'a>(lines: &'a [RosterLine], kinds: &'a [PostKind]) -> impl Iterator<Item = &'a RosterLine> {
    lines.iter().filter(|line| kinds.contains(&line.post))
}

fn group(profile: &Profile, lines: &[RosterLine]) -> Vec<RosterFinding> {
    let group = &profile.group;
    let wanted: [(&[PostKind], u32, &str); 3] = [
        (&[PostKind::Leader], group.leader, &group.leader_title),
        (&[PostKind::ExecutiveDeputy], group.executive_deputies, &group.executive_title),
        (&[PostKind::ExecutiveDeputy, PostKind::Deputy], group.deputies, &group.deputy_title),
    ];
    let judge = |(kinds, wanted, title): (&[PostKind], u32, &str)| {
        let words =
            if kinds.len() > 1 { format!("{title}（含{}）", group.executive_title) } else { title.into() };
        finding(kinds.last().copied(), wanted, holders(lines, kinds).count() as u32, group.article, &words)
    };
    wanted.into_iter().filter_map(judge).collect()
}

fn unit_count(profile: &Profile, units: &[Unit]) -> Option<RosterFinding> {
    let found = units.iter().filter(|unit| unit.kind == UnitKind::Member).count() as u32;
    let group = &profile.group;
    finding(None, group.member_units, found, group.member_units_article, UnitKind::Member.label())
}

fn office(profile: &Profile, lines: &[RosterLine]) -> Option<RosterFinding> {
    let words = PostKind::Director.words(profile);
    let found = holders(lines, &[PostKind::Director]).count() as u32;
    finding(Some(PostKind::Director), 1, found, profile.office.article, &words)
}

fn member(profile: &Profile, unit: &Unit, lines: &[RosterLine]) -> Option<RosterFinding> {
    // Each member unit sends the comrade responsible (第四条); that others of the unit sit in the group is no fault.
    let found = holders(lines, &[PostKind::Member, PostKind::Deputy, PostKind::ExecutiveDeputy])
        .any(|line| line.unit == Some(unit.id));
    let words = format!("{}的领导小组{}", unit.short, profile.group.member_title);
    let missing =
        finding(Some(PostKind::Member), 1, u32::from(found), profile.group.members_article, &words)?;
    Some(RosterFinding { unit: Some(unit.id), unit_short: unit.short.clone(), ..missing })
}

fn contact(profile: &Profile, row: &CompletenessRow, cell: &CompletenessCell) -> Option<RosterFinding> {
    let rule = profile.contacts.posts.iter().find(|post| post.key == cell.post.key())?;
    let wanted = rule.count.or(rule.at_least).unwrap_or(1);
    let found = cell.names.len() as u32;
    if matches!(cell.state, CellState::Complete | CellState::NotAsked) {
        return None;
    }
    let words = format!("{}的{}", row.unit_short, cell.post.words(profile));
    let found =
        finding(Some(cell.post), wanted, found, rule.article.unwrap_or(profile.contacts.article), &words)?;
    Some(RosterFinding { unit: Some(row.unit), unit_short: row.unit_short.clone(), ..found })
}

/// The contacts of all reporting units.
pub fn completeness(profile: &Profile, day: NaiveDate, lines: &[RosterLine], units: &[Unit]) -> Completeness {
    let asked: Vec<(PostKind, &ContactPost)> = profile
        .contacts
        .posts
        .iter()
        .filter_map(|rule| PostKind::from_key(&rule.key).map(|kind| (kind, rule)))
        .collect();
    let columns = asked.iter().map(|(kind, rule)| column(profile, *kind, rule)).collect();
    let rows: Vec<CompletenessRow> = units
        .iter()
        .filter(|unit| UnitKind::REPORTING.contains(&unit.kind))
        .map(|unit| row(profile, unit, lines, &asked))
        .collect();
    let cells = rows.iter().flat_map(|row| &row.cells);
    let missing = cells.filter(|cell| cell.state == CellState::Missing).count() as u32;
    let complete_units = rows.iter().filter(|row| row.complete).count() as u32;
    Completeness { day, columns, rows, complete_units, missing }
}

fn column(profile: &Profile, kind: PostKind, rule: &ContactPost) -> CompletenessColumn {
    let wanted = match (rule.count, rule.at_least) {
        (Some(count), _) => format!("{count} 名"),
        (None, Some(least)) => format!("{least} 名以上"),
        (None, None) => "1 名以上".into(),
    };
    let article = article_name(rule.article.unwrap_or(profile.contacts.article));
    CompletenessColumn { post: kind, label: kind.words(profile), wanted, article }
}

fn row(
    profile: &Profile,
    unit: &Unit,
    lines: &[RosterLine],
    asked: &[(PostKind, &ContactPost)],
) -> CompletenessRow {
    let cells: Vec<CompletenessCell> =
        asked.iter().map(|(kind, rule)| cell(profile, unit, lines, *kind, rule)).collect();
    CompletenessRow {
        unit: unit.id,
        unit_name: unit.name.clone(),
        unit_short: unit.short.clone(),
        unit_kind: unit.kind,
        unit_kind_label: unit.kind_label.clone(),
        complete: cells.iter().all(|cell| matches!(cell.state, CellState::Complete | CellState::NotAsked)),
        cells,
    }
}

fn cell(
    profile: &Profile,
    unit: &Unit,
    lines: &[RosterLine],
    kind: PostKind,
    rule: &ContactPost,
) -> CompletenessCell {
    let names: Vec<String> = lines
        .iter()
        .filter(|line| line.post == kind && line.unit == Some(unit.id))
        .map(|line| line.name.clone())
        .collect();
    let least = rule.count.or(rule.at_least).unwrap_or(1) as usize;
    let asked = rule.units.is_empty() || rule.units.iter().any(|key| key == unit.kind.key());
    let state = match names.len() {
        0 if !asked => CellState::NotAsked,
        n if asked && n < least => CellState::Missing,
        n if rule.count.is_some_and(|most| n > most as usize) => CellState::Surplus,
        _ => CellState::Complete,
    };
    let article = article_name(rule.article.unwrap_or(profile.contacts.article));
    CompletenessCell { post: kind, names, state, state_label: state.label().into(), article }
}

#[cfg(test)]
#[path = "check_tests.rs"]
mod tests;
