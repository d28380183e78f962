//! The administrator's work on accounts (账号). A disabled account stays in every list: it signed things.
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::door::tidy_login;
use crate::kernel::accounts::{self, Account, Person};
use crate::kernel::ids::AccountId;
use crate::kernel::keyring::{Entry, Keyring};
use crate::kernel::{Desk, Nothing, Refusal, Result, Role, secrets};
use crate::system::done;

/// A new account.
#[derive(Debug, Deserialize, TS)]
pub struct AccountAdd {
    login: String,
    name: String,
    role: Role,
    /// First password; must be changed at the first entry.
    password: String,
}

/// An account.
#[derive(Debug, Deserialize, TS)]
pub struct AccountRef {
    id: AccountId,
}

/// A new first password.
#[derive(Debug, Deserialize, TS)]
pub struct AccountReset {
    id: AccountId,
    password: String,
}

/// An account in the administrator's list.
#[derive(Debug, Serialize, TS)]
pub struct AccountRow {
    #[serde(flatten)]
    #[ts(flatten)]
    account: Account,
    /// False when a crash came between the account and its password: it needs a new one.
    has_password: bool,
}

pub(super) fn list(desk: &Desk<'_>, _: Nothing) -> Result<Vec<AccountRow>> {
    let ring = Keyring::read(&desk.vault.folder)?;
    let has_password = |account: &Account| ring.entries.iter().any(|e| e.account == account.person.id);
    let rows = accounts::all(desk.tx)?.into_iter();
    Ok(rows.map(|account| AccountRow { has_password: has_password(&account), account }).collect())
}

pub(super) fn add(desk: &Desk<'_>, q: AccountAdd) -> Result<Person> {
    let login = tidy_login(&q.login)?;
    let name = q.name.trim().to_owned();
    if name.is_empty() {
        return Err(Refusal::refused("请填写姓名。"));
    }
    let known = accounts::all(desk.tx)?;
    if known.iter().any(|account| account.person.login == login) {
        return Err(Refusal::refused(format!("登录名“{login}”已有人使用。")).hint("请换一个登录名。"));
    }
    let person = Person {
        id: desk.new_id(),
        login,
        name,
        role: q.role,
        role_label: q.role.label().into(),
        must_change: true,
    };
    accounts::insert(desk.tx, &person, desk.now)?;
    give_way_in(desk, &person, &q.password)?;
    Ok(person)
}

pub(super) fn disable(desk: &Desk<'_>, q: AccountRef) -> Result<Nothing> {
    if q.id == desk.who.id {
        return Err(Refusal::refused("不能停用自己正在使用的账号。"));
    }
    let admins = accounts::all(desk.tx)?;
    let left = admins
        .iter()
        .filter(|a| a.person.role == Role::Admin && a.disabled_at.is_none() && a.person.id != q.id);
    if left.count() == 0 {
        return Err(Refusal::refused("这是最后一个可用的系统管理员账号，不能停用。"));
    }
    set_disabled(desk, q.id, true)
}

pub(super) fn enable(desk: &Desk<'_>, q: AccountRef) -> Result<Nothing> {
    set_disabled(desk, q.id, false)
}

pub(super) fn reset(desk: &Desk<'_>, q: AccountReset) -> Result<Nothing> {
    let account = accounts::get(desk.tx, q.id)?.ok_or_else(|| Refusal::not_found("账号"))?;
    if q.id == desk.who.id {
        return Err(Refusal::refused("自己的口令请用“更改口令”。"));
    }
    desk.tx.execute("UPDATE account SET must_change = 1 WHERE id = :id", named_params! {":id": q.id})?;
    give_way_in(desk, &account.person, &q.password)?;
    Ok(done())
}

fn set_disabled(desk: &Desk<'_>, id: AccountId, disabled: bool) -> Result<Nothing> {
    let at = disabled.then_some(desk.now);
    let sql = "UPDATE account SET disabled_at = :at WHERE id = :id AND (disabled_at IS NULL) = :was_enabled";
    let changed = desk.tx.execute(sql, named_params! {":at": at, ":id": id, ":was_enabled": disabled})?;
    if changed == 1 { Ok(done()) } else { Err(Refusal::stale()) }
}

/// The person's way in, written after the commit; an older one under the same login name is replaced.
fn give_way_in(desk: &Desk<'_>, person: &Person, password: &str) -> Result<()> {
    let owner = person.id.to_string();
    desk.vault.change(|ring| {
        secrets::check_password(password, &person.login, ring.security.password_min as usize)?;
        let wrapped = secrets::wrap(desk.vault.key, password, &owner, desk.vault.cost, desk.entropy)?;
        ring.entries.retain(|entry| entry.login != person.login);
        ring.entries.push(Entry {
            account: person.id,
            login: person.login.clone(),
            name: person.name.clone(),
            role: person.role,
            wrapped,
            failures: 0,
            locked_until: None,
        });
        Ok(())
    })
}
