//! Lines → what would be written: rows against each other, against the register, against the rules.
//!
//! It writes nothing. A row is judged in the light of the good rows before it only, so that writing the good rows alone
//! gives exactly what was shown.
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::columns;
use super::reading::{Line, Table};
use super::report::{FaultSeverity, ImportFault, ImportRow, Judged, RowState};
use crate::kernel::desk::Desk;
use crate::kernel::people_words::tidy_name;
use crate::kernel::progress::go_on;
use crate::kernel::refusal::Result;
use crate::registry::commands::units::names;
use crate::registry::person::{Gender, Person, PersonId};
use crate::registry::post::PostKind;
use crate::registry::rules::{self, Held, Span};
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
struct Known {
    id: UnitId,
    short: String,
    terms: Vec<UnitTerm>,
}

/// Somebody a row may mean: in the register, or in a good row before.
struct Somebody {
    person: Person,
    units: Vec<Option<UnitId>>,
    /// The row in which they first stood; none for the register's.
    row: Option<u32>,
}

struct Judge<'a, 'd> {
    desk: &'a Desk<'d>,
    plan: Plan,
    stored: Vec<Unit>,
    known: BTreeMap<String, Known>,
    /// Names and short names in rows of units that have an error, with the row.
    spoilt: BTreeMap<String, u32>,
    seen: BTreeMap<String, (u32, bool)>,
    /// Everybody by name.
    people: BTreeMap<String, Vec<Somebody>>,
    held: Vec<Held>,
}

/// Judges both sheets; a sheet that the file lacks is `None`.
pub(super) fn judge(desk: &Desk<'_>, unit_table: Option<Table>, people_table: Option<Table>) -> Result<Plan> {
    let mut judge = Judge::new(desk)?;
    judge.sheet(columns::UNITS, columns::units(), unit_table, Judge::unit)?;
    judge.sheet(columns::PEOPLE, columns::people(desk.profile), people_table, Judge::post)?;
    Ok(judge.plan)
}

type Verdict = std::result::Result<RowState, (usize, String)>;

