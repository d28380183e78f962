//! The formats that can be set, each with the fields of its head and an example to begin with.
use press::source::{Format, Key, Takes, keys_of};
use serde::Serialize;
use ts_rs::TS;

use crate::kernel::{Desk, Nothing, Result};

/// A format.
#[derive(Debug, Serialize, TS)]
pub struct PapersKind {
    /// Its key.
    key: String,
    /// Its Chinese name.
    label: String,
    /// Fields of its head, in the order of the form.
    fields: Vec<PapersField>,
    /// A whole source text as an example.
    example: String,
}

/// A field of a head.
#[derive(Debug, Serialize, TS)]
pub struct PapersField {
    /// Its key.
    key: String,
    /// Its Chinese name.
    label: String,
    /// How it is typed.
    takes: PapersTakes,
    /// What may be chosen.
    choices: Vec<PapersChoice>,
    /// Must not be empty.
    required: bool,
    /// One sentence of help; may be empty.
    hint: String,
}

/// One choice of a field.
#[derive(Debug, Serialize, TS)]
pub struct PapersChoice {
    /// Its key.
    key: String,
    /// In Chinese.
    label: String,
}

/// How a field is typed.
#[derive(Debug, Clone, Copy, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PapersTakes {
    /// One line.
    Line,
    /// Several lines of text.
    Text,
    /// One name a line.
    Names,
    /// A whole number.
    Number,
    /// A date.
    Date,
    /// One of the choices.
    Choice,
    /// A picture that was added.
    Picture,
    /// Authorities.
    Authorities,
    /// Annexes.
    Annexes,
}

pub(super) fn list(_: &Desk<'_>, _: Nothing) -> Result<Vec<PapersKind>> {
    let kind = |format: Format| PapersKind {
        key: format.key().into(),
        label: format.label().into(),
        // What the format is, the page asks by itself.
        fields: keys_of(format).filter(|key| key.name != "kind").map(|key| field(key, format)).collect(),
        example: example(format).into(),
    };
    Ok(Format::ALL.into_iter().map(kind).collect())
}

fn field(key: &Key, format: Format) -> PapersField {
    let choices = match key.takes {
        Takes::Choice(choices) => choices,
        _ => &[],
    };
    PapersField {
        key: key.name.into(),
        label: key.label.into(),
        takes: takes(key.takes),
        choices: choices
            .iter()
            .map(|(key, label)| PapersChoice { key: (*key).into(), label: (*label).into() })
            .collect(),
        required: key.is_required(format),
        hint: key.hint.into(),
    }
}

fn takes(takes: Takes) -> PapersTakes {
    match takes {
        Takes::Line => PapersTakes::Line,
        Takes::Text => PapersTakes::Text,
        Takes::Names => PapersTakes::Names,
        Takes::Number => PapersTakes::Number,
        Takes::Date => PapersTakes::Date,
        Takes::Choice(_) => PapersTakes::Choice,
        Takes::Picture => PapersTakes::Picture,
        Takes::Authorities => PapersTakes::Authorities,
        Takes::Annexes => PapersTakes::Annexes,
    }
}

fn example(format: Format) -> &'static str {
    match format {
        Format::Document => include_str!("../../../../assets/samples/通知.txt"),
        Format::Upward => include_str!("../../../../assets/samples/请示.txt"),
        Format::Letter => include_str!("../../../../assets/samples/函.txt"),
        Format::Minutes => include_str!("../../../../assets/samples/纪要.txt"),
        Format::Order => include_str!("../../../../assets/samples/令.txt"),
        Format::Bulletin => include_str!("../../../../assets/samples/简报.txt"),
    }
}
