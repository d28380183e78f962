//! Entrustments as kept and asked for (第七条): recorded from paper, taken back with a reason, never deleted.
use chrono::NaiveDate;
use rusqlite::{Row, named_params};
use serde::Deserialize;
use ts_rs::TS;

use super::entrustment::{Entrustment, OWNER, state};
use super::kinds::{MatterEntrustmentId, MatterId, MatterLevel};
use super::store;
use crate::kernel::Nothing;
use crate::kernel::attachments::{self, Attachment, Upload};
use crate::kernel::checks::{needed, possible, proof};
use crate::kernel::desk::Desk;
use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::rows::one;
use crate::kernel::written::date;
use crate::registry::{self, PersonId, PostKind};

/// An entrustment as it stands on paper.
#[derive(Debug, Deserialize, TS)]
pub struct MatterEntrust {
    /// The deputy who entrusts.
    pub grantor: PersonId,
    /// To whom; the director of the day of the paper if left out.
    #[serde(default)]
    pub grantee: Option<PersonId>,
    /// The one matter; every routine matter if left out.
    #[serde(default)]
    pub matter: Option<MatterId>,
    /// What it says.
    pub words: String,
    /// Day of the paper.
    pub granted_on: NaiveDate,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Where it lies, if there is no scan.
    #[serde(default)]
    pub basis: String,
    /// Scan.
    #[serde(default)]
    pub scan: Option<Upload>,
}

/// An entrustment is taken back.
#[derive(Debug, Deserialize, TS)]
pub struct MatterEntrustEnd {
    /// Entrustment.
    pub entrustment: MatterEntrustmentId,
    /// Version it was seen in.
    pub version: i64,
    /// From this day on.
    pub on: NaiveDate,
    /// Why.
    pub reason: String,
}

/// Which entrustment.
#[derive(Debug, Deserialize, TS)]
pub struct MatterEntrustmentAsked {
    /// Its id.
    pub entrustment: MatterEntrustmentId,
}

pub(super) fn list(desk: &Desk<'_>, _: Nothing) -> Result<Vec<Entrustment>> {
    all(desk)
}

/// Scans of an entrustment.
pub(super) fn files(desk: &Desk<'_>, q: MatterEntrustmentAsked) -> Result<Vec<Attachment>> {
    attachments::of(desk, OWNER, q.entrustment)
}

pub(super) fn add(desk: &Desk<'_>, q: MatterEntrust) -> Result<Vec<Entrustment>> {
    let article = desk.profile.matters.article;
    let no = |words: String, hint: &str| Err(Refusal::refused(words).hint(hint).article(article));
    let granted_on = possible(q.granted_on, NaiveDate::MIN, desk.today(), "委托书日期", "委托")?;
    if q.from < granted_on || q.to < q.from {
        return no("委托期限不对：不能早于委托书日期，止日不能早于起日。".into(), "请按委托书填写。");
    }
    let roster = registry::roster_on(desk, granted_on)?;
    let deputy = roster.iter().find(|line| {
        line.person == q.grantor && matches!(line.post, PostKind::ExecutiveDeputy | PostKind::Deputy)
    });
    let Some(grantor) = deputy else {
        let name = registry::person(desk, q.grantor)?.name;
        let title = &desk.profile.group.deputy_title;
        return no(
            format!("{name}在{}不是{title}，不能委托审定。", date(granted_on)),
            "请核对委托人和委托书日期。",
        );
    };
    let office = PostKind::Director.words(desk.profile);
    let Some(grantee) = registry::director_on(desk, granted_on)? else {
        return no(format!("名册里{}没有{office}。", date(granted_on)), "请先在机构名册登记任职。");
    };
    if q.grantee.is_some_and(|person| person != grantee.person) {
        return no(
            format!("{}的{office}是{}，只能委托给{office}。", date(granted_on), grantee.name),
            "请核对受托人。",
        );
    }
    if let Some(id) = q.matter
        && store::get(desk, id)?.level == MatterLevel::Major
    {
        return no("重大事项不能委托审定。".into(), "重大事项经联席会议审议后报组长亲自审定。");
    }
    proof(q.scan.is_some(), &q.basis, "委托", article)?;
    let id: MatterEntrustmentId = desk.new_id();
    desk.tx.execute(
        "INSERT INTO matter_entrustment (id, campaign, grantor, grantor_name, grantee, grantee_name, matter, words, basis,
           granted_on, from_on, to_on, recorded_by, recorded_at)
         VALUES (:id, :campaign, :grantor, :grantor_name, :grantee, :grantee_name, :matter, :words, :basis, :granted_on,
           :from, :to, :by, :now)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":grantor": grantor.person, ":grantor_name": grantor.name,
            ":grantee": grantee.person, ":grantee_name": grantee.name, ":matter": q.matter,
            ":words": needed(&q.words, "委托内容")?, ":basis": q.basis.trim(), ":granted_on": granted_on,
            ":from": q.from, ":to": q.to, ":by": desk.who.name, ":now": desk.now,
        },
    )?;
    if let Some(scan) = &q.scan {
        attachments::add(desk, OWNER, id, "委托审定书扫描件", scan)?;
    }
    all(desk)
}

