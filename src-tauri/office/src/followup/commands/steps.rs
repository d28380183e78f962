//! Steps of an item (第十二条): notice, receipt, progress, parts, reply, acceptance, correction; those of time in `time.rs`.
use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

use super::register::needed;
use super::time;
use crate::followup::card;
use crate::followup::flow::{self, FollowupStage, FollowupStep as Step};
use crate::followup::guards::Facts;
use crate::followup::item::{FollowupCard, FollowupItem};
use crate::followup::kinds::{FollowupId, FollowupPeriodState, FollowupReplyState as ReplyState};
use crate::followup::rules;
use crate::followup::store::{self, Change, beside, events, time as rows};
use crate::kernel::attachments::Upload;
use crate::kernel::desk::Desk;
use crate::kernel::numbering;
use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::written::date;
use crate::registry::{PersonId, UnitId};

/// A step with what it needs.
#[derive(Debug, Deserialize, TS)]
pub struct FollowupTakeStep {
    /// Item.
    pub item: FollowupId,
    /// Version it was seen in.
    pub version: i64,
    /// The step.
    pub step: Step,
    /// Day on the paper; today if absent.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// Progress, reply, demand, reason, opinion.
    #[serde(default)]
    pub words: String,
    /// `reply`, `part`, `correct`: number of the letter.
    #[serde(default)]
    pub number: String,
    /// `receive`, `part`: which unit.
    #[serde(default)]
    pub unit: Option<UnitId>,
    /// `receive`: who signed; `urge`: whom. By name.
    #[serde(default)]
    pub name: String,
    /// `notify`, `urge`: how it went.
    #[serde(default)]
    pub way: String,
    /// `report`: the period; the first gap if absent.
    #[serde(default)]
    pub period: Option<NaiveDate>,
    /// `urge`: until when an answer is expected; by the profile if absent.
    #[serde(default)]
    pub answer_by: Option<NaiveDate>,
    /// `ask_extension`: the day asked for. `extend`: the day given, the one asked for if absent.
    #[serde(default)]
    pub due_on: Option<NaiveDate>,
    /// `ask_extension`: progress so far.
    #[serde(default)]
    pub progress: String,
    /// `ask_extension`: what will be done.
    #[serde(default)]
    pub measures: String,
    /// `extend`: whether more time is given.
    #[serde(default)]
    pub granted: Option<bool>,
    /// `extend`: who decided.
    #[serde(default)]
    pub person: Option<PersonId>,
    /// `extend`: where the paper lies, if there is no scan. `correct`: why.
    #[serde(default)]
    pub basis: String,
    /// Scan that proves the step.
    #[serde(default)]
    pub scan: Option<Upload>,
}

/// A step being taken.
pub struct Taking<'a> {
    pub desk: &'a Desk<'a>,
    pub item: &'a FollowupItem,
    pub facts: &'a Facts,
    pub q: &'a FollowupTakeStep,
    pub to: FollowupStage,
    pub on: NaiveDate,
}

pub fn take_step(desk: &Desk<'_>, q: FollowupTakeStep) -> Result<FollowupCard> {
    let item = store::get(desk, q.item)?;
    if item.version != q.version {
        return Err(Refusal::stale());
    }
    let facts = card::facts(desk, &item)?;
    let to = flow::next(item.stage, q.step, desk.profile.followup.article)?;
    card::may(desk, &facts, q.step)?;
    let taking = Taking { desk, item: &item, facts: &facts, q: &q, to, on: day_of(desk, &item, &q)? };
    let words = taking.taken()?;
    events::took(desk, &item, q.step, to, taking.on, &words, q.scan.as_ref())?;
    card::of(desk, q.item)
}

