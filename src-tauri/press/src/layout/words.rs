//! Words as lines of a measure, ready to be put on a page: the seam between forms and the line breaker.
//!
//! It deliberately decides nothing about Chinese line breaking; it only chooses the size in a cell.
use crate::fonts::Fonts;
use crate::form::Align;
use crate::page::{Face, Glyph, Ink, Page, Run};
use crate::text;

/// Millimetres of one point.
pub(super) const MM: f64 = 25.4 / 72.0;
/// A measure that no line reaches, in mm.
pub(super) const ENDLESS: f64 = 1e7;
/// A line of a cell is drawn out to its edge by at most this for each gap, in sizes: more shows as holes between the words.
const DRAWN_OUT: f64 = 0.12;
/// Leading of text in forms, in sizes.
const LEADING: f64 = 1.35;
/// Where the baseline lies below the top of the em box, in sizes.
const ASCENT: f64 = 0.86;

/// A ticked box, which hardly any face has.
const TICKED: char = '☑';

fn boxed(ch: char) -> char {
    if ch == TICKED { '□' } else { ch }
}

/// One line, its glyphs from its left end.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Line {
    /// Character, distance of its cell from the line's left end in mm, horizontal scale.
    pub glyphs: Vec<(char, f64, f64)>,
    /// Width of each character's cell before squeezing, in mm.
    pub widths: Vec<f64>,
    /// Width in mm.
    pub width: f64,
    /// A paragraph ends here.
    pub last: bool,
}

/// Words set in a size.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Laid {
    pub size_pt: f64,
    /// Distance between baselines in mm.
    pub leading: f64,
    pub lines: Vec<Line>,
}

impl Laid {
    /// Height of all lines in mm.
    pub fn height(&self) -> f64 {
        self.lines.len() as f64 * self.leading
    }

    /// Baseline of a line below the top of the block, in mm.
    pub fn baseline(&self, line: usize) -> f64 {
        let em = self.size_pt * MM;
        line as f64 * self.leading + (self.leading - em) / 2.0 + em * ASCENT
    }

    /// Width of the widest line in mm.
    pub fn width(&self) -> f64 {
        self.lines.iter().map(|line| line.width).fold(0.0, f64::max)
    }
}

impl Line {
    fn of(line: &text::Line, fonts: &Fonts, size_pt: f64) -> Self {
        let em = size_pt * MM;
        let glyphs = line.glyphs.iter().map(|set| {
            // A figure drawn wider than its half cell is narrowed, never laid over its neighbour.
            let natural = fonts.advance(set.face, set.ch) * em;
            let narrow = text::marks::is_narrow(set.ch) && natural > set.width;
            (set.ch, set.x, if narrow { set.width / natural } else { 1.0 })
        });
        let widths = line.glyphs.iter().map(|set| set.width).collect();
        Self { glyphs: glyphs.collect(), widths, width: line.width, last: line.last }
    }

    /// Moves the line to the right by some mm; its width grows with it.
    pub fn shift(&mut self, by: f64) {
        self.glyphs.iter_mut().for_each(|glyph| glyph.1 += by);
        self.width += by;
    }

    /// Undoes the spreading of a line to its edge; a squeezed line stays as it is.
    fn close_up(&mut self, measure: f64) {
        let used = self.glyphs.iter().rposition(|glyph| glyph.0 != ' ').map_or(0, |at| at + 1);
        let natural: f64 = self.widths[..used].iter().sum();
        if natural > measure + 1e-6 {
            return;
        }
        let mut x = 0.0;
        for (glyph, width) in self.glyphs.iter_mut().zip(&self.widths) {
            glyph.1 = x;
            x += width;
        }
        self.width = natural;
    }

    /// White that was added in each gap to reach the edge, mm.
    fn drawn_out(&self) -> f64 {
        let natural: f64 = self.widths.iter().sum();
        (self.width - natural) / (self.widths.len().max(2) - 1) as f64
    }

