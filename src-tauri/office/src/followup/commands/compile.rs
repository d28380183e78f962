//! Compiling: which items, in what document; what it would say, before the documents room starts it.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::list::FollowupFilter;
use crate::followup::compile::{self, Written};
use crate::followup::flow::FollowupStage;
use crate::followup::item::FollowupItem;
use crate::followup::kinds::{FollowupCompilationKind as Kind, FollowupSource};
use crate::followup::store;
use crate::kernel::desk::Desk;
use crate::kernel::refusal::{Refusal, Result, article_name};
use crate::kernel::written::date;

/// What is compiled: a meeting's items, a source's, those of a span of time; withdrawn ones are left out.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct FollowupCompileAsked {
    /// Report or circular.
    pub kind: Kind,
    /// Which items; part and order do not count.
    #[serde(default)]
    pub filter: FollowupFilter,
}

/// What the document would say.
#[derive(Debug, Serialize, TS)]
pub struct FollowupCompilePreview {
    /// Title.
    pub title: String,
    /// Text.
    pub text: String,
    /// Title of the annex.
    pub annex: String,
    /// How many items.
    pub items: u32,
    /// How they stand, in one sentence.
    pub summary: String,
    /// To whom it usually goes.
    pub sent_to: Vec<String>,
    /// The article.
    pub article: String,
}

pub fn preview(desk: &Desk<'_>, q: FollowupCompileAsked) -> Result<FollowupCompilePreview> {
    let (items, written) = compiled(desk, &q)?;
    Ok(FollowupCompilePreview {
        title: written.title,
        text: written.text,
        annex: written.annex,
        items: items.len() as u32,
        summary: compile::sums(&items).words(),
        sent_to: vec![match q.kind {
            Kind::Report => desk.profile.group.name.clone(),
            Kind::Circular => "各成员单位".into(),
        }],
        article: article_name(desk.profile.decisions.article),
    })
}

/// The items and the words.
pub fn compiled(desk: &Desk<'_>, q: &FollowupCompileAsked) -> Result<(Vec<FollowupItem>, Written)> {
    let items = wanted(desk, &q.filter)?;
    if items.is_empty() {
        return Err(Refusal::refused("没有符合条件的督办事项，没有可以汇总的。")
            .hint("请放宽会议、来源或日期范围。")
            .article(desk.profile.decisions.article));
    }
    let rests = format!("工作规则{}", article_name(desk.profile.decisions.article));
    let subject = subject(desk, &q.filter, &items);
    let written = compile::written(q.kind, &subject, &rests, &items, desk.today());
    Ok((items, written))
}

/// In the order in which they were opened, withdrawn ones left out.
pub fn wanted(desk: &Desk<'_>, filter: &FollowupFilter) -> Result<Vec<FollowupItem>> {
    let mut items = store::all(desk, &FollowupFilter { order: None, ..filter.clone() })?;
    items.retain(|item| item.stage != FollowupStage::Withdrawn);
    items.sort_by_key(|item| (item.opened_on, item.id));
    Ok(items)
}

/// What is compiled, in words.
pub fn subject(desk: &Desk<'_>, filter: &FollowupFilter, items: &[FollowupItem]) -> String {
    if filter.meeting.is_some()
        && let Some(first) = items.first()
    {
        return match first.source_kind {
            FollowupSource::Meeting => format!("{}决定事项", first.source_name),
            _ => format!("{}事项", first.source_name),
        };
    }
    let label = |source: FollowupSource| {
        let rule = desk.profile.followup.source(source.key());
        rule.map_or(source.label().to_owned(), |rule| rule.label.clone())
    };
    let what = filter.source.map_or("督办事项".to_owned(), |source| format!("{}事项", label(source)));
    let day = |day: NaiveDate| date(day);
    match (filter.from, filter.to) {
        (Some(from), Some(to)) => format!("{}至{}{what}", day(from), day(to)),
        (Some(from), None) => format!("{}以来{what}", day(from)),
        (None, Some(to)) => format!("{}以前{what}", day(to)),
        (None, None) => what,
    }
}
