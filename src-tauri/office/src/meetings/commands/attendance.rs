//! Attendance (第十条): who came, who is on leave with whom instead, who stayed away without leave.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::people::MeetingInviteRefresh;
use crate::kernel::attachments::{self, Upload};
use crate::kernel::desk::Desk;
use crate::kernel::people_words::tidy_name;
use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::rows::Slice;
use crate::meetings::commands::MeetingFilter;
use crate::meetings::kinds::{InviteRole, InviteeId, MeetingId, MeetingStage, Outcome};
use crate::meetings::record::{Meeting, MeetingCard, MeetingInvitee};
use crate::meetings::store::invitees::{self as rows, Recorded};
use crate::meetings::{card, flow, rules, store};
use crate::registry::{self, PersonId, UnitId};

/// Whether somebody came.
#[derive(Debug, Deserialize, TS)]
pub struct MeetingAttendanceRecord {
    /// Invitee.
    pub invitee: InviteeId,
    /// Version it was seen in.
    pub version: i64,
    /// 到会, 缺席, or 未登记 to take it back; leave has its own command.
    pub outcome: Outcome,
}

/// A leave with everything the rules want.
#[derive(Debug, Deserialize, TS)]
pub struct MeetingLeaveRecord {
    /// Invitee.
    pub invitee: InviteeId,
    /// Version it was seen in.
    pub version: i64,
    /// Why.
    pub reason: String,
    /// Number of the written request; may be empty if a scan is given.
    #[serde(default)]
    pub letter: String,
    /// Scan of the written request.
    #[serde(default)]
    pub scan: Option<Upload>,
    /// Day of the request.
    #[serde(default)]
    pub asked_on: Option<NaiveDate>,
    /// Day of the chair's consent.
    #[serde(default)]
    pub consent_on: Option<NaiveDate>,
    /// The chair's words.
    #[serde(default)]
    pub consent_words: String,
    /// Delegate in the register.
    #[serde(default)]
    pub delegate: Option<PersonId>,
    /// Delegate's name, if not in the register.
    #[serde(default)]
    pub delegate_name: String,
    /// Delegate's 职务.
    #[serde(default)]
    pub delegate_title: String,
    /// Delegate's unit.
    #[serde(default)]
    pub delegate_unit: Option<UnitId>,
}

/// A span of days.
#[derive(Debug, Deserialize, TS)]
pub struct MeetingSpan {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
}

/// Somebody absent without leave, for the assessment.
#[derive(Debug, Serialize, TS)]
pub struct MeetingAbsence {
    /// Meeting.
    pub meeting: MeetingId,
    /// How it is called.
    pub meeting_name: String,
    /// Day.
    pub on: NaiveDate,
    /// Unit.
    pub unit: Option<UnitId>,
    /// Its short name.
    pub unit_short: String,
    /// Name.
    pub name: String,
    /// 职务.
    pub title: String,
}

/// A meeting whose sign-in is open, or why it is not.
fn signing_in(desk: &Desk<'_>, id: MeetingId) -> Result<Meeting> {
    let meeting = store::meetings::get(desk, id)?;
    if flow::sign_in_is_open(meeting.stage) {
        return Ok(meeting);
    }
    let hint = match meeting.stage {
        MeetingStage::Planned | MeetingStage::Postponed => "请先发出会议通知。",
        _ => "会议登记召开后签到即截止，不能再改。",
    };
    Err(Refusal::refused(format!("{}处于“{}”阶段，不能登记签到和请假。", meeting.name, meeting.stage_label))
        .hint(hint)
        .article(desk.profile.meetings.leave_article))
}

fn on_the_day(desk: &Desk<'_>, meeting: &Meeting) -> Result<()> {
    if desk.today() >= meeting.planned_at.date() {
        return Ok(());
    }
    Err(Refusal::refused("还没有到会议日期，不能登记到会或缺席。")
        .hint("请在会议当天登记；请假可以提前登记。"))
}

pub(super) fn attendance(desk: &Desk<'_>, q: MeetingAttendanceRecord) -> Result<MeetingCard> {
    let (meeting, one) = rows::get(desk, q.invitee)?;
    let meeting = signing_in(desk, meeting)?;
    match q.outcome {
        Outcome::Leave => {
            return Err(Refusal::refused("请假须书面提出、经主持人同意并委托他人，不能直接登记。")
                .hint("请使用“登记请假”。")
                .article(desk.profile.meetings.leave_article));
        }
        Outcome::Present | Outcome::Absent => on_the_day(desk, &meeting)?,
        Outcome::Pending => {}
    }
    rows::record(desk, one.id, q.version, q.outcome, &Recorded::default())?;
    if one.outcome != Outcome::Pending {
        let words = format!("{}{}：{}→{}", one.unit_short, one.name, one.outcome_label, q.outcome.label());
        store::events::note(desk, meeting.id, "更正签到", "", &words)?;
    }
    card::of(desk, meeting.id)
}

