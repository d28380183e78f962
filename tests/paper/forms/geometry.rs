//! What a ruler would find: rules meet, words stand inside their cells, nothing leaves the type area but foot and number.
//!
//! Random forms are measured as placed; typical ones on the finished PDF, read back with another library.
use press::form::Paper;
use press::page::{Face, Page};

/// Left, top, right, bottom in mm from the page's top left corner.
pub type Box4 = (f64, f64, f64, f64);

/// What is on a page, with no more meaning than ink has.
pub struct Drawn {
    pub glyphs: Vec<Box4>,
    pub rules: Vec<Box4>,
}

const MM: f64 = 25.4 / 72.0;

/// Marks whose ink keeps to the left half of their cell: the other half may be squeezed away.
const LEFT_HALF: &str = "，。、；：）〕》〉」』】〗”’";
/// Marks whose ink keeps to the right half.
const RIGHT_HALF: &str = "（〔《〈「『【〖“‘";

/// The ink box of a character whose cell begins at `x` on a baseline, level or on its head.
fn glyph_box(glyph: (Face, char), (x, y): (f64, f64), size_pt: f64, stretch: f64, on_its_head: bool) -> Box4 {
    let em = size_pt * MM;
    let (face, ch) = glyph;
    // Ink of a Chinese character lies within 0.05 em of its box.
    let (left, right) = match ch {
        _ if press::text::marks::is_narrow(ch) => (0.0, crate::fonts().advance(face, ch) * em * stretch),
        _ if LEFT_HALF.contains(ch) => (0.05 * em, 0.5 * em),
        _ if RIGHT_HALF.contains(ch) => (0.5 * em, 0.95 * em),
        _ => (0.05 * em, 0.95 * em),
    };
    let (up, down) = (0.8 * em, 0.1 * em);
    if on_its_head {
        (x - right, y - down, x - left, y + up)
    } else {
        (x + left, y - up, x + right, y + down)
    }
}

impl Drawn {
    pub fn from_placed(page: &Page) -> Self {
        let mut glyphs = Vec::new();
        for run in page.runs.iter().filter(|run| run.turn_deg == 0.0 || run.turn_deg == 180.0) {
            let head = run.turn_deg == 180.0;
            let first = run.glyphs.first().map_or(0.0, |glyph| glyph.x);
            for glyph in run.glyphs.iter().filter(|glyph| !glyph.ch.is_whitespace()) {
                let x = if head { 2.0 * first - glyph.x } else { glyph.x };
                glyphs.push(glyph_box((run.face, glyph.ch), (x, run.y), run.size_pt, run.stretch, head));
            }
        }
        let rules = page.rules.iter().map(|r| (r.x, r.y, r.x + r.w, r.y + r.h)).collect();
        Self { glyphs, rules }
    }
}

/// The type area of a form, with what hangs below it left out.
fn area(paper: Paper) -> Box4 {
    match paper {
        Paper::Upright => (25.0, 30.0, 185.0, 262.0),
        Paper::Landscape => (35.0, 25.0, 267.0, 185.0),
    }
}

/// Everything wrong with a page, in words.
pub fn check_page(page: &Drawn, paper: Paper) -> Vec<String> {
    let (left, top, right, bottom) = area(paper);
    let mut faults = Vec::new();
    let outside = |b: &Box4| b.0 < left - 0.1 || b.1 < top - 0.1 || b.2 > right + 0.1 || b.3 > bottom + 0.1;
    for rule in page.rules.iter().filter(|rule| outside(rule)) {
        faults.push(format!("rule outside the type area: {rule:?}"));
    }
    // The foot and the page number stand below the type area (landscape: also left of it).
    let marginal = |b: &Box4| b.1 > bottom || b.2 < left;
    for glyph in page.glyphs.iter().filter(|glyph| outside(glyph) && !marginal(glyph)) {
        faults.push(format!("character outside the type area: {glyph:?}"));
    }
    for glyph in &page.glyphs {
        let crosses = |r: &Box4| r.0 < glyph.2 && glyph.0 < r.2 && r.1 < glyph.3 && glyph.1 < r.3;
        faults.extend(page.rules.iter().filter(|r| crosses(r)).map(|r| format!("{glyph:?} crosses {r:?}")));
    }
    faults.extend(loose_ends(&page.rules));
    faults
}