pub(super) fn end(desk: &Desk<'_>, q: MatterEntrustEnd) -> Result<Vec<Entrustment>> {
    let letter = all(desk)?.into_iter().find(|letter| letter.id == q.entrustment);
    let letter = letter.ok_or_else(|| Refusal::not_found("委托审定书"))?;
    let article = desk.profile.matters.article;
    if letter.ended_on.is_some() {
        return Err(Refusal::refused("这份委托书已经收回。").hint("不需要重复办理。").article(article));
    }
    let on = possible(q.on, letter.granted_on, desk.today(), "收回日期", "委托")?;
    let sql = "SELECT max(on_day) AS last FROM matter_step WHERE entrustment = :id";
    let last: Option<NaiveDate> =
        desk.tx.query_row(sql, named_params! {":id": letter.id}, |row| row.get("last"))?;
    if let Some(last) = last.filter(|last| *last >= on) {
        return Err(Refusal::refused(format!(
            "{}已依这份委托书审定事项，不能从{}起收回。",
            date(last),
            date(on)
        ))
        .hint("收回日期须晚于最后一次依此审定的日期。")
        .article(article));
    }
    let reason = needed(&q.reason, "收回的原因")?;
    one(desk.tx.execute(
        "UPDATE matter_entrustment SET ended_on = :on, end_reason = :reason, version = version + 1
         WHERE id = :id AND version = :version AND ended_on IS NULL",
        named_params! {":on": on, ":reason": reason, ":id": letter.id, ":version": q.version},
    )?)?;
    all(desk)
}

/// All entrustments, the latest first.
pub(super) fn all(desk: &Desk<'_>) -> Result<Vec<Entrustment>> {
    let sql = "SELECT e.*, (SELECT count(*) FROM matter_step s WHERE s.entrustment = e.id) AS used,
                 (SELECT m.number || '　' || m.title FROM matter m WHERE m.id = e.matter) AS about
               FROM matter_entrustment e WHERE e.campaign = :campaign ORDER BY granted_on DESC, id DESC LIMIT 500";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":campaign": desk.campaign.id}, |row| read(desk, row))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn read(desk: &Desk<'_>, row: &Row<'_>) -> rusqlite::Result<Entrustment> {
    let (from, to, ended_on): (NaiveDate, NaiveDate, Option<NaiveDate>) =
        (row.get("from_on")?, row.get("to_on")?, row.get("ended_on")?);
    let about: Option<String> = row.get("about")?;
    Ok(Entrustment {
        id: row.get("id")?,
        version: row.get("version")?,
        grantor: row.get("grantor")?,
        grantor_name: row.get("grantor_name")?,
        grantee: row.get("grantee")?,
        grantee_name: row.get("grantee_name")?,
        matter: row.get("matter")?,
        scope_label: about.unwrap_or_else(|| "全部一般性日常工作事项".into()),
        words: row.get("words")?,
        basis: row.get("basis")?,
        granted_on: row.get("granted_on")?,
        from,
        to,
        ended_on,
        end_reason: row.get("end_reason")?,
        state_label: state(from, to, ended_on, desk.today()).into(),
        used: row.get("used")?,
    })
}
