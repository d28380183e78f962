//! Issues: rows, their stages guarded by where they were seen, history.
use chrono::NaiveDate;
use rusqlite::{Row, named_params};

use crate::kernel::desk::Desk;
use crate::kernel::ids::NumberId;
use crate::kernel::numbering::Given;
use crate::kernel::refusal::Result;
use crate::kernel::rows::{Order, Rows, Slice, found, one, order_by, page};
use crate::registry::PersonId;
use crate::reports::bulletins::flow::BulletinStage;
use crate::reports::bulletins::kinds::{BulletinId, BulletinKind, BulletinStepId, issue_name};
use crate::reports::bulletins::record::Bulletin;
use crate::reports::month::Month;
use crate::reports::record::ReportEvent;

/// What is written of an issue by its editors.
pub(in crate::reports) struct Facts {
    pub foreword: String,
    pub report_to: Vec<String>,
    pub send_to: Vec<String>,
    pub issue_to: Vec<String>,
    pub editors: String,
    pub copies: u32,
}

/// Begins an issue.
pub(in crate::reports) fn insert(
    desk: &Desk<'_>,
    id: BulletinId,
    kind: BulletinKind,
    month: Month,
    facts: &Facts,
) -> Result<()> {
    desk.tx.execute(
        "INSERT INTO bulletin (id, campaign, kind, month, stage, foreword, report_to, send_to, issue_to, editors, copies,
           since, created_at, created_by)
         VALUES (:id, :campaign, :kind, :month, 'draft', :foreword, :report_to, :send_to, :issue_to, :editors, :copies,
           :now, :now, :who)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":kind": kind, ":month": month, ":foreword": facts.foreword,
            ":report_to": serde_json::to_string(&facts.report_to)?, ":send_to": serde_json::to_string(&facts.send_to)?,
            ":issue_to": serde_json::to_string(&facts.issue_to)?, ":editors": facts.editors, ":copies": facts.copies,
            ":now": desk.now, ":who": desk.who.name,
        },
    )?;
    Ok(())
}

/// Writes what the editors wrote.
pub(in crate::reports) fn save(desk: &Desk<'_>, id: BulletinId, version: i64, facts: &Facts) -> Result<()> {
    one(desk.tx.execute(
        "UPDATE bulletin SET foreword = :foreword, report_to = :report_to, send_to = :send_to, issue_to = :issue_to,
           editors = :editors, copies = :copies, version = version + 1
         WHERE id = :id AND version = :version AND stage = 'draft'",
        named_params! {
            ":foreword": facts.foreword, ":report_to": serde_json::to_string(&facts.report_to)?,
            ":send_to": serde_json::to_string(&facts.send_to)?, ":issue_to": serde_json::to_string(&facts.issue_to)?,
            ":editors": facts.editors, ":copies": facts.copies, ":id": id, ":version": version,
        },
    )?)
}

/// Counts a change of columns or items; stale where it was changed meanwhile.
pub(in crate::reports) fn touch(desk: &Desk<'_>, id: BulletinId, version: i64) -> Result<()> {
    let sql =
        "UPDATE bulletin SET version = version + 1 WHERE id = :id AND version = :version AND stage = 'draft'";
    one(desk.tx.execute(sql, named_params! {":id": id, ":version": version})?)
}

/// Moves an issue on; stale if it is not where it was seen.
pub(in crate::reports) fn move_stage(
    desk: &Desk<'_>,
    bulletin: &Bulletin,
    to: BulletinStage,
    reason: &str,
) -> Result<()> {
    let issued = (to == BulletinStage::Issued).then(|| desk.today());
    let ended = if to == BulletinStage::Voided { reason } else { "" };
    one(desk.tx.execute(
        "UPDATE bulletin SET stage = :to, issued_on = :issued, end_reason = :ended, since = :now, version = version + 1
         WHERE id = :id AND version = :version AND stage = :from",
        named_params! {
            ":to": to, ":issued": issued, ":ended": ended, ":now": desk.now, ":id": bulletin.id,
            ":version": bulletin.version, ":from": bulletin.stage,
        },
    )?)
}

