//! A command: one thing that can be asked by name, who may ask it, and the function that answers.
//!
//! The row made here *is* the permission. `reads` gets a read-only connection; `changes` one transaction with audit;
//! `prints` and `exports` answer a file; an export is written to the audit, and so is a list of people or records on paper,
//! with the number of its rows.
//! It deliberately runs nothing by itself: the front desk does.
use press::Ledger;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::{Config, TS, TypeVisitor};

use crate::kernel::answer::{Answer, Paper};
use crate::kernel::desk::Desk;
use crate::kernel::paper;
use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::role::Role;

/// What a command does to the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Looks only.
    Reads,
    /// Changes, in one audited transaction.
    Changes,
    /// Looks, makes a file that leaves the program, and is audited.
    Exports,
}

type Run = Box<dyn Fn(&Desk<'_>, Value) -> Result<Answer> + Send + Sync>;

/// One row of the front desk's list.
pub struct Command {
    /// Name, noun first.
    pub name: &'static str,
    /// What it is called in the audit and in lists, in Chinese.
    pub title: &'static str,
    /// Who may ask.
    pub who: &'static [Role],
    /// What it does to the store.
    pub mode: Mode,
    /// TypeScript of its request and answer.
    pub shape: Shape,
    pub(crate) run: Run,
}

/// TypeScript of a command.
pub struct Shape {
    request: Side,
    answer: Side,
}

impl Shape {
    /// Name of the request type.
    pub fn request(&self, cfg: &Config) -> String {
        (self.request.name)(cfg)
    }
    /// Name of the answer type.
    pub fn answer(&self, cfg: &Config) -> String {
        (self.answer.name)(cfg)
    }
    /// Writes both, with all they stand on, into the configured folder.
    pub fn export(&self, cfg: &Config) -> std::result::Result<(), ts_rs::ExportError> {
        (self.request.export)(cfg)?;
        (self.answer.export)(cfg)
    }
    /// Names of the types that are files of their own and stand in request or answer.
    pub fn imports(&self, cfg: &Config) -> Vec<String> {
        [(self.request.imports)(cfg), (self.answer.imports)(cfg)].concat()
    }
    /// Every type under both: (name in TypeScript, name in Rust), to find two that would share a file.
    pub fn types(&self, cfg: &Config) -> Vec<(String, &'static str)> {
        [(self.request.types)(cfg), (self.answer.types)(cfg)].concat()
    }
}

/// No request at all: `{}`.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, TS)]
pub struct Nothing {}

/// What can be asked with: read from JSON, known in TypeScript.
pub trait Question: DeserializeOwned + TS + 'static {}
impl<Q: DeserializeOwned + TS + 'static> Question for Q {}

/// What can be answered: data, or a file.
pub trait Answers: 'static {
    /// Its TypeScript, of whose name and types the four functions speak.
    const TYPESCRIPT: Side;
    /// As it leaves the front desk.
    fn answer(self) -> Result<Answer>;
}

/// TypeScript of one side of a command.
pub struct Side {
    name: fn(&Config) -> String,
    export: fn(&Config) -> std::result::Result<(), ts_rs::ExportError>,
    imports: fn(&Config) -> Vec<String>,
    types: fn(&Config) -> Vec<(String, &'static str)>,
}

impl Side {
    const fn of<T: TS + 'static>() -> Side {
        Side {
            name: |cfg| T::name(cfg),
            export: |cfg| export::<T>(cfg),
            imports: |cfg| imports::<T>(cfg),
            types: |cfg| types::<T>(cfg),
        }
    }
}

impl<A: Serialize + TS + 'static> Answers for A {
    const TYPESCRIPT: Side = Side::of::<A>();
    fn answer(self) -> Result<Answer> {
        Ok(Answer::Json(serde_json::to_value(self)?))
    }
}

impl Answers for Paper {
    // `Paper` stands in commands.ts itself: it travels as bytes, not as JSON.
    const TYPESCRIPT: Side =
        Side { name: |_| "Paper".into(), export: |_| Ok(()), imports: |_| Vec::new(), types: |_| Vec::new() };
    fn answer(self) -> Result<Answer> {
        Ok(Answer::File(self))
    }
}

