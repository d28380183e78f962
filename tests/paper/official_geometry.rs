//! Documents under a red head on the finished PDF, measured with a ruler (GB/T 9704-2012, 7.2 and 7.3.1 to 7.3.3).
use press::document::{Document, Urgency};

use crate::minutes_read::Drawn;
use crate::official_ruler::*;
use crate::official_samples::*;

#[test]
fn a_red_head_stands_where_the_standard_says() {
    for mark in ["示例市人民政府文件", "中共示例市委文件", "示例市质量强市工作领导小组办公室文件"] {
        let sheets = sheets("head", &Document { mark: mark.into(), ..red_head(3) });
        let page = &sheets[0];
        near(mark_ink(page), 37.0 + 35.0, mark);
        let number = line(page, 16.0, "示府发〔2016〕8号");
        let foot_of_mark = mark_foot(page);
        near(empty_lines(foot_of_mark, number[0]) * ROW, 2.0 * ROW, "two lines below the mark");
        let (left, right) = (left_of(&number, "示府发"), right_of(&number, "号"));
        near(left - LEFT, RIGHT - right, "the number is centred");
        let rules = red_rules(page);
        assert_eq!(rules.len(), 1);
        near(rules[0].0 - foot(number[0]), 4.0, "rule below the number");
        near(rules[0].2, LEFT, "rule's left end");
        near(rules[0].3, 156.0, "rule's width");
        let title = page.lines(22.0).into_iter().find(|line| !red(&line[0].ink)).expect("a title");
        near(empty_lines(rules[0].0 + rules[0].1, title[0]) * ROW, 2.0 * ROW, "two lines below the rule");
    }
}

#[test]
fn the_mark_is_red_large_and_inside_the_type_area() {
    for mark in ["国务院文件", "示例市人民政府文件", "示例市创建全国质量强市示范城市工作领导小组文件"] {
        let sheets = sheets("mark", &Document { mark: mark.into(), ..red_head(1) });
        let red: Vec<&Drawn> = sheets[0].glyphs.iter().filter(|g| red(&g.ink)).collect();
        assert_eq!(said(&red), mark);
        for glyph in red {
            let (wide, tall) = (glyph.size * MM * glyph.stretch, glyph.size * MM);
            assert!(wide <= 15.01 && (9.0..=22.01).contains(&tall), "{mark}: {wide} × {tall} mm");
            assert!(tall <= wide * 1.61, "{mark}: in harmony, not {wide} × {tall} mm");
            assert!(glyph.x >= LEFT - 0.1 && glyph.x + wide <= RIGHT + 0.1, "{mark}: {glyph:?}");
        }
    }
}

#[test]
fn title_recipients_and_text_follow_on_the_grid() {
    let sheets = sheets("grid", &red_head(4));
    let page = &sheets[0];
    let title = page.lines(22.0);
    let title = title.iter().rfind(|line| !red(&line[0].ink)).expect("a title");
    let to = line(page, 16.0, "有关单位：");
    let title_row = title[0].y + (ROW - 22.0 * MM) / 2.0 + 0.12 * 22.0 * MM;
    near(empty_lines(title_row, to[0]) * ROW, ROW, "one line below the title");
    near(left_of(&to, "各县"), LEFT, "recipients flush left");
    let text = line(page, 16.0, "一、总体要求");
    near(text[0].y - to[0].y, ROW, "the text right below");
    for line in page.lines(16.0) {
        let row = (line[0].y - (37.0 + ROW / 2.0 + 0.38 * BODY)) / ROW;
        let below_title = line[0].y > title[0].y;
        assert!(!below_title || (row - row.round()).abs() < 0.02, "{} is off the grid: {row}", said(&line));
    }
}

#[test]
fn long_recipients_return_flush_left_and_end_with_a_full_width_colon() {
    let to: Vec<String> = (0..9).map(|i| format!("示例市第{i}号成员单位")).collect();
    let sheets = sheets("recipients", &Document { to, ..red_head(3) });
    let lines: Vec<_> = sheets[0].lines(16.0);
    let first = lines.iter().position(|line| said(line).starts_with("示例市第0号")).expect("recipients");
    let last = lines.iter().position(|line| said(line).ends_with('：')).expect("a colon");
    assert!(last > first);
    for line in &lines[first..=last] {
        near(line[0].x, LEFT, &said(line));
    }
}

#[test]
fn recipients_without_room_go_to_the_imprint_and_the_first_page_shows_text() {
    let to: Vec<String> = (0..40).map(|i| format!("示例市第{i}号成员单位")).collect();
    let sheets = sheets("moved", &Document { to: to.clone(), ..red_head(3) });
    assert!(sheets[0].text(16.0).contains("总体要求"), "{}", sheets[0].text(16.0));
    assert!(!sheets[0].text(16.0).contains("第0号"));
    let imprint = sheets.last().expect("a page");
    let text = imprint.text(14.0);
    let (to_at, copies_at) = (text.find("主送：示例市第0号").expect("主送"), text.find("抄送：").expect("抄送"));
    assert!(to_at < copies_at, "主送 above 抄送");
    assert!(text.contains("第39号成员单位。"), "all of them: {text}");
    let heights: Vec<f64> = imprint.bars.iter().map(|bar| (bar.h * 100.0).round() / 100.0).collect();
    assert_eq!(heights.iter().filter(|h| **h == 0.25).count(), 1, "no rule between 主送 and 抄送: {heights:?}");
}

