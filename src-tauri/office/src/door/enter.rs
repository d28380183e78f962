//! Entering, locking, leaving. Five failures lock an account; nobody learns which part was wrong.
use std::sync::Arc;

use chrono::{Duration, NaiveDateTime};
use rusqlite::{Connection, TransactionBehavior};
use serde::Deserialize;
use ts_rs::TS;

use crate::door::standing::look;
use crate::front_desk::{Office, Session};
use crate::kernel::accounts::{self, Person};
use crate::kernel::audit::{self, Outcome};
use crate::kernel::ids::AccountId;
use crate::kernel::keyring::{DoorEvent, Keyring};
use crate::kernel::secrets::{self, DataKey};
use crate::kernel::{Nothing, Refusal, Result, capture};
use crate::open_store::OpenStore;

/// Login.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Enter {
    pub(super) login: String,
    pub(super) password: String,
}

enum Attempt {
    Opened(DataKey, AccountId),
    Wrong(u32),
    Locked(NaiveDateTime),
}

pub(super) fn enter(office: &Office, q: &Enter) -> Result<Person> {
    let folder = office.store_folder();
    look(&folder)?;
    let (now, login) = (office.now(), q.login.trim().to_lowercase());
    match Keyring::change(&folder, |ring| attempt(ring, &login, &q.password, now))? {
        Attempt::Opened(key, account) => admit(office, &key, account, "door_enter", "登录"),
        Attempt::Wrong(left) => {
            let hint = if left == 0 {
                LOCKED_NOW.into()
            } else {
                format!("再错 {left} 次，该账号将被锁定。")
            };
            Err(Refusal::not_allowed("登录名或口令不对。").hint(hint))
        }
        Attempt::Locked(until) => Err(Refusal::not_allowed(format!(
            "连续多次输错口令，该账号已锁定，{} 后可以再试。",
            until.format("%H:%M")
        ))
        .hint("急需使用时，请系统管理员重设口令，或用恢复码。")),
    }
}

const LOCKED_NOW: &str = "该账号已被锁定，请稍后再试。";

fn attempt(ring: &mut Keyring, login: &str, password: &str, now: NaiveDateTime) -> Result<Attempt> {
    let rules = ring.security.clone();
    let decoy = ring.recovery.clone();
    let Some(entry) = ring.entry(login) else {
        // As much work as for a real account, so that time does not tell which names exist.
        secrets::unwrap(&decoy, password, "nobody")?;
        note(ring, now, login, "登录失败");
        return Ok(Attempt::Wrong(rules.lock_failures));
    };
    if let Some(until) = entry.locked_until.filter(|until| *until > now) {
        note(ring, now, login, "账号锁定期间尝试登录");
        return Ok(Attempt::Locked(until));
    }
    if entry.locked_until.take().is_some() {
        entry.failures = 0;
    }
    let owner = entry.account.to_string();
    if let Some(key) = secrets::unwrap(&entry.wrapped, password, &owner)? {
        entry.failures = 0;
        return Ok(Attempt::Opened(key, entry.account));
    }
    entry.failures += 1;
    let left = rules.lock_failures.saturating_sub(entry.failures);
    if left == 0 {
        entry.locked_until = Some(now + Duration::minutes(i64::from(rules.lock_minutes)));
    }
    note(ring, now, login, if left == 0 { "登录失败，账号锁定" } else { "登录失败" });
    Ok(Attempt::Wrong(left))
}

pub(super) fn note(ring: &mut Keyring, at: NaiveDateTime, login: &str, what: &str) {
    // A flood of attempts must not fill the disk; the newest matter.
    if ring.events.len() >= 1000 {
        ring.events.remove(0);
    }
    ring.events.push(DoorEvent { at, login: login.chars().take(40).collect(), what: what.into() });
}

pub(super) fn admit(
    office: &Office,
    key: &DataKey,
    account: AccountId,
    command: &str,
    title: &str,
) -> Result<Person> {
    let known = office.state().open.clone();
    let open = match known {
        Some(open) => open,
        None => Arc::new(OpenStore::open(&office.store_folder(), key)?),
    };
    let found = open.store.read(|tx| accounts::get(tx, account))?;
    let person = match found {
        Some(found) if found.disabled_at.is_none() => found.person,
        _ => return Err(Refusal::not_allowed("这个账号已停用。").hint("请联系系统管理员。")),
    };
    write_down(office, &open, &person, (command, title), |_| Ok(()))?;
    let mut state = office.state();
    state.open = Some(open);
    state.session = Some(Session { person: person.clone(), last_seen: office.now() });
    Ok(person)
}

/// Moves what happened at the door into the audit, and this act with it, in one transaction with `work`.
pub(super) fn write_down(
    office: &Office,
    open: &OpenStore,
    person: &Person,
    (command, title): (&str, &str),
    work: impl FnOnce(&Connection) -> Result<()>,
) -> Result<()> {
    let events = Keyring::read(&open.folder)?.events;
    let mut writer = open.store.writer();
    let tx = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for event in &events {
        let mut row = entry(event.at, None, &event.login, "", "door_enter", "登录");
        row.outcome = Outcome::NotAllowed;
        row.detail = event.what.clone();
        audit::append(&tx, &row)?;
    }
    accounts::entered(&tx, person.id, office.now())?;
    capture::take(&tx)?; // that somebody entered is said by the row itself
    work(&tx)?;
    let changes = capture::take(&tx)?;
    let mut row = entry(office.now(), Some(person.id), &person.name, person.role.label(), command, title);
    row.changes = changes;
    audit::append(&tx, &row)?;
    tx.commit()?;
    if !events.is_empty() {
        Keyring::change(&open.folder, |ring| {
            ring.events.drain(..events.len().min(ring.events.len()));
            Ok(())
        })?;
    }
    Ok(())
}

fn entry<'a>(
    at: NaiveDateTime,
    account: Option<AccountId>,
    person: &'a str,
    role: &'a str,
    command: &'a str,
    title: &'a str,
) -> audit::Entry<'a> {
    audit::Entry {
        at,
        account: account.map(|id| id.to_string()),
        person,
        role,
        command,
        title,
        subject: String::new(),
        outcome: Outcome::Done,
        detail: String::new(),
        changes: Vec::new(),
    }
}

pub(super) fn lock(office: &Office) -> Result<Nothing> {
    office.state().session = None;
    Ok(Nothing {})
}

pub(super) fn leave(office: &Office) -> Result<Nothing> {
    let mut state = office.state();
    state.session = None;
    state.open = None;
    Ok(Nothing {})
}
