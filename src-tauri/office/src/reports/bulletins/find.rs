//! Finding issues by words, for the search in the top bar.
use super::store::issues::{self, Wanted};
use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;
use crate::kernel::rows::Slice;
use crate::reports::commands::ReportFound;

/// Few and the newest first.
pub(in crate::reports) fn find(desk: &Desk<'_>, words: &str, few: u32) -> Result<Vec<ReportFound>> {
    let rows = issues::list(desk, &Wanted { words, ..Wanted::ALL }, Slice { offset: 0, limit: few })?.rows;
    Ok(rows
        .into_iter()
        .map(|one| ReportFound {
            kind: "工作简报".into(),
            label: one.issue,
            note: format!("{}　{}", one.month_label, one.stage_label),
            to: format!("/bulletins/{}", one.id),
        })
        .collect())
}
