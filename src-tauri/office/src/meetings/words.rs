//! How meetings, days and numbers are written in notices, minutes and lists. Pure.
use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike, Weekday};

use super::kinds::{MeetingKind, MeetingStage};
use crate::kernel::profile::Profile;
pub use crate::kernel::written::date;
use crate::registry::PostKind;

/// The name of a kind under the rules.
pub fn kind(kind: MeetingKind, profile: &Profile) -> String {
    match kind {
        MeetingKind::Joint => profile.meetings.name.clone(),
        MeetingKind::Special => profile.meetings.special_name.clone(),
    }
}

/// A post of the group by its stored key.
pub fn post(key: &str, profile: &Profile) -> String {
    PostKind::from_key(key).map(|post| post.words(profile)).unwrap_or_default()
}

/// `2016年第11次联席会议`; without a number the month and how far it is.
pub fn meeting_name(
    of: MeetingKind,
    year: i32,
    running: Option<u32>,
    day: NaiveDate,
    stage: MeetingStage,
    profile: &Profile,
) -> String {
    let name = kind(of, profile);
    match running {
        Some(n) => format!("{year}年第{n}次{name}"),
        None => format!("{}年{}月{name}（{}）", day.year(), day.month(), stage.label()),
    }
}

/// `上午`, `下午` or `晚上`.
pub fn part_of_day(at: NaiveDateTime) -> &'static str {
    match at.hour() {
        0..12 => "上午",
        12..18 => "下午",
        _ => "晚上",
    }
}

/// `2016年11月17日（星期四）15:00`.
pub fn date_time(at: NaiveDateTime) -> String {
    format!("{}（星期{}）{}", date(at.date()), weekday(at.weekday()), at.format("%-H:%M"))
}

fn weekday(day: Weekday) -> &'static str {
    ["一", "二", "三", "四", "五", "六", "日"][day.num_days_from_monday() as usize]
}

/// `一` to `九十九` for headings; larger numbers in digits.
pub fn chinese(n: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    match n {
        1..=9 => DIGITS[n].into(),
        10..=19 => format!("十{}", DIGITS[n - 10]),
        20..=99 => format!("{}十{}", DIGITS[n / 10], DIGITS[n % 10]),
        _ => n.to_string(),
    }
}

/// A sentence without the stop at its end, so that one can be set after it.
pub fn without_stop(text: &str) -> &str {
    text.trim().trim_end_matches(['。', '；', ';', '.'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_as_in_official_letters() {
        let at = "2016-11-17T15:00:00".parse().unwrap();
        assert_eq!(date_time(at), "2016年11月17日（星期四）15:00");
        assert_eq!(part_of_day("2016-11-17T09:30:00".parse().unwrap()), "上午");
    }

    #[test]
    fn numbers_of_headings_are_chinese() {
        let written: Vec<String> = [1, 9, 10, 11, 20, 21, 99].into_iter().map(chinese).collect();
        assert_eq!(written, ["一", "九", "十", "十一", "二十", "二十一", "九十九"]);
    }

    #[test]
    fn a_stop_at_the_end_is_not_doubled() {
        assert_eq!(without_stop("于12月底前完成。"), "于12月底前完成");
    }
}
