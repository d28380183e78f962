//! How days are written in letters, forms and refusals. Pure.
use chrono::NaiveDate;

/// `2016年11月17日`, as official documents write it: Arabic digits without leading zeros (GB/T 9704-2012, 7.3.5.4).
pub fn date(day: NaiveDate) -> String {
    day.format("%Y年%-m月%-d日").to_string()
}
