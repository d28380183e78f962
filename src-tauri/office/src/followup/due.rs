//! What is due in the follow-up: notices, receipts, reports, extensions, replies, looks at replies, steps higher (第十二条).
use chrono::NaiveDate;

use super::card;
use super::commands::FollowupFilter;
use super::flow::FollowupStage as Stage;
use super::item::FollowupItem;
use super::kinds::{FollowupExtensionState, FollowupPeriodState, FollowupTiming};
use super::rules;
use super::store::{self, beside, time};
use crate::kernel::due::Due;
use crate::kernel::rows::Slice;
use crate::kernel::{Desk, Result};

/// What waits, of at most 500 items, the most pressing first.
pub fn due(desk: &Desk<'_>) -> Result<Vec<Due>> {
    let filter = FollowupFilter { waiting: true, ..FollowupFilter::default() };
    let mut found = Vec::new();
    for item in store::list(desk, &filter, Slice { offset: 0, limit: 500 })?.0 {
        match item.stage {
            Stage::Registered => found.push(notice(desk, &item)?),
            Stage::Open => {
                found.push(reply(desk, &item));
                found.extend(reports(desk, &item)?);
                found.extend(extension(desk, &item)?);
                found.extend(higher(desk, &item)?);
                found.extend(receipts(desk, &item)?);
            }
            Stage::Replied => {
                found.push(review(desk, &item)?);
                found.extend(receipts(desk, &item)?);
            }
            _ => {}
        }
    }
    Ok(found)
}

fn line(desk: &Desk<'_>, item: &FollowupItem, what: &str, unit: &str, by: NaiveDate) -> Due {
    let title = if what.is_empty() {
        format!("{}：{}", item.source_name, item.text)
    } else {
        format!("{}{what}：{}", item.number, item.text)
    };
    Due::by(title, unit.to_owned(), by, desk.today())
        .article(card::article(desk, item))
        .at("followup", format!("/followup/{}", item.id))
}

fn notice(desk: &Desk<'_>, item: &FollowupItem) -> Result<Due> {
    let by = card::working_day(desk, item.opened_on, desk.profile.followup.notice_days)?;
    let office = &desk.profile.office.short;
    Ok(line(desk, item, "下发督办通知", office, by).state(item.stage_label.clone()))
}

fn reply(desk: &Desk<'_>, item: &FollowupItem) -> Due {
    let state = match (item.timing, item.urgings) {
        (FollowupTiming::Overdue, 0) => "逾期未回复".to_owned(),
        (FollowupTiming::Overdue, n) => format!("逾期，已催办{n}次"),
        _ => item.stage_label.clone(),
    };
    line(desk, item, "", &item.lead.short, item.due_on).state(state)
}

fn review(desk: &Desk<'_>, item: &FollowupItem) -> Result<Due> {
    let replied = item.reply_on.unwrap_or(item.due_on);
    let by = card::working_day(desk, replied, desk.profile.followup.review_days)?;
    Ok(line(desk, item, "审核回复", &desk.profile.office.short, by).state(item.stage_label.clone()))
}

/// The oldest gap, and how many there are.
fn reports(desk: &Desk<'_>, item: &FollowupItem) -> Result<Option<Due>> {
    let periods = time::periods(desk, item)?;
    let mut missing = periods.iter().filter(|one| one.state == FollowupPeriodState::Missing);
    let Some(first) = missing.next() else { return Ok(None) };
    let count = missing.count() + 1;
    let due = line(desk, item, "进展汇报", &item.lead.short, first.on);
    Ok(Some(due.state(format!("缺报{count}期"))))
}

fn extension(desk: &Desk<'_>, item: &FollowupItem) -> Result<Option<Due>> {
    let all = time::extensions(desk, item.id)?;
    let Some(one) = all.iter().find(|one| one.state == FollowupExtensionState::Waiting) else {
        return Ok(None);
    };
    let by = card::working_day(desk, one.asked_on, desk.profile.followup.extension_days)?;
    let office = &desk.profile.office.short;
    Ok(Some(line(desk, item, "延期审批", office, by).state(one.state_label.clone())))
}

fn receipts(desk: &Desk<'_>, item: &FollowupItem) -> Result<Option<Due>> {
    let notices = beside::notices(desk, item.id)?;
    let unsigned: Vec<_> = notices.iter().filter(|notice| notice.received_on.is_none()).collect();
    let Some(first) = unsigned.first() else { return Ok(None) };
    let units: Vec<&str> = unsigned.iter().map(|notice| notice.short.as_str()).collect();
    let due = line(desk, item, "签收督办通知", &units.join("、"), first.receipt_due_on);
    Ok(Some(due.state("待签收")))
}

/// A step of escalation that is due by the rules and was not taken.
fn higher(desk: &Desk<'_>, item: &FollowupItem) -> Result<Option<Due>> {
    if item.timing != FollowupTiming::Overdue || item.urgings == 0 {
        return Ok(None);
    }
    let facts = card::facts(desk, item)?;
    let rules = &desk.profile.followup;
    let Some((step, from)) = rules::next_escalation(rules, &facts.escalated, item.due_on) else {
        return Ok(None);
    };
    if desk.today() < from || facts.urged == 0 {
        return Ok(None);
    }
    let due = line(desk, item, &format!("升级督办（{}）", step.label), &desk.profile.office.short, from);
    Ok(Some(due.article(step.article.unwrap_or(rules.article)).state("建议")))
}
