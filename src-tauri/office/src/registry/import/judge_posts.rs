//! Rows of people with their posts against each other, against the register and against the rules.
use super::columns;
use super::judge::{Judge, NewPost, Somebody, Verdict, wrong};
use crate::kernel::people_words::tidy_name;
use crate::kernel::refusal::Result;
use crate::kernel::sheets::reading::{Line, Table};
use crate::kernel::sheets::report::RowState;
use crate::registry::person::{Gender, Person};
use crate::registry::post::PostKind;
use crate::registry::rules::{self, Held, Span};
use crate::registry::unit::UnitId;

impl Judge<'_, '_> {
    pub(super) fn post(&mut self, table: &Table, line: &Line) -> Result<Verdict> {
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
