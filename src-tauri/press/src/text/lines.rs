//! A pasted text to its lines: words, or the cells of a spreadsheet's row.
//!
//! A spreadsheet puts a cell of several lines in quotation marks (`"甲⏎乙"⇥丙`); such a cell is put together again. It
//! deliberately looks no further than [`LONGEST_CELL`] lines for the closing mark: a lone `"` is a mark of the text.
use super::blocks::cell;

/// Most lines of one quoted cell.
const LONGEST_CELL: usize = 30;

/// A line of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Line {
    /// A line without tabs; may be empty.
    Words(String),
    /// A line with tabs; its cells are clean.
    Cells(Vec<String>),
}

/// The lines of a text. Line ends of all systems count as one.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    let raw: Vec<&str> = text.split('\n').collect();
    let mut out = Vec::new();
    let mut at = 0;
    while at < raw.len() {
        match quoted_row(&raw[at..]) {
            Some((cells, used)) => {
                out.push(Line::Cells(cells));
                at += used;
            }
            None => {
                out.push(line(raw[at]));
                at += 1;
            }
        }
    }
    out
}

fn line(raw: &str) -> Line {
    if raw.contains('\t') {
        Line::Cells(raw.split('\t').map(|text| cell(&unquoted(text))).collect())
    } else {
        Line::Words(raw.trim().to_owned())
    }
}

/// A row whose quoted cells hold line feeds, and how many lines it takes; `None` where there is none.
fn quoted_row(raw: &[&str]) -> Option<(Vec<String>, usize)> {
    if !opens(raw.first()?) {
        return None;
    }
    let mut row = raw[0].to_owned();
    for (i, next) in raw.iter().enumerate().skip(1).take(LONGEST_CELL) {
        row.push('\n');
        row.push_str(next);
        // Only a mark at a cell's end can close it; the whole row is not looked at before.
        if (next.ends_with('"') || next.contains("\"\t")) && !opens(&row) {
            let whole = row.contains('\t') && cells(&row).iter().any(|text| text.contains('\n'));
            return whole.then(|| (cells(&row).iter().map(|text| cell(&unquoted(text))).collect(), i + 1));
        }
    }
    None
}

/// Does the last cell of a row begin with a mark that is not closed?
fn opens(row: &str) -> bool {
    cells(row).last().is_some_and(|last| last.starts_with('"') && !is_closed(last))
}

fn is_closed(text: &str) -> bool {
    text.len() > 1 && text.ends_with('"') && text.matches('"').count().is_multiple_of(2)
}

/// Splits at tabs outside of quoted cells.
fn cells(row: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for part in row.split('\t') {
        match out.last_mut() {
            Some(last) if last.starts_with('"') && !is_closed(last) && last.contains('\n') => {
                last.push(' ');
                last.push_str(part);
            }
            _ => out.push(part.to_owned()),
        }
    }
    out
}

/// A cell without the marks around it; doubled marks inside are single ones. Marks around a single line are text.
fn unquoted(text: &str) -> String {
    match text.strip_prefix('"').and_then(|inner| inner.strip_suffix('"')) {
        Some(inner) if text.contains('\n') => inner.replace("\"\"", "\""),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells_of(text: &str) -> Vec<Vec<String>> {
        let cells = lines(text).into_iter().filter_map(|line| match line {
            Line::Cells(cells) => Some(cells),
            Line::Words(_) => None,
        });
        cells.collect()
    }

    #[test]
    fn a_cell_of_several_lines_is_put_together_again() {
        let rows = cells_of("1\t\"开展质量月\n活动\"\"三进\"\"\"\t示例局\n2\t甲\t乙");
        assert_eq!(rows, [vec!["1", "开展质量月\n活动\"三进\"", "示例局"], vec!["2", "甲", "乙"]]);
    }

    #[test]
    fn a_lone_quotation_mark_stays_text() {
        assert_eq!(cells_of("\"甲\t乙\n丙\t丁"), [vec!["\"甲", "乙"], vec!["丙", "丁"]]);
        assert_eq!(lines("\"甲说\n乙"), [Line::Words("\"甲说".into()), Line::Words("乙".into())]);
    }

    #[test]
    fn line_ends_of_all_systems_count_once() {
        assert_eq!(lines("甲\r\n乙\r丙\n丁").len(), 4);
    }
}
