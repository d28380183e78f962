//! Pictures to be printed: drawn here, or tiny files made once where no encoder is at hand (four inks, a palette).
use std::io::Cursor;

use base64::Engine;
use image::{DynamicImage, GrayImage, ImageBuffer, ImageFormat, Luma, Rgb, Rgba, RgbaImage};
use press::page::{Face, Glyph, Image, Ink, Page, Placed, Run};
use press::pdf::{Options, Printed, Properties};
use press::picture::Picture;

/// 8 × 8 pixels of pure red in four inks, written as Adobe's programs do.
const FOUR_INKS: &str = "/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwACAQEBAQECAQEBAgICAgIEAwICAgIFBAQDBAYFBgYGBQYGBgcJCAYHCQcGBggLCAkKCgoK\
    CgYICwwLCgwJCgoK/9sAQwECAgICAgIFAwMFCgcGBwoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoK\
    CgoKCgoK/8AAFAgACAAIBAERAAIRAQMRAQQRAP/EABUAAQEAAAAAAAAAAAAAAAAAAAgJ/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/E\
    ABUBAQEAAAAAAAAAAAAAAAAAAAgK/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAA4EAQACEQMRBAAAPwBmFYn/AF/H/9k=";
/// 4 × 4 pixels of a palette: two columns blue, two red.
const PALETTE: &str = "iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAMAAACeL25MAAAABGdBTUEAALGPC/xhBQAAACBjSFJNAAB6JgAAgIQAAPoAAACA6AAA\
    dTAAAOpgAAA6mAAAF3CculE8AAAABlBMVEUAAP//AADF+ovTAAAAB3RJTUUH6gsYDhUJ3YGvnwAAAA9JREFUCNdjYGBgZGRAJQAA\
    XAAJcLTPJQAAACV0RVh0ZGF0ZTpjcmVhdGUAMjAyNi0xMS0yNFQxNDoyMTowOSswMDowMLNlR+AAAAAldEVYdGRhdGU6bW9kaWZ5\
    ADIwMjYtMTEtMjRUMTQ6MjE6MDkrMDA6MDDCOP9cAAAAAElFTkSuQmCC";

fn decoded(text: &str) -> Vec<u8> {
    base64::engine::general_purpose::STANDARD.decode(text).expect("base64")
}

pub fn encoded(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, format).expect("a picture can be written");
    bytes.into_inner()
}

pub fn picture(name: &str, bytes: Vec<u8>) -> Picture {
    Picture::read(name, bytes).expect("a picture")
}

/// A round seal of 300 pixels: a red ring and a red star-like cross, nothing between.
pub fn seal() -> Picture {
    let image = RgbaImage::from_fn(300, 300, |x, y| {
        let (dx, dy) = (f64::from(x) - 149.5, f64::from(y) - 149.5);
        let r = dx.hypot(dy);
        let ring = (130.0..148.0).contains(&r);
        let cross = r < 60.0 && (dx.abs() < 12.0 || dy.abs() < 12.0);
        if ring || cross { Rgba([222, 0, 0, 255]) } else { Rgba([255, 255, 255, 0]) }
    });
    picture("公章.png", encoded(&image.into(), ImageFormat::Png))
}

/// A photograph: a soft gradient.
pub fn photo() -> Picture {
    let image: ImageBuffer<Rgb<u8>, _> =
        ImageBuffer::from_fn(120, 80, |x, y| Rgb([x as u8 * 2, y as u8 * 3, 90]));
    picture("照片.jpg", encoded(&image.into(), ImageFormat::Jpeg))
}

pub fn grey_jpeg() -> Picture {
    let image = GrayImage::from_fn(40, 20, |x, _| Luma([x as u8 * 6]));
    picture("灰度.jpg", encoded(&image.into(), ImageFormat::Jpeg))
}

pub fn four_inks() -> Picture {
    picture("四色.jpg", decoded(FOUR_INKS))
}

pub fn palette() -> Picture {
    picture("调色板.png", decoded(PALETTE))
}

/// 16 bits a colour, half transparent.
pub fn deep() -> Picture {
    let image: ImageBuffer<Rgba<u16>, _> =
        ImageBuffer::from_pixel(3, 2, Rgba([0xFFFF, 0x8000, 0x0000, 0x8000]));
    picture("十六位.png", encoded(&image.into(), ImageFormat::Png))
}

pub fn grey_png() -> Picture {
    let image = GrayImage::from_pixel(3, 2, Luma([77]));
    picture("灰度.png", encoded(&image.into(), ImageFormat::Png))
}

/// A4 with words in the middle and these pictures: left, top, width, height in mm.
pub fn paper(images: &[(Picture, [f64; 4])]) -> Placed {
    let words = "示例市创建全国质量强市示范城市工作领导小组办公室";
    let glyphs = words.chars().enumerate().map(|(i, ch)| Glyph { ch, x: 40.0 + i as f64 * 5.6 });
    let run = Run {
        face: Face::FangSong,
        size_pt: 16.0,
        ink: Ink::Black,
        y: 120.0,
        turn_deg: 0.0,
        stretch: 1.0,
        glyphs: glyphs.collect(),
    };
    let images = images.iter().map(|(picture, [x, y, w, h])| Image {
        x: *x,
        y: *y,
        w: *w,
        h: *h,
        picture: picture.clone(),
    });
    let page = Page { w: 210.0, h: 297.0, runs: vec![run], rules: Vec::new(), images: images.collect() };
    Placed { title: "示例".into(), pages: vec![page], ..Placed::default() }
}

pub fn properties() -> Properties {
    Properties {
        title: "关于“质量强市”的<通知> & 附件".into(),
        subject: "示例".into(),
        author: "示例市创建办".into(),
        created: chrono::NaiveDate::from_ymd_opt(2016, 8, 30)
            .and_then(|d| d.and_hms_opt(9, 30, 0))
            .expect("a day"),
    }
}

/// Prints and keeps the file beside the build, to be looked at.
pub fn print(name: &str, placed: &Placed, archive: bool) -> Printed {
    let printed =
        press::pdf::write_with(placed, crate::fonts(), &properties(), Options { archive }).expect("paper");
    let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.pdf"));
    std::fs::write(file, &printed.bytes).expect("the build folder is writable");
    printed
}
