//! Small checks that every command of this room makes, and whose forms these are.
use chrono::NaiveDate;

use crate::kernel::desk::Desk;
use crate::kernel::refusal::{Refusal, Result};
pub use crate::kernel::written::date;

/// Words that must be there.
pub fn needed<'a>(words: &'a str, what: &str) -> Result<&'a str> {
    match words.trim() {
        "" => Err(Refusal::refused(format!("没有填写{what}。")).hint(format!("请填写{what}后再提交。"))),
        words => Ok(words),
    }
}

/// A day that is not ahead and not before `first`.
pub fn past(on: NaiveDate, first: NaiveDate, today: NaiveDate, what: &str) -> Result<NaiveDate> {
    let no = |words: String| Err(Refusal::refused(words).hint("请按实际日期填写。"));
    if on > today {
        return no(format!("{what}{}还没有到。", date(on)));
    }
    if on < first {
        return no(format!("{what}{}早于{}。", date(on), date(first)));
    }
    Ok(on)
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

/// Whose forms these are.
pub fn letterhead(desk: &Desk<'_>) -> press::forms::Letterhead {
    let (group, office) = (&desk.profile.group, &desk.profile.office);
    press::forms::Letterhead {
        group: group.name.clone(),
        group_short: group.short.clone(),
        office: office.name.clone(),
        office_short: office.short.clone(),
        printed_on: date(desk.today()),
    }
}
