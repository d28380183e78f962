//! What is done about posts: begin (also as a succession), end, correct, void.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::people::{PostRow, row};
use crate::kernel::Desk;
use crate::kernel::refusal::{Refusal, Result};
use crate::registry::person::PersonId;
use crate::registry::post::{Post, PostId, PostKind};
use crate::registry::rules::{self, Held, Span};
use crate::registry::steps::{self, PostStep};
use crate::registry::store::posts::Entry;
use crate::registry::store::{people, posts, units};
use crate::registry::unit::UnitId;

/// The post that is taken over: it ends on the day on which the new one begins.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Succession {
    /// The old post.
    pub post: PostId,
    /// The version it was seen at.
    pub version: i64,
    /// Why it ends (调离, 退休 …).
    #[serde(default)]
    pub reason: String,
}

/// Who holds what, where, from when to when.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PostFacts {
    /// Who.
    pub person: PersonId,
    /// What.
    pub kind: PostKind,
    /// Where; leaders may have none.
    #[serde(default)]
    pub unit: Option<UnitId>,
    /// 职务 as printed; for a new post the person's own if empty.
    #[serde(default)]
    pub title: String,
    /// Protocol order among posts of one kind.
    #[serde(default)]
    pub rank: i64,
    /// First day.
    pub from: NaiveDate,
    /// First day on which it is no longer held, when a post of the past is entered.
    #[serde(default)]
    pub to: Option<NaiveDate>,
}

impl PostFacts {
    fn held(&self, post: Option<PostId>, name: String) -> Held {
        let span = Span { from: self.from, to: self.to };
        Held { post, person: self.person, name, kind: self.kind, unit: self.unit, span }
    }
}

/// A post begins.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PostBegin {
    /// The post.
    #[serde(flatten)]
    pub facts: PostFacts,
    /// The post it takes over.
    #[serde(default)]
    pub succeeds: Option<Succession>,
}

/// Begins a post.
pub fn begin(desk: &Desk<'_>, q: PostBegin) -> Result<PostRow> {
    if let Some(old) = &q.succeeds {
        succeed(desk, old, &q.facts)?;
    }
    let id = start(desk, &q.facts)?;
    Ok(row(desk, posts::get(desk, id)?))
}

fn succeed(desk: &Desk<'_>, old: &Succession, q: &PostFacts) -> Result<()> {
    let before = posts::get(desk, old.post)?;
    let deputies = [PostKind::Deputy, PostKind::ExecutiveDeputy];
    let same_place = before.unit == q.unit || !q.kind.needs_unit();
    let same_kind = before.kind == q.kind || (deputies.contains(&before.kind) && deputies.contains(&q.kind));
    if !(same_kind && same_place) {
        return Err(Refusal::refused(format!(
            "{}任的是{}{}，不是要接任的职务。",
            before.person_name, before.unit_short, before.kind_label
        ))
        .hint("请选择同一单位、同一岗位的任职来接任。"));
    }
    let reason = if old.reason.trim().is_empty() { "由他人接任" } else { old.reason.trim() };
    finish(desk, old.post, old.version, q.from, reason)
}

/// Writes a new post after all rules were asked. Shared with filings.
pub(in crate::registry) fn start(desk: &Desk<'_>, q: &PostFacts) -> Result<PostId> {
    let person = people::get(desk, q.person)?;
    let held = q.held(None, person.name);
    lawful(desk, &held)?;
    let title = if q.title.trim().is_empty() { person.title.as_str() } else { q.title.trim() };
    posts::insert(desk, &Entry { held: &held, title, rank: q.rank })
}

