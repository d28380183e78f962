//! The year itself, day by day, up to the day on which the demonstration stands still.
//!
//! What the diary holds for that day and later is left undone: it is the work that waits for the clerk.
use chrono::{Datelike, Days, Months, NaiveDate};
use office::kernel::role::Role;
use office::{Progress, Refusal};
use press::fonts::Fonts;
use serde_json::json;

use super::life::{Deed, Life};
use super::people::Draw;
use super::walk::Walk;
use super::{
    Plan, TODAY, accounts, agenda, changes, days, duties, followups, gathering, minutes, paperwork, people,
    raising, reference, register, reporting, sitting, tasking,
};

/// Lives through it; answers how many questions were asked.
pub fn live(walk: Walk, plan: &Plan, progress: &dyn Progress) -> Result<u32, Refusal> {
    let mut life = Life::new(walk, Draw::by(plan.seed)?, Fonts::load(&plan.fonts), plan.seed)?;
    let everybody = people::all(&mut life.draw, &life.units);
    let first = days::first(plan);
    progress.step(0, u64::from(plan.months) + 1, "登记单位和人员");
    life.walk.by(&accounts::login(Role::Clerk));
    life.register = register::enter(&life.walk, &life.units, &everybody, first)?;
    life.contact = everybody.into_iter().find(|one| one.name == accounts::all()[0].name).unwrap_or_default();
    write_diary(&mut life, plan, first);
    while let Some((day, deed)) = life.next().filter(|(day, _)| *day < TODAY) {
        let months = (day.year() * 12 + day.month0() as i32) - (first.year() * 12 + first.month0() as i32);
        progress.step(
            months as u64 + 1,
            u64::from(plan.months) + 1,
            &format!("{}年{}月", day.year(), day.month()),
        );
        life.walk.on(day);
        act(&mut life, deed)?;
    }
    progress.step(u64::from(plan.months) + 1, u64::from(plan.months) + 1, "示例数据已建立");
    Ok(life.walk.asked())
}

fn write_diary(life: &mut Life, plan: &Plan, first: NaiveDate) {
    for n in 0..plan.months {
        let (changed_on, filed_on) = changes::days(life, first + Months::new(n), n);
        life.then(filed_on, Deed::File { changed_on, n });
        life.then(first + Months::new(n) + Days::new(18), Deed::Record(n));
        paperwork::plan(life, first, n);
        followups::plan(life, first, n);
        reporting::plan(life, first, n);
    }
    for (unit, post) in [("市林业局", "archivist"), ("农业园区", "information_officer")] {
        life.then(life.days.before(TODAY, 2), Deed::FileVacancy { unit, post });
    }
    reference::plan(life, first);
    tasking::plan(life, first);
    raising::plan(life, first);
    for n in 0..life.year.month_without.len() {
        if let Some(day) = last_workday(life, &life.year.month_without[n].month).filter(|day| *day >= first) {
            life.then(day, Deed::CloseMonth(n));
        }
    }
    for n in 0..life.year.meeting.len() {
        if life.year.meeting[n].date >= first {
            write_meeting(life, n, first);
        }
    }
}

fn last_workday(life: &Life, month: &str) -> Option<NaiveDate> {
    let begins: NaiveDate = format!("{month}-01").parse().ok()?;
    Some(life.days.before(begins + Months::new(1), 1))
}

/// Writes the days of one meeting into the diary, as far as they are known before it is held.
fn write_meeting(life: &mut Life, n: usize, first: NaiveDate) {
    let meeting: agenda::Meeting = life.year.meeting[n].clone();
    let (day, planned) = (meeting.date, meeting.first_planned.unwrap_or(meeting.date));
    if meeting.upcoming {
        return life.then(life.days.before(TODAY, 2), Deed::Plan(n));
    }
    life.then(life.days.before(planned, 8).max(first), Deed::Plan(n));
    let told = gathering::entrusted_on(&meeting).unwrap_or_else(|| life.days.before(planned, 4));
    life.then(told.max(first), Deed::Notify(n));
    if meeting.cancel_reason.is_some() {
        return life.then(life.days.before(day, 1), Deed::Cancel(n));
    }
    if meeting.first_planned.is_some() {
        let moved = life.days.before(planned, 1);
        life.then(moved, Deed::Postpone(n));
        life.then(moved, Deed::Notify(n));
    }
    life.then(life.days.before(day, 1), Deed::TakeLeave(n));
    life.then(day, Deed::Hold(n));
    write_minutes(life, n, day);
}

/// After the meeting: the latest minutes wait for the chair, those of the last weeks for their receipts.
fn write_minutes(life: &mut Life, n: usize, held: NaiveDate) {
    let after = |life: &Life, working: u32| life.days.after(held, working);
    life.then(after(life, 1), Deed::Draft(n));
    life.then(after(life, 2), Deed::Submit(n));
    if held + Days::new(10) > TODAY {
        return;
    }
    // Once in the year the signature came late (the profile names the days).
    let signed = after(life, if n == 4 { 8 } else { 3 });
    life.then(signed, Deed::Sign(n));
    life.then(life.days.after(signed, 1), Deed::Issue(n));
    if held + Days::new(30) < TODAY {
        life.then(life.days.after(signed, 6), Deed::Close(n));
    }
}

fn act(life: &mut Life, deed: Deed) -> Result<(), Refusal> {
    match deed {
        Deed::File { changed_on, n } => changes::file(life, changed_on, n),
        Deed::FileVacancy { unit, post } => changes::file_vacancy(life, unit, post),
        Deed::Record(n) => duties::record(life, n),
        Deed::CloseMonth(n) => close_month(life, n),
        Deed::Plan(n) => gathering::plan(life, n),
        Deed::Notify(n) => gathering::notify(life, n),
        Deed::Postpone(n) => gathering::postpone(life, n),
        Deed::Cancel(n) => gathering::cancel(life, n),
        Deed::TakeLeave(n) => sitting::take_leave(life, n),
        Deed::Hold(n) => sitting::hold(life, n),
        Deed::Draft(n) => minutes::draft(life, n),
        Deed::Submit(n) => minutes::submit(life, n),
        Deed::Sign(n) => minutes::sign(life, n),
        Deed::Issue(n) => minutes::issue(life, n),
        Deed::Close(n) => minutes::close(life, n),
        Deed::Item(item, what) => followups::act(life, &item, what),
        Deed::Document(what) => paperwork::act(life, what),
        Deed::Task(what) => tasking::act(life, what),
        Deed::Matter(what) => raising::act(life, what),
        Deed::Reference(what) => reference::act(life, what),
        Deed::Report(what) => reporting::act(life, what),
    }
}

fn close_month(life: &Life, n: usize) -> Result<(), Refusal> {
    let without = &life.year.month_without[n];
    let (year, month) = without.month.split_once('-').unwrap_or_default();
    let (year, month): (i32, u32) = (year.parse().unwrap_or_default(), month.parse().unwrap_or_default());
    life.walk.tell("meeting_month_close", json!({"year": year, "month": month, "reason": without.reason}))
}
