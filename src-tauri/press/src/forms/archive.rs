//! Lists of the archive: 归档文件目录 (columns of DA/T 22-2015), 卷内目录 (columns of GB/T 9705-2008), 借阅登记 (office
//! custom).
use serde::{Deserialize, Serialize};

use super::letterhead::Letterhead;
use super::parts::*;
use crate::form::{Block, Cell, Form, Paper};

/// 归档文件目录.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RecordCatalogue {
    /// 全宗号.
    pub fonds: String,
    /// 年度.
    pub year: String,
    /// 保管期限.
    pub retention: String,
    /// 机构或问题.
    pub matter: String,
    /// The records in order.
    pub rows: Vec<Record>,
}
/// One record.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Record {
    /// 档号.
    pub code: String,
    /// 文号.
    pub document_number: String,
    /// 责任者.
    pub author: String,
    /// 题名; one supplied by the archivist stands in [ ].
    pub title: String,
    /// 日期, eight digits.
    pub date: String,
    /// 密级: 公开 or 内部.
    pub level: String,
    /// 页数.
    pub pages: String,
    /// 备注.
    pub note: String,
}
impl RecordCatalogue {
    /// Landscape; blank rows only where nothing is listed.
    pub fn form(&self, head: &Letterhead) -> Form {
        let titles = ["序号", "档号", "文号", "责任者", "题名", "日期", "密级", "页数", "备注"];
        let mut rows = vec![labels(10.0, &titles)];
        rows.extend(listed(10.0, &self.rows, |one| {
            vec![
                Cell::text(&one.code),
                Cell::text(&one.document_number),
                Cell::left(&one.author),
                Cell::left(&one.title),
                Cell::text(&one.date),
                Cell::text(&one.level),
                Cell::text(&one.pages),
                Cell::left(&one.note),
            ]
        }));
        rows.extend(pen_if_empty(&self.rows, 10.0));
        let left = format!("全宗号：{}　　年度：{}", or(&self.fonds, "　　　"), or(&self.year, "　　　"));
        let right = format!(
            "保管期限：{}　　机构（问题）：{}",
            or(&self.retention, "　　　"),
            or(&self.matter, "　　　　　")
        );
        let blocks = vec![
            ends(left, right),
            Block::Space(1.0),
            table(&[9.5, 52.5, 30.0, 29.0, 56.0, 19.0, 11.0, 11.0, 14.0], 10.5, 1, rows),
        ];
        Form { title: "归档文件目录".into(), ..head.form("", Paper::Landscape, blocks) }
    }
}

/// 卷内目录.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct VolumeContents {
    /// 档号 of the volume.
    pub code: String,
    /// 案卷题名.
    pub title: String,
    /// What is in the volume, in order.
    pub rows: Vec<VolumePart>,
}
/// One paper of a volume.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct VolumePart {
    /// 文号.
    pub document_number: String,
    /// 责任者.
    pub author: String,
    /// 题名.
    pub title: String,
    /// 日期, eight digits.
    pub date: String,
    /// 页号.
    pub pages: String,
    /// 备注.
    pub note: String,
}
impl VolumeContents {
    /// Pages are filled up with rows for the pen.
    pub fn form(&self, head: &Letterhead) -> Form {
        let mut rows = vec![labels(11.0, &["顺序号", "文号", "责任者", "题名", "日期", "页号", "备注"])];
        rows.extend(listed(11.0, &self.rows, |one| {
            vec![
                Cell::text(&one.document_number),
                Cell::left(&one.author),
                Cell::left(&one.title),
                Cell::text(&one.date),
                Cell::text(&one.pages),
                Cell::left(&one.note),
            ]
        }));
        rows.extend(spare(11.0));
        let blocks = vec![
            ends(said("档号", &self.code), &self.title),
            Block::Space(1.0),
            table(&[13.0, 27.0, 24.0, 46.0, 19.0, 16.0, 15.0], 10.5, 1, rows),
        ];
        Form { title: "卷内目录".into(), ..head.form("", Paper::Upright, blocks) }
    }
}

/// 档案借阅登记: a list that is continued by pen.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LendingRegister {
    /// 年度, as words.
    pub year: String,
    /// Loans in order.
    pub rows: Vec<Loan>,
}
/// One loan.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Loan {
    /// 档号.
    pub code: String,
    /// 题名.
    pub title: String,
    /// 借阅人.
    pub person: String,
    /// 借阅单位.
    pub unit: String,
    /// 用途.
    pub purpose: String,
    /// 批准人.
    pub approved: String,
    /// 借出日期.
    pub lent: String,
    /// 应还日期.
    pub due: String,
    /// 归还日期.
    pub returned: String,
    /// 经手人.
    pub handler: String,
}
impl LendingRegister {
    /// Landscape; pages are filled up with rows for the pen.
    pub fn form(&self, head: &Letterhead) -> Form {
        let titles = [
            "序号",
            "档号",
            "题名",
            "借阅人",
            "单位",
            "用途",
            "批准人",
            "借出日期",
            "应还日期",
            "归还日期",
            "经手人",
        ];
        let mut rows = vec![labels(10.0, &titles)];
        rows.extend(listed(11.0, &self.rows, |one| {
            vec![
                Cell::text(&one.code),
                Cell::left(&one.title),
                Cell::text(&one.person),
                Cell::left(&one.unit),
                Cell::left(&one.purpose),
                Cell::text(&one.approved),
                Cell::text(&one.lent),
                Cell::text(&one.due),
                Cell::text(&one.returned),
                Cell::text(&one.handler),
            ]
        }));
        rows.extend(spare(11.0));
        let widths = [9.5, 32.0, 38.0, 19.0, 22.0, 19.1, 15.0, 20.8, 20.8, 20.8, 15.0];
        let blocks = vec![ends(year(&self.year), ""), Block::Space(1.0), table(&widths, 10.5, 1, rows)];
        head.form("档案借阅登记簿", Paper::Landscape, blocks)
    }
}
