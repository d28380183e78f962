//! Pictures of a file: each stored once, a PNG with its transparency, a JPEG byte for byte as it came.
//!
//! Promised: 16 bits, palettes, grey and four-colour pictures come out in their right colours; a picture whose body is
//! broken is refused by name before anything is drawn. Transparent pictures are multiplied into what lies under them, as
//! the ink of a seal is. It deliberately makes no picture smaller or coarser.
use std::collections::HashMap;

use image::DynamicImage;
use printpdf::{
    BlendMode, DictItem, ExtendedGraphicsState, ExtendedGraphicsStateId, ExternalStream, ExternalXObject,
    PdfDocument, XObjectId,
};

use super::jpeg;
use crate::Fault;
use crate::page::Placed;
use crate::picture::{Format, Picture};

/// A picture that hangs in the file.
#[derive(Debug, Clone)]
pub(super) struct Hung {
    /// Its name in the file.
    pub id: XObjectId,
    /// Something shows through it.
    pub transparent: bool,
}

/// The pictures of a file, by their content.
#[derive(Default)]
pub(super) struct Pictures<'a> {
    hung: HashMap<&'a [u8], Hung>,
    /// The state in which transparent pictures are drawn, once there is one.
    pub multiply: Option<ExtendedGraphicsStateId>,
}

impl<'a> Pictures<'a> {
    /// Hangs every picture of these pages into the file. `archive`: only colours of sRGB.
    pub fn of(placed: &'a Placed, archive: bool, file: &mut PdfDocument) -> Result<Self, Fault> {
        let mut pictures = Self::default();
        for picture in placed.pages.iter().flat_map(|page| &page.images).map(|image| &image.picture) {
            if pictures.get(picture).is_some() {
                continue;
            }
            let stream = match picture.format {
                Format::Jpeg => jpeg_stream(picture, archive)?,
                Format::Png => pixel_stream(&picture.decode()?),
            };
            let transparent = stream.dict.contains_key("SMask");
            let external = ExternalXObject { stream, width: None, height: None, dpi: None };
            let id = file.add_xobject(&external);
            if transparent && pictures.multiply.is_none() {
                let multiply = ExtendedGraphicsState::default().with_blend_mode(BlendMode::multiply());
                pictures.multiply = Some(file.add_graphics_state(multiply));
            }
            pictures.hung.insert(&picture.bytes, Hung { id, transparent });
        }
        Ok(pictures)
    }

    /// A picture as it hangs in the file.
    pub fn get(&self, picture: &Picture) -> Option<&Hung> {
        self.hung.get(picture.bytes.as_slice())
    }
}

fn jpeg_stream(picture: &Picture, archive: bool) -> Result<ExternalStream, Fault> {
    let head = jpeg::head(&picture.bytes).map_err(|why| picture.fault(why))?;
    if !jpeg::is_whole(&picture.bytes) {
        return Err(picture.fault("已损坏，内容不完整"));
    }
    let pixels = picture.decode()?;
    if archive && head.components == 4 {
        return Ok(pixel_stream(&pixels));
    }
    let space = match head.components {
        1 => "DeviceGray",
        3 => "DeviceRGB",
        _ => "DeviceCMYK",
    };
    let size = (u32::from(head.size.0), u32::from(head.size.1));
    let mut stream = stream(size, space, picture.bytes.as_ref().clone());
    stream.compress = false;
    stream.dict.insert("Filter".into(), name("DCTDecode"));
    if head.components == 4 && head.adobe {
        let inverted = [1, 0, 1, 0, 1, 0, 1, 0].map(DictItem::Int).to_vec();
        stream.dict.insert("Decode".into(), DictItem::Array(inverted));
    }
    Ok(stream)
}

/// Pixels without loss (16 bits become 8: no printer tells them apart), what is transparent beside them.
fn pixel_stream(image: &DynamicImage) -> ExternalStream {
    let size = (image.width(), image.height());
    let grey = image.color().channel_count() <= 2;
    let (colours, space) = if grey {
        (image.to_luma8().into_raw(), "DeviceGray")
    } else {
        (image.to_rgb8().into_raw(), "DeviceRGB")
    };
    let mut out = stream(size, space, colours);
    if image.color().has_alpha() {
        let alpha: Vec<u8> = image.to_rgba8().pixels().map(|pixel| pixel.0[3]).collect();
        // A PNG that could be transparent but is not needs no mask.
        if alpha.iter().any(|&a| a < 255) {
            let mask = stream(size, "DeviceGray", alpha);
            out.dict.insert("SMask".into(), DictItem::Stream { stream: mask });
        }
    }
    out
}

fn stream((width, height): (u32, u32), space: &str, content: Vec<u8>) -> ExternalStream {
    let dict = [
        ("Type", name("XObject")),
        ("Subtype", name("Image")),
        ("Width", DictItem::Int(i64::from(width))),
        ("Height", DictItem::Int(i64::from(height))),
        ("ColorSpace", name(space)),
        ("BitsPerComponent", DictItem::Int(8)),
    ];
    let dict = dict.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    ExternalStream { dict, content, compress: true }
}

fn name(name: &str) -> DictItem {
    DictItem::Name(name.as_bytes().to_vec())
}
