//! Rows of matters, of their words and of their record. A change names the version and the stage it was made on.
use chrono::NaiveDate;
use rusqlite::{Row, named_params};

use super::commands::MatterFilter;
use super::kinds::{MatterId, MatterLevel, MatterMoveId, MatterOutcome, MatterStage, MatterStep};
use super::record::{Matter, MatterMove, MatterText};
use super::steps::Taken;
use crate::kernel::desk::Desk;
use crate::kernel::numbering::Given;
use crate::kernel::refusal::Result;
use crate::kernel::rows::{found, one};
use crate::registry::UnitId;

/// What is entered of a matter.
pub(super) struct Facts<'a> {
    pub title: &'a str,
    pub text: &'a str,
    pub basis: &'a str,
}

/// Who raised it.
pub(super) struct Raised<'a> {
    pub level: MatterLevel,
    pub unit: Option<UnitId>,
    pub unit_short: &'a str,
    pub by: &'a str,
    pub on: NaiveDate,
}

pub(super) fn insert(
    desk: &Desk<'_>,
    id: MatterId,
    given: &Given,
    facts: &Facts<'_>,
    raised: &Raised<'_>,
) -> Result<()> {
    desk.tx.execute(
        "INSERT INTO matter (id, campaign, level, stage, number, number_id, title, text, basis, unit, unit_short, raised_by,
           raised_on, since, created_at, created_by)
         VALUES (:id, :campaign, :level, 'raised', :number, :number_id, :title, :text, :basis, :unit, :unit_short,
           :raised_by, :raised_on, :now, :now, :by)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":level": raised.level, ":number": given.text,
            ":number_id": given.id, ":title": facts.title, ":text": facts.text, ":basis": facts.basis,
            ":unit": raised.unit, ":unit_short": raised.unit_short, ":raised_by": raised.by,
            ":raised_on": raised.on, ":now": desk.now, ":by": desk.who.name,
        },
    )?;
    save_text(desk, id, 1, facts, "", "")
}

/// Writes the words down as they are from now on.
pub(super) fn save_text(
    desk: &Desk<'_>,
    id: MatterId,
    n: u32,
    facts: &Facts<'_>,
    result: &str,
    reason: &str,
) -> Result<()> {
    desk.tx.execute(
        "INSERT INTO matter_text (campaign, matter, n, title, text, basis, result, reason, saved_at, saved_by)
         VALUES (:campaign, :matter, :n, :title, :text, :basis, :result, :reason, :now, :by)",
        named_params! {
            ":campaign": desk.campaign.id, ":matter": id, ":n": n, ":title": facts.title, ":text": facts.text,
            ":basis": facts.basis, ":result": result, ":reason": reason, ":now": desk.now, ":by": desk.who.name,
        },
    )?;
    Ok(())
}

/// Counts a version that was written beside a step.
pub(super) fn count_text(desk: &Desk<'_>, id: MatterId) -> Result<()> {
    let sql = "UPDATE matter SET text_version = text_version + 1 WHERE id = :id";
    one(desk.tx.execute(sql, named_params! {":id": id})?)
}

/// Changes the words; the version before stays.
pub(super) fn edit(
    desk: &Desk<'_>,
    matter: &Matter,
    version: i64,
    facts: &Facts<'_>,
    result: &str,
    reason: &str,
) -> Result<()> {
    one(desk.tx.execute(
        "UPDATE matter SET title = :title, text = :text, basis = :basis, result = :result,
           text_version = text_version + 1, version = version + 1
         WHERE id = :id AND version = :version AND stage = :from",
        named_params! {
            ":title": facts.title, ":text": facts.text, ":basis": facts.basis, ":result": result, ":id": matter.id,
            ":version": version, ":from": matter.stage,
        },
    )?)?;
    save_text(desk, matter.id, matter.text_version + 1, facts, result, reason)
}

