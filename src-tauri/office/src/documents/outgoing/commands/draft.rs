//! Looking and drafting: which documents there are, a new draft, its words and particulars, who could receive it.
use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

use super::choices;
use crate::documents::kinds::{IncomingId, OutgoingId};
use crate::documents::outgoing::card;
use crate::documents::outgoing::distribution::{self, OutgoingProposal};
use crate::documents::outgoing::flow::{self, OutgoingStage};
use crate::documents::outgoing::record::{
    OWNER, Outgoing, OutgoingCard, OutgoingFacts, OutgoingSigner, OutgoingWords, PICTURE,
};
use crate::documents::outgoing::store::{documents, documents::Origin, versions};
use crate::documents::words::{names, needed};
use crate::kernel::attachments::{self, Upload};
use crate::kernel::desk::Desk;
use crate::kernel::document_rules::Issuer;
use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::rows::{Order, Rows, Slice};
use crate::registry;

/// Which documents are wanted.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct OutgoingFilter {
    /// Numbered, or else begun, in this year.
    pub year: Option<i32>,
    /// In whose name.
    pub issuer: Option<Issuer>,
    /// Only this kind.
    pub kind: Option<String>,
    /// Only this prefix.
    pub prefix: Option<String>,
    /// Only this stage.
    pub stage: Option<OutgoingStage>,
    /// Only what is not printed or ended.
    pub waiting: bool,
    /// Only what has a number, in the order of numbers.
    pub numbered: bool,
    /// Words in title, number, recipients or text.
    pub words: String,
    /// Order; the latest first, or that of numbers, if absent.
    pub order: Option<Order>,
    /// Which part of the list.
    pub slice: Slice,
}

/// Which document.
#[derive(Debug, Deserialize, TS)]
pub struct OutgoingAsked {
    /// Its id.
    pub document: OutgoingId,
}

/// A new draft.
#[derive(Debug, Deserialize, TS)]
pub struct OutgoingStart {
    /// Its words.
    pub words: OutgoingWords,
    /// Its particulars.
    pub facts: OutgoingFacts,
    /// The paper that it answers.
    #[serde(default)]
    pub answers: Option<IncomingId>,
}

/// New words and particulars of a draft.
#[derive(Debug, Deserialize, TS)]
pub struct OutgoingSave {
    /// Document.
    pub document: OutgoingId,
    /// Version it was seen in.
    pub version: i64,
    /// Its words.
    pub words: OutgoingWords,
    /// Its particulars.
    pub facts: OutgoingFacts,
}

/// A file that belongs to a document.
#[derive(Debug, Deserialize, TS)]
pub struct OutgoingAttach {
    /// Document.
    pub document: OutgoingId,
    /// What it is; `正文图片` for a picture that the text names.
    pub purpose: String,
    /// The file.
    pub file: Upload,
}

/// Who may sign on a day.
#[derive(Debug, Deserialize, TS)]
pub struct OutgoingSignersAsked {
    /// Document.
    pub document: OutgoingId,
    /// The day; today if absent.
    #[serde(default)]
    pub on: Option<NaiveDate>,
}

pub(super) fn list(desk: &Desk<'_>, q: OutgoingFilter) -> Result<Rows<Outgoing>> {
    let (rows, total) = documents::list(desk, &q, q.slice)?;
    Ok(Rows { rows, total })
}

pub(super) fn open(desk: &Desk<'_>, q: OutgoingAsked) -> Result<OutgoingCard> {
    card::of(desk, q.document)
}

pub(super) fn recipients(desk: &Desk<'_>, _: crate::kernel::Nothing) -> Result<Vec<OutgoingProposal>> {
    let today = desk.today();
    let collectives = &desk.profile.documents.collectives;
    let (units, roster) = (registry::units_on(desk, today, &[])?, registry::roster_on(desk, today)?);
    Ok(distribution::proposals(&units, &roster, collectives))
}

pub(super) fn signers(desk: &Desk<'_>, q: OutgoingSignersAsked) -> Result<Vec<OutgoingSigner>> {
    let document = documents::get(desk, q.document)?;
    card::signers_on(desk, &document, q.on.unwrap_or(desk.today()))
}

pub(super) fn start(desk: &Desk<'_>, q: OutgoingStart) -> Result<OutgoingCard> {
    let (words, facts) = (checked_words(&q.words)?, checked(desk, &q.words, &q.facts)?);
    if let Some(incoming) = q.answers {
        crate::documents::incoming::exists(desk, incoming)?;
    }
    begin(desk, &words, &facts, &Origin { answers: q.answers, ..Origin::default() })
}

pub(super) fn begin(
    desk: &Desk<'_>,
    words: &OutgoingWords,
    facts: &OutgoingFacts,
    origin: &Origin,
) -> Result<OutgoingCard> {
    let id: OutgoingId = desk.new_id();
    documents::insert(desk, id, words, facts, origin)?;
    versions::keep(desk, id, 1, words, OutgoingStage::Draft, "")?;
    card::of(desk, id)
}

