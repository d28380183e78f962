//! Places an office form: title, blocks from top to bottom, tables over pages, foot and page numbers.
//!
//! Promised: nothing stands outside the type area but foot and page number; a table's head is repeated on every page; a
//! row stays whole unless it is higher than a page; words right above a table go with it; what follows a tear line
//! stays on one page where it fits on one; a table's last row goes with the few lines that follow it (signature, date).
//!
//! It deliberately knows no single form: those are described in the rooms' `forms.rs`.
use super::around;
use super::code::Code;
use super::plate;
use super::rules;
use super::seat_card;
use super::sheet::{self, Sheets};
use super::sign::Signers;
use super::table::{Grid, GridRow, total};
use super::words::{self, Laid, MM};
use crate::Fault;
use crate::fonts::Fonts;
use crate::form::{Align, Block, Form};
use crate::page::{Face, Ink, Placed, Rule};

/// Space under the title in mm.
const UNDER_TITLE: f64 = 4.0;
/// Title size: 二号 (22 pt).
const TITLE_PT: f64 = 22.0;
/// Lines after a table up to this height in mm draw its last row with them.
const TAIL: f64 = 45.0;

/// Height of a red double rule with the space around it, in mm.
const RED_RULE: f64 = 6.0;

/// How pages are numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Numbering {
    /// — 1 — in its official place, on forms of more than one page (GB/T 9704-2012, 7.5).
    Dashes,
    /// 第 1 页 共 3 页, centred (ledgers).
    OfTotal,
}

/// A block with its text set, before it has a place.
enum Item {
    Lines { laid: Laid, face: Face, align: Align, ink: Ink },
    Ends { left: Laid, right: Laid },
    Table(Grid),
    Space(f64),
    Tear,
    NewPage,
    RedRule,
    Code(Option<Code>),
    Signers(Signers),
}

impl Item {
    fn height(&self) -> f64 {
        match self {
            Self::Lines { laid, .. } => laid.height(),
            Self::Ends { left, right } => left.height().max(right.height()),
            Self::Table(grid) => grid.whole_height(),
            Self::Space(mm) => *mm,
            Self::Tear => 6.0,
            Self::RedRule => RED_RULE,
            Self::Signers(signers) => signers.height(),
            Self::NewPage | Self::Code(_) => 0.0,
        }
    }
}

/// Places a form on its pages.
pub fn place_form(form: &Form, fonts: &Fonts) -> Result<Placed, Fault> {
    place(form, fonts, Numbering::Dashes)
}

pub(super) fn place(form: &Form, fonts: &Fonts, numbering: Numbering) -> Result<Placed, Fault> {
    if !form.seat_cards.is_empty() {
        let mut placed = seat_card::place(form, fonts);
        around::watermark(&mut placed.pages, &form.watermarks, fonts);
        return Ok(placed);
    }
    if let Some(mut placed) = plate::place(form, fonts)? {
        around::watermark(&mut placed.pages, &form.watermarks, fonts);
        return Ok(placed);
    }
    let mut sheets = Sheets::new(form.paper);
    let items = set_blocks(form, fonts, sheets.area())?;
    for i in 0..items.len() {
        place_item(&mut sheets, &items, i);
    }
    drop_empty_last(&mut sheets);
    sheets.set_foot(fonts, &form.foot);
    match numbering {
        Numbering::OfTotal => sheet::number_of_total(&mut sheets, fonts),
        Numbering::Dashes if sheets.pages.len() > 1 => around::number(&mut sheets.pages, form.paper, fonts),
        Numbering::Dashes => {}
    }
    around::watermark(&mut sheets.pages, &form.watermarks, fonts);
    Ok(sheets.placed(&form.title))
}

/// A form that ends with a page break has no empty last page.
fn drop_empty_last(sheets: &mut Sheets) {
    while sheets.pages.len() > 1
        && sheets.pages.last().is_some_and(|p| p.runs.is_empty() && p.rules.is_empty())
    {
        sheets.pages.pop();
    }
}

fn set_blocks(form: &Form, fonts: &Fonts, (width, height): (f64, f64)) -> Result<Vec<Item>, Fault> {
    let mut items = Vec::new();
    if !form.title.trim().is_empty() {
        let laid = words::title(fonts, &form.title, TITLE_PT, width);
        let red = form.blocks.first() == Some(&Block::RedHead);
        let ink = if red { Ink::Red } else { Ink::Black };
        items.push(Item::Lines { laid, face: Face::BiaoSong, align: Align::Centre, ink });
        items.push(if red { Item::RedRule } else { Item::Space(UNDER_TITLE) });
    }
    for block in form.blocks.iter().filter(|block| **block != Block::RedHead) {
        items.push(set_block(fonts, block, width, height)?);
    }
    Ok(items)
}

