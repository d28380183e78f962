//! Who signs and when (GB/T 9704-2012, 7.3.5), and the note below it (7.3.6): as bands that stand below the text and are
//! never torn.
//!
//! Three ways: under a seal (`seals`), without one, with the signer's stamp. It deliberately knows no page: `ending` puts
//! the bands where there is room. A seal that is not there as a picture keeps its place empty.
use super::grid::{self, BODY_PT, CELL, ROW, Style, WIDTH};
use super::{numbers, seals};
use crate::Fault;
use crate::document::{Authority, Document, Kind, Sealing};
use crate::fonts::Fonts;
use crate::page::{Face, Image};
use crate::text::{self, Line, Measure};

/// Free at the right of a date under a seal or a stamp, and of a name without a seal, in cells.
pub(super) const DATE_IN: f64 = 4.0;
const NAME_IN: f64 = 2.0;
/// Largest signature stamp, mm: two lines of text high.
const STAMP: (f64, f64) = (45.0, 2.0 * ROW);
/// Size of the signer's name where the stamp is missing.
const PERSON_PT: f64 = 22.0;
/// Most lines of a note.
const NOTE_LINES: usize = 8;

/// What stays together below the text; heights and places in mm from its top left corner.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Band {
    pub height: f64,
    /// Lines with the left end of their baseline and their style.
    pub lines: Vec<(Line, (f64, f64), Style)>,
    pub images: Vec<Image>,
}

impl Band {
    /// Adds a line in the body's size on the row that begins at `top`; the band grows to hold it.
    pub fn line(&mut self, line: Line, x: f64, top: f64) {
        self.lines.push((line, (x, grid::baseline(top, ROW, BODY_PT)), Style::black(BODY_PT)));
        self.height = self.height.max(top + ROW);
    }
}

/// The bands below the text of a document, the first beginning with its empty lines.
pub(super) fn bands(document: &Document, fonts: &Fonts) -> Result<Vec<Band>, Fault> {
    let note = text::clean_line(&document.note);
    let note = note.trim_matches(['（', '）', '(', ')']);
    let mut bands = match (document.kind, document.sealing) {
        (Kind::Minutes, _) => Vec::new(),
        _ if names(document).is_empty() => dated(document, fonts),
        (_, Sealing::Seal) => seals::bands(document, fonts),
        (_, Sealing::None) => unsealed(document, fonts),
        (_, Sealing::Stamp) => stamped(document, fonts),
    };
    if !note.is_empty() {
        if bands.is_empty() {
            bands.push(Band::default());
        }
        if let Some(band) = bands.last_mut() {
            add_note(band, note, fonts)?;
        }
    }
    Ok(bands)
}

/// Authorities that sign, by name; of a stamp also those of whom only the signer is known.
pub(super) fn names(document: &Document) -> Vec<(String, &Authority)> {
    let named = document.authorities.iter().map(|authority| (text::clean_line(&authority.name), authority));
    let stamped = document.sealing == Sealing::Stamp;
    named
        .filter(|(name, a)| !name.is_empty() || (stamped && (a.seal.is_some() || !a.person.is_empty())))
        .collect()
}

/// 成文日期 as a line.
pub(super) fn date(document: &Document, fonts: &Fonts) -> Line {
    grid::line(&numbers::said(document.date.as_deref(), numbers::NO_DATE), Face::FangSong, CELL, fonts)
}

/// A document that nobody is named to sign still bears its date.
fn dated(document: &Document, fonts: &Fonts) -> Vec<Band> {
    let mut band = Band::default();
    let date = date(document, fonts);
    let x = WIDTH - DATE_IN * CELL - date.width;
    band.line(date, x, ROW);
    vec![band]
}

/// 不加盖印章 (7.3.5.2): names one line below the text, two cells from the right, the host first; the date begins two
/// cells right of them, unless it is longer than they are.
fn unsealed(document: &Document, fonts: &Fonts) -> Vec<Band> {
    let mut band = Band::default();
    let room = WIDTH - (2.0 + NAME_IN) * CELL;
    let measure = Measure { width: room, first: 0.0, rest: 0.0, cell: CELL };
    let broken = |name: &str| text::break_lines(&text::units(name, Face::FangSong, CELL, fonts), measure);
    let lines: Vec<Line> = names(document).iter().flat_map(|(name, _)| broken(name)).collect();
    let widest = lines.iter().map(|line| line.width).fold(0.0, f64::max);
    let date = date(document, fonts);
    let (name_x, date_x) = if date.width > widest {
        let x = WIDTH - NAME_IN * CELL - date.width;
        (x - 2.0 * CELL, x)
    } else {
        let x = WIDTH - NAME_IN * CELL - widest;
        (x, x + 2.0 * CELL)
    };
    let mut top = ROW;
    for line in lines {
        band.line(line, name_x, top);
        top += ROW;
    }
    band.line(date, date_x, top);
    vec![band]
}

