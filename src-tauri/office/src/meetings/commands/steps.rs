//! Steps of a meeting: notice, postponement, cancellation, holding, closing (第九条, 第十条).
use chrono::{Datelike, NaiveDateTime};
use serde::Deserialize;
use ts_rs::TS;

use super::notices;
use super::people;
use super::plan::needed;
use crate::kernel::desk::Desk;
use crate::kernel::numbering;
use crate::kernel::refusal::{Refusal, Result};
use crate::meetings::kinds::{MeetingId, MeetingStage, MeetingStep, NoticeKind};
use crate::meetings::record::{Meeting, MeetingCard};
use crate::meetings::{card, flow, store, words};

/// A step with what it needs.
#[derive(Debug, Deserialize, TS)]
pub struct MeetingTakeStep {
    /// Meeting.
    pub meeting: MeetingId,
    /// Version it was seen in.
    pub version: i64,
    /// The step.
    pub step: MeetingStep,
    /// Why; needed to postpone, to cancel and to reopen.
    #[serde(default)]
    pub reason: String,
    /// `postpone`: the new time. `hold`: when it began; the planned time if absent.
    #[serde(default)]
    pub at: Option<NaiveDateTime>,
    /// `hold`: when it ended.
    #[serde(default)]
    pub ended_at: Option<NaiveDateTime>,
    /// `postpone`: the new place; the old one if empty.
    #[serde(default)]
    pub place: String,
    /// `notify`, `cancel`: text of the notice; the drafted one if empty.
    #[serde(default)]
    pub text: String,
}

pub(super) fn take_step(desk: &Desk<'_>, q: MeetingTakeStep) -> Result<MeetingCard> {
    let mut meeting = store::meetings::get(desk, q.meeting)?;
    if q.step == MeetingStep::Notify && flow::may_be_edited(meeting.stage) {
        // The roster of the day of the meeting is frozen with the notice (第八条).
        people::bring_up_to_date(desk, &meeting)?;
    }
    if let (MeetingStep::Hold, Some(at)) = (q.step, q.at) {
        if at.date() != meeting.planned_at.date() {
            return Err(
                Refusal::refused("召开日期与通知的日期不同。").hint("日期有变动的，请先办理延期并重新通知。")
            );
        }
        meeting.planned_at = at;
    }
    let to = next(desk, &meeting, q.step)?;
    match q.step {
        MeetingStep::Notify => notify(desk, &meeting, &q, to),
        MeetingStep::Postpone => postpone(desk, &meeting, &q, to),
        MeetingStep::Cancel => cancel(desk, &meeting, &q, to),
        MeetingStep::Hold => hold(desk, &meeting, &q, to),
        MeetingStep::Close => done(desk, &meeting, &q, to, "", "会议各项工作办结"),
        MeetingStep::Reopen => done(desk, &meeting, &q, to, "", needed(&q.reason, "重新办理的原因")?),
    }?;
    card::of(desk, meeting.id)
}

fn next(desk: &Desk<'_>, meeting: &Meeting, step: MeetingStep) -> Result<MeetingStage> {
    let (agenda, invited) = (store::agenda::all(desk, meeting.id)?, store::invitees::all(desk, meeting.id)?);
    let facts = card::facts(desk, meeting, &agenda, &invited, &store::minutes::of(desk, meeting.id)?)?;
    flow::next(meeting.stage, step, &facts, desk.profile)
}

fn done(
    desk: &Desk<'_>,
    meeting: &Meeting,
    q: &MeetingTakeStep,
    to: MeetingStage,
    reason: &str,
    words: &str,
) -> Result<()> {
    store::meetings::move_stage(desk, meeting, q.version, to, reason)?;
    store::events::note(desk, meeting.id, q.step.label(), to.key(), words)
}

fn notify(desk: &Desk<'_>, meeting: &Meeting, q: &MeetingTakeStep, to: MeetingStage) -> Result<()> {
    if meeting.running.is_none() {
        let series = format!("meeting_{}", meeting.kind.key());
        let given = numbering::next(desk, &series, meeting.planned_at.year(), "第{n}次", meeting.id)?;
        store::meetings::give_running(desk, meeting.id, &given)?;
    }
    let numbered = store::meetings::get(desk, meeting.id)?;
    let kind = if meeting.stage == MeetingStage::Postponed { NoticeKind::Again } else { NoticeKind::First };
    let number = notices::issue(desk, &numbered, kind, q.text.trim())?;
    done(desk, meeting, q, to, "", &number)
}

fn postpone(desk: &Desk<'_>, meeting: &Meeting, q: &MeetingTakeStep, to: MeetingStage) -> Result<()> {
    let reason = needed(&q.reason, "延期原因")?;
    let at =
        q.at.ok_or_else(|| Refusal::refused("没有填写延期后的会议时间。").hint("请填写新的时间后再办理。"))?;
    if at == meeting.planned_at {
        return Err(Refusal::refused("延期后的时间与原定时间相同。").hint("请填写新的时间。"));
    }
    if at.date() < desk.today() {
        return Err(Refusal::refused("延期后的会议时间已经过去。").hint("请填写今天或以后的时间。"));
    }
    let place = if q.place.trim().is_empty() { &meeting.place } else { q.place.trim() };
    done(
        desk,
        meeting,
        q,
        to,
        reason,
        &format!(
            "原定{}，改为{}。原因：{reason}",
            words::date_time(meeting.planned_at),
            words::date_time(at)
        ),
    )?;
    store::meetings::set_day(desk, meeting.id, at, place)?;
    store::invitees::reset_outcomes(desk, meeting.id)?;
    people::bring_up_to_date(desk, &store::meetings::get(desk, meeting.id)?)
}

fn cancel(desk: &Desk<'_>, meeting: &Meeting, q: &MeetingTakeStep, to: MeetingStage) -> Result<()> {
    let reason = needed(&q.reason, "取消原因")?;
    if let Some(number) = store::meetings::running_id(desk, meeting.id)? {
        // Whoever was notified is told; the number that was made known is voided, never given again.
        numbering::void(desk, number, reason)?;
        notices::issue(
            desk,
            &Meeting { reason: reason.into(), ..meeting.clone() },
            NoticeKind::Cancelled,
            q.text.trim(),
        )?;
    }
    done(desk, meeting, q, to, reason, reason)
}

fn hold(desk: &Desk<'_>, meeting: &Meeting, q: &MeetingTakeStep, to: MeetingStage) -> Result<()> {
    let began = meeting.planned_at;
    if q.ended_at.is_some_and(|ended| ended < began || ended.date() > desk.today()) {
        return Err(
            Refusal::refused("会议结束时间不对：不能早于开始时间，也不能晚于今天。").hint("请核对后再登记。")
        );
    }
    store::meetings::set_held(desk, meeting.id, began, q.ended_at)?;
    let counts = card::counts(&store::invitees::all(desk, meeting.id)?);
    let words = format!(
        "应到{}人，到会{}人，请假{}人，缺席{}人",
        counts.invited, counts.present, counts.leave, counts.absent
    );
    done(desk, meeting, q, to, "", &words)
}
