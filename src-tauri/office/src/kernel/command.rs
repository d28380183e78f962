//! A command: one thing that can be asked by name, who may ask it, and the function that answers.
//!
//! The row made here *is* the permission. `reads` gets a read-only connection; `changes` one transaction with audit;
//! `prints` and `exports` answer a file, and an export is written to the audit.
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
    /// Name of the request type.
    pub request: fn(&Config) -> String,
    /// Name of the answer type.
    pub answer: fn(&Config) -> String,
    /// Writes both, with all they stand on, into the configured folder.
    pub export: fn(&Config) -> std::result::Result<(), ts_rs::ExportError>,
    /// Names of the types that are files of their own and stand in `request` or `answer`.
    pub imports: fn(&Config) -> Vec<String>,
    /// Every type under both: (name in TypeScript, name in Rust), to find two that would share a file.
    pub types: fn(&Config) -> Vec<(String, &'static str)>,
}

/// No request at all: `{}`.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, TS)]
pub struct Nothing {}

/// A command that looks only.
pub fn reads<Q, A>(
    name: &'static str,
    title: &'static str,
    who: &'static [Role],
    f: fn(&Desk<'_>, Q) -> Result<A>,
) -> Command
where
    Q: DeserializeOwned + TS + 'static,
    A: Serialize + TS + 'static,
{
    json(name, title, who, Mode::Reads, f)
}

/// A command that changes.
pub fn changes<Q, A>(
    name: &'static str,
    title: &'static str,
    who: &'static [Role],
    f: fn(&Desk<'_>, Q) -> Result<A>,
) -> Command
where
    Q: DeserializeOwned + TS + 'static,
    A: Serialize + TS + 'static,
{
    json(name, title, who, Mode::Changes, f)
}

/// A command that makes paper to look at; nothing has left the program yet.
pub fn prints<Q>(
    name: &'static str,
    title: &'static str,
    who: &'static [Role],
    f: fn(&Desk<'_>, Q) -> Result<Paper>,
) -> Command
where
    Q: DeserializeOwned + TS + 'static,
{
    file(name, title, who, Mode::Reads, f)
}

/// A command that makes a file which leaves the program (ledgers with personal data); audited.
pub fn exports<Q>(
    name: &'static str,
    title: &'static str,
    who: &'static [Role],
    f: fn(&Desk<'_>, Q) -> Result<Paper>,
) -> Command
where
    Q: DeserializeOwned + TS + 'static,
{
    file(name, title, who, Mode::Exports, f)
}

/// A ledger as a workbook that leaves the program; audited.
pub fn exports_ledger<Q>(
    name: &'static str,
    title: &'static str,
    who: &'static [Role],
    f: fn(&Desk<'_>, Q) -> Result<Ledger>,
) -> Command
where
    Q: DeserializeOwned + TS + 'static,
{
    file(name, title, who, Mode::Exports, move |desk, q| paper::workbook(desk, f(desk, q)?))
}

/// The same ledger as paper to look at.
pub fn prints_ledger<Q>(
    name: &'static str,
    title: &'static str,
    who: &'static [Role],
    f: fn(&Desk<'_>, Q) -> Result<Ledger>,
) -> Command
where
    Q: DeserializeOwned + TS + 'static,
{
    file(name, title, who, Mode::Reads, move |desk, q| paper::ledger(desk, f(desk, q)?))
}

fn json<Q, A>(
    name: &'static str,
    title: &'static str,
    who: &'static [Role],
    mode: Mode,
    f: fn(&Desk<'_>, Q) -> Result<A>,
) -> Command
where
    Q: DeserializeOwned + TS + 'static,
    A: Serialize + TS + 'static,
{
    let shape = shape::<Q, A>();
    let run =
        move |desk: &Desk<'_>, request| Ok(Answer::Json(serde_json::to_value(f(desk, read(request)?)?)?));
    Command { name, title, who, mode, shape, run: Box::new(run) }
}

fn file<Q>(
    name: &'static str,
    title: &'static str,
    who: &'static [Role],
    mode: Mode,
    f: impl Fn(&Desk<'_>, Q) -> Result<Paper> + Send + Sync + 'static,
) -> Command
where
    Q: DeserializeOwned + TS + 'static,
{
    let shape = Shape {
        request: |cfg| Q::name(cfg),
        answer: |_| "Paper".into(),
        export: |cfg| export::<Q>(cfg),
        imports: |cfg| imports::<Q>(cfg),
        types: |cfg| types::<Q>(cfg),
    };
    let run = move |desk: &Desk<'_>, request| Ok(Answer::File(f(desk, read(request)?)?));
    Command { name, title, who, mode, shape, run: Box::new(run) }
}

/// TypeScript of a request and its answer.
pub fn shape<Q: TS + 'static, A: TS + 'static>() -> Shape {
    Shape {
        request: |cfg| Q::name(cfg),
        answer: |cfg| A::name(cfg),
        export: |cfg| {
            export::<Q>(cfg)?;
            export::<A>(cfg)
        },
        imports: |cfg| [imports::<Q>(cfg), imports::<A>(cfg)].concat(),
        types: |cfg| [types::<Q>(cfg), types::<A>(cfg)].concat(),
    }
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
