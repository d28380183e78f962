//! Pages of the Word file: grid, numbers, watermarks, landscape sheets, what floats.
use crate::docx_read::{Node, document, parts, styled, tree};
use crate::docx_samples::file;

#[test]
fn body_text_is_set_on_the_grid_of_the_standard() {
    let parts = parts(file("通知14"));
    let styles = tree(&parts["word/styles.xml"]);
    let style =
        |id: &str| styles.find("w:style").find(|s| s.attribute("w:styleId") == id).expect("a style").clone();
    let normal = style("Normal");
    let spacing = normal.child("w:pPr").and_then(|p| p.child("w:spacing")).expect("a line pitch");
    assert_eq!((spacing.attribute("w:line"), spacing.attribute("w:lineRule")), ("579", "exact"));
    assert_eq!(normal.value("w:widowControl"), Some("0"));
    assert_eq!(
        style("OfficialText").find("w:ind").next().expect("an indent").attribute("w:firstLineChars"),
        "200"
    );
    let fonts = styles.find("w:rFonts").next().expect("faces");
    assert_eq!(fonts.attribute("w:eastAsia"), "仿宋_GB2312");
    let document = tree(&parts["word/document.xml"]);
    for section in document.find("w:sectPr") {
        let margins = section.child("w:pgMar").expect("margins");
        let margin = |name: &str| margins.attribute(name).parse::<f64>().expect("twips") / 1440.0 * 25.4;
        for (name, mm) in [("w:top", 37.0), ("w:left", 28.0), ("w:right", 26.0), ("w:bottom", 35.0)] {
            assert!((margin(name) - mm).abs() < 0.02, "{name} is {} mm", margin(name));
        }
        let grid = section.child("w:docGrid").expect("a grid");
        assert_eq!((grid.attribute("w:type"), grid.attribute("w:linePitch")), ("lines", "579"));
        // 22 lines and 28 characters, and not one more.
        let size = section.child("w:pgSz").expect("a size");
        let number = |node: &Node, name: &str| node.attribute(name).parse::<i32>().expect("twips");
        let height = number(size, "w:h") - number(margins, "w:top") - number(margins, "w:bottom");
        let width = number(size, "w:w") - number(margins, "w:left") - number(margins, "w:right");
        assert_eq!((height / 579, width / 315), (22, 28));
    }
}

#[test]
fn odd_and_even_pages_have_their_numbers_and_a_letters_first_page_none() {
    let parts = parts(file("通知14"));
    assert!(tree(&parts["word/settings.xml"]).child("w:evenAndOddHeaders").is_some());
    for (pages, align) in [("default", "right"), ("even", "left")] {
        let footer = tree(&parts[&format!("word/footer-{pages}.xml")]);
        assert_eq!(footer.value("w:jc"), Some(align));
        assert!(footer.find("w:instrText").any(|field| field.text.trim() == "PAGE"));
        assert_eq!(footer.words(), "—1—");
    }
    let letter = document(file("函09"));
    let section = letter.find("w:sectPr").next().expect("a section");
    assert!(section.child("w:titlePg").is_some());
    let first = section.find("w:footerReference").any(|footer| footer.attribute("w:type") == "first");
    assert!(first, "its first page has a footer of its own");
}

#[test]
fn watermarks_stand_in_the_headers_of_all_pages() {
    let parts = parts(file("全件04"));
    for pages in ["default", "even", "first"] {
        let header = tree(&parts[&format!("word/header-{pages}.xml")]);
        let shapes = header.find("v:shape").flat_map(|shape| shape.find("v:textpath"));
        let words: Vec<&str> = shapes.map(|path| path.attribute("string")).collect();
        assert_eq!(words, ["送审稿", "示　例"]);
    }
    let plain = crate::docx_read::parts(file("通知14"));
    assert!(plain.keys().all(|path| !path.contains("header")), "no watermark, no header");
}

#[test]
fn tables_repeat_their_head_and_landscape_annexes_lie_on_their_side() {
    let document = document(file("全件04"));
    let table = document.find("w:tbl").find(|table| table.words().contains("序号")).expect("the table");
    let rows: Vec<&Node> = table.find("w:tr").collect();
    assert_eq!(rows.len(), 4);
    assert!(rows[0].find("w:tblHeader").next().is_some() && rows[1].find("w:tblHeader").next().is_none());
    let turned: Vec<bool> = document
        .find("w:pgSz")
        .map(|size| size.attribute("w:orient") == "landscape" && size.attribute("w:w") == "16838")
        .collect();
    assert_eq!(turned[..3], [false, true, false]);
    let imprint =
        document.find("w:tbl").find(|table| table.words().starts_with("抄送：")).expect("the imprint");
    let place = imprint.find("w:tblpPr").next().expect("it floats");
    assert_eq!((place.attribute("w:vertAnchor"), place.attribute("w:tblpYSpec")), ("margin", "bottom"));
}

