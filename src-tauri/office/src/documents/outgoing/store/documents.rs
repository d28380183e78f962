//! Rows of documents that go out.
use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::{OptionalExtension, Row, named_params};

use crate::documents::kinds::{IncomingId, OutgoingId};
use crate::documents::outgoing::flow::{self, OutgoingStage};
use crate::documents::outgoing::record::{
    Outgoing, OutgoingFacts, OutgoingReference, OutgoingSignature, OutgoingWords,
};
use crate::documents::outgoing::{OutgoingFilter, rules::Signed};
use crate::documents::store::{found, json, list as listed, one};
use crate::kernel::desk::Desk;
use crate::kernel::document_rules::PaperForm;
use crate::kernel::ids::NumberId;
use crate::kernel::numbering::Given;
use crate::kernel::refusal::Result;
use crate::kernel::rows::{Slice, order_by};

/// What a new document comes from.
#[derive(Default)]
pub(in crate::documents) struct Origin {
    pub replaces: Option<OutgoingId>,
    pub answers: Option<IncomingId>,
}

/// Writes a new draft down.
pub(in crate::documents) fn insert(
    desk: &Desk<'_>,
    id: OutgoingId,
    words: &OutgoingWords,
    facts: &OutgoingFacts,
    origin: &Origin,
) -> Result<()> {
    desk.tx.execute(
        "INSERT INTO outgoing (id, campaign, issuer, kind, prefix, stage, title, sent_to, copies_to, text, annexes, note,
           text_version, sealing, urgency, secrecy, openness, copies, section, drafter, phone, replaces, answers, since,
           created_at, created_by)
         VALUES (:id, :campaign, :issuer, :kind, :prefix, 'draft', :title, :sent_to, :copies_to, :text, :annexes, :note,
           1, :sealing, :urgency, :secrecy, :openness, :copies, :section, :drafter, :phone, :replaces, :answers, :now,
           :now, :by)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":issuer": facts.issuer, ":kind": words.kind,
            ":prefix": facts.prefix, ":title": words.title, ":sent_to": json(&words.sent_to)?,
            ":copies_to": json(&words.copies_to)?, ":text": words.text, ":annexes": json(&words.annexes)?,
            ":note": words.note, ":sealing": facts.sealing, ":urgency": facts.urgency, ":secrecy": facts.secrecy,
            ":openness": facts.openness, ":copies": facts.copies, ":section": facts.section,
            ":drafter": facts.drafter, ":phone": facts.phone, ":replaces": origin.replaces,
            ":answers": origin.answers, ":now": desk.now, ":by": desk.who.name,
        },
    )?;
    Ok(())
}

/// Saves the particulars of a draft.
pub(in crate::documents) fn save_facts(
    desk: &Desk<'_>,
    id: OutgoingId,
    version: i64,
    facts: &OutgoingFacts,
) -> Result<()> {
    one(desk.tx.execute(
        "UPDATE outgoing SET issuer = :issuer, prefix = :prefix, sealing = :sealing, urgency = :urgency,
           secrecy = :secrecy, openness = :openness, copies = :copies, section = :section, drafter = :drafter,
           phone = :phone, version = version + 1 WHERE id = :id AND version = :version AND stage = 'draft'",
        named_params! {
            ":issuer": facts.issuer, ":prefix": facts.prefix, ":sealing": facts.sealing, ":urgency": facts.urgency,
            ":secrecy": facts.secrecy, ":openness": facts.openness, ":copies": facts.copies,
            ":section": facts.section, ":drafter": facts.drafter, ":phone": facts.phone, ":id": id,
            ":version": version,
        },
    )?)
}

/// Writes new words as the next version; the row's own version counts with the step that belongs to it.
pub(in crate::documents) fn save_words(
    desk: &Desk<'_>,
    document: &Outgoing,
    version: i64,
    words: &OutgoingWords,
) -> Result<u32> {
    one(desk.tx.execute(
        "UPDATE outgoing SET kind = :kind, title = :title, sent_to = :sent_to, copies_to = :copies_to, text = :text,
           annexes = :annexes, note = :note, text_version = text_version + 1
         WHERE id = :id AND version = :version AND stage = :from",
        named_params! {
            ":kind": words.kind, ":title": words.title, ":sent_to": json(&words.sent_to)?,
            ":copies_to": json(&words.copies_to)?, ":text": words.text, ":annexes": json(&words.annexes)?,
            ":note": words.note, ":id": document.id, ":version": version, ":from": document.stage,
        },
    )?)?;
    Ok(document.text_version + 1)
}

