//! Pasted tables held against random cells: widths, lines and marks.
use proptest::prelude::*;

use super::*;
use crate::layout::table::GridRow;
use crate::text::marks::{not_first, not_last};

fn grid(rows: &[Vec<String>], area: Area) -> Result<Grid, Fault> {
    let items = items((rows, &[]), ("", ""), area, &Fonts::default())?;
    let grid = items.into_iter().find_map(|item| match item {
        Item::Table(grid) => Some(*grid),
        _ => None,
    });
    Ok(grid.expect("a table"))
}

fn rows(texts: &[&[&str]]) -> Vec<Vec<String>> {
    texts.iter().map(|row| row.iter().map(|text| (*text).to_owned()).collect()).collect()
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[一-龥]{0,9}",
        2 => "[0-9]{1,4}(\\.[0-9])?%?",
        3 => "([一-龥]{2,9}[，。、；：]){1,6}[一-龥]{1,4}",
        1 => "[一-龥]{2,9}（[一-龥0-9]{2,9}）[一-龥]{2,30}。",
        1 => "[A-Za-z]{1,9}[一-龥]{2,9}\n[一-龥]{2,9}",
    ]
}

fn table() -> impl Strategy<Value = Vec<Vec<String>>> {
    (1usize..9).prop_flat_map(|columns| prop::collection::vec(prop::collection::vec(cell(), columns), 1..12))
}

proptest! {
    #[test]
    fn every_cell_holds_its_words_inside_its_rules(rows in table(), landscape: bool) {
        let area = if landscape { Area::LANDSCAPE } else { Area::UPRIGHT };
        let Ok(grid) = grid(&rows, area) else {
            return Err(TestCaseError::reject("too wide"));
        };
        let placed: Vec<&GridRow> = grid.head.iter().chain(grid.groups.iter().flatten()).collect();
        prop_assert_eq!(placed.len(), rows.len());
        prop_assert!((grid.edges[grid.edges.len() - 1] - area.width).abs() < 1e-6, "as wide as the type area");
        for (row, texts) in placed.iter().zip(&rows) {
            for (cell, text) in row.cells.iter().zip(texts) {
                let said: String = cell.laid.lines.iter().flat_map(|line| line.glyphs.iter().map(|g| g.0)).collect();
                prop_assert_eq!(&said, &text.replace('\n', ""));
                let room = grid.edges[cell.col + 1] - grid.edges[cell.col] - 2.0 * PAD_X;
                for line in &cell.laid.lines {
                    prop_assert!(line.width <= room + 1e-6, "{} in {room} mm: {said}", line.width);
                }
                prop_assert!(cell.laid.height() <= row.height, "{said}");
                for pair in cell.laid.lines.windows(2).filter(|pair| !pair[0].last) {
                    let (end, begin) = (pair[0].glyphs.last(), pair[1].glyphs.first());
                    prop_assert!(!end.is_some_and(|g| not_last(g.0)), "{said}");
                    prop_assert!(!begin.is_some_and(|g| not_first(g.0)), "{said}");
                }
            }
        }
    }
}

#[test]
fn short_columns_keep_their_line_and_long_ones_share_the_rest() {
    let long = "对照标准逐项自查，形成问题清单、责任清单、整改清单。".repeat(3);
    let rows = rows(&[&["序号", "任务", "内容", "单位"], &["1", "质量月活动", &long, "示例局"]]);
    let grid = grid(&rows, Area::UPRIGHT).expect("a table");
    let lines: Vec<usize> = grid.groups[0][0].cells.iter().map(|cell| cell.laid.lines.len()).collect();
    assert_eq!((lines[0], lines[1], lines[3]), (1, 1, 1), "{:?}", grid.edges);
    assert!(lines[2] > 2);
}

#[test]
fn columns_are_lost_to_smaller_type_before_they_are_refused() {
    let table = |columns: usize| vec![vec!["1286".to_owned(); columns]; 3];
    let size =
        |columns| grid(&table(columns), Area::UPRIGHT).map(|grid| grid.groups[0][0].cells[0].laid.size_pt);
    assert_eq!(size(8), Ok(12.0));
    assert_eq!(size(14), Ok(10.5));
    let message = size(40).expect_err("too many").message;
    assert!(message.contains("40 列") && message.contains("横排"), "{message}");
    let landscape = grid(&table(60), Area::LANDSCAPE).expect_err("too many").message;
    assert!(landscape.contains("225 毫米") && landscape.contains("拆成几张表"), "{landscape}");
}