#[test]
fn copy_number_and_urgency_stand_in_the_upper_left_corner() {
    let document = Document { copy_number: Some(17), urgency: Some(Urgency::More), ..red_head(2) };
    let sheets = sheets("corner", &document);
    let (copy, urgency) = (line(&sheets[0], 16.0, "000017"), line(&sheets[0], 16.0, "加急"));
    for (row, line) in [&copy, &urgency].into_iter().enumerate() {
        near(line[0].x, LEFT + if row == 0 { (CELL / 2.0 - 0.5 * BODY) / 2.0 } else { 0.0 }, "flush left");
        near(line[0].y - 0.38 * BODY - ROW / 2.0, 37.0 + row as f64 * ROW, "its row");
    }
    assert!(urgency.iter().all(|g| g.font.contains("Hei")));
    let alone = Document { copy_number: None, ..document };
    let sheets = crate::official_samples::sheets("urgency", &alone);
    near(line(&sheets[0], 16.0, "加急")[0].y - 0.38 * BODY - ROW / 2.0, 37.0, "alone it has the first line");
}

#[test]
fn an_upward_document_names_its_signer_on_the_numbers_line() {
    let sheets = sheets("signer", &upward(&["张三丰"]));
    let line = line(&sheets[0], 16.0, "签发人：");
    near(left_of(&line, "示质监"), LEFT + CELL, "number one cell from the left");
    near(right_of(&line, "张三丰"), RIGHT - CELL, "name one cell from the right");
    near(empty_lines(mark_foot(&sheets[0]), line[0]) * ROW, 2.0 * ROW, "two lines below the mark");
    let faces = |words: &str| line.iter().filter(|g| words.contains(&g.text)).map(|g| g.font.clone()).collect::<Vec<_>>();
    assert!(faces("签发人").iter().all(|f| f.contains("Fang")) && faces("张三丰").iter().all(|f| f.contains("Kai")));
    near(red_rules(&sheets[0])[0].0 - foot(line[0]), 4.0, "rule below the line");
}

#[test]
fn several_signers_stand_two_a_line_and_the_number_beside_the_last() {
    let sheets = sheets("signers", &upward(&["张示例", "李四", "王示例", "赵示例", "钱示例"]));
    let (first, second, last) =
        (line(&sheets[0], 16.0, "张示例"), line(&sheets[0], 16.0, "王示例"), line(&sheets[0], 16.0, "钱示例"));
    assert!(said(&first).contains("签发人：张示例李四"), "{}", said(&first));
    assert!(said(&second).contains("王示例赵示例"));
    assert!(said(&last).starts_with("示质监〔2016〕15号"), "{}", said(&last));
    near(left_of(&second, "王"), left_of(&first, "张"), "returns below the first name");
    near(left_of(&last, "钱"), left_of(&first, "张"), "returns below the first name");
    near(right_of(&first, "四"), RIGHT - CELL, "one cell from the right");
    near(second[0].y - first[0].y, ROW, "line by line");
    near(red_rules(&sheets[0])[0].0 - foot(last[0]), 4.0, "rule below the last line");
}

#[test]
fn joint_authorities_have_equal_width_host_first_and_the_word_in_their_middle() {
    for count in [2, 3, 5, 12] {
        let document = joint(count);
        let sheets = sheets(&format!("joint_{count}"), &document);
        near(mark_ink(&sheets[0]), 72.0, "mark");
        let red: Vec<&Drawn> = sheets[0].glyphs.iter().filter(|g| red(&g.ink)).collect();
        let names: Vec<Vec<&&Drawn>> =
            red.chunk_by(|a, b| (a.y - b.y).abs() < 0.01).map(|line| line.iter().collect()).collect();
        let text = |line: &Vec<&&Drawn>| line.iter().map(|g| g.text.as_str()).collect::<String>();
        let texts: Vec<String> = names.iter().map(text).filter(|text| text != "文件").collect();
        assert_eq!(texts, document.joint);
        let edges = |line: &Vec<&&Drawn>| (line[0].x, line[line.len() - 1].x);
        let names_only: Vec<_> = names.iter().filter(|line| text(line) != "文件").collect();
        for line in &names_only {
            near(edges(line).0, edges(names_only[0]).0, "left edges");
            near(edges(line).1, edges(names_only[0]).1, "right edges");
        }
        let word = names.iter().find(|line| text(line) == "文件").expect("文件");
        assert!(word[0].x > edges(names_only[0]).1 && word[1].x + word[1].size * MM <= RIGHT + 0.1);
        let middle = |glyph: &Drawn| glyph.y - 0.38 * glyph.size * MM;
        let names_middle = (middle(names_only[0][0]) + middle(names_only[count - 1][0])) / 2.0;
        assert!((middle(word[0]) - names_middle).abs() < 0.6, "文件 in the middle of {count}");
        assert!(sheets[0].text(16.0).contains("总体要求"), "the first page shows text");
    }
}
