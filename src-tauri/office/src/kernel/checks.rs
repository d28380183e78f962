//! The small checks that every command makes: words that must be there, days that can be meant, paper that proves a step. Pure.
use chrono::NaiveDate;

use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::written::date;

/// Words that must be there.
pub fn needed<'a>(words: &'a str, what: &str) -> Result<&'a str> {
    match words.trim() {
        "" => Err(Refusal::refused(format!("没有填写{what}。")).hint(format!("请填写{what}后再提交。"))),
        words => Ok(words),
    }
}

/// Names in a list: trimmed, empty ones left out; the same name twice is refused.
pub fn names(list: &[String], what: &str) -> Result<Vec<String>> {
    let mut names: Vec<String> = Vec::new();
    for name in list.iter().map(|name| name.trim()).filter(|name| !name.is_empty()) {
        if names.iter().any(|other| other == name) {
            return Err(Refusal::refused(format!("{what}里“{name}”写了两次。")).hint("请删去一个。"));
        }
        names.push(name.into());
    }
    Ok(names)
}

/// A day that is neither before `first` nor after today; `what` says which day, `since` what happened on `first`.
pub fn possible(
    on: NaiveDate,
    first: NaiveDate,
    today: NaiveDate,
    what: &str,
    since: &str,
) -> Result<NaiveDate> {
    if on < first {
        return Err(Refusal::refused(format!("{what}{}早于{since}之日（{}）。", date(on), date(first)))
            .hint("请按纸面上的日期填写。"));
    }
    if on > today {
        return Err(Refusal::refused(format!("{what}{}还没有到。", date(on))).hint("请按纸面上的日期填写。"));
    }
    Ok(on)
}

/// What proves a step that was taken on paper: a scan, or where the paper lies.
pub fn proof(scan: bool, basis: &str, what: &str, article: u8) -> Result<()> {
    if scan || !basis.trim().is_empty() {
        return Ok(());
    }
    Err(Refusal::refused(format!("没有{what}的纸面依据：须上传扫描件，或写明原件存放处。"))
        .hint("请上传签字页的扫描件。")
        .article(article))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_lies_between_what_came_before_and_today() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let on = |on: &str| possible(day(on), day("2016-11-10"), day("2016-11-20"), "签发日期", "送审");
        assert!(on("2016-11-10").is_ok() && on("2016-11-20").is_ok());
        assert!(on("2016-11-09").unwrap_err().message.contains("早于送审之日（2016年11月10日）"));
        assert!(on("2016-11-21").unwrap_err().message.contains("还没有到"));
    }

    #[test]
    fn lists_of_names_leave_out_blanks_and_refuse_doubles() {
        let list = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        assert_eq!(names(&list(&[" 示例县 ", "", "市质监局"]), "主送").unwrap(), ["示例县", "市质监局"]);
        assert!(names(&list(&["示例县", "示例县 "]), "主送").unwrap_err().message.contains("两次"));
    }
}
