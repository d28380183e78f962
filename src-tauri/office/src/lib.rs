//! The office: everything a leading group's office (领导小组办公室) does, behind one front desk.
//!
//! What it promises: a question goes in by name ([`Office::ask`]), is authorised, run in one transaction and audited.
//! What it deliberately does not know: windows, Tauri, the command line. It opens no network and no port.
pub mod documents;
pub mod followup;
pub mod front_desk;
pub mod kernel;
pub mod library;
pub mod matters;
pub mod meetings;
pub mod papers;
pub mod registry;
pub mod reports;
pub mod system;
pub mod tasks;
pub mod workbench;

pub mod door;
mod open_store;

pub use front_desk::{Office, Options};
pub use kernel::answer::Answer;
pub use kernel::progress::{Progress, Silent};
pub use kernel::refusal::{Kind as RefusalKind, Refusal};
