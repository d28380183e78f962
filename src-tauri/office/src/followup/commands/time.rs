//! The steps of time: urging, more time and who gives it, taking it higher, putting off and taking up again.
use chrono::Datelike;

use super::list::deciders;
use super::register::needed;
use super::steps::Taking;
use crate::followup::flow::FollowupStep;
use crate::followup::guards;
use crate::followup::kinds::{FollowupExtensionState, FollowupUrgingId};
use crate::followup::rules;
use crate::followup::store::Change;
use crate::followup::store::time::{self as rows, Decided, Urged, Wanted};
use crate::kernel::numbering;
use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::written::date;
use crate::registry::RosterLine;

/// Urged on paper or by telephone; each urging has its number.
pub fn urged(taking: &Taking<'_>) -> Result<String> {
    let (desk, item, q, on) = (taking.desk, taking.item, taking.q, taking.on);
    let rules = &desk.profile.followup;
    let way = needed(&q.way, "催办方式")?;
    let answer_by = match q.answer_by {
        Some(by) => by,
        None => desk.calendar()?.working_days_after(on, rules.urging_days),
    };
    if answer_by < on {
        return Err(Refusal::refused("回复时限早于催办日期。").hint("请重新填写回复时限。"));
    }
    taking.apply(&taking.change())?;
    let id: FollowupUrgingId = desk.new_id();
    let number = numbering::next(desk, "urging", on.year(), &rules.urging_number, id)?;
    let person = match q.name.trim() {
        "" => item.undertaker.as_str(),
        name => name,
    };
    let words = q.words.trim();
    rows::urge(desk, item, id, &Urged { number: &number.text, on, way, person, words, answer_by })?;
    Ok(format!("{}，{way}，{}前回复。{words}", number.text, date(answer_by)))
}

/// More time is asked for; never after the last day is over.
pub fn asked(taking: &Taking<'_>) -> Result<String> {
    let (desk, item, q) = (taking.desk, taking.item, taking.q);
    let article = desk.profile.followup.article;
    guards::asked_in_time(taking.facts, taking.on, q.scan.is_some(), desk.profile)?;
    let reason = taking.words("延期原因")?;
    let Some(new_due_on) = q.due_on else {
        return Err(Refusal::refused("没有填写拟延至的日期。").hint("请按延期申请填写。").article(article));
    };
    if new_due_on <= item.due_on {
        let what = format!("拟延至的日期须晚于现在的完成期限{}。", date(item.due_on));
        return Err(Refusal::refused(what).hint("请按延期申请填写。").article(article));
    }
    taking.apply(&taking.change())?;
    let wanted = Wanted {
        on: taking.on,
        new_due_on,
        progress: q.progress.trim(),
        reason: &reason,
        measures: q.measures.trim(),
    };
    rows::ask_extension(desk, item, &wanted)?;
    Ok(format!("由{}延至{}。{reason}", date(item.due_on), date(new_due_on)))
}

/// Decided on paper by a person entitled on that day.
pub fn decided(taking: &Taking<'_>) -> Result<String> {
    let (desk, item, q, on) = (taking.desk, taking.item, taking.q, taking.on);
    let article = desk.profile.followup.article;
    let no = |what: String, hint: &str| Err(Refusal::refused(what).hint(hint).article(article));
    let all = rows::extensions(desk, item.id)?;
    let Some(asked) = all.iter().find(|one| one.state == FollowupExtensionState::Waiting) else {
        return no("没有待审批的延期申请。".into(), "请先登记单位的延期申请。");
    };
    if on < asked.asked_on {
        return no(format!("审批日期早于申请日期（{}）。", date(asked.asked_on)), "请按审批件填写。");
    }
    let decider = entitled(taking)?;
    let name = format!("{}　{}", decider.post_label, decider.name);
    if q.scan.is_none() && q.basis.trim().is_empty() {
        return no(
            "没有延期审批的纸面依据：须上传扫描件，或写明原件存放处。".into(),
            "请上传审批件的扫描件。",
        );
    }
    let granted = match q.granted {
        None => return no("没有写明同意还是不同意延期。".into(), "请按审批件填写。"),
        Some(false) => None,
        Some(true) => Some(q.due_on.unwrap_or(asked.new_due_on)),
    };
    if granted.is_some_and(|due| due <= item.due_on) {
        return no(format!("批准的期限须晚于现在的期限{}。", date(item.due_on)), "请按审批件填写。");
    }
    let words = match granted {
        None => taking.words("不同意的理由")?,
        Some(_) => q.words.trim().to_owned(),
    };
    taking.apply(&Change { due_on: granted.unwrap_or(item.due_on), ..taking.change() })?;
    let decision = Decided { on, decider: decider.person, name: &name, granted, words: &words };
    rows::decide_extension(desk, asked.id, &decision)?;
    let basis = match q.basis.trim() {
        "" => String::new(),
        basis => format!("（{basis}）"),
    };
    match granted {
        Some(due) => {
            rows::set_term(desk, item.id, due, &format!("第{}次延期，{name}批准", asked.n))?;
            Ok(format!("{name}同意延至{}。{words}{basis}", date(due)))
        }
        None => Ok(format!("{name}不同意延期，仍以{}为限。{words}{basis}", date(item.due_on))),
    }
}

