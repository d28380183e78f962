//! Steps of a matter, recorded from paper with day, words and scan (第七条).
use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

use super::commands::OWNER;
use super::kinds::{MatterEntrustmentId, MatterId, MatterLevel, MatterOutcome, MatterStage, MatterStep};
use super::record::{Matter, MatterCard, MatterDecider, MatterMeeting, MatterMeetingPart, MatterMove};
use super::{card, deciders, flow, store};
use crate::kernel::attachments::{self, Upload};
use crate::kernel::checks::{needed, possible, proof};
use crate::kernel::desk::Desk;
use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::rows::Slice;
use crate::kernel::written::date;
use crate::meetings::{self, AgendaId, DecisionId, MeetingFilter, MeetingId, MeetingStage};
use crate::registry::PersonId;

/// A step with what it needs.
#[derive(Debug, Deserialize, TS)]
pub struct MatterTakeStep {
    /// Matter.
    pub matter: MatterId,
    /// Version it was seen in.
    pub version: i64,
    /// The step.
    pub step: MatterStep,
    /// Day on the paper; today if left out. A meeting has its own day.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// Opinion, result or reason.
    #[serde(default)]
    pub words: String,
    /// Where the paper lies, if there is no scan.
    #[serde(default)]
    pub basis: String,
    /// Scan.
    #[serde(default)]
    pub scan: Option<Upload>,
    /// `decide`, `send_back`: who.
    #[serde(default)]
    pub person: Option<PersonId>,
    /// `decide`: by which entrustment.
    #[serde(default)]
    pub entrustment: Option<MatterEntrustmentId>,
    /// `deliberate`, `decide`: what was said; agreed if left out.
    #[serde(default)]
    pub outcome: Option<MatterOutcome>,
    /// `deliberate`, `defer`: the meeting.
    #[serde(default)]
    pub meeting: Option<MeetingId>,
    /// Its agenda item.
    #[serde(default)]
    pub agenda: Option<AgendaId>,
    /// Its decision.
    #[serde(default)]
    pub decision: Option<DecisionId>,
}

/// Where a meeting dealt with it.
pub(super) struct Met {
    pub meeting: MeetingId,
    pub name: String,
    pub on: NaiveDate,
    pub agenda: Option<AgendaId>,
    pub decision: Option<DecisionId>,
    pub words: String,
}

/// A step as it is written down.
pub(super) struct Taken<'a> {
    pub step: MatterStep,
    pub to: MatterStage,
    pub level: MatterLevel,
    pub on: NaiveDate,
    pub words: &'a str,
    pub basis: &'a str,
    pub outcome: Option<MatterOutcome>,
    pub decided: Option<MatterDecider>,
    pub met: Option<Met>,
}

pub(super) fn take_step(desk: &Desk<'_>, q: MatterTakeStep) -> Result<MatterCard> {
    let (matter, moves) = (store::get(desk, q.matter)?, store::moves(desk, q.matter)?);
    if matter.version != q.version {
        return Err(Refusal::stale());
    }
    let to = flow::next(matter.stage, q.step, &card::facts(desk, &matter, &moves))?;
    let met = matches!(q.step, MatterStep::Deliberate | MatterStep::Defer)
        .then(|| met(desk, &matter, &q))
        .transpose()?;
    let on = match &met {
        Some(met) => met.on,
        None => day(desk, &matter, &moves, q.on)?,
    };
    let words = words(&q)?;
    let says = matches!(q.step, MatterStep::Deliberate | MatterStep::Decide);
    let taken = Taken {
        step: q.step,
        to,
        level: if q.step == MatterStep::Escalate { MatterLevel::Major } else { matter.level },
        on,
        words,
        basis: q.basis.trim(),
        outcome: says.then(|| q.outcome.unwrap_or(MatterOutcome::Agreed)),
        decided: decided(desk, &matter, &q, on)?,
        met,
    };
    store::take(desk, &matter, q.version, &taken)?;
    if q.step == MatterStep::Close {
        let facts = store::Facts { title: &matter.title, text: &matter.text, basis: &matter.basis };
        store::save_text(desk, matter.id, matter.text_version + 1, &facts, words, "办结")?;
        store::count_text(desk, matter.id)?;
    }
    if let Some(scan) = &q.scan {
        attachments::add(desk, OWNER, matter.id, &format!("{}扫描件", q.step.label()), scan)?;
    }
    card::of(desk, matter.id)
}

/// The words that a step needs.
fn words(q: &MatterTakeStep) -> Result<&str> {
    match q.step {
        MatterStep::SendBack => needed(&q.words, "退回的原因"),
        MatterStep::Escalate => needed(&q.words, "提升为重大事项的原因"),
        MatterStep::Withdraw => needed(&q.words, "撤回的原因"),
        MatterStep::Close => needed(&q.words, "办理结果"),
        MatterStep::Defer => needed(&q.words, "缓议的意见"),
        MatterStep::Deliberate => needed(&q.words, "审议意见"),
        MatterStep::Decide => Ok(q.words.trim()),
    }
}

