//! Planning: which meetings there are, a new one, its arrangements, its chair (第八条, 第九条).
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::people;
use crate::kernel::attachments::{self, Upload};
use crate::kernel::desk::Desk;
use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::rows::{Order, Rows, Slice};
use crate::meetings::kinds::{MeetingId, MeetingKind, MeetingStage};
use crate::meetings::record::{Meeting, MeetingCard, MeetingChair};
use crate::meetings::store::{self, meetings::Facts};
use crate::meetings::{card, flow, rules, words};
use crate::registry::{self, PersonId, PostKind};

/// Which meetings are wanted.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct MeetingFilter {
    /// Only this year.
    pub year: Option<i32>,
    /// Only this kind.
    pub kind: Option<MeetingKind>,
    /// Only this stage.
    pub stage: Option<MeetingStage>,
    /// From this day on.
    pub from: Option<NaiveDate>,
    /// Up to this day.
    pub to: Option<NaiveDate>,
    /// Words in theme, place or chair.
    pub words: String,
    /// Which part of the list.
    pub slice: Slice,
    /// In which order; the newest first if left out.
    pub order: Option<Order>,
}

/// Which meeting.
#[derive(Debug, Deserialize, TS)]
pub struct MeetingAsked {
    /// Its id.
    pub meeting: MeetingId,
}

/// What is arranged for a meeting.
#[derive(Debug, Deserialize, TS)]
pub struct MeetingFacts {
    /// Theme.
    pub title: String,
    /// When.
    pub planned_at: NaiveDateTime,
    /// Where.
    #[serde(default)]
    pub place: String,
    /// Who convenes; the chair if empty.
    #[serde(default)]
    pub convener: String,
    /// Whom to call about it.
    #[serde(default)]
    pub contact: String,
    /// Telephone of the contact.
    #[serde(default)]
    pub contact_phone: String,
    /// What is asked of those who come.
    #[serde(default)]
    pub demands: String,
}

/// A meeting to be prepared.
#[derive(Debug, Deserialize, TS)]
pub struct MeetingPlan {
    /// Kind.
    pub kind: MeetingKind,
    /// Its arrangements.
    #[serde(flatten)]
    pub facts: MeetingFacts,
}

/// New arrangements of a meeting.
#[derive(Debug, Deserialize, TS)]
pub struct MeetingEdit {
    /// Meeting.
    pub meeting: MeetingId,
    /// Version it was seen in.
    pub version: i64,
    /// Its arrangements now.
    #[serde(flatten)]
    pub facts: MeetingFacts,
}

/// Who is to chair.
#[derive(Debug, Deserialize, TS)]
pub struct MeetingChairSet {
    /// Meeting.
    pub meeting: MeetingId,
    /// Version it was seen in.
    pub version: i64,
    /// The chair.
    pub person: PersonId,
    /// Day of the leader's entrustment; needed for the executive deputy.
    #[serde(default)]
    pub entrusted_on: Option<NaiveDate>,
    /// What it rests on: letter, note, instruction.
    #[serde(default)]
    pub entrusted_by: String,
    /// Scan of it.
    #[serde(default)]
    pub scan: Option<Upload>,
}

/// On which day.
#[derive(Debug, Deserialize, TS)]
pub struct MeetingDay {
    /// Day.
    pub on: NaiveDate,
}

/// Somebody who may chair on a day.
#[derive(Debug, Serialize, TS)]
pub struct MeetingChairChoice {
    /// Person.
    pub person: PersonId,
    /// Name.
    pub name: String,
    /// 职务.
    pub title: String,
    /// Post in the group.
    pub post_label: String,
    /// Whether the leader's entrustment must be on record.
    pub needs_entrustment: bool,
}

/// A file for a meeting.
#[derive(Debug, Deserialize, TS)]
pub struct MeetingAttach {
    /// Meeting.
    pub meeting: MeetingId,
    /// What it is, in Chinese.
    pub purpose: String,
    /// The file.
    pub file: Upload,
}

