//! Rows of papers that came in.
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, named_params};

use crate::documents::incoming::commands::IncomingFilter;
use crate::documents::incoming::flow::{IncomingKind, IncomingStage};
use crate::documents::incoming::record::Incoming;
use crate::documents::kinds::{IncomingId, Secrecy, Urgency};
use crate::documents::store::{found, one};
use crate::kernel::desk::Desk;
use crate::kernel::numbering::Given;
use crate::kernel::refusal::Result;
use crate::kernel::rows::{Slice, order_by};
use crate::registry::UnitId;

/// What is written at the desk where the paper arrives.
#[derive(Debug, Clone)]
pub(in crate::documents) struct Facts {
    pub kind: IncomingKind,
    pub sender: Option<UnitId>,
    pub sender_name: String,
    pub letter: String,
    pub dated_on: Option<NaiveDate>,
    pub title: String,
    pub summary: String,
    pub copies: u32,
    pub secrecy: Secrecy,
    pub urgency: Urgency,
    pub received_on: NaiveDate,
    pub received_by: String,
    pub way: String,
}

/// Writes a paper down that was signed for.
pub(in crate::documents) fn insert(desk: &Desk<'_>, id: IncomingId, facts: &Facts) -> Result<()> {
    desk.tx.execute(
        "INSERT INTO incoming (id, campaign, kind, stage, sender, sender_name, letter, dated_on, title, summary, copies,
           secrecy, urgency, received_on, received_by, way, since, created_at, created_by)
         VALUES (:id, :campaign, :kind, 'received', :sender, :sender_name, :letter, :dated_on, :title, :summary, :copies,
           :secrecy, :urgency, :received_on, :received_by, :way, :now, :now, :by)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":kind": facts.kind, ":sender": facts.sender,
            ":sender_name": facts.sender_name, ":letter": facts.letter, ":dated_on": facts.dated_on,
            ":title": facts.title, ":summary": facts.summary, ":copies": facts.copies, ":secrecy": facts.secrecy,
            ":urgency": facts.urgency, ":received_on": facts.received_on, ":received_by": facts.received_by,
            ":way": facts.way, ":now": desk.now, ":by": desk.who.name,
        },
    )?;
    Ok(())
}

/// Corrects what was written at arrival; the kind stays once it has decided the way.
pub(in crate::documents) fn correct(
    desk: &Desk<'_>,
    paper: &Incoming,
    version: i64,
    facts: &Facts,
) -> Result<()> {
    one(desk.tx.execute(
        "UPDATE incoming SET kind = :kind, sender = :sender, sender_name = :sender_name, letter = :letter,
           dated_on = :dated_on, title = :title, summary = :summary, copies = :copies, secrecy = :secrecy,
           urgency = :urgency, received_on = :received_on, received_by = :received_by, way = :way, version = version + 1
         WHERE id = :id AND version = :version AND stage = :from",
        named_params! {
            ":kind": facts.kind, ":sender": facts.sender, ":sender_name": facts.sender_name,
            ":letter": facts.letter, ":dated_on": facts.dated_on, ":title": facts.title, ":summary": facts.summary,
            ":copies": facts.copies, ":secrecy": facts.secrecy, ":urgency": facts.urgency,
            ":received_on": facts.received_on, ":received_by": facts.received_by, ":way": facts.way, ":id": paper.id,
            ":version": version, ":from": paper.stage,
        },
    )?)
}

/// Moves a paper on; stale if it is not where it was seen.
pub(in crate::documents) fn move_stage(
    desk: &Desk<'_>,
    paper: &Incoming,
    version: i64,
    to: IncomingStage,
) -> Result<()> {
    let sql = "UPDATE incoming SET stage = :to, since = :now, version = version + 1
               WHERE id = :id AND version = :version AND stage = :from";
    one(desk.tx.execute(
        sql,
        named_params! {":to": to, ":now": desk.now, ":id": paper.id, ":version": version, ":from": paper.stage},
    )?)
}

/// Registers it: stage and number in one go.
pub(in crate::documents) fn register(
    desk: &Desk<'_>,
    paper: &Incoming,
    version: i64,
    year: i32,
    given: &Given,
) -> Result<()> {
    one(desk.tx.execute(
        "UPDATE incoming SET stage = 'registered', since = :now, number = :number, number_id = :number_id, year = :year,
           n = :n, version = version + 1 WHERE id = :id AND version = :version AND stage = 'received'",
        named_params! {
            ":now": desk.now, ":number": given.text, ":number_id": given.id, ":year": year, ":n": given.n,
            ":id": paper.id, ":version": version,
        },
    )?)
}

