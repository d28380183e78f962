//! 工作简报 (第二十二条): from what units reported to a signed, numbered, printed and distributed issue.
//!
//! ```text
//! 编辑中 ──送签──▶ 待签发 ──签发(编号)──▶ 已签发 ──印发──▶ 已印发 ──▶ 分发、签收
//!    ▲──────退回──────┘                    │
//!    └────────────────撤回重编─────────────┘        编辑中、已签发 ──作废──▶ 已作废
//! ```
//!
//! It promises that what a unit wrote stays untouched beside the edited copy, that every item leads to its reports and
//! back, that numbers run without gap, and that nothing of a signed issue changes but its way to the readers.
mod card;
mod commands;
mod distribution;
mod due;
mod find;
mod flow;
mod kinds;
mod ledgers;
mod paper;
mod record;
mod store;

pub(super) use commands::commands;
pub(super) use due::due;
pub(super) use find::find;
pub use flow::BulletinStage;
pub use kinds::BulletinKind;
pub(super) use kinds::issue_name;
pub(super) use store::items::issued_items;
