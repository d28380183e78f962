//! The card of a document that goes out: its stages, what may be done now and by whom, everything that was done.
use super::flow::{self, OutgoingStage, OutgoingStep};
use super::record::{
    OWNER, Outgoing, OutgoingBack, OutgoingBeside, OutgoingCard, OutgoingMove, OutgoingReference,
    OutgoingSigner, PICTURE, Sealing,
};
use super::rules::{self, Day};
use super::{asks, distribution, store};
use crate::documents::kinds::OutgoingId;
use crate::documents::proofs::{DocumentProof, places};
use crate::documents::step::DocumentStep;
use crate::documents::{delegations, seals};
use crate::followup;
use crate::kernel::attachments;
use crate::kernel::desk::Desk;
use crate::kernel::document_rules::Station;
use crate::kernel::flow::{StageDot, StepChoice};
use crate::kernel::refusal::{Refusal, Result, article_name};
use crate::kernel::role::Role;
use crate::registry::{self, RosterLine};
use chrono::NaiveDate;

/// The card of a document.
pub fn of(desk: &Desk<'_>, id: OutgoingId) -> Result<OutgoingCard> {
    let document = store::documents::get(desk, id)?;
    let rules = &desk.profile.documents;
    let moves = store::moves::all(desk, id)?;
    let copies = store::copies::all(desk, id)?;
    let distribution = match document.printed_on {
        None => {
            let units = registry::units_on(desk, desk.today(), &[])?;
            distribution::list(&document.words, &units, &rules.collectives)
        }
        Some(_) => copies,
    };
    let replaces = match document.replaces {
        Some(other) => Some(store::documents::reference(&store::documents::get(desk, other)?)),
        None => None,
    };
    let replaced_by = store::documents::replaced_by(desk, id)?;
    Ok(OutgoingCard {
        stages: dots(desk, &document, &moves),
        allowed: allowed(desk, &document)?,
        beside: besides(desk, &document, replaced_by.as_ref()),
        proofs: proofs(desk, &document, &moves)?,
        backs: backs(desk, &document),
        signers: signers(desk, &document)?,
        locked: flow::may_be_edited(document.stage, desk.profile).err().map(|no| no.to_string()),
        step_due_on: step_due_on(desk, &document)?,
        moves,
        cosignatures: store::cosign::all(desk, id)?,
        versions: document.text_version,
        distribution,
        replaces,
        replaced_by,
        followups: followup::items_of_document(desk, &id.to_string())?,
        article: article_name(rules.issuing_article),
        document,
    })
}

/// The last day of the step that is being waited for; none where nothing is.
pub fn step_due_on(desk: &Desk<'_>, document: &Outgoing) -> Result<Option<NaiveDate>> {
    let rules = &desk.profile.documents;
    let days = match document.stage {
        OutgoingStage::Signed | OutgoingStage::Proofread => rules.printing_days,
        stage if flow::station(stage).is_some_and(|station| station != Station::Drafter) => rules.step_days,
        _ => return Ok(None),
    };
    Ok(Some(desk.calendar()?.working_days_after(document.since.date(), days)))
}

/// The steps of this stage for whoever is at the desk.
pub fn allowed(desk: &Desk<'_>, document: &Outgoing) -> Result<Vec<DocumentStep>> {
    let route = desk.profile.documents.route_of(document.facts.issuer);
    let himself = himself(desk, document, desk.today())?.is_some();
    let offered = flow::choices(route, document.stage, |step| guard(desk, document, step)).into_iter();
    let form = |choice: StepChoice| {
        let step = OutgoingStep::from_key(&choice.step)?;
        Some(asks::form(document, step, choice, himself))
    };
    Ok(offered.filter_map(form).collect())
}

/// The director at the desk, where a document lies with him on a day: he signs as himself, without a paper.
pub fn himself(desk: &Desk<'_>, document: &Outgoing, on: NaiveDate) -> Result<Option<RosterLine>> {
    if flow::station(document.stage) != Some(Station::Director) || desk.who.role != Role::Director {
        return Ok(None);
    }
    Ok(registry::director_on(desk, on)?.filter(|line| line.name == desk.who.name))
}

/// What may be done beside the stages.
fn besides(desk: &Desk<'_>, document: &Outgoing, later: Option<&OutgoingReference>) -> OutgoingBeside {
    let why = |says: Result<()>| says.err().map(|no| no.to_string());
    OutgoingBeside {
        cosign: why(cosigned(desk, document)),
        distribute: why(distributed(desk, document)),
        reissue: why(reissued(desk, document, later)),
        seal: why(
            sealable(desk, document).and_then(|()| seals::needed(desk, document.facts.issuer).map(drop))
        ),
    }
}

