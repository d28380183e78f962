//! Lines → what would be written: rows against each other, against the register, against the rules.
//!
//! It writes nothing. A row is judged in the light of the good rows before it only, so that writing the good rows alone
//! gives exactly what was shown.
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::columns;
use crate::kernel::desk::Desk;
use crate::kernel::people_words::tidy_name;
use crate::kernel::progress::go_on;
use crate::kernel::refusal::Result;
use crate::kernel::sheets::columns::Column;
use crate::kernel::sheets::reading::{Line, Table};
use crate::kernel::sheets::report::{FaultSeverity, ImportFault, ImportRow, Judged, RowState};
use crate::registry::person::{Person, PersonId};
use crate::registry::rules::Held;
use crate::registry::store::{people, posts, units};
use crate::registry::unit::{Unit, UnitId, UnitKind, UnitTerm};

/// A unit to write.
pub(super) struct NewUnit {
    pub id: UnitId,
    pub name: String,
    pub short: String,
    pub kind: UnitKind,
    pub order: Option<i64>,
    pub trade: String,
    pub phone: String,
    pub address: String,
    pub joined_on: NaiveDate,
}

/// A post to write.
pub(super) struct NewPost {
    pub held: Held,
    pub title: String,
    pub rank: i64,
}

/// Everything to write, in order, and what was found on the way.
#[derive(Default)]
pub(super) struct Plan {
    pub units: Vec<NewUnit>,
    pub people: Vec<Person>,
    pub posts: Vec<NewPost>,
    pub faults: Vec<ImportFault>,
    pub sheets: Vec<Judged>,
}

/// A unit that a row may name.
pub(super) struct Known {
    pub id: UnitId,
    pub short: String,
    pub terms: Vec<UnitTerm>,
}

/// Somebody a row may mean: in the register, or in a good row before.
pub(super) struct Somebody {
    pub person: Person,
    pub units: Vec<Option<UnitId>>,
    /// The row in which they first stood; none for the register's.
    pub row: Option<u32>,
}

pub(super) struct Judge<'a, 'd> {
    pub desk: &'a Desk<'d>,
    pub plan: Plan,
    pub stored: Vec<Unit>,
    pub known: BTreeMap<String, Known>,
    /// Names and short names in rows of units that have an error, with the row.
    pub spoilt: BTreeMap<String, u32>,
    pub seen: BTreeMap<String, (u32, bool)>,
    /// Everybody by name.
    pub people: BTreeMap<String, Vec<Somebody>>,
    pub held: Vec<Held>,
}

/// Judges both sheets; a sheet that the file lacks is `None`.
pub(super) fn judge(desk: &Desk<'_>, unit_table: Option<Table>, people_table: Option<Table>) -> Result<Plan> {
    let mut judge = Judge::new(desk)?;
    judge.sheet(columns::UNITS, columns::units(), unit_table, Judge::unit)?;
    judge.sheet(columns::PEOPLE, columns::people(desk.profile), people_table, Judge::post)?;
    Ok(judge.plan)
}

pub(super) type Verdict = std::result::Result<RowState, (usize, String)>;

pub(super) fn wrong<T>(column: usize, words: impl Into<String>) -> std::result::Result<T, (usize, String)> {
    Err((column, words.into()))
}

impl<'a, 'd> Judge<'a, 'd> {
    fn new(desk: &'a Desk<'d>) -> Result<Self> {
        let (stored, held) = (units::on(desk, desk.today(), true, "")?, posts::held(desk)?);
        let mut known = BTreeMap::new();
        for unit in &stored {
            for words in [&unit.name, &unit.short] {
                let terms = units::terms(desk, unit.id)?;
                known.insert(words.clone(), Known { id: unit.id, short: unit.short.clone(), terms });
            }
        }
        let mut places: BTreeMap<PersonId, Vec<Option<UnitId>>> = BTreeMap::new();
        for post in &held {
            places.entry(post.person).or_default().push(post.unit);
        }
        let mut everybody: BTreeMap<String, Vec<Somebody>> = BTreeMap::new();
        for person in people::all(desk)? {
            let units = places.remove(&person.id).unwrap_or_default();
            everybody.entry(person.name.clone()).or_default().push(Somebody { person, units, row: None });
        }
        let (plan, spoilt, seen) = Default::default();
        Ok(Judge { desk, plan, stored, known, spoilt, seen, people: everybody, held })
    }

    fn sheet(
        &mut self,
        name: &str,
        columns: Vec<Column>,
        table: Option<Table>,
        one: fn(&mut Self, &Table, &Line) -> Result<Verdict>,
    ) -> Result<()> {
        let titles = columns.iter().map(|column| column.title.to_owned()).collect();
        let mut judged =
            Judged { name: name.into(), found: table.is_some(), columns: titles, rows: Vec::new() };
        if let Some(mut table) = table {
            self.plan.faults.append(&mut table.faults);
            let total = table.lines.len() as u64;
            for (done, line) in table.lines.iter().enumerate() {
                if done % 50 == 0 {
                    go_on(self.desk.progress)?;
                    self.desk.progress.step(done as u64, total, &format!("检查“{name}”"));
                }
                let state = self.line(&table, line, one)?;
                judged.rows.push(ImportRow {
                    row: line.row,
                    state,
                    state_label: state.label().into(),
                    cells: line.shown(),
                });
            }
        }
        self.plan.sheets.push(judged);
        Ok(())
    }

    fn line(
        &mut self,
        table: &Table,
        line: &Line,
        one: fn(&mut Self, &Table, &Line) -> Result<Verdict>,
    ) -> Result<RowState> {
        if line.bad {
            self.spoil(table, line);
            return Ok(RowState::Bad);
        }
        match one(self, table, line)? {
            Ok(state) => Ok(state),
            Err((column, words)) => {
                self.plan.faults.push(table.fault(line.row, column, FaultSeverity::Error, words));
                self.spoil(table, line);
                Ok(RowState::Bad)
            }
        }
    }

    fn spoil(&mut self, table: &Table, line: &Line) {
        if table.name == columns::UNITS {
            for words in [line.words(0), line.words(1)].into_iter().filter(|words| !words.is_empty()) {
                self.spoilt.entry(tidy_name(words)).or_insert(line.row);
            }
        }
    }

    pub(super) fn warn(&mut self, table: &Table, line: &Line, column: usize, words: String) {
        self.plan.faults.push(table.fault(line.row, column, FaultSeverity::Warning, words));
    }
}
