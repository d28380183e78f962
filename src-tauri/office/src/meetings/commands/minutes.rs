//! Minutes (第十三条): draft, save, review, the chair's signature from paper, number, issue, void.
use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::plan::{MeetingAsked, needed};
use super::print::copies_of;
use crate::followup::{self, FollowupSource, FollowupUnit, NewItem, Terms};
use crate::kernel::attachments::{self, Upload};
use crate::kernel::desk::Desk;
use crate::kernel::flow::StageDot;
use crate::kernel::numbering;
use crate::kernel::refusal::{Refusal, Result};
use crate::meetings::kinds::{CopyBasis, MeetingStage, MinutesId, MinutesStage, MinutesStep};
use crate::meetings::minutes::{Minutes, MinutesCard, MinutesVersion, OWNER};
use crate::meetings::minutes_flow::{self, Signature};
use crate::meetings::record::{Meeting, MeetingDecision, MeetingDecisionUnit};
use crate::meetings::store::events::Reached;
use crate::meetings::store::minutes::{self as rows, Signed};
use crate::meetings::{SOURCE, card, copies, draft, store, words};
use crate::registry::PersonId;

/// Which minutes.
#[derive(Debug, Deserialize, TS)]
pub struct MinutesAsked {
    /// Their id.
    pub minutes: MinutesId,
}

/// Title and text to save; saved only if something changed.
#[derive(Debug, Deserialize, TS)]
pub struct MinutesSave {
    /// Minutes.
    pub minutes: MinutesId,
    /// Version they were seen in.
    pub version: i64,
    /// Title.
    pub title: String,
    /// Text.
    pub text: String,
}

/// Title and text as drafted from the record.
#[derive(Debug, Serialize, TS)]
pub struct MinutesDraft {
    /// Title.
    pub title: String,
    /// Text.
    pub text: String,
}

/// A step with what it needs.
#[derive(Debug, Deserialize, TS)]
pub struct MinutesTakeStep {
    /// Minutes.
    pub minutes: MinutesId,
    /// Version they were seen in.
    pub version: i64,
    /// The step.
    pub step: MinutesStep,
    /// Why; needed to return and to void.
    #[serde(default)]
    pub reason: String,
    /// `sign`: day on the paper. `issue`: day of issue; today if absent.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// `sign`: who signed.
    #[serde(default)]
    pub signer: Option<PersonId>,
    /// `sign`: what was written with the signature (同意印发).
    #[serde(default)]
    pub words: String,
    /// `sign`: where the signed paper lies or its letter's number, if there is no scan.
    #[serde(default)]
    pub basis: String,
    /// `sign`: scan of the signed paper.
    #[serde(default)]
    pub scan: Option<Upload>,
    /// `issue`: copies printed; one for each on the copies list if absent.
    #[serde(default)]
    pub copies: Option<u32>,
}

pub(super) fn start(desk: &Desk<'_>, q: MeetingAsked) -> Result<MinutesCard> {
    let meeting = store::meetings::get(desk, q.meeting)?;
    let no = |words: String, hint: &str| {
        Err(Refusal::refused(words).hint(hint).article(desk.profile.meetings.minutes_article))
    };
    if meeting.stage != MeetingStage::Held {
        let words = format!("{}处于“{}”阶段，不能拟会议纪要。", meeting.name, meeting.stage_label);
        return no(words, "会议登记召开后再拟纪要。");
    }
    if rows::of(desk, meeting.id)?.iter().any(|one| one.stage != MinutesStage::Voided) {
        return no(format!("{}已经有会议纪要。", meeting.name), "请打开已有的会议纪要。");
    }
    let id: MinutesId = desk.new_id();
    let drafted = drafted(desk, &meeting)?;
    rows::insert(desk, id, meeting.id, &drafted.title, &drafted.text)?;
    store::events::note(
        desk,
        meeting.id,
        "拟会议纪要",
        &reached_key(id, MinutesStage::Draft),
        &drafted.title,
    )?;
    card_of(desk, id)
}

fn drafted(desk: &Desk<'_>, meeting: &Meeting) -> Result<MinutesDraft> {
    let (agenda, decisions) =
        (store::agenda::all(desk, meeting.id)?, store::decisions::all(desk, meeting.id)?);
    let text = draft::text(meeting, &agenda, &decisions, desk.profile);
    Ok(MinutesDraft { title: draft::title(meeting), text })
}

pub(super) fn open(desk: &Desk<'_>, q: MinutesAsked) -> Result<MinutesCard> {
    card_of(desk, q.minutes)
}

pub(super) fn redraft(desk: &Desk<'_>, q: MinutesAsked) -> Result<MinutesDraft> {
    let minutes = rows::get(desk, q.minutes)?;
    drafted(desk, &store::meetings::get(desk, minutes.meeting)?)
}