/// Moves a matter on and writes the step down; stale if it is not where it was seen.
pub(super) fn take(desk: &Desk<'_>, matter: &Matter, version: i64, taken: &Taken<'_>) -> Result<()> {
    let anew = taken.to == MatterStage::Raised && taken.step != MatterStep::Defer;
    let round = matter.round + i64::from(anew);
    record(desk, matter, round, taken)?;
    let decides = taken.step == MatterStep::Decide;
    let decision = match taken.to {
        MatterStage::Decided if decides => taken.outcome,
        MatterStage::Closed => matter.decision,
        _ => None,
    };
    let decided_on = if decides { Some(taken.on) } else { decision.and(matter.decided_on) };
    let closed = (taken.to == MatterStage::Closed).then_some(taken.on);
    let result = if closed.is_some() { taken.words } else { matter.result.as_str() };
    let explains = matches!(
        taken.step,
        MatterStep::SendBack | MatterStep::Escalate | MatterStep::Withdraw | MatterStep::Defer
    );
    let reason = if explains { taken.words } else { matter.reason.as_str() };
    one(desk.tx.execute(
        "UPDATE matter SET stage = :to, level = :level, round = :round, decision = :decision, decided_on = :decided_on,
           closed_on = :closed, result = :result, reason = :reason, since = :now, version = version + 1
         WHERE id = :id AND version = :version AND stage = :from",
        named_params! {
            ":to": taken.to, ":level": taken.level, ":round": round,
            ":decision": decision.map_or("", MatterOutcome::key), ":decided_on": decided_on, ":closed": closed,
            ":result": result, ":reason": reason, ":now": desk.now, ":id": matter.id, ":version": version,
            ":from": matter.stage,
        },
    )?)
}

fn record(desk: &Desk<'_>, matter: &Matter, round: i64, taken: &Taken<'_>) -> Result<()> {
    let id: MatterMoveId = desk.new_id();
    let (by, at) = (taken.decided.as_ref(), taken.met.as_ref());
    desk.tx.execute(
        "INSERT INTO matter_step (id, campaign, matter, n, round, at, who, step, from_stage, to_stage, level, on_day, words,
           basis, outcome, person, person_name, post, post_label, entrustment, meeting, meeting_name, agenda, decision,
           meeting_words)
         VALUES (:id, :campaign, :matter, (SELECT coalesce(max(n), 0) + 1 FROM matter_step WHERE matter = :matter), :round,
           :now, :who, :step, :from, :to, :level, :on, :words, :basis, :outcome, :person, :name, :post, :post_label,
           :entrustment, :meeting, :meeting_name, :agenda, :decision, :meeting_words)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":matter": matter.id, ":round": round, ":now": desk.now,
            ":who": desk.who.name, ":step": taken.step, ":from": matter.stage, ":to": taken.to, ":level": taken.level,
            ":on": taken.on, ":words": taken.words, ":basis": taken.basis,
            ":outcome": taken.outcome.map_or("", MatterOutcome::key), ":person": by.map(|by| by.person),
            ":name": by.map_or("", |by| by.name.as_str()), ":post": by.map_or("", |by| by.post.as_str()),
            ":post_label": by.map_or("", |by| by.post_label.as_str()),
            ":entrustment": by.and_then(|by| by.entrustment), ":meeting": at.map(|at| at.meeting),
            ":meeting_name": at.map_or("", |at| at.name.as_str()), ":agenda": at.and_then(|at| at.agenda),
            ":decision": at.and_then(|at| at.decision), ":meeting_words": at.map_or("", |at| at.words.as_str()),
        },
    )?;
    Ok(())
}

/// Who decided last, in words, comes with each row.
const SELECT: &str = "SELECT m.*, (SELECT s.post_label || s.person_name FROM matter_step s
    WHERE s.matter = m.id AND s.step = 'decide' AND s.round = m.round ORDER BY s.n DESC LIMIT 1) AS decided_by
  FROM matter m";

/// One matter.
pub(super) fn get(desk: &Desk<'_>, id: MatterId) -> Result<Matter> {
    let sql = format!("{SELECT} WHERE m.id = :id AND m.campaign = :campaign");
    let given = named_params! {":id": id, ":campaign": desk.campaign.id};
    let matter = found(desk.tx.query_row(&sql, given, read), "事项")?;
    super::card::timed(desk, matter)
}