/// The day on paper: not before the item was opened, not after today.
fn day_of(desk: &Desk<'_>, item: &FollowupItem, q: &FollowupTakeStep) -> Result<NaiveDate> {
    let on = q.on.unwrap_or(desk.today());
    if on < item.opened_on {
        let what = format!("日期{}早于立项之日（{}）。", date(on), date(item.opened_on));
        return Err(Refusal::refused(what).hint("请按纸面上的日期填写。"));
    }
    if on > desk.today() {
        return Err(Refusal::refused(format!("日期{}还没有到。", date(on))).hint("请按纸面上的日期填写。"));
    }
    Ok(on)
}

impl Taking<'_> {
    /// What the step writes; the words of its line in the history.
    fn taken(&self) -> Result<String> {
        match self.q.step {
            Step::Amend => Err(Refusal::refused("修改登记须填写全部各栏。").hint("请用“修改登记”办理。")),
            Step::Notify => self.notified(),
            Step::Receive => self.received(),
            Step::Report => self.reported(),
            Step::Part => self.part(),
            Step::Urge => time::urged(self),
            Step::AskExtension => time::asked(self),
            Step::Extend => time::decided(self),
            Step::Escalate => time::escalated(self),
            Step::Reply => self.replied(),
            Step::Accept => self.accepted(),
            Step::Return => self.returned(),
            Step::Correct => self.corrected(),
            Step::Suspend => time::suspended(self),
            Step::Resume => time::resumed(self),
            Step::Close => self.ended("终止"),
            Step::Withdraw => self.withdrawn(),
        }
    }
    /// Nothing but the stage.
    pub fn change(&self) -> Change<'_> {
        Change { on: self.on, ..Change::of(self.desk, self.item, self.to) }
    }
    /// Writes the change, guarded by stage and version.
    pub fn apply(&self, change: &Change<'_>) -> Result<()> {
        store::apply(self.desk, self.item, self.q.version, change)
    }
    /// Words that the step needs.
    pub fn words(&self, what: &str) -> Result<String> {
        needed(&self.q.words, what)
            .map(str::to_owned)
            .map_err(|no| no.article(self.desk.profile.followup.article))
    }

    fn notified(&self) -> Result<String> {
        let way = if self.q.way.trim().is_empty() { "书面送达" } else { self.q.way.trim() };
        self.apply(&Change { notice_on: Some(self.on), ..self.change() })?;
        beside::send(self.desk, self.item, self.on, way)?;
        let units: Vec<&str> = std::iter::once(&self.item.lead)
            .chain(&self.item.helpers)
            .map(|unit| unit.short.as_str())
            .collect();
        Ok(format!("{way}，送{}", units.join("、")))
    }

    fn received(&self) -> Result<String> {
        let unit = self.unit("签收单位")?;
        let notices = beside::notices(self.desk, self.item.id)?;
        let Some(notice) = notices.iter().find(|notice| notice.unit == unit) else {
            return Err(Refusal::refused("督办通知没有送这个单位。").hint("请选择牵头单位或配合单位。"));
        };
        if notice.received_on.is_some() {
            let what = format!("{}已经登记签收。", notice.short);
            return Err(Refusal::refused(what).hint("请选择还没有签收的单位。"));
        }
        if self.on < notice.sent_on {
            let what = format!("签收日期早于下发之日（{}）。", date(notice.sent_on));
            return Err(Refusal::refused(what).hint("请按签收联上的日期填写。"));
        }
        let receiver = needed(&self.q.name, "签收人")?;
        self.apply(&self.change())?;
        beside::receive(self.desk, self.item.id, &unit, self.on, receiver)?;
        Ok(format!("{}　{receiver}", notice.short))
    }

    fn unit(&self, what: &str) -> Result<String> {
        let unit = self.q.unit.map(|unit| unit.to_string());
        unit.ok_or_else(|| Refusal::refused(format!("没有选择{what}。")).hint(format!("请选择{what}。")))
    }

    fn reported(&self) -> Result<String> {
        let words = self.words("进展情况")?;
        let periods = rows::periods(self.desk, self.item)?;
        let period = match self.q.period {
            None => rules::belongs(&periods),
            Some(wanted) => {
                let Some(period) = periods.iter().find(|period| period.on == wanted) else {
                    let what = format!("{}不是这个事项的汇报日。", date(wanted));
                    return Err(Refusal::refused(what).hint("请在汇报安排里选择，或不选。"));
                };
                if matches!(period.state, FollowupPeriodState::Reported | FollowupPeriodState::Late) {
                    let what = format!("{}这一期已经报过。", date(wanted));
                    return Err(Refusal::refused(what).hint("补充的情况请不选期次登记。"));
                }
                Some(wanted)
            }
        };
        self.apply(&self.change())?;
        beside::report(self.desk, self.item.id, self.on, period, &words)?;
        Ok(match period {
            Some(period) => format!("{}这一期：{words}", date(period)),
            None => words,
        })
    }

    fn part(&self) -> Result<String> {
        let unit = self.unit("配合单位")?;
        let Some(unit) = self.item.helpers.iter().find(|helper| helper.unit == unit) else {
            return Err(Refusal::refused("这个单位不是配合单位。").hint("牵头单位请登记进展或回复。"));
        };
        let words = self.words("配合情况")?;
        self.apply(&self.change())?;
        beside::add_part(self.desk, self.item.id, unit, self.on, self.q.number.trim(), &words)?;
        Ok(format!("{}：{words}", unit.short))
    }

    fn replied(&self) -> Result<String> {
        let words = self.words("办理情况")?;
        let number = self.q.number.trim();
        let change = Change { reply_on: Some(self.on), reply: &words, reply_number: number, ..self.change() };
        self.apply(&change)?;
        beside::add_reply(self.desk, self.item.id, (self.on, number, &words), ReplyState::Waiting, "")?;
        rows::lapse_extension(self.desk, self.item.id)?;
        Ok(words)
    }

    fn accepted(&self) -> Result<String> {
        self.apply(&self.change())?;
        beside::judge_reply(self.desk, self.item.id, ReplyState::Waiting, ReplyState::Accepted, None)?;
        Ok(self.q.words.trim().to_owned())
    }

    fn returned(&self) -> Result<String> {
        let reason = self.words("退回的原因")?;
        let change = Change {
            reply_on: None,
            reply: "",
            reply_number: "",
            returned: true,
            reason: &reason,
            ..self.change()
        };
        self.apply(&change)?;
        let (from, to) = (ReplyState::Waiting, ReplyState::Returned);
        beside::judge_reply(self.desk, self.item.id, from, to, Some(&reason))?;
        Ok(reason)
    }

    /// The day of the reply stays: a correction makes nothing timely.
    fn corrected(&self) -> Result<String> {
        let words = self.words("更正后的办理情况")?;
        let reason = needed(&self.q.basis, "更正的原因")
            .map_err(|no| no.article(self.desk.profile.followup.article))?;
        let on = self.item.reply_on.unwrap_or(self.on);
        let number = match self.q.number.trim() {
            "" => self.item.reply_number.as_str(),
            number => number,
        };
        self.apply(&Change { reply: &words, reply_number: number, ..self.change() })?;
        let (from, to) = (ReplyState::Accepted, ReplyState::Corrected);
        beside::judge_reply(self.desk, self.item.id, from, to, None)?;
        beside::add_reply(self.desk, self.item.id, (on, number, &words), ReplyState::Accepted, reason)?;
        Ok(format!("{reason}：{words}"))
    }

    fn ended(&self, what: &str) -> Result<String> {
        let reason = self.words(&format!("{what}的原因"))?;
        self.apply(&Change { reason: &reason, ..self.change() })?;
        rows::end_pause(self.desk, self.item.id, self.on)?;
        rows::lapse_extension(self.desk, self.item.id)?;
        Ok(reason)
    }

    fn withdrawn(&self) -> Result<String> {
        let reason = self.ended("撤销")?;
        numbering::void(self.desk, store::number_id(self.desk, self.item.id)?, &reason)?;
        Ok(reason)
    }
}
