//! Titles as offices write them, at random: their shape, their words, their characters.
use proptest::prelude::*;

use super::{marks, meaning};

/// 二号 in a type area of 156 mm.
const MOST: f64 = 156.0 / (22.0 * 25.4 / 72.0);

fn cells(text: &str) -> f64 {
    text.chars().map(|ch| if marks::is_narrow(ch) { 0.5 } else { 1.0 }).sum()
}

fn lines(title: &str) -> Vec<String> {
    meaning::lines(title, MOST, &cells)
}

/// Words that a title of the field is made of.
const WORDS: [&str; 44] = [
    "绵阳市",
    "人民政府",
    "办公室",
    "印发",
    "转发",
    "质量",
    "发展",
    "规划",
    "创建",
    "全国",
    "质量强市",
    "示范城市",
    "工作",
    "领导小组",
    "成员单位",
    "任务分解",
    "实施方案",
    "考核办法",
    "管理",
    "监督",
    "产品",
    "抽查",
    "企业",
    "品牌",
    "标准",
    "计量",
    "认证",
    "检验",
    "检测",
    "服务业",
    "制造业",
    "建设",
    "工程",
    "环境",
    "安全",
    "重点",
    "项目",
    "推进",
    "加强",
    "提升",
    "开展",
    "专项",
    "行动",
    "年度",
];

/// `关于…的通知`, of 10 to 200 characters, with what titles hold: numbers of years, names in marks, 和.
fn title() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        12 => prop::sample::select(&WORDS[..]).prop_map(str::to_owned),
        1 => Just("2016年".to_owned()),
        1 => Just("和".to_owned()),
        1 => Just("的".to_owned()),
        1 => Just("“十三五”".to_owned()),
        1 => Just("《质量发展纲要》".to_owned()),
        1 => Just("、".to_owned()),
        1 => Just("第3次".to_owned()),
    ];
    let end = prop::sample::select(&["的通知", "的请示", "的报告", "的函", "的实施意见", "的会议纪要"][..]);
    (prop::collection::vec(piece, 2..70), end).prop_filter_map("10 to 200 characters", |(pieces, end)| {
        let title = format!("关于{}{end}", pieces.concat());
        (10..=200).contains(&title.chars().count()).then_some(title)
    })
}

/// A line narrower than one above it and one below it.
fn is_hourglass(widths: &[f64]) -> bool {
    let fell = widths.windows(2).position(|pair| pair[1] < pair[0] - 0.4);
    fell.is_some_and(|at| widths[at + 1..].windows(2).any(|pair| pair[1] > pair[0] + 0.4))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_title_is_a_trapezoid_or_a_diamond_and_whole(title in title()) {
        let lines = lines(&title);
        prop_assert_eq!(lines.concat(), title);
        let widths: Vec<f64> = lines.iter().map(|line| cells(line)).collect();
        prop_assert!(widths.iter().all(|width| *width <= MOST + 1e-6), "{:?}", lines);
        prop_assert!(!is_hourglass(&widths), "{:?} {:?}", widths, lines);
        let (least, widest) = widths.iter().fold((f64::MAX, 0.0_f64), |(a, b), w| (a.min(*w), b.max(*w)));
        prop_assert!(lines.len() == 1 || widest - least > 0.4, "a rectangle: {:?}", lines);
    }

    #[test]
    fn no_word_number_or_date_of_a_title_is_torn(title in title()) {
        let lines = lines(&title);
        let whole = meaning::words(&title);
        let mut ends: Vec<usize> = Vec::new();
        for word in &whole {
            ends.push(ends.last().unwrap_or(&0) + word.chars().count());
        }
        let mut at = 0;
        for line in &lines[..lines.len() - 1] {
            at += line.chars().count();
            prop_assert!(ends.contains(&at), "{:?} in {:?}", lines, whole);
        }
        for pair in lines.windows(2) {
            let (end, begin) = (pair[0].chars().last().unwrap_or('。'), pair[1].chars().next().unwrap_or('。'));
            prop_assert!(!marks::not_first(begin) && !marks::not_last(end), "{:?}", lines);
            prop_assert!(!(end.is_ascii_digit() && (begin.is_ascii_digit() || "年次".contains(begin))), "{:?}", lines);
        }
    }
}

#[test]
fn terms_of_the_field_stay_whole() {
    let terms = ["质量强市", "示范城市", "领导小组", "实施方案", "质量技术监督局", "发展和改革委员会"];
    let title = "绵阳市质量技术监督局绵阳市发展和改革委员会关于印发创建全国质量强市示范城市工作领导小组2016年度实施方案的通知";
    let lines = lines(title);
    for term in terms {
        assert!(lines.iter().any(|line| line.contains(term)), "{term}: {lines:?}");
    }
    assert!(lines.iter().any(|line| line.contains("2016年")), "{lines:?}");
}

#[test]
fn two_lines_differ_and_the_fewest_lines_are_taken() {
    for n in [21, 24, 27, 30, 33, 36] {
        let title = "关于加强质量工作的若干意见".repeat(3).chars().take(n).collect::<String>();
        let lines = lines(&title);
        assert_eq!(lines.len(), 2, "{lines:?}");
        assert_ne!(cells(&lines[0]), cells(&lines[1]), "{lines:?}");
    }
}

#[test]
fn a_title_of_one_endless_word_is_still_set() {
    let title = "X".repeat(300);
    assert_eq!(lines(&title).concat(), title);
    assert_eq!(meaning::halves("领导小组会议纪要", &cells).len(), 2);
}
