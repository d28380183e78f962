//! The head of a first page from above down: every line stands where the placed page has it, by the room before it.
use super::facts::Seen;
use super::para::{paragraph, run};
use super::props::{Border, Chars, Line, Para};
use super::styles;
use super::units::{PITCH, RED, TWIPS_PER_MM, twips};
use super::xml::Element;
use crate::page::{Ink, Rule};
use crate::text::MM_PER_PT;

/// Upper edge of the type area, mm.
const TOP: f64 = 37.0;
/// Word and its kin put the baseline of a line of exact height this part of the line below its upper edge.
pub(super) const BASELINE: f64 = 0.8;
/// Height of a line of the mark in sizes.
pub(super) const MARK_LINE: f64 = 1.2;

/// Paragraphs from the upper edge of the type area down.
pub(super) struct Head {
    pub paragraphs: Vec<Element>,
    /// Where the next paragraph would begin, mm from the paper's upper edge.
    bottom: f64,
}

/// Where the placed page has a paragraph.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'a> {
    /// Baseline of its first line, mm.
    pub y: f64,
    /// Height of a line in twips, and how many there are.
    pub line: i32,
    pub rows: usize,
    /// The rule below it.
    pub rule: Option<&'a Rule>,
}

impl<'a> Place<'a> {
    /// Lines of the grid.
    pub fn grid(y: f64, rows: usize, rule: Option<&'a Rule>) -> Self {
        Self { y, line: PITCH, rows, rule }
    }
}

impl Head {
    pub fn new() -> Self {
        Self::from(TOP)
    }

    /// From another height on, mm from the paper's upper edge.
    pub fn from(top: f64) -> Self {
        Self { paragraphs: Vec::new(), bottom: top }
    }

    /// A rule of its own, drawn so many twips beyond the left and right edge; `y` and `h` are all that it takes, mm.
    pub fn rule(&mut self, border: Border, edges: (i32, i32), (y, h): (f64, f64)) {
        let line = 20;
        let height = f64::from(line) / TWIPS_PER_MM;
        let before = Some(twips(y - height - self.bottom)).filter(|before| *before > 0);
        let props = Para {
            bottom: Some(border),
            before,
            line: Some(Line::Exact(line)),
            edges: Some(edges),
            ..Para::of(styles::HEAD_LINE)
        };
        self.bottom = self.bottom.max(y - height) + height + h;
        self.paragraphs.push(paragraph(&props, []));
    }

    /// Where the next paragraph would begin, mm.
    pub fn bottom(&self) -> f64 {
        self.bottom
    }

    /// Puts a paragraph at its place.
    pub fn put(&mut self, mut props: Para, runs: impl IntoIterator<Item = Element>, place: Place<'_>) {
        let height = f64::from(place.line) / TWIPS_PER_MM;
        let top = place.y - height * BASELINE;
        props.before = Some(twips(top - self.bottom)).filter(|before| *before > 0);
        // A line that crowding took room from stands lower than on our page; those after it take the room back.
        self.bottom = self.bottom.max(top) + height * place.rows as f64;
        if let Some(rule) = place.rule {
            let space = ((rule.y - self.bottom) / MM_PER_PT).round().clamp(0.0, 31.0);
            self.bottom += space * MM_PER_PT + rule.h;
            let eighths = (rule.h / MM_PER_PT * 8.0).round().clamp(2.0, 96.0) as i32;
            props.bottom = Some(Border { kind: "single", eighths, space: space as i32, colour: RED });
        }
        self.paragraphs.push(paragraph(&props, runs));
    }

    /// The red mark, its lines broken, sized and narrowed as on the placed page.
    pub fn mark(&mut self, lines: &[&Seen]) {
        let Some(first) = lines.first() else { return };
        let line = twips(first.size_pt * MM_PER_PT * MARK_LINE);
        let words: Vec<String> = lines.iter().map(|line| line.words()).collect();
        let props = Para { line: Some(Line::Exact(line)), ..Para::of(styles::MARK) };
        let place = Place { y: first.y, line, rows: lines.len(), rule: None };
        self.put(props, [run(mark_chars(first), &words.join("\n"))], place);
    }

    /// Puts a table whose first row of words has its baseline at `y` and `rows` lines of `line` twips.
    pub fn table(&mut self, table: Element, (y, line, rows): (f64, i32, usize)) {
        let height = f64::from(line) / TWIPS_PER_MM;
        let top = y - height * BASELINE;
        // A table has no room before it: an empty line as high as the room makes it.
        let room = twips(top - self.bottom);
        if room > 0 {
            let props = Para { line: Some(Line::Exact(room)), ..Para::of(styles::HEAD_LINE) };
            self.paragraphs.push(paragraph(&props, []));
        }
        self.bottom = self.bottom.max(top) + height * rows as f64;
        self.paragraphs.push(table);
    }

    /// The title, its lines broken as on the placed page.
    pub fn title(&mut self, lines: &[&Seen]) {
        let Some(first) = lines.first() else { return };
        self.put(Para::of(styles::TITLE), [title_run(lines)], Place::grid(first.y, lines.len(), None));
    }

    /// Room in twips before a paragraph of the grid whose first baseline is at `y`; `None` if it follows at once.
    pub fn room_before(&self, y: f64) -> Option<i32> {
        let room = twips(y - f64::from(PITCH) / TWIPS_PER_MM * BASELINE - self.bottom);
        (room > PITCH / 2).then_some(room)
    }
}

/// A title in its lines; 二号 is said by its style, a smaller size here.
pub(super) fn title_run(lines: &[&Seen]) -> Element {
    let words: Vec<String> = lines.iter().map(|line| line.words()).collect();
    let size_pt = lines.first().map(|line| line.size_pt).filter(|size| *size != 22.0);
    run(Chars { size_pt, ..Chars::default() }, &words.join("\n"))
}

/// Size, width and distance of the mark's characters: together as wide as on the placed page, never wider.
pub(super) fn mark_chars(line: &Seen) -> Chars {
    let count = line.words().chars().count().max(1) as f64;
    let cell = (line.right() - line.left()) / count * TWIPS_PER_MM;
    let size_pt = (line.size_pt * 2.0).floor() / 2.0;
    let scale = (line.stretch * 100.0).floor().clamp(10.0, 100.0);
    let spacing = (cell - size_pt * 20.0 * scale / 100.0).floor();
    let spacing = Some(spacing as i32).filter(|_| line.ink == Ink::Red);
    Chars { size_pt: Some(size_pt), scale: Some(scale as i32), spacing, ..Chars::default() }
}
