//! Letters of delegation as kept and asked for (第十六条): recorded from paper, taken back with a reason, never deleted.
use chrono::NaiveDate;
use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::delegation::{Delegation, DelegationScope, OWNER, state};
use super::kinds::{DelegationId, OutgoingId};
use super::outgoing;
use super::proofs;
use super::step::{DocumentPerson, DocumentWord};
use super::store::{json, list as listed, one};
use super::words::{date, needed, possible, proof};
use crate::kernel::Nothing;
use crate::kernel::attachments::{self, Attachment, Upload};
use crate::kernel::desk::Desk;
use crate::kernel::document_rules::Issuer;
use crate::kernel::refusal::{Refusal, Result, article_name};
use crate::registry::{self, PersonId, PostKind};

/// A letter as it stands on paper.
#[derive(Debug, Deserialize, TS)]
pub struct DelegationAdd {
    /// To whom.
    pub grantee: PersonId,
    /// What it covers.
    pub scope: DelegationScope,
    /// `kinds`: which.
    #[serde(default)]
    pub kinds: Vec<String>,
    /// `one`: which document.
    #[serde(default)]
    pub document: Option<OutgoingId>,
    /// What it says.
    pub words: String,
    /// Day of the letter.
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
    /// Further pages of the scan.
    #[serde(default)]
    pub pages: Vec<Upload>,
}

/// What can be chosen for a letter of a day.
#[derive(Debug, Deserialize, TS)]
pub struct DelegationChoicesAsked {
    /// Day of the letter; today if absent.
    #[serde(default)]
    pub on: Option<NaiveDate>,
}

/// Who may delegate what to whom.
#[derive(Debug, Serialize, TS)]
pub struct DelegationChoices {
    /// The leader of the day; none where the register knows none.
    pub grantor: Option<DocumentPerson>,
    /// Those to whom he may.
    pub grantees: Vec<DocumentPerson>,
    /// What a letter may cover.
    pub scopes: Vec<DocumentWord>,
    /// Kinds that the group issues.
    pub kinds: Vec<DocumentWord>,
    /// The rule in a sentence.
    pub says: String,
    /// Article it rests on.
    pub article: String,
}

/// A letter is taken back.
#[derive(Debug, Deserialize, TS)]
pub struct DelegationEnd {
    /// Letter.
    pub delegation: DelegationId,
    /// Version it was seen in.
    pub version: i64,
    /// From this day on.
    pub on: NaiveDate,
    /// Why.
    pub reason: String,
}

/// Which letter.
#[derive(Debug, Deserialize, TS)]
pub struct DelegationAsked {
    /// Its id.
    pub delegation: DelegationId,
}

/// All letters, the latest first.
pub(super) fn list(desk: &Desk<'_>, _: Nothing) -> Result<Vec<Delegation>> {
    all(desk)
}

/// Scans of a letter.
pub(super) fn files(desk: &Desk<'_>, q: DelegationAsked) -> Result<Vec<Attachment>> {
    attachments::of(desk, OWNER, q.delegation)
}

/// Who may delegate what to whom on a day.
pub(super) fn choices(desk: &Desk<'_>, q: DelegationChoicesAsked) -> Result<DelegationChoices> {
    let roster = registry::roster_on(desk, q.on.unwrap_or(desk.today()))?;
    let of = |post| roster.iter().filter(move |line| line.post == post).map(DocumentPerson::from);
    let (group, rules) = (&desk.profile.group, &desk.profile.documents);
    let issued = rules.kinds.iter().filter(|kind| kind.by.contains(&Issuer::Group));
    Ok(DelegationChoices {
        grantor: of(PostKind::Leader).next(),
        grantees: of(PostKind::ExecutiveDeputy).collect(),
        scopes: DelegationScope::ALL.iter().map(|one| DocumentWord::of(one.key(), one.label())).collect(),
        kinds: issued.map(|kind| DocumentWord::of(&kind.key, &kind.label)).collect(),
        says: format!(
            "领导小组文件由{}签发；{}委托{}签发的，凭委托书登记，在委托期限和范围内有效。",
            group.leader_title, group.leader_title, group.executive_title
        ),
        article: article_name(rules.issuing_article),
    })
}