fn entitled(taking: &Taking<'_>) -> Result<RosterLine> {
    let (desk, article) = (taking.desk, taking.desk.profile.followup.article);
    let all = deciders(desk, taking.on)?;
    let Some(person) = taking.q.person else {
        return Err(Refusal::refused("没有填写审批人。").hint("请按审批件填写。").article(article));
    };
    if let Some(line) = all.iter().find(|line| line.person == person) {
        return Ok(line.clone());
    }
    let names: Vec<&str> = all.iter().map(|line| line.name.as_str()).collect();
    let hint = match names.is_empty() {
        true => "名册里没有可以审批的人，请先登记任职。".to_owned(),
        false => format!("{}可以审批的是：{}。", date(taking.on), names.join("、")),
    };
    Err(Refusal::refused("这个人那天无权审批延期。").hint(hint).article(article))
}

/// The next step of escalation, as the guard let it pass.
pub fn escalated(taking: &Taking<'_>) -> Result<String> {
    let (desk, item) = (taking.desk, taking.item);
    let rules = &desk.profile.followup;
    let Some((step, _)) = rules::next_escalation(rules, &taking.facts.escalated, item.due_on) else {
        return Err(Refusal::refused("升级督办的各步都已采取。")
            .hint("请按约谈、问责的规定办理。")
            .article(29));
    };
    let words = taking.words("报告或处理的情况")?;
    taking.apply(&taking.change())?;
    rows::escalate(desk, item, (&step.key, &step.label), taking.on, &words)?;
    Ok(format!("{}：{words}", step.label))
}

/// Put off by the director, with a reason.
pub fn suspended(taking: &Taking<'_>) -> Result<String> {
    let reason = taking.words("暂缓的原因")?;
    taking.apply(&Change { reason: &reason, ..taking.change() })?;
    rows::pause(taking.desk, taking.item.id, taking.on, &reason)?;
    rows::lapse_extension(taking.desk, taking.item.id)?;
    Ok(reason)
}

/// Taken up again; the last day moves by the length of the pause.
pub fn resumed(taking: &Taking<'_>) -> Result<String> {
    let (desk, item, on) = (taking.desk, taking.item, taking.on);
    let pauses = rows::pauses(desk, item.id)?;
    let from = pauses.iter().find(|one| one.to.is_none()).map_or(on, |one| one.from);
    if on < from {
        let what = format!("恢复日期早于暂缓之日（{}）。", date(from));
        return Err(Refusal::refused(what).hint("请重新填写。"));
    }
    let due_on = rules::after_pause(item.due_on, from, on);
    taking.apply(&Change { due_on, ..taking.change() })?;
    rows::end_pause(desk, item.id, on)?;
    let label = FollowupStep::Suspend.label();
    if due_on == item.due_on {
        return Ok(format!("期限仍为{}。{}", date(due_on), taking.q.words.trim()));
    }
    let days = (on - from).num_days();
    rows::set_term(desk, item.id, due_on, &format!("{label}{days}天，顺延"))?;
    Ok(format!("暂缓{days}天，期限顺延至{}。{}", date(due_on), taking.q.words.trim()))
}
