//! 督办通知单 and 督办反馈单: what is asked of a unit and what it answers. Office custom.
use serde::{Deserialize, Serialize};

use super::letterhead::{Letterhead, Opinion};
use super::parts::*;
use crate::form::{Block, Cell, Form, Paper, Row};

/// Where followed-up matters come from.
const SOURCES: [&str; 6] = ["会议决定", "领导批示", "文件", "上级交办", "群众反映", "工作计划"];

/// 督办通知单.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FollowupNotice {
    /// 编号.
    pub number: String,
    /// 标题.
    pub title: String,
    /// 来源: 会议决定, 领导批示, 文件, 上级交办, 群众反映 or 工作计划.
    pub source: String,
    /// 依据: which minutes, instruction or document.
    pub ground: String,
    /// 紧急程度.
    pub urgency: String,
    /// 牵头单位.
    pub lead: String,
    /// 配合单位.
    pub partners: String,
    /// 承办事项.
    pub task: String,
    /// 完成期限.
    pub due: String,
    /// 汇报频次.
    pub frequency: String,
    /// 督办人.
    pub person: String,
    /// 督办人电话.
    pub phone: String,
    /// 领导批示.
    pub instructions: Vec<Opinion>,
    /// 发出日期.
    pub issued: String,
}
impl FollowupNotice {
    /// One page.
    pub fn form(&self, head: &Letterhead) -> Form {
        let rows = vec![
            wide(13.0, "标题", &self.title, 3),
            Row::new(
                16.0,
                vec![Cell::label("来源"), Cell::left(boxes(3, &SOURCES, &[&self.source])).over(3)],
            ),
            wide(13.0, "依据", &self.ground, 3),
            pairs(12.0, &[("牵头单位", &self.lead), ("紧急程度", &self.urgency)]),
            wide(12.0, "配合单位", &self.partners, 3),
            story(40.0, 2.0, "承办事项", &self.task, 3),
            pairs(12.0, &[("完成期限", &self.due), ("汇报频次", &self.frequency)]),
            opinions(34.0, 1.5, "领导批示", &self.instructions, 3, ""),
            pairs(12.0, &[("督办人", &self.person), ("联系电话", &self.phone)]),
            signed(26.0, 0.5, "签收", "", 3, "签收人：　　　　　　　　　年　　月　　日"),
        ];
        let blocks = vec![
            ends(said("编号", &self.number), said("发出日期", or(&self.issued, DAY))),
            Block::Space(1.0),
            table(&[26.0, 56.0, 26.0, 52.0], 14.0, 0, rows),
            Block::Space(1.0),
            note("说明：请在完成期限前填报《督办反馈单》；不能按期完成的，须在期限届满前提出延期申请。"),
        ];
        head.form("督办通知单", Paper::Upright, blocks)
    }
}

/// 督办反馈单: comes back, so it carries its number as a code.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FollowupReply {
    /// 编号 of the notice.
    pub number: String,
    /// 事项.
    pub matter: String,
    /// 承办单位.
    pub unit: String,
    /// 完成期限.
    pub due: String,
    /// 进展.
    pub progress: String,
    /// 结果.
    pub result: String,
    /// 佐证材料.
    pub evidence: String,
    /// 单位负责人意见.
    pub head_words: Vec<Opinion>,
    /// 审核: 认可 or 退回.
    pub verdict: String,
    /// 审核意见.
    pub verdict_words: Vec<Opinion>,
    /// 领导批示.
    pub instructions: Vec<Opinion>,
    /// 反馈日期.
    pub replied: String,
    /// 填报人.
    pub person: String,
    /// 填报人电话.
    pub phone: String,
}
impl FollowupReply {
    /// One page.
    pub fn form(&self, head: &Letterhead) -> Form {
        let verdict = format!("审核\n\n{}", boxes(1, &["认可", "退回"], &[&self.verdict]));
        let rows = vec![
            wide(13.0, "督办事项", &self.matter, 3),
            pairs(12.0, &[("承办单位", &self.unit), ("完成期限", &self.due)]),
            story(34.0, 2.0, "进展情况", &self.progress, 3),
            story(26.0, 1.0, "办理结果", &self.result, 3),
            wide(14.0, "佐证材料", &self.evidence, 3),
            opinions(28.0, 1.0, "承办单位\n负责人意见", &self.head_words, 3, SEALED),
            opinions(28.0, 1.0, &verdict, &self.verdict_words, 3, SIGNED),
            opinions(24.0, 1.0, "领导批示", &self.instructions, 3, ""),
            pairs(11.0, &[("填报人", &self.person), ("联系电话", &self.phone)]),
        ];
        let blocks = vec![
            Block::Code(self.number.clone()),
            ends(said("编号", &self.number), said("反馈日期", or(&self.replied, DAY))),
            Block::Space(1.0),
            table(&[28.0, 54.0, 26.0, 52.0], 14.0, 0, rows),
        ];
        head.form("督办反馈单", Paper::Upright, blocks)
    }
}
