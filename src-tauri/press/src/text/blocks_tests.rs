//! Which lines of a body are what.
use super::*;

fn of(text: &str) -> Option<u8> {
    level(&text.chars().collect::<Vec<_>>())
}

fn texts(body: &str) -> Vec<String> {
    let text = |block: Block| match block {
        Block::Paragraph { text, .. } => text,
        Block::Table { caption, unit, rows, .. } => {
            let rows: Vec<String> = rows.iter().map(|row| row.join("|")).collect();
            format!("[{caption}/{unit}] {}", rows.join(" / "))
        }
        Block::Picture { caption, name } => format!("<{caption}:{name}>"),
    };
    blocks(body).into_iter().map(text).collect()
}

#[test]
fn the_four_levels_are_told_from_plain_text() {
    assert_eq!(of("一、总体情况"), Some(1));
    assert_eq!(of("十二、其他"), Some(1));
    assert_eq!(of("（三）加强领导"), Some(2));
    assert_eq!(of("1.责任分工"), Some(3));
    assert_eq!(of("（2）质量月"), Some(4));
}

#[test]
fn numbers_and_sentences_are_no_levels() {
    assert_eq!(of("3.5万家企业"), None);
    assert_eq!(of("一是加强领导"), None);
    assert_eq!(of("2016年8月"), None);
    assert_eq!(of("（略）"), None);
    assert_eq!(of(""), None);
}

#[test]
fn a_heading_ends_at_its_full_stop_or_is_the_whole_short_paragraph() {
    let heading = |text: &str| match blocks(text).remove(0) {
        block @ Block::Paragraph { heading_len, .. } => (heading_len, block.is_heading()),
        block => panic!("{block:?}"),
    };
    assert_eq!(heading("一、总体情况"), (6, true));
    assert_eq!(heading("一、总体情况。会议指出"), (7, false));
    assert_eq!(heading("一、总体情况。"), (7, true));
    assert_eq!(heading(&format!("一、{}", "长".repeat(100))), (0, false));
    assert_eq!(heading("会议指出"), (0, false));
    // Sentences of a list: neither set in 黑体 nor kept with what follows.
    assert_eq!(heading("二、工程质量创优，由市住房城乡建设局牵头，市交通运输局、市水务局配合。"), (0, false));
    assert_eq!(
        heading("（一）各单位要对照任务分解表，于9月10日前将落实方案报创建办备案。逾期通报。"),
        (0, false)
    );
    assert_eq!(heading("一、加强领导，落实责任。"), (12, true));
}

#[test]
fn lines_with_tabs_are_rows_and_the_line_before_them_is_their_caption() {
    let body = "任务如下。\n任务分解表\n序号\t任务\t单位\n1\t质量月\n\n2\t抽查\t示例局\n\n其余照办。";
    assert_eq!(
        texts(body),
        ["任务如下。", "[任务分解表/] 序号|任务|单位 / 1|质量月|", "2|抽查|示例局", "其余照办。"]
            .map(|text| text.replace("2|抽查|示例局", "[/] 2|抽查|示例局"))
    );
}

#[test]
fn captions_are_short_and_no_sentences() {
    let table = "\n甲\t乙\n丙\t丁";
    for caption in ["任务分解表", "表1 各县区得分", "表一 得分", "得分表（2016年）", "得分表（单位：分）"]
    {
        assert_eq!(texts(&format!("{caption}{table}")).len(), 1, "{caption}");
    }
    for words in ["情况见下表", "得分表如下：", "表彰先进单位", "一、任务分解表", "会议审议了得分表。"]
    {
        assert_eq!(texts(&format!("{words}{table}")).len(), 2, "{words}");
    }
    assert_eq!(texts("任务分解表\n会议指出"), ["任务分解表", "会议指出"], "a caption alone is a paragraph");
    assert_eq!(texts("支出表\n单位：万元\n项目\t金额\n甲\t1"), ["[支出表/单位：万元] 项目|金额 / 甲|1"]);
}

#[test]
fn numbering_and_indents_set_with_tabs_are_paragraphs() {
    assert_eq!(texts("\t会议指出\n\t会议要求"), ["会议指出", "会议要求"]);
    assert_eq!(texts("1.\t加强领导\n2.\t落实责任"), ["1.加强领导", "2.落实责任"]);
    assert_eq!(texts("\t\t\n\t"), Vec::<String>::new());
    assert_eq!(texts("序号\t任务\n1.\t质量月"), ["[/] 序号|任务 / 1.|质量月"]);
}

#[test]
fn empty_columns_at_the_right_are_left_out_and_short_rows_filled() {
    assert_eq!(texts("甲\t乙\t\t\n丙\t\t\t"), ["[/] 甲|乙 / 丙|"]);
}

#[test]
fn a_picture_stands_on_a_line_of_its_own() {
    assert_eq!(texts("![现场](现场 1.png)"), ["<现场:现场 1.png>"]);
    assert_eq!(texts(" ![](a.jpg) "), ["<:a.jpg>"]);
    for words in ["![现场]()", "见![现场](a.png)", "![现场](a.png)。", "![现场"] {
        assert_eq!(texts(words), [words], "{words}");
    }
}

#[test]
fn a_head_names_columns_and_holds_no_figures() {
    let head = |body: &str| match blocks(body).remove(0) {
        Block::Table { rows, .. } => has_head(&rows),
        block => panic!("{block:?}"),
    };
    assert!(head("序号\t任务\n1\t质量月"));
    assert!(head("\t一季度\t二季度\n甲\t1\t2"), "an empty corner");
    assert!(!head("1\t质量月\n2\t抽查"));
    assert!(!head("甲\t乙"), "one row alone");
    assert!(!head("会议指出，质量是生命。\t乙\n丙\t丁"));
}

#[test]
fn columns_of_figures_are_told_from_words() {
    let Block::Table { rows, .. } =
        blocks("序号\t单位\t得分\t年\n1\t甲\t98.5\t2015\n2\t乙\t1,286\t2016\n3\t丙\t—\t2017").remove(0)
    else {
        panic!("a table")
    };
    assert_eq!(columns(&rows, &[]), [Column::Serial, Column::Words, Column::Number, Column::Serial]);
}
