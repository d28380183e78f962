//! Names to sign on one line in equal shares, with a rule to sign on where the name is not known.
use super::sheet::Sheets;
use super::words::{self, Laid};
use crate::fonts::Fonts;
use crate::page::{Face, Ink, Rule};
use crate::text::clean_line;

/// Height above the words in mm, room for a signature.
const ABOVE: f64 = 4.0;
/// Between two signers in mm.
const GAP: f64 = 4.0;
/// Longest rule to sign on in mm.
const LONGEST: f64 = 70.0;
/// Thickness of the rule to sign on in mm.
const THIN: f64 = 0.2;

/// Signers with their words set.
pub(super) struct Signers {
    all: Vec<(Laid, bool)>,
    share: f64,
}

impl Signers {
    /// Sets `label：name` for each signer in a width in mm.
    pub fn of(fonts: &Fonts, signers: &[(String, String)], size_pt: f64, width: f64) -> Self {
        let share = width / signers.len().max(1) as f64;
        let measure = (share - GAP).max(size_pt * words::MM);
        let set = |(label, name): &(String, String)| {
            let (label, name) = (clean_line(label), clean_line(name));
            let said = if label.is_empty() { name.clone() } else { format!("{label}：{name}") };
            (words::ragged(fonts, &said, Face::FangSong, size_pt, measure), name.is_empty())
        };
        Self { all: signers.iter().map(set).collect(), share }
    }

    /// Height in mm.
    pub fn height(&self) -> f64 {
        ABOVE + self.all.iter().map(|(laid, _)| laid.height()).fold(0.0, f64::max)
    }

    /// Puts them on the page, on a new one where this has no room.
    pub fn place(&self, sheets: &mut Sheets) {
        if self.height() > sheets.room() + 1e-6 && !sheets.fresh() {
            sheets.turn();
        }
        let (left, top) = (sheets.left(), sheets.y + ABOVE);
        let page = sheets.page();
        for (i, (laid, pen)) in self.all.iter().enumerate() {
            let x = left + i as f64 * self.share;
            for (n, line) in laid.lines.iter().enumerate() {
                line.place(page, (x, top + laid.baseline(n)), Face::FangSong, laid.size_pt);
            }
            let from = x + laid.lines.last().map_or(0.0, |line| line.width);
            let w = (x + self.share - GAP - from).min(LONGEST);
            if *pen && w > 5.0 {
                let y = top + laid.height() - 0.5;
                page.rules.push(Rule { x: from, y, w, h: THIN, ink: Ink::Black });
            }
        }
        sheets.y += self.height();
    }
}
