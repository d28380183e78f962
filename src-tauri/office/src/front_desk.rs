//! The front desk: the list of everything that can be asked, and the one way in which it is answered —
//! find, authorise, open a transaction, run, audit, commit.
//!
//! It deliberately decides nothing of the office's business: rooms do.
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::NaiveDateTime;
use rusqlite::{Connection, TransactionBehavior};
use serde_json::Value;

use crate::door;
use crate::kernel::accounts::Person;
use crate::kernel::answer::Answer;
use crate::kernel::audit::{self, Outcome};
use crate::kernel::capture;
use crate::kernel::clock::{Clock, MachineClock};
use crate::kernel::command::{Command, Mode};
use crate::kernel::desk::{Campaign, Desk, FontShelf, Vault};
use crate::kernel::entropy::Entropy;
use crate::kernel::keyring::{self, Keyring, Waiting};
use crate::kernel::profile::Profile;
use crate::kernel::progress::Progress;
use crate::kernel::refusal::{Kind, Refusal, Result};
use crate::kernel::secrets::Cost;
use crate::open_store::OpenStore;
use crate::{
    documents, followup, library, matters, meetings, papers, registry, reports, system, tasks, workbench,
};

/// How an office is set up around its data.
pub struct Options {
    /// Folders with faces for paper; installed faces are found by themselves.
    pub fonts: Vec<PathBuf>,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// Demonstration data stands on its own day, whatever the clock says.
    pub keep_demo_day: bool,
    /// Randomness.
    pub entropy: Arc<Entropy>,
    /// Cost of passwords.
    pub cost: Cost,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            fonts: Vec::new(),
            clock: Arc::new(MachineClock),
            keep_demo_day: true,
            entropy: Arc::new(Entropy::machine()),
            cost: Cost::OFFICE,
        }
    }
}

/// The office: one data folder, at most one person at the desk.
pub struct Office {
    pub(crate) home: PathBuf,
    pub(crate) options: Options,
    pub(crate) state: Mutex<State>,
    commands: BTreeMap<&'static str, Command>,
    shelf: FontShelf,
}

/// What is open now.
#[derive(Default)]
pub(crate) struct State {
    pub open: Option<Arc<OpenStore>>,
    pub session: Option<Session>,
}

/// Somebody at the desk.
#[derive(Clone)]
pub(crate) struct Session {
    pub person: Person,
    pub last_seen: NaiveDateTime,
}

/// Everything that can be asked at the door.
pub fn ways() -> Vec<door::Way> {
    door::ways()
}

