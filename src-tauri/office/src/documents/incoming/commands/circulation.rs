//! Circulation (传阅): who reads it, where it is now. There are never more papers out than came in.
use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

use crate::documents::incoming::record::{Incoming, IncomingCard, IncomingReader};
use crate::documents::incoming::store::{beside, papers, readers};
use crate::documents::incoming::{card, flow, open};
use crate::documents::kinds::{IncomingId, ReaderId};
use crate::documents::words::{date, needed, possible};
use crate::kernel::desk::Desk;
use crate::kernel::refusal::{Refusal, Result};
use crate::registry::{self, PersonId};

/// Somebody who is to read a paper.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct IncomingReaderAsked {
    /// Somebody in the register.
    #[serde(default)]
    pub person: Option<PersonId>,
    /// Name; the person's if empty.
    #[serde(default)]
    pub name: String,
    /// 职务; the person's if empty.
    #[serde(default)]
    pub title: String,
}

/// Readers are put on the list.
#[derive(Debug, Deserialize, TS)]
pub struct IncomingCirculate {
    /// Paper.
    pub paper: IncomingId,
    /// Version it was seen in.
    pub version: i64,
    /// Who, in the order in which they read.
    pub readers: Vec<IncomingReaderAsked>,
}

/// It goes to a reader.
#[derive(Debug, Deserialize, TS)]
pub struct IncomingCirculateSend {
    /// Paper.
    pub paper: IncomingId,
    /// Version it was seen in.
    pub version: i64,
    /// Reader.
    pub reader: ReaderId,
    /// Day; today if absent.
    #[serde(default)]
    pub on: Option<NaiveDate>,
}

/// It comes back from a reader.
#[derive(Debug, Deserialize, TS)]
pub struct IncomingCirculateReturn {
    /// Paper.
    pub paper: IncomingId,
    /// Version it was seen in.
    pub version: i64,
    /// Reader.
    pub reader: ReaderId,
    /// Day; today if absent.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// 签名/意见; `已阅` if empty.
    #[serde(default)]
    pub words: String,
}

/// A reader is taken off the list.
#[derive(Debug, Deserialize, TS)]
pub struct IncomingCirculateRemove {
    /// Paper.
    pub paper: IncomingId,
    /// Version it was seen in.
    pub version: i64,
    /// Reader.
    pub reader: ReaderId,
}

pub(super) fn add(desk: &Desk<'_>, q: IncomingCirculate) -> Result<IncomingCard> {
    let paper = circulating(desk, q.paper)?;
    if q.readers.is_empty() {
        return Err(Refusal::refused("没有填写阅件人。").hint("请选择阅件人。"));
    }
    papers::touch(desk, &paper, q.version)?;
    let mut names = Vec::new();
    for asked in &q.readers {
        let person = asked.person.map(|person| registry::person(desk, person)).transpose()?;
        let or = |typed: &str, known: Option<&String>| match typed.trim() {
            "" => known.cloned().unwrap_or_default(),
            typed => typed.to_owned(),
        };
        let name = or(&asked.name, person.as_ref().map(|person| &person.name));
        let name = needed(&name, "阅件人")?;
        if readers::all(desk, paper.id)?.iter().any(|reader| reader.name == name) {
            return Err(Refusal::refused(format!("{name}已经在传阅单上。")).hint("不需要重复列入。"));
        }
        let title = or(&asked.title, person.as_ref().map(|person| &person.title));
        readers::add(desk, paper.id, asked.person, name, &title)?;
        names.push(name.to_owned());
    }
    beside::remark(desk, &paper, "circulate", desk.today(), &names.join("、"))?;
    card::of(desk, paper.id)
}

pub(super) fn send(desk: &Desk<'_>, q: IncomingCirculateSend) -> Result<IncomingCard> {
    let paper = circulating(desk, q.paper)?;
    let all = readers::all(desk, paper.id)?;
    let reader = of(&all, q.reader)?;
    if reader.sent_on.is_some() {
        return Err(Refusal::refused(format!("{}已经登记送阅。", reader.name)).hint("请选择还没有送阅的人。"));
    }
    let on = possible(q.on.unwrap_or(desk.today()), paper.received_on, desk.today(), "送阅日期", "签收")?;
    let out: Vec<&str> = all
        .iter()
        .filter(|one| one.sent_on.is_some() && one.returned_on.is_none())
        .map(|one| one.name.as_str())
        .collect();
    if out.len() >= paper.copies as usize {
        return Err(Refusal::refused(format!(
            "文件现在{}处，只有{}份，不能同时送阅。",
            out.join("、"),
            paper.copies
        ))
        .hint("请先登记阅退，再送下一位。")
        .article(flow::article(paper.kind, desk.profile)));
    }
    let back = desk.calendar()?.working_days_after(on, desk.profile.documents.circulation_days);
    papers::touch(desk, &paper, q.version)?;
    readers::send(desk, paper.id, reader.id, on, back)?;
    beside::remark(
        desk,
        &paper,
        "circulate_send",
        on,
        &format!("{}，应于{}前阅退", reader.name, date(back)),
    )?;
    card::of(desk, paper.id)
}

pub(super) fn take_back(desk: &Desk<'_>, q: IncomingCirculateReturn) -> Result<IncomingCard> {
    let paper = papers::get(desk, q.paper)?;
    let all = readers::all(desk, paper.id)?;
    let reader = of(&all, q.reader)?;
    let Some(sent) = reader.sent_on.filter(|_| reader.returned_on.is_none()) else {
        return Err(Refusal::refused(format!("{}没有送阅，或已经阅退。", reader.name)).hint("请核对传阅单。"));
    };
    let on = possible(q.on.unwrap_or(desk.today()), sent, desk.today(), "阅退日期", "送阅")?;
    let words = match q.words.trim() {
        "" => "已阅",
        words => words,
    };
    papers::touch(desk, &paper, q.version)?;
    readers::take_back(desk, paper.id, reader.id, on, words)?;
    beside::remark(desk, &paper, "circulate_return", on, &format!("{}：{words}", reader.name))?;
    card::of(desk, paper.id)
}

pub(super) fn remove(desk: &Desk<'_>, q: IncomingCirculateRemove) -> Result<IncomingCard> {
    let paper = papers::get(desk, q.paper)?;
    let all = readers::all(desk, paper.id)?;
    let reader = of(&all, q.reader)?;
    if reader.sent_on.is_some() {
        return Err(
            Refusal::refused(format!("{}已经送阅，不能从传阅单上减去。", reader.name)).hint("请登记阅退。")
        );
    }
    papers::touch(desk, &paper, q.version)?;
    readers::remove(desk, paper.id, reader.id)?;
    beside::remark(desk, &paper, "circulate_remove", desk.today(), &reader.name)?;
    card::of(desk, paper.id)
}

fn of(all: &[IncomingReader], id: ReaderId) -> Result<&IncomingReader> {
    all.iter().find(|reader| reader.id == id).ok_or_else(|| Refusal::not_found("阅件人"))
}

fn circulating(desk: &Desk<'_>, id: IncomingId) -> Result<Incoming> {
    let paper = papers::get(desk, id)?;
    open::circulating(desk, &paper).map(|()| paper)
}
