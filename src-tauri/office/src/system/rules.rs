//! The rule profile as kept: versions by the date they take effect. A version is added, never edited.
use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::profile::{self, Profile};
use crate::kernel::{Desk, Nothing, Refusal, Result};

/// A version of the rules.
#[derive(Debug, Serialize, TS)]
pub struct ProfileVersion {
    title: String,
    effective_from: NaiveDate,
    added_at: NaiveDateTime,
    in_force: bool,
}

/// A profile file to be added.
#[derive(Debug, Deserialize, TS)]
pub struct ProfileAdd {
    /// The TOML text.
    toml: String,
}

pub(super) fn in_force(desk: &Desk<'_>, _: Nothing) -> Result<Profile> {
    Ok(desk.profile.clone())
}

pub(super) fn versions(desk: &Desk<'_>, _: Nothing) -> Result<Vec<ProfileVersion>> {
    let (current, _) = Profile::in_force(desk.tx, desk.campaign.id, desk.today())?;
    let sql =
        "SELECT * FROM profile_version WHERE campaign = :campaign ORDER BY effective_from DESC LIMIT 100";
    let mut query = desk.tx.prepare(sql)?;
    let found = query.query_map(named_params! {":campaign": desk.campaign.id}, |row| {
        Ok(ProfileVersion {
            title: row.get("title")?,
            effective_from: row.get("effective_from")?,
            added_at: row.get("added_at")?,
            in_force: row.get::<_, i64>("id")? == current,
        })
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn add(desk: &Desk<'_>, q: ProfileAdd) -> Result<Profile> {
    let profile = profile::parse(&q.toml)?;
    let from = profile.profile.effective_from;
    let sql = "SELECT count(*) FROM profile_version WHERE campaign = :campaign AND effective_from >= :from";
    let later: u32 =
        desk.tx
            .query_row(sql, named_params! {":campaign": desk.campaign.id, ":from": from}, |row| row.get(0))?;
    if later > 0 {
        return Err(Refusal::refused(format!("已有自 {from} 或更晚起施行的规则配置。"))
            .hint("请把新配置的 effective_from 改为更晚的日期。"));
    }
    desk.tx.execute(
        "INSERT INTO profile_version (campaign, effective_from, title, toml, added_at)
         VALUES (:campaign, :from, :title, :toml, :now)",
        named_params! {":campaign": desk.campaign.id, ":from": from, ":title": profile.profile.title,
        ":toml": q.toml, ":now": desk.now},
    )?;
    if from <= desk.today() {
        desk.vault.change(|ring| {
            ring.security = profile.security.clone();
            Ok(())
        })?;
    }
    Ok(profile)
}
