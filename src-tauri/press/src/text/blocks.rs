//! Body text to its parts: paragraphs with their levels, tables pasted as lines with tabs, pictures by name. Pure data.
//!
//! Promised: paper and Word see the same parts, because both ask here; every printable character of the text stands in
//! exactly one part, in order (tabs, the quotation marks that a spreadsheet puts around a cell of several lines, and the
//! marks of merged cells are no text). It deliberately sets nothing, knows no picture but its name, and never fails: what is no table is a paragraph.
use super::lines::{Line, lines};
use super::spans::{self, Span};
use super::{clean, clean_line};

/// A heading without a full stop is set whole in its face up to this many characters (two lines of paper).
const LONGEST_HEADING: usize = 52;
/// A heading with a full stop that is longer than this and has commas is a sentence.
const LONGEST_TITLE: usize = 24;
/// A caption is at most this long, in characters.
const LONGEST_CAPTION: usize = 60;
/// Numerals of the first two levels.
const NUMERALS: &str = "一二三四五六七八九十百零〇";

/// A part of a body, from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph, two characters in; clean text without line feeds.
    Paragraph {
        /// 1 for 一、 2 for （一） 3 for 1. 4 for （1）, `None` for plain text (GB/T 9704-2012, 7.3.3).
        level: Option<u8>,
        /// How many characters at its beginning are the heading: 黑体 at level 1, 楷体 at level 2; 0 without one.
        heading_len: usize,
        /// Its words.
        text: String,
    },
    /// A ruled table.
    Table {
        /// Its caption, set above it; empty for none.
        caption: String,
        /// What its numbers count (`单位：万元`), set above it at the right; empty for none.
        unit: String,
        /// Its rows, all of the same number of cells (at least one); a cell may hold line feeds.
        rows: Vec<Vec<String>>,
        /// Its merged cells; all of their places but the first are empty in `rows`.
        spans: Vec<Span>,
    },
    /// A picture on a line of its own.
    Picture {
        /// Its caption, set below it; empty for none.
        caption: String,
        /// The name by which the document's pictures have it.
        name: String,
    },
}

impl Block {
    /// A paragraph that is a heading and nothing else: it stays with what follows it.
    pub fn is_heading(&self) -> bool {
        match self {
            Self::Paragraph { level, heading_len, text } => {
                let count = text.chars().count();
                // `1.市教育局负责……。` is a sentence of a list, not a heading: a list may be parted.
                let sentence = level.is_some_and(|level| level > 2) && text.ends_with('。');
                *heading_len > 0 && *heading_len == count && count <= LONGEST_HEADING && !sentence
            }
            _ => false,
        }
    }
}

/// The parts of a body.
pub fn blocks(body: &str) -> Vec<Block> {
    let mut out = Vec::new();
    let mut run: Vec<Vec<String>> = Vec::new();
    for line in lines(body) {
        match line {
            Line::Cells(cells) => run.push(cells),
            Line::Words(words) => {
                close(&mut out, &mut run);
                out.extend(picture(&words).or_else(|| paragraph(&words)));
            }
        }
    }
    close(&mut out, &mut run);
    out
}

/// Ends a run of lines with tabs: a table, or paragraphs whose label or indent was set with a tab.
fn close(out: &mut Vec<Block>, run: &mut Vec<Vec<String>>) {
    let rows = std::mem::take(run);
    if rows.iter().flatten().all(String::is_empty) {
        return;
    }
    let filled = |row: &Vec<String>| row.iter().filter(|cell| !cell.is_empty()).count();
    if rows.iter().all(|row| filled(row) <= 1) || rows.iter().all(is_listed) {
        out.extend(rows.iter().filter_map(|row| paragraph(&row.concat())));
        return;
    }
    let unit = take_if(out, is_unit);
    let caption = take_if(out, is_caption);
    let mut rows = squared(rows);
    let spans = spans::take(&mut rows);
    out.push(headed(caption, unit, rows, spans));
}

/// A first row merged from edge to edge is the caption of a table that has none.
fn headed(mut caption: String, unit: String, mut rows: Vec<Vec<String>>, mut spans: Vec<Span>) -> Block {
    let whole = Span { row: 0, col: 0, rows: 1, cols: rows.first().map_or(0, Vec::len) };
    if caption.is_empty() && whole.cols > 1 && rows.len() > 1 && spans.contains(&whole) {
        caption = clean_line(&rows.remove(0).concat());
        spans.retain(|span| *span != whole);
        spans.iter_mut().for_each(|span| span.row -= 1);
    }
    Block::Table { caption, unit, rows, spans }
}

