//! The first page of a letter (信函, GB/T 9704-2012, 10.1): mark and red double lines in the first page's header and footer,
//! as letterheads are made in Word; the number at the right under the first line, no page number.
//!
//! The first page's text reaches further down than that of the others; so the section's margin is that of the first page,
//! and the footers of the others are high enough to keep their text on the common type area.
use super::around::{self, Foot};
use super::facts::Facts;
use super::head::{BASELINE, Head, MARK_LINE, Place};
use super::heads::{self, NO_NUMBER, said};
use super::package::root;
use super::para::run;
use super::props::{Border, Chars, Para};
use super::section::Section;
use super::styles;
use super::units::{PITCH, RED, TWIPS_PER_MM, twips};
use super::writer::Writer;
use crate::document::Document;
use crate::text::MM_PER_PT;

/// Width of the type area, height of the paper, mm.
const WIDTH: f64 = 156.0;
const PAPER: f64 = 297.0;
/// The lines reach so far beyond the type area at its left and right, mm.
const BEYOND: (f64, f64) = (-8.0, -6.0);
/// Thick line of a double line in eighths of a point; the thin one and the gap are 0.75 pt, as Word draws them.
const THICK: i32 = 23;
/// Foot of the second double line above the paper's lower edge, mm.
const ABOVE_FOOT: f64 = 20.0;
/// Lower margin of a letter of one page, mm.
const MARGIN: f64 = 24.5;
/// Room left below the last line of a full first page, mm.
const SPARE: f64 = 3.0;

/// The letter's section, and its head with number, title and recipients.
pub(super) fn begin(writer: &mut Writer, document: &Document, facts: &Facts) -> (Section, Head) {
    let mut section = writer.section(&document.watermarks, false);
    let mark = facts.mark();
    let first = mark.first().map_or(30.0, |line| line.y - line.size_pt * MM_PER_PT * MARK_LINE * BASELINE);
    let mut letterhead = Head::from(first);
    letterhead.mark(&mark);
    let edges = (twips(BEYOND.0), twips(BEYOND.1));
    let double = |kind| Border { kind, eighths: THICK, space: 0, colour: RED };
    if let [thick, thin, ..] = facts.rules.as_slice() {
        letterhead.rule(double("thickThinSmallGap"), edges, (thick.y, thin.y + thin.h - thick.y));
    }
    let mut foot = Head::from(0.0);
    foot.rule(double("thinThickSmallGap"), edges, (0.0, 0.0));
    let mut head = Head::from(letterhead.bottom());
    let header = root("w:hdr").children(letterhead.paragraphs).children(around::shapes(&document.watermarks));
    let footer = root("w:ftr").children(foot.paragraphs);
    section.headers.retain(|(pages, _)| *pages != "first");
    section.headers.push(("first", writer.package.add("header", "header-letter.xml", &header)));
    section.footers = around::numbers(&mut writer.package, Foot::LETTER);
    section.footers.push(("first", writer.package.add("footer", "footer-letter.xml", &footer)));
    section.first_differs = true;
    section.header_mm = first;
    section.footer_mm = ABOVE_FOOT;
    put_text(&mut head, document, facts);
    section.bottom_mm = margin(facts);
    (section, head)
}

/// Number, 份号 and 紧急程度, title and recipients.
fn put_text(head: &mut Head, document: &Document, facts: &Facts) {
    let from = facts.rules.get(1).map_or(0.0, |rule| rule.y);
    let title = facts.title(0);
    let corner = heads::corner_words(document);
    let seen = facts.between(from, title.first().map_or(f64::MAX, |line| line.y - 1.0));
    let number = said(document.number.as_deref(), NO_NUMBER);
    for i in 0..corner.len().max(1) {
        let Some(line) = seen.get(i) else { break };
        let mut runs = Vec::new();
        if let Some((words, face)) = corner.get(i) {
            runs.push(run(Chars { face: *face, ..Chars::default() }, words));
        }
        if i == 0 {
            runs.push(run(Chars::default(), &format!("\t{number}")));
        }
        let props = Para { tabs: vec![("right", twips(WIDTH))], ..Para::of(styles::HEAD_LINE) };
        head.put(props, runs, Place::grid(line.y, 1, None));
    }
    head.title(&title);
    let last = title.last().or_else(|| seen.first()).map_or(from, |line| line.y);
    heads::addressed(head, document, facts, last);
}

/// Lower margin at which the first page holds as many lines as the placed one, mm.
fn margin(facts: &Facts) -> f64 {
    let from = facts.rules.get(1).map_or(0.0, |rule| rule.y);
    let lines: Vec<f64> =
        facts.first_page().filter(|line| line.y > from && line.size_pt > 15.0).map(|line| line.y).collect();
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return MARGIN };
    let pitch = f64::from(PITCH) / TWIPS_PER_MM;
    // Only a full page says how many lines it holds.
    if facts.last_text_page() == 0 || *last < PAPER - MARGIN - pitch {
        return MARGIN;
    }
    // Lines of a full page stand a little wider apart than the grid has them.
    let apart = lines.windows(2).map(|pair| pair[1] - pair[0]).filter(|gap| *gap > pitch * 0.9);
    let apart = apart.fold(pitch * 2.0, f64::min);
    let rows = ((last - first) / apart).round() + 1.0;
    let top = first - pitch * BASELINE;
    PAPER - (top + rows * pitch + SPARE)
}
