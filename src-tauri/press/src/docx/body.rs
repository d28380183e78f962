//! Body text: the parts that paper sees (`text/blocks.rs`) as paragraphs, tables and pictures of Word.
use super::drawing;
use super::facts::Facts;
use super::head::Head;
use super::para::{paragraph, run};
use super::props::{Chars, Para};
use super::styles;
use super::table;
use super::writer::Writer;
use super::xml::Element;
use crate::Fault;
use crate::document::Document;
use crate::fonts::Fonts;
use crate::layout::{pasted, pictured};
use crate::picture::Picture;
use crate::text::blocks::{Block, blocks};

/// How a body is set into its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting<'a> {
    pub pictures: &'a [Picture],
    pub fonts: &'a Fonts,
    /// Level of 一、 for Word's navigation; 0 for a document, deeper in a bulletin.
    pub outline: u8,
    pub landscape: bool,
}

/// Width of the text of an upright and of a landscape sheet, mm.
const WIDTHS: [f64; 2] = [156.0, 225.0];

/// Elements of a body; the first has `before` twips of room.
///
/// # Errors
/// As on paper: a table with too many columns, a picture that is named but not there.
pub(super) fn elements(
    writer: &mut Writer,
    body: &str,
    setting: Setting<'_>,
    before: Option<i32>,
) -> Result<Vec<Element>, Fault> {
    let Setting { pictures, fonts, outline, landscape } = setting;
    let width = WIDTHS[usize::from(landscape)];
    let mut before = before.unwrap_or(0);
    let mut out = Vec::new();
    for block in blocks(body) {
        let alone = block.is_heading();
        let room = std::mem::take(&mut before);
        match block {
            Block::Paragraph { level, heading_len, text } => {
                let (mut props, runs) = words(level, (heading_len, alone), &text, outline);
                props.before = Some(room).filter(|room| *room > 0);
                out.push(paragraph(&props, runs));
            }
            Block::Table { caption, unit, rows, spans } => {
                let planned = pasted::plan((&rows, &spans), &caption, landscape, fonts)?;
                let (above, below) = table::white(&planned);
                let heading = table::heading(&caption, &unit, width, room, above);
                // Without a caption the white above stands below.
                before = if heading.is_empty() { room + above + below } else { below };
                out.extend(heading);
                out.push(table::table(&planned));
            }
            Block::Picture { caption, name } => {
                let found = pictures.iter().find(|picture| picture.name == name);
                let picture = found.ok_or_else(|| pictured::missing(&name, pictures))?;
                let planned = pictured::plan(picture, &caption, landscape, fonts);
                out.extend(drawing::figure(writer, (picture, &caption), planned, room)?);
            }
        }
    }
    Ok(out)
}

/// A heading on its own has Word's heading style; one that runs into its text is marked in it.
fn words(
    level: Option<u8>,
    (heading_len, alone): (usize, bool),
    text: &str,
    outline: u8,
) -> (Para, Vec<Element>) {
    let plain = Chars::default();
    let Some(at) = level.map(|level| usize::from(level.clamp(1, 4)) - 1).filter(|_| heading_len > 0) else {
        return (Para::of(styles::TEXT), vec![run(plain, text)]);
    };
    let deeper = Some(outline + at as u8);
    if alone {
        return (
            Para { outline: deeper.filter(|_| outline > 0), ..Para::of(styles::HEADINGS[at]) },
            vec![run(plain, text)],
        );
    }
    // Sentences of a list have no face and no level of their own.
    let Some(style) = styles::HEADING_WORDS.get(at).copied() else {
        return (Para::of(styles::TEXT), vec![run(plain, text)]);
    };
    let split = text.char_indices().nth(heading_len).map_or(text.len(), |(i, _)| i);
    let (head, rest) = text.split_at(split);
    let head = run(Chars { style: Some(style), ..plain }, head);
    let rest = (!rest.is_empty()).then(|| run(plain, rest));
    (Para { outline: deeper, ..Para::of(styles::TEXT) }, [head].into_iter().chain(rest).collect())
}

/// Room before the first line of the text where the placed page leaves some below the head.
pub(super) fn room_before(head: &Head, document: &Document, facts: &Facts) -> Option<i32> {
    let first = blocks(&document.body).into_iter().next()?;
    let Block::Paragraph { text, .. } = first else { return None };
    let beginning: String = text.chars().filter(|ch| !ch.is_whitespace()).take(10).collect();
    let seen = facts.between(head.bottom(), f64::MAX);
    head.room_before(seen.iter().find(|line| line.words().starts_with(&beginning))?.y)
}