/// Gives it its place in the register of filings; written with the stage, before it.
pub(in crate::documents) fn give_filing(desk: &Desk<'_>, id: IncomingId, given: &Given) -> Result<()> {
    let sql = "UPDATE incoming SET filing_number = :number, filing_number_id = :number_id
               WHERE id = :id AND filing_number IS NULL AND stage = 'registered'";
    one(desk.tx.execute(sql, named_params! {":number": given.text, ":number_id": given.id, ":id": id})?)
}

/// Writes the proposal; written with the stage, before it.
pub(in crate::documents) fn propose(
    desk: &Desk<'_>,
    id: IncomingId,
    words: &str,
    by: &str,
    on: NaiveDate,
    due: Option<NaiveDate>,
) -> Result<()> {
    let sql = "UPDATE incoming SET proposal = :words, proposed_by = :by, proposed_on = :on, due_on = :due
               WHERE id = :id AND stage = 'checked'";
    one(desk
        .tx
        .execute(sql, named_params! {":words": words, ":by": by, ":on": on, ":due": due, ":id": id})?)
}

/// Writes why it goes back or was taken up again; written with the stage, before it.
pub(in crate::documents) fn set_reason(desk: &Desk<'_>, id: IncomingId, reason: &str) -> Result<()> {
    let sql = "UPDATE incoming SET reason = :reason WHERE id = :id";
    one(desk.tx.execute(sql, named_params! {":reason": reason, ":id": id})?)
}

/// Writes the last day of handling.
pub(in crate::documents) fn set_due(desk: &Desk<'_>, id: IncomingId, due: NaiveDate) -> Result<()> {
    one(desk.tx.execute(
        "UPDATE incoming SET due_on = :due WHERE id = :id",
        named_params! {":due": due, ":id": id},
    )?)
}

/// Writes the answer; written with the stage, before it.
pub(in crate::documents) fn answer(
    desk: &Desk<'_>,
    id: IncomingId,
    words: &str,
    letter: &str,
    on: NaiveDate,
) -> Result<()> {
    let sql =
        "UPDATE incoming SET answer = :words, answer_letter = :letter, answered_on = :on WHERE id = :id";
    one(desk.tx.execute(sql, named_params! {":words": words, ":letter": letter, ":on": on, ":id": id})?)
}

/// Closes it: stage, day and result in one go.
pub(in crate::documents) fn close(
    desk: &Desk<'_>,
    paper: &Incoming,
    version: i64,
    on: NaiveDate,
    result: &str,
) -> Result<()> {
    one(desk.tx.execute(
        "UPDATE incoming SET stage = 'closed', since = :now, closed_on = :on, result = :result, version = version + 1
         WHERE id = :id AND version = :version AND stage = :from",
        named_params! {
            ":now": desk.now, ":on": on, ":result": result, ":id": paper.id, ":version": version,
            ":from": paper.stage,
        },
    )?)
}

/// Takes a closed paper up again.
pub(in crate::documents) fn reopen(
    desk: &Desk<'_>,
    paper: &Incoming,
    version: i64,
    reason: &str,
) -> Result<()> {
    one(desk.tx.execute(
        "UPDATE incoming SET stage = 'ready', since = :now, closed_on = NULL, reason = :reason, version = version + 1
         WHERE id = :id AND version = :version AND stage = 'closed'",
        named_params! {":now": desk.now, ":reason": reason, ":id": paper.id, ":version": version},
    )?)
}

/// Counts a change beside the stages; stale if the paper is not where it was seen.
pub(in crate::documents) fn touch(desk: &Desk<'_>, paper: &Incoming, version: i64) -> Result<()> {
    let sql =
        "UPDATE incoming SET version = version + 1 WHERE id = :id AND version = :version AND stage = :from";
    one(desk.tx.execute(sql, named_params! {":id": paper.id, ":version": version, ":from": paper.stage})?)
}

/// The 收文编号 of another paper of this sender with this number that was not sent back.
pub(in crate::documents) fn same_letter(
    desk: &Desk<'_>,
    sender_name: &str,
    letter: &str,
    but: Option<IncomingId>,
) -> Result<Option<String>> {
    let sql = "SELECT coalesce(number, '（未登记）') AS number FROM incoming
               WHERE campaign = :campaign AND letter = :letter AND letter <> '' AND sender_name = :sender
                 AND stage <> 'returned' AND (:but IS NULL OR id <> :but) LIMIT 1";
    let given =
        named_params! {":campaign": desk.campaign.id, ":letter": letter, ":sender": sender_name, ":but": but};
    Ok(desk.tx.query_row(sql, given, |row| row.get("number")).optional()?)
}

/// One paper.
pub(in crate::documents) fn get(desk: &Desk<'_>, id: IncomingId) -> Result<Incoming> {
    let sql = "SELECT * FROM incoming WHERE id = :id AND campaign = :campaign";
    found(desk.tx.query_row(sql, named_params! {":id": id, ":campaign": desk.campaign.id}, read), "收文")
}

