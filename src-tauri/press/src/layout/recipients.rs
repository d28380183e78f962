//! 主送机关 (GB/T 9704-2012, 7.3.2): below the title, flush left, returns flush left, a full-width colon at the end.
//!
//! It deliberately does not decide whether the first page has room for them (`header`); the imprint sets its own list.
use super::grid::{CELL, WIDTH};
use crate::fonts::Fonts;
use crate::page::Face;
use crate::text::{self, Line, Measure};

/// Lines of the recipients; none for an empty list.
pub(super) fn lines(to: &[String], fonts: &Fonts) -> Vec<Line> {
    let Some(list) = list(to) else { return Vec::new() };
    let units = text::units(&format!("{list}："), Face::FangSong, CELL, fonts);
    text::break_lines(&units, Measure { width: WIDTH, first: 0.0, rest: 0.0, cell: CELL })
}

/// Units in one sentence without its end mark; `None` if there are none.
pub(super) fn list(units: &[String]) -> Option<String> {
    let clean =
        |unit: &String| text::clean_line(unit).trim_end_matches(['。', '，', '；', '：', '、']).to_owned();
    let units: Vec<String> = units.iter().map(clean).filter(|unit| !unit.is_empty()).collect();
    (!units.is_empty()).then(|| units.join("，"))
}