fn set_block(fonts: &Fonts, block: &Block, width: f64, height: f64) -> Result<Item, Fault> {
    Ok(match block {
        Block::Text { text, face, size_pt, align, indent } => {
            let size = sane(*size_pt);
            let laid = match align {
                Align::Left => words::set(fonts, text, *face, size, width, *indent),
                Align::Centre | Align::Right => words::ragged(fonts, text, *face, size, width),
            };
            Item::Lines { laid, face: *face, align: *align, ink: Ink::Black }
        }
        Block::Ends { left, right, size_pt } => ends(fonts, left, right, sane(*size_pt), width),
        Block::Table(table) => Item::Table(Grid::new(fonts, table, width, height)?),
        Block::Space(mm) => Item::Space(if mm.is_finite() { mm.clamp(0.0, height) } else { 0.0 }),
        Block::TearLine => Item::Tear,
        Block::NewPage => Item::NewPage,
        Block::Code(words) => Item::Code(Code::of(words)),
        Block::Signatures { signers, size_pt } => {
            Item::Signers(Signers::of(fonts, signers, sane(*size_pt), width))
        }
        // Placed elsewhere: above, or on sheets of their own.
        Block::RedHead | Block::Labels { .. } | Block::CutOuts(_) => Item::Space(0.0),
    })
}

/// Sizes that a form may use; what is no size at all becomes 小四 (12 pt).
fn sane(size_pt: f64) -> f64 {
    if size_pt.is_finite() && size_pt > 0.0 { size_pt.clamp(5.0, 72.0) } else { 12.0 }
}

/// Two texts at the ends of a line; where they are too long for one, each gets the room in its share.
fn ends(fonts: &Fonts, left: &str, right: &str, size: f64, width: f64) -> Item {
    let natural = |text: &str| words::set(fonts, text, Face::FangSong, size, words::ENDLESS, false).width();
    let gap = 2.0 * size * MM;
    let (l, r) = (natural(left), natural(right));
    let (l, r) = match (l + r + gap <= width, l < r) {
        (true, _) => (l, r),
        // The shorter one keeps its line, up to half of the room.
        (false, true) => (l.min((width - gap) / 2.0), width - gap - l.min((width - gap) / 2.0)),
        (false, false) => (width - gap - r.min((width - gap) / 2.0), r.min((width - gap) / 2.0)),
    };
    let set = |text, measure: f64| {
        words::set(fonts, text, Face::FangSong, size, measure.max(size * MM) + 1e-6, false)
    };
    Item::Ends { left: set(left, l), right: set(right, r) }
}

fn place_item(sheets: &mut Sheets, items: &[Item], i: usize) {
    match &items[i] {
        Item::Lines { laid, face, align, ink } => {
            let keep = laid.height() + following_table(&items[i + 1..]);
            if laid.height() <= sheets.room() && keep > sheets.room() && keep <= sheets.area().1 {
                sheets.turn();
            }
            let from = sheets.pages.len() - 1;
            lines(sheets, laid, *face, *align);
            // Red words are a title, the first on their page.
            if *ink != Ink::Black {
                sheets.pages[from..]
                    .iter_mut()
                    .flat_map(|page| &mut page.runs)
                    .for_each(|run| run.ink = *ink);
            }
        }
        Item::Ends { left, right } => both(sheets, left, right),
        Item::Table(grid) => {
            let rest = &items[i + 1..];
            table(sheets, grid, tail(rest), following(rest));
        }
        Item::Space(mm) => {
            if !sheets.fresh() {
                sheets.y += mm.min(sheets.room().max(0.0));
            }
        }
        Item::Tear => tear(sheets, &items[i + 1..]),
        Item::RedRule => red_rule(sheets),
        Item::Code(code) => code.iter().for_each(|code| code.place(sheets)),
        Item::Signers(signers) => signers.place(sheets),
        Item::NewPage => {
            if !sheets.fresh() {
                sheets.turn();
            }
        }
    }
}

/// Height that a table right after these words needs to begin on the same page; 0 where none follows.
fn following_table(rest: &[Item]) -> f64 {
    let mut height = 0.0;
    for item in rest {
        match item {
            Item::Table(grid) => return height + grid.least_height(),
            Item::Space(_) | Item::Ends { .. } | Item::RedRule | Item::Code(_) => height += item.height(),
            _ => return 0.0,
        }
    }
    0.0
}

/// Height of the few lines that close a form after its last table.
fn tail(rest: &[Item]) -> f64 {
    let height: f64 = rest
        .iter()
        .take_while(|item| {
            matches!(item, Item::Lines { .. } | Item::Ends { .. } | Item::Space(_) | Item::Signers(_))
        })
        .map(Item::height)
        .sum();
    if height <= TAIL { height } else { 0.0 }
}

