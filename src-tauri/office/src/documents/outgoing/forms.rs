//! 发文稿纸 from the record: who passed it in this round, who countersigned, everything that is known so far. Pure.
use press::form::Form;
use press::forms::{DraftSheet, Letterhead, Opinion};

use super::flow::{OutgoingStage, OutgoingStep};
use super::record::{OutgoingCard, OutgoingMove};
use crate::documents::words::date;

/// The sheet; a sheet of something unsigned bears no number.
pub fn draft_sheet(head: &Letterhead, card: &OutgoingCard) -> Form {
    let (document, words) = (&card.document, &card.document.words);
    let round = this_round(&card.moves);
    let signed = document.is_signed();
    let titles: Vec<String> = match words.annexes.as_slice() {
        [only] => vec![only.title.clone()],
        many => many.iter().enumerate().map(|(n, annex)| format!("{}.{}", n + 1, annex.title)).collect(),
    };
    let sheet = DraftSheet {
        urgency: document.facts.urgency.label().into(),
        publicity: document.facts.openness.label().into(),
        signatures: round
            .iter()
            .filter(|one| one.step == OutgoingStep::Sign)
            .map(|one| opinion(one))
            .collect(),
        countersignatures: card
            .cosignatures
            .iter()
            .map(|one| Opinion {
                who: format!("{} {}", one.unit, one.name),
                when: date(one.on),
                words: one.words.clone(),
            })
            .collect(),
        checks: round
            .iter()
            .filter(|one| one.step == OutgoingStep::Approve)
            .map(|one| opinion(one))
            .collect(),
        unit: document.facts.section.clone(),
        drafter: document.facts.drafter.clone(),
        phone: document.facts.phone.clone(),
        drafted: date(document.created_at.date()),
        title: words.title.clone(),
        to: words.sent_to.join("、"),
        copies_to: words.copies_to.join("、"),
        document_number: document.number.clone().filter(|_| signed).unwrap_or_default(),
        annexes: titles.join("；"),
        copies: format!("{}份", document.printed_copies.unwrap_or(document.facts.copies)),
        proofreader: document.proofread_on.map(|_| document.proofreader.clone()).unwrap_or_default(),
        printer: String::new(),
        printed: document.printed_on.map(date).unwrap_or_default(),
    };
    sheet.form(head)
}

/// The steps since it last left the drafter, without what was undone by a return.
fn this_round(moves: &[OutgoingMove]) -> Vec<&OutgoingMove> {
    let mut round: Vec<&OutgoingMove> = Vec::new();
    for one in moves {
        match one.step {
            OutgoingStep::Submit => round.clear(),
            OutgoingStep::Approve => round.push(one),
            OutgoingStep::Sign => {
                round.retain(|other| other.step != OutgoingStep::Sign);
                round.push(one);
            }
            OutgoingStep::Return | OutgoingStep::Withdraw if one.to == OutgoingStage::Draft => round.clear(),
            OutgoingStep::Return => {
                // What stood behind the station it went back to has to be said again.
                let at = round.iter().position(|other| other.from == one.to).unwrap_or(0);
                round.truncate(at);
            }
            OutgoingStep::Amend => round.retain(|other| other.step != OutgoingStep::Sign),
            _ => {}
        }
    }
    round
}

/// The name alone, so that name and day stand on one line of the narrow cell; by delegation, that too.
fn opinion(one: &OutgoingMove) -> Opinion {
    let by = one.signer_post.find('（').map(|at| &one.signer_post[at..]).unwrap_or_default();
    Opinion { who: format!("{}{by}", one.signer_name), when: date(one.on), words: one.words.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(step: OutgoingStep, from: OutgoingStage, to: OutgoingStage, name: &str) -> OutgoingMove {
        OutgoingMove {
            n: 1,
            at: chrono::NaiveDateTime::default(),
            who: "李经办".into(),
            step,
            step_label: step.label().into(),
            from,
            to,
            to_label: to.label().into(),
            on: "2016-11-01".parse().unwrap(),
            signer: None,
            signer_name: name.into(),
            signer_post: String::new(),
            words: "同意".into(),
            basis: String::new(),
            text_version: 1,
            number: None,
        }
    }

    #[test]
    fn the_sheet_shows_the_opinions_of_this_round_and_not_what_a_return_undid() {
        use OutgoingStage as S;
        use OutgoingStep as T;
        let moves = [
            taken(T::Submit, S::Draft, S::Section, ""),
            taken(T::Approve, S::Section, S::Director, "甲"),
            taken(T::Return, S::Director, S::Draft, "乙"),
            taken(T::Submit, S::Draft, S::Section, ""),
            taken(T::Approve, S::Section, S::Director, "丙"),
            taken(T::Approve, S::Director, S::Deputy, "丁"),
            taken(T::Return, S::Deputy, S::Director, "戊"),
            taken(T::Approve, S::Director, S::Deputy, "己"),
            taken(T::Approve, S::Deputy, S::Leader, "庚"),
            taken(T::Sign, S::Leader, S::Signed, "辛"),
            taken(T::Amend, S::Signed, S::Leader, ""),
            taken(T::Sign, S::Leader, S::Signed, "壬"),
        ];
        let names = |upto: usize| -> Vec<String> {
            this_round(&moves[..upto]).iter().map(|one| one.signer_name.clone()).collect()
        };
        assert_eq!(names(3), Vec::<String>::new());
        assert_eq!(names(7), ["丙"]);
        assert_eq!(names(10), ["丙", "己", "庚", "辛"]);
        assert_eq!(names(11), ["丙", "己", "庚"], "what was changed is to be signed again");
        assert_eq!(names(12), ["丙", "己", "庚", "壬"]);
    }
}