fn lawful(desk: &Desk<'_>, held: &Held) -> Result<()> {
    rules::sensible("任职日期", held.span.from, desk.today())?;
    if let Some(to) = held.span.to {
        rules::sensible("免职日期", to, desk.today())?;
    }
    rules::lasting(held.span)?;
    match held.unit {
        Some(unit) => {
            let short = units::get(desk, unit, held.span.from)?.short;
            rules::at_a_standing_unit(&short, &units::terms(desk, unit)?, held.span)?;
        }
        None if held.kind.needs_unit() => {
            let words = held.kind.words(desk.profile);
            return Err(Refusal::refused(format!("{words}必须属于一个单位。"))
                .hint("请选择单位。")
                .article(desk.profile.contacts.article));
        }
        None => {}
    }
    rules::may_hold(desk.profile, held, &posts::beside(desk, held)?)
}

/// A post ends.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PostEnd {
    /// The post.
    pub post: PostId,
    /// The version it was made on.
    pub version: i64,
    /// From this day on it is no longer held.
    pub on: NaiveDate,
    /// Why (调离, 退休 …); may be empty.
    #[serde(default)]
    pub reason: String,
}

/// Ends a post.
pub fn end(desk: &Desk<'_>, q: PostEnd) -> Result<PostRow> {
    finish(desk, q.post, q.version, q.on, q.reason.trim())?;
    Ok(row(desk, posts::get(desk, q.post)?))
}

/// Ends a post after the rules were asked. Shared with filings.
pub(in crate::registry) fn finish(
    desk: &Desk<'_>,
    id: PostId,
    version: i64,
    on: NaiveDate,
    reason: &str,
) -> Result<()> {
    rules::sensible("免职日期", on, desk.today())?;
    let post = seen(desk, id, version)?;
    let stage = steps::post_stage(post.from, post.to, post.void_reason.is_some(), desk.today());
    steps::post_may(stage, PostStep::End, desk.profile.contacts.article)?;
    rules::lasting(Span { from: post.from, to: Some(on) })?;
    if let Some(to) = post.to.filter(|to| *to < on) {
        return Err(Refusal::refused(format!("{}已定于 {to} 免职，不能改到更晚。", post.person_name))
            .hint("日期登记有误时请用“更正”。"));
    }
    posts::end(desk, id, version, on, reason)
}

/// The post, if it is still as it was seen.
fn seen(desk: &Desk<'_>, id: PostId, version: i64) -> Result<Post> {
    let post = posts::get(desk, id)?;
    if post.version == version { Ok(post) } else { Err(Refusal::stale()) }
}

/// A correction of what was typed; the post was always so.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PostCorrect {
    /// The post.
    pub post: PostId,
    /// The version it was made on.
    pub version: i64,
    /// What it is.
    #[serde(flatten)]
    pub facts: PostFacts,
}

/// Corrects a post.
pub fn correct(desk: &Desk<'_>, q: PostCorrect) -> Result<PostRow> {
    let post = seen(desk, q.post, q.version)?;
    let stage = steps::post_stage(post.from, post.to, post.void_reason.is_some(), desk.today());
    steps::post_may(stage, PostStep::Correct, desk.profile.contacts.article)?;
    let held = q.facts.held(Some(q.post), people::get(desk, q.facts.person)?.name);
    lawful(desk, &held)?;
    let entry = Entry { held: &held, title: q.facts.title.trim(), rank: q.facts.rank };
    posts::update(desk, q.post, q.version, &entry)?;
    Ok(row(desk, posts::get(desk, q.post)?))
}

/// A post was entered by mistake.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PostVoid {
    /// The post.
    pub post: PostId,
    /// The version it was made on.
    pub version: i64,
    /// Why.
    pub reason: String,
}

/// Voids a post; it stays visible with its reason.
pub fn void(desk: &Desk<'_>, q: PostVoid) -> Result<PostRow> {
    let post = seen(desk, q.post, q.version)?;
    let stage = steps::post_stage(post.from, post.to, post.void_reason.is_some(), desk.today());
    steps::post_may(stage, PostStep::Void, desk.profile.contacts.article)?;
    if q.reason.trim().is_empty() {
        return Err(Refusal::refused("作废任职必须写明原因。").hint("如：重复录入、录错单位。"));
    }
    posts::void(desk, q.post, q.version, q.reason.trim())?;
    Ok(row(desk, posts::get(desk, q.post)?))
}
