//! 备案登记簿: what units file with the office and, through it, with the leading group.
use serde::{Deserialize, Serialize};

use super::letterhead::Letterhead;
use super::parts::*;
use crate::form::{Block, Cell, Form, Paper, Row};

/// 备案登记簿 of both levels: a list that is continued by pen.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FilingRegister {
    /// 年度, as words.
    pub year: String,
    /// What was filed, by number.
    pub rows: Vec<Filed>,
}
/// One line of 备案登记簿.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Filed {
    /// 备案号.
    pub number: String,
    /// 收到日期.
    pub received: String,
    /// 报送单位.
    pub unit: String,
    /// 文号.
    pub document_number: String,
    /// 文件名称.
    pub title: String,
    /// 类别: 重大决定, 重要工作方案, 改革, 创新, 试点.
    pub kind: String,
    /// 备案层级: 创建办 or 领导小组.
    pub level: String,
    /// 审核意见.
    pub review: String,
    /// 报领导小组日期, for the second level.
    pub reported: String,
    /// 归档号.
    pub archive: String,
    /// 备注.
    pub note: String,
}
impl FilingRegister {
    /// Landscape; pages are filled up with rows for the pen.
    pub fn form(&self, head: &Letterhead) -> Form {
        let down = |words: &str| Cell::label(words).down(2);
        let mut rows = vec![
            Row::new(
                8.0,
                vec![
                    down("序号"),
                    down("备案号"),
                    down("收到日期"),
                    down("报送单位"),
                    down("文件名称"),
                    down("文号"),
                    down("类别"),
                    Cell::label("备案层级").over(2),
                    down("审核意见"),
                    down("归档号"),
                    down("备注"),
                ],
            ),
            labels(8.0, &["层级", "报领导\n小组日期"]),
        ];
        rows.extend(listed(11.0, &self.rows, |one| {
            vec![
                Cell::text(&one.number),
                Cell::text(&one.received),
                Cell::left(&one.unit),
                Cell::left(&one.title),
                Cell::text(&one.document_number),
                Cell::text(&one.kind),
                Cell::text(&one.level),
                Cell::text(&one.reported),
                Cell::left(&one.review),
                Cell::text(&one.archive),
                Cell::left(&one.note),
            ]
        }));
        rows.extend(spare(11.0));
        let widths = [9.5, 22.0, 20.8, 23.0, 38.0, 22.9, 16.0, 16.0, 20.8, 18.0, 12.0, 13.0];
        let blocks = vec![
            ends(year(&self.year), ""),
            Block::Space(1.0),
            table(&widths, 10.5, 2, rows),
            Block::Space(1.0),
            note(
                "说明：重大决定、重要工作方案报办公室备案；重大工作举措和有全局意义的改革、创新、试点经办公室报领导小组备案。",
            ),
        ];
        head.form("备案登记簿", Paper::Landscape, blocks)
    }
}
