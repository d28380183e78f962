//! What is due in matters (第七条): decisions that are waited for, major matters that wait for a meeting.
use super::commands::{MatterFilter, all};
use super::kinds::{MatterLevel, MatterStage};
use super::record::Matter;
use crate::kernel::due::Due;
use crate::kernel::{Desk, Result};

/// What waits. What was decided waits for nobody but the office.
pub fn due(desk: &Desk<'_>) -> Result<Vec<Due>> {
    let waiting = all(desk, &MatterFilter { waiting: true, ..MatterFilter::default() })?;
    Ok(waiting.iter().map(|matter| line(desk, matter)).collect())
}

fn line(desk: &Desk<'_>, matter: &Matter) -> Due {
    let group = &desk.profile.group;
    let who = match (matter.level, matter.stage) {
        (_, MatterStage::Decided) => &desk.profile.office.short,
        (MatterLevel::Routine, _) => &group.deputy_title,
        (MatterLevel::Major, MatterStage::Raised) => &desk.profile.meetings.name,
        (MatterLevel::Major, _) => &group.leader_title,
    };
    let title = format!("{}：{}", matter.level_label, matter.title);
    let due = match matter.due_on {
        Some(day) => Due::by(title, who.clone(), day, desk.today()),
        None => Due::open(title, who.clone()),
    };
    due.article(desk.profile.matters.article)
        .state(matter.stage_label.clone())
        .at("tasks", format!("/matters/{}", matter.id))
}