/// Every matter that fits, those that wait first, then the newest.
pub(super) fn list(desk: &Desk<'_>, filter: &MatterFilter) -> Result<Vec<Matter>> {
    let sql = format!(
        "{SELECT} WHERE m.campaign = :campaign AND (:level IS NULL OR m.level = :level)
           AND (:stage IS NULL OR m.stage = :stage) AND (:unit IS NULL OR m.unit = :unit)
           AND (:year IS NULL OR CAST(strftime('%Y', m.raised_on) AS INTEGER) = :year)
           AND (NOT :waiting OR m.stage IN ('raised', 'deliberated', 'decided'))
           AND (:words = '' OR instr(m.title, :words) OR instr(m.text, :words) OR instr(m.number, :words)
             OR instr(m.raised_by, :words) OR instr(m.result, :words))
         ORDER BY m.raised_on DESC, m.number DESC, m.id LIMIT 20000"
    );
    let mut query = desk.tx.prepare_cached(&sql)?;
    let given = named_params! {
        ":campaign": desk.campaign.id, ":level": filter.level, ":stage": filter.stage, ":unit": filter.unit,
        ":year": filter.year, ":waiting": filter.waiting, ":words": filter.words.trim(),
    };
    let rows: Vec<Matter> = query.query_map(given, read)?.collect::<rusqlite::Result<_>>()?;
    rows.into_iter().map(|matter| super::card::timed(desk, matter)).collect()
}

fn read(row: &Row<'_>) -> rusqlite::Result<Matter> {
    let (level, stage): (MatterLevel, MatterStage) = (row.get("level")?, row.get("stage")?);
    let decision = MatterOutcome::from_key(&row.get::<_, String>("decision")?);
    let decided_by: Option<String> = row.get("decided_by")?;
    Ok(Matter {
        id: row.get("id")?,
        version: row.get("version")?,
        level,
        level_label: level.label().into(),
        stage,
        stage_label: stage.label().into(),
        number: row.get("number")?,
        title: row.get("title")?,
        text: row.get("text")?,
        basis: row.get("basis")?,
        unit: row.get("unit")?,
        unit_short: row.get("unit_short")?,
        raised_by: row.get("raised_by")?,
        raised_on: row.get("raised_on")?,
        since: row.get("since")?,
        round: row.get("round")?,
        text_version: row.get("text_version")?,
        decision,
        decision_label: decision.map(|one| one.label().into()).unwrap_or_default(),
        decided_on: row.get("decided_on")?,
        decided_by: decision.and(decided_by).unwrap_or_default(),
        result: row.get("result")?,
        closed_on: row.get("closed_on")?,
        reason: row.get("reason")?,
        due_on: None,
        days_left: None,
    })
}

/// The record, oldest first.
pub(super) fn moves(desk: &Desk<'_>, id: MatterId) -> Result<Vec<MatterMove>> {
    let mut query =
        desk.tx.prepare_cached("SELECT * FROM matter_step WHERE matter = :matter ORDER BY n LIMIT 1000")?;
    let rows = query.query_map(named_params! {":matter": id}, read_move)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn read_move(row: &Row<'_>) -> rusqlite::Result<MatterMove> {
    let step: MatterStep = row.get("step")?;
    let outcome = MatterOutcome::from_key(&row.get::<_, String>("outcome")?);
    Ok(MatterMove {
        id: row.get("id")?,
        round: row.get("round")?,
        at: row.get("at")?,
        who: row.get("who")?,
        step,
        step_label: step.label().into(),
        level: row.get("level")?,
        to: row.get("to_stage")?,
        on: row.get("on_day")?,
        words: row.get("words")?,
        basis: row.get("basis")?,
        outcome,
        outcome_label: outcome.map(|one| one.label().into()).unwrap_or_default(),
        person: row.get("person")?,
        person_name: row.get("person_name")?,
        post: row.get("post")?,
        post_label: row.get("post_label")?,
        entrustment: row.get("entrustment")?,
        meeting: row.get("meeting")?,
        meeting_name: row.get("meeting_name")?,
        agenda: row.get("agenda")?,
        decision: row.get("decision")?,
        meeting_words: row.get("meeting_words")?,
    })
}

/// Versions of the words, newest first.
pub(super) fn texts(desk: &Desk<'_>, id: MatterId) -> Result<Vec<MatterText>> {
    let sql = "SELECT * FROM matter_text WHERE matter = :matter ORDER BY n DESC LIMIT 1000";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":matter": id}, |row| {
        Ok(MatterText {
            n: row.get("n")?,
            title: row.get("title")?,
            text: row.get("text")?,
            basis: row.get("basis")?,
            result: row.get("result")?,
            reason: row.get("reason")?,
            saved_at: row.get("saved_at")?,
            saved_by: row.get("saved_by")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
