//! From what a room says to a finished file: faces, watermark of demonstration data, properties of the file.
//!
//! Every paper of the program passes here, so that 示例 cannot be forgotten. It deliberately sets nothing itself.
use press::bulletin::Bulletin;
use press::document::Watermark;
use press::form::{Cell, Form};
use press::ledger::{Head, Ledger, Value};
use press::marked::Marked;
use press::page::Placed;
use press::{Document, docx, layout, pdf, xlsx};

use crate::kernel::answer::Paper;
use crate::kernel::desk::Desk;
use crate::kernel::refusal::{Refusal, Result};

/// More rows than this are no paper any more: about two hundred pages.
const PRINTED_ROWS: u64 = 5_000;

/// An official document as PDF.
pub fn document(desk: &Desk<'_>, mut document: Document) -> Result<Paper> {
    mark(desk, &mut document.watermarks);
    let placed = layout::place_document(&document, desk.fonts())?;
    finish(desk, &placed, &document.title)
}

/// The same document as a Word file.
pub fn word(desk: &Desk<'_>, mut document: Document) -> Result<Paper> {
    mark(desk, &mut document.watermarks);
    let bytes = docx::write_document(&document, desk.fonts(), &properties(desk, &document.title))?;
    Ok(Paper::docx(&document.title, bytes))
}

/// A bulletin as PDF.
pub fn bulletin(desk: &Desk<'_>, mut bulletin: Bulletin) -> Result<Paper> {
    mark(desk, &mut bulletin.watermarks);
    let placed = layout::place_bulletin(&bulletin, desk.fonts())?;
    finish(desk, &placed, &bulletin_title(&bulletin))
}

/// The same bulletin as a Word file.
pub fn bulletin_word(desk: &Desk<'_>, mut bulletin: Bulletin) -> Result<Paper> {
    mark(desk, &mut bulletin.watermarks);
    let title = bulletin_title(&bulletin);
    let bytes = docx::write_bulletin(&bulletin, desk.fonts(), &properties(desk, &title))?;
    Ok(Paper::docx(&title, bytes))
}

fn bulletin_title(bulletin: &Bulletin) -> String {
    [bulletin.name.as_str(), bulletin.kind.as_str(), bulletin.number.as_deref().unwrap_or_default()].concat()
}

/// An office form as PDF.
pub fn form(desk: &Desk<'_>, mut form: Form) -> Result<Paper> {
    mark(desk, &mut form.watermarks);
    let placed = layout::place_form(&form, desk.fonts())?;
    finish(desk, &placed, &form.title)
}

/// An office form as PDF, in the first of its versions that stands on one page; in the first of all where none does.
pub fn form_on_one_page(desk: &Desk<'_>, versions: Vec<Form>) -> Result<Paper> {
    let mut first = None;
    for mut form in versions {
        mark(desk, &mut form.watermarks);
        let placed = layout::place_form(&form, desk.fonts())?;
        if placed.pages.len() == 1 {
            return finish(desk, &placed, &form.title);
        }
        first.get_or_insert((placed, form.title));
    }
    match first {
        Some((placed, title)) => finish(desk, &placed, &title),
        None => Err(Refusal::broken("这份表格没有内容。")),
    }
}

/// A person's name in a column that holds `fits` characters of `size_pt` points. A long name of several parts goes on
/// after its dot, smaller where a part is still too long: it is never torn inside a part.
pub fn name_cell(name: &str, fits: usize, size_pt: f64) -> Cell {
    const LEAST_PT: f64 = 7.5; // 六号, the smallest size that offices print
    let Some((words, longest)) = halved(name).filter(|_| name.chars().count() > fits) else {
        return Cell::text(name);
    };
    let shrunk = (size_pt * fits as f64 / longest as f64).max(LEAST_PT);
    Cell { size_pt: if longest > fits { shrunk } else { 0.0 }, ..Cell::text(words) }
}

/// A name of several parts on two lines, as even as its dots allow, with the length of the longer one.
fn halved(name: &str) -> Option<(String, usize)> {
    let halves = name.match_indices('·').map(|(at, dot)| name.split_at(at + dot.len()));
    let longer = |(a, b): &(&str, &str)| a.chars().count().max(b.chars().count());
    let best = halves.filter(|(_, rest)| !rest.is_empty()).min_by_key(longer)?;
    Some((format!("{}\n{}", best.0, best.1), longer(&best)))
}

