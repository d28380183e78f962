//! Days on which an office works, by the calendar that ships with the program.
use chrono::{Days, Months, NaiveDate};
use office::Refusal;
use office::kernel::calendar::{self, Calendar};

use super::{Plan, TODAY};

/// The working calendar of the demonstration.
pub struct WorkingDays(Calendar);

impl WorkingDays {
    /// As shipped.
    pub fn shipped() -> Result<Self, Refusal> {
        Ok(Self(Calendar::of(calendar::shipped()?.into_iter().map(|day| (day.date, day.kind)))))
    }
    /// The day itself, or the first working day after it.
    pub fn from(&self, day: NaiveDate) -> NaiveDate {
        day.iter_days().find(|day| self.0.works(*day)).unwrap_or(day)
    }
    /// So many working days after a day.
    pub fn after(&self, day: NaiveDate, n: u32) -> NaiveDate {
        self.0.working_days_after(day, n)
    }
    /// So many working days before a day.
    pub fn before(&self, day: NaiveDate, n: usize) -> NaiveDate {
        let back = std::iter::successors(day.pred_opt(), |day| day.pred_opt());
        back.filter(|day| self.0.works(*day)).nth(n.saturating_sub(1)).unwrap_or(day)
    }
}

/// The first day of the first month of the plan.
pub fn first(plan: &Plan) -> NaiveDate {
    let back = Months::new(plan.months.clamp(1, 12) - 1);
    TODAY.checked_sub_months(back).map_or(TODAY, |day| day - Days::new(22))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_begins_on_the_first_of_its_first_month_and_skips_free_days() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let plan = |months| Plan { months, ..Plan::default() };
        assert_eq!(first(&plan(12)), day("2015-12-01"));
        assert_eq!(first(&plan(1)), day("2016-11-01"));
        let days = WorkingDays::shipped().unwrap();
        assert_eq!(days.from(day("2016-10-01")), day("2016-10-08"), "国庆节");
        assert_eq!(days.before(day("2016-10-10"), 2), day("2016-10-08"), "a weekend that was worked");
        assert_eq!(days.before(day("2016-10-10"), 3), day("2016-09-30"));
        assert_eq!(days.after(day("2016-11-18"), 1), day("2016-11-21"));
    }
}
