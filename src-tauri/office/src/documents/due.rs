//! What is due in the documents (第十四条 to 第十六条): steps that wait, printing, receipts, hosts, urgings, circulation.
use chrono::NaiveDate;

use super::incoming::flow::{self as incoming_flow, IncomingStage};
use super::incoming::store::{handlers, papers, readers};
use super::incoming::{IncomingFilter, card as incoming_card};
use super::outgoing::flow::{OutgoingStage, station, station_label};
use super::outgoing::record::Outgoing;
use super::outgoing::store::{copies, documents};
use super::outgoing::{OutgoingFilter, card as outgoing_card};
use crate::kernel::document_rules::Station;
use crate::kernel::due::Due;
use crate::kernel::rows::Slice;
use crate::kernel::{Desk, Result};

const ROOM: &str = "documents";
const MANY: Slice = Slice { offset: 0, limit: 500 };

/// Everything that waits, papers that came in first.
pub fn due(desk: &Desk<'_>) -> Result<Vec<Due>> {
    Ok([incoming(desk)?, handling(desk)?, reading(desk)?, outgoing(desk)?, distribution(desk)?].concat())
}

fn short(title: &str) -> String {
    format!("《{title}》")
}

fn incoming(desk: &Desk<'_>) -> Result<Vec<Due>> {
    let filter = IncomingFilter { waiting: true, ..IncomingFilter::default() };
    let mut found = Vec::new();
    for paper in papers::list(desk, &filter, MANY)?.0 {
        // Whoever handles a paper stands in the list by himself.
        if paper.stage == IncomingStage::Handling {
            continue;
        }
        let Some(by) = incoming_card::step_due_on(desk, &paper, &[])? else { continue };
        let (what, who) = match paper.stage {
            IncomingStage::Received => ("登记", desk.profile.office.short.clone()),
            IncomingStage::Registered => ("初审", desk.profile.office.short.clone()),
            IncomingStage::Checked => ("拟办", desk.profile.office.short.clone()),
            IncomingStage::Deputy => ("待副组长批示", desk.profile.group.deputy_title.clone()),
            IncomingStage::Leader => ("待组长批示", desk.profile.group.leader_title.clone()),
            _ => ("办理", desk.profile.office.short.clone()),
        };
        found.push(
            Due::by(format!("来文{}：{what}", short(&paper.title)), who, by, desk.today())
                .article(incoming_flow::article(paper.kind, desk.profile))
                .state(paper.stage_label)
                .at(ROOM, format!("/documents/incoming/{}", paper.id)),
        );
    }
    Ok(found)
}

/// Hosts and helpers who have not answered; once urged, by the day that the urging named.
fn handling(desk: &Desk<'_>) -> Result<Vec<Due>> {
    let line = |one: handlers::Owing| {
        let urged = one.urged_by.filter(|by| *by > one.due_on);
        let by = urged.unwrap_or(one.due_on);
        let state = match (one.urged_by, by < desk.today()) {
            (Some(_), true) => "催办逾期未反馈",
            (Some(_), false) => "已催办",
            (None, true) => "逾期未反馈",
            (None, false) => "承办中",
        };
        Due::by(format!("来文{}：{}反馈办理情况", short(&one.title), one.name), one.name, by, desk.today())
            .article(incoming_flow::article(one.kind, desk.profile))
            .state(state)
            .at(ROOM, format!("/documents/incoming/{}", one.paper))
    };
    Ok(handlers::owing(desk)?.into_iter().map(line).collect())
}

fn reading(desk: &Desk<'_>) -> Result<Vec<Due>> {
    let line = |(paper, title, kind, name, back_by): readers::Out| {
        Due::by(format!("来文{}：{name}阅退", short(&title)), name, back_by, desk.today())
            .article(incoming_flow::article(kind, desk.profile))
            .state(if back_by < desk.today() { "传阅逾期" } else { "传阅中" })
            .at(ROOM, format!("/documents/incoming/{paper}"))
    };
    Ok(readers::out(desk)?.into_iter().map(line).collect())
}

fn outgoing(desk: &Desk<'_>) -> Result<Vec<Due>> {
    let filter = OutgoingFilter { waiting: true, ..OutgoingFilter::default() };
    let mut found = Vec::new();
    for document in documents::list(desk, &filter, MANY)?.0 {
        let Some(by) = outgoing_card::step_due_on(desk, &document)? else { continue };
        let (what, who) = waits_for(desk, &document);
        found.push(
            Due::by(format!("发文{}：{what}", short(&document.words.title)), who, by, desk.today())
                .article(desk.profile.documents.issuing_article)
                .state(document.stage_label)
                .at(ROOM, format!("/documents/outgoing/{}", document.id)),
        );
    }
    Ok(found)
}

fn waits_for(desk: &Desk<'_>, document: &Outgoing) -> (String, String) {
    let office = desk.profile.office.short.clone();
    match (document.stage, station(document.stage)) {
        (OutgoingStage::Signed, _) => ("校核".into(), office),
        (OutgoingStage::Proofread, _) => ("印发".into(), office),
        (_, Some(Station::Section)) if !document.facts.section.is_empty() => {
            (document.stage_label.clone(), document.facts.section.clone())
        }
        (_, Some(station)) => (document.stage_label.clone(), station_label(station, desk.profile)),
        _ => (document.stage_label.clone(), office),
    }
}

fn distribution(desk: &Desk<'_>) -> Result<Vec<Due>> {
    let rules = &desk.profile.documents;
    let mut found = Vec::new();
    let mut line = |id, what: String, from: NaiveDate, days: u32, state: &str| -> Result<()> {
        let document = documents::get(desk, id)?;
        let by = desk.calendar()?.working_days_after(from, days);
        let named = document.number.as_deref().unwrap_or(&document.words.title).to_owned();
        found.push(
            Due::by(format!("发文{named}：{what}"), desk.profile.office.short.clone(), by, desk.today())
                .article(rules.issuing_article)
                .state(state)
                .at(ROOM, format!("/documents/outgoing/{id}")),
        );
        Ok(())
    };
    for (id, count) in copies::not_sent(desk)? {
        let printed = documents::get(desk, id)?.printed_on.unwrap_or(desk.today());
        line(id, format!("还有{count}个单位没有分发"), printed, 1, "待分发")?;
    }
    for (id, count, first) in copies::without_receipt(desk)? {
        line(id, format!("还有{count}个单位没有签收回执"), first, rules.receipt_days, "待签收")?;
    }
    Ok(found)
}
