//! Source texts of every format, right and wrong.
use super::*;
use crate::document::{Kind, Sealing, Urgency, Watermark};
use crate::text::tidy::What;

/// A transparent PNG of one pixel.
fn png() -> Vec<u8> {
    let mut out = std::io::Cursor::new(Vec::new());
    image::RgbaImage::new(1, 1).write_to(&mut out, image::ImageFormat::Png).unwrap();
    out.into_inner()
}

fn given() -> Given {
    Given(vec![
        ("章.png".into(), png()),
        ("图.png".into(), png()),
        ("坏.png".into(), b"no picture".to_vec()),
        ("分解表.txt".into(), "表1 任务\n序号\t任务\n1\t质量月".as_bytes().to_vec()),
    ])
}

fn good(text: &str) -> Read {
    read(text, &given(), true).unwrap_or_else(|troubles| panic!("{}\n{text}", fault(&troubles)))
}

fn document(text: &str) -> Document {
    match good(text).said {
        Said::Document(document) => *document,
        Said::Bulletin(_) => panic!("it is a bulletin"),
    }
}

fn bulletin(text: &str) -> Bulletin {
    match good(text).said {
        Said::Bulletin(bulletin) => *bulletin,
        Said::Document(_) => panic!("it is a document"),
    }
}

/// The troubles of a text as sentences.
fn troubles(text: &str) -> Vec<String> {
    match read(text, &given(), true) {
        Ok(_) => Vec::new(),
        Err(troubles) => troubles.iter().map(ToString::to_string).collect(),
    }
}

const YAML: &str = "---
格式：公文
标志: 示例市人民政府 示例军分区
文号: 示府发[2016]第08号
紧急程度: 特急
份号: 12
标题:关于印发\"质量强市\"方案的通知
主送:
  - 各县（市、区）人民政府
  - 市级各部门：
署名:
  - 名称：示例市人民政府
    印章：章.png
  - 示例军分区
用印: 不盖章
成文日期: 2016年08月30日
附件:
  - 1.名单
  - 标题: 任务分解表
    文件: 分解表.txt
    横排: 是
附注: （此件公开发布）
抄送: 市委各部门，市人大常委会办公室。
印发日期: 2016.8.31
印数: 120份
水印: [送审稿, 示例]
---
会议指出,质量是企业的生命.
![走势](图.png)
";

#[test]
fn a_yaml_head_with_chinese_keys_becomes_a_document() {
    let d = document(YAML);
    assert_eq!(
        (d.kind, d.urgency, d.copy_number, d.copies),
        (Kind::RedHead, Some(Urgency::Most), Some(12), Some(120))
    );
    assert_eq!(d.number.as_deref(), Some("示府发〔2016〕8号"));
    assert_eq!(d.title, "关于印发“质量强市”方案的通知");
    assert_eq!(d.to, ["各县（市、区）人民政府", "市级各部门"]);
    assert_eq!(
        d.authorities.iter().map(|a| (a.name.as_str(), a.seal.is_some())).collect::<Vec<_>>(),
        [("示例市人民政府", true), ("示例军分区", false)]
    );
    assert_eq!(
        (d.sealing, d.date.as_deref(), d.printed_on.as_deref()),
        (Sealing::None, Some("2016年8月30日"), Some("2016年8月31日"))
    );
    assert_eq!(
        d.annexes.iter().map(|a| (a.title.as_str(), a.landscape, a.body.lines().count())).collect::<Vec<_>>(),
        [("名单", false, 0), ("任务分解表", true, 3)]
    );
    assert_eq!(
        (d.note.as_str(), d.copies_to[0].as_str()),
        ("此件公开发布", "市委各部门，市人大常委会办公室")
    );
    assert_eq!(d.watermarks, [Watermark::ForReview, Watermark::Sample]);
    assert_eq!(d.body.lines().next(), Some("会议指出，质量是企业的生命。"));
    assert_eq!(d.pictures.iter().map(|p| p.name.as_str()).collect::<Vec<_>>(), ["图.png"]);
}

#[test]
fn a_toml_head_says_the_same_and_chinese_keys_need_no_quotation_marks() {
    let d = document(
        "+++\n格式 = \"令\"\nmark = \"示例市人民政府令\"\nnumber = \"第5号\"\ndate = 2016-10-08\nsealing = \"stamp\"\nissuers = [{ name = \"市长\", person = \"王示例\" }]\n+++\n现予公布。\n",
    );
    assert_eq!((d.kind, d.sealing, d.date.as_deref()), (Kind::Order, Sealing::Stamp, Some("2016年10月8日")));
    assert_eq!((d.authorities[0].name.as_str(), d.authorities[0].person.as_str()), ("市长", "王示例"));
}

