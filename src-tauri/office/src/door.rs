//! The door: what can be asked before anybody is logged in — the state, founding, entering, locking, recovery.
//!
//! It has no desk and no role. What happens here is noted in the keyring and moved into the audit at the next entry.
use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime};
use rusqlite::TransactionBehavior;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::sync::Arc;
use ts_rs::TS;

use crate::front_desk::{Office, Session};
use crate::kernel::accounts::{self, Person};
use crate::kernel::answer::Answer;
use crate::kernel::audit::{self, Outcome};
use crate::kernel::command::{Nothing, Shape, read, shape};
use crate::kernel::ids::{AccountId, Id};
use crate::kernel::keyring::{DoorEvent, Keyring};
use crate::kernel::profile;
use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::role::Role;
use crate::kernel::secrets::{self, DataKey};
use crate::open_store::{Founding, OpenStore, found};

/// One thing that can be asked at the door.
pub struct Way {
    /// Name.
    pub name: &'static str,
    /// Chinese title.
    pub title: &'static str,
    /// TypeScript.
    pub shape: Shape,
    pub(crate) run: fn(&Office, Value) -> Result<Answer>,
}

/// Everything that can be asked at the door.
pub fn ways() -> Vec<Way> {
    let way = |name, title, shape, run| Way { name, title, shape, run };
    vec![
        way("door_state", "门口状态", shape::<Nothing, DoorState>(), |o, _| json(state(o)?)),
        way("door_profiles", "可选的规则配置", shape::<Nothing, Vec<ProfileChoice>>(), |_, _| json(profiles()?)),
        way("door_found", "建立数据库", shape::<Found, RecoveryCode>(), |o, q| json(establish(o, read(q)?)?)),
        way("door_enter", "登录", shape::<Enter, Person>(), |o, q| json(enter(o, &read(q)?)?)),
        way("door_lock", "锁定屏幕", shape::<Nothing, Nothing>(), |o, _| json(lock(o)?)),
        way("door_leave", "退出登录", shape::<Nothing, Nothing>(), |o, _| json(leave(o)?)),
        way("door_recover", "用恢复码重设口令", shape::<Recover, RecoveryCode>(), |o, q| json(recover(o, &read(q)?)?)),
        way("door_change_password", "更改口令", shape::<ChangePassword, Person>(), |o, q| {
            json(change_password(o, &read(q)?)?)
        }),
    ]
}

pub(crate) fn find(name: &str) -> Option<Way> {
    if name.starts_with("door_") { ways().into_iter().find(|way| way.name == name) } else { None }
}

fn json(answer: impl Serialize) -> Result<Answer> {
    Ok(Answer::Json(serde_json::to_value(answer)?))
}

/// What stands behind the door.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Nothing yet: first start.
    Empty,
    /// A store, closed.
    Closed,
    /// A store, opened before, nobody at the desk.
    Locked,
    /// Somebody is logged in.
    Open,
    /// Something is missing or damaged; nothing is made anew.
    Damaged,
}

/// Somebody who may enter.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DoorPerson {
    login: String,
    name: String,
    role_label: String,
}

/// The state of the door.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DoorState {
    state: Standing,
    /// What is wrong, when damaged.
    message: Option<String>,
    hint: Option<String>,
    /// Whose copy it is.
    title: String,
    /// `office` or `unit`.
    kind: String,
    /// Who may enter.
    people: Vec<DoorPerson>,
    /// Who is logged in.
    who: Option<Person>,
    /// Short name of the campaign, once open.
    campaign: Option<String>,
    today: NaiveDate,
    weekday: String,
    demo: bool,
    idle_minutes: u32,
    password_min: u32,
}

fn state(office: &Office) -> Result<DoorState> {
    let folder = office.store_folder();
    let today = office.now().date();
    let mut out = DoorState {
        state: Standing::Empty,
        message: None,
        hint: None,
        title: String::new(),
        kind: "office".into(),
        people: Vec::new(),
        who: None,
        campaign: None,
        today,
        weekday: weekday(today),
        demo: false,
        idle_minutes: 15,
        password_min: 8,
    };
    if !folder.exists() {
        return Ok(out);
    }
    match look(&folder) {
        Err(refusal) => {
            out.state = Standing::Damaged;
            out.message = Some(refusal.message);
            out.hint = refusal.hint;
        }
        Ok(ring) => fill(office, ring, &mut out)?,
    }
    Ok(out)
}

fn look(folder: &std::path::Path) -> Result<Keyring> {
    let ring = Keyring::read(folder)?;
    let database = crate::kernel::store::Store::path(folder);
    let bytes = std::fs::metadata(&database).map(|m| m.len()).unwrap_or(0);
    if bytes == 0 {
        return Err(Refusal::damaged("数据库文件（office.db）不见了或是空的。")
            .hint("程序不会新建空库；请找回该文件或从备份恢复。"));
    }
    Ok(ring)
}

