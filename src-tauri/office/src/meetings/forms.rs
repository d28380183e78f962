//! The room's office forms: 会议通知 with its tear-off 回执, 签到表, 请假单, 席位牌. Pure: record → form.
use press::form::{Align, Block, Cell, Form, Paper as Sheet, Row, SeatCard, Table};
use press::page::Face;

use super::kinds::{MeetingStage, NoticeKind, Outcome};
use super::record::{Meeting, MeetingCard, MeetingInvitee};
use super::words::{date, date_time};
use crate::kernel::paper::name_cell;
use crate::kernel::profile::Profile;

/// How closely a notice is set, so that its receipt finds room under it: size of the text in points, height of a row of
/// the receipt and of the gaps in mm. 三号 first; 四号 is the smallest that is still read at arm's length.
const SPACINGS: [(f64, f64, f64); 4] =
    [(16.0, 10.0, 4.0), (16.0, 8.0, 2.0), (15.0, 8.0, 2.0), (14.0, 7.5, 1.5)];

fn text(size_pt: f64, words: impl Into<String>, align: Align, indent: bool) -> Block {
    Block::Text { text: words.into(), face: Face::FangSong, size_pt, align, indent }
}

fn form(title: impl Into<String>, blocks: Vec<Block>, foot: &str) -> Form {
    Form {
        title: title.into(),
        paper: Sheet::Upright,
        blocks,
        seat_cards: Vec::new(),
        foot: foot.into(),
        watermarks: Vec::new(),
    }
}

/// The notice: as it went out, or as drafted if none has gone out yet; a receipt to tear off and send back. In several
/// spacings, the widest first.
pub fn notice(profile: &Profile, card: &MeetingCard, drafted: &str) -> Vec<Form> {
    SPACINGS.iter().map(|spacing| spaced_notice(profile, card, drafted, *spacing)).collect()
}

fn spaced_notice(
    profile: &Profile,
    card: &MeetingCard,
    drafted: &str,
    (size, row, gap): (f64, f64, f64),
) -> Form {
    let meeting = &card.meeting;
    // A meeting that was moved needs a new notice: its draft is shown, not the old notice.
    let moved = meeting.stage == MeetingStage::Postponed;
    let out = card.notices.first().filter(|_| !moved);
    let number = out.map_or_else(|| "（未编号）".to_owned(), |notice| notice.number.clone());
    let kind = out.map_or(if moved { NoticeKind::Again } else { NoticeKind::First }, |notice| notice.kind);
    let title = match kind {
        NoticeKind::Cancelled => format!("关于取消{}的通知", meeting.name),
        NoticeKind::Again => format!("关于{}延期的通知", meeting.name),
        NoticeKind::First => format!("关于召开{}的通知", meeting.name),
    };
    let mut blocks = vec![text(size, number, Align::Centre, false), Block::Space(gap)];
    blocks.push(text(size, "各参会人员：", Align::Left, false));
    for line in out.map_or(drafted, |notice| notice.text.as_str()).lines() {
        blocks.push(text(size, line, Align::Left, true));
    }
    blocks.push(Block::Space(gap * 1.5));
    blocks.push(text(size, profile.office.name.clone(), Align::Right, false));
    blocks.push(text(
        size,
        out.map_or_else(|| "　　年　　月　　日".into(), |n| date(n.issued_on)),
        Align::Right,
        false,
    ));
    if kind != NoticeKind::Cancelled {
        blocks.extend(receipt(meeting, size, row, gap));
    }
    form(title, blocks, &profile.office.name)
}

fn receipt(meeting: &Meeting, size_pt: f64, row: f64, gap: f64) -> Vec<Block> {
    let empty = |cols: usize| Cell::text("").over(cols);
    let labels = ["单位", "姓名", "职务", "电话", "是否请假"].map(Cell::label).to_vec();
    let blank = || Row::new(row, (0..5).map(|_| empty(1)).collect());
    let table = Table {
        widths: vec![3.0, 1.6, 2.4, 2.4, 1.6],
        size_pt: 12.0,
        head_rows: 1,
        rows: vec![Row::new(row.min(9.0), labels), blank(), blank()],
    };
    vec![
        Block::Space(gap),
        Block::TearLine,
        Block::Text {
            text: format!("{}参会回执", meeting.name),
            face: Face::Hei,
            size_pt,
            align: Align::Centre,
            indent: false,
        },
        Block::Space(gap / 2.0),
        Block::Table(table),
        Block::Ends {
            left: "单位（盖章）：".into(), right: "　　年　　月　　日".into(), size_pt: 12.0
        },
    ]
}

