//! Steps of a paper that came in (第十四条, 第十五条): first check, proposal, instructions, hosts, answer, 办结.
use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use ts_rs::TS;

use super::papers::register_on;
use crate::documents::incoming::flow::{self, IncomingKind, IncomingStage, IncomingStep};
use crate::documents::incoming::record::{
    HandlerRole, INSTRUCTION, Incoming, IncomingCard, IncomingHandler, OWNER,
};
use crate::documents::incoming::store::beside::{self, Written};
use crate::documents::incoming::store::handlers::{self, Laid};
use crate::documents::incoming::store::{papers, readers};
use crate::documents::incoming::{asks, card};
use crate::documents::kinds::IncomingId;
use crate::documents::proofs;
use crate::documents::step::{CIRCLED, DocumentPerson};
use crate::documents::words::{needed, possible, proof};
use crate::kernel::attachments::Upload;
use crate::kernel::desk::Desk;
use crate::kernel::flow::StepChoice;
use crate::kernel::numbering;
use crate::kernel::refusal::{Refusal, Result};
use crate::registry::{self, PersonId, RosterLine, UnitId};

/// Somebody who is to handle a paper.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct IncomingHandlerAsked {
    /// Host or helper; a single one is the host.
    #[serde(default)]
    pub role: Option<HandlerRole>,
    /// The unit, if it is in the register.
    #[serde(default)]
    pub unit: Option<UnitId>,
    /// Its name; the unit's if empty.
    #[serde(default)]
    pub name: String,
    /// Person there.
    #[serde(default)]
    pub person: String,
}

/// A step with what it needs.
#[derive(Debug, Deserialize, TS)]
pub struct IncomingTakeStep {
    /// Paper.
    pub paper: IncomingId,
    /// Version it was seen in.
    pub version: i64,
    /// The step.
    pub step: IncomingStep,
    /// Day on the paper; today if absent.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// Reason, proposal, instruction (`圈阅` if empty), answer or result.
    #[serde(default)]
    pub words: String,
    /// `propose`, `assign`: last day of handling; by the profile if absent.
    #[serde(default)]
    pub due_on: Option<NaiveDate>,
    /// `instruct`: who gave it.
    #[serde(default)]
    pub person: Option<PersonId>,
    /// `instruct`: where the paper lies, if there is no scan.
    #[serde(default)]
    pub basis: String,
    /// Scan.
    #[serde(default)]
    pub scan: Option<Upload>,
    /// Further pages of the scan.
    #[serde(default)]
    pub pages: Vec<Upload>,
    /// `assign`: who handles it.
    #[serde(default)]
    pub handlers: Vec<IncomingHandlerAsked>,
    /// `answer`: number of the letter.
    #[serde(default)]
    pub letter: String,
}

pub(super) fn take_step(desk: &Desk<'_>, q: IncomingTakeStep) -> Result<IncomingCard> {
    let paper = papers::get(desk, q.paper)?;
    if paper.version != q.version {
        return Err(Refusal::stale());
    }
    let (handlers, readers) = (handlers::all(desk, paper.id)?, readers::all(desk, paper.id)?);
    let facts = card::facts(&handlers, &readers, &card::items(desk, paper.id)?);
    let to = flow::next(paper.kind, paper.stage, q.step, &facts, desk.profile)?;
    card::director(desk, q.step)?;
    asks::form(&paper, q.step, StepChoice::of(q.step.key(), q.step.label(), Ok(())), desk.profile)
        .check_words(&q.words)
        .map_err(|no| no.article(flow::article(paper.kind, desk.profile)))?;
    let on = day_of(desk, &paper, &q)?;
    let taking = Taking { desk, paper: &paper, q: &q, to, on };
    match q.step {
        IncomingStep::Register => register_on(desk, &paper, q.version, on),
        IncomingStep::Accept => taking.accepted(),
        IncomingStep::SendBack => taking.sent_back(),
        IncomingStep::Propose => taking.proposed(),
        IncomingStep::Instruct => taking.instructed(),
        IncomingStep::Raise => taking.moved(q.words.trim()),
        IncomingStep::Assign => taking.assigned(&handlers),
        IncomingStep::Answer => taking.answered(),
        IncomingStep::Close => taking.closed(),
        IncomingStep::Reopen => taking.reopened(),
    }?;
    if q.step != IncomingStep::Instruct {
        let purpose = format!("{}扫描件", q.step.label());
        proofs::attach(desk, (OWNER, paper.id), &purpose, q.scan.as_ref(), &q.pages)?;
    }
    card::of(desk, paper.id)
}