/// Rules of tables whose ends meet no other rule. Dashes of a tear line are 3 mm long and stand free.
fn loose_ends(rules: &[Box4]) -> Vec<String> {
    let near = |x: f64, y: f64, own: &Box4| {
        rules.iter().any(|r| r != own && r.0 - 0.2 <= x && x <= r.2 + 0.2 && r.1 - 0.2 <= y && y <= r.3 + 0.2)
    };
    let mut faults = Vec::new();
    for rule in rules {
        let level = rule.2 - rule.0 > rule.3 - rule.1;
        if level && (rule.2 - rule.0 - 3.0).abs() < 1e-3 {
            continue;
        }
        let (x, y) = ((rule.0 + rule.2) / 2.0, (rule.1 + rule.3) / 2.0);
        let ends = if level { [(rule.0, y), (rule.2, y)] } else { [(x, rule.1), (x, rule.3)] };
        faults.extend(
            ends.iter().filter(|e| !near(e.0, e.1, rule)).map(|e| format!("{rule:?} ends loose at {e:?}")),
        );
    }
    faults
}

/// The finished file of a form, kept beside the build for looking at.
pub fn printed(name: &str, placed: &press::page::Placed) -> Vec<u8> {
    let created = chrono::NaiveDate::from_ymd_opt(2016, 8, 30).and_then(|day| day.and_hms_opt(9, 0, 0));
    let properties = press::pdf::Properties {
        title: placed.title.clone(),
        subject: String::new(),
        author: "示例市创建办".into(),
        created: created.expect("a day of the calendar"),
    };
    let printed =
        press::pdf::write(placed, crate::fonts(), &properties).expect("a placed form can be printed");
    assert!(printed.missing.is_empty(), "{name}: no face has {:?}", printed.missing);
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(folder.join(format!("{name}.pdf")), &printed.bytes).expect("the build folder is writable");
    printed.bytes
}

/// Filled rectangles and starting points of text on each page of a PDF, in mm from the top left corner.
pub struct Read {
    pub size: (f64, f64),
    pub rules: Vec<Box4>,
    pub texts: Vec<(f64, f64)>,
}

pub fn read_pages(bytes: &[u8]) -> Vec<Read> {
    let file = lopdf::Document::load_mem(bytes).expect("a PDF");
    file.get_pages().values().map(|id| read_page(&file, *id)).collect()
}

fn read_page(file: &lopdf::Document, id: lopdf::ObjectId) -> Read {
    let page = file.get_dictionary(id).expect("a page");
    let media = page.get(b"MediaBox").and_then(lopdf::Object::as_array).expect("a media box");
    let number = |object: &lopdf::Object| f64::from(object.as_float().expect("a number"));
    let (width, height) = (number(&media[2]), number(&media[3]));
    let content = file.get_and_decode_page_content(id).expect("page content");
    let (mut rules, mut texts) = (Vec::new(), Vec::new());
    for op in content.operations {
        let at: Vec<f64> = op.operands.iter().filter_map(|o| o.as_float().ok().map(f64::from)).collect();
        match (op.operator.as_str(), at.as_slice()) {
            ("re", [x, y, w, h]) => {
                let (top, bottom) = (height - (y + h).max(*y), height - (y + h).min(*y));
                rules.push((x * MM, top * MM, (x + w) * MM, bottom * MM));
            }
            ("Tm", [_, _, _, _, x, y]) => texts.push((x * MM, (height - y) * MM)),
            _ => {}
        }
    }
    Read { size: (width * MM, height * MM), rules, texts }
}

#[test]
fn on_the_finished_pdf_rules_meet_and_words_stay_in_their_cells() {
    for (name, form) in super::fixtures::all() {
        if !form.seat_cards.is_empty() {
            continue;
        }
        let placed = press::layout::place_form(&form, crate::fonts()).expect("a fixture can be placed");
        let pages = read_pages(&printed(name, &placed));
        assert_eq!(pages.len(), placed.pages.len(), "{name}");
        for (read, page) in pages.into_iter().zip(&placed.pages) {
            assert!((read.size.0 - page.w).abs() < 0.1 && (read.size.1 - page.h).abs() < 0.1, "{name}: A4");
            assert_eq!(read.rules.len(), page.rules.len(), "{name}: every rule is one rectangle");
            let (left, top, ..) = area(form.paper);
            let astray =
                |p: &&(f64, f64)| p.0 < left - 10.0 || p.1 < top - 0.1 || p.0 > page.w || p.1 > page.h;
            assert_eq!(read.texts.iter().find(astray), None, "{name}: text on the sheet's edge");
            let drawn = Drawn { rules: read.rules, ..Drawn::from_placed(page) };
            let faults = check_page(&drawn, form.paper);
            assert!(faults.is_empty(), "{name}: {}", faults.join("\n"));
        }
    }
}

