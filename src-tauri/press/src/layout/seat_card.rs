//! Seat cards (席位牌): one A4 landscape sheet a card, two sides of 200 × 100 mm that meet at the fold.
//!
//! The lower side stands upright, the upper one on its head, so that both read upright once the sheet is folded and
//! stood on the table. Short marks outside the card show where to cut, a thin dashed line where to fold.
use super::form::dashes;
use super::sheet::{A4, upside_down};
use super::words::{self, Line, MM};
use crate::fonts::Fonts;
use crate::form::{Form, SeatCard};
use crate::page::{Face, Ink, Page, Placed, Rule};
use crate::text::clean_line;

/// Width and height of one side in mm.
const SIDE: (f64, f64) = (200.0, 100.0);
/// Room beside the name in mm.
const MARGIN: f64 = 12.0;
/// Largest name: three characters fill the side.
const LARGEST_PT: f64 = 160.0;
/// Below this size a name of two parts (·) goes on two lines.
const SMALL_PT: f64 = 62.0;
/// Largest and smallest size of the unit.
const UNIT_PT: (f64, f64) = (28.0, 16.0);

/// One page a card.
pub(super) fn place(form: &Form, fonts: &Fonts) -> Placed {
    Placed {
        title: form.title.clone(),
        pages: form.seat_cards.iter().map(|words| card(fonts, words)).collect(),
        ..Placed::default()
    }
}

fn card(fonts: &Fonts, card: &SeatCard) -> Page {
    let mut page = Page { w: A4.1, h: A4.0, ..Page::default() };
    let fold = (page.w / 2.0, page.h / 2.0);
    side(fonts, &mut page, card, fold.1);
    let turned: Vec<_> = page.runs.iter().map(|run| upside_down(run, fold)).collect();
    page.runs.extend(turned);
    marks(&mut page);
    page
}

/// Sets the lower side, its top edge at `top`.
fn side(fonts: &Fonts, page: &mut Page, card: &SeatCard, top: f64) {
    let middle = page.w / 2.0;
    let unit = unit(fonts, &card.unit);
    // The fold rounds the upper edge; the lower one stands on the table.
    let (above, below) = (10.0, 12.0);
    let under = if unit.lines.is_empty() { 0.0 } else { unit.height() + 4.0 };
    let room = SIDE.1 - above - below - under;
    let name = name(fonts, card.name.trim(), room);
    let mut y = top + above + (room - name.height()) / 2.0;
    for (i, line) in name.lines.iter().enumerate() {
        line.place(page, (middle - line.width / 2.0, y + name.baseline(i)), Face::BiaoSong, name.size_pt);
    }
    y = top + SIDE.1 - below - unit.height();
    for (i, line) in unit.lines.iter().enumerate() {
        line.place(page, (middle - line.width / 2.0, y + unit.baseline(i)), Face::FangSong, unit.size_pt);
    }
}

/// The unit on one line as large as fits, or on several lines at its smallest size.
fn unit(fonts: &Fonts, text: &str) -> words::Laid {
    let measure = SIDE.0 - 2.0 * MARGIN;
    let mut size = UNIT_PT.0;
    loop {
        let laid = words::ragged(fonts, &clean_line(text), Face::FangSong, size, measure);
        if laid.lines.len() <= 1 || size <= UNIT_PT.1 {
            // More than two lines would leave no room for the name.
            return if laid.lines.len() <= 2 { laid } else { shrunk(fonts, &clean_line(text), measure) };
        }
        size -= 1.0;
    }
}

fn shrunk(fonts: &Fonts, text: &str, measure: f64) -> words::Laid {
    let fits = |size: &f64| words::ragged(fonts, text, Face::FangSong, *size, measure).height() <= 22.0;
    let size = (5..=15).rev().map(f64::from).find(fits).unwrap_or(1.0);
    words::ragged(fonts, text, Face::FangSong, size, measure)
}

/// The name as large as the room allows.
fn name(fonts: &Fonts, name: &str, room: f64) -> words::Laid {
    let whole = one_line(fonts, &[name], room);
    let two = name.split_once('·').map(|(first, rest)| (format!("{first}·"), rest.to_owned()));
    match two {
        Some((first, rest)) if whole.size_pt < SMALL_PT => {
            let parted = one_line(fonts, &[&first, &rest], room);
            if parted.size_pt > whole.size_pt { parted } else { whole }
        }
        _ => whole,
    }
}

/// Lines of a name at the largest size at which all of them fit.
fn one_line(fonts: &Fonts, parts: &[&str], room: f64) -> words::Laid {
    let measure = SIDE.0 - 2.0 * MARGIN;
    let cells: Vec<Line> = parts.iter().map(|part| cells(fonts, part)).collect();
    let widest = cells.iter().map(|line| line.width).fold(1.0, f64::max);
    const LEADING: f64 = 1.1;
    let by_height = room / (LEADING * parts.len() as f64) / MM;
    let size_pt = (measure / widest / MM).min(by_height).min(LARGEST_PT);
    let em = size_pt * MM;
    let lines = cells
        .into_iter()
        .map(|line| Line {
            glyphs: line.glyphs.iter().map(|(ch, x, stretch)| (*ch, x * em, *stretch)).collect(),
            widths: line.widths.iter().map(|width| width * em).collect(),
            width: line.width * em,
            last: true,
        })
        .collect();
    words::Laid { size_pt, leading: em * LEADING, lines }
}

/// A name in ems: two characters stand one character apart, a name with · or Latin letters is set close.
fn cells(fonts: &Fonts, name: &str) -> Line {
    let mut line = words::in_ems(fonts, &clean_line(name));
    if let [_, second] = line.glyphs.as_mut_slice() {
        second.1 += 1.0;
        line.width += 1.0;
    }
    line
}

/// Cut marks outside the corners and the fold.
fn marks(page: &mut Page) {
    let (left, top) = ((page.w - SIDE.0) / 2.0, page.h / 2.0 - SIDE.1);
    let (right, bottom) = (left + SIDE.0, top + 2.0 * SIDE.1);
    const THIN: f64 = 0.15;
    const LONG: f64 = 4.0;
    const AWAY: f64 = 1.0;
    let mut rule = |x: f64, y: f64, w: f64, h: f64| page.rules.push(Rule { x, y, w, h, ink: Ink::Black });
    for y in [top, page.h / 2.0, bottom] {
        rule(left - AWAY - LONG, y - THIN / 2.0, LONG, THIN);
        rule(right + AWAY, y - THIN / 2.0, LONG, THIN);
    }
    for x in [left, right] {
        rule(x - THIN / 2.0, top - AWAY - LONG + 0.5, THIN, LONG - 0.5);
        rule(x - THIN / 2.0, bottom + AWAY, THIN, LONG - 0.5);
    }
    let from = page.rules.len();
    dashes(page, (left, right), page.h / 2.0);
    for dash in &mut page.rules[from..] {
        (dash.y, dash.h, dash.ink) = (dash.y + 0.075, 0.1, Ink::Grey);
    }
}