/// Who may give an instruction, on a day.
#[derive(Debug, Deserialize, TS)]
pub struct IncomingInstructorsAsked {
    /// Paper.
    pub paper: IncomingId,
    /// The day; today if absent.
    #[serde(default)]
    pub on: Option<NaiveDate>,
}

pub(super) fn instructors(desk: &Desk<'_>, q: IncomingInstructorsAsked) -> Result<Vec<DocumentPerson>> {
    let paper = papers::get(desk, q.paper)?;
    let lines = card::instructors_on(desk, paper.stage, q.on.unwrap_or(desk.today()))?;
    Ok(lines.iter().map(DocumentPerson::from).collect())
}

/// No step is dated before the one that went before it.
fn day_of(desk: &Desk<'_>, paper: &Incoming, q: &IncomingTakeStep) -> Result<NaiveDate> {
    let moves = beside::moves(desk, paper.id)?;
    let last = moves.iter().rev().find(|one| one.from != one.to);
    let (first, since) =
        last.map_or((paper.received_on, "签收".to_owned()), |last| (last.on, last.step_label.clone()));
    possible(q.on.unwrap_or(desk.today()), first, desk.today(), &format!("{}日期", q.step.label()), &since)
}

/// Somebody as the step lays it on them: role, unit in the register, name, person there.
type Wanted = (HandlerRole, Option<UnitId>, String, String);

struct Taking<'a> {
    desk: &'a Desk<'a>,
    paper: &'a Incoming,
    q: &'a IncomingTakeStep,
    to: IncomingStage,
    on: NaiveDate,
}

