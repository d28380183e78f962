//! Rows of agenda items.
use chrono::NaiveDate;
use rusqlite::{Row, named_params};

use super::{found, one};
use crate::kernel::attachments;
use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;
use crate::meetings::kinds::{AgendaDecision, AgendaId, MeetingId, Proposer};
use crate::meetings::record::MeetingAgenda;
use crate::meetings::rules;
use crate::registry::UnitId;

/// Owner kind of material.
pub(in crate::meetings) const OWNER: &str = "meeting_agenda";

/// What is entered of an item.
pub(in crate::meetings) struct Facts<'a> {
    pub title: &'a str,
    pub proposer: Proposer,
    pub proposer_name: &'a str,
    pub unit: Option<UnitId>,
    pub unit_short: &'a str,
    pub reporter: &'a str,
    pub summary: &'a str,
}

/// Puts an item at the end.
pub(in crate::meetings) fn insert(
    desk: &Desk<'_>,
    meeting: MeetingId,
    facts: &Facts<'_>,
) -> Result<AgendaId> {
    let id: AgendaId = desk.new_id();
    desk.tx.execute(
        "INSERT INTO meeting_agenda (id, campaign, meeting, position, title, proposer, proposer_name, unit, unit_short,
           reporter, summary)
         VALUES (:id, :campaign, :meeting,
           (SELECT coalesce(max(position), 0) + 1 FROM meeting_agenda WHERE meeting = :meeting AND removed_at IS NULL),
           :title, :proposer, :name, :unit, :short, :reporter, :summary)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":meeting": meeting, ":title": facts.title,
            ":proposer": facts.proposer, ":name": facts.proposer_name, ":unit": facts.unit,
            ":short": facts.unit_short, ":reporter": facts.reporter, ":summary": facts.summary,
        },
    )?;
    Ok(id)
}

/// Changes an item; the chair's word on the old wording does not stand for the new one.
pub(in crate::meetings) fn edit(
    desk: &Desk<'_>,
    id: AgendaId,
    version: i64,
    facts: &Facts<'_>,
) -> Result<()> {
    one(desk.tx.execute(
        "UPDATE meeting_agenda SET title = :title, proposer = :proposer, proposer_name = :name, unit = :unit,
           unit_short = :short, reporter = :reporter, summary = :summary, decision = 'pending', decided_on = NULL,
           decided_by = '', decided_words = '', version = version + 1
         WHERE id = :id AND version = :version AND removed_at IS NULL",
        named_params! {
            ":title": facts.title, ":proposer": facts.proposer, ":name": facts.proposer_name, ":unit": facts.unit,
            ":short": facts.unit_short, ":reporter": facts.reporter, ":summary": facts.summary, ":id": id,
            ":version": version,
        },
    )?)
}

/// Takes an item off; the row stays.
pub(in crate::meetings) fn remove(desk: &Desk<'_>, id: AgendaId, version: i64) -> Result<()> {
    let sql = "UPDATE meeting_agenda SET removed_at = :now, version = version + 1
               WHERE id = :id AND version = :version AND removed_at IS NULL";
    one(desk.tx.execute(sql, named_params! {":now": desk.now, ":id": id, ":version": version})?)
}

/// Puts an item at a place.
pub(in crate::meetings) fn place(desk: &Desk<'_>, id: AgendaId, position: i64) -> Result<()> {
    let sql = "UPDATE meeting_agenda SET position = :position WHERE id = :id AND removed_at IS NULL";
    one(desk.tx.execute(sql, named_params! {":position": position, ":id": id})?)
}

/// Notes that the material was filed.
pub(in crate::meetings) fn file(
    desk: &Desk<'_>,
    id: AgendaId,
    version: i64,
    number: &str,
    on: NaiveDate,
) -> Result<()> {
    let sql = "UPDATE meeting_agenda SET material_number = :number, material_on = :on, version = version + 1
               WHERE id = :id AND version = :version AND removed_at IS NULL";
    one(desk.tx.execute(sql, named_params! {":number": number, ":on": on, ":id": id, ":version": version})?)
}

/// The chair's word.
pub(in crate::meetings) struct Decided<'a> {
    pub decision: AgendaDecision,
    pub on: NaiveDate,
    pub by: &'a str,
    pub words: &'a str,
}

