//! What goes with an outgoing paper: 发文登记簿, 发文稿纸. Office custom; the way of a draft and who signs are rules of the
//! office and are not known here.
use serde::{Deserialize, Serialize};

use super::letterhead::{Letterhead, Opinion};
use super::parts::*;
use crate::form::{Block, Cell, Form, Paper, Row};

/// 发文登记簿: a list that is continued by pen.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct OutgoingRegister {
    /// 年度, as words.
    pub year: String,
    /// What went out, by number.
    pub rows: Vec<Outgoing>,
}
/// One line of 发文登记簿.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Outgoing {
    /// 发文字号.
    pub document_number: String,
    /// 标题.
    pub title: String,
    /// 签发人.
    pub signer: String,
    /// 签发日期.
    pub signed: String,
    /// 主送.
    pub to: String,
    /// 抄送.
    pub copies_to: String,
    /// 份数.
    pub copies: String,
    /// 印发日期.
    pub printed: String,
    /// 拟稿人.
    pub drafter: String,
    /// 归档号.
    pub archive: String,
}
impl OutgoingRegister {
    /// Landscape; pages are filled up with rows for the pen.
    pub fn form(&self, head: &Letterhead) -> Form {
        let titles = [
            "序号",
            "发文字号",
            "标题",
            "签发人",
            "签发日期",
            "主送",
            "抄送",
            "份数",
            "印发日期",
            "拟稿人",
            "归档号",
        ];
        let mut rows = vec![labels(11.0, &titles)];
        rows.extend(listed(11.0, &self.rows, |one| {
            vec![
                Cell::text(&one.document_number),
                Cell::left(&one.title),
                Cell::text(&one.signer),
                Cell::text(&one.signed),
                Cell::left(&one.to),
                Cell::left(&one.copies_to),
                Cell::text(&one.copies),
                Cell::text(&one.printed),
                Cell::text(&one.drafter),
                Cell::text(&one.archive),
            ]
        }));
        rows.extend(spare(11.0));
        let widths = [9.5, 28.0, 50.0, 15.0, 20.8, 26.0, 24.4, 9.5, 20.8, 15.0, 13.0];
        let blocks = vec![ends(year(&self.year), ""), Block::Space(1.0), table(&widths, 10.5, 1, rows)];
        head.form("发文登记簿", Paper::Landscape, blocks)
    }
}

/// 发文稿纸: signature, countersignature and checking of a draft, one page; the text is attached.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DraftSheet {
    /// 紧急程度: 特急, 加急 or 平件.
    pub urgency: String,
    /// 是否公开: 主动公开, 依申请公开 or 不予公开.
    pub publicity: String,
    /// 签发.
    pub signatures: Vec<Opinion>,
    /// 会签.
    pub countersignatures: Vec<Opinion>,
    /// 核稿.
    pub checks: Vec<Opinion>,
    /// 拟稿单位.
    pub unit: String,
    /// 拟稿人.
    pub drafter: String,
    /// 拟稿人电话.
    pub phone: String,
    /// 拟稿日期.
    pub drafted: String,
    /// 标题.
    pub title: String,
    /// 主送.
    pub to: String,
    /// 抄送.
    pub copies_to: String,
    /// 发文字号; the prefix is set at checking, the number follows the signature.
    pub document_number: String,
    /// 附件.
    pub annexes: String,
    /// 份数.
    pub copies: String,
    /// 校对.
    pub proofreader: String,
    /// 印制.
    pub printer: String,
    /// 印发日期.
    pub printed: String,
}
impl DraftSheet {
    /// One page with what is known so far; the rest is room for the pen.
    pub fn form(&self, head: &Letterhead) -> Form {
        let (number, copies) =
            (or(&self.document_number, "　　　　〔　　　　〕　　号"), or(&self.copies, "　　　份"));
        let drafted = [
            said("拟稿单位", &self.unit),
            said("拟稿人", &self.drafter),
            said("电　话", &self.phone),
            said("日　期", or(&self.drafted, DAY)),
        ];
        let side = |label: &str, words: &[Opinion]| [Cell::tall(label), opinion_cell(words, DAY).over(3)];
        let rows = vec![
            Row::new(
                14.0,
                vec![
                    Cell::label("紧急程度").over(2),
                    Cell::text(boxes(3, &["特急", "加急", "平件"], &[&self.urgency])).over(2),
                    Cell::label("是否公开").over(2),
                    Cell::left(boxes(2, &PUBLICITY, &[&self.publicity])).sized(12.0).over(2),
                ],
            ),
            Row::new(52.0, [side("签发", &self.signatures), side("会签", &self.countersignatures)].concat())
                .stretching(3.0),
            Row::new(
                40.0,
                [side("核稿", &self.checks), [Cell::tall("拟稿"), Cell::left(drafted.join("\n")).over(3)]]
                    .concat(),
            )
            .stretching(1.0),
            label_over(14.0, "标题", &self.title),
            label_over(14.0, "主送", &self.to),
            label_over(14.0, "抄送", &self.copies_to),
            label_over(14.0, "附件", &self.annexes),
            three(["发文字号", number, "份数", copies]),
            three(["印发日期", or(&self.printed, DAY), "校对", &self.proofreader]),
            three(["印制", &self.printer, "正文", "附后　　　页"]),
        ];
        let blocks = vec![
            Block::RedHead,
            Block::Space(1.0),
            table(&[10.0, 14.0, 28.0, 28.0, 10.0, 14.0, 28.0, 28.0], 14.0, 0, rows),
        ];
        head.form("发文稿纸", Paper::Upright, blocks)
    }
}

/// 政府信息公开条例 knows three ways.
const PUBLICITY: [&str; 3] = ["主动公开", "依申请公开", "不予公开"];

fn label_over(height_mm: f64, label: &str, words: &str) -> Row {
    Row::new(height_mm, vec![Cell::label(label).over(2), Cell::left(words).over(6)])
}

fn three([a, x, b, y]: [&str; 4]) -> Row {
    Row::new(
        11.0,
        vec![Cell::label(a).over(2), Cell::text(x).over(2), Cell::label(b).over(2), Cell::text(y).over(2)],
    )
}
