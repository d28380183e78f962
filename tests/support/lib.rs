//! What tests stand on: a real office in a temporary folder, people who go through real commands, faces, the tree.
//!
//! It reaches behind no front desk: whatever a test wants done is asked by name, as window and `zq` ask.
pub mod libreoffice;
pub mod window;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};
use office::kernel::clock::SetClock;
use office::kernel::entropy::Entropy;
use office::kernel::secrets::Cost;
use office::{Answer, Office, Options, Refusal, Silent};
use serde_json::{Value, json};

/// The password of everybody in tests.
pub const PASSWORD: &str = "Zhiliang2016";

/// The project's root folder.
pub fn root() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().expect("the tests lie in a folder of the project").into()
}

/// The faces that set-up fetched.
pub fn fonts() -> PathBuf {
    let folder = root().join("assets/fonts");
    assert!(
        folder.join("FandolFang-Regular.otf").exists(),
        "the faces are missing: `cargo xtask setup` fetches them into {}",
        folder.display()
    );
    folder
}

/// An office on a day, with its four people.
pub struct Day {
    /// The office.
    pub office: Office,
    /// Its data folder.
    pub folder: tempfile::TempDir,
    clock: Arc<SetClock>,
}

/// A day as `2016-09-01`.
pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day in a test is written yyyy-mm-dd")
}

/// A time as `2016-09-01 09:00`.
pub fn time(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M")
        .expect("a time in a test is written yyyy-mm-dd hh:mm")
}

/// How an office of tests is set up.
pub fn options(clock: Arc<SetClock>) -> Options {
    Options {
        fonts: vec![root().join("assets/fonts")],
        clock,
        keep_demo_day: false,
        entropy: Arc::new(Entropy::seeded(20_160_830)),
        cost: Cost::TEST,
    }
}

impl Day {
    /// A founded office at nine in the morning of a day; the clerk is at the desk.
    pub fn on(date: &str) -> Day {
        Day::founded(date, serde_json::Value::Null)
    }
    /// The same as demonstration data: whoever opens it later, the window too, finds it standing on a day of its own.
    pub fn standing(founded: &str, stands_on: &str) -> Day {
        Day::founded(founded, json!(stands_on))
    }
    fn founded(date: &str, stands_on: Value) -> Day {
        let day = Day::empty(date);
        day.done(
            "door_found",
            json!({"kind": "office", "profile": "shili-2016", "login": "admin", "name": "管理员",
            "password": PASSWORD, "demo_today": stands_on}),
        );
        for (login, name, role) in [
            ("clerk", "李经办", "clerk"),
            ("director", "王主任", "director"),
            ("auditor", "赵审计", "auditor"),
        ] {
            day.done(
                "system_account_add",
                json!({"login": login, "name": name, "role": role, "password": "First2016"}),
            );
        }
        for login in ["clerk", "director", "auditor"] {
            day.done("door_enter", json!({"login": login, "password": "First2016"}));
            day.done("door_change_password", json!({"old_password": "First2016", "new_password": PASSWORD}));
        }
        day.be("clerk");
        day
    }
    /// A folder without a store.
    pub fn empty(date: &str) -> Day {
        let clock = Arc::new(SetClock::at(time(&format!("{date} 09:00"))));
        let folder = tempfile::tempdir().expect("the system has a place for temporary folders");
        let office = Office::new(folder.path().into(), options(clock.clone()));
        Day { office, folder, clock }
    }
    /// Closes the office and hands its data over to a window.
    pub fn hand_over(self, to: &Path) {
        drop(self.office);
        std::fs::rename(self.folder.path(), to).expect("both folders are on the system's temporary disk");
    }
    /// Somebody else sits down.
    pub fn be(&self, login: &str) -> &Day {
        self.done("door_enter", json!({"login": login, "password": PASSWORD}));
        self
    }
    /// Moves the clock; whoever sat there is still awake.
    pub fn at(&self, text: &str) -> &Day {
        let who = self.done("door_state", json!({}))["who"]["login"].as_str().map(str::to_owned);
        self.clock.set(time(text));
        if let Some(login) = who {
            self.be(&login);
        }
        self
    }
    /// Moves the clock and nothing else.
    pub fn pass_to(&self, text: &str) {
        self.clock.set(time(text));
    }
    /// Asks.
    pub fn ask(&self, name: &str, request: Value) -> Result<Answer, Refusal> {
        self.office.ask(name, request, &Silent)
    }
    /// Asks and expects data.
    #[track_caller]
    pub fn done(&self, name: &str, request: Value) -> Value {
        match self.ask(name, request) {
            Ok(Answer::Json(value)) => value,
            Ok(Answer::File(paper)) => panic!("{name} answered the file {}", paper.name),
            Err(refusal) => panic!("{name} was refused: {refusal:?}"),
        }
    }
    /// Asks and expects a file.
    #[track_caller]
    pub fn file(&self, name: &str, request: Value) -> office::kernel::answer::Paper {
        match self.ask(name, request) {
            Ok(Answer::File(paper)) => paper,
            Ok(Answer::Json(value)) => panic!("{name} answered data: {value}"),
            Err(refusal) => panic!("{name} was refused: {refusal:?}"),
        }
    }
    /// Asks and expects a refusal.
    #[track_caller]
    pub fn refused(&self, name: &str, request: Value) -> Refusal {
        match self.ask(name, request) {
            Err(refusal) => refusal,
            Ok(_) => panic!("{name} was not refused"),
        }
    }
}

/// A small real PDF in base64, as a scan arrives.
pub fn scan(words: &str) -> Value {
    use base64::Engine;
    let pdf = format!("%PDF-1.4\n% {words}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
    json!({"name": format!("{words}.pdf"), "data": base64::engine::general_purpose::STANDARD.encode(pdf)})
}