/// Records the chair's word.
pub(in crate::meetings) fn decide(
    desk: &Desk<'_>,
    id: AgendaId,
    version: i64,
    decided: &Decided<'_>,
) -> Result<()> {
    one(desk.tx.execute(
        "UPDATE meeting_agenda SET decision = :decision, decided_on = :on, decided_by = :by, decided_words = :words,
           version = version + 1
         WHERE id = :id AND version = :version AND removed_at IS NULL",
        named_params! {
            ":decision": decided.decision, ":on": decided.on, ":by": decided.by, ":words": decided.words, ":id": id,
            ":version": version,
        },
    )?)
}

/// Takes back every word of a chair who no longer chairs.
pub(in crate::meetings) fn reset_decisions(desk: &Desk<'_>, meeting: MeetingId) -> Result<usize> {
    let sql = "UPDATE meeting_agenda SET decision = 'pending', decided_on = NULL, decided_by = '', decided_words = '',
                 version = version + 1
               WHERE meeting = :meeting AND decision <> 'pending' AND removed_at IS NULL";
    Ok(desk.tx.execute(sql, named_params! {":meeting": meeting})?)
}

/// One item and the meeting it belongs to.
pub(in crate::meetings) fn get(desk: &Desk<'_>, id: AgendaId) -> Result<(MeetingId, MeetingAgenda)> {
    let sql = "SELECT * FROM meeting_agenda WHERE id = :id AND campaign = :campaign AND removed_at IS NULL";
    let given = named_params! {":id": id, ":campaign": desk.campaign.id};
    let (meeting, item) =
        found(desk.tx.query_row(sql, given, |row| Ok((row.get("meeting")?, read(desk, row)?))), "议题")?;
    Ok((meeting, whole(desk, item)?))
}

/// The agenda in order.
pub(in crate::meetings) fn all(desk: &Desk<'_>, meeting: MeetingId) -> Result<Vec<MeetingAgenda>> {
    let sql = "SELECT * FROM meeting_agenda WHERE meeting = :meeting AND removed_at IS NULL ORDER BY position, id LIMIT 200";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows: Vec<MeetingAgenda> = query
        .query_map(named_params! {":meeting": meeting}, |row| read(desk, row))?
        .collect::<rusqlite::Result<_>>()?;
    rows.into_iter().map(|item| whole(desk, item)).collect()
}

fn read(desk: &Desk<'_>, row: &Row<'_>) -> rusqlite::Result<MeetingAgenda> {
    let (proposer, decision): (Proposer, AgendaDecision) = (row.get("proposer")?, row.get("decision")?);
    let (name, short): (String, String) = (row.get("proposer_name")?, row.get("unit_short")?);
    let office = &desk.profile.office.short;
    Ok(MeetingAgenda {
        id: row.get("id")?,
        version: row.get("version")?,
        position: row.get("position")?,
        title: row.get("title")?,
        proposer,
        proposer_label: match proposer {
            Proposer::Unit => short.clone(),
            Proposer::Office => office.clone(),
            _ => format!("{}{name}", proposer.label()),
        },
        proposer_name: name,
        unit: row.get("unit")?,
        prepared_by: if proposer == Proposer::Unit { short.clone() } else { office.clone() },
        unit_short: short,
        reporter: row.get("reporter")?,
        summary: row.get("summary")?,
        material_number: row.get("material_number")?,
        material_on: row.get("material_on")?,
        material: Vec::new(),
        decision,
        decision_label: decision.label().into(),
        decided_on: row.get("decided_on")?,
        decided_by: row.get("decided_by")?,
        decided_words: row.get("decided_words")?,
        why_not: None,
        article: None,
    })
}

fn whole(desk: &Desk<'_>, mut item: MeetingAgenda) -> Result<MeetingAgenda> {
    item.material = attachments::of(desk, OWNER, item.id)?;
    if let Err(no) = rules::material(item.proposer, &item.title, item.is_filed(), desk.profile) {
        item.why_not = Some(format!("{}{}", no.message, no.hint.unwrap_or_default()));
        item.article = no.article;
    }
    Ok(item)
}

impl MeetingAgenda {
    /// Whether the material lies with the office: a file or a filing number.
    pub fn is_filed(&self) -> bool {
        !self.material.is_empty() || !self.material_number.is_empty()
    }
}
