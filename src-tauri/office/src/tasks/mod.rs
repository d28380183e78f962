//! Division of tasks (任务分解, 第二条): a year's plan, who leads, helps and carries out, by when, and how far it is.
//!
//! ```text
//! 编制中 (write, copy from last year, import) ──印发──▶ 已印发 第1版 ──调整──▶ 第2版 …      progress per stage, state computed
//! ```
//!
//! It promises that a unit has one role in an item, that what went out changes only as a further edition with its reason,
//! and that every edition can be printed as it was. It deliberately lays nothing on a unit by itself and scores nothing.
mod commands;
mod due;
mod find;
mod flow;
mod forms;
mod import;
mod kinds;
mod ledgers;
mod record;
mod rules;
mod state;
mod store;

pub use commands::{TaskFilter, all as tasks, commands};
pub use due::due;
pub use kinds::{TaskId, TaskPlanId, TaskRole, TaskState};
pub use record::{TaskItem, TaskWords};

/// What the library is told is the kind of an item that cites.
const CITES: &str = "task";
