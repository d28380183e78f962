//! A picture in a text: centred, its ratio kept, its caption under it, both on whole rows of the grid.
//!
//! Its natural size is that of a screen (96 pixels an inch). It grows never beyond that and is at most as wide as the type
//! area and half as high; a scanned sheet, which must stay readable, may fill the page. It deliberately changes no pixel.
use super::area::Area;
use super::flow::{Block, GAP};
use super::words;
use crate::Fault;
use crate::fonts::Fonts;
use crate::page::{Face, Image, Page};
use crate::picture::Picture;

/// Millimetres of a pixel at 96 pixels an inch.
const PIXEL: f64 = 25.4 / 96.0;
/// Caption: 小四 (12 pt) 楷体.
const CAPTION_PT: f64 = 12.0;
/// Between picture and caption, mm.
const ABOVE_CAPTION: f64 = 1.5;
/// Heights for a width that sheets of paper have (A4 and B5 1.41, letter 1.29 is no paper here).
const SHEET: std::ops::RangeInclusive<f64> = 1.37..=1.46;
/// A scan has at least this many pixels of height.
const SCAN: u32 = 1500;
/// Rows left on a picture's page for a heading above it.
const SPARED: usize = 3;

/// A picture with its caption.
pub(super) fn block(picture: &Picture, caption: &str, area: Area, fonts: &Fonts) -> Block {
    let laid = words::ragged(fonts, caption, Face::Kai, CAPTION_PT, area.width);
    let under = if laid.lines.is_empty() { 0.0 } else { laid.height() + ABOVE_CAPTION };
    let (w, h) = size(picture, area, under);
    let rows = area.rows_for(h + under + 2.0 * GAP);
    let top = (rows as f64 * area.row() - h - under) / 2.0;
    let mut stencil = Page::default();
    stencil.images.push(Image { x: (area.width - w) / 2.0, y: top, w, h, picture: picture.clone() });
    for (i, line) in laid.lines.iter().enumerate() {
        let x = (area.width - line.width) / 2.0;
        let y = top + h + ABOVE_CAPTION + laid.baseline(i);
        line.place(&mut stencil, (x, y), Face::Kai, laid.size_pt);
    }
    Block { rows, stencil, keep: false }
}

/// How a picture is set, for a Word file that shall look the same; mm.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Planned {
    /// Width and height.
    pub size: (f64, f64),
    /// White above it, which is that below it or its caption.
    pub above: f64,
}

/// Plans a picture for an upright or a landscape sheet.
pub(crate) fn plan(picture: &Picture, caption: &str, landscape: bool, fonts: &Fonts) -> Planned {
    let area = if landscape { Area::LANDSCAPE } else { Area::UPRIGHT };
    let laid = words::ragged(fonts, caption, Face::Kai, CAPTION_PT, area.width);
    let under = if laid.lines.is_empty() { 0.0 } else { laid.height() + ABOVE_CAPTION };
    let size = size(picture, area, under);
    let rows = area.rows_for(size.1 + under + 2.0 * GAP);
    Planned { size, above: (rows as f64 * area.row() - size.1 - under) / 2.0 }
}

/// Width and height in mm; `under` is the caption's height.
fn size(picture: &Picture, area: Area, under: f64) -> (f64, f64) {
    let ratio = picture.ratio();
    let scan = SHEET.contains(&ratio) && picture.pixels.1 >= SCAN;
    let most = if scan { area.rows.saturating_sub(SPARED) } else { area.rows / 2 };
    // A caption of a whole page still leaves the picture a line.
    let most = (most as f64 * area.row() - under - 2.0 * GAP).max(area.row());
    let natural = f64::from(picture.pixels.0) * PIXEL;
    let w = natural.min(area.width).min(most / ratio);
    (w, w * ratio)
}

/// The fault of a picture that is named but not there.
pub(crate) fn missing(name: &str, pictures: &[Picture]) -> Fault {
    let known: Vec<&str> = pictures.iter().take(5).map(|picture| picture.name.as_str()).collect();
    let known = if known.is_empty() {
        "目前没有附上任何图片".to_owned()
    } else {
        format!("已附的图片有：{}", known.join("、"))
    };
    Fault::new(format!(
        "正文用到图片“{name}”，但没有找到这张图片（{known}）。请附上同名图片，或者删去正文中的这一行。"
    ))
}
