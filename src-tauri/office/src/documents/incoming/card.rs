//! The card of a paper that came in: its stages, what may be done now, where it is, everything that was done.
use chrono::NaiveDate;

use super::flow::{self, Facts, IncomingStage, IncomingStep};
use super::record::{
    Incoming, IncomingCard, IncomingHandler, IncomingItem, IncomingMove, IncomingReader, OWNER,
};
use super::store::{beside, handlers, papers, readers};
use crate::documents::kinds::IncomingId;
use crate::documents::outgoing;
use crate::documents::words::date;
use crate::followup;
use crate::kernel::attachments;
use crate::kernel::desk::Desk;
use crate::kernel::flow::StageDot;
use crate::kernel::refusal::{Refusal, Result, article_name};
use crate::kernel::role::Role;

/// The card of a paper.
pub fn of(desk: &Desk<'_>, id: IncomingId) -> Result<IncomingCard> {
    let paper = papers::get(desk, id)?;
    let (handlers, readers, items) = (handlers::all(desk, id)?, readers::all(desk, id)?, items(desk, id)?);
    let facts = facts(&handlers, &readers, &items);
    let moves = beside::moves(desk, id)?;
    let mut allowed = flow::choices(paper.kind, paper.stage, &facts, desk.profile);
    for choice in allowed.iter_mut().filter(|choice| choice.why_not.is_none()) {
        if let Some(Err(no)) = IncomingStep::from_key(&choice.step).map(|step| director(desk, step)) {
            choice.why_not = Some(no.to_string());
        }
    }
    Ok(IncomingCard {
        stages: dots(&paper, &moves, flow::goes_up(paper.kind, desk.profile)),
        allowed,
        moves,
        instructions: beside::instructions(desk, id)?,
        urgings: super::store::handlers::urgings(desk, id)?,
        whereabouts: whereabouts(&paper, &handlers, &readers),
        step_due_on: step_due_on(desk, &paper, &handlers)?,
        handlers,
        readers,
        items,
        answers: outgoing::store::documents::answering(desk, id)?,
        attachments: attachments::of(desk, OWNER, id)?,
        article: article_name(flow::article(paper.kind, desk.profile)),
        paper,
    })
}

/// Refuses a step that is the director's to whoever is not.
pub fn director(desk: &Desk<'_>, step: IncomingStep) -> Result<()> {
    if flow::for_director(step) && desk.who.role != Role::Director {
        let who = format!("{}{}", desk.profile.office.short, desk.profile.office.director_title);
        return Err(Refusal::not_allowed(format!("“{}”须由{who}办理。", step.label())));
    }
    Ok(())
}

/// What the guards look at.
pub fn facts(handlers: &[IncomingHandler], readers: &[IncomingReader], items: &[IncomingItem]) -> Facts {
    let out = readers.iter().filter(|reader| reader.sent_on.is_some() && reader.returned_on.is_none());
    let waiting = handlers.iter().filter(|handler| handler.answered_on.is_none());
    Facts {
        reading: out.map(|reader| reader.name.clone()).collect(),
        unread: readers.iter().filter(|reader| reader.sent_on.is_none()).count(),
        unanswered: waiting.map(|handler| handler.name.clone()).collect(),
        open_items: items.iter().filter(|item| !item.closed).count(),
    }
}

/// Follow-up items of a paper as they stand now.
pub fn items(desk: &Desk<'_>, id: IncomingId) -> Result<Vec<IncomingItem>> {
    let tied = beside::items(desk, id)?.into_iter();
    tied.map(|(instruction, item)| {
        let seen = followup::item(desk, item)?;
        Ok(IncomingItem {
            instruction,
            item,
            number: seen.number,
            text: seen.text,
            stage_label: seen.stage_label,
            closed: seen.stage.is_over(),
        })
    })
    .collect()
}

/// Where the paper is now, in one line.
pub fn whereabouts(paper: &Incoming, handlers: &[IncomingHandler], readers: &[IncomingReader]) -> String {
    let out: Vec<String> = readers
        .iter()
        .filter(|reader| reader.sent_on.is_some() && reader.returned_on.is_none())
        .map(|reader| match reader.back_by {
            Some(back) => format!("{}（应于{}前阅退）", reader.name, date(back)),
            None => reader.name.clone(),
        })
        .collect();
    if !out.is_empty() {
        return format!("在{}处传阅", out.join("、"));
    }
    let waiting: Vec<&str> =
        handlers.iter().filter(|handler| handler.answered_on.is_none()).map(|h| h.name.as_str()).collect();
    match paper.stage {
        IncomingStage::Handling if !waiting.is_empty() => format!("由{}承办", waiting.join("、")),
        IncomingStage::Deputy | IncomingStage::Leader => paper.stage_label.clone(),
        IncomingStage::Returned => format!("已退回{}", paper.sender_name),
        _ => format!("在办公室，{}", paper.stage_label),
    }
}

/// The last day of what is being waited for.
pub fn step_due_on(
    desk: &Desk<'_>,
    paper: &Incoming,
    handlers: &[IncomingHandler],
) -> Result<Option<NaiveDate>> {
    use IncomingStage as S;
    let rules = &desk.profile.documents;
    Ok(match paper.stage {
        S::Closed | S::Returned => None,
        S::Handling => handlers.iter().filter(|h| h.answered_on.is_none()).map(|h| h.due_on).max(),
        S::Ready | S::Answered => paper
            .due_on
            .or(Some(desk.calendar()?.working_days_after(paper.since.date(), rules.handling_days))),
        _ => Some(desk.calendar()?.working_days_after(paper.since.date(), rules.step_days)),
    })
}

/// 签收 · 登记 · 初审 · 拟办 · 批示 · 承办 · 办结.
fn dots(paper: &Incoming, moves: &[IncomingMove], goes_up: bool) -> Vec<StageDot> {
    use IncomingStage as S;
    let up = goes_up || moves.iter().any(|one| one.to == S::Deputy);
    let mut line = vec![
        (S::Received, "登记"),
        (S::Registered, "初审"),
        (S::Checked, "拟办"),
        (S::Deputy, "副组长批示"),
        (S::Leader, "组长批示"),
        (S::Ready, "承办"),
        (S::Answered, "办结"),
    ];
    line.retain(|(stage, _)| up || !matches!(stage, S::Deputy | S::Leader));
    let here = match paper.stage {
        S::Closed => line.len(),
        S::Returned => 1,
        S::Handling => line.len() - 2,
        stage => line.iter().position(|(at, _)| *at == stage).unwrap_or(0),
    };
    let received = StageDot {
        key: "signed_for".into(),
        label: "签收".into(),
        state: "done".into(),
        when: Some(paper.received_on.and_hms_opt(0, 0, 0).unwrap_or_default()),
        who: paper.received_by.clone(),
    };
    let dot = |(at, (stage, label)): (usize, &(S, &str))| {
        let left = |one: &&IncomingMove| {
            let from = if one.from == S::Handling { S::Ready } else { one.from };
            from == *stage && one.to != one.from
        };
        let passed = moves.iter().rev().find(left).filter(|_| at < here);
        let state = match at.cmp(&here) {
            std::cmp::Ordering::Less => "done",
            std::cmp::Ordering::Equal if paper.stage != S::Returned => "current",
            _ => "todo",
        };
        StageDot {
            key: stage.key().into(),
            label: (*label).into(),
            state: state.into(),
            when: passed.map(|one| one.at),
            who: passed.map(|one| one.who.clone()).unwrap_or_default(),
        }
    };
    std::iter::once(received).chain(line.iter().enumerate().map(dot)).collect()
}
