//! One question takes clock and keyring once: whatever it does, it does at one moment.
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use chrono::{Duration, NaiveDateTime};
use office::kernel::clock::{Clock, SetClock};
use office::{Answer, Office, Options, Silent};
use serde_json::{Value, json};
use zhiqiang_tests::{Day, PASSWORD, options, time};

/// A clock a second later each time it is asked; while `hides` names a file, that file is away from the first asking on.
#[derive(Default)]
struct Restless {
    asked: AtomicU32,
    hides: Mutex<Option<PathBuf>>,
}

impl Restless {
    fn hide(&self, file: &Path) {
        self.asked.store(0, Ordering::SeqCst);
        *self.hides.lock().unwrap() = Some(file.into());
    }
    /// How often it was asked since the file was named; the file is back.
    fn show(&self) -> u32 {
        let file = self.hides.lock().unwrap().take().unwrap();
        std::fs::rename(file.with_extension("away"), file).unwrap();
        self.asked.load(Ordering::SeqCst)
    }
}

impl Clock for Restless {
    fn now(&self) -> NaiveDateTime {
        let n = self.asked.fetch_add(1, Ordering::SeqCst);
        if let Some(file) = self.hides.lock().unwrap().as_ref().filter(|file| file.exists()) {
            std::fs::rename(file, file.with_extension("away")).unwrap();
        }
        time("2016-09-01 10:00") + Duration::seconds(i64::from(n))
    }
}

/// A founded office under a restless clock, somebody at its desk.
fn office(login: &str) -> (Office, Arc<Restless>, tempfile::TempDir) {
    let day = Day::on("2016-09-01");
    day.done("door_leave", json!({}));
    let clock = Arc::new(Restless::default());
    let set = options(Arc::new(SetClock::at(time("2016-09-01 09:00"))));
    let Day { folder, .. } = day;
    let office = Office::new(folder.path().into(), Options { clock: clock.clone(), ..set });
    office.ask("door_enter", json!({"login": login, "password": PASSWORD}), &Silent).unwrap();
    (office, clock, folder)
}

fn data(answer: Answer) -> Value {
    let Answer::Json(data) = answer else { panic!("a file") };
    data
}

#[test]
fn reading_changing_and_exporting_need_the_keyring_once_and_the_clock_once() {
    let (office, clock, _folder) = office("clerk");
    let ring = office.store_folder().join("keyring.json");
    let holiday = json!({"date": "2016-09-05", "kind": "holiday", "name": "校庆"});
    for (name, request) in [
        ("workbench_today", json!({})),
        ("system_calendar_set", holiday),
        ("registry_export_units", json!({})),
        (
            "system_account_add",
            json!({"login": "xin", "name": "新人", "role": "clerk", "password": "First2016"}),
        ),
    ] {
        clock.hide(&ring);
        let answer = office.ask(name, request, &Silent);
        assert_eq!(clock.show(), 1, "{name} asked the clock again");
        assert!(answer.is_ok() || name == "system_account_add", "{name}: {:?}", answer.err());
    }
}

#[test]
fn the_audit_says_the_second_that_the_desk_said() {
    let (office, _, _folder) = office("admin");
    let ask = |name: &str, request| data(office.ask(name, request, &Silent).unwrap());
    let add = json!({"login": "xin", "name": "新人", "role": "clerk", "password": "First2016"});
    let id = ask("system_account_add", add)["id"].clone();
    ask("system_account_disable", json!({"id": id}));
    let list = ask("system_accounts", json!({}));
    let row = list.as_array().unwrap().iter().find(|one| one["id"] == id).unwrap().clone();
    ask("door_enter", json!({"login": "auditor", "password": PASSWORD}));
    let audit = ask("system_audit", json!({}));
    let at = |command: &str| {
        let lines = audit["rows"].as_array().unwrap().iter();
        let line = lines.clone().find(|line| line["command"] == command).unwrap();
        line["at"].as_str().unwrap().replace(' ', "T")
    };
    assert_eq!(row["created_at"], at("system_account_add"));
    assert_eq!(row["disabled_at"], at("system_account_disable"));
}
