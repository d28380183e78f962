//! Arrival (签收, 登记): a paper is signed for, gets its number, and is corrected only with a reason.
use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use ts_rs::TS;

use crate::documents::incoming::flow::{self, IncomingKind, IncomingStage, IncomingStep};
use crate::documents::incoming::record::{INSTRUCTION, Incoming, IncomingCard, OWNER};
use crate::documents::incoming::store::beside;
use crate::documents::incoming::store::papers::{self as rows, Facts};
use crate::documents::incoming::{card, open};
use crate::documents::kinds::{IncomingId, InstructionId, Secrecy, Urgency};
use crate::documents::proofs;
use crate::documents::words::{needed, possible};
use crate::kernel::attachments::{self, Upload};
use crate::kernel::desk::Desk;
use crate::kernel::numbering;
use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::rows::{Order, Rows, Slice};
use crate::registry::{self, UnitId};

/// Which papers are wanted.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct IncomingFilter {
    /// Received in this year.
    pub year: Option<i32>,
    /// Only this kind.
    pub kind: Option<IncomingKind>,
    /// Only this stage.
    pub stage: Option<IncomingStage>,
    /// Only from this unit.
    pub sender: Option<UnitId>,
    /// Only what is neither closed nor sent back.
    pub waiting: bool,
    /// Only what stands in a register of filings.
    pub filings: bool,
    /// Only what is beyond its last day.
    pub late: bool,
    /// Words in title, sender, numbers or summary.
    pub words: String,
    /// Order; the latest first if absent.
    pub order: Option<Order>,
    /// Which part of the list.
    pub slice: Slice,
}

/// Which paper.
#[derive(Debug, Deserialize, TS)]
pub struct IncomingAsked {
    /// Its id.
    pub paper: IncomingId,
}

/// What is read off a paper at arrival.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct IncomingFacts {
    /// Kind.
    pub kind: IncomingKind,
    /// The unit it came from, if it is in the register.
    #[serde(default)]
    pub sender: Option<UnitId>,
    /// The sender's name; the unit's if empty.
    #[serde(default)]
    pub sender_name: String,
    /// 发文字号.
    #[serde(default)]
    pub letter: String,
    /// 来文日期.
    #[serde(default)]
    pub dated_on: Option<NaiveDate>,
    /// Title.
    pub title: String,
    /// 内容摘要.
    #[serde(default)]
    pub summary: String,
    /// 份数.
    pub copies: u32,
    /// 密级; 秘密, 机密 and 绝密 are refused.
    pub secrecy: Secrecy,
    /// 紧急程度.
    pub urgency: Urgency,
    /// 签收日期; today if absent.
    #[serde(default)]
    pub received_on: Option<NaiveDate>,
    /// 签收人; whoever is at the desk if empty.
    #[serde(default)]
    pub received_by: String,
    /// How it came.
    #[serde(default)]
    pub way: String,
}

/// A paper is signed for.
#[derive(Debug, Deserialize, TS)]
pub struct IncomingReceive {
    /// What is read off it.
    pub facts: IncomingFacts,
    /// Scan.
    #[serde(default)]
    pub scan: Option<Upload>,
    /// Further pages of the scan.
    #[serde(default)]
    pub pages: Vec<Upload>,
}

/// A paper gets its number.
#[derive(Debug, Deserialize, TS)]
pub struct IncomingRegister {
    /// Paper.
    pub paper: IncomingId,
    /// Version it was seen in.
    pub version: i64,
    /// Day of registration; today if absent.
    #[serde(default)]
    pub on: Option<NaiveDate>,
}

/// What was read wrongly.
#[derive(Debug, Deserialize, TS)]
pub struct IncomingCorrect {
    /// Paper.
    pub paper: IncomingId,
    /// Version it was seen in.
    pub version: i64,
    /// As it should be.
    pub facts: IncomingFacts,
    /// Why; needed once it has a number.
    #[serde(default)]
    pub reason: String,
}

/// A file that belongs to a paper.
#[derive(Debug, Deserialize, TS)]
pub struct IncomingAttach {
    /// Paper.
    pub paper: IncomingId,
    /// What it is.
    pub purpose: String,
    /// The instruction that it proves, if it is one.
    #[serde(default)]
    pub instruction: Option<InstructionId>,
    /// The file.
    pub file: Upload,
}

pub(super) fn list(desk: &Desk<'_>, q: IncomingFilter) -> Result<Rows<Incoming>> {
    let (rows, total) = rows::list(desk, &q, q.slice)?;
    Ok(Rows { rows, total })
}

pub(super) fn open(desk: &Desk<'_>, q: IncomingAsked) -> Result<IncomingCard> {
    card::of(desk, q.paper)
}

pub(super) fn receive(desk: &Desk<'_>, q: IncomingReceive) -> Result<IncomingCard> {
    let facts = checked(desk, &q.facts, None)?;
    let id: IncomingId = desk.new_id();
    rows::insert(desk, id, &facts)?;
    let words = format!("{}，{}份，签收人{}", facts.sender_name, facts.copies, facts.received_by);
    beside::remark(desk, &rows::get(desk, id)?, "receive", facts.received_on, &words)?;
    proofs::attach(desk, (OWNER, id), card::PAPER, q.scan.as_ref(), &q.pages)?;
    card::of(desk, id)
}

pub(super) fn register(desk: &Desk<'_>, q: IncomingRegister) -> Result<IncomingCard> {
    let paper = rows::get(desk, q.paper)?;
    let on = q.on.unwrap_or(desk.today());
    register_on(desk, &paper, q.version, on)?;
    card::of(desk, paper.id)
}

