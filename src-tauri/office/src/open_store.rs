//! An open store with what belongs to it, and the founding of a new one.
//!
//! Founding builds everything in a folder of its own and renames it as the last act: a crash before that leaves no
//! store, a crash after it leaves a whole one. It deliberately never touches a store that is there.
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::{Connection, TransactionBehavior, named_params};

use crate::kernel::accounts::{self, Person};
use crate::kernel::audit;
use crate::kernel::calendar::{self, DayKind};
use crate::kernel::desk::Campaign;
use crate::kernel::files::Files;
use crate::kernel::keyring::{self, Entry, Keyring, sync_folder};
use crate::kernel::profile::{self, Profile};
use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::secrets::{self, Cost, DataKey};
use crate::kernel::store::Store;
use crate::kernel::{entropy::Entropy, settings};

/// A store that somebody's password has opened.
pub struct OpenStore {
    /// Its folder.
    pub folder: PathBuf,
    /// Database.
    pub store: Store,
    /// Attachments.
    pub files: Files,
    profile: Mutex<Option<(i64, Arc<Profile>)>>,
}

/// What a new store is made from.
pub struct Founding<'a> {
    /// `office` or `unit`.
    pub kind: &'a str,
    /// Name shown at the door; the office's own if empty.
    pub title: &'a str,
    /// Text of the rule profile.
    pub profile: &'a str,
    /// First account.
    pub admin: Person,
    /// Its password.
    pub password: &'a str,
    /// Demonstration data, standing on this day.
    pub demo_today: Option<NaiveDate>,
    /// Cost of passwords.
    pub cost: Cost,
    /// Now.
    pub now: NaiveDateTime,
}

impl OpenStore {
    /// Opens the store in this folder.
    pub fn open(folder: &Path, key: &DataKey) -> Result<OpenStore> {
        let store = Store::open(folder, key)?;
        let files = Files::new(folder.join("files"), key.files());
        Ok(OpenStore { folder: folder.into(), store, files, profile: Mutex::default() })
    }
    /// The campaign that is open; the newest when there are several.
    pub fn campaign(&self, tx: &Connection) -> Result<Campaign> {
        let sql = "SELECT * FROM campaign ORDER BY closed_on IS NOT NULL, opened_on DESC, id DESC LIMIT 1";
        tx.query_row(sql, [], |row| {
            Ok(Campaign {
                id: row.get("id")?,
                name: row.get("name")?,
                short: row.get("short")?,
                city: row.get("city")?,
            })
        })
        .map_err(|_| Refusal::damaged("数据库里没有创建活动。").hint("请从备份恢复。"))
    }
    /// The rules in force on a day; read once for each version.
    pub fn profile(&self, tx: &Connection, campaign: &Campaign, day: NaiveDate) -> Result<Arc<Profile>> {
        let (id, text) = Profile::in_force(tx, campaign.id, day)?;
        let mut cached = self.profile.lock().unwrap_or_else(PoisonError::into_inner);
        match &*cached {
            Some((cached_id, profile)) if *cached_id == id => Ok(profile.clone()),
            _ => {
                let profile = Arc::new(profile::parse(&text)?);
                *cached = Some((id, profile.clone()));
                Ok(profile)
            }
        }
    }
}

/// Makes a new store; answers its recovery code.
pub fn found(home: &Path, founding: &Founding<'_>, entropy: &Entropy) -> Result<String> {
    let (building, folder) = (home.join("store.founding"), home.join("store"));
    if folder.exists() {
        return Err(Refusal::refused("这里已经有数据，不能重新建立。").hint("请登录后使用。"));
    }
    if building.exists() {
        fs::remove_dir_all(&building)?; // a founding that never ended; nobody has used it
    }
    fs::create_dir_all(building.join("files"))?;
    let rules = profile::parse(founding.profile)?;
    secrets::check_password(founding.password, &founding.admin.login, rules.security.password_min as usize)?;
    let key = DataKey::fresh(entropy);
    let code = secrets::recovery_code(entropy);
    write_store(&building, founding, &rules, &key, entropy)?;
    ring(founding, &rules, &key, &code, entropy)?.write(&building)?;
    fs::rename(&building, &folder)?;
    sync_folder(home);
    Ok(code)
}

fn ring(f: &Founding<'_>, rules: &Profile, key: &DataKey, code: &str, entropy: &Entropy) -> Result<Keyring> {
    let owner = f.admin.id.to_string();
    Ok(Keyring {
        format: keyring::FORMAT,
        kind: f.kind.into(),
        title: if f.title.is_empty() { rules.office.name.clone() } else { f.title.into() },
        demo: f.demo_today.is_some(),
        demo_today: f.demo_today,
        security: rules.security.clone(),
        entries: vec![Entry {
            account: f.admin.id,
            login: f.admin.login.clone(),
            name: f.admin.name.clone(),
            role: f.admin.role,
            wrapped: secrets::wrap(key, f.password, &owner, f.cost, entropy)?,
            failures: 0,
            locked_until: None,
        }],
        recovery: secrets::wrap(key, code, "recovery", f.cost, entropy)?,
        recovery_failures: 0,
        recovery_locked_until: None,
        events: Vec::new(),
    })
}

fn write_store(
    folder: &Path,
    f: &Founding<'_>,
    rules: &Profile,
    key: &DataKey,
    entropy: &Entropy,
) -> Result<()> {
    let store = Store::create(folder, key)?;
    let mut writer = store.writer();
    let tx = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let campaign = uuid::Builder::from_random_bytes(entropy.bytes()).into_uuid().to_string();
    tx.execute(
        "INSERT INTO campaign (id, name, short, city, opened_on) VALUES (:id, :name, :short, :city, :on)",
        named_params! {":id": campaign, ":name": rules.campaign.name, ":short": rules.campaign.short,
        ":city": rules.campaign.city, ":on": rules.profile.issued},
    )?;
    tx.execute(
        "INSERT INTO profile_version (campaign, effective_from, title, toml, added_at)
         VALUES (:campaign, :from, :title, :toml, :now)",
        named_params! {":campaign": campaign, ":from": rules.profile.effective_from, ":title": rules.profile.title,
            ":toml": f.profile, ":now": f.now},
    )?;
    fill_calendar(&tx)?;
    settings::set(&tx, "kind", f.kind)?;
    settings::set(&tx, "founded_on", &f.now.date().to_string())?;
    accounts::insert(&tx, &f.admin, f.now)?;
    crate::kernel::capture::take(&tx)?; // the founding itself is one row of the audit, not thousands
    audit::append(&tx, &founded(f))?;
    tx.commit()?;
    drop(writer);
    Ok(())
}

fn founded<'a>(f: &'a Founding<'_>) -> audit::Entry<'a> {
    audit::Entry {
        at: f.now,
        account: Some(f.admin.id.to_string()),
        person: &f.admin.name,
        role: f.admin.role.label(),
        command: "door_found",
        title: "建立数据库",
        subject: f.title.into(),
        outcome: audit::Outcome::Done,
        detail: String::new(),
        changes: Vec::new(),
    }
}

fn fill_calendar(tx: &Connection) -> Result<()> {
    let sql = "INSERT INTO calendar_day (date, kind, name, source) VALUES (:date, :kind, :name, :source)";
    let mut insert = tx.prepare(sql)?;
    for day in calendar::shipped()? {
        let kind = if day.kind == DayKind::Holiday { "holiday" } else { "workday" };
        insert.execute(
            named_params! {":date": day.date, ":kind": kind, ":name": day.name, ":source": day.source},
        )?;
    }
    Ok(())
}
