//! 督办通知单, 反馈单, 催办单, 延期申请 and 汇总表 from the record; what is not there is room for the pen. Pure.
use press::form::Form;
use press::forms::{
    Extension, FollowupNotice, FollowupReply, Letterhead, Opinion, Outcome, Reminder, ResultsTable,
};

use super::beside::{FollowupExtension, FollowupReplyVersion, FollowupUrging};
use super::compile;
use super::item::{FollowupCard, FollowupItem};
use super::kinds::{FollowupExtensionState, FollowupReplyState, FollowupSource};
use crate::kernel::written::date;

/// 督办通知单.
pub fn notice(head: &Letterhead, item: &FollowupItem) -> Form {
    // The paper's own list of sources names 文件 where the group decided by a document.
    let source = match item.source_kind {
        FollowupSource::Group => "文件",
        other => other.label(),
    };
    let helpers: Vec<&str> = item.helpers.iter().map(|unit| unit.short.as_str()).collect();
    let sheet = FollowupNotice {
        number: item.number.clone(),
        title: format!("关于办理{}事项的督办通知", item.source_label),
        source: source.into(),
        ground: item.ground.clone(),
        urgency: item.urgency_label.clone(),
        lead: item.lead.short.clone(),
        partners: if helpers.is_empty() { "无".into() } else { helpers.join("、") },
        task: item.text.clone(),
        due: date(item.due_on),
        frequency: item.rhythm_label.clone(),
        person: item.supervisor.clone(),
        phone: item.supervisor_phone.clone(),
        instructions: Vec::new(),
        issued: item.notice_on.map(date).unwrap_or_default(),
    };
    sheet.form(head)
}

/// 督办反馈单: before the reply to be filled in by the unit; afterwards as it was answered and judged.
pub fn reply(head: &Letterhead, card: &FollowupCard) -> Form {
    let item = &card.item;
    let last = card.replies.first();
    let progress: Vec<String> =
        card.progress.iter().rev().map(|one| format!("{}：{}", date(one.on), one.words)).collect();
    let sheet = FollowupReply {
        number: item.number.clone(),
        matter: item.text.clone(),
        unit: item.lead.short.clone(),
        due: date(item.due_on),
        progress: progress.join("\n"),
        result: last.map(|one| one.words.clone()).unwrap_or_default(),
        evidence: last.map(|one| one.number.clone()).unwrap_or_default(),
        verdict: last.map(verdict).unwrap_or_default().into(),
        verdict_words: last.map(judged).unwrap_or_default(),
        replied: last.map(|one| date(one.on)).unwrap_or_default(),
        person: item.undertaker.clone(),
        phone: item.undertaker_phone.clone(),
        ..FollowupReply::default()
    };
    sheet.form(head)
}

fn verdict(reply: &FollowupReplyVersion) -> &'static str {
    match reply.state {
        FollowupReplyState::Accepted | FollowupReplyState::Corrected => "认可",
        FollowupReplyState::Returned => "退回",
        FollowupReplyState::Waiting => "",
    }
}

fn judged(reply: &FollowupReplyVersion) -> Vec<Opinion> {
    let words = reply.reason.clone();
    let opinion = Opinion { who: String::new(), when: String::new(), words };
    if opinion.words.is_empty() { Vec::new() } else { vec![opinion] }
}

/// 催办单.
pub fn urging(head: &Letterhead, card: &FollowupCard, urging: &FollowupUrging) -> Form {
    let item = &card.item;
    let days = (urging.on - urging.due_on).num_days();
    let overdue = match days {
        1.. => format!("已逾期{days}天"),
        0 => "当日到期".into(),
        _ => format!("还有{}天到期", -days),
    };
    let earlier = card.urgings.iter().find(|one| one.n + 1 == urging.n);
    let state = match (earlier, card.progress.first()) {
        (Some(one), _) => format!("{}第{}次催办后，尚未收到正式回复。", date(one.on), one.n),
        (None, Some(report)) => format!("{}报告：{}", date(report.on), report.words),
        (None, None) => "尚未收到办理情况的回复。".into(),
    };
    // On the telephone the words are what was answered; on paper they are what is demanded.
    let spoken = urging.way.contains("电话") && !urging.words.is_empty();
    let state = if spoken { format!("{}电话催办：{}", date(urging.on), urging.words) } else { state };
    let demand = match if spoken { "" } else { urging.words.as_str() } {
        "" => "请于回复时限前书面回复办理情况；未按期完成的，说明原因，提出补救措施和明确的完成时间。".into(),
        words => words.to_owned(),
    };
    let sheet = Reminder {
        number: urging.number.clone(),
        notice_number: item.number.clone(),
        unit: item.lead.short.clone(),
        matter: item.text.clone(),
        due: date(urging.due_on),
        overdue,
        times: format!("第{}次", urging.n),
        state,
        demand,
        answer_by: date(urging.answer_by),
        person: item.supervisor.clone(),
        phone: item.supervisor_phone.clone(),
        issued: date(urging.on),
        signer: Vec::new(),
    };
    sheet.form(head)
}

/// 延期申请: as it was asked, or blank for the unit to fill in while it may still ask.
pub fn extension(head: &Letterhead, item: &FollowupItem, asked: Option<&FollowupExtension>) -> Form {
    let words =
        |pick: fn(&FollowupExtension) -> &String| asked.map(|one| pick(one).clone()).unwrap_or_default();
    let decision = asked.filter(|one| {
        matches!(one.state, FollowupExtensionState::Approved | FollowupExtensionState::Refused)
    });
    let decided = decision.map(|one| Opinion {
        who: one.decider_name.clone(),
        when: one.decided_on.map(date).unwrap_or_default(),
        words: match (one.granted_due_on, one.words.as_str()) {
            (Some(due), "") => format!("同意延至{}。", date(due)),
            (Some(due), said) => format!("同意延至{}。{said}", date(due)),
            (None, said) => format!("不同意延期，仍以原期限计。{said}"),
        },
    });
    let sheet = Extension {
        number: item.number.clone(),
        unit: item.lead.short.clone(),
        matter: item.text.clone(),
        due: date(asked.map_or(item.due_on, |one| one.old_due_on)),
        new_due: asked.map(|one| date(one.new_due_on)).unwrap_or_default(),
        progress: words(|one| &one.progress),
        reason: words(|one| &one.reason),
        measures: words(|one| &one.measures),
        decision: decided.into_iter().collect(),
        asked: asked.map(|one| date(one.asked_on)).unwrap_or_default(),
        person: item.undertaker.clone(),
        phone: item.undertaker_phone.clone(),
        ..Extension::default()
    };
    sheet.form(head)
}

/// 办理情况汇总表.
pub fn summary(head: &Letterhead, subject: &str, as_of: &str, items: &[FollowupItem]) -> Form {
    let row = |item: &FollowupItem| Outcome {
        source: item.source_name.clone(),
        matter: item.text.clone(),
        lead: item.lead.short.clone(),
        due: date(item.due_on),
        state: compile::state(item).to_owned(),
        result: compile::result(item),
        overdue: if item.overdue { "是" } else { "否" }.into(),
    };
    let table = ResultsTable {
        subject: subject.into(),
        as_of: as_of.into(),
        summary: compile::sums(items).words(),
        rows: items.iter().map(row).collect(),
        ..ResultsTable::default()
    };
    table.form(head)
}
