//! Puts a meeting's card together: the record, its line of stages, the steps with the reasons why not.
use super::flow::{self, Facts};
use super::kinds::{AgendaDecision, InviteRole, MeetingId, MeetingStage, MinutesStage, Outcome};
use super::minutes::Minutes;
use super::record::{
    Meeting, MeetingAgenda, MeetingCard, MeetingCounts, MeetingDecision, MeetingInvitee, MeetingMinutesBrief,
};
use super::store::{self, events::Reached};
use super::{commands, rules};
use crate::kernel::attachments;
use crate::kernel::desk::Desk;
use crate::kernel::flow::StageDot;
use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::settings;
use crate::registry;

/// Owner kind of a meeting's own files.
pub const OWNER: &str = "meeting";

/// The card of a meeting.
pub fn of(desk: &Desk<'_>, id: MeetingId) -> Result<MeetingCard> {
    let meeting = store::meetings::get(desk, id)?;
    let (agenda, invited) = (store::agenda::all(desk, id)?, store::invitees::all(desk, id)?);
    let minutes = store::minutes::of(desk, id)?;
    let facts = facts(desk, &meeting, &agenda, &invited, &minutes)?;
    let reached = store::events::all(desk, id)?;
    let briefs: Vec<MeetingMinutesBrief> = minutes.iter().map(brief).collect();
    let (void_minutes, mut live): (Vec<_>, Vec<_>) =
        briefs.into_iter().partition(|m| m.stage == MinutesStage::Voided);
    Ok(MeetingCard {
        stages: stages(meeting.stage, &reached),
        allowed: flow::choices(meeting.stage, &facts, desk.profile),
        chair_fault: facts.chair.as_ref().err().map(Refusal::to_string),
        editable: flow::may_be_edited(meeting.stage),
        sign_in_open: flow::sign_in_is_open(meeting.stage),
        counts: counts(&invited),
        absent: absent(&invited),
        notices: store::notices::all(desk, id)?,
        decisions: store::decisions::all(desk, id)?,
        minutes: live.pop(),
        void_minutes,
        attachments: attachments::of(desk, OWNER, id)?,
        events: reached.into_iter().map(|reached| reached.event).collect(),
        agenda,
        invited,
        meeting,
    })
}

/// What the guards look at, read from the store.
pub fn facts(
    desk: &Desk<'_>,
    meeting: &Meeting,
    agenda: &[MeetingAgenda],
    invited: &[MeetingInvitee],
    minutes: &[Minutes],
) -> Result<Facts> {
    let chair = meeting.chair.as_ref().map(|chair| chair.person);
    let said = |decision| agenda.iter().filter(|item| item.decision == decision).count();
    Ok(Facts {
        today: desk.today(),
        day: meeting.planned_at.date(),
        chair: commands::check_chair(desk, meeting)?,
        chair_present: invited
            .iter()
            .any(|one| one.person == chair && chair.is_some() && one.outcome == Outcome::Present),
        place: !meeting.place.is_empty(),
        agenda_pending: said(AgendaDecision::Pending),
        agenda_agreed: said(AgendaDecision::Agreed),
        invited: invited.iter().filter(|one| one.role == InviteRole::Attend).count(),
        outcome_pending: invited.iter().filter(|one| one.outcome == Outcome::Pending).count(),
        minutes_issued: minutes.iter().any(|one| one.stage == MinutesStage::Issued),
    })
}

/// How many stand where.
pub fn counts(invited: &[MeetingInvitee]) -> MeetingCounts {
    let attend = |outcome| {
        invited.iter().filter(|i| i.role == InviteRole::Attend && i.outcome == outcome).count() as u32
    };
    let observe = |i: &&MeetingInvitee| i.role == InviteRole::Observe && i.outcome == Outcome::Present;
    let delegated = |i: &&MeetingInvitee| i.outcome == Outcome::Leave && !i.delegate_name.is_empty();
    MeetingCounts {
        invited: invited.iter().filter(|i| i.role == InviteRole::Attend).count() as u32,
        present: attend(Outcome::Present),
        leave: attend(Outcome::Leave),
        delegates: invited.iter().filter(delegated).count() as u32,
        absent: attend(Outcome::Absent),
        pending: invited.iter().filter(|i| i.outcome == Outcome::Pending).count() as u32,
        observers: invited.iter().filter(observe).count() as u32,
    }
}

