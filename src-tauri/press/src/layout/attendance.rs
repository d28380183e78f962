//! 出席、请假、列席 after the text of minutes (GB/T 9704-2012, 10.3): label in 黑体, two characters in, the rest in 仿宋,
//! returns aligned with the first character after the colon.
//!
//! Entries that name a unit stand each on a line of their own; bare names stand in columns, two-character names drawn
//! out to three.
use super::flow::Row;
use super::grid::{CELL, WIDTH};
use crate::document::Attendance;
use crate::fonts::Fonts;
use crate::page::Face;
use crate::text::{self, Line, Measure, Set, Unit, names};

/// Rows of all attendance lines, an empty row before them.
pub(super) fn rows(attendance: &[Attendance], fonts: &Fonts) -> Vec<Row> {
    let mut rows = Vec::new();
    for group in attendance {
        let lines = lines(group, fonts);
        rows.extend(lines.into_iter().map(|line| Row { line: Some(line), keep: false }));
    }
    if !rows.is_empty() {
        rows.insert(0, Row::EMPTY);
    }
    rows
}

fn lines(group: &Attendance, fonts: &Fonts) -> Vec<Line> {
    let label = format!("{}：", text::clean_line(&group.label));
    let label = text::units(&label, Face::Hei, CELL, fonts);
    let label_width: f64 = label.iter().map(|u| u.width).sum();
    // A label that leaves no room for names is no label of minutes; its names still get half the line.
    let indent = (2.0 * CELL + label_width).min(WIDTH / 2.0);
    let entries: Vec<String> =
        group.entries.iter().map(|e| text::clean_line(e)).filter(|e| !e.is_empty()).collect();
    let mut lines = match names::column(&entries) {
        Some(longest) => columns(&entries, indent, longest as f64),
        None => listed(&entries, indent, fonts),
    };
    if lines.is_empty() {
        lines.push(Line { last: true, ..Line::default() });
    }
    let mut x = 2.0 * CELL;
    let set = label.iter().map(|unit| {
        let set = Set { ch: unit.ch, face: unit.face, x, width: unit.width };
        x += unit.width;
        set
    });
    let label: Vec<Set> = set.collect();
    lines[0].glyphs.splice(0..0, label);
    lines
}

/// Each entry on a line of its own, its returns under its first character.
fn listed(entries: &[String], indent: f64, fonts: &Fonts) -> Vec<Line> {
    let measure = Measure { width: WIDTH, first: indent, rest: indent, cell: CELL };
    let set = |entry: &String| text::break_lines(&tied_names(entry, fonts), measure);
    entries.iter().flat_map(set).collect()
}

/// An entry whose names (after the colon, between 、) are not torn where that can be avoided.
fn tied_names(entry: &str, fonts: &Fonts) -> Vec<Unit> {
    let mut units = text::units(entry, Face::FangSong, CELL, fonts);
    let names = units.iter().position(|u| u.ch == '：').map_or(units.len(), |at| at + 1);
    for name in units[names..].split_mut(|u| matches!(u.ch, '、' | '，' | '；' | ' ')) {
        if let Some((_, head)) = name.split_last_mut().filter(|(_, head)| head.len() < 4) {
            head.iter_mut().for_each(|unit| unit.tied = true);
        }
    }
    units
}

/// Names in columns one cell apart.
fn columns(names: &[String], indent: f64, longest: f64) -> Vec<Line> {
    let column = (longest + 1.0) * CELL;
    let a_line = (((WIDTH - indent + CELL) / column).floor() as usize).max(1);
    let line = |names: &[String]| {
        let glyphs: Vec<Set> = names
            .iter()
            .enumerate()
            .flat_map(|(i, name)| drawn_out(name, indent + i as f64 * column))
            .collect();
        let width = glyphs.last().map_or(indent, |set| set.x + CELL);
        Line { glyphs, width, last: true }
    };
    names.chunks(a_line).map(line).collect()
}

/// A name from `x` on; two characters take the room of three.
fn drawn_out(name: &str, x: f64) -> Vec<Set> {
    let pitch = if name.chars().count() == 2 { 2.0 * CELL } else { CELL };
    let set = |(i, ch)| Set { ch, face: Face::FangSong, x: x + i as f64 * pitch, width: CELL };
    name.chars().enumerate().map(set).collect()
}
