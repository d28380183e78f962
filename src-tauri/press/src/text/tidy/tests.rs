//! What tidying puts right, what it leaves alone, and that it loses nothing.
use proptest::prelude::*;

use super::*;
use crate::text::clean::unified;

fn right(text: &str) -> String {
    tidy(text).text
}

/// Pairs of what was typed and what should stand there.
fn all(pairs: &[(&str, &str)]) {
    for (typed, wanted) in pairs {
        assert_eq!(right(typed), *wanted, "from {typed}");
    }
}

/// Texts in which nothing is wrong.
fn stays(texts: &[&str]) {
    for text in texts {
        let done = tidy(text);
        assert_eq!((done.text.as_str(), done.corrections), (*text, Vec::new()));
    }
}

#[test]
fn half_width_marks_between_han_characters_become_full_width() {
    all(&[
        ("会议指出,各单位要落实责任;加强督查.", "会议指出，各单位要落实责任；加强督查。"),
        (
            "通过ISO9001认证的企业达1286家,比上年增长12.5%.",
            "通过ISO9001认证的企业达1286家，比上年增长12.5%。",
        ),
        ("会议时间:2016年8月30日15:00", "会议时间：2016年8月30日15:00"),
        ("怎么办?要落实!", "怎么办？要落实！"),
        ("企业(含个体)共12家", "企业（含个体）共12家"),
        ("标准(GB/T 9704)已印发", "标准（GB/T 9704）已印发"),
        ("全市（含园区)均达标", "全市（含园区）均达标"),
    ]);
}

#[test]
fn numbers_times_ratios_addresses_and_latin_sentences_keep_their_marks() {
    stays(&[
        "15:00在市政府会议室召开。",
        "比例为3:1，产值1,286.5亿元。",
        "邮箱office@example.gov.cn，网址http://www.example.gov.cn/a,b?c=1。",
        "Hello, world. It's a test (really).",
        "版本1.2.3已发布。",
        "执行GB/T 9704—2012。",
        "见C:\\资料\\报告.docx。",
        "![一季度,走势](图1.png)",
    ]);
}

#[test]
fn stray_blanks_go_and_meant_blanks_stay() {
    all(&[
        ("会 议指 出，质量是企业的生命", "会议指出，质量是企业的生命"),
        ("2016 年 8 月 30 日 ，召开", "2016年8月30日，召开"),
        ("　　会议指出。  ", "会议指出。"),
        ("\t会议指出。", "会议指出。"),
        ("会议\u{A0}指出了问题", "会议指出了问题"),
        ("第二条 领导小组负责创建工作", "第二条　领导小组负责创建工作"),
        ("共 12 家 ISO 9001 企业", "共12家ISO 9001企业"),
    ]);
    stays(&[
        "出席：王立新 陈明 张堃",
        "王　明、李大明",
        "联系人：王明 电话：2220000",
        "签名：      日期：",
        "首页 | 目录",
    ]);
}

#[test]
fn document_numbers_get_their_brackets_and_lose_ordinal_and_zeros() {
    for typed in [
        "国办发[2016]5号",
        "国办发(2016)5号",
        "国办发【2016】5号",
        "国办发〔2016〕第05号",
        "国办发（2016）第 5 号",
        "国办发［２０１６］５号",
    ] {
        assert_eq!(right(typed), "国办发〔2016〕5号", "from {typed}");
    }
    assert_eq!(right("[2016]第8期"), "〔2016〕第8期");
    stays(&["国办发〔2016〕5号", "（2016）川07民初5号", "2016年（含）以前"]);
}

#[test]
fn quotation_marks_stand_in_pairs_and_a_lonely_one_is_a_doubt() {
    all(&[
        ("创建\"全国质量强市示范城市\"", "创建“全国质量强市示范城市”"),
        ("创建”质量强市“活动", "创建“质量强市”活动"),
        ("他说：\"要抓'质量月'活动\"", "他说：“要抓‘质量月’活动”"),
    ]);
    let done = tidy("创建“质量强市活动");
    assert_eq!((done.corrections.len(), done.doubts.len()), (0, 1));
    assert_eq!((done.doubts[0].paragraph, done.doubts[0].character), (1, 3));
    assert!(tidy("创建\"质量强市活动").doubts[0].message.contains("没有成对"));
    stays(&["“说‘好’的”", "He said \"yes\"."]);
}

#[test]
fn dots_and_hyphens_become_the_long_marks() {
    all(&[
        ("等等...", "等等……"),
        ("等等。。。", "等等……"),
        ("等等…下一步", "等等……下一步"),
        ("质量--企业的生命", "质量——企业的生命"),
        ("质量---企业的生命", "质量——企业的生命"),
    ]);
    stays(&["质量——生命……", "2016—2020年", "8月—10月", "GB/T 9704-2012", "周一—周五"]);
}

#[test]
fn a_single_stroke_between_the_ends_of_a_span_stays_and_is_no_doubt() {
    let spans = [
        "北京—上海特别旅客快车",
        "乘坐成都—绵阳的动车",
        "2016—2017年",
        "2016年—2017年的工作",
        "2016年8月—10月",
        "上午—下午",
        "“十二五”—“十三五”期间",
        "三—五天内办结",
        "周一—周五",
    ];
    stays(&spans);
    for text in spans {
        assert_eq!(tidy(text).doubts, [], "{text}");
    }
}