/// A ledger as workbook, exactly as shown.
pub fn workbook(desk: &Desk<'_>, ledger: Ledger) -> Result<Paper> {
    let ledger = marked(desk, ledger);
    Ok(Paper::xlsx(&ledger.title, xlsx::write(&ledger)?).of_rows(ledger.rows.len() as u64))
}

/// A long ledger as workbook: its rows are made while they are written. A row that fails leaves nothing behind.
pub fn workbook_rows(
    desk: &Desk<'_>,
    head: Head<'_>,
    rows: impl Iterator<Item = Result<Vec<Value>>>,
) -> Result<Paper> {
    let note = note(desk, head.note);
    let mut count = 0;
    let counted = rows.inspect(|_| count += 1);
    let bytes = xlsx::write_rows(Head { note: &note, ..head }, counted)?;
    Ok(Paper::xlsx(head.title, bytes).of_rows(count))
}

/// A ledger as PDF.
pub fn ledger(desk: &Desk<'_>, ledger: Ledger) -> Result<Paper> {
    check_printable(&ledger.title, ledger.rows.len() as u64)?;
    let ledger = marked(desk, ledger);
    let placed = layout::place_ledger(&ledger, desk.fonts())?;
    Ok(finish(desk, &placed, &ledger.title)?.of_rows(ledger.rows.len() as u64))
}

/// Refuses to print a ledger of more rows than anybody reads on paper.
pub fn check_printable(title: &str, rows: u64) -> Result<()> {
    if rows > PRINTED_ROWS {
        let said = format!("《{title}》有 {rows} 行，超过可打印的 {PRINTED_ROWS} 行。");
        return Err(Refusal::refused(said).hint("请缩小筛选范围后再打印，或导出 Excel。"));
    }
    Ok(())
}

/// A workbook knows no watermark: the line under the title says it, on screen and on paper.
fn marked(desk: &Desk<'_>, mut ledger: Ledger) -> Ledger {
    ledger.note = note(desk, &ledger.note);
    ledger
}

fn note(desk: &Desk<'_>, note: &str) -> String {
    if desk.demo { format!("【示例数据】{note}") } else { note.to_owned() }
}

fn mark(desk: &Desk<'_>, watermarks: &mut Vec<Watermark>) {
    if desk.demo && !watermarks.contains(&Watermark::Sample) {
        watermarks.push(Watermark::Sample);
    }
}

fn properties(desk: &Desk<'_>, title: &str) -> pdf::Properties {
    pdf::Properties {
        title: title.into(),
        subject: desk.campaign.name.clone(),
        author: desk.profile.office.name.clone(),
        created: desk.now,
    }
}

fn finish(desk: &Desk<'_>, placed: &Placed, title: &str) -> Result<Paper> {
    let printed = pdf::write(placed, desk.fonts(), &properties(desk, title))?;
    desk.shelf.last_papers.remember(title, desk.now, &printed);
    Ok(Paper::pdf(title, printed.bytes))
}

/// A draft with its changes marked (花脸稿) as PDF.
pub fn marked_draft(desk: &Desk<'_>, mut marked: Marked) -> Result<Paper> {
    mark(desk, &mut marked.watermarks);
    let placed = layout::place_marked(&marked, desk.fonts())?;
    finish(desk, &placed, &marked.title)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_goes_on_after_its_dot_and_is_never_torn_inside_a_part() {
        let cell = |name: &str| {
            let cell = name_cell(name, 5, 12.0);
            (cell.text, cell.size_pt)
        };
        assert_eq!(cell("欧阳文山"), ("欧阳文山".into(), 0.0));
        assert_eq!(cell("买买提·艾力"), ("买买提·\n艾力".into(), 0.0));
        assert_eq!(cell("阿卜杜热西提·艾力"), ("阿卜杜热西提·\n艾力".into(), 12.0 * 5.0 / 7.0));
        assert_eq!(cell("古丽·巴哈尔·买买提").0, "古丽·\n巴哈尔·买买提");
        assert_eq!(cell("甲乙丙丁戊己庚辛壬癸·子").1, 7.5);
    }
}
