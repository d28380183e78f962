//! What an item must hold (第二条). Pure: words and units in, every fault out, each with the part that it concerns.
use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::kinds::TaskRole;
use super::record::TaskWords;
use crate::kernel::matter_rules::TaskRules;
use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::written::date;
use crate::registry::UnitId;

/// The part of an item that a fault concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// 工作任务.
    Title,
    /// 完成时限.
    Due,
    /// A stage's goal, from 0.
    Goal(usize),
    /// A stage's day, from 0.
    GoalDue(usize),
    /// Units of a role.
    Units(TaskRole),
}

/// A fault: where, what, what to do.
pub type Fault = (Part, String, &'static str);

/// Every fault of an item in a plan of this year.
pub fn faults(rules: &TaskRules, year: i32, words: &TaskWords) -> Vec<Fault> {
    let mut found = Vec::new();
    if words.title.trim().is_empty() {
        found.push((Part::Title, "没有填写工作任务。".into(), "请填写工作任务。"));
    }
    if words.due_on.year() != year {
        found.push((
            Part::Due,
            format!("完成时限{}不在{year}年内。", date(words.due_on)),
            "年度计划的任务在当年完成；跨年的请写当年的阶段目标。",
        ));
    }
    goals(year, words, &mut found);
    units(rules, words, &mut found);
    found
}

fn goals(year: i32, words: &TaskWords, found: &mut Vec<Fault>) {
    if words.goals.is_empty() {
        found.push((Part::Goal(0), "没有阶段目标。".into(), "请至少写一个阶段目标和它的时限。"));
    }
    let late = |due: NaiveDate| due > words.due_on;
    for (at, goal) in words.goals.iter().enumerate() {
        if goal.goal.trim().is_empty() {
            found.push((Part::Goal(at), format!("第{}个阶段目标没有内容。", at + 1), "请填写阶段目标。"));
        }
        if late(goal.due_on) {
            found.push((
                Part::GoalDue(at),
                format!("阶段时限{}晚于完成时限{}。", date(goal.due_on), date(words.due_on)),
                "请核对两个日期。",
            ));
        } else if goal.due_on.year() != year {
            found.push((
                Part::GoalDue(at),
                format!("阶段时限{}不在{year}年内。", date(goal.due_on)),
                "请填写当年的日期。",
            ));
        }
    }
}

fn units(rules: &TaskRules, words: &TaskWords, found: &mut Vec<Fault>) {
    let name = |role: TaskRole| rules.roles.get(role as usize).map_or(role.label(), String::as_str);
    if words.leads.is_empty() {
        found.push((
            Part::Units(TaskRole::Lead),
            format!("没有{}。", name(TaskRole::Lead)),
            "每项任务须明确牵头单位。",
        ));
    }
    if words.leads.len() > rules.leads_at_most as usize {
        let most = rules.leads_at_most;
        found.push((
            Part::Units(TaskRole::Lead),
            format!("{}有{}个，按规定最多{most}个。", name(TaskRole::Lead), words.leads.len()),
            "其余的请列为配合单位。",
        ));
    }
    if !rules.one_role_per_item {
        return;
    }
    let mut seen: BTreeMap<UnitId, TaskRole> = BTreeMap::new();
    for (role, unit) in words.units() {
        let Some(before) = seen.insert(unit.unit, role) else { continue };
        let fact = match before == role {
            true => format!("{}在{}里写了两次。", unit.short, name(role)),
            false => format!("{}既是{}又是{}。", unit.short, name(before), name(role)),
        };
        found.push((Part::Units(role), fact, "一个单位在一项任务中只担任一种角色，请删去一处。"));
    }
}

/// Refuses at the first fault.
pub fn check(rules: &TaskRules, year: i32, words: &TaskWords) -> Result<()> {
    match faults(rules, year, words).into_iter().next() {
        Some((_, fact, hint)) => Err(Refusal::refused(fact).hint(hint).article(rules.article)),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::UnitKind;
    use crate::tasks::record::{TaskGoal, TaskUnit};

    fn unit(n: u128) -> TaskUnit {
        let id = UnitId(uuid::Uuid::from_u128(n));
        TaskUnit { unit: id, short: format!("单位{n}"), kind: UnitKind::Member }
    }

    fn words() -> TaskWords {
        let goal =
            |goal: &str, due: &str| TaskGoal { id: None, goal: goal.into(), due_on: due.parse().unwrap() };
        TaskWords {
            aspect: "产品质量".into(),
            title: "建设检测平台".into(),
            note: String::new(),
            due_on: "2016-11-30".parse().unwrap(),
            goals: vec![goal("完成方案", "2016-03-31"), goal("建成", "2016-11-30")],
            leads: vec![unit(1)],
            partners: vec![unit(2)],
            doers: vec![unit(3), unit(4)],
        }
    }

    #[test]
    fn a_unit_has_one_role_in_an_item() {
        let rules = TaskRules::default();
        assert_eq!(faults(&rules, 2016, &words()), []);
        let twice = TaskWords { doers: vec![unit(3), unit(1)], ..words() };
        let no = check(&rules, 2016, &twice).unwrap_err();
        assert!(no.message.contains("单位1既是牵头责任单位又是落实单位"), "{no}");
        assert_eq!(no.article.as_deref(), Some("第二条"));
        let same = TaskWords { partners: vec![unit(2), unit(2)], ..words() };
        assert!(check(&rules, 2016, &same).unwrap_err().message.contains("写了两次"));
        let free = TaskRules { one_role_per_item: false, ..rules };
        assert_eq!(faults(&free, 2016, &twice), [], "another city's rules may allow it");
    }

    #[test]
    fn every_fault_is_found_at_its_part() {
        let mut bad = words();
        (bad.title, bad.leads) = (" ".into(), Vec::new());
        bad.goals[0].due_on = "2016-12-31".parse().unwrap();
        bad.goals[1].goal = String::new();
        let found: Vec<Part> =
            faults(&TaskRules::default(), 2016, &bad).into_iter().map(|(part, _, _)| part).collect();
        assert_eq!(found, [Part::Title, Part::GoalDue(0), Part::Goal(1), Part::Units(TaskRole::Lead)]);
        let late = TaskWords { due_on: "2017-01-31".parse().unwrap(), ..words() };
        assert_eq!(faults(&TaskRules::default(), 2016, &late)[0].0, Part::Due);
        let two = TaskWords { leads: vec![unit(1), unit(9)], ..words() };
        assert!(check(&TaskRules::default(), 2016, &two).unwrap_err().message.contains("最多1个"));
    }
}
