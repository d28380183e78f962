//! Merged cells of a pasted table. A spreadsheet's plain text knows none: only the upper left cell has words, the others
//! are empty. So a cell may say that it belongs to its neighbour: `<<` to the one at its left, `^^` to the one above.
//!
//! Promised: a mark that merges nothing (at an edge, or where no rectangle results) stays as text, so that it is seen.
//! It deliberately guesses nothing from cells that are merely empty.

/// A cell that belongs to the one at its left.
pub const LEFT: &str = "<<";
/// A cell that belongs to the one above it.
pub const UP: &str = "^^";

/// A cell over several columns or rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// Its first row and column, from 0.
    pub row: usize,
    /// See `row`.
    pub col: usize,
    /// How many rows it takes, at least 1.
    pub rows: usize,
    /// How many columns it takes, at least 1.
    pub cols: usize,
}

impl Span {
    /// Is this place within the cell?
    pub fn covers(&self, row: usize, col: usize) -> bool {
        (self.row..self.row + self.rows).contains(&row) && (self.col..self.col + self.cols).contains(&col)
    }

    /// Is this place within the cell, but not its upper left corner?
    pub fn hides(&self, row: usize, col: usize) -> bool {
        self.covers(row, col) && (row, col) != (self.row, self.col)
    }
}

/// Takes the marks out of rows of equal length and says which cells they merged.
pub(super) fn take(rows: &mut [Vec<String>]) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for row in 0..rows.len() {
        for col in 0..rows[row].len() {
            let mark = matches!(rows[row][col].as_str(), LEFT | UP);
            if mark || spans.iter().any(|span| span.covers(row, col)) {
                continue;
            }
            let span = from(rows, row, col);
            if span.rows * span.cols > 1 {
                for line in &mut rows[row..row + span.rows] {
                    line[col..col + span.cols]
                        .iter_mut()
                        .filter(|cell| is_mark(cell))
                        .for_each(String::clear);
                }
                spans.push(span);
            }
        }
    }
    spans
}

fn is_mark(cell: &str) -> bool {
    matches!(cell, LEFT | UP)
}

/// The largest cell that begins here: to the right as far as marks say so, down while all of its width does.
fn from(rows: &[Vec<String>], row: usize, col: usize) -> Span {
    let cols = 1 + rows[row][col + 1..].iter().take_while(|cell| *cell == LEFT).count();
    let goes_on =
        |line: &&Vec<String>| line[col] == UP && line[col..col + cols].iter().all(|cell| is_mark(cell));
    let down = 1 + rows[row + 1..].iter().take_while(goes_on).count();
    Span { row, col, rows: down, cols }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Row, column, rows, columns.
    type Place = (usize, usize, usize, usize);

    fn taken(text: &str) -> (Vec<Vec<String>>, Vec<Place>) {
        let mut rows: Vec<Vec<String>> =
            text.lines().map(|line| line.split('|').map(str::to_owned).collect()).collect();
        let spans = take(&mut rows);
        (rows, spans.iter().map(|s| (s.row, s.col, s.rows, s.cols)).collect())
    }

    #[test]
    fn marks_become_cells_over_columns_and_rows() {
        let (rows, spans) = taken("序号|数量|<<|备注\n^^|上年|本年|^^\n1|2|3|\n^^|4|<<|");
        assert_eq!(spans, [(0, 0, 2, 1), (0, 1, 1, 2), (0, 3, 2, 1), (2, 0, 2, 1), (3, 1, 1, 2)]);
        assert_eq!(rows.concat().concat(), "序号数量备注上年本年1234");
    }

    #[test]
    fn a_block_of_marks_is_one_cell() {
        let (_, spans) = taken("甲|<<|乙\n^^|<<|丙\n^^|^^|丁");
        assert_eq!(spans, [(0, 0, 3, 2)]);
    }

    #[test]
    fn marks_that_merge_nothing_stay_to_be_seen() {
        let (rows, spans) = taken("<<|甲\n乙|^^\n^^|丙");
        assert_eq!(spans, [(0, 1, 2, 1), (1, 0, 2, 1)]);
        assert_eq!(rows[0][0], "<<");
        assert_eq!(taken("^^|甲\n乙|丙").1, []);
    }
}
