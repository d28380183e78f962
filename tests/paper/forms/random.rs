//! Random tables and texts: whatever a form says, it is placed whole, inside its cells and pages, or refused with a sentence.
use std::collections::HashMap;

use press::form::{Align, Block, Cell, Form, Paper, Paragraph, Row, SeatCard, Table};
use press::page::{Face, Placed};
use proptest::prelude::*;

use super::geometry::{Drawn, check_page};

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[质量强市示范城市，。（）“”；：、—…A-Za-z0-9 \n〔〕《》]{0,30}",
        1 => "[工作领导小组联席会议]{100,500}",
        1 => Just(String::new()),
    ]
}

prop_compose! {
    fn cell()(text in words(), cols in 0..3usize, rows in prop_oneof![4 => Just(1), 1 => 0..6usize], top: bool, size in prop_oneof![Just(0.0), 6.0..30.0f64], align in 0..3u8) -> Cell {
        let align = [Align::Left, Align::Centre, Align::Right][align as usize];
        Cell { cols, rows, top, size_pt: size, align, ..Cell::text(text) }
    }
}

prop_compose! {
    /// A cell of several paragraphs, one with words at its foot, or an upright label.
    fn rich_cell()(cell in cell(), texts in prop::collection::vec(words(), 0..4), foot in words(), upright in prop::bool::weighted(0.2)) -> Cell {
        let make: [fn(String) -> Paragraph; 3] = [Paragraph::indented, Paragraph::left, Paragraph::right];
        let paragraphs: Vec<Paragraph> =
            texts.into_iter().enumerate().map(|(i, text)| make[i % 3](text)).collect();
        let text = if paragraphs.is_empty() { cell.text.clone() } else { String::new() };
        Cell { paragraphs, foot, upright, text, ..cell }
    }
}

prop_compose! {
    fn table()(
        widths in prop::collection::vec(0.1..60.0f64, 4..9),
        head_rows in 0..3usize,
        size_pt in 8.0..22.0f64,
        rows in prop::collection::vec((0.0..60.0f64, prop::collection::vec(prop_oneof![2 => cell(), 1 => rich_cell()], 0..4)), 0..14),
        stretch in prop_oneof![Just(0.0), 0.1..5.0f64],
        spare in 0..30usize,
    ) -> Block {
        let rows = rows.into_iter().map(|(height, cells)| Row::new(height, cells).stretching(stretch));
        let rows = rows.chain((0..spare).map(|_| Row::spare(9.0))).collect();
        Block::Table(Table { widths, size_pt, head_rows, rows })
    }
}

fn block() -> impl Strategy<Value = Block> {
    prop_oneof![
        3 => table(),
        2 => (words(), 8.0..30.0f64, any::<bool>()).prop_map(|(text, size_pt, indent)| Block::Text {
            text, face: Face::FangSong, size_pt, align: Align::Left, indent
        }),
        1 => (words(), words()).prop_map(|(l, r)| Block::Ends {
            left: l.replace('\n', ""), right: r.replace('\n', ""), size_pt: 12.0
        }),
        1 => (-5.0..400.0f64).prop_map(Block::Space),
        1 => Just(Block::TearLine),
        1 => Just(Block::NewPage),
        1 => words().prop_map(Block::Code),
        1 => prop::collection::vec((words(), words()), 0..4).prop_map(|all| Block::Signatures {
            signers: all.into_iter().map(|(a, b)| (a.replace('\n', ""), b.replace('\n', ""))).collect(),
            size_pt: 12.0
        }),
    ]
}

prop_compose! {
    fn form()(title in words(), landscape: bool, blocks in prop::collection::vec(block(), 0..6)) -> Form {
        Form {
            title: title.replace('\n', ""),
            paper: if landscape { Paper::Landscape } else { Paper::Upright },
            blocks,
            seat_cards: Vec::new(),
            foot: String::new(),
            watermarks: Vec::new(),
        }
    }
}

fn count<'a>(texts: impl Iterator<Item = &'a str>) -> HashMap<char, usize> {
    let mut counts = HashMap::new();
    for ch in texts.flat_map(str::chars).filter(|ch| !ch.is_whitespace()) {
        *counts.entry(ch).or_default() += 1;
    }
    counts
}

