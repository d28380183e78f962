//! The due-day rule against a second table: every combination of arrivals around the due moment, month ends, leap years.
use proptest::prelude::*;

use super::*;
use crate::kernel::profile::{SHIPPED, parse};

fn rule() -> Reports {
    parse(SHIPPED[1].1).unwrap().reports
}

fn at(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S").unwrap()
}

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

/// Weekdays only: holidays are the calendar's own business.
fn weekdays(day: NaiveDate) -> bool {
    use chrono::{Datelike, Weekday};
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

#[test]
fn the_last_moment_is_the_one_of_the_second_table() {
    // day, counts, hour, moves → month → last moment
    let table = "
        25 yes 24 no  2016-11 2016-11-25 23:59:59
        25 yes 18 no  2016-11 2016-11-25 18:00:00
        25 no  24 no  2016-11 2016-11-24 23:59:59
        25 no  12 no  2016-11 2016-11-24 12:00:00
        25 yes 24 no  2016-12 2016-12-25 23:59:59
        25 yes 24 yes 2016-12 2016-12-26 23:59:59
        25 yes 24 yes 2016-06 2016-06-27 23:59:59
        25 no  24 yes 2016-12 2016-12-26 23:59:59
        30 yes 24 no  2016-02 2016-02-29 23:59:59
        30 yes 24 no  2015-02 2015-02-28 23:59:59
        31 no  24 no  2015-02 2015-02-27 23:59:59
        31 yes 24 no  2016-04 2016-04-30 23:59:59
        1  yes 24 no  2017-01 2017-01-01 23:59:59
        1  yes 24 yes 2017-01 2017-01-02 23:59:59";
    for line in table.lines().filter(|line| !line.trim().is_empty()) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let rule = Reports {
            due_day: words[0].parse().unwrap(),
            due_day_counts: words[1] == "yes",
            due_hour: words[2].parse().unwrap(),
            moves_for_holidays: words[3] == "yes",
            ..rule()
        };
        assert_eq!(
            limit(&rule, month(words[4]), weekdays),
            at(&format!("{} {}", words[5], words[6])),
            "{line}"
        );
    }
}

#[test]
fn every_combination_of_arrivals_has_the_status_of_the_second_table() {
    // Rows: paper before, after, never the due moment; columns: the file likewise; review in time, late, never.
    let table = "
        before before in-time on_time    on_time
        before before late    late       late
        before before never   pending    incomplete
        before after  in-time late       late
        before after  late    late       late
        before after  never   incomplete incomplete
        before never  in-time pending    incomplete
        before never  late    incomplete incomplete
        before never  never   pending    incomplete
        after  before in-time late       late
        after  before late    late       late
        after  before never   incomplete incomplete
        after  after  in-time late       late
        after  after  late    late       late
        after  after  never   incomplete incomplete
        after  never  in-time incomplete incomplete
        after  never  late    incomplete incomplete
        after  never  never   incomplete incomplete
        never  before in-time pending    incomplete
        never  before late    incomplete incomplete
        never  before never   pending    incomplete
        never  after  in-time incomplete incomplete
        never  after  late    incomplete incomplete
        never  after  never   incomplete incomplete
        never  never  in-time pending    missing
        never  never  late    missing    missing
        never  never  never   pending    missing";
    let rule = rule();
    let limit = limit(&rule, month("2016-11"), weekdays);
    let mut seen = 0;
    for line in table.lines().filter(|line| !line.trim().is_empty()) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let moment = |word: &str| match word {
            "before" => Some(limit),
            "after" => Some(limit + chrono::Duration::seconds(1)),
            _ => None,
        };
        let reviewed = match words[2] {
            "in-time" => Some(limit.date()),
            "late" => Some(limit.date() + Days::new(1)),
            _ => None,
        };
        let there = There { paper: moment(words[0]), file: moment(words[1]), reviewed, released: false };
        // Seen at the due moment itself where nothing lies after it, and a month later.
        let nothing_after = words[0] != "after" && words[1] != "after" && words[2] != "late";
        let first = if nothing_after { limit } else { limit + Days::new(1) };
        assert_eq!(judge(&rule, &there, limit, first).key(), words[3], "{line}: first look");
        assert_eq!(
            judge(&rule, &there, limit, limit + Days::new(30)).key(),
            words[4],
            "{line}: a month later"
        );
        let free = There { released: true, ..there };
        assert_eq!(judge(&rule, &free, limit, first), ReportStatus::Released);
        seen += 1;
    }
    assert_eq!(seen, 27);
}

#[test]
fn a_profile_that_needs_less_asks_for_less() {
    let there = There { file: Some(at("2016-11-25 17:00:00")), ..There::default() };
    let lax = Reports { needs_paper: false, needs_leader_review: false, ..rule() };
    let limit = limit(&lax, month("2016-11"), weekdays);
    assert_eq!(judge(&lax, &there, limit, limit), ReportStatus::OnTime);
    assert_eq!(missing(&rule(), &there), ["纸质材料", "单位领导审核"]);
}

fn moments() -> impl Strategy<Value = Option<NaiveDateTime>> {
    // From two weeks before to two weeks after the due moment, by the minute.
    proptest::option::of(
        (-20_160i64..20_160)
            .prop_map(|minutes| at("2016-02-25 23:59:59") + chrono::Duration::minutes(minutes)),
    )
}

proptest! {
    #[test]
    fn what_is_whole_never_gets_worse_with_time_and_earlier_never_worse_than_later(
        paper in moments(), file in moments(), reviewed in moments(), earlier in 0i64..30_000, later in 0i64..100_000
    ) {
        let rule = rule();
        let limit = limit(&rule, month("2016-02"), weekdays);
        let there = There { paper, file, reviewed: reviewed.map(|at| at.date()), released: false };
        let now = [paper, file, reviewed].into_iter().flatten().max().unwrap_or(limit);
        let then = judge(&rule, &there, limit, now);
        let after = judge(&rule, &there, limit, now + chrono::Duration::minutes(later));
        if missing(&rule, &there).is_empty() {
            prop_assert_eq!(then, after, "a whole report is judged once and for all");
        } else {
            prop_assert!(after as u8 >= then as u8);
        }
        let sooner = There { paper: paper.map(|at| at - chrono::Duration::minutes(earlier)), ..there };
        if then == ReportStatus::OnTime {
            prop_assert_eq!(judge(&rule, &sooner, limit, now), ReportStatus::OnTime);
        }
    }
}