    /// Puts the line on a page, level and black, its left end and baseline at the point.
    pub fn place(&self, page: &mut Page, (x, y): (f64, f64), face: Face, size_pt: f64) {
        let mut rest = self.glyphs.as_slice();
        while let Some((_, _, stretch)) = rest.first().copied() {
            let n = rest.iter().take_while(|glyph| (glyph.2 - stretch).abs() < 1e-9).count();
            let (same, others) = rest.split_at(n);
            rest = others;
            let glyphs: Vec<Glyph> =
                same.iter().map(|(ch, dx, _)| Glyph { ch: boxed(*ch), x: x + dx }).collect();
            // A ticked box is an empty one with a tick in it.
            for glyph in same.iter().filter(|glyph| glyph.0 == TICKED) {
                let glyphs = vec![Glyph { ch: '√', x: x + glyph.1 }];
                page.runs.push(Run { face, size_pt, ink: Ink::Black, y, turn_deg: 0.0, stretch, glyphs });
            }
            if glyphs.iter().all(|glyph| glyph.ch.is_whitespace()) {
                continue;
            }
            page.runs.push(Run { face, size_pt, ink: Ink::Black, y, turn_deg: 0.0, stretch, glyphs });
        }
    }
}

/// Sets words in a size and measure (mm), lines filled to the edge; line feeds are kept, blank text has no lines.
pub(super) fn set(fonts: &Fonts, text: &str, face: Face, size_pt: f64, measure: f64, indent: bool) -> Laid {
    let leading = size_pt * MM * LEADING;
    if text.trim().is_empty() {
        return Laid { size_pt, leading, lines: Vec::new() };
    }
    let first = if indent { 2.0 * size_pt * MM } else { 0.0 };
    let filled = text::fill_indented(text, face, size_pt, measure, first, fonts);
    let lines = filled.iter().map(|line| Line::of(line, fonts, size_pt)).collect();
    Laid { size_pt, leading, lines }
}

/// As [`set`], but lines keep their natural width: what stands in the middle or at the right is not spread.
pub(super) fn ragged(fonts: &Fonts, text: &str, face: Face, size_pt: f64, measure: f64) -> Laid {
    let mut laid = set(fonts, text, face, size_pt, measure, false);
    laid.lines.iter_mut().for_each(|line| line.close_up(measure));
    laid
}

/// Sets words in a cell: down to 80 % of the size where that saves a line, and with it a last line of one or two
/// characters or a torn number.
pub(super) fn in_cell(
    fonts: &Fonts,
    text: &str,
    (face, align): (Face, Align),
    size_pt: f64,
    measure: f64,
) -> Laid {
    let set = |size_pt| match align {
        Align::Left => even(set(fonts, text, face, size_pt, measure, false), measure),
        Align::Centre | Align::Right => ragged(fonts, text, face, size_pt, measure),
    };
    // A column narrower than one character still holds its words, one below the other.
    let size_pt = size_pt.min(measure / MM);
    let full = set(size_pt);
    let (torn, dated) = (has_orphan(&full) || is_torn(&full), is_dated(&full));
    if !torn && !dated {
        return full;
    }
    let smaller = (1..=8).map(|step| set(size_pt * (1.0 - 0.025 * f64::from(step))));
    let saves = |laid: &Laid| laid.lines.len() < full.lines.len() && !has_orphan(laid) && !is_torn(laid);
    // The first without a torn date; else the first of all, where it mends more than a date.
    let mut second = None;
    let whole = smaller.filter(saves).find_map(|laid| match is_dated(&laid) {
        true => {
            second.get_or_insert(laid);
            None
        }
        false => Some(laid),
    });
    whole
        .or_else(|| second.filter(|_| torn))
        .or_else(|| signed(fonts, text, (face, align), measure, &full))
        .unwrap_or_else(|| balanced(fonts, text, (face, align), &full).unwrap_or(full))
}

