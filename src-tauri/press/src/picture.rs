//! A picture (PNG, JPEG) as it came, with its size in pixels: seals, scans, figures in a text.
//!
//! Promised: what cannot be shown is refused here with its name, not when half of the paper is set. It deliberately
//! changes nothing of the picture.
use std::io::Cursor;
use std::sync::Arc;

use image::{ImageDecoder, ImageFormat, ImageReader};

use crate::Fault;

/// More pixels than this on a side are refused: no printer shows them, and memory for them would be asked first.
const LARGEST: u32 = 12_000;

/// The two formats that go into a PDF and a DOCX without loss.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// PNG, transparency kept.
    Png,
    /// JPEG, put in as it is.
    Jpeg,
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The name by which a text refers to it.
    pub name: String,
    /// Its format, told from its content.
    pub format: Format,
    /// Width and height in pixels.
    pub pixels: (u32, u32),
    /// The file as it came.
    pub bytes: Arc<Vec<u8>>,
}

impl Picture {
    /// Takes a file; refuses what is no PNG or JPEG, broken at its head, or too large.
    ///
    /// # Errors
    /// A [`Fault`] that names the picture.
    pub fn read(name: &str, bytes: Vec<u8>) -> Result<Self, Fault> {
        let fault = |why: &str| Fault::new(format!("图片“{name}”{why}，请换一张 PNG 或 JPG 图片。"));
        let reader =
            ImageReader::new(Cursor::new(&bytes)).with_guessed_format().map_err(|_| fault("读不出来"))?;
        let format = match reader.format() {
            Some(ImageFormat::Png) => Format::Png,
            Some(ImageFormat::Jpeg) => Format::Jpeg,
            _ => return Err(fault("不是 PNG 或 JPG 格式")),
        };
        let pixels = reader.into_dimensions().map_err(|_| fault("已损坏，读不出尺寸"))?;
        if pixels.0 == 0 || pixels.1 == 0 || pixels.0 > LARGEST || pixels.1 > LARGEST {
            return Err(fault(&format!("为 {} × {} 像素，超出可印范围", pixels.0, pixels.1)));
        }
        Ok(Self { name: name.to_owned(), format, pixels, bytes: Arc::new(bytes) })
    }

    /// Whether its ground can be seen through: it has an alpha channel, or a transparent colour.
    pub fn is_transparent(&self) -> bool {
        let reader = ImageReader::new(Cursor::new(self.bytes.as_slice())).with_guessed_format();
        let decoder = reader.ok().and_then(|reader| reader.into_decoder().ok());
        decoder.is_some_and(|decoder| decoder.color_type().has_alpha())
    }

    /// Height for one unit of width.
    pub fn ratio(&self) -> f64 {
        f64::from(self.pixels.1) / f64::from(self.pixels.0)
    }
}