/// The sign-in sheet: who is expected, delegates in the place of those on leave, room for signatures.
pub fn sign_in(profile: &Profile, card: &MeetingCard) -> Form {
    let meeting = &card.meeting;
    let head = ["序号", "单位", "姓名", "职务", "电话", "签名", "是否代会"].map(Cell::label).to_vec();
    let mut rows = vec![Row::new(10.0, head)];
    rows.extend(card.invited.iter().enumerate().map(|(at, one)| sign_in_row(at + 1, one)));
    let table = Table { widths: vec![1.0, 3.1, 2.2, 3.6, 2.7, 2.3, 1.8], size_pt: 10.5, head_rows: 1, rows };
    let blocks = vec![
        line(&format!("会议名称：{}", meeting.name)),
        line(&format!("会议时间：{}", date_time(meeting.planned_at))),
        line(&format!("会议地点：{}", meeting.place)),
        Block::Space(2.0),
        Block::Table(table),
    ];
    form(format!("{}签到表", meeting.kind_label), blocks, &profile.office.name)
}

fn line(words: &str) -> Block {
    Block::Text { text: words.into(), face: Face::FangSong, size_pt: 12.0, align: Align::Left, indent: false }
}

fn sign_in_row(n: usize, one: &MeetingInvitee) -> Row {
    let delegated = one.outcome == Outcome::Leave && !one.delegate_name.is_empty();
    let (name, title, note) = match one.outcome {
        Outcome::Leave if delegated => (&one.delegate_name, &one.delegate_title, format!("代{}", one.name)),
        Outcome::Leave => (&one.name, &one.title, "请假".into()),
        _ => (&one.name, &one.title, String::new()),
    };
    let role = if one.role.key() == "observe" { "（列席）" } else { "" };
    let phone = if delegated { "" } else { one.phone.as_str() };
    Row::new(
        9.0,
        vec![
            Cell::text(n.to_string()),
            Cell::left(format!("{}{role}", one.unit_short)),
            name_cell(name, 4, 10.5),
            Cell::left(title.as_str()),
            Cell::text(phone),
            Cell::text(""),
            Cell::text(note),
        ],
    )
}

/// The leave slip: of one person with what is known, or blank.
pub fn leave(profile: &Profile, meeting: &Meeting, whose: Option<&MeetingInvitee>) -> Form {
    let known = |pick: fn(&MeetingInvitee) -> &str| whose.map(pick).unwrap_or_default().to_owned();
    let pair = |label: &str, value: String, other: &str, second: String| {
        Row::new(12.0, vec![Cell::label(label), Cell::text(value), Cell::label(other), Cell::text(second)])
    };
    let wide = |label: &str, value: String, height: f64| {
        Row::new(height, vec![Cell::label(label), Cell::left(value).over(3)])
    };
    let signed = |label: &str, value: String| {
        let words = if value.is_empty() {
            "\n\n　　　　　　签名：　　　　　　　　年　　月　　日".to_owned()
        } else {
            value
        };
        wide(label, words, 34.0)
    };
    let chair = meeting.chair.as_ref().map(|chair| chair.name.clone()).unwrap_or_default();
    let consent = whose.and_then(|one| one.consent_on.map(|on| (on, one.consent_words.clone())));
    let consent = consent.map(|(on, words)| {
        let words = if words.is_empty() { "同意".to_owned() } else { words };
        format!("{words}\n\n　　　　　　签名：{chair}　　　{}", date(on))
    });
    let rows = vec![
        wide("会议名称", meeting.name.clone(), 12.0),
        wide("会议时间", date_time(meeting.planned_at), 12.0),
        pair("单位", known(|one| &one.unit_name), "姓名", known(|one| &one.name)),
        pair("职务", known(|one| &one.title), "联系电话", known(|one| &one.phone)),
        wide("请假事由", known(|one| &one.leave_reason), 30.0),
        pair(
            "受委托人\n姓名",
            known(|one| &one.delegate_name),
            "受委托人\n职务",
            known(|one| &one.delegate_title),
        ),
        signed("单位意见", String::new()),
        signed("主持人\n意见", consent.unwrap_or_default()),
    ];
    let blocks = vec![
        Block::Table(Table { widths: vec![1.5, 3.0, 1.5, 2.6], size_pt: 14.0, head_rows: 0, rows }),
        Block::Space(2.0),
        line("说明：因故不能参加会议的，应书面向会议主持人请假，并委托本单位其他负责同志参加会议。"),
    ];
    form(format!("{}请假单", meeting.kind_label), blocks, &profile.office.name)
}

/// Name cards of all who come: the delegate's where there is one, none for who is on leave or absent without one.
pub fn seat_cards(card: &MeetingCard) -> Form {
    let held = matches!(card.meeting.stage, MeetingStage::Held | MeetingStage::Closed);
    let seat = |one: &MeetingInvitee| {
        let name = match one.outcome {
            Outcome::Leave if one.delegate_name.is_empty() => return None,
            Outcome::Leave => one.delegate_name.clone(),
            Outcome::Absent if held => return None,
            _ => one.name.clone(),
        };
        Some(SeatCard { name, unit: one.unit_short.clone() })
    };
    Form {
        seat_cards: card.invited.iter().filter_map(seat).collect(),
        ..form(format!("{}席位牌", card.meeting.name), Vec::new(), "")
    }
}
