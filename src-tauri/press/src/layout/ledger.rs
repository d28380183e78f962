//! A ledger on paper: through a form with one ruled table, upright or landscape as its columns need.
//!
//! Size: 小四 (12 pt) where the columns fit, else 五号 (10.5 pt), at the least 小五 (9 pt); then cells wrap. A date or a number is
//! not torn as long as the columns of words can spare the room.
use super::form::{Numbering, place};
use super::sheet::Sheets;
use super::table::PAD_X;
use super::words::MM;
use crate::fonts::Fonts;
use crate::form::{Align, Block, Cell, Form, Paper, Row, Table};
use crate::ledger::{Column, Kind, Ledger, Total, Totals, Value, check_head, check_row};
use crate::page::{Face, Placed};
use crate::text::{self, marks};
use crate::{Fault, form};

/// Sizes tried, the largest that fits first.
const SIZES: [f64; 3] = [12.0, 10.5, 9.0];

/// Room left in a column beside its widest number, mm; a longer number than this may be torn, mm.
const SLACK: f64 = 0.3;
const LONGEST_NUMBER: f64 = 30.0;
/// A column of words gives away at most this part of its width.
const GIVEN: f64 = 0.4;

/// Places a ledger on A4, its head repeated and its pages numbered 第 x 页 共 y 页.
pub fn place_ledger(ledger: &Ledger, fonts: &Fonts) -> Result<Placed, Fault> {
    place(&form_of(ledger, fonts)?, fonts, Numbering::OfTotal)
}

/// The ledger as a form.
fn form_of(ledger: &Ledger, fonts: &Fonts) -> Result<form::Form, Fault> {
    check_head(ledger.head())?;
    for (row, number) in ledger.rows.iter().zip(1..) {
        check_row(ledger.head(), number, row)?;
    }
    let (paper, size_pt) = paper_for(&ledger.columns);
    let mut blocks = Vec::new();
    if !ledger.note.is_empty() {
        blocks.push(Block::Text {
            text: ledger.note.clone(),
            face: Face::FangSong,
            size_pt: 10.5,
            align: Align::Left,
            indent: false,
        });
        blocks.push(Block::Space(1.5));
    }
    let widths = widths(ledger, size_pt, Sheets::new(paper).area().0, fonts);
    blocks.push(Block::Table(table(ledger, size_pt, widths)));
    Ok(Form {
        title: ledger.title.clone(),
        paper,
        blocks,
        seat_cards: Vec::new(),
        foot: String::new(),
        watermarks: Vec::new(),
    })
}

/// Width in mm that columns want at a size.
fn wanted(columns: &[Column], size_pt: f64) -> f64 {
    columns.iter().map(|c| f64::from(c.width.max(2)) * size_pt / 2.0 * MM + 2.0 * PAD_X).sum()
}

fn paper_for(columns: &[Column]) -> (Paper, f64) {
    let room = |paper| Sheets::new(paper).area().0;
    // An upright page is easier to file; smaller than 五号 it is harder to read than a landscape one.
    for size in [12.0, 10.5] {
        if wanted(columns, size) <= room(Paper::Upright) {
            return (Paper::Upright, size);
        }
    }
    let size = SIZES.into_iter().find(|size| wanted(columns, *size) <= room(Paper::Landscape));
    (Paper::Landscape, size.unwrap_or(9.0))
}

/// Widths of the columns in mm for a type area of this width: as asked for, but no number torn.
fn widths(ledger: &Ledger, size_pt: f64, room: f64, fonts: &Fonts) -> Vec<f64> {
    let asked = ledger.columns.iter().map(|c| f64::from(c.width.max(2)) * size_pt / 2.0 * MM + 2.0 * PAD_X);
    let scale = room / asked.clone().sum::<f64>().max(1e-9);
    let scaled: Vec<f64> = asked.map(|width| width * scale).collect();
    let needs: Vec<f64> = (0..scaled.len()).map(|i| longest_number(ledger, i, size_pt, fonts)).collect();
    let pairs = || scaled.iter().zip(&needs);
    let lacking: f64 = pairs().map(|(width, need)| (need - width).max(0.0)).sum();
    let gives = |width: f64, need: f64| (width - need.max(width * (1.0 - GIVEN))).max(0.0);
    let given: f64 = pairs().map(|(width, need)| gives(*width, *need)).sum();
    if lacking > given {
        return scaled;
    }
    let part = lacking / given.max(1e-9);
    pairs()
        .map(|(width, need)| if width < need { *need } else { width - gives(*width, *need) * part })
        .collect()
}

