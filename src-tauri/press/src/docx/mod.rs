//! Official documents and bulletins for Word and WPS: clean paragraphs of named styles, to be edited by people.
//!
//! Promised: all words in their order, styles and levels that Word's navigation knows, the standard's paper, grid and
//! faces by the names that offices have them under, elements in the order of the schema (ECMA-376). What depends on the
//! finished page (where the head's lines stand, how titles are broken, on which page the imprint is) is taken from
//! [`crate::layout`], so that Word's pages are ours as near as Word allows.
//!
//! It deliberately breaks no line of the text, embeds no face and reads no Word file.
mod annexes;
mod around;
mod attendance;
mod body;
mod bulletin;
mod drawing;
mod facts;
mod guide;
mod head;
mod heads;
mod imprint;
mod joint;
mod letter;
mod official;
mod package;
mod para;
mod props;
mod section;
mod settings;
mod sign;
mod styles;
mod table;
mod units;
mod writer;
mod xml;

pub use bulletin::write_bulletin;
pub use official::write_document;
