//! Rows of units against each other and against the register.
use chrono::NaiveDate;

use super::judge::{Judge, Known, NewUnit, Verdict, wrong};
use crate::kernel::refusal::Result;
use crate::kernel::sheets::reading::{Line, Table};
use crate::kernel::sheets::report::RowState;
use crate::registry::commands::units::names;
use crate::registry::rules;
use crate::registry::store::units;
use crate::registry::unit::{Unit, UnitId, UnitKind, UnitTerm};

impl Judge<'_, '_> {
    pub(super) fn unit(&mut self, table: &Table, line: &Line) -> Result<Verdict> {
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
}
