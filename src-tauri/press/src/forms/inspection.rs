//! 督查记录, 整改通知书, 抽查抽样单. Office custom.
use serde::{Deserialize, Serialize};

use super::letterhead::{Letterhead, Opinion};
use super::parts::*;
use crate::form::{Block, Cell, Form, Paper, Row};

/// Ways of inspecting.
const WAYS: [&str; 5] = ["听取汇报", "查阅资料影像", "现场检查", "随机抽查", "群众走访"];

/// 督查记录.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct InspectionRecord {
    /// 编号.
    pub number: String,
    /// 督查时间.
    pub when: String,
    /// 督查地点.
    pub place: String,
    /// 督查组.
    pub team: String,
    /// 被督查单位.
    pub unit: String,
    /// 被督查单位接待人.
    pub host: String,
    /// 督查方式.
    pub ways: Vec<String>,
    /// 督查情况.
    pub findings: String,
    /// 存在问题.
    pub problems: String,
    /// 意见建议.
    pub advice: String,
    /// 督查组签字.
    pub team_signed: String,
    /// 被督查单位签字.
    pub unit_signed: String,
}
impl InspectionRecord {
    /// One page; long texts run on.
    pub fn form(&self, head: &Letterhead) -> Form {
        let ways: Vec<&str> = self.ways.iter().map(String::as_str).collect();
        let rows = vec![
            pairs(12.0, &[("被督查单位", &self.unit), ("接待人", &self.host)]),
            pairs(12.0, &[("督查时间", &self.when), ("督查地点", &self.place)]),
            wide(12.0, "督查组", &self.team, 3),
            Row::new(16.0, vec![Cell::label("督查方式"), Cell::left(boxes(3, &WAYS, &ways)).over(3)]),
            story(50.0, 2.0, "督查情况", &self.findings, 3),
            story(36.0, 1.5, "存在问题", &self.problems, 3),
            story(28.0, 1.0, "意见建议", &self.advice, 3),
        ];
        let signed = [("督查组签字", self.team_signed.as_str()), ("被督查单位签字", &self.unit_signed)];
        let blocks = vec![
            line(said("编号", &self.number)),
            Block::Space(1.0),
            table(&[28.0, 56.0, 26.0, 50.0], 14.0, 0, rows),
            signers(&signed),
        ];
        head.form("督查记录", Paper::Upright, blocks)
    }
}

/// 整改通知书: one problem, one number; its lower half comes back, so it carries its number as a code.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RectificationNotice {
    /// 编号.
    pub number: String,
    /// 单位.
    pub unit: String,
    /// 发现时间.
    pub found: String,
    /// 发现方式.
    pub way: String,
    /// 问题.
    pub problem: String,
    /// 整改要求.
    pub demand: String,
    /// 整改期限.
    pub due: String,
    /// 责任人.
    pub person: String,
    /// 发出日期.
    pub issued: String,
    /// 签发.
    pub signed: Vec<Opinion>,
    /// 整改情况.
    pub done: String,
    /// 单位负责人意见.
    pub unit_words: Vec<Opinion>,
    /// 复查结论.
    pub recheck: Vec<Opinion>,
    /// 销号: 销号 or 不予销号.
    pub closed: String,
    /// 销号日期.
    pub closed_on: String,
}
impl RectificationNotice {
    /// One page: what is demanded, and under it what was done.
    pub fn form(&self, head: &Letterhead) -> Form {
        let rows = vec![
            wide(12.0, "被通知单位", &self.unit, 3),
            pairs(12.0, &[("发现时间", &self.found), ("发现方式", &self.way)]),
            story(26.0, 1.5, "存在问题", &self.problem, 3),
            story(26.0, 1.5, "整改要求", &self.demand, 3),
            pairs(12.0, &[("整改期限", or(&self.due, DAY)), ("责任人", &self.person)]),
            opinions(22.0, 0.7, "签发", &self.signed, 3, SIGNED),
            Row::new(9.0, vec![Cell::label("以下由被通知单位填写后报回").sized(12.0).over(4)]),
            story(28.0, 2.0, "整改情况", &self.done, 3),
            opinions(22.0, 0.7, "单位负责人\n意见", &self.unit_words, 3, SEALED),
            opinions(22.0, 0.7, "复查结论", &self.recheck, 3, SIGNED),
            Row::new(
                12.0,
                vec![
                    Cell::label("是否销号"),
                    Cell::text(boxes(2, &["销号", "不予销号"], &[&self.closed])),
                    Cell::label("销号日期"),
                    Cell::text(or(&self.closed_on, DAY)),
                ],
            ),
        ];
        let blocks = vec![
            Block::Code(self.number.clone()),
            ends(said("编号", &self.number), said("发出日期", or(&self.issued, DAY))),
            Block::Space(1.0),
            table(&[28.0, 54.0, 26.0, 52.0], 14.0, 0, rows),
            Block::Space(1.0),
            note("说明：一个问题一个编号；复查合格后销号。"),
        ];
        head.form("整改通知书", Paper::Upright, blocks)
    }
}

/// 抽查抽样单: what was drawn, and the seed with which anyone can draw it again.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SamplingSheet {
    /// 编号.
    pub number: String,
    /// 抽查事项.
    pub subject: String,
    /// 抽样范围: which list.
    pub frame: String,
    /// 总体数.
    pub frame_size: String,
    /// 抽取数.
    pub drawn: String,
    /// 抽样方法.
    pub method: String,
    /// 随机种子.
    pub seed: String,
    /// 抽样时间.
    pub drawn_at: String,
    /// What was drawn, in the order of drawing.
    pub rows: Vec<Sample>,
    /// 抽样人.
    pub drawer: String,
    /// 监督人.
    pub witness: String,
}
/// One of what was drawn.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Sample {
    /// Place in the list, from 1.
    pub place: String,
    /// 抽中对象.
    pub name: String,
    /// 所在单位、地址.
    pub detail: String,
    /// 备注.
    pub note: String,
}
impl SamplingSheet {
    /// One page; a long list runs on.
    pub fn form(&self, head: &Letterhead) -> Form {
        let about = vec![
            wide(12.0, "抽查事项", &self.subject, 3),
            wide(12.0, "抽样范围", &self.frame, 3),
            pairs(11.0, &[("总体数", &self.frame_size), ("抽取数", &self.drawn)]),
            pairs(11.0, &[("抽样方法", &self.method), ("抽样时间", &self.drawn_at)]),
            wide(11.0, "随机种子", &self.seed, 3),
        ];
        let mut rows = vec![labels(10.0, &["序号", "名单序号", "抽中对象", "所在单位、地址", "备注"])];
        rows.extend(listed(10.0, &self.rows, |one| {
            vec![
                Cell::text(&one.place),
                Cell::left(&one.name),
                Cell::left(&one.detail),
                Cell::left(&one.note),
            ]
        }));
        rows.extend(spare(10.0));
        let blocks = vec![
            line(said("编号", &self.number)),
            Block::Space(1.0),
            table(&[26.0, 58.0, 26.0, 50.0], 12.0, 0, about),
            Block::Space(3.0),
            table(&[12.0, 20.0, 46.0, 56.0, 26.0], 12.0, 1, rows),
            Block::Space(1.0),
            note("说明：同一名单、同一随机种子可以重新抽取并得到相同结果。"),
            signers(&[("抽样人", &self.drawer), ("监督人", &self.witness)]),
        ];
        head.form("抽查抽样单", Paper::Upright, blocks)
    }
}
