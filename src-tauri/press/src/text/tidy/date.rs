//! Dates as official paper prints them: 2016年8月30日, without leading zeros (GB/T 9704-2012, 7.3.5.4).
use chrono::NaiveDate;

/// A date however it was typed — 2016-08-30, 2016.8.30, 2016/8/30, 2016年08月30日, 二〇一六年八月三十日 — as it is printed; `None`
/// if it is no day of the calendar.
pub fn printed_date(text: &str) -> Option<String> {
    let text: String = text.chars().filter(|ch| !ch.is_whitespace()).map(plain).collect();
    let parts: Vec<&str> = match text.split_once('年') {
        Some((year, rest)) => {
            let (month, day) = rest.split_once('月')?;
            vec![year, month, day.strip_suffix(['日', '号'])?]
        }
        None => text.split(['-', '.', '/']).collect(),
    };
    let [year, month, day] = parts.as_slice() else { return None };
    let (year, month, day) = (year_of(year)?, count(month)?, count(day)?);
    NaiveDate::from_ymd_opt(year, month, day).map(|_| format!("{year}年{month}月{day}日"))
}

fn plain(ch: char) -> char {
    match ch {
        '０'..='９' => char::from_u32(ch as u32 - 0xFEE0).unwrap_or(ch),
        '－' | '—' | '–' => '-',
        '．' | '。' => '.',
        '／' => '/',
        '零' | '○' | 'Ｏ' | 'O' => '〇',
        _ => ch,
    }
}

fn numeral(ch: char) -> Option<u32> {
    "〇一二三四五六七八九".chars().position(|other| other == ch).and_then(|n| u32::try_from(n).ok())
}

fn year_of(text: &str) -> Option<i32> {
    let digits: Option<String> = text
        .chars()
        .map(|ch| ch.to_digit(10).or_else(|| numeral(ch)).and_then(|n| char::from_digit(n, 10)))
        .collect();
    digits.filter(|digits| digits.len() == 4)?.parse().ok()
}

/// 8, 08, 八, 三十, 二十一.
fn count(text: &str) -> Option<u32> {
    if text.chars().all(|ch| ch.is_ascii_digit()) {
        return text.parse().ok().filter(|_| (1..=2).contains(&text.len()));
    }
    match text.split_once('十') {
        None => text.chars().next().filter(|_| text.chars().count() == 1).and_then(numeral),
        Some((tens, ones)) => {
            let part = |text: &str, empty| {
                if text.is_empty() { Some(empty) } else { count(text).filter(|n| *n < 10) }
            };
            Some(part(tens, 1)? * 10 + part(ones, 0)?)
        }
    }
}