type Handler<Q, A> = fn(&Desk<'_>, Q) -> Result<A>;
type Roles = &'static [Role];

/// A command that looks only; a paper it makes has not left the program yet.
pub fn reads<Q: Question, A: Answers>(
    name: &'static str,
    title: &'static str,
    who: Roles,
    f: Handler<Q, A>,
) -> Command {
    command(Mode::Reads, name, title, who, f)
}

/// A command that changes.
pub fn changes<Q: Question, A: Answers>(
    name: &'static str,
    title: &'static str,
    who: Roles,
    f: Handler<Q, A>,
) -> Command {
    command(Mode::Changes, name, title, who, f)
}

/// A command that makes a file which leaves the program (ledgers with personal data); audited.
pub fn exports<Q: Question>(
    name: &'static str,
    title: &'static str,
    who: Roles,
    f: Handler<Q, Paper>,
) -> Command {
    command(Mode::Exports, name, title, who, f)
}

/// A ledger as a workbook that leaves the program; audited.
pub fn exports_ledger<Q: Question>(
    name: &'static str,
    title: &'static str,
    who: Roles,
    f: Handler<Q, Ledger>,
) -> Command {
    command(Mode::Exports, name, title, who, move |desk, q| paper::workbook(desk, f(desk, q)?))
}

/// The same ledger as paper, which leaves the program as the workbook does; audited.
pub fn prints_ledger<Q: Question>(
    name: &'static str,
    title: &'static str,
    who: Roles,
    f: Handler<Q, Ledger>,
) -> Command {
    command(Mode::Exports, name, title, who, move |desk, q| paper::ledger(desk, f(desk, q)?))
}

/// A command that makes paper to look at: it reads, and its name says what comes.
pub use reads as prints;

/// A command that makes a list of people as paper; audited as [`exports`] are, its name says what comes.
pub use exports as prints_list;

fn command<Q: Question, A: Answers>(
    mode: Mode,
    name: &'static str,
    title: &'static str,
    who: Roles,
    f: impl Fn(&Desk<'_>, Q) -> Result<A> + Send + Sync + 'static,
) -> Command {
    let run = move |desk: &Desk<'_>, request| f(desk, read(request)?)?.answer();
    Command { name, title, who, mode, shape: shape::<Q, A>(), run: Box::new(run) }
}

/// TypeScript of a request and its answer.
pub fn shape<Q: Question, A: Answers>() -> Shape {
    Shape { request: Side::of::<Q>(), answer: A::TYPESCRIPT }
}

/// A request as typed data, or the sentence that says which field is wrong.
pub fn read<Q: DeserializeOwned>(request: Value) -> Result<Q> {
    serde_json::from_value(request).map_err(|error| {
        Refusal::refused(format!("填写的内容不完整或格式不对：{error}")).hint("请检查各栏后再提交。")
    })
}

struct Visit<'a> {
    cfg: &'a Config,
    export: bool,
    names: Vec<String>,
    error: Option<ts_rs::ExportError>,
}

impl TypeVisitor for Visit<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_some() {
            self.names.push(T::ident(self.cfg));
            if self.export
                && let Err(error) = T::export_all(self.cfg)
            {
                self.error.get_or_insert(error);
            }
        }
        T::visit_generics(self);
    }
}

fn walk<T: TS + 'static>(cfg: &Config, export: bool) -> Visit<'_> {
    let mut visit = Visit { cfg, export, names: Vec::new(), error: None };
    visit.visit::<T>();
    visit
}

fn export<T: TS + 'static>(cfg: &Config) -> std::result::Result<(), ts_rs::ExportError> {
    walk::<T>(cfg, true).error.map_or(Ok(()), Err)
}

fn imports<T: TS + 'static>(cfg: &Config) -> Vec<String> {
    walk::<T>(cfg, false).names
}

struct Deep<'a>(&'a Config, Vec<(String, &'static str)>);

impl TypeVisitor for Deep<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        let rust = std::any::type_name::<T>();
        if self.1.iter().any(|(_, seen)| *seen == rust) {
            return;
        }
        if T::output_path().is_some() {
            self.1.push((T::ident(self.0), rust));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

fn types<T: TS + 'static>(cfg: &Config) -> Vec<(String, &'static str)> {
    let mut deep = Deep(cfg, Vec::new());
    deep.visit::<T>();
    deep.1
}
