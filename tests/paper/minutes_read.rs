//! Reads a finished PDF back with nothing but its own bytes: where each character stands, what it says, which ink.
use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object};

const MM: f64 = 25.4 / 72.0;

/// A character as the file places it; mm from the page's top left corner, size in points.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawn {
    pub text: String,
    pub x: f64,
    pub y: f64,
    pub size: f64,
    pub stretch: f64,
    pub turned: bool,
    pub ink: Vec<f64>,
    pub font: String,
    pub code: u16,
}

/// A filled rectangle: left, top, width, height in mm, and its ink.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    pub x: f64,
    pub y: f64,
    pub w: f64,
    pub h: f64,
    pub ink: Vec<f64>,
}

#[derive(Debug, Default)]
pub struct Sheet {
    pub glyphs: Vec<Drawn>,
    pub bars: Vec<Bar>,
}

impl Sheet {
    /// Level characters of a size, grouped by baseline from top to bottom, each from left to right.
    pub fn lines(&self, size: f64) -> Vec<Vec<&Drawn>> {
        let mut lines: BTreeMap<i64, Vec<&Drawn>> = BTreeMap::new();
        let level = self.glyphs.iter().filter(|g| !g.turned && (g.size - size).abs() < 0.01);
        level.for_each(|g| lines.entry((g.y * 100.0).round() as i64).or_default().push(g));
        let mut lines: Vec<_> = lines.into_values().collect();
        lines.iter_mut().for_each(|line| line.sort_by(|a, b| a.x.total_cmp(&b.x)));
        lines
    }

    /// Words of a size, line by line, without blanks.
    pub fn text(&self, size: f64) -> String {
        self.lines(size).concat().iter().map(|g| g.text.as_str()).filter(|t| !t.trim().is_empty()).collect()
    }
}

struct Font {
    name: String,
    chars: BTreeMap<u16, String>,
    widths: BTreeMap<u16, f64>,
}

/// All pages of a file.
pub fn sheets(bytes: &[u8]) -> Vec<Sheet> {
    let file = Document::load_mem(bytes).expect("a PDF");
    file.get_pages().values().map(|page| sheet(&file, *page)).collect()
}

fn number(object: &Object) -> f64 {
    f64::from(object.as_float().expect("a number"))
}

fn resolve<'a>(file: &'a Document, object: &'a Object) -> &'a Object {
    file.dereference(object).expect("an object of the file").1
}

fn fonts(file: &Document, page: lopdf::ObjectId) -> BTreeMap<Vec<u8>, Font> {
    let fonts = file.get_page_fonts(page).expect("fonts");
    fonts.into_iter().map(|(name, dict)| (name, font(file, dict))).collect()
}

fn font(file: &Document, dict: &Dictionary) -> Font {
    let name = String::from_utf8_lossy(dict.get(b"BaseFont").and_then(Object::as_name).expect("a name"))
        .into_owned();
    let map = resolve(file, dict.get(b"ToUnicode").expect("ToUnicode")).as_stream().expect("a stream");
    let map = map.decompressed_content().unwrap_or_else(|_| map.content.clone());
    let below =
        resolve(file, dict.get(b"DescendantFonts").expect("a descendant")).as_array().expect("an array");
    let below = resolve(file, &below[0]).as_dict().expect("a dictionary");
    let descriptor =
        resolve(file, below.get(b"FontDescriptor").expect("a descriptor")).as_dict().expect("one");
    assert!(descriptor.has(b"FontFile2") || descriptor.has(b"FontFile3"), "{name} is embedded");
    Font { name, chars: to_unicode(&String::from_utf8_lossy(&map)), widths: widths(file, below) }
}

fn widths(file: &Document, font: &Dictionary) -> BTreeMap<u16, f64> {
    let list = resolve(file, font.get(b"W").expect("widths")).as_array().expect("an array");
    let mut widths = BTreeMap::new();
    for pair in list.chunks(2) {
        let first = pair[0].as_i64().expect("a code") as u16;
        for (i, width) in resolve(file, &pair[1]).as_array().expect("widths").iter().enumerate() {
            widths.insert(first + i as u16, number(width));
        }
    }
    widths
}

/// The map from codes to characters (ISO 32000-1, 9.10.3).
fn to_unicode(map: &str) -> BTreeMap<u16, String> {
    let mut chars = BTreeMap::new();
    let mut kind = "";
    for line in map.lines() {
        let line = line.trim();
        if line.ends_with("beginbfchar") || line.ends_with("beginbfrange") {
            kind = if line.ends_with("char") { "char" } else { "range" };
        } else if line.starts_with("endbf") {
            kind = "";
        } else if !kind.is_empty() {
            let hex: Vec<&str> = line.split(['<', '>']).filter(|part| !part.trim().is_empty()).collect();
            let code = |at: usize| u16::from_str_radix(hex[at], 16).expect("a code");
            let (first, last, at) =
                if kind == "char" { (code(0), code(0), 1) } else { (code(0), code(1), 2) };
            for (step, code) in (first..=last).enumerate() {
                chars.insert(code, utf16(hex[at], step as u16));
            }
        }
    }
    chars
}

fn utf16(hex: &str, step: u16) -> String {
    let mut units: Vec<u16> = (0..hex.len() / 4)
        .map(|i| u16::from_str_radix(&hex[i * 4..i * 4 + 4], 16).expect("UTF-16"))
        .collect();
    *units.last_mut().expect("a character") += step;
    String::from_utf16(&units).expect("UTF-16")
}

fn sheet(file: &Document, page: lopdf::ObjectId) -> Sheet {
    let fonts = fonts(file, page);
    let media =
        file.get_dictionary(page).and_then(|p| p.get(b"MediaBox")).and_then(Object::as_array).expect("a box");
    let height = number(&media[3]);
    let mut sheet = Sheet::default();
    let (mut ink, mut font, mut size, mut matrix) = (Vec::new(), None, 0.0, [1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);
    for op in file.get_and_decode_page_content(page).expect("page content").operations {
        let at: Vec<f64> = op.operands.iter().filter_map(|o| o.as_float().ok().map(f64::from)).collect();
        match op.operator.as_str() {
            "rg" | "g" => ink = at,
            "Tf" => {
                font = fonts.get(op.operands[0].as_name().expect("a font"));
                size = at[0];
            }
            "Tm" => matrix.copy_from_slice(&at),
            "re" => sheet.bars.push(Bar {
                x: at[0] * MM,
                y: (height - at[1] - at[3]) * MM,
                w: at[2] * MM,
                h: at[3] * MM,
                ink: ink.clone(),
            }),
            "TJ" => {
                let font = font.expect("a font is chosen");
                let mut pen = 0.0;
                for item in op.operands[0].as_array().expect("an array") {
                    let Ok(code) = item.as_str() else {
                        pen -= number(item);
                        continue;
                    };
                    let code = u16::from_be_bytes([code[0], code[1]]);
                    let along = pen / 1000.0 * size;
                    sheet.glyphs.push(Drawn {
                        text: font.chars.get(&code).cloned().expect("every code says its character"),
                        x: (matrix[4] + along * matrix[0]) * MM,
                        y: (height - matrix[5] - along * matrix[1]) * MM,
                        size,
                        stretch: matrix[0],
                        turned: matrix[1].abs() > 1e-6,
                        ink: ink.clone(),
                        font: font.name.clone(),
                        code,
                    });
                    pen += font.widths[&code];
                }
            }
            _ => {}
        }
    }
    sheet
}