/// Width in mm that a column needs so that none of its numbers and dates is torn.
fn longest_number(ledger: &Ledger, column: usize, size_pt: f64, fonts: &Fonts) -> f64 {
    let kind = ledger.columns[column].kind;
    let shown = ledger.rows.iter().filter_map(|row| row.get(column)).map(|value| value.shown(kind));
    let longest = shown.flat_map(|words| {
        let parts = words.split(|ch: char| ch.is_whitespace() || !marks::is_narrow(ch));
        parts.max_by_key(|part| part.len()).map(str::to_owned)
    });
    let longest = longest.max_by_key(String::len).unwrap_or_default();
    let width = text::width(&longest, Face::FangSong, size_pt, fonts);
    if longest.is_empty() || width > LONGEST_NUMBER { 0.0 } else { width + 2.0 * PAD_X + SLACK }
}

fn table(ledger: &Ledger, size_pt: f64, widths: Vec<f64>) -> Table {
    let head = ledger.columns.iter().map(|column| Cell::label(column.title.clone())).collect();
    let mut rows = vec![Row::new(8.0, head)];
    let serial: Vec<bool> = (0..ledger.columns.len()).map(|i| is_serial(ledger, i)).collect();
    rows.extend(ledger.rows.iter().map(|row| {
        let cells = ledger.columns.iter().enumerate();
        Row::new(
            7.0,
            cells
                .map(|(i, column)| cell((column.kind, serial[i]), row.get(i).unwrap_or(&Value::Empty)))
                .collect(),
        )
    }));
    rows.extend(totals(ledger));
    Table { widths, size_pt, head_rows: 1, rows }
}

/// The last row, in 黑体 as paper has no bold; its first words take the empty cells after them.
fn totals(ledger: &Ledger) -> Option<Row> {
    let mut totals = Totals::of(&ledger.columns);
    ledger.rows.iter().for_each(|row| totals.add(row));
    let row = totals.row()?;
    let cells = row.iter().zip(&ledger.columns).map(|(value, column)| {
        let counted = Cell { align: Align::Right, ..Cell::label(value.to_string()) };
        match column.total {
            Total::None => Cell::label(value.to_string()),
            Total::Count => counted,
            Total::Sum => Cell { text: value.shown(column.kind), ..counted },
        }
    });
    let mut cells: Vec<Cell> = cells.collect();
    let empty = cells.iter().skip(1).take_while(|cell| cell.is_blank()).count();
    if cells.first().is_some_and(|cell| !cell.is_blank()) && ledger.columns[0].total == Total::None {
        cells.drain(1..=empty);
        cells[0].cols = empty + 1;
    }
    Some(Row::new(7.0, cells))
}

/// Does a column count its rows: 1, 2, 3 …?
fn is_serial(ledger: &Ledger, column: usize) -> bool {
    let is = |(row, number): (&Vec<Value>, u32)| row.get(column) == Some(&Value::Number(f64::from(number)));
    ledger.columns[column].total == Total::None && ledger.rows.iter().zip(1..).all(is)
}

/// Words at the left, numbers at the right, running numbers, codes and dates in the middle.
fn cell((kind, serial): (Kind, bool), value: &Value) -> Cell {
    let align = match kind {
        _ if serial => Align::Centre,
        Kind::Text => Align::Left,
        Kind::Number | Kind::Percent => Align::Right,
        Kind::Code | Kind::Date | Kind::Moment => Align::Centre,
    };
    Cell { align, ..Cell::text(value.shown(kind)) }
}