pub(super) fn save(desk: &Desk<'_>, q: MinutesSave) -> Result<MinutesCard> {
    let minutes = rows::get(desk, q.minutes)?;
    minutes_flow::may_be_edited(minutes.stage, desk.profile)?;
    if minutes.version != q.version {
        return Err(Refusal::stale());
    }
    let (title, text) = (needed(&q.title, "纪要标题")?, needed(&q.text, "纪要正文")?);
    if (title, text) != (minutes.title.as_str(), minutes.text.as_str()) {
        rows::save(desk, minutes.id, q.version, title, text)?;
    }
    card_of(desk, minutes.id)
}

pub(super) fn versions(desk: &Desk<'_>, q: MinutesAsked) -> Result<Vec<MinutesVersion>> {
    rows::versions(desk, q.minutes)
}

pub(super) fn take_step(desk: &Desk<'_>, q: MinutesTakeStep) -> Result<MinutesCard> {
    let minutes = rows::get(desk, q.minutes)?;
    let meeting = store::meetings::get(desk, minutes.meeting)?;
    let to = minutes_flow::next(minutes.stage, q.step, desk.who.role, desk.profile)?;
    if minutes_flow::needs_reason(q.step) {
        needed(&q.reason, &format!("{}的原因", q.step.label()))?;
    }
    let words = match q.step {
        MinutesStep::Sign => sign(desk, &minutes, &meeting, &q)?,
        MinutesStep::Issue => issue(desk, &minutes, &meeting, &q)?,
        MinutesStep::Void => void(desk, &minutes, &meeting, &q)?,
        _ => {
            rows::move_stage(desk, &minutes, q.version, to)?;
            q.reason.trim().to_owned()
        }
    };
    let what = format!("会议纪要：{}", q.step.label());
    store::events::note(desk, meeting.id, &what, &reached_key(minutes.id, to), &words)?;
    card_of(desk, minutes.id)
}

fn sign(desk: &Desk<'_>, minutes: &Minutes, meeting: &Meeting, q: &MinutesTakeStep) -> Result<String> {
    let no = |words: &str, hint: &str| {
        Err(Refusal::refused(words).hint(hint).article(desk.profile.meetings.minutes_article))
    };
    let Some(chair) = &meeting.chair else {
        return no("这次会议没有主持人。", "请先核对会议记录。");
    };
    let (Some(signer), Some(on)) = (q.signer, q.on) else {
        return no("没有填写签发人或签发日期。", "请按签发件填写。");
    };
    let basis = q.basis.trim();
    let paper = Signature { signer, on, scan: q.scan.is_some(), basis };
    minutes_flow::signature(&paper, (chair.person, &chair.name), meeting.day(), desk.today(), desk.profile)?;
    if let Some(scan) = &q.scan {
        attachments::add(desk, OWNER, minutes.id, "签发扫描件", scan)?;
    }
    let number =
        numbering::next(desk, "minutes", on.year(), &desk.profile.meetings.minutes_number, minutes.id)?;
    let signed = Signed { on, signer, name: &chair.name, words: q.words.trim(), basis, number: &number };
    rows::sign(desk, minutes.id, q.version, &signed)?;
    let opened = lay_on_units(desk, meeting, &chair.name)?;
    Ok(format!("{}于{}签发，编号{}，交办决定事项{opened}项", chair.name, words::date(on), number.text))
}

/// From signature on the decisions bind: each becomes an item to be answered (第十二条).
fn lay_on_units(desk: &Desk<'_>, meeting: &Meeting, chair: &str) -> Result<usize> {
    let decisions = store::decisions::all(desk, meeting.id)?;
    let mut opened = 0;
    for decision in card::untied(&decisions) {
        let item = followup::open(desk, &handed_over(meeting, chair, decision))?;
        store::decisions::tie(desk, decision.id, Some(item))?;
        opened += 1;
    }
    Ok(opened)
}

fn handed_over(meeting: &Meeting, chair: &str, decision: &MeetingDecision) -> NewItem {
    let unit =
        |unit: &MeetingDecisionUnit| FollowupUnit { unit: unit.unit.to_string(), short: unit.short.clone() };
    NewItem {
        text: decision.text.clone(),
        source_kind: FollowupSource::Meeting,
        source: meeting.id.to_string(),
        source_name: meeting.name.clone(),
        owed_to: chair.to_owned(),
        lead: unit(&decision.lead),
        helpers: decision.helpers.iter().map(unit).collect(),
        due_on: decision.due_on,
        terms: Terms { ground: format!("《{}》会议纪要", meeting.name), ..Terms::default() },
    }
}

