//! The rules of time once more, by examples from a calendar.
use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn the_day_of_the_reply_decides_whether_an_item_was_in_time() {
    let stands = |stage, reply: Option<&str>, today| {
        let times = Times { stage, due_on: day("2016-11-30"), reply_on: reply.map(day) };
        timing(&times, day(today), 5)
    };
    for (stage, reply, today, wanted) in [
        (Stage::Open, None, "2016-11-24", Timing::Ahead),
        (Stage::Open, None, "2016-11-25", Timing::Near),
        (Stage::Open, None, "2016-11-30", Timing::Near),
        (Stage::Open, None, "2016-12-01", Timing::Overdue),
        (Stage::Registered, None, "2016-12-01", Timing::Overdue),
        (Stage::Replied, Some("2016-11-30"), "2016-12-20", Timing::InTime),
        (Stage::Replied, Some("2016-12-01"), "2016-12-20", Timing::Late),
        (Stage::Accepted, Some("2016-11-30"), "2016-12-20", Timing::InTime),
        (Stage::Accepted, Some("2016-12-01"), "2016-12-20", Timing::Late),
        (Stage::Suspended, None, "2016-12-20", Timing::Paused),
        (Stage::Closed, None, "2016-12-20", Timing::Ended),
        (Stage::Withdrawn, None, "2016-12-20", Timing::Ended),
    ] {
        assert_eq!(stands(stage, reply, today), wanted, "{stage:?} {reply:?} {today}");
    }
}

#[test]
fn periods_fall_between_the_notice_and_the_last_day() {
    let of = |rhythm| -> Vec<String> {
        let all = periods(rhythm, day("2016-09-10"), day("2016-12-31"));
        all.iter().map(|day| day.format("%m-%d").to_string()).collect()
    };
    assert_eq!(of(Rhythm::Once), Vec::<String>::new());
    assert_eq!(of(Rhythm::Monthly), ["09-30", "10-31", "11-30"], "the last day is the reply's");
    assert_eq!(of(Rhythm::Quarterly), ["09-30"]);
    assert_eq!(of(Rhythm::HalfMonth), ["09-15", "09-30", "10-15", "10-31", "11-15", "11-30", "12-15"]);
    assert_eq!(of(Rhythm::Weekly)[..3], ["09-17", "09-24", "10-01"]);
    let leap = periods(Rhythm::Monthly, day("2016-02-01"), day("2016-03-10"));
    assert_eq!(leap, [day("2016-02-29")]);
}

#[test]
fn a_period_is_reported_late_missing_excused_or_to_come() {
    let days = periods(Rhythm::Monthly, day("2016-06-10"), day("2016-12-31"));
    let reported = [(day("2016-06-30"), day("2016-06-30")), (day("2016-07-31"), day("2016-08-02"))];
    let pause = [(day("2016-09-20"), Some(day("2016-10-10")))];
    let seen = judged(&days, &reported, &pause, None, day("2016-11-15"));
    let states: Vec<&str> = seen.iter().map(|period| period.state.key()).collect();
    assert_eq!(states, ["reported", "late", "missing", "paused", "missing", "coming"]);
    assert_eq!(belongs(&seen), Some(day("2016-08-31")), "the oldest gap first");
    let over = judged(&days, &reported, &pause, Some(day("2016-08-15")), day("2016-11-15"));
    assert_eq!(over.len(), 2, "after the reply nothing is asked");
    assert_eq!(belongs(&over), None);
}

#[test]
fn a_pause_puts_the_last_day_off_unless_it_was_over_already() {
    let (from, to) = (day("2016-10-01"), day("2016-10-11"));
    assert_eq!(after_pause(day("2016-10-20"), from, to), day("2016-10-30"));
    assert_eq!(after_pause(day("2016-10-01"), from, to), day("2016-10-11"), "on its last day it still runs");
    assert_eq!(after_pause(day("2016-09-30"), from, to), day("2016-09-30"));
}

#[test]
fn escalation_goes_step_by_step() {
    let rule = |key: &str, after_days| EscalationRule {
        key: key.into(),
        label: key.into(),
        after_days,
        article: None,
    };
    let rules =
        FollowupRules { escalation: vec![rule("deputy", 7), rule("leader", 15)], ..FollowupRules::default() };
    let next = |taken: &[&str]| {
        let taken: Vec<String> = taken.iter().map(|key| (*key).to_owned()).collect();
        next_escalation(&rules, &taken, day("2016-11-01")).map(|(step, from)| (step.key.clone(), from))
    };
    assert_eq!(next(&[]), Some(("deputy".into(), day("2016-11-08"))));
    assert_eq!(next(&["deputy"]), Some(("leader".into(), day("2016-11-16"))));
    assert_eq!(next(&["deputy", "leader"]), None);
}