fn said(form: &Form) -> HashMap<char, usize> {
    let mut texts = vec![form.title.as_str()];
    for block in &form.blocks {
        match block {
            Block::Text { text, .. } => texts.push(text),
            Block::Ends { left, right, .. } => texts.extend([left.as_str(), right.as_str()]),
            Block::Table(table) => {
                for cell in table.rows.iter().flat_map(|row| &row.cells) {
                    texts.extend([cell.text.as_str(), &cell.foot]);
                    texts.extend(cell.paragraphs.iter().map(|one| one.text.as_str()));
                }
            }
            Block::Signatures { signers, .. } => {
                texts.extend(signers.iter().flat_map(|(label, name)| [label.as_str(), name.as_str()]));
            }
            _ => {}
        }
    }
    count(texts.into_iter())
}

fn shown(placed: &Placed) -> HashMap<char, usize> {
    let runs = placed.pages.iter().flat_map(|page| &page.runs);
    let words: Vec<String> = runs.map(|run| run.glyphs.iter().map(|glyph| glyph.ch).collect()).collect();
    count(words.iter().map(String::as_str))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_form_is_placed_whole_or_refused_with_a_sentence(form in form()) {
        match press::layout::place_form(&form, crate::fonts()) {
            Err(fault) => prop_assert!(fault.message.contains("表格"), "{}", fault),
            Ok(placed) => {
                prop_assert!(!placed.pages.is_empty());
                let shown = shown(&placed);
                for (ch, wanted) in said(&form) {
                    let there = shown.get(&ch).copied().unwrap_or(0);
                    prop_assert!(there >= wanted, "{ch} stands {there} times instead of {wanted}");
                }
                for page in &placed.pages {
                    let faults = check_page(&Drawn::from_placed(&super::office::without_marks(page)), form.paper);
                    prop_assert!(faults.is_empty(), "{}", faults.join("\n"));
                }
            }
        }
    }

    #[test]
    fn any_seat_card_stays_on_its_card(name in "\\PC{0,40}", unit in "\\PC{0,120}") {
        let form = Form { seat_cards: vec![SeatCard { name, unit }], ..super::seat_cards() };
        let placed = press::layout::place_form(&form, crate::fonts()).expect("a card is never refused");
        prop_assert_eq!(placed.pages.len(), 1);
        for (x0, y0, x1, y1) in Drawn::from_placed(&placed.pages[0]).glyphs {
            prop_assert!(x0 > 48.5 && x1 < 248.5 && y0 > 5.0 && y1 < 205.0, "{x0} {y0} {x1} {y1}");
            prop_assert!(y1 <= 105.0 || y0 >= 105.0, "nothing stands on the fold: {y0} {y1}");
        }
    }
}

#[test]
fn a_table_without_columns_is_refused_and_a_cell_too_many_names_its_row() {
    let with = |table: Table| {
        let form = Form { blocks: vec![Block::Table(table)], ..super::leave_slip() };
        press::layout::place_form(&form, crate::fonts()).map_err(|fault| fault.message)
    };
    let rows = vec![Row::new(8.0, vec![Cell::text("甲"), Cell::text("乙"), Cell::text("丙丁")])];
    let table = Table { widths: Vec::new(), size_pt: 12.0, head_rows: 0, rows };
    assert!(with(table.clone()).unwrap_err().contains("一列也没有"));
    let message = with(Table { widths: vec![1.0, 1.0], ..table.clone() }).unwrap_err();
    assert!(message.contains("第 1 行的“丙丁”"), "{message}");
    assert!(
        with(Table { widths: vec![1.0, f64::NAN, 1.0], ..table.clone() }).unwrap_err().contains("第 2 列")
    );
    assert!(with(Table { widths: vec![1.0; 200], ..table.clone() }).unwrap_err().contains("纸宽放不下"));
    assert_eq!(
        with(Table { widths: vec![1.0; 5], ..table }).unwrap().pages.len(),
        1,
        "missing cells are empty"
    );
}
