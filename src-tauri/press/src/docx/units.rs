//! Lengths as Word counts them, and the faces by the names that offices have them under.
use crate::page::Face;
use crate::text::MM_PER_PT;

/// Twentieths of a point (twips) of a millimetre.
pub(super) const TWIPS_PER_MM: f64 = 20.0 / MM_PER_PT;
/// English metric units of a millimetre, for drawings.
const EMU_PER_MM: f64 = 36_000.0;

/// Line pitch of the grid: 28.95 pt, as offices set it. 22 lines of 29 pt are higher than the type area.
pub(super) const PITCH: i32 = 579;
/// A character of 三号 is drawn together by a quarter of a point, so that 28 fill a line of 156 mm.
pub(super) const TIGHTEN: i32 = -5;
/// Width of a character of 三号 on the grid.
pub(super) const CHAR: i32 = 320 + TIGHTEN;
/// Red of marks and rules, as in the PDF.
pub(super) const RED: &str = "DE0000";

/// Twips of a length in mm.
pub(super) fn twips(mm: f64) -> i32 {
    (mm * TWIPS_PER_MM).round() as i32
}

/// English metric units of a length in mm.
pub(super) fn emu(mm: f64) -> i64 {
    (mm * EMU_PER_MM).round() as i64
}

/// Half points of a size in points.
pub(super) fn half_points(pt: f64) -> i32 {
    (pt * 2.0).round() as i32
}

/// The name under which an office has the face.
pub(super) fn family(face: Face) -> &'static str {
    match face {
        Face::BiaoSong => "方正小标宋简体",
        Face::FangSong => "仿宋_GB2312",
        Face::Kai => "楷体_GB2312",
        Face::Hei => "黑体",
        Face::Song => "宋体",
    }
}
