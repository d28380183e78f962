//! What is asked and done about people.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::units::phone;
use crate::kernel::Desk;
use crate::kernel::flow::StepChoice;
use crate::kernel::people_words::tidy_name;
use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::rows::{Order, Rows, Slice};
use crate::registry::person::{Gender, Person, PersonId};
use crate::registry::post::{Post, RosterLine};
use crate::registry::steps::{self, PostStage};
use crate::registry::store::{needle, people, posts};
use crate::registry::unit::UnitId;

/// Which people to list.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct PeopleAsked {
    /// As of which day their posts are shown; today if left out.
    pub day: Option<NaiveDate>,
    /// Part of a name, pinyin initials or a telephone number.
    pub words: String,
    /// Only those with a post at this unit on that day.
    pub unit: Option<UnitId>,
    /// Which part of the list.
    pub slice: Slice,
    /// In which order; by name if left out.
    pub order: Option<Order>,
}

/// A person in a list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PersonRow {
    /// The person.
    pub person: Person,
    /// Posts held on the day.
    pub posts: Vec<RosterLine>,
    /// The same in words: `市发改委分管领导、成员`; empty for none.
    pub posts_label: String,
}

/// Lists people.
pub fn list(desk: &Desk<'_>, q: PeopleAsked) -> Result<Rows<PersonRow>> {
    let day = q.day.unwrap_or(desk.today());
    let found = people::list(desk, &needle(&q.words), q.unit, day, q.slice, q.order.as_ref())?;
    let lines = posts::on(desk, day, None)?;
    let row = |person: Person| {
        let posts: Vec<RosterLine> = lines.iter().filter(|line| line.person == person.id).cloned().collect();
        PersonRow { posts_label: in_words(&posts), person, posts }
    };
    Ok(Rows { rows: found.rows.into_iter().map(row).collect(), total: found.total })
}

/// Posts in words, the unit said once.
pub(in crate::registry) fn in_words(posts: &[RosterLine]) -> String {
    let mut said = "";
    let words: Vec<String> = posts
        .iter()
        .map(|line| {
            let unit = if said == line.unit_short { "" } else { line.unit_short.as_str() };
            said = &line.unit_short;
            format!("{unit}{}", line.post_label)
        })
        .collect();
    words.join("、")
}

/// Which person.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PersonAsked {
    /// The person.
    pub person: PersonId,
}

/// A post with what can be done with it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PostRow {
    /// The post.
    pub post: Post,
    /// Where it stands today.
    pub state: PostStage,
    /// In Chinese.
    pub state_label: String,
    /// What can be done now.
    pub allowed: Vec<StepChoice>,
}

/// Everything about a person.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PersonCard {
    /// The person.
    pub person: Person,
    /// Every post, newest first.
    pub posts: Vec<PostRow>,
    /// Others of the same name, in words, so that nobody is taken for somebody else.
    pub namesakes: Vec<String>,
}

/// Shows a person.
pub fn card(desk: &Desk<'_>, q: PersonAsked) -> Result<PersonCard> {
    let person = people::get(desk, q.person)?;
    let posts = posts::history(desk, Some(q.person), None)?.into_iter().map(|post| row(desk, post)).collect();
    Ok(PersonCard { posts, namesakes: namesakes(desk, &person)?, person })
}

/// A post as a list shows it.
pub(in crate::registry) fn row(desk: &Desk<'_>, post: Post) -> PostRow {
    let state = steps::post_stage(post.from, post.to, post.void_reason.is_some(), desk.today());
    PostRow {
        state,
        state_label: state.label().into(),
        allowed: steps::post_choices(state, desk.profile.contacts.article),
        post,
    }
}

/// A new person.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PersonAdd {
    /// Name.
    pub name: String,
    /// Gender.
    #[serde(default)]
    pub gender: Option<Gender>,
    /// Mobile.
    #[serde(default)]
    pub mobile: String,
    /// Office telephone.
    #[serde(default)]
    pub office_phone: String,
    /// Office held at home (职务).
    #[serde(default)]
    pub title: String,
    /// Remark.
    #[serde(default)]
    pub note: String,
}

/// A person as saved, with what the clerk should look at.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PersonSaved {
    /// The person.
    pub person: Person,
    /// Sentences, e.g. that somebody bears the same name.
    pub warnings: Vec<String>,
}

/// Adds a person.
pub fn add(desk: &Desk<'_>, q: PersonAdd) -> Result<PersonSaved> {
    let person = tidy(Person { id: desk.new_id(), version: 1, ..of(q) })?;
    let warnings = namesakes(desk, &person)?;
    people::insert(desk, &person)?;
    Ok(PersonSaved { person, warnings })
}

fn of(q: PersonAdd) -> Person {
    let PersonAdd { name, gender, mobile, office_phone, title, note } = q;
    Person { id: PersonId(uuid::Uuid::nil()), name, gender, mobile, office_phone, title, note, version: 1 }
}

/// A correction of a person. A new post is a post, not a correction.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PersonCorrect {
    /// The person.
    pub person: PersonId,
    /// The version it was made on.
    pub version: i64,
    /// What the person is now.
    #[serde(flatten)]
    pub facts: PersonAdd,
}

/// Corrects a person.
pub fn correct(desk: &Desk<'_>, q: PersonCorrect) -> Result<PersonSaved> {
    people::get(desk, q.person)?;
    let person = tidy(Person { id: q.person, version: q.version, ..of(q.facts) })?;
    people::update(desk, &person)?;
    Ok(PersonSaved { warnings: namesakes(desk, &person)?, person: people::get(desk, q.person)? })
}

/// A person in one form, or what is wrong. Shared with the import and with filings.
pub(in crate::registry) fn tidy(person: Person) -> Result<Person> {
    let name = tidy_name(&person.name);
    if name.is_empty() {
        return Err(Refusal::refused("请填写姓名。"));
    }
    if name.chars().count() > 30 {
        return Err(Refusal::refused(format!("姓名“{name}”超过 30 个字。")).hint("请核对是否填错了栏。"));
    }
    Ok(Person {
        name,
        mobile: phone(&person.mobile)?,
        office_phone: phone(&person.office_phone)?,
        title: person.title.trim().into(),
        note: person.note.trim().into(),
        ..person
    })
}

fn namesakes(desk: &Desk<'_>, person: &Person) -> Result<Vec<String>> {
    let others: Vec<Person> =
        people::named(desk, &person.name)?.into_iter().filter(|other| other.id != person.id).collect();
    if others.is_empty() {
        return Ok(Vec::new());
    }
    let lines = posts::on(desk, desk.today(), None)?;
    let words = |other: &Person| {
        let posts: Vec<RosterLine> = lines.iter().filter(|line| line.person == other.id).cloned().collect();
        let mut about = in_words(&posts);
        if !other.mobile.is_empty() {
            about = format!("{about} {}", other.mobile).trim().into();
        }
        let about = if about.is_empty() { "无在任职务".into() } else { about };
        format!("已有同名人员“{}”（{about}），请确认不是同一人。", other.name)
    };
    Ok(others.iter().map(words).collect())
}
