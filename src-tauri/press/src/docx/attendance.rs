//! 出席、请假、列席 after the text of minutes (GB/T 9704-2012, 10.3): label in 黑体, returns aligned after the colon.
use super::heads::drawn_out;
use super::para::{paragraph, run};
use super::props::{Chars, Indent, Para};
use super::styles;
use super::units::{CHAR, PITCH};
use super::xml::Element;
use crate::document::Attendance;
use crate::text::{self, names};

/// Characters of a line.
const LINE: f64 = 28.0;

/// Paragraphs of all attendance lines, an empty line before them.
pub(super) fn paragraphs(attendance: &[Attendance]) -> Vec<Element> {
    attendance.iter().enumerate().flat_map(|(i, group)| of_group(group, i == 0)).collect()
}

fn of_group(group: &Attendance, first: bool) -> Vec<Element> {
    let label = format!("{}：", text::clean_line(&group.label));
    let wide = label.chars().count() as f64;
    let indent = (2.0 + wide).min(LINE / 2.0);
    let entries: Vec<String> =
        group.entries.iter().map(|e| text::clean_line(e)).filter(|e| !e.is_empty()).collect();
    let columns = names::column(&entries);
    let mut lines: Vec<Vec<Element>> = match columns {
        Some(width) => vec![in_columns(&entries, indent, width)],
        None => entries.iter().map(|entry| vec![run(Chars::default(), entry)]).collect(),
    };
    if lines.is_empty() {
        lines.push(Vec::new());
    }
    let put = |(i, runs): (usize, Vec<Element>)| {
        let tabs = columns.map_or_else(Vec::new, |width| stops(indent, width));
        let mut props = Para { tabs, ..Para::of(styles::PRESENT) };
        if i > 0 {
            props.indent = Some(Indent::chars(CHAR, indent, 0.0, 0.0));
            return paragraph(&props, runs);
        }
        props.before = first.then_some(PITCH);
        props.indent = Some(Indent::chars(CHAR, indent, 0.0, 2.0 - indent));
        let label = run(Chars { style: Some(styles::LABEL), ..Chars::default() }, &label);
        paragraph(&props, [label].into_iter().chain(runs))
    };
    lines.into_iter().enumerate().map(put).collect()
}

/// Names in columns: tabulators between them, a soft break where the line is full.
fn in_columns(names: &[String], indent: f64, width: usize) -> Vec<Element> {
    let a_line = columns(indent, width);
    let mut out = Vec::new();
    for (i, name) in names.iter().enumerate() {
        let before = match i {
            0 => "",
            _ if i % a_line == 0 => "\n",
            _ => "\t",
        };
        if !before.is_empty() {
            out.push(run(Chars::default(), before));
        }
        out.extend(drawn_out(name, Chars::default()));
    }
    out
}

fn columns(indent: f64, width: usize) -> usize {
    (((LINE - indent + 1.0) / (width as f64 + 1.0)).floor() as usize).max(1)
}

fn stops(indent: f64, width: usize) -> Vec<(&'static str, i32)> {
    let at = |i: usize| ((indent + (i * (width + 1)) as f64) * f64::from(CHAR)).round() as i32;
    (1..columns(indent, width)).map(|i| ("left", at(i))).collect()
}