#[test]
fn a_single_stroke_is_lengthened_only_where_no_span_can_be_meant() {
    all(&[
        ("—在全市质量大会上的讲话", "——在全市质量大会上的讲话"),
        ("抓好一件大事，—创建示范城市", "抓好一件大事，——创建示范城市"),
        ("抓住关键—也就是责任落实", "抓住关键——也就是责任落实"),
        ("北京–上海", "北京—上海"),
        ("北京―上海", "北京—上海"),
    ]);
    for text in ["质量—企业的生命", "小学—初中", "处长—局长"] {
        let done = tidy(text);
        assert_eq!((done.text.as_str(), done.corrections.len(), done.doubts.len()), (text, 0, 1), "{text}");
        assert!(done.doubts[0].message.contains("起止") && done.doubts[0].character == 3, "{text}");
    }
    // What stands for “none” in a table is neither.
    assert_eq!(tidy("单位\t数量\n市教育局\t—").doubts, []);
}

#[test]
fn levels_are_written_as_the_standard_has_them() {
    all(&[
        ("一,总体要求", "一、总体要求"),
        ("一. 总体要求", "一、总体要求"),
        ("1、加强领导", "1.加强领导"),
        ("1. 加强领导", "1.加强领导"),
        ("(1)责任分工", "（1）责任分工"),
        ("（1）、责任分工", "（1）责任分工"),
        ("(一) 责任分工", "（一）责任分工"),
        ("（一）、责任分工", "（一）责任分工"),
        ("⑵责任分工", "（2）责任分工"),
        ("2)责任分工", "（2）责任分工"),
    ]);
    stays(&[
        "一、总体要求",
        "（一）责任",
        "1.责任",
        "（1）责任",
        "3.5万家企业",
        "1、2月份全市产值",
        "一是加强领导",
        "2016年工作",
    ]);
}

#[test]
fn a_mark_stands_once() {
    all(&[("会议指出，，各单位。。", "会议指出，各单位。"), ("要落实！！", "要落实！")]);
}

#[test]
fn radicals_and_invisible_characters_go() {
    all(&[("⼯作⻓效\u{200B}机制", "工作长效机制"), ("２０１６年ＧＢ标准", "2016年GB标准")]);
}

#[test]
fn empty_paragraphs_go_and_tables_stay_apart() {
    let done = tidy("甲\n\n\n乙\n");
    assert_eq!(done.text, "甲\n乙\n");
    assert_eq!(done.corrections.len(), 1);
    assert_eq!(done.corrections[0].near, "共 2 处");
    stays(&["表1 单位\n甲\t1,286\n乙\t3\n\n丙\t4\n丁\t5", "# 工作动态\n## 市质监局：开展抽查\n正文"]);
    assert_eq!(right("单位\t责任,分工\n\t质 量"), "单位\t责任，分工\n\t质量");
}

#[test]
fn every_correction_says_where_and_what() {
    let done = tidy("第一段。\n会议指出,各单位");
    assert_eq!(done.corrections.len(), 1);
    let c = &done.corrections[0];
    assert_eq!((c.what, c.paragraph, c.character), (What::HalfWidth, 2, 5));
    assert_eq!((c.before.as_str(), c.after.as_str(), c.near.as_str()), (",", "，", "会议指出,各单位"));
    assert_eq!(c.to_string(), "第2段第5字　半角标点：“,”改为“，”（会议指出,各单位）");
}

#[test]
fn dates_are_printed_in_one_form_and_impossible_days_are_none() {
    for typed in [
        "2016-08-30",
        "2016.8.30",
        "2016/8/30",
        "2016年08月30日",
        "二〇一六年八月三十日",
        "2016 年 8 月 30 日",
    ] {
        assert_eq!(printed_date(typed).as_deref(), Some("2016年8月30日"), "from {typed}");
    }
    assert_eq!(printed_date("二○一六年十一月二十一日").as_deref(), Some("2016年11月21日"));
    for wrong in ["2016-02-30", "8月30日", "明天", "2016年8月", "", "16-8-30", "2016-8-30-1"] {
        assert_eq!(printed_date(wrong), None, "{wrong}");
    }
}

#[test]
fn long_texts_without_any_line_feed_are_tidied_in_good_time() {
    let begun = std::time::Instant::now();
    for text in [
        "会议指出,质量 是企业的生命。".repeat(9_000),
        "( \"".repeat(25_000),
        " ".repeat(100_000),
        "质 ".repeat(50_000),
        "[2016 ".repeat(20_000),
    ] {
        tidy(&text);
    }
    assert!(begun.elapsed().as_secs() < 60, "{:?}", begun.elapsed());
}

/// What tidying never loses: Han characters, letters, digits but zeros, however they were drawn.
fn kept(text: &str) -> Vec<char> {
    let plain = text.chars().map(unified).map(|ch| match ch {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => char::from_u32(ch as u32 - 0xFEE0).unwrap_or(ch),
        _ => ch,
    });
    plain
        .filter(|ch| context::han(*ch) || ch.is_ascii_alphanumeric() && *ch != '0')
        .filter(|ch| *ch != '第')
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tidy_text_stays_as_it_is_and_loses_nothing(
        text in "([一二十会议质量第号期年日周Ａ５1203abG]|[,;:?!.，。、；：？！（）()\\[\\]〔〕【】\"'“”‘’…—\\-－ 　\t\n#]|国办发\\[2016\\]|\\.\\.\\.|（1）|http://a,b|a@b\\.cn){0,40}"
    ) {
        let once = tidy(&text);
        let twice = tidy(&once.text);
        prop_assert_eq!(&once.text, &twice.text);
        prop_assert!(twice.corrections.is_empty(), "{:?}", twice.corrections);
        prop_assert_eq!(kept(&text), kept(&once.text));
        prop_assert_eq!(once.corrections.is_empty(), once.text == text);
    }

    #[test]
    fn any_text_at_all_ends_and_loses_nothing(text in any::<String>()) {
        let once = tidy(&text);
        prop_assert_eq!(kept(&text), kept(&once.text));
        prop_assert_eq!(&tidy(&once.text).text, &once.text);
    }
}