/// Moves a document on; stale if it is not where it was seen.
pub(in crate::documents) fn move_stage(
    desk: &Desk<'_>,
    document: &Outgoing,
    version: i64,
    to: OutgoingStage,
) -> Result<()> {
    let sql = "UPDATE outgoing SET stage = :to, since = :now, version = version + 1,
                 proofread_on = CASE WHEN :to IN ('office_director', 'leader', 'draft') THEN NULL ELSE proofread_on END
               WHERE id = :id AND version = :version AND stage = :from";
    one(desk.tx.execute(
        sql,
        named_params! {
            ":to": to, ":now": desk.now, ":id": document.id, ":version": version, ":from": document.stage,
        },
    )?)
}

/// What is written with a signature.
pub(in crate::documents) struct Signing<'a> {
    pub on: NaiveDate,
    pub signed: &'a Signed,
    pub words: &'a str,
    /// The number that is given now; none where the document keeps the one it has.
    pub number: Option<(i32, &'a Given)>,
}

/// Signs: stage, signature and number in one go.
pub(in crate::documents) fn sign(
    desk: &Desk<'_>,
    document: &Outgoing,
    version: i64,
    signing: &Signing<'_>,
) -> Result<()> {
    let given = signing.number.map(|(_, given)| given);
    one(desk.tx.execute(
        "UPDATE outgoing SET stage = 'signed', since = :now, signed_on = :on, signer = :signer, signer_name = :name,
           signer_post = :post, signer_words = :words, delegation = :delegation, number = coalesce(:number, number),
           number_id = coalesce(:number_id, number_id), year = coalesce(:year, year), n = coalesce(:n, n),
           version = version + 1
         WHERE id = :id AND version = :version AND stage = :from",
        named_params! {
            ":now": desk.now, ":on": signing.on, ":signer": signing.signed.person, ":name": signing.signed.name,
            ":post": signing.signed.post, ":words": signing.words, ":delegation": signing.signed.delegation,
            ":number": given.map(|given| &given.text), ":number_id": given.map(|given| given.id),
            ":year": signing.number.map(|(year, _)| year), ":n": given.map(|given| given.n), ":id": document.id,
            ":version": version, ":from": document.stage,
        },
    )?)
}

/// Proofread by somebody on a day.
pub(in crate::documents) fn proofread(
    desk: &Desk<'_>,
    document: &Outgoing,
    version: i64,
    on: NaiveDate,
    by: &str,
) -> Result<()> {
    one(desk.tx.execute(
        "UPDATE outgoing SET stage = 'proofread', since = :now, proofread_on = :on, proofreader = :by,
           version = version + 1 WHERE id = :id AND version = :version AND stage = 'signed'",
        named_params! {":now": desk.now, ":on": on, ":by": by, ":id": document.id, ":version": version},
    )?)
}

/// Printed: the day and how many.
pub(in crate::documents) fn print(
    desk: &Desk<'_>,
    document: &Outgoing,
    version: i64,
    on: NaiveDate,
    copies: u32,
) -> Result<()> {
    one(desk.tx.execute(
        "UPDATE outgoing SET stage = 'printed', since = :now, printed_on = :on, printed_copies = :copies,
           version = version + 1 WHERE id = :id AND version = :version AND stage = 'proofread'",
        named_params! {":now": desk.now, ":on": on, ":copies": copies, ":id": document.id, ":version": version},
    )?)
}

