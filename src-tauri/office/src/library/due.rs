//! What is due in the library (第二条): records that rest on a text which was amended or repealed since.
use super::citing;
use super::commands::{LibraryFilter, all};
use super::kinds::Validity;
use crate::kernel::due::Due;
use crate::kernel::{Desk, Result};

/// Citations to look at again, one line a text.
pub fn due(desk: &Desk<'_>) -> Result<Vec<Due>> {
    let mut found = Vec::new();
    for entry in all(desk, &LibraryFilter::default())? {
        if entry.validity != Validity::Repealed || entry.cited == 0 {
            continue;
        }
        let open = citing::cited_by(desk, entry.id)?;
        let title = format!("《{}》已废止，还有{}处引用", entry.title, open.len());
        found.push(
            Due::open(title, desk.profile.office.short.clone())
                .article(desk.profile.library.article)
                .state("请核对引用")
                .at("tasks", format!("/library/{}", entry.id)),
        );
    }
    Ok(found)
}
