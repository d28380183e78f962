//! The year itself, day by day, up to the day on which the demonstration stands still.
//!
//! What the diary holds for that day and later is left undone: it is the work that waits for the clerk.
use chrono::{Datelike, Months, NaiveDate};
use office::kernel::role::Role;
use office::{Progress, Refusal};
use press::fonts::Fonts;

use super::life::{Deed, Life};
use super::people::Draw;
use super::walk::Walk;
use super::{Plan, TODAY, accounts, agenda, changes, content, days, people, register};

/// Lives through it; answers how many questions were asked.
pub fn live(walk: Walk, plan: &Plan, progress: &dyn Progress) -> Result<u32, Refusal> {
    let (units, year) = (content::units()?, agenda::year()?);
    let mut draw = Draw::by(plan.seed)?;
    let somebodies = people::all(&mut draw, &units);
    let mut life = Life::new(walk, draw, units, year, Fonts::load(&plan.fonts))?;
    let total = u64::from(plan.months) + 1;
    progress.step(0, total, "登记单位和人员");
    life.walk.by(&accounts::login(Role::Clerk));
    let first = days::first(plan);
    life.register = register::enter(&life.walk, &life.units, &somebodies, first)?;
    write_diary(&mut life, plan, first);
    while let Some((day, deed)) = life.next().filter(|(day, _)| *day < TODAY) {
        let months = (day.year() * 12 + day.month0() as i32) - (first.year() * 12 + first.month0() as i32);
        progress.step(months as u64 + 1, total, &format!("{} 年 {} 月", day.year(), day.month()));
        life.walk.on(day);
        act(&mut life, deed)?;
    }
    progress.step(total, total, "示例数据已建立");
    Ok(life.walk.asked())
}

fn write_diary(life: &mut Life, plan: &Plan, first: NaiveDate) {
    for n in 0..plan.months {
        let month = first + Months::new(n);
        let (changed_on, filed_on) = changes::days(life, month, n);
        life.then(filed_on, Deed::File { changed_on, n });
    }
}

fn act(life: &mut Life, deed: Deed) -> Result<(), Refusal> {
    match deed {
        Deed::File { changed_on, n } => changes::file(life, changed_on, n),
        _ => Ok(()),
    }
}
