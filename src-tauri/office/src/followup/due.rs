//! What is due in the follow-up: answers that wait for their unit, and answers that wait for the office (第十二条).
use crate::kernel::due::Due;
use crate::kernel::rows::Slice;
use crate::kernel::{Desk, Result};

use super::commands::{FollowupFilter, items};
use super::flow::FollowupStage;
use super::item::FollowupItem;

/// What waits, at most 500 items.
pub fn due(desk: &Desk<'_>) -> Result<Vec<Due>> {
    let filter =
        FollowupFilter { waiting: true, slice: Slice { offset: 0, limit: 500 }, ..FollowupFilter::default() };
    let waiting = items(desk, filter)?.rows;
    Ok(waiting.iter().map(|item| line(desk, item)).collect())
}

fn line(desk: &Desk<'_>, item: &FollowupItem) -> Due {
    let replied = item.stage == FollowupStage::Replied;
    let unit = if replied { desk.profile.office.short.clone() } else { item.lead.short.clone() };
    let title = format!("{}：{}", item.source_name, item.text);
    Due::by(title, unit, item.due_on, desk.today())
        .article(desk.profile.decisions.article)
        .state(item.stage_label.clone())
        .at("followup", format!("/followup/{}", item.id))
}
