//! When something arrived, as clerks type it beside a unit: nothing for now, `24`, `24 16:30`, `11-24 16:30`, a whole date.
//! Pure.
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};

use super::month::Month;
use crate::kernel::refusal::{Refusal, Result};

/// What was typed as a moment. A day alone means its noon; on the due day itself the hour must be said where it counts.
///
/// # Errors
/// Refuses what is no moment, lies ahead, or lies before the month.
pub fn moment(typed: &str, month: Month, limit: NaiveDateTime, now: NaiveDateTime) -> Result<NaiveDateTime> {
    let tidy = tidy(typed);
    if tidy.is_empty() {
        return Ok(now);
    }
    let no = |words: String, hint: &str| Err(Refusal::refused(words).hint(hint));
    let mut words = tidy.split_whitespace();
    let day = words.next().and_then(|day| self::day(day, month));
    let time = words.next().map(|time| NaiveTime::parse_from_str(time, "%H:%M").ok());
    let (Some(day), false, false) = (day, time == Some(None), words.next().is_some()) else {
        return no(
            format!("“{typed}”不是送达时间。"),
            "请写成 24、24 16:30 或 2016-11-24 16:30；不填即为现在。",
        );
    };
    let hour_counts = limit.time() != NaiveTime::from_hms_opt(23, 59, 59).unwrap_or_default();
    let at = match time.flatten() {
        Some(time) => day.and_time(time),
        None if day == now.date() => now,
        None if day == limit.date() && hour_counts => {
            return no(
                format!("{}是报送时限当天，须写明几时送达。", day.format("%-m月%-d日")),
                "请写成 25 16:30。",
            );
        }
        None => day.and_time(NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default()),
    };
    if at > now {
        return no(format!("送达时间{}还没有到。", at.format("%Y-%m-%d %H:%M")), "请按实际送达时间填写。");
    }
    if at.date() < month.first() {
        return no(
            format!("送达时间{}早于{}。", at.format("%Y-%m-%d"), month.label()),
            "当月的信息应在当月及以后送达，请核对月份和日期。",
        );
    }
    Ok(at)
}

fn tidy(typed: &str) -> String {
    let half = typed.trim().chars().map(|c| match c {
        '０'..='９' => char::from(b'0' + (c as u32 - '０' as u32) as u8),
        '：' => ':',
        '年' | '月' | '/' | '.' => '-',
        '日' | '号' | 'T' | '\u{3000}' => ' ',
        other => other,
    });
    half.collect::<String>().trim().to_owned()
}

fn day(word: &str, month: Month) -> Option<NaiveDate> {
    let parts: Vec<&str> = word.split('-').collect();
    match parts[..] {
        [day] => month.first().with_day(day.parse().ok()?),
        // A month earlier in the year belongs to the next one: December's report that came in January.
        [m, day] => {
            let m: u32 = m.parse().ok()?;
            let year = if m < month.month() { month.year() + 1 } else { month.year() };
            NaiveDate::from_ymd_opt(year, m, day.parse().ok()?)
        }
        [year, m, day] if year.len() == 4 => {
            NaiveDate::from_ymd_opt(year.parse().ok()?, m.parse().ok()?, day.parse().ok()?)
        }
        _ => None,
    }
    .filter(|day| day.year() < 3000)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S").unwrap()
    }

    #[test]
    fn what_clerks_type_is_read_and_what_cannot_be_is_said() {
        let now = at("2017-01-03 10:20:30");
        let typed = |typed: &str, limit: &str| moment(typed, "2016-12".parse().unwrap(), at(limit), now);
        let whole = "2016-12-25 23:59:59";
        for (words, wanted) in [
            ("", "2017-01-03 10:20:30"),
            ("24", "2016-12-24 12:00:00"),
            ("24 16:30", "2016-12-24 16:30:00"),
            ("２４日 ８：０５", "2016-12-24 08:05:00"),
            ("12月24日 16:30", "2016-12-24 16:30:00"),
            ("1-2 09:00", "2017-01-02 09:00:00"),
            ("1.3", "2017-01-03 10:20:30"),
            ("2016-12-25", "2016-12-25 12:00:00"),
        ] {
            assert_eq!(typed(words, whole).unwrap(), at(wanted), "{words}");
        }
        for (words, says) in [
            ("昨天", "不是"),
            ("32", "不是"),
            ("24 25:00", "不是"),
            ("1-3 11:00", "还没有到"),
            ("2016-11-30", "早于2016年12月"),
        ] {
            assert!(typed(words, whole).unwrap_err().message.contains(says), "{words}");
        }
        assert!(typed("25", "2016-12-25 18:00:00").unwrap_err().message.contains("须写明几时"));
        assert!(typed("25 18:00", "2016-12-25 18:00:00").is_ok());
    }
}
