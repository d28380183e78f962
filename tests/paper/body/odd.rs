//! Odd input: right paper or a clear sentence, never a panic, in sensible time.
use std::time::Instant;

use super::samples::{PARAGRAPH, place, print, refused, words};

#[test]
fn a_table_of_one_column_is_paragraphs_or_one_column() {
    let text: String = place("甲\t\n乙\t\n丙\t", Vec::new()).pages.iter().map(words).collect();
    assert!(text.contains("甲乙丙"), "{text}");
}

#[test]
fn ragged_rows_are_filled_up_and_nothing_is_lost() {
    let placed = place("名册表\n甲\t乙\t丙\n丁\t戊\n己\t庚\t辛\t壬\t癸\n\t\t子", Vec::new());
    print("body_ragged", &placed);
    let text = words(&placed.pages[0]);
    assert!("甲乙丙丁戊己庚辛壬癸子".chars().all(|ch| text.contains(ch)), "{text}");
}

#[test]
fn sixty_columns_are_refused_with_their_number_and_a_remedy() {
    let row = vec!["数据"; 60].join("\t");
    let message = refused(&format!("汇总表\n{row}\n{row}"));
    assert_eq!(message, "表格“汇总表”有 60 列，156 毫米宽的版面放不下，请减少列数，或者放到横排的附件里。");
}

#[test]
fn a_cell_of_two_thousand_characters_runs_over_pages() {
    let long = "质量工作，".repeat(400);
    let placed = place(&format!("情况表\n序号\t情况\t单位\n1\t{long}\t示例局\n2\t短\t示例局"), Vec::new());
    print("body_long_cell", &placed);
    let text: String = placed.pages.iter().map(words).collect();
    assert_eq!(text.matches('工').count() - "示例市质量强市工作领导小组会议纪要".matches('工').count(), 400);
}

#[test]
fn a_missing_picture_is_named_and_so_are_those_that_are_there() {
    let message = refused("会议指出\n![现场](现场.png)");
    assert!(message.contains("“现场.png”") && message.contains("没有附上任何图片"), "{message}");
}

#[test]
fn a_caption_alone_is_a_paragraph() {
    let text = words(&place("任务分解表\n\n会议指出，要抓好落实。", Vec::new()).pages[0]);
    assert!(text.contains("任务分解表会议指出，要抓好落实。"), "{text}");
}

#[test]
fn a_paragraph_of_three_thousand_characters_fills_its_pages() {
    let placed = place(&"质量".repeat(1500), Vec::new());
    let text: String = placed.pages.iter().map(words).collect();
    assert_eq!(text.matches('量').count() - text.matches("质量强市").count(), 1500);
}

#[test]
fn five_megabytes_end_in_good_time() {
    let begun = Instant::now();
    let body = format!("{PARAGRAPH}\n").repeat(5_000_000 / PARAGRAPH.len());
    assert!(place(&body, Vec::new()).pages.len() > 1500);
    assert!(begun.elapsed().as_secs() < 120, "text: {:?}", begun.elapsed());
}

#[test]
fn a_table_of_a_megabyte_and_open_quotation_marks_end_in_good_time() {
    let begun = Instant::now();
    let row = "1\t质量工作\t示例市第一局开展质量月活动，形成清单。\t98.5\n";
    let table = format!("汇总表\n序号\t任务\t情况\t得分\n{}", row.repeat(1_000_000 / row.len()));
    assert!(place(&table, Vec::new()).pages.len() > 400);
    assert!(begun.elapsed().as_secs() < 120, "table: {:?}", begun.elapsed());
    let begun = Instant::now();
    place(&"\"甲\n".repeat(30_000), Vec::new());
    assert!(begun.elapsed().as_secs() < 60, "marks: {:?}", begun.elapsed());
}
