//! Steps of a document that goes out (第十六条): each recorded from paper with who signed, when and in which words.
use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use ts_rs::TS;

use super::draft::checked_words;
use crate::documents::delegations;
use crate::documents::kinds::OutgoingId;
use crate::documents::outgoing::flow::{self, OutgoingStage, OutgoingStep};
use crate::documents::outgoing::record::{OWNER, Outgoing, OutgoingCard, OutgoingCosignature, OutgoingWords};
use crate::documents::outgoing::rules::{self, Day, Signed};
use crate::documents::outgoing::store::documents::Signing;
use crate::documents::outgoing::store::moves::Taken;
use crate::documents::outgoing::store::{copies, cosign as opinions, documents, moves, versions};
use crate::documents::outgoing::{asks, card, distribution};
use crate::documents::proofs;
use crate::documents::step::CIRCLED;
use crate::documents::words::{date, needed, possible, proof};
use crate::kernel::attachments::Upload;
use crate::kernel::desk::Desk;
use crate::kernel::document_rules::Station;
use crate::kernel::numbering;
use crate::kernel::refusal::{Refusal, Result};
use crate::registry::{self, PersonId};

/// A step with what it needs.
#[derive(Debug, Deserialize, TS)]
pub struct OutgoingTakeStep {
    /// Document.
    pub document: OutgoingId,
    /// Version it was seen in.
    pub version: i64,
    /// The step.
    pub step: OutgoingStep,
    /// `return`: the station to go back to.
    #[serde(default)]
    pub back: Option<Station>,
    /// Why; needed to return, withdraw, give up, amend, void, revoke and repeal.
    #[serde(default)]
    pub reason: String,
    /// Day on the paper; today if absent.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// `approve`, `return`, `sign`: who signed. The director at the desk signs as himself if absent.
    #[serde(default)]
    pub signer: Option<PersonId>,
    /// The same for a section's head who is not in the register; `proofread`: who proofread.
    #[serde(default)]
    pub signer_name: String,
    /// The opinion; `圈阅` if empty.
    #[serde(default)]
    pub words: String,
    /// Where the signed paper lies, if there is no scan; `revoke`, `repeal`: what it rests on.
    #[serde(default)]
    pub basis: String,
    /// Scan of the signed paper.
    #[serde(default)]
    pub scan: Option<Upload>,
    /// Further pages of the scan.
    #[serde(default)]
    pub pages: Vec<Upload>,
    /// `amend`: the new words. `proofread`: the mended words, if something was mended.
    #[serde(default)]
    pub text: Option<OutgoingWords>,
    /// `print`: how many were printed; as planned if absent.
    #[serde(default)]
    pub copies: Option<u32>,
}

pub(super) fn take_step(desk: &Desk<'_>, q: OutgoingTakeStep) -> Result<OutgoingCard> {
    let document = documents::get(desk, q.document)?;
    if document.version != q.version {
        return Err(Refusal::stale());
    }
    let route = desk.profile.documents.route_of(document.facts.issuer);
    let to = flow::next(route, document.stage, q.step, q.back, desk.profile)?;
    card::guard(desk, &document, q.step)?;
    if flow::needs_reason(q.step) {
        needed(&q.reason, &asks::reason(q.step))?;
    }
    let taking = Taking { desk, document: &document, q: &q, to, on: day_of(desk, &document, &q)? };
    match q.step {
        OutgoingStep::Submit | OutgoingStep::Withdraw => taking.moved(),
        OutgoingStep::Approve | OutgoingStep::Return => taking.passed(),
        OutgoingStep::Sign => taking.signed(),
        OutgoingStep::Proofread => taking.proofread(),
        OutgoingStep::Print => taking.printed(),
        OutgoingStep::Amend => taking.amended(),
        OutgoingStep::Drop | OutgoingStep::Void => taking.given_up(),
        OutgoingStep::Revoke | OutgoingStep::Repeal => taking.withdrawn(),
    }?;
    let purpose = format!("{}扫描件", q.step.label());
    proofs::attach(desk, (OWNER, document.id), &purpose, q.scan.as_ref(), &q.pages)?;
    card::of(desk, document.id)
}

