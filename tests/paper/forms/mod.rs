//! Office forms: typical ones as golden text, measured on the finished PDF, and random ones that must hold.
mod fixtures;
pub mod geometry;
mod golden;
mod office;
mod random;

pub use fixtures::*;
