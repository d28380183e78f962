//! Founding the demonstration, its accounts, and moving the finished store to its place.
use std::fs;
use std::path::Path;
use std::sync::Arc;

use chrono::{Days, NaiveDate};
use office::kernel::clock::SetClock;
use office::kernel::entropy::Entropy;
use office::kernel::role::Role;
use office::kernel::secrets::Cost;
use office::{Answer, Office, Options, Progress, Refusal, Silent};
use serde_json::{Value, json};

use super::accounts::{self, Account};
use super::walk::{WHILE_MAKING, Walk};
use super::{ACCOUNTS_FILE, Made, Plan, TODAY, days, year};

const SITE: &str = "示例数据生成中";
const FIRST_PASSWORD: &str = "Shili-chuci-2016";

/// Makes the demonstration in a data folder that holds no store yet.
pub fn make(home: &Path, plan: &Plan, progress: &dyn Progress) -> Result<Made, Refusal> {
    if home.join("store").exists() {
        return Err(Refusal::refused("这个文件夹里已经有数据，没有建立示例数据。").hint("请换一个空文件夹。"));
    }
    let site = home.join(SITE);
    if site.exists() {
        fs::remove_dir_all(&site)?; // left by a run that was broken off; nobody has entered it
    }
    fs::create_dir_all(&site)?;
    let made = build(&site, plan, progress).and_then(|made| {
        fs::rename(site.join("store"), home.join("store"))?;
        Ok(made)
    });
    fs::remove_dir_all(&site)?;
    let made = made?;
    office::kernel::keyring::replace(&home.join(ACCOUNTS_FILE), &serde_json::to_vec_pretty(&made)?)?;
    Ok(made)
}

fn build(site: &Path, plan: &Plan, progress: &dyn Progress) -> Result<Made, Refusal> {
    let entropy = Arc::new(Entropy::seeded(plan.seed));
    let clock = Arc::new(SetClock::at(morning(days::first(plan))));
    let open = |cost| Office::new(site.to_owned(), options(plan, &clock, &entropy, cost));
    let walk = Walk::begin(open(Cost::TEST), clock.clone(), &accounts::login(Role::Admin));
    let people = accounts::all();
    let code = found(&walk, &people)?;
    employ(&walk, &people)?;
    year::live(walk, plan, progress)?;
    clock.set(morning(TODAY - Days::new(1)) + chrono::Duration::hours(10));
    let recovery_code = settle(&open(plan.cost), &people, &code)?;
    Ok(Made {
        note: "示例数据：城市、单位、人员、会议均属虚构，仅供演示。".into(),
        today: TODAY,
        recovery_code,
        accounts: people,
    })
}

fn options(plan: &Plan, clock: &Arc<SetClock>, entropy: &Arc<Entropy>, cost: Cost) -> Options {
    Options {
        fonts: plan.fonts.clone(),
        clock: clock.clone(),
        keep_demo_day: false,
        entropy: entropy.clone(),
        cost,
    }
}

fn morning(day: NaiveDate) -> chrono::NaiveDateTime {
    day.and_hms_opt(8, 30, 0).unwrap_or_default()
}

fn found(walk: &Walk, people: &[Account]) -> Result<String, Refusal> {
    let admin = people.iter().find(|account| account.role == Role::Admin);
    let admin = admin.ok_or_else(|| Refusal::broken("示例账号里没有系统管理员。"))?;
    let request = json!({
        "kind": "office", "profile": "shili-2016", "login": admin.login, "name": admin.name,
        "password": WHILE_MAKING, "demo_today": TODAY,
    });
    recovery_code(walk.office.ask("door_found", request, &Silent)?)
}

fn recovery_code(answer: Answer) -> Result<String, Refusal> {
    match answer {
        Answer::Json(Value::Object(map)) => {
            Ok(map.get("recovery_code").and_then(Value::as_str).unwrap_or_default().to_owned())
        }
        _ => Err(Refusal::broken("没有得到恢复码。")),
    }
}

// Everybody chooses a password of their own at the first entry, as the program demands.
fn employ(walk: &Walk, people: &[Account]) -> Result<(), Refusal> {
    let others = || people.iter().filter(|account| account.role != Role::Admin);
    for account in others() {
        let request = json!({
            "login": account.login, "name": account.name, "role": account.role, "password": FIRST_PASSWORD,
        });
        walk.tell("system_account_add", request)?;
    }
    for account in others() {
        change_password(&walk.office, &account.login, FIRST_PASSWORD, WHILE_MAKING)?;
    }
    walk.forget();
    Ok(())
}

fn change_password(office: &Office, login: &str, old: &str, new: &str) -> Result<(), Refusal> {
    office.ask("door_enter", json!({"login": login, "password": old}), &Silent)?;
    office.ask("door_change_password", json!({"old_password": old, "new_password": new}), &Silent)?;
    Ok(())
}

/// Sets the passwords that stay; the administrator's by the recovery code, which is made anew at full cost with it.
fn settle(office: &Office, people: &[Account], code: &str) -> Result<String, Refusal> {
    let mut fresh = code.to_owned();
    for account in people {
        if account.role == Role::Admin {
            let request = json!({"code": code, "login": account.login, "new_password": account.password});
            fresh = recovery_code(office.ask("door_recover", request, &Silent)?)?;
        } else {
            change_password(office, &account.login, WHILE_MAKING, &account.password)?;
        }
    }
    office.ask("door_leave", json!({}), &Silent)?;
    Ok(fresh)
}