/// A signature with the numbers it gave; `None` where the issue keeps those it has.
pub(in crate::reports) struct Signing<'a> {
    pub on: NaiveDate,
    pub signer: PersonId,
    pub name: &'a str,
    pub words: &'a str,
    pub number: Option<(i32, &'a Given, Option<&'a Given>)>,
}

/// Signs an issue.
pub(in crate::reports) fn sign(desk: &Desk<'_>, bulletin: &Bulletin, signing: &Signing<'_>) -> Result<()> {
    one(desk.tx.execute(
        "UPDATE bulletin SET stage = 'signed', signed_on = :on, signer = :signer, signer_name = :name, signer_words = :words,
           since = :now, version = version + 1,
           year = coalesce(:year, year), n = coalesce(:n, n), number = coalesce(:number, number),
           number_id = coalesce(:number_id, number_id), running = coalesce(:running, running),
           running_id = coalesce(:running_id, running_id)
         WHERE id = :id AND version = :version AND stage = 'submitted'",
        named_params! {
            ":on": signing.on, ":signer": signing.signer, ":name": signing.name, ":words": signing.words, ":now": desk.now,
            ":year": signing.number.map(|(year, _, _)| year), ":n": signing.number.map(|(_, given, _)| given.n),
            ":number": signing.number.map(|(_, given, _)| given.text.as_str()),
            ":number_id": signing.number.map(|(_, given, _)| given.id),
            ":running": signing.number.and_then(|(_, _, running)| running).map(|given| given.text.as_str()),
            ":running_id": signing.number.and_then(|(_, _, running)| running).map(|given| given.id),
            ":id": bulletin.id, ":version": bulletin.version,
        },
    )?)
}

/// Ids of the numbers that it has.
pub(in crate::reports) fn number_ids(desk: &Desk<'_>, id: BulletinId) -> Result<Vec<NumberId>> {
    let sql = "SELECT number_id, running_id FROM bulletin WHERE id = :id";
    let ids: (Option<NumberId>, Option<NumberId>) =
        desk.tx.query_row(sql, named_params! {":id": id}, |row| {
            Ok((row.get("number_id")?, row.get("running_id")?))
        })?;
    Ok([ids.0, ids.1].into_iter().flatten().collect())
}

const SELECT: &str = "SELECT b.*,
    (SELECT count(*) FROM bulletin_item i WHERE i.bulletin = b.id) AS items,
    (SELECT count(DISTINCT s.unit) FROM bulletin_source s WHERE s.bulletin = b.id) AS units";

/// One issue.
pub(in crate::reports) fn get(desk: &Desk<'_>, id: BulletinId) -> Result<Bulletin> {
    let sql = format!("{SELECT} FROM bulletin b WHERE b.id = :id AND b.campaign = :campaign");
    found(desk.tx.query_row(&sql, named_params! {":id": id, ":campaign": desk.campaign.id}, read), "工作简报")
}

/// Which issues are wanted.
pub(in crate::reports) struct Wanted<'a> {
    pub year: Option<i32>,
    pub kind: Option<BulletinKind>,
    pub stage: Option<BulletinStage>,
    pub month: Option<Month>,
    pub words: &'a str,
    pub order: Option<&'a Order>,
}

impl Wanted<'_> {
    /// All of them.
    pub const ALL: Wanted<'static> =
        Wanted { year: None, kind: None, stage: None, month: None, words: "", order: None };
}

const COLUMNS: &[(&str, &str)] = &[
    ("issue", "b.year * 10000 + b.n"),
    ("kind_label", "b.kind"),
    ("month", "b.month"),
    ("stage_label", "instr('draft submitted signed issued voided', b.stage)"),
    ("signed_on", "b.signed_on"),
    ("issued_on", "b.issued_on"),
    ("signer_name", "reading(b.signer_name)"),
    ("items", "items"),
    ("units", "units"),
    ("copies", "b.copies"),
];