fn absent(invited: &[MeetingInvitee]) -> Vec<String> {
    let gone = invited.iter().filter(|one| one.role == InviteRole::Attend && one.outcome == Outcome::Absent);
    gone.map(|one| format!("{}{}", one.unit_short, one.name)).collect()
}

/// Minutes in short.
pub fn brief(minutes: &Minutes) -> MeetingMinutesBrief {
    MeetingMinutesBrief {
        id: minutes.id,
        stage: minutes.stage,
        stage_label: minutes.stage_label.clone(),
        number: minutes.number.clone(),
        title: minutes.title.clone(),
        void_reason: minutes.void_reason.clone(),
    }
}

fn stages(now: MeetingStage, reached: &[Reached]) -> Vec<StageDot> {
    use MeetingStage as S;
    let line: &[S] = match now {
        S::Cancelled => &[S::Planned, S::Cancelled],
        S::Postponed => &[S::Planned, S::Postponed, S::Notified, S::Held, S::Closed],
        _ => &[S::Planned, S::Notified, S::Held, S::Closed],
    };
    let keys: Vec<(&str, &str)> = line.iter().map(|stage| (stage.key(), stage.label())).collect();
    dots(&keys, now.key(), reached)
}

/// A line of stages from what was reached; the last time counts. The end of the line is done, not current.
pub fn dots(line: &[(&str, &str)], now: &str, reached: &[Reached]) -> Vec<StageDot> {
    let at = line.iter().position(|(key, _)| *key == now).unwrap_or(0);
    let dot = |(n, (key, label)): (usize, &(&str, &str))| {
        let event = reached.iter().find(|one| one.step == *key).map(|one| &one.event).filter(|_| n <= at);
        let state = match n.cmp(&at) {
            std::cmp::Ordering::Less => "done",
            std::cmp::Ordering::Equal if at + 1 == line.len() => "done",
            std::cmp::Ordering::Equal => "current",
            std::cmp::Ordering::Greater => "todo",
        };
        StageDot {
            key: (*key).into(),
            label: (*label).into(),
            state: state.into(),
            when: event.map(|event| event.at),
            who: event.map(|event| event.who.clone()).unwrap_or_default(),
        }
    };
    line.iter().enumerate().map(dot).collect()
}

/// Checks units of a decision and names them as of the day: no unit twice, every unit in the register.
pub fn units_of_decision(
    desk: &Desk<'_>,
    lead: registry::UnitId,
    helpers: &[registry::UnitId],
) -> Result<(super::record::MeetingDecisionUnit, Vec<super::record::MeetingDecisionUnit>)> {
    let named = |id: registry::UnitId| {
        registry::unit(desk, id)
            .map(|unit| super::record::MeetingDecisionUnit { unit: unit.id, short: unit.short })
    };
    let lead = named(lead)?;
    let helpers = helpers.iter().map(|id| named(*id)).collect::<Result<Vec<_>>>()?;
    for (at, helper) in helpers.iter().enumerate() {
        if helper.unit == lead.unit || helpers[..at].iter().any(|other| other.unit == helper.unit) {
            return Err(Refusal::refused(format!("{}在这项决定中出现了两次。", helper.short))
                .hint("同一单位只能牵头或配合一次。")
                .article(desk.profile.meetings.decisions_article));
        }
    }
    Ok((lead, helpers))
}

/// Decisions without an item yet.
pub fn untied(decisions: &[MeetingDecision]) -> impl Iterator<Item = &MeetingDecision> {
    decisions.iter().filter(|decision| decision.followup.is_none())
}

/// The months of a year against the monthly duty.
pub fn months(desk: &Desk<'_>, year: i32) -> Result<Vec<commands::MeetingMonth>> {
    let (facts, closed) = (store::months::facts(desk, year)?, store::months::closed(desk, year)?);
    let since = settings::founded_on(desk.tx)?;
    let month = |month: u32| {
        let facts = facts.get(&month).copied().unwrap_or_default();
        let why = closed.get(&month);
        let state = rules::month(
            year,
            month,
            rules::MonthFacts { closed: why.is_some(), ..facts },
            since,
            desk.today(),
        );
        commands::MeetingMonth {
            year,
            month,
            state,
            state_label: state.label().into(),
            held: facts.held,
            planned: facts.planned,
            reason: why.map(|why| why.reason.clone()).unwrap_or_default(),
            closed_by: why.map(|why| why.by.clone()).unwrap_or_default(),
            article: crate::kernel::refusal::article_name(desk.profile.meetings.article),
        }
    };
    Ok((1..=12).map(month).collect())
}
