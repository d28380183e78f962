//! What stands behind the door: nothing, a closed store, a locked screen, somebody at the desk, or damage.
//!
//! A missing or damaged store is said to be so; it is never taken for a first start.
use std::path::Path;

use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use ts_rs::TS;

use crate::front_desk::Office;
use crate::kernel::accounts::Person;
use crate::kernel::keyring::Keyring;
use crate::kernel::store::Store;
use crate::kernel::{Refusal, Result};

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

pub(super) fn state(office: &Office) -> Result<DoorState> {
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

/// The keyring of a store that looks whole.
pub(super) fn look(folder: &Path) -> Result<Keyring> {
    let ring = Keyring::read(folder)?;
    let database = Store::path(folder);
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