/// Issues that fit, newest month first.
pub(in crate::reports) fn list(desk: &Desk<'_>, wanted: &Wanted<'_>, slice: Slice) -> Result<Rows<Bulletin>> {
    let order = order_by(wanted.order, COLUMNS, "b.month DESC, b.kind, b.n DESC, b.created_at DESC, b.id")?;
    let sql = format!(
        "{SELECT}, count(*) OVER () AS total FROM bulletin b WHERE b.campaign = :campaign
           AND (:year IS NULL OR substr(b.month, 1, 4) = printf('%04d', :year)) AND (:kind IS NULL OR b.kind = :kind)
           AND (:stage IS NULL OR b.stage = :stage) AND (:month IS NULL OR b.month = :month)
           AND (:words = '' OR instr(coalesce(b.number, ''), :words) OR instr(coalesce(b.running, ''), :words)
             OR EXISTS (SELECT 1 FROM bulletin_item i WHERE i.bulletin = b.id AND (instr(i.title, :words) OR instr(i.body, :words))))
         ORDER BY {order} LIMIT {} OFFSET {}",
        slice.bounded(),
        slice.offset
    );
    let mut query = desk.tx.prepare_cached(&sql)?;
    let words = wanted.words.trim();
    page(
        &mut query,
        named_params! {
            ":campaign": desk.campaign.id, ":year": wanted.year, ":kind": wanted.kind, ":stage": wanted.stage,
            ":month": wanted.month, ":words": words,
        },
        read,
    )
}

/// Notes what was done.
pub(in crate::reports) fn note(desk: &Desk<'_>, bulletin: BulletinId, what: &str, words: &str) -> Result<()> {
    let id: BulletinStepId = desk.new_id();
    desk.tx.execute(
        "INSERT INTO bulletin_step (id, campaign, bulletin, at, who, what, words)
         VALUES (:id, :campaign, :bulletin, :now, :who, :what, :words)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":bulletin": bulletin, ":now": desk.now, ":who": desk.who.name,
            ":what": what, ":words": words,
        },
    )?;
    Ok(())
}

/// History, newest first.
pub(in crate::reports) fn events(desk: &Desk<'_>, bulletin: BulletinId) -> Result<Vec<ReportEvent>> {
    let sql = "SELECT at, who, what, words FROM bulletin_step WHERE bulletin = :bulletin ORDER BY at DESC, id DESC LIMIT 500";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":bulletin": bulletin}, |row| {
        Ok(ReportEvent {
            at: row.get("at")?,
            who: row.get("who")?,
            what: row.get("what")?,
            words: row.get("words")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Bulletin> {
    let (kind, stage, month): (BulletinKind, BulletinStage, Month) =
        (row.get("kind")?, row.get("stage")?, row.get("month")?);
    let (number, running): (Option<String>, Option<String>) = (row.get("number")?, row.get("running")?);
    let list = |column: &str| -> rusqlite::Result<Vec<String>> {
        let text: String = row.get(column)?;
        Ok(serde_json::from_str(&text).unwrap_or_default())
    };
    Ok(Bulletin {
        id: row.get("id")?,
        version: row.get("version")?,
        kind,
        kind_label: kind.label().into(),
        month,
        month_label: month.label(),
        issue: issue_name(kind, month, number.as_deref(), running.as_deref()),
        stage,
        stage_label: stage.label().into(),
        foreword: row.get("foreword")?,
        report_to: list("report_to")?,
        send_to: list("send_to")?,
        issue_to: list("issue_to")?,
        editors: row.get("editors")?,
        copies: row.get("copies")?,
        number,
        running,
        year: row.get("year")?,
        signed_on: row.get("signed_on")?,
        signer_name: row.get("signer_name")?,
        signer_words: row.get("signer_words")?,
        issued_on: row.get("issued_on")?,
        end_reason: row.get("end_reason")?,
        items: row.get("items")?,
        units: row.get("units")?,
        since: row.get("since")?,
    })
}