pub(super) fn save(desk: &Desk<'_>, q: OutgoingSave) -> Result<OutgoingCard> {
    let document = documents::get(desk, q.document)?;
    flow::may_be_edited(document.stage, desk.profile)?;
    if document.version != q.version {
        return Err(Refusal::stale());
    }
    let (words, facts) = (checked_words(&q.words)?, checked(desk, &q.words, &q.facts)?);
    let moved = (facts.issuer, &facts.prefix) != (document.facts.issuer, &document.facts.prefix);
    if let Some(number) = document.number.as_ref().filter(|_| moved) {
        return Err(Refusal::refused(format!("这份文件已编号{number}，不能改换发文机关或字头。"))
            .hint("确需改换的，请停办这份文稿（编号随之作废），另行拟稿。")
            .article(desk.profile.documents.issuing_article));
    }
    if words != document.words {
        let n = documents::save_words(desk, &document, q.version, &words)?;
        versions::keep(desk, document.id, n, &words, document.stage, "")?;
    }
    if words != document.words || facts != document.facts {
        documents::save_facts(desk, document.id, q.version, &facts)?;
    }
    card::of(desk, document.id)
}

/// Begins anew what was voided, revoked or repealed: same words, a new draft that names the old one.
pub(super) fn reissue(desk: &Desk<'_>, q: OutgoingAsked) -> Result<OutgoingCard> {
    let old = documents::get(desk, q.document)?;
    card::reissued(desk, &old, documents::replaced_by(desk, old.id)?.as_ref())?;
    let origin = Origin { replaces: Some(old.id), answers: old.answers };
    begin(desk, &old.words, &old.facts, &origin)
}

pub(super) fn attach(desk: &Desk<'_>, q: OutgoingAttach) -> Result<OutgoingCard> {
    let document = documents::get(desk, q.document)?;
    let purpose = needed(&q.purpose, "附件说明")?;
    if purpose == PICTURE {
        // A picture is part of the text: it is changed as the text is.
        flow::may_be_edited(document.stage, desk.profile)?;
        press::picture::Picture::read(&q.file.name, q.file.bytes()?)?;
    }
    attachments::add(desk, OWNER, document.id, purpose, &q.file)?;
    card::of(desk, document.id)
}

/// The words put into one form. Also for amendments and corrections.
pub(super) fn checked_words(words: &OutgoingWords) -> Result<OutgoingWords> {
    let mut annexes = words.annexes.clone();
    for annex in &mut annexes {
        annex.title = needed(&annex.title, "附件名称")?.to_owned();
    }
    Ok(OutgoingWords {
        kind: words.kind.clone(),
        title: needed(&words.title, "标题")?.to_owned(),
        sent_to: names(&words.sent_to, "主送")?,
        copies_to: names(&words.copies_to, "抄送")?,
        text: words.text.trim_end().to_owned(),
        annexes,
        note: words.note.trim().trim_start_matches('（').trim_end_matches('）').to_owned(),
    })
}

/// The particulars put into one form; refuses a kind, a prefix or a secrecy that cannot be.
pub(super) fn checked(
    desk: &Desk<'_>,
    words: &OutgoingWords,
    facts: &OutgoingFacts,
) -> Result<OutgoingFacts> {
    let rules = &desk.profile.documents;
    let no =
        |what: String, hint: String| Err(Refusal::refused(what).hint(hint).article(rules.issuing_article));
    facts.secrecy.check(&[&words.title, &words.text])?;
    let kind = card::kind(desk, &words.kind)?;
    if !kind.by.contains(&facts.issuer) {
        let why = match kind.why_not.as_str() {
            "" => format!("请改选文种，或改以{}名义制发。", other(facts.issuer).label()),
            why => why.to_owned(),
        };
        return no(format!("不能以{}名义制发{}。", facts.issuer.label(), kind.label), why);
    }
    let own = choices::prefixes(desk.profile, facts.issuer, kind);
    let choice = match facts.prefix.trim() {
        "" => own.first().copied(),
        key => own.iter().copied().find(|prefix| prefix.key == key),
    };
    let Some(prefix) = choice else {
        return no(
            format!("这个字头不能用于以{}名义制发的{}。", facts.issuer.label(), kind.label),
            "请重新选择发文字头。".into(),
        );
    };
    if !(1..=10_000).contains(&facts.copies) {
        return no(format!("印制份数“{}”不合理。", facts.copies), "请填写 1 至 10000 之间的份数。".into());
    }
    Ok(OutgoingFacts {
        prefix: prefix.key.clone(),
        section: facts.section.trim().to_owned(),
        drafter: needed(&facts.drafter, "拟稿人")?.to_owned(),
        phone: facts.phone.trim().to_owned(),
        ..facts.clone()
    })
}

fn other(issuer: Issuer) -> Issuer {
    match issuer {
        Issuer::Office => Issuer::Group,
        Issuer::Group => Issuer::Office,
    }
}
