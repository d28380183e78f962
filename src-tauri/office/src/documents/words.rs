//! How days and things are written in this room, and the small checks that every command makes: the kernel's.
pub use crate::kernel::checks::{names, needed, possible, proof};
pub use crate::kernel::written::date;

/// Usual ways in which papers come and go.
pub const WAYS: &[&str] = &["机要交换", "专人送达", "电子公文", "邮寄", "传真"];
/// Usual ways of urging (催办).
pub const URGINGS: &[&str] = &["电话", "催办单", "上门", "会议通报"];