pub(super) fn list(desk: &Desk<'_>, q: MeetingFilter) -> Result<Rows<Meeting>> {
    let (rows, total) = store::meetings::list(desk, &q, q.slice)?;
    Ok(Rows { rows, total })
}

pub(super) fn open(desk: &Desk<'_>, q: MeetingAsked) -> Result<MeetingCard> {
    card::of(desk, q.meeting)
}

pub(super) fn plan(desk: &Desk<'_>, q: MeetingPlan) -> Result<MeetingCard> {
    let id: MeetingId = desk.new_id();
    let facts = tidy(desk, &q.facts)?;
    store::meetings::insert(desk, id, q.kind, &facts)?;
    store::events::note(desk, id, "筹备会议", MeetingStage::Planned.key(), facts.title)?;
    people::bring_up_to_date(desk, &store::meetings::get(desk, id)?)?;
    card::of(desk, id)
}

pub(super) fn edit(desk: &Desk<'_>, q: MeetingEdit) -> Result<MeetingCard> {
    let meeting = editable(desk, q.meeting)?;
    let facts = tidy(desk, &q.facts)?;
    store::meetings::edit(desk, meeting.id, q.version, &facts)?;
    let what = format!("{}，{}", words::date_time(facts.planned_at), facts.place);
    store::events::note(desk, meeting.id, "修改会议安排", "", &what)?;
    if facts.planned_at.date() != meeting.planned_at.date() {
        people::bring_up_to_date(desk, &store::meetings::get(desk, meeting.id)?)?;
    }
    card::of(desk, meeting.id)
}

fn tidy<'a>(desk: &Desk<'_>, q: &'a MeetingFacts) -> Result<Facts<'a>> {
    Ok(Facts {
        title: needed(&q.title, "会议主题")?,
        planned_at: q.planned_at,
        place: q.place.trim(),
        convener: convener(desk, &q.convener, q.planned_at.date())?,
        contact: q.contact.trim(),
        contact_phone: q.contact_phone.trim(),
        demands: q.demands.trim(),
    })
}

/// The convener by name: one of those who may convene and chair on the day, or nobody yet (第九条).
fn convener<'a>(desk: &Desk<'_>, name: &'a str, day: NaiveDate) -> Result<&'a str> {
    let name = name.trim();
    if name.is_empty()
        || chair_choices(desk, MeetingDay { on: day })?.iter().any(|choice| choice.name == name)
    {
        return Ok(name);
    }
    let group = &desk.profile.group;
    Err(Refusal::refused(format!(
        "{name}当日不是{}或{}，不能召集联席会议。",
        group.leader_title, group.executive_title
    ))
    .hint("召集人可以不填，不填即为主持人。")
    .article(desk.profile.meetings.article))
}

pub(super) fn chair_choices(desk: &Desk<'_>, q: MeetingDay) -> Result<Vec<MeetingChairChoice>> {
    let may = |post: PostKind| desk.profile.meetings.chair.iter().any(|key| key == post.key());
    let roster = registry::roster_on(desk, q.on)?;
    let choices = roster.into_iter().filter(|line| may(line.post)).map(|line| MeetingChairChoice {
        person: line.person,
        needs_entrustment: line.post != PostKind::Leader,
        name: line.name,
        title: line.title,
        post_label: line.post_label,
    });
    Ok(choices.collect())
}