/// Registers a paper: the number of the year in which it is registered.
pub(super) fn register_on(desk: &Desk<'_>, paper: &Incoming, version: i64, on: NaiveDate) -> Result<()> {
    let to =
        flow::next(paper.kind, paper.stage, IncomingStep::Register, &flow::Facts::default(), desk.profile)?;
    if paper.version != version {
        return Err(Refusal::stale());
    }
    let on = possible(on, paper.received_on, desk.today(), "登记日期", "签收")?;
    let given = numbering::next(
        desk,
        "document_incoming",
        on.year(),
        &desk.profile.documents.incoming_number,
        paper.id,
    )?;
    rows::register(desk, paper, version, on.year(), &given)?;
    beside::note(desk, paper, IncomingStep::Register, to, on, "", Some(&given.text))
}

pub(super) fn correct(desk: &Desk<'_>, q: IncomingCorrect) -> Result<IncomingCard> {
    let paper = rows::get(desk, q.paper)?;
    let article = flow::article(paper.kind, desk.profile);
    open::correctable(desk, &paper)?;
    let facts = checked(desk, &q.facts, Some(&paper))?;
    let early = matches!(paper.stage, IncomingStage::Received | IncomingStage::Registered);
    if facts.kind != paper.kind && !early {
        return Err(Refusal::refused("初审以后不能改变来文类别：类别决定报谁批示。")
            .hint("类别确实不对的，请办结后另行登记。")
            .article(article));
    }
    let reason = match paper.number {
        None => q.reason.trim(),
        Some(_) => needed(&q.reason, "更正的原因")?,
    };
    rows::correct(desk, &paper, q.version, &facts)?;
    beside::remark(desk, &paper, "correct", desk.today(), &format!("{}{reason}", changes(&paper, &facts)))?;
    card::of(desk, paper.id)
}

/// What a correction changed, in words, so that the old wording stays readable.
fn changes(was: &Incoming, is: &Facts) -> String {
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let pairs = [
        ("类别", was.kind_label.clone(), is.kind.label().to_owned()),
        ("来文单位", was.sender_name.clone(), is.sender_name.clone()),
        ("发文字号", was.letter.clone(), is.letter.clone()),
        ("来文日期", day(was.dated_on), day(is.dated_on)),
        ("标题", was.title.clone(), is.title.clone()),
        ("内容摘要", was.summary.clone(), is.summary.clone()),
        ("份数", was.copies.to_string(), is.copies.to_string()),
        ("密级", was.secrecy_label.clone(), is.secrecy.label().to_owned()),
        ("紧急程度", was.urgency_label.clone(), is.urgency.label().to_owned()),
        ("签收日期", was.received_on.to_string(), is.received_on.to_string()),
        ("签收人", was.received_by.clone(), is.received_by.clone()),
    ];
    let changed = pairs.iter().filter(|(_, was, is)| was != is);
    changed.map(|(what, was, is)| format!("{what}由“{was}”改为“{is}”；")).collect()
}

pub(super) fn attach(desk: &Desk<'_>, q: IncomingAttach) -> Result<IncomingCard> {
    let paper = rows::get(desk, q.paper)?;
    let purpose = needed(&q.purpose, "附件说明")?;
    match q.instruction {
        Some(id) => {
            let instruction = beside::get_instruction(desk, paper.id, id)?;
            attachments::add(desk, INSTRUCTION, instruction.id, purpose, &q.file)?
        }
        None => attachments::add(desk, OWNER, paper.id, purpose, &q.file)?,
    };
    beside::remark(desk, &paper, "attach", desk.today(), q.file.name.trim())?;
    card::of(desk, paper.id)
}

fn checked(desk: &Desk<'_>, facts: &IncomingFacts, own: Option<&Incoming>) -> Result<Facts> {
    let secrecy = facts.secrecy.check(&[&facts.title, &facts.summary, &facts.letter])?;
    let received_on = possible(
        facts.received_on.or(own.map(|paper| paper.received_on)).unwrap_or(desk.today()),
        NaiveDate::MIN,
        desk.today(),
        "签收日期",
        "来文",
    )?;
    if let Some(dated) = facts.dated_on.filter(|dated| *dated > received_on) {
        return Err(Refusal::refused(format!("来文日期{dated}晚于签收日期{received_on}。"))
            .hint("请按来文上的成文日期填写。"));
    }
    let sender_name = match (facts.sender_name.trim(), facts.sender) {
        ("", Some(unit)) => registry::unit(desk, unit)?.short,
        (name, _) => needed(name, "来文单位")?.to_owned(),
    };
    if let Some(unit) = facts.sender {
        registry::unit(desk, unit)?;
    }
    if !(1..=10_000).contains(&facts.copies) {
        return Err(Refusal::refused(format!("份数“{}”不合理。", facts.copies)).hint("请清点后填写份数。"));
    }
    let letter = facts.letter.trim().to_owned();
    if let Some(number) = rows::same_letter(desk, &sender_name, &letter, own.map(|paper| paper.id))? {
        return Err(Refusal::refused(format!("{sender_name}的{letter}已经登记，收文编号{number}。"))
            .hint("请打开已登记的来文办理；确是另一份文件的，请核对发文字号。"));
    }
    let received_by = match facts.received_by.trim() {
        "" => desk.who.name.clone(),
        name => name.to_owned(),
    };
    Ok(Facts {
        kind: facts.kind,
        sender: facts.sender,
        sender_name,
        letter,
        dated_on: facts.dated_on,
        title: needed(&facts.title, "标题")?.to_owned(),
        summary: facts.summary.trim().to_owned(),
        copies: facts.copies,
        secrecy,
        urgency: facts.urgency,
        received_on,
        received_by,
        way: facts.way.trim().to_owned(),
    })
}