/// `1.⇥加强领导`: a numbered paragraph copied from a word processor.
fn is_listed(row: &Vec<String>) -> bool {
    let [label, words @ ..] = row.as_slice() else { return false };
    let chars: Vec<char> = label.chars().collect();
    let bullet = matches!(chars.as_slice(), ['•' | '●' | '■' | '◆' | '·' | '-' | '\u{F06C}' | '\u{F0B7}']);
    let label = bullet || level(&chars).is_some_and(|_| chars.len() <= 6);
    label && words.iter().filter(|cell| !cell.is_empty()).count() == 1
}

/// Takes the last part if it is a plain paragraph of this kind.
fn take_if(out: &mut Vec<Block>, is: fn(&str) -> bool) -> String {
    match out.last() {
        Some(Block::Paragraph { level: None, text, .. }) if is(text) => match out.pop() {
            Some(Block::Paragraph { text, .. }) => text,
            _ => String::new(),
        },
        _ => String::new(),
    }
}

/// Ends in 表 (words in brackets aside) or begins with 表 and a number; a sentence is no caption.
fn is_caption(text: &str) -> bool {
    if text.chars().count() > LONGEST_CAPTION || text.contains(['。', '；', '：']) && !text.ends_with('）')
    {
        return false;
    }
    let bare = match text.rfind(['（', '(']) {
        Some(at) if text.ends_with(['）', ')']) && at > 0 => text[..at].trim_end(),
        _ => text,
    };
    let numbered = text.strip_prefix('表').is_some_and(|rest| {
        rest.trim_start().starts_with(|ch: char| ch.is_ascii_digit() || NUMERALS.contains(ch))
    });
    let pointing = ["下表", "上表", "见附表", "如附表"].iter().any(|word| bare.ends_with(word));
    numbered || (bare.ends_with('表') && !pointing)
}

/// `单位：万元`, in brackets or not.
fn is_unit(text: &str) -> bool {
    let bare = text.trim_start_matches(['（', '(']);
    text.chars().count() <= 20 && (bare.starts_with("单位：") || bare.starts_with("单位:"))
}

/// Rows filled up to the same length; columns at the right that are empty in every row are left out.
fn squared(mut rows: Vec<Vec<String>>) -> Vec<Vec<String>> {
    let used = |row: &Vec<String>| row.iter().rposition(|cell| !cell.is_empty()).map_or(0, |at| at + 1);
    let columns = rows.iter().map(used).max().unwrap_or(1).max(1);
    rows.iter_mut().for_each(|row| row.resize(columns, String::new()));
    rows
}

/// `![caption](name)` and nothing else.
fn picture(words: &str) -> Option<Block> {
    let inner = words.strip_prefix("![")?.strip_suffix(')')?;
    let (caption, name) = inner.split_once("](")?;
    let (caption, name) = (clean_line(caption), clean_line(name));
    (!name.is_empty()).then_some(Block::Picture { caption, name })
}

/// `None` for words without ink.
fn paragraph(words: &str) -> Option<Block> {
    let text = clean_line(words).trim().to_owned();
    let chars: Vec<char> = text.chars().collect();
    if chars.is_empty() {
        return None;
    }
    let level = level(&chars);
    let heading_len = level.map_or(0, |_| heading(&chars));
    Some(Block::Paragraph { level, heading_len, text })
}

/// How many characters are the heading; a long sentence behind a number (`一、……由市质监局牵头，……配合。`) has none.
fn heading(chars: &[char]) -> usize {
    let first = chars.iter().position(|&ch| ch == '。');
    let sentence =
        |at: usize| at >= LONGEST_TITLE && chars[..at].iter().any(|ch| matches!(ch, '，' | '；' | '：'));
    match first {
        Some(at) if sentence(at) => 0,
        Some(at) if at + 1 < chars.len() => at + 1,
        _ if chars.len() <= LONGEST_HEADING => chars.len(),
        Some(at) => at + 1,
        None => 0,
    }
}