const WHERE: &str = "campaign = :campaign AND (:year IS NULL OR CAST(substr(received_on, 1, 4) AS INTEGER) = :year)
  AND (:kind IS NULL OR kind = :kind) AND (:stage IS NULL OR stage = :stage) AND (:sender IS NULL OR sender = :sender)
  AND (NOT :waiting OR stage NOT IN ('closed', 'returned')) AND (NOT :filings OR filing_number IS NOT NULL)
  AND (NOT :late OR (due_on < :today AND stage NOT IN ('closed', 'returned')))
  AND (:words = '' OR instr(title, :words) OR instr(sender_name, :words) OR instr(letter, :words)
    OR instr(coalesce(number, ''), :words) OR instr(coalesce(filing_number, ''), :words) OR instr(summary, :words))";

/// What the register can be sorted by.
const COLUMNS: &[(&str, &str)] = &[
    ("received_on", "received_on"),
    ("number", "CASE WHEN n IS NOT NULL THEN printf('%d %06d', year, n) END"),
    ("sender_name", "reading(sender_name)"),
    ("letter", "reading(letter)"),
    ("title", "reading(title)"),
    ("kind_label", "instr('filing_office filing_group comprehensive single other', kind)"),
    ("due_on", "due_on"),
    (
        "stage_label",
        "instr('received registered checked deputy leader ready handling answered closed returned', stage)",
    ),
    (
        "filing_number",
        "printf('%s %s %03d', kind, substr(received_on, 1, 4), length(filing_number)) || filing_number",
    ),
    ("urgency_label", "instr('plain more most', urgency)"),
    ("closed_on", "closed_on"),
    ("result", "reading(result)"),
];

/// Papers that fit the filter in the order it asks for, and how many there are.
pub(in crate::documents) fn list(
    desk: &Desk<'_>,
    filter: &IncomingFilter,
    slice: Slice,
) -> Result<(Vec<Incoming>, u32)> {
    let (words, today) = (filter.words.trim(), desk.today());
    let given = named_params! {
        ":campaign": desk.campaign.id, ":year": filter.year, ":kind": filter.kind, ":stage": filter.stage,
        ":sender": filter.sender, ":waiting": filter.waiting, ":filings": filter.filings, ":late": filter.late,
        ":today": today, ":words": words,
    };
    let total =
        desk.tx.query_row(&format!("SELECT count(*) AS n FROM incoming WHERE {WHERE}"), given, |row| {
            row.get("n")
        })?;
    let order = order_by(filter.order.as_ref(), COLUMNS, "received_on DESC, id DESC")?;
    let sql = format!(
        "SELECT * FROM incoming WHERE {WHERE} ORDER BY {order} LIMIT {} OFFSET {}",
        slice.bounded(),
        slice.offset
    );
    let mut query = desk.tx.prepare_cached(&sql)?;
    let rows = query.query_map(given, read)?.collect::<rusqlite::Result<_>>()?;
    Ok((rows, total))
}

fn read(row: &Row<'_>) -> rusqlite::Result<Incoming> {
    let (kind, stage): (IncomingKind, IncomingStage) = (row.get("kind")?, row.get("stage")?);
    let (secrecy, urgency): (Secrecy, Urgency) = (row.get("secrecy")?, row.get("urgency")?);
    Ok(Incoming {
        id: row.get("id")?,
        version: row.get("version")?,
        kind,
        kind_label: kind.label().into(),
        stage,
        stage_label: stage.label().into(),
        sender: row.get("sender")?,
        sender_name: row.get("sender_name")?,
        letter: row.get("letter")?,
        dated_on: row.get("dated_on")?,
        title: row.get("title")?,
        summary: row.get("summary")?,
        copies: row.get("copies")?,
        secrecy,
        secrecy_label: secrecy.label().into(),
        urgency,
        urgency_label: urgency.label().into(),
        received_on: row.get("received_on")?,
        received_by: row.get("received_by")?,
        way: row.get("way")?,
        number: row.get("number")?,
        filing_number: row.get("filing_number")?,
        proposal: row.get("proposal")?,
        proposed_by: row.get("proposed_by")?,
        proposed_on: row.get("proposed_on")?,
        due_on: row.get("due_on")?,
        answer: row.get("answer")?,
        answer_letter: row.get("answer_letter")?,
        answered_on: row.get("answered_on")?,
        result: row.get("result")?,
        closed_on: row.get("closed_on")?,
        reason: row.get("reason")?,
        since: row.get("since")?,
        archive_ready: stage == IncomingStage::Closed,
    })
}