pub(super) fn add(desk: &Desk<'_>, q: DelegationAdd) -> Result<Vec<Delegation>> {
    let article = desk.profile.documents.issuing_article;
    let no = |words: String, hint: &str| Err(Refusal::refused(words).hint(hint).article(article));
    let group = &desk.profile.group;
    let granted_on = possible(q.granted_on, NaiveDate::MIN, desk.today(), "委托书日期", "委托")?;
    if q.from < granted_on || q.to < q.from {
        return no("委托期限不对：不能早于委托书日期，止日不能早于起日。".into(), "请按委托书填写。");
    }
    let roster = registry::roster_on(desk, granted_on)?;
    let Some(grantor) = roster.iter().find(|line| line.post == PostKind::Leader) else {
        return no(format!("名册里{}没有{}。", date(granted_on), group.leader_title), "请先登记任职。");
    };
    let executive =
        roster.iter().find(|line| line.person == q.grantee && line.post == PostKind::ExecutiveDeputy);
    let Some(grantee) = executive else {
        let name = registry::person(desk, q.grantee)?.name;
        return no(
            format!("{name}在{}不是{}，不能受托签发。", date(granted_on), group.executive_title),
            "按规定只能委托常务副组长。",
        );
    };
    let kinds = kinds_of(desk, &q)?;
    let document = match (q.scope, q.document) {
        (DelegationScope::One, Some(id)) => {
            let document = outgoing::store::documents::get(desk, id)?;
            if document.facts.issuer != Issuer::Group {
                return no(
                    "这份文件不以领导小组名义制发，不需要委托。".into(),
                    "创建办文件由创建办主任签发。",
                );
            }
            Some(id)
        }
        (DelegationScope::One, None) => {
            return no("没有选择委托签发的文件。".into(), "请选择文件，或改选委托范围。");
        }
        _ => None,
    };
    proof(q.scan.is_some(), &q.basis, "委托", article)?;
    let id: DelegationId = desk.new_id();
    desk.tx.execute(
        "INSERT INTO document_delegation (id, campaign, grantor, grantor_name, grantee, grantee_name, scope, kinds, outgoing,
           words, basis, granted_on, from_on, to_on, recorded_by, recorded_at)
         VALUES (:id, :campaign, :grantor, :grantor_name, :grantee, :grantee_name, :scope, :kinds, :outgoing, :words,
           :basis, :granted_on, :from, :to, :by, :now)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":grantor": grantor.person, ":grantor_name": grantor.name,
            ":grantee": grantee.person, ":grantee_name": grantee.name, ":scope": q.scope, ":kinds": json(&kinds)?,
            ":outgoing": document, ":words": needed(&q.words, "委托内容")?, ":basis": q.basis.trim(),
            ":granted_on": granted_on, ":from": q.from, ":to": q.to, ":by": desk.who.name, ":now": desk.now,
        },
    )?;
    proofs::attach(desk, (OWNER, id), "委托书扫描件", q.scan.as_ref(), &q.pages)?;
    all(desk)
}

fn kinds_of(desk: &Desk<'_>, q: &DelegationAdd) -> Result<Vec<String>> {
    if q.scope != DelegationScope::Kinds {
        return Ok(Vec::new());
    }
    if q.kinds.is_empty() {
        return Err(Refusal::refused("没有选择委托签发的文种。").hint("请选择文种，或改选委托范围。"));
    }
    for key in &q.kinds {
        outgoing::card::kind(desk, key)?;
    }
    Ok(q.kinds.clone())
}

pub(super) fn end(desk: &Desk<'_>, q: DelegationEnd) -> Result<Vec<Delegation>> {
    let letter = all(desk)?.into_iter().find(|letter| letter.id == q.delegation);
    let letter = letter.ok_or_else(|| Refusal::not_found("委托书"))?;
    let article = desk.profile.documents.issuing_article;
    if letter.ended_on.is_some() {
        return Err(Refusal::refused("这份委托书已经收回。").hint("不需要重复办理。").article(article));
    }
    let on = possible(q.on, letter.granted_on, desk.today(), "收回日期", "委托")?;
    let sql = "SELECT max(signed_on) AS last FROM outgoing WHERE delegation = :id";
    let last: Option<NaiveDate> =
        desk.tx.query_row(sql, named_params! {":id": letter.id}, |row| row.get("last"))?;
    if let Some(last) = last.filter(|last| *last >= on) {
        return Err(Refusal::refused(format!(
            "{}已依这份委托书签发文件，不能从{}起收回。",
            date(last),
            date(on)
        ))
        .hint("收回日期须晚于最后一次依此签发的日期。")
        .article(article));
    }
    let reason = needed(&q.reason, "收回的原因")?;
    one(desk.tx.execute(
        "UPDATE document_delegation SET ended_on = :on, end_reason = :reason, version = version + 1
         WHERE id = :id AND version = :version AND ended_on IS NULL",
        named_params! {":on": on, ":reason": reason, ":id": letter.id, ":version": q.version},
    )?)?;
    all(desk)
}

/// All letters, the latest first.
pub(super) fn all(desk: &Desk<'_>) -> Result<Vec<Delegation>> {
    let sql = "SELECT d.*, (SELECT count(*) FROM outgoing o WHERE o.delegation = d.id) AS used
               FROM document_delegation d WHERE campaign = :campaign ORDER BY granted_on DESC, id DESC LIMIT 500";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":campaign": desk.campaign.id}, |row| read(desk, row))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn read(desk: &Desk<'_>, row: &Row<'_>) -> rusqlite::Result<Delegation> {
    let (scope, kinds): (DelegationScope, Vec<String>) = (row.get("scope")?, listed(row, "kinds")?);
    let (from, to, ended_on): (NaiveDate, NaiveDate, Option<NaiveDate>) =
        (row.get("from_on")?, row.get("to_on")?, row.get("ended_on")?);
    let label = |key: &String| {
        desk.profile.documents.kind(key).map_or_else(|| key.clone(), |kind| kind.label.clone())
    };
    let scope_label = match scope {
        DelegationScope::Kinds => {
            format!("{}：{}", scope.label(), kinds.iter().map(label).collect::<Vec<_>>().join("、"))
        }
        _ => scope.label().into(),
    };
    Ok(Delegation {
        id: row.get("id")?,
        version: row.get("version")?,
        grantor: row.get("grantor")?,
        grantor_name: row.get("grantor_name")?,
        grantee: row.get("grantee")?,
        grantee_name: row.get("grantee_name")?,
        scope,
        scope_label,
        kinds,
        outgoing: row.get("outgoing")?,
        words: row.get("words")?,
        basis: row.get("basis")?,
        granted_on: row.get("granted_on")?,
        from,
        to,
        ended_on,
        end_reason: row.get("end_reason")?,
        open: ended_on.is_none() && to >= desk.today(),
        state_label: state(from, to, ended_on, desk.today()).into(),
        used: row.get("used")?,
    })
}
