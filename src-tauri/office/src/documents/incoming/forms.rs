//! 收文处理笺 and 传阅单 from the record, with everything so far; the rest is room for the pen. Pure.
use press::form::Form;
use press::forms::{CirculationSheet, HandlingSheet, Letterhead, Opinion, Reader};

use super::record::{HandlerRole, IncomingCard, IncomingHandler};
use crate::documents::words::date;

/// 收文处理笺.
pub fn handling_sheet(head: &Letterhead, card: &IncomingCard) -> Form {
    let paper = &card.paper;
    let names = |role: HandlerRole| -> Vec<&IncomingHandler> {
        card.handlers.iter().filter(|handler| handler.role == role).collect()
    };
    let units = |role: HandlerRole, label: &str| {
        let all: Vec<&str> = names(role).iter().map(|handler| handler.name.as_str()).collect();
        if all.is_empty() { String::new() } else { format!("{label}：{}", all.join("、")) }
    };
    let hosts = [units(HandlerRole::Host, "主办"), units(HandlerRole::Helper, "协办")];
    let people: Vec<&str> =
        card.handlers.iter().map(|handler| handler.person.as_str()).filter(|name| !name.is_empty()).collect();
    let results = card.handlers.iter().filter(|handler| !handler.answer.is_empty());
    let mut results: Vec<String> =
        results.map(|handler| format!("{}：{}", handler.name, handler.answer)).collect();
    results.extend(Some(paper.result.clone()).filter(|words| !words.is_empty()));
    let sheet = HandlingSheet {
        title: paper.title.clone(),
        from: paper.sender_name.clone(),
        document_number: paper.letter.clone(),
        dated: paper.dated_on.map(date).unwrap_or_default(),
        number: paper.number.clone().unwrap_or_default(),
        received: date(paper.received_on),
        urgency: paper.urgency_label.clone(),
        copies: format!("{}份", paper.copies),
        due: paper.due_on.map(date).unwrap_or_default(),
        summary: paper.summary.clone(),
        proposals: paper
            .proposed_on
            .map(|on| Opinion {
                who: paper.proposed_by.clone(),
                when: date(on),
                words: paper.proposal.clone(),
            })
            .into_iter()
            .collect(),
        instructions: card
            .instructions
            .iter()
            .map(|one| Opinion {
                who: format!("{}　{}", one.post_label, one.name),
                when: date(one.on),
                words: one.words.clone(),
            })
            .collect(),
        unit: hosts.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join("\n"),
        person: people.join("、"),
        result: results.join("\n"),
        signed_for: format!("{}\n{}", paper.received_by, date(paper.received_on)),
        note: paper.filing_number.clone().unwrap_or_default(),
        ..HandlingSheet::default()
    };
    sheet.form(head)
}

/// 传阅单.
pub fn circulation_sheet(head: &Letterhead, card: &IncomingCard) -> Form {
    let paper = &card.paper;
    let day = |day: Option<chrono::NaiveDate>| day.map(date).unwrap_or_default();
    let sheet = CirculationSheet {
        title: paper.title.clone(),
        from: paper.sender_name.clone(),
        document_number: paper.letter.clone(),
        number: paper.number.clone().unwrap_or_default(),
        urgency: paper.urgency_label.clone(),
        due: day(paper.due_on),
        readers: card
            .readers
            .iter()
            .map(|reader| Reader {
                name: reader.name.clone(),
                sent: day(reader.sent_on),
                returned: day(reader.returned_on),
                words: reader.words.clone(),
            })
            .collect(),
    };
    sheet.form(head)
}