pub(super) fn rest_present(desk: &Desk<'_>, q: MeetingInviteRefresh) -> Result<MeetingCard> {
    let meeting = signing_in(desk, q.meeting)?;
    on_the_day(desk, &meeting)?;
    let count = rows::rest_present(desk, meeting.id)?;
    store::events::note(desk, meeting.id, "签到", "", &format!("其余{count}人登记到会"))?;
    card::of(desk, meeting.id)
}

pub(super) fn leave(desk: &Desk<'_>, q: MeetingLeaveRecord) -> Result<MeetingCard> {
    let (meeting, one) = rows::get(desk, q.invitee)?;
    let meeting = signing_in(desk, meeting)?;
    let delegate = delegate_of(desk, &meeting, &one, &q)?;
    let asked = rules::LeaveAsked {
        unit: one.unit,
        reason: &q.reason,
        written: !q.letter.trim().is_empty() || q.scan.is_some(),
        consent_on: q.consent_on,
        delegate: &delegate.name,
        delegate_title: &delegate.title,
        delegate_unit: delegate.unit,
        name: &one.name,
    };
    rules::leave(&asked, desk.profile)?;
    if q.consent_on.is_some_and(|on| on > desk.today()) {
        return Err(Refusal::refused("主持人同意的日期晚于今天。").hint("请按请假条上的日期填写。"));
    }
    if let Some(scan) = &q.scan {
        attachments::add(desk, rows::OWNER, one.id, "请假条", scan)?;
    }
    let more = Recorded {
        reason: q.reason.trim(),
        letter: q.letter.trim(),
        asked_on: q.asked_on,
        consent_on: q.consent_on,
        consent_words: q.consent_words.trim(),
        delegate_person: q.delegate,
        delegate_name: &delegate.name,
        delegate_title: &delegate.title,
        delegate_unit: delegate.unit,
    };
    rows::record(desk, one.id, q.version, Outcome::Leave, &more)?;
    let words = format!("{}{}：{}；委托{}", one.unit_short, one.name, q.reason.trim(), delegate.name);
    store::events::note(desk, meeting.id, "登记请假", "", &words)?;
    card::of(desk, meeting.id)
}

struct Delegate {
    name: String,
    title: String,
    unit: Option<UnitId>,
}

/// The delegate: from the register, where the posts of the day tell the unit, or by name with the unit as stated.
fn delegate_of(
    desk: &Desk<'_>,
    meeting: &Meeting,
    one: &MeetingInvitee,
    q: &MeetingLeaveRecord,
) -> Result<Delegate> {
    let Some(person) = q.delegate else {
        return Ok(Delegate {
            name: tidy_name(&q.delegate_name),
            title: q.delegate_title.trim().into(),
            unit: q.delegate_unit,
        });
    };
    let known = registry::person(desk, person)?;
    let day = meeting.planned_at.date();
    let here =
        one.unit.map(|unit| registry::people_of_unit_on(desk, unit, day)).transpose()?.unwrap_or_default();
    let post = here.iter().find(|line| line.person == person);
    let title = match (q.delegate_title.trim(), post) {
        ("", Some(post)) if !post.title.is_empty() => post.title.clone(),
        ("", _) => known.title,
        (stated, _) => stated.into(),
    };
    // Without a post at the unit on that day the delegate belongs elsewhere, whatever was stated.
    Ok(Delegate { name: known.name, title, unit: post.and(one.unit) })
}

pub(super) fn absences(desk: &Desk<'_>, q: MeetingSpan) -> Result<Vec<MeetingAbsence>> {
    let filter = MeetingFilter { from: Some(q.from), to: Some(q.to), ..MeetingFilter::default() };
    let (meetings, _) = store::meetings::list(desk, &filter, Slice { offset: 0, limit: 500 })?;
    let mut absences = Vec::new();
    let over = |meeting: &&Meeting| matches!(meeting.stage, MeetingStage::Held | MeetingStage::Closed);
    for meeting in meetings.iter().rev().filter(over) {
        let people = rows::all(desk, meeting.id)?;
        let gone =
            people.into_iter().filter(|one| one.role == InviteRole::Attend && one.outcome == Outcome::Absent);
        absences.extend(gone.map(|one| MeetingAbsence {
            meeting: meeting.id,
            meeting_name: meeting.name.clone(),
            on: meeting.day(),
            unit: one.unit,
            unit_short: one.unit_short,
            name: one.name,
            title: one.title,
        }));
    }
    Ok(absences)
}
