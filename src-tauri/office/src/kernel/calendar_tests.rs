//! The days that ship with the program against what each notice of the State Council's office says, written down twice.
use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use super::{DayKind, shipped};

/// Year, the notice's number in the year before, days off, days worked instead; spans as `01-31..02-06`.
const NOTICES: [(i32, u32, &str, &str); 12] = [
    (
        2015,
        28,
        "01-01..01-03 02-18..02-24 04-05..04-06 05-01 06-20 06-22 09-27 10-01..10-07",
        "01-04 02-15 02-28 10-10",
    ),
    (
        2016,
        18,
        "01-01 02-07..02-13 04-04 05-01..05-02 06-09..06-11 09-15..09-17 10-01..10-07",
        "02-06 02-14 06-12 09-18 10-08 10-09",
    ),
    (
        2017,
        17,
        "01-01..01-02 01-27..02-02 04-02..04-04 05-01 05-28..05-30 10-01..10-08",
        "01-22 02-04 04-01 05-27 09-30",
    ),
    (
        2018,
        12,
        "01-01 02-15..02-21 04-05..04-07 04-29..05-01 06-18 09-24 10-01..10-07",
        "02-11 02-24 04-08 04-28 09-29 09-30",
    ),
    // 5月1日 by this notice; to the 4th by that of 22 March 2019 (国办发明电〔2019〕3号).
    (
        2019,
        15,
        "2018-12-30..2019-01-01 02-04..02-10 04-05 05-01..05-04 06-07 09-13 10-01..10-07",
        "2018-12-29 02-02 02-03 04-28 05-05 09-29 10-12",
    ),
    // To 30 January by this notice; to 2 February by that of 26 January 2020 (国办发明电〔2020〕1号).
    (
        2020,
        16,
        "01-01 01-24..02-02 04-04..04-06 05-01..05-05 06-25..06-27 10-01..10-08",
        "01-19 04-26 05-09 06-28 09-27 10-10",
    ),
    (
        2021,
        27,
        "01-01..01-03 02-11..02-17 04-03..04-05 05-01..05-05 06-12..06-14 09-19..09-21 10-01..10-07",
        "02-07 02-20 04-25 05-08 09-18 09-26 10-09",
    ),
    (
        2022,
        11,
        "01-01..01-03 01-31..02-06 04-03..04-05 04-30..05-04 06-03..06-05 09-10..09-12 10-01..10-07",
        "01-29 01-30 04-02 04-24 05-07 10-08 10-09",
    ),
    (
        2023,
        16,
        "2022-12-31..2023-01-02 01-21..01-27 04-05 04-29..05-03 06-22..06-24 09-29..10-06",
        "01-28 01-29 04-23 05-06 06-25 10-07 10-08",
    ),
    (
        2024,
        7,
        "01-01 02-10..02-17 04-04..04-06 05-01..05-05 06-10 09-15..09-17 10-01..10-07",
        "02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12",
    ),
    (
        2025,
        12,
        "01-01 01-28..02-04 04-04..04-06 05-01..05-05 05-31..06-02 10-01..10-08",
        "01-26 02-08 04-27 09-28 10-11",
    ),
    (
        2026,
        7,
        "01-01..01-03 02-15..02-23 04-04..04-06 05-01..05-05 06-19..06-21 09-25..09-27 10-01..10-07",
        "01-04 02-14 02-28 05-09 09-20 10-10",
    ),
];

fn days(year: i32, words: &str) -> BTreeSet<NaiveDate> {
    let day = |text: &str| match text.len() {
        5 => format!("{year}-{text}").parse().unwrap(),
        _ => text.parse::<NaiveDate>().unwrap(),
    };
    let span = |word: &str| {
        let (first, last) = word.split_once("..").unwrap_or((word, word));
        let last = day(last);
        day(first).iter_days().take_while(move |day| *day <= last).collect::<Vec<_>>()
    };
    words.split(' ').flat_map(span).collect()
}

#[test]
fn every_year_is_what_its_notice_says() {
    let shipped = shipped().unwrap();
    for (year, number, off, worked) in NOTICES {
        let (off, worked) = (days(year, off), days(year, worked));
        for (day, kind) in
            off.iter().map(|d| (d, DayKind::Holiday)).chain(worked.iter().map(|d| (d, DayKind::Workday)))
        {
            assert!(shipped.iter().any(|one| one.date == *day && one.kind == kind), "{day} is missing");
        }
        let title = format!("国务院办公厅关于{year}年部分节假日安排的通知");
        for one in shipped.iter().filter(|one| one.source.starts_with(&title)) {
            assert_eq!(one.source, format!("{title}（国办发明电〔{}〕{number}号）", year - 1));
            let weekend = one.date.weekday().num_days_from_monday() >= 5; // days joined to a weekend hold the weekend too
            let said = match one.kind {
                DayKind::Workday => worked.contains(&one.date),
                DayKind::Holiday => weekend || off.contains(&one.date),
            };
            assert!(said, "{} is not in the notice", one.date);
        }
    }
}
