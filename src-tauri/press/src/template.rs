//! What an import template (导入模板) says: sheets with columns to fill in, and how to fill them — plain data.
//!
//! It deliberately checks nothing: the reader of the filled workbook does, whatever Excel let pass.
use crate::ledger::Kind;

/// One column to fill in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateColumn {
    /// Its head, exactly as the import looks for it.
    pub title: String,
    /// Must not be empty (必填).
    pub required: bool,
    /// How to fill it in, one sentence.
    pub hint: String,
    /// The only values allowed, offered as a drop-down list; empty for free entry.
    pub choices: Vec<String>,
    /// Width in characters of the workbook's standard face.
    pub width: u16,
    /// What it holds; a [`Kind::Code`] column (phones, numbers with leading zeros) is stored as text.
    pub kind: Kind,
}

/// One sheet to fill in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateSheet {
    /// Name on its tab.
    pub name: String,
    /// Its columns.
    pub columns: Vec<TemplateColumn>,
    /// Example rows. They stand on the sheet of instructions, so that nobody imports them by mistake.
    pub examples: Vec<Vec<String>>,
}

/// An import template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// Title over the instructions.
    pub title: String,
    /// The sheets to fill in.
    pub sheets: Vec<TemplateSheet>,
    /// General instructions, one sentence each.
    pub notes: Vec<String>,
}

impl TemplateColumn {
    /// A column that may stay empty, without choices.
    pub fn new(title: &str, kind: Kind, width: u16, hint: &str) -> Self {
        Self { title: title.into(), required: false, hint: hint.into(), choices: Vec::new(), width, kind }
    }
    /// The same, to be filled in always.
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }
    /// The same, with a list to choose from.
    pub fn one_of<S: Into<String>>(mut self, choices: impl IntoIterator<Item = S>) -> Self {
        self.choices = choices.into_iter().map(Into::into).collect();
        self
    }
}
