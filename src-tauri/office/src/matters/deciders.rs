//! Who may decide on a matter on a day (第七条): holders of the posts that the profile names, and the director whom a deputy entrusted.
use chrono::NaiveDate;

use super::entrustment::{self, Asked, Entrustment};
use super::entrustments;
use super::kinds::{MatterEntrustmentId, MatterLevel};
use super::record::{Matter, MatterDecider};
use crate::kernel::desk::Desk;
use crate::kernel::profile::Profile;
use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::written::date;
use crate::registry::{self, PersonId, PostKind, RosterLine};

/// The posts behind a key of the profile.
fn posts(key: &str) -> Vec<PostKind> {
    match key {
        "deputy" => vec![PostKind::ExecutiveDeputy, PostKind::Deputy],
        "office_director" => vec![PostKind::Director],
        other => PostKind::from_key(other).into_iter().collect(),
    }
}

fn named(keys: &[String]) -> Vec<PostKind> {
    keys.iter().flat_map(|key| posts(key)).collect()
}

/// What the rules say of a level, in one sentence.
pub(super) fn way(profile: &Profile, level: MatterLevel) -> String {
    let (group, director) = (&profile.group, PostKind::Director.words(profile));
    match level {
        MatterLevel::Routine => format!(
            "一般性日常工作事项由{0}审定，也可由{0}委托{director}审定；委托须有委托书。",
            group.deputy_title
        ),
        MatterLevel::Major => {
            format!("重大事项由{}审议后，报{}亲自审定，缺一不可。", profile.meetings.name, group.leader_title)
        }
    }
}

/// Everybody who may decide on a day; the director also where no entrustment covers him, with the reason.
pub(super) fn on(desk: &Desk<'_>, matter: &Matter, day: NaiveDate) -> Result<Vec<MatterDecider>> {
    let (rules, roster) = (&desk.profile.matters, registry::roster_on(desk, day)?);
    if matter.level == MatterLevel::Major {
        let last = rules.major.last().map(|key| posts(key)).unwrap_or_default();
        return Ok(roster.iter().filter(|line| last.contains(&line.post)).map(direct).collect());
    }
    let own = named(&rules.routine);
    let mut found: Vec<MatterDecider> =
        roster.iter().filter(|line| own.contains(&line.post)).map(direct).collect();
    if named(&rules.routine_entrusted).contains(&PostKind::Director)
        && let Some(director) = registry::director_on(desk, day)?
    {
        found.extend(entrusted(desk, matter, day, &roster, &director)?);
    }
    Ok(found)
}

fn direct(line: &RosterLine) -> MatterDecider {
    MatterDecider {
        person: line.person,
        name: line.name.clone(),
        post: line.post.key().into(),
        post_label: line.post_label.clone(),
        entrustment: None,
        entrustment_words: String::new(),
        why_not: None,
    }
}

fn entrusted(
    desk: &Desk<'_>,
    matter: &Matter,
    day: NaiveDate,
    roster: &[RosterLine],
    director: &RosterLine,
) -> Result<Vec<MatterDecider>> {
    let own = named(&desk.profile.matters.routine);
    let deputies: Vec<PersonId> =
        roster.iter().filter(|line| own.contains(&line.post)).map(|line| line.person).collect();
    let asked = Asked { person: director.person, on: day, matter: matter.id, deputies: &deputies };
    let all = entrustments::all(desk)?;
    let covering = all.iter().filter(|one| entrustment::why_not(one, &asked).is_none());
    let found: Vec<MatterDecider> = covering
        .map(|one| MatterDecider {
            entrustment: Some(one.id),
            entrustment_words: words(one),
            ..direct(director)
        })
        .collect();
    if !found.is_empty() {
        return Ok(found);
    }
    // The letter that comes nearest says best what is wrong; without any, there is none.
    let why = all
        .iter()
        .filter(|one| one.grantee == director.person)
        .find_map(|one| entrustment::why_not(one, &asked));
    let why = why.unwrap_or_else(|| format!("没有{}的委托书", desk.profile.group.deputy_title));
    Ok(vec![MatterDecider {
        why_not: Some(format!("{}在{}不能审定：{why}。", director.name, date(day))),
        ..direct(director)
    }])
}

fn words(one: &Entrustment) -> String {
    format!("{}委托（{}至{}）：{}", one.grantor_name, date(one.from), date(one.to), one.words)
}

/// The decider that was named, or why this person does not decide on that day.
pub(super) fn judge(
    desk: &Desk<'_>,
    matter: &Matter,
    person: PersonId,
    entrustment: Option<MatterEntrustmentId>,
    day: NaiveDate,
) -> Result<MatterDecider> {
    let able = on(desk, matter, day)?;
    let article = desk.profile.matters.article;
    let fits = |one: &&MatterDecider| {
        one.person == person && (entrustment.is_none() || one.entrustment == entrustment)
    };
    let Some(one) = able.iter().find(fits) else {
        let name = registry::person(desk, person)?.name;
        let fact = match entrustment {
            Some(_) => format!("这份委托书在{}不能用于这件事项。", date(day)),
            None => format!("{name}在{}不能审定这件事项。", date(day)),
        };
        return Err(Refusal::refused(fact).hint(way(desk.profile, matter.level)).article(article));
    };
    match &one.why_not {
        Some(why) => {
            Err(Refusal::refused(why.clone()).hint("请先登记委托审定书，或由副组长审定。").article(article))
        }
        None => Ok(one.clone()),
    }
}
