//! Points for reporting and use (第二十三条), from facts and the points of the profile. Pure.
//!
//! A report scores once it is whole, more if it was on time. A use scores as short where it stands with other units' or
//! has fewer characters than the profile names, else as one of its own; a unit scores once for an item of an issue.
use std::collections::BTreeMap;

use super::kinds::ReportStatus;
use crate::kernel::report_rules::ReportPoints;

/// How a unit's writing was used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Used {
    /// Together with others, or short.
    Short,
    /// As an item of its own.
    Alone,
    /// By a higher level.
    Higher,
}

/// How an item of so many characters from so many units counts.
pub fn used(units: usize, characters: u32, points: &ReportPoints) -> Used {
    if units > 1 || characters < points.short_below { Used::Short } else { Used::Alone }
}

/// A unit's figures of a span.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Tally {
    /// Months in which it owed a report.
    pub owed: u32,
    /// Whole reports.
    pub reported: u32,
    /// On time.
    pub on_time: u32,
    /// Late.
    pub late: u32,
    /// Pieces that it sent.
    pub items: u32,
    /// Used short.
    pub short: u32,
    /// Used alone.
    pub alone: u32,
    /// Used by a higher level.
    pub higher: u32,
}

impl Tally {
    /// Adds a report's status and pieces.
    pub fn report(&mut self, status: ReportStatus, items: u32) {
        self.owed += u32::from(status != ReportStatus::Released);
        self.on_time += u32::from(status == ReportStatus::OnTime);
        self.late += u32::from(status == ReportStatus::Late);
        self.reported = self.on_time + self.late;
        self.items += items;
    }
    /// Adds a use.
    pub fn used(&mut self, used: Used) {
        match used {
            Used::Short => self.short += 1,
            Used::Alone => self.alone += 1,
            Used::Higher => self.higher += 1,
        }
    }
    /// Points for reporting.
    pub fn report_mark(&self, points: &ReportPoints) -> f64 {
        f64::from(self.reported) * points.report + f64::from(self.on_time) * points.on_time
    }
    /// Points for use.
    pub fn used_mark(&self, points: &ReportPoints) -> f64 {
        f64::from(self.short) * points.used_short
            + f64::from(self.alone) * points.used_alone
            + f64::from(self.higher) * points.used_higher
    }
    /// Both.
    pub fn mark(&self, points: &ReportPoints) -> f64 {
        self.report_mark(points) + self.used_mark(points)
    }
    /// 零报送: it owed reports and sent no whole one.
    pub fn none_reported(&self) -> bool {
        self.owed > 0 && self.reported == 0
    }
    /// 零采用.
    pub fn none_used(&self) -> bool {
        self.short + self.alone + self.higher == 0
    }
}

/// Places by points: equal points have one place, the next place is counted on (1, 2, 2, 4).
pub fn places(marks: &[f64]) -> Vec<u32> {
    let key = |mark: f64| (mark * 100.0).round() as i64;
    let mut better: BTreeMap<i64, u32> = BTreeMap::new();
    for mark in marks {
        *better.entry(key(*mark)).or_insert(0) += 1;
    }
    let place = |mark: &f64| better.range(key(*mark) + 1..).map(|(_, n)| n).sum::<u32>() + 1;
    marks.iter().map(place).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn points_are_those_of_the_profile() {
        let points = ReportPoints {
            report: 2.0,
            on_time: 1.0,
            used_short: 1.0,
            used_alone: 3.0,
            used_higher: 5.0,
            short_below: 200,
        };
        let mut tally = Tally::default();
        for (status, items) in [
            (ReportStatus::OnTime, 5),
            (ReportStatus::Late, 3),
            (ReportStatus::Incomplete, 1),
            (ReportStatus::Missing, 0),
            (ReportStatus::Released, 0),
        ] {
            tally.report(status, items);
        }
        assert_eq!((tally.owed, tally.reported, tally.items), (4, 2, 9));
        assert_eq!(tally.report_mark(&points), 5.0);
        for one in [Used::Short, Used::Alone, Used::Alone, Used::Higher] {
            tally.used(one);
        }
        assert_eq!((tally.used_mark(&points), tally.mark(&points)), (12.0, 17.0));
        assert!(!tally.none_reported() && !tally.none_used());
        assert!(!Tally::default().none_reported(), "who owes nothing is not named");
        for (units, characters, wanted) in
            [(1, 200, Used::Alone), (1, 199, Used::Short), (2, 900, Used::Short), (0, 900, Used::Alone)]
        {
            assert_eq!(used(units, characters, &points), wanted, "{units} {characters}");
        }
    }

    #[test]
    fn equal_points_share_a_place() {
        assert_eq!(places(&[5.0, 9.0, 9.0, 1.0, 5.0]), [3, 1, 1, 5, 3]);
        assert_eq!(places(&[]), Vec::<u32>::new());
    }

    proptest! {
        #[test]
        fn whoever_has_more_points_never_stands_behind(marks in proptest::collection::vec(0.0f64..100.0, 0..60)) {
            let places = places(&marks);
            for (i, a) in marks.iter().enumerate() {
                for (j, b) in marks.iter().enumerate() {
                    if (a * 100.0).round() > (b * 100.0).round() {
                        prop_assert!(places[i] < places[j]);
                    }
                }
            }
        }
    }
}
