//! The user's manual (手册), compiled in so that F1 always finds it. Markdown; the window renders it.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::{Desk, Nothing, Refusal, Result};

const CHAPTERS: &[&str] = &[
    include_str!("../../../../assets/manual/00-start.md"),
    include_str!("../../../../assets/manual/01-door.md"),
    include_str!("../../../../assets/manual/02-registry.md"),
    include_str!("../../../../assets/manual/03-meetings.md"),
    include_str!("../../../../assets/manual/04-paper.md"),
    include_str!("../../../../assets/manual/05-system.md"),
    include_str!("../../../../assets/manual/06-zq.md"),
    include_str!("../../../../assets/manual/07-typeset.md"),
    include_str!("../../../../assets/manual/08-documents.md"),
    include_str!("../../../../assets/manual/09-followup.md"),
    include_str!("../../../../assets/manual/10-tasks.md"),
    include_str!("../../../../assets/manual/11-library.md"),
    include_str!("../../../../assets/manual/12-reports.md"),
    include_str!("../../../../assets/manual/13-bulletins.md"),
];

/// Which chapter: a page's name as in the first line of the chapter.
#[derive(Debug, Deserialize, TS)]
pub struct ChapterRef {
    page: String,
}

/// A line of the table of contents.
#[derive(Debug, Serialize, TS)]
pub struct ChapterLine {
    page: String,
    title: String,
}

/// A chapter.
#[derive(Debug, Serialize, TS)]
pub struct Chapter {
    page: String,
    title: String,
    markdown: String,
}

pub(super) fn chapters(_: &Desk<'_>, _: Nothing) -> Result<Vec<ChapterLine>> {
    let first = |text: &str| page(text).split(',').next().unwrap_or_default().trim().to_owned();
    Ok(CHAPTERS.iter().map(|text| ChapterLine { page: first(text), title: title(text).into() }).collect())
}

pub(super) fn chapter(_: &Desk<'_>, q: ChapterRef) -> Result<Chapter> {
    let found = CHAPTERS.iter().find(|text| page(text).split(',').any(|page| page.trim() == q.page));
    let text = found.ok_or_else(|| Refusal::not_found("手册章节"))?;
    Ok(Chapter { page: q.page, title: title(text).into(), markdown: body(text).into() })
}

/// The pages named in `<!-- page: a, b -->`.
fn page(text: &str) -> &str {
    let line = text.lines().next().unwrap_or_default();
    line.trim_start_matches("<!--").trim_end_matches("-->").trim().trim_start_matches("page:").trim()
}

fn title(text: &str) -> &str {
    text.lines().find_map(|line| line.strip_prefix("# ")).unwrap_or_default()
}

fn body(text: &str) -> &str {
    text.split_once('\n').map_or(text, |(_, rest)| rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_chapter_names_its_page_and_title() {
        for text in CHAPTERS {
            assert!(!page(text).is_empty() && !title(text).is_empty(), "{}", &text[..60.min(text.len())]);
        }
    }
}
