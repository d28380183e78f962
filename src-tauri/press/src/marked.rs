//! A draft with its changes marked (花脸稿), as plain data: what was struck, what was added, what stayed.
//!
//! It deliberately compares nothing: the pieces arrive in reading order.
use crate::document::Watermark;

/// What became of a piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// In both versions.
    Kept,
    /// Only in the old one: a red line through it.
    Struck,
    /// Only in the new one: red with a red line under it.
    Added,
}

/// A part of the draft under its label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// 标题, 主送, 正文, 附件1 …; set in 黑体 on a line of its own.
    pub label: String,
    /// Its pieces; line feeds part paragraphs.
    pub pieces: Vec<(Mark, String)>,
}

/// A marked draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// Title of the paper.
    pub title: String,
    /// Lines under it: which versions, by whom, how much was changed.
    pub notes: Vec<String>,
    /// The parts.
    pub parts: Vec<Part>,
    /// Words at the foot.
    pub foot: String,
    /// Watermarks.
    pub watermarks: Vec<Watermark>,
}
