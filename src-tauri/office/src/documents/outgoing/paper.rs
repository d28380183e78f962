//! A document as paper (GB/T 9704-2012): from the record to plain data for the press. Pure but for the pictures.
use press::Document;
use press::document::{self, Annex, Authority, Sealing as Seal, Watermark};
use press::picture::Picture;

use super::record::{Outgoing, Sealing};
use super::{authority, flow::OutgoingStage};
use crate::documents::kinds::Urgency;
use crate::documents::words::date;
use crate::kernel::document_rules::{Issuer, PaperForm};
use crate::kernel::profile::Profile;

/// The document with the picture of its seal over name and date; only what is signed and sealed at all bears one.
pub fn sealed(profile: &Profile, record: &Outgoing, pictures: Vec<Picture>, seal: Picture) -> Document {
    let mut paper = document(profile, record, pictures);
    if record.is_signed() && record.facts.sealing == Sealing::Seal {
        for authority in &mut paper.authorities {
            authority.seal = Some(seal.clone());
        }
    }
    paper
}

/// The document; unsigned it says 送审稿 and bears neither number nor date, ended it says 作废 and keeps both.
pub fn document(profile: &Profile, record: &Outgoing, pictures: Vec<Picture>) -> Document {
    let signed = record.is_signed();
    let name = authority(record.facts.issuer, profile);
    let kind = form(record.form);
    let signature = record.signature.as_ref().filter(|_| signed);
    Document {
        kind,
        urgency: urgency(record.facts.urgency),
        mark: mark(kind, &name),
        number: record.number.clone().filter(|_| signed),
        signers: match (kind, signature) {
            (document::Kind::Upward, Some(signature)) => vec![signature.name.clone()],
            _ => Vec::new(),
        },
        date: signature.map(|signature| date(signature.on)),
        title: record.words.title.clone(),
        to: record.words.sent_to.clone(),
        body: record.words.text.clone(),
        pictures,
        annexes: record.words.annexes.iter().map(annex).collect(),
        sealing: match record.facts.sealing {
            Sealing::Seal => Seal::Seal,
            Sealing::Bare => Seal::None,
            Sealing::Stamp => Seal::Stamp,
        },
        authorities: vec![signs(record, profile, &name)],
        note: record.words.note.clone(),
        copies_to: record.words.copies_to.clone(),
        printed_by: authority(Issuer::Office, profile),
        printed_on: record.printed_on.map(date),
        copies: record.printed_copies.or(Some(record.facts.copies)),
        watermarks: watermark(record.stage).into_iter().collect(),
        ..Document::default()
    }
}

/// Who signs at the end: the authority, or with a stamp the signer's office and name (7.3.5.3).
fn signs(record: &Outgoing, profile: &Profile, name: &str) -> Authority {
    match (record.facts.sealing, record.facts.issuer) {
        (Sealing::Stamp, issuer) => Authority {
            name: match issuer {
                Issuer::Group => profile.group.leader_title.clone(),
                Issuer::Office => profile.office.director_title.clone(),
            },
            person: record.signature.as_ref().map(|signature| signature.name.clone()).unwrap_or_default(),
            ..Authority::default()
        },
        _ => Authority { name: name.to_owned(), ..Authority::default() },
    }
}

fn form(form: PaperForm) -> document::Kind {
    match form {
        PaperForm::RedHead => document::Kind::RedHead,
        PaperForm::Upward => document::Kind::Upward,
        PaperForm::Letter => document::Kind::Letter,
        PaperForm::Order => document::Kind::Order,
        PaperForm::Minutes => document::Kind::Minutes,
    }
}

/// 发文机关标志: with 文件 over a red head (7.2.4), bare over a letter (10.1), with 令 over an order (10.2).
fn mark(kind: document::Kind, name: &str) -> String {
    match kind {
        document::Kind::RedHead | document::Kind::Upward => format!("{name}文件"),
        document::Kind::Letter => name.to_owned(),
        document::Kind::Order => format!("{name}令"),
        document::Kind::Minutes => format!("{name}会议纪要"),
    }
}