pub(super) fn chair_set(desk: &Desk<'_>, q: MeetingChairSet) -> Result<MeetingCard> {
    let meeting = editable(desk, q.meeting)?;
    if let Some(scan) = &q.scan {
        attachments::add(desk, card::OWNER, meeting.id, "委托主持材料", scan)?;
    }
    let basis = match q.entrusted_by.trim() {
        "" if q.scan.is_some() => "委托材料扫描件",
        words => words,
    };
    let chair = fit_chair(desk, &meeting, &q, basis)?;
    let other = meeting.chair.as_ref().is_some_and(|before| before.person != chair.person);
    store::meetings::set_chair(desk, meeting.id, q.version, &chair)?;
    if other && store::agenda::reset_decisions(desk, meeting.id)? > 0 {
        store::events::note(
            desk,
            meeting.id,
            "主持人更换",
            "",
            "原审定意见不再有效，议题须由新的主持人审定",
        )?;
    }
    store::events::note(desk, meeting.id, "确定主持人", "", &format!("{}{}", chair.post_label, chair.name))?;
    people::bring_up_to_date(desk, &store::meetings::get(desk, meeting.id)?)?;
    card::of(desk, meeting.id)
}

fn fit_chair(desk: &Desk<'_>, meeting: &Meeting, q: &MeetingChairSet, basis: &str) -> Result<MeetingChair> {
    let day = meeting.planned_at.date();
    let roster = registry::roster_on(desk, day)?;
    let held: Vec<_> = roster.iter().filter(|line| line.person == q.person).collect();
    let posts: Vec<PostKind> = held.iter().map(|line| line.post).collect();
    let name = registry::person(desk, q.person)?.name;
    let entrusted = q.entrusted_on.filter(|_| !basis.is_empty());
    rules::chair(&posts, &name, entrusted, day, desk.profile)?;
    let line = held.first().ok_or_else(|| Refusal::not_found("人员"))?;
    let leader = line.post == PostKind::Leader;
    Ok(MeetingChair {
        person: q.person,
        name,
        title: line.title.clone(),
        post: line.post.key().into(),
        post_label: line.post_label.clone(),
        entrusted_on: entrusted.filter(|_| !leader),
        entrusted_by: if leader { String::new() } else { basis.into() },
    })
}

/// What the chair rule says on the day of the meeting: somebody may have been relieved since.
pub(in crate::meetings) fn check_chair(desk: &Desk<'_>, meeting: &Meeting) -> Result<Result<()>> {
    let Some(chair) = &meeting.chair else {
        return Ok(Err(Refusal::refused("还没有确定主持人。")
            .hint("请先确定主持人。")
            .article(desk.profile.meetings.article)));
    };
    let roster = registry::roster_on(desk, meeting.day())?;
    let posts: Vec<PostKind> =
        roster.iter().filter(|line| line.person == chair.person).map(|line| line.post).collect();
    Ok(rules::chair(&posts, &chair.name, chair.entrusted_on, meeting.day(), desk.profile))
}

pub(super) fn attach(desk: &Desk<'_>, q: MeetingAttach) -> Result<MeetingCard> {
    let meeting = store::meetings::get(desk, q.meeting)?;
    attachments::add(desk, card::OWNER, meeting.id, needed(&q.purpose, "附件说明")?, &q.file)?;
    store::events::note(desk, meeting.id, "添加附件", "", q.file.name.trim())?;
    card::of(desk, meeting.id)
}

/// A meeting that may still be arranged, or why it may not.
pub(super) fn editable(desk: &Desk<'_>, id: MeetingId) -> Result<Meeting> {
    let meeting = store::meetings::get(desk, id)?;
    if flow::may_be_edited(meeting.stage) {
        return Ok(meeting);
    }
    let hint = match meeting.stage {
        MeetingStage::Notified => "通知已经发出；需要改动的，请先办理延期，再重新通知。",
        _ => "会议的安排不能再改。",
    };
    Err(Refusal::refused(format!("{}处于“{}”阶段，不能修改安排。", meeting.name, meeting.stage_label))
        .hint(hint))
}

/// Words that must be there.
pub(super) fn needed<'a>(words: &'a str, what: &str) -> Result<&'a str> {
    match words.trim() {
        "" => Err(Refusal::refused(format!("没有填写{what}。")).hint(format!("请填写{what}后再提交。"))),
        words => Ok(words),
    }
}
