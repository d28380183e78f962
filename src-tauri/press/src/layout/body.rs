//! Body text on the grid: paragraphs two cells in, headings in their faces (GB/T 9704-2012, 7.3.3), tables, pictures.
//!
//! What is what is recognised in [`text::blocks`]. It deliberately turns no page: `flow.rs` does.
use super::area::Area;
use super::flow::{Item, Row};
use super::{pasted, pictured};
use crate::Fault;
use crate::fonts::Fonts;
use crate::page::Face;
use crate::picture::Picture;
use crate::text::blocks::{Block, blocks};
use crate::text::{self, Measure, Unit};

/// Items of a body text.
///
/// # Errors
/// A table that no page can hold, a picture that is named but not there.
pub(super) fn items(body: &str, pictures: &[Picture], area: Area, fonts: &Fonts) -> Result<Vec<Item>, Fault> {
    let mut items = Vec::new();
    for block in blocks(body) {
        match &block {
            Block::Paragraph { level, heading_len, text } => {
                items.extend(mark(*level, *heading_len, text));
                let keep = block.is_heading();
                let lines = heading(text, (*level, *heading_len), area, fonts);
                items.extend(lines.into_iter().map(|line| Item::Row(Row { line: Some(line), keep })));
            }
            Block::Table { caption, unit, rows, spans } => {
                items.extend(pasted::items((rows, spans), (caption, unit), area, fonts)?);
            }
            Block::Picture { caption, name } => {
                let found = pictures.iter().find(|picture| picture.name == *name);
                let picture = found.ok_or_else(|| pictured::missing(name, pictures))?;
                items.push(Item::Block(pictured::block(picture, caption, area, fonts)));
            }
        }
    }
    Ok(items)
}

/// The outline leads to the first two levels.
fn mark(level: Option<u8>, heading_len: usize, text: &str) -> Option<Item> {
    let depth = level.filter(|level| *level <= 2 && heading_len > 0)?;
    let title: String = text.chars().take(heading_len).collect();
    Some(Item::Mark { title: title.trim_end_matches('。').to_owned(), depth })
}

/// A paragraph in its lines, its heading in the face of its level.
fn heading(
    text: &str,
    (level, heading_len): (Option<u8>, usize),
    area: Area,
    fonts: &Fonts,
) -> Vec<text::Line> {
    let face = match level {
        Some(1) => Face::Hei,
        Some(2) => Face::Kai,
        _ => Face::FangSong,
    };
    let head: String = text.chars().take(heading_len).collect();
    paragraph(&[(&head, face), (&text[head.len()..], Face::FangSong)], area, fonts)
}

/// A paragraph of parts in different faces, two cells in.
pub(super) fn paragraph(parts: &[(&str, Face)], area: Area, fonts: &Fonts) -> Vec<text::Line> {
    let cell = area.cell();
    let units = parts.iter().flat_map(|(part, face)| text::units(part, *face, cell, fonts));
    let units: Vec<Unit> = units.collect();
    text::break_lines(&units, Measure { width: area.width, first: 2.0 * cell, rest: 0.0, cell })
}
