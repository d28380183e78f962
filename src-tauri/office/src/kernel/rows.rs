//! Rows meant and found, pages of a ledger and their order: every list query has a limit, and is ordered only by columns that it names itself.
use chrono::NaiveDate;
use rusqlite::{Row, Statement, ToSql};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::people_words::reading;
use crate::kernel::refusal::{Refusal, Result};

/// One row was meant by a guarded change: none means that somebody was there before.
///
/// # Errors
/// Refuses as stale.
pub fn one(changed: usize) -> Result<()> {
    if changed == 1 { Ok(()) } else { Err(Refusal::stale()) }
}

/// The row asked for.
///
/// # Errors
/// Says plainly what is missing.
pub fn found<T>(result: rusqlite::Result<T>, what: &str) -> Result<T> {
    result.map_err(|error| match error {
        rusqlite::Error::QueryReturnedNoRows => Refusal::not_found(what),
        other => other.into(),
    })
}

/// Which part of a list is wanted.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Slice {
    /// Rows to leave out before the first.
    pub offset: u32,
    /// Rows wanted, 500 at most.
    pub limit: u32,
}

impl Default for Slice {
    fn default() -> Self {
        Self { offset: 0, limit: 100 }
    }
}

impl Slice {
    /// The limit that is really used.
    pub fn bounded(self) -> u32 {
        self.limit.clamp(1, 500)
    }
}

/// A part of a list with the number of all rows.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Rows<T> {
    /// The rows asked for.
    pub rows: Vec<T>,
    /// How many there are in all.
    pub total: u32,
}

/// The part that is wanted of rows that are all there.
pub fn part<T>(rows: Vec<T>, slice: Slice) -> Rows<T> {
    let total = rows.len() as u32;
    let rows = rows.into_iter().skip(slice.offset as usize).take(slice.bounded() as usize).collect();
    Rows { rows, total }
}

/// A list, or anything else, as it is stored.
pub fn json<T: Serialize + ?Sized>(list: &T) -> Result<String> {
    Ok(serde_json::to_string(list)?)
}

/// A list, or anything else kept as JSON, from its column.
pub fn kept<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    serde_json::from_str(&text)
        .map_err(|e| rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, Box::new(e)))
}

/// A list from its column.
pub fn list<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> rusqlite::Result<Vec<T>> {
    kept(row, column)
}

/// The rows of a query that counts all of them in its column `total`.
pub fn page<T>(
    query: &mut Statement<'_>,
    given: &[(&str, &dyn ToSql)],
    read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Rows<T>> {
    let mut total = 0;
    let found = query.query_map(given, |row| {
        total = row.get("total")?;
        read(row)
    })?;
    let rows = found.collect::<rusqlite::Result<_>>()?;
    Ok(Rows { rows, total })
}

/// The order that a person chose by a click on a column's head. Rows without a value come last either way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Order {
    /// Key of the column.
    pub by: String,
    /// Downwards.
    pub desc: bool,
}

/// The words after `ORDER BY`: the column asked for, if the list knows it, then the list's usual order.
///
/// `known` pairs a column's key with its SQL; Chinese is compared by `reading(…)`.
///
/// # Errors
/// Refuses a column that the list does not know.
pub fn order_by(order: Option<&Order>, known: &[(&str, &str)], usual: &str) -> Result<String> {
    let Some(order) = order else { return Ok(usual.into()) };
    let sql = known.iter().find(|(key, _)| *key == order.by).ok_or_else(|| unknown(&order.by))?.1;
    let way = if order.desc { "DESC" } else { "ASC" };
    Ok(format!("coalesce({sql}, '') = '', {sql} {way}, {usual}"))
}

/// What a row that is no row of a table is compared by.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// Words, as they are read.
    Words(String),
    /// A count or a place.
    Count(i64),
    /// A day.
    Day(NaiveDate),
    /// No value.
    Nothing,
}

impl Key {
    /// Words; empty ones are no value.
    pub fn words(words: &str) -> Key {
        if words.is_empty() { Key::Nothing } else { Key::Words(reading(words)) }
    }
}

/// A column that can be sorted by: its key, and what its rows are compared by.
pub type SortColumn<T> = (&'static str, fn(&T) -> Key);

/// Puts rows into the order asked for; those that compare equal keep theirs.
///
/// # Errors
/// Refuses a column that is not in `known`.
pub fn arrange<T>(rows: &mut [T], order: Option<&Order>, known: &[SortColumn<T>]) -> Result<()> {
    let Some(order) = order else { return Ok(()) };
    let key = known.iter().find(|(key, _)| *key == order.by).ok_or_else(|| unknown(&order.by))?.1;
    if order.desc {
        rows.sort_by_cached_key(|row| match key(row) {
            Key::Nothing => (true, std::cmp::Reverse(Key::Nothing)),
            value => (false, std::cmp::Reverse(value)),
        });
    } else {
        rows.sort_by_cached_key(key);
    }
    Ok(())
}

fn unknown(by: &str) -> Refusal {
    Refusal::refused(format!("这份台账不能按“{by}”这一栏排序。")).hint("请点可以排序的栏目名称。")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(by: &str, desc: bool) -> Option<Order> {
        Some(Order { by: by.into(), desc })
    }

    #[test]
    fn rows_without_a_value_come_last_upwards_and_downwards() {
        let known: &[SortColumn<&str>] = &[("name", |name| Key::words(name))];
        let mut names = ["赵一", "", "白二", "钱三"];
        arrange(&mut names, order("name", false).as_ref(), known).unwrap();
        assert_eq!(names, ["白二", "钱三", "赵一", ""]);
        arrange(&mut names, order("name", true).as_ref(), known).unwrap();
        assert_eq!(names, ["赵一", "钱三", "白二", ""]);
    }

    #[test]
    fn only_columns_that_the_list_names_reach_the_query() {
        let known = [("name", "reading(name)")];
        let wild = order("name; DROP TABLE account", false);
        assert!(order_by(wild.as_ref(), &known, "id").unwrap_err().message.contains("不能按"));
        assert_eq!(order_by(None, &known, "id").unwrap(), "id");
        let down = order_by(order("name", true).as_ref(), &known, "id").unwrap();
        assert_eq!(down, "coalesce(reading(name), '') = '', reading(name) DESC, id");
    }
}
