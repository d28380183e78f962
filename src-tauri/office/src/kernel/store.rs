//! The store: one SQLCipher database, opened with the raw data key, one writer and read-only readers beside it.
//!
//! It promises WAL, synchronous FULL, foreign keys and the audit's capture triggers on the writer; a reader cannot
//! write. It deliberately makes no store by itself: only founding does, and a missing file is a refusal.
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, OpenFlags};

use crate::kernel::people_words::reading;
use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::secrets::DataKey;
use crate::kernel::{capture, migrations};

const NAME: &str = "office.db";

/// An open store.
pub struct Store {
    path: PathBuf,
    key: DataKey,
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
}

impl Store {
    /// Opens an existing store and brings its schema up to date.
    pub fn open(folder: &Path, key: &DataKey) -> Result<Store> {
        let path = Store::path(folder);
        if !path.exists() {
            return Err(Refusal::damaged("数据库文件（office.db）不见了。")
                .hint("程序不会新建空库；请找回该文件或从备份恢复。"));
        }
        Store::at(path, key, OpenFlags::SQLITE_OPEN_READ_WRITE)
    }
    /// Makes a new store in an empty folder; only founding calls this.
    pub fn create(folder: &Path, key: &DataKey) -> Result<Store> {
        let path = Store::path(folder);
        if path.exists() {
            return Err(Refusal::refused("这里已经有一个数据库，不能重新建立。"));
        }
        Store::at(path, key, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)
    }
    /// Where the database lies in a store's folder.
    pub fn path(folder: &Path) -> PathBuf {
        folder.join(NAME)
    }
    fn at(path: PathBuf, key: &DataKey, flags: OpenFlags) -> Result<Store> {
        let mut writer = connect(&path, key, flags)?;
        writer.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;")?;
        migrations::run(&mut writer)?;
        capture::install(&writer)?;
        Ok(Store { path, key: key.clone(), writer: Mutex::new(writer), readers: Mutex::default() })
    }
    /// The one writer; waits until the change before it is done.
    pub fn writer(&self) -> MutexGuard<'_, Connection> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }
    /// Does something with a reader that cannot write; several may read at once.
    pub fn read<T>(&self, work: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        let pooled = self.readers.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut reader = match pooled {
            Some(reader) => reader,
            None => self.reader()?,
        };
        // One transaction, so that a list and its total speak of the same moment.
        let snapshot = reader.transaction()?;
        let out = work(&snapshot);
        drop(snapshot);
        self.readers.lock().unwrap_or_else(PoisonError::into_inner).push(reader);
        out
    }
    fn reader(&self) -> Result<Connection> {
        let reader = connect(&self.path, &self.key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        reader.execute_batch("PRAGMA query_only = ON;")?;
        Ok(reader)
    }
    /// The data key, for the file store and for new ways in.
    pub fn key(&self) -> &DataKey {
        &self.key
    }
}

#[allow(clippy::disallowed_methods)] // the one place that opens a store
fn connect(path: &Path, key: &DataKey, flags: OpenFlags) -> Result<Connection> {
    let tx = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    // The raw key spares SQLCipher's own derivation: ours is argon2id at the door.
    let raw = hex::encode(key.database());
    tx.execute_batch("PRAGMA cipher_log_level = NONE;")?; // a wrong password is no news for stderr
    tx.execute_batch(&format!("PRAGMA key = \"x'{raw}'\";"))?;
    tx.busy_timeout(Duration::from_secs(10))?;
    tx.execute_batch(
        "PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA temp_store = MEMORY;
         PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;",
    )?;
    // Ledgers sort Chinese by its sound; nothing that is stored depends on this.
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    tx.create_scalar_function("reading", 1, flags, |given| {
        Ok(given.get::<Option<String>>(0)?.map(|words| reading(&words)))
    })?;
    // The first real read tells whether key and file belong together.
    tx.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    Ok(tx)
}
