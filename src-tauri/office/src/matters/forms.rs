//! 事项审定单: what goes to whoever decides, with everything recorded so far. Pure: record → form.
use press::form::{Align, Block, Cell, Form, Paper, Paragraph, Row, Table};

use super::kinds::{MatterLevel, MatterStep};
use super::record::{MatterCard, MatterMove};
use crate::kernel::desk::Desk;
use crate::kernel::written::date;

/// The sheet; what is not decided yet is room for the pen.
pub(super) fn sheet(desk: &Desk<'_>, card: &MatterCard) -> Form {
    let (matter, office) = (&card.matter, &desk.profile.office);
    let pair = |a: &str, b: &str, c: &str, d: &str| {
        Row::new(10.0, vec![Cell::label(a), Cell::text(b), Cell::label(c), Cell::text(d)])
    };
    let wide = |label: &str, words: &str| Row::new(12.0, vec![Cell::label(label), Cell::left(words).over(3)]);
    let story = |height: f64, share: f64, label: &str, cell: Cell| {
        Row::new(height, vec![Cell::label(label), cell.over(3)]).stretching(share)
    };
    let text = Cell::paragraphs(matter.text.lines().map(Paragraph::indented).collect());
    let mut rows = vec![
        pair("编　　号", &matter.number, "类　　别", &matter.level_label),
        pair("提出单位（人）", &matter.raised_by, "提出日期", &date(matter.raised_on)),
        wide("事　　项", &matter.title),
        story(45.0, 2.0, "内　　容", text),
        wide("依　　据", &rests(card)),
    ];
    if matter.level == MatterLevel::Major {
        let said = said(card, &[MatterStep::Deliberate, MatterStep::Defer]);
        rows.push(story(35.0, 1.0, "联席会议\n审议意见", opinions(said, true)));
    }
    let who = match matter.level {
        MatterLevel::Routine => format!("{}\n审定意见", desk.profile.group.deputy_title),
        MatterLevel::Major => format!("{}\n审定意见", desk.profile.group.leader_title),
    };
    rows.push(story(
        40.0,
        1.0,
        &who,
        opinions(said(card, &[MatterStep::Decide, MatterStep::SendBack]), false),
    ));
    let result = Cell::paragraphs(matter.result.lines().map(Paragraph::indented).collect());
    rows.push(story(30.0, 1.0, "办理结果", result));
    let line = format!("{}　（依据：{}）", card.way, card.article);
    Form {
        title: format!("{}事项审定单", office.short),
        paper: Paper::Upright,
        blocks: vec![
            Block::Table(Table { widths: vec![2.6, 5.0, 2.2, 4.2], size_pt: 12.0, head_rows: 0, rows }),
            Block::Space(1.5),
            Block::Text {
                text: line,
                face: press::page::Face::Kai,
                size_pt: 10.5,
                align: Align::Left,
                indent: false,
            },
        ],
        seat_cards: Vec::new(),
        foot: format!("{}　{}", office.short, date(desk.today())),
        watermarks: Vec::new(),
    }
}

/// Basis as written, and what is cited of the library.
fn rests(card: &MatterCard) -> String {
    let cited = card.citations.iter().map(|one| format!("《{}》{}", one.title, one.note));
    std::iter::once(card.matter.basis.clone())
        .filter(|basis| !basis.is_empty())
        .chain(cited)
        .collect::<Vec<_>>()
        .join("；")
}

fn said<'a>(card: &'a MatterCard, steps: &[MatterStep]) -> Vec<&'a MatterMove> {
    card.moves.iter().filter(|one| one.round == card.matter.round && steps.contains(&one.step)).collect()
}

fn opinions(all: Vec<&MatterMove>, meeting: bool) -> Cell {
    const SIGNED: &str = "签名：　　　　　　　　　年　　月　　日";
    const HELD: &str = "　　　　年　第　　次联席会议　　　　　年　　月　　日";
    if all.is_empty() {
        return Cell::left("").with_foot(if meeting { HELD } else { SIGNED });
    }
    let one = |step: &MatterMove| {
        // Whoever writes 同意 himself is not made to say it twice.
        let label = Some(step.outcome_label.as_str()).filter(|label| !step.words.contains(label));
        let words = [label.unwrap_or_default(), step.words.as_str(), step.meeting_words.as_str()];
        let words: Vec<&str> = words.into_iter().filter(|words| !words.is_empty()).collect();
        let who = if meeting { &step.meeting_name } else { &step.person_name };
        let by = if step.entrustment.is_some() { "（受委托）" } else { "" };
        [
            Paragraph::indented(words.join("。").replace("。。", "。")),
            Paragraph::right(format!("{who}{by}　{}", date(step.on))),
        ]
    };
    Cell::paragraphs(all.into_iter().flat_map(one).collect())
}
