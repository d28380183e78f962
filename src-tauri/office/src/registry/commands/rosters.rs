//! What is asked of the whole register as of a day; nothing here changes anything.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::people::PersonRow;
use crate::kernel::refusal::Result;
use crate::kernel::rows::{Key, KeyOf, Order, Rows, Slice, arrange};
use crate::kernel::{Desk, Nothing};
use crate::registry::check::{Completeness, RosterCheck};
use crate::registry::duty::DutyKind;
use crate::registry::post::{PostKind, RosterLine};
use crate::registry::store::needle;
use crate::registry::store::{posts, units};
use crate::registry::unit::{Unit, UnitId, UnitKind};

/// As of which day.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct DayAsked {
    /// The day; today if left out.
    pub day: Option<NaiveDate>,
}

/// The leading group as of a day.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Roster {
    /// The day.
    pub day: NaiveDate,
    /// In protocol order.
    pub lines: Vec<RosterLine>,
    /// What the rules miss or find too many on that day.
    pub check: RosterCheck,
}

/// The leading group as of a day.
pub fn roster(desk: &Desk<'_>, q: DayAsked) -> Result<Roster> {
    let day = q.day.unwrap_or(desk.today());
    Ok(Roster {
        day,
        lines: crate::registry::roster_on(desk, day)?,
        check: crate::registry::check_on(desk, day)?,
    })
}

/// Which posts of a day.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct ContactsAsked {
    /// The day; today if left out.
    pub day: Option<NaiveDate>,
    /// Only at this unit.
    pub unit: Option<UnitId>,
    /// Only these posts; all if empty.
    pub posts: Vec<PostKind>,
    /// Part of a name, unit, title or telephone.
    pub words: String,
    /// Which part of the list.
    pub slice: Slice,
    /// In which order; the protocol's if left out.
    pub order: Option<Order>,
}

const CONTACT_COLUMNS: &[KeyOf<RosterLine>] = &[
    ("unit_short", |line| Key::words(&line.unit_short)),
    ("post_label", |line| Key::Count(line.order)),
    ("name", |line| Key::words(&line.name)),
    ("title", |line| Key::words(&line.title)),
    ("mobile", |line| Key::words(&line.mobile)),
    ("office_phone", |line| Key::words(&line.office_phone)),
    ("from", |line| Key::Day(line.from)),
];

/// Everybody who holds a post on a day.
pub fn contacts(desk: &Desk<'_>, q: ContactsAsked) -> Result<Rows<RosterLine>> {
    let lines = contact_lines(desk, &q)?;
    let total = lines.len() as u32;
    let rows = lines.into_iter().skip(q.slice.offset as usize).take(q.slice.bounded() as usize).collect();
    Ok(Rows { rows, total })
}

/// The same without paging, for export and paper.
pub(in crate::registry) fn contact_lines(desk: &Desk<'_>, q: &ContactsAsked) -> Result<Vec<RosterLine>> {
    let words = needle(&q.words);
    let mut lines = posts::on(desk, q.day.unwrap_or(desk.today()), q.unit)?;
    lines.retain(|line| {
        let about =
            [&line.name, &line.unit_name, &line.unit_short, &line.title, &line.mobile, &line.office_phone];
        (q.posts.is_empty() || q.posts.contains(&line.post))
            && (words.is_empty() || about.iter().any(|text| text.to_lowercase().contains(&words)))
    });
    arrange(&mut lines, q.order.as_ref(), CONTACT_COLUMNS)?;
    Ok(lines)
}

/// Who held a post on a day.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct WhoAsked {
    /// Which post.
    pub post: PostKind,
    /// At which unit; left out for posts of the group and the office.
    #[serde(default)]
    pub unit: Option<UnitId>,
    /// On which day.
    pub day: NaiveDate,
}

/// Who held it: nobody, one, or several.
pub fn who(desk: &Desk<'_>, q: WhoAsked) -> Result<Vec<RosterLine>> {
    let mut lines = posts::on(desk, q.day, q.unit)?;
    lines.retain(|line| line.post == q.post);
    Ok(lines)
}

/// Vacancies and surplus as of a day.
pub fn check(desk: &Desk<'_>, q: DayAsked) -> Result<RosterCheck> {
    crate::registry::check_on(desk, q.day.unwrap_or(desk.today()))
}

/// The contacts of every reporting unit as of a day.
pub fn completeness(desk: &Desk<'_>, q: DayAsked) -> Result<Completeness> {
    crate::registry::completeness_on(desk, q.day.unwrap_or(desk.today()))
}

/// Words to look for.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct FindAsked {
    /// Name, short name or pinyin initials; empty finds the first ones.
    pub words: String,
    /// Units of these kinds only; all if empty.
    #[serde(default)]
    pub kinds: Vec<UnitKind>,
}

/// What was found, for pickers.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RegistryFound {
    /// Units standing today, 50 at most.
    pub units: Vec<Unit>,
    /// People, 50 at most.
    pub people: Vec<PersonRow>,
}

/// Finds units and people.
pub fn find(desk: &Desk<'_>, q: FindAsked) -> Result<RegistryFound> {
    let mut found = units::on(desk, desk.today(), false, &needle(&q.words))?;
    found.retain(|unit| q.kinds.is_empty() || q.kinds.contains(&unit.kind));
    found.truncate(50);
    let slice = Slice { offset: 0, limit: 50 };
    let asked = super::people::PeopleAsked { words: q.words, slice, ..Default::default() };
    Ok(RegistryFound { units: found, people: super::people::list(desk, asked)?.rows })
}

/// A key with its Chinese name.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RegistryWord {
    /// As stored and sent.
    pub key: String,
    /// As shown.
    pub label: String,
}

/// What the window calls things, so that it keeps no dictionary.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RegistryWords {
    /// Kinds of unit.
    pub unit_kinds: Vec<RegistryWord>,
    /// Posts in protocol order, by their names under the rules.
    pub posts: Vec<RegistryWord>,
    /// Posts that a unit files.
    pub filed_posts: Vec<RegistryWord>,
    /// Kinds of a member's duty record.
    pub duty_kinds: Vec<RegistryWord>,
    /// Genders.
    pub genders: Vec<RegistryWord>,
}

/// Says what things are called.
pub fn words(desk: &Desk<'_>, _: Nothing) -> Result<RegistryWords> {
    let post = |kind: &PostKind| RegistryWord { key: kind.key().into(), label: kind.words(desk.profile) };
    let label = |key: &str, label: &str| RegistryWord { key: key.into(), label: label.into() };
    Ok(RegistryWords {
        unit_kinds: UnitKind::ALL.iter().map(|kind| label(kind.key(), kind.label())).collect(),
        posts: PostKind::ALL.iter().map(post).collect(),
        filed_posts: PostKind::FILED.iter().map(post).collect(),
        duty_kinds: DutyKind::ALL.iter().map(|kind| label(kind.key(), kind.label())).collect(),
        genders: crate::registry::Gender::ALL.iter().map(|one| label(one.key(), one.label())).collect(),
    })
}
