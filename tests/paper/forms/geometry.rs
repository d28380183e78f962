//! What a ruler would find: rules meet, words stand inside their cells, nothing leaves the type area but foot and number.
//!
//! Random forms are measured as placed; typical ones on the finished PDF, read back with another library.
use press::form::Paper;
use press::page::{Face, Page};

/// Left, top, right, bottom in mm from the page's top left corner.
pub type Box4 = (f64, f64, f64, f64);

/// What is on a page, with no more meaning than ink has.
pub struct Drawn {
    pub glyphs: Vec<Box4>,
    pub rules: Vec<Box4>,
}

const MM: f64 = 25.4 / 72.0;

/// Marks whose ink keeps to the left half of their cell: the other half may be squeezed away.
const LEFT_HALF: &str = "，。、；：）〕》〉」』】〗”’";
/// Marks whose ink keeps to the right half.
const RIGHT_HALF: &str = "（〔《〈「『【〖“‘";

/// The ink box of a character whose cell begins at `x` on a baseline, level or on its head.
fn glyph_box(glyph: (Face, char), (x, y): (f64, f64), size_pt: f64, stretch: f64, on_its_head: bool) -> Box4 {
    let em = size_pt * MM;
    let (face, ch) = glyph;
    // Ink of a Chinese character lies within 0.05 em of its box.
    let (left, right) = match ch {
        _ if press::text::marks::is_narrow(ch) => (0.0, crate::fonts().advance(face, ch) * em * stretch),
        _ if LEFT_HALF.contains(ch) => (0.05 * em, 0.5 * em),
        _ if RIGHT_HALF.contains(ch) => (0.5 * em, 0.95 * em),
        _ => (0.05 * em, 0.95 * em),
    };
    let (up, down) = (0.8 * em, 0.1 * em);
    if on_its_head { (x - right, y - down, x - left, y + up) } else { (x + left, y - up, x + right, y + down) }
}

impl Drawn {
    pub fn from_placed(page: &Page) -> Self {
        let mut glyphs = Vec::new();
        for run in page.runs.iter().filter(|run| run.turn_deg == 0.0 || run.turn_deg == 180.0) {
            let head = run.turn_deg == 180.0;
            let first = run.glyphs.first().map_or(0.0, |glyph| glyph.x);
            for glyph in run.glyphs.iter().filter(|glyph| !glyph.ch.is_whitespace()) {
                let x = if head { 2.0 * first - glyph.x } else { glyph.x };
                glyphs.push(glyph_box((run.face, glyph.ch), (x, run.y), run.size_pt, run.stretch, head));
            }
        }
        let rules = page.rules.iter().map(|r| (r.x, r.y, r.x + r.w, r.y + r.h)).collect();
        Self { glyphs, rules }
    }
}

/// The type area of a form, with what hangs below it left out.
fn area(paper: Paper) -> Box4 {
    match paper {
        Paper::Upright => (25.0, 30.0, 185.0, 262.0),
        Paper::Landscape => (35.0, 25.0, 267.0, 185.0),
    }
}

/// Everything wrong with a page, in words.
pub fn check_page(page: &Drawn, paper: Paper) -> Vec<String> {
    let (left, top, right, bottom) = area(paper);
    let mut faults = Vec::new();
    let outside = |b: &Box4| b.0 < left - 0.1 || b.1 < top - 0.1 || b.2 > right + 0.1 || b.3 > bottom + 0.1;
    for rule in page.rules.iter().filter(|rule| outside(rule)) {
        faults.push(format!("rule outside the type area: {rule:?}"));
    }
    // The foot and the page number stand below the type area (landscape: also left of it).
    let marginal = |b: &Box4| b.1 > bottom || b.2 < left;
    for glyph in page.glyphs.iter().filter(|glyph| outside(glyph) && !marginal(glyph)) {
        faults.push(format!("character outside the type area: {glyph:?}"));
    }
    for glyph in &page.glyphs {
        let crosses = |r: &Box4| r.0 < glyph.2 && glyph.0 < r.2 && r.1 < glyph.3 && glyph.1 < r.3;
        faults.extend(page.rules.iter().filter(|r| crosses(r)).map(|r| format!("{glyph:?} crosses {r:?}")));
    }
    faults.extend(loose_ends(&page.rules));
    faults
}

/// Rules of tables whose ends meet no other rule. Dashes of a tear line are 3 mm long and stand free.
fn loose_ends(rules: &[Box4]) -> Vec<String> {
    let near = |x: f64, y: f64, own: &Box4| {
        rules.iter().any(|r| r != own && r.0 - 0.2 <= x && x <= r.2 + 0.2 && r.1 - 0.2 <= y && y <= r.3 + 0.2)
    };
    let mut faults = Vec::new();
    for rule in rules {
        let level = rule.2 - rule.0 > rule.3 - rule.1;
        if level && (rule.2 - rule.0 - 3.0).abs() < 1e-3 {
            continue;
        }
        let (x, y) = ((rule.0 + rule.2) / 2.0, (rule.1 + rule.3) / 2.0);
        let ends = if level { [(rule.0, y), (rule.2, y)] } else { [(x, rule.1), (x, rule.3)] };
        faults.extend(ends.iter().filter(|e| !near(e.0, e.1, rule)).map(|e| format!("{rule:?} ends loose at {e:?}")));
    }
    faults
}
