//! Pictures on the finished PDF: where they stand, what shines through, and that a JPEG is the file that came.
use lopdf::{Document, Object, Stream};
use press::picture::Picture;

use crate::picture_samples::{
    deep, four_inks, grey_jpeg, grey_png, palette, paper, photo, picture, print, properties, seal,
};

const MM: f64 = 25.4 / 72.0;

/// A drawn picture: its box in mm from the top left corner, its stream, and the blend mode it is drawn with.
struct Hung {
    place: [f64; 4],
    stream: Stream,
    blend: Option<String>,
}

fn times(a: [f64; 6], b: [f64; 6]) -> [f64; 6] {
    let at = |r: usize, c: usize| {
        let row = [[a[0], a[1], 0.0], [a[2], a[3], 0.0], [a[4], a[5], 1.0]][r];
        let column = [[b[0], b[2], b[4]], [b[1], b[3], b[5]], [0.0, 0.0, 1.0]][c];
        row.iter().zip(column).map(|(x, y)| x * y).sum::<f64>()
    };
    [at(0, 0), at(0, 1), at(1, 0), at(1, 1), at(2, 0), at(2, 1)]
}

/// Follows the page's own operators: q, Q, cm, gs, Do.
fn hung(bytes: &[u8]) -> Vec<Hung> {
    let file = Document::load_mem(bytes).expect("a PDF");
    let page = file.get_pages()[&1];
    let resource = |kind: &[u8], name: &[u8]| -> Object {
        let (own, ids) = file.get_page_resources(page).expect("resources");
        let dict = own.unwrap_or_else(|| file.get_dictionary(ids[0]).expect("resources"));
        let kinds = file.get_dict_in_dict(dict, kind).expect("a kind of resource");
        file.dereference(kinds.get(name).expect("the resource")).expect("an object").1.clone()
    };
    let one = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];
    let mut state = vec![(one, None::<String>)];
    let mut out = Vec::new();
    for op in file.get_and_decode_page_content(page).expect("content").operations {
        let last = state.len() - 1;
        match op.operator.as_str() {
            "q" => state.push(state[last].clone()),
            "Q" => drop(state.pop()),
            "cm" => {
                let mut by = one;
                let given = op.operands.iter().map(|o| f64::from(o.as_float().expect("a number")));
                by.iter_mut().zip(given).for_each(|(to, from)| *to = from);
                state[last].0 = times(by, state[last].0);
            }
            "gs" => {
                let found = resource(b"ExtGState", op.operands[0].as_name().expect("a name"));
                let blend = found.as_dict().and_then(|d| d.get(b"BM")).and_then(Object::as_name);
                state[last].1 = Some(String::from_utf8_lossy(blend.expect("a mode")).into_owned());
            }
            "Do" => {
                let [w, b, c, h, x, y] = state[last].0;
                assert!(b == 0.0 && c == 0.0, "level");
                let stream = resource(b"XObject", op.operands[0].as_name().expect("a name"));
                out.push(Hung {
                    place: [x, 297.0 / MM - y - h, w, h].map(|v| (v * MM * 100.0).round() / 100.0),
                    stream: stream.as_stream().expect("a stream").clone(),
                    blend: state[last].1.clone(),
                });
            }
            _ => {}
        }
    }
    assert_eq!(state.len(), 1, "every saved state is restored");
    out
}

fn name(stream: &Stream, key: &[u8]) -> String {
    String::from_utf8_lossy(stream.dict.get(key).and_then(Object::as_name).expect("a name")).into_owned()
}

fn mask(bytes: &[u8], stream: &Stream) -> Stream {
    let file = Document::load_mem(bytes).expect("a PDF");
    let id = stream.dict.get(b"SMask").and_then(Object::as_reference).expect("a mask of its own");
    file.get_object(id).and_then(Object::as_stream).expect("a stream").clone()
}

fn alone(what: Picture, archive: bool) -> (Vec<u8>, Hung) {
    let bytes = print("picture_alone", &paper(&[(what, [30.0, 40.0, 30.0, 20.0])]), archive).bytes;
    let only = hung(&bytes).pop().expect("one picture");
    (bytes, only)
}

#[test]
fn a_picture_stands_where_layout_put_it() {
    let places = [[62.5, 98.0, 42.0, 42.0], [28.0, 150.0, 78.0, 52.0]];
    let placed = paper(&[(seal(), places[0]), (photo(), places[1])]);
    let drawn = hung(&print("pictures", &placed, false).bytes);
    assert_eq!(drawn.iter().map(|one| one.place).collect::<Vec<_>>(), places);
}