#[test]
fn minutes_name_who_was_there() {
    let d = document(
        "---\n格式: 纪要\n标志: 联席会议纪要\n标题: 关于质量的会议纪要\n出席:\n  - 市政府：王示例\n  - 市局：李示例\n缺席: 市财政局：钱示例\n---\n会议认为。\n",
    );
    let lines: Vec<_> = d.attendance.iter().map(|a| (a.label.as_str(), a.entries.len())).collect();
    assert_eq!(lines, [("出席", 2), ("缺席", 1)]);
}

#[test]
fn a_bulletin_has_columns_items_sources_and_forewords() {
    let b = bulletin(
        "---\n格式: 简报\n刊名: 工作简报\n期别: 增刊\n报: 市委\n---\n## 第一篇\n甲\n来源：示例县\n# 经验\n##第二篇\n编者按：好做法。\n乙\n\n丙\n",
    );
    assert_eq!((b.name.as_str(), b.kind.as_str(), b.report_to.len()), ("工作简报", "增刊", 1));
    assert_eq!(
        b.columns.iter().map(|c| (c.name.as_str(), c.items.len())).collect::<Vec<_>>(),
        [("", 1), ("经验", 1)]
    );
    let (first, second) = (&b.columns[0].items[0], &b.columns[1].items[0]);
    assert_eq!((first.source.as_str(), first.body.as_str()), ("示例县", "甲"));
    assert_eq!(
        (second.title.as_str(), second.foreword.as_str(), second.body.as_str()),
        ("第二篇", "好做法。", "乙\n\n丙")
    );
}

/// A head with these lines, and what is said to it.
#[test]
fn every_fault_names_its_line_and_key() {
    let base = "格式: 公文\n标志: 示例市文件\n标题: 关于质量的通知\n";
    for (lines, said) in [
        ("主送单位: 甲", "第 5 行：没有“主送单位”这个键。是不是“主送”？"),
        ("天气: 晴", "第 5 行：没有“天气”这个键。能用的键见使用说明"),
        ("成文日期: 2016-02-30", "第 5 行“成文日期”：“2016-02-30”不是日期"),
        ("印数: 很多", "第 5 行“印数”：“很多”不是 1 至 999999 的整数"),
        ("紧急程度: 平急", "第 5 行“紧急程度”：不能写“平急”，能写的有：特急、加急"),
        ("密级: 机密★1年", "第 5 行“密级”：涉密文件不得在本程序中办理"),
        ("密级: 很密", "第 5 行“密级”：不能写“很密”"),
        ("署名: 甲\n印章: 没有.png", "第 6 行“印章”：图片“没有.png”还没有添加"),
        ("署名: 甲\n印章: 坏.png", "第 6 行“印章”：图片“坏.png”不是 PNG 或 JPG 格式"),
        ("署名: [甲, 乙]\n印章: 章.png", "第 6 行“印章”：几个机关署名时"),
        ("印章: 章.png", "第 5 行“印章”：写了印章，没有写“发文机关署名”"),
        ("标题: 再写一次", "第 5 行：“标题”写了两次"),
        ("title: 再写一次", "第 5 行“标题”：写了两次"),
        ("出席: 甲", "第 5 行“出席”：不用于公文，只用于纪要"),
        ("附件:\n  - 正文: 甲", "第 6 行“附件”：这个附件没有写“标题”"),
        ("附件:\n  - 标题: 甲\n    文件: 没有.txt", "第 7 行“附件”：附件文件“没有.txt”还没有添加"),
        (
            "附件:\n  - 标题: 甲\n    页数: 3",
            "第 7 行“附件”：没有“页数”这个键，这里能写的有：标题、正文、文件、横排",
        ),
        ("文号:\n  - 甲\n  - 乙", "第 6 行“发文字号”：应是一句文字，不是列表或表格"),
        ("文号: \"没有结束", "题头的写法不对"),
        ("文号: *甲", "题头"),
    ] {
        let found = troubles(&format!("---\n{base}{lines}\n---\n正文\n"));
        assert!(
            found
                .iter()
                .any(|found| found.starts_with(said) || (said.starts_with("题头") && found.contains(said))),
            "{lines}: {found:?}"
        );
    }
}

#[test]
fn what_is_missing_is_said_without_a_line() {
    assert_eq!(
        troubles("---\n格式: 公文\n---\n正文"),
        ["“发文机关标志”：没有写，公文要有发文机关标志。", "“标题”：没有写，公文要有标题。"]
    );
    assert!(troubles("---\n格式: 上行文\n标志: 甲\n标题: 乙\n---\n")[0].contains("签发人"));
    assert!(troubles("---\n格式: 上行文\n标志: 甲\n标题: 乙\n水印: 送审稿\n---\n").is_empty());
    assert!(
        troubles("---\n格式: 简报\n刊名: 甲\n---\n没有标题的文字")[0]
            .contains("第 5 行：这段文字不在任何稿件里")
    );
    assert!(troubles("---\n格式: 报告书\n---\n")[0].contains("没有“报告书”这种格式"));
    assert!(troubles("关于质量的通知\n正文")[0].starts_with("第 1 行：没有题头"));
    assert!(troubles("---\n标题: 甲\n正文")[0].starts_with("第 1 行：题头没有结束"));
    assert!(troubles("+++\n标题 = 甲\n+++\n")[0].starts_with("第 2 行：题头的写法不对"));
    assert!(troubles("---\n标志: 甲\n标题: 乙\n---\n第一行\n机密★1年\n")[0].starts_with("第 6 行：涉密文件"));
    assert!(
        troubles("---\n标志: 甲\n标题: 乙\n---\n![图](没有.png)\n")[0].starts_with("第 5 行：图片“没有.png”")
    );
}