/// The day on the paper: not before the step before, not after today.
fn day(desk: &Desk<'_>, matter: &Matter, moves: &[MatterMove], on: Option<NaiveDate>) -> Result<NaiveDate> {
    let last = moves.last().map_or(matter.raised_on, |last| last.on.max(matter.raised_on));
    let since = moves.last().map_or("提出", |last| last.step.label());
    possible(on.unwrap_or(desk.today()), last, desk.today(), "办理日期", since)
}

/// Who decided or sent it back, as the rules know him on that day, and the paper that proves it.
fn decided(
    desk: &Desk<'_>,
    matter: &Matter,
    q: &MatterTakeStep,
    on: NaiveDate,
) -> Result<Option<MatterDecider>> {
    if !matches!(q.step, MatterStep::Decide | MatterStep::SendBack) {
        return Ok(None);
    }
    let Some(person) = q.person else {
        let hint = deciders::way(desk.profile, matter.level);
        return Err(Refusal::refused("没有选择审定人。").hint(hint).article(desk.profile.matters.article));
    };
    let decider = deciders::judge(desk, matter, person, q.entrustment, on)?;
    proof(q.scan.is_some(), &q.basis, "审定", desk.profile.matters.article)?;
    Ok(Some(decider))
}

/// The meeting that dealt with it: held, of a kind that deliberates, not before the matter was raised.
fn met(desk: &Desk<'_>, matter: &Matter, q: &MatterTakeStep) -> Result<Met> {
    let article = desk.profile.matters.article;
    let Some(id) = q.meeting else {
        return Err(Refusal::refused("没有选择审议的会议。")
            .hint("请选择审议这件事项的联席会议。")
            .article(article));
    };
    let Some(meeting) = meetings_for(desk, matter)?.into_iter().find(|one| one.id == id) else {
        let name = meetings::meeting(desk, id)?.name;
        return Err(Refusal::refused(format!("{name}不能作为审议这件事项的会议。"))
            .hint(format!(
                "审议重大事项的会议须是已经召开的{}，且不早于事项提出之日（{}）。",
                desk.profile.meetings.name,
                date(matter.raised_on)
            ))
            .article(article));
    };
    let part = |list: &[MatterMeetingPart], id: Option<String>, what: &str| match id {
        None => Ok(None),
        Some(id) => match list.iter().find(|one| one.id == id) {
            Some(one) => Ok(Some(format!("{what}：{}", one.label))),
            None => Err(Refusal::refused(format!("所选的{what}不属于{}。", meeting.name))
                .hint(format!("请重新选择{what}。"))),
        },
    };
    let agenda = part(&meeting.agenda, q.agenda.map(|id| id.to_string()), "议题")?;
    let decision = part(&meeting.decisions, q.decision.map(|id| id.to_string()), "决定事项")?;
    Ok(Met {
        meeting: id,
        on: meeting.on,
        agenda: q.agenda,
        decision: q.decision,
        words: [agenda, decision].into_iter().flatten().collect::<Vec<_>>().join("；"),
        name: meeting.name,
    })
}

/// Meetings that may have deliberated on a matter, the newest first.
pub(super) fn meetings_for(desk: &Desk<'_>, matter: &Matter) -> Result<Vec<MatterMeeting>> {
    let filter = MeetingFilter { from: Some(matter.raised_on), ..MeetingFilter::default() };
    let all = meetings::meetings(desk, &filter, Slice { offset: 0, limit: 500 })?;
    let kinds = &desk.profile.matters.major_meetings;
    let fits = |one: &meetings::Meeting| {
        matches!(one.stage, MeetingStage::Held | MeetingStage::Closed)
            && kinds.iter().any(|kind| kind == one.kind.key())
            && one.day() >= matter.raised_on
            && one.day() <= desk.today()
    };
    all.into_iter().filter(fits).map(|one| described(desk, &one)).collect()
}

fn described(desk: &Desk<'_>, one: &meetings::Meeting) -> Result<MatterMeeting> {
    let agenda = meetings::agenda_of(desk, one.id)?;
    let agreed = agenda.into_iter().filter(|item| item.decision == meetings::AgendaDecision::Agreed);
    let decisions = meetings::decisions_of(desk, one.id)?;
    Ok(MatterMeeting {
        id: one.id,
        name: one.name.clone(),
        on: one.day(),
        agenda: agreed.map(|item| MatterMeetingPart { id: item.id.to_string(), label: item.title }).collect(),
        decisions: decisions
            .into_iter()
            .map(|item| MatterMeetingPart { id: item.id.to_string(), label: item.text })
            .collect(),
    })
}