/// 加盖签发人签名章 (7.3.5.3): two lines below the text, four cells from the right, the signer's office two cells left of
/// the stamp and in its middle; the date one line below the last stamp.
fn stamped(document: &Document, fonts: &Fonts) -> Vec<Band> {
    let signers = names(document);
    let widths = signers.iter().map(|(_, authority)| stamp_size(authority, fonts).0);
    let widest = widths.fold(0.0, f64::max);
    let right = WIDTH - DATE_IN * CELL;
    let mut bands = Vec::new();
    for (i, (office, authority)) in signers.iter().enumerate() {
        let top = if i == 0 { 2.0 * ROW } else { ROW / 2.0 };
        let (w, h) = stamp_size(authority, fonts);
        let mut band = Band { height: top + h, ..Band::default() };
        put_stamp(&mut band, authority, (right - (widest + w) / 2.0, top), (w, h), fonts);
        let room = right - widest - 2.0 * CELL;
        let units = text::units(office, Face::FangSong, CELL, fonts);
        let measure = Measure { width: room, first: 0.0, rest: 0.0, cell: CELL };
        let lines = text::break_lines(&units, measure);
        let first = (top + (h - lines.len() as f64 * ROW) / 2.0).max(0.0);
        for (row, line) in lines.into_iter().enumerate() {
            let x = room - line.width;
            band.line(line, x, first + row as f64 * ROW);
        }
        bands.push(band);
    }
    let date = date(document, fonts);
    if let Some(band) = bands.last_mut() {
        let (x, top) = (right - date.width, band.height + ROW);
        band.line(date, x, top);
    }
    bands
}

/// Width and height of a stamp, or of the words or the empty place in its stead.
fn stamp_size(authority: &Authority, fonts: &Fonts) -> (f64, f64) {
    match &authority.seal {
        Some(picture) => {
            let width = STAMP.0.min(STAMP.1 / picture.ratio());
            (width, width * picture.ratio())
        }
        None if authority.person.trim().is_empty() => STAMP,
        None => (person(authority, fonts).width, STAMP.1),
    }
}

fn person(authority: &Authority, fonts: &Fonts) -> Line {
    let cell = PERSON_PT * text::MM_PER_PT;
    let name = text::clean_line(&authority.person);
    let natural = grid::line(&name, Face::Kai, cell, fonts).width;
    grid::line(&name, Face::Kai, cell * (WIDTH / 3.0 / natural.max(0.1)).min(1.0), fonts)
}

fn put_stamp(band: &mut Band, authority: &Authority, (x, y): (f64, f64), (w, h): (f64, f64), fonts: &Fonts) {
    if let Some(picture) = &authority.seal {
        band.images.push(Image { x, y, w, h, picture: picture.clone() });
        return;
    }
    let line = person(authority, fonts);
    let cell = PERSON_PT * text::MM_PER_PT;
    let natural = grid::line(&text::clean_line(&authority.person), Face::Kai, cell, fonts).width;
    let stretch = line.width / natural.max(0.1);
    let style = Style { stretch: stretch.min(1.0), ..Style::black(PERSON_PT) };
    band.lines.push((line, (x, grid::baseline(y, h, PERSON_PT)), style));
}

/// 附注 in brackets, two cells in, on the row below the date.
fn add_note(band: &mut Band, note: &str, fonts: &Fonts) -> Result<(), Fault> {
    let measure = Measure { width: WIDTH, first: 2.0 * CELL, rest: 0.0, cell: CELL };
    let lines = text::break_lines(&text::units(&format!("（{note}）"), Face::FangSong, CELL, fonts), measure);
    if lines.len() > NOTE_LINES {
        let count = note.chars().count();
        let why = "附注只写印发范围等说明，请精简（GB/T 9704—2012，7.3.6）";
        return Err(Fault::new(format!("附注有{count}字，排不下：{why}")));
    }
    let top = band.height;
    for (i, line) in lines.into_iter().enumerate() {
        band.line(line, 0.0, top + i as f64 * ROW);
    }
    Ok(())
}
