//! What is printed and exported of papers that came in.
use super::papers::IncomingFilter;
use crate::documents::incoming::ledgers;
use crate::kernel::answer::Paper;
use crate::kernel::desk::Desk;
use crate::kernel::paper;
use crate::kernel::refusal::Result;

pub(super) fn register(desk: &Desk<'_>, q: IncomingFilter) -> Result<Paper> {
    paper::ledger(desk, ledgers::register(desk, &q)?)
}

pub(super) fn filings(desk: &Desk<'_>, q: IncomingFilter) -> Result<Paper> {
    paper::ledger(desk, ledgers::filings(desk, &q)?)
}

pub(super) fn ledger(desk: &Desk<'_>, q: IncomingFilter) -> Result<Paper> {
    paper::workbook(desk, ledgers::register(desk, &q)?)
}

pub(super) fn filings_ledger(desk: &Desk<'_>, q: IncomingFilter) -> Result<Paper> {
    paper::workbook(desk, ledgers::filings(desk, &q)?)
}
