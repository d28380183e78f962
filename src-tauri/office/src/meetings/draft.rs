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
