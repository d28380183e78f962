//! Workbooks: a [`Ledger`](crate::Ledger) to look at and print, a [`Template`](crate::template::Template) to fill in.
//!
//! Promised: values keep their types, words stay words (text that begins with `=`, `+`, `-` or `@` is never a formula),
//! the sheet prints on A4 as it stands, of the rows only the heights of the higher ones are kept in memory.
//!
//! It deliberately writes no formulas but those of the totals row, no macros, links or pictures.
mod ledger;
mod template;

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

use crate::Fault;
use crate::ledger::Kind;

pub use ledger::{write, write_rows};
pub use template::template;

/// 仿宋 is on every office machine with Chinese Windows or WPS.
const BODY_FACE: &str = "仿宋";
const HEAD_FACE: &str = "黑体";
const BODY_PT: f64 = 11.0;
/// Height of one line of 11 pt text, in points.
const LINE_PT: f64 = 15.0;
/// Excel shows no row higher than this, in points.
const MAX_ROW_PT: f64 = 409.0;
/// Rows and columns of a worksheet (Excel's specification).
const MAX_ROWS: usize = 1_048_576;
const MAX_COLUMNS: usize = 16_384;
/// UTF-16 units in a cell (Excel's specification).
const MAX_CELL: usize = 32_767;

/// The formats of one workbook's cells.
struct Formats {
    title: Format,
    note: Format,
    head: Format,
    head_required: Format,
    text: Format,
    /// Text that Excel would take for a formula as soon as somebody edits the cell.
    text_quoted: Format,
    code: Format,
    number: Format,
    percent: Format,
    date: Format,
    moment: Format,
    total: Format,
    total_number: Format,
    total_percent: Format,
}

impl Formats {
    fn new() -> Self {
        let plain = Format::new().set_font_name(BODY_FACE).set_font_size(BODY_PT);
        let cell = plain.clone().set_border(FormatBorder::Thin).set_align(FormatAlign::VerticalCenter);
        let text = cell.clone().set_align(FormatAlign::Left).set_text_wrap();
        let head = cell
            .clone()
            .set_font_name(HEAD_FACE)
            .set_bold()
            .set_align(FormatAlign::Center)
            .set_text_wrap()
            .set_background_color(Color::RGB(0xEDEDED));
        let title = Format::new().set_font_name("宋体").set_font_size(18).set_bold();
        Self {
            title: title
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter)
                .set_text_wrap(),
            note: plain.set_align(FormatAlign::Left).set_align(FormatAlign::VerticalCenter).set_text_wrap(),
            head_required: head.clone().set_font_color(Color::RGB(0xC00000)),
            head,
            text_quoted: text.clone().set_quote_prefix(),
            code: text.clone().set_num_format_index(49),
            number: cell.clone().set_align(FormatAlign::Right),
            percent: cell.clone().set_align(FormatAlign::Right).set_num_format("0.0%"),
            date: cell.clone().set_align(FormatAlign::Center).set_num_format("yyyy-mm-dd"),
            moment: cell.clone().set_align(FormatAlign::Center).set_num_format("yyyy-mm-dd hh:mm:ss"),
            total: cell.clone().set_bold().set_align(FormatAlign::Center),
            total_number: cell.clone().set_bold().set_align(FormatAlign::Right),
            total_percent: cell.set_bold().set_align(FormatAlign::Right).set_num_format("0.0%"),
            text,
        }
    }

    /// The format of a column of this kind.
    fn of(&self, kind: Kind) -> &Format {
        match kind {
            Kind::Text => &self.text,
            Kind::Code => &self.code,
            Kind::Number => &self.number,
            Kind::Percent => &self.percent,
            Kind::Date => &self.date,
            Kind::Moment => &self.moment,
        }
    }

    /// The format of these words in a column of this kind.
    fn of_words(&self, words: &str, kind: Kind) -> &Format {
        match kind {
            Kind::Code => &self.code,
            _ if words.starts_with(['=', '+', '-', '@']) => &self.text_quoted,
            _ => &self.text,
        }
    }
}

/// A4, margins, one page wide, page number at the foot; landscape when the columns are wider than an upright page.
fn set_page(sheet: &mut Worksheet, total_width: f64) {
    // 12 mm left and right leave 186 mm: 100 characters of 1.85 mm.
    const UPRIGHT_CHARACTERS: f64 = 100.0;
    const MARGIN_INCH: f64 = 0.47;
    sheet.set_paper_size(9);
    if total_width > UPRIGHT_CHARACTERS {
        sheet.set_landscape();
    }
    sheet.set_margins(MARGIN_INCH, MARGIN_INCH, 0.6, 0.75, 0.3, 0.35);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_print_center_horizontally(true);
    sheet.set_footer("&C第 &P 页 共 &N 页");
}

/// Width of a column in Excel's characters: at least 4, at most what Excel allows.
fn width_of(asked: u16) -> f64 {
    f64::from(asked.clamp(4, 255))
}

/// Lines that words need in a column of so many half-width characters.
fn lines_in(words: &str, width: f64) -> usize {
    // An 11 pt character is 14.7 px wide, a column's character 7 px, and Excel keeps some px of padding.
    let room = ((width * 7.0 - 4.0) / 7.34).floor().max(2.0) as usize;
    words
        .lines()
        .map(|line| {
            let cells: usize = line.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
            // A full-width character that does not fit leaves a half cell empty.
            cells.div_ceil(if room % 2 == 1 && room > 2 { room - 1 } else { room }).max(1)
        })
        .sum::<usize>()
        .max(1)
}

/// Height in points of a row of so many lines.
fn row_height(lines: usize) -> f64 {
    (lines as f64 * LINE_PT + 4.0).min(MAX_ROW_PT)
}

/// A name that Excel accepts on a tab: no `[]:*?/\`, at most 31 UTF-16 units, never empty.
fn tab_name(wanted: &str) -> String {
    let mut name = String::new();
    for ch in wanted.trim().chars().filter(|c| !"[]:*?/\\'".contains(*c) && !c.is_control()) {
        if name.encode_utf16().count() + ch.len_utf16() > 31 {
            break;
        }
        name.push(ch);
    }
    if name.is_empty() { "Sheet1".into() } else { name }
}

/// Refuses words that no cell can hold.
fn check_length(words: &str, place: impl Fn() -> String) -> Result<(), Fault> {
    // A quick bound first: counting UTF-16 units of every cell would be felt over 100,000 rows.
    if words.len() > MAX_CELL && words.encode_utf16().count() > MAX_CELL {
        return Err(Fault::new(format!(
            "{}的文字超过 {MAX_CELL} 个字，Excel 单元格放不下，请缩短后再导出。",
            place()
        )));
    }
    Ok(())
}

/// What the writer itself refuses.
fn fault(error: XlsxError) -> Fault {
    Fault::new(format!("Excel 工作簿没有写成：{error}。"))
}