#[test]
fn a_seal_lets_the_words_show_and_is_multiplied_into_them() {
    let (bytes, seal) = alone(seal(), false);
    let mask = mask(&bytes, &seal.stream);
    assert_eq!(name(&mask, b"ColorSpace"), "DeviceGray");
    let alpha = mask.decompressed_content().expect("pixels");
    assert_eq!(alpha.len(), 300 * 300);
    assert_eq!(
        (alpha[0], alpha[150 * 300 + 150], alpha[150 * 300 + 10]),
        (0, 255, 255),
        "corner, cross, ring"
    );
    let pixels = seal.stream.decompressed_content().expect("pixels");
    assert_eq!(pixels[(150 * 300 + 150) * 3..][..3], [222, 0, 0]);
    assert_eq!(seal.blend.as_deref(), Some("Multiply"));
    let file = Document::load_mem(&bytes).expect("a PDF");
    let page = file.get_dictionary(file.get_pages()[&1]).expect("a page");
    let group = page.get(b"Group").and_then(Object::as_dict).expect("a blending space");
    assert_eq!(group.get(b"CS").and_then(Object::as_name).expect("a space"), b"DeviceRGB");
}

#[test]
fn a_jpeg_is_put_in_byte_for_byte() {
    for (came, space) in [(photo(), "DeviceRGB"), (grey_jpeg(), "DeviceGray"), (four_inks(), "DeviceCMYK")] {
        let (bytes, drawn) = alone(came.clone(), false);
        assert_eq!(drawn.stream.content, *came.bytes, "{}", came.name);
        assert_eq!(name(&drawn.stream, b"Filter"), "DCTDecode");
        assert_eq!(name(&drawn.stream, b"ColorSpace"), space);
        assert_eq!(drawn.blend, None, "nothing shines through a photograph");
        assert!(!String::from_utf8_lossy(&bytes).contains("/Transparency"));
    }
    let (_, inks) = alone(four_inks(), false);
    let decode =
        inks.stream.dict.get(b"Decode").and_then(Object::as_array).expect("Adobe's inks are inverted");
    assert_eq!(
        decode.iter().map(|v| v.as_i64().expect("0 or 1")).collect::<Vec<_>>(),
        [1, 0, 1, 0, 1, 0, 1, 0]
    );
}

#[test]
fn every_kind_of_png_keeps_its_colours() {
    let (bytes, deep) = alone(deep(), false);
    assert_eq!(deep.stream.decompressed_content().expect("pixels")[..3], [255, 128, 0], "16 bits become 8");
    assert_eq!(mask(&bytes, &deep.stream).decompressed_content().expect("pixels"), [128; 6]);
    let (_, grey) = alone(grey_png(), false);
    assert_eq!(
        (name(&grey.stream, b"ColorSpace").as_str(), grey.stream.dict.has(b"SMask")),
        ("DeviceGray", false)
    );
    assert_eq!(grey.stream.decompressed_content().expect("pixels"), [77; 6]);
    let (_, palette) = alone(palette(), false);
    let pixels = palette.stream.decompressed_content().expect("pixels");
    assert_eq!((&pixels[..3], &pixels[6..9]), (&[0, 0, 255][..], &[255, 0, 0][..]));
}

#[test]
fn four_inks_become_red_green_and_blue_in_an_archive_copy() {
    let (_, drawn) = alone(four_inks(), true);
    assert_eq!(name(&drawn.stream, b"ColorSpace"), "DeviceRGB");
    let pixels = drawn.stream.decompressed_content().expect("pixels");
    assert!(
        pixels.len() == 8 * 8 * 3 && pixels[0] > 200 && pixels[1] < 60 && pixels[2] < 60,
        "{:?}",
        &pixels[..3]
    );
}

#[test]
fn the_same_picture_twice_is_stored_once() {
    let again = Picture { name: "同一张.png".into(), ..seal() };
    let placed = paper(&[
        (seal(), [30.0, 98.0, 42.0, 42.0]),
        (again, [100.0, 98.0, 42.0, 42.0]),
        (seal(), [30.0, 200.0, 42.0, 42.0]),
    ]);
    let bytes = print("picture_twice", &placed, false).bytes;
    assert_eq!(hung(&bytes).len(), 3);
    let file = Document::load_mem(&bytes).expect("a PDF");
    let stored = file.objects.values().filter_map(|o| o.as_stream().ok());
    let images =
        stored.filter(|s| s.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|n| n == b"Image"));
    assert_eq!(images.count(), 2, "the seal and its mask");
}

#[test]
fn a_picture_whose_body_is_broken_is_refused_by_name() {
    let broken = |name: &str, whole: &Picture, keep: f64| {
        let cut = (whole.bytes.len() as f64 * keep) as usize;
        picture(name, whole.bytes[..cut].to_vec())
    };
    let (seal, photo) = (seal(), photo());
    for (what, why) in [
        (broken("半张公章.png", &seal, 0.5), "已损坏"),
        (broken("半张照片.jpg", &photo, 0.9), "已损坏"),
        (picture("改过.png", flip(&seal)), "已损坏"),
    ] {
        let placed = paper(&[(what.clone(), [30.0, 40.0, 30.0, 20.0])]);
        let fault = press::pdf::write(&placed, crate::fonts(), &properties()).expect_err("broken");
        assert!(fault.message.contains(&what.name) && fault.message.contains(why), "{fault}");
    }
}

/// The same file with one byte of its pixels changed.
fn flip(whole: &Picture) -> Vec<u8> {
    let mut bytes = whole.bytes.as_ref().clone();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0xFF;
    bytes
}
