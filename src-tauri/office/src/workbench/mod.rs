//! 工作台: what the rules want now — every room's obligations side by side, computed, never typed in.
//!
//! It keeps nothing and changes nothing. A room says itself what is due in it (`due.rs`); here it is only put in order.
use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

use crate::kernel::due::Due;
use crate::kernel::{Command, Desk, Nothing, Result, Role, reads};
use crate::{documents, followup, library, matters, meetings, registry, reports, tasks};

/// This room's rows of the front desk's list.
pub fn commands() -> Vec<Command> {
    vec![
        reads("workbench_today", "工作台", Role::READERS, today),
        reads("workbench_counts", "各栏目逾期数", Role::READERS, counts),
    ]
}

/// The workbench.
#[derive(Debug, Serialize, TS)]
pub struct Workbench {
    /// What waits, the longest overdue first.
    items: Vec<Due>,
}

fn today(desk: &Desk<'_>, _: Nothing) -> Result<Workbench> {
    Ok(Workbench { items: all(desk)? })
}

fn counts(desk: &Desk<'_>, _: Nothing) -> Result<BTreeMap<String, u32>> {
    let mut counts = BTreeMap::new();
    for item in all(desk)?.into_iter().filter(Due::overdue) {
        *counts.entry(item.room).or_insert(0) += 1;
    }
    Ok(counts)
}

fn all(desk: &Desk<'_>) -> Result<Vec<Due>> {
    let mut items = [
        meetings::due(desk)?,
        documents::due(desk)?,
        followup::due(desk)?,
        tasks::due(desk)?,
        matters::due(desk)?,
        library::due(desk)?,
        reports::due(desk)?,
        registry::due(desk)?,
    ]
    .concat();
    // What has no day stands last; sorting is stable, so each room's own order holds within a day.
    items.sort_by_key(|item| item.days_left.unwrap_or(i64::MAX));
    Ok(items)
}
