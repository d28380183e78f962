//! One face of a file: the subset that is embedded, its codes and widths.
use std::collections::BTreeMap;

use printpdf::{FontId, FontMetrics, FontType, ParsedFont, PdfFontMetricsStub};
use subsetter::GlyphRemapper;

use crate::Fault;
use crate::fonts::Source;

/// A face cut down to the characters of one file.
pub(super) struct Embedded {
    /// The subset as the library takes it.
    pub font: ParsedFont,
    /// Its key in the file, once it is added.
    pub id: Option<FontId>,
    /// Its name in the file.
    pub name: String,
    /// Glyphs of the subset, numbered from 0 without a gap.
    pub count: u16,
    glyphs: BTreeMap<char, (u16, f64)>,
}

impl Embedded {
    /// Cuts `face` down to `glyphs` (character to glyph id).
    pub fn of(face: &Source, glyphs: &BTreeMap<char, u16>) -> Result<Self, Fault> {
        let fault = |why: String| Fault::new(format!("字体文件 {} 无法嵌入：{why}", face.path().display()));
        let parsed = face.face().ok_or_else(|| fault("文件已损坏".to_owned()))?;
        let mut mapper = GlyphRemapper::new();
        let codes: BTreeMap<char, u16> = glyphs.iter().map(|(&ch, &gid)| (ch, mapper.remap(gid))).collect();
        let subset = subsetter::subset(face.bytes(), face.index(), &mapper)
            .map_err(|why| fault(format!("{why:?}")))?;
        let em = parsed.units_per_em();
        let advance = |gid: u16| parsed.glyph_hor_advance(ttf_parser::GlyphId(gid)).unwrap_or(em);
        let widths: BTreeMap<u16, u16> = glyphs.iter().map(|(ch, &gid)| (codes[ch], advance(gid))).collect();
        let chars = codes.iter().map(|(&ch, &code)| (ch as u32, code)).collect();
        let metrics = FontMetrics { ascent: parsed.ascender(), descent: parsed.descender() };
        let name = format!("{}+{}", tag(&codes), face.name());
        let parts = ttf_parser::Face::parse(&subset, 0).map(|face| face.number_of_glyphs());
        let count = parts.unwrap_or(mapper.num_gids());
        let otto = subset.starts_with(b"OTTO");
        let mut font =
            ParsedFont::with_glyph_data(subset, 0, Some(name.clone()), chars, widths.clone(), em, metrics);
        font.font_type = if otto { FontType::OpenTypeCFF(()) } else { FontType::TrueType };
        font.pdf_font_metrics = stub(&parsed);
        // The file states whole thousandths (rounded down); positions are reckoned from the same numbers.
        let stated = |code: &u16| (f32::from(widths[code]) * 1000.0 / f32::from(em)).trunc();
        let glyphs = codes.iter().map(|(&ch, code)| (ch, (*code, f64::from(stated(code))))).collect();
        Ok(Self { font, id: None, name, count, glyphs })
    }

    /// Code and stated width (thousandths of an em) of a character.
    pub fn glyph(&self, ch: char) -> Option<(u16, f64)> {
        self.glyphs.get(&ch).copied()
    }
}

fn stub(face: &ttf_parser::Face<'_>) -> PdfFontMetricsStub {
    let box_ = face.global_bounding_box();
    PdfFontMetricsStub {
        units_per_em: face.units_per_em(),
        x_min: box_.x_min,
        y_min: box_.y_min,
        x_max: box_.x_max,
        y_max: box_.y_max,
        us_weight_class: face.weight().to_number(),
        ..PdfFontMetricsStub::default()
    }
}

/// Six letters that tell subsets of one face apart (ISO 32000-1, 9.6.4).
fn tag(codes: &BTreeMap<char, u16>) -> String {
    let mut sum = codes.keys().fold(5381_u64, |sum, &ch| sum.wrapping_mul(33) ^ u64::from(u32::from(ch)));
    let letter = |_| {
        let letter = b'A' + (sum % 26) as u8;
        sum /= 26;
        char::from(letter)
    };
    (0..6).map(letter).collect()
}
