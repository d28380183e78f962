//! 考核得分表: every unit's marks, landscape. The indicators are the office's own; more than twelve go on in a second table.
use serde::{Deserialize, Serialize};

use super::letterhead::Letterhead;
use super::parts::*;
use crate::form::{Block, Cell, Form, Paper, Row};

/// Indicators side by side.
const A_TABLE: usize = 12;

/// 考核得分表.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ScoreTable {
    /// 考核年度, as words.
    pub year: String,
    /// What is marked.
    pub indicators: Vec<Indicator>,
    /// The units in order of rank.
    pub units: Vec<UnitScore>,
    /// 统计人.
    pub prepared: String,
    /// 复核人.
    pub checked: String,
    /// 日期.
    pub issued: String,
}
/// One indicator.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Indicator {
    /// 指标.
    pub name: String,
    /// 满分.
    pub full: String,
}
/// One unit's marks.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UnitScore {
    /// 单位.
    pub unit: String,
    /// 得分, in the order of the indicators.
    pub scores: Vec<String>,
    /// 加减分及理由.
    pub adjustment: String,
    /// 总分.
    pub total: String,
    /// 等次.
    pub grade: String,
    /// 一票否决: its ground, or empty.
    pub veto: String,
}
impl ScoreTable {
    /// Landscape; the sums stand in the last table.
    pub fn form(&self, head: &Letterhead) -> Form {
        let blank = vec![Indicator::default(); 8];
        let indicators = if self.indicators.is_empty() { &blank } else { &self.indicators };
        let mut blocks = vec![ends(year(&self.year), said("日期", or(&self.issued, DAY))), Block::Space(1.0)];
        let parts: Vec<&[Indicator]> = indicators.chunks(A_TABLE).collect();
        for (i, part) in parts.iter().enumerate() {
            if i > 0 {
                blocks.push(Block::Space(4.0));
            }
            blocks.push(self.table(part, i * A_TABLE, i + 1 == parts.len()));
        }
        blocks.push(signers(&[("统计人", &self.prepared), ("复核人", &self.checked)]));
        head.form("年度考核得分表", Paper::Landscape, blocks)
    }

    fn table(&self, part: &[Indicator], from: usize, last: bool) -> Block {
        let mut widths = vec![10.0, 34.0];
        widths.extend(part.iter().map(|_| 11.0));
        let mut titles = vec![Cell::label("序号").down(2), Cell::label("单位")];
        titles.extend(
            part.iter().map(|one| Cell { upright: one.name.chars().count() > 2, ..Cell::label(&one.name) }),
        );
        let mut full = vec![Cell::label("满分")];
        full.extend(part.iter().map(|one| Cell::text(&one.full)));
        if last {
            widths.extend([40.0, 14.0, 13.0, 24.0]);
            titles
                .extend(["加减分及理由", "总分", "等次", "一票否决"].map(|words| Cell::label(words).down(2)));
        }
        let mut rows = vec![Row::new(24.0, titles), Row::new(8.0, full)];
        rows.extend(listed(10.0, &self.units, |one| {
            let mut cells = vec![Cell::left(&one.unit)];
            cells.extend(
                (0..part.len()).map(|i| Cell::text(one.scores.get(from + i).map_or("", String::as_str))),
            );
            if last {
                cells.extend([
                    Cell::left(&one.adjustment),
                    Cell::text(&one.total),
                    Cell::text(&one.grade),
                    Cell::text(&one.veto),
                ]);
            }
            cells
        }));
        rows.extend(pen_if_empty(&self.units, 10.0));
        table(&widths, 10.5, 2, rows)
    }
}
