//! Stamps and spines with a ruler: on the finished PDF each is as large as it should be and where its label is.
use press::form::{Block, Plate, STOCKS, Stock};
use press::forms::*;
use press::page::Ink;

use super::super::geometry::{Box4, Drawn, printed, read_pages};
use super::{head, place};

fn stamps(stock: &Stock, start: usize, count: usize) -> ArchiveStamps {
    let one = |i: usize| ArchiveStamp {
        fonds: "Z109".into(),
        year: "2016".into(),
        number: format!("{:04}", i + 1),
        matter: "办公室".into(),
        retention: "30年".into(),
        pages: (i + 2).to_string(),
    };
    ArchiveStamps { stock: stock.key.into(), start, stamps: (0..count).map(one).collect() }
}

/// Upper left corners and sizes of the stamps: each has four rules of 0.5 mm around it.
fn frames(rules: &[Box4]) -> Vec<(f64, f64)> {
    let near = |a: f64, b: f64| (a - b).abs() < 0.02;
    let tops = rules.iter().filter(|r| near(r.3 - r.1, 0.5) && near(r.2 - r.0, STAMP_SIZE.0));
    let mut corners: Vec<(f64, f64)> = tops
        .filter(|t| rules.iter().any(|b| near(b.0, t.0) && near(b.2, t.2) && near(b.3, t.1 + STAMP_SIZE.1)))
        .map(|t| (t.0, t.1))
        .collect();
    corners.sort_by(|a, b| (a.1, a.0).partial_cmp(&(b.1, b.0)).expect("no NaN"));
    corners
}

#[test]
fn a_stamp_is_45_by_16_mm_with_six_equal_cells_in_red() {
    let placed = place(&stamps(&STOCKS[0], 1, 1).form(&head())).expect("placed");
    let page = &placed.pages[0];
    assert!(page.rules.iter().all(|r| r.ink == Ink::Red) && page.runs.iter().all(|r| r.ink == Ink::Red));
    let rules = &read_pages(&printed("archive_stamp_one", &placed))[0].rules;
    let extent =
        |pick: fn(&Box4) -> f64, f: fn(f64, f64) -> f64| rules.iter().map(pick).reduce(f).expect("rules");
    let (left, right) = (extent(|r| r.0, f64::min), extent(|r| r.2, f64::max));
    let (top, bottom) = (extent(|r| r.1, f64::min), extent(|r| r.3, f64::max));
    assert!((right - left - 45.0).abs() < 0.02 && (bottom - top - 16.0).abs() < 0.02, "{rules:?}");
    // Inner rules: the middles of two upright ones and a level one part the stamp into cells of 15 × 8 mm.
    let inner = |level: bool| {
        let thin = rules.iter().filter(move |r| ((r.2 - r.0).min(r.3 - r.1) - 0.25).abs() < 0.02);
        thin.filter(move |r| (r.2 - r.0 > r.3 - r.1) == level).copied().collect::<Vec<Box4>>()
    };
    let mut uprights: Vec<f64> = inner(false).iter().map(|r| (r.0 + r.2) / 2.0 - left).collect();
    uprights.sort_by(f64::total_cmp);
    assert_eq!(uprights.len(), 2);
    assert!((uprights[0] - 15.0).abs() < 0.02 && (uprights[1] - 30.0).abs() < 0.02, "{uprights:?}");
    let levels = inner(true);
    assert_eq!(levels.len(), 1);
    assert!(((levels[0].1 + levels[0].3) / 2.0 - top - 8.0).abs() < 0.02, "{levels:?}");
}

#[test]
fn stamps_stand_in_the_middle_of_their_labels_on_every_stock() {
    for stock in STOCKS {
        let (start, count) = (stock.per_sheet() - 2, 5);
        let placed = place(&stamps(stock, start, count).form(&head())).expect("placed");
        let read = read_pages(&printed(&format!("stamps_{}", stock.key), &placed));
        let found: Vec<Vec<(f64, f64)>> = read.iter().map(|page| frames(&page.rules)).collect();
        assert_eq!(
            found.iter().map(Vec::len).collect::<Vec<_>>(),
            [3, 2],
            "{}: used labels stay free",
            stock.key
        );
        for (i, (x, y)) in found.concat().into_iter().enumerate() {
            let at = (start - 1 + i) % stock.per_sheet();
            let (left, top) = stock.place(at);
            let wanted = (left + (stock.label.0 - 45.0) / 2.0, top + (stock.label.1 - 16.0) / 2.0);
            assert!((x - wanted.0).abs() < 0.02 && (y - wanted.1).abs() < 0.02, "{}: {x} {y}", stock.key);
        }
    }
}

