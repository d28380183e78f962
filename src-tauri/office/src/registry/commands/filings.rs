//! What is asked and done about filings: one command records the notice and applies all its changes.
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::people::{self, PersonAdd};
use super::posts::{self, PostFacts, Succession};
use crate::kernel::Desk;
use crate::kernel::attachments::{self, Attachment, Upload};
use crate::kernel::numbering;
use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::rows::{Order, Rows, Slice};
use crate::registry::filing::{Filing, FilingChange, FilingEffect, FilingId, lateness};
use crate::registry::person::PersonId;
use crate::registry::post::PostKind;
use crate::registry::rules::{self, Span};
use crate::registry::store::filings::{self, Entry, Wanted};
use crate::registry::store::{self, units};
use crate::registry::unit::UnitId;

const OWNER: &str = "registry_filing";
const SCAN: &str = "备案扫描件";

/// Which filings to list.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct FilingsAsked {
    /// Filed in this year; all years if left out.
    pub year: Option<i32>,
    /// Of this unit.
    pub unit: Option<UnitId>,
    /// Only late ones.
    pub late: bool,
    /// Which part of the list.
    pub slice: Slice,
    /// In which order; the newest first if left out.
    pub order: Option<Order>,
}

impl FilingsAsked {
    /// As the store looks for them.
    pub(in crate::registry) fn wanted(&self) -> Wanted {
        let day = |month, day| self.year.and_then(|year| NaiveDate::from_ymd_opt(year, month, day));
        Wanted {
            unit: self.unit,
            first: day(1, 1),
            last: day(12, 31),
            late: self.late,
            order: self.order.clone(),
            ..Wanted::default()
        }
    }
}

/// Lists filings.
pub fn list(desk: &Desk<'_>, q: FilingsAsked) -> Result<Rows<Filing>> {
    filings::list(desk, &q.wanted(), q.slice)
}

/// Which filing.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct FilingAsked {
    /// The filing.
    pub filing: FilingId,
}

/// Everything about a filing.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FilingCard {
    /// The filing.
    pub filing: Filing,
    /// What it did.
    pub changes: Vec<FilingChange>,
    /// Scans.
    pub scans: Vec<Attachment>,
    /// Said when the holidays of the year are not in the calendar, so that lateness counts weekends only.
    pub remark: Option<String>,
}

/// Shows a filing.
pub fn card(desk: &Desk<'_>, q: FilingAsked) -> Result<FilingCard> {
    let filing = filings::get(desk, q.filing)?;
    let year = filing.changed_on.year();
    let remark = (!desk.calendar()?.knows(year))
        .then(|| format!("日历中没有 {year} 年的节假日安排，期限只按周末推算。"));
    let changes = filings::changes(desk, q.filing)?;
    Ok(FilingCard { scans: attachments::of(desk, OWNER, q.filing)?, changes, remark, filing })
}

/// Who begins, in a filing.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct FilingBegins {
    /// Somebody in the register.
    #[serde(default)]
    pub person: Option<PersonId>,
    /// Or somebody new.
    #[serde(default)]
    pub new_person: Option<PersonAdd>,
    /// 职务 as printed; the person's own if empty.
    #[serde(default)]
    pub title: String,
}

/// One change in a filing: somebody ends, somebody begins, or both.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct FilingChangeAsked {
    /// Which post.
    pub kind: PostKind,
    /// Who ends.
    #[serde(default)]
    pub ends: Option<Succession>,
    /// Who begins.
    #[serde(default)]
    pub begins: Option<FilingBegins>,
}

/// A unit files a change of its people.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct FilingAdd {
    /// The unit.
    pub unit: UnitId,
    /// Day of the change.
    pub changed_on: NaiveDate,
    /// Day on which the office received it.
    pub filed_on: NaiveDate,
    /// What changed.
    pub changes: Vec<FilingChangeAsked>,
    /// 变更说明.
    #[serde(default)]
    pub note: String,
    /// Scans of the paper.
    #[serde(default)]
    pub scans: Vec<Upload>,
}

