//! Guidance to districts and parks in becoming 质量强县 (第二条): recorded after each visit, corrected with a reason.
use chrono::{Datelike, NaiveDate};
use press::Ledger;
use rusqlite::{Row, named_params};
use serde::Deserialize;
use ts_rs::TS;

use super::kinds::GuidanceId;
use super::ledgers;
use super::record::{Guidance, GuidanceCard, GuidanceFacts, GuidanceVersion};
use crate::kernel::attachments::{self, Upload};
use crate::kernel::checks::{names, needed, possible};
use crate::kernel::desk::Desk;
use crate::kernel::numbering;
use crate::kernel::refusal::{Refusal, Result, article_name};
use crate::kernel::rows::{
    Key, Order, Rows, Slice, SortColumn, arrange, found, json, kept, list as listed, one, part,
};
use crate::kernel::written::date;
use crate::registry::{self, UnitId, UnitKind};

/// Owner kind of files.
const OWNER: &str = "library_guidance";

/// Which records are wanted.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct GuidanceFilter {
    /// Only of this year.
    pub year: Option<i32>,
    /// Only to this unit.
    pub unit: Option<UnitId>,
    /// Words in topic, content, result, people or unit.
    pub words: String,
    /// Which part of the list.
    pub slice: Slice,
    /// In which order; the newest first if left out.
    pub order: Option<Order>,
}

/// Which record.
#[derive(Debug, Deserialize, TS)]
pub struct GuidanceAsked {
    /// Its id.
    pub guidance: GuidanceId,
}

/// A new record.
#[derive(Debug, Deserialize, TS)]
pub struct GuidanceAdd {
    /// What is entered.
    pub facts: GuidanceFacts,
    /// Papers and photos.
    #[serde(default)]
    pub files: Vec<Upload>,
}

/// A record put right.
#[derive(Debug, Deserialize, TS)]
pub struct GuidanceEdit {
    /// Record.
    pub guidance: GuidanceId,
    /// Version it was seen in.
    pub version: i64,
    /// As it is from now on.
    pub facts: GuidanceFacts,
    /// Why.
    pub reason: String,
}

/// A file for a record.
#[derive(Debug, Deserialize, TS)]
pub struct GuidanceAttach {
    /// Record.
    pub guidance: GuidanceId,
    /// What it is.
    pub purpose: String,
    /// The file.
    pub file: Upload,
}

const COLUMNS: &[SortColumn<Guidance>] = &[
    ("number", |one| Key::words(&one.number)),
    ("on", |one| Key::Day(one.facts.on)),
    ("unit_short", |one| Key::words(&one.unit_short)),
    ("topic", |one| Key::words(&one.facts.topic)),
    ("people", |one| Key::words(&one.facts.people.join("、"))),
];

/// Every record that fits, in the order asked for.
pub(super) fn all(desk: &Desk<'_>, q: &GuidanceFilter) -> Result<Vec<Guidance>> {
    let sql = "SELECT * FROM library_guidance WHERE campaign = :campaign AND (:unit IS NULL OR unit = :unit)
                 AND (:year IS NULL OR CAST(strftime('%Y', on_day) AS INTEGER) = :year)
                 AND (:words = '' OR instr(topic, :words) OR instr(content, :words) OR instr(result, :words)
                   OR instr(people, :words) OR instr(unit_short, :words) OR instr(number, :words))
               ORDER BY on_day DESC, number DESC, id LIMIT 20000";
    let given = named_params! {
        ":campaign": desk.campaign.id, ":unit": q.unit, ":year": q.year, ":words": q.words.trim(),
    };
    let mut query = desk.tx.prepare_cached(sql)?;
    let mut rows: Vec<Guidance> = query.query_map(given, read)?.collect::<rusqlite::Result<_>>()?;
    arrange(&mut rows, q.order.as_ref(), COLUMNS)?;
    Ok(rows)
}

pub(super) fn list(desk: &Desk<'_>, q: GuidanceFilter) -> Result<Rows<Guidance>> {
    Ok(part(all(desk, &q)?, q.slice))
}

pub(super) fn open(desk: &Desk<'_>, q: GuidanceAsked) -> Result<GuidanceCard> {
    let guidance = get(desk, q.guidance)?;
    Ok(GuidanceCard {
        versions: versions(desk, guidance.id)?,
        attachments: attachments::of(desk, OWNER, guidance.id)?,
        article: article_name(desk.profile.library.article),
        guidance,
    })
}

pub(super) fn add(desk: &Desk<'_>, q: GuidanceAdd) -> Result<GuidanceCard> {
    let (facts, short) = checked(desk, q.facts)?;
    let id: GuidanceId = desk.new_id();
    let pattern = &desk.profile.library.guidance_number;
    let given = numbering::next(desk, "guidance", facts.on.year(), pattern, id)?;
    desk.tx.execute(
        "INSERT INTO library_guidance (id, campaign, number, number_id, unit, unit_short, on_day, people, topic, content,
           result, basis, recorded_by, recorded_at)
         VALUES (:id, :campaign, :number, :number_id, :unit, :short, :on, :people, :topic, :content, :result, :basis, :by,
           :now)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":number": given.text, ":number_id": given.id,
            ":unit": facts.unit, ":short": short, ":on": facts.on, ":people": json(&facts.people)?,
            ":topic": facts.topic, ":content": facts.content, ":result": facts.result, ":basis": facts.basis,
            ":by": desk.who.name, ":now": desk.now,
        },
    )?;
    for file in &q.files {
        attachments::add(desk, OWNER, id, "指导记录", file)?;
    }
    open(desk, GuidanceAsked { guidance: id })
}

