//! What many forms have in common, as data: labelled pairs, opinions, boxes to tick, lines over the table.
use super::letterhead::Opinion;
use crate::form::{Align, Block, Cell, Paragraph, Row, Table};
use crate::page::Face;

/// A day to be written by pen.
pub(super) const DAY: &str = "　　　年　　月　　日";
/// Name and day to be written by pen, under an opinion.
pub(super) const SIGNED: &str = "签名：　　　　　　　　　年　　月　　日";
/// Name, seal and day to be written by pen.
pub(super) const SEALED: &str = "负责人：　　　　　　（盖章）　　　年　　月　　日";

/// Words, or what stands there for the pen.
pub(super) fn or<'a>(words: &'a str, pen: &'a str) -> &'a str {
    if words.trim().is_empty() { pen } else { words }
}

/// A line over or under a table, 小四 (12 pt) 仿宋.
pub(super) fn line(words: impl Into<String>) -> Block {
    Block::Text { text: words.into(), face: Face::FangSong, size_pt: 12.0, align: Align::Left, indent: false }
}

/// A note under a table, 五号 (10.5 pt) 楷体.
pub(super) fn note(words: impl Into<String>) -> Block {
    Block::Text { text: words.into(), face: Face::Kai, size_pt: 10.5, align: Align::Left, indent: false }
}

/// Two texts at the ends of a line over a table.
pub(super) fn ends(left: impl Into<String>, right: impl Into<String>) -> Block {
    Block::Ends { left: left.into(), right: right.into(), size_pt: 12.0 }
}

/// A label and what is said: `编号：督办〔2016〕5号`.
pub(super) fn said(label: &str, words: &str) -> String {
    format!("{label}：{words}")
}

/// A ruled table.
pub(super) fn table(widths: &[f64], size_pt: f64, head_rows: usize, rows: Vec<Row>) -> Block {
    Block::Table(Table { widths: widths.to_vec(), size_pt, head_rows, rows })
}

/// A row of labels.
pub(super) fn labels(height_mm: f64, words: &[&str]) -> Row {
    Row::new(height_mm, words.iter().map(|word| Cell::label(*word)).collect())
}

/// Labels and contents in turn, one column each.
pub(super) fn pairs(height_mm: f64, pairs: &[(&str, &str)]) -> Row {
    Row::new(
        height_mm,
        pairs.iter().flat_map(|(label, words)| [Cell::label(*label), Cell::text(*words)]).collect(),
    )
}

/// A label and its content over so many columns; short content stands in the middle, long at the left.
pub(super) fn wide(height_mm: f64, label: &str, words: &str, cols: usize) -> Row {
    Row::new(height_mm, vec![Cell::label(label), Cell::left(words).over(cols)])
}

/// A label and room for a text, its paragraphs indented; takes a share of what the page has left over.
pub(super) fn story(height_mm: f64, share: f64, label: &str, words: &str, cols: usize) -> Row {
    Row::new(height_mm, vec![Cell::label(label), text(words).over(cols)]).stretching(share)
}

/// As [`story`], with words at the lower right for the pen (签名, 盖章, 年月日).
pub(super) fn signed(height_mm: f64, share: f64, label: &str, words: &str, cols: usize, foot: &str) -> Row {
    Row::new(height_mm, vec![Cell::label(label), text(words).over(cols).with_foot(foot)]).stretching(share)
}

/// A label and opinions; without one, room to write and to sign.
pub(super) fn opinions(
    height_mm: f64,
    share: f64,
    label: &str,
    all: &[Opinion],
    cols: usize,
    foot: &str,
) -> Row {
    Row::new(height_mm, vec![Cell::label(label), opinion_cell(all, foot).over(cols)]).stretching(share)
}

/// Opinions one below the other, name and date at the right under each; without one, room to write and to sign.
pub(super) fn opinion_cell(all: &[Opinion], foot: &str) -> Cell {
    if all.is_empty() {
        return Cell::left("").with_foot(foot);
    }
    let one = |opinion: &Opinion| {
        let by = [opinion.who.as_str(), opinion.when.as_str()];
        let by = by.into_iter().filter(|words| !words.trim().is_empty()).collect::<Vec<_>>().join("　");
        [Paragraph::indented(&opinion.words), Paragraph::right(by)]
    };
    Cell::paragraphs(all.iter().flat_map(one).collect())
}

/// A text from the top of its cell, paragraphs indented.
pub(super) fn text(words: &str) -> Cell {
    Cell::paragraphs(words.lines().map(Paragraph::indented).collect())
}

/// Boxes to tick, so many on a line; what was chosen is ticked, and what is chosen but not in the list is added.
pub(super) fn boxes(a_line: usize, choices: &[&str], chosen: &[&str]) -> String {
    let other = chosen.iter().filter(|word| !word.trim().is_empty() && !choices.contains(word));
    let listed = choices.iter().map(|word| (word, chosen.contains(word)));
    let all = listed.chain(other.map(|word| (word, true)));
    let all: Vec<String> = all.map(|(word, on)| format!("{}{word}", if on { '☑' } else { '□' })).collect();
    all.chunks(a_line).map(|line| line.join("　")).collect::<Vec<_>>().join("\n")
}

/// A narrow upright label and a cell; takes a share of what the page has left over.
pub(super) fn tall(height_mm: f64, share: f64, label: &str, cell: Cell) -> Row {
    Row::new(height_mm, vec![Cell::tall(label), cell]).stretching(share)
}

/// `2016年度`, or room for the year.
pub(super) fn year(words: &str) -> String {
    format!("{}年度", or(words, "　　　　"))
}

/// Names to sign in one line under the form.
pub(super) fn signers(all: &[(&str, &str)]) -> Block {
    let signers = all.iter().map(|(label, name)| ((*label).to_owned(), (*name).to_owned())).collect();
    Block::Signatures { signers, size_pt: 12.0 }
}

/// Empty rows for the pen where nothing is listed.
pub(super) fn pen_if_empty<T>(all: &[T], height_mm: f64) -> Vec<Row> {
    if all.is_empty() { spare(height_mm) } else { Vec::new() }
}

/// Rows of a list with a running number, and spare rows for the pen after them.
pub(super) fn listed<T>(height_mm: f64, all: &[T], cells: impl Fn(&T) -> Vec<Cell>) -> Vec<Row> {
    let row = |(i, one): (usize, &T)| {
        Row::new(height_mm, [vec![Cell::text((i + 1).to_string())], cells(one)].concat())
    };
    all.iter().enumerate().map(row).collect()
}

/// Empty rows for the pen, as many as the page has room for.
pub(super) fn spare(height_mm: f64) -> Vec<Row> {
    vec![Row::spare(height_mm); 40]
}
