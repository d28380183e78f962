//! The demonstration office (示例数据): a fictional city's year, made only by asking the front desk what clerks ask.
//!
//! Promised: the same seed gives the same office; it is built beside the data folder's store and moved there as the
//! last act, so that a broken run leaves nothing; every print says 示例, because the store is founded as a demonstration.
//! It deliberately writes no row by itself and knows no rule: what the rules forbid cannot be in it.
pub mod accounts;
mod agenda;
mod arriving;
mod changes;
mod content;
mod days;
mod duties;
mod followups;
mod gathering;
mod issuing;
mod life;
mod make;
mod minutes;
mod papers;
mod paperwork;
mod people;
mod raising;
mod reference;
mod register;
mod reporting;
mod scan;
mod sitting;
mod tasking;
mod walk;
mod wording;
mod year;

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use office::kernel::secrets::Cost;
use serde::{Deserialize, Serialize};

pub use accounts::Account;
pub use make::make;
pub use papers::print as print_papers;

/// The day on which demonstration data stands still.
pub const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2016, 11, 23).expect("a day of the calendar");
/// Where the accounts are written, in the data folder.
pub const ACCOUNTS_FILE: &str = "示例账号.json";

/// What is to be made.
pub struct Plan {
    /// Months of meetings, the last of them the month of [`TODAY`]; 1 to 12.
    pub months: u32,
    /// Equal seeds make equal offices.
    pub seed: u64,
    /// Cost of the passwords that stay.
    pub cost: Cost,
    /// Folders with faces.
    pub fonts: Vec<PathBuf>,
}

impl Default for Plan {
    fn default() -> Self {
        Self { months: 12, seed: 2016, cost: Cost::OFFICE, fonts: crate::fonts::folders() }
    }
}

/// What was made, as the file of accounts says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// That all of it is made up.
    pub note: String,
    /// The day it stands on.
    pub today: NaiveDate,
    /// Recovery code.
    pub recovery_code: String,
    /// Who may enter, the clerk first.
    pub accounts: Vec<Account>,
}

/// The demonstration that stands in a data folder, if there is one.
pub fn standing(home: &Path) -> Option<Made> {
    let text = fs::read_to_string(home.join(ACCOUNTS_FILE)).ok()?;
    let made = serde_json::from_str(&text).ok()?;
    home.join("store").exists().then_some(made)
}