/// Every command of every room, in the order of the rooms.
pub fn commands() -> Vec<Command> {
    [
        system::commands(),
        registry::commands(),
        meetings::commands(),
        documents::commands(),
        followup::commands(),
        tasks::commands(),
        matters::commands(),
        library::commands(),
        reports::commands(),
        workbench::commands(),
        papers::commands(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// One line of the list as `zq commands` and the house tests read it.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Listed {
    /// Name.
    pub name: &'static str,
    /// Chinese title.
    pub title: &'static str,
    /// Who may ask, in Chinese; everybody, even before log-in, at the door.
    pub roles: Vec<&'static str>,
    /// reads, changes, exports, or door.
    pub mode: &'static str,
    /// TypeScript of the request.
    pub request: String,
    /// TypeScript of the answer.
    pub answer: String,
}

/// How types are written in TypeScript: 64-bit numbers as `number`, since none of ours exceeds 2^53.
pub fn typescript(folder: &Path) -> ts_rs::Config {
    ts_rs::Config::new().with_large_int("number").with_out_dir(folder)
}

/// The whole list, door included.
pub fn listing() -> Vec<Listed> {
    let cfg = typescript(Path::new("."));
    let mode = |mode| match mode {
        Mode::Reads => "reads",
        Mode::Changes => "changes",
        Mode::Exports => "exports",
    };
    let at_the_door = door::ways().into_iter().map(|way| Listed {
        name: way.name,
        title: way.title,
        roles: Vec::new(),
        mode: "door",
        request: way.shape.request(&cfg),
        answer: way.shape.answer(&cfg),
    });
    let inside = commands().into_iter().map(|command| Listed {
        name: command.name,
        title: command.title,
        roles: command.who.iter().map(|role| role.label()).collect(),
        mode: mode(command.mode),
        request: command.shape.request(&cfg),
        answer: command.shape.answer(&cfg),
    });
    at_the_door.chain(inside).collect()
}

impl Office {
    /// An office over a data folder; opens nothing yet.
    pub fn new(home: PathBuf, options: Options) -> Office {
        let shelf = FontShelf::new(options.fonts.clone());
        let commands = commands().into_iter().map(|command| (command.name, command)).collect();
        Office { home, options, state: Mutex::default(), commands, shelf }
    }
    /// Answers a question by name. Never panics: a fault in a room becomes a refusal, and nothing is written.
    pub fn ask(&self, name: &str, request: Value, progress: &dyn Progress) -> Result<Answer> {
        catch_unwind(AssertUnwindSafe(|| self.answer(name, request, progress))).unwrap_or_else(|_| {
            Err(Refusal::broken(format!("程序在办理“{name}”时出错，这一步没有写入。"))
                .hint("请重试；若再次出现，请把这句话告诉系统管理员。"))
        })
    }
    fn answer(&self, name: &str, request: Value, progress: &dyn Progress) -> Result<Answer> {
        if let Some(way) = door::find(name) {
            return (way.run)(self, request);
        }
        let command = self.commands.get(name).ok_or_else(|| {
            Refusal::refused(format!("没有名为“{name}”的命令。")).hint("用 zq commands 查看全部命令。")
        })?;
        let (open, person, moment) = self.at_the_desk()?;
        let waiting = Waiting::default();
        let counter = Counter {
            office: self,
            open: &open,
            person: &person,
            moment,
            waiting: &waiting,
            command,
            progress,
        };
        if !command.who.contains(&person.role) {
            return Err(counter.turned_away(&request));
        }
        match command.mode {
            Mode::Reads => counter.read(request),
            Mode::Exports => counter.export(request),
            Mode::Changes => counter.change(request),
        }
    }
    /// The time by which this office works.
    pub fn now(&self) -> NaiveDateTime {
        self.time_of(Keyring::read(&self.store_folder()).ok().as_ref())
    }
    fn time_of(&self, ring: Option<&Keyring>) -> NaiveDateTime {
        let now = self.options.clock.now();
        match ring.and_then(|ring| ring.demo_today).filter(|_| self.options.keep_demo_day) {
            Some(day) => day.and_time(now.time()),
            None => now,
        }
    }
    /// Reads faces and dictionary, so that the first paper does not wait for them. Slow; called from a thread.
    pub fn warm_up(&self) {
        self.shelf.fonts();
        press::text::prepare();
    }
    /// The folder of the store itself.
    pub fn store_folder(&self) -> PathBuf {
        self.home.join("store")
    }
    /// The data folder.
    pub fn home(&self) -> &Path {
        &self.home
    }
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
    /// The open store, who is logged in, and the moment; locks after idle minutes.
    fn at_the_desk(&self) -> Result<(Arc<OpenStore>, Person, Moment)> {
        let mut state = self.state();
        let nobody = || Refusal::not_allowed("还没有登录，或屏幕已经锁定。").hint("请先登录。");
        let open = state.open.clone().ok_or_else(nobody)?;
        let session = state.session.as_mut().ok_or_else(nobody)?;
        let ring = Keyring::read(&open.folder)?;
        let (now, idle) = (self.time_of(Some(&ring)), ring.security.idle_minutes);
        if now - session.last_seen >= chrono::Duration::minutes(i64::from(idle)) {
            state.session = None;
            return Err(Refusal::not_allowed(format!("已超过 {idle} 分钟没有操作，屏幕已锁定。"))
                .hint("请重新登录。"));
        }
        session.last_seen = now;
        let person = session.person.clone();
        if person.must_change {
            return Err(Refusal::not_allowed("首次登录须先更改口令。").hint("请更改口令后继续。"));
        }
        Ok((open, person, Moment { now, demo: ring.demo }))
    }
}

/// What a question takes from clock and keyring, once: the desk and its audit row speak of the same second.
#[derive(Clone, Copy)]
struct Moment {
    now: NaiveDateTime,
    demo: bool,
}

/// One question being answered.
struct Counter<'a> {
    office: &'a Office,
    open: &'a OpenStore,
    person: &'a Person,
    moment: Moment,
    waiting: &'a Waiting,
    command: &'a Command,
    progress: &'a dyn Progress,
}

impl Counter<'_> {
    fn read(&self, request: Value) -> Result<Answer> {
        self.open.store.read(|tx| self.run(tx, request))
    }
    fn export(&self, request: Value) -> Result<Answer> {
        let subject = request.clone();
        let answer = self.read(request)?;
        let detail = match &answer {
            Answer::File(paper) => {
                let rows = paper.rows.map(|rows| format!("{rows} 行，")).unwrap_or_default();
                format!("{}（{rows}{} 字节）", paper.name, paper.bytes.len())
            }
            Answer::Json(_) => String::new(),
        };
        let mut writer = self.open.store.writer();
        let tx = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
        self.write_down(&tx, &subject, Outcome::Done, detail, Vec::new())?;
        tx.commit()?;
        Ok(answer)
    }
    fn change(&self, request: Value) -> Result<Answer> {
        let subject = request.clone();
        let mut writer = self.open.store.writer();
        let tx = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
        match self.run(&tx, request) {
            Ok(answer) => {
                let changes = capture::take(&tx)?;
                self.write_down(&tx, &subject, Outcome::Done, String::new(), changes)?;
                tx.commit()?;
                keyring::publish(self.waiting)?;
                Ok(answer)
            }
            Err(refusal) => {
                self.waiting.take();
                tx.rollback()?;
                let outcome = if refusal.kind == Kind::Broken { Outcome::Failed } else { Outcome::Refused };
                let tx = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
                self.write_down(&tx, &subject, outcome, refusal.to_string(), Vec::new())?;
                tx.commit()?;
                Err(refusal)
            }
        }
    }
    fn turned_away(&self, request: &Value) -> Refusal {
        let allowed: Vec<&str> = self.command.who.iter().map(|role| role.label()).collect();
        let refusal =
            Refusal::not_allowed(format!("{}不能办理“{}”。", self.person.role_label, self.command.title))
                .hint(format!("请由{}办理。", allowed.join("或")));
        let mut writer = self.open.store.writer();
        let noted = writer
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(Refusal::from)
            .and_then(|tx| {
                self.write_down(&tx, request, Outcome::NotAllowed, refusal.message.clone(), Vec::new())?;
                Ok(tx.commit()?)
            });
        noted.err().unwrap_or(refusal)
    }
    fn run(&self, tx: &Connection, request: Value) -> Result<Answer> {
        let now = self.moment.now;
        let campaign: Campaign = self.open.campaign(tx)?;
        let profile: Arc<Profile> = self.open.profile(tx, &campaign, now.date())?;
        let desk = Desk {
            who: self.person,
            now,
            tx,
            campaign: &campaign,
            profile: &profile,
            files: &self.open.files,
            shelf: &self.office.shelf,
            entropy: &self.office.options.entropy,
            progress: self.progress,
            vault: Vault {
                folder: self.open.folder.clone(),
                key: self.open.store.key(),
                cost: self.office.options.cost,
                waiting: self.waiting,
            },
            demo: self.moment.demo,
            calendar: OnceCell::new(),
        };
        (self.command.run)(&desk, request)
    }
    fn write_down(
        &self,
        tx: &Connection,
        request: &Value,
        outcome: Outcome,
        detail: String,
        changes: Vec<Value>,
    ) -> Result<()> {
        let entry = audit::Entry {
            at: self.moment.now,
            account: Some(self.person.id.to_string()),
            person: &self.person.name,
            role: self.person.role.label(),
            command: self.command.name,
            title: self.command.title,
            subject: audit::redact(request).to_string(),
            outcome,
            detail,
            changes,
        };
        audit::append(tx, &entry)
    }
}
