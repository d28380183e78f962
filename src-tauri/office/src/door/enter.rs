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
use crate::kernel::keyring::{self, DoorEvent, Held, Keyring};
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
        Attempt::Opened(key, account) => {
            let (open, person) = admit(office, &key, account)?;
            write_down(&open, &person, now, ("door_enter", "登录"), |_, _| Ok(()))?;
            Ok(sit_down(office, open, person, now))
        }
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

/// The store that this key opens, and the person whose account it is there.
pub(super) fn admit(office: &Office, key: &DataKey, account: AccountId) -> Result<(Arc<OpenStore>, Person)> {
    let known = office.state().open.clone();
    let open = match known {
        Some(open) => open,
        None => Arc::new(OpenStore::open(&office.store_folder(), key)?),
    };
    let found = open.store.read(|tx| accounts::get(tx, account))?;
    let person = match found {
        Some(found) if found.disabled_at.is_none() => found.person,
        Some(_) => return Err(Refusal::not_allowed("这个账号已停用。").hint("请联系系统管理员。")),
        None => {
            return Err(Refusal::not_allowed("数据库里没有这个账号。").hint("请系统管理员新建账号。"));
        }
    };
    Ok((open, person))
}

/// The person sits down at the desk.
pub(super) fn sit_down(office: &Office, open: Arc<OpenStore>, person: Person, now: NaiveDateTime) -> Person {
    let mut state = office.state();
    state.open = Some(open);
    state.session = Some(Session { person: person.clone(), last_seen: now });
    person
}

/// Moves what happened at the door into the audit, and this act with it, in one transaction with `work`. What `work`
/// changes in the keyring is written after the commit, unless it writes it at once.
pub(super) fn write_down(
    open: &OpenStore,
    person: &Person,
    now: NaiveDateTime,
    (command, title): (&str, &str),
    work: impl FnOnce(&Connection, &mut Held) -> Result<()>,
) -> Result<()> {
    let mut writer = open.store.writer();
    let tx = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let mut held = Held::take(&open.folder)?;
    for event in &held.ring.events {
        let mut row = entry(event.at, None, &event.login, "", "door_enter", "登录");
        row.outcome = Outcome::NotAllowed;
        row.detail = event.what.clone();
        audit::append(&tx, &row)?;
    }
    accounts::entered(&tx, person.id, now)?;
    capture::take(&tx)?; // that somebody entered is said by the row itself
    work(&tx, &mut held)?;
    let mut row = entry(now, Some(person.id), &person.name, person.role.label(), command, title);
    row.changes = capture::take(&tx)?;
    audit::append(&tx, &row)?;
    let campaign = open.campaign(&tx)?;
    // Rules that came into force since, or whose copy a crash prevented.
    held.ring.security = open.profile(&tx, &campaign, now.date())?.security.clone();
    tx.commit()?;
    held.ring.events.clear();
    keyring::publish(&Some(held).into())
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
