//! Photos from phones: the camera was held sideways, and says so in its notes (EXIF, tag 0x0112).
use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use press::document::Document;
use press::picture::{Format, Picture};

use crate::docx_read::parts;
use crate::docx_samples::properties;
use crate::official_samples::red_head;

const RED: [u8; 3] = [200, 0, 0];
const GREEN: [u8; 3] = [0, 160, 0];
const BLUE: [u8; 3] = [0, 0, 200];
const GREY: [u8; 3] = [120, 120, 120];

/// Four fields: red and green above, blue and grey below.
fn fields() -> RgbImage {
    RgbImage::from_fn(64, 32, |x, y| {
        Rgb(match (x < 32, y < 16) {
            (true, true) => RED,
            (false, true) => GREEN,
            (true, false) => BLUE,
            (false, false) => GREY,
        })
    })
}

/// The fields as a JPEG of a camera that was held this way (1 to 8).
fn photo(way: u8) -> Picture {
    let mut out = Cursor::new(Vec::new());
    fields().write_to(&mut out, ImageFormat::Jpeg).expect("a JPEG");
    let jpeg = out.into_inner();
    // Little-endian TIFF with one entry: tag, kind SHORT, count 1, value.
    let mut notes = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".to_vec();
    notes.extend([way, 0, 0, 0, 0, 0, 0, 0]);
    let length = (notes.len() as u16 + 2).to_be_bytes();
    let bytes = [&jpeg[..2], &[0xFF, 0xE1], &length, &notes, &jpeg[2..]].concat();
    Picture::read("现场.jpg", bytes).expect("a picture")
}

fn near(a: [u8; 3], b: [u8; 3]) -> bool {
    a.iter().zip(b).all(|(a, b)| a.abs_diff(b) < 40)
}

/// Colours at the four corners: above left, above right, below left, below right.
fn corners(pixels: &DynamicImage) -> [[u8; 3]; 4] {
    let pixels = pixels.to_rgb8();
    let (w, h) = pixels.dimensions();
    [(4, 4), (w - 5, 4), (4, h - 5), (w - 5, h - 5)].map(|(x, y)| pixels.get_pixel(x, y).0)
}

/// What a person sees of each way.
fn seen(way: u8) -> [[u8; 3]; 4] {
    match way {
        2 => [GREEN, RED, GREY, BLUE],
        3 => [GREY, BLUE, GREEN, RED],
        4 => [BLUE, GREY, RED, GREEN],
        5 => [RED, BLUE, GREEN, GREY],
        6 => [BLUE, RED, GREY, GREEN],
        7 => [GREY, GREEN, BLUE, RED],
        8 => [GREEN, GREY, RED, BLUE],
        _ => [RED, GREEN, BLUE, GREY],
    }
}

#[test]
fn a_photo_has_the_size_in_which_it_is_looked_at() {
    for way in 1..=8 {
        let picture = photo(way);
        let wanted = if way < 5 { (64, 32) } else { (32, 64) };
        assert_eq!((picture.format, picture.pixels), (Format::Jpeg, wanted), "way {way}");
    }
    assert_eq!(photo(9).pixels, (64, 32), "a note that says nothing turns nothing");
}

#[test]
fn the_matrix_of_a_pdf_brings_every_corner_to_its_place() {
    for way in 1..=8 {
        let picture = photo(way);
        let [a, b, c, d, e, f] = picture.turned.matrix();
        let file = corners(&picture.decode().expect("pixels"));
        // The unit square of a PDF: y grows upwards.
        let at = [(0.1, 0.9), (0.9, 0.9), (0.1, 0.1), (0.9, 0.1)];
        for (colour, (x, y)) in file.into_iter().zip(at) {
            let (x, y) = (a * x + c * y + e, b * x + d * y + f);
            let place = usize::from(x > 0.5) + 2 * usize::from(y < 0.5);
            assert!(near(colour, seen(way)[place]), "way {way}: {colour:?} at {x:.1}, {y:.1}");
            assert!((0.0..=1.0).contains(&x) && (0.0..=1.0).contains(&y));
        }
    }
}

#[test]
fn word_gets_pixels_that_stand_as_they_are_looked_at() {
    for way in 1..=8 {
        let document =
            Document {
                body: "现场如下。\n![](现场.jpg)".into(), pictures: vec![photo(way)], ..red_head(0)
            };
        let file =
            press::docx::write_document(&document, crate::fonts(), &properties("示例")).expect("a file");
        let parts = parts(&file);
        let (_, media) = parts.iter().find(|(path, _)| path.ends_with(".jpeg")).expect("the photo");
        let found = corners(&image::load_from_memory(media).expect("a JPEG"));
        assert!(found.iter().zip(seen(way)).all(|(a, b)| near(*a, b)), "way {way}: {found:?}");
    }
}

#[test]
fn paper_keeps_the_file_as_it_came_and_turns_it_in_its_place() {
    let document =
        Document { body: "现场如下。\n![](现场.jpg)".into(), pictures: vec![photo(6)], ..red_head(0) };
    let placed = crate::official_samples::placed(&document);
    let image = placed.pages.iter().flat_map(|page| &page.images).find(|i| i.picture.name == "现场.jpg");
    let image = image.expect("the photo");
    assert!((image.h / image.w - 2.0).abs() < 1e-6, "upright: {} × {} mm", image.w, image.h);
    let printed = press::pdf::write(&placed, crate::fonts(), &properties("示例")).expect("a file");
    let bytes = photo(6).bytes;
    assert!(printed.bytes.windows(bytes.len()).any(|part| part == bytes.as_slice()), "byte for byte");
    let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("turned.pdf");
    std::fs::write(file, &printed.bytes).expect("the build folder is writable");
}
