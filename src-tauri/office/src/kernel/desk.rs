//! The desk: everything a command needs — who asks, when, the transaction, the rules — as its first parameter.
//!
//! A room opens no transaction and asks no clock; it finds them here.
use std::cell::OnceCell;
use std::path::PathBuf;
use std::sync::OnceLock;

use chrono::{NaiveDate, NaiveDateTime};
use press::fonts::Fonts;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::accounts::Person;
use crate::kernel::calendar::Calendar;
use crate::kernel::entropy::Entropy;
use crate::kernel::files::Files;
use crate::kernel::ids::{CampaignId, Id};
use crate::kernel::keyring::{Held, Keyring, Waiting};
use crate::kernel::paper_faces::LastPapers;
use crate::kernel::profile::Profile;
use crate::kernel::progress::Progress;
use crate::kernel::refusal::Result;
use crate::kernel::secrets::{Cost, DataKey};

/// The campaign everything belongs to now.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Campaign {
    /// Id.
    pub id: CampaignId,
    /// In full.
    pub name: String,
    /// Short.
    pub short: String,
    /// City.
    pub city: String,
}

/// What making a new way into the store needs; only the system room touches it.
pub struct Vault<'a> {
    /// The store's folder.
    pub folder: PathBuf,
    /// The data key.
    pub key: &'a DataKey,
    /// Cost of new passwords.
    pub cost: Cost,
    /// The keyring as this command leaves it.
    pub(crate) waiting: &'a Waiting,
}

impl Vault<'_> {
    /// Changes the keyring together with this transaction: locked from now on, written right after the commit, and not
    /// at all when the command is refused.
    pub fn change<T>(&self, change: impl FnOnce(&mut Keyring) -> Result<T>) -> Result<T> {
        let mut waiting = self.waiting.borrow_mut();
        let held = match waiting.take() {
            Some(held) => held,
            None => Held::take(&self.folder)?,
        };
        change(&mut waiting.insert(held).ring)
    }
}

/// Faces, loaded when the first paper is made.
pub struct FontShelf {
    folders: Vec<PathBuf>,
    fonts: OnceLock<Fonts>,
    /// What the faces did on the last papers.
    pub last_papers: LastPapers,
}

impl FontShelf {
    /// Faces from these folders and the installed ones.
    pub fn new(folders: Vec<PathBuf>) -> Self {
        Self { folders, fonts: OnceLock::new(), last_papers: LastPapers::default() }
    }
    /// The faces.
    pub fn fonts(&self) -> &Fonts {
        self.fonts.get_or_init(|| Fonts::load(&self.folders))
    }
}

/// The desk.
pub struct Desk<'a> {
    /// Who asks.
    pub who: &'a Person,
    /// Local time.
    pub now: NaiveDateTime,
    /// The open transaction; read-only for commands that only read.
    pub tx: &'a Connection,
    /// The campaign.
    pub campaign: &'a Campaign,
    /// The rules in force today.
    pub profile: &'a Profile,
    /// The file store.
    pub files: &'a Files,
    /// Faces for paper.
    pub shelf: &'a FontShelf,
    /// Randomness, for ids.
    pub entropy: &'a Entropy,
    /// Where a long command says how far it is.
    pub progress: &'a dyn Progress,
    /// For new ways in.
    pub vault: Vault<'a>,
    /// Demonstration data: every print says 示例.
    pub demo: bool,
    pub(crate) calendar: OnceCell<Calendar>,
}

impl Desk<'_> {
    /// Today.
    pub fn today(&self) -> NaiveDate {
        self.now.date()
    }
    /// A new id, in order of time.
    pub fn new_id<T: Id>(&self) -> T {
        let millis = self.now.and_utc().timestamp_millis().unsigned_abs();
        let mut random: [u8; 10] = self.entropy.bytes();
        // A running count keeps ids of one second in the order in which they were made.
        let count = self.entropy.next() & 0x0fff;
        random[0] = (count >> 8) as u8;
        random[1] = count as u8;
        T::from_uuid(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
    }
    /// The working calendar.
    pub fn calendar(&self) -> Result<&Calendar> {
        if let Some(calendar) = self.calendar.get() {
            return Ok(calendar);
        }
        let calendar = Calendar::read(self.tx)?;
        Ok(self.calendar.get_or_init(|| calendar))
    }
    /// Faces for paper.
    pub fn fonts(&self) -> &Fonts {
        self.shelf.fonts()
    }
}