#[test]
fn several_faults_are_said_at_once_in_the_order_of_the_lines() {
    let found = troubles("---\n印数: 零\n天气: 晴\n成文日期: 明天\n---\n");
    assert_eq!(found.len(), 5);
    for (line, words) in ["第 2 行", "第 3 行", "第 4 行", "“发文机关标志”", "“标题”"].iter().zip(&found)
    {
        assert!(words.starts_with(line), "{found:?}");
    }
}

#[test]
fn corrections_name_the_line_of_the_source_and_can_be_left_out() {
    let read = good(YAML);
    let body: Vec<_> = read
        .corrections
        .iter()
        .filter(|c| c.what == What::HalfWidth)
        .map(|c| (c.paragraph, c.character))
        .collect();
    assert_eq!(body, [(28, 5), (28, 14)]);
    assert!(read.corrections.iter().any(|c| c.what == What::Number && c.paragraph == 4));
    let Said::Document(plain) = super::read(YAML, &given(), false).unwrap().said else {
        panic!("it is a document")
    };
    assert_eq!(plain.body.lines().next(), Some("会议指出,质量是企业的生命."));
    assert_eq!(plain.number.as_deref(), Some("示府发[2016]第08号"));
}

#[test]
fn a_tidied_source_reads_the_same_and_has_nothing_left_to_correct() {
    let tidied = tidy_source(YAML);
    let (before, after) = (good(YAML), good(&tidied.text));
    assert_eq!(before.said, after.said);
    assert_eq!(after.corrections, Vec::new(), "{}", tidied.text);
    assert!(tidied.text.contains("标题:关于印发“质量强市”方案的通知"), "{}", tidied.text);
}

#[test]
fn a_table_in_an_annex_keeps_its_cells_when_a_source_is_tidied() {
    let source = "---\n标志: 甲\n标题: 乙\n附件:\n  - 标题: 任务表\n    正文: |\n      序号\t任务,分工\t完成\n      1\t质量 月活动方案\t\n\n      会议指出,各单位。\n---\n正文\n";
    let tidied = tidy_source(source);
    assert!(
        tidied.text.contains(
            "      序号\t任务，分工\t完成\n      1\t质量月活动方案\t\n\n      会议指出，各单位。\n"
        ),
        "{}",
        tidied.text
    );
    let places: Vec<_> = tidied.corrections.iter().map(|c| (c.paragraph, c.character)).collect();
    assert_eq!(places, [(7, 12), (8, 11), (10, 11)]);
    assert_eq!(good(source).said, good(&tidied.text).said);
}

#[test]
fn a_head_is_written_and_read_again_whatever_stands_in_it() {
    use proptest::prelude::*;
    let words = "([一二会议a1]|[:：#\"'\\\\\\-, \n\t|>\\[\\]{}&*!%@`~=。]){0,12}";
    proptest!(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() }, |(title in words, note in words, list in prop::collection::vec(words, 0..4), body in words)| {
        let text = |words: &str| Value::Text(words.to_owned());
        let node = |value| Node { line: 0, value };
        let table = Value::Table(vec![("标题".into(), node(text(&title))), ("正文".into(), node(text(&note)))]);
        let head = vec![
            ("title".to_owned(), text(&title)),
            ("to".to_owned(), Value::List(list.iter().map(|words| node(text(words))).collect())),
            ("annexes".to_owned(), Value::List(vec![node(table)])),
        ];
        let source = compose(&head, &body);
        let parts = split(&source);
        prop_assert!(parts.is_ok(), "{source}");
        let Ok(parts) = parts else { return Ok(()) };
        prop_assert_eq!(&parts.body, &body);
        let of = |label: &str| parts.head.iter().find(|(name, ..)| name == label).map(|(.., node)| node.value.clone());
        if !title.trim().is_empty() {
            prop_assert_eq!(of("标题"), Some(text(&title)), "{}", source);
        }
        let filled: Vec<String> = list.iter().filter(|words| !words.trim().is_empty()).cloned().collect();
        let read: Vec<String> = match of("主送") {
            Some(Value::List(nodes)) => nodes.into_iter().map(|node| match node.value { Value::Text(words) => words, _ => String::new() }).collect(),
            _ => Vec::new(),
        };
        prop_assert_eq!(read, filled, "{}", source);
    });
}
