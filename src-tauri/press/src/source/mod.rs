//! Source text: a plain text with a head (题头), from which a document or a bulletin is set without any record.
//!
//! The head is TOML between `+++` or YAML between `---`; every key has a Chinese name as well. What follows is the body as
//! plain text. What it promises: everything wrong is said at once, each in a Chinese sentence with its line and key; nothing
//! is guessed and nothing left out silently. It deliberately lays out nothing and knows no office.
mod bulletin;
mod compose;
mod decode;
mod document;
mod fields;
mod files;
mod head;
mod keys;
mod picture;
mod secrecy;
mod toml;
mod yaml;

pub use compose::compose;
pub use decode::{Decoded, LARGEST, decode};
pub use files::{Files, Folder, Given};
pub use head::{Node, Parts, Value, has_head, split};
pub use keys::{Format, Key, Takes, annex_part, authority_part, find as key_named, keys_of, label_of};

#[cfg(test)]
mod tests;

use crate::text::tidy::{self, Correction, Doubt};
use crate::{Bulletin, Document, Fault};
use fields::Fields;

/// Something wrong in a source text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// Line of the source, from 1; 0 if it concerns no line (something is missing).
    pub line: usize,
    /// The key in Chinese; empty if it concerns no key.
    pub key: String,
    /// What is wrong and what to do, in Chinese.
    pub message: String,
}

impl std::fmt::Display for Trouble {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.line > 0 {
            write!(f, "第 {} 行", self.line)?;
        }
        if !self.key.is_empty() {
            write!(f, "“{}”", self.key)?;
        }
        let colon = if self.line > 0 || !self.key.is_empty() { "：" } else { "" };
        write!(f, "{colon}{}", self.message)
    }
}

/// What a source text says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// An official document.
    Document(Box<Document>),
    /// A bulletin.
    Bulletin(Box<Bulletin>),
}

impl Said {
    /// Title of the file that is made of it.
    pub fn title(&self) -> &str {
        match self {
            Said::Document(document) if document.title.is_empty() => &document.mark,
            Said::Document(document) => &document.title,
            Said::Bulletin(bulletin) => &bulletin.name,
        }
    }
}

/// A source text that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// Its format.
    pub format: Format,
    /// What it says.
    pub said: Said,
    /// What tidying changed, each with the line of the source as its paragraph; empty if it was not asked for.
    pub corrections: Vec<Correction>,
    /// What a person should look at.
    pub doubts: Vec<Doubt>,
}

/// Reads a source text; with `tidied` as [`tidy::tidy`] puts it right.
///
/// # Errors
/// Everything that is wrong with it, in the order of its lines.
pub fn read(text: &str, files: &dyn Files, tidied: bool) -> Result<Read, Vec<Trouble>> {
    let parts = split(text).map_err(|trouble| vec![trouble])?;
    let mut fields = Fields::new(&parts, files, tidied);
    let said = match fields.format() {
        Some(Format::Bulletin) => Said::Bulletin(Box::new(bulletin::read(&mut fields))),
        Some(format) => Said::Document(Box::new(document::read(&mut fields, format))),
        None => return Err(fields.troubles()),
    };
    let format = fields.format().unwrap_or_default();
    let (corrections, doubts) = fields.tidied();
    let troubles = fields.troubles();
    if troubles.is_empty() { Ok(Read { format, said, corrections, doubts }) } else { Err(troubles) }
}

/// A source text put right: the body and every line of the head, as far as they are words; the text to go on with, and what
/// was changed, by line.
pub fn tidy_source(text: &str) -> tidy::Tidied {
    let Ok(parts) = split(text) else {
        return tidy::Tidied { text: text.to_owned(), ..tidy::Tidied::default() };
    };
    head::tidy_source(text, &parts)
}

/// Names of the files whose text a source takes in as annexes.
pub fn annex_files(text: &str) -> Vec<String> {
    split(text).map(|parts| document::annex_files(&parts)).unwrap_or_default()
}

/// All troubles as one fault.
pub fn fault(troubles: &[Trouble]) -> Fault {
    let lines: Vec<String> = troubles.iter().map(ToString::to_string).collect();
    Fault::new(lines.join("\n"))
}
