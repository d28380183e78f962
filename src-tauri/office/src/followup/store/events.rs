//! The history of an item; a line carries the scans that prove it.
use chrono::NaiveDate;
use rusqlite::{Row, named_params};

use crate::followup::flow::{FollowupStage, FollowupStep};
use crate::followup::item::{FollowupEvent, FollowupItem};
use crate::followup::kinds::{FollowupEventId, FollowupId};
use crate::kernel::attachments::{self, Upload};
use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;

const OWNER: &str = "followup_event";

/// Notes that an item was opened.
pub fn opened(desk: &Desk<'_>, item: FollowupId, to: FollowupStage, words: &str) -> Result<()> {
    write(desk, item, ("", "立项"), ("", to.key()), desk.today(), words).map(drop)
}

/// Notes a step with its scan, the item as it was seen before.
pub fn took(
    desk: &Desk<'_>,
    item: &FollowupItem,
    step: FollowupStep,
    to: FollowupStage,
    on: NaiveDate,
    words: &str,
    scan: Option<&Upload>,
) -> Result<()> {
    let stages = (item.stage.key(), to.key());
    let id = write(desk, item.id, (step.key(), step.label()), stages, on, words)?;
    if let Some(scan) = scan {
        attachments::add(desk, OWNER, id, &format!("{}扫描件", step.label()), scan)?;
    }
    Ok(())
}

/// Notes what is no step: that the item stands in a report.
pub fn remark(desk: &Desk<'_>, item: &FollowupItem, what: &str, words: &str) -> Result<()> {
    let stage = item.stage.key();
    write(desk, item.id, ("", what), (stage, stage), desk.today(), words).map(drop)
}

fn write(
    desk: &Desk<'_>,
    item: FollowupId,
    (step, what): (&str, &str),
    (from, to): (&str, &str),
    on: NaiveDate,
    words: &str,
) -> Result<FollowupEventId> {
    let id: FollowupEventId = desk.new_id();
    desk.tx.execute(
        "INSERT INTO followup_event (id, campaign, item, at, who, what, words, step, from_stage, to_stage, on_day)
         VALUES (:id, :campaign, :item, :now, :who, :what, :words, :step, :from, :to, :on)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":item": item, ":now": desk.now, ":who": desk.who.name,
            ":what": what, ":words": words, ":step": step, ":from": from, ":to": to, ":on": on,
        },
    )?;
    Ok(id)
}

/// The history of an item, newest first.
pub fn all(desk: &Desk<'_>, item: FollowupId) -> Result<Vec<FollowupEvent>> {
    let sql = "SELECT * FROM followup_event WHERE item = :item ORDER BY at DESC, id DESC LIMIT 1000";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":item": item}, |row| {
        Ok((row.get::<_, FollowupEventId>("id")?, read(row)?))
    })?;
    let with_files = |(id, event): (FollowupEventId, FollowupEvent)| {
        Ok(FollowupEvent { files: attachments::of(desk, OWNER, id)?, ..event })
    };
    rows.collect::<rusqlite::Result<Vec<_>>>()?.into_iter().map(with_files).collect()
}

fn read(row: &Row<'_>) -> rusqlite::Result<FollowupEvent> {
    let stage = |column: &str| -> rusqlite::Result<Option<FollowupStage>> {
        Ok(FollowupStage::from_key(&row.get::<_, String>(column)?))
    };
    Ok(FollowupEvent {
        at: row.get("at")?,
        on: row.get("on_day")?,
        who: row.get("who")?,
        step: FollowupStep::from_key(&row.get::<_, String>("step")?),
        from: stage("from_stage")?,
        to: stage("to_stage")?,
        what: row.get("what")?,
        words: row.get("words")?,
        files: Vec::new(),
    })
}
