//! Lists of bare names, which minutes set in columns.
use super::marks;

/// Width in characters of a column for these entries, if all are bare names and more than one: that of the longest, at
/// least three, since two characters are drawn out to three.
pub fn column(entries: &[String]) -> Option<usize> {
    let names = entries.len() > 1 && entries.iter().all(|entry| is_name(entry));
    let longest = entries.iter().map(|name| name.chars().count()).max().unwrap_or(3);
    names.then_some(longest.max(3))
}

/// A bare Chinese name of two to four characters.
fn is_name(entry: &str) -> bool {
    (2..=4).contains(&entry.chars().count())
        && entry.chars().all(|ch| ch > '\u{2E7F}' && !marks::not_first(ch))
}
