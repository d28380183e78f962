//! A newcomer's first look: on demonstration data, and only when `ZHIQIANG_DEMO=1` says so, the demonstration clerk is
//! already logged in when the window opens.
//!
//! The accounts come from the list that `zq demo` leaves beside the data; a real store has no such list.
use std::path::Path;

use office::{Office, Silent};
use serde::Deserialize;
use serde_json::json;

/// The list of demonstration accounts.
const ACCOUNTS: &str = "示例账号.json";

#[derive(Deserialize)]
struct Accounts {
    accounts: Vec<Account>,
}

#[derive(Deserialize)]
struct Account {
    login: String,
    password: String,
}

/// Logs the first account of the list in, if this is a demonstration.
pub fn enter(office: &Office) {
    if std::env::var_os("ZHIQIANG_DEMO").is_none_or(|value| value != "1") {
        return;
    }
    let Some(clerk) = first_account(office.home()) else {
        log::warn!("a demonstration without a list of accounts");
        return;
    };
    let request = json!({ "login": clerk.login, "password": clerk.password });
    if let Err(refusal) = office.ask("door_enter", request, &Silent) {
        log::warn!("the demonstration clerk could not enter: {:?}", refusal.kind);
    }
}

fn first_account(home: &Path) -> Option<Account> {
    let words = std::fs::read(home.join(ACCOUNTS)).ok()?;
    serde_json::from_slice::<Accounts>(&words).ok()?.accounts.into_iter().next()
}
