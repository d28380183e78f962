//! Tables among the paragraphs: rows are lines with tabs, tidied cell by cell.
use super::{Correction, Doubt, Tidied, paragraph};
use crate::text::spans;

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing but blanks.
    Blank,
    /// Part of a cell that a spreadsheet put in quotation marks because it has several lines: left as it came.
    Quoted,
    /// A row.
    Row,
    /// A paragraph.
    Words,
}

/// What each line is.
pub(super) fn kinds(lines: &[&str]) -> Vec<Kind> {
    let mut open = false;
    let kind = |at: usize| {
        let line = lines[at];
        let row = is_row(lines, at);
        if open || (row && line.split('\t').any(|cell| cell.starts_with('"'))) {
            open ^= line.matches('"').count() % 2 == 1;
            return Kind::Quoted;
        }
        if line.trim().is_empty() {
            Kind::Blank
        } else if row {
            Kind::Row
        } else {
            Kind::Words
        }
    };
    (0..lines.len()).map(kind).collect()
}

/// Tabs between the words of a line, or before them in the middle of a table.
fn is_row(lines: &[&str], at: usize) -> bool {
    let inner = |line: &str| line.trim().contains('\t');
    let near = |other: Option<&&str>| other.is_some_and(|line| inner(line));
    let line = lines[at];
    let beside = || near(at.checked_sub(1).and_then(|i| lines.get(i))) || near(lines.get(at + 1));
    inner(line) || (line.contains('\t') && !line.trim().is_empty() && beside())
}

/// An empty line between two tables keeps them apart.
pub(super) fn parts_tables(kinds: &[Kind], at: usize) -> bool {
    let table = |kind: Option<&Kind>| matches!(kind, Some(Kind::Row | Kind::Quoted));
    let before = at.checked_sub(1).and_then(|i| kinds.get(i));
    table(before) && table(kinds[at..].iter().find(|kind| **kind != Kind::Blank))
}

/// Cells that are empty where spreadsheets merge: at most one of the head and one of the first column for each table.
pub(super) fn doubts(lines: &[&str], kinds: &[Kind]) -> Vec<Doubt> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let count = kinds[at..].iter().take_while(|kind| **kind == Kind::Row).count();
        let rows: Vec<Vec<&str>> =
            lines[at..at + count].iter().map(|line| line.split('\t').map(str::trim).collect()).collect();
        let found = [
            beside(&rows).map(|col| (0, col, spans::LEFT, "左")),
            below(&rows).map(|row| (row, 0, spans::UP, "上")),
        ];
        for (row, col, mark, side) in found.into_iter().flatten() {
            let before =
                lines[at + row].split('\t').take(col).map(|cell| cell.chars().count() + 1).sum::<usize>();
            out.push(Doubt {
                paragraph: at + row + 1,
                character: before + 1,
                message: format!(
                    "表格第 {} 行第 {} 格是空的；如果原表里它与{side}边的格是合并的，请在这一格写“{mark}”",
                    row + 1,
                    col + 1
                ),
            });
        }
        at += count.max(1);
    }
    out
}

/// An empty cell of the first row with words at its left and below it.
fn beside(rows: &[Vec<&str>]) -> Option<usize> {
    let (head, rest) = rows.split_first()?;
    let filled = |col: usize| rest.iter().any(|row| row.get(col).is_some_and(|cell| !cell.is_empty()));
    (1..head.len())
        .find(|&col| head[col].is_empty() && head[..col].iter().any(|cell| !cell.is_empty()) && filled(col))
}

/// A row whose first cell is empty, words above it and beside it.
fn below(rows: &[Vec<&str>]) -> Option<usize> {
    (1..rows.len()).find(|&row| {
        rows[row][0].is_empty()
            && rows[row].iter().any(|cell| !cell.is_empty())
            && !rows[row - 1][0].is_empty()
    })
}

/// A row, cell by cell.
pub(super) fn tidy_row(line: &str) -> Tidied {
    let (mut whole, mut before) = (Tidied::default(), 0);
    let mut cells = Vec::new();
    for cell in line.split('\t') {
        let done = paragraph(cell);
        let place = |character: usize| character + before;
        whole
            .corrections
            .extend(done.corrections.into_iter().map(|c| Correction { character: place(c.character), ..c }));
        whole.doubts.extend(done.doubts.into_iter().map(|d| Doubt { character: place(d.character), ..d }));
        before += cell.chars().count() + 1;
        cells.push(done.text);
    }
    whole.text = cells.join("\t");
    whole
}