/// Refuses 会签 of what is not on its way to signature.
pub fn cosigned(desk: &Desk<'_>, document: &Outgoing) -> Result<()> {
    match flow::station(document.stage) {
        Some(station) if station != Station::Drafter => Ok(()),
        _ => Err(Refusal::refused(format!("文件处于“{}”，不能登记会签。", document.stage_label))
            .hint("会签在送审以后、签发以前办理。")
            .article(desk.profile.documents.issuing_article)),
    }
}

/// Refuses distribution of what is not printed, or no longer in force.
pub fn distributed(desk: &Desk<'_>, document: &Outgoing) -> Result<()> {
    match document.stage {
        OutgoingStage::Printed => Ok(()),
        _ => Err(Refusal::refused(format!("文件处于“{}”，不能登记分发和签收。", document.stage_label))
            .hint("请先办理签发、校核和印发；已撤销、已废止的文件不再分发。")
            .article(desk.profile.documents.issuing_article)),
    }
}

/// Refuses the picture of a seal on what is not signed, has ended, or is not sealed.
pub fn sealable(desk: &Desk<'_>, document: &Outgoing) -> Result<()> {
    use OutgoingStage::{Printed, Proofread, Signed};
    let no = |words: String, hint: &str| {
        Err(Refusal::refused(words).hint(hint).article(desk.profile.documents.issuing_article))
    };
    if !matches!(document.stage, Signed | Proofread | Printed) {
        return no(
            format!("文件处于“{}”，不能套印印章。", document.stage_label),
            "签发以后、失效以前的文件才能套印印章。",
        );
    }
    if document.facts.sealing != Sealing::Seal {
        return no(
            format!("这份文件定为“{}”，不套印印章。", document.facts.sealing.label()),
            "需要盖章的，拟稿时在“主送与要素”里选“加盖印章”。",
        );
    }
    Ok(())
}

/// Refuses to begin anew what has not ended, or was begun anew already.
pub fn reissued(desk: &Desk<'_>, document: &Outgoing, later: Option<&OutgoingReference>) -> Result<()> {
    use OutgoingStage::{Repealed, Revoked, Voided};
    if !matches!(document.stage, Voided | Revoked | Repealed) {
        return Err(Refusal::refused(format!("文件处于“{}”，不能重新制发。", document.stage_label))
            .hint("只有已作废、已撤销、已废止的文件才重新制发。")
            .article(desk.profile.documents.issuing_article));
    }
    match later {
        Some(other) => {
            Err(Refusal::refused(format!("已经重新制发为“{}”。", other.title)).hint("请打开那份文件办理。"))
        }
        None => Ok(()),
    }
}

/// The places for files: every step taken, 会签, pictures of the text, everything else.
fn proofs(desk: &Desk<'_>, document: &Outgoing, moves: &[OutgoingMove]) -> Result<Vec<DocumentProof>> {
    let steps = moves.iter().map(|one| format!("{}扫描件", one.step_label));
    let names = steps.chain(["会签扫描件".to_owned(), PICTURE.to_owned()]).collect();
    Ok(places(names, attachments::of(desk, OWNER, document.id)?))
}

/// What stands against a step before anything is filled in.
pub fn guard(desk: &Desk<'_>, document: &Outgoing, step: OutgoingStep) -> Result<()> {
    if flow::for_director(document.stage, step) && desk.who.role != Role::Director {
        let who = format!("{}{}", desk.profile.office.short, desk.profile.office.director_title);
        return Err(Refusal::not_allowed(format!("“{}”须由{who}办理。", step.label()))
            .article(desk.profile.documents.issuing_article));
    }
    if step == OutgoingStep::Submit {
        let words = &document.words;
        document.facts.secrecy.check(&[&words.title, &words.text])?;
        return rules::ready(kind(desk, &words.kind)?, words, desk.profile);
    }
    Ok(())
}

/// A kind by its key, or the sentence that it is not known.
pub fn kind<'a>(desk: &'a Desk<'_>, key: &str) -> Result<&'a crate::kernel::document_rules::DocumentKind> {
    desk.profile
        .documents
        .kind(key)
        .ok_or_else(|| Refusal::refused(format!("规则配置里没有文种“{key}”。")).hint("请重新选择文种。"))
}

