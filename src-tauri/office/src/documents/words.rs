//! How days and things are written in this room, and the small checks that every command makes: the kernel's.
pub use crate::kernel::checks::{names, needed, possible, proof};
pub use crate::kernel::written::date;
