//! Rows of decisions and of the units they bind.
use chrono::NaiveDate;
use rusqlite::{Row, named_params};

use super::{found, one};
use crate::followup::{self, FollowupId};
use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;
use crate::meetings::kinds::{AgendaId, DecisionId, MeetingId};
use crate::meetings::record::{MeetingDecision, MeetingDecisionUnit};

/// What is entered of a decision.
pub(in crate::meetings) struct Facts<'a> {
    pub agenda: Option<AgendaId>,
    pub text: &'a str,
    pub lead: &'a MeetingDecisionUnit,
    pub helpers: &'a [MeetingDecisionUnit],
    pub due_on: NaiveDate,
}

/// Writes a decision down at the end.
pub(in crate::meetings) fn insert(
    desk: &Desk<'_>,
    meeting: MeetingId,
    facts: &Facts<'_>,
) -> Result<DecisionId> {
    let id: DecisionId = desk.new_id();
    desk.tx.execute(
        "INSERT INTO meeting_decision (id, campaign, meeting, agenda, position, text, lead, lead_short, due_on)
         VALUES (:id, :campaign, :meeting, :agenda,
           (SELECT coalesce(max(position), 0) + 1 FROM meeting_decision WHERE meeting = :meeting AND removed_at IS NULL),
           :text, :lead, :short, :due)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":meeting": meeting, ":agenda": facts.agenda,
            ":text": facts.text, ":lead": facts.lead.unit, ":short": facts.lead.short, ":due": facts.due_on,
        },
    )?;
    set_helpers(desk, id, facts.helpers)?;
    Ok(id)
}

/// Changes a decision that is not with its units yet.
pub(in crate::meetings) fn edit(
    desk: &Desk<'_>,
    id: DecisionId,
    version: i64,
    facts: &Facts<'_>,
) -> Result<()> {
    one(desk.tx.execute(
        "UPDATE meeting_decision SET agenda = :agenda, text = :text, lead = :lead, lead_short = :short, due_on = :due,
           version = version + 1
         WHERE id = :id AND version = :version AND removed_at IS NULL AND followup IS NULL",
        named_params! {
            ":agenda": facts.agenda, ":text": facts.text, ":lead": facts.lead.unit, ":short": facts.lead.short,
            ":due": facts.due_on, ":id": id, ":version": version,
        },
    )?)?;
    desk.tx.execute("DELETE FROM meeting_decision_unit WHERE decision = :id", named_params! {":id": id})?;
    set_helpers(desk, id, facts.helpers)
}

/// Takes a decision off; the row stays.
pub(in crate::meetings) fn remove(desk: &Desk<'_>, id: DecisionId, version: i64) -> Result<()> {
    let sql = "UPDATE meeting_decision SET removed_at = :now, version = version + 1
               WHERE id = :id AND version = :version AND removed_at IS NULL AND followup IS NULL";
    one(desk.tx.execute(sql, named_params! {":now": desk.now, ":id": id, ":version": version})?)
}

/// Ties a decision to its item, or unties it when the minutes were made void.
pub(in crate::meetings) fn tie(desk: &Desk<'_>, id: DecisionId, item: Option<FollowupId>) -> Result<()> {
    let sql = "UPDATE meeting_decision SET followup = :item, version = version + 1 WHERE id = :id";
    one(desk.tx.execute(sql, named_params! {":item": item, ":id": id})?)
}

/// One decision and its meeting.
pub(in crate::meetings) fn get(desk: &Desk<'_>, id: DecisionId) -> Result<(MeetingId, MeetingDecision)> {
    let sql = "SELECT * FROM meeting_decision WHERE id = :id AND campaign = :campaign AND removed_at IS NULL";
    let given = named_params! {":id": id, ":campaign": desk.campaign.id};
    let (meeting, one) =
        found(desk.tx.query_row(sql, given, |row| Ok((row.get("meeting")?, read(row)?))), "决定事项")?;
    Ok((meeting, whole(desk, one)?))
}

/// Decisions in order.
pub(in crate::meetings) fn all(desk: &Desk<'_>, meeting: MeetingId) -> Result<Vec<MeetingDecision>> {
    let sql = "SELECT * FROM meeting_decision WHERE meeting = :meeting AND removed_at IS NULL ORDER BY position, id LIMIT 500";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows: Vec<MeetingDecision> =
        query.query_map(named_params! {":meeting": meeting}, read)?.collect::<rusqlite::Result<_>>()?;
    rows.into_iter().map(|one| whole(desk, one)).collect()
}

fn set_helpers(desk: &Desk<'_>, id: DecisionId, helpers: &[MeetingDecisionUnit]) -> Result<()> {
    for (at, helper) in helpers.iter().enumerate() {
        desk.tx.execute(
            "INSERT INTO meeting_decision_unit (campaign, decision, position, unit, unit_short)
             VALUES (:campaign, :decision, :position, :unit, :short)",
            named_params! {
                ":campaign": desk.campaign.id, ":decision": id, ":position": at as i64 + 1, ":unit": helper.unit,
                ":short": helper.short,
            },
        )?;
    }
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<MeetingDecision> {
    Ok(MeetingDecision {
        id: row.get("id")?,
        version: row.get("version")?,
        position: row.get("position")?,
        agenda: row.get("agenda")?,
        text: row.get("text")?,
        lead: MeetingDecisionUnit { unit: row.get("lead")?, short: row.get("lead_short")? },
        helpers: Vec::new(),
        due_on: row.get("due_on")?,
        followup: row.get("followup")?,
        item: None,
    })
}

fn whole(desk: &Desk<'_>, mut decision: MeetingDecision) -> Result<MeetingDecision> {
    let sql =
        "SELECT unit, unit_short FROM meeting_decision_unit WHERE decision = :id ORDER BY position LIMIT 200";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":id": decision.id}, |row| {
        Ok(MeetingDecisionUnit { unit: row.get("unit")?, short: row.get("unit_short")? })
    })?;
    decision.helpers = rows.collect::<rusqlite::Result<_>>()?;
    decision.item = decision.followup.map(|item| followup::item(desk, item)).transpose()?;
    Ok(decision)
}
