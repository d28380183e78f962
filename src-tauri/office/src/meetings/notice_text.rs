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
        parts.push(("主持人", format!("{}{}", chair.title.trim(), chair.name)));
    }
    parts.push(("会议主题", meeting.title.clone()));
    parts.push(("会议议题", listed(agenda)));
    parts.push(("有关要求", demands(meeting, profile)));
    if !meeting.contact.is_empty() {
        let phone = Some(&meeting.contact_phone).filter(|phone| !phone.is_empty());
        let phone = phone.map_or_else(String::new, |phone| format!("　电话：{phone}"));
        parts.push(("联系人", format!("{}{phone}", meeting.contact)));
    }
    parts.retain(|(_, words)| !words.trim().is_empty());
    let mut lines = vec![opening];
    for (at, (label, words)) in parts.into_iter().enumerate() {
        // One line where it fits, so that the receipt stays on the page.
        match words.lines().count() {
            1 if words.chars().count() <= 40 => lines.push(format!("{}、{label}：{words}", chinese(at + 1))),
            _ => {
                lines.push(format!("{}、{label}", chinese(at + 1)));
                lines.extend(words.lines().map(str::to_owned));
            }
        }
    }
    lines.join("\n")
}

fn listed(agenda: &[MeetingAgenda]) -> String {
    let line = |(at, item): (usize, &MeetingAgenda)| {
        let reporter =
            if item.reporter.is_empty() { String::new() } else { format!("（{}汇报）", item.reporter) };
        format!("{}.{}{reporter}", at + 1, without_stop(&item.title))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::profile::{SHIPPED, parse};
    use crate::meetings::kinds::{MeetingKind, MeetingStage};

    fn meeting() -> Meeting {
        Meeting {
            id: crate::meetings::kinds::MeetingId(uuid::Uuid::from_u128(1)),
            version: 1,
            kind: MeetingKind::Joint,
            kind_label: "联席会议".into(),
            stage: MeetingStage::Notified,
            stage_label: "已通知".into(),
            name: "2016年第11次联席会议".into(),
            title: "推进重点工作".into(),
            year: 2016,
            running: Some(11),
            planned_at: "2016-11-17T15:00:00".parse().unwrap(),
            held_at: None,
            ended_at: None,
            place: "市政府第二会议室".into(),
            chair: None,
            convener: String::new(),
            contact: "李晓燕".into(),
            contact_phone: String::new(),
            demands: String::new(),
            reason: "主要领导外出。".into(),
        }
    }

    #[test]
    fn a_notice_says_when_where_and_what_with_its_parts_numbered_on() {
        let text = draft(&meeting(), NoticeKind::First, &[], &parse(SHIPPED[1].1).unwrap());
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[1], "一、会议时间：2016年11月17日（星期四）15:00");
        assert_eq!(lines[2], "二、会议地点：市政府第二会议室");
        assert!(text.ends_with("联系人：李晓燕"), "no empty telephone: {text}");
    }

    #[test]
    fn a_notice_of_cancelling_gives_the_reason_and_nothing_else() {
        let text = draft(&meeting(), NoticeKind::Cancelled, &[], &parse(SHIPPED[1].1).unwrap());
        assert_eq!(
            text,
            "原定于2016年11月17日（星期四）15:00召开的2016年第11次联席会议，因主要领导外出不再召开，特此通知。"
        );
    }
}
