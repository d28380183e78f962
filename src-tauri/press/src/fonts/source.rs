//! One face in one file, read when it is first needed. A file that cannot be read has no glyphs; it never fails loudly.
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use ttf_parser::GlyphId;

/// A face in a font file or collection.
#[derive(Debug, Clone)]
pub struct Source {
    path: PathBuf,
    index: u32,
    family: String,
    name: String,
    bytes: Arc<OnceLock<Vec<u8>>>,
}

impl Source {
    pub(super) fn new(path: PathBuf, info: &fontdb::FaceInfo) -> Self {
        let family = info.families.first().map(|(name, _)| name.clone()).unwrap_or_default();
        let name = info.post_script_name.chars().filter(char::is_ascii_alphanumeric).collect();
        Self { path, index: info.index, family, name, bytes: Arc::default() }
    }

    pub(super) fn same(&self, other: &Self) -> bool {
        self.index == other.index && self.path == other.path
    }

    /// Family name as the file states it.
    pub fn family(&self) -> &str {
        &self.family
    }

    /// PostScript name, letters and digits only.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Its place in the file (collections).
    pub fn index(&self) -> u32 {
        self.index
    }

    /// The whole file; empty if it cannot be read.
    pub fn bytes(&self) -> &[u8] {
        self.bytes.get_or_init(|| std::fs::read(&self.path).unwrap_or_default())
    }

    /// The face, parsed; parsing only reads the table directory.
    pub fn face(&self) -> Option<ttf_parser::Face<'_>> {
        ttf_parser::Face::parse(self.bytes(), self.index).ok()
    }

    /// Glyph id and advance in ems.
    pub(super) fn glyph(&self, ch: char) -> Option<(u16, f64)> {
        let face = self.face()?;
        let gid = face.glyph_index(ch).filter(|gid| gid.0 != 0)?;
        let advance = face.glyph_hor_advance(gid).unwrap_or(face.units_per_em());
        Some((gid.0, f64::from(advance) / f64::from(face.units_per_em())))
    }

    /// Bottom and top of a glyph's ink in ems.
    pub(super) fn ink(&self, gid: u16) -> Option<(f64, f64)> {
        let face = self.face()?;
        let box_ = face.glyph_bounding_box(GlyphId(gid))?;
        let em = f64::from(face.units_per_em());
        Some((f64::from(box_.y_min) / em, f64::from(box_.y_max) / em))
    }

    /// May the face be embedded? (OpenType OS/2 fsType; "restricted" forbids it.)
    pub(super) fn may_be_embedded(&self) -> bool {
        self.face().is_some_and(|face| face.permissions() != Some(ttf_parser::Permissions::Restricted))
    }
}
