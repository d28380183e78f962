//! Foot of a bulletin: 编辑 in a line, then 报 送 发 and 共印N份 between black rules, on the type area's lower edge.
use super::super::grid::{self, BOTTOM, LEFT, ROW, Style, TOP, WIDTH};
use crate::Fault;
use crate::bulletin::Bulletin;
use crate::fonts::Fonts;
use crate::page::{Face, Ink, Page, Rule};
use crate::text::{self, Line, MM_PER_PT, Measure};

/// First and last rule, and the one between, mm (as the imprint of documents, GB/T 9704-2012, 7.4.1).
const THICK: f64 = 0.35;
const THIN: f64 = 0.25;
/// 四号, and smaller sizes to end on the page of the text or for lists that would not go on one page.
const SIZES: [f64; 5] = [14.0, 12.0, 10.5, 9.0, 7.5];
/// How many of them are still tried to end on the page of the text.
const READABLE: usize = 3;
/// Height of a line in sizes.
const LEADING: f64 = 1.7;

/// A foot ready to be put on a page.
#[derive(Debug)]
pub(super) struct Foot {
    editors: Vec<Line>,
    parts: Vec<Vec<Line>>,
    size_pt: f64,
}

impl Foot {
    /// The foot of a bulletin whose text ends at row `used`; `None` if there is nothing to say.
    pub fn of(bulletin: &Bulletin, used: usize, fonts: &Fonts) -> Result<Option<Self>, Fault> {
        let set = |size_pt: f64| {
            let cell = size_pt * MM_PER_PT;
            let parts = [receivers(bulletin, cell, fonts), copies(bulletin, cell, fonts)];
            let parts = parts.into_iter().filter(|part| !part.is_empty()).collect();
            Self { editors: editors(bulletin, cell, fonts), parts, size_pt }
        };
        let first = set(SIZES[0]);
        if first.editors.is_empty() && first.parts.is_empty() {
            return Ok(None);
        }
        let below = SIZES[..READABLE].iter().map(|&size| set(size)).find(|foot| foot.fits_below(used));
        let whole = || SIZES.iter().map(|&size| set(size)).find(|foot| foot.height() <= BOTTOM - TOP);
        below.or_else(whole).map(Some).ok_or_else(|| {
            let count = [&bulletin.report_to, &bulletin.send_to, &bulletin.issue_to].map(Vec::len);
            let count = count.iter().sum::<usize>();
            Fault::new(format!("报、送、发单位共{count}个，一页排不下：请用统称合并后再印"))
        })
    }

    fn row(&self) -> f64 {
        self.size_pt * MM_PER_PT * LEADING
    }

    /// Height with its rules, mm.
    fn height(&self) -> f64 {
        (self.editors.len() + self.parts.iter().map(Vec::len).sum::<usize>()) as f64 * self.row()
    }

    /// Is there room below `rows` rows of text, half a row left empty?
    pub fn fits_below(&self, rows: usize) -> bool {
        grid::row_top(rows) + ROW / 2.0 + self.height() <= BOTTOM + 1e-6
    }

    /// Puts it at the foot of the type area.
    pub fn put(&self, page: &mut Page, fonts: &Fonts) {
        let top = BOTTOM - self.height();
        let mut at = top + self.editors.len() as f64 * self.row();
        let mut rule = |y: f64, h: f64| page.rules.push(Rule { x: LEFT, y, w: WIDTH, h, ink: Ink::Black });
        if let Some((_, inner)) = self.parts.split_last() {
            rule(at, THICK);
            for part in inner {
                at += part.len() as f64 * self.row();
                rule(at - THIN / 2.0, THIN);
            }
            rule(BOTTOM - THICK, THICK);
        }
        for (i, line) in self.editors.iter().chain(self.parts.iter().flatten()).enumerate() {
            let y = grid::baseline(top + i as f64 * self.row(), self.row(), self.size_pt);
            grid::put(page, line, fonts, (LEFT, y), Style::black(self.size_pt));
        }
    }
}

fn editors(bulletin: &Bulletin, cell: f64, fonts: &Fonts) -> Vec<Line> {
    let words = text::clean_line(&bulletin.editors);
    let measure = Measure { width: WIDTH - cell, first: cell, rest: cell, cell };
    text::break_lines(&text::units(&words, Face::FangSong, cell, fonts), measure)
}

/// 报： 送： 发： one character in on both sides, returns after the colon, 。at the end.
fn receivers(bulletin: &Bulletin, cell: f64, fonts: &Fonts) -> Vec<Line> {
    let lists = [("报", &bulletin.report_to), ("送", &bulletin.send_to), ("发", &bulletin.issue_to)];
    let mut lines = Vec::new();
    for (label, units) in lists {
        let units: Vec<String> =
            units.iter().map(|unit| text::clean_line(unit)).filter(|unit| !unit.is_empty()).collect();
        if units.is_empty() {
            continue;
        }
        let list = units.join("，");
        let words = format!("{label}：{}。", list.trim_end_matches(['。', '，', '；']));
        let measure = Measure { width: WIDTH - cell, first: cell, rest: 3.0 * cell, cell };
        lines.extend(text::break_lines(&text::units(&words, Face::FangSong, cell, fonts), measure));
    }
    lines
}

/// 共印N份, one character in from the right.
fn copies(bulletin: &Bulletin, cell: f64, fonts: &Fonts) -> Vec<Line> {
    let line = bulletin.copies.map(|count| {
        let mut line = grid::line(&format!("共印{count}份"), Face::FangSong, cell, fonts);
        let shift = WIDTH - cell - line.width;
        line.glyphs.iter_mut().for_each(|set| set.x += shift);
        line.width += shift;
        line
    });
    line.into_iter().collect()
}