fn urgency(urgency: Urgency) -> Option<document::Urgency> {
    match urgency {
        Urgency::Plain => None,
        Urgency::More => Some(document::Urgency::More),
        Urgency::Most => Some(document::Urgency::Most),
    }
}

fn annex(annex: &super::record::OutgoingAnnex) -> Annex {
    Annex { title: annex.title.clone(), body: annex.body.clone(), landscape: annex.landscape }
}

fn watermark(stage: OutgoingStage) -> Option<Watermark> {
    use OutgoingStage as S;
    match stage {
        S::Signed | S::Proofread | S::Printed => None,
        S::Revoked | S::Repealed | S::Voided | S::Dropped => Some(Watermark::Void),
        S::Draft | S::Section | S::Director | S::Deputy | S::Leader => Some(Watermark::ForReview),
    }
}

/// Names of the pictures that the text and the annexes ask for.
pub fn pictures_named(record: &Outgoing) -> Vec<String> {
    let texts =
        std::iter::once(&record.words.text).chain(record.words.annexes.iter().map(|annex| &annex.body));
    let named = |line: &str| {
        let rest = line.trim().strip_prefix("![")?;
        let (_, name) = rest.strip_suffix(')')?.rsplit_once("](")?;
        Some(name.to_owned())
    };
    texts.flat_map(|text| text.lines().filter_map(named).collect::<Vec<_>>()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::outgoing::record::{OutgoingSignature, sample};
    use crate::kernel::profile::{SHIPPED, parse};
    use crate::registry::PersonId;

    fn signed(stage: OutgoingStage) -> Outgoing {
        Outgoing {
            stage,
            number: Some("示质强创〔2016〕5号".into()),
            signature: Some(OutgoingSignature {
                on: "2016-03-10".parse().unwrap(),
                signer: PersonId(uuid::Uuid::from_u128(1)),
                name: "程启航".into(),
                post: "组长".into(),
                words: "同意".into(),
                delegation: None,
            }),
            ..sample(Issuer::Group, "notice")
        }
    }

    #[test]
    fn an_unsigned_paper_says_so_and_bears_neither_number_nor_date_even_when_it_waits_to_be_signed_again() {
        let profile = parse(SHIPPED[1].1).unwrap();
        for stage in OutgoingStage::ALL {
            let paper = document(&profile, &signed(*stage), Vec::new());
            let is_signed = signed(*stage).is_signed();
            assert_eq!(paper.number.is_some(), is_signed, "{}", stage.key());
            assert_eq!(paper.date.is_some(), is_signed, "{}", stage.key());
            let says = paper.watermarks.first().copied();
            let void = matches!(stage.key(), "revoked" | "repealed" | "voided" | "dropped");
            let wanted = match (void, is_signed) {
                (true, _) => Some(Watermark::Void),
                (false, true) => None,
                (false, false) => Some(Watermark::ForReview),
            };
            assert_eq!(says, wanted, "{}", stage.key());
        }
    }

    #[test]
    fn every_form_has_its_mark() {
        let name = "示例市质量强市创建工作领导小组";
        let said =
            [document::Kind::RedHead, document::Kind::Upward, document::Kind::Letter, document::Kind::Order]
                .map(|kind| mark(kind, name));
        assert_eq!(
            said,
            [format!("{name}文件"), format!("{name}文件"), name.to_owned(), format!("{name}令")]
        );
    }

    #[test]
    fn pictures_are_found_by_their_names() {
        let mut record = sample(Issuer::Office, "notice");
        record.words.text = "第一段\n![流程图](流程.png)\n第二段 ![不是]\n".into();
        assert_eq!(pictures_named(&record), ["流程.png"]);
    }
}
