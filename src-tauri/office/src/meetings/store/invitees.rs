//! Rows of people invited, with what became of each invitation.
use chrono::NaiveDate;
use rusqlite::{Row, named_params};

use super::{found, one};
use crate::kernel::attachments;
use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;
use crate::meetings::kinds::{InviteRole, InviteeId, MeetingId, Outcome};
use crate::meetings::record::MeetingInvitee;
use crate::registry::{PersonId, UnitId};

/// Owner kind of leave requests.
pub(in crate::meetings) const OWNER: &str = "meeting_invitee";

/// Somebody to be invited.
#[derive(Debug, Clone)]
pub(in crate::meetings) struct Guest {
    pub role: InviteRole,
    pub person: Option<PersonId>,
    pub post: String,
    pub post_label: String,
    pub name: String,
    pub title: String,
    pub unit: Option<UnitId>,
    pub unit_name: String,
    pub unit_short: String,
    pub phone: String,
    pub by_hand: bool,
    pub position: i64,
}

/// Invites somebody.
pub(in crate::meetings) fn insert(desk: &Desk<'_>, meeting: MeetingId, guest: &Guest) -> Result<InviteeId> {
    let id: InviteeId = desk.new_id();
    desk.tx.execute(
        "INSERT INTO meeting_invitee (id, campaign, meeting, position, role, person, post, post_label, name, title, unit,
           unit_name, unit_short, phone, by_hand)
         VALUES (:id, :campaign, :meeting, :position, :role, :person, :post, :post_label, :name, :title, :unit,
           :unit_name, :unit_short, :phone, :by_hand)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":meeting": meeting, ":position": guest.position,
            ":role": guest.role, ":person": guest.person, ":post": guest.post, ":post_label": guest.post_label,
            ":name": guest.name, ":title": guest.title, ":unit": guest.unit, ":unit_name": guest.unit_name,
            ":unit_short": guest.unit_short, ":phone": guest.phone, ":by_hand": guest.by_hand,
        },
    )?;
    Ok(id)
}

/// Brings somebody who stays invited up to the roster of the day.
pub(in crate::meetings) fn refresh(desk: &Desk<'_>, id: InviteeId, guest: &Guest) -> Result<()> {
    one(desk.tx.execute(
        "UPDATE meeting_invitee SET position = :position, post = :post, post_label = :post_label, name = :name,
           title = :title, unit = :unit, unit_name = :unit_name, unit_short = :unit_short, phone = :phone
         WHERE id = :id AND removed_at IS NULL",
        named_params! {
            ":position": guest.position, ":post": guest.post, ":post_label": guest.post_label, ":name": guest.name,
            ":title": guest.title, ":unit": guest.unit, ":unit_name": guest.unit_name,
            ":unit_short": guest.unit_short, ":phone": guest.phone, ":id": id,
        },
    )?)
}

/// Takes an invitation back; the row stays.
pub(in crate::meetings) fn remove(desk: &Desk<'_>, id: InviteeId) -> Result<()> {
    let sql = "UPDATE meeting_invitee SET removed_at = :now, version = version + 1 WHERE id = :id AND removed_at IS NULL";
    one(desk.tx.execute(sql, named_params! {":now": desk.now, ":id": id})?)
}

/// Everything that is recorded of an outcome; what does not belong to it is empty.
#[derive(Debug, Default)]
pub(in crate::meetings) struct Recorded<'a> {
    pub reason: &'a str,
    pub letter: &'a str,
    pub asked_on: Option<NaiveDate>,
    pub consent_on: Option<NaiveDate>,
    pub consent_words: &'a str,
    pub delegate_person: Option<PersonId>,
    pub delegate_name: &'a str,
    pub delegate_title: &'a str,
    pub delegate_unit: Option<UnitId>,
}

/// Records an outcome.
pub(in crate::meetings) fn record(
    desk: &Desk<'_>,
    id: InviteeId,
    version: i64,
    outcome: Outcome,
    more: &Recorded<'_>,
) -> Result<()> {
    one(desk.tx.execute(
        "UPDATE meeting_invitee SET outcome = :outcome, leave_reason = :reason, leave_letter = :letter,
           leave_on = :asked_on, consent_on = :consent_on, consent_words = :consent_words,
           delegate_person = :delegate_person, delegate_name = :delegate_name, delegate_title = :delegate_title,
           delegate_unit = :delegate_unit, version = version + 1
         WHERE id = :id AND version = :version AND removed_at IS NULL",
        named_params! {
            ":outcome": outcome, ":reason": more.reason, ":letter": more.letter, ":asked_on": more.asked_on,
            ":consent_on": more.consent_on, ":consent_words": more.consent_words,
            ":delegate_person": more.delegate_person, ":delegate_name": more.delegate_name,
            ":delegate_title": more.delegate_title, ":delegate_unit": more.delegate_unit, ":id": id,
            ":version": version,
        },
    )?)
}

