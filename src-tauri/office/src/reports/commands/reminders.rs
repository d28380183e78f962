//! Chasing (催报): whom to phone, what was said, the slip.
use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::contents;
use super::rounds::{ReportFilter, ReportMonthAsked, filtered};
use crate::kernel::desk::Desk;
use crate::kernel::numbering;
use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::rows::Slice;
use crate::registry::{self, PostKind};
use crate::reports::kinds::{ReportId, ReportStatus};
use crate::reports::record::{Report, ReportCard, ReportContact};
use crate::reports::store::{reminders, reports};
use crate::reports::words::{date, needed, past};

/// Calendar days that a reminder gives if no day is named.
const NEW_DUE_DAYS: u64 = 3;

/// A unit to be phoned.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReportReminderLine {
    /// Its report.
    pub report: Report,
    /// Whom to call: the information officer first, then the leader in charge.
    pub contacts: Vec<ReportContact>,
    /// When it was last urged.
    pub last_on: Option<NaiveDate>,
    /// Until when the last reminder asked for the rest.
    pub last_due: Option<NaiveDate>,
}

/// A reminder that was given.
#[derive(Debug, Deserialize, TS)]
pub struct ReportRemind {
    /// Report.
    pub report: ReportId,
    /// Version it was seen in.
    pub version: i64,
    /// Day; today if absent.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// Until when the rest is asked for; three days later if absent.
    #[serde(default)]
    pub new_due: Option<NaiveDate>,
    /// How (电话、短信、书面).
    pub way: String,
    /// Who was spoken to; may be empty.
    #[serde(default)]
    pub person: String,
    /// What was said; may be empty.
    #[serde(default)]
    pub words: String,
}

pub(super) fn list(desk: &Desk<'_>, q: ReportMonthAsked) -> Result<Vec<ReportReminderLine>> {
    lines(desk, &q)
}

/// Everybody who still owes something of the month.
pub(in crate::reports) fn lines(desk: &Desk<'_>, q: &ReportMonthAsked) -> Result<Vec<ReportReminderLine>> {
    let filter = ReportFilter {
        month: q.month,
        status: None,
        owing: true,
        words: String::new(),
        slice: Slice::default(),
        order: None,
    };
    filtered(desk, &filter)?.into_iter().map(|report| line(desk, report)).collect()
}

fn line(desk: &Desk<'_>, report: Report) -> Result<ReportReminderLine> {
    let people = registry::people_of_unit_on(desk, report.unit, desk.today())?;
    let contacts = [PostKind::InformationOfficer, PostKind::LeaderInCharge].into_iter().flat_map(|post| {
        people.iter().filter(move |line| line.post == post).map(|line| ReportContact {
            post: line.post_label.clone(),
            name: line.name.clone(),
            phone: line.phone.clone(),
        })
    });
    let last = reminders::of(desk, report.id)?.pop();
    Ok(ReportReminderLine {
        contacts: contacts.collect(),
        last_on: last.as_ref().map(|one| one.on),
        last_due: last.map(|one| one.new_due),
        report,
    })
}

pub(super) fn remind(desk: &Desk<'_>, q: ReportRemind) -> Result<ReportCard> {
    let report = super::arrivals::seen(desk, q.report, q.version)?;
    let rules = &desk.profile.reports;
    if !matches!(report.status, ReportStatus::Pending | ReportStatus::Incomplete | ReportStatus::Missing) {
        return Err(Refusal::refused(format!(
            "{}{}为“{}”，不需要催报。",
            report.unit_short, report.month_label, report.status_label
        ))
        .hint("只催报还没有报齐的单位。")
        .article(rules.article));
    }
    let on = past(q.on.unwrap_or(desk.today()), report.month.first(), desk.today(), "催报日期")?;
    let new_due = q.new_due.unwrap_or(on + Days::new(NEW_DUE_DAYS));
    if new_due < on {
        return Err(Refusal::refused(format!("补报时限{}早于催报日期{}。", date(new_due), date(on)))
            .hint("请填写催报之后的日期。"));
    }
    let way = needed(&q.way, "催报方式")?;
    let given = numbering::next(desk, "report_reminder", on.year(), &rules.reminder_number, report.id)?;
    let urging = reminders::Urging {
        n: report.reminders + 1,
        given: &given,
        on,
        new_due,
        way,
        person: q.person.trim(),
        missing: &report.missing,
        words: q.words.trim(),
    };
    reminders::add(desk, report.id, &urging)?;
    let to = if urging.person.is_empty() { String::new() } else { format!("，{}", urging.person) };
    reports::note(
        desk,
        report.id,
        "催报",
        &format!("{}：{way}{to}，请于{}前补报", given.text, date(new_due)),
    )?;
    contents::card(desk, report.id)
}