/// 1 for 一、 2 for （一） 3 for 1. 4 for （1）.
fn level(chars: &[char]) -> Option<u8> {
    let numerals = |from: usize| chars[from..].iter().take_while(|ch| NUMERALS.contains(**ch)).count();
    let digits = |from: usize| chars[from..].iter().take_while(|ch| ch.is_ascii_digit()).count();
    let at = |i: usize| chars.get(i).copied().unwrap_or(' ');
    if matches!(at(0), '（' | '(') {
        let (han, arabic) = (numerals(1), digits(1));
        return match (han, arabic) {
            (1.., _) if matches!(at(1 + han), '）' | ')') => Some(2),
            (_, 1..=3) if matches!(at(1 + arabic), '）' | ')') => Some(4),
            _ => None,
        };
    }
    let (han, arabic) = (numerals(0), digits(0));
    match (han, arabic) {
        (1..=4, _) if at(han) == '、' => Some(1),
        // 3.5 is a number, 3. is a level.
        (_, 1..=3) if matches!(at(arabic), '.' | '．' | '、') && !at(arabic + 1).is_ascii_digit() => {
            Some(3)
        }
        _ => None,
    }
}

/// Does the first row of a table name its columns? Then it is set in 黑体 and repeated on every page.
pub fn has_head(rows: &[Vec<String>]) -> bool {
    let Some((head, rest)) = rows.split_first() else { return false };
    let filled = head.iter().filter(|cell| !cell.is_empty()).count();
    let names = |cell: &String| !is_number(cell) && cell.chars().count() <= 24 && !cell.contains('。');
    !rest.is_empty() && filled * 2 >= head.len() && head.iter().all(names)
}

/// How many rows at the top of a table name its columns: one, or as many as its merged cells reach down; 0 for none.
pub fn head_rows(rows: &[Vec<String>], spans: &[Span]) -> usize {
    // What a merged cell hides is named by it.
    let first = |row: &Vec<String>| -> Vec<String> {
        let named = |(col, cell): (usize, &String)| {
            let over = spans.iter().find(|span| span.covers(0, col)).map(|span| row[span.col].clone());
            over.unwrap_or_else(|| cell.clone())
        };
        row.iter().enumerate().map(named).collect()
    };
    let named: Vec<Vec<String>> =
        rows.iter().enumerate().map(|(r, row)| if r == 0 { first(row) } else { row.clone() }).collect();
    if !has_head(&named) {
        return 0;
    }
    let reach = spans.iter().filter(|span| span.row == 0).map(|span| span.rows).max().unwrap_or(1);
    if reach < rows.len() { reach } else { 1 }
}

/// What a column of a table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// Running numbers or codes of one length: set in the middle.
    Serial,
    /// Amounts: set at the right.
    Number,
    /// Words: set in the middle when each stands on one line, else at the left.
    Words,
}

/// What each column holds, its head left out.
pub fn columns(rows: &[Vec<String>], spans: &[Span]) -> Vec<Column> {
    let from = head_rows(rows, spans);
    let count = rows.first().map_or(0, Vec::len);
    let column = |c: usize| {
        let cells = rows[from..].iter().filter_map(|row| row.get(c)).filter(|cell| !cell.is_empty());
        let cells: Vec<&str> = cells.map(String::as_str).collect();
        if cells.is_empty() || !cells.iter().all(|cell| is_number(cell)) {
            return Column::Words;
        }
        let serial = cells.iter().enumerate().all(|(i, cell)| cell.parse() == Ok(i + 1));
        let even = cells.iter().all(|cell| cell.len() == cells[0].len());
        if serial || even { Column::Serial } else { Column::Number }
    };
    (0..count).map(column).collect()
}

/// A figure as tables have it: `1,286`, `-12.5%`, `—` for none.
fn is_number(cell: &str) -> bool {
    let bare = cell.trim_start_matches(['-', '−', '+', '±', '≥', '≤', '<', '>', '约']);
    let bare = bare.trim_end_matches(['%', '％', '‰']);
    let digits = bare.chars().all(|ch| ch.is_ascii_digit() || matches!(ch, '.' | ',' | '，'));
    matches!(cell, "—" | "——" | "-" | "/") || (digits && bare.starts_with(|ch: char| ch.is_ascii_digit()))
}

/// A cell's text ready to be set: trimmed, its line feeds kept.
pub(super) fn cell(text: &str) -> String {
    let text = clean(text);
    text.split('\n').map(str::trim).collect::<Vec<_>>().join("\n").trim().to_owned()
}

#[cfg(test)]
#[path = "blocks_tests.rs"]
mod tests;