fn wrong<T>(column: usize, words: impl Into<String>) -> std::result::Result<T, (usize, String)> {
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
        columns: Vec<columns::Column>,
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

    fn warn(&mut self, table: &Table, line: &Line, column: usize, words: String) {
        self.plan.faults.push(table.fault(line.row, column, FaultSeverity::Warning, words));
    }

    // ---- 单位 ----

    fn unit(&mut self, table: &Table, line: &Line) -> Result<Verdict> {
        let (name, short) = match names(line.words(0), line.words(1)) {
            Ok(both) => both,
            Err(refusal) => return Ok(wrong(0, refusal.to_string())),
        };
        for (column, words) in [(0, &name), (1, &short)] {
            if let Some((row, _)) = self.seen.get(words) {
                let title = table.columns[column].title;
                return Ok(wrong(column, format!("{title}“{words}”与第 {row} 行重复，请删去一行或改正。")));
            }
        }
        for words in [&name, &short] {
            self.seen.insert(words.clone(), (line.row, true));
        }
        let Some(kind) = UnitKind::ALL.iter().copied().find(|kind| kind.label() == line.words(2)) else {
            return Ok(wrong(2, "类别不对。"));
        };
        if let Some(there) = self.stored.iter().find(|unit| unit.name == name) {
            return Ok(self.stored_unit(table, line, there.clone(), &short, kind));
        }
        let Some(joined_on) = line.day(7) else { return Ok(wrong(7, "“加入日期”必须填写。")) };
        if let Err(refusal) = rules::sensible("加入日期", joined_on, self.desk.today()) {
            return Ok(wrong(7, refusal.to_string()));
        }
        for (column, words) in [(0, &name), (1, &short)] {
            if let Some((bearer, gone)) = units::bearer(self.desk, words, joined_on, None)? {
                let hint = if gone {
                    "该单位已退出，若重新加入请在单位卡片上“恢复”"
                } else {
                    "请核对"
                };
                return Ok(wrong(column, format!("“{words}”已被名册中的“{bearer}”使用，{hint}。")));
            }
        }
        self.new_unit(line, name, short, kind, joined_on);
        Ok(Ok(RowState::New))
    }

    fn stored_unit(
        &mut self,
        table: &Table,
        line: &Line,
        there: Unit,
        short: &str,
        kind: UnitKind,
    ) -> Verdict {
        if there.short != short {
            return wrong(
                1,
                format!(
                    "名册中“{}”的简称是“{}”，不是“{short}”。若已改简称，请在单位卡片上“更名”。",
                    there.name, there.short
                ),
            );
        }
        if there.kind != kind {
            return wrong(
                2,
                format!("名册中“{short}”的类别是“{}”。请核对，或在单位卡片上更正。", there.kind_label),
            );
        }
        for (column, old) in [(4, &there.trade), (5, &there.phone), (6, &there.address)] {
            let new = line.words(column);
            if !new.is_empty() && new != old {
                let old = if old.is_empty() { "空白" } else { old };
                self.warn(
                    table,
                    line,
                    column,
                    format!("名册中是“{old}”，导入不改动；需要更改请在单位卡片上更正。"),
                );
            }
        }
        if line.day(7).is_some_and(|day| day != there.joined_on) {
            self.warn(table, line, 7, format!("名册中的加入日期是 {}，导入不改动。", there.joined_on));
        }
        Ok(RowState::Existing)
    }

    fn new_unit(&mut self, line: &Line, name: String, short: String, kind: UnitKind, joined_on: NaiveDate) {
        let id: UnitId = self.desk.new_id();
        let term = UnitTerm { from: joined_on, to: None, reason: String::new() };
        for words in [&name, &short] {
            self.known.insert(words.clone(), Known { id, short: short.clone(), terms: vec![term.clone()] });
        }
        let (trade, phone, address) = (line.words(4).into(), line.words(5).into(), line.words(6).into());
        let order = line.whole(3);
        self.plan.units.push(NewUnit { id, name, short, kind, order, trade, phone, address, joined_on });
    }

    // ---- 人员与任职 ----

    fn post(&mut self, table: &Table, line: &Line) -> Result<Verdict> {
        let kind = PostKind::ALL.iter().copied().find(|kind| kind.words(self.desk.profile) == line.words(3));
        let (Some(kind), Some(from)) = (kind, line.day(7)) else {
            return Ok(wrong(3, "岗位或任职日期不对。"));
        };
        let span = Span { from, to: line.day(8) };
        let unit = match self.unit_of(line, kind) {
            Ok(unit) => unit,
            Err(fault) => return Ok(Err(fault)),
        };
        if let Err(fault) = self.dates(line, unit.as_deref(), span) {
            return Ok(Err(fault));
        }
        let unit = unit.and_then(|words| self.known.get(&words)).map(|known| known.id);
        let person = match self.person_of(table, line, unit) {
            Ok(person) => person,
            Err(fault) => return Ok(Err(fault)),
        };
        Ok(self.hold(line, kind, unit, span, person))
    }

    /// The unit's name as known; none for a post without a unit.
    fn unit_of(&self, line: &Line, kind: PostKind) -> std::result::Result<Option<String>, (usize, String)> {
        let words = tidy_name(line.words(0));
        if words.is_empty() {
            return match kind.needs_unit() {
                true => wrong(0, format!("{}必须写明单位。", kind.words(self.desk.profile))),
                false => Ok(None),
            };
        }
        if self.known.contains_key(&words) {
            return Ok(Some(words));
        }
        if let Some(row) = self.spoilt.get(&words) {
            return wrong(0, format!("“{words}”在“{}”表第 {row} 行有错误，请先改正那一行。", columns::UNITS));
        }
        let near = self.known.keys().find(|name| name.contains(&words) || words.contains(name.as_str()));
        let perhaps = near
            .map_or("请核对，或先在“单位”表中列出".into(), |name| format!("是不是“{name}”"));
        wrong(0, format!("名册和“单位”表中都没有“{words}”，{perhaps}？"))
    }

    fn dates(&self, line: &Line, unit: Option<&str>, span: Span) -> std::result::Result<(), (usize, String)> {
        let at =
            |column: usize| move |refusal: crate::kernel::refusal::Refusal| (column, refusal.to_string());
        rules::sensible("任职日期", span.from, self.desk.today()).map_err(at(7))?;
        if let Some(to) = line.day(8) {
            rules::sensible("免职日期", to, self.desk.today()).map_err(at(8))?;
        }
        rules::lasting(span).map_err(at(8))?;
        match unit.and_then(|words| self.known.get(words)) {
            Some(known) => rules::at_a_standing_unit(&known.short, &known.terms, span).map_err(at(7)),
            None => Ok(()),
        }
    }

    /// The person a row means: the one found, or a new one.
    fn person_of(
        &mut self,
        table: &Table,
        line: &Line,
        unit: Option<UnitId>,
    ) -> std::result::Result<Person, (usize, String)> {
        let (name, mobile) = (tidy_name(line.words(1)), line.words(6).to_owned());
        if name.is_empty() || name.chars().count() > 30 {
            return wrong(1, format!("“{name}”不是有效的姓名。"));
        }
        let namesakes = self.people.get(&name).map(Vec::as_slice).unwrap_or_default();
        let same = namesakes.iter().find(|one| !mobile.is_empty() && one.person.mobile == mobile);
        let near = |one: &&Somebody| one.units.contains(&unit);
        let found = same.or_else(|| {
            let open = |one: &&Somebody| mobile.is_empty() || one.person.mobile.is_empty();
            namesakes.iter().filter(near).find(open)
        });
        if let Some(one) = found {
            let person = one.person.clone();
            self.differing(table, line, &person);
            return Ok(person);
        }
        if let Some(other) = namesakes.iter().find(near) {
            let place = other.row.map_or("名册中".into(), |row| format!("第 {row} 行"));
            return wrong(
                6,
                format!(
                    "{place}同一单位已有“{name}”，手机是 {}。若是同一人请填写一致，若已换号请先在人员卡片上更正。",
                    other.person.mobile
                ),
            );
        }
        if let Some(other) = namesakes.first() {
            let place = other.row.map_or("名册中".into(), |row| format!("第 {row} 行"));
            let words = format!("与{place}的“{name}”同名，按不同的人处理；若是同一人，请填写相同的手机号。");
            self.warn(table, line, 1, words);
        }
        self.shared_mobile(table, line, &name, &mobile);
        Ok(Person {
            id: self.desk.new_id(),
            gender: Gender::ALL.iter().copied().find(|one| one.label() == line.words(2)),
            office_phone: line.words(5).into(),
            title: line.words(4).into(),
            note: String::new(),
            version: 1,
            name,
            mobile,
        })
    }

    fn differing(&mut self, table: &Table, line: &Line, person: &Person) {
        for (column, old) in [(5, &person.office_phone), (6, &person.mobile)] {
            let new = line.words(column);
            if !new.is_empty() && new != old {
                let old = if old.is_empty() { "空白" } else { old };
                let words =
                    format!("“{}”已登记为“{old}”，导入不改动；需要更改请在人员卡片上更正。", person.name);
                self.warn(table, line, column, words);
            }
        }
    }

    fn shared_mobile(&mut self, table: &Table, line: &Line, name: &str, mobile: &str) {
        if mobile.is_empty() {
            return;
        }
        let mut everybody = self.people.values().flatten();
        if let Some(other) = everybody.find(|one| one.person.mobile == mobile && one.person.name != name) {
            let words = format!("手机 {mobile} 已登记在“{}”名下，请核对。", other.person.name);
            self.warn(table, line, 6, words);
        }
    }

    fn hold(
        &mut self,
        line: &Line,
        kind: PostKind,
        unit: Option<UnitId>,
        span: Span,
        person: Person,
    ) -> Verdict {
        let held = Held { post: None, person: person.id, name: person.name.clone(), kind, unit, span };
        let same = |one: &&Held| {
            (one.person, one.kind, one.unit, one.span.from) == (held.person, kind, unit, span.from)
        };
        if let Some(there) = self.held.iter().find(same) {
            return match there.post {
                Some(_) => Ok(RowState::Existing),
                None => wrong(1, format!("{}的这一任职在本表前面已经有一行，请删去重复的行。", person.name)),
            };
        }
        if let Err(refusal) = rules::may_hold(self.desk.profile, &held, &self.held) {
            return wrong(3, refusal.to_string());
        }
        let everybody = self.people.entry(person.name.clone()).or_default();
        match everybody.iter_mut().find(|one| one.person.id == person.id) {
            Some(one) => one.units.push(unit),
            None => {
                self.plan.people.push(person.clone());
                everybody.push(Somebody { person: person.clone(), units: vec![unit], row: Some(line.row) });
            }
        }
        self.held.push(held.clone());
        let title = if line.words(4).is_empty() { person.title } else { line.words(4).into() };
        self.plan.posts.push(NewPost { held, title, rank: line.whole(9).unwrap_or(0) });
        Ok(RowState::New)
    }
}
