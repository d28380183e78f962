//! Random documents: everything they say stands on the pages in its order, inside the type area, nothing over another.
use press::document::{Annex, Document, Sealing};
use press::page::{Ink, Page, Placed, Run};
use proptest::prelude::*;

use crate::official_samples::*;

const MM: f64 = 25.4 / 72.0;

fn words() -> impl Strategy<Value = String> {
    "(质量|强市|示范|城市|工作|领导小组|方案|考核|监督|通知|企业|品牌|的|和){3,40}"
}

fn sentence() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => (words(), words()).prop_map(|(a, b)| format!("{a}，{b}。")),
        1 => words().prop_map(|a| format!("一、{}", a.chars().take(20).collect::<String>())),
        1 => words().prop_map(|a| format!("（二）{}。{a}。", a.chars().take(8).collect::<String>())),
        1 => (words(), 1..99999u32).prop_map(|(a, n)| format!("{a}{n}家，于2016年9月10日前（{a}）。")),
    ]
}

prop_compose! {
    fn document()(
        which in 0..5usize,
        title in words(),
        body in prop::collection::vec(sentence(), 0..40),
        to in prop::collection::vec(words(), 0..12),
        copies in prop::collection::vec(words(), 0..10),
        sealing in 0..3usize,
        count in 1..6usize,
        note in prop::option::of("[质量强市]{2,30}"),
        annexes in prop::collection::vec((words(), prop::collection::vec(sentence(), 0..12), any::<bool>()), 0..4),
    ) -> Document {
        let base = [red_head(0), upward(&["张示例", "李示例", "王示例"]), letter(0), order(), joint(count)][which].clone();
        let authorities = joint(count).authorities;
        let sealing = [Sealing::Seal, Sealing::None, Sealing::Stamp][sealing];
        let annexes = annexes.into_iter().map(|(title, body, landscape)| Annex { title, body: body.join("\n"), landscape });
        Document {
            title: title.chars().take(60).collect(),
            body: body.join("\n"),
            to,
            copies_to: copies,
            sealing,
            authorities,
            note: note.unwrap_or_default(),
            annexes: annexes.collect(),
            ..base
        }
    }
}

/// What stands on the pages, without blanks, in the order in which it was set.
fn shown(placed: &Placed, filter: impl Fn(&Run) -> bool) -> String {
    let runs = placed.pages.iter().flat_map(|page| page.runs.iter()).filter(|run| filter(run));
    runs.flat_map(|run| run.glyphs.iter().map(|glyph| glyph.ch)).filter(|ch| !ch.is_whitespace()).collect()
}

fn without_blanks(text: &str) -> String {
    text.chars().filter(|ch| !ch.is_whitespace()).collect()
}

/// Width of a character as it is drawn, at least; mm.
fn wide(run: &Run, ch: char) -> f64 {
    run.size_pt * MM * run.stretch * if press::text::marks::is_narrow(ch) || press::text::marks::not_first(ch) { 0.4 } else { 0.95 }
}

fn leaves_the_type_area(page: &Page, letter_front: bool) -> Option<String> {
    let (left, right, top, foot) = match (page.w > page.h, letter_front) {
        (true, _) => (35.0, 260.0, 28.0, 184.0),
        (_, true) => (28.0, 184.0, 29.0, 272.5),
        _ => (28.0, 184.0, 37.0, 262.0),
    };
    let number = |run: &Run| (run.size_pt - 14.0).abs() < 0.01 && run.y > 265.0;
    let runs = page.runs.iter().filter(|run| run.turn_deg == 0.0 && !number(run));
    let mut out = runs.flat_map(|run| run.glyphs.iter().map(move |glyph| (run, glyph))).filter(|(run, glyph)| {
        let white = if press::text::marks::white_left(glyph.ch) { run.size_pt * MM / 2.0 } else { 0.0 };
        glyph.x + white < left - 0.1
            || glyph.x + wide(run, glyph.ch) > right + 0.2
            || run.y - 0.88 * run.size_pt * MM < top - 0.1
            || run.y + 0.12 * run.size_pt * MM > foot + 0.1
    });
    out.next().map(|(run, glyph)| format!("{} at {:.1}, {:.1}", glyph.ch, glyph.x, run.y))
}

