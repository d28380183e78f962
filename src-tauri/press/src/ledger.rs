//! What a ledger (台账) says: columns with types and rows, described once for screen, workbook and paper.
//!
//! A ledger of a room is small and holds its rows; one of a hundred thousand rows is a [`Head`] with rows that come one
//! after the other. It deliberately does no sorting or filtering: it prints exactly what it is given.
use chrono::{NaiveDate, NaiveDateTime};

use crate::Fault;

/// What a column holds; decides alignment and the workbook's number format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text,
    /// Words kept as text although they look like a number (phones, numbers with leading zeros).
    Code,
    /// A whole or decimal number.
    Number,
    /// A share: 0.853 is shown as 85.3%.
    Percent,
    /// A calendar date.
    Date,
    /// A day with its time, to the second.
    Moment,
}

/// One value.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing.
    Empty,
    /// Words.
    Text(String),
    /// A number; in a column of shares 1.0 is the whole.
    Number(f64),
    /// A date.
    Date(NaiveDate),
    /// A day with its time.
    Moment(NaiveDateTime),
}

/// What stands under a column in the last row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Total {
    /// Nothing.
    #[default]
    None,
    /// The sum of its numbers.
    Sum,
    /// How many of its cells are filled.
    Count,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its head.
    pub title: String,
    /// What it holds.
    pub kind: Kind,
    /// Width in characters of the workbook's standard face.
    pub width: u16,
    /// What stands under it in the totals row (合计); there is such a row if any column has a total.
    pub total: Total,
}

/// A ledger.
#[derive(Debug, Clone, PartialEq)]
pub struct Ledger {
    /// Title over the head.
    pub title: String,
    /// One line under the title: office, filter, date, who made it.
    pub note: String,
    /// Columns.
    pub columns: Vec<Column>,
    /// Rows, each as long as the columns.
    pub rows: Vec<Vec<Value>>,
}

/// A ledger without its rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head<'a> {
    /// Title over the head.
    pub title: &'a str,
    /// One line under the title; may be empty.
    pub note: &'a str,
    /// Columns.
    pub columns: &'a [Column],
}

impl Ledger {
    /// Everything but the rows.
    pub fn head(&self) -> Head<'_> {
        Head { title: &self.title, note: &self.note, columns: &self.columns }
    }
}

impl Column {
    /// A column without a total.
    pub fn new(title: &str, kind: Kind, width: u16) -> Self {
        Self { title: title.into(), kind, width, total: Total::None }
    }
    /// The same with its sum in the last row.
    pub fn summed(self) -> Self {
        Self { total: Total::Sum, ..self }
    }
    /// The same with the number of filled cells in the last row.
    pub fn counted(self) -> Self {
        Self { total: Total::Count, ..self }
    }
}

impl std::fmt::Display for Value {
    /// As printed on paper: numbers without a needless fraction, dates as `2016-08-30`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Empty => Ok(()),
            Self::Text(words) => f.write_str(words),
            Self::Number(number) => write!(f, "{number}"),
            Self::Date(date) => write!(f, "{}", date.format("%Y-%m-%d")),
            Self::Moment(at) => write!(f, "{}", at.format("%Y-%m-%d %H:%M:%S")),
        }
    }
}

impl Value {
    /// The value as a column of this kind prints it.
    pub fn shown(&self, kind: Kind) -> String {
        match self {
            Self::Number(share) if kind == Kind::Percent => format!("{:.1}%", share * 100.0),
            other => other.to_string(),
        }
    }

    fn is_filled(&self) -> bool {
        !matches!(self, Self::Empty) && *self != Self::Text(String::new())
    }
}

/// Adds up the columns that have a total while the rows go by.
#[derive(Debug)]
pub(crate) struct Totals {
    /// For each column what it adds up and how far it is.
    sums: Vec<(Total, f64)>,
    rows: usize,
}

impl Totals {
    pub fn of(columns: &[Column]) -> Self {
        Self { sums: columns.iter().map(|column| (column.total, 0.0)).collect(), rows: 0 }
    }

    pub fn add(&mut self, row: &[Value]) {
        self.rows += 1;
        for ((total, sum), value) in self.sums.iter_mut().zip(row) {
            match (*total, value) {
                (Total::Sum, Value::Number(number)) => *sum += number,
                (Total::Count, value) if value.is_filled() => *sum += 1.0,
                _ => {}
            }
        }
    }

    /// The last row; `None` if no column has a total or there is nothing to add up.
    pub fn row(&self) -> Option<Vec<Value>> {
        if self.rows == 0 || self.sums.iter().all(|(total, _)| *total == Total::None) {
            return None;
        }
        // Binary fractions leave dust (0.1 + 0.2) that no office wrote down.
        let tidy = |sum: f64| (sum * 1e6).round() / 1e6;
        let mut row: Vec<Value> = self
            .sums
            .iter()
            .map(|(total, sum)| match total {
                Total::None => Value::Empty,
                _ => Value::Number(tidy(*sum)),
            })
            .collect();
        if let Some(first @ Value::Empty) = row.first_mut() {
            *first = Value::Text("合计".into());
        }
        Some(row)
    }
}

/// Refuses a ledger without columns, or one that adds up what is no number.
pub(crate) fn check_head(head: Head<'_>) -> Result<(), Fault> {
    if head.columns.is_empty() {
        return Err(Fault::new(format!("台账《{}》一列也没有，无法输出，请至少选择一列。", head.title)));
    }
    let adds = |column: &&Column| column.total == Total::Sum;
    let is_number = |column: &Column| matches!(column.kind, Kind::Number | Kind::Percent);
    match head.columns.iter().filter(adds).find(|column| !is_number(column)) {
        Some(column) => Err(Fault::new(format!(
            "台账《{}》的“{}”不是数字列，不能合计，请改为计数。",
            head.title, column.title
        ))),
        None => Ok(()),
    }
}

/// Refuses a row (from 1) that cannot be printed whole: with values that have no column or are no number.
pub(crate) fn check_row(head: Head<'_>, number: usize, row: &[Value]) -> Result<(), Fault> {
    let (title, columns) = (head.title, head.columns);
    if row.len() > columns.len() {
        return Err(Fault::new(format!(
            "台账《{title}》第 {number} 行有 {} 个值，表头只有 {} 列，无法输出。",
            row.len(),
            columns.len()
        )));
    }
    let is_number = |value: &Value| !matches!(value, Value::Number(number) if !number.is_finite());
    match row.iter().zip(columns).find(|(value, _)| !is_number(value)) {
        Some((_, column)) => Err(Fault::new(format!(
            "台账《{title}》第 {number} 行“{}”不是有效的数，无法输出。",
            column.title
        ))),
        None => Ok(()),
    }
}