pub(super) fn edit(desk: &Desk<'_>, q: GuidanceEdit) -> Result<GuidanceCard> {
    let old = get(desk, q.guidance)?;
    let (facts, short) = checked(desk, q.facts)?;
    if facts == old.facts {
        return Err(Refusal::refused("内容没有改动，没有另存一版。").hint("请改动后再保存，或直接关闭。"));
    }
    if facts.on.year() != old.facts.on.year() {
        return Err(Refusal::refused(format!("{}按年编号，日期不能改到另一年。", old.number))
            .hint("请核对日期；确属另一年的，请另行登记。"));
    }
    let reason = needed(&q.reason, "更正的原因")?;
    one(desk.tx.execute(
        "UPDATE library_guidance SET unit = :unit, unit_short = :short, on_day = :on, people = :people, topic = :topic,
           content = :content, result = :result, basis = :basis, version = version + 1
         WHERE id = :id AND version = :version",
        named_params! {
            ":unit": facts.unit, ":short": short, ":on": facts.on, ":people": json(&facts.people)?,
            ":topic": facts.topic, ":content": facts.content, ":result": facts.result, ":basis": facts.basis,
            ":id": old.id, ":version": q.version,
        },
    )?)?;
    desk.tx.execute(
        "INSERT INTO library_guidance_version (campaign, guidance, n, words, reason, saved_at, saved_by)
         VALUES (:campaign, :guidance,
           (SELECT coalesce(max(n), 0) + 1 FROM library_guidance_version WHERE guidance = :guidance), :words, :reason, :now,
           :by)",
        named_params! {
            ":campaign": desk.campaign.id, ":guidance": old.id, ":words": json(&old.facts)?, ":reason": reason,
            ":now": desk.now, ":by": desk.who.name,
        },
    )?;
    open(desk, GuidanceAsked { guidance: old.id })
}

pub(super) fn attach(desk: &Desk<'_>, q: GuidanceAttach) -> Result<GuidanceCard> {
    let guidance = get(desk, q.guidance)?;
    attachments::add(desk, OWNER, guidance.id, needed(&q.purpose, "附件的用途")?, &q.file)?;
    open(desk, GuidanceAsked { guidance: guidance.id })
}

pub(super) fn ledger(desk: &Desk<'_>, q: GuidanceFilter) -> Result<Ledger> {
    Ok(ledgers::guidance(desk, &all(desk, &q)?))
}

/// Trimmed, with what must be there; the unit is one that is guided, by its short name on that day.
fn checked(desk: &Desk<'_>, facts: GuidanceFacts) -> Result<(GuidanceFacts, String)> {
    let on = possible(facts.on, NaiveDate::MIN, desk.today(), "指导日期", "指导")?;
    let kinds: Vec<UnitKind> =
        desk.profile.library.guided.iter().filter_map(|key| UnitKind::from_key(key)).collect();
    let guided = registry::units_on(desk, on, &kinds)?;
    let Some(unit) = guided.into_iter().find(|unit| unit.id == facts.unit) else {
        let name = registry::unit(desk, facts.unit)?.short;
        let kinds: Vec<&str> = kinds.iter().map(|kind| kind.label()).collect();
        return Err(Refusal::refused(format!("{name}在{}不是{}。", date(on), kinds.join("或")))
            .hint("对县市区、园区创建质量强县的指导才登记在这里。")
            .article(desk.profile.library.article));
    };
    let people = names(&facts.people, "前往人员")?;
    if people.is_empty() {
        return Err(Refusal::refused("没有填写前往人员。").hint("请填写前往指导的人员。"));
    }
    let facts = GuidanceFacts {
        on,
        people,
        topic: needed(&facts.topic, "指导主题")?.into(),
        content: needed(&facts.content, "指导内容")?.into(),
        result: facts.result.trim().into(),
        basis: facts.basis.trim().into(),
        ..facts
    };
    Ok((facts, unit.short))
}

fn get(desk: &Desk<'_>, id: GuidanceId) -> Result<Guidance> {
    let sql = "SELECT * FROM library_guidance WHERE id = :id AND campaign = :campaign";
    let given = named_params! {":id": id, ":campaign": desk.campaign.id};
    found(desk.tx.query_row(sql, given, read), "指导记录")
}

fn read(row: &Row<'_>) -> rusqlite::Result<Guidance> {
    Ok(Guidance {
        id: row.get("id")?,
        version: row.get("version")?,
        number: row.get("number")?,
        unit_short: row.get("unit_short")?,
        facts: GuidanceFacts {
            unit: row.get("unit")?,
            on: row.get("on_day")?,
            people: listed(row, "people")?,
            topic: row.get("topic")?,
            content: row.get("content")?,
            result: row.get("result")?,
            basis: row.get("basis")?,
        },
        recorded_by: row.get("recorded_by")?,
        recorded_at: row.get("recorded_at")?,
    })
}

fn versions(desk: &Desk<'_>, id: GuidanceId) -> Result<Vec<GuidanceVersion>> {
    let sql = "SELECT * FROM library_guidance_version WHERE guidance = :guidance ORDER BY n DESC LIMIT 500";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":guidance": id}, |row| {
        Ok(GuidanceVersion {
            n: row.get("n")?,
            facts: kept(row, "words")?,
            reason: row.get("reason")?,
            saved_at: row.get("saved_at")?,
            saved_by: row.get("saved_by")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
