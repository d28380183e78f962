//! A matter's card: what the flow offers, the line of stages, how long it may still wait.
use super::commands::OWNER;
use super::flow::{self, Facts};
use super::kinds::{MatterId, MatterLevel, MatterStage, MatterStep};
use super::record::{Matter, MatterCard, MatterMove};
use super::{deciders, entrustments, store};
use crate::kernel::desk::Desk;
use crate::kernel::flow::StageDot;
use crate::kernel::refusal::{Result, article_name};
use crate::kernel::{Refusal, attachments};
use crate::library;

/// A matter with all that belongs to it.
pub(super) fn of(desk: &Desk<'_>, id: MatterId) -> Result<MatterCard> {
    let (matter, moves) = (store::get(desk, id)?, store::moves(desk, id)?);
    let facts = facts(desk, &matter, &moves);
    Ok(MatterCard {
        stages: dots(&matter, &moves),
        allowed: flow::choices(matter.stage, &facts),
        way: deciders::way(desk.profile, matter.level),
        article: article_name(desk.profile.matters.article),
        edit_why_not: may_edit(desk, &matter).err().map(|no| no.to_string()),
        edit_needs_reason: matter.stage == MatterStage::Closed,
        texts: store::texts(desk, id)?,
        entrustments: entrustments::all(desk)?.into_iter().filter(|one| one.matter == Some(id)).collect(),
        citations: library::citations_of(desk, super::CITES, &id.to_string())?,
        attachments: attachments::of(desk, OWNER, id)?,
        matter,
        moves,
    })
}

/// What the guards look at.
pub(super) fn facts(desk: &Desk<'_>, matter: &Matter, moves: &[MatterMove]) -> Facts {
    let this_round = |step: MatterStep| {
        move |one: &&MatterMove| {
            one.round == matter.round && one.level == MatterLevel::Major && one.step == step
        }
    };
    Facts {
        level: matter.level,
        deliberated: moves.iter().filter(this_round(MatterStep::Deliberate)).any(|one| one.meeting.is_some()),
        leader_decided: moves.iter().filter(this_round(MatterStep::Decide)).any(|one| one.person.is_some()),
        article: desk.profile.matters.article,
    }
}

/// Words change freely while nobody has said anything to them, and after closing with a reason.
pub(super) fn may_edit(desk: &Desk<'_>, matter: &Matter) -> Result<()> {
    let hint = match matter.stage {
        MatterStage::Raised | MatterStage::Closed => return Ok(()),
        MatterStage::Deliberated => "要改内容的，请办理“退回重新准备”，改后重新提请审议。",
        MatterStage::Decided => "请在办结时写明办理结果；办结以后可以写明原因更正。",
        MatterStage::Withdrawn => "撤回的事项保持原样；需要办理的请重新提出。",
    };
    Err(Refusal::refused(format!("事项处于“{}”阶段，内容不能更改。", matter.stage.label()))
        .hint(hint)
        .article(desk.profile.matters.article))
}

/// The row with what depends on today and on the rules.
pub(super) fn timed(desk: &Desk<'_>, mut matter: Matter) -> Result<Matter> {
    let waits = match (matter.level, matter.stage) {
        (MatterLevel::Routine, MatterStage::Raised) => Some(matter.raised_on.max(matter.since.date())),
        (MatterLevel::Major, MatterStage::Deliberated) => Some(matter.since.date()),
        _ => None,
    };
    if let Some(since) = waits {
        let due = desk.calendar()?.working_days_after(since, desk.profile.matters.decide_days);
        matter.due_on = Some(due);
        matter.days_left = Some((due - desk.today()).num_days());
    }
    matter.stage_label = match (matter.level, matter.stage) {
        (MatterLevel::Routine, MatterStage::Raised) => "待审定".into(),
        (MatterLevel::Major, MatterStage::Raised) => "待会议审议".into(),
        (_, MatterStage::Deliberated) => format!("待{}审定", desk.profile.group.leader_title),
        (_, MatterStage::Decided) => "已审定待办结".into(),
        _ => matter.stage_label,
    };
    Ok(matter)
}

fn dots(matter: &Matter, moves: &[MatterMove]) -> Vec<StageDot> {
    let mut way = vec![MatterStage::Raised];
    if matter.level == MatterLevel::Major {
        way.push(MatterStage::Deliberated);
    }
    way.extend([MatterStage::Decided, MatterStage::Closed]);
    let at = way.iter().position(|stage| *stage == matter.stage);
    let dot = |(place, stage): (usize, &MatterStage)| {
        let reached = moves.iter().rev().find(|one| one.to == *stage && one.round == matter.round);
        let state = match at {
            None => "void",
            Some(now) if place < now || matter.stage == MatterStage::Closed => "done",
            Some(now) if place == now => "current",
            Some(_) => "todo",
        };
        StageDot {
            key: stage.key().into(),
            label: if *stage == MatterStage::Raised { "提出".into() } else { stage.label().into() },
            state: state.into(),
            when: match reached {
                Some(one) => Some(one.on.and_time(chrono::NaiveTime::MIN)),
                None if *stage == MatterStage::Raised => {
                    Some(matter.raised_on.and_time(chrono::NaiveTime::MIN))
                }
                None => None,
            },
            who: reached.map(|one| one.person_name.clone()).unwrap_or_default(),
        }
    };
    way.iter().enumerate().map(dot).collect()
}