fn fill(office: &Office, ring: Keyring, out: &mut DoorState) -> Result<()> {
    let state = office.state();
    out.state = match (&state.open, &state.session) {
        (None, _) => Standing::Closed,
        (Some(_), None) => Standing::Locked,
        (Some(_), Some(_)) => Standing::Open,
    };
    out.who = state.session.as_ref().map(|session| session.person.clone());
    let open = state.open.clone();
    drop(state);
    if let Some(open) = open {
        out.campaign = Some(open.store.read(|tx| open.campaign(tx))?.name);
    }
    out.title = ring.title;
    out.kind = ring.kind;
    out.demo = ring.demo;
    out.idle_minutes = ring.security.idle_minutes;
    out.password_min = ring.security.password_min;
    out.people = ring
        .entries
        .into_iter()
        .map(|e| DoorPerson { login: e.login, name: e.name, role_label: e.role.label().into() })
        .collect();
    Ok(())
}

fn weekday(day: NaiveDate) -> String {
    const NAMES: [&str; 7] = ["一", "二", "三", "四", "五", "六", "日"];
    format!("星期{}", NAMES[day.weekday().num_days_from_monday() as usize])
}

/// A rule profile to choose from.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProfileChoice {
    id: String,
    title: String,
    city: String,
    campaign: String,
    group: String,
    office: String,
    articles: u32,
}

fn profiles() -> Result<Vec<ProfileChoice>> {
    profile::SHIPPED
        .iter()
        .map(|(id, text)| {
            let p = profile::parse(text)?;
            Ok(ProfileChoice {
                id: (*id).into(),
                title: p.profile.title,
                city: p.campaign.city,
                campaign: p.campaign.name,
                group: p.group.name,
                office: p.office.name,
                articles: p.articles.len() as u32,
            })
        })
        .collect()
}

/// First start.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Found {
    /// `office` or `unit`.
    kind: String,
    /// Name of the unit whose copy this is; the office's own name if left out.
    #[serde(default)]
    title: String,
    /// Id of a shipped profile.
    profile: String,
    login: String,
    name: String,
    password: String,
    /// Role of the first account; the administrator unless demonstration data asks otherwise.
    #[serde(default)]
    demo_today: Option<NaiveDate>,
}

/// The recovery code, shown once.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RecoveryCode {
    recovery_code: String,
}

fn establish(office: &Office, q: Found) -> Result<RecoveryCode> {
    if !["office", "unit"].contains(&q.kind.as_str()) {
        return Err(Refusal::refused("请选择办公室版或成员单位版。"));
    }
    if q.kind == "unit" && q.title.trim().is_empty() {
        return Err(Refusal::refused("成员单位版须填写单位名称。"));
    }
    let text = profile::SHIPPED.iter().find(|(id, _)| *id == q.profile).map(|(_, text)| *text);
    let text = text.ok_or_else(|| Refusal::refused("没有这个规则配置。").hint("请从列表中选择。"))?;
    let login = tidy_login(&q.login)?;
    if q.name.trim().is_empty() {
        return Err(Refusal::refused("请填写系统管理员的姓名。"));
    }
    let id = AccountId::from_uuid(uuid::Builder::from_random_bytes(office.options.entropy.bytes()).into_uuid());
    let role = Role::Admin;
    let admin =
        Person { id, login, name: q.name.trim().into(), role, role_label: role.label().into(), must_change: false };
    let founding = Founding {
        kind: &q.kind,
        title: q.title.trim(),
        profile: text,
        admin: admin.clone(),
        password: &q.password,
        demo_today: q.demo_today,
        cost: office.options.cost,
        now: office.options.clock.now(),
    };
    let recovery_code = found(&office.home, &founding, &office.options.entropy)?;
    enter(office, &Enter { login: admin.login, password: q.password })?;
    Ok(RecoveryCode { recovery_code })
}

/// A login name in its one form: 2 to 20 letters, digits or Han characters.
pub(crate) fn tidy_login(login: &str) -> Result<String> {
    let login = login.trim().to_lowercase();
    let fits = login.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '.');
    if fits && (2..=20).contains(&login.chars().count()) {
        Ok(login)
    } else {
        Err(Refusal::refused("登录名应为 2 至 20 个字母、数字或汉字。"))
    }
}

/// Login.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Enter {
    login: String,
    password: String,
}

enum Attempt {
    Opened(DataKey, AccountId),
    Wrong(u32),
    Locked(NaiveDateTime),
}

