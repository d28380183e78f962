//! Minutes as an official document (纪要, GB/T 9704-2012, 10.3): from the record to plain data for the press. Pure.
use press::Document;
use press::document::{Attendance, Kind, Watermark};

use super::copies::{self, MeetingCopy};
use super::kinds::{InviteRole, MeetingKind, MinutesStage, Outcome};
use super::minutes::Minutes;
use super::record::{Meeting, MeetingInvitee};
use super::words::date;
use crate::kernel::profile::Profile;

/// The document; unsigned it says 送审稿 and bears no number, void it says 作废 and keeps its number.
pub fn document(
    profile: &Profile,
    minutes: &Minutes,
    meeting: &Meeting,
    invited: &[MeetingInvitee],
    copies: &[MeetingCopy],
) -> Document {
    let mark = match meeting.kind {
        MeetingKind::Joint => &profile.meetings.minutes_mark,
        MeetingKind::Special => &profile.meetings.special_minutes_mark,
    };
    Document {
        kind: Kind::Minutes,
        mark: mark.clone(),
        number: minutes.number.clone(),
        issuer: format!("{}办公室", profile.group.short),
        date: minutes.signed_on.map(date),
        title: minutes.title.clone(),
        body: minutes.text.clone(),
        attendance: attendance(invited),
        copies_to: copies::printed(copies),
        printed_by: format!("{}办公室", profile.group.short),
        printed_on: minutes.issued_on.map(date),
        copies: minutes.copies,
        watermarks: watermark(minutes).into_iter().collect(),
        ..Document::default()
    }
}

fn watermark(minutes: &Minutes) -> Option<Watermark> {
    match minutes.stage {
        MinutesStage::Voided => Some(Watermark::Void),
        MinutesStage::Signed | MinutesStage::Issued => None,
        _ => Some(Watermark::ForReview),
    }
}

/// 出席、请假、列席、缺席, each by unit; a delegate stands among those who attended, marked as such.
pub fn attendance(invited: &[MeetingInvitee]) -> Vec<Attendance> {
    let of = |role: InviteRole, outcome: Outcome| {
        invited.iter().filter(move |i| i.role == role && i.outcome == outcome)
    };
    let name = |i: &MeetingInvitee| (i.unit_short.clone(), i.name.clone());
    let came = invited.iter().filter(|i| i.role == InviteRole::Attend).filter_map(|i| match i.outcome {
        Outcome::Present => Some(name(i)),
        Outcome::Leave if !i.delegate_name.is_empty() => {
            Some((i.unit_short.clone(), format!("{}（代{}）", i.delegate_name, i.name)))
        }
        _ => None,
    });
    let lines = [
        ("出席", came.collect::<Vec<_>>()),
        ("请假", of(InviteRole::Attend, Outcome::Leave).map(name).collect()),
        ("列席", of(InviteRole::Observe, Outcome::Present).map(name).collect()),
        ("缺席", of(InviteRole::Attend, Outcome::Absent).map(name).collect()),
    ];
    let lines = lines.into_iter().filter(|(_, people)| !people.is_empty());
    lines.map(|(label, people)| Attendance { label: label.into(), entries: by_unit(people) }).collect()
}

/// One running entry: a line a unit would fill pages in a meeting of the whole group.
fn by_unit(people: Vec<(String, String)>) -> Vec<String> {
    let mut units: Vec<(String, Vec<String>)> = Vec::new();
    for (unit, name) in people {
        match units.iter_mut().find(|(other, _)| *other == unit) {
            Some((_, names)) => names.push(name),
            None => units.push((unit, vec![name])),
        }
    }
    let entry = |(unit, names): (String, Vec<String>)| match unit.as_str() {
        "" => names.join("、"),
        unit => format!("{unit}：{}", names.join("、")),
    };
    vec![units.into_iter().map(entry).collect::<Vec<_>>().join("；")]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meetings::kinds::{InviteeId, MeetingId, MinutesId};

    fn invitee(unit: &str, name: &str, role: InviteRole, outcome: Outcome, delegate: &str) -> MeetingInvitee {
        MeetingInvitee {
            id: InviteeId(uuid::Uuid::from_u128(1)),
            version: 1,
            position: 1,
            role,
            role_label: String::new(),
            person: None,
            post: String::new(),
            post_label: String::new(),
            name: name.into(),
            title: String::new(),
            unit: None,
            unit_name: String::new(),
            unit_short: unit.into(),
            phone: String::new(),
            by_hand: false,
            outcome,
            outcome_label: String::new(),
            leave_reason: String::new(),
            leave_letter: String::new(),
            leave_on: None,
            consent_on: None,
            consent_words: String::new(),
            delegate_name: delegate.into(),
            delegate_title: String::new(),
            attachments: Vec::new(),
        }
    }

    #[test]
    fn the_attendance_block_groups_by_unit_and_marks_delegates() {
        use InviteRole::{Attend, Observe};
        let people = [
            invitee("", "王立新", Attend, Outcome::Present, ""),
            invitee("", "陈明", Attend, Outcome::Present, ""),
            invitee("市质监局", "张堃", Attend, Outcome::Present, ""),
            invitee("市发改委", "刘喆", Attend, Outcome::Leave, "钱昇"),
            invitee("市经信委", "孙玥", Attend, Outcome::Absent, ""),
            invitee("市经信委", "冯祎", Observe, Outcome::Present, ""),
            invitee("市质监局", "许婳", Attend, Outcome::Present, ""),
        ];
        let lines: Vec<(String, Vec<String>)> =
            attendance(&people).into_iter().map(|line| (line.label, line.entries)).collect();
        let line = |label: &str, entries: &[&str]| {
            (label.to_owned(), entries.iter().map(|words| (*words).to_owned()).collect::<Vec<String>>())
        };
        assert_eq!(
            lines,
            [
                line("出席", &["王立新、陈明；市质监局：张堃、许婳；市发改委：钱昇（代刘喆）"]),
                line("请假", &["市发改委：刘喆"]),
                line("列席", &["市经信委：冯祎"]),
                line("缺席", &["市经信委：孙玥"]),
            ]
        );
    }

    #[test]
    fn minutes_say_for_review_until_they_are_signed_and_void_when_they_are_void() {
        let at = |stage: MinutesStage| Minutes {
            id: MinutesId(uuid::Uuid::from_u128(1)),
            version: 1,
            meeting: MeetingId(uuid::Uuid::from_u128(1)),
            stage,
            stage_label: String::new(),
            title: String::new(),
            text: String::new(),
            signed_on: None,
            signer_name: String::new(),
            signer_words: String::new(),
            signed_basis: String::new(),
            number: None,
            issued_on: None,
            copies: None,
            void_reason: None,
        };
        for stage in MinutesStage::ALL {
            let says = match stage {
                MinutesStage::Signed | MinutesStage::Issued => None,
                MinutesStage::Voided => Some(Watermark::Void),
                _ => Some(Watermark::ForReview),
            };
            assert_eq!(watermark(&at(*stage)), says, "{}", stage.key());
        }
    }
}