/// Records a filing, gives it its number and applies its changes; all or nothing.
pub fn add(desk: &Desk<'_>, q: FilingAdd) -> Result<FilingCard> {
    check(desk, &q)?;
    let id: FilingId = desk.new_id();
    let rules = &desk.profile.contacts;
    let number = numbering::next(desk, "filing", q.filed_on.year(), &rules.number, id)?;
    let judged = lateness(desk.calendar()?, rules.filing_days, q.changed_on, q.filed_on);
    let (changed_on, filed_on, note) = (q.changed_on, q.filed_on, q.note.trim());
    filings::insert(
        desk,
        id,
        &Entry { unit: q.unit, number: &number, changed_on, filed_on, lateness: judged, note },
    )?;
    for change in &q.changes {
        end(desk, id, &q, change)?;
    }
    for change in &q.changes {
        begin(desk, id, &q, change)?;
    }
    for scan in &q.scans {
        attachments::add(desk, OWNER, id, SCAN, scan)?;
    }
    card(desk, FilingAsked { filing: id })
}

fn check(desk: &Desk<'_>, q: &FilingAdd) -> Result<()> {
    let today = desk.today();
    rules::sensible("变更日期", q.changed_on, today)?;
    rules::sensible("报送日期", q.filed_on, today)?;
    let article = desk.profile.contacts.article;
    if q.filed_on > today {
        return Err(Refusal::refused(format!("报送日期 {} 晚于今天。", q.filed_on))
            .hint("请填写办公室实际收到的日期。"));
    }
    let short = units::get(desk, q.unit, q.changed_on)?.short;
    let span = Span { from: q.changed_on, to: q.changed_on.succ_opt() };
    rules::at_a_standing_unit(&short, &units::terms(desk, q.unit)?, span)?;
    if q.changes.iter().all(|change| change.ends.is_none() && change.begins.is_none()) {
        return Err(Refusal::refused("备案中没有任何人员变动。")
            .hint("请至少填写一项免职或任职。")
            .article(article));
    }
    match q.changes.iter().find(|change| !PostKind::FILED.contains(&change.kind)) {
        Some(change) => {
            Err(Refusal::refused(format!("“{}”不由成员单位报备。", change.kind.words(desk.profile)))
                .hint("请在人员卡片上登记这一任职。")
                .article(article))
        }
        None => Ok(()),
    }
}

fn end(desk: &Desk<'_>, id: FilingId, q: &FilingAdd, change: &FilingChangeAsked) -> Result<()> {
    let Some(ends) = &change.ends else { return Ok(()) };
    let post = store::posts::get(desk, ends.post)?;
    if post.unit != Some(q.unit) || post.kind != change.kind {
        return Err(Refusal::refused(format!(
            "{}任的是{}{}，不是这份备案中的岗位。",
            post.person_name, post.unit_short, post.kind_label
        ))
        .hint("请重新选择原任人员。"));
    }
    let reason = if ends.reason.trim().is_empty() { "单位报备变更" } else { ends.reason.trim() };
    posts::finish(desk, ends.post, ends.version, q.changed_on, reason)?;
    filings::note_change(desk, id, ends.post, FilingEffect::Ended)
}

fn begin(desk: &Desk<'_>, id: FilingId, q: &FilingAdd, change: &FilingChangeAsked) -> Result<()> {
    let Some(begins) = &change.begins else { return Ok(()) };
    let person = match (begins.person, &begins.new_person) {
        (Some(person), None) => person,
        (None, Some(new)) => people::add(desk, new.clone())?.person.id,
        _ => {
            let words = change.kind.words(desk.profile);
            return Err(
                Refusal::refused(format!("没有写明新任{words}是谁。")).hint("请选择一名人员，或填写新人员。")
            );
        }
    };
    let post = PostFacts {
        person,
        kind: change.kind,
        unit: Some(q.unit),
        title: begins.title.clone(),
        rank: 0,
        from: q.changed_on,
        to: None,
    };
    filings::note_change(desk, id, posts::start(desk, &post)?, FilingEffect::Begun)
}

/// A scan that arrived later.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct FilingScan {
    /// The filing.
    pub filing: FilingId,
    /// The scan.
    pub scan: Upload,
}

/// Adds a scan to a filing.
pub fn attach(desk: &Desk<'_>, q: FilingScan) -> Result<FilingCard> {
    filings::get(desk, q.filing)?;
    attachments::add(desk, OWNER, q.filing, SCAN, &q.scan)?;
    card(desk, FilingAsked { filing: q.filing })
}
