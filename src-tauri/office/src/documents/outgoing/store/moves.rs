//! Steps of documents that go out: written once, in order, never changed.
use chrono::NaiveDate;
use rusqlite::named_params;

use crate::documents::kinds::{LineId, OutgoingId};
use crate::documents::outgoing::flow::{OutgoingStage, OutgoingStep};
use crate::documents::outgoing::record::{Outgoing, OutgoingMove};
use crate::documents::outgoing::rules::Signed;
use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;

/// A step as it is written down.
pub(in crate::documents) struct Taken<'a> {
    pub step: OutgoingStep,
    pub to: OutgoingStage,
    pub on: NaiveDate,
    pub signed: Option<&'a Signed>,
    pub words: &'a str,
    pub basis: &'a str,
    pub text_version: u32,
    pub number: Option<&'a str>,
}

/// Writes a step of a document down; `document` is as it was before it.
pub(in crate::documents) fn note(desk: &Desk<'_>, document: &Outgoing, taken: &Taken<'_>) -> Result<LineId> {
    let id: LineId = desk.new_id();
    desk.tx.execute(
        "INSERT INTO outgoing_step (id, campaign, outgoing, n, at, who, step, from_stage, to_stage, on_day, signer,
           signer_name, signer_post, words, basis, delegation, text_version, number)
         VALUES (:id, :campaign, :outgoing, (SELECT coalesce(max(n), 0) + 1 FROM outgoing_step WHERE outgoing = :outgoing),
           :now, :who, :step, :from, :to, :on, :signer, :name, :post, :words, :basis, :delegation, :text_version, :number)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":outgoing": document.id, ":now": desk.now,
            ":who": desk.who.name, ":step": taken.step, ":from": document.stage, ":to": taken.to, ":on": taken.on,
            ":signer": taken.signed.and_then(|signed| signed.person),
            ":name": taken.signed.map(|signed| signed.name.as_str()).unwrap_or_default(),
            ":post": taken.signed.map(|signed| signed.post.as_str()).unwrap_or_default(), ":words": taken.words,
            ":basis": taken.basis, ":delegation": taken.signed.and_then(|signed| signed.delegation),
            ":text_version": taken.text_version, ":number": taken.number,
        },
    )?;
    Ok(id)
}

/// All steps, oldest first.
pub(in crate::documents) fn all(desk: &Desk<'_>, outgoing: OutgoingId) -> Result<Vec<OutgoingMove>> {
    let sql = "SELECT * FROM outgoing_step WHERE outgoing = :outgoing ORDER BY n LIMIT 2000";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":outgoing": outgoing}, |row| {
        let (step, to): (OutgoingStep, OutgoingStage) = (row.get("step")?, row.get("to_stage")?);
        Ok(OutgoingMove {
            n: row.get("n")?,
            at: row.get("at")?,
            who: row.get("who")?,
            step,
            step_label: step.label().into(),
            from: row.get("from_stage")?,
            to,
            to_label: to.label().into(),
            on: row.get("on_day")?,
            signer: row.get("signer")?,
            signer_name: row.get("signer_name")?,
            signer_post: row.get("signer_post")?,
            words: row.get("words")?,
            basis: row.get("basis")?,
            text_version: row.get("text_version")?,
            number: row.get("number")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
