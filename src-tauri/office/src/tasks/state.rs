//! Where a stage and an item stand, computed from reports and days. Pure.
use chrono::NaiveDate;

use super::kinds::TaskState;

/// A report in short: its day and how much is done, in per cent.
pub type Said = (NaiveDate, u32);

/// How much is done after these reports, oldest first.
pub fn percent(reports: &[Said]) -> u32 {
    reports.last().map_or(0, |(_, percent)| *percent)
}

/// Since when a stage is done: the first report of the last unbroken run of 100 per cent.
pub fn done_on(reports: &[Said]) -> Option<NaiveDate> {
    reports.iter().rev().take_while(|(_, percent)| *percent == 100).last().map(|(on, _)| *on)
}

/// Where a stage stands on a day.
pub fn stage(due: NaiveDate, reports: &[Said], today: NaiveDate) -> TaskState {
    match done_on(reports) {
        Some(done) if done <= due => TaskState::InTime,
        Some(_) => TaskState::Late,
        None if today > due => TaskState::Overdue,
        None if percent(reports) == 0 => TaskState::NotStarted,
        None => TaskState::UnderWay,
    }
}

/// Where an item stands, from its stages: the worst of what is open, else the worst of what is done.
pub fn item(stages: &[TaskState]) -> TaskState {
    let any = |state| stages.contains(&state);
    if any(TaskState::Overdue) {
        return TaskState::Overdue;
    }
    let open = any(TaskState::NotStarted) || any(TaskState::UnderWay);
    match open {
        true if stages.iter().all(|state| *state == TaskState::NotStarted) => TaskState::NotStarted,
        true => TaskState::UnderWay,
        false if any(TaskState::Late) => TaskState::Late,
        false if stages.is_empty() => TaskState::NotStarted,
        false => TaskState::InTime,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_stage_is_computed_from_its_reports_and_its_day() {
        let due = day("2016-06-30");
        let at = |today: &str, reports: &[(&str, u32)]| {
            let reports: Vec<Said> = reports.iter().map(|(on, percent)| (day(on), *percent)).collect();
            stage(due, &reports, day(today))
        };
        assert_eq!(at("2016-06-30", &[]), TaskState::NotStarted);
        assert_eq!(at("2016-06-30", &[("2016-05-01", 0)]), TaskState::NotStarted);
        assert_eq!(at("2016-06-30", &[("2016-05-01", 40)]), TaskState::UnderWay);
        assert_eq!(at("2016-07-01", &[("2016-05-01", 99)]), TaskState::Overdue);
        assert_eq!(at("2016-07-01", &[]), TaskState::Overdue);
        assert_eq!(at("2016-12-01", &[("2016-06-30", 100)]), TaskState::InTime);
        assert_eq!(at("2016-12-01", &[("2016-07-01", 100)]), TaskState::Late);
    }

    #[test]
    fn what_was_taken_back_and_done_again_counts_from_the_second_time() {
        let reports = [(day("2016-05-01"), 100), (day("2016-05-20"), 60), (day("2016-07-03"), 100)];
        assert_eq!(done_on(&reports), Some(day("2016-07-03")));
        assert_eq!(stage(day("2016-06-30"), &reports, day("2016-08-01")), TaskState::Late);
        let twice = [(day("2016-05-01"), 100), (day("2016-07-20"), 100)];
        assert_eq!(done_on(&twice), Some(day("2016-05-01")), "said again is not done again");
    }

    #[test]
    fn an_item_stands_where_its_worst_stage_stands() {
        use TaskState::*;
        for (stages, says) in [
            (vec![], NotStarted),
            (vec![NotStarted, NotStarted], NotStarted),
            (vec![InTime, NotStarted], UnderWay),
            (vec![UnderWay, NotStarted], UnderWay),
            (vec![InTime, InTime], InTime),
            (vec![InTime, Late], Late),
            (vec![Late, NotStarted], UnderWay),
            (vec![InTime, Overdue, NotStarted], Overdue),
        ] {
            assert_eq!(item(&stages), says, "{stages:?}");
        }
    }
}