/// Everybody who has no outcome yet came.
pub(in crate::meetings) fn rest_present(desk: &Desk<'_>, meeting: MeetingId) -> Result<usize> {
    let sql = "UPDATE meeting_invitee SET outcome = 'present', version = version + 1
               WHERE meeting = :meeting AND outcome = 'pending' AND removed_at IS NULL";
    Ok(desk.tx.execute(sql, named_params! {":meeting": meeting})?)
}

/// Outcomes for a day that is no longer the day count no more.
pub(in crate::meetings) fn reset_outcomes(desk: &Desk<'_>, meeting: MeetingId) -> Result<usize> {
    let sql = "UPDATE meeting_invitee SET outcome = 'pending', leave_reason = '', leave_letter = '', leave_on = NULL,
                 consent_on = NULL, consent_words = '', delegate_person = NULL, delegate_name = '', delegate_title = '',
                 delegate_unit = NULL, version = version + 1
               WHERE meeting = :meeting AND outcome <> 'pending' AND removed_at IS NULL";
    Ok(desk.tx.execute(sql, named_params! {":meeting": meeting})?)
}

/// One of the invited and the meeting.
pub(in crate::meetings) fn get(desk: &Desk<'_>, id: InviteeId) -> Result<(MeetingId, MeetingInvitee)> {
    let sql = "SELECT * FROM meeting_invitee WHERE id = :id AND campaign = :campaign AND removed_at IS NULL";
    let given = named_params! {":id": id, ":campaign": desk.campaign.id};
    let (meeting, mut one) =
        found(desk.tx.query_row(sql, given, |row| Ok((row.get("meeting")?, read(row)?))), "参会人员")?;
    one.attachments = attachments::of(desk, OWNER, id)?;
    Ok((meeting, one))
}

/// Everybody invited, attending first, in protocol order.
pub(in crate::meetings) fn all(desk: &Desk<'_>, meeting: MeetingId) -> Result<Vec<MeetingInvitee>> {
    let sql = "SELECT * FROM meeting_invitee WHERE meeting = :meeting AND removed_at IS NULL
               ORDER BY role = 'observe', position, id LIMIT 1000";
    let mut query = desk.tx.prepare_cached(sql)?;
    let mut people: Vec<MeetingInvitee> =
        query.query_map(named_params! {":meeting": meeting}, read)?.collect::<rusqlite::Result<_>>()?;
    for one in people.iter_mut().filter(|one| one.outcome == Outcome::Leave) {
        one.attachments = attachments::of(desk, OWNER, one.id)?;
    }
    Ok(people)
}

/// The place after the last.
pub(in crate::meetings) fn last_position(desk: &Desk<'_>, meeting: MeetingId) -> Result<i64> {
    let sql = "SELECT coalesce(max(position), 0) AS last FROM meeting_invitee WHERE meeting = :meeting AND removed_at IS NULL";
    Ok(desk.tx.query_row(sql, named_params! {":meeting": meeting}, |row| row.get("last"))?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<MeetingInvitee> {
    let (role, outcome): (InviteRole, Outcome) = (row.get("role")?, row.get("outcome")?);
    let delegate: String = row.get("delegate_name")?;
    Ok(MeetingInvitee {
        id: row.get("id")?,
        version: row.get("version")?,
        position: row.get("position")?,
        role,
        role_label: role.label().into(),
        person: row.get("person")?,
        post: row.get("post")?,
        post_label: row.get("post_label")?,
        name: row.get("name")?,
        title: row.get("title")?,
        unit: row.get("unit")?,
        unit_name: row.get("unit_name")?,
        unit_short: row.get("unit_short")?,
        phone: row.get("phone")?,
        by_hand: row.get("by_hand")?,
        outcome,
        outcome_label: match outcome {
            Outcome::Leave if !delegate.is_empty() => format!("请假（{delegate}代）"),
            other => other.label().into(),
        },
        leave_reason: row.get("leave_reason")?,
        leave_letter: row.get("leave_letter")?,
        leave_on: row.get("leave_on")?,
        consent_on: row.get("consent_on")?,
        consent_words: row.get("consent_words")?,
        delegate_name: delegate,
        delegate_title: row.get("delegate_title")?,
        attachments: Vec::new(),
    })
}