/// No step is dated before the one that went before it.
fn day_of(desk: &Desk<'_>, document: &Outgoing, q: &OutgoingTakeStep) -> Result<NaiveDate> {
    let last = moves::all(desk, document.id)?.last().map(|last| (last.on, last.step_label.clone()));
    let (first, since) = last.unwrap_or_else(|| (document.created_at.date(), "拟稿".into()));
    // A draft may have lain on paper before it was typed.
    let first =
        if q.step == OutgoingStep::Submit && document.number.is_none() { NaiveDate::MIN } else { first };
    possible(q.on.unwrap_or(desk.today()), first, desk.today(), &format!("{}日期", q.step.label()), &since)
}

/// A step being taken.
struct Taking<'a> {
    desk: &'a Desk<'a>,
    document: &'a Outgoing,
    q: &'a OutgoingTakeStep,
    to: OutgoingStage,
    on: NaiveDate,
}

impl Taking<'_> {
    fn note(
        &self,
        signed: Option<&Signed>,
        words: &str,
        text_version: u32,
        number: Option<&str>,
    ) -> Result<()> {
        let taken = Taken {
            step: self.q.step,
            to: self.to,
            on: self.on,
            signed,
            words,
            basis: self.q.basis.trim(),
            text_version,
            number,
        };
        moves::note(self.desk, self.document, &taken).map(drop)
    }
    fn moved(&self) -> Result<()> {
        documents::move_stage(self.desk, self.document, self.q.version, self.to)?;
        self.note(None, self.q.reason.trim(), self.document.text_version, None)
    }
    /// A station agreed or sent it back.
    fn passed(&self) -> Result<()> {
        let signed = self.who()?;
        let words = match self.q.step {
            OutgoingStep::Return => self.q.reason.trim(),
            _ => self.opinion(),
        };
        documents::move_stage(self.desk, self.document, self.q.version, self.to)?;
        self.note(Some(&signed), words, self.document.text_version, None)
    }
    fn opinion(&self) -> &str {
        match self.q.words.trim() {
            "" => CIRCLED,
            words => words,
        }
    }
    fn signed(&self) -> Result<()> {
        let signed = self.who()?;
        self.same_signer(&signed)?;
        let year = self.on.year();
        let held = documents::number_id(self.desk, self.document.id)?;
        let number = match held {
            Some((_, given_in)) if given_in == year => None,
            Some((old, _)) => {
                numbering::void(self.desk, old, &format!("实质性修改后于{year}年重新签发，另行编号"))?;
                Some(self.next_number(year)?)
            }
            None => Some(self.next_number(year)?),
        };
        let signing = Signing {
            on: self.on,
            signed: &signed,
            words: self.opinion(),
            number: number.as_ref().map(|given| (year, given)),
        };
        documents::sign(self.desk, self.document, self.q.version, &signing)?;
        let text = number.as_ref().map(|given| given.text.as_str());
        self.note(Some(&signed), self.opinion(), self.document.text_version, text)
    }
    fn next_number(&self, year: i32) -> Result<numbering::Given> {
        let rules = &self.desk.profile.documents;
        let prefix = rules.prefix(&self.document.facts.prefix).ok_or_else(|| {
            Refusal::refused("这份文件的发文字头已不在规则配置里。").hint("请退回拟稿人重新选择字头。")
        })?;
        numbering::next(
            self.desk,
            &format!("document_{}", prefix.key),
            year,
            &prefix.number,
            self.document.id,
        )
    }
    /// What was signed once is signed again by the same person, as long as that person may (实质性修改, 原签批人复审).
    fn same_signer(&self, signed: &Signed) -> Result<()> {
        let Some(before) = &self.document.signature else { return Ok(()) };
        let again = signed.person == Some(before.signer) || self.may_sign(before.signer).is_err();
        if again {
            return Ok(());
        }
        Err(Refusal::refused(format!("签发后作实质性修改的文件，须由原签批人{}复审签发。", before.name))
            .hint(format!("请报{}签发。", before.name))
            .article(self.desk.profile.documents.issuing_article))
    }
    fn may_sign(&self, person: PersonId) -> Result<Signed> {
        let route = self.desk.profile.documents.route_of(self.document.facts.issuer);
        let station = flow::station(self.document.stage).unwrap_or(Station::Drafter);
        let (holders, letters) = (card::holders(self.desk, self.on)?, delegations::all(self.desk)?);
        let day = Day { on: self.on, holders: &holders, letters: &letters };
        let last = route.last() == Some(&station);
        rules::may_sign(self.document, station, last, person, &day, self.desk.profile)
    }
    /// Who stands behind the step, with the paper that proves it; the director at the desk needs none.
    fn who(&self) -> Result<Signed> {
        let (desk, q) = (self.desk, self.q);
        let article = desk.profile.documents.issuing_article;
        let station = flow::station(self.document.stage);
        let himself = card::himself(desk, self.document, self.on)?;
        if let Some(director) = himself.filter(|line| q.signer.is_none_or(|signer| signer == line.person)) {
            return self.may_sign(director.person);
        }
        let signed = match (station, q.signer) {
            (Some(Station::Section), signer) => self.section_head(signer)?,
            (_, Some(signer)) => self.may_sign(signer)?,
            (_, None) => {
                return Err(Refusal::refused("没有填写签批人。")
                    .hint("请按签批件选择签批人。")
                    .article(article));
            }
        };
        proof(q.scan.is_some(), &q.basis, &format!("{}签批", signed.name), article)?;
        Ok(signed)
    }
    fn section_head(&self, person: Option<PersonId>) -> Result<Signed> {
        let section = match self.document.facts.section.as_str() {
            "" => "承办部门",
            section => section,
        };
        let name = match person {
            Some(person) => registry::person(self.desk, person)?.name,
            None => needed(&self.q.signer_name, "承办部门审核人")?.to_owned(),
        };
        Ok(Signed { person, name, post: section.into(), delegation: None })
    }
    fn proofread(&self) -> Result<()> {
        let by = match self.q.signer_name.trim() {
            "" => self.desk.who.name.as_str(),
            name => name,
        };
        let mut text_version = self.document.text_version;
        let mut words = String::new();
        if let Some(mended) = self.changed_words()? {
            rules::small_change(&self.document.words, &mended, self.desk.profile)?;
            text_version = documents::save_words(self.desk, self.document, self.q.version, &mended)?;
            let reason = match self.q.reason.trim() {
                "" => "校核订正",
                reason => reason,
            };
            versions::keep(self.desk, self.document.id, text_version, &mended, self.document.stage, reason)?;
            words = format!("订正文字，存为第{text_version}稿。{reason}");
        }
        documents::proofread(self.desk, self.document, self.q.version, self.on, by)?;
        let signed = Signed { person: None, name: by.into(), post: "校核".into(), delegation: None };
        self.note(Some(&signed), &words, text_version, None)
    }
    /// The words of the request, if they differ.
    fn changed_words(&self) -> Result<Option<OutgoingWords>> {
        let Some(words) = &self.q.text else { return Ok(None) };
        let words = checked_words(words)?;
        self.document.facts.secrecy.check(&[&words.title, &words.text])?;
        Ok((words != self.document.words).then_some(words))
    }
    fn amended(&self) -> Result<()> {
        let Some(words) = self.changed_words()? else {
            return Err(
                Refusal::refused("没有修改文字，不需要报原签批人复审。").hint("请先写好修改后的文稿。")
            );
        };
        rules::ready(card::kind(self.desk, &words.kind)?, &words, self.desk.profile)?;
        if !card::kind(self.desk, &words.kind)?.by.contains(&self.document.facts.issuer) {
            return Err(Refusal::refused("这个文种不能以原发文机关名义制发。").hint("请改选文种。"));
        }
        let reason = self.q.reason.trim();
        let n = documents::save_words(self.desk, self.document, self.q.version, &words)?;
        versions::keep(self.desk, self.document.id, n, &words, self.document.stage, reason)?;
        documents::move_stage(self.desk, self.document, self.q.version, self.to)?;
        self.note(None, reason, n, None)
    }
    fn printed(&self) -> Result<()> {
        let copies = self.q.copies.unwrap_or(self.document.facts.copies);
        if !(1..=10_000).contains(&copies) {
            return Err(Refusal::refused(format!("印制份数“{copies}”不合理。")).hint("请填写份数。"));
        }
        let units = registry::units_on(self.desk, self.on, &[])?;
        let collectives = &self.desk.profile.documents.collectives;
        let list = distribution::list(&self.document.words, &units, collectives);
        documents::print(self.desk, self.document, self.q.version, self.on, copies)?;
        for copy in &list {
            self::copies::add(self.desk, self.document.id, copy)?;
        }
        let words = format!("共印{copies}份，分发{}个单位和个人", list.len());
        self.note(None, &words, self.document.text_version, None)
    }
    /// Given up before or made void after signature: a number that it has is voided and stays visible.
    fn given_up(&self) -> Result<()> {
        let reason = self.q.reason.trim();
        if let Some((number, _)) = documents::number_id(self.desk, self.document.id)? {
            numbering::void(self.desk, number, reason)?;
        }
        documents::end(self.desk, self.document, self.q.version, self.to, self.on, reason)?;
        self.note(None, reason, self.document.text_version, self.document.number.as_deref())
    }
    fn withdrawn(&self) -> Result<()> {
        let what = format!("{}的依据", self.q.step.label());
        let basis = match &self.q.scan {
            Some(_) => self.q.basis.trim(),
            None => needed(&self.q.basis, &what)?,
        };
        let reason = match basis {
            "" => self.q.reason.trim().to_owned(),
            basis => format!("{}（依据：{basis}）", self.q.reason.trim()),
        };
        documents::end(self.desk, self.document, self.q.version, self.to, self.on, &reason)?;
        let effect = match self.q.step {
            OutgoingStep::Revoke => "自始无效".to_owned(),
            _ => format!("自{}起失效", date(self.on)),
        };
        self.note(
            None,
            &format!("{reason}；{effect}"),
            self.document.text_version,
            self.document.number.as_deref(),
        )
    }
}

