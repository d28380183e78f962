//! Monthly information: 信息报送单, 催报单, 信息采用情况通报. Office custom.
use serde::{Deserialize, Serialize};

use super::letterhead::{Letterhead, Opinion};
use super::parts::*;
use crate::form::{Block, Cell, Form, Paper, Row};

/// 信息报送单: a unit's month; comes back, so it carries its number as a code.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReportSlip {
    /// 编号.
    pub number: String,
    /// 报送单位.
    pub unit: String,
    /// 月份.
    pub month: String,
    /// 本月进展.
    pub progress: String,
    /// 下月计划.
    pub plan: String,
    /// 创新举措.
    pub innovations: String,
    /// 重要事件: 产品、工程、环境、服务质量.
    pub events: String,
    /// 建议意见.
    pub suggestions: String,
    /// 审核人意见.
    pub reviewed: Vec<Opinion>,
    /// 信息员.
    pub person: String,
    /// 信息员电话.
    pub phone: String,
    /// 纸质送达时间.
    pub paper_arrived: String,
    /// 电子送达时间.
    pub file_arrived: String,
}
impl ReportSlip {
    /// One page; long texts run on.
    pub fn form(&self, head: &Letterhead) -> Form {
        let rows = vec![
            pairs(12.0, &[("报送单位", &self.unit), ("月份", or(&self.month, "　　　　年　　月"))]),
            story(36.0, 2.0, "本月进展", &self.progress, 3),
            story(26.0, 1.0, "下月计划", &self.plan, 3),
            story(24.0, 1.0, "创新举措", &self.innovations, 3),
            story(26.0, 1.0, "重要事件\n（产品工程\n环境服务）", &self.events, 3),
            story(20.0, 1.0, "建议意见", &self.suggestions, 3),
            opinions(26.0, 0.5, "单位领导\n审核", &self.reviewed, 3, SEALED),
            pairs(11.0, &[("信息员", &self.person), ("联系电话", &self.phone)]),
            pairs(11.0, &[("纸质送达", &self.paper_arrived), ("电子送达", &self.file_arrived)]),
        ];
        let blocks = vec![
            Block::Code(self.number.clone()),
            line(said("编号", &self.number)),
            Block::Space(1.0),
            table(&[34.0, 49.0, 26.0, 51.0], 14.0, 0, rows),
            Block::Space(1.0),
            note("说明：每月25日前经单位领导审核后，纸质材料和电子文档一并报送；送达时间由办公室填写。"),
        ];
        head.form("工作信息报送单", Paper::Upright, blocks)
    }
}

/// 催报单: a report that has not come, or not whole.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReportReminder {
    /// 编号.
    pub number: String,
    /// 被催报单位.
    pub unit: String,
    /// 月份.
    pub month: String,
    /// 应报时限.
    pub due: String,
    /// 未到: 纸质材料, 电子文档.
    pub missing: Vec<String>,
    /// 情况说明.
    pub state: String,
    /// 补报时限.
    pub new_due: String,
    /// 催报次数, as words.
    pub times: String,
    /// 联系人.
    pub person: String,
    /// 联系电话.
    pub phone: String,
    /// 发出日期.
    pub issued: String,
}
impl ReportReminder {
    /// One page.
    pub fn form(&self, head: &Letterhead) -> Form {
        let missing: Vec<&str> = self.missing.iter().map(String::as_str).collect();
        let rows = vec![
            wide(13.0, "单位", &self.unit, 3),
            pairs(13.0, &[("信息月份", or(&self.month, "　　　　年　　月")), ("应报时限", &self.due)]),
            Row::new(
                13.0,
                vec![
                    Cell::label("尚未收到"),
                    Cell::left(boxes(2, &["纸质材料", "电子文档"], &missing)).over(3),
                ],
            ),
            pairs(13.0, &[("催报次数", or(&self.times, "第　　　次")), ("补报时限", or(&self.new_due, DAY))]),
            story(50.0, 1.0, "情况说明", &self.state, 3),
            pairs(13.0, &[("联系人", &self.person), ("联系电话", &self.phone)]),
            signed(30.0, 0.5, "单位说明", "", 3, SEALED),
            signed(24.0, 0.3, "签收", "", 3, "签收人：　　　　　　　　　年　　月　　日"),
        ];
        let blocks = vec![
            ends(said("编号", &self.number), said("发出日期", or(&self.issued, DAY))),
            Block::Space(1.0),
            table(&[26.0, 56.0, 26.0, 52.0], 14.0, 0, rows),
            Block::Space(1.0),
            note("说明：报送情况纳入年度考核；逾期未补报的，记为缺报。"),
        ];
        head.form("信息催报单", Paper::Upright, blocks)
    }
}

/// 信息采用情况通报: who reported, whose items were used, and the marks for it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UsageTable {
    /// 统计时段.
    pub span: String,
    /// Units in order of rank.
    pub rows: Vec<Usage>,
    /// 零报送单位.
    pub none_reported: String,
    /// 零采用单位.
    pub none_used: String,
    /// 通报日期.
    pub issued: String,
}
/// One unit's month and year so far.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Usage {
    /// 单位.
    pub unit: String,
    /// 本月报送, items.
    pub month: String,
    /// 累计报送, items.
    pub total: String,
    /// 采用, by journal and items.
    pub used: String,
    /// 报送分.
    pub report_mark: String,
    /// 采用分.
    pub used_mark: String,
    /// 本月得分.
    pub month_mark: String,
    /// 累计得分.
    pub total_mark: String,
    /// 备注.
    pub note: String,
}
impl UsageTable {
    /// Landscape; units without report and without use are named under the table.
    pub fn form(&self, head: &Letterhead) -> Form {
        let down = |words: &str| Cell::label(words).down(2);
        let mut rows = vec![
            Row::new(
                9.0,
                vec![
                    down("序号"),
                    down("单位"),
                    Cell::label("报送（条）").over(2),
                    down("采用情况（刊物、条数）"),
                    Cell::label("得分").over(4),
                    down("备注"),
                ],
            ),
            labels(9.0, &["本月", "累计", "报送分", "采用分", "本月得分", "累计得分"]),
        ];
        rows.extend(listed(9.0, &self.rows, |one| {
            vec![
                Cell::left(&one.unit),
                Cell::text(&one.month),
                Cell::text(&one.total),
                Cell::left(&one.used),
                Cell::text(&one.report_mark),
                Cell::text(&one.used_mark),
                Cell::text(&one.month_mark),
                Cell::text(&one.total_mark),
                Cell::left(&one.note),
            ]
        }));
        rows.extend(pen_if_empty(&self.rows, 9.0));
        let nobody = if self.rows.is_empty() { "" } else { "无" };
        let none = |units| or(units, nobody);
        let blocks = vec![
            ends(said("统计时段", &self.span), said("通报日期", or(&self.issued, DAY))),
            Block::Space(1.0),
            table(&[11.0, 52.0, 16.0, 16.0, 62.0, 18.0, 18.0, 19.0, 19.0, 21.0], 10.5, 2, rows),
            Block::Space(1.5),
            line(said("零报送单位", none(&self.none_reported))),
            line(said("零采用单位", none(&self.none_used))),
        ];
        head.form("信息报送和采用情况通报", Paper::Landscape, blocks)
    }
}