fn issue(desk: &Desk<'_>, minutes: &Minutes, meeting: &Meeting, q: &MinutesTakeStep) -> Result<String> {
    let on = q.on.unwrap_or(desk.today());
    if minutes.signed_on.is_some_and(|signed| on < signed) || on > desk.today() {
        return Err(
            Refusal::refused("印发日期不对：不能早于签发之日，也不能晚于今天。").hint("请核对后再办理。")
        );
    }
    let list = copies_of(desk, minutes, meeting)?;
    store::copies::clear(desk, minutes.id)?;
    for (at, line) in list.iter().enumerate() {
        store::copies::insert(desk, minutes.id, at as i64 + 1, line.basis, &line.name, &line.reason)?;
    }
    let copies = q.copies.unwrap_or(list.len() as u32);
    if copies == 0 {
        return Err(Refusal::refused("印制份数不能为零。").hint("请填写份数。"));
    }
    rows::issue(desk, minutes.id, q.version, on, copies)?;
    let added = list.iter().filter(|line| line.basis == CopyBasis::Added).count();
    Ok(format!("共印{copies}份，抄送{}个（增加{added}个）", list.len()))
}

fn void(desk: &Desk<'_>, minutes: &Minutes, meeting: &Meeting, q: &MinutesTakeStep) -> Result<String> {
    let reason = q.reason.trim();
    if meeting.stage == MeetingStage::Closed {
        return Err(Refusal::refused(format!("{}已经办结，不能作废会议纪要。", meeting.name))
            .hint("请先把会议转为重新办理。"));
    }
    rows::void(desk, minutes.id, q.version, reason)?;
    if let Some(number) = rows::number_id(desk, minutes.id)? {
        numbering::void(desk, number, reason)?;
    }
    let withdrawn =
        followup::withdraw_all(desk, SOURCE, &meeting.id.to_string(), &format!("会议纪要作废：{reason}"))?;
    for decision in store::decisions::all(desk, meeting.id)? {
        if decision.followup.is_some_and(|item| withdrawn.contains(&item)) {
            store::decisions::tie(desk, decision.id, None)?;
        }
    }
    Ok(format!(
        "{}作废，撤销决定事项{}项。原因：{reason}",
        minutes.number.as_deref().unwrap_or_default(),
        withdrawn.len()
    ))
}

/// The card of minutes.
pub(super) fn card_of(desk: &Desk<'_>, id: MinutesId) -> Result<MinutesCard> {
    let minutes = rows::get(desk, id)?;
    let meeting = store::meetings::get(desk, minutes.meeting)?;
    let sign_due_on = meeting.day() + Days::new(u64::from(desk.profile.meetings.sign_due_days));
    let reached = store::events::all(desk, meeting.id)?;
    let unsigned = minutes.number.is_none() && minutes.stage != MinutesStage::Voided;
    let (copies, invited) = (copies_of(desk, &minutes, &meeting)?, store::invitees::all(desk, meeting.id)?);
    let copy_proposals = match minutes.stage {
        MinutesStage::Issued | MinutesStage::Voided => Vec::new(),
        _ => copies::proposals(&copies, &invited, store::copies::added_before(desk, meeting.id)?),
    };
    Ok(MinutesCard {
        stages: dots(&minutes, &reached),
        allowed: minutes_flow::choices(minutes.stage, desk.who.role, desk.profile),
        locked: minutes_flow::may_be_edited(minutes.stage, desk.profile).err().map(|no| no.to_string()),
        sign_due_on,
        sign_overdue: unsigned && desk.today() > sign_due_on,
        characters: minutes.text.chars().filter(|c| !c.is_whitespace()).count() as u32,
        decisions: store::decisions::all(desk, meeting.id)?,
        copies,
        copy_proposals,
        versions: rows::versions(desk, id)?.len() as u32,
        attachments: attachments::of(desk, OWNER, id)?,
        counts: card::counts(&invited),
        events: reached.into_iter().map(|one| one.event).collect(),
        minutes,
        meeting,
    })
}

fn reached_key(id: MinutesId, stage: MinutesStage) -> String {
    format!("{id} {}", stage.key())
}

/// 拟稿 · 主任审核 · 主持人签发 · 编号 · 印发: what is to be done, and by which stage it is done.
fn dots(minutes: &Minutes, reached: &[Reached]) -> Vec<StageDot> {
    use MinutesStage as S;
    let line = [
        ("draft", "拟稿", S::Reviewing),
        ("review", "主任审核", S::Reviewed),
        ("sign", "主持人签发", S::Signed),
        ("number", "编号", S::Signed),
        ("issue", "印发", S::Issued),
    ];
    let now = match minutes.stage {
        S::Draft => 0,
        S::Reviewing => 1,
        S::Reviewed | S::Submitted => 2,
        S::Signed => 4,
        S::Issued | S::Voided => 5,
    };
    let dot = |(at, (key, label, by)): (usize, (&str, &str, S))| {
        let done = reached.iter().find(|one| one.step == reached_key(minutes.id, by)).filter(|_| at < now);
        let state = match at {
            at if at < now && (minutes.stage != S::Voided || done.is_some()) => "done",
            at if at == now => "current",
            _ => "todo",
        };
        StageDot {
            key: key.into(),
            label: label.into(),
            state: state.into(),
            when: done.map(|one| one.event.at),
            who: done.map(|one| one.event.who.clone()).unwrap_or_default(),
        }
    };
    line.into_iter().enumerate().map(dot).collect()
}
