//! The verbs of `zq`, one file each. A verb asks the front desk and says the answer; it knows no rule.
pub mod ask;
pub mod blank;
pub mod check;
pub mod commands;
pub mod demo;
pub mod forms;
pub mod import;
pub mod ledger;
pub mod print;
pub mod typeset;
