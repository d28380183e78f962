//! The press: official paper and office forms, from plain data to PDF, workbook and DOCX.
//!
//! What it promises: a [`Document`] is set by GB/T 9704-2012 and a [`Form`] as it is described, on a real A4 page
//! measured in millimetres; every face is embedded, every character can be searched and copied.
//!
//! What it deliberately does not do: it knows no office, no SQL and no clock. Dates, numbers and names arrive as words.
pub mod bulletin;
pub mod document;
pub mod docx;
pub mod dump;
pub mod fault;
pub mod fonts;
pub mod form;
pub mod forms;
pub mod layout;
pub mod ledger;
pub mod marked;
pub mod page;
pub mod pdf;
pub mod picture;
pub mod source;
pub mod template;
pub mod text;
pub mod typeset;
pub mod xlsx;

pub use bulletin::Bulletin;
pub use document::Document;
pub use fault::Fault;
pub use form::Form;
pub use ledger::Ledger;
