//! How a long command says how far it is, and learns that it is no longer wanted.
use crate::kernel::refusal::{Refusal, Result};

/// Told by a long command; implemented by window and command line.
pub trait Progress: Send + Sync {
    /// `done` of `total` steps are done; `words` says what is being done, in Chinese.
    fn step(&self, done: u64, total: u64, words: &str);
    /// Whether the person has asked to stop.
    fn cancelled(&self) -> bool;
}

/// Says nothing and never stops.
pub struct Silent;

impl Progress for Silent {
    fn step(&self, _: u64, _: u64, _: &str) {}
    fn cancelled(&self) -> bool {
        false
    }
}

/// Stops a command whose person has cancelled; its transaction is rolled back.
pub fn go_on(progress: &dyn Progress) -> Result<()> {
    if progress.cancelled() {
        Err(Refusal::refused("已按您的要求停止，没有写入任何内容。"))
    } else {
        Ok(())
    }
}
