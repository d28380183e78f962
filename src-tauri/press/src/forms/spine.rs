//! 盒脊标签: labels for the spines of boxes 20, 30, 40 or 50 mm wide, side by side with cut marks. What stands on a spine
//! follows DA/T 22-2015; the height is that of a label which fits any box of A4 paper.
use serde::{Deserialize, Serialize};

use super::letterhead::Letterhead;
use crate::form::{Block, Cell, Form, Paper, Plate, Row, Table};
use crate::page::{Face, Ink};

/// Widths of boxes on sale, in mm.
pub const SPINE_WIDTHS: [u16; 4] = [20, 30, 40, 50];
/// Height of a label in mm.
pub const SPINE_HEIGHT: f64 = 250.0;

/// Labels of several boxes.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SpineLabels {
    /// The boxes in order; none for an empty label of each width.
    pub spines: Vec<Spine>,
}
/// One box.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Spine {
    /// Width in mm, the nearest of [`SPINE_WIDTHS`] is taken; 0 is 30.
    pub width_mm: u16,
    /// 题名, set upright.
    pub title: String,
    /// 全宗号.
    pub fonds: String,
    /// 年度.
    pub year: String,
    /// 保管期限.
    pub retention: String,
    /// 机构或问题.
    pub matter: String,
    /// 起止件号.
    pub numbers: String,
    /// 盒号.
    pub box_number: String,
}
impl SpineLabels {
    /// Labels side by side, as many as a sheet holds.
    pub fn form(&self, head: &Letterhead) -> Form {
        let empty = SPINE_WIDTHS.map(|width_mm| Spine { width_mm, ..Spine::default() });
        let spines = if self.spines.is_empty() { &empty } else { self.spines.as_slice() };
        let plates = spines.iter().map(Spine::plate).collect();
        Form {
            foot: String::new(),
            ..head.form("档案盒脊标签", Paper::Upright, vec![Block::CutOuts(plates)])
        }
    }
}

impl Spine {
    fn width(&self) -> u16 {
        let asked = if self.width_mm == 0 { 30 } else { self.width_mm };
        SPINE_WIDTHS.into_iter().min_by_key(|width| width.abs_diff(asked)).unwrap_or(asked)
    }

    fn plate(&self) -> Plate {
        let name =
            |words: &str| Row::new(6.0, vec![Cell { face: Face::Hei, ..Cell::text(words).sized(9.0) }]);
        let value = |words: &str, height| Row::new(height, vec![Cell::text(words).sized(14.0)]);
        let title = Cell { upright: true, face: Face::BiaoSong, ..Cell::text(&self.title).sized(30.0) };
        let rows = vec![
            name("全宗号"),
            value(&self.fonds, 11.0),
            name("年度"),
            value(&self.year, 11.0),
            name("保管期限"),
            value(&self.retention, 11.0),
            name("机构（问题）"),
            value(&self.matter, 22.0),
            Row::new(110.0, vec![title]),
            name("起止件号"),
            value(&self.numbers, 22.0),
            name("盒号"),
            value(&self.box_number, 11.0),
        ];
        let table = Table { widths: vec![1.0], size_pt: 14.0, head_rows: 0, rows };
        Plate { width_mm: f64::from(self.width()), height_mm: SPINE_HEIGHT, ink: Ink::Black, table }
    }
}