/// 会签 of another unit on the draft.
#[derive(Debug, Deserialize, TS)]
pub struct OutgoingCosign {
    /// Document.
    pub document: OutgoingId,
    /// Version it was seen in.
    pub version: i64,
    /// The unit.
    pub unit: String,
    /// Who signed for it.
    pub name: String,
    /// Day on the paper.
    pub on: NaiveDate,
    /// Opinion; `圈阅` if empty.
    #[serde(default)]
    pub words: String,
    /// Where the paper lies, if there is no scan.
    #[serde(default)]
    pub basis: String,
    /// Scan.
    #[serde(default)]
    pub scan: Option<Upload>,
    /// Further pages of the scan.
    #[serde(default)]
    pub pages: Vec<Upload>,
}

pub(super) fn cosign(desk: &Desk<'_>, q: OutgoingCosign) -> Result<OutgoingCard> {
    let document = documents::get(desk, q.document)?;
    let article = desk.profile.documents.issuing_article;
    if document.version != q.version {
        return Err(Refusal::stale());
    }
    card::cosigned(desk, &document)?;
    proof(q.scan.is_some(), &q.basis, "会签", article)?;
    let on = possible(q.on, NaiveDate::MIN, desk.today(), "会签日期", "送审")?;
    let one = OutgoingCosignature {
        unit: needed(&q.unit, "会签单位")?.to_owned(),
        name: needed(&q.name, "会签人")?.to_owned(),
        on,
        words: if q.words.trim().is_empty() { CIRCLED.into() } else { q.words.trim().to_owned() },
        text_version: document.text_version,
    };
    opinions::add(desk, document.id, &one, q.basis.trim())?;
    proofs::attach(desk, (OWNER, document.id), "会签扫描件", q.scan.as_ref(), &q.pages)?;
    card::of(desk, document.id)
}