/// Ends it: given up, void, revoked, repealed.
pub(in crate::documents) fn end(
    desk: &Desk<'_>,
    document: &Outgoing,
    version: i64,
    to: OutgoingStage,
    on: NaiveDate,
    reason: &str,
) -> Result<()> {
    one(desk.tx.execute(
        "UPDATE outgoing SET stage = :to, since = :now, ended_on = :on, end_reason = :reason, version = version + 1
         WHERE id = :id AND version = :version AND stage = :from",
        named_params! {
            ":to": to, ":now": desk.now, ":on": on, ":reason": reason, ":id": document.id, ":version": version,
            ":from": document.stage,
        },
    )?)
}

/// The id and year of its number in the register of numbers.
pub(in crate::documents) fn number_id(desk: &Desk<'_>, id: OutgoingId) -> Result<Option<(NumberId, i32)>> {
    let sql = "SELECT number_id, year FROM outgoing WHERE id = :id AND number_id IS NOT NULL";
    let read = |row: &Row<'_>| Ok((row.get("number_id")?, row.get("year")?));
    Ok(desk.tx.query_row(sql, named_params! {":id": id}, read).optional()?)
}

/// One document.
pub(in crate::documents) fn get(desk: &Desk<'_>, id: OutgoingId) -> Result<Outgoing> {
    let sql = "SELECT * FROM outgoing WHERE id = :id AND campaign = :campaign";
    let given = named_params! {":id": id, ":campaign": desk.campaign.id};
    found(desk.tx.query_row(sql, given, |row| read(desk, row)), "发文")
}

const WHERE: &str = "campaign = :campaign AND (:year IS NULL OR coalesce(year, CAST(substr(created_at, 1, 4) AS INTEGER)) = :year)
  AND (:issuer IS NULL OR issuer = :issuer) AND (:kind IS NULL OR kind = :kind) AND (:prefix IS NULL OR prefix = :prefix)
  AND (:stage IS NULL OR stage = :stage)
  AND (NOT :waiting OR stage IN ('draft', 'section', 'office_director', 'deputy', 'leader', 'signed', 'proofread'))
  AND (NOT :numbered OR number IS NOT NULL)
  AND (:words = '' OR instr(title, :words) OR instr(coalesce(number, ''), :words) OR instr(sent_to, :words)
    OR instr(text, :words))";

/// What the register can be sorted by.
const COLUMNS: &[(&str, &str)] = &[
    ("created_at", "created_at"),
    ("number", "CASE WHEN n IS NOT NULL THEN printf('%s %d %06d', prefix, year, n) END"),
    ("title", "reading(title)"),
    ("kind_label", "kind"),
    ("issuer_label", "issuer"),
    ("sent_to", "reading(replace(replace(sent_to, '[', ''), ']', ''))"),
    ("signature", "signed_on"),
    (
        "stage_label",
        "instr('draft section office_director deputy leader signed proofread printed revoked repealed voided dropped', stage)",
    ),
    ("printed_on", "printed_on"),
    ("printed_copies", "printed_copies"),
    ("drafter", "reading(drafter)"),
    ("end_reason", "reading(end_reason)"),
];

/// Documents that fit the filter, newest first — numbered ones by number if that is asked — and how many there are.
pub(in crate::documents) fn list(
    desk: &Desk<'_>,
    filter: &OutgoingFilter,
    slice: Slice,
) -> Result<(Vec<Outgoing>, u32)> {
    let words = filter.words.trim();
    let given = named_params! {
        ":campaign": desk.campaign.id, ":year": filter.year, ":issuer": filter.issuer, ":kind": filter.kind,
        ":prefix": filter.prefix, ":stage": filter.stage, ":waiting": filter.waiting, ":numbered": filter.numbered,
        ":words": words,
    };
    let total =
        desk.tx.query_row(&format!("SELECT count(*) AS n FROM outgoing WHERE {WHERE}"), given, |row| {
            row.get("n")
        })?;
    let usual = if filter.numbered { "prefix, year, n" } else { "created_at DESC, id DESC" };
    let order = order_by(filter.order.as_ref(), COLUMNS, usual)?;
    let sql = format!(
        "SELECT * FROM outgoing WHERE {WHERE} ORDER BY {order} LIMIT {} OFFSET {}",
        slice.bounded(),
        slice.offset
    );
    let mut query = desk.tx.prepare_cached(&sql)?;
    let rows = query.query_map(given, |row| read(desk, row))?.collect::<rusqlite::Result<_>>()?;
    Ok((rows, total))
}

