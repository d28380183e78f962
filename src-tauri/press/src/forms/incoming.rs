//! What goes with an incoming paper: 收文登记簿, 收文处理笺, 传阅单.
use serde::{Deserialize, Serialize};

use super::letterhead::{Letterhead, Opinion};
use super::parts::*;
use crate::form::{Block, Cell, Form, Paper, Row};

/// 传阅单: who reads a paper in turn.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CirculationSheet {
    /// 标题.
    pub title: String,
    /// 来文单位.
    pub from: String,
    /// 发文字号.
    pub number: String,
    /// 收文编号.
    pub received_number: String,
    /// 紧急程度.
    pub urgency: String,
    /// 传阅期限, as words.
    pub due: String,
    /// Who reads it, in order.
    pub readers: Vec<Reader>,
}

/// One reader of a circulated paper.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
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
            Row::new(14.0, vec![Cell::label("标题"), Cell::left(&self.title).over(3)]),
            pairs(11.0, &[("来文单位", &self.from), ("发文字号", &self.number)]),
            pairs(11.0, &[("紧急程度", &self.urgency), ("传阅期限", &self.due)]),
        ];
        let mut readers = vec![labels(10.0, &["序号", "阅件人", "送阅时间", "阅退时间", "签名／意见"])];
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
            ends(said("收文编号", &self.received_number), ""),
            Block::Space(1.0),
            table(&[26.0, 60.0, 26.0, 48.0], 12.0, 0, paper),
            Block::Space(3.0),
            table(&[12.0, 28.0, 32.0, 32.0, 56.0], 12.0, 1, readers),
            note("阅后请签名并注明日期，由专人送下一位；阅件人之间不横传。"),
        ];
        head.form("文件传阅单", Paper::Upright, blocks)
    }
}
