//! Papers that come in (收文, 第十四条 and 第十五条): from 签收 to 办结. The flow is drawn in `flow.rs`.
pub(super) mod asks;
pub(super) mod card;
pub(super) mod commands;
pub(super) mod flow;
pub(super) mod forms;
pub(super) mod ledgers;
pub(super) mod open;
pub(super) mod record;
pub(super) mod store;

use crate::documents::kinds::IncomingId;
use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;

pub use commands::IncomingFilter;

/// Whether the paper is there.
pub(super) fn exists(desk: &Desk<'_>, id: IncomingId) -> Result<()> {
    store::papers::get(desk, id).map(drop)
}