#[test]
fn the_frame_is_thicker_than_the_rules_inside() {
    let placed =
        press::layout::place_form(&super::leave_slip(), crate::fonts()).expect("a fixture can be placed");
    let read = &read_pages(&printed("leave_slip_frame", &placed))[0];
    let thickness = |r: &Box4| ((r.2 - r.0).min(r.3 - r.1) * 100.0).round() / 100.0;
    let frame = read.rules.iter().filter(|r| (thickness(r) - 0.5).abs() < 0.011).count();
    let inner = read.rules.iter().filter(|r| (thickness(r) - 0.25).abs() < 0.011).count();
    assert_eq!(frame, 4);
    assert_eq!(inner, read.rules.len() - 4);
}

#[test]
fn a_seat_card_reads_from_both_sides_of_the_table() {
    let placed =
        press::layout::place_form(&super::seat_cards(), crate::fonts()).expect("a fixture can be placed");
    let pages = read_pages(&printed("seat_cards", &placed));
    assert_eq!(pages.len(), 5, "one sheet a card");
    for (page, read) in placed.pages.iter().zip(&pages) {
        assert!((read.size.0 - 297.0).abs() < 0.1 && (read.size.1 - 210.0).abs() < 0.1);
        let level: Vec<_> = page.runs.iter().filter(|run| run.turn_deg == 0.0).collect();
        let turned: Vec<_> = page.runs.iter().filter(|run| run.turn_deg == 180.0).collect();
        assert_eq!(level.len(), turned.len());
        for (down, up) in level.iter().zip(turned) {
            assert!(down.y > 105.0 && up.y < 105.0, "one side each of the fold");
            assert!((down.y + up.y - 210.0).abs() < 1e-6 && down.size_pt == up.size_pt);
        }
        for (x0, _, x1, _) in Drawn::from_placed(page).glyphs {
            assert!(x0 > 48.5 && x1 < 248.5, "within 200 mm");
        }
    }
    let name = |page: usize| placed.pages[page].runs.iter().map(|run| run.size_pt).fold(0.0, f64::max);
    assert!(name(0) > 140.0 && name(1) > 140.0 && name(2) > 110.0 && name(3) > 50.0, "as large as fits");
}

#[test]
fn a_head_is_repeated_and_no_row_is_torn() {
    let placed = press::layout::place_form(&super::sign_in_sheet(60), crate::fonts())
        .expect("a fixture can be placed");
    assert!(placed.pages.len() > 1);
    let words =
        |page: &Page| page.runs.iter().flat_map(|run| run.glyphs.iter().map(|g| g.ch)).collect::<String>();
    for (i, page) in placed.pages.iter().enumerate() {
        let text = words(page);
        assert!(text.contains("职务") && text.contains("签名"), "page {} has the head", i + 1);
        assert!(text.contains(&format!("— {} —", i + 1)), "page {} has its number", i + 1);
    }
    let last = words(placed.pages.last().expect("pages"));
    assert!(last.contains("13800000060") && last.contains("记录人"), "the closing line keeps a row with it");
}

#[test]
fn page_numbers_keep_their_official_place_on_both_papers() {
    let upright = press::layout::place_form(&super::sign_in_sheet(60), crate::fonts()).expect("placed");
    let landscape = press::layout::place_form(&super::directory(), crate::fonts()).expect("placed");
    for (a, b) in upright.pages.iter().zip(&landscape.pages) {
        let number =
            |page: &Page| page.runs.iter().find(|run| run.face == Face::Song && run.size_pt == 14.0).cloned();
        let (a, b) = (number(a).expect("a number"), number(b).expect("a number"));
        // The landscape sheet turned upright again shows its number where an upright page has it.
        assert!((297.0 - b.glyphs[0].x - a.y).abs() < 1e-6 && (b.y - a.glyphs[0].x).abs() < 1e-6);
        assert_eq!(b.turn_deg, -90.0);
        // 7 mm from the type area (262 mm) to the top edge of the dash (GB/T 9704-2012, 7.5).
        let (_, top) = crate::fonts().ink(Face::Song, '—').expect("a dash");
        assert!((a.y - top * 14.0 * MM - 269.0).abs() < 0.01);
    }
}

#[test]
fn a_ledger_on_paper_numbers_its_pages_of_all() {
    let ledger = crate::ledgers::address_book(40);
    let placed = press::layout::place_ledger(&ledger, crate::fonts()).expect("placed");
    let total = placed.pages.len();
    assert!(total > 1 && placed.pages[0].w > placed.pages[0].h, "eight columns lie landscape");
    let pages = read_pages(&printed("ledger", &placed));
    for (i, (page, read)) in placed.pages.iter().zip(pages).enumerate() {
        let text: String = page.runs.iter().flat_map(|run| run.glyphs.iter().map(|g| g.ch)).collect();
        assert!(text.contains(&format!("第 {} 页 共 {total} 页", i + 1)), "{text}");
        let faults = check_page(&Drawn { rules: read.rules, ..Drawn::from_placed(page) }, Paper::Landscape);
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
}