/// Two baselines nearer to each other than a line of their size allows, one over the other.
fn overlap(page: &Page) -> Option<String> {
    let level: Vec<&Run> =
        page.runs.iter().filter(|run| run.turn_deg == 0.0 && run.ink != Ink::Grey && !run.glyphs.is_empty()).collect();
    for (i, a) in level.iter().enumerate() {
        for b in &level[i + 1..] {
            let close = (a.y - b.y).abs() < 0.9 * a.size_pt.min(b.size_pt) * MM;
            let over = |g: f64, run: &Run| {
                run.glyphs.iter().any(|other| (other.x - g).abs() < 0.3 * run.size_pt * MM * run.stretch.min(1.0))
            };
            if close && a.glyphs.iter().any(|g| !g.ch.is_whitespace() && over(g.x, b)) {
                let say = |run: &Run| run.glyphs.iter().map(|g| g.ch).collect::<String>();
                return Some(format!("“{}” over “{}” at {:.1} and {:.1}", say(a), say(b), a.y, b.y));
            }
        }
    }
    None
}

/// A seal over anything but signature, date and stamp: over text of the body or over the imprint.
fn seal_over_text(page: &Page) -> Option<String> {
    page.images.iter().find_map(|seal| {
        let rules = page.rules.iter().any(|rule| rule.y > seal.y && rule.y < seal.y + seal.h && rule.ink == Ink::Black);
        let lines = page.runs.iter().filter(|run| {
            let foot = run.y + 0.12 * run.size_pt * MM;
            let top = run.y - 0.88 * run.size_pt * MM;
            let beside = |x: f64| x < seal.x + seal.w && x + 5.0 > seal.x;
            foot > seal.y + 0.05 && top < seal.y + seal.h - 0.05 && run.glyphs.iter().any(|g| beside(g.x))
        });
        let text: String = lines.flat_map(|run| run.glyphs.iter().map(|g| g.ch)).collect();
        (rules || text.contains('，') || text.contains('。')).then(|| format!("{text} under a seal"))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn everything_a_document_says_is_printed_in_order(document in document()) {
        let placed = match press::layout::place_document(&document, crate::fonts()) {
            Ok(placed) => placed,
            Err(fault) => {
                prop_assert!(fault.message.contains("请精简") || fault.message.contains("请用统称"), "{}", fault);
                return Ok(());
            }
        };
        let text = shown(&placed, |run| (run.size_pt - 16.0).abs() < 0.01 && run.turn_deg == 0.0);
        prop_assert!(text.contains(&without_blanks(&document.body)), "body: {}", text);
        for annex in &document.annexes {
            prop_assert!(text.contains(&without_blanks(&annex.body)), "annex: {}", text);
        }
        let all = shown(&placed, |run| run.turn_deg == 0.0);
        prop_assert!(all.contains(&document.title) && all.contains(&document.note), "{}", all);
        prop_assert!(document.to.is_empty() || all.contains(&document.to.join("，")), "{}", all);
        prop_assert!(document.copies_to.is_empty() || all.contains(&document.copies_to.join("，")), "{}", all);
        prop_assert!(all.contains("2016年8月30日"));
    }

    #[test]
    fn nothing_leaves_the_type_area_and_nothing_lies_over_another(document in document()) {
        let Ok(placed) = press::layout::place_document(&document, crate::fonts()) else { return Ok(()) };
        let letter = document.kind == press::document::Kind::Letter;
        for (at, page) in placed.pages.iter().enumerate() {
            prop_assert_eq!(leaves_the_type_area(page, letter && at == 0), None);
            prop_assert_eq!(overlap(page), None);
            if document.sealing == Sealing::Seal {
                prop_assert_eq!(seal_over_text(page), None);
            }
            let (right, foot) = if page.w > page.h { (260.0, 184.0) } else { (184.0, 272.5) };
            prop_assert!(page.images.iter().all(|i| i.x >= 27.9 && i.x + i.w <= right + 0.1 && i.y + i.h <= foot + 0.1));
        }
        let begins: String = without_blanks(&document.body).chars().take(10).collect();
        let first = Placed { pages: placed.pages[..1].to_vec(), ..Placed::default() };
        let shown = shown(&first, |run| run.size_pt == 16.0);
        prop_assert!(shown.contains(&begins), "the first page shows text: {}", shown);
        prop_assert!(letter || document.copies_to.is_empty() || placed.pages.len() % 2 == 0);
    }
}
