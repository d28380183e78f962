//! What is printed and exported of papers that came in.
use press::Ledger;

use super::papers::{IncomingAsked, IncomingFilter};
use crate::documents::incoming::{card, forms, ledgers};
use crate::documents::letterhead;
use crate::kernel::answer::Paper;
use crate::kernel::desk::Desk;
use crate::kernel::paper;
use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::rows::Order;

pub(super) fn sheet(desk: &Desk<'_>, q: IncomingAsked) -> Result<Paper> {
    paper::form(desk, forms::handling_sheet(&letterhead(desk), &card::of(desk, q.paper)?))
}

pub(super) fn circulation(desk: &Desk<'_>, q: IncomingAsked) -> Result<Paper> {
    let card = card::of(desk, q.paper)?;
    if card.readers.is_empty() {
        return Err(Refusal::refused("这份来文还没有列入传阅，没有传阅单可印。").hint("请先确定阅件人。"));
    }
    paper::form(desk, forms::circulation_sheet(&letterhead(desk), &card))
}

pub(super) fn ledger(desk: &Desk<'_>, q: IncomingFilter) -> Result<Ledger> {
    ledgers::register(desk, &q)
}

pub(super) fn filings(desk: &Desk<'_>, q: IncomingFilter) -> Result<Ledger> {
    ledgers::filings(desk, &q)
}

/// The register as a book begins with its first number, unless another order is shown.
pub(super) fn ledger_book(desk: &Desk<'_>, q: IncomingFilter) -> Result<Ledger> {
    ledgers::register(desk, &bound(q, "number"))
}

/// The same of the filings.
pub(super) fn filings_book(desk: &Desk<'_>, q: IncomingFilter) -> Result<Ledger> {
    ledgers::filings(desk, &bound(q, "filing_number"))
}

fn bound(q: IncomingFilter, by: &str) -> IncomingFilter {
    IncomingFilter { order: q.order.or(Some(Order { by: by.into(), desc: false })), ..q }
}
