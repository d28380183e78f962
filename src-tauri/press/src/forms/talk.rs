//! 约谈通知书 and 约谈记录. Office custom; no published pattern was found.
use serde::{Deserialize, Serialize};

use super::letterhead::{Letterhead, Opinion};
use super::parts::*;
use crate::form::{Block, Form, Paper};

/// 约谈通知书.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TalkNotice {
    /// 编号.
    pub number: String,
    /// 被约谈单位.
    pub unit: String,
    /// 被约谈人及职务.
    pub person: String,
    /// 事由.
    pub reason: String,
    /// 约谈时间.
    pub when: String,
    /// 约谈地点.
    pub place: String,
    /// 约谈人.
    pub talker: String,
    /// 要求.
    pub demand: String,
    /// 签发.
    pub signed: Vec<Opinion>,
    /// 联系人.
    pub contact: String,
    /// 联系电话.
    pub phone: String,
    /// 发出日期.
    pub issued: String,
}
impl TalkNotice {
    /// One page.
    pub fn form(&self, head: &Letterhead) -> Form {
        let rows = vec![
            wide(13.0, "被约谈单位", &self.unit, 3),
            wide(13.0, "被约谈人\n及职务", &self.person, 3),
            story(36.0, 2.0, "事由", &self.reason, 3),
            pairs(13.0, &[("约谈时间", &self.when), ("约谈地点", &self.place)]),
            wide(13.0, "约谈人", &self.talker, 3),
            story(34.0, 1.5, "要求", &self.demand, 3),
            opinions(32.0, 1.0, "签发", &self.signed, 3, SIGNED),
            pairs(12.0, &[("联系人", &self.contact), ("联系电话", &self.phone)]),
            signed(22.0, 0.5, "签收", "", 3, "签收人：　　　　　　　　　年　　月　　日"),
        ];
        let blocks = vec![
            ends(said("编号", &self.number), said("发出日期", or(&self.issued, DAY))),
            Block::Space(1.0),
            table(&[28.0, 54.0, 26.0, 52.0], 14.0, 0, rows),
            Block::Space(1.0),
            note("说明：请被约谈人按时参加，不得无故缺席或者擅自委托他人；请准备书面说明材料。"),
        ];
        head.form("约谈通知书", Paper::Upright, blocks)
    }
}

/// 约谈记录.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TalkRecord {
    /// 编号.
    pub number: String,
    /// 约谈时间.
    pub when: String,
    /// 约谈地点.
    pub place: String,
    /// 被约谈单位.
    pub unit: String,
    /// 被约谈人及职务.
    pub person: String,
    /// 约谈人.
    pub talker: String,
    /// 主持.
    pub host: String,
    /// 记录.
    pub recorder: String,
    /// 参加人员.
    pub present: String,
    /// 指出的问题.
    pub problems: String,
    /// 谈话要点.
    pub words: String,
    /// 整改承诺.
    pub promise: String,
    /// 整改期限.
    pub due: String,
}
impl TalkRecord {
    /// One page; long texts run on.
    pub fn form(&self, head: &Letterhead) -> Form {
        let rows = vec![
            pairs(12.0, &[("约谈时间", &self.when), ("约谈地点", &self.place)]),
            pairs(12.0, &[("被约谈单位", &self.unit), ("被约谈人\n及职务", &self.person)]),
            pairs(12.0, &[("约谈人", &self.talker), ("主持", &self.host)]),
            wide(12.0, "参加人员", &self.present, 3),
            story(36.0, 1.5, "指出的问题", &self.problems, 3),
            story(40.0, 2.0, "谈话要点", &self.words, 3),
            story(30.0, 1.5, "整改承诺", &self.promise, 3),
            pairs(12.0, &[("整改期限", or(&self.due, DAY)), ("记录", &self.recorder)]),
        ];
        let blocks = vec![
            line(said("编号", &self.number)),
            Block::Space(1.0),
            table(&[28.0, 54.0, 26.0, 52.0], 14.0, 0, rows),
            Block::Space(1.0),
            note("以上记录已阅，内容属实。"),
            signers(&[("约谈人签字", ""), ("被约谈人签字", ""), ("记录人签字", "")]),
        ];
        head.form("约谈记录", Paper::Upright, blocks)
    }
}
