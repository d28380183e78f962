//! Steps of an issue (第二十二条): to the director, signed and numbered, printed; back again with a reason.
use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use ts_rs::TS;

use crate::kernel::attachments::{self, Upload};
use crate::kernel::desk::Desk;
use crate::kernel::numbering::{self, Given};
use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::role::Role;
use crate::registry::{self, RosterLine};
use crate::reports::bulletins::flow::{self, BulletinStage, BulletinStep};
use crate::reports::bulletins::kinds::{BulletinId, BulletinKind};
use crate::reports::bulletins::record::{Bulletin, BulletinCard, OWNER};
use crate::reports::bulletins::store::issues::{self, Signing};
use crate::reports::bulletins::store::{copies, items};
use crate::reports::bulletins::{card, distribution};
use crate::reports::words::{needed, past};

/// A step with what it needs.
#[derive(Debug, Deserialize, TS)]
pub struct BulletinTakeStep {
    /// Issue.
    pub bulletin: BulletinId,
    /// Version it was seen in.
    pub version: i64,
    /// The step.
    pub step: BulletinStep,
    /// Why; needed to return, reopen and void.
    #[serde(default)]
    pub reason: String,
    /// `sign`: day on the paper; today if absent.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// `sign`: the director's words; 同意 if empty.
    #[serde(default)]
    pub words: String,
    /// `sign` on paper: where the signed paper lies, if there is no scan.
    #[serde(default)]
    pub basis: String,
    /// Scan of the signed paper.
    #[serde(default)]
    pub scan: Option<Upload>,
}

pub(super) fn take_step(desk: &Desk<'_>, q: BulletinTakeStep) -> Result<BulletinCard> {
    let bulletin = issues::get(desk, q.bulletin)?;
    if bulletin.version != q.version {
        return Err(Refusal::stale());
    }
    let article = desk.profile.bulletin.article;
    let (to, needs_reason) = flow::next(bulletin.stage, q.step, article)?;
    card::guard(desk, &items::columns(desk, bulletin.id)?, q.step)?;
    let reason = if needs_reason {
        needed(&q.reason, &format!("{}的原因", q.step.label()))?
    } else {
        q.reason.trim()
    };
    match q.step {
        BulletinStep::Sign => sign(desk, &bulletin, &q)?,
        BulletinStep::Issue => issue(desk, &bulletin)?,
        BulletinStep::Void => void(desk, &bulletin, reason)?,
        BulletinStep::Submit | BulletinStep::Return | BulletinStep::Reopen => {
            issues::move_stage(desk, &bulletin, to, reason)?;
            issues::note(desk, bulletin.id, q.step.label(), reason)?;
        }
    }
    if let Some(scan) = &q.scan {
        attachments::add(desk, OWNER, bulletin.id, &format!("{}扫描件", q.step.label()), scan)?;
    }
    card::of(desk, bulletin.id)
}

fn sign(desk: &Desk<'_>, bulletin: &Bulletin, q: &BulletinTakeStep) -> Result<()> {
    let on = past(
        q.on.unwrap_or(desk.today()),
        bulletin.since.date().min(desk.today()),
        desk.today(),
        "签发日期",
    )?;
    let director = director(desk, on, q)?;
    let words = if q.words.trim().is_empty() { "同意" } else { q.words.trim() };
    let fresh = match bulletin.year {
        None => Some(numbers(desk, bulletin, on.year())?),
        Some(year) if year == on.year() => None,
        Some(year) => {
            return Err(Refusal::refused(format!("本期编号是{year}年的，不能在{}年签发。", on.year()))
                .hint("请作废本期（编号随之作废），另编一期。")
                .article(desk.profile.bulletin.article));
        }
    };
    let number = fresh.as_ref().map(|(number, running)| (on.year(), number, running.as_ref()));
    issues::sign(
        desk,
        bulletin,
        &Signing { on, signer: director.person, name: &director.name, words, number },
    )?;
    let given = fresh.map_or(bulletin.issue.clone(), |(number, running)| {
        let running = running.as_ref().map(|given| given.text.as_str());
        super::super::kinds::issue_name(bulletin.kind, bulletin.month, Some(&number.text), running)
    });
    issues::note(
        desk,
        bulletin.id,
        BulletinStep::Sign.label(),
        &format!("{}：{words}（{given}）", director.name),
    )
}

/// The numbers of an issue: within the year, and for the month's issue the one that runs on.
fn numbers(desk: &Desk<'_>, bulletin: &Bulletin, year: i32) -> Result<(Given, Option<Given>)> {
    let rules = &desk.profile.bulletin;
    match bulletin.kind {
        BulletinKind::Extra => {
            Ok((numbering::next(desk, "bulletin_extra", year, &rules.extra_number, bulletin.id)?, None))
        }
        BulletinKind::Monthly => {
            let number = numbering::next(desk, "bulletin", year, &rules.number, bulletin.id)?;
            let running = numbering::next(desk, "bulletin_running", 0, &rules.running_number, bulletin.id)?;
            Ok((number, Some(running)))
        }
    }
}

/// The director who signs: at his own desk, or on paper that proves it.
fn director(desk: &Desk<'_>, on: NaiveDate, q: &BulletinTakeStep) -> Result<RosterLine> {
    let article = desk.profile.bulletin.article;
    let director = registry::director_on(desk, on)?.ok_or_else(|| {
        Refusal::refused("机构名册里没有在任的办公室主任，不能签发。")
            .hint("请先在机构名册登记主任任职。")
            .article(desk.profile.office.article)
    })?;
    let himself = desk.who.role == Role::Director && desk.who.name == director.name;
    if himself || q.scan.is_some() || !q.basis.trim().is_empty() {
        return Ok(director);
    }
    Err(Refusal::refused(format!(
        "简报由{}{}签发：须本人登录办理，或上传签字页的扫描件。",
        desk.profile.office.director_title, director.name
    ))
    .hint("请上传扫描件，或写明签字原件存放处。")
    .article(article))
}

fn issue(desk: &Desk<'_>, bulletin: &Bulletin) -> Result<()> {
    for copy in distribution::recipients(desk, bulletin)? {
        copies::add(desk, bulletin.id, &copy)?;
    }
    issues::move_stage(desk, bulletin, BulletinStage::Issued, "")?;
    issues::note(desk, bulletin.id, BulletinStep::Issue.label(), &format!("共印{}份", bulletin.copies))
}

fn void(desk: &Desk<'_>, bulletin: &Bulletin, reason: &str) -> Result<()> {
    for number in issues::number_ids(desk, bulletin.id)? {
        numbering::void(desk, number, reason)?;
    }
    issues::move_stage(desk, bulletin, BulletinStage::Voided, reason)?;
    issues::note(desk, bulletin.id, BulletinStep::Void.label(), reason)
}
