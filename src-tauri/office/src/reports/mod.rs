//! Monthly information (信息报送, 第二十一条 to 第二十三条): what every unit reports each month, when paper and file arrived,
//! what of it the bulletin used, and what that scores.
//!
//! ```text
//! 每月1日建立 ─▶ 登记送达(纸质、电子、审核) ─▶ 录入四部分 ─▶ 核收 / 退回补正 ─▶ 编入简报 ─▶ 通报          flow.rs
//!                          └─▶ 25日时限: 按时 / 迟报 / 不齐 / 缺报 ─▶ 催报                               rule.rs
//! 简报: 编辑 ─▶ 送签 ─▶ 签发(编号) ─▶ 印发 ─▶ 分发签收                                        bulletins/flow.rs
//! ```
//!
//! It promises that first arrivals decide whether a report was on time, however often it was corrected, and that what a unit
//! wrote is never changed. It deliberately signs no document: a circular becomes a draft in the documents room.
mod bulletins;
mod circular;
mod commands;
mod due;
mod file;
mod flow;
mod forms;
mod kinds;
mod ledgers;
mod month;
mod record;
mod rounds;
mod rule;
mod score;
mod span;
mod store;
mod when;
mod words;

use crate::kernel::Command;

pub use bulletins::{BulletinKind, BulletinStage};
pub use circular::{Circular, circular};
pub use commands::ReportPointsAsked;
pub use due::due;
pub use kinds::ReportStatus;
pub use month::Month;

/// This room's rows of the front desk's list.
pub fn commands() -> Vec<Command> {
    [commands::commands(), bulletins::commands()].into_iter().flatten().collect()
}

/// Ledgers of this room: (key, Chinese title, command).
pub fn ledgers() -> &'static [(&'static str, &'static str, &'static str)] {
    &[
        ("reports-year", "全年报送情况表", "reports_year_ledger"),
        ("bulletins", "工作简报台账", "bulletins_ledger"),
        ("bulletin-uses", "稿件采用台账", "bulletin_uses_ledger"),
    ]
}
