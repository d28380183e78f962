//! A ledger on paper: through a form with one ruled table, upright or landscape as its columns need.
//!
//! Size: 小四 (12 pt) where the columns fit, else 五号 (10.5 pt), at the least 小五 (9 pt); then cells wrap.
use super::form::{Numbering, place};
use super::sheet::Sheets;
use super::table::PAD_X;
use super::words::MM;
use crate::fonts::Fonts;
use crate::form::{Align, Block, Cell, Form, Paper, Row, Table};
use crate::ledger::{Column, Kind, Ledger, Total, Totals, Value, check_head, check_row};
use crate::page::{Face, Placed};
use crate::{Fault, form};

/// Sizes tried, the largest that fits first.
const SIZES: [f64; 3] = [12.0, 10.5, 9.0];

/// Places a ledger on A4, its head repeated and its pages numbered 第 x 页 共 y 页.
pub fn place_ledger(ledger: &Ledger, fonts: &Fonts) -> Result<Placed, Fault> {
    place(&form_of(ledger)?, fonts, Numbering::OfTotal)
}

/// The ledger as a form.
fn form_of(ledger: &Ledger) -> Result<form::Form, Fault> {
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
    blocks.push(Block::Table(table(ledger, size_pt)));
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

fn table(ledger: &Ledger, size_pt: f64) -> Table {
    let head = ledger.columns.iter().map(|column| Cell::label(column.title.clone())).collect();
    let mut rows = vec![Row::new(8.0, head)];
    rows.extend(ledger.rows.iter().map(|row| {
        let cells = ledger.columns.iter().enumerate();
        Row::new(
            7.0,
            cells.map(|(i, column)| cell(column.kind, row.get(i).unwrap_or(&Value::Empty))).collect(),
        )
    }));
    rows.extend(totals(ledger));
    let widths = ledger.columns.iter().map(|c| f64::from(c.width.max(2)) * size_pt / 2.0 * MM + 2.0 * PAD_X);
    Table { widths: widths.collect(), size_pt, head_rows: 1, rows }
}

/// The last row, in 黑体 as paper has no bold.
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
    Some(Row::new(7.0, cells.collect()))
}

/// Words at the left, numbers at the right, codes and dates in the middle.
fn cell(kind: Kind, value: &Value) -> Cell {
    let align = match kind {
        Kind::Text => Align::Left,
        Kind::Number | Kind::Percent => Align::Right,
        Kind::Code | Kind::Date | Kind::Moment => Align::Centre,
    };
    Cell { align, ..Cell::text(value.shown(kind)) }
}
