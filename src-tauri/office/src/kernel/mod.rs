//! The kernel: what every room stands on. It imports no room.
pub mod accounts;
pub mod answer;
pub mod attachments;
pub mod audit;
pub mod calendar;
pub mod capture;
pub mod checks;
pub mod clock;
pub mod command;
pub mod desk;
pub mod diff;
pub mod document_rules;
pub mod due;
pub mod entropy;
pub mod files;
pub mod flow;
pub mod followup_rules;
pub mod ids;
pub mod keyed;
pub mod keyring;
pub mod matter_rules;
pub mod migrations;
pub mod numbering;
pub mod paper;
pub mod paper_faces;
pub mod people_words;
pub mod profile;
pub mod progress;
pub mod refusal;
pub mod report_rules;
pub mod role;
pub mod rows;
pub mod secrets;
pub mod settings;
pub mod sheets;
pub mod store;
pub mod written;

pub use command::{
    Command, Nothing, changes, exports, exports_ledger, prints, prints_ledger, prints_list, reads,
};
pub use desk::Desk;
pub use refusal::{Refusal, Result};
pub use role::Role;