fn backs(desk: &Desk<'_>, document: &Outgoing) -> Vec<OutgoingBack> {
    let route = desk.profile.documents.route_of(document.facts.issuer);
    let here = flow::station(document.stage).and_then(|here| route.iter().position(|one| *one == here));
    let earlier = route.iter().take(here.unwrap_or(0));
    earlier
        .map(|station| OutgoingBack { station: *station, label: flow::station_label(*station, desk.profile) })
        .collect()
}

/// Everybody in office on a day: the group, and the office's director.
pub fn holders(desk: &Desk<'_>, on: NaiveDate) -> Result<Vec<RosterLine>> {
    let mut holders = registry::roster_on(desk, on)?;
    holders.extend(registry::director_on(desk, on)?);
    Ok(holders)
}

fn signers(desk: &Desk<'_>, document: &Outgoing) -> Result<Vec<OutgoingSigner>> {
    signers_on(desk, document, desk.today())
}

/// Who may sign where a document lies, on a day; those whose post could, but who lack a letter, with the reason.
pub fn signers_on(desk: &Desk<'_>, document: &Outgoing, on: NaiveDate) -> Result<Vec<OutgoingSigner>> {
    let route = desk.profile.documents.route_of(document.facts.issuer);
    let Some(station) = flow::station(document.stage) else { return Ok(Vec::new()) };
    let last = route.last() == Some(&station);
    let allowed = rules::posts_at(station, last, desk.profile);
    let (holders, letters) = (holders(desk, on)?, delegations::all(desk)?);
    let day = Day { on, holders: &holders, letters: &letters };
    let lines = holders.iter().filter(|line| allowed.contains(&line.post));
    Ok(lines
        .map(|line| {
            let says = rules::may_sign(document, station, last, line.person, &day, desk.profile);
            OutgoingSigner {
                person: line.person,
                name: line.name.clone(),
                post: says.as_ref().map_or_else(|_| line.post_label.clone(), |signed| signed.post.clone()),
                delegation: says.as_ref().ok().and_then(|signed| signed.delegation),
                why_not: says.err().map(|no| no.to_string()),
            }
        })
        .collect())
}

/// 拟稿 · 承办部门 · 主任 · … · 签发 · 校核 · 印发: what is done, by whom, and where it is now.
fn dots(desk: &Desk<'_>, document: &Outgoing, moves: &[OutgoingMove]) -> Vec<StageDot> {
    use OutgoingStage as S;
    let route = desk.profile.documents.route_of(document.facts.issuer);
    let stations = route.iter().map(|station| (flow::at(*station), station_dot(desk, *station, route)));
    let line: Vec<(S, String)> =
        stations.chain([(S::Signed, "校核".to_owned()), (S::Proofread, "印发".to_owned())]).collect();
    let here = match document.stage {
        S::Printed | S::Revoked | S::Repealed => line.len(),
        // What ended earlier stands where it was left.
        S::Voided | S::Dropped => {
            let left = moves.last().map(|last| last.from);
            line.iter().position(|(stage, _)| Some(*stage) == left).unwrap_or(0)
        }
        stage => line.iter().position(|(at, _)| *at == stage).unwrap_or(0),
    };
    let dot = |(at, (stage, label)): (usize, &(S, String))| {
        let passed =
            moves.iter().rev().find(|one| one.from == *stage && !is_back(one.step)).filter(|_| at < here);
        let state = match at.cmp(&here) {
            std::cmp::Ordering::Less => "done",
            std::cmp::Ordering::Equal if document.ended_on.is_none() => "current",
            _ => "todo",
        };
        let who = passed.map(|one| if one.signer_name.is_empty() { &one.who } else { &one.signer_name });
        StageDot {
            key: stage.key().into(),
            label: label.clone(),
            state: state.into(),
            when: passed.map(|one| one.at),
            who: who.cloned().unwrap_or_default(),
        }
    };
    line.iter().enumerate().map(dot).collect()
}

fn is_back(step: OutgoingStep) -> bool {
    use OutgoingStep::{Amend, Drop, Return, Void, Withdraw};
    matches!(step, Return | Withdraw | Amend | Drop | Void)
}

/// What a dot of the line is called: short, since up to seven stand side by side.
fn station_dot(desk: &Desk<'_>, station: Station, route: &[Station]) -> String {
    let label = match station {
        Station::Drafter => return "拟稿".into(),
        Station::Director => desk.profile.office.director_title.clone(),
        station => flow::station_label(station, desk.profile),
    };
    format!("{label}{}", if route.last() == Some(&station) { "签发" } else { "审核" })
}
