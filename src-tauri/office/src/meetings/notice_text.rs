//! The text of a notice (会议通知) as drafted from the record. Pure; the clerk may change it before it goes out.
use super::kinds::NoticeKind;
use super::record::{Meeting, MeetingAgenda};
use super::words::{chinese, date_time, without_stop};
use crate::kernel::profile::Profile;

/// The draft.
pub fn draft(meeting: &Meeting, kind: NoticeKind, agenda: &[MeetingAgenda], profile: &Profile) -> String {
    let opening = match kind {
        NoticeKind::First => format!(
            "经研究，定于{}召开{}。现将有关事项通知如下：",
            date_time(meeting.planned_at),
            meeting.name
        ),
        NoticeKind::Again => format!(
            "原定召开的{}因{}延期。现将延期后的有关事项重新通知如下：",
            meeting.name,
            without_stop(&meeting.reason)
        ),
        NoticeKind::Cancelled => {
            let words = format!("原定于{}召开的{}，", date_time(meeting.planned_at), meeting.name);
            return format!("{words}因{}不再召开，特此通知。", without_stop(&meeting.reason));
        }
    };
    let mut parts = vec![("会议时间", date_time(meeting.planned_at)), ("会议地点", meeting.place.clone())];
    if let Some(chair) = &meeting.chair {
        parts.push(("主持人", format!("{}{}", title_before(&chair.title), chair.name)));
    }
    parts.push(("会议主题", meeting.title.clone()));
    parts.push(("会议议题", listed(agenda)));
    parts.push(("有关要求", demands(meeting, profile)));
    if !meeting.contact.is_empty() {
        let contact = format!("联系人：{}　电话：{}", meeting.contact, meeting.contact_phone);
        parts.push(("联系方式", contact.trim_end_matches("　电话：").to_owned()));
    }
    let mut lines = vec![opening];
    for (at, (label, words)) in parts.into_iter().enumerate() {
        lines.push(format!("{}、{label}", chinese(at + 1)));
        lines.extend(words.lines().map(str::to_owned));
    }
    lines.join("\n")
}

fn listed(agenda: &[MeetingAgenda]) -> String {
    let line = |(at, item): (usize, &MeetingAgenda)| {
        let reporter =
            if item.reporter.is_empty() { String::new() } else { format!("（{}汇报）", item.reporter) };
        format!("{}.{}{reporter}。", at + 1, without_stop(&item.title))
    };
    agenda.iter().enumerate().map(line).collect::<Vec<_>>().join("\n")
}

fn demands(meeting: &Meeting, profile: &Profile) -> String {
    if !meeting.demands.is_empty() {
        return meeting.demands.clone();
    }
    format!(
        "请参会人员准时参加。因故不能参加的，应书面向会议主持人请假，并委托本单位其他负责同志参加会议。请各单位填写回执，于会前报{}。",
        profile.office.short
    )
}

/// A title set before a name: `市长`; nothing where there is none.
pub fn title_before(title: &str) -> String {
    title.trim().to_owned()
}
