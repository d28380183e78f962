//! What goes with an incoming paper: 收文登记簿, 收文处理笺, 传阅单. Office custom, in the order of handling
//! (党政机关公文处理工作条例, 第二十四条).
use serde::{Deserialize, Serialize};

use super::letterhead::{Letterhead, Opinion};
use super::parts::*;
use crate::form::{Block, Cell, Form, Paper, Row};

/// 收文登记簿: a list that is continued by pen.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct IncomingRegister {
    /// 年度, as words.
    pub year: String,
    /// What came in, in order.
    pub rows: Vec<Incoming>,
}
/// One line of 收文登记簿.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Incoming {
    /// 收文序号.
    pub number: String,
    /// 收文日期.
    pub received: String,
    /// 来文单位.
    pub from: String,
    /// 发文字号.
    pub document_number: String,
    /// 标题.
    pub title: String,
    /// 份数.
    pub copies: String,
    /// 密级: 公开 or 内部.
    pub level: String,
    /// 紧急程度.
    pub urgency: String,
    /// 拟办.
    pub proposal: String,
    /// 去向.
    pub sent_to: String,
    /// 办理情况.
    pub result: String,
    /// 归档号.
    pub archive: String,
}
impl IncomingRegister {
    /// Landscape; pages are filled up with rows for the pen.
    pub fn form(&self, head: &Letterhead) -> Form {
        let titles = [
            "收文\n序号",
            "收文\n日期",
            "来文单位",
            "发文字号",
            "标题",
            "份数",
            "密级",
            "紧急\n程度",
            "拟办",
            "去向",
            "办理情况",
            "归档号",
        ];
        let mut rows = vec![labels(11.0, &titles)];
        rows.extend(self.rows.iter().map(|one| {
            let cells = vec![
                Cell::text(&one.number),
                Cell::text(&one.received),
                Cell::left(&one.from),
                Cell::text(&one.document_number),
                Cell::left(&one.title),
                Cell::text(&one.copies),
                Cell::text(&one.level),
                Cell::text(&one.urgency),
                Cell::left(&one.proposal),
                Cell::left(&one.sent_to),
                Cell::left(&one.result),
                Cell::text(&one.archive),
            ];
            Row::new(11.0, cells)
        }));
        rows.extend(spare(11.0));
        let widths = [10.2, 20.8, 25.0, 25.0, 41.0, 9.5, 9.5, 10.2, 23.0, 22.0, 22.0, 13.8];
        let blocks = vec![ends(year(&self.year), ""), Block::Space(1.0), table(&widths, 10.5, 1, rows)];
        head.form("收文登记簿", Paper::Landscape, blocks)
    }
}

/// 收文处理笺: a paper's way through the office, one page.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct HandlingSheet {
    /// 标题.
    pub title: String,
    /// 来文单位.
    pub from: String,
    /// 发文字号.
    pub document_number: String,
    /// 来文日期.
    pub dated: String,
    /// 收文编号.
    pub number: String,
    /// 收文日期.
    pub received: String,
    /// 紧急程度: 特急, 加急 or 平件.
    pub urgency: String,
    /// 份数.
    pub copies: String,
    /// 页数.
    pub pages: String,
    /// 办理期限.
    pub due: String,
    /// 内容摘要.
    pub summary: String,
    /// 拟办意见.
    pub proposals: Vec<Opinion>,
    /// 领导批示, the highest last.
    pub instructions: Vec<Opinion>,
    /// 承办单位.
    pub unit: String,
    /// 承办人.
    pub person: String,
    /// 办理结果.
    pub result: String,
    /// 签收: name and time.
    pub signed_for: String,
    /// 备注.
    pub note: String,
}
impl HandlingSheet {
    /// One page with what is known so far; the rest is room for the pen.
    pub fn form(&self, head: &Letterhead) -> Form {
        let two = |a: &str, x: &str, b: &str, y: &str| {
            Row::new(11.0, vec![Cell::label(a).over(2), Cell::text(x), Cell::label(b), Cell::text(y)])
        };
        let copies = [self.copies.as_str(), self.pages.as_str()];
        let copies = if copies.iter().all(|words| words.is_empty()) {
            "　　　份　　　　页".to_owned()
        } else {
            copies.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join("　")
        };
        let rows = vec![
            two("来文单位", &self.from, "发文字号", &self.document_number),
            two("来文日期", &self.dated, "份数、页数", &copies),
            two("紧急程度", &boxes(3, &["特急", "加急", "平件"], &[&self.urgency]), "办理期限", &self.due),
            Row::new(14.0, vec![Cell::label("标题").over(2), Cell::left(&self.title).over(3)]),
            tall(20.0, 1.0, "内容摘要", text(&self.summary).over(4)),
            tall(26.0, 2.0, "拟办意见", opinion_cell(&self.proposals, SIGNED).over(4)),
            tall(36.0, 3.0, "领导批示", opinion_cell(&self.instructions, "").over(4)),
            two("承办单位", &self.unit, "承办人", &self.person),
            tall(20.0, 1.5, "办理结果", text(&self.result).over(4)),
            two("签收", &self.signed_for, "备注", &self.note),
        ];
        let blocks = vec![
            Block::RedHead,
            ends(said("收文编号", &self.number), said("收文日期", or(&self.received, DAY))),
            Block::Space(1.0),
            table(&[10.0, 16.0, 55.0, 26.0, 53.0], 14.0, 0, rows),
        ];
        head.form("收文处理笺", Paper::Upright, blocks)
    }
}

/// 传阅单: who reads a paper in turn.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CirculationSheet {
    /// 标题.
    pub title: String,
    /// 来文单位.
    pub from: String,
    /// 发文字号.
    pub document_number: String,
    /// 收文编号.
    pub number: String,
    /// 紧急程度.
    pub urgency: String,
    /// 传阅期限.
    pub due: String,
    /// Who reads it, in order.
    pub readers: Vec<Reader>,
}
/// One reader of a circulated paper.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Reader {
    /// 阅件人.
    pub name: String,
    /// 送阅时间.
    pub sent: String,
    /// 阅退时间.
    pub returned: String,
    /// 意见; the signature is the reader's own.
    pub words: String,
}
impl CirculationSheet {
    /// One page; more readers run on.
    pub fn form(&self, head: &Letterhead) -> Form {
        let paper = vec![
            wide(14.0, "标题", &self.title, 3),
            pairs(11.0, &[("来文单位", &self.from), ("发文字号", &self.document_number)]),
            pairs(11.0, &[("紧急程度", &self.urgency), ("传阅期限", &self.due)]),
        ];
        let mut readers = vec![labels(10.0, &["序号", "阅件人", "送阅时间", "阅退时间", "签名、意见"])];
        readers.extend(listed(13.0, &self.readers, |reader| {
            vec![
                Cell::text(&reader.name),
                Cell::text(&reader.sent),
                Cell::text(&reader.returned),
                Cell::left(&reader.words),
            ]
        }));
        readers.extend(spare(13.0));
        let blocks = vec![
            line(said("收文编号", &self.number)),
            Block::Space(1.0),
            table(&[26.0, 58.0, 26.0, 50.0], 12.0, 0, paper),
            Block::Space(3.0),
            table(&[12.0, 28.0, 30.0, 30.0, 60.0], 12.0, 1, readers),
            Block::Space(1.0),
            note("说明：阅后请签名并注明日期，退回送件人转送下一位；阅件人之间不横传。"),
        ];
        head.form("文件传阅单", Paper::Upright, blocks)
    }
}
