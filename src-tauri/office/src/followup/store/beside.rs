//! Rows of notices, progress, helping units' parts and replies in versions.
use chrono::NaiveDate;
use rusqlite::{Row, named_params};

use crate::followup::beside::{FollowupNotice, FollowupPart, FollowupProgress, FollowupReplyVersion};
use crate::followup::item::{FollowupItem, FollowupUnit};
use crate::followup::kinds::{FollowupId, FollowupPartId, FollowupProgressId, FollowupReplyState};
use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;
use crate::kernel::rows::one;

/// A notice went to each of these units, the lead unit first.
pub fn send(desk: &Desk<'_>, item: &FollowupItem, on: NaiveDate, way: &str) -> Result<()> {
    for (position, unit) in std::iter::once(&item.lead).chain(&item.helpers).enumerate() {
        desk.tx.execute(
            "INSERT INTO followup_notice (campaign, item, position, unit, unit_short, sent_on, way)
             VALUES (:campaign, :item, :position, :unit, :short, :on, :way)",
            named_params! {
                ":campaign": desk.campaign.id, ":item": item.id, ":position": position as i64 + 1,
                ":unit": unit.unit, ":short": unit.short, ":on": on, ":way": way,
            },
        )?;
    }
    Ok(())
}

/// A unit signed for it.
pub fn receive(desk: &Desk<'_>, item: FollowupId, unit: &str, on: NaiveDate, receiver: &str) -> Result<()> {
    one(desk.tx.execute(
        "UPDATE followup_notice SET received_on = :on, receiver = :receiver
         WHERE item = :item AND unit = :unit AND received_on IS NULL",
        named_params! {":on": on, ":receiver": receiver, ":item": item, ":unit": unit},
    )?)
}

/// The notices of an item.
pub fn notices(desk: &Desk<'_>, item: FollowupId) -> Result<Vec<FollowupNotice>> {
    let sql = "SELECT * FROM followup_notice WHERE item = :item ORDER BY position LIMIT 200";
    let mut query = desk.tx.prepare_cached(sql)?;
    let (calendar, days) = (desk.calendar()?, desk.profile.followup.receipt_days);
    let rows = query.query_map(named_params! {":item": item}, |row| {
        let sent_on: NaiveDate = row.get("sent_on")?;
        let lead = row.get::<_, u32>("position")? == 1;
        Ok(FollowupNotice {
            unit: row.get("unit")?,
            short: row.get("unit_short")?,
            role: if lead { "牵头" } else { "配合" }.into(),
            sent_on,
            way: row.get("way")?,
            receipt_due_on: calendar.working_days_after(sent_on, days),
            received_on: row.get("received_on")?,
            receiver: row.get("receiver")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A progress report came in.
pub fn report(
    desk: &Desk<'_>,
    item: FollowupId,
    on: NaiveDate,
    period: Option<NaiveDate>,
    words: &str,
) -> Result<()> {
    let id: FollowupProgressId = desk.new_id();
    desk.tx.execute(
        "INSERT INTO followup_progress (id, campaign, item, on_day, period, words)
         VALUES (:id, :campaign, :item, :on, :period, :words)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":item": item, ":on": on, ":period": period, ":words": words,
        },
    )?;
    Ok(())
}

/// What was reported, newest first.
pub fn progress(desk: &Desk<'_>, item: FollowupId) -> Result<Vec<FollowupProgress>> {
    let sql = "SELECT * FROM followup_progress WHERE item = :item ORDER BY on_day DESC, id DESC LIMIT 500";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":item": item}, |row| {
        Ok(FollowupProgress {
            id: row.get("id")?,
            on: row.get("on_day")?,
            period: row.get("period")?,
            words: row.get("words")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A helping unit did its part.
pub fn add_part(
    desk: &Desk<'_>,
    item: FollowupId,
    unit: &FollowupUnit,
    on: NaiveDate,
    number: &str,
    words: &str,
) -> Result<()> {
    let id: FollowupPartId = desk.new_id();
    desk.tx.execute(
        "INSERT INTO followup_part (id, campaign, item, unit, unit_short, on_day, number, words)
         VALUES (:id, :campaign, :item, :unit, :short, :on, :number, :words)",
        named_params! {
            ":id": id, ":campaign": desk.campaign.id, ":item": item, ":unit": unit.unit, ":short": unit.short,
            ":on": on, ":number": number, ":words": words,
        },
    )?;
    Ok(())
}

/// What helping units did, oldest first.
pub fn parts(desk: &Desk<'_>, item: FollowupId) -> Result<Vec<FollowupPart>> {
    let sql = "SELECT * FROM followup_part WHERE item = :item ORDER BY on_day, id LIMIT 500";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":item": item}, |row| {
        Ok(FollowupPart {
            id: row.get("id")?,
            unit: row.get("unit")?,
            short: row.get("unit_short")?,
            on: row.get("on_day")?,
            number: row.get("number")?,
            words: row.get("words")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A reply came in, or an accepted one is put right; the next version.
pub fn add_reply(
    desk: &Desk<'_>,
    item: FollowupId,
    (on, number, words): (NaiveDate, &str, &str),
    state: FollowupReplyState,
    reason: &str,
) -> Result<()> {
    desk.tx.execute(
        "INSERT INTO followup_reply (campaign, item, n, on_day, number, words, state, reason, at, who)
         SELECT :campaign, :item, coalesce(max(n), 0) + 1, :on, :number, :words, :state, :reason, :now, :who
         FROM followup_reply WHERE item = :item",
        named_params! {
            ":campaign": desk.campaign.id, ":item": item, ":on": on, ":number": number, ":words": words,
            ":state": state, ":reason": reason, ":now": desk.now, ":who": desk.who.name,
        },
    )?;
    Ok(())
}

/// What became of the reply that stood in this state.
pub fn judge_reply(
    desk: &Desk<'_>,
    item: FollowupId,
    from: FollowupReplyState,
    to: FollowupReplyState,
    reason: Option<&str>,
) -> Result<()> {
    one(desk.tx.execute(
        "UPDATE followup_reply SET state = :to, reason = coalesce(:reason, reason)
         WHERE item = :item AND state = :from",
        named_params! {":to": to, ":reason": reason, ":item": item, ":from": from},
    )?)
}

/// Replies in versions, newest first.
pub fn replies(desk: &Desk<'_>, item: FollowupId) -> Result<Vec<FollowupReplyVersion>> {
    let sql = "SELECT * FROM followup_reply WHERE item = :item ORDER BY n DESC LIMIT 200";
    let mut query = desk.tx.prepare_cached(sql)?;
    let rows = query.query_map(named_params! {":item": item}, read_reply)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn read_reply(row: &Row<'_>) -> rusqlite::Result<FollowupReplyVersion> {
    let state: FollowupReplyState = row.get("state")?;
    Ok(FollowupReplyVersion {
        n: row.get("n")?,
        on: row.get("on_day")?,
        number: row.get("number")?,
        words: row.get("words")?,
        state,
        state_label: state.label().into(),
        reason: row.get("reason")?,
        at: row.get("at")?,
        who: row.get("who")?,
    })
}
