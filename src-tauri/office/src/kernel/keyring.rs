//! The keyring (密钥文件): who may open the store, beside the encrypted database because it is read before it.
//!
//! It holds no business data and no key in the clear: each entry is the data key sealed under a password. Failed
//! log-ins are counted here, since the store is still shut then; what happened at the door is noted in `events` and
//! moved into the audit at the next entry. Every write replaces the whole file atomically.
//!
//! File and database cannot be written in one act, so the order is the law: the lock is taken inside a transaction of the
//! database, never before one ([`Held`]), and whatever makes a way in stricter is committed before the file is written.
//! A crash between the two leaves the old way in — never one that leads to no account, never a password that somebody
//! else chose without the duty to change it.
use std::cell::RefCell;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use crate::kernel::ids::AccountId;
use crate::kernel::profile::Security;
use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::role::Role;
use crate::kernel::secrets::Wrapped;

/// Version of the file's form.
pub const FORMAT: u32 = 1;
const NAME: &str = "keyring.json";

/// One person's way in.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Entry {
    /// The account.
    pub account: AccountId,
    /// Login name.
    pub login: String,
    /// Name shown at the door.
    pub name: String,
    /// Role shown at the door; the database decides what it may do.
    pub role: Role,
    /// The data key under this person's password.
    pub wrapped: Wrapped,
    /// Wrong passwords since the last right one.
    pub failures: u32,
    /// No entry before this time.
    pub locked_until: Option<NaiveDateTime>,
}

/// Something that happened while the store was shut.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct DoorEvent {
    /// When.
    pub at: NaiveDateTime,
    /// Login name as typed.
    pub login: String,
    /// What, in Chinese.
    pub what: String,
}

/// The file.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Keyring {
    /// Form version.
    pub format: u32,
    /// `office` or `unit`.
    pub kind: String,
    /// Whose copy it is, shown before log-in.
    pub title: String,
    /// Demonstration data: every print says 示例.
    pub demo: bool,
    /// The day on which demonstration data stands still; the real day otherwise.
    pub demo_today: Option<chrono::NaiveDate>,
    /// Lock and password rules, copied from the profile because they hold before the store is open.
    pub security: Security,
    /// The ways in.
    pub entries: Vec<Entry>,
    /// The data key under the recovery code.
    pub recovery: Wrapped,
    /// Wrong recovery codes since the last right one.
    pub recovery_failures: u32,
    /// No recovery before this time.
    pub recovery_locked_until: Option<NaiveDateTime>,
    /// To be moved into the audit.
    pub events: Vec<DoorEvent>,
}

impl Keyring {
    /// Reads it from a store's folder.
    pub fn read(store: &Path) -> Result<Keyring> {
        let text = fs::read_to_string(store.join(NAME))
            .map_err(|_| Refusal::damaged("密钥文件（keyring.json）不见了或无法读取。").hint(KEEP))?;
        let ring: Keyring = serde_json::from_str(&text)
            .map_err(|_| Refusal::damaged("密钥文件（keyring.json）已损坏。").hint(KEEP))?;
        if ring.format > FORMAT {
            return Err(
                Refusal::damaged("这个数据文件夹是更新版本的程序建立的。").hint("请安装新版本后再打开。")
            );
        }
        Ok(ring)
    }
    /// Writes it whole: to a neighbour, synced, then renamed over.
    pub fn write(&self, store: &Path) -> Result<()> {
        let text = serde_json::to_vec_pretty(self)?;
        replace(&store.join(NAME), &text)
    }
    /// Changes it under the lock that window and command line share; nothing is written when the change is refused.
    pub fn change<T>(store: &Path, change: impl FnOnce(&mut Keyring) -> Result<T>) -> Result<T> {
        let mut held = Held::take(store)?;
        let out = change(&mut held.ring)?;
        held.write()?;
        Ok(out)
    }
    /// The entry of a login name, if there is one.
    pub fn entry(&mut self, login: &str) -> Option<&mut Entry> {
        self.entries.iter_mut().find(|entry| entry.login == login)
    }
    /// Whether there is a keyring file in this folder.
    pub fn exists(store: &Path) -> bool {
        store.join(NAME).exists()
    }
}

/// The keyring under the lock that window and command line share: changed in memory until it is written.
///
/// Taken inside a transaction of the database or with none at all: two programs that took one first and then waited for
/// the other would both stand still.
pub struct Held {
    /// As it will be written.
    pub ring: Keyring,
    store: PathBuf,
    as_read: Vec<u8>,
    _lock: File,
}

impl Held {
    /// Waits for the lock and reads.
    pub fn take(store: &Path) -> Result<Held> {
        let lock = File::create(store.join("keyring.lock"))?;
        lock.lock()?;
        let ring = Keyring::read(store)?;
        Ok(Held { as_read: serde_json::to_vec(&ring)?, ring, store: store.into(), _lock: lock })
    }
    /// Writes what was changed since it was read or written; the lock stays until this is dropped.
    pub fn write(&mut self) -> Result<()> {
        let now = serde_json::to_vec(&self.ring)?;
        if now != self.as_read {
            self.ring.write(&self.store)?;
            self.as_read = now;
        }
        Ok(())
    }
}

/// Where a command leaves a changed keyring until the database has said yes.
pub type Waiting = RefCell<Option<Held>>;

/// Writes what a command left, after its commit. A file that cannot be written is said to be so: the old way in holds.
pub fn publish(waiting: &Waiting) -> Result<()> {
    let Some(mut held) = waiting.borrow_mut().take() else { return Ok(()) };
    held.write().map_err(|fault| {
        let said = format!("已经记入数据库，但密钥文件（keyring.json）没有写成：{}", fault.message);
        Refusal::broken(said).hint(
            "原来的口令和恢复码仍然有效。请检查磁盘空间和文件夹权限，然后再办一次；新建的账号请用“重设口令”。",
        )
    })
}

const KEEP: &str = "程序不会新建空库；请不要删除任何文件，从备份恢复，或联系系统管理员。";

/// Writes a small file so that either the old or the new content is there after any crash.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let neighbour: PathBuf = path.with_extension("new");
    let mut file = File::create(&neighbour)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    drop(file);
    fs::rename(&neighbour, path)?;
    sync_folder(path.parent().unwrap_or(Path::new(".")));
    Ok(())
}

/// Makes a rename durable where the system lets a folder be synced; Windows does it by itself.
pub fn sync_folder(folder: &Path) {
    if let Ok(handle) = File::open(folder) {
        let _ = handle.sync_all();
    }
}
