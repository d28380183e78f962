//! 采访（约稿）申请表 and 新闻发布单. Office custom; no published pattern was found for the first.
use serde::{Deserialize, Serialize};

use super::letterhead::{Letterhead, Opinion};
use super::parts::*;
use crate::form::{Block, Cell, Form, Paper, Row};

/// 采访（约稿）申请表: from the written application to what was published.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct InterviewRequest {
    /// 编号.
    pub number: String,
    /// 类别: 采访 or 约稿.
    pub kind: String,
    /// 媒体名称.
    pub media: String,
    /// 记者.
    pub reporter: String,
    /// 记者证号.
    pub press_card: String,
    /// 联系电话.
    pub phone: String,
    /// 主题.
    pub topic: String,
    /// 被采访人及职务.
    pub person: String,
    /// 拟定时间.
    pub when: String,
    /// 地点.
    pub place: String,
    /// 提纲.
    pub outline: String,
    /// 领导意见.
    pub consent: Vec<Opinion>,
    /// 办公室审核稿件意见.
    pub review: Vec<Opinion>,
    /// 刊播情况.
    pub published: String,
    /// 申请日期.
    pub applied: String,
}
impl InterviewRequest {
    /// One page.
    pub fn form(&self, head: &Letterhead) -> Form {
        let rows = vec![
            Row::new(
                12.0,
                vec![
                    Cell::label("媒体名称"),
                    Cell::text(&self.media),
                    Cell::label("类别"),
                    Cell::text(boxes(2, &["采访", "约稿"], &[&self.kind])),
                ],
            ),
            pairs(12.0, &[("记者", &self.reporter), ("记者证号", &self.press_card)]),
            pairs(12.0, &[("联系电话", &self.phone), ("申请日期", or(&self.applied, DAY))]),
            wide(14.0, "主题", &self.topic, 3),
            wide(12.0, "被采访人\n及职务", &self.person, 3),
            pairs(12.0, &[("拟定时间", &self.when), ("地点", &self.place)]),
            story(40.0, 2.0, "采访（约稿）\n提纲", &self.outline, 3),
            opinions(28.0, 1.0, "领导意见", &self.consent, 3, SIGNED),
            opinions(28.0, 1.0, "办公室审核\n稿件意见", &self.review, 3, SIGNED),
            story(18.0, 0.5, "刊播情况", &self.published, 3),
        ];
        let blocks = vec![
            line(said("编号", &self.number)),
            Block::Space(1.0),
            table(&[30.0, 52.0, 26.0, 52.0], 14.0, 0, rows),
            Block::Space(1.0),
            note("说明：采访、约稿须经领导同意后安排，稿件经办公室审核后刊播；申请单位可另附采访函和提纲。"),
        ];
        head.form("采访（约稿）申请表", Paper::Upright, blocks)
    }
}

/// 新闻发布单: topic, speaker, material and outcome.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PressRelease {
    /// 编号.
    pub number: String,
    /// 发布主题.
    pub topic: String,
    /// 发布形式: 新闻发布会, 新闻通气会, 书面发布 or 网上发布.
    pub kind: String,
    /// 发布时间.
    pub when: String,
    /// 发布地点.
    pub place: String,
    /// 发布人及职务.
    pub speaker: String,
    /// 主持人.
    pub host: String,
    /// 邀请媒体.
    pub media: String,
    /// 发布要点.
    pub points: String,
    /// 答问口径.
    pub answers: String,
    /// 发布材料.
    pub material: String,
    /// 审核意见.
    pub review: Vec<Opinion>,
    /// 签发.
    pub signed: Vec<Opinion>,
    /// 发布结果.
    pub outcome: String,
    /// 承办人.
    pub person: String,
    /// 联系电话.
    pub phone: String,
}
impl PressRelease {
    /// One page.
    pub fn form(&self, head: &Letterhead) -> Form {
        let kinds = boxes(4, &["新闻发布会", "新闻通气会", "书面发布", "网上发布"], &[&self.kind]);
        let rows = vec![
            wide(14.0, "发布主题", &self.topic, 3),
            Row::new(12.0, vec![Cell::label("发布形式"), Cell::left(kinds).over(3)]),
            pairs(12.0, &[("发布时间", &self.when), ("发布地点", &self.place)]),
            pairs(12.0, &[("发布人\n及职务", &self.speaker), ("主持人", &self.host)]),
            wide(12.0, "邀请媒体", &self.media, 3),
            story(30.0, 2.0, "发布要点", &self.points, 3),
            story(18.0, 1.0, "答问口径", &self.answers, 3),
            wide(12.0, "发布材料", &self.material, 3),
            opinions(22.0, 1.0, "审核意见", &self.review, 3, SIGNED),
            opinions(20.0, 1.0, "签发", &self.signed, 3, SIGNED),
            story(15.0, 0.5, "发布结果", &self.outcome, 3),
            pairs(11.0, &[("承办人", &self.person), ("联系电话", &self.phone)]),
        ];
        let blocks = vec![
            line(said("编号", &self.number)),
            Block::Space(1.0),
            table(&[26.0, 56.0, 26.0, 52.0], 14.0, 0, rows),
        ];
        head.form("新闻发布单", Paper::Upright, blocks)
    }
}
