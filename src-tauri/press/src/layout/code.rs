//! A QR code of a document's number over the type area's upper right corner: paper that comes back is found by it.
//!
//! Promised: ISO/IEC 18004 with error correction M, modules of 0.4 to 0.6 mm, four modules of white around it (6.3.8 of
//! the standard), drawn as rules. It deliberately holds the number alone, so that any reader shows what the form says.
use qrcodegen::{QrCode, QrCodeEcc};

use super::sheet::Sheets;
use crate::page::{Ink, Rule};
use crate::text::clean_line;

/// White around a code, in modules.
const QUIET: f64 = 4.0;
/// Largest side in mm, so that the code stands above the type area on every paper.
const SIDE: f64 = 16.4;
/// Least and largest module in mm.
const MODULE: (f64, f64) = (0.4, 0.6);

/// A code ready to be drawn.
pub(super) struct Code {
    modules: QrCode,
    module: f64,
}

impl Code {
    /// The code of these words; `None` for blank ones and for more than the corner holds.
    pub fn of(words: &str) -> Option<Self> {
        let words = clean_line(words);
        if words.is_empty() {
            return None;
        }
        let modules = QrCode::encode_text(&words, QrCodeEcc::Medium).ok()?;
        let module = (SIDE / f64::from(modules.size())).min(MODULE.1);
        (module >= MODULE.0 - 1e-9).then_some(Self { modules, module })
    }

    /// Draws it at the page's upper right; takes no height.
    pub fn place(&self, sheets: &mut Sheets) {
        let side = f64::from(self.modules.size()) * self.module;
        let left = sheets.left() + sheets.area().0 - side;
        let top = sheets.top() - QUIET * self.module - side;
        let page = sheets.page();
        for row in 0..self.modules.size() {
            let mut col = 0;
            while col < self.modules.size() {
                let from = col;
                while self.modules.get_module(col, row) {
                    col += 1;
                }
                if col > from {
                    let (x, y) = (left + f64::from(from) * self.module, top + f64::from(row) * self.module);
                    let w = f64::from(col - from) * self.module;
                    page.rules.push(Rule { x, y, w, h: self.module, ink: Ink::Black });
                }
                col += 1;
            }
        }
    }
}
