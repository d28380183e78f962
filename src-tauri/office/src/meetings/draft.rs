//! The minutes' draft (会议纪要拟稿) from the record: time, place, chair, what was heard, what was decided. Pure.
//!
//! It says nothing that is not on record; what was discussed is for the clerk to write.
use super::kinds::{AgendaDecision, MeetingKind};
use super::record::{Meeting, MeetingAgenda, MeetingDecision};
use super::words::{chinese, date, part_of_day, without_stop};
use crate::kernel::profile::Profile;
use crate::registry::PostKind;

/// Title of the draft: `关于……的会议纪要`.
pub fn title(meeting: &Meeting) -> String {
    let theme = without_stop(&meeting.title);
    let theme = theme.strip_suffix("会议纪要").unwrap_or(theme);
    let theme = theme.strip_prefix("关于").unwrap_or(theme);
    format!("关于{}的会议纪要", theme.trim_end_matches('的'))
}

/// Text of the draft.
pub fn text(
    meeting: &Meeting,
    agenda: &[MeetingAgenda],
    decisions: &[MeetingDecision],
    profile: &Profile,
) -> String {
    let mut lines = vec![opening(meeting, profile)];
    let items: Vec<&MeetingAgenda> =
        agenda.iter().filter(|item| item.decision == AgendaDecision::Agreed).collect();
    let mut part = 0;
    for item in &items {
        part += 1;
        lines.push(format!("{}、关于{}", chinese(part), about(&item.title)));
        lines.push(heard(item));
        let taken: Vec<&MeetingDecision> = decisions.iter().filter(|d| d.agenda == Some(item.id)).collect();
        decided(&mut lines, &taken);
    }
    let others: Vec<&MeetingDecision> =
        decisions.iter().filter(|d| !items.iter().any(|item| d.agenda == Some(item.id))).collect();
    if !others.is_empty() {
        lines.push(format!("{}、其他事项", chinese(part + 1)));
        decided(&mut lines, &others);
    }
    if !decisions.is_empty() {
        lines.push(format!(
            "会议要求，各有关单位要认真执行会议决定，在规定时限内办理落实，并将办理结果书面回复{}。",
            profile.office.short
        ));
    }
    lines.join("\n")
}

fn opening(meeting: &Meeting, profile: &Profile) -> String {
    let at = meeting.held_at.unwrap_or(meeting.planned_at);
    let who = meeting.chair.as_ref().map(|chair| {
        let entrusted = match chair.post == PostKind::ExecutiveDeputy.key() {
            true => format!("受{}委托，", profile.group.leader_title),
            false => String::new(),
        };
        let title = if chair.title.is_empty() { &chair.post_label } else { &chair.title };
        format!("{entrusted}{}{}", title, chair.name)
    });
    let theme = without_stop(&meeting.title);
    let theme = match theme.starts_with("研究") || theme.starts_with("听取") || theme.starts_with("安排")
    {
        true => theme.to_owned(),
        false => format!("研究{}", theme.strip_prefix("关于").unwrap_or(theme)),
    };
    format!(
        "{}{}，{}在{}主持召开{}，{theme}。现将会议议定事项纪要如下：",
        date(at.date()),
        part_of_day(at),
        who.unwrap_or_default(),
        meeting.place,
        called(meeting, profile),
    )
}

fn called(meeting: &Meeting, profile: &Profile) -> String {
    let name = match meeting.kind {
        MeetingKind::Joint => &profile.meetings.name,
        MeetingKind::Special => &profile.meetings.special_name,
    };
    meeting.running.map_or_else(|| name.clone(), |n| format!("{}年第{n}次{name}", meeting.year))
}

fn about(title: &str) -> &str {
    let title = without_stop(title);
    title.strip_prefix("关于").unwrap_or(title)
}

fn heard(item: &MeetingAgenda) -> String {
    let reporter = if item.reporter.is_empty() { &item.prepared_by } else { &item.reporter };
    format!("会议听取了{reporter}关于{}的汇报。", about(&item.title).trim_end_matches("的汇报"))
}

fn decided(lines: &mut Vec<String>, decisions: &[&MeetingDecision]) {
    if decisions.is_empty() {
        return;
    }
    lines.push("会议决定：".into());
    for (at, decision) in decisions.iter().enumerate() {
        lines.push(format!("{}.{}", at + 1, sentence(decision)));
    }
}

/// One decision as a sentence: who leads, who helps, what, by when.
pub fn sentence(decision: &MeetingDecision) -> String {
    let helpers: Vec<&str> = decision.helpers.iter().map(|unit| unit.short.as_str()).collect();
    let text = without_stop(&decision.text);
    // Where the words already say who leads, they are left as the meeting took them.
    let who = match (text.contains("牵头"), helpers.is_empty()) {
        (true, _) => String::new(),
        (false, true) => format!("由{}负责，", decision.lead.short),
        (false, false) => format!("由{}牵头，{}配合，", decision.lead.short, helpers.join("、")),
    };
    let due = date(decision.due_on);
    let when = if text.contains("日前") || text.contains("底前") {
        String::new()
    } else {
        format!("，于{due}前完成")
    };
    format!("{who}{text}{when}。")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meetings::kinds::DecisionId;
    use crate::meetings::record::MeetingDecisionUnit;
    use crate::registry::UnitId;

    fn unit(n: u128, short: &str) -> MeetingDecisionUnit {
        MeetingDecisionUnit { unit: UnitId(uuid::Uuid::from_u128(n)), short: short.into() }
    }

    fn decision(text: &str, helpers: Vec<MeetingDecisionUnit>) -> MeetingDecision {
        MeetingDecision {
            id: DecisionId(uuid::Uuid::from_u128(9)),
            version: 1,
            position: 1,
            agenda: None,
            text: text.into(),
            lead: unit(1, "市质监局"),
            helpers,
            due_on: "2016-12-25".parse().unwrap(),
            followup: None,
            item: None,
        }
    }

    #[test]
    fn a_decision_says_who_leads_who_helps_what_and_by_when_without_saying_it_twice() {
        let table = [
            (decision("补齐缺项。", vec![]), "由市质监局负责，补齐缺项，于2016年12月25日前完成。"),
            (
                decision("补齐缺项", vec![unit(2, "市发改委"), unit(3, "市经信委")]),
                "由市质监局牵头，市发改委、市经信委配合，补齐缺项，于2016年12月25日前完成。",
            ),
            (
                decision("由市质监局牵头，各单位配合，12月底前补齐缺项", vec![unit(2, "市发改委")]),
                "由市质监局牵头，各单位配合，12月底前补齐缺项。",
            ),
        ];
        for (decision, words) in table {
            assert_eq!(sentence(&decision), words);
        }
    }

    #[test]
    fn a_theme_that_begins_with_about_is_not_given_it_twice() {
        assert_eq!(about("关于备案方案。"), "备案方案");
        assert_eq!(about("备案方案"), "备案方案");
    }
}
