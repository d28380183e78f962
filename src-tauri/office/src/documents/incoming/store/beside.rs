//! What is written beside a paper once and for all: its steps, its instructions, its follow-up items.
use chrono::NaiveDate;
use rusqlite::{Row, named_params};

use crate::documents::incoming::flow::{IncomingStage, IncomingStep};
use crate::documents::incoming::record::{
    INSTRUCTION, Incoming, IncomingInstruction, IncomingMove, step_label,
};
use crate::documents::kinds::{IncomingId, InstructionId, LineId};
use crate::documents::store::found;
use crate::followup::FollowupId;
use crate::kernel::attachments;
use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;
use crate::registry::RosterLine;

/// Writes a step down; `paper` is as it was before it.
pub(in crate::documents) fn note(
    desk: &Desk<'_>,
    paper: &Incoming,
    step: IncomingStep,
    to: IncomingStage,
    on: NaiveDate,
    words: &str,
    number: Option<&str>,
) -> Result<()> {
    write(desk, paper.id, (step.key(), paper.stage, to), on, words, number)
}

/// Writes down what was done beside the stages.
pub(in crate::documents) fn remark(
    desk: &Desk<'_>,
    paper: &Incoming,
    what: &str,
    on: NaiveDate,
    words: &str,
) -> Result<()> {
    write(desk, paper.id, (what, paper.stage, paper.stage), on, words, None)
}

fn write(
    desk: &Desk<'_>,
    paper: IncomingId,
    (step, from, to): (&str, IncomingStage, IncomingStage),
    on: NaiveDate,
    words: &str,
    number: Option<&str>,
) -> Result<()> {
    let id: LineId = desk.new_id();
    desk.tx.execute(
        "INSERT INTO incoming_step (id, campaign, incoming, n, at, who, step, from_stage, to_stage, on_day, words, number)
         VALUES (:id, :campaign, :incoming, (SELECT coalesce(max(n), 0) + 1 FROM incoming_step WHERE incoming = :incoming),
           :now, :who, :step, :from, :to, :on, :words, :number)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":incoming": paper, ":now": desk.now, ":who": desk.who.name,
            ":step": step, ":from": from, ":to": to, ":on": on, ":words": words, ":number": number,
        },
    )?;
    Ok(())
}

/// All steps, oldest first.
pub(in crate::documents) fn moves(desk: &Desk<'_>, paper: IncomingId) -> Result<Vec<IncomingMove>> {
    let sql = "SELECT * FROM incoming_step WHERE incoming = :incoming ORDER BY n LIMIT 2000";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":incoming": paper}, |row| {
        let step: String = row.get("step")?;
        Ok(IncomingMove {
            n: row.get("n")?,
            at: row.get("at")?,
            who: row.get("who")?,
            step_label: step_label(&step),
            step,
            from: row.get("from_stage")?,
            to: row.get("to_stage")?,
            on: row.get("on_day")?,
            words: row.get("words")?,
            number: row.get("number")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The words of an instruction as they stand on paper.
pub(in crate::documents) struct Written<'a> {
    pub on: NaiveDate,
    pub words: &'a str,
    pub basis: &'a str,
}

/// Writes an instruction down.
pub(in crate::documents) fn instruct(
    desk: &Desk<'_>,
    paper: IncomingId,
    by: &RosterLine,
    written: &Written<'_>,
) -> Result<InstructionId> {
    let id: InstructionId = desk.new_id();
    desk.tx.execute(
        "INSERT INTO incoming_instruction (id, campaign, incoming, n, person, name, post, post_label, on_day, words, basis,
           recorded_by, recorded_at)
         VALUES (:id, :campaign, :incoming,
           (SELECT coalesce(max(n), 0) + 1 FROM incoming_instruction WHERE incoming = :incoming),
           :person, :name, :post, :post_label, :on, :words, :basis, :by, :now)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":incoming": paper, ":person": by.person, ":name": by.name,
            ":post": by.post, ":post_label": by.post_label, ":on": written.on, ":words": written.words,
            ":basis": written.basis, ":by": desk.who.name, ":now": desk.now,
        },
    )?;
    Ok(id)
}

/// Instructions in order.
pub(in crate::documents) fn instructions(
    desk: &Desk<'_>,
    paper: IncomingId,
) -> Result<Vec<IncomingInstruction>> {
    let sql = "SELECT * FROM incoming_instruction WHERE incoming = :incoming ORDER BY n LIMIT 200";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":incoming": paper}, instruction)?;
    let rows = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    rows.into_iter()
        .map(|one| {
            Ok(IncomingInstruction { attachments: attachments::of(desk, INSTRUCTION, one.id)?, ..one })
        })
        .collect()
}

/// One instruction of a paper.
pub(in crate::documents) fn get_instruction(
    desk: &Desk<'_>,
    paper: IncomingId,
    id: InstructionId,
) -> Result<IncomingInstruction> {
    let sql = "SELECT * FROM incoming_instruction WHERE incoming = :incoming AND id = :id";
    found(desk.tx.query_row(sql, named_params! {":incoming": paper, ":id": id}, instruction), "批示")
}

fn instruction(row: &Row<'_>) -> rusqlite::Result<IncomingInstruction> {
    Ok(IncomingInstruction {
        id: row.get("id")?,
        n: row.get("n")?,
        person: row.get("person")?,
        name: row.get("name")?,
        post_label: row.get("post_label")?,
        on: row.get("on_day")?,
        words: row.get("words")?,
        basis: row.get("basis")?,
        recorded_by: row.get("recorded_by")?,
        attachments: Vec::new(),
    })
}

/// Ties a follow-up item to the instruction that it came from.
pub(in crate::documents) fn tie(
    desk: &Desk<'_>,
    paper: IncomingId,
    instruction: InstructionId,
    item: FollowupId,
) -> Result<()> {
    desk.tx.execute(
        "INSERT INTO incoming_item (campaign, incoming, instruction, item) VALUES (:campaign, :incoming, :instruction, :item)",
        named_params! {
            ":campaign": desk.campaign.id, ":incoming": paper, ":instruction": instruction, ":item": item,
        },
    )?;
    Ok(())
}

/// Follow-up items of a paper.
pub(in crate::documents) fn items(
    desk: &Desk<'_>,
    paper: IncomingId,
) -> Result<Vec<(InstructionId, FollowupId)>> {
    let sql =
        "SELECT instruction, item FROM incoming_item WHERE incoming = :incoming ORDER BY item LIMIT 200";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":incoming": paper}, |row| {
        Ok((row.get("instruction")?, row.get("item")?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
