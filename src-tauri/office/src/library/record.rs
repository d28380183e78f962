//! An entry of the library and what belongs to it, citations of it, and records of guidance.
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::kinds::{CitationId, GuidanceId, LibraryId, LibraryKind, Validity};
use crate::kernel::attachments::Attachment;
use crate::kernel::flow::StepChoice;
use crate::registry::UnitId;

/// What is entered of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LibraryFacts {
    /// Kind.
    pub kind: LibraryKind,
    /// Title without the book marks.
    pub title: String,
    /// Issuing body.
    pub issuer: String,
    /// Number (发文字号、公布令号); may be empty.
    #[serde(default)]
    pub letter: String,
    /// Where the text was taken from; may be empty.
    #[serde(default)]
    pub source: String,
    /// When it was issued.
    #[serde(default)]
    pub issued_on: Option<NaiveDate>,
    /// From when it holds.
    #[serde(default)]
    pub effective_on: Option<NaiveDate>,
    /// What it is about, in the office's own words.
    #[serde(default)]
    pub summary: String,
    /// Full text; may be empty where only a file lies with it.
    #[serde(default)]
    pub text: String,
}

/// An entry as a line of the list; the full text stands on its card only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LibraryEntry {
    /// Id.
    pub id: LibraryId,
    /// Counts changes.
    pub version: i64,
    /// Kind.
    pub kind: LibraryKind,
    /// In Chinese.
    pub kind_label: String,
    /// Title.
    pub title: String,
    /// Issuing body.
    pub issuer: String,
    /// Number.
    pub letter: String,
    /// When it was issued.
    pub issued_on: Option<NaiveDate>,
    /// From when it holds.
    pub effective_on: Option<NaiveDate>,
    /// What it is about.
    pub summary: String,
    /// Whether it holds.
    pub validity: Validity,
    /// In Chinese.
    pub validity_label: String,
    /// By what it was amended or repealed; empty while it holds.
    pub validity_by: String,
    /// From which day.
    pub validity_on: Option<NaiveDate>,
    /// That text, if it is in the library.
    pub validity_entry: Option<LibraryId>,
    /// How many records rest on it.
    pub cited: u32,
    /// Where the words asked for stand in the full text; empty without a search or if they stand elsewhere.
    pub excerpt: String,
}

/// A version of an entry.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LibraryVersion {
    /// From 1.
    pub n: u32,
    /// As it was.
    pub facts: LibraryFacts,
    /// Why it was changed; empty for the first.
    pub reason: String,
    /// When.
    pub saved_at: NaiveDateTime,
    /// By whom.
    pub saved_by: String,
}

/// One line of an entry's history.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LibraryEvent {
    /// When.
    pub at: NaiveDateTime,
    /// Who.
    pub who: String,
    /// What.
    pub what: String,
    /// In words.
    pub words: String,
}

/// A record that rests on an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LibraryCitation {
    /// Id.
    pub id: CitationId,
    /// The entry.
    pub entry: LibraryId,
    /// Its title.
    pub title: String,
    /// Its validity in Chinese, so that whoever cites sees what no longer holds.
    pub validity_label: String,
    /// Whether it holds unamended.
    pub in_force: bool,
    /// Kind of record: `matter`, `task`, `document` …
    pub kind: String,
    /// In Chinese.
    pub kind_label: String,
    /// Id of the record.
    pub record: String,
    /// The record in words.
    pub label: String,
    /// Its page.
    pub page: String,
    /// Which article, or why.
    pub note: String,
    /// When.
    pub cited_on: NaiveDate,
    /// By whom.
    pub cited_by: String,
}

/// An entry with all that belongs to it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LibraryCard {
    /// The entry.
    pub entry: LibraryEntry,
    /// All that is entered of it, full text included.
    pub facts: LibraryFacts,
    /// Steps of its validity.
    pub allowed: Vec<StepChoice>,
    /// The article, e.g. `第二条`.
    pub article: String,
    /// What rests on it.
    pub citations: Vec<LibraryCitation>,
    /// Its versions, newest first.
    pub versions: Vec<LibraryVersion>,
    /// Its history, newest first.
    pub events: Vec<LibraryEvent>,
    /// Files.
    pub attachments: Vec<Attachment>,
}

/// What is entered of a visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GuidanceFacts {
    /// District, county or park.
    pub unit: UnitId,
    /// Day.
    pub on: NaiveDate,
    /// Who went.
    pub people: Vec<String>,
    /// Topic.
    pub topic: String,
    /// What was said and seen.
    pub content: String,
    /// What came of it.
    #[serde(default)]
    pub result: String,
    /// Where the paper lies; may be empty.
    #[serde(default)]
    pub basis: String,
}

/// A record of guidance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Guidance {
    /// Id.
    pub id: GuidanceId,
    /// Counts changes.
    pub version: i64,
    /// Number as printed.
    pub number: String,
    /// Short name of the unit on that day.
    pub unit_short: String,
    /// What was entered.
    pub facts: GuidanceFacts,
    /// Who recorded it.
    pub recorded_by: String,
    /// When.
    pub recorded_at: NaiveDateTime,
}

/// A record of guidance as it once was.
#[derive(Debug, Clone, Serialize, TS)]
pub struct GuidanceVersion {
    /// From 1.
    pub n: u32,
    /// As it was.
    pub facts: GuidanceFacts,
    /// Why it was changed.
    pub reason: String,
    /// When it was replaced.
    pub saved_at: NaiveDateTime,
    /// By whom.
    pub saved_by: String,
}

/// A record of guidance with all that belongs to it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct GuidanceCard {
    /// The record.
    pub guidance: Guidance,
    /// What it was before, newest first.
    pub versions: Vec<GuidanceVersion>,
    /// Files.
    pub attachments: Vec<Attachment>,
    /// The article, e.g. `第二条`.
    pub article: String,
}
