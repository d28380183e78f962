//! 催办单 and 延期申请: a matter that is late, and one that would become so. Office custom.
use serde::{Deserialize, Serialize};

use super::letterhead::{Letterhead, Opinion};
use super::parts::*;
use crate::form::{Block, Form, Paper};

/// 催办单.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Reminder {
    /// 编号.
    pub number: String,
    /// 原督办通知编号.
    pub notice_number: String,
    /// 承办单位.
    pub unit: String,
    /// 督办事项.
    pub matter: String,
    /// 原定期限.
    pub due: String,
    /// 逾期情况, as words.
    pub overdue: String,
    /// 催办次数, as words.
    pub times: String,
    /// 目前情况.
    pub state: String,
    /// 催办要求.
    pub demand: String,
    /// 回复时限.
    pub answer_by: String,
    /// 督办人.
    pub person: String,
    /// 联系电话.
    pub phone: String,
    /// 发出日期.
    pub issued: String,
    /// 签发.
    pub signer: Vec<Opinion>,
}
impl Reminder {
    /// One page.
    pub fn form(&self, head: &Letterhead) -> Form {
        let rows = vec![
            pairs(12.0, &[("承办单位", &self.unit), ("原通知编号", &self.notice_number)]),
            wide(16.0, "督办事项", &self.matter, 3),
            pairs(12.0, &[("原定期限", &self.due), ("逾期情况", &self.overdue)]),
            pairs(12.0, &[("催办次数", or(&self.times, "第　　　次")), ("回复时限", &self.answer_by)]),
            story(32.0, 1.0, "目前情况", &self.state, 3),
            story(36.0, 1.5, "催办要求", &self.demand, 3),
            opinions(30.0, 1.0, "签发", &self.signer, 3, SIGNED),
            pairs(12.0, &[("督办人", &self.person), ("联系电话", &self.phone)]),
            signed(24.0, 0.5, "签收", "", 3, "签收人：　　　　　　　　　年　　月　　日"),
        ];
        let blocks = vec![
            ends(said("编号", &self.number), said("发出日期", or(&self.issued, DAY))),
            Block::Space(1.0),
            table(&[26.0, 56.0, 28.0, 50.0], 14.0, 0, rows),
            Block::Space(1.0),
            note("说明：请在回复时限前书面回复；催办后仍未办理的，按工作规则予以通报或者约谈。"),
        ];
        head.form("催办单", Paper::Upright, blocks)
    }
}

/// 延期申请: comes back, so it carries its number as a code.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Extension {
    /// 督办编号.
    pub number: String,
    /// 承办单位.
    pub unit: String,
    /// 督办事项.
    pub matter: String,
    /// 原定期限.
    pub due: String,
    /// 拟延至.
    pub new_due: String,
    /// 进展.
    pub progress: String,
    /// 延期原因.
    pub reason: String,
    /// 后续措施.
    pub measures: String,
    /// 单位负责人意见.
    pub unit_words: Vec<Opinion>,
    /// 督办机构意见.
    pub office_words: Vec<Opinion>,
    /// 审批意见.
    pub decision: Vec<Opinion>,
    /// 申请日期.
    pub asked: String,
    /// 经办人.
    pub person: String,
    /// 联系电话.
    pub phone: String,
}
impl Extension {
    /// One page.
    pub fn form(&self, head: &Letterhead) -> Form {
        let rows = vec![
            wide(14.0, "督办事项", &self.matter, 3),
            pairs(12.0, &[("承办单位", &self.unit), ("申请日期", or(&self.asked, DAY))]),
            pairs(12.0, &[("原定期限", or(&self.due, DAY)), ("拟延至", or(&self.new_due, DAY))]),
            story(26.0, 1.0, "目前进展", &self.progress, 3),
            story(26.0, 1.0, "延期原因", &self.reason, 3),
            story(22.0, 1.0, "后续措施", &self.measures, 3),
            opinions(26.0, 1.0, "单位负责人\n意见", &self.unit_words, 3, SEALED),
            opinions(24.0, 1.0, "办公室意见", &self.office_words, 3, SIGNED),
            opinions(24.0, 1.0, "审批意见", &self.decision, 3, SIGNED),
            pairs(11.0, &[("经办人", &self.person), ("联系电话", &self.phone)]),
        ];
        let blocks = vec![
            Block::Code(self.number.clone()),
            line(said("督办编号", &self.number)),
            Block::Space(1.0),
            table(&[28.0, 54.0, 26.0, 52.0], 14.0, 0, rows),
            Block::Space(1.0),
            note("说明：延期须在原定期限届满前提出；未经批准或者逾期提出的，仍以原定期限计。"),
        ];
        head.form("延期申请", Paper::Upright, blocks)
    }
}
