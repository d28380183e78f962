//! Roles (小标宋, 仿宋, 楷体, 黑体, 宋体) to faces: installed, shipped, and a fallback for each character.
//!
//! Promised: the office's own face is taken where it is installed and may be embedded, else a free one that ships with the
//! program; a character that a face lacks comes from the next face that has it. Files are read when they are first
//! needed. It deliberately claims nothing about conformity: a substituted face is reported as such.
mod roles;
mod source;

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use crate::page::Face;
use roles::ROLES;
pub use source::Source;

/// Where a role's face comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Installed on this machine under one of the office names.
    Installed,
    /// Ships with the program; of the role's own kind.
    Shipped,
    /// Of another design than the role asks for, or missing altogether.
    Substituted,
}

/// Which face a role got; the settings page shows it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct FaceReport {
    /// The role's Chinese name, e.g. 仿宋.
    pub role: String,
    /// Family name of the face; empty if there is none.
    pub family: String,
    /// Its file.
    pub path: PathBuf,
    /// Where it comes from.
    pub kind: Origin,
    /// A sentence in Chinese for the user; may be empty.
    pub note: String,
}

/// A character found in a face.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GlyphRef {
    /// Index into [`Fonts::source`].
    pub source: usize,
    /// Glyph id in that face.
    pub gid: u16,
    /// Advance in ems.
    pub advance: f64,
}

#[derive(Debug, Default)]
struct Inner {
    sources: Vec<Source>,
    /// For each role in the order of [`ROLES`]: sources to ask, best first.
    chains: Vec<Vec<usize>>,
    reports: Vec<FaceReport>,
    found: RwLock<HashMap<(Face, char), Option<GlyphRef>>>,
}

/// The faces of this machine and of the program. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Fonts(Arc<Inner>);

impl Fonts {
    /// Faces shipped in `dirs` and those installed on this machine.
    pub fn load(dirs: &[PathBuf]) -> Self {
        let mut installed = fontdb::Database::new();
        installed.load_system_fonts();
        Self::of(&installed, dirs)
    }

    /// Faces shipped in one folder only: the same result on every machine.
    pub fn shipped_only(dir: &Path) -> Self {
        Self::of(&fontdb::Database::new(), &[dir.to_path_buf()])
    }

    fn of(installed: &fontdb::Database, dirs: &[PathBuf]) -> Self {
        let mut shipped = fontdb::Database::new();
        dirs.iter().for_each(|dir| shipped.load_fonts_dir(dir));
        let mut inner = Inner::default();
        let picks: Vec<_> = ROLES.iter().map(|role| role.pick(installed, &shipped)).collect();
        for (role, pick) in ROLES.iter().zip(picks) {
            let chain: Vec<usize> = pick.sources.iter().map(|s| inner.keep(s)).collect();
            inner.reports.push(pick.report(role));
            inner.chains.push(chain);
        }
        inner.close_chains();
        Self(Arc::new(inner))
    }

    /// Which face each role got.
    pub fn report(&self) -> Vec<FaceReport> {
        self.0.reports.clone()
    }

    /// The report of one role.
    pub fn report_of(&self, face: Face) -> Option<&FaceReport> {
        self.0.reports.get(roles::position(face))
    }

    /// Is there any face at all?
    pub fn is_empty(&self) -> bool {
        self.0.sources.is_empty()
    }

    /// A face by its index in a [`GlyphRef`].
    pub fn source(&self, index: usize) -> Option<&Source> {
        self.0.sources.get(index)
    }

    /// The glyph of a character in a role, from the first face that has it.
    pub fn glyph(&self, face: Face, ch: char) -> Option<GlyphRef> {
        let key = (face, ch);
        if let Some(known) = self.0.found.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return *known;
        }
        let found = self.0.chains.get(roles::position(face)).and_then(|chain| {
            chain.iter().find_map(|&source| {
                let (gid, advance) = self.0.sources[source].glyph(ch)?;
                Some(GlyphRef { source, gid, advance })
            })
        });
        self.0.found.write().unwrap_or_else(PoisonError::into_inner).insert(key, found);
        found
    }

    /// The face that a role was given, as an index for [`Fonts::source`]; characters it lacks come from others.
    pub fn own(&self, face: Face) -> Option<usize> {
        self.0.chains.get(roles::position(face))?.first().copied()
    }

    /// Advance of a character in ems; 1 for a character that no face has.
    pub fn advance(&self, face: Face, ch: char) -> f64 {
        self.glyph(face, ch).map_or(1.0, |glyph| glyph.advance)
    }

    /// Bottom and top of a character's ink above the baseline, in ems; `None` for blanks.
    pub fn ink(&self, face: Face, ch: char) -> Option<(f64, f64)> {
        let glyph = self.glyph(face, ch)?;
        self.source(glyph.source)?.ink(glyph.gid)
    }

    /// Characters of a text that no face has, each once.
    pub fn missing(&self, text: &str) -> Vec<char> {
        let chars: BTreeSet<char> =
            text.chars().filter(|ch| !ch.is_whitespace() && !ch.is_control()).collect();
        chars.into_iter().filter(|&ch| self.glyph(Face::FangSong, ch).is_none()).collect()
    }
}

impl Inner {
    /// Index of a source, taken in once.
    fn keep(&mut self, source: &Source) -> usize {
        let known = self.sources.iter().position(|s| s.same(source));
        known.unwrap_or_else(|| {
            self.sources.push(source.clone());
            self.sources.len() - 1
        })
    }

    /// In the end every role may ask every face, so that a character is lost only if no face at all has it.
    fn close_chains(&mut self) {
        for chain in &mut self.chains {
            let rest: Vec<usize> = (0..self.sources.len()).filter(|i| !chain.contains(i)).collect();
            chain.extend(rest);
        }
    }
}