fn lines(sheets: &mut Sheets, laid: &Laid, face: Face, align: Align) {
    let (left, width) = (sheets.left(), sheets.area().0);
    for line in &laid.lines {
        if laid.leading > sheets.room() + 1e-6 && !sheets.fresh() {
            sheets.turn();
        }
        let x = match align {
            Align::Left => left,
            Align::Centre => left + (width - line.width) / 2.0,
            Align::Right => left + width - line.width,
        };
        let y = sheets.y + laid.baseline(0);
        line.place(sheets.page(), (x, y), face, laid.size_pt);
        sheets.y += laid.leading;
    }
}

fn both(sheets: &mut Sheets, left: &Laid, right: &Laid) {
    let (edge, width) = (sheets.left(), sheets.area().0);
    let leading = left.leading;
    for i in 0..left.lines.len().max(right.lines.len()) {
        if leading > sheets.room() + 1e-6 && !sheets.fresh() {
            sheets.turn();
        }
        let y = sheets.y + left.baseline(0);
        if let Some(line) = left.lines.get(i) {
            line.place(sheets.page(), (edge, y), Face::FangSong, left.size_pt);
        }
        if let Some(line) = right.lines.get(i) {
            line.place(sheets.page(), (edge + width - line.width, y), Face::FangSong, right.size_pt);
        }
        sheets.y += leading;
    }
}

/// Height of all that still has to stand on this page.
fn following(rest: &[Item]) -> f64 {
    rest.iter().take_while(|item| !matches!(item, Item::NewPage)).map(Item::height).sum()
}

/// A red double rule under a red title: thick over thin, as wide as the type area.
fn red_rule(sheets: &mut Sheets) {
    let (x, w, y) = (sheets.left(), sheets.area().0, sheets.y + 1.5);
    let mut rule = |y, h| sheets.page().rules.push(Rule { x, y, w, h, ink: Ink::Red });
    rule(y, 0.8);
    rule(y + 1.3, 0.25);
    sheets.y += RED_RULE;
}

/// A table; `tail` is the height of the lines that stay with its last row, `after` of all that follows on its page.
fn table(sheets: &mut Sheets, grid: &Grid, tail: f64, after: f64) {
    let mut part: Vec<&GridRow> = grid.head.iter().collect();
    let head = part.len();
    let mut used = grid.head_height();
    if grid.least_height() > sheets.room() && !sheets.fresh() {
        sheets.turn();
    }
    let stretched = grid.stretched(sheets.room() - after);
    let grid = stretched.as_ref().unwrap_or(grid);
    for (g, group) in grid.groups.iter().enumerate() {
        let last = g + 1 == grid.groups.len();
        let height = total(group);
        // The last rows wait for the lines that belong under them, but not alone on their page.
        let wanted = if last && grid.groups.len() > 1 && part.len() > head { height + tail } else { height };
        let fits_whole = used + wanted <= sheets.room() + 1e-6;
        if !fits_whole && part.len() > head {
            finish(sheets, &part, &grid.edges, head);
            sheets.turn();
            part.truncate(head);
            used = grid.head_height();
        }
        part.extend(group);
        used += height;
    }
    for row in &grid.spare {
        if used + row.height + after > sheets.room() + 1e-6 {
            break;
        }
        part.push(row);
        used += row.height;
    }
    finish(sheets, &part, &grid.edges, head);
}

fn finish(sheets: &mut Sheets, part: &[&GridRow], edges: &[f64], head: usize) {
    if part.is_empty() {
        return;
    }
    let at = (sheets.left(), sheets.y);
    rules::draw(sheets.page(), part, edges, at, head);
    sheets.y += rules::height(part);
}

/// A dashed line right across the sheet; what follows goes to the next page as a whole if only there it fits.
fn tear(sheets: &mut Sheets, rest: &[Item]) {
    let following: f64 =
        rest.iter().take_while(|item| !matches!(item, Item::Tear | Item::NewPage)).map(Item::height).sum();
    let needed = following + Item::Tear.height();
    let together = needed > sheets.room() && needed <= sheets.area().1;
    if (together || Item::Tear.height() > sheets.room()) && !sheets.fresh() {
        sheets.turn();
    }
    let y = sheets.y + Item::Tear.height() / 2.0;
    let (left, width) = (sheets.left(), sheets.area().0);
    dashes(sheets.page(), (left, left + width), y);
    sheets.y += Item::Tear.height();
}

/// A dashed rule of 0.25 mm: 3 mm ink, 2 mm gap, ink at both ends.
pub(super) fn dashes(page: &mut crate::page::Page, (from, to): (f64, f64), y: f64) {
    const INK: f64 = 3.0;
    let gaps = ((to - from - INK) / 5.0).round().max(1.0);
    let step = (to - from - INK) / gaps;
    for i in 0..=gaps as usize {
        let x = from + i as f64 * step;
        page.rules.push(Rule { x, y: y - 0.125, w: INK, h: 0.25, ink: Ink::Black });
    }
}