/// Name and date in the middle, `李晓棠　2016年11月15日`: where one line does not hold them, the date goes under the name.
fn signed(
    fonts: &Fonts,
    text: &str,
    (face, align): (Face, Align),
    measure: f64,
    full: &Laid,
) -> Option<Laid> {
    let (name, date) = text.rsplit_once('　').filter(|_| align == Align::Centre && is_dated(full))?;
    let laid = ragged(fonts, &format!("{name}\n{date}"), face, full.size_pt, measure);
    (laid.lines.len() <= full.lines.len() && !is_dated(&laid)).then_some(laid)
}

/// A label that needs several lines in lines of one length: 会议／日期, not 会议日／期. `None` where that needs more lines.
fn balanced(fonts: &Fonts, text: &str, (face, align): (Face, Align), full: &Laid) -> Option<Laid> {
    let em = full.size_pt * MM;
    let label = face == Face::Hei && align == Align::Centre && !text.contains('\n') && has_orphan(full);
    let sum: f64 = full.lines.iter().map(|line| line.width).sum();
    let measure = (sum / full.lines.len() as f64 / em - 1e-6).ceil() * em + 1e-3;
    let laid = ragged(fonts, text, face, full.size_pt, measure);
    (label && laid.lines.len() == full.lines.len()).then_some(laid)
}

/// Lines that would be drawn out too far end where their words end.
fn even(mut laid: Laid, measure: f64) -> Laid {
    let most = DRAWN_OUT * laid.size_pt * MM;
    laid.lines.iter_mut().filter(|line| line.drawn_out() > most).for_each(|line| line.close_up(measure));
    laid
}

/// A last line of one or two characters. Words set upright, one or two a line (领导批示), have such lines at every size.
fn has_orphan(laid: &Laid) -> bool {
    let inked = |line: &Line| line.glyphs.iter().filter(|glyph| !glyph.0.is_whitespace()).count();
    let short = laid.lines.last().is_some_and(|line| inked(line) <= 2);
    laid.lines.len() > 1 && short
}

/// A date goes on in the next line (2016年11月／22日).
fn is_dated(laid: &Laid) -> bool {
    let digit = |glyph: Option<&(char, f64, f64)>| glyph.is_some_and(|glyph| glyph.0.is_ascii_digit());
    laid.lines.windows(2).filter(|pair| !pair[0].last).any(|pair| {
        let mut ends = pair[0].glyphs.iter().rev();
        matches!(ends.next(), Some(('年' | '月', ..))) && digit(ends.next()) && digit(pair[1].glyphs.first())
    })
}

/// A number or Latin word goes on in the next line (a telephone number after its dash).
fn is_torn(laid: &Laid) -> bool {
    let narrow = |glyph: Option<&(char, f64, f64)>| {
        glyph.is_some_and(|g| !g.0.is_whitespace() && text::marks::is_narrow(g.0))
    };
    laid.lines
        .windows(2)
        .any(|pair| !pair[0].last && narrow(pair[0].glyphs.last()) && narrow(pair[1].glyphs.first()))
}

/// Words on one line whatever its width, in ems.
pub(super) fn in_ems(fonts: &Fonts, words: &str) -> Line {
    let lines = set(fonts, words, Face::BiaoSong, 1.0 / MM, ENDLESS, false).lines;
    lines.into_iter().next().unwrap_or_default()
}

/// A title in 小标宋, its lines broken at meaning (GB/T 9704-2012, 7.3.1).
pub(super) fn title(fonts: &Fonts, words: &str, size_pt: f64, measure: f64) -> Laid {
    let words = text::clean_line(words);
    let cell = size_pt * MM;
    let cells = |part: &str| text::width(part, Face::BiaoSong, size_pt, fonts) / cell;
    let lines = text::meaning::lines(&words, measure / cell, &cells);
    ragged(fonts, &lines.join("\n"), Face::BiaoSong, size_pt, measure)
}