/// The document that stands for this one.
pub(in crate::documents) fn replaced_by(
    desk: &Desk<'_>,
    id: OutgoingId,
) -> Result<Option<OutgoingReference>> {
    let sql =
        "SELECT * FROM outgoing WHERE replaces = :id AND stage <> 'dropped' ORDER BY created_at DESC LIMIT 1";
    let found = desk.tx.query_row(sql, named_params! {":id": id}, |row| read(desk, row)).optional()?;
    Ok(found.as_ref().map(reference))
}

/// As another record names it.
pub(in crate::documents) fn reference(document: &Outgoing) -> OutgoingReference {
    OutgoingReference {
        id: document.id,
        number: document.number.clone(),
        title: document.words.title.clone(),
        stage_label: document.stage_label.clone(),
    }
}

/// Documents that answer a paper.
pub(in crate::documents) fn answering(
    desk: &Desk<'_>,
    incoming: IncomingId,
) -> Result<Vec<OutgoingReference>> {
    let sql = "SELECT * FROM outgoing WHERE answers = :incoming ORDER BY created_at LIMIT 50";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows =
        query.query_map(named_params! {":incoming": incoming}, |row| Ok(reference(&read(desk, row)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The words in a row of documents or of versions.
pub(in crate::documents) fn words(row: &Row<'_>) -> rusqlite::Result<OutgoingWords> {
    Ok(OutgoingWords {
        kind: row.get("kind")?,
        title: row.get("title")?,
        sent_to: listed(row, "sent_to")?,
        copies_to: listed(row, "copies_to")?,
        text: row.get("text")?,
        annexes: listed(row, "annexes")?,
        note: row.get("note")?,
    })
}

fn signature(row: &Row<'_>) -> rusqlite::Result<Option<OutgoingSignature>> {
    let (Some(on), Some(signer)) = (row.get("signed_on")?, row.get("signer")?) else { return Ok(None) };
    Ok(Some(OutgoingSignature {
        on,
        signer,
        name: row.get("signer_name")?,
        post: row.get("signer_post")?,
        words: row.get("signer_words")?,
        delegation: row.get("delegation")?,
    }))
}

fn read(desk: &Desk<'_>, row: &Row<'_>) -> rusqlite::Result<Outgoing> {
    let (stage, since): (OutgoingStage, NaiveDateTime) = (row.get("stage")?, row.get("since")?);
    let facts = OutgoingFacts {
        issuer: row.get("issuer")?,
        prefix: row.get("prefix")?,
        sealing: row.get("sealing")?,
        urgency: row.get("urgency")?,
        secrecy: row.get("secrecy")?,
        openness: row.get("openness")?,
        copies: row.get("copies")?,
        section: row.get("section")?,
        drafter: row.get("drafter")?,
        phone: row.get("phone")?,
    };
    let (words, rules) = (words(row)?, &desk.profile.documents);
    let kind = rules.kind(&words.kind);
    Ok(Outgoing {
        id: row.get("id")?,
        version: row.get("version")?,
        stage,
        stage_label: flow::stage_label(stage, rules.route_of(facts.issuer), desk.profile),
        kind_label: kind.map_or_else(|| words.kind.clone(), |kind| kind.label.clone()),
        form: kind.map_or(PaperForm::RedHead, |kind| kind.form),
        issuer_label: crate::documents::outgoing::authority(facts.issuer, desk.profile),
        words,
        facts,
        text_version: row.get("text_version")?,
        signature: signature(row)?,
        number: row.get("number")?,
        proofread_on: row.get("proofread_on")?,
        proofreader: row.get("proofreader")?,
        printed_on: row.get("printed_on")?,
        printed_copies: row.get("printed_copies")?,
        ended_on: row.get("ended_on")?,
        end_reason: row.get("end_reason")?,
        since,
        replaces: row.get("replaces")?,
        answers: row.get("answers")?,
        created_at: row.get("created_at")?,
    })
}
