//! What a ledger (台账) says: columns with types and rows, described once for screen, workbook and paper.
//!
//! It deliberately does no sorting or filtering: it prints exactly what it is given.
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
    /// A calendar date.
    Date,
}

/// One value.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing.
    Empty,
    /// Words.
    Text(String),
    /// A number.
    Number(f64),
    /// A date.
    Date(chrono::NaiveDate),
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

impl std::fmt::Display for Value {
    /// As printed on paper: numbers without a needless fraction, dates as `2016-08-30`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Empty => Ok(()),
            Self::Text(words) => f.write_str(words),
            Self::Number(number) => write!(f, "{number}"),
            Self::Date(date) => write!(f, "{}", date.format("%Y-%m-%d")),
        }
    }
}

/// Refuses a ledger that cannot be printed whole: without columns, or with values that have no column or are no number.
pub(crate) fn check(ledger: &Ledger) -> Result<(), Fault> {
    if ledger.columns.is_empty() {
        return Err(Fault::new(format!("台账《{}》一列也没有，无法输出，请至少选择一列。", ledger.title)));
    }
    for (r, row) in ledger.rows.iter().enumerate() {
        if row.len() > ledger.columns.len() {
            return Err(Fault::new(format!(
                "台账《{}》第 {} 行有 {} 个值，表头只有 {} 列，无法输出。",
                ledger.title,
                r + 1,
                row.len(),
                ledger.columns.len()
            )));
        }
        for (value, column) in row.iter().zip(&ledger.columns) {
            if matches!(value, Value::Number(number) if !number.is_finite()) {
                return Err(Fault::new(format!(
                    "台账《{}》第 {} 行“{}”不是有效的数，无法输出。",
                    ledger.title,
                    r + 1,
                    column.title
                )));
            }
        }
    }
    Ok(())
}

impl Column {
    /// A column.
    pub fn new(title: &str, kind: Kind, width: u16) -> Self {
        Self { title: title.into(), kind, width }
    }
}