#[test]
fn label_sheets_lie_on_a4_and_their_labels_do_not_overlap() {
    for stock in STOCKS {
        let (x, y) = stock.place(stock.per_sheet() - 1);
        assert!(x + stock.label.0 <= 210.01 && y + stock.label.1 <= 297.01, "{}", stock.key);
        assert!(
            stock.pitch.0 >= stock.label.0 - 0.01 && stock.pitch.1 >= stock.label.1 - 0.01,
            "{}",
            stock.key
        );
        // Sheets are sold symmetrical: what is left at one edge is left at the other.
        assert!((210.0 - x - stock.label.0 - stock.first.0).abs() < 0.3, "{} across", stock.key);
        assert!((297.0 - y - stock.label.1 - stock.first.1).abs() < 0.3, "{} down", stock.key);
        assert!(stock.name.contains(&format!("{}枚", stock.per_sheet())) || stock.key == "a4_whole");
    }
}

#[test]
fn a_start_beyond_the_sheet_and_a_plate_beyond_its_label_are_refused() {
    let message = place(&stamps(&STOCKS[0], 41, 1).form(&head())).unwrap_err().message;
    assert!(message.contains("第 41 枚") && message.contains("1 至 40"), "{message}");
    let large = Plate {
        width_mm: 60.0,
        height_mm: 16.0,
        ink: Ink::Red,
        table: press::form::Table { widths: vec![1.0], size_pt: 12.0, head_rows: 0, rows: Vec::new() },
    };
    let labels = Block::Labels { stock: STOCKS[0], start: 1, plates: vec![large] };
    let form = press::Form { blocks: vec![labels.clone()], ..super::super::leave_slip() };
    assert!(place(&form).unwrap_err().message.contains("换一种标签纸"));
    let mixed = press::Form { blocks: vec![labels, Block::Space(1.0)], ..form };
    assert!(place(&mixed).unwrap_err().message.contains("分开打印"));
    let long = ArchiveStamps {
        stamps: vec![ArchiveStamp { matter: "质".repeat(80), ..ArchiveStamp::default() }],
        ..ArchiveStamps::default()
    };
    let message = place(&long.form(&head())).unwrap_err().message;
    assert!(message.contains("80 字") && message.contains("简称"), "{message}");
}

#[test]
fn words_on_stamps_and_spines_stay_in_their_cells() {
    let spines = super::filled("spine_labels", super::samples()["spine_labels"].clone());
    let stamps = super::filled("archive_stamps", super::samples()["archive_stamps"].clone());
    for form in [spines, stamps] {
        for page in place(&form).expect("placed").pages {
            let drawn = Drawn::from_placed(&page);
            for glyph in &drawn.glyphs {
                let crosses = |r: &&Box4| r.0 < glyph.2 && glyph.0 < r.2 && r.1 < glyph.3 && glyph.1 < r.3;
                assert_eq!(drawn.rules.iter().find(crosses), None, "{glyph:?}");
            }
        }
    }
}

#[test]
fn spines_are_20_30_40_and_50_mm_wide_with_marks_to_cut_along() {
    let placed = place(&SpineLabels::default().form(&head())).expect("placed");
    assert_eq!(placed.pages.len(), 1, "one of each width stands on one sheet");
    let rules = &read_pages(&printed("spines", &placed))[0].rules;
    let tops = rules.iter().filter(|r| (r.3 - r.1 - 0.5).abs() < 0.02 && r.2 - r.0 > 15.0);
    let mut widths: Vec<i64> = tops.map(|r| ((r.2 - r.0) * 10.0).round() as i64).collect();
    widths.sort_unstable();
    assert_eq!(widths, [200, 200, 300, 300, 400, 400, 500, 500]);
    let heights = rules.iter().filter(|r| (r.2 - r.0 - 0.5).abs() < 0.02).map(|r| r.3 - r.1);
    assert!(heights.into_iter().all(|h| (h - SPINE_HEIGHT).abs() < 0.02));
    let marks = rules.iter().filter(|r| ((r.2 - r.0).min(r.3 - r.1) - 0.15).abs() < 0.02);
    assert_eq!(marks.count(), 4 * 8, "two at each corner");
}
