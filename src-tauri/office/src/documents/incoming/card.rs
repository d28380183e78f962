//! The card of a paper that came in: its stages, what may be done now, where it is, everything that was done.
use chrono::NaiveDate;

use super::flow::{self, Facts, IncomingStage, IncomingStep};
use super::record::{
    Incoming, IncomingCard, IncomingHandler, IncomingInstruction, IncomingItem, IncomingMove, IncomingReader,
    OWNER,
};
use super::store::{beside, handlers, papers, readers};
use super::{asks, open};
use crate::documents::kinds::IncomingId;
use crate::documents::outgoing;
use crate::documents::proofs::{DocumentProof, places};
use crate::documents::step::{DocumentPerson, DocumentStep};
use crate::documents::words::date;
use crate::followup;
use crate::kernel::attachments::{self, Attachment};
use crate::kernel::desk::Desk;
use crate::kernel::flow::StageDot;
use crate::kernel::refusal::{Refusal, Result, article_name};
use crate::kernel::role::Role;
use crate::registry::{self, PostKind, RosterLine};

/// The card of a paper.
pub fn of(desk: &Desk<'_>, id: IncomingId) -> Result<IncomingCard> {
    let paper = papers::get(desk, id)?;
    let (handlers, readers, items) = (handlers::all(desk, id)?, readers::all(desk, id)?, items(desk, id)?);
    let facts = facts(&handlers, &readers, &items);
    let moves = beside::moves(desk, id)?;
    let up = if flow::goes_up(paper.kind, desk.profile) { flow::readers(desk.profile) } else { Vec::new() };
    let instructions = beside::instructions(desk, id)?;
    let attachments = attachments::of(desk, OWNER, id)?;
    Ok(IncomingCard {
        allowed: allowed(desk, &paper, &facts),
        instructors: instructors_on(desk, paper.stage, desk.today())?
            .iter()
            .map(DocumentPerson::from)
            .collect(),
        beside: open::besides(desk, &paper),
        proofs: proofs(&moves, &instructions, attachments),
        stages: dots(&paper, &moves, &up),
        moves,
        instructions,
        urgings: super::store::handlers::urgings(desk, id)?,
        whereabouts: whereabouts(&paper, &handlers, &readers),
        step_due_on: step_due_on(desk, &paper, &handlers)?,
        handlers,
        readers,
        items,
        answers: outgoing::store::documents::answering(desk, id)?,
        article: article_name(flow::article(paper.kind, desk.profile)),
        paper,
    })
}

/// The steps of this stage for whoever is at the desk, with what they ask for.
fn allowed(desk: &Desk<'_>, paper: &Incoming, facts: &Facts) -> Vec<DocumentStep> {
    let offered = flow::choices(paper.kind, paper.stage, facts, desk.profile).into_iter();
    offered
        .filter_map(|mut choice| {
            let step = IncomingStep::from_key(&choice.step)?;
            if let (None, Err(no)) = (&choice.why_not, director(desk, step)) {
                choice.why_not = Some(no.to_string());
            }
            Some(asks::form(paper, step, choice, desk.profile))
        })
        .collect()
}

/// Who may give an instruction where a paper lies (第十五条), on a day; nobody where none is waited for.
pub fn instructors_on(desk: &Desk<'_>, stage: IncomingStage, on: NaiveDate) -> Result<Vec<RosterLine>> {
    let posts: &[PostKind] = match stage {
        IncomingStage::Deputy => &[PostKind::ExecutiveDeputy, PostKind::Deputy],
        IncomingStage::Leader => &[PostKind::Leader],
        _ => return Ok(Vec::new()),
    };
    let roster = registry::roster_on(desk, on)?;
    Ok(roster.into_iter().filter(|line| posts.contains(&line.post)).collect())
}

/// Name of the place of the paper itself.
pub const PAPER: &str = "来文扫描件";

/// The places for files: the paper itself, every step taken that can be proved, instructions, everything else.
fn proofs(
    moves: &[IncomingMove],
    instructions: &[IncomingInstruction],
    attachments: Vec<Attachment>,
) -> Vec<DocumentProof> {
    let stepped = |one: &IncomingMove| one.from != one.to && one.step != IncomingStep::Instruct.key();
    let steps = moves.iter().filter(|one| stepped(one)).map(|one| format!("{}扫描件", one.step_label));
    let mut found = places(std::iter::once(PAPER.to_owned()).chain(steps).collect(), attachments);
    let own = instructions.iter().map(|one| DocumentProof {
        purpose: "批示扫描件".into(),
        label: format!("{}{}批示", one.post_label, one.name),
        instruction: Some(one.id),
        files: one.attachments.clone(),
    });
    found.splice(1..1, own);
    found
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
fn dots(paper: &Incoming, moves: &[IncomingMove], up: &[IncomingStage]) -> Vec<StageDot> {
    use IncomingStage as S;
    let mut line = vec![
        (S::Received, "登记"),
        (S::Registered, "初审"),
        (S::Checked, "拟办"),
        (S::Deputy, "副组长批示"),
        (S::Leader, "组长批示"),
        (S::Ready, "承办"),
        (S::Answered, "办结"),
    ];
    let passed = |stage: &S| moves.iter().any(|one| one.to == *stage);
    line.retain(|(at, _)| !matches!(at, S::Deputy | S::Leader) || up.contains(at) || passed(at));
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
