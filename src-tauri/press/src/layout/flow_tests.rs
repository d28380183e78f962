//! Rows, blocks and tables on pages of both kinds.
use super::*;
use crate::layout::body;

fn poured(body: &str, area: Area) -> Placed {
    let fonts = Fonts::default();
    let items = body::items(body, &[], area, &fonts).expect("items");
    let mut placed = Placed::default();
    pour(&mut placed, &items, area, 0, &fonts);
    placed
}

fn text_rows(page: &Page, area: Area) -> Vec<f64> {
    let first = grid::baseline(area.top, area.row(), BODY_PT);
    let body = page.runs.iter().filter(|run| run.size_pt == BODY_PT);
    body.map(|run| (run.y - first) / area.row()).collect()
}

#[test]
fn a_landscape_page_holds_15_lines_of_40_characters_in_the_turned_type_area() {
    let placed = poured(&"会".repeat(40 * 20), Area::LANDSCAPE);
    let page = &placed.pages[0];
    assert_eq!((page.w, page.h), (297.0, 210.0));
    assert_eq!(
        page.runs.iter().map(|run| run.glyphs.len()).collect::<Vec<_>>(),
        [vec![38], vec![40; 14]].concat()
    );
    let right = page.runs[1].glyphs[39].x + Area::LANDSCAPE.cell();
    assert!((page.runs[1].glyphs[0].x - 35.0).abs() < 0.1 && (right - 260.0).abs() < 0.1, "{right}");
    assert!(page.runs.iter().all(|run| run.y > 28.0 && run.y < 184.0));
}

#[test]
fn text_after_a_table_returns_to_the_grid_on_both_papers() {
    for area in [Area::UPRIGHT, Area::LANDSCAPE] {
        let placed = poured("会议指出\n任务表\n序号\t任务\n1\t抽查\n2\t培训\n会议要求", area);
        let rows = text_rows(&placed.pages[0], area);
        assert_eq!(rows.len(), 2);
        assert!(rows.iter().all(|row| (row - row.round()).abs() < 1e-6), "{rows:?}");
        let bottom = placed.pages[0].rules.iter().map(|rule| rule.y + rule.h).fold(0.0, f64::max);
        assert!(bottom < area.row_top(rows[1].round() as usize), "the table ends above the text");
        let right = placed.pages[0].rules.iter().map(|rule| rule.x + rule.w).fold(0.0, f64::max);
        assert!((right - area.left - area.width).abs() < 1e-6, "as wide as the type area");
    }
}

#[test]
fn a_heading_goes_with_its_table_and_the_outline_follows() {
    for before in 10..22 {
        let placed = poured(
            &format!("{}一、任务\n任务表\n序号\t任务\n1\t抽查", "会议\n".repeat(before)),
            Area::UPRIGHT,
        );
        let page = placed.pages.iter().position(|page| !page.rules.is_empty()).expect("a table");
        let on = |page: &Page| page.runs.iter().any(|run| run.glyphs[0].ch == '一');
        assert!(on(&placed.pages[page]), "{before} rows before");
        assert_eq!(placed.bookmarks.len(), 1);
        assert_eq!((placed.bookmarks[0].page, placed.bookmarks[0].depth), (page, 1));
        assert_eq!(placed.bookmarks[0].title, "一、任务");
    }
}

#[test]
fn the_last_row_of_a_table_takes_its_neighbour_with_it() {
    for rows in 20..70 {
        let table: String = (1..=rows).map(|i| format!("{i}\t抽查\n")).collect();
        let placed = poured(&format!("序号\t任务\n{table}"), Area::UPRIGHT);
        for page in &placed.pages {
            let serials = page.runs.iter().filter(|run| run.glyphs[0].ch.is_ascii_digit()).count();
            assert!(serials >= 2, "{rows} rows");
            assert!(page.runs.iter().any(|run| run.glyphs[0].ch == '序'), "the head is repeated");
        }
    }
}
