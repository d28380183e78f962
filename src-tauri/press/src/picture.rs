//! A picture (PNG, JPEG) as it came, with its size in pixels: seals, scans, figures in a text.
//!
//! Promised: what cannot be shown is refused here with its name, not when half of the paper is set; a photo stands as it
//! was taken, however the camera was held (EXIF, tag 0x0112). It deliberately changes nothing of the file: how it is to
//! be turned is kept beside it, for paper as a matrix, for Word as turned pixels.
use std::io::Cursor;
use std::sync::Arc;

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader};

use crate::Fault;

/// More pixels than this on a side are refused: no printer shows them, and memory for them would be asked first.
const LARGEST: u32 = 12_000;

/// Quality (of 100) of a JPEG that is packed anew.
const FINE: u8 = 95;

/// The two formats that go into a PDF and a DOCX without loss.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// PNG, transparency kept.
    Png,
    /// JPEG, put in as it is.
    Jpeg,
}

/// How pixels are turned and mirrored to be looked at: the eight ways of EXIF.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turned(Orientation);

impl Default for Turned {
    fn default() -> Self {
        Self(Orientation::NoTransforms)
    }
}

impl Turned {
    /// The pixels stand as they are looked at.
    pub fn is_upright(self) -> bool {
        self.0 == Orientation::NoTransforms
    }

    /// Width and height change their places.
    fn lies(self) -> bool {
        use Orientation::{Rotate90, Rotate90FlipH, Rotate270, Rotate270FlipH};
        matches!(self.0, Rotate90 | Rotate270 | Rotate90FlipH | Rotate270FlipH)
    }

    /// The matrix `[a b c d e f]` of a PDF that brings the unit square of the file's pixels onto the unit square that is
    /// looked at, y upwards.
    pub fn matrix(self) -> [f64; 6] {
        match self.0 {
            Orientation::NoTransforms => [1.0, 0.0, 0.0, 1.0, 0.0, 0.0],
            Orientation::FlipHorizontal => [-1.0, 0.0, 0.0, 1.0, 1.0, 0.0],
            Orientation::Rotate180 => [-1.0, 0.0, 0.0, -1.0, 1.0, 1.0],
            Orientation::FlipVertical => [1.0, 0.0, 0.0, -1.0, 0.0, 1.0],
            // Clockwise: the file's upper left corner goes to the upper right.
            Orientation::Rotate90 => [0.0, -1.0, 1.0, 0.0, 0.0, 1.0],
            Orientation::Rotate270 => [0.0, 1.0, -1.0, 0.0, 1.0, 0.0],
            // Clockwise, then left and right change places.
            Orientation::Rotate90FlipH => [0.0, -1.0, -1.0, 0.0, 1.0, 1.0],
            Orientation::Rotate270FlipH => [0.0, 1.0, 1.0, 0.0, 0.0, 0.0],
        }
    }
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The name by which a text refers to it.
    pub name: String,
    /// Its format, told from its content.
    pub format: Format,
    /// Width and height in pixels as it is looked at, turned if it must be.
    pub pixels: (u32, u32),
    /// How the file's pixels are turned to be looked at.
    pub turned: Turned,
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
        let damaged = |_| fault("已损坏，读不出尺寸");
        let mut decoder = reader.into_decoder().map_err(damaged)?;
        // A camera's notes that cannot be read turn nothing; the picture is there all the same.
        let turned = Turned(decoder.orientation().unwrap_or(Orientation::NoTransforms));
        let (width, height) = decoder.dimensions();
        drop(decoder);
        let pixels = if turned.lies() { (height, width) } else { (width, height) };
        if pixels.0 == 0 || pixels.1 == 0 || pixels.0 > LARGEST || pixels.1 > LARGEST {
            return Err(fault(&format!("为 {} × {} 像素，超出可印范围", pixels.0, pixels.1)));
        }
        Ok(Self { name: name.to_owned(), format, pixels, turned, bytes: Arc::new(bytes) })
    }

    /// Every pixel as it stands in the file.
    ///
    /// # Errors
    /// A [`Fault`] that names the picture: what is broken behind its head is found here.
    pub fn decode(&self) -> Result<DynamicImage, Fault> {
        let format = match self.format {
            Format::Png => ImageFormat::Png,
            Format::Jpeg => ImageFormat::Jpeg,
        };
        let reader = ImageReader::with_format(Cursor::new(self.bytes.as_slice()), format);
        reader.decode().map_err(|why| match why {
            image::ImageError::Limits(_) => self.fault("太大，内存放不下"),
            image::ImageError::Unsupported(_) => self.fault("用了少见的编码方式，无法印制"),
            _ => self.fault("已损坏，内容读不完整"),
        })
    }

    /// A file of the same format whose pixels stand as they are looked at, for readers that turn nothing; the file as it
    /// came where nothing is to be turned. A turned JPEG is packed anew, finer than any camera does.
    ///
    /// # Errors
    /// As [`Picture::decode`].
    pub fn upright(&self) -> Result<Vec<u8>, Fault> {
        if self.turned.is_upright() {
            return Ok(self.bytes.to_vec());
        }
        let mut pixels = self.decode()?;
        pixels.apply_orientation(self.turned.0);
        let mut out = Cursor::new(Vec::new());
        let written = match self.format {
            Format::Png => pixels.write_to(&mut out, ImageFormat::Png),
            Format::Jpeg => pixels
                .into_rgb8()
                .write_with_encoder(image::codecs::jpeg::JpegEncoder::new_with_quality(&mut out, FINE)),
        };
        written.map_err(|_| self.fault("转正后写不出来"))?;
        Ok(out.into_inner())
    }

    /// The fault of this picture: what is wrong with it, and the remedy.
    pub(crate) fn fault(&self, why: &str) -> Fault {
        Fault::new(format!("图片“{}”{why}，请换一张 PNG 或 JPG 图片。", self.name))
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