#[test]
fn titles_are_broken_where_paper_breaks_them() {
    let document = document(file("通知14"));
    let title = styled(&document, "Title");
    let lines: Vec<String> = title[0].find("w:t").map(|t| t.text.clone()).collect();
    assert_eq!(lines, ["示例市人民政府关于开展创建", "全国质量强市示范城市工作的通知"]);
    assert_eq!(title[0].find("w:br").count(), 1);
}

#[test]
fn seals_float_over_name_and_date() {
    let document = document(file("联合行文03"));
    assert_eq!(document.find("wp:anchor").count(), 3, "one for each authority");
    let date = styled(&document, "Dated");
    assert_eq!(date[0].find("wp:anchor").count(), 3, "they move with the date");
    let images = parts(file("联合行文03")).keys().filter(|path| path.starts_with("word/media/")).count();
    assert_eq!(images, 3);
}

#[test]
fn red_rules_stand_at_both_sides_of_a_columns_name() {
    let document = document(file("简报07"));
    let names = styled(&document, "Column");
    assert!(!names.is_empty());
    for name in names {
        let rules: Vec<&Node> = name.find("v:rect").collect();
        assert_eq!(rules.len(), 2, "{}", name.words());
        let style = |rule: &Node, key: &str| {
            let found = rule
                .attribute("style")
                .split(';')
                .find_map(|part| part.trim().strip_prefix(key).map(str::to_owned));
            found.and_then(|v| v.trim_end_matches("pt").parse::<f64>().ok()).expect("points")
        };
        let ends = |rule: &Node| {
            let left = style(rule, "margin-left:");
            (left, left + style(rule, "width:"))
        };
        let ((a, b), (c, d)) = (ends(rules[0]), ends(rules[1]));
        let width = 156.0 * 72.0 / 25.4;
        assert!(a == 0.0 && b < c && (d - width).abs() < 0.2, "{a} {b} {c} {d}");
        assert!((b - (width - c)).abs() < 3.0, "as long on both sides: {b} and {}", width - c);
        assert!(rules.iter().all(|rule| rule.attribute("fillcolor") == "#DE0000"));
    }
}

#[test]
fn merged_cells_are_merged_in_word() {
    let body = "任务如下。\n任务表\n序号\t数量\t<<\n^^\t上年\t本年\n1\t35\t36\n合计\t71\t<<";
    let document = press::document::Document { body: body.into(), ..crate::docx_samples::notice(1) };
    let fonts = crate::fonts();
    let file = press::docx::write_document(&document, fonts, &crate::docx_samples::properties("示例"));
    let document = crate::docx_read::document(&file.expect("a file"));
    let table = document.find("w:tbl").find(|table| table.words().contains("序号")).expect("the table");
    let rows: Vec<&Node> = table.find("w:tr").collect();
    let cells: Vec<usize> = rows.iter().map(|row| row.find("w:tc").count()).collect();
    assert_eq!(cells, [2, 3, 3, 2]);
    let merged: Vec<&str> = table.find("w:vMerge").map(|node| node.attribute("w:val")).collect();
    assert_eq!(merged, ["restart", "continue"]);
    assert_eq!(table.find("w:gridSpan").map(|node| node.attribute("w:val")).collect::<Vec<_>>(), ["2", "2"]);
    assert_eq!(rows.iter().filter(|row| row.find("w:tblHeader").next().is_some()).count(), 2);
    assert!(!table.words().contains(['<', '^']));
}

#[test]
fn the_guide_of_a_bulletin_names_the_pages_of_its_items() {
    let document = document(file("简报07"));
    let entries = styled(&document, "TOC2");
    let shown: Vec<String> =
        entries.iter().map(|entry| entry.words().chars().rev().take(1).collect()).collect();
    let placed = press::layout::place_bulletin(&crate::docx_samples::bulletin(7), crate::fonts());
    let placed = placed.expect("a sample can be placed");
    let items = placed.bookmarks.iter().filter(|mark| mark.depth == 2);
    let pages: Vec<String> = items.map(|mark| (mark.page + 1).to_string()).collect();
    assert_eq!(shown, pages);
    let targets: Vec<&str> = document.find("w:bookmarkStart").map(|mark| mark.attribute("w:name")).collect();
    assert_eq!(targets.len(), 7);
    for (entry, target) in entries.iter().zip(targets) {
        assert!(entry.find("w:instrText").any(|field| field.text.contains(target)), "{target}");
    }
}
