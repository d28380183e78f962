//! What is printed and exported of the reports.
use press::Ledger;
use serde::Deserialize;
use ts_rs::TS;

use super::contents::{self, ReportAsked};
use super::points::{ReportPointsAsked, table};
use super::rounds::{ReportFilter, ReportMonthAsked, ReportYearAsked, filtered, year};
use crate::kernel::answer::Paper;
use crate::kernel::desk::Desk;
use crate::kernel::paper;
use crate::kernel::refusal::{Refusal, Result};
use crate::reports::kinds::ReportId;
use crate::reports::words::letterhead;
use crate::reports::{forms, ledgers};

/// Which reminder.
#[derive(Debug, Deserialize, TS)]
pub struct ReportReminderAsked {
    /// Report.
    pub report: ReportId,
    /// The how-manieth; the last one if absent.
    #[serde(default)]
    pub n: Option<u32>,
}

pub(super) fn slip(desk: &Desk<'_>, q: ReportAsked) -> Result<Paper> {
    let card = contents::card(desk, q.report)?;
    paper::form(desk, forms::slip(&card).form(&letterhead(desk)))
}

pub(super) fn reminder(desk: &Desk<'_>, q: ReportReminderAsked) -> Result<Paper> {
    let card = contents::card(desk, q.report)?;
    let wanted = q.n.unwrap_or(card.report.reminders);
    let reminder = card.reminders.iter().find(|one| one.n == wanted).ok_or_else(|| {
        Refusal::refused(format!("{}这个月还没有催报记录。", card.report.unit_short))
            .hint("请先登记催报，再打印催报单。")
    })?;
    paper::form(desk, forms::reminder(&card, reminder).form(&letterhead(desk)))
}

pub(super) fn points(desk: &Desk<'_>, q: ReportPointsAsked) -> Result<Paper> {
    let table = table(desk, q)?;
    let mut form = forms::points(&table, &crate::reports::words::date(desk.today())).form(&letterhead(desk));
    form.title = format!("{}（{}）", form.title, table.label);
    paper::form(desk, form)
}

pub(super) fn month_ledger(desk: &Desk<'_>, q: ReportFilter) -> Result<Ledger> {
    Ok(ledgers::month(desk, q.month, &filtered(desk, &q)?))
}

pub(super) fn year_ledger(desk: &Desk<'_>, q: ReportYearAsked) -> Result<Ledger> {
    Ok(ledgers::year(desk, &year(desk, q)?))
}

pub(super) fn reminders_ledger(desk: &Desk<'_>, q: ReportMonthAsked) -> Result<Ledger> {
    Ok(ledgers::reminders(desk, q.month, &super::reminder_lines(desk, &q)?))
}

pub(super) fn points_ledger(desk: &Desk<'_>, q: ReportPointsAsked) -> Result<Ledger> {
    Ok(ledgers::points(desk, &table(desk, q)?))
}

pub(super) fn higher_ledger(desk: &Desk<'_>, q: ReportPointsAsked) -> Result<Ledger> {
    let span = q.span()?;
    Ok(ledgers::higher(desk, &span.label(), &super::higher::list(desk, q)?))
}