impl Taking<'_> {
    fn note(&self, words: &str, number: Option<&str>) -> Result<()> {
        beside::note(self.desk, self.paper, self.q.step, self.to, self.on, words, number)
    }
    fn moved(&self, words: &str) -> Result<()> {
        papers::move_stage(self.desk, self.paper, self.q.version, self.to)?;
        self.note(words, None)
    }
    fn article(&self) -> u8 {
        flow::article(self.paper.kind, self.desk.profile)
    }
    /// Fit: a filing gets its place in the register of its level (第十四条).
    fn accepted(&self) -> Result<()> {
        let rules = &self.desk.profile.documents;
        let register = match self.paper.kind {
            IncomingKind::FilingOffice => Some(("document_filing_office", &rules.office_filing_number)),
            IncomingKind::FilingGroup => Some(("document_filing_group", &rules.group_filing_number)),
            _ => None,
        };
        let given = match register {
            Some((series, pattern)) => {
                let given = numbering::next(self.desk, series, self.on.year(), pattern, self.paper.id)?;
                papers::give_filing(self.desk, self.paper.id, &given)?;
                Some(given)
            }
            None => None,
        };
        papers::move_stage(self.desk, self.paper, self.q.version, self.to)?;
        self.note(self.q.words.trim(), given.as_ref().map(|given| given.text.as_str()))
    }
    fn sent_back(&self) -> Result<()> {
        let reason = self.q.words.trim();
        papers::set_reason(self.desk, self.paper.id, reason)?;
        self.moved(reason)
    }
    fn proposed(&self) -> Result<()> {
        let words = self.q.words.trim();
        if self.q.due_on.is_some_and(|due| due < self.on) {
            return Err(Refusal::refused("办理期限早于拟办日期。").hint("请重新填写办理期限。"));
        }
        let by = &self.desk.who.name;
        papers::propose(self.desk, self.paper.id, words, by, self.on, self.q.due_on)?;
        self.moved(words)
    }
    /// 批示, recorded from paper: by a deputy first, then by the leader (第十五条).
    fn instructed(&self) -> Result<()> {
        let by = self.instructor()?;
        proof(self.q.scan.is_some(), &self.q.basis, &format!("{}批示", by.name), self.article())?;
        let words = match self.q.words.trim() {
            "" => CIRCLED,
            words => words,
        };
        let written = Written { on: self.on, words, basis: self.q.basis.trim() };
        let id = beside::instruct(self.desk, self.paper.id, &by, &written)?;
        proofs::attach(self.desk, (INSTRUCTION, id), "批示扫描件", self.q.scan.as_ref(), &self.q.pages)?;
        self.moved(&format!("{}{}：{words}", by.post_label, by.name))
    }
    fn instructor(&self) -> Result<RosterLine> {
        let holders = card::instructors_on(self.desk, self.paper.stage, self.on)?;
        if let Some(line) = holders.iter().find(|line| Some(line.person) == self.q.person) {
            return Ok(line.clone());
        }
        let names: Vec<&str> = holders.iter().map(|line| line.name.as_str()).collect();
        let words = match self.q.person {
            None => "没有填写批示人。".to_owned(),
            Some(_) => format!("来文处于“{}”，批示人不对。", self.paper.stage_label),
        };
        let hint = match names.is_empty() {
            true => "名册里当日没有可以批示的领导，请先登记任职。".to_owned(),
            false => format!("这一步由{}批示。", names.join("或")),
        };
        Err(Refusal::refused(words).hint(hint).article(self.article()))
    }
    /// Laid on its hosts and helpers; those who have answered stay.
    fn assigned(&self, there: &[IncomingHandler]) -> Result<()> {
        let due = match self.q.due_on.or(self.paper.due_on.filter(|due| *due >= self.on)) {
            Some(due) => due,
            None => {
                self.desk.calendar()?.working_days_after(self.on, self.desk.profile.documents.handling_days)
            }
        };
        if due < self.on {
            return Err(Refusal::refused("办理期限早于交办日期。").hint("请重新填写办理期限。"));
        }
        let wanted = self.wanted(there)?;
        handlers::clear(self.desk, self.paper.id)?;
        for (role, unit, name, person) in &wanted {
            let laid = Laid { role: *role, unit: *unit, name, person, on: self.on, due_on: due };
            handlers::add(self.desk, self.paper.id, &laid)?;
        }
        papers::set_due(self.desk, self.paper.id, due)?;
        let names: Vec<String> =
            wanted.iter().map(|(role, _, name, _)| format!("{name}（{}）", role.label())).collect();
        self.moved(&format!("{}，{due}前办理。{}", names.join("、"), self.q.words.trim()))
    }
    fn wanted(&self, there: &[IncomingHandler]) -> Result<Vec<Wanted>> {
        let no = |words: String, hint: &str| Err(Refusal::refused(words).hint(hint).article(self.article()));
        if self.q.handlers.is_empty() {
            return no("没有填写承办单位。".into(), "请至少确定一个承办单位或承办人。");
        }
        let answered: Vec<&IncomingHandler> = there.iter().filter(|one| one.answered_on.is_some()).collect();
        let alone = self.q.handlers.len() == 1 && answered.is_empty();
        let mut wanted: Vec<Wanted> = Vec::new();
        for asked in &self.q.handlers {
            let unit = asked.unit.map(|unit| registry::unit(self.desk, unit)).transpose()?;
            let name = match (asked.name.trim(), &unit) {
                ("", Some(unit)) => unit.short.clone(),
                (name, _) => needed(name, "承办单位")?.to_owned(),
            };
            if wanted.iter().any(|(.., other, _)| *other == name)
                || answered.iter().any(|one| one.name == name)
            {
                return no(format!("{name}在承办单位里出现了两次，或已经反馈。"), "请删去一个。");
            }
            let role = if alone { HandlerRole::Host } else { asked.role.unwrap_or(HandlerRole::Helper) };
            wanted.push((role, asked.unit, name, asked.person.trim().to_owned()));
        }
        let hosts = wanted.iter().filter(|(role, ..)| *role == HandlerRole::Host).count()
            + answered.iter().filter(|one| one.role == HandlerRole::Host).count();
        match hosts {
            1 => Ok(wanted),
            0 => no("几个单位承办的，须明确一个主办单位。".into(), "请指定主办单位，其余为协办。"),
            _ => no(format!("主办单位有{hosts}个。"), "主办单位只能有一个，其余为协办。"),
        }
    }
    fn answered(&self) -> Result<()> {
        let words = self.q.words.trim();
        papers::answer(self.desk, self.paper.id, words, self.q.letter.trim(), self.on)?;
        self.moved(words)
    }
    fn closed(&self) -> Result<()> {
        let result = self.q.words.trim();
        papers::close(self.desk, self.paper, self.q.version, self.on, result)?;
        self.note(result, None)
    }
    fn reopened(&self) -> Result<()> {
        let reason = self.q.words.trim();
        papers::reopen(self.desk, self.paper, self.q.version, reason)?;
        self.note(reason, None)
    }
}
