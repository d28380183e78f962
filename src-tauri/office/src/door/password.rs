//! New passwords: by the person at the desk, or by the recovery code when nobody can get in.
use chrono::{Duration, NaiveDateTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::door::enter::{admit, note, sit_down, write_down};
use crate::door::standing::look;
use crate::front_desk::Office;
use crate::kernel::accounts::Person;
use crate::kernel::keyring::Keyring;
use crate::kernel::secrets::{self, DataKey};
use crate::kernel::{Refusal, Result};

/// The recovery code, shown once.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RecoveryCode {
    pub(crate) recovery_code: String,
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

pub(super) fn recover(office: &Office, q: &Recover) -> Result<RecoveryCode> {
    let folder = office.store_folder();
    look(&folder)?;
    let now = office.now();
    let (entropy, cost) = (&office.options.entropy, office.options.cost);
    let key = Keyring::change(&folder, |ring| Ok(try_code(ring, q, now)))??;
    let login = q.login.trim().to_lowercase();
    let unknown = || Refusal::refused("没有这个登录名。").hint("请核对登录名；它不是姓名。");
    let account = Keyring::read(&folder)?.entry(&login).ok_or_else(unknown)?.account;
    // A disabled account must not use up the code.
    let (open, person) = admit(office, &key, account)?;
    let fresh = secrets::recovery_code(entropy);
    // The duty to change a first password stays: this is written after the commit, and a crash keeps the old one.
    write_down(&open, &person, now, ("door_recover", "用恢复码重设口令"), |_, held| {
        let least = held.ring.security.password_min as usize;
        secrets::check_password(&q.new_password, &login, least)?;
        held.ring.recovery = secrets::wrap(&key, &fresh, "recovery", cost, entropy)?;
        let entry = held.ring.entry(&login).ok_or_else(unknown)?;
        entry.wrapped = secrets::wrap(&key, &q.new_password, &account.to_string(), cost, entropy)?;
        entry.failures = 0;
        entry.locked_until = None;
        Ok(())
    })?;
    sit_down(office, open, person, now);
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
                ring.recovery_locked_until =
                    Some(now + Duration::minutes(i64::from(ring.security.lock_minutes)));
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

pub(super) fn change_password(office: &Office, q: &ChangePassword) -> Result<Person> {
    let (open, person) = {
        let state = office.state();
        let nobody = || Refusal::not_allowed("还没有登录。").hint("请先登录。");
        (state.open.clone().ok_or_else(nobody)?, state.session.clone().ok_or_else(nobody)?.person)
    };
    if q.old_password == q.new_password {
        return Err(Refusal::refused("新口令与旧口令相同。"));
    }
    let (now, owner) = (office.now(), person.id.to_string());
    let (entropy, cost) = (&office.options.entropy, office.options.cost);
    let person = Person { must_change: false, ..person };
    write_down(&open, &person, now, ("door_change_password", "更改口令"), |tx, held| {
        let least = held.ring.security.password_min as usize;
        let entry = held.ring.entry(&person.login).ok_or_else(|| Refusal::not_found("账号"))?;
        if secrets::unwrap(&entry.wrapped, &q.old_password, &owner)?.is_none() {
            return Err(Refusal::not_allowed("旧口令不对。"));
        }
        secrets::check_password(&q.new_password, &person.login, least)?;
        entry.wrapped = secrets::wrap(open.store.key(), &q.new_password, &owner, cost, entropy)?;
        // Before the commit: a crash after it would lift the duty to change from the password somebody else chose.
        held.write()?;
        tx.execute("UPDATE account SET must_change = 0 WHERE id = ?1", [person.id])?;
        Ok(())
    })?;
    Ok(sit_down(office, open, person, now))
}
