//! 归档章 as stickers: 45 × 16 mm, six equal cells, red (DA/T 22-2015), on label sheets of any stock in [`STOCKS`].
//!
//! It deliberately prints the names of the cells only where they are empty: a stamp that is filled shows its values alone.
use serde::{Deserialize, Serialize};

use super::letterhead::Letterhead;
use crate::form::{Block, Cell, Form, Paper, Plate, Row, STOCKS, Table, stock};
use crate::page::{Face, Ink};

/// Width and height of the stamp in mm.
pub const STAMP_SIZE: (f64, f64) = (45.0, 16.0);

/// A sheet of 归档章.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ArchiveStamps {
    /// Key of the label sheet; an unknown one is the first of [`STOCKS`].
    pub stock: String,
    /// Place of the first free label on the sheet, from 1; 0 is 1.
    pub start: usize,
    /// The stamps in order; none for a sheet of empty ones.
    pub stamps: Vec<ArchiveStamp>,
}
/// One stamp.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ArchiveStamp {
    /// 全宗号.
    pub fonds: String,
    /// 年度.
    pub year: String,
    /// 件号.
    pub number: String,
    /// 机构或问题.
    pub matter: String,
    /// 保管期限.
    pub retention: String,
    /// 页数.
    pub pages: String,
}
impl ArchiveStamps {
    /// Sheets of labels; the file's title is all the words beside the stamps.
    pub fn form(&self, head: &Letterhead) -> Form {
        let stock = *stock(&self.stock).unwrap_or(&STOCKS[0]);
        let start = self.start.max(1);
        let empty = vec![ArchiveStamp::default(); (stock.per_sheet() + 1).saturating_sub(start)];
        let stamps = if self.stamps.is_empty() { &empty } else { &self.stamps };
        let plates = stamps.iter().map(ArchiveStamp::plate).collect();
        Form {
            foot: String::new(),
            ..head.form("归档章", Paper::Upright, vec![Block::Labels { stock, start, plates }])
        }
    }
}

impl ArchiveStamp {
    /// The stamp as a plate: two rows of three cells, 15 × 8 mm each.
    fn plate(&self) -> Plate {
        let row = |cells: [(&str, &str); 3]| Row::new(1.0, cells.into_iter().map(cell).collect());
        let rows = vec![
            row([("全宗号", &self.fonds), ("年度", &self.year), ("件号", &self.number)]),
            row([("机构或问题", &self.matter), ("保管期限", &self.retention), ("页数", &self.pages)]),
        ];
        let table = Table { widths: vec![1.0; 3], size_pt: 12.0, head_rows: 0, rows };
        Plate { width_mm: STAMP_SIZE.0, height_mm: STAMP_SIZE.1, ink: Ink::Red, table }
    }
}

fn cell((name, value): (&str, &str)) -> Cell {
    if value.trim().is_empty() {
        Cell { face: Face::Song, ..Cell::left(name).at_top().sized(5.5) }
    } else {
        Cell::text(value)
    }
}
