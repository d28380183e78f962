//! The words of the fictional minutes, letters and answers, put together from the year's data (pure).
use chrono::{Datelike, Days, NaiveDate, Timelike};

use super::agenda::{Decision, Item, Meeting};

/// Numerals of the headings.
const NUMERALS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/// `2016年11月17日`.
pub fn date(day: NaiveDate) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// The body of a meeting's minutes: opening, one section for each item that was agreed to, closing.
pub fn minutes(meeting: &Meeting, chair: &str, name: &str) -> String {
    let mut paragraphs = vec![filled(&meeting.opening, meeting, chair, name)];
    let spoken = meeting.item.iter().filter(|item| item.verdict == "agree");
    for (item, numeral) in spoken.zip(NUMERALS) {
        paragraphs.push(format!("{numeral}、{}", item.heading));
        paragraphs.extend(section(item, meeting));
    }
    paragraphs.extend(meeting.closing.iter().map(|text| filled(text, meeting, chair, name)));
    paragraphs.join("\n")
}

fn section(item: &Item, meeting: &Meeting) -> Vec<String> {
    let mut paragraphs = item.minutes.clone();
    match item.decision.as_slice() {
        [] => {}
        [only] => paragraphs.push(format!("会议决定：{}", decided(only, meeting))),
        several => {
            paragraphs.push("会议决定：".into());
            let numbered = several.iter().enumerate();
            paragraphs
                .extend(numbered.map(|(n, decision)| format!("{}.{}", n + 1, decided(decision, meeting))));
        }
    }
    paragraphs
}

fn decided(decision: &Decision, meeting: &Meeting) -> String {
    let mut who = format!("牵头单位：{}", decision.lead);
    if !decision.cooperating.is_empty() {
        who.push_str(&format!("；配合单位：{}", decision.cooperating.join("、")));
    }
    format!("{}。（{who}；完成时限：{}）", decision.text, date(due(decision, meeting)))
}

/// The day by which a decision is to be carried out.
pub fn due(decision: &Decision, meeting: &Meeting) -> NaiveDate {
    meeting.date + Days::new(decision.due_days)
}

fn filled(text: &str, meeting: &Meeting, chair: &str, name: &str) -> String {
    let half = if meeting.time.hour() < 12 { "上午" } else { "下午" };
    text.replace("{date}", &date(meeting.date))
        .replace("{half}", half)
        .replace("{chair}", chair)
        .replace("{place}", &meeting.place)
        .replace("{name}", name)
}

/// The theme of a meeting: its title without what it is.
pub fn theme(meeting: &Meeting) -> &str {
    let title = meeting.title.as_str();
    title.strip_suffix("专题联席会议").or_else(|| title.strip_suffix("联席会议")).unwrap_or(title)
}

/// What a unit answers to a decision.
pub fn answer(text: &str, n: usize) -> String {
    const ANSWERS: [&str; 4] = [
        "已按会议要求办结。我单位召开专题会议作了部署，明确专人负责，会同配合单位按时完成，有关材料随文报送。",
        "已完成。工作中征求了配合单位意见，形成的文件已印发执行，执行情况将按季度报送。",
        "已办理完毕。前期调查摸底、方案制定、组织实施三个环节均已完成，佐证材料和图片资料附后。",
        "已落实。成立了工作专班，逐项对照会议决定办理，取得的成效和下一步打算详见附件。",
    ];
    format!("“{text}”一事，{}", ANSWERS[n % ANSWERS.len()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::agenda;

    #[test]
    fn minutes_are_of_real_length_and_leave_nothing_to_be_filled_in() {
        let year = agenda::year().unwrap();
        let held = year.meeting.iter().filter(|m| m.cancel_reason.is_none() && !m.upcoming);
        for meeting in held {
            let text = minutes(meeting, "市长程启航", "2016年第1次联席会议");
            let length = text.chars().count();
            assert!((300..4000).contains(&length), "{} has {length} characters", meeting.date);
            assert!(!text.contains('{') && !text.contains("。。"), "{text}");
            let agreed = meeting.item.iter().filter(|item| item.verdict == "agree").count();
            assert_eq!(
                text.lines()
                    .filter(|line| NUMERALS.iter().any(|n| line.starts_with(&format!("{n}、"))))
                    .count(),
                agreed
            );
        }
    }

    #[test]
    fn a_decision_names_its_units_and_its_day() {
        let year = agenda::year().unwrap();
        let meeting = &year.meeting[0];
        let words = decided(&meeting.item[0].decision[0], meeting);
        assert!(words.contains("牵头单位：市质监局；配合单位：市发展改革委、市经济和信息化委"), "{words}");
        assert!(words.ends_with("完成时限：2016年1月1日）"), "{words}");
    }
}
