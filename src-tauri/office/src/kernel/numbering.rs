//! Numbers (文号 期号 备案号): gapless counters inside the caller's transaction; a given number is never given again.
//!
//! A voided number stays visible with its reason. A pattern holds `{year}` and `{n}`, or `{n4}` for four digits.
use rusqlite::{OptionalExtension, named_params};

use crate::kernel::desk::Desk;
use crate::kernel::ids::NumberId;
use crate::kernel::refusal::{Refusal, Result};

/// A number that was just given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// Its id in the register.
    pub id: NumberId,
    /// The bare number.
    pub n: u32,
    /// As printed.
    pub text: String,
}

/// Gives the next number of a series. `year` is 0 for a series that runs on over the years (总第N期).
pub fn next(
    desk: &Desk<'_>,
    series: &str,
    year: i32,
    pattern: &str,
    given_to: impl ToString,
) -> Result<Given> {
    let last: Option<u32> = desk
        .tx
        .query_row(
            "SELECT last FROM number_series WHERE campaign = :campaign AND series = :series AND year = :year",
            named_params! {":campaign": desk.campaign.id, ":series": series, ":year": year},
            |row| row.get("last"),
        )
        .optional()?;
    let n = last.unwrap_or(0) + 1;
    desk.tx.execute(
        "INSERT INTO number_series (campaign, series, year, last) VALUES (:campaign, :series, :year, :n)
         ON CONFLICT (campaign, series, year) DO UPDATE SET last = excluded.last",
        named_params! {":campaign": desk.campaign.id, ":series": series, ":year": year, ":n": n},
    )?;
    let given = Given { id: desk.new_id(), n, text: written(pattern, year, n) };
    desk.tx.execute(
        "INSERT INTO number_given (id, campaign, series, year, n, text, given_to, given_at)
         VALUES (:id, :campaign, :series, :year, :n, :text, :given_to, :now)",
        named_params! {
            ":id": given.id, ":campaign": desk.campaign.id, ":series": series, ":year": year, ":n": n,
            ":text": given.text, ":given_to": given_to.to_string(), ":now": desk.now,
        },
    )?;
    Ok(given)
}

/// Voids a number; it stays in the register.
pub fn void(desk: &Desk<'_>, id: NumberId, reason: &str) -> Result<()> {
    if reason.trim().is_empty() {
        return Err(Refusal::refused("作废编号必须写明原因。"));
    }
    let changed = desk.tx.execute(
        "UPDATE number_given SET voided_at = :now, void_reason = :reason WHERE id = :id AND voided_at IS NULL",
        named_params! {":now": desk.now, ":reason": reason.trim(), ":id": id},
    )?;
    if changed == 1 { Ok(()) } else { Err(Refusal::stale()) }
}

/// A pattern filled in.
pub fn written(pattern: &str, year: i32, n: u32) -> String {
    pattern
        .replace("{year}", &year.to_string())
        .replace("{n4}", &format!("{n:04}"))
        .replace("{n}", &n.to_string())
}
