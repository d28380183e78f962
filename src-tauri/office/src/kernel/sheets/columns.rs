//! Columns of a sheet that is filled in, said once: the template is made from them and the reader looks for them.
use press::ledger::Kind;
use press::template::TemplateColumn;

use super::workbook::{Sheet, Value};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Words.
    Words,
    /// A telephone number.
    Phone,
    /// A day.
    Day,
    /// A whole number from 1 to 9999.
    Whole,
}

/// One column.
#[derive(Debug, Clone)]
pub struct Column {
    /// Its head.
    pub title: &'static str,
    /// Must be filled in each row.
    pub required: bool,
    /// What it holds.
    pub holds: Holds,
    /// The only words allowed; any if empty.
    pub choices: Vec<String>,
    /// Longest text in characters.
    pub longest: usize,
    hint: &'static str,
    width: u16,
}

/// Longest text of a cell that names something, in characters.
const LONGEST: usize = 200;

/// A column of free entry.
pub fn column(title: &'static str, required: bool, holds: Holds, width: u16, hint: &'static str) -> Column {
    Column { title, required, holds, choices: Vec::new(), longest: LONGEST, hint, width }
}

/// The column as the template offers it.
pub fn offered(column: &Column) -> TemplateColumn {
    let kind = match column.holds {
        Holds::Words => Kind::Text,
        Holds::Phone => Kind::Code,
        Holds::Day => Kind::Date,
        Holds::Whole => Kind::Number,
    };
    let offered =
        TemplateColumn::new(column.title, kind, column.width, column.hint).one_of(column.choices.clone());
    if column.required { offered.required() } else { offered }
}

/// Where the columns stand in a sheet.
#[derive(Debug, Clone, Default)]
pub struct Head {
    /// Row of the head, from 0.
    pub row: u32,
    /// Place of each column, by its index; from 0.
    pub places: Vec<Option<u32>>,
    /// Heads that are no column of ours, with their place.
    pub unknown: Vec<(u32, String)>,
    /// Columns that stand there twice, with the second place.
    pub twice: Vec<(u32, &'static str)>,
}

/// Rows in which the head is looked for: many a file has a title or two above it.
const HEAD_WITHIN: u32 = 10;

/// Finds the head: the row in which most columns are found, at least two.
pub fn find_head(sheet: &Sheet, columns: &[Column]) -> Option<Head> {
    let heads = sheet.rows.range(..HEAD_WITHIN).map(|(row, _)| read_head(sheet, *row, columns));
    let found = |head: &Head| head.places.iter().flatten().count();
    heads.filter(|head| found(head) >= 2).max_by_key(|head| (found(head), u32::MAX - head.row))
}

fn read_head(sheet: &Sheet, row: u32, columns: &[Column]) -> Head {
    let mut head = Head { row, places: vec![None; columns.len()], ..Head::default() };
    for (place, cell) in sheet.rows.get(&row).into_iter().flatten() {
        let Value::Text(words) = &cell.value else { continue };
        let title = tidy(words);
        match columns.iter().position(|column| column.title == title) {
            Some(index) if head.places[index].is_some() => head.twice.push((*place, columns[index].title)),
            Some(index) => head.places[index] = Some(*place),
            None => head.unknown.push((*place, words.clone())),
        }
    }
    head
}

/// A title without spaces, stars and notes in brackets.
fn tidy(words: &str) -> String {
    let bare = words.split(['（', '(']).next().unwrap_or_default();
    bare.chars().filter(|c| !c.is_whitespace() && !"*＊:：".contains(*c)).collect()
}
