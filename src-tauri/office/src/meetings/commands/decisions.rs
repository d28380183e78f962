//! Decisions (决定事项, 第十二条) as the meeting took them; the units learn of them when the minutes are signed.
use chrono::{Days, NaiveDate};
use serde::Deserialize;
use ts_rs::TS;

use super::plan::needed;
use crate::kernel::desk::Desk;
use crate::kernel::refusal::{Refusal, Result};
use crate::meetings::kinds::{AgendaId, DecisionId, MeetingId, MeetingStage, MinutesStage};
use crate::meetings::record::{Meeting, MeetingCard};
use crate::meetings::store::decisions::{self as rows, Facts};
use crate::meetings::{card, store};
use crate::registry::UnitId;

/// What was decided.
#[derive(Debug, Deserialize, TS)]
pub struct MeetingDecisionFacts {
    /// Agenda item it belongs to.
    #[serde(default)]
    pub agenda: Option<AgendaId>,
    /// What was decided.
    pub text: String,
    /// The unit that answers for it.
    pub lead: UnitId,
    /// Units that help.
    #[serde(default)]
    pub helpers: Vec<UnitId>,
    /// Last day; so many days after the meeting as the rules say if absent.
    #[serde(default)]
    pub due_on: Option<NaiveDate>,
}

/// A decision to write down.
#[derive(Debug, Deserialize, TS)]
pub struct MeetingDecisionAdd {
    /// Meeting.
    pub meeting: MeetingId,
    /// What was decided.
    #[serde(flatten)]
    pub facts: MeetingDecisionFacts,
}

/// A decision written down anew.
#[derive(Debug, Deserialize, TS)]
pub struct MeetingDecisionEdit {
    /// Decision.
    pub decision: DecisionId,
    /// Version it was seen in.
    pub version: i64,
    /// What was decided.
    #[serde(flatten)]
    pub facts: MeetingDecisionFacts,
}

/// A decision to be taken off.
#[derive(Debug, Deserialize, TS)]
pub struct MeetingDecisionRemove {
    /// Decision.
    pub decision: DecisionId,
    /// Version it was seen in.
    pub version: i64,
}

pub(super) fn add(desk: &Desk<'_>, q: MeetingDecisionAdd) -> Result<MeetingCard> {
    let meeting = deciding(desk, q.meeting)?;
    let text = with_facts(desk, &meeting, &q.facts, |facts| {
        rows::insert(desk, meeting.id, facts)?;
        Ok(facts.text.to_owned())
    })?;
    store::events::note(desk, meeting.id, "登记决定事项", "", &text)?;
    card::of(desk, meeting.id)
}

pub(super) fn edit(desk: &Desk<'_>, q: MeetingDecisionEdit) -> Result<MeetingCard> {
    let (meeting, before) = rows::get(desk, q.decision)?;
    let meeting = deciding(desk, meeting)?;
    let text = with_facts(desk, &meeting, &q.facts, |facts| {
        rows::edit(desk, before.id, q.version, facts)?;
        Ok(format!("{}→{}", before.text, facts.text))
    })?;
    store::events::note(desk, meeting.id, "修改决定事项", "", &text)?;
    card::of(desk, meeting.id)
}

/// Does something with the decision in its one form, its units by their names of today.
fn with_facts<T>(
    desk: &Desk<'_>,
    meeting: &Meeting,
    q: &MeetingDecisionFacts,
    work: impl FnOnce(&Facts<'_>) -> Result<T>,
) -> Result<T> {
    let (lead, helpers) = card::units_of_decision(desk, q.lead, &q.helpers)?;
    work(&Facts {
        agenda: agenda_of(desk, meeting, q.agenda)?,
        text: needed(&q.text, "决定事项")?,
        lead: &lead,
        helpers: &helpers,
        due_on: due(desk, meeting, q.due_on)?,
    })
}

pub(super) fn remove(desk: &Desk<'_>, q: MeetingDecisionRemove) -> Result<MeetingCard> {
    let (meeting, before) = rows::get(desk, q.decision)?;
    let meeting = deciding(desk, meeting)?;
    rows::remove(desk, before.id, q.version)?;
    store::events::note(desk, meeting.id, "撤下决定事项", "", &before.text)?;
    card::of(desk, meeting.id)
}

/// A meeting whose decisions may still be written: held, and its minutes not with the chair or signed.
fn deciding(desk: &Desk<'_>, id: MeetingId) -> Result<Meeting> {
    let meeting = store::meetings::get(desk, id)?;
    let no = |fact: String, hint: &str| {
        Err(Refusal::refused(fact).hint(hint).article(desk.profile.meetings.decisions_article))
    };
    if meeting.stage != MeetingStage::Held {
        let words = format!("{}处于“{}”阶段，不能登记决定事项。", meeting.name, meeting.stage_label);
        return no(words, "决定事项在会议召开后、纪要签发前登记。");
    }
    let minutes = store::minutes::of(desk, id)?;
    let live = minutes.iter().find(|one| one.stage != MinutesStage::Voided);
    match live.map(|one| one.stage) {
        None | Some(MinutesStage::Draft | MinutesStage::Reviewing) => Ok(meeting),
        Some(stage) => {
            no(format!("会议纪要{}，决定事项不能再改。", stage.label()), "须先退回拟稿，或作废后另拟纪要。")
        }
    }
}

fn agenda_of(desk: &Desk<'_>, meeting: &Meeting, agenda: Option<AgendaId>) -> Result<Option<AgendaId>> {
    match agenda {
        Some(id) if store::agenda::get(desk, id)?.0 != meeting.id => Err(Refusal::not_found("议题")),
        other => Ok(other),
    }
}

fn due(desk: &Desk<'_>, meeting: &Meeting, asked: Option<NaiveDate>) -> Result<NaiveDate> {
    let day = meeting.day();
    let due = asked.unwrap_or(day + Days::new(u64::from(desk.profile.decisions.default_due_days)));
    if due < day {
        return Err(Refusal::refused("办理期限早于会议召开之日。")
            .hint("请按会议决定填写期限。")
            .article(desk.profile.decisions.article));
    }
    Ok(due)
}