fn enter(office: &Office, q: &Enter) -> Result<Person> {
    let folder = office.store_folder();
    look(&folder)?;
    let (now, login) = (office.now(), q.login.trim().to_lowercase());
    match Keyring::change(&folder, |ring| attempt(ring, &login, &q.password, now))? {
        Attempt::Opened(key, account) => admit(office, &key, account, "door_enter", "登录"),
        Attempt::Wrong(left) => {
            let hint = if left == 0 { LOCKED_NOW.into() } else { format!("再错 {left} 次，该账号将被锁定。") };
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

fn note(ring: &mut Keyring, at: NaiveDateTime, login: &str, what: &str) {
    // A flood of attempts must not fill the disk; the newest matter.
    if ring.events.len() >= 1000 {
        ring.events.remove(0);
    }
    ring.events.push(DoorEvent { at, login: login.chars().take(40).collect(), what: what.into() });
}

fn admit(office: &Office, key: &DataKey, account: AccountId, command: &str, title: &str) -> Result<Person> {
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
    write_down(office, &open, &person, command, title)?;
    let mut state = office.state();
    state.open = Some(open);
    state.session = Some(Session { person: person.clone(), last_seen: office.now() });
    Ok(person)
}

/// Moves what happened at the door into the audit, and this act with it.
fn write_down(office: &Office, open: &OpenStore, person: &Person, command: &str, title: &str) -> Result<()> {
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
    let changes = crate::kernel::capture::take(&tx)?;
    let mut row = entry(office.now(), Some(person.id), &person.name, person.role.label(), command, title);
    row.changes = if command == "door_enter" { Vec::new() } else { changes };
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

fn lock(office: &Office) -> Result<Nothing> {
    office.state().session = None;
    Ok(Nothing {})
}

fn leave(office: &Office) -> Result<Nothing> {
    let mut state = office.state();
    state.session = None;
    state.open = None;
    Ok(Nothing {})
}

/// Recovery by code.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Recover {
    /// The recovery code as typed.
    code: String,
    /// Whose password is set anew.
    login: String,
    new_password: String,
}

fn recover(office: &Office, q: &Recover) -> Result<RecoveryCode> {
    let folder = office.store_folder();
    look(&folder)?;
    let now = office.now();
    let (entropy, cost) = (&office.options.entropy, office.options.cost);
    let outcome = Keyring::change(&folder, |ring| Ok(try_code(ring, q, now)))??;
    let fresh = secrets::recovery_code(entropy);
    let account = Keyring::change(&folder, |ring| {
        ring.recovery = secrets::wrap(&outcome, &fresh, "recovery", cost, entropy)?;
        let least = ring.security.password_min as usize;
        let login = q.login.trim().to_lowercase();
        let entry = ring.entry(&login).ok_or_else(|| Refusal::refused("没有这个登录名。"))?;
        secrets::check_password(&q.new_password, &login, least)?;
        entry.wrapped = secrets::wrap(&outcome, &q.new_password, &entry.account.to_string(), cost, entropy)?;
        entry.failures = 0;
        entry.locked_until = None;
        Ok(entry.account)
    })?;
    admit(office, &outcome, account, "door_recover", "用恢复码重设口令")?;
    Ok(RecoveryCode { recovery_code: fresh })
}

fn try_code(ring: &mut Keyring, q: &Recover, now: NaiveDateTime) -> Result<DataKey> {
    if ring.recovery_locked_until.is_some_and(|until| until > now) {
        return Err(Refusal::not_allowed("恢复码连续多次输错，已暂停使用。").hint("请稍后再试。"));
    }
    match secrets::unwrap(&ring.recovery, &secrets::tidy_code(&q.code), "recovery")? {
        Some(key) => {
            ring.recovery_failures = 0;
            ring.recovery_locked_until = None;
            Ok(key)
        }
        None => {
            ring.recovery_failures += 1;
            if ring.recovery_failures.is_multiple_of(ring.security.lock_failures.max(1)) {
                ring.recovery_locked_until = Some(now + Duration::minutes(i64::from(ring.security.lock_minutes)));
            }
            note(ring, now, &q.login, "恢复码错误");
            Err(Refusal::not_allowed("恢复码不对。").hint("请对照纸质恢复码逐组核对。"))
        }
    }
}

/// A new password for the person at the desk.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ChangePassword {
    old_password: String,
    new_password: String,
}

fn change_password(office: &Office, q: &ChangePassword) -> Result<Person> {
    let (open, person) = {
        let state = office.state();
        let nobody = || Refusal::not_allowed("还没有登录。").hint("请先登录。");
        (state.open.clone().ok_or_else(nobody)?, state.session.clone().ok_or_else(nobody)?.person)
    };
    if q.old_password == q.new_password {
        return Err(Refusal::refused("新口令与旧口令相同。"));
    }
    let owner = person.id.to_string();
    let (entropy, cost) = (&office.options.entropy, office.options.cost);
    Keyring::change(&open.folder, |ring| {
        let least = ring.security.password_min as usize;
        let entry = ring.entry(&person.login).ok_or_else(|| Refusal::not_found("账号"))?;
        if secrets::unwrap(&entry.wrapped, &q.old_password, &owner)?.is_none() {
            return Err(Refusal::not_allowed("旧口令不对。"));
        }
        secrets::check_password(&q.new_password, &person.login, least)?;
        entry.wrapped = secrets::wrap(open.store.key(), &q.new_password, &owner, cost, entropy)?;
        Ok(())
    })?;
    {
        let writer = open.store.writer();
        writer.execute("UPDATE account SET must_change = 0 WHERE id = ?1", [person.id])?;
    }
    let person = Person { must_change: false, ..person };
    write_down(office, &open, &person, "door_change_password", "更改口令")?;
    office.state().session = Some(Session { person: person.clone(), last_seen: office.now() });
    Ok(person)
}
